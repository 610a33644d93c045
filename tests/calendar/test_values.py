"""A value's code reads back, and reading never fails."""

from __future__ import annotations

from functools import partial
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.languages.phrases.tables import FOLDER, cases
from timeline.calendar.values import LETTERS, Calendar, Cell, Every, Length, Recurring, Shift, Vague, Value, parse
from timeline.languages.en import parsing
from timeline.languages.en.parsing import RULES
from timeline.languages.en.vocabulary import (
    HOLIDAYS,
    MODIFIERS,
    MONTHS,
    NUMBERS,
    PARTS_OF_DAY,
    SEASONS,
    UNITS,
    VAGUE,
    WEEKDAYS,
)

CODES = {
    "2014-12-29": Calendar(2014, Cell(month=12, day=29)),
    "2014-12": Calendar(2014, Cell(month=12)),
    "2014": Calendar(2014),
    "0079": Calendar(79),
    "BC0001": Calendar(0),
    "BC0044-03-15": Calendar(-43, Cell(month=3, day=15)),
    "199": Calendar(1990, years=10),
    "19": Calendar(1900, years=100),
    "2014-Q3": Calendar(2014, Cell(quarter=3)),
    "2014-H2": Calendar(2014, Cell(half=2)),
    "2014-SU": Calendar(2014, Cell(season="SU")),
    "2014-W07": Calendar(2014, Cell(week=7)),
    "2014-W07-3": Calendar(2014, Cell(week=7, weekday=3)),
    "2014-12-29T09:30": Calendar(2014, Cell(month=12, day=29, hour=9, minute=30)),
    "2014-12-29TMO": Calendar(2014, Cell(month=12, day=29, part="MO")),
    "FY2014": Calendar(2014, fiscal=True),
    "day-1": Shift(-1, "day"),
    "day-1TNI": Shift(-1, "day", Cell(part="NI")),
    "year-1-Q3": Shift(-1, "year", Cell(quarter=3)),
    "week+0": Shift(0, "week"),
    "week+1-WXX-5": Shift(1, "week", Cell(weekday=5)),
    "XXXX-09-30": Recurring(Cell(month=9, day=30)),
    "XXXX-WXX-7": Recurring(Cell(weekday=7)),
    "XXXX-WXX-WE": Recurring(Cell(weekend=True)),
    "XXXX-SU": Recurring(Cell(season="SU")),
    "XXXX-XX-15": Recurring(Cell(day=15)),
    "XXXX-XX-XXT09:05": Recurring(Cell(hour=9, minute=5)),
    "XXXX-11-WXX-4#4": Recurring(Cell(month=11, weekday=4, nth=4)),
    "XXXX-05-WXX-1#-1": Recurring(Cell(month=5, weekday=1, nth=-1)),
    "XXXX-EASTER-2": Recurring(Cell(easter=-2)),
    "P3W": Length("3", "week"),
    "PT3M": Length("3", "minute"),
    "P3M": Length("3", "month"),
    "PXY": Length("X", "year"),
    "P2Y6M": Length("2.5", "year"),
    "PT1H30M": Length("1.5", "hour"),
    "PT5M30S": Length("5.5", "minute"),
    "P2.5W": Length("2.5", "week"),
    "R/P1D": Every(Length("1", "day")),
    "R/XXXX-WXX-1": Every(Recurring(Cell(weekday=1))),
    "PAST_REF": Vague("PAST_REF"),
}


@pytest.mark.parametrize(("code", "value"), CODES.items())
def test_a_code_is_its_value(code: str, value: Value) -> None:
    assert str(value) == code
    assert parse(code) == value


@pytest.mark.parametrize(
    "code", ["", "yesterday", "2014-13-45-99", "P", "XXXX?", "R/2014", "R/PAST", "day", "T09:30", "2014-"]
)
def test_what_is_no_code_is_refused(code: str) -> None:
    with pytest.raises(ValueError, match="not a code"):
        parse(code)


def test_every_value_of_the_tables_reads_back() -> None:
    seen = set()
    for case in cases(*sorted((FOLDER / "en").glob("*.txt"))):
        for reading in parsing.read(case.phrase):
            assert parse(str(reading.value)) == reading.value, case.phrase
            seen.add(type(reading.value))
    assert seen == {Calendar, Shift, Recurring, Length, Every, Vague}


# A strategy that leaves alone the fields it is not given: of a named tuple, Hypothesis makes them all up.
def made(kind: type, *fields: st.SearchStrategy[object], **named: st.SearchStrategy[object]) -> st.SearchStrategy[Any]:
    return st.builds(partial(kind), *fields, **named)


