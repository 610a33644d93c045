"""Values as columns, and the columns resolved: value, anchor and direction give the days [start, end).

`columns_of` writes a value as the cell that it means, on the clock of months or of days, with the size of that
cell. `resolve` adds the days. `cell(anchor, unit, n)` is the start of the n-th unit-sized cell counted from the one
that holds the anchor, and `end` is `cell(start, unit, 1)`.
"""

from __future__ import annotations

import polars as pl

from timeline.calendar.arithmetic import (
    AHEAD,
    DAYS_IN,
    FAR_AHEAD,
    INDICES,
    MONTHS_IN,
    SECONDS_IN,
    cycle_of,
    day_of_month,
    easter_of,
    grain_of,
    iso_weekday,
    monday,
    month_of_day,
    month_offset,
    seconds_of,
    suffix_of,
)
from timeline.calendar.values import Calendar, Recurring, Shift, Value

KINDS = ["calendar", "shift", "recurring"]
LEAN = pl.Enum(["published", "told", "chain"])
PICK = pl.Enum(
    ["in", "nearest", "recent", "soon", "on_or_before", "on_or_after", "before", "after", "order", "century"]
)
GRAINS = [*SECONDS_IN, "part", *DAYS_IN, *MONTHS_IN]
COLUMNS: dict[str, pl.DataType | type[pl.DataType]] = {
    "kind": pl.Enum(KINDS),
    "year": pl.Int64,
    "n": pl.Int64,
    "unit_months": pl.Int64,
    "unit_days": pl.Int64,
    "month_offset": pl.Int64,
    "day": pl.Int64,
    "weekday": pl.Int64,
    "nth": pl.Int64,
    "week": pl.Int64,
    "easter": pl.Int64,
    "grain": pl.Enum(GRAINS),
    "size_months": pl.Int64,
    "size_days": pl.Int64,
    "first_second": pl.Int64,
    "last_second": pl.Int64,
    "suffix": pl.String,
}


_NOWHERE = (None,) * len(COLUMNS)


def columns_of(value: Value) -> tuple[object, ...]:
    """A value in the order of `COLUMNS`; all null, `kind` first, where it has no place on the line."""
    kind: str
    if isinstance(value, Calendar):
        kind, year, n, months, days = "calendar", value.year, 0, 12 * value.years, 0
    elif isinstance(value, Recurring):
        (months, days), year = cycle_of(value.cell), None
        kind, n = "recurring", value.n
    elif isinstance(value, Shift) and (value.unit in MONTHS_IN or value.unit in DAYS_IN):
        kind, year, n, months, days = "shift", None, value.n, MONTHS_IN.get(value.unit, 0), DAYS_IN.get(value.unit, 0)
    else:
        return _NOWHERE
    cell, grain = value.cell, grain_of(value)
    weekend = grain == "weekend"
    first, last = seconds_of(cell)
    return (
        kind, year, n, months, days,
        month_offset(cell), cell.day, 6 if weekend else cell.weekday, cell.nth, cell.week, cell.easter,
        grain, MONTHS_IN.get(grain, 0), 2 if weekend else DAYS_IN.get(grain, 1), first, last, suffix_of(cell, grain),
    )  # fmt: skip


# What the arithmetic asks of a frame.
NEEDED = (
    "kind year n unit_months unit_days month_offset day weekday nth week easter size_months size_days anchor_day pick"
).split()


