"""Value x anchor x pick -> [start, end): integer arithmetic on two clocks, days and months.

A value arrives as columns (`cells.columns_of`); `resolve` adds the days it covers. `cell(anchor, unit, n)` is the start of
the n-th unit-sized cell counted from the one that holds the anchor, and `end` is `cell(start, unit, 1)`.
"""

from __future__ import annotations

from collections.abc import Callable

import polars as pl

from timeline.clocks import day_of_month, easter_of, iso_weekday, monday, month_of_day

# "recent": the nearest, but no further ahead than this many days.
AHEAD = 60
# "soon": the next turn, but no further ahead than this many days; else the nearest.
FAR_AHEAD = 270
# The turns of a cycle that are looked at: 29 February may be eight years off.
TURNS = (-2, -1, 0, 1)
LEAPS = tuple(range(-8, 9))


def resolve(frame: pl.DataFrame) -> pl.DataFrame:
    """Add `start_day` and `end_day` (Int64, half-open) to a frame with the value columns, `anchor_day` and `pick`.

    Null where the value has no place, the anchor is missing, or the day does not exist (30 February).
    """
    c = pl.col
    # The clocks are reckoned on whole columns: as one expression, a formula that names its argument ten times is slow to plan.
    placed = frame.with_columns(_month=month_of_day(frame["anchor_day"]))
    start = _start(placed, 0)
    turns = ((c("kind") == "recurring") & (c("pick") != "in")).fill_null(False)
    leap = (c("month_offset") == 1) & (c("day") == 29)
    parts = frame.select(usual=turns & ~leap.fill_null(False), leap=turns & leap.fill_null(False))
    for part, cycle in (("usual", TURNS), ("leap", LEAPS)):
        rows = parts[part].arg_true()
        if len(rows):
            start = start.scatter(rows, _picked(placed[rows], cycle))
    return frame.with_columns(start_day=start, end_day=_end(frame, start))


def _start(frame: pl.DataFrame, turn: int) -> pl.Series:
    """The first day of each row's cell, `turn` cycles away from the one that holds the anchor."""
    c = pl.col
    unit, n = c("unit_months"), c("n") + turn
    frame = frame.with_columns(
        _base=pl.when(c("kind") == "calendar")
        .then(12 * c("year"))
        .otherwise(c("_month") // pl.max_horizontal(unit, 1) * unit + n * unit)
    )
    at = frame["_base"] + frame["month_offset"].fill_null(0)
    frame = frame.with_columns(_first=day_of_month(at), _next=day_of_month(at + 1))
    first, day = c("_first"), c("day")
    in_month = pl.when(day.is_null()).then(first).when(day <= c("_next") - first).then(first + day - 1)
    in_week = monday(c("anchor_day")) + 7 * n + c("weekday").fill_null(1) - 1
    frame = frame.with_columns(
        _start=pl.when(unit > 0).then(in_month).when(c("unit_days") == 7).then(in_week).otherwise(c("anchor_day") + n)
    )
    rare = frame.select(pl.any_horizontal(c("nth", "week", "easter").is_not_null())).to_series().arg_true()
    return frame["_start"].scatter(rare, _counted(frame[rare])) if len(rare) else frame["_start"]


def _counted(frame: pl.DataFrame) -> pl.Series:
    """The start of a cell that is counted: the n-th weekday or week of a month, a week of the year, days from Easter.

    The fifth Monday of a month that has four is null.
    """
    c = pl.col
    nth, week, weekday, first, last = c("nth"), c("week"), c("weekday"), c("_first"), c("_next") - 1
    frame = frame.with_columns(
        _nth=pl.when(weekday.is_null())
        .then(pl.when(nth > 0).then(first + 7 * (nth - 1)).otherwise(last + 1 + 7 * nth))
        .when(nth > 0)
        .then(first + (weekday - iso_weekday(first)) % 7 + 7 * (nth - 1))
        .otherwise(last - (iso_weekday(last) - weekday) % 7 + 7 * (nth + 1)),
        _easter=easter_of(frame["_base"] // 12) + frame["easter"],
    )
    return frame.select(
        pl.when(c("_easter").is_not_null()).then(c("_easter"))
        .when(nth.is_not_null()).then(pl.when(c("_nth").is_between(first, last)).then(c("_nth")))
        .when(week > 0).then(monday(first + 3) + 7 * (week - 1) + weekday.fill_null(1) - 1)
        .otherwise(monday(c("_start")))
    ).to_series()  # fmt: skip


def _end(frame: pl.DataFrame, start: pl.Series) -> pl.Series:
    months = frame["size_months"]
    return day_of_month(month_of_day(start) + months).zip_with(months > 0, start + frame["size_days"])


def _picked(frame: pl.DataFrame, cycle: tuple[int, ...]) -> pl.Series:
    """The start of the turn of its cycle that each row's pick takes."""
    c, anchor = pl.col, pl.col("anchor_day")
    starts = {turn: _start(frame, turn) for turn in cycle}
    frame = frame.select("pick", "anchor_day").with_columns(
        *(start.alias(f"s{turn}") for turn, start in starts.items()),
        *(_end(frame, start).alias(f"e{turn}") for turn, start in starts.items()),
    )

    def distance(turn: int) -> pl.Expr:
        days = pl.max_horizontal(c(f"s{turn}") - anchor, anchor - c(f"e{turn}") + 1, pl.lit(0))
        return pl.when(c(f"s{turn}").is_not_null()).then(days)

    def last(fits: Callable[[int], pl.Expr]) -> pl.Expr:
        return pl.coalesce([pl.when(fits(turn)).then(c(f"s{turn}")) for turn in reversed(cycle)])

    def first(fits: Callable[[int], pl.Expr]) -> pl.Expr:
        return pl.coalesce([pl.when(fits(turn)).then(c(f"s{turn}")) for turn in cycle])

    frame = frame.with_columns(distance(turn).alias(f"d{turn}") for turn in cycle)
    least = pl.min_horizontal([f"d{turn}" for turn in cycle])
    by_nearness = sorted(cycle, key=lambda turn: (abs(turn), turn))
    frame = frame.with_columns(
        nearest=pl.coalesce([pl.when(c(f"d{turn}") == least).then(c(f"s{turn}")) for turn in by_nearness]),
        latest=last(lambda turn: c(f"s{turn}") <= anchor),
        coming=first(lambda turn: c(f"e{turn}") > anchor),
    )
    pick = c("pick")
    return frame.select(
        pl.when(pick == "before").then(last(lambda turn: c(f"e{turn}") <= anchor))
        .when(pick == "on_or_before").then(c("latest"))
        .when(pick == "after").then(first(lambda turn: c(f"s{turn}") > anchor))
        .when(pick == "on_or_after").then(c("coming"))
        .when((pick == "recent") & (c("nearest") > anchor + AHEAD)).then(c("latest"))
        .when((pick == "soon") & (c("coming") <= anchor + FAR_AHEAD)).then(c("coming"))
        .otherwise(c("nearest"))
    ).to_series()  # fmt: skip
