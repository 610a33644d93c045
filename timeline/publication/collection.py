"""The collection as a witness: what its other articles say about the year of one that states none."""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from datetime import date, timedelta
from itertools import accumulate, pairwise
from typing import NamedTuple

# A pile tells of one story or of many years: each year counts by its articles, and every other one by this much.
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
    """The share of the collection in that half of a year, and how unlikely it is that chance alone brings one so near."""
    first, last = bisect_left(known, day - HALF_A_YEAR), bisect_right(known, day + HALF_A_YEAR)
    # An article is no witness of itself, nor are its copies.
    share = last - first + max(others.near(day) - own.get(day, 0.0), 0.0) + STRAY
    # A large pile is close to every day: it is only counted, for each of its articles asks.
    near = known[first:last] if last - first <= MOST_NEAR else ()
    return _weigh_closeness(near, day) - math.log2(share)


def _weigh_closeness(near: Sequence[date], day: date) -> float:
    """The part of the calendar that lies as near to one of them as the day does, in bits: chance would hit it so often."""
    if not near:
        return 0.0
    reach = 2 * abs((day - _nearest(near, day)).days) + 1
    covered = reach + sum(min((after - before).days, reach) for before, after in pairwise(near))
    return max(math.log2(min(covered / (2 * HALF_A_YEAR.days), 1)), -CLOSEST)


def _nearest(known: Sequence[date], day: date) -> date:
    place = bisect_left(known, day)
    return min(known[max(0, place - 1) : place + 1], key=lambda other: abs((day - other).days))


def _count_near(known: Sequence[date], day: date, reach: timedelta) -> int:
    return bisect_right(known, day + reach) - bisect_left(known, day - reach)


def tell_pile(known: Sequence[date], day: date) -> str:
    """Why the collection speaks for a day, for the basis of the publication."""
    if _count_near(known, day, HALF_A_YEAR):
        return f"nearest to the dated articles of the collection ({_nearest(known, day)})"
    return "the other articles of the collection fit it best"
