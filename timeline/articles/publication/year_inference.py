"""Which year does a day without a year belong to?

Every piece of evidence adds to the cost of each candidate year (`scales_of`). The cheapest year wins where it is
clearly likelier than all others together. Otherwise the year stays unknown, since a wrong one would spoil every
relative date. The other articles of the collection are evidence as well.
"""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from datetime import date, timedelta
from functools import partial
from itertools import accumulate, pairwise
from typing import NamedTuple

from timeline.articles.publication.dateline import StatedDay  # noqa: TC001  the doctests use it
from timeline.articles.publication.evidence import (  # noqa: F401  the doctests use them
    AGAINST,
    Clues,
    MentionedDate,
    Scale,
    contradictions,
    era,
    pair_fits,
    reason_of,
    scales_of,
)
from timeline.schemas import SURE

# A collection is about one story or many years: each year counts by its articles, and every other one by this much.
STRAY = 0.09
HALF_A_YEAR = timedelta(days=183)
# That a dated one of them lies so near in the calendar is no chance, or is it? At most this many bits.
CLOSEST, MOST_NEAR = 3.3, 200


class Others(NamedTuple):
    """The days that the articles without a year may lie on, sorted, with the sums of their likelihoods up to each."""

    days: tuple[date, ...] = ()
    sums: tuple[float, ...] = (0.0,)

    def near(self, day: date) -> float:
        """How many of them lie within half a year of a day, counted by their likelihood."""
        after = bisect_right(self.days, day + HALF_A_YEAR)
        return self.sums[after] - self.sums[bisect_left(self.days, day - HALF_A_YEAR)]


def gather(likelihoods: Sequence[dict[date, float]]) -> Others:
    """What the articles that state no year say together, each by its own words.

    >>> gather([{date(2014, 5, 1): 0.25, date(2015, 5, 1): 0.75}, {date(2015, 6, 1): 0.5}]).near(date(2015, 5, 20))
    1.25
    """
    days = sorted((day, share) for shares in likelihoods for day, share in shares.items())
    return Others(tuple(day for day, _ in days), tuple(accumulate((share for _, share in days), initial=0.0)))


def weigh_pile(known: Sequence[date], others: Others, own: dict[date, float], day: date) -> float:
    """The bits of a day: the share of the collection around it, and how unlikely chance brings an article so near."""
    first, last = bisect_left(known, day - HALF_A_YEAR), bisect_right(known, day + HALF_A_YEAR)
    # An article is no witness of itself, nor are its copies.
    share = last - first + max(others.near(day) - own.get(day, 0.0), 0.0) + STRAY
    # A large pile is close to every day: it is only counted, for each of its articles asks.
    near = known[first:last] if last - first <= MOST_NEAR else ()
    return _weigh_closeness(near, day) - math.log2(share)


def _weigh_closeness(near: Sequence[date], day: date) -> float:
    """The part of the calendar, in bits, that lies as near to one of them as the day does: chance hits it so often."""
    if not near:
        return 0.0
    reach = 2 * abs((day - _nearest(near, day)).days) + 1
    covered = reach + sum(min((after - before).days, reach) for before, after in pairwise(near))
    return max(math.log2(min(covered / (2 * HALF_A_YEAR.days), 1)), -CLOSEST)


def _nearest(known: Sequence[date], day: date) -> date:
    index = bisect_left(known, day)
    return min(known[max(0, index - 1) : index + 1], key=lambda other: abs((day - other).days))


def _count_near(known: Sequence[date], day: date, reach: timedelta) -> int:
    return bisect_right(known, day + reach) - bisect_left(known, day - reach)


def pile_reason(known: Sequence[date], day: date) -> str:
    """Why the collection speaks for a day, for the basis of the publication."""
    if _count_near(known, day, HALF_A_YEAR):
        return f"nearest to the dated articles of the collection ({_nearest(known, day)})"
    return "the other articles of the collection fit it best"


# A year is chosen where it is likelier than all others together; below `SURE` a problem states the doubt.
LIKELY = 0.55
RIVAL = 2.0
FIRST_YEAR, LAST_YEAR = 1850, 2100
LATER_YEARS = 12


class Verdict(NamedTuple):
    """The day with its year, or null; why, in words; what speaks against it; and how likely the year is (0 to 1)."""

    day: date | None
    basis: str
    problems: tuple[str, ...]
    likelihood: float | None = None

    @property
    def doubted(self) -> bool:
        """Whether the year is no surer than that."""
        return self.likelihood is not None and self.likelihood < SURE


