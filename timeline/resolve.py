"""Value x anchor x pick -> [start, end): integer arithmetic on two clocks, days and months.

A value arrives as columns (`columns_of`); `resolve` adds the days it covers. `cell(anchor, unit, n)` is the start of the
n-th unit-sized cell counted from the one that holds the anchor, and `end` is `cell(start, unit, 1)`.

Days count from 1970-01-01 in the proleptic Gregorian calendar, months from year 0; both exist for every year, BC included.
The conversions are Howard Hinnant's (chrono-compatible low-level date algorithms), Easter is the anonymous Gregorian one.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import polars as pl

from timeline.values import Calendar, Cell, Reading, Recurring, Shift

# The clocks are the same formulas for a column and for a plain integer.
Number = TypeVar("Number", pl.Expr, int)
MONTHS_IN = {"month": 1, "quarter": 3, "season": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}
DAYS_IN = {"day": 1, "week": 7, "weekend": 7}
SEASON_MONTH = {"SP": 2, "SU": 5, "FA": 8, "WI": 11}
# Half-open hours from midnight; a night ends on the next day.
PART_HOURS = {"MO": (6, 12), "AF": (12, 18), "EV": (18, 24), "NI": (18, 30), "DT": (6, 18)}
SECONDS_IN = {"hour": 3600, "minute": 60, "second": 1}

COLUMNS: dict[str, pl.DataType | type[pl.DataType]] = {
    "kind": pl.String,
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
    "grain": pl.String,
    "size_months": pl.Int64,
    "size_days": pl.Int64,
    "first_second": pl.Int64,
    "last_second": pl.Int64,
    "suffix": pl.String,
}


def cycle_of(cell: Cell) -> tuple[int, int]:
    """The cycle a recurring cell turns in, on the clock of months or of days."""
    if any(v is not None for v in (cell.month, cell.quarter, cell.half, cell.season, cell.easter)) or cell.week:
        return 12, 0
    if cell.day is not None:
        return 1, 0
    return (0, 7) if cell.weekday is not None or cell.weekend else (0, 1)


def _grain(cell: Cell, whole: str) -> str:
    for name in ("second", "minute", "hour"):
        if getattr(cell, name) is not None:
            return name
    if cell.part is not None:
        return "part"
    if cell.week is not None and cell.weekday is None or cell.nth is not None and cell.weekday is None:
        return "week"
    if cell.day is not None or cell.weekday is not None or cell.easter is not None:
        return "day"
    if cell.weekend:
        return "weekend"
    for name in ("month", "quarter", "half", "season"):
        if getattr(cell, name) is not None:
            return name
    return whole


def grain_of(value: Calendar | Shift | Recurring) -> str:
    """The size of a value's cell: its last field, or the unit it is counted in.

    >>> grain_of(Calendar(2014, Cell(month=12))), grain_of(Shift(-1, "week")), grain_of(Calendar(1990, years=10))
    ('month', 'week', 'decade')
    """
    if isinstance(value, Calendar):
        return _grain(value.cell, {1: "year", 10: "decade", 100: "century"}[value.years])
    return _grain(value.cell, value.unit if isinstance(value, Shift) else "day")


def columns_of(reading: Reading) -> dict[str, object]:
    """The columns of a reading's value; `kind` is null where the value has no place on the line."""
    value = reading.value
    row: dict[str, object] = dict.fromkeys(COLUMNS)
    if not isinstance(value, Calendar | Shift | Recurring):
        return row
    cell = value.cell
    if isinstance(value, Calendar):
        row |= {"kind": "calendar", "year": value.year, "unit_months": 12 * value.years, "unit_days": 0, "n": 0}
    elif isinstance(value, Shift):
        unit = value.unit
        if unit not in MONTHS_IN and unit not in DAYS_IN:
            return row
        row |= {"kind": "shift", "n": value.n, "unit_months": MONTHS_IN.get(unit, 0), "unit_days": DAYS_IN.get(unit, 0)}
    else:
        months, days = cycle_of(cell)
        row |= {"kind": "recurring", "n": 0, "unit_months": months, "unit_days": days}
    grain = grain_of(value)
    offset = (
        cell.month - 1 if cell.month is not None
        else 3 * (cell.quarter - 1) if cell.quarter is not None
        else 6 * (cell.half - 1) if cell.half is not None
        else SEASON_MONTH[cell.season] if cell.season is not None
        else None
    )  # fmt: skip
    weekday = 6 if grain == "weekend" else cell.weekday
    row |= {
        "month_offset": offset, "day": cell.day, "weekday": weekday, "nth": cell.nth, "week": cell.week, "easter": cell.easter,
        "grain": grain, "size_months": MONTHS_IN.get(grain, 0), "size_days": 2 if grain == "weekend" else DAYS_IN.get(grain, 1),
    }  # fmt: skip
    if cell.part is not None:
        first, last = PART_HOURS[cell.part]
        row |= {"first_second": 3600 * first, "last_second": 3600 * last, "suffix": f"T{cell.part}"}
    elif cell.hour is not None:
        first = 3600 * cell.hour + 60 * (cell.minute or 0) + (cell.second or 0)
        text = f"T{cell.hour:02}" + (f":{cell.minute:02}" if cell.minute is not None else "") + (f":{cell.second:02}" if cell.second is not None else "")
        row |= {"first_second": first, "last_second": first + SECONDS_IN[grain], "suffix": text}
    if grain == "season":
        row["suffix"] = f"-{cell.season}"
    return row