whole = st.integers(1, 12)
some_cells = st.one_of(
    made(Cell),
    made(Cell, month=whole),
    made(Cell, month=whole, day=st.integers(1, 31)),
    made(Cell, month=whole, day=st.integers(1, 31), hour=st.integers(0, 24), minute=st.integers(0, 59)),
    made(Cell, month=whole, day=st.integers(1, 31), part=st.sampled_from(sorted(set(PARTS_OF_DAY.values())))),
    made(Cell, month=whole, weekday=st.integers(1, 7), nth=st.sampled_from((-1, 1, 2, 3, 4))),
    made(Cell, month=whole, nth=st.sampled_from((-1, 1, 2, 3, 4))),
    made(Cell, month=whole, weekday=st.integers(1, 7), nth=st.integers(1, 4), day=st.integers(1, 31)),
    made(Cell, month=whole, day=st.integers(1, 31), week=st.just(0)),
    made(Cell, quarter=st.integers(1, 4)),
    made(Cell, half=st.integers(1, 2)),
    made(Cell, season=st.sampled_from(sorted(set(SEASONS.values())))),
    made(Cell, easter=st.integers(-60, 70)),
    made(Cell, hour=st.integers(0, 24), minute=st.integers(0, 59), second=st.integers(0, 59)),
    made(Cell, hour=st.integers(0, 24), minute=st.integers(0, 59), zone=st.sampled_from(("GMT", "UTC", "Zulu"))),
    made(Cell, weekday=st.integers(1, 7)),
    made(Cell, weekend=st.just(True)),
)
lengths = made(Length, st.sampled_from(("1", "3", "2.5", "X", "100", "1000")), st.sampled_from(sorted(LETTERS)))
recurring = made(Recurring, st.one_of(some_cells.filter(bool), made(Cell, year=st.integers(0, 99))), st.integers(-3, 3))
any_value = st.one_of(
    made(Calendar, st.integers(-4000, 4000), some_cells),
    made(Calendar, st.integers(1, 300).map(lambda n: 10 * n), years=st.just(10)),
    made(Calendar, st.integers(1, 30).map(lambda n: 100 * n), years=st.just(100)),
    made(Shift, st.integers(-999, 999), st.sampled_from(("day", "week", "month", "quarter", "year")), some_cells),
    recurring,
    lengths,
    made(Every, st.one_of(recurring, lengths)),
    made(Vague, st.sampled_from(sorted(set(VAGUE.values())))),
)


@settings(max_examples=600, derandomize=True)
@given(any_value)
def test_any_value_reads_back(value: Value) -> None:
    assert parse(str(value)) == value


def test_the_fields_of_a_cell_are_all_written() -> None:
    plain = {
        "year": 7,
        "month": 5,
        "day": 4,
        "week": 7,
        "weekday": 3,
        "weekend": True,
        "nth": 2,
        "quarter": 3,
        "half": 1,
    }
    plain |= {"season": "SU", "easter": -2, "hour": 9, "minute": 30, "second": 1, "part": "MO", "zone": "GMT"}
    assert set(plain) == set(Cell._fields)
    empty = str(Recurring(Cell()))
    needs_hour = {"minute", "second"}
    for name, value in plain.items():
        fields = {name: value} | ({"hour": 9} if name in needs_hour else {})
        base = {"hour": 9} if name in needs_hour else {}
        assert str(Recurring(Cell(**fields))) != (str(Recurring(Cell(**base))) if base else empty), name


words_of_time = sorted(
    {*MONTHS, *WEEKDAYS, *list(NUMBERS)[:40], *UNITS, *SEASONS, *PARTS_OF_DAY, *HOLIDAYS, *MODIFIERS, *VAGUE}
)
glue = "the of in a an on to and last next this that ago later earlier every each from 3 15 31 1999 '98 9:30 p.m. Q3 BC 19th".split()
sentences = st.lists(st.sampled_from([*words_of_time, *glue, *(w.title() for w in words_of_time)]), max_size=9).map(
    " ".join
)


@settings(max_examples=600, derandomize=True)
@given(st.one_of(st.text(max_size=80), sentences))
def test_reading_never_raises_and_stays_inside_the_phrase(phrase: str) -> None:
    at = 0
    for reading in parsing.read(phrase):
        assert 0 <= reading.start < reading.end <= len(phrase)
        assert reading.start >= at
        at = reading.start
        assert parse(str(reading.value)) == reading.value


def test_rules_have_names_and_belong_to_readings() -> None:
    assert len({rule.name for rule in RULES}) > 30
    for reading in parsing.read("from early October 2015, three days later, to the second quarter"):
        assert reading.rule in {rule.name for rule in RULES}
