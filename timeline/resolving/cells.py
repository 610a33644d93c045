"""A value as columns: the cell it means, on the clock of months or of days, and the size of that cell."""

from __future__ import annotations

import polars as pl

from timeline.resolving.clocks import DAYS_IN, MONTHS_IN, SECONDS_IN
from timeline.values import Calendar, Cell, Recurring, Shift, Value

SEASON_MONTH = {"SP": 2, "SU": 5, "FA": 8, "WI": 11}
# Half-open hours from midnight; a night ends on the next day. The small hours are a part of TIMEX3's morning.
PART_HOURS = {"SM": (0, 6), "MO": (6, 12), "AF": (12, 18), "EV": (18, 24), "NI": (18, 30), "DT": (6, 18)}
_PARTS_IN = {"SM": "MO"}
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


def cycle_of(cell: Cell) -> tuple[int, int]:
    """The cycle a recurring cell turns in, on the clock of months or of days."""
    if cell.year is not None:
        return 1200, 0
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
    for name in ("month", "quarter", "half", "season", "year"):
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


def month_offset(cell: Cell) -> int | None:
    """How many months into its year, or its century, a cell begins; None where it names no part of one."""
    if cell.year is not None:
        return 12 * cell.year
    if cell.month is not None:
        return cell.month - 1
    if cell.quarter is not None:
        return 3 * (cell.quarter - 1)
    if cell.half is not None:
        return 6 * (cell.half - 1)
    return None if cell.season is None else SEASON_MONTH[cell.season]


def seconds_of(cell: Cell) -> tuple[int, int | None]:
    """The seconds from midnight at which a cell begins and ends; None where it ends with its last day.

    >>> seconds_of(Cell(hour=9, minute=30)), seconds_of(Cell(day=3))
    ((34200, 34260), (0, None))
    """
    if cell.part is not None:
        first, last = PART_HOURS[cell.part]
        return 3600 * first, 3600 * last
    if cell.hour is None:
        return 0, None
    first = 3600 * cell.hour + 60 * (cell.minute or 0) + (cell.second or 0)
    return first, first + SECONDS_IN[_grain(cell, "hour")]


def suffix_of(cell: Cell, grain: str) -> str:
    """What a cell's TIMEX3 value says beyond its day or its year: a season, an hour, a part of the day.

    >>> suffix_of(Cell(hour=9, minute=30), "minute"), suffix_of(Cell(season="SU"), "season")
    ('T09:30', '-SU')
    """
    if grain == "season":
        return f"-{cell.season}"
    if cell.part is not None:
        return f"T{_PARTS_IN.get(cell.part, cell.part)}"
    return str(Cell(hour=cell.hour, minute=cell.minute, second=cell.second))


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
        kind, year, n, months, days, month_offset(cell), cell.day, 6 if weekend else cell.weekday, cell.nth, cell.week, cell.easter,
        grain, MONTHS_IN.get(grain, 0), 2 if weekend else DAYS_IN.get(grain, 1), first, last, suffix_of(cell, grain),
    )  # fmt: skip