def month_of_day(day: Number) -> Number:
    """The month index (12 * year + month - 1) that holds a day."""
    z = day + 719468
    era = z // 146097
    doe = z - era * 146097
    yoe = (doe - doe // 1460 + doe // 36524 - doe // 146096) // 365
    mp = (5 * (doe - (365 * yoe + yoe // 4 - yoe // 100)) + 2) // 153
    return 12 * (yoe + era * 400) + mp + 2


def day_of_month(month: Number) -> Number:
    """The first day of a month index."""
    y = (month - 2) // 12
    mp = (month - 2) - 12 * y
    era = y // 400
    yoe = y - era * 400
    return era * 146097 + yoe * 365 + yoe // 4 - yoe // 100 + (153 * mp + 2) // 5 - 719468


def iso_weekday(day: Number) -> Number:
    return (day + 3) % 7 + 1


def monday(day: Number) -> Number:
    return day - (day + 3) % 7


def easter_of(year: Number) -> Number:
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    li = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * li) // 451
    n = h + li - 7 * m + 114
    return day_of_month(12 * year + n // 31 - 1) + n % 31


def _by_column(formula: Callable[[Any], Any], argument: pl.Expr) -> pl.Expr:
    # A formula that names its argument many times, nested as an expression, takes seconds to plan; on a column it does not.
    return argument.map_batches(formula, return_dtype=pl.Int64, is_elementwise=True)


def _start(turn: int) -> pl.Expr:
    """The first day of the value's cell, `turn` cycles away from the one that holds the anchor."""
    c = pl.col
    anchor_month = _by_column(month_of_day, c("anchor_day"))
    unit = c("unit_months")
    size = pl.when(unit > 0).then(unit).otherwise(1)
    base = pl.when(c("kind") == "calendar").then(12 * c("year")).otherwise(anchor_month // size * size + (c("n") + turn) * unit)
    at = base + c("month_offset").fill_null(0)
    first = _by_column(day_of_month, at)
    length = _by_column(day_of_month, at + 1) - first
    by_weekday = pl.when(c("nth") > 0).then(
        first + (c("weekday") - iso_weekday(first)) % 7 + 7 * (c("nth") - 1)
    ).otherwise(first + length - 1 - (iso_weekday(first + length - 1) - c("weekday")) % 7 + 7 * (c("nth") + 1))  # fmt: skip
    by_week = pl.when(c("nth") > 0).then(first + 7 * (c("nth") - 1)).otherwise(first + length - 7)
    iso_week = monday(_by_column(day_of_month, base) + 3) + 7 * (c("week") - 1) + c("weekday").fill_null(1) - 1
    on_day = pl.when(c("day") <= length).then(first + c("day") - 1)
    month_clock = (
        pl.when(c("easter").is_not_null()).then(_by_column(easter_of, base // 12) + c("easter"))
        .when(c("nth").is_not_null() & c("weekday").is_not_null()).then(by_weekday)
        .when(c("nth").is_not_null()).then(by_week)
        .when(c("week") == 0).then(monday(on_day))
        .when(c("week") > 0).then(iso_week)
        .when(c("day").is_not_null()).then(on_day)
        .otherwise(first)
    )  # fmt: skip
    week = monday(c("anchor_day")) + 7 * (c("n") + turn)
    day_clock = pl.when(c("unit_days") == 7).then(week + c("weekday").fill_null(1) - 1).otherwise(c("anchor_day") + c("n") + turn)
    return pl.when(unit > 0).then(month_clock).otherwise(day_clock)


def _end(start: pl.Expr) -> pl.Expr:
    months = pl.col("size_months")
    return pl.when(months > 0).then(_by_column(day_of_month, _by_column(month_of_day, start) + months)).otherwise(start + pl.col("size_days"))


def resolve(frame: pl.DataFrame) -> pl.DataFrame:
    """Add `start_day` and `end_day` (Int64, half-open) to a frame with the value columns, `anchor_day` and `pick`.

    Null where the value has no place, the anchor is missing, or the day does not exist (30 February).
    """
    c = pl.col
    turning = (c("kind") == "recurring") & (c("pick") != "in")
    anchor = c("anchor_day")
    frame = frame.with_columns(_start(0).alias("_0"))
    some = frame.filter(turning).with_columns(_start(-1).alias("_a"), _start(1).alias("_b"), _start(-2).alias("_z"))
    some = some.with_columns(_end(c("_0")).alias("_0e"), _end(c("_a")).alias("_ae"), _end(c("_b")).alias("_be"))

    def distance(start: str, end: str) -> pl.Expr:
        return pl.max_horizontal(c(start) - anchor, anchor - c(end) + 1, pl.lit(0))

    near, far = distance("_0", "_0e"), pl.min_horizontal(distance("_a", "_ae"), distance("_b", "_be"))
    before = pl.when(c("_0e") <= anchor).then(c("_0")).when(c("_ae") <= anchor).then(c("_a")).otherwise(c("_z"))
    after = pl.when(c("_0") > anchor).then(c("_0")).otherwise(c("_b"))
    picked = (
        pl.when(c("pick") == "before").then(before)
        .when(c("pick") == "on_or_before").then(pl.when(c("_0") <= anchor).then(c("_0")).otherwise(c("_a")))
        .when(c("pick") == "after").then(after)
        .when(c("pick") == "on_or_after").then(pl.when(c("_0e") > anchor).then(c("_0")).otherwise(c("_b")))
        .when((near <= far) | far.is_null()).then(c("_0"))
        .when((distance("_a", "_ae") <= distance("_b", "_be")) | distance("_b", "_be").is_null()).then(c("_a"))
        .otherwise(c("_b"))
    )  # fmt: skip
    some = some.select("mention", picked.alias("_picked"))
    frame = frame.join(some, on="mention", how="left", maintain_order="left")
    start = pl.when(turning).then(c("_picked")).otherwise(c("_0"))
    return frame.with_columns(start.alias("start_day")).with_columns(_end(c("start_day")).alias("end_day")).drop("_0", "_picked")


def timex_value() -> pl.Expr:
    """The TIMEX3 value of a resolved row, null where it has no place on the line."""
    c, grain = pl.col, pl.col("grain")
    day = c("start_day")
    month = _by_column(month_of_day, day)
    y = month // 12
    # An ISO week belongs to the year of its Thursday.
    thursday = monday(day) + 3
    week_year = _by_column(month_of_day, thursday) // 12
    week = (thursday - _by_column(day_of_month, 12 * week_year)) // 7 + 1

    def four(number: pl.Expr) -> pl.Expr:
        return number.cast(pl.String).str.zfill(4)

    def two(number: pl.Expr) -> pl.Expr:
        return number.cast(pl.String).str.zfill(2)

    def named(number: pl.Expr) -> pl.Expr:
        return pl.when(number > 0).then(four(number)).otherwise(pl.concat_str(pl.lit("BC"), four(1 - number - span)))

    # Years before Christ count down: a decade or century is named by its last year.
    span = pl.when(grain == "decade").then(9).when(grain == "century").then(99).otherwise(0)
    year = named(y)
    date = pl.concat_str(year, pl.lit("-"), two(month % 12 + 1), pl.lit("-"), two(day - _by_column(day_of_month, month) + 1))
    weeks = pl.concat_str(named(week_year), pl.lit("-W"), two(week))
    return (
        pl.when(day.is_null()).then(None)
        .when(grain == "day").then(date)
        .when(grain == "year").then(year)
        .when(grain == "month").then(pl.concat_str(year, pl.lit("-"), two(month % 12 + 1)))
        .when(grain == "week").then(weeks)
        .when(grain == "weekend").then(pl.concat_str(weeks, pl.lit("-WE")))
        .when(grain == "quarter").then(pl.concat_str(year, pl.lit("-Q"), (month % 12 // 3 + 1).cast(pl.String)))
        .when(grain == "half").then(pl.concat_str(year, pl.lit("-H"), (month % 12 // 6 + 1).cast(pl.String)))
        .when(grain == "season").then(pl.concat_str(year, c("suffix")))
        .when(grain == "decade").then(year.str.head(-1))
        .when(grain == "century").then(year.str.head(-2))
        .otherwise(pl.concat_str(date, c("suffix")))
    )  # fmt: skip
