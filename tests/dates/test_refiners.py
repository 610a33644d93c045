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


# Published on Wednesday, 18 November 2015.
AHEAD = [
    ("The crews will meet in two weeks.", "two weeks", "2015-W49"),
    ("The ferry is due to sail in three days.", "three days", "2015-11-21"),
    ("We open the gate in five months.", "five months", "2016-04"),
    ("In two weeks they will vote.", "two weeks", "2015-W49"),
    ("The pier was built in two weeks.", "two weeks", "P2W"),
    ("Fever kills 30 in two weeks.", "two weeks", "P2W"),
    ("It will be the best in the past two weeks.", "the past two weeks", "P2W"),
    ("The audit will take place in the first quarter.", "the first quarter", "2016-Q1"),
    ("It will report a loss for the third quarter.", "the third quarter", "2015-Q3"),
    ("Voters go to the polls on Sunday.", "Sunday", "2015-11-22"),
    ("Voters went to the polls on Sunday.", "Sunday", "2015-11-15"),
]


@pytest.mark.parametrize(("text", "phrase", "value"), AHEAD)
def test_a_clause_that_looks_ahead(text: str, phrase: str, value: str) -> None:
    assert mention(text, phrase)["value"] == value


@pytest.mark.parametrize(
    ("text", "phrase", "value", "certainty"),
    [
        ("In the year 476 the last of them fell.", "the year 476", "0476", "certain"),
        ("A map, c1860, hangs there.", "c1860", "1860", "approximate"),
        ("A map, ca1860, hangs there.", "ca1860", "1860", "approximate"),
    ],
)
def test_years_of_chronicles_and_catalogues(text: str, phrase: str, value: str, certainty: str) -> None:
    found = mention(text, phrase)
    assert (found["value"], found["certainty"]) == (value, certainty)


IN_DOUBT = [
    ("en", "They met on Saturday, 3 May 2014.", "Saturday, 3 May 2014", None),
    ("en", "They met on Sunday, 4 May 2014.", "Sunday, 4 May 2014", None),
    ("en", "They met on Sunday, 3 May 2014.", "Sunday, 3 May 2014", "that day is a Saturday"),
    ("en", "They met on Fri, May 9, 2014.", "Fri, May 9, 2014", None),
    ("en", "They met on Fri, May 8, 2014.", "Fri, May 8, 2014", "that day is a Thursday"),
    ("de", "Am Sonntag, dem 3. Mai 2014, trafen sie sich.", "Sonntag, dem 3. Mai 2014", "that day is a Saturday"),
    ("fr", "Ils se sont vus le dimanche 3 mai 2014.", "le dimanche 3 mai 2014", "that day is a Saturday"),
    ("en", "The note read: vom 3. Heumond 2014.", "2014", "in words that are not known"),
    ("en", "The note read: el 3 de ventoso de 2014.", "2014", "in words that are not known"),
    ("en", "Only 3 since 2014 have stayed open.", "2014", None),
    ("en", "The chapel of 1340 was repaired in 2014.", "1340", "no other year of the article is near it"),
    ("en", "The chapel of 1340 was enlarged in 1352 and repaired in 2014.", "1340", None),
    ("en", "The chapel of 1340 stands.", "1340", None),
]


@pytest.mark.parametrize(("language", "text", "phrase", "doubt"), IN_DOUBT)
def test_what_speaks_against_a_date_that_is_stated_in_full(
    language: str, text: str, phrase: str, doubt: str | None
) -> None:
    told = articles(text).with_columns(language=pl.lit(language))
    row = find_dates(told).row(by_predicate=pl.col("text") == phrase, named=True)
    assert row["certainty"] == ("certain" if doubt is None else "inferred")
    assert row["why"].endswith("says it in full") if doubt is None else row["why"].endswith(doubt)