def resolve(frame: pl.DataFrame) -> pl.DataFrame:
    """Add `start_day` and `end_day` (Int64, half-open) to a frame with the value columns, `anchor_day` and `pick`.

    Null where the value has no place, the anchor is missing, or the day does not exist (30 February).

    >>> from timeline.calendar.columns import COLUMNS, columns_of
    >>> from timeline.calendar.values import parse
    >>> october = pl.DataFrame([columns_of(parse("XXXX-10"))], schema=COLUMNS, orient="row")
    >>> found = resolve(october.with_columns(anchor_day=pl.lit(16755, pl.Int64), pick=pl.lit("nearest")))
    >>> found.select(pl.col("start_day", "end_day").cast(pl.Int32).cast(pl.Date)).row(0)
    (datetime.date(2015, 10, 1), datetime.date(2015, 11, 1))
    """
    # The clocks are reckoned on whole columns: as one expression, a formula that names its argument ten times is slow
    # to plan.
    recurring = pl.col("kind") == "recurring"
    asked = frame.select(NEEDED).with_columns(_month=month_of_day(frame["anchor_day"]), index=pl.lit(0, pl.Int64))
    cells = _cell(asked.with_columns(n=pl.when(recurring).then(0).otherwise("n")))
    start, end = cells["start"], cells["end"]
    open_cycle = recurring & (pl.col("pick") != "in") & pl.col("anchor_day").is_not_null()
    rows = cells.select(open_cycle.fill_null(False)).to_series().arg_true()
    if len(rows):
        chosen = _chosen(cells[rows])
        start, end = start.scatter(rows, chosen["start"]), end.scatter(rows, chosen["end"])
    rows = frame.select((recurring & (pl.col("n") != 0)).fill_null(False)).to_series().arg_true()
    if len(rows):
        # The cycles that are counted on from the one that the direction chose.
        near = start.gather(rows)
        counted = _cell(asked[rows].with_columns(anchor_day=near, _month=month_of_day(near)))
        start, end = start.scatter(rows, counted["start"]), end.scatter(rows, counted["end"])
    return frame.with_columns(start_day=start, end_day=end)


