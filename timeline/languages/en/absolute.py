"""Dates that name a day or a month: full, partial and numeric ones, lists and ranges of them."""

from __future__ import annotations

import re
from datetime import date

from timeline.calendar.values import Calendar, Cell, Reading, Recurring, Traits, Value
from timeline.languages.en.numerals import fields_of, month_of, order_of, plain, spelled_year, weekday_of, year_of
from timeline.languages.en.vocabulary import DIRECTIONS, HOLIDAYS, MONTHS
from timeline.languages.grammar import rule, source
from timeline.text import any_of

_DAY = "(?:{nth}|{day})"
YEAR = (
    r"(?:{common} ?(?P<after>[0-9]{1,4})|(?P<since>[0-9]{1,4}) ?{common2}|{year}|(?P<before>[0-9]{1,4}) ?{era}|{short})"
)
# A year in words: "nineteen oh one", "two thousand and five", "eighteen sixty-two".
WORDS = (
    r"(?P<words>{hundreds}[ -](?:hundred|(?:oh?[ -])?{number:tens}(?:[ -]{number:ones})?)"
    r"|two thousand(?: (?:and )?{number:more})?)"
)
_DASH = "(?: ?[-–—/] ?| & | to | and | or | through | until | till )"
_ANY_DAY = "(?:3[01]|[12][0-9]|0?[1-9])(?:st|nd|rd|th)?"
_DAYS = f"(?P<days>{_ANY_DAY}(?:, {_ANY_DAY})*,?{_DASH}(?:the )?{_ANY_DAY})"
_LISTED = re.compile(r"\b(?:and|or)\b|&", re.IGNORECASE)
_THE = re.compile(source("the $"), re.IGNORECASE)
_EACH_DAY = re.compile(r"(3[01]|[12][0-9]|0?[1-9])(?:st|nd|rd|th)?", re.IGNORECASE)


def dated(value: Value, **more: object) -> Reading:
    """A reading of type DATE, or TIME where the value has an hour or a part of the day."""
    return Reading(value=value, **more)  # type: ignore[arg-type]


@rule(
    r"(?P<y>[12][0-9]{3})-(?P<m>0[1-9]|1[0-2])-(?P<d>0[1-9]|[12][0-9]|3[01])"
    r"(?:[T ](?P<h>[01][0-9]|2[0-4]):(?P<min>[0-5][0-9])(?::(?P<s>[0-5][0-9])(?:\.[0-9]+)?)?"
    r"(?:Z|[+-][0-9]{2}:?[0-9]{2}| ?{zone})?)?",
    traits=Traits(evident=True),
)
def iso_date(match: re.Match[str]) -> Reading:
    hour, minute, second = (int(match[k]) if match[k] else None for k in ("h", "min", "s"))
    cell = Cell(month=int(match["m"]), day=int(match["d"]), hour=hour, minute=minute, second=second)
    return dated(Calendar(int(match["y"]), cell), type="DATE" if hour is None else "TIME")


@rule(r"(?P<y>[12][0-9]{3})-(?P<m>0[1-9]|1[0-2])")
def iso_month(match: re.Match[str]) -> Reading | None:
    # 2009-10 is rather a season or a business year.
    year, month = int(match["y"]), int(match["m"])
    return None if month == (year + 1) % 100 else dated(Calendar(year, Cell(month=month)))


@rule(r"(?P<y>[12][0-9]{3})-?W(?P<w>0[1-9]|[1-4][0-9]|5[0-3])(?:-?(?P<d>[1-7]))?")
def iso_week(match: re.Match[str]) -> Reading:
    return dated(Calendar(int(match["y"]), Cell(week=int(match["w"]), weekday=int(match["d"]) if match["d"] else None)))


