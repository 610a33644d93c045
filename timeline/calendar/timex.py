"""The TIMEX3 value of a resolved cell, and how certain a date is.

A date is certain where the text says all of it, inferred where a part is assumed, approximate where its edges are
soft.
"""

from __future__ import annotations

import re

import polars as pl

from timeline.calendar.arithmetic import day_of_month, monday, month_of_day
from timeline.calendar.values import Calendar, Reading, year_code

_WEEKS = ("week", "weekend")
_YEARS = {"decade": 10, "century": 100}
_COARSE = ["month", "quarter", "season", "half", "year", *_WEEKS, *_YEARS]
_SHIFT = re.compile(r"([a-z]+)[+-][0-9]+((?:[-T#].*)?)")
# From the first of December.
_TO_JANUARY = 31
_DAYS = pl.Series([f"-{day:02}" for day in range(1, 32)])


def timex_of(start: int, grain: str, suffix: str = "", bare: bool = False) -> str:
    """The TIMEX3 value of the cell that starts on a day; `suffix` is a season or a time (`arithmetic.suffix_of`).

    A `bare` winter, one without a year, is named by its January, as most of it lies there.

    >>> timex_of(16740, "month"), timex_of(16740, "weekend"), timex_of(16740, "day", "T09:30")
    ('2015-11', '2015-W44-WE', '2015-11-01T09:30')
    >>> timex_of(16770, "season", "-WI"), timex_of(16770, "season", "-WI", bare=True)
    ('2015-WI', '2016-WI')
    """
    start += _TO_JANUARY if bare and suffix == "-WI" else 0
    if grain in _WEEKS:
        # An ISO week belongs to the year of its Thursday.
        thursday = monday(start) + 3
        year = month_of_day(thursday) // 12
        week = (thursday - day_of_month(12 * year)) // 7 + 1
        return f"{year_code(year)}-W{week:02}" + ("-WE" if grain == "weekend" else "")
    month = month_of_day(start)
    year, at = month // 12, month % 12
    if grain in _YEARS:
        return year_code(year, _YEARS[grain])
    match grain:
        case "year" | "season":
            return f"{year_code(year)}{suffix}"
        case "quarter":
            return f"{year_code(year)}-Q{at // 3 + 1}"
        case "half":
            return f"{year_code(year)}-H{at // 6 + 1}"
        case "month":
            return f"{year_code(year)}-{at + 1:02}"
    return f"{year_code(year)}-{at + 1:02}-{start - day_of_month(month) + 1:02}{suffix}"


def with_timex_value(frame: pl.DataFrame, bare: pl.Expr) -> pl.DataFrame:
    """Add `value`, the TIMEX3 value of each resolved row; null where it has no place on the line.

    Takes `start_day`, `grain` and `suffix`. Each month, week, ... is named once; days and hours are appended to their
    month. `bare` is true of the seasons without a year: such a winter is named by its January, as most of it
    lies there.
    """
    start, grain = frame["start_day"], frame["grain"]
    first = day_of_month(month_of_day(start))
    coarse = grain.is_in(_COARSE)
    january = (
        frame.select(pl.when(bare & (pl.col("suffix") == "-WI")).then(_TO_JANUARY).otherwise(0)).to_series() + start
    )
    heads = pl.DataFrame({"day": first.zip_with(~coarse, january), "grain": grain.set(~coarse, "month")})
    distinct = heads.drop_nulls().unique()
    named = [timex_of(day, grain) for day, grain in distinct.iter_rows()]
    distinct = distinct.with_columns(head=pl.Series(named, dtype=pl.String))
    head = heads.join(distinct, on=["day", "grain"], how="left", maintain_order="left")["head"]
    day = _DAYS.gather(start - first).set(coarse, "")
    return frame.with_columns(value=pl.concat_str(head, day, "suffix"))


_UNPLACED = {
    "day": "XXXX-XX-XX", "weekend": "XXXX-WXX-WE", "week": "XXXX-WXX", "month": "XXXX-XX", "quarter": "XXXX-QX",
    "half": "XXXX-HX", "year": "XXXX", "decade": "XXX", "century": "XX",
}  # fmt: skip


def unplaced(expression: str) -> str:
    """The TIMEX3 value of a code that found no place on the line: what is stated, with X for what is not known.

    >>> unplaced("year-1"), unplaced("day+3TNI"), unplaced("year-1-Q3"), unplaced("R/P1D"), unplaced("XXXX-WXX-7")
    ('XXXX', 'XXXX-XX-XXTNI', 'XXXX-Q3', 'P1D', 'XXXX-WXX-7')
    """
    code = expression.removeprefix("R/").partition(",")[0].replace("TSM", "TMO")
    if (shift := _SHIFT.fullmatch(code)) is None:
        return code
    unit, cell = shift.groups()
    return f"XXXX{cell}" if cell.startswith("-") else f"{_UNPLACED.get(unit, 'XXXX-XX-XX')}{cell}"


CERTAINTIES = ["certain", "inferred", "approximate"]
SOFT = ("season", "part", "weekend")


def certainty_of(reading: Reading, grain: str, short: bool = False) -> str:
    """How sure a reading is where it has a place on the line; `short`: its year is written without the century.

    Soft edges make it approximate. An anchor, a year that is lent, figures in a doubtful order (their `direction` is
    "order"), a century that is assumed, or a year of business makes it inferred.

    >>> from timeline.calendar.values import Cell, Recurring
    >>> sunday = Reading(value=Recurring(Cell(weekday=7)))
    >>> certainty_of(Reading(value=Calendar(2015)), "year"), certainty_of(sunday, "day")
    ('certain', 'inferred')
    >>> certainty_of(Reading(value=Calendar(1989)), "year", short=True)
    'inferred'
    """
    if reading.mod is not None or grain in SOFT:
        return "approximate"
    stated = isinstance(reading.value, Calendar) and reading.direction is None
    whole = stated and not reading.traits.loose and not short
    return "certain" if whole else "inferred"
