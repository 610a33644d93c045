"""Lengths of time that say how often are sets; those that say how long are not."""

from __future__ import annotations

import polars as pl
import pytest

from tests.fabricated import articles
from timeline.dates import find_dates

RATES = [
    ("The depot sends 40 trucks a week.", "a week", "P1W"),
    ("The mine earned $33 million a year.", "a year", "P1Y"),
    ("Rooms cost between $20 and $30 a night.", "a night", "P1NI"),
    ("They run four ferries a day.", "a day", "P1D"),
    ("The guard is there 24 hours a day.", "a day", "P1D"),
    ("The call centre took hundreds of calls a day.", "a day", "P1D"),
    ("The attacks averaged 30 a month.", "a month", "P1M"),
    ("The field gave 10,000 barrels of oil a day.", "a day", "P1D"),
    ("Rents rose 3% a year.", "a year", "P1Y"),
]
LENGTHS = [
    ("He gave 20 families a week to leave.", "a week"),
    ("In 2010 a week of protests began.", "a week"),
    ("On 3 May a month of rain ended.", "a month"),
    ("The work took a year.", "a year"),
    ("The flood came within a day.", "a day"),
]


def mention(text: str, phrase: str) -> dict[str, str]:
    (found,) = find_dates(articles(text)).filter(pl.col("text") == phrase).to_dicts()
    return found


@pytest.mark.parametrize(("text", "phrase", "value"), RATES)
def test_how_often(text: str, phrase: str, value: str) -> None:
    found = mention(text, phrase)
    assert (found["type"], found["value"], found["start"]) == ("SET", value, None)


@pytest.mark.parametrize(("text", "phrase"), LENGTHS)
def test_how_long(text: str, phrase: str) -> None:
    assert mention(text, phrase)["type"] == "DURATION"
