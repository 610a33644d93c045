"""The columns equal the definition, the clocks equal the standard library's, and an interval ends after it starts."""

from __future__ import annotations

import calendar
from datetime import date, timedelta
from functools import partial
from typing import Any

import polars as pl
import pytest
from dateutil.easter import easter
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.calendar.arithmetic import (
    SEASON_MONTH,
    day_of_month,
    easter_of,
    iso_weekday,
    monday,
    month_of_day,
    span,
    suffix_of,
)
from timeline.calendar.columns import COLUMNS, columns_of, resolve
from timeline.calendar.timex import timex_of, with_timex_value
from timeline.calendar.values import Calendar, Cell, Every, Length, Recurring, Shift, Vague, Value
from timeline.dates import find_dates
from timeline.dates.phrase import resolve_date
from timeline.show.explain import explain_phrase

EPOCH = date(1970, 1, 1)
FIRST, LAST = (date.min - EPOCH).days, (date.max - EPOCH).days
DIRECTIONS = ("in", "nearest", "recent", "soon", "before", "on_or_before", "after", "on_or_after")

CALENDARS = [
    Calendar(2015),
    Calendar(0),
    Calendar(-489, Cell(month=9, day=12)),
    Calendar(1990, years=10),
    Calendar(1800, years=100),
    Calendar(-500, years=100),
    Calendar(2016, Cell(month=2, day=29)),
    Calendar(2015, Cell(month=2, day=29)),
    Calendar(1900, Cell(month=2, day=29)),
    Calendar(2014, Cell(month=12)),
    Calendar(2009, Cell(week=53)),
    Calendar(2015, Cell(week=1, weekday=7)),
    Calendar(2015, Cell(quarter=3)),
    Calendar(2015, Cell(half=2)),
    Calendar(2014, Cell(season="WI")),
    Calendar(2014, Cell(month=11, weekday=4, nth=4)),
    Calendar(2015, Cell(month=5, weekday=1, nth=-1)),
    Calendar(2016, Cell(month=11, weekday=2, nth=1, day=2)),
    Calendar(2015, Cell(month=5, nth=3)),
    Calendar(2016, Cell(easter=-2)),
    Calendar(2015, Cell(month=5, day=4, week=0)),
    Calendar(2015, Cell(month=5, day=4, hour=9, minute=30, second=1)),
    Calendar(2015, Cell(month=12, day=31, hour=24)),
    Calendar(2015, Cell(month=5, day=4, part="NI")),
]
SHIFTS = [
    Shift(0, "day"),
    Shift(-1, "day", Cell(part="NI")),
    Shift(40, "day"),
    Shift(-3, "week"),
    Shift(1, "week", Cell(weekday=5)),
    Shift(-1, "weekend"),
    Shift(-1, "month"),
    Shift(14, "month"),
    Shift(-5, "quarter"),
    Shift(1, "half"),
    Shift(-1, "year"),
    Shift(-1, "year", Cell(quarter=3)),
    Shift(1, "year", Cell(season="SU")),
    Shift(-1, "year", Cell(month=2, day=29)),
    Shift(-2, "decade"),
    Shift(1, "century"),
    Shift(1, "day", Cell(hour=9, minute=5)),
]
RECURRING = [
    Recurring(Cell(weekday=7)),
    Recurring(Cell(weekday=1, part="MO")),
    Recurring(Cell(weekend=True)),
    Recurring(Cell(month=9, day=30)),
    Recurring(Cell(month=1, day=1)),
    Recurring(Cell(month=2, day=30)),
    Recurring(Cell(month=6)),
    Recurring(Cell(day=15)),
    Recurring(Cell(quarter=4)),
    Recurring(Cell(half=1)),
    Recurring(Cell(season="SU")),
    Recurring(Cell(season="WI")),
    Recurring(Cell(easter=0)),
    Recurring(Cell(month=11, weekday=4, nth=4)),
    Recurring(Cell(month=5, nth=-1)),
    Recurring(Cell(month=5, day=4, week=0)),
    Recurring(Cell(month=1, day=1, week=0)),
    Recurring(Cell(week=1)),
    Recurring(Cell(week=52, weekday=3)),
    Recurring(Cell(hour=9, minute=30)),
    Recurring(Cell(part="EV")),
    Recurring(Cell(year=0)),
    Recurring(Cell(weekday=2), 1),
    Recurring(Cell(weekday=5), -1),
    Recurring(Cell(season="WI"), -1),
    Recurring(Cell(month=12, day=25), -2),
    Recurring(Cell(month=11, weekday=2, nth=1, day=2)),
]
# Days that do not exist in every occurrence of their cycle.
GAPS = [Recurring(Cell(month=2, day=29)), Recurring(Cell(day=31)), Recurring(Cell(month=2, weekday=1, nth=5))]
PLACELESS = [Length("3", "week"), Every(Length("1", "day")), Every(Recurring(Cell(weekday=1))), Vague("PAST_REF")]


