"""What happened two days after Christmas did not happen at Christmas."""

from __future__ import annotations

import pytest

from tests.fabricated import articles
from timeline import extract_events, find_dates

DISTANCES = [
    ("The ship sank the day before 3 May 2015.", "2015-05-02", "2015-05-03", "The ship sank"),
    ("Two days after Christmas 2014 the ship sank.", "2014-12-27", "2014-12-28", "the ship sank"),
    ("The mayor resigned a week after the election on 7 May 2015.", "2015-05-11", "2015-05-18", "The mayor resigned"),
    ("The day before the vote on 7 May 2015, the mayor resigned.", "2015-05-06", "2015-05-07", "the mayor resigned"),
    ("Two days after the 7 May vote, the mayor resigned.", "2015-05-09", "2015-05-10", "the mayor resigned"),
    ("On the eve of the summit on 3 June 2015 crowds blocked the road.", "2015-06-02", "2015-06-03", "crowds blocked the road"),
    ("In the week after the election on 7 May 2015, the markets fell.", "2015-05-07", "2015-05-15", "the markets fell"),
    ("Within two days of the attack on 3 May 2015, police arrested four men.", "2015-05-03", "2015-05-06", "police arrested four men"),
    ("Less than a month before 31 March 2015 the bank failed.", "2015-02-28", "2015-04-01", "the bank failed"),
    ("A year after the 2011 earthquake the plant was closed.", "2012-01-01", "2013-01-01", "the plant was closed"),
]  # fmt: skip
TOLD_ALONE = [
    # Neither a distance nor an event beside the date: the date stands.
    ("On 3 May 2015 the ship sank.", "2015-05-03"),
    ("Shares fell for a week following a ruling on 3 May 2015.", "2015-05-03"),
    # A day cannot be counted from a month.
    ("Two days after June 2014 the ship sank.", "2014-06-01"),
]


def told(text: str) -> dict[str, object]:
    article = articles(text)
    (event,) = extract_events(article, find_dates(article)).to_dicts()
    return event


@pytest.mark.parametrize(("text", "start", "end", "title"), DISTANCES)
def test_an_event_lies_as_far_from_the_date_as_is_told(text: str, start: str, end: str, title: str) -> None:
    event = told(text)
    assert (str(event["start"])[:10], str(event["end"])[:10], event["title"]) == (start, end, title)
    assert event["certainty"] == "inferred"
    assert event["date_text"] == text[event["start_char"] : event["end_char"]]
    assert str(event["date_text"]) in str(event["why"])


@pytest.mark.parametrize(("text", "start"), TOLD_ALONE)
def test_a_date_that_measures_nothing_stands(text: str, start: str) -> None:
    assert str(told(text)["start"])[:10] == start


def test_an_uncounted_distance_leaves_the_end_open() -> None:
    event = told("A few days after 3 May 2015 the bridge collapsed.")
    assert (event["open"], event["certainty"], event["title"]) == ("after", "inferred", "the bridge collapsed")


def test_about_so_far_is_approximate_and_more_than_so_far_is_open() -> None:
    assert told("About two weeks after 3 May 2015 the mine was flooded.")["certainty"] == "approximate"
    assert told("More than a year after 3 May 2015 the mine was flooded.")["open"] == "after"
