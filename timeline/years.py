"""Which year does a day without a year belong to?

Every piece of evidence makes each candidate year dearer or cheaper, in bits. The cheapest year wins where it leads
the next by `LEAD` bits; otherwise the year stays unknown, for a wrong one would poison every relative date after it.
"""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from functools import partial
from typing import NamedTuple

from timeline.clues import Clues, Told  # noqa: TC001 - the doctests use them
from timeline.spellings import Said  # noqa: TC001 - the doctests use it
from timeline.vocabulary import WEEKDAY_NAMES

LEAD = 1.0
FIRST_YEAR, LAST_YEAR = 1850, 2100
# Piles of files hold few articles from before the first newspaper databases.
DATABASES_SINCE, BEFORE_DATABASES = 1980, 4.0
AGAINST = 8.0
# How likely an article strays from the years of its pile, in articles.
STRAY = 0.09
WEEKDAY_SLIP = 5.0
HALF_A_YEAR, SAME_STORY = timedelta(days=183), timedelta(days=45)
# A weekday in the lead is the day of the dateline, or the day before, or any other of the last seven.
LEAD_WEEKDAY = {0: 0.6, 1: 2.3}
OTHER_WEEKDAY = 5.0
LATER_YEARS = 12


class Verdict(NamedTuple):
    """The day with its year, or null; why, in words; and what speaks against it."""

    day: date | None
    basis: str
    problems: tuple[str, ...]


def infer_year(
    said: Said,
    clues: Clues,
    *,
    latest: date | None = None,
    known: Sequence[date] = (),
    twins: Sequence[date] = (),
    named_year: int | None = None,
) -> Verdict:
    """The year of a day that states none: not later than `latest`, near `known` days (sorted), next to its `twins`.

    >>> said = Said(10, 21, None, "October 21")
    >>> told = Told(date(2014, 2, 1), "February 2014")
    >>> infer_year(said, Clues(told, None, None, (), 3), latest=date(2020, 1, 1)).day
    datetime.date(2015, 10, 21)
    """
    scales = _scales(clues, known, twins, named_year)
    years = _candidates(said, clues, latest, known, twins, named_year)
    if not years:
        return Verdict(None, "", (f"“{said.words}” fits no year up to {latest}",))
    if not scales:
        return Verdict(None, "", (_no_year(said),))
    weights = {day: sum(scale.weigh(day) for scale in scales) + _era(day) for day in years}
    best, *others = sorted(weights, key=lambda day: (weights[day], day))
    if others and weights[others[0]] - weights[best] < LEAD:
        rivals = [str(day.year) for day in sorted([best, *others]) if weights[day] - weights[best] < LEAD]
        fits = f"{', '.join(rivals[:-1])} and {rivals[-1]}" if len(rivals) < 9 else f"{len(rivals)} years"
        return Verdict(None, "", (f"{_no_year(said)} ({fits} fit equally well)", *_split(years, clues, rivals)))
    reasons = [
        _tell(scale, best) for scale in scales if not others or scale.weigh(others[0]) - scale.weigh(best) > 0.25
    ]
    if not reasons:
        reasons = [_tell(scale, best) for scale in scales if scale.weigh(best) < AGAINST / 2]
    return Verdict(best, f"year {best.year} inferred: " + "; ".join(reasons), tuple(_contradictions(best, clues)))


def _no_year(said: Said) -> str:
    return f"“{said.words}” states no year and nothing tells which: give the day with published= or a corrections file"


def _split(years: list[date], clues: Clues, rivals: list[str]) -> list[str]:
    """A weekday that some of the rivals contradict is part of the reason why none of them wins."""
    found = []
    for pair in clues.pairs:
        fitting = [str(day.year) for day in years if _pair_fits(pair, day) and str(day.year) in rivals]
        if len(fitting) < len(rivals):
            found.append(f"the weekday of “{pair.words}” fits {', '.join(fitting) or 'none'} of these years")
    return found


def _candidates(
    said: Said,
    clues: Clues,
    latest: date | None,
    known: Sequence[date],
    twins: Sequence[date],
    named_year: int | None,
) -> list[date]:
    anchors = [day.year for day in (*known[:1], *known[-1:], *twins)] + [
        told.day.year for told in (clues.past, clues.past_year, clues.ahead) if told
    ]
    if named_year:
        anchors.append(named_year)
    first = min(anchors) - 1 if anchors else FIRST_YEAR
    last = latest.year if latest else max(anchors) + LATER_YEARS if anchors else LAST_YEAR
    days = (said.on(year) for year in range(first, last + 1))
    return [day for day in days if day and (latest is None or day <= latest)]


class Scale(NamedTuple):
    """One piece of clues: what it makes a day cost, in bits, and how it reads in the basis."""

    weigh: Callable[[date], float]
    tell: Callable[[date], str] | str


def _tell(scale: Scale, day: date) -> str:
    return scale.tell if isinstance(scale.tell, str) else scale.tell(day)


def _weekday_name(number: int | None) -> str:
    return WEEKDAY_NAMES[number - 1].title() if number else ""