def days() -> list[int]:
    """Over 4,000 anchors: every day of four years with a leap day, every month's and year's ends, centuries, BC."""
    plain = range((date(2014, 1, 1) - EPOCH).days, (date(2018, 1, 1) - EPOCH).days)
    months = [day_of_month(month) - back for month in range(12 * 1897, 12 * 1908) for back in (0, 1)]
    ends = [day_of_month(12 * year) - back for year in range(1850, 2110) for back in (0, 1)]
    leaps = [day_of_month(12 * year + 2) - back for year in range(1600, 2404, 4) for back in (0, 1)]
    long_ago = [day_of_month(12 * year + 2) + step for year in range(-500, 4, 7) for step in (-60, -1, 0, 1, 300)]
    spread = range(-900_000, 700_000, 1_301)
    return sorted({*plain, *months, *ends, *leaps, *long_ago, *spread})


ANCHORS = days()


def by_columns(values: list[Value], anchors: list[int | None], directions: list[str | None]) -> pl.DataFrame:
    """Every value on every anchor with every direction, resolved in columns."""
    rows = [columns_of(value) for value in values]
    frame = pl.DataFrame(rows, schema=COLUMNS, orient="row").with_row_index("at")
    frame = frame.join(pl.DataFrame({"anchor_day": anchors}, schema={"anchor_day": pl.Int64}), how="cross")
    frame = frame.join(pl.DataFrame({"pick": directions}, schema={"pick": pl.String}), how="cross")
    return resolve(frame.with_row_index("mention"))


def differences(values: list[Value], anchors: list[int | None], directions: list[str | None]) -> list[str]:
    found = by_columns(values, anchors, directions).select("at", "anchor_day", "pick", "start_day", "end_day")
    wrong = []
    for at, anchor, direction, start, end in found.iter_rows():
        defined = span(values[at], anchor, direction)
        if (start, end) != (defined[:2] if defined else (None, None)):
            wrong.append(f"{values[at]} on {anchor} {direction}: columns {start}, {end}; definition {defined}")
    return wrong


def test_the_anchors_are_many() -> None:
    assert len(ANCHORS) >= 4_000


@pytest.mark.parametrize("direction", DIRECTIONS)
def test_columns_equal_the_definition_for_what_recurs(direction: str) -> None:
    assert differences([*RECURRING], [*ANCHORS], [direction])[:5] == []


@pytest.mark.parametrize("direction", DIRECTIONS)
def test_columns_equal_the_definition_where_an_occurrence_has_no_such_day(direction: str) -> None:
    assert differences([*GAPS], [*ANCHORS], [direction])[:5] == []


def test_columns_equal_the_definition_for_shifts_and_calendars() -> None:
    assert differences([*SHIFTS], [*ANCHORS], [None])[:5] == []
    assert differences([*CALENDARS, *PLACELESS], [None, 0, 16757], [None])[:5] == []