def weigh_years(
    stated_day: StatedDay, clues: Clues, *, latest: date | None = None, named_year: int | None = None
) -> dict[date, float]:
    """How likely each day is by the article's own words, all together 1; empty where they say nothing of the year."""
    scales = scales_of(clues, (), named_year)
    days = _candidates(stated_day, clues, latest, (), (), named_year) if scales else []
    odds = {day: 2 ** -(sum(scale.weigh(day) for scale in scales) + era(day)) for day in days}
    return {day: share / sum(odds.values()) for day, share in odds.items()}


def infer_year(
    stated_day: StatedDay,
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

    `others` are the days of the articles that state no year either, `own` the part of them that is this article's.
    A year that is likelier than all others together is chosen; below `SURE` a problem states the doubt.

    >>> stated_day = StatedDay(10, 21, None, "October 21")
    >>> mention = MentionedDate(date(2014, 2, 1), "February 2014")
    >>> infer_year(stated_day, Clues(mention, None, None, (), 3), latest=date(2020, 1, 1)).day
    datetime.date(2015, 10, 21)
    """
    scales = scales_of(clues, twins, named_year)
    others, own = others or Others(), own or {}
    if known or len(others.days) > len(own):
        scales.append(Scale(partial(weigh_pile, known, others, own), partial(pile_reason, known)))
    years = _candidates(stated_day, clues, latest, known, twins, named_year)
    if not years:
        return Verdict(None, "", (f"“{stated_day.words}” fits no year up to {latest}",))
    if not scales:
        return Verdict(None, "", (_no_year(stated_day),))
    weights = {day: sum(scale.weigh(day) for scale in scales) + era(day) for day in years}
    best, *losers = sorted(weights, key=lambda day: (weights[day], day))
    likelihood = 1 / sum(2 ** (weights[best] - weight) for weight in weights.values())
    if likelihood < LIKELY:
        rivals = sorted(day for day in weights if weights[day] - weights[best] < RIVAL)
        fits = (
            f"{_listed([str(day.year) for day in rivals])} fit nearly alike"
            if len(rivals) > 1
            else f"{best.year} is likely ({likelihood:.0%}) but not certain, next comes {losers[0].year}"
        )
        return Verdict(None, "", (_no_year(stated_day, fits), *_split(clues, rivals)))
    decisive = [scale for scale in scales if not losers or scale.weigh(losers[0]) - scale.weigh(best) > 0.25]
    reasons = [reason_of(scale, best) for scale in decisive or scales if scale.weigh(best) < AGAINST / 2]
    doubt = [_doubt(stated_day, best, losers, likelihood)] if likelihood < SURE else []
    against = contradictions(best, clues, twins, named_year)
    how = f"inferred with doubt ({likelihood:.0%})" if doubt else "inferred"
    return Verdict(best, f"year {best.year} {how}: " + "; ".join(reasons), (*doubt, *against), likelihood)


def _listed(years: list[str]) -> str:
    return f"{len(years)} years" if len(years) > 8 else " and ".join(filter(None, (", ".join(years[:-1]), years[-1])))


def _no_year(stated_day: StatedDay, reason: str = "nothing tells which") -> str:
    return f"“{stated_day.words}” states no year and {reason}: give the day with published= or a corrections file"


def _doubt(stated_day: StatedDay, best: date, losers: list[date], likelihood: float) -> str:
    rival = f", next comes {losers[0].year}" if losers else ""
    return f"the year of “{stated_day.words}” is not certain: {best.year} is likely ({likelihood:.0%}{rival})"


def _split(clues: Clues, rivals: list[date]) -> list[str]:
    """A weekday that some of the rivals contradict is part of the reason why none of them wins."""
    found = []
    for pair in clues.pairs:
        fitting = [str(day.year) for day in rivals if pair_fits(pair, day)]
        if len(fitting) < len(rivals):
            found.append(f"the weekday of “{pair.words}” fits {', '.join(fitting) or 'none'} of these years")
    return found


def _candidates(
    stated_day: StatedDay,
    clues: Clues,
    latest: date | None,
    known: Sequence[date],
    twins: Sequence[date],
    named_year: int | None,
) -> list[date]:
    mentioned_years = [item.day.year for item in (clues.past, clues.past_year, clues.background) if item]
    near = [day.year for day in (*known[:1], *known[-1:], *twins)] + ([named_year] if named_year else [])
    ahead = [clues.ahead.day.year] if clues.ahead else []
    if mentioned_years:
        first = max(mentioned_years) - 1
    else:
        first = min(
            [year - LATER_YEARS for year in near] + [year - 2 * LATER_YEARS for year in ahead], default=FIRST_YEAR
        )
    last = (
        latest.year if latest else max([*mentioned_years, *near, *ahead], default=LAST_YEAR - LATER_YEARS) + LATER_YEARS
    )
    days = (stated_day.on(year) for year in range(first, last + 1))
    return [day for day in days if day and (latest is None or day <= latest)]
