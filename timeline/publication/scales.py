"""What an article says about its year, weighed: each piece of evidence and what it makes a day cost.

The costs are bits, the negative logarithm of how likely the evidence is in an article of that day, as counted in newswire.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from timeline.vocabulary import WEEKDAY_NAMES

if TYPE_CHECKING:
    from timeline.publication.clues import Clues, Told
    from timeline.publication.spellings import Said

# Piles of files hold few articles from before the first newspaper databases.
DATABASES_SINCE, BEFORE_DATABASES = 1980, 5.5
AGAINST = 8.0
# How far the last date told as past lies back, by calendar years: writers spell out a year that is not their own.
PAST = {
    "day": ((1.3, 0.0, 2.2, 2.7, 3.2), 6.3),
    "month": ((2.0, 0.3, 0.0, 1.7, 2.7), 5.0),
    "year": ((1.7, 0.0, 0.7, 1.3, 1.3, 1.3), 2.7),
}
# A full date of the own year lies close before the article; one of another year lies close in the calendar by chance.
CLOSE = 45
CLOSE_IN_OWN_YEAR, CLOSE_OVER_NEW_YEAR, CLOSE_BY_CHANCE, FAR_IN_OWN_YEAR, FAR_BY_NATURE = 0.7, 1.7, 3.0, 1.3, 0.2
# Told without a word that it is still to come, and yet later than the article: within a season, or at all.
SOON, SOON_AFTER_ALL, LATER_AFTER_ALL = 90, 3.5, 6.0
AHEAD = ((1.0, 0.0, 0.8, 1.0), 2.5)
AHEAD_PASSED = 5.0
# A weekday in the lead is that of the dateline, the day before, or the Friday before a Monday.
LEAD_WEEKDAY = {0: 0.6, 1: 2.5, 3: 3.5}
OTHER_WEEKDAY = 5.5
WEEKDAY_SLIP = 5.0


class Scale(NamedTuple):
    """One piece of evidence: what it makes a day cost, in bits, and how it reads in the basis."""

    weigh: Callable[[date], float]
    tell: Callable[[date], str] | str


def tell(scale: Scale, day: date) -> str:
    """How a piece of evidence reads in the basis of a day."""
    return scale.tell if isinstance(scale.tell, str) else scale.tell(day)


def _weekday_name(number: int | None) -> str:
    return WEEKDAY_NAMES[number - 1].title() if number else ""


def scales_of(clues: Clues, twins: Sequence[date], named_year: int | None) -> list[Scale]:
    """The evidence of an article's own words, of its copies that are dated, and of its name."""
    past, past_year, ahead = clues.past, clues.past_year, clues.ahead
    scales = [
        Scale(partial(_weigh_pair, pair), f"“{pair.words}” was a {_weekday_name(pair.weekday)}") for pair in clues.pairs
    ]
    if clues.lead_weekday:
        scales.append(Scale(partial(_weigh_lead, clues.lead_weekday), partial(_tell_lead, clues.lead_weekday)))
    if past:
        scales.append(Scale(partial(_weigh_past, past), f"after {past.words}, told as past"))
    if past_year:
        scales.append(Scale(partial(_weigh_past, past_year), f"after {past_year.words}, told as past"))
    if background := clues.background:
        scales.append(Scale(partial(_weigh_background, background), f"after {background.words}, told as background"))
    if ahead:
        scales.append(Scale(partial(_weigh_ahead, ahead), f"before {ahead.words}, told as still to come"))
    if twins:
        scales.append(Scale(partial(_weigh_twins, twins), "a near-duplicate in the collection is dated"))
    if named_year:
        scales.append(Scale(partial(_weigh_named, named_year), "the file's name states it"))
    return scales


def era(day: date) -> float:
    """What a day costs before anything is said of it."""
    return BEFORE_DATABASES if day.year < DATABASES_SINCE else 0.0


def _at(costs: tuple[tuple[float, ...], float], years: int) -> float:
    near, beyond = costs
    return near[years] if years < len(near) else beyond


def _weigh_past(told: Told, day: date) -> float:
    years, apart = day.year - told.day.year, (day - told.day).days
    if years < 0 or (apart < 0 and told.grain == "day"):
        return SOON_AFTER_ALL if apart >= -SOON else LATER_AFTER_ALL
    cost = _at(PAST[told.grain], years)
    if told.grain != "day":
        return cost
    if apart % 365 <= CLOSE:
        return cost + (CLOSE_BY_CHANCE if apart > CLOSE else CLOSE_OVER_NEW_YEAR if years else CLOSE_IN_OWN_YEAR)
    return cost + (FAR_BY_NATURE if years else FAR_IN_OWN_YEAR)


def _weigh_background(told: Told, day: date) -> float:
    """A storm may be the worst since last week or in a century: every later year is as likely."""
    return 0.0 if told.day <= day else LATER_AFTER_ALL


def _weigh_ahead(told: Told, day: date) -> float:
    if told.day < day and told.day.year < day.year + (told.grain != "year"):
        return AHEAD_PASSED
    return _at(AHEAD, max(told.day.year - day.year, 0))


def _weigh_twins(twins: Sequence[date], day: date) -> float:
    return 0.0 if any(abs((day - twin).days) <= 10 for twin in twins) else AGAINST


def _weigh_named(year: int, day: date) -> float:
    return 0.0 if day.year == year else AGAINST


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


def pair_fits(pair: Said, day: date) -> bool:
    """Whether a weekday told with a day is that of the turn of the day nearest to another one."""
    found = pair.near(day)
    return found is not None and found.isoweekday() == pair.weekday


def _weigh_pair(pair: Said, day: date) -> float:
    return 0.0 if pair_fits(pair, day) else WEEKDAY_SLIP


def contradictions(day: date, clues: Clues, twins: Sequence[date], named_year: int | None) -> list[str]:
    """What speaks against a day that was chosen all the same."""
    found = [
        f"put into {day.year}, although {told.words} is told as past"
        for told in (clues.past, clues.past_year)
        if told and told.day > day
    ]
    if clues.ahead and clues.ahead.day.year < day.year:
        found.append(f"put into {day.year}, although {clues.ahead.words} is told as still to come")
    if named_year and named_year != day.year:
        found.append(f"put into {day.year}, although the file's name states {named_year}")
    if twins and _weigh_twins(twins, day):
        found.append(f"put into {day.year}, although a near-duplicate in the collection is of {min(twins)}")
    for pair in clues.pairs:
        other = pair.near(day)
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