@rule(
    r"(?P<a>[0-3]?[0-9])(?P<s>[/.-])(?P<b>[0-3]?[0-9])(?P=s)(?P<y>[12][0-9]{3}|[0-9]{2})",
    r"(?P<y>[12][0-9]{3})(?P<s>[/.-])(?P<b>[01]?[0-9])(?P=s)(?P<a>[0-3]?[0-9])",
    r"{weekday},? (?P<a>[0-3]?[0-9])(?P<s>[/.-])(?P<b>[0-3]?[0-9])(?P=s)(?P<y>[12][0-9]{3}|[0-9]{2})",
    traits=Traits(numeric=True),
)
def numeric_date(match: re.Match[str]) -> Reading | None:
    first, second, year = int(match["a"]), int(match["b"]), year_of(match["y"])
    if weekday := match.groupdict().get("weekday"):
        # The weekday tells in which order day and month stand.
        orders = [(a, b) for a, b in ((first, second), (second, first)) if _falls_on(year, a, b, weekday_of(weekday))]
        if len({*orders}) == 1:
            (number, day), *_ = orders
            return dated(Calendar(year, Cell(month=number, day=day)))
    if match.start("y") == match.start() or match["s"] == ".":
        return dated(Calendar(year, Cell(month=second, day=first))) if 1 <= second <= 12 and 1 <= first <= 31 else None
    if 1 <= first <= 12 and 1 <= second <= 31:
        either = second <= 12 and first != second
        return dated(Calendar(year, Cell(month=first, day=second)), direction="order" if either else None)
    return dated(Calendar(year, Cell(month=second, day=first))) if 1 <= second <= 12 and 1 <= first <= 31 else None


@rule(
    r"(?P<a>[0-3]?[0-9])(?P<s>[/.])(?P<b>[0-3]?[0-9])\.?(?: ?[-–—] ?| to | through | until | till )"
    r"(?P<c>[0-3]?[0-9])(?P=s)(?P<d>[0-3]?[0-9])(?P=s)(?P<y>[12][0-9]{3}|[0-9]{2})",
    traits=Traits(numeric=True),
)
def numeric_days(match: re.Match[str]) -> tuple[Reading, ...] | None:
    """Two days of a year in figures: "14.11. to 15.11.2017"."""
    pairs = [(int(match["a"]), int(match["b"])), (int(match["c"]), int(match["d"]))]
    orders = [
        [Cell(month=number, day=day) for number, day in some]
        for some in (pairs, [pair[::-1] for pair in pairs])
        if all(1 <= number <= 12 and 1 <= day <= 31 for number, day in some)
    ]
    if match["s"] == ".":
        orders = [cells for cells in orders if (cells[0].day, cells[0].month) == pairs[0]]
    if not orders:
        return None
    first, last = orders[0]
    doubt = "order" if len(orders) == 2 and first != orders[1][0] else None
    return (
        dated(Recurring(first), end=match.end("b"), direction=doubt),
        dated(Calendar(year_of(match["y"]), last), start=match.start("c"), end=match.end(), interval=True,
              direction=doubt or ("century" if len(match["y"]) == 2 else None)),
    )  # fmt: skip


def _falls_on(year: int, number: int, day: int, weekday: int) -> bool:
    try:
        return date(year, number, day).isoweekday() == weekday
    except ValueError:
        return False


@rule(r"{weekday},? (?P<a>3[01]|[12]?[0-9])/(?P<b>3[01]|[12]?[0-9])", traits=Traits(evident=True))
def numeric_day(match: re.Match[str]) -> Reading | None:
    first, second = int(match["a"]), int(match["b"])
    number, day = (first, second) if first <= 12 else (second, first)
    if not (1 <= number <= 12 and 1 <= day <= 31):
        return None
    return dated(Recurring(Cell(month=number, day=day)))


@rule(
    r"{day}(?P<s>[-/.]){month}(?P=s){year}(?::(?P<h>[01][0-9]|2[0-3]):(?P<min>[0-5][0-9]):(?P<sec>[0-5][0-9])"
    r"(?: [+-][0-9]{4})?)?",
    r"{year}-{month}-{day}",
    r"{weekday} {month} {day} (?P<h>[01]?[0-9]|2[0-3]):(?P<min>[0-5][0-9])(?::(?P<sec>[0-5][0-9]))?"
    r"(?: (?:[+-][0-9]{4}|{zone}))? {year}",
    traits=Traits(evident=True),
)
def day_of_a_log(match: re.Match[str]) -> Reading:
    groups = match.groupdict()
    hour, minute, second = (int(text) if (text := groups.get(name)) else None for name in ("h", "min", "sec"))
    value = fields_of(match)
    cell = value.cell  # type: ignore[union-attr]
    cell = cell._replace(hour=hour, minute=minute, second=second, zone=groups.get("zone"))
    return dated(Calendar(int(match["year"]), cell), type="DATE" if hour is None else "TIME")


