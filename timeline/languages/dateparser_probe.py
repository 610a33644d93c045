"""dateparser, asked twice: what stays put is stated, what moves is implied.

The two days differ in weekday, in the length of their month, in the distance to its end, in the parity of their year
and in the time of day: nothing that one of them implies can pass for something stated. dateparser gives the
class of a value, and never a day that it counted.
"""

from __future__ import annotations

from datetime import date, datetime
from functools import lru_cache
from typing import Any

from timeline.calendar.values import Calendar, Cell, Recurring, Shift, Value
from timeline.languages.lexicon import has_table

_DAYS = (datetime(2013, 3, 12, 10, 17), datetime(2018, 8, 30, 15, 42))  # noqa: DTZ001  a civil day has no zone


@lru_cache(maxsize=64)
def _parser(language: str, day: datetime) -> Any:
    from dateparser.date import DateDataParser

    settings = {"RELATIVE_BASE": day, "RETURN_AS_TIMEZONE_AWARE": False, "PREFER_DAY_OF_MONTH": "current"}
    return DateDataParser(languages=[language], settings=settings)


@lru_cache(maxsize=1 << 16)
def ask(phrase: str, language: str) -> Value | None:
    """The value of a phrase in a language, None where dateparser does not know it or the language has no table here.

    >>> [str(ask(phrase, "es")) for phrase in ("7 de octubre de 2015", "7 de octubre", "la semana pasada", "lunes")]
    ['2015-10-07', 'XXXX-10-07', 'week-1', 'XXXX-WXX-1']
    """
    if language != "en" and not has_table(language):
        return None
    answers = [_parser(language, day).get_date_data(phrase) for day in _DAYS]
    first, second = answers
    if first.date_obj is None or second.date_obj is None or first.parts != second.parts:
        return None
    a, b = first.date_obj, second.date_obj
    time = Cell(hour=a.hour, minute=a.minute, second=a.second or None) if "time" in first.parts else Cell()
    if time and a.time() != b.time():
        return None
    return _classified(set(first.parts) - {"time"}, first.period, a.date(), b.date(), time)


def _classified(parts: set[str], period: str, a: date, b: date, time: Cell) -> Value | None:
    if parts == {"month", "day"} and (a.month, a.day) == (b.month, b.day):
        return Recurring(time._replace(month=a.month, day=a.day))
    if parts == {"month"} and a.month == b.month:
        return Recurring(Cell(month=a.month))
    if "year" in parts and a.year == b.year:
        cell = time._replace(month=a.month if "month" in parts else None, day=a.day if "day" in parts else None)
        return Calendar(a.year, cell) if cell.month or not cell.day else None
    moved = [_moved(period, day, base.date()) for day, base in ((a, _DAYS[0]), (b, _DAYS[1]))]
    if moved[0] is not None and moved[0] == moved[1]:
        n, unit = moved[0]
        return Recurring(time) if time and not n else Shift(n, unit, time)
    if a.isoweekday() == b.isoweekday():
        return Recurring(time._replace(weekday=a.isoweekday()))
    return None


def _moved(period: str, day: date, base: date) -> tuple[int, str] | None:
    days = (day - base).days
    if period == "year":
        return day.year - base.year, "year"
    if period == "month":
        return 12 * (day.year - base.year) + day.month - base.month, "month"
    if period == "week":
        return (days // 7, "week") if days % 7 == 0 else None
    return days, "day"
