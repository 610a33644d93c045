"""Two integer clocks, days and months, the units counted on them, and the days of a value: `span`.

Days count from 1970-01-01 in the proleptic Gregorian calendar, months from year 0; both exist for every year, BC
included. `span` is the definition of `[start, end)` for one value; `columns.resolve` is held to it. The conversions are
Howard Hinnant's (chrono-compatible low-level date algorithms), Easter is the anonymous Gregorian one.

>>> day_of_month(12 * 2015 + 10), month_of_day(16740) - 12 * 2015, iso_weekday(16740)
(16740, 10, 7)
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TypeVar

import polars as pl

from timeline.calendar.values import Calendar, Cell, Recurring, Shift, Value

# The clocks are the same formulas for a column and for a plain integer.
Number = TypeVar("Number", pl.Expr, pl.Series, int)
MONTHS_IN = {"month": 1, "quarter": 3, "season": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}
DAYS_IN = {"day": 1, "week": 7, "weekend": 7}
SECONDS_IN = {"hour": 3600, "minute": 60, "second": 1}
EPOCH = date(1970, 1, 1)
# Python holds the years 1 to 9999; a date outside them has its days and no datetime.
FIRST_DAY, LAST_DAY = -719162, 2932896


def month_of_day(day: Number) -> Number:
    """The month index (12 * year + month - 1) that holds a day."""
    since_march = day + 719468
    century = (4 * since_march + 3) // 146097
    in_century = since_march - 146097 * century // 4
    year = (4 * in_century + 3) // 1461
    in_year = in_century - 1461 * year // 4
    return 12 * (100 * century + year) + (5 * in_year + 2) // 153 + 2


def day_of_month(month: Number) -> Number:
    """The first day of a month index."""
    since_march = month - 2
    year = since_march // 12
    return 365 * year + year // 4 - year // 100 + year // 400 + (153 * (since_march - 12 * year) + 2) // 5 - 719468


def months_later(day: int, months: int) -> int:
    """The same day of the month so many months later, or the last of that month where it has no such day.

    >>> civil(months_later(16_525, -1)), civil(months_later(16_525, 2))  # from 31 March 2015
    ((2015, 2, 28), (2015, 5, 31))
    """
    month = month_of_day(day)
    first, after = day_of_month(month + months), day_of_month(month + months + 1)
    return min(first + day - day_of_month(month), after - 1)


def civil(day: int) -> tuple[int, int, int]:
    """Year, month and day of a day, in years before 1 too (year 0 is 1 BC).

    >>> civil(0), civil(16_708), civil(-719163), civil(-898_000)
    ((1970, 1, 1), (2015, 9, 30), (0, 12, 31), (-489, 5, 13))
    """
    month = month_of_day(day)
    return month // 12, month % 12 + 1, day - day_of_month(month) + 1


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


SEASON_MONTH = {"SP": 2, "SU": 5, "FA": 8, "WI": 11}
# Half-open hours from midnight; a night ends on the next day. The small hours are a part of TIMEX3's morning.
PART_HOURS = {"SM": (0, 6), "MO": (6, 12), "AF": (12, 18), "EV": (18, 24), "NI": (18, 30), "DT": (6, 18)}
_PARTS_IN = {"SM": "MO"}


def cycle_of(cell: Cell) -> tuple[int, int]:
    """The cycle that a recurring cell occurs in, on the clock of months or of days."""
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
    if cell.weekend:
        return "weekend"
    if (cell.week is not None and cell.weekday is None) or (cell.nth is not None and cell.weekday is None):
        return "week"
    if cell.day is not None or cell.weekday is not None or cell.easter is not None:
        return "day"
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


# "recent": the nearest, but no further ahead than this many days.
AHEAD = 60
# "soon": the next cycle, but no further ahead than this many days; else the nearest.
FAR_AHEAD = 270
# Where a cycle has no such day, so many cycles to both sides are looked through: 29 February may be eight years off.
INDICES = range(-8, 9)
# One of these is the answer where all of them exist.
_NEAR = (-2, -1, 0, 1)


def _base(value: Calendar | Shift | Recurring, anchor: int, index: int) -> tuple[int | None, int]:
    """The cell to look in: a month index and its first day, or no month index and a day."""
    if isinstance(value, Calendar):
        return 12 * value.year, day_of_month(12 * value.year)
    if isinstance(value, Shift):
        months, days, n = MONTHS_IN.get(value.unit, 0), DAYS_IN.get(value.unit, 0), index + value.n
    else:
        (months, days), n = cycle_of(value.cell), index  # its own `n` counts on from the index that the direction chose
    if months:
        month = month_of_day(anchor) // months * months + n * months
        return month, day_of_month(month)
    return None, monday(anchor) + 7 * n if days == 7 else anchor + n


def _first_day(cell: Cell, month: int | None, first: int, weekend: bool) -> int | None:
    """The first day of a cell in its base; None where the day does not exist."""
    weekday = 6 if weekend or cell.weekend else cell.weekday
    if month is None:
        return first + (weekday or 1) - 1
    offset = month_offset(cell) or 0
    at = day_of_month(month + offset)
    after = day_of_month(month + offset + 1)
    if cell.easter is not None:
        return easter_of(month // 12) + cell.easter
    if cell.nth:
        if weekday is None:
            day = at + 7 * (cell.nth - 1) if cell.nth > 0 else after + 7 * cell.nth
        elif cell.nth > 0:
            since = at + (cell.day or 1) - 1
            day = since + (weekday - iso_weekday(since)) % 7 + 7 * (cell.nth - 1)
        else:
            day = after - 1 - (iso_weekday(after - 1) - weekday) % 7 + 7 * (cell.nth + 1)
        return day if at <= day < after else None
    if cell.week:
        return monday(at + 3) + 7 * (cell.week - 1) + (weekday or 1) - 1
    if cell.day is not None:
        day = at + cell.day - 1
        return None if day >= after else monday(day) if cell.week == 0 else day
    return at


def _end(start: int, grain: str) -> int:
    if months := MONTHS_IN.get(grain, 0):
        return day_of_month(month_of_day(start) + months)
    return start + (2 if grain == "weekend" else DAYS_IN.get(grain, 1))


def span(value: Value, anchor: int | None, direction: str | None) -> tuple[int, int, str] | None:
    """The days [start, end) of a value, with their grain, counted from 1970-01-01; None where it has no place.

    >>> span(Shift(-1, "day"), 16755, None), span(Recurring(Cell(month=2, day=30)), 16755, "nearest")
    ((16754, 16755, 'day'), None)
    """
    if not isinstance(value, Calendar | Shift | Recurring) or (anchor is None and not isinstance(value, Calendar)):
        return None
    if isinstance(value, Shift) and value.unit not in MONTHS_IN and value.unit not in DAYS_IN:
        return None
    near = anchor or 0
    grain = grain_of(value)
    weekend = isinstance(value, Shift) and value.unit == "weekend"

    def start_at(index: int) -> int | None:
        month, first = _base(value, near, index)
        whole_day = (month is None and isinstance(value, Shift) and value.unit == "day") or (
            isinstance(value, Recurring) and cycle_of(value.cell) == (0, 1)
        )
        return first if whole_day else _first_day(value.cell, month, first, weekend)

    start = start_at(0)
    if isinstance(value, Recurring) and direction != "in":
        starts = {index: start_at(index) for index in _NEAR}
        if None in starts.values() or value.cell.week is not None:
            starts = {index: start_at(index) for index in INDICES}
        cells = {index: (day, _end(day, grain)) for index, day in starts.items() if day is not None}
        start = _chosen(cells, near, direction)
    if isinstance(value, Recurring) and value.n and start is not None:
        near = start
        start = start_at(value.n)
    return None if start is None else (start, _end(start, grain), grain)


def _chosen(cells: dict[int, tuple[int, int]], near: int, direction: str | None) -> int | None:
    """The start of the cell, among those by their index, that lies in a direction from a day."""

    def distance(index: int) -> int:
        start, end = cells[index]
        return max(start - near, near - end + 1, 0)

    match direction:
        case "before":
            fits = [index for index in cells if cells[index][1] <= near]
            return cells[max(fits)][0] if fits else None
        case "on_or_before":
            fits = [index for index in cells if cells[index][0] <= near]
            return cells[max(fits)][0] if fits else None
        case "after":
            fits = [index for index in cells if cells[index][0] > near]
            return cells[min(fits)][0] if fits else None
        case "on_or_after":
            fits = [index for index in cells if cells[index][1] > near]
            return cells[min(fits)][0] if fits else None
    by_distance = sorted(cells, key=lambda index: (distance(index), abs(index), index))
    nearest = cells[by_distance[0]][0] if by_distance else None
    if direction == "soon":
        upcoming = _chosen(cells, near, "on_or_after")
        return upcoming if upcoming is not None and upcoming <= near + FAR_AHEAD else nearest
    if direction == "recent" and nearest is not None and nearest > near + AHEAD:
        return _chosen(cells, near, "on_or_before")
    return nearest


def moment(day: int, second: int = 0) -> datetime | None:
    """A second of a day as Python writes it; None in years that it does not hold."""
    try:
        return datetime.combine(EPOCH + timedelta(days=day), datetime.min.time()) + timedelta(seconds=second)
    except OverflowError:
        return None
