"""What happened two days after Christmas did not happen at Christmas: mention, explanation and event say the same day."""

from __future__ import annotations

from datetime import date

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fabricated import articles
from timeline import explain, extract_events, find_dates, resolve_date
from timeline.calendar.arithmetic import EPOCH, span
from timeline.calendar.values import Shift

DISTANCES = [
    ("The ship sank the day before 3 May 2015.", "2015-05-02", "2015-05-03", "The ship sank"),
    ("Two days after Christmas 2014 the ship sank.", "2014-12-27", "2014-12-28", "The ship sank"),
    ("The mayor resigned a week after the election on 7 May 2015.", "2015-05-11", "2015-05-18", "The mayor resigned"),
    ("The day before the vote on 7 May 2015, the mayor resigned.", "2015-05-06", "2015-05-07", "The mayor resigned"),
    ("Two days after the 7 May vote, the mayor resigned.", "2015-05-09", "2015-05-10", "The mayor resigned"),
    ("On the eve of the summit on 3 June 2015 crowds blocked the road.", "2015-06-02", "2015-06-03", "Crowds blocked the road"),
    ("In the week after the election on 7 May 2015, the markets fell.", "2015-05-07", "2015-05-15", "The markets fell"),
    ("Within two days of the attack on 3 May 2015, police arrested four men.", "2015-05-03", "2015-05-06", "Police arrested four men"),
    ("Less than a month before 31 March 2015 the bank failed.", "2015-02-28", "2015-04-01", "The bank failed"),
    ("Two years to the day after 11 March 2011, bells rang in the town.", "2013-03-11", "2013-03-12", "Bells rang in the town"),
    ("A year after the 2011 earthquake the plant was closed.", "2012-01-01", "2013-01-01", "The plant was closed"),
]  # fmt: skip
TO_THE_DAY = [
    ("en", "Twenty years ago today the tram derailed.", "Twenty years ago today=1995-11-18"),
    ("en", "A year ago this week the lock was dry.", "A year ago this week=2014-W47"),
    ("en", "Three years ago on Monday they sailed.", "Three years ago on Monday=2012-11-16"),
    ("en", "Two years ago yesterday it froze.", "Two years ago yesterday=2013-11-17"),
    ("en", "Two years ago, on Monday, it froze.", "Two years ago=2013;Monday=2015-11-16"),
    ("de", "Heute vor acht Jahren sank die Fähre.", "Heute vor acht Jahren=2007-11-18"),
    ("fr", "Il y a cinq ans aujourd'hui le pont cédait.", "Il y a cinq ans aujourd'hui=2010-11-18"),
    ("es", "Hace cuatro años hoy se hundió.", "Hace cuatro años hoy=2011-11-18"),
]
TOLD_ALONE = [
    # Neither a distance nor an event beside the date: the date stands.
    ("On 3 May 2015 the ship sank.", "2015-05-03"),
    ("Shares fell for a week following a ruling on 3 May 2015.", "2015-05-03"),
    # A day cannot be counted from a month.
    ("Two days after June 2014 the ship sank.", "2014-06-01"),
]


def event_in(text: str) -> dict[str, object]:
    (event,) = extract_events(articles(text), find_dates(articles(text))).to_dicts()
    return event


@pytest.mark.parametrize(("text", "start", "end", "title"), DISTANCES)
def test_an_event_lies_as_far_from_the_date_as_is_stated(text: str, start: str, end: str, title: str) -> None:
    event = event_in(text)
    assert (str(event["start"])[:10], str(event["end"])[:10], event["title"]) == (start, end, title)
    assert event["certainty"] == "inferred"
    assert event["date_text"] == text[event["start_char"] : event["end_char"]]
    assert str(event["date_text"]) in str(event["why"])


@pytest.mark.parametrize(("language", "text", "expected"), TO_THE_DAY)
def test_years_ago_to_the_day(language: str, text: str, expected: str) -> None:
    given = pl.DataFrame({"text": [text], "published": [date(2015, 11, 18)], "language": [language]})
    found = find_dates(given).select("text", "value").rows()
    assert ";".join(f"{words}={value}" for words, value in found) == expected


@pytest.mark.parametrize(("text", "start"), TOLD_ALONE)
def test_a_date_that_measures_nothing_stands(text: str, start: str) -> None:
    assert str(event_in(text)["start"])[:10] == start


def test_an_uncounted_distance_leaves_the_end_open() -> None:
    event = event_in("A few days after 3 May 2015 the bridge collapsed.")
    assert (event["open"], event["certainty"], event["title"]) == ("after", "inferred", "The bridge collapsed")


def test_about_so_far_is_approximate_and_more_than_so_far_is_open() -> None:
    assert event_in("About two weeks after 3 May 2015 the mine was flooded.")["certainty"] == "approximate"
    assert event_in("More than a year after 3 May 2015 the mine was flooded.")["open"] == "after"


@pytest.mark.parametrize(("text", "start", "end", "title"), DISTANCES)
def test_mention_explanation_and_event_say_the_same_day(text: str, start: str, end: str, title: str) -> None:
    dates = find_dates(articles(text))
    (mention,) = dates.to_dicts()
    event, alone = event_in(text), resolve_date(text, on="2015-11-18")
    assert (str(mention["start"])[:10], str(mention["end"])[:10]) == (start, end)
    assert alone is not None
    assert (alone.value, alone.start, alone.end) == (mention["value"], event["start"], event["end"])
    assert mention["why"] in str(explain(articles(text), dates))


def test_the_reason_counts_from_the_date_that_measures() -> None:
    (mention,) = find_dates(articles("It sank two days after 3 May 2014.")).to_dicts()
    assert mention["why"] == "“two days after 3 May 2014”: 2 days after 2014-05-03; “3 May 2014” says it in full"
    assert (mention["text"], mention["said"], str(mention["anchor"])) == (
        "two days after 3 May 2014",
        "day+2",
        "2014-05-03",
    )


def test_what_is_anchored_to_a_moved_day_counts_from_there() -> None:
    dates = find_dates(articles("Two days after 3 May 2014 the ship sank. The next day divers found it."))
    assert dates["value"].to_list() == ["2014-05-05", "2014-05-06"]


def test_a_distance_from_a_day_that_does_not_exist_is_a_length() -> None:
    dates = find_dates(articles("Two days after 30 February 2015 it fell."))
    assert dates.select("text", "type").rows() == [("Two days", "DURATION"), ("30 February 2015", "DATE")]


@settings(max_examples=25, derandomize=True)
@given(
    st.integers(1, 400),
    st.sampled_from(["day", "week", "month", "year"]),
    st.sampled_from(["before", "after"]),
    st.dates(date(1500, 1, 1), date(2100, 1, 1)),
)
def test_a_distance_is_counted_as_any_shift(n: int, unit: str, way: str, day: date) -> None:
    (mention,) = find_dates(articles(f"It sank {n} {unit}s {way} {day.day} {day:%B} {day.year}.")).to_dicts()
    days = span(Shift(-n if way == "before" else n, unit), (day - EPOCH).days, None)
    assert days is not None
    assert (mention["start_day"], mention["end_day"], mention["grain"]) == days