def _cell(frame: pl.DataFrame) -> pl.DataFrame:
    """Add `start` and `end`, the days of each row's cell, `index` cycles away from the one that holds the anchor."""
    c = pl.col
    unit, n = c("unit_months"), c("n") + c("index")
    base = frame.select(
        pl.when(c("kind") == "calendar")
        .then(12 * c("year"))
        .otherwise(c("_month") // pl.max_horizontal(unit, 1) * unit + n * unit)
    ).to_series()
    at = base + frame["month_offset"].fill_null(0)
    # What is smaller than a month lies within one.
    frame = frame.with_columns(
        _base=base, _first=day_of_month(at), _next=day_of_month(at + frame["size_months"].clip(1))
    )
    first, day = c("_first"), c("day")
    in_month = pl.when(day.is_null()).then(first).when(day <= c("_next") - first).then(first + day - 1)
    in_week = monday(c("anchor_day")) + 7 * n + c("weekday").fill_null(1) - 1
    frame = frame.with_columns(
        start=pl.when(unit > 0).then(in_month).when(c("unit_days") == 7).then(in_week).otherwise(c("anchor_day") + n)
    )
    rare = frame.select(pl.any_horizontal(c("nth", "week", "easter").is_not_null())).to_series().arg_true()
    if len(rare):
        frame = frame.with_columns(frame["start"].scatter(rare, _counted(frame[rare])))
    return frame.with_columns(end=pl.when(c("size_months") > 0).then(c("_next")).otherwise(c("start") + c("size_days")))


def _counted(frame: pl.DataFrame) -> pl.Series:
    """The start of a cell that is counted: the n-th weekday (from a day on) or week of a month, days from Easter.

    The fifth Monday of a month that has four is null.
    """
    c = pl.col
    nth, week, weekday, first, last = c("nth"), c("week"), c("weekday"), c("_first"), c("_next") - 1
    since = first + c("day").fill_null(1) - 1
    frame = frame.with_columns(
        _nth=pl.when(weekday.is_null())
        .then(pl.when(nth > 0).then(first + 7 * (nth - 1)).otherwise(last + 1 + 7 * nth))
        .when(nth > 0)
        .then(since + (weekday - iso_weekday(since)) % 7 + 7 * (nth - 1))
        .otherwise(last - (iso_weekday(last) - weekday) % 7 + 7 * (nth + 1)),
        _easter=easter_of(frame["_base"] // 12) + frame["easter"],
    )
    return frame.select(
        pl.when(c("_easter").is_not_null()).then(c("_easter"))
        .when(nth.is_not_null()).then(pl.when(c("_nth").is_between(first, last)).then(c("_nth")))
        .when(week > 0).then(monday(first + 3) + 7 * (week - 1) + weekday.fill_null(1) - 1)
        .otherwise(monday(c("start")))
    ).to_series()  # fmt: skip


def _chosen(cells: pl.DataFrame) -> pl.DataFrame:
    """The `start` and `end` of the cell that each row's direction takes: the last one that has begun, or the next."""
    c, anchor, direction = pl.col, pl.col("anchor_day"), pl.col("pick")
    ahead = c("start") > anchor
    other = _cell(cells.with_columns(index=pl.when(ahead).then(-1).otherwise(1)))
    frame = cells.select(
        "pick",
        "anchor_day",
        "start",
        "end",
        other["start"].alias("other_start"),
        other["end"].alias("other_end"),
        ahead=ahead,
        weekly=c("week").is_not_null(),
    ).with_columns(
        last=pl.when("ahead").then("other_start").otherwise("start"),
        last_end=pl.when("ahead").then("other_end").otherwise("end"),
        next=pl.when("ahead").then("start").otherwise("other_start"),
        next_end=pl.when("ahead").then("end").otherwise("other_end"),
    )
    inside = c("last_end") > anchor
    back, away = (anchor - c("last_end") + 1).clip(0), c("next") - anchor
    # Of two cycles as near as each other the one in the anchor's own cycle is taken.
    nearer = (away < back) | ((away == back) & c("ahead"))
    frame = frame.with_columns(
        takes_next=pl.when(direction.is_in(["before", "on_or_before"])).then(False)
        .when(direction == "after").then(True)
        .when(direction == "on_or_after").then(~inside)
        .when(direction == "recent").then(nearer & (away <= AHEAD))
        .when(direction == "soon").then(~inside & (nearer | (away <= FAR_AHEAD)))
        .otherwise(nearer),
        earlier=(direction == "before") & inside,
        # A cycle without such a day, or a week that begins in the year before its own.
        unsettled=c("last").is_null() | c("next").is_null() | c("weekly"),
    )  # fmt: skip
    chosen = frame.select(
        start=pl.when("takes_next").then("next").otherwise("last"),
        end=pl.when("takes_next").then("next_end").otherwise("last_end"),
    )
    rows = frame["earlier"].arg_true()
    if len(rows):
        found = _cell(cells[rows].with_columns(index=pl.when(ahead).then(-2).otherwise(-1)))
        chosen = chosen.select(chosen[name].scatter(rows, found[name]) for name in ("start", "end"))
    rows = (frame["unsettled"] | chosen["start"].is_null()).arg_true()
    if len(rows):
        found = _searched(cells[rows])
        chosen = chosen.select(chosen[name].scatter(rows, found[name]) for name in ("start", "end"))
    return chosen


def _searched(cells: pl.DataFrame) -> pl.DataFrame:
    """What `_chosen` gives, by looking at all the cycles near the anchor."""
    c, start, direction = pl.col, pl.col("start"), pl.col("pick")
    begun, over = start <= c("anchor_day"), c("end") <= c("anchor_day")
    indices = pl.DataFrame({"index": INDICES}, schema={"index": pl.Int64})
    cells = cells.drop("index").with_row_index("row")
    found = _cell(cells.join(indices, how="cross")).filter(start.is_not_null())
    distance = pl.max_horizontal(start - c("anchor_day"), c("anchor_day") - c("end") + 1, 0)
    chosen = found.sort(distance, c("index").abs(), "index").group_by("row", maintain_order=True).agg(
        direction.first(), c("anchor_day").first(), nearest=start.first(),
        before=start.filter(over).max(), latest=start.filter(begun).max(),
        coming=start.filter(~over).min(), after=start.filter(~begun).min(),
    ).select(
        "row",
        start=pl.when(direction == "before").then("before")
        .when(direction == "on_or_before").then("latest")
        .when(direction == "after").then("after")
        .when(direction == "on_or_after").then("coming")
        .when((direction == "recent") & (c("nearest") > c("anchor_day") + AHEAD)).then("latest")
        .when((direction == "soon") & (c("coming") <= c("anchor_day") + FAR_AHEAD)).then("coming")
        .otherwise("nearest"),
    )  # fmt: skip
    chosen = chosen.join(found.select("row", "start", "end").unique(["row", "start"]), on=["row", "start"], how="left")
    return cells.select("row").join(chosen, on="row", how="left", maintain_order="left")
