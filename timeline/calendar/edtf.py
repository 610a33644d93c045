"""Dates in EDTF (ISO 8601-2), the notation of libraries and archives for imprecise dates.

A day is a day since 1970-01-01 in the proleptic Gregorian calendar, so that years before 1 can be written too.

>>> edtf(16708, 16709, "day"), edtf(16709, 16740, "month", "approximate"), edtf(16708, 16709, "day", opened="after")
('2015-09-30', '2015-10~', '2015-09-30/..')
"""

from __future__ import annotations

from datetime import datetime

from timeline.calendar.arithmetic import civil

# Seasons and parts of years as EDTF numbers them where the month stands.
_SEASONS = {
    3: "21",
    4: "21",
    5: "21",
    6: "22",
    7: "22",
    8: "22",
    9: "23",
    10: "23",
    11: "23",
    12: "24",
    1: "24",
    2: "24",
}
_CLOCK = frozenset(("hour", "minute", "second"))
_UNMARKED = frozenset(
    ("season", "quarter", "half")
)  # readers of EDTF refuse a mark behind these codes, and behind a time
_QUALIFIERS = {"approximate": "~", "inferred": "?"}


def edtf(
    start_day: int | None,
    end_day: int | None,
    grain: str | None,
    certainty: str | None = None,
    opened: str | None = None,
    start: datetime | None = None,
) -> str | None:
    """The half-open days [start_day, end_day) as EDTF, null where undated.

    `certainty` "approximate" is written as "~" and "inferred" as "?", save for times of day, seasons, quarters and
    halves of a year. `opened` is "after" where the end is open and "before" where the start is. `start` gives the time
    of day for the grains hour, minute and second, where both ends are known.
    """
    if start_day is None or end_day is None or grain is None:
        return None
    mark = _QUALIFIERS.get(certainty or "", "")
    # An interval of EDTF has days at its ends, no times.
    cell = _cell(start_day, end_day, grain, start if opened is None else None)
    if cell is not None and opened is None and ("T" in cell or grain in _UNMARKED):
        mark = ""
    if opened == "after":
        return f"{cell or _day(start_day)}{mark}/.."
    if opened == "before":
        return f"../{cell or _day(end_day - 1)}{mark}"
    return _ends(start_day, end_day, grain, mark) if cell is None else cell + mark


def _year(year: int) -> str:
    if year > 9999 or year < -9999:
        return f"Y{year}"
    return f"{year:04d}" if year >= 0 else f"-{-year:04d}"


def _day(day: int) -> str:
    year, month, of_month = civil(day)
    return f"{_year(year)}-{month:02d}-{of_month:02d}"


def _cell(start_day: int, end_day: int, grain: str, start: datetime | None) -> str | None:
    """The one unit of the grain that the days fill, null where they fill none exactly."""
    year, month, of_month = civil(start_day)
    length = end_day - start_day
    if grain in _CLOCK and length <= 1:
        return f"{_day(start_day)}T{start:%H:%M:%S}" if start is not None else _day(start_day)
    if grain in ("day", "part") and length <= 1:
        return _day(start_day)
    if of_month != 1:
        return None
    after_year, after_month, after_day = civil(end_day)
    if after_day != 1:
        return None
    months = (after_year - year) * 12 + after_month - month
    if grain == "month" and months == 1:
        return f"{_year(year)}-{month:02d}"
    if grain == "season" and months == 3:
        return f"{_year(year)}-{_SEASONS[month]}"
    if grain == "quarter" and months == 3 and month % 3 == 1:
        return f"{_year(year)}-{33 + month // 3}"
    if grain == "half" and months == 6 and month in (1, 7):
        return f"{_year(year)}-{40 + month // 7}"
    if month == 1 and 0 <= year <= 9999:
        if grain == "year" and months == 12:
            return _year(year)
        if grain == "decade" and months == 120 and year % 10 == 0:
            return f"{year // 10:03d}X"
        if grain == "century" and months == 1200 and year % 100 == 0:
            return f"{year // 100:02d}XX"
    elif month == 1 and grain == "year" and months == 12:
        return _year(year)
    return None


def _ends(start_day: int, end_day: int, grain: str, mark: str) -> str:
    """From the first to the last cell, at the precision in which both are exact."""
    year, month, of_month = civil(start_day)
    after = civil(end_day)
    last = civil(end_day - 1)
    if of_month == 1 and after[2] == 1 and grain not in ("day", "week", "weekend"):
        if month == 1 and after[1] == 1 and grain != "month":
            return f"{_year(year)}{mark}/{_year(last[0])}{mark}"
        return f"{_year(year)}-{month:02d}{mark}/{_year(last[0])}-{last[1]:02d}{mark}"
    return f"{_day(start_day)}{mark}/{_day(max(start_day, end_day - 1))}{mark}"