def _scales(clues: Clues, known: Sequence[date], twins: Sequence[date], named_year: int | None) -> list[Scale]:
    past, past_year, ahead = clues.past, clues.past_year, clues.ahead
    scales = [
        Scale(partial(_weigh_pair, pair), f"“{pair.words}” was a {_weekday_name(pair.weekday)}") for pair in clues.pairs
    ]
    if clues.lead_weekday:
        scales.append(Scale(partial(_weigh_lead, clues.lead_weekday), partial(_tell_lead, clues.lead_weekday)))
    if past:
        scales.append(Scale(partial(_weigh_past, past), f"after {past.words}, told as past"))
    if past_year:
        scales.append(Scale(partial(_weigh_past_year, past_year), f"after {past_year.words}, told as past"))
    if ahead:
        scales.append(Scale(partial(_weigh_ahead, ahead), f"before {ahead.words}, told as still to come"))
    if twins:
        scales.append(Scale(partial(_weigh_twins, twins), "a near-duplicate in the collection is dated"))
    if named_year:
        scales.append(Scale(partial(_weigh_named, named_year), "the file's name states it"))
    if known:
        scales.append(Scale(partial(_weigh_known, known), partial(_tell_known, known)))
    return scales


def _era(day: date) -> float:
    return BEFORE_DATABASES if day.year < DATABASES_SINCE else 0.0


def _years_apart(years: int) -> float:
    return min(1.3 + 1.5 * math.log2(years), 6.0) if years else 0.0


def _weigh_past_year(told: Told, day: date) -> float:
    # A year is mostly spelled out because it is not the article's own: the same year and the next weigh alike.
    years = day.year - told.day.year
    return AGAINST if years < 0 else _years_apart(max(years - 1, 0))


def _weigh_past(told: Told, day: date) -> float:
    apart = (day - told.day).days
    if apart < 0:
        return 2.0 if apart >= -21 else AGAINST
    return _years_apart(apart // 365)


def _weigh_ahead(told: Told, day: date) -> float:
    if told.whole_year:
        return AGAINST - 2 if day.year > told.day.year else _years_apart(max(told.day.year - day.year - 1, 0)) / 2
    apart = (told.day - day).days
    return AGAINST - 2 if apart < 0 else _years_apart(apart // 365)


def _weigh_twins(twins: Sequence[date], day: date) -> float:
    return 0.0 if any(abs((day - twin).days) <= 10 for twin in twins) else AGAINST


def _weigh_named(year: int, day: date) -> float:
    return 0.0 if day.year == year else AGAINST


def _weigh_known(known: Sequence[date], day: date) -> float:
    """A pile is mostly about one story: few of its articles are years away from the others."""
    stranger = 0.0 if _count_near(known, day, SAME_STORY) else 1.5
    return stranger - math.log2((_count_near(known, day, HALF_A_YEAR) + STRAY) / (len(known) + STRAY))


def _count_near(known: Sequence[date], day: date, reach: timedelta) -> int:
    return bisect_right(known, day + reach) - bisect_left(known, day - reach)


def _tell_known(known: Sequence[date], day: date) -> str:
    place = bisect_left(known, day)
    nearest = min(known[max(0, place - 1) : place + 1], key=lambda other: abs((day - other).days))
    return f"nearest to the dated articles of the collection ({nearest})"


def _weigh_lead(weekday: int, day: date) -> float:
    return LEAD_WEEKDAY.get((day.isoweekday() - weekday) % 7, OTHER_WEEKDAY)


def _tell_lead(weekday: int, day: date) -> str:
    name = _weekday_name(weekday)
    back = (day.isoweekday() - weekday) % 7
    return (
        f"the lead says {name}, which that day was"
        if back == 0
        else f"the lead says {name}, {back} day{'s' * (back > 1)} before"
    )


def _pair_day(pair: Said, day: date) -> date | None:
    near = [other for year in (day.year - 1, day.year, day.year + 1) if (other := pair.on(year))]
    return min(near, key=lambda other: abs((other - day).days), default=None)


def _pair_fits(pair: Said, day: date) -> bool:
    found = _pair_day(pair, day)
    return found is not None and found.isoweekday() == pair.weekday


def _weigh_pair(pair: Said, day: date) -> float:
    return 0.0 if _pair_fits(pair, day) else WEEKDAY_SLIP


def _contradictions(day: date, clues: Clues) -> list[str]:
    found = []
    for pair in clues.pairs:
        other = _pair_day(pair, day)
        if other and other.isoweekday() != pair.weekday:
            found.append(
                f"the weekday of “{pair.words}” fits no year that the other evidence allows: "
                f"{other} was a {_weekday_name(other.isoweekday())}"
            )
    lead = clues.lead_weekday
    if lead and _weigh_lead(lead, day) == OTHER_WEEKDAY:
        found.append(
            f"the lead says {_weekday_name(lead)}, but {day} was a {_weekday_name(day.isoweekday())}: "
            "no year that the other evidence allows fits better"
        )
    return found
