"""Two integer clocks, days and months, and the units that are counted on them.

Days count from 1970-01-01 in the proleptic Gregorian calendar, months from year 0; both exist for every year, BC included.
The conversions are Howard Hinnant's (chrono-compatible low-level date algorithms), Easter is the anonymous Gregorian one.

>>> day_of_month(12 * 2015 + 10), month_of_day(16740) - 12 * 2015, iso_weekday(16740)
(16740, 10, 7)
"""

from __future__ import annotations

from datetime import date
from typing import TypeVar

import polars as pl

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
