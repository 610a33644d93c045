"""A date that a person types is the date they meant, and every date that the timeline shows may be typed."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from timeline.calendar.edtf import edtf
from timeline.revision import redated

GRAINS = ("day", "week", "month", "season", "quarter", "half", "year", "decade", "century")


@given(
    first=st.integers(-4_000_000, 4_000_000), days=st.integers(1, 40_000), grain=st.sampled_from(GRAINS),
    certainty=st.sampled_from(("certain", "inferred", "approximate")), opened=st.sampled_from((None, "after", "before")),
)  # fmt: skip
def test_what_the_timeline_writes_is_read_as_it_was_meant(
    first: int, days: int, grain: str, certainty: str, opened: str | None
) -> None:
    code = edtf(first, first + days, grain, certainty, opened)
    assert code is not None
    assume(len(set(code.split("/"))) == len(code.split("/")))  # days that are no cell of their grain
    assert redated(code)["edtf"] == code


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("2015-10-07", "2015-10-07"),
        ("2015-10~", "2015-10~"),
        ("2014-01/2014-02", "2014-01/2014-02"),
        ("2011-12-30/2012-01-02", "2011-12-30/2012-01-02"),
        ("1997/..", "1997/.."),
        ("../2015-10-07", "../2015-10-07"),
        ("2014-22", "2014-22"),
        ("199X", "199X"),
        ("-0043-03-15", "-0043-03-15"),
        ("44 BC", "-0043"),
        ("24 August AD 79", "0079-08-24"),
        ("August 24, 79 CE", "0079-08-24"),
        ("August AD 79", "0079-08"),
        ("from 3 May AD 69 to 24 August AD 79", "0069-05-03/0079-08-24"),
        ("7 October 2015", "2015-10-07"),
        ("  the 7th of October 2015 ", "2015-10-07"),
        ("from 3 May 2014 to 5 May 2014", "2014-05-03/2014-05-05"),
        ("3 May - 5 May 2014", "2014-05-03?/2014-05-05?"),
        ("between 2011 and 2014", "2011/2014"),
        ("since 1997", "1997/.."),
        ("2015-10-07T14:30", "2015-10-07T14:30:00"),
    ],
)
def test_dates_may_be_typed_in_many_ways(words: str, code: str) -> None:
    assert redated(words)["edtf"] == code


@pytest.mark.parametrize(
    "words",
    ["soon", "", "30 September", "yesterday", "2015-02-30", "2015-13", "2015-00", "7 octavember 2015", "3 May 2014 or 5 May 2015",
     "2014/soon", "every Monday", "2015-10-07 or so they say", "every Monday of 2014"],
)  # fmt: skip
def test_what_is_no_date_by_itself_is_refused_with_a_way_out(words: str) -> None:
    with pytest.raises(ValueError, match="is no date that stands by itself; write 2015-10-07"):
        redated(words)


@pytest.mark.parametrize(
    "words",
    ["20151007", "07102015", "201510", "151007", "99999", "-20151007", "20151007/20151009", "Y99999999999999999999"],
)
def test_a_year_of_more_than_four_digits_needs_its_y(words: str) -> None:
    with pytest.raises(ValueError, match="is no date that stands by itself; write 2015-10-07"):
        redated(words)
    assert redated("Y20151007")["edtf"] == "Y20151007"
    assert redated("Y-12000")["edtf"] == "Y-12000"


def test_a_range_that_ends_first_is_refused() -> None:
    with pytest.raises(ValueError, match="ends before it begins"):
        redated("2015-10/2014")