@pytest.mark.parametrize(
    ("direction", "on", "value"),
    [
        ("before", "2015-11-18", "2012-02-29"),
        ("before", "2012-02-29", "2008-02-29"),
        ("before", "1903-06-01", "1896-02-29"),
        ("on_or_before", "2014-01-31", "2012-02-29"),
        ("after", "2016-02-29", "2020-02-29"),
        ("after", "1897-01-01", "1904-02-29"),
        ("nearest", "2013-12-01", "2012-02-29"),
        ("nearest", "2015-11-18", "2016-02-29"),
    ],
)
def test_29_february_is_looked_for_until_it_is_there(direction: str, on: str, value: str) -> None:
    found = resolve_date("29 February", on=on, pick=direction)
    assert found is not None
    assert found.value == value
    day = (date.fromisoformat(on) - EPOCH).days
    assert differences([Recurring(Cell(month=2, day=29))], [day], [direction]) == []


def test_a_weekday_or_week_that_a_month_does_not_have_is_undated() -> None:
    fifths = [Calendar(2015, Cell(month=2, weekday=weekday, nth=5)) for weekday in range(1, 8)]
    assert [span(fifth, None, None) for fifth in [*fifths, Calendar(2015, Cell(month=2, nth=5))]] == [None] * 8
    assert (
        differences(
            [*fifths, Calendar(2016, Cell(month=2, nth=5)), Calendar(2015, Cell(month=2, nth=-2))], [None], [None]
        )
        == []
    )
    assert span(Calendar(2016, Cell(month=2, weekday=1, nth=5)), None, None) == (16860, 16861, "day")


def test_without_an_anchor_only_a_calendar_has_a_place() -> None:
    found = by_columns([*SHIFTS, *RECURRING], [None], ["nearest"])
    assert found["start_day"].null_count() == found.height
    assert not differences([*SHIFTS, *RECURRING], [None], ["nearest"])


# A strategy that leaves alone the fields it is not given: of a named tuple, Hypothesis makes them all up.
def made(kind: type, *fields: st.SearchStrategy[object], **named: st.SearchStrategy[object]) -> st.SearchStrategy[Any]:
    return st.builds(partial(kind), *fields, **named)


cells = st.one_of(
    made(Cell, month=st.integers(1, 12), day=st.integers(1, 31)),
    made(Cell, month=st.integers(1, 12)),
    made(Cell, month=st.integers(1, 12), weekday=st.integers(1, 7), nth=st.sampled_from((-2, -1, 1, 2, 3, 4))),
    made(Cell, month=st.integers(1, 12), nth=st.sampled_from((-1, 1, 2, 3, 4))),
    made(Cell, quarter=st.integers(1, 4)),
    made(Cell, half=st.integers(1, 2)),
    made(Cell, season=st.sampled_from(sorted(SEASON_MONTH))),
    made(Cell, easter=st.integers(-60, 70)),
)
weekly = made(Cell, weekday=st.integers(1, 7))
timed = made(Cell, hour=st.integers(0, 24), minute=st.just(0))
values = st.one_of(
    made(Calendar, st.integers(-3000, 3000), cells),
    made(Calendar, st.integers(-300, 300).map(lambda n: 10 * n), years=st.just(10)),
    made(Shift, st.integers(-400, 400), st.sampled_from(("month", "quarter", "half", "year", "decade", "century"))),
    made(Shift, st.integers(-5000, 5000), st.sampled_from(("day", "week", "weekend"))),
    made(Shift, st.integers(-30, 30), st.just("year"), cells),
    made(Recurring, st.one_of(cells, weekly, timed)),
)


@settings(max_examples=60, derandomize=True)
@given(
    st.lists(values, min_size=1, max_size=12),
    st.lists(st.integers(-900_000, 900_000), min_size=1, max_size=6),
    st.sampled_from(DIRECTIONS),
)
def test_columns_equal_the_definition_for_any_value(found: list[Value], anchors: list[int], direction: str) -> None:
    assert not differences(found, [*anchors], [direction])


@settings(max_examples=60, derandomize=True)
@given(st.lists(values, min_size=1, max_size=20), st.integers(-900_000, 900_000), st.sampled_from(DIRECTIONS))
def test_an_interval_ends_after_it_starts(found: list[Value], anchor: int, direction: str) -> None:
    frame = by_columns(found, [anchor], [direction]).filter(pl.col("start_day").is_not_null())
    assert frame.filter(pl.col("start_day") >= pl.col("end_day")).is_empty()