@rule(
    rf"{{day}}(?P<name>{any_of(MONTHS)})(?P<y>[0-9]{{2}}(?:[0-9]{{2}})?)",
    r"{day}-(?P<name>{month})-(?P<y>[0-9]{2})",
)
def stamped_day(match: re.Match[str]) -> Reading:
    cell = Cell(month=month_of(match["name"]), day=int(match["day"]))
    return dated(Calendar(year_of(match["y"]), cell), direction="century" if len(match["y"]) == 2 else None)


@rule(rf"{{day}} {{month}} (?P<y>[0-9]{{2}})(?![.,:/-]?[0-9]|[ -]{any_of(MONTHS)})", traits=Traits(alternative=True))
def day_of_a_short_year(match: re.Match[str]) -> tuple[Reading, ...]:
    """Two readings of which one is refused: "1 Mar 22" is a day of 2022, but "on 1 Mar 22 men left" counts men."""
    cell = Cell(month=month_of(match["month"]), day=int(match["day"]))
    return (
        dated(Calendar(year_of(match["y"]), cell), direction="century"),
        dated(Recurring(cell), end=match.start("y") - 1),
    )


def _list(match: re.Match[str]) -> tuple[Reading, ...]:
    # Each day is a mention of its own; the month belongs to the span of the day it stands beside.
    days = list(_EACH_DAY.finditer(match["days"]))
    offset = match.start("days")
    whole = fields_of(match)
    joined = not _LISTED.search(match["days"])
    found = []
    for n, day in enumerate(days):
        cell = Cell(month=month_of(match["month"]), day=int(day[1]))
        value = Calendar(whole.year, cell) if isinstance(whole, Calendar) else Recurring(cell)
        first_has_month = match.start("month") < offset
        start = 0 if n == 0 and first_has_month else offset + day.start()
        if the := _THE.search(match.string, match.start(), start):
            start = the.start()
        end = offset + day.end()
        if n == len(days) - 1 and (not first_has_month or isinstance(whole, Calendar)):
            end = match.end()
        found.append(dated(value, start=start, end=end, interval=joined and n > 0))
    return tuple(found)


@rule(
    rf"{{month}} {_DAYS}(?:,? {YEAR})?",
    rf"(?:the )?{_DAYS}(?: of)? {{month}}(?:,? {YEAR})?",
    traits=Traits(evident=True),
)
def days_of_a_month(match: re.Match[str]) -> tuple[Reading, ...]:
    return _list(match)


# "this coming Sunday, March 8" says which March.
_OCCURRENCES = {"next": "soon", "coming": "soon", "last": "recent", "past": "recent"}
_WEEKDAY = r"(?:(?:(?:this |the )?(?P<direction>this|next|last|coming|past) )?{weekday},? (?:the )?)?"


@rule(
    rf"{_WEEKDAY}{{month}} (?:the )?(?:{_DAY}|{{ordinal}})(?:(?:,? |,| of | in ){YEAR})?",
    rf"{_WEEKDAY}(?:the )?{_DAY}(?: day)?(?: of)?[ -]{{month}}(?:(?:,? |-| of | in ){YEAR})?",
    rf"{_WEEKDAY}(?:the )?{{ordinal}}(?: day)? of {{month}}(?:(?:,? | of | in ){YEAR})?",
    r"{month}-{day}-{year}",
    rf"{_WEEKDAY}{{month}} (?:the )?(?:{_DAY}|{{ordinal}}),? {WORDS}",
    rf"{_WEEKDAY}(?:the )?(?:{_DAY}|{{ordinal}})(?: of)? {{month}},? {WORDS}",
    traits=Traits(evident=True),
)
def day_of_a_month(match: re.Match[str]) -> Reading | None:
    if words := match.groupdict().get("words"):
        year = spelled_year(words)
        return dated(Calendar(year, fields_of(match).cell)) if year else None  # type: ignore[union-attr]
    value, direction = fields_of(match), match.groupdict().get("direction")
    return dated(
        value, direction=_OCCURRENCES.get(direction.lower()) if direction and isinstance(value, Recurring) else None
    )


