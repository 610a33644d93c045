"""EDTF strings: what they say, and that an EDTF parser reads them."""

from datetime import date, datetime, time, timedelta

import edtf as parser
import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.calendar.arithmetic import civil
from timeline.calendar.edtf import edtf

EPOCH = date(1970, 1, 1)


def day(text: str) -> int:
    return (date.fromisoformat(text) - EPOCH).days


CASES = [
    # first day, first day after, grain, certainty, open, EDTF
    ("2015-09-30", "2015-10-01", "day", "certain", None, "2015-09-30"),
    ("2015-09-30", "2015-10-01", "day", "inferred", None, "2015-09-30?"),
    ("2015-09-30", "2015-10-01", "day", "approximate", None, "2015-09-30~"),
    ("2015-09-30", "2015-10-01", "day", "certain", "after", "2015-09-30/.."),
    ("2015-09-30", "2015-10-01", "day", "certain", "before", "../2015-09-30"),
    ("2015-10-01", "2015-11-01", "month", "certain", None, "2015-10"),
    ("2015-10-01", "2015-10-11", "month", "approximate", None, "2015-10-01~/2015-10-10~"),
    ("2015-10-05", "2015-10-12", "week", "inferred", None, "2015-10-05?/2015-10-11?"),
    ("2024-05-03", "2024-05-06", "day", "certain", None, "2024-05-03/2024-05-05"),
    ("2014-01-01", "2014-03-01", "month", "certain", None, "2014-01/2014-02"),
    ("2015-06-01", "2015-09-01", "season", "certain", None, "2015-22"),
    ("2024-12-01", "2025-03-01", "season", "certain", None, "2024-24"),
    ("2024-07-01", "2024-10-01", "quarter", "certain", None, "2024-35"),
    ("2025-07-01", "2026-01-01", "half", "certain", None, "2025-41"),
    ("2011-01-01", "2012-01-01", "year", "certain", None, "2011"),
    ("2017-01-01", "2020-01-01", "year", "certain", None, "2017/2019"),
    ("1990-01-01", "2000-01-01", "decade", "certain", None, "199X"),
    ("1800-01-01", "1900-01-01", "century", "certain", None, "18XX"),
    ("2015-09-30", "2015-10-01", "part", "approximate", None, "2015-09-30~"),
    # Behind a season, a quarter and a half a mark is refused by the readers of EDTF.
    ("2015-06-01", "2015-09-01", "season", "approximate", None, "2015-22"),
    ("2024-07-01", "2024-10-01", "quarter", "inferred", None, "2024-35"),
    ("2025-07-01", "2026-01-01", "half", "approximate", None, "2025-41"),
    # Weeks and weekends are days, also from the first of a month to the last of one.
    ("2021-02-01", "2021-03-01", "week", "certain", None, "2021-02-01/2021-02-28"),
    ("2020-02-01", "2020-06-01", "weekend", "certain", None, "2020-02-01/2020-05-31"),
]  # fmt: skip


@pytest.mark.parametrize(("first", "after", "grain", "certainty", "opened", "expected"), CASES)
def test_edtf(first: str, after: str, grain: str, certainty: str, opened: str | None, expected: str) -> None:
    assert edtf(day(first), day(after), grain, certainty, opened) == expected


@pytest.mark.parametrize("expected", [case[-1] for case in CASES])
def test_a_parser_reads_it(expected: str) -> None:
    assert str(parser.parse_edtf(expected)) == expected


def test_time_of_day_is_written() -> None:
    moment = datetime(2015, 10, 12, 9, 49)
    for certainty in ("certain", "inferred", "approximate"):
        assert edtf(day("2015-10-12"), day("2015-10-13"), "minute", certainty, None, moment) == "2015-10-12T09:49:00"
    assert edtf(day("2015-10-12"), day("2015-10-13"), "minute", "inferred", "after", moment) == "2015-10-12?/.."


def test_years_before_one_are_astronomical() -> None:
    marathon = -897_878
    assert civil(marathon) == (-489, 9, 12)
    assert edtf(marathon, marathon + 1, "day") == "-0489-09-12"


def test_undated_is_null() -> None:
    assert edtf(None, None, None) is None


@given(st.dates(min_value=date(1, 1, 1), max_value=date(9999, 12, 30)))
def test_civil_days_are_those_of_the_calendar(when: date) -> None:
    assert civil((when - EPOCH).days) == (when.year, when.month, when.day)


@given(
    st.dates(min_value=date(1000, 1, 1), max_value=date(2999, 1, 1)),
    st.integers(1, 4000),
    st.sampled_from("day week weekend month season quarter half year decade century part hour minute".split()),
    st.sampled_from(["certain", "inferred", "approximate"]),
    st.sampled_from([None, "after", "before"]),
    st.times(),
)
def test_every_span_is_valid(first: date, days: int, grain: str, certainty: str, opened: str | None, at: time) -> None:
    start = (first - EPOCH).days
    days = 1 if grain == "minute" else days
    text = edtf(start, start + days, grain, certainty, opened, datetime.combine(first, at))
    assert text is not None
    parsed = parser.parse_edtf(text)
    lower, upper = parsed.lower_strict(), parsed.upper_strict()
    if opened is None and grain not in ("hour", "minute"):
        assert lower[:3] == (first.year, first.month, first.day)
        last = first + timedelta(days - 1)
        assert upper[:3] == (last.year, last.month, last.day)