@settings(max_examples=60, derandomize=True)
@given(st.lists(values, min_size=1, max_size=20), st.integers(-900_000, 900_000), st.sampled_from(DIRECTIONS))
def test_both_write_the_same_timex_value(found: list[Value], anchor: int, direction: str) -> None:
    frame = with_timex_value(by_columns(found, [anchor], [direction]), pl.lit(value=False))
    for at, start, grain, timex in frame.select("at", "start_day", "grain", "value").iter_rows():
        cell = found[at].cell  # type: ignore[union-attr]
        assert timex == (None if start is None else timex_of(start, grain, suffix_of(cell, grain))), str(found[at])


@pytest.mark.parametrize(
    "direction", [direction for direction in DIRECTIONS if direction not in ("in", "nearest", "recent", "soon")]
)
def test_a_direction_keeps_its_promise(direction: str) -> None:
    frame = by_columns([occurrence for occurrence in RECURRING if not occurrence.n], [*ANCHORS], [direction])
    promise = {
        "before": pl.col("end_day") <= pl.col("anchor_day"),
        "on_or_before": pl.col("start_day") <= pl.col("anchor_day"),
        "after": pl.col("start_day") > pl.col("anchor_day"),
        "on_or_after": pl.col("end_day") > pl.col("anchor_day"),
    }[direction]
    broken = frame.filter(pl.col("start_day").is_not_null() & ~promise)
    assert broken.select("at", "anchor_day", "start_day", "end_day").rows()[:3] == []


