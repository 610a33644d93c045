"""A day as people, pages and tables write one."""

from __future__ import annotations

import re
from datetime import date, datetime
from email.utils import parsedate_to_datetime

from timeline.publication.spellings import find_day

ISO = re.compile(r"\s*([0-9]{4})-?([0-9]{2})-?([0-9]{2})(?![0-9])")
_WAY_OUT = "write it as 2015-10-21, with year, month and day"


def read_day(value: object) -> date:
    """The day that a value states, as its author wrote it: no time zone moves it. Raises ValueError where none is.

    >>> read_day("2015-10-12T23:30:00-04:00"), read_day("Mon, 12 Oct 2015 09:49:00 GMT"), read_day("12 October 2015")
    (datetime.date(2015, 10, 12), datetime.date(2015, 10, 12), datetime.date(2015, 10, 12))
    """
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    text = str(value)
    iso = ISO.match(text)
    if iso:
        try:
            return date(*map(int, iso.groups()))
        except ValueError:
            raise ValueError(f"{text!r} is no day of the calendar; {_WAY_OUT}") from None
    try:
        return parsedate_to_datetime(text).date()
    except (ValueError, TypeError, IndexError, OverflowError):
        pass
    said = find_day(text)
    day = said.on(said.year) if said and said.year else None
    if day is None:
        raise ValueError(f"{text!r} is no day; {_WAY_OUT}")
    return day
