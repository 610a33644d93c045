"""Value x anchor x pick -> [start, end): integer arithmetic on two clocks, days and months.

A value arrives as columns (`columns_of`); `resolve` adds the days it covers. `cell(anchor, unit, n)` is the start of the
n-th unit-sized cell counted from the one that holds the anchor, and `end` is `cell(start, unit, 1)`.

Days count from 1970-01-01 in the proleptic Gregorian calendar, months from year 0; both exist for every year, BC included.
The conversions are Howard Hinnant's (chrono-compatible low-level date algorithms), Easter is the anonymous Gregorian one.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import polars as pl

from timeline.values import Calendar, Cell, Reading, Recurring, Shift

# The clocks are the same formulas for a column and for a plain integer.
Number = TypeVar("Number", pl.Expr, pl.Series, int)
# "recent": the nearest, but no further ahead than this many days.
AHEAD = 60
# "soon": the next turn, but no further ahead than this many days; else the nearest.
FAR_AHEAD = 270
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
    if (cell.week is not None and cell.weekday is None) or (cell.nth is not None and cell.weekday is None):
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
        text = (
            f"T{cell.hour:02}"
            + (f":{cell.minute:02}" if cell.minute is not None else "")
            + (f":{cell.second:02}" if cell.second is not None else "")
        )
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
    """1 for Monday to 7 for Sunday."""
    return (day + 3) % 7 + 1


def monday(day: Number) -> Number:
    """The Monday of the ISO week that holds a day."""
    return day - (day + 3) % 7


def easter_of(year: Number) -> Number:
    """Easter Sunday of a year in the Gregorian calendar."""
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    li = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * li) // 451
    n = h + li - 7 * m + 114
    return day_of_month(12 * year + n // 31 - 1) + n % 31


def _start(frame: pl.DataFrame) -> pl.Series:
    """The first day of each row's cell, `turn` cycles away from the one that holds the anchor.

    Step by step in columns of their own: as one nested expression a formula that names its argument ten times takes
    seconds to plan.
    """
    c = pl.col
    unit, n = c("unit_months"), c("n") + c("turn")
    size = pl.when(unit > 0).then(unit).otherwise(1)
    frame = frame.with_columns(anchor_month=month_of_day(c("anchor_day")))
    base = pl.when(c("kind") == "calendar").then(12 * c("year")).otherwise(c("anchor_month") // size * size + n * unit)
    frame = frame.with_columns(base=base).with_columns(
        at=c("base") + c("month_offset").fill_null(0), after=c("base") + c("month_offset").fill_null(0) + 1
    )
    frame = frame.with_columns(first=day_of_month(c("at")), next=day_of_month(c("after")))
    frame = frame.with_columns(
        last=c("next") - 1,
        on_day=pl.when(c("day") <= c("next") - c("first")).then(c("first") + c("day") - 1),
        week_start=monday(c("anchor_day")),
    )
    nth, weekday = c("nth"), c("weekday")
    by_weekday = (
        pl.when(nth > 0).then(c("first") + (weekday - iso_weekday(c("first"))) % 7 + 7 * (nth - 1))
        .otherwise(c("last") - (iso_weekday(c("last")) - weekday) % 7 + 7 * (nth + 1))
    )  # fmt: skip
    by_week = pl.when(nth > 0).then(c("first") + 7 * (nth - 1)).otherwise(c("next") - 7)
    iso_week = monday(c("first") + 3) + 7 * (c("week") - 1) + weekday.fill_null(1) - 1
    month_clock = (
        pl.when(nth.is_not_null()).then(pl.when(weekday.is_not_null()).then(by_weekday).otherwise(by_week))
        .when(c("week") == 0).then(monday(c("on_day")))
        .when(c("week") > 0).then(iso_week)
        .when(c("day").is_not_null()).then(c("on_day"))
        .otherwise(c("first"))
    )  # fmt: skip
    day_clock = (
        pl.when(c("unit_days") == 7)
        .then(c("week_start") + 7 * n + weekday.fill_null(1) - 1)
        .otherwise(c("anchor_day") + n)
    )
    start = frame.select(start=pl.when(unit > 0).then(month_clock).otherwise(day_clock)).to_series()
    moving = frame["easter"].is_not_null()
    if moving.any():
        feast = easter_of(frame["base"] // 12) + frame["easter"]
        start = feast.zip_with(moving, start)
    return start


def _end(frame: pl.DataFrame, start: str) -> pl.Series:
    months = pl.col("size_months")
    frame = frame.with_columns(_month=month_of_day(pl.col(start)) + months).with_columns(
        _next=day_of_month(pl.col("_month"))
    )
    return frame.select(
        pl.when(months > 0).then(pl.col("_next")).otherwise(pl.col(start) + pl.col("size_days"))
    ).to_series()


# The turns of a cycle that are looked at, and the ones a pick may take.
_TURNS = (-2, -1, 0, 1)


def _picked(turning: pl.DataFrame) -> pl.Series:
    """The start of the turn that each row's pick takes."""
    c, anchor = pl.col, pl.col("anchor_day")
    stacked = pl.concat([turning.with_columns(turn=pl.lit(turn, pl.Int64)) for turn in _TURNS])
    stacked = stacked.with_columns(start=_start(stacked))
    stacked = stacked.with_columns(end=_end(stacked, "start"))
    size = turning.height
    for place, turn in enumerate(_TURNS):
        turning = turning.with_columns(
            stacked["start"].slice(place * size, size).alias(f"s{turn}"),
            stacked["end"].slice(place * size, size).alias(f"e{turn}"),
        )

    def distance(turn: int) -> pl.Expr:
        days = pl.max_horizontal(c(f"s{turn}") - anchor, anchor - c(f"e{turn}") + 1, pl.lit(0))
        return pl.when(c(f"s{turn}").is_not_null()).then(days)

    def last(fits: Callable[[int], pl.Expr]) -> pl.Expr:
        return pl.coalesce([pl.when(fits(turn)).then(c(f"s{turn}")) for turn in reversed(_TURNS)])

    def first(fits: Callable[[int], pl.Expr]) -> pl.Expr:
        return pl.coalesce([pl.when(fits(turn)).then(c(f"s{turn}")) for turn in _TURNS])

    turning = turning.with_columns(d0=distance(0), da=distance(-1), db=distance(1))
    far = pl.min_horizontal("da", "db")
    turning = turning.with_columns(
        nearest=pl.when((c("d0") <= far) | far.is_null()).then(c("s0"))
        .when((c("da") <= c("db")) | c("db").is_null()).then(c("s-1"))
        .otherwise(c("s1")),
        latest=last(lambda turn: c(f"s{turn}") <= anchor),
    )  # fmt: skip
    pick = c("pick")
    return turning.select(
        pl.when(pick == "before").then(last(lambda turn: c(f"e{turn}") <= anchor))
        .when(pick == "on_or_before").then(c("latest"))
        .when(pick == "after").then(first(lambda turn: c(f"s{turn}") > anchor))
        .when(pick == "on_or_after").then(first(lambda turn: c(f"e{turn}") > anchor))
        .when((pick == "recent") & (c("nearest") > anchor + AHEAD)).then(c("latest"))
        .when((pick == "soon") & (first(lambda turn: c(f"e{turn}") > anchor) <= anchor + FAR_AHEAD)).then(first(lambda turn: c(f"e{turn}") > anchor))
        .otherwise(c("nearest"))
    ).to_series()  # fmt: skip


