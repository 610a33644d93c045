"""Dates as readers see them: the words for a span of time, from a minute to a century before our era."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from timeline.calendar.arithmetic import day_of_month
from timeline.calendar.display import DAY, when


def at(text: str) -> int:
    return round(datetime.fromisoformat(text).replace(tzinfo=UTC).timestamp() * 1000)


SPANS = [
    # start, end (not included), grain, words
    ("2015-10-22", "2015-10-23", "day", "22 October 2015"),
    ("2015-10-22", "2015-10-25", "day", "22–24 October 2015"),
    ("2015-10-30", "2015-11-02", "day", "30 October – 1 November 2015"),
    ("2015-12-31", "2016-01-02", "day", "31 December 2015 – 1 January 2016"),
    ("2015-10-19", "2015-10-26", "week", "week of 19 October 2015"),
    ("2015-10-24", "2015-10-26", "weekend", "weekend of 24–25 October 2015"),
    ("2015-10-01", "2015-11-01", "month", "October 2015"),
    ("2015-10-01", "2015-12-01", "month", "October – November 2015"),
    ("2015-12-01", "2016-02-01", "month", "December 2015 – January 2016"),
    ("2015-03-01", "2015-06-01", "season", "spring 2015"),
    ("2015-12-01", "2016-03-01", "season", "winter 2015–16"),
    ("1999-12-01", "2000-03-01", "season", "winter 1999–00"),
    ("2015-04-01", "2015-07-01", "quarter", "Q2 2015"),
    ("2015-07-01", "2016-01-01", "half", "second half of 2015"),
    ("2015-01-01", "2016-01-01", "year", "2015"),
    ("2015-01-01", "2018-01-01", "year", "2015 – 2017"),
    ("1990-01-01", "2000-01-01", "decade", "1990s"),
    ("1991-01-01", "2001-01-01", "year", "1991 – 2000"),
    ("1800-01-01", "1900-01-01", "century", "19th century"),
    ("0476-09-04", "0476-09-05", "day", "4 September AD 476"),
    ("2015-10-22T09:30", "2015-10-22T09:31", "minute", "22 October 2015, 09:30"),
    ("2015-10-22T09:30:15", "2015-10-22T09:30:16", "second", "22 October 2015, 09:30:15"),
    ("2015-10-22T09:00", "2015-10-22T17:30", "hour", "22 October 2015, 09:00–17:30"),
    ("2015-10-22T21:00", "2015-10-23", "hour", "22 October 2015, 21:00–24:00"),
    ("2015-10-22T21:00", "2015-10-23T02:00", "hour", "22 October 2015, 21:00 – 23 October 2015, 02:00"),
    ("2015-10-22T12:00", "2015-10-22T18:00", "part", "afternoon of 22 October 2015"),
    ("2015-10-22T18:00", "2015-10-23T06:00", "part", "night of 22 October 2015"),
]


@pytest.mark.parametrize(("start", "end", "grain", "words"), SPANS)
def test_a_span_in_words(start: str, end: str, grain: str, words: str) -> None:
    assert when(at(start), at(end), grain) == words
    assert when(at(start), at(end), grain, open_="after") == f"since {words}"
    assert when(at(start), at(end), grain, open_="before") == f"until {words}"
    # A part of the day is soft by its nature.
    assert when(at(start), at(end), grain, soft=True) == (words if grain == "part" else f"about {words}")


@pytest.mark.parametrize(
    ("first", "after", "grain", "words"),
    [
        ((-489, 1), (-488, 1), "year", "490 BC"),
        ((-43, 1), (15, 1), "year", "44 BC – AD 14"),
        ((476, 1), (477, 1), "year", "AD 476"),
        ((12025, 1), (12026, 1), "year", "12025"),
        ((-199, 1), (-99, 1), "century", "2nd century BC"),
        ((-99, 1), (1, 1), "century", "1st century BC"),
        ((1, 1), (101, 1), "century", "1st century"),
        ((1101, 1), (1201, 1), "century", "12th century"),
        ((1901, 1), (2001, 1), "century", "20th century"),
        ((-43, 12), (-42, 3), "season", "winter 44 BC – 43 BC"),
        ((0, 12), (1, 3), "season", "winter 1 BC – AD 1"),
        ((999, 12), (1000, 3), "season", "winter AD 999 – 1000"),
    ],
)
def test_years_that_python_does_not_hold(
    first: tuple[int, int], after: tuple[int, int], grain: str, words: str
) -> None:
    start, end = (day_of_month(12 * year + month - 1) * DAY for year, month in (first, after))
    assert when(start, end, grain) == words
