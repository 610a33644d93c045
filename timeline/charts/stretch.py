"""Where a picture opens: the stretch of time that holds the story, and what lies before and after it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

from timeline.calendar.arithmetic import civil
from timeline.calendar.display import DAY, YEAR, year_name

if TYPE_CHECKING:
    from collections.abc import Sequence

SHARE = 0.75  # of the weight of the events that have a day
NEAR = 0.12  # a gap of at most this share of the stretch ends no story,
LONGEST = 1.6  # which grows by near events to so many times its length
WORTH = 0.7  # a stretch that is longer than this share of all time leaves too little out
FEW = 8  # fewer events than this are shown whole


def whole(drawn: pl.DataFrame) -> tuple[float, float]:
    """The stretch of time, in milliseconds, that holds every event with some room on both sides.

    `drawn` has the columns `x` and `x2` (Float64, milliseconds since 1970 in UTC) of `timeline.charts.marks.marks`.

    >>> day = 86_400_000.0
    >>> lo, hi = whole(pl.DataFrame({"x": [0.0], "x2": [10 * day]}))
    >>> lo / day, hi / day
    (-1.0, 11.0)
    """
    if drawn.is_empty():
        return 0.0, float(YEAR)
    return aired(*_edges(drawn))


def story(drawn: pl.DataFrame) -> tuple[float, float]:
    """The stretch of time, in milliseconds, where three quarters of the weight of day-precise events lie.

    `drawn` has the columns `x`, `x2`, `kind` and `score` of `timeline.charts.marks.marks`. It is the shortest such
    stretch, and what lies near it on both sides belongs to it. Where it leaves hardly anything out, it is all time.

    >>> day = 86_400_000.0
    >>> days = [0.0, *(5000.0 + day for day in range(9))]
    >>> frame = pl.DataFrame({"x": days, "kind": "exact", "score": 1.0}).with_columns(pl.col("x") * day)
    >>> lo, hi = story(frame.with_columns(x2=pl.col("x") + day))
    >>> lo / day, hi / day
    (4999.0, 5010.0)
    """
    everything = whole(drawn)
    precise = drawn.filter(pl.col("kind") == "exact").sort("x", "x2")
    if precise.height < FEW:
        return everything
    weights = precise["score"] if float(precise["score"].sum()) > 0 else pl.Series([1.0] * precise.height)
    lo, hi = heaviest(precise["x"].to_list(), precise["x2"].to_list(), weights.to_list())
    lo, hi = aired(*_grown(drawn, lo, hi))
    return everything if hi - lo > WORTH * (everything[1] - everything[0]) else (lo, hi)


def heaviest(starts: Sequence[float], ends: Sequence[float], weights: Sequence[float]) -> tuple[float, float]:
    """The shortest stretch that holds `SHARE` of the weight; `starts` are in order of time.

    >>> heaviest([0, 50, 51, 52], [1, 51, 52, 53], [1, 1, 1, 1])
    (50, 53)
    """
    wanted = SHARE * sum(weights) * (1 - 1e-9)
    best, first, held = (starts[0], max(ends)), 0, 0.0
    for last, weight in enumerate(weights):
        held += weight
        while held - weights[first] >= wanted:
            held -= weights[first]
            first += 1
        if held >= wanted and ends[last] - starts[first] < best[1] - best[0]:
            best = (starts[first], ends[last])
    return best


def _grown(drawn: pl.DataFrame, lo: float, hi: float) -> tuple[float, float]:
    """The stretch with what lies near it, the nearest first."""
    near, longest = max((hi - lo) * NEAR, DAY), max((hi - lo) * LONGEST, 3 * DAY)
    earlier = drawn.filter(pl.col("x") < lo)["x"].sort(descending=True).to_list()
    later = drawn.filter(pl.col("x2") > hi)["x2"].sort().to_list()
    before = after = 0
    while True:
        back = lo - earlier[before] if before < len(earlier) else float("inf")
        on = later[after] - hi if after < len(later) else float("inf")
        step = min(back, on)
        if step > near or hi - lo + step > longest:
            return lo, hi
        if back <= on:
            lo, before = earlier[before], before + 1
        else:
            hi, after = later[after], after + 1


def aired(lo: float, hi: float) -> tuple[float, float]:
    """The stretch with some room on both sides.

    >>> aired(0.0, 1000.0 * 86_400_000)[0] / 86_400_000
    -30.0
    """
    air = max((hi - lo) * 0.03, 4 * DAY if hi - lo < 3 * DAY else DAY)
    return lo - air, hi + air


def outside(drawn: pl.DataFrame, lo: float, hi: float) -> tuple[pl.DataFrame, pl.DataFrame]:
    """The events that end before a stretch, and those that begin after it.

    >>> frame = pl.DataFrame({"x": [0.0, 50.0, 90.0], "x2": [1.0, 51.0, 91.0]})
    >>> [part.height for part in outside(frame, 10.0, 60.0)]
    [1, 1]
    """
    return drawn.filter(pl.col("x2") <= lo), drawn.filter(pl.col("x") >= hi)


def years(drawn: pl.DataFrame) -> str:
    """The years that events span, in words.

    >>> years(pl.DataFrame({"x": [0.0], "x2": [86_400_000.0]}))
    '1970'
    """
    lo, hi = _edges(drawn)
    first, last = (year_name(civil(int(edge // DAY))[0]) for edge in (lo, hi - 1))
    return first if first == last else f"{first} – {last}"


def _edges(drawn: pl.DataFrame) -> tuple[float, float]:
    lo, hi = drawn.select(pl.col("x").min(), pl.col("x2").max()).row(0)
    return lo, hi
