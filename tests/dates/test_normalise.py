"""Dates are read as a reader sees them, and stand where the text as given has them."""

from __future__ import annotations

from itertools import pairwise

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.dates import find_dates
from timeline.dates.normalise import Edits


@pytest.mark.parametrize(
    ("language", "written", "value"),
    [
        ("en", "7\u202fJune\u20092018", "2018-06-07"),
        ("en", "7 Ju\u00adne 2018", "2018-06-07"),
        ("en", "June 7,\u200b2018", "2018-06-07"),
        ("en", "7\u2060 June\ufeff 2018", "2018-06-07"),
        ("en", "2018\u201106\u201107", "2018-06-07"),
        ("en", "2018–06–07", "2018-06-07"),
        ("en", "June 7 , 2018", "2018-06-07"),
        ("en", "7 No-\nvember 2018", "2018-11-07"),
        ("en", "7 Novem\u00ad\nber 2018", "2018-11-07"),
        ("en", "7 June\n2018", "2018-06-07"),
        ("fr", "7 fe\u0301vrier 2018", "2018-02-07"),
        ("de", "7. Ma\u0308rz 2018", "2018-03-07"),
        ("de", "7. Novem-\nber 2018", "2018-11-07"),
    ],
)
def test_a_date_is_read_as_it_is_seen(language: str, written: str, value: str) -> None:
    text = f"Abc ( {written} ) , xyz ."
    found = find_dates(pl.DataFrame({"text": [text], "published": ["2020-01-01"], "language": [language]}))
    assert found.select("text", "value").rows() == [(written, value)]
    start, end = found.select("start_char", "end_char").row(0)
    assert text[start:end] == written


@given(st.text(alphabet="abM\u0301\u00ad\u200b\u202f\u2011–- ,.()\n25", max_size=40))
def test_what_is_edited_stands_where_it_stood(text: str) -> None:
    edits = Edits(text, "en")
    ends = [edits.given(at, at + 1) for at in range(len(edits.text))]
    assert all(start < end for start, end in ends)
    assert all(left[1] <= right[0] for left, right in pairwise(ends))
    assert all(start >= 0 and end <= len(text) for start, end in ends)