def resolve(frame: pl.DataFrame) -> pl.DataFrame:
    """Add `start_day` and `end_day` (Int64, half-open) to a frame with the value columns, `anchor_day` and `pick`.

    Null where the value has no place, the anchor is missing, or the day does not exist (30 February).
    """
    turns = ((pl.col("kind") == "recurring") & (pl.col("pick") != "in")).fill_null(False)
    turning = frame.select(turns).to_series()
    needed = [name for name, dtype in COLUMNS.items() if dtype == pl.Int64] + ["kind", "anchor_day", "pick"]
    start = _start(frame.select(needed).with_columns(turn=pl.lit(0, pl.Int64)))
    if turning.any():
        picked = _picked(frame.filter(turning).select(needed))
        start = start.scatter(turning.arg_true(), picked)
    frame = frame.with_columns(start.alias("start_day"))
    return frame.with_columns(_end(frame, "start_day").alias("end_day"))


def with_timex_value(frame: pl.DataFrame) -> pl.DataFrame:
    """Add `value`, the TIMEX3 value of each resolved row; null where it has no place on the line."""
    cell = ["start_day", "grain", "suffix"]
    values = _timex_values(frame.select(cell).unique())
    return frame.join(values, on=cell, how="left", nulls_equal=True, maintain_order="left")


def _timex_values(frame: pl.DataFrame) -> pl.DataFrame:
    c, grain = pl.col, pl.col("grain")
    day = c("start_day")
    # An ISO week belongs to the year of its Thursday.
    frame = frame.with_columns(_month=month_of_day(day), _thursday=monday(day) + 3)
    frame = frame.with_columns(_first=day_of_month(c("_month")), _weekyear=month_of_day(c("_thursday")) // 12)
    frame = frame.with_columns(_january=12 * c("_weekyear"))
    frame = frame.with_columns(_week=(c("_thursday") - day_of_month(c("_january"))) // 7 + 1)

    def four(number: pl.Expr) -> pl.Expr:
        return number.cast(pl.String).str.zfill(4)

    def two(number: pl.Expr) -> pl.Expr:
        return number.cast(pl.String).str.zfill(2)

    # Years before Christ count down: a decade or century is named by its last year.
    span = pl.when(grain == "decade").then(9).when(grain == "century").then(99).otherwise(0)

    def named(number: pl.Expr) -> pl.Expr:
        return (
            pl.when((number > 0) | ((number == 0) & (span > 0)))
            .then(four(number))
            .otherwise(pl.concat_str(pl.lit("BC"), four(1 - number - span)))
        )

    m = c("_month") % 12
    frame = frame.with_columns(
        _year=named(c("_month") // 12), _weeks=pl.concat_str(named(c("_weekyear")), pl.lit("-W"), two(c("_week")))
    )
    frame = frame.with_columns(
        _date=pl.concat_str(c("_year"), pl.lit("-"), two(m + 1), pl.lit("-"), two(day - c("_first") + 1))
    )
    year = c("_year")
    value = (
        pl.when(day.is_null()).then(None)
        .when(grain == "day").then(c("_date"))
        .when(grain == "year").then(year)
        .when(grain == "month").then(c("_date").str.head(-3))
        .when(grain == "week").then(c("_weeks"))
        .when(grain == "weekend").then(pl.concat_str(c("_weeks"), pl.lit("-WE")))
        .when(grain == "quarter").then(pl.concat_str(year, pl.lit("-Q"), (m // 3 + 1).cast(pl.String)))
        .when(grain == "half").then(pl.concat_str(year, pl.lit("-H"), (m // 6 + 1).cast(pl.String)))
        .when(grain == "season").then(pl.concat_str(year, c("suffix")))
        .when(grain == "decade").then(year.str.head(-1))
        .when(grain == "century").then(year.str.head(-2))
        .otherwise(pl.concat_str(c("_date"), c("suffix")))
    )  # fmt: skip
    return frame.select("start_day", "grain", "suffix", value=value)
