"""Which year does a day without a year belong to?

Every piece of evidence makes each candidate year dearer, in bits: the negative logarithm of how likely the evidence is
in an article of that year, as counted in newswire. The cheapest year wins where it is clearly likelier than all
others together; otherwise it stays unknown, for a wrong one would poison every relative date after it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import NamedTuple

from timeline.publication.clues import Clues, Told  # noqa: TC001 - the doctests use them
from timeline.publication.collection import Others, tell_pile, weigh_pile
from timeline.publication.spellings import Said  # noqa: TC001 - the doctests use it
from timeline.vocabulary import WEEKDAY_NAMES

# A year that is not likelier than all others together is not chosen; one that is no more than that is told to be in doubt.
LIKELY, SURE = 0.55, 0.8
RIVAL = 2.0
# How the basis of a day says that its year was not stated.
GUESSED = r"”, year [0-9]{4} (?:inferred|from the (?:[^c]|c[^o]))"
FIRST_YEAR, LAST_YEAR = 1850, 2100
LATER_YEARS = 12
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


class Verdict(NamedTuple):
    """The day with its year, or null; why, in words; and what speaks against it."""

    day: date | None
    basis: str
    problems: tuple[str, ...]
    doubted: bool = False


def weigh_years(
    said: Said, clues: Clues, *, latest: date | None = None, named_year: int | None = None
) -> dict[date, float]:
    """How likely each day is by the article's own words, all together 1; nothing where they say nothing about the year."""
    scales = _scales(clues, (), named_year)
    days = _candidates(said, clues, latest, (), (), named_year) if scales else []
    odds = {day: 2 ** -(sum(scale.weigh(day) for scale in scales) + _era(day)) for day in days}
    return {day: share / sum(odds.values()) for day, share in odds.items()}


def infer_year(
    said: Said,
    clues: Clues,
    *,
    latest: date | None = None,
    known: Sequence[date] = (),
    twins: Sequence[date] = (),
    named_year: int | None = None,
    others: Others | None = None,
    own: dict[date, float] | None = None,
) -> Verdict:
    """The year of a day that states none: not later than `latest`, near `known` days (sorted), next to its `twins`.

    `others` are the days of the articles that state no year either, `own` the part of them that is this article's. A
    year that is likelier than all others together, and no more than that, is chosen with the doubt told in its problems.

    >>> said = Said(10, 21, None, "October 21")
    >>> told = Told(date(2014, 2, 1), "February 2014")
    >>> infer_year(said, Clues(told, None, None, (), 3), latest=date(2020, 1, 1)).day
    datetime.date(2015, 10, 21)
    """
    scales = _scales(clues, twins, named_year)
    others, own = others or Others(), own or {}
    if known or len(others.days) > len(own):
        scales.append(Scale(partial(weigh_pile, known, others, own), partial(tell_pile, known)))
    years = _candidates(said, clues, latest, known, twins, named_year)
    if not years:
        return Verdict(None, "", (f"“{said.words}” fits no year up to {latest}",))
    if not scales:
        return Verdict(None, "", (_no_year(said),))
    weights = {day: sum(scale.weigh(day) for scale in scales) + _era(day) for day in years}
    best, *losers = sorted(weights, key=lambda day: (weights[day], day))
    likelihood = 1 / sum(2 ** (weights[best] - weight) for weight in weights.values())
    if likelihood < LIKELY:
        rivals = sorted(day for day in weights if weights[day] - weights[best] < RIVAL)
        fits = (
            f"{_listed([str(day.year) for day in rivals])} fit nearly alike"
            if len(rivals) > 1
            else f"{best.year} is likely ({likelihood:.0%}) but not certain, next comes {losers[0].year}"
        )
        return Verdict(None, "", (_no_year(said, fits), *_split(clues, rivals)))
    telling = [scale for scale in scales if not losers or scale.weigh(losers[0]) - scale.weigh(best) > 0.25]
    reasons = [_tell(scale, best) for scale in telling or scales if scale.weigh(best) < AGAINST / 2]
    doubt = [_doubt(said, best, losers, likelihood)] if likelihood < SURE else []
    against = _contradictions(best, clues, twins, named_year)
    how = f"inferred with doubt ({likelihood:.0%})" if doubt else "inferred"
    return Verdict(best, f"year {best.year} {how}: " + "; ".join(reasons), (*doubt, *against), doubted=bool(doubt))


def _listed(years: list[str]) -> str:
    return f"{len(years)} years" if len(years) > 8 else " and ".join(filter(None, (", ".join(years[:-1]), years[-1])))


def _no_year(said: Said, reason: str = "nothing tells which") -> str:
    return f"“{said.words}” states no year and {reason}: give the day with published= or a corrections file"


def _doubt(said: Said, best: date, losers: list[date], likelihood: float) -> str:
    rival = f", next comes {losers[0].year}" if losers else ""
    return f"the year of “{said.words}” is not certain: {best.year} is likely ({likelihood:.0%}{rival})"


def _split(clues: Clues, rivals: list[date]) -> list[str]:
    """A weekday that some of the rivals contradict is part of the reason why none of them wins."""
    found = []
    for pair in clues.pairs:
        fitting = [str(day.year) for day in rivals if _pair_fits(pair, day)]
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
    told = [item.day.year for item in (clues.past, clues.past_year, clues.background) if item]
    near = [day.year for day in (*known[:1], *known[-1:], *twins)] + ([named_year] if named_year else [])
    ahead = [clues.ahead.day.year] if clues.ahead else []
    if told:
        first = max(told) - 1
    else:
        first = min(
            [year - LATER_YEARS for year in near] + [year - 2 * LATER_YEARS for year in ahead], default=FIRST_YEAR
        )
    last = latest.year if latest else max([*told, *near, *ahead], default=LAST_YEAR - LATER_YEARS) + LATER_YEARS
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


def _scales(clues: Clues, twins: Sequence[date], named_year: int | None) -> list[Scale]:
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


def _era(day: date) -> float:
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


def _pair_fits(pair: Said, day: date) -> bool:
    found = pair.near(day)
    return found is not None and found.isoweekday() == pair.weekday


def _weigh_pair(pair: Said, day: date) -> float:
    return 0.0 if _pair_fits(pair, day) else WEEKDAY_SLIP


def _contradictions(day: date, clues: Clues, twins: Sequence[date], named_year: int | None) -> list[str]:
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
