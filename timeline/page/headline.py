"""A title for a page that was given none: the names that its events share, and the time they take."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

from timeline.calendar.arithmetic import civil
from timeline.calendar.display import DAY, MONTHS, year_name
from timeline.charts.marks import marks, with_columns
from timeline.charts.stretch import story

if TYPE_CHECKING:
    from collections.abc import Iterator

NAMES = 3  # so many names at most,
STEM = 5  # letters that names with one stem share
COMMON = 0.04  # each in at least this share of the weight


def headline(events: pl.DataFrame) -> str:
    """The commonest names of the events and the months that hold most of their weight.

    `events` has the columns of `merge_events`. Without a common name it is "Timeline" and the months, without an event
    "Timeline".

    >>> frame = pl.DataFrame({"title": ["Talks"] * 3, "place": ["Oslo"] * 3, "start_day": [16709, 16710, 16711]})
    >>> headline(frame.with_columns(end_day=pl.col("start_day") + 1))
    'Oslo · October 2015'
    """
    drawn = marks(events, None)
    if drawn.is_empty():
        return "Timeline"
    lo, hi = story(drawn)
    inside = drawn.filter(pl.col("x2") > lo, pl.col("x") < hi)
    frame = with_columns(events).filter(pl.col("event_id").is_in(inside["event_id"].implode()))
    names = ", ".join(_commonest(frame)) or "Timeline"
    first, last = inside.select(pl.col("x").clip(lower_bound=lo).min(), pl.col("x2").clip(upper_bound=hi).max()).row(0)
    return f"{names} · {_period(int(first // DAY), int((last - 1) // DAY))}"


def _commonest(frame: pl.DataFrame) -> list[str]:
    weighed: dict[str, float] = {}
    total = 0.0
    for place, actors, score in frame.select("place", "actors", "score").iter_rows():
        weight = score or 1.0
        total += weight
        for name in dict.fromkeys([place, *(actors or [])]):
            if name:
                weighed[name] = weighed.get(name, 0.0) + weight
    common = [name for name, weight in weighed.items() if weight >= COMMON * total]
    best = sorted(common, key=lambda name: (-weighed[name], name))
    return list(_distinct(best))[:NAMES]


def _distinct(names: list[str]) -> Iterator[str]:
    """The names without those akin to a name before them."""
    kept: list[str] = []
    for name in names:
        if not any(_akin(name, other) for other in kept):
            kept.append(name)
            yield name


def _akin(one: str, other: str) -> bool:
    """Whether one name holds the other, or both begin alike: "Bashar al-Assad" and "Assad", "Russia" and "Russian"."""
    words, others = set(one.casefold().split()), set(other.casefold().split())
    return words <= others or words >= others or any(a[:STEM] == b[:STEM] for a in words for b in others)


def _period(first: int, last: int) -> str:
    (year, month, _), (year2, month2, _) = civil(first), civil(last)
    if year2 - year > 2:
        return f"{year_name(year)} – {year_name(year2)}"
    if (year, month) == (year2, month2):
        return f"{MONTHS[month - 1]} {year_name(year)}"
    if year == year2:
        return f"{MONTHS[month - 1]} – {MONTHS[month2 - 1]} {year_name(year)}"
    return f"{MONTHS[month - 1]} {year_name(year)} – {MONTHS[month2 - 1]} {year_name(year2)}"