def test_the_clocks_equal_the_standard_library() -> None:
    for day in (*ANCHORS, FIRST, LAST, *range(-1000, 1000)):
        if FIRST <= day <= LAST:
            civil = EPOCH + timedelta(days=day)
            month = month_of_day(day)
            assert (month // 12, month % 12 + 1) == (civil.year, civil.month)
            assert day_of_month(month) + civil.day - 1 == day
            assert iso_weekday(day) == civil.isoweekday()
            assert monday(day) == day - civil.weekday()


def test_month_lengths_equal_those_of_the_calendar() -> None:
    for year in range(1, 2500):
        for month in range(12):
            length = day_of_month(12 * year + month + 1) - day_of_month(12 * year + month)
            assert length == calendar.monthrange(year, month + 1)[1]


def test_the_clocks_run_through_the_years_before_christ() -> None:
    # The Gregorian calendar repeats after 400 years of 146,097 days.
    for day in ANCHORS:
        assert month_of_day(day - 146_097) == month_of_day(day) - 4_800
        assert iso_weekday(day - 146_097) == iso_weekday(day)
    assert timex_of(day_of_month(-1), "day") == "BC0002-12-01"


def test_easter_equals_dateutil() -> None:
    for year in range(1583, 4100):
        assert easter_of(year) == (easter(year) - EPOCH).days, year


@pytest.mark.parametrize(
    ("phrase", "start", "end"),
    [
        ("3 May 2015", "2015-05-03 00:00:00", "2015-05-04 00:00:00"),
        ("early May 2015", "2015-05-01 00:00:00", "2015-06-01 00:00:00"),
        ("the 1990s", "1990-01-01 00:00:00", "2000-01-01 00:00:00"),
        ("the 19th century", "1800-01-01 00:00:00", "1900-01-01 00:00:00"),
        ("the winter of 2014", "2014-12-01 00:00:00", "2015-03-01 00:00:00"),
        ("the third quarter of 2014", "2014-07-01 00:00:00", "2014-10-01 00:00:00"),
        ("H2 2014", "2014-07-01 00:00:00", "2015-01-01 00:00:00"),
        ("2009-W53", "2009-12-28 00:00:00", "2010-01-04 00:00:00"),
        ("last weekend", "2015-11-14 00:00:00", "2015-11-16 00:00:00"),
        ("9:30 a.m. yesterday", "2015-11-17 09:30:00", "2015-11-17 09:31:00"),
        ("23:59:59", "2015-11-18 23:59:59", "2015-11-19 00:00:00"),
        ("last night", "2015-11-17 18:00:00", "2015-11-18 06:00:00"),
        ("yesterday morning", "2015-11-17 06:00:00", "2015-11-17 12:00:00"),
    ],
)
def test_a_phrase_has_half_open_bounds(phrase: str, start: str, end: str) -> None:
    found = resolve_date(phrase, on="2015-11-18")
    assert found is not None
    assert (str(found.start), str(found.end)) == (start, end)


@pytest.mark.parametrize(
    ("direction", "value"),
    [("before", "2015-11-15"), ("on_or_before", "2015-11-15"), ("after", "2015-11-22"), ("on_or_after", "2015-11-22")],
)
def test_a_caller_may_choose_the_direction(direction: str, value: str) -> None:
    found = resolve_date("Sunday", on="2015-11-18", pick=direction)
    assert found is not None
    assert (found.value, found.pick) == (value, direction)


def test_a_day_that_does_not_exist_is_undated() -> None:
    found = resolve_date("30 February 2015", on="2015-11-18")
    assert found is not None
    assert (found.start, found.end, found.grain) == (None, None, None)


@settings(max_examples=200, derandomize=True)
@given(st.text(max_size=60), st.dates())
def test_a_phrase_never_raises(phrase: str, on: date) -> None:
    resolve_date(phrase, on=on)


@pytest.mark.parametrize(
    ("phrase", "certainty"),
    [
        ("3 May 2015", "certain"),
        ("fiscal 2014", "inferred"),
        ("the 1996 period", "inferred"),
        ("3/4/2015", "inferred"),
        ("the summer of 2014", "approximate"),
        ("30 February 2015", None),
    ],
)
def test_a_phrase_alone_is_as_sure_as_in_an_article(phrase: str, certainty: str | None) -> None:
    found = resolve_date(phrase, on="2015-11-18")
    assert found is not None
    assert found.certainty == certainty
    article = pl.DataFrame({"article_id": ["a"], "text": [f"It closed in {phrase}."], "language": ["en"]})
    assert find_dates(article)["certainty"].to_list() == [certainty]


def test_a_day_that_is_no_date_is_refused() -> None:
    with pytest.raises(ValueError, match="is no day"):
        resolve_date("yesterday", on="last week")


def test_a_pick_that_is_none_is_refused() -> None:
    with pytest.raises(ValueError, match="no pick 'last'; there are: in, nearest, "):
        resolve_date("Monday", on="2015-11-16", pick="last")


@pytest.mark.parametrize(
    ("phrase", "part", "value"),
    [
        ("the wee hours of 4 May 2014", "4 May 2014", "2014-05-04"),
        ("noon on Easter Monday 2024", "Easter Monday 2024", "2024-04-01"),
        ("the feast of 4 May 2014", "4 May 2014", "2014-05-04"),
        ("for two weeks in May 2014", "two weeks", "P2W"),
    ],
)
def test_what_is_read_in_part_is_told_as_that_part(phrase: str, part: str, value: str) -> None:
    found = resolve_date(phrase, on=date(2024, 2, 7))
    assert found is not None
    assert (found.text, found.value) == (part, value)
    lines = explain_phrase(phrase, on=date(2024, 2, 7)).splitlines()
    assert any(line.startswith("not read   “") for line in lines)
    assert lines[-1].startswith("why        ")


def test_an_hour_that_is_not_written_is_not_given() -> None:
    for words in ("wee hours", "small hours", "dead of night"):
        found = resolve_date(f"the {words} of 4 May 2014")
        assert found is not None
        assert not found.value.endswith(":00")


def test_figures_that_may_be_read_otherwise_say_so() -> None:
    explanation = explain_phrase("3/4/2024", on="2024-05-01")
    assert "is read month first; day first is possible too" in explanation
    assert "certainty  inferred" in explanation
