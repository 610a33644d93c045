"""Days of other calendars: feasts that move, and dates by the Islamic, Persian and Julian calendar.

The days are those of `convertdate`, of `dateutil` (Orthodox Easter) and of `holidays` (the Chinese new year, Diwali). A
month of the Islamic calendar begins with a sighting of the moon, so that its days are approximate.
"""

from __future__ import annotations

import re
import warnings
from datetime import date, timedelta
from functools import lru_cache
from importlib import import_module
from typing import Any

from timeline.calendar.values import Calendar, Cell, Reading, Traits
from timeline.languages.en.absolute import dated
from timeline.languages.en.numerals import month_of, order_of, plain
from timeline.languages.en.vocabulary import FEASTS, ISLAMIC_MONTHS, PERSIAN_MONTHS
from timeline.languages.grammar import rule
from timeline.text import any_of

_ORTHODOX = 2  # dateutil's number of that way to reckon Easter


def _calendar(name: str) -> Any:
    # Loaded where a text needs it.
    return import_module(f"convertdate.{name}")


@lru_cache(maxsize=1 << 10)
def feast_day(feast: str, year: int) -> date | None:
    """The day of a feast that begins in a year of our era; None where there is none or the library has none.

    >>> feast_day("orthodox easter", 2018), feast_day("chinese new year", 2017), feast_day("yom kippur", 2018)
    (datetime.date(2018, 4, 8), datetime.date(2017, 1, 28), datetime.date(2018, 9, 19))
    """
    kind, *what = FEASTS[feast]
    if kind == "orthodox":
        easter: date = import_module("dateutil.easter").easter(year, _ORTHODOX)
        return easter + timedelta(days=int(what[0]))
    if kind in ("CN", "SG"):
        import holidays

        days = holidays.country_holidays(kind, years=year, language="en_US", observed=False)
        named: list[date] = days.get_named(str(what[0]))
        return min(named, default=None)
    calendar = _calendar(str(kind))
    with warnings.catch_warnings():
        # convertdate's own use of its older names.
        warnings.simplefilter("ignore", DeprecationWarning)
        first = calendar.from_gregorian(year, 1, 1)[0]
        found = [date(*calendar.to_gregorian(number, *what)) for number in (first, first + 1)]
    return next((day for day in found if day.year == year), None)


_FEAST = f"(?P<feast>{any_of(FEASTS)})"


@rule(
    rf"(?:the )?{_FEAST},? {{year}}",
    rf"(?:the )?{{year}} {_FEAST}",
    rf"{_FEAST} (?:of|in) {{year}}",
    traits=Traits(evident=True),
)
def feast(match: re.Match[str]) -> Reading | None:
    name = plain(match["feast"])
    day = feast_day(name, int(match["year"]))
    if day is None:
        return None
    cell = Cell(month=day.month, day=day.day)
    return dated(Calendar(day.year, cell), mod="APPROX" if FEASTS[name][0] == "islamic" else None)


_MONTHS = {**{name: ("islamic", n) for name, n in ISLAMIC_MONTHS.items()},
           **{name: ("persian", n) for name, n in PERSIAN_MONTHS.items()}}  # fmt: skip
_OTHER_MONTH = f"(?P<other>{any_of(_MONTHS)})"


@rule(
    rf"(?:the )?(?:{{nth}}|{{day}})(?: of)? {_OTHER_MONTH},? {{year}}(?: ?(?:AH|A\.H\.|AP|SH))?",
    rf"{_OTHER_MONTH} {{day}}, {{year}}(?: ?(?:AH|A\.H\.|AP|SH))?",
    traits=Traits(evident=True),
)
def day_of_another_calendar(match: re.Match[str]) -> Reading | None:
    name, month = _MONTHS[plain(match["other"])]
    day = order_of(match.groupdict().get("nth") or match["day"])
    calendar = _calendar(name)
    if day > calendar.month_length(int(match["year"]), month):
        return None
    year, of_ours, its_day = calendar.to_gregorian(int(match["year"]), month, day)
    return dated(Calendar(year, Cell(month=of_ours, day=its_day)), mod="APPROX" if name == "islamic" else None)


@rule(
    r"{day} {month} (?:\[|\()(?P<second>3[01]|[12][0-9]|0?[1-9]) {month2}(?:\]|\)),? {year}",
    traits=Traits(evident=True),
)
def day_of_two_calendars(match: re.Match[str]) -> Reading | None:
    """ "25 October [7 November] 1917": the day of the Julian calendar, and in brackets that of ours."""
    year, month, day = _calendar("julian").to_gregorian(int(match["year"]), month_of(match["month"]), int(match["day"]))
    stated = month_of(match["month2"]), int(match["second"])
    # Two days that are not one in two calendars are two days.
    return dated(Calendar(year, Cell(month=month, day=day))) if stated == (month, day) else None