@rule(
    rf"{{month}}(?:,? |,| of | in ){YEAR}",
    r"{year} {month}",
    r"{month}[-/]{year}",
    rf"{{month}},? {WORDS}",
)
def month_of_a_year(match: re.Match[str]) -> Reading | None:
    if text := match.groupdict().get("words"):
        year = spelled_year(text)
        return dated(Calendar(year, Cell(month=month_of(match["month"])))) if year else None
    return dated(fields_of(match))


@rule(
    r"(?:{smallday:weekday},? )?{small:month}\.? (?:{nth}|{day})(?:,? {year})?",
    r"(?:{smallday:weekday},? )?(?:the )?(?:{nth}|{day}) (?:of )?{small:month}(?:\.?,? {year})?",
    r"{small:month}\.?,? (?:of )?{year}",
    traits=Traits(small=True),
)
def month_written_small(match: re.Match[str]) -> Reading:
    return dated(fields_of(match))


@rule(
    r"(?<=\bon[ ]){smallday:weekday}",
    r"(?P<direction>last|next|this) {smallday:weekday}",
    traits=Traits(deictic=True, weekday_name=True),
)
def weekday_written_small(match: re.Match[str]) -> Reading:
    value = Recurring(Cell(weekday=weekday_of(match["weekday"])))
    n, anchor, direction = DIRECTIONS[plain(match.groupdict().get("direction") or "this")]
    return dated(value, anchor=anchor, direction=direction) if n else dated(value)


@rule(r"{month}", r"the month of {month}(?:,? {year})?")
def month(match: re.Match[str]) -> Reading:
    return dated(fields_of(match))


def nobodys(holiday: str) -> bool:
    """Whether a holiday is not the American one: America writes its Election Day in capitals, others have their own.

    >>> nobodys("election day"), nobodys("Election Day"), nobodys("christmas")
    (True, False, False)
    """
    return holiday == "election day"


@rule(r"(?:the )?{holiday}(?:,? {year})?", r"(?:the )?{year} {holiday}", r"{holiday} (?:of|in) {year}")
def holiday(match: re.Match[str]) -> Reading | None:
    if nobodys(match["holiday"]):
        return None
    name = plain(match["holiday"])
    cell = Cell(**HOLIDAYS[name])  # type: ignore[arg-type]
    year = match.groupdict().get("year")
    # "the Christmas party": the article belongs to the party.
    start = match.start("holiday") if not year else 0
    if not year:
        return dated(Recurring(cell), start=start)
    # Other countries vote on other days.
    return dated(Calendar(int(year), cell), direction="century" if name == "election day" else None)


@rule(r"(?:the )?{order} {weekday} (?:of|in) {month}(?:,? {year})?")
def weekday_of_a_month(match: re.Match[str]) -> Reading:
    cell = Cell(month=month_of(match["month"]), weekday=weekday_of(match["weekday"]), nth=order_of(match["order"]))
    year = match["year"]
    return dated(Calendar(int(year), cell) if year else Recurring(cell))


@rule(r"(?:the )?{order} weekend (?:of|in) {month}(?:,? {year})?")
def weekend_of_a_month(match: re.Match[str]) -> Reading:
    cell = Cell(month=month_of(match["month"]), weekend=True, nth=order_of(match["order"]))
    year = match["year"]
    return dated(Calendar(int(year), cell) if year else Recurring(cell))


@rule(r"(?:the )?(?:calendar )?week (?P<w>5[0-3]|[1-4]?[0-9])(?: of|,)? {year}")
def week_of_a_year(match: re.Match[str]) -> Reading | None:
    return dated(Calendar(int(match["year"]), Cell(week=int(match["w"])))) if int(match["w"]) else None


@rule(r"(?:the )?{order} week (?:of|in) {month}(?:,? {year})?")
def week_of_a_month(match: re.Match[str]) -> Reading:
    cell = Cell(month=month_of(match["month"]), week=None, nth=order_of(match["order"]))
    year = match["year"]
    return dated(Calendar(int(year), cell) if year else Recurring(cell))
