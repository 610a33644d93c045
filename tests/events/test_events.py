"""From dated sentences to events: the clause a date belongs to, titles, who, where, and whether it happened."""

import csv
import re
import sys
from datetime import date
from pathlib import Path
from typing import Any

import polars as pl
import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language

import timeline as tl
from timeline import events
from timeline.events.candidates import find_doings
from timeline.events.gazetteer import coordinates, find_places, gazetteer
from timeline.events.names import find_names
from timeline.languages.en.morphology import VERB_FORMS
from timeline.schemas import EVENTS

DATA = Path(__file__).parents[2] / "data"


def told(text: str, published: date | None = date(2016, 3, 10)) -> list[dict[str, Any]]:
    articles = tl.read_articles(
        pl.DataFrame({"text": [text], "published": [published]}, schema_overrides={"published": pl.Date})
    )
    return tl.extract_events(articles, tl.find_dates(articles)).to_dicts()


def gold() -> list[dict[str, str]]:
    with (DATA / "gold" / "events.csv").open(encoding="utf-8", newline="") as rows:
        return list(csv.DictReader(rows))


TRIGGERS = [
    # the words of the trigger; the sentence with the date in brackets
    ("resigned", "The governor resigned on [2 March 2016] after eight years in office."),
    ("sentenced", "On [2 March 2016], the court in Porto, sitting for the last time, sentenced two bankers."),
    ("earthquake struck", "An earthquake struck the coast of Chile on [2 March 2016]."),
    ("held talks", "The two ministers held talks on [2 March 2016]."),
    ("riots", "Six people were hurt during the riots in Lima on [2 March 2016]."),
    ("election", "Nobody won the [2014] election."),
    ("strike", "Friday's papers are full of the [2 March 2016] strike at the port."),
    ("launched", "The probe, launched on [2 March 2016], has reached the moon."),
    ("meet", "Union leaders plan to meet on [22 March 2016]."),
    ("merged", "Two firms merged to form a bank on [2 March 2016]."),
    ("said", "The company will close two plants, its chairman said on [2 March 2016]."),
    ("closed", "Officials said the border was closed on [2 March 2016]."),
    ("fell", "Thousands of people fled before the town fell on [2 March 2016] and the bridges were blown up."),
    ("arrested", "Police have arrested four men since [2 March 2016]."),
    ("opened fire", "Two guards opened fire on [2 March 2016]."),
    ("broke out", "War broke out in [2011]."),
    ("bans", "2 March 2016 - Court bans the party on [3 March 2016]."),
    ("resume", "Traffic will stop on [21 March 2016] and resume on [23 March 2016]."),
    ("died", "[2 March 2016], a former mayor died at 80; his widow survives him."),
    ("agreement", "An agreement made on [2 March 2016] ends the dispute."),
    ("ruling", "Shares fell for a week following a ruling on [2 March 2016]."),
    ("bombing", "A suicide bombing at a market on [2 March 2016] killed 30 people."),
    ("premiered", "The film, which premiered in [2011], won two prizes."),
    ("began to clear", "On [2 March 2016], when the storm had passed, crews began to clear the roads."),
    ("vote", "The vote, scheduled for [22 March 2016], was put off."),
    ("outlawed", "The court outlawed both groups, the latter founded in 2011, on [29 December 2014]."),
    ("denied", "The general, sacked in 2015, denied the charges on [2 March 2016]."),
    ("closed", "Herring closed at 4.20 crowns on [2 March 2016]."),
    ("passed", "Congress passed the bill on [2 March 2016]."),
    ("decision", "[2 March 2016]'s decision ends a dispute of long standing."),
    ("apologised", "In a statement on [2 March 2016], the bank apologised to its customers."),
    ("moved", "On [2 March 2016], hundreds of people who had camped at the border were moved to a hall."),
    ("made landfall", "The storm, which made landfall on [2 March 2016], has killed nine people."),
    ("follows an attack", "It follows an attack on a church on [2 March 2016]."),
    ("fire", "A fire in [2012] killed 112 workers."),
    ("beaten", "Spain, beaten by Norway on [2 March 2016], went home."),
]  # fmt: skip


@pytest.mark.parametrize(("trigger", "marked"), TRIGGERS, ids=[case[0] for case in TRIGGERS])
def test_the_date_finds_its_happening(trigger: str, marked: str) -> None:
    text = marked.replace("[", "").replace("]", "")
    starts = [match.start() - 2 * place for place, match in enumerate(re.finditer(r"\[", marked))]
    events = [event for event in told(text) if event["start_char"] <= starts[-1] < event["end_char"]]
    found = [event["trigger"] for event in events]
    assert any(name and (name in trigger or trigger in name) for name in found), found
    for event in events:
        assert text[event["trigger_start_char"] : event["trigger_end_char"]] == event["trigger"]


MARKED = re.compile(r"[{\[](?:(\d):)?([^}\]]*)[}\]]")


def test_dates_find_their_happenings_in_the_news() -> None:
    """The table is what a reader would mark: every date of every sentence has one of its words as its trigger."""
    lines = [
        line for line in (Path(__file__).parent / "sentences.txt").read_text("utf-8").splitlines() if line[0] != "#"
    ]
    plain = [MARKED.sub(r"\2", line) for line in lines]
    articles = tl.read_articles(
        pl.DataFrame({"article_id": lines, "text": plain, "published": [date(2016, 3, 10)] * len(lines)})
    )
    events: dict[str, list[dict[str, Any]]] = {}
    for event in tl.extract_events(articles, tl.find_dates(articles)).to_dicts():
        events.setdefault(event["article_id"], []).append(event)
    missed = []
    for line in lines:
        spans: dict[tuple[str, str], list[tuple[int, int]]] = {}
        shift = 0
        for match in MARKED.finditer(line):
            start = match.start() - shift
            spans.setdefault((match[1], match[0][0]), []).append((start, start + len(match[2])))
            shift += len(match[0]) - len(match[2])
        for number in {number for number, _ in spans}:
            ((start, end),) = spans[number, "{"]
            found = [event for event in events.get(line, []) if event["start_char"] < end and start < event["end_char"]]
            if not any(
                event["trigger"] and event["trigger_start_char"] < until and since < event["trigger_end_char"]
                for event in found for since, until in spans[number, "["]
            ):  # fmt: skip
                missed.append((line, [event["trigger"] for event in found]))
    assert len(lines) > 200
    assert missed == []


def test_two_dates_make_two_events_with_their_own_clauses() -> None:
    first, second = told("On 7 October 2015 ships fired missiles; on 8 October 2015 the army attacked.")
    assert (first["title"], second["title"]) == ("Ships fired missiles", "The army attacked")


def test_a_saying_is_dated_and_so_is_what_was_said() -> None:
    events = told("The plant will be sold, the minister said on 2 March 2016.")
    assert [event["trigger"] for event in events] == ["sold", "said"]
    assert {event["speaker"] for event in events} == {"the minister"}
    assert "day is that of the saying" in events[0]["why"]
    assert events[0]["certainty"] == "inferred"


def test_what_was_said_keeps_its_own_date() -> None:
    events = told("The minister said on 2 March 2016 that the plant had been sold on 5 January 2016.")
    assert [(event["date_text"], event["trigger"]) for event in events] == [
        ("2 March 2016", "said"),
        ("5 January 2016", "sold"),
    ]


def test_the_event_may_stand_in_the_sentence_before() -> None:
    text = "The peace talks in Oslo led nowhere. They were held on 2 March 2016."
    (event,) = told(text)
    assert event["trigger"] == "talks"
    assert text[event["trigger_start_char"] : event["trigger_end_char"]] == "talks"
    assert event["sentence"] == "They were held on 2 March 2016."


def test_a_dateline_dates_its_sentence() -> None:
    (event,) = told("SOCHI, October 22. The envoy left the town.", date(2015, 10, 22))
    assert (event["trigger"], event["title"]) == ("left", "The envoy left the town")
    assert event["sentence"] == "SOCHI, October 22. The envoy left the town."


def test_a_dateline_leaves_a_sentence_to_its_own_date() -> None:
    (event,) = told("SOCHI, October 22. The envoy left the town on October 20.", date(2015, 10, 22))
    assert event["date_text"] == "October 20"


def test_the_town_of_a_dateline_is_a_place() -> None:
    text = "ROWANBY (Harbour News) - A fire broke out in Rowanby on 2 March 2016, Otto Lind said."
    event = told(text)[0]
    assert (event["place"], event["country"], event["actors"]) == ("Rowanby", None, ["Otto Lind"])
    assert text[event["place_start_char"] : event["place_end_char"]] == "Rowanby"


def test_both_ends_of_a_range_make_one_event() -> None:
    (event,) = told("A conference was held from 3 to 5 May 2014 in Geneva.")
    assert str(event["start"].date()) == "2014-05-03"
    assert str(event["end"].date()) == "2014-05-06"
    assert event["end_day"] - event["start_day"] == 3


@pytest.mark.parametrize(
    "text",
    ["March 9, 2016, 9:49 am", "Posted by M. Writer on 9 March 2016", "Last updated 9 March 2016", "The war lasted three weeks.",
     "The market opens every Monday.", "Share this\n9 March 2016", "Posted by M. Ferrant · 3 comments on 5 May 2015",
     "Cod 4.10, herring 3.20 (May 3, 2015)", "Subscribe before 5 May 2015 and save 20 percent"],
)  # fmt: skip
def test_no_event(text: str) -> None:
    assert told(text) == []


def test_a_date_that_does_not_exist_is_kept_undated() -> None:
    (event,) = told("The treaty was signed on 30 February 2016 in Oslo.")
    assert event["start"] is None
    assert event["start_day"] is None
    assert event["why"]
    assert tl.merge_events(pl.DataFrame([event], schema=EVENTS)).is_empty()


def test_dates_in_boilerplate_make_no_event() -> None:
    text = "The envoy left on 2 March 2016. The envoy came on 1 March 2016."
    articles = tl.read_articles(pl.DataFrame({"text": [text]}))
    spans = [[{"start_char": 0, "end_char": 31}]]
    marked = articles.with_columns(
        pl.Series("boilerplate", spans, dtype=pl.List(pl.Struct({"start_char": pl.Int64, "end_char": pl.Int64})))
    )
    events = tl.extract_events(marked, tl.find_dates(articles))
    assert events["date_text"].to_list() == ["1 March 2016"]


@pytest.mark.parametrize(
    ("modality", "text"),
    [
        ("asserted", "The army took the town on 2 March 2016."),
        ("reported", "The army took the town on 2 March 2016, the ministry said."),
        ("reported", "According to the ministry, the army took the town on 2 March 2016."),
        ("reported", "The army allegedly took the town on 2 March 2016."),
        ("planned", "The army will march on 22 March 2016."),
        ("planned", "The ministers are to meet on 22 March 2016."),
        ("planned", "The vote is scheduled for 22 March 2016."),
        ("planned", "The envoy plans to travel on 22 March 2016."),
        ("planned", "Talks in Oslo on 22 March 2016 may settle the matter."),
        ("denied", "The minister denied that the army had taken the town on 2 March 2016."),
        ("denied", "The army did not take the town on 2 March 2016."),
        ("denied", "The ministry refuted claims that the army had taken the town on 2 March 2016."),
        ("reported", "Nobody saw it. By their account the army took the town on 2 March 2016."),
        ("asserted", "A plaque will recall the flood of 2 March 2016."),
        ("denied", "Nobody took the town on 2 March 2016."),
        ("denied", "The army had taken the town on 2 March 2016, the minister denied."),
        ("asserted", "On 2 March 2016 the general, sacked for theft, denied the charges."),
        ("planned", "The ministry said that the army would march on 2 March 2016."),
        ("conditional", "The army would have taken the town on 2 March 2016."),
        ("conditional", "If the army took the town on 2 March 2016, nobody noticed."),
        ("conditional", "Had the dyke not held on 2 March 2016, the old town would be gone."),
        ("conditional", "Should the ferry fail to sail on 22 March 2016, the island runs out of bread."),
        ("conditional", "The guild will walk out if the owner does not sign by 22 March 2016."),
        ("asserted", "The warden had by then left; on 2 March 2016 the army took the town."),
        ("planned", "The parade planned for 2 March 2016 was cancelled."),
        ("planned", "The town cancelled a parade scheduled for 2 March 2016."),
        ("conditional", "The council may vote on the bridge on 22 March 2016."),
        ("conditional", "A working group might follow on 22 March 2016."),
        ("conditional", "The ferry could sail again by 22 March 2016, if the pier holds."),
        ("conditional", "The yard may not open on 22 March 2016."),
        ("planned", "The first cars should cross on 22 March 2016."),
        ("planned", "The ferry would sail again, the owner told the guild on 2 March 2016."),
        ("asserted", "The clerk would join her in exile on 4 May 1821."),
        ("asserted", "Their effects were not felt until 2 March 2016."),
        ("asserted", "The rowers were able to land on 2 March 2016."),
        ("asserted", "The town, allied to Rowan, had to give up its fleet on 2 March 2016."),
        ("asserted", "A pact made on 2 March 2016 is expected to lower the toll."),
        ("denied", "Neither the mayor nor her deputies could be reached on 2 March 2016."),
        ("asserted", "The war did not end until the treaty was signed on 2 March 2016."),
    ],
)
def test_modality(modality: str, text: str) -> None:
    assert modality in {event["modality"] for event in told(text)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Talks in Geneva failed.", [("Geneva", "CH")]),
        ("Vladimir Putin spoke in Sochi.", [("Sochi", "RU")]),
        ("Paris Hilton and Jordan Pickford met Florence Welch.", []),
        ("President Lincoln spoke.", []),
        ("They thanked captain Hamburg for it.", []),
        ("He read a nice book in Nice.", [("Nice", "FR")]),
        ("The U.S. troops left Iraq.", [("Iraq", "IQ")]),
        ("A bus crashed near São Paulo, Brazil.", [("São Paulo", "BR"), ("Brazil", "BR")]),
        ("It happened in the Syrian town of Ras.", [("Syria", "SY")]),
        ("The Russian jets took off.", []),
        ("Moscow State University admits students.", []),
    ],
)
def test_places(text: str, expected: list[tuple[str, str]]) -> None:
    found = find_places(text)
    assert [(place.name, place.country) for place in found] == expected
    for place in found:
        assert text[place.start : place.end]


def test_the_gazetteer_knows_countries_and_coordinates() -> None:
    for capital in ("Reykjavik", "Ulaanbaatar", "Port Vila", "Valletta"):
        assert coordinates(capital), capital
    table = gazetteer()
    assert len(table) > 5000
    assert {len(row[2]) for row in table.values()} == {2}
    latitude, longitude = coordinates("Moscow") or (0, 0)
    assert (round(latitude), round(longitude)) == (56, 38)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("General Sergey Shoigu met the United Nations envoy.", ["Sergey Shoigu", "United Nations"]),
        ("On Monday the Supreme Court of Norway ruled.", ["Supreme Court of Norway"]),
        ("The “Islamic state” took Mosul.", ["Islamic state", "Mosul"]),
        ("Turkish President Recep Tayyip Erdogan spoke.", ["Recep Tayyip Erdogan"]),
        ("He said that nothing had happened.", []),
        ("Syrian troops advanced.", []),
        ("Eleven groups merged.", []),
        ("Lyndon B. Johnson met J. F. Smith. He left.", ["Lyndon B. Johnson", "J. F. Smith"]),
        ("Police in Dar es Salaam searched a house.", ["Dar es Salaam"]),
    ],
)
def test_actors(text: str, expected: list[str]) -> None:
    assert [name.text for name in find_names(text)] == expected


ATTRIBUTION = re.compile(r"\b(?:said|says|told reporters|according to)\b", re.IGNORECASE)
DATED = re.compile(
    r"\b(?:(?:January|February|March|April|June|July|August|September|October|November|December|"
    r"Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b|(?:19|20)\d\d\b|yesterday\b)"
)


def test_titles_of_our_own_articles_read_like_headlines(lines: dict[str, tl.Timeline]) -> None:
    for line in lines.values():
        events = line.tellings.filter(pl.col("trigger").is_not_null(), pl.col("title_basis") != "quotation")
        assert events.height > 20
        assert events.height > 0.7 * line.tellings.height
        for event in events.to_dicts():
            title, words = event["title"], event["title"].split()
            assert len(words) >= 2, event
            assert len(title) <= 118, event
            assert not DATED.search(title), event
            assert not re.search(r"[()\[\]{}]", title), event
            # What is only planned or thought keeps who says so.
            if event["title_basis"] == "clause" and event["modality"] in ("asserted", "denied"):
                assert not ATTRIBUTION.search(title) or ATTRIBUTION.search(event["trigger"]), event
            assert title[0].isalnum(), event
            assert title[-1].isalnum() or title[-1] in "%’'*.”", event
            assert title[0].isupper() or title[0].isdigit(), event
            assert words[-1].lower() not in {"the", "a", "of", "and", "in", "to", "that", "was", "is"}, event
            assert words[0].lower() not in {"and", "but", "or", "who", "which", "that", "than", "when"}, event
            assert not re.search(r",\s*,|\s,|[;:]$", title), event


# Sentences of the kinds that gave fragments, and the title each should have.
TITLES = [
    ("Crews of the Rowan ferry will strike over Christmas 2016.", "Crews of the Rowan ferry will strike"),
    ("Ada Brandt took over last week.", "Ada Brandt took over"),
    ("She was elected in 1990 and retired in 1999.", "“She was elected in 1990 and retired in 1999.”"),
    ("The bridge was closed in May 2015 and repaired in June 2015.", "The bridge was repaired"),
    ("The march, moved from 7 March 2016 to 9 March 2016, went ahead.", "“The march, moved from 7 March 2016 to 9 March 2016, went ahead.”"),
    ("The yard will close in October, the guild said on 7 March 2016.", "The yard will close, the guild said"),
    ("Warden Ilse Brandt will be sworn in on 14 March 2016.", "Warden Ilse Brandt will be sworn in"),
    ("The union said on Monday that it would strike.", "The union said that it would strike"),
    ("Councillor Ada Brandt said on Monday she had resigned.", "Councillor Ada Brandt had resigned"),
    ("Brandt told Moss on Monday that she had resigned.", "Brandt told Moss that she had resigned"),
    ("The harbour council met in the town hall. It raised the toll on 3 May 2015.", "“It raised the toll on 3 May 2015.”"),
    ("A Danish company bid for the yard. It closed on 3 May 2015 for a year.", "“It closed on 3 May 2015 for a year.”"),
    ("Ada Brandt ran for mayor. Her campaign began on 3 May 2015.", "“Her campaign began on 3 May 2015.”"),
    ("Russia denied on Monday that it had bombed the town.", "Russia denied that it had bombed the town"),
    ("The mayor, elected in 2011, resigned on Friday.", "The mayor resigned"),
    ("Russia denied that Turkey had attacked the convoy on Monday.", "Russia denied that Turkey had attacked the convoy"),
    ("On Friday, when the storm had passed, crews began to clear the roads.", "Crews began to clear the roads"),
    ("A report published on Tuesday blamed the pilot.", "A report was published"),
    ("The film, which premiered in 2011, won two prizes.", "The film premiered"),
    ("The vote, scheduled for Thursday, was put off.", "The vote was put off"),
    ("She promised at last year's Oslo congress to lend boats.", "“She promised at last year's Oslo congress to lend boats.”"),
    ("After six years of argument the council approved a bridge on Monday, by eleven votes to four.",
     "The council approved a bridge, by eleven votes to four"),
    ("The bearings will be greased and, if the makers are right, replaced in 2060.", "“The bearings will be greased and, if the makers are right, replaced in 2060.”"),
    ("The court outlawed both groups, the latter founded in 2011, on December 29, 2014.", "“The court outlawed both groups, the latter founded in 2011, on December 29, 2014.”"),
    ("Crews lost ground in May and gave it up in June.", "Crews lost ground"),
    ("Today is a proud day in the life of Rowan's ferry guild.", "“Today is a proud day in the life of Rowan's ferry guild.”"),
    ("September saw the dredgers working in the outer harbour.", "“September saw the dredgers working in the outer harbour.”"),
    ("Ana Lund, a pilot of the harbour board, who was on the quay, said on Monday that the buoy had sunk.", "The buoy had sunk"),
    ("“Nobody wants the new quay,” said Ana Lund on Monday, a pilot who works for the board.", "Nobody wants the new quay"),
    ("Although the guild lost the ballot, the March 2015 strike did close the quay.", "The strike did close the quay"),
    ("The delegates, who chair talks that are to end by May, invited the guild last week.", "The delegates invited the guild"),
    ("Work went on until the contract was signed on 3 May 2015.", "The contract was signed"),
    ("The Lake Line made a loss for its first quarter ended 31 March 2015.", "The Lake Line made a loss"),
    ("Talks were held in May 2014 and again in June 2014 on the island of Rowan.", "Talks were held on the island of Rowan"),
    ("The board opened the yard and then sold the slipway to a firm in Oslo on 3 May 2015.", "The board sold the slipway to a firm in Oslo"),
    ("The guild signed a new pact effective 1 June 2016.", "“The guild signed a new pact effective 1 June 2016.”"),
    ("Otto Moss, who said he knew the reef, left for Rowan on 3 May 2015.", "Otto Moss left for Rowan"),
    ("2007 also saw a rise in thefts from boats.", "“2007 also saw a rise in thefts from boats.”"),
    ("Ana Lund spoke first. During his trial in May 2015, Otto Moss fled to Rowan.", "“During his trial in May 2015, Otto Moss fled to Rowan.”"),
    ("Otto Moss was made harbour master, and the following year he left.", "Otto Moss left"),
    ("The guild condemned a 2014 attack on the lighthouse.", "The guild condemned an attack on the lighthouse"),
]  # fmt: skip


def test_inside_an_if_nothing_is_told() -> None:
    for text in (
        "Had the dyke not held on 2 March 2016, the old town would be gone.",
        "The guild will walk out if the owner does not sign by 22 March 2016.",
        "The town cancelled a parade scheduled for 2 March 2016.",
    ):
        assert not {event["modality"] for event in told(text)} & {"asserted", "reported", "denied"}, text


def test_the_day_set_against_the_right_one_is_denied() -> None:
    events = told("The fee was paid on 2 March 2015, not in April 2015 as the ledger has it.")
    assert [event["modality"] == "denied" for event in events] == [False, True]


def test_the_day_that_was_given_up_is_not_that_of_the_event() -> None:
    march = told("The march, moved from 7 March 2016 to 9 March 2016, went ahead.")
    assert [(event["date_text"], event["modality"]) for event in march] == [
        ("7 March 2016", "denied"),
        ("9 March 2016", "asserted"),
    ]
    put_off = told("The hearing was postponed from 7 March 2016 to 9 March 2016.")
    assert [event["modality"] for event in put_off] == ["planned", "planned"]


def test_who_was_sworn_in_says_nothing() -> None:
    (sworn,) = told("The guild thanked warden Ilse Brandt, who was sworn in two days ago.")
    assert (sworn["title"], sworn["modality"]) == ("Ilse Brandt was sworn in", "asserted")


def test_since_measures_a_superlative_and_opens_no_span() -> None:
    (sinking,) = told("It was the deadliest wreck since 4 May 1987, when the ketch Alba went down.")
    assert (sinking["title"], sinking["open"]) == ("The ketch Alba went down", None)


@pytest.mark.parametrize(("text", "title"), TITLES)
def test_a_title_is_no_fragment(text: str, title: str) -> None:
    assert title in [event["title"] for event in told(text)]


def test_titles_tell_of_something(lines: dict[str, tl.Timeline]) -> None:
    from timeline.languages.en.words import tokenise

    for line in lines.values():
        for title in line.events["title"]:
            tokens = tokenise(title, [])
            assert find_doings(tokens) or any(token.low in VERB_FORMS for token in tokens), title


def test_the_clause_is_right_in_our_own_articles(lines: dict[str, tl.Timeline]) -> None:
    right = total = 0
    wanted: dict[tuple[str, int], list[dict[str, str]]] = {}
    for row in gold():
        wanted.setdefault((row["file"], int(row["start_char"])), []).append(row)
    for name, line in lines.items():
        files = {row["article_id"]: f"{name}/{Path(row['source']).name}" for row in line.articles.to_dicts()}
        events = line.tellings.to_dicts()
        for (file, start), answers in wanted.items():
            if not file.startswith(f"{name}/"):
                continue
            total += 1
            mine = [
                event
                for event in events
                if files[event["article_id"]] == file and event["start_char"] <= start < event["end_char"]
            ]
            right += any(
                event["trigger"] is not None
                and event["trigger_start_char"] < int(answer["trigger_end_char"])
                and int(answer["trigger_start_char"]) < event["trigger_end_char"]
                for event in mine for answer in answers
            )  # fmt: skip
    assert total > 150
    assert right / total >= 0.93, f"{right} of {total}"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "El presidente Hugo Chávez murió el 5 de marzo de 2013 en Caracas.",
            "El presidente Hugo Chávez murió en Caracas",
        ),
        ("Die Regierung hat am 3. Mai 2015 in Genf den Krieg beendet.", "Die Regierung hat in Genf den Krieg beendet"),
    ],
)
def test_other_languages_are_told_without_a_trigger(text: str, title: str) -> None:
    (event,) = told(f"{text}")
    assert (event["trigger"], event["title"]) == (None, title)


def test_the_day_of_a_saying_is_not_that_of_what_was_said() -> None:
    said = told("LUND, March 7, 2016 (LN) - A dike broke on Sunday night, the water board said on Monday.")
    titles = {event["start"].date().isoformat(): event["title"] for event in said}
    assert titles == {"2016-03-06": "A dike broke", "2016-03-07": "A dike broke, the water board said"}


@pytest.mark.parametrize(
    ("language", "text", "title"),
    [
        ("de", "BERLIN, 5. Oktober 2015 (LN) - Die Regierung hat am Montag den Haushalt beschlossen.", "Die Regierung hat den Haushalt beschlossen"),
        ("de", "Berlin/Paris, 3. März 2015 – Die Minister trafen sich am Dienstag in der Altstadt.", "Die Minister trafen sich in der Altstadt"),
        ("fr", "PARIS, le 5 octobre 2015 (LN) - Le gouvernement a adopté lundi un budget.", "Le gouvernement a adopté un budget"),
        ("es", "MADRID, 5 oct 2015 (LN).- El Gobierno aprobó el lunes un nuevo presupuesto.", "El Gobierno aprobó un nuevo presupuesto"),
        ("it", "(LN) - ROMA, 5 OTT - Il governo ha approvato lunedì la legge di bilancio.", "Il governo ha approvato la legge di bilancio"),
        ("pt", "LISBOA, 5 de outubro de 2015 (LN) - O governo aprovou na segunda-feira o plano.", "O governo aprovou o plano"),
        ("nl", "AMSTERDAM, 5 oktober 2015 (LN) - Het kabinet heeft maandag het plan aangenomen.", "Het kabinet heeft het plan aangenomen"),
        ("ru", "МОСКВА, 5 октября 2015. /ЛН/. Правительство одобрило в понедельник новый план.", "Правительство одобрило новый план"),
        ("uk", "КИЇВ, 5 жовтня 2015 року (ЛН) — Уряд схвалив у понеділок новий бюджет.", "Уряд схвалив новий бюджет"),
        ("ru", "Министры встретились в воскресенье в старом городе.", "Министры встретились в старом городе"),
    ],
)  # fmt: skip
def test_a_title_bears_no_dateline_in_any_language(language: str, text: str, title: str) -> None:
    articles = tl.read_articles(pl.DataFrame({"text": [text], "language": [language]}), published="2015-10-06")
    titles = tl.extract_events(articles, tl.find_dates(articles))["title"].to_list()
    assert set(titles) == {title}


def test_the_frame_is_the_declared_one() -> None:
    articles = tl.read_articles(pl.DataFrame({"text": ["On 2 March 2016 the envoy left."]}))
    events = tl.extract_events(articles, tl.find_dates(articles))
    assert dict(events.schema) == EVENTS
    empty = tl.extract_events(articles, tl.find_dates(articles).clear())
    assert dict(empty.schema) == EVENTS
    assert empty.is_empty()


def test_no_column_of_a_row_is_lost(monkeypatch: pytest.MonkeyPatch) -> None:
    rows: list[dict[str, Any]] = []
    made = events._row

    def row(*given: Any) -> dict[str, Any]:
        rows.append(made(*given))
        return rows[-1]

    monkeypatch.setattr(events, "_row", row)
    told("On 2 March 2016 the envoy left.")
    assert [row.keys() for row in rows] == [EVENTS.keys()]


def test_a_sentence_that_leans_on_the_one_before_brings_it_along() -> None:
    before = "Ferries of the Lake Line stopped in the storm."
    leaning, full = told(f"{before} They resumed on 3 March 2016. The envoy Ana Lund left Oslo on 4 March 2016.")
    assert (leaning["context"], full["context"]) == (before, None)


@given(st.permutations(["Ana Lund met Karim Haddad in Vienna", "Oslo signed", "the “Grey Wolves” left Mosul"]))
def test_actors_and_places_stand_where_they_are_said_to(parts: list[str]) -> None:
    text = "\n\n".join(f"On 3 May 2015, {part}." for part in parts)
    articles = tl.read_articles(pl.DataFrame({"text": [text]}))
    events = tl.extract_events(articles, tl.find_dates(articles))
    assert events.height == len(parts)
    for row in events.iter_rows(named=True):
        assert [name["name"] for name in row["actors_chars"]] == row["actors"]
        for name in row["actors_chars"]:
            assert text[name["start_char"] : name["end_char"]] == name["name"]
        assert (row["place"] is None) == (row["place_start_char"] is None)
        if row["place"] is not None:
            assert text[row["place_start_char"] : row["place_end_char"]] == row["place"]
    assert {"Vienna", "Mosul"} <= set(events["place"].to_list())


def pipeline(names: dict[str, str], tags: dict[str, str]) -> Language:
    """A spaCy pipeline without a model: names by a ruler, parts of speech by the word."""
    nlp = spacy.blank("en")
    rules: list[dict[str, Any]] = [{"label": label, "pattern": name} for name, label in names.items()]
    if rules:
        nlp.add_pipe("entity_ruler").add_patterns(rules)  # type: ignore[attr-defined]
    rules = [{"patterns": [[{"ORTH": word}]], "attrs": {"TAG": tag, "LEMMA": word}} for word, tag in tags.items()]
    if rules:
        nlp.add_pipe("attribute_ruler").add_patterns(rules)  # type: ignore[attr-defined]
    return nlp


def test_a_pipeline_names_people_bodies_and_places() -> None:
    articles = tl.read_articles(
        pl.DataFrame({"text": ["On 3 May 2015 the envoys of the order of the lamp met Sofia in Lower Marrow."]})
    )
    dates = tl.find_dates(articles)
    named = pipeline({"order of the lamp": "ORG", "Sofia": "PERSON", "Lower Marrow": "GPE"}, {})
    without = tl.extract_events(articles, dates).row(0, named=True)
    row = tl.extract_events(articles, dates, nlp=named).row(0, named=True)
    assert "order of the lamp" not in without["actors"]
    assert row["actors"] == ["order of the lamp", "Sofia"]
    assert (row["place"], row["country"]) == ("Lower Marrow", None)
    assert articles["text"][0][row["place_start_char"] : row["place_end_char"]] == "Lower Marrow"


def test_a_pipeline_tells_verbs_from_nouns() -> None:
    articles = tl.read_articles(pl.DataFrame({"text": ["On 3 May 2015 the Zorbs flumped the tower guards."]}))
    dates = tl.find_dates(articles)
    tagged = pipeline({}, {"flumped": "VBD", "guards": "NNS", "tower": "NN", "the": "DT"})
    assert tl.extract_events(articles, dates, nlp=tagged)["trigger"].to_list() == ["flumped"]
    asleep = pipeline({}, {"flumped": "JJ", "guards": "VBP", "tower": "NN", "the": "DT"})
    assert tl.extract_events(articles, dates, nlp=asleep)["trigger"].to_list() == ["guards"]


def test_a_pipeline_is_named_by_the_user_and_loaded_from_disk(tmp_path: Path) -> None:
    pipeline({"Lower Marrow": "GPE"}, {}).to_disk(tmp_path / "own")
    text = pl.DataFrame({"text": ["A bridge fell in Lower Marrow on 3 May 2015."]})
    line = tl.build_timeline(text, nlp=str(tmp_path / "own"), progress=False)
    assert line.events["place"].to_list() == ["Lower Marrow"]


def test_a_pipeline_that_is_not_there_is_named_with_the_way_out(monkeypatch: pytest.MonkeyPatch) -> None:
    text = pl.DataFrame({"text": ["A bridge fell on 3 May 2015."]})
    with pytest.raises(ValueError, match=r"spaCy pipeline 'xx_nowhere' cannot be loaded.*timeline-notebook\[english\]"):
        tl.build_timeline(text, nlp="xx_nowhere", progress=False)
    monkeypatch.setitem(sys.modules, "spacy", None)
    with pytest.raises(ImportError, match=r"timeline-notebook\[english\]"):
        tl.build_timeline(text, nlp="xx_nowhere", progress=False)


def test_without_a_pipeline_the_title_is_the_sentence_and_a_problem_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(events, "pipeline_for", lambda language: None)
    monkeypatch.setattr(events, "is_installed", lambda language: False)
    text = pl.DataFrame({"text": ["The old bridge (a toll bridge) fell on 3 May 2015. We left on 4 May 2015."]})
    line = tl.build_timeline(text, progress=False)
    assert line.events["title"].to_list() == ["The old bridge fell", "“We left on 4 May 2015.”"]
    (reason,) = line.problems.filter(pl.col("stage") == "events")["reason"]
    assert "timeline-notebook[english]" in reason


@pytest.mark.parametrize(
    "text", ["word " * 5000 + "on 3 May 2014.", "On 3 May 2014.", "It was on 3 May 2014.", "3 May 2014 ((("]
)
def test_odd_sentences_have_a_title_or_no_event(text: str) -> None:
    assert all(event["title"] for event in told(text))


def test_a_frame_that_lacks_a_column_is_named() -> None:
    with pytest.raises(ValueError, match="articles lacks the column 'text'"):
        tl.extract_events(pl.DataFrame({"article_id": ["a"]}), pl.DataFrame())
    articles = pl.DataFrame({"article_id": ["a"], "text": ["On 2 March 2016 the envoy left."]})
    dates = tl.find_dates(articles)
    for column in ("text", "value"):
        with pytest.raises(ValueError, match=f"dates lacks the column '{column}'"):
            tl.extract_events(articles, dates.drop(column))


@pytest.mark.parametrize(
    ("start", "end"), [(-1, 4), (-100, -90), (3, 2), (0, 1_000), (900, 1_000), (None, 4), (3, None)]
)
def test_a_date_outside_its_text_is_named(start: int | None, end: int | None) -> None:
    articles = pl.DataFrame({"article_id": ["a"], "text": ["On 2 March 2016 the envoy left."]})
    dates = tl.find_dates(articles)
    moved = dates.with_columns(start_char=pl.lit(start, pl.Int64), end_char=pl.lit(end, pl.Int64))
    with pytest.raises(ValueError, match=f"article 'a' stands outside its text: from {start} to {end} of 31"):
        tl.extract_events(articles, moved)


COMPARED = [
    ("Prices rose 3% in October from a year earlier, the office said on Tuesday.", ["October", "Tuesday"]),
    ("Profit was $3 million in 2014, compared with $2 million in 2013.", ["2014"]),
    ("Exports were higher in June than in May 2015.", ["June"]),
    ("The quake, the strongest since 1980, struck on 24 August 2015.", ["24 August 2015"]),
    # From one to the other is no comparison.
    ("The town grew from 500 people in 1900 to 10,000 in 1950.", ["1900", "1950"]),
    ("He flew from Rome on Monday to Paris on Tuesday.", ["Monday", "Tuesday"]),
]


@pytest.mark.parametrize(("text", "expected"), COMPARED)
def test_a_date_that_only_measures_another_dates_nothing(text: str, expected: list[str]) -> None:
    assert [event["date_text"] for event in told(text)] == expected


def test_what_would_have_been_did_not_happen() -> None:
    (event,) = told("Had the vote been held on 5 May, the party would have lost.")
    assert event["modality"] == "conditional"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("The man who led the revolt in 1990 died aged 80.", "The man led the revolt"),
        ("A search was called off on Tuesday at dusk.", "A search was called off at dusk"),
    ],
)
def test_a_title_keeps_the_word_that_opens_a_clause_and_the_particle_of_a_verb(text: str, title: str) -> None:
    assert [event["title"] for event in told(text)] == [title]


def test_a_title_written_short_is_no_actor() -> None:
    text = "Maj. Anna Berg and Adm. Lars Eriksen signed the treaty in the old mill on 3 May 2014, the Press said."
    articles = pl.DataFrame({"text": [text]})
    (actors,) = tl.extract_events(articles, tl.find_dates(articles))["actors"]
    assert actors.to_list() == ["Anna Berg", "Lars Eriksen", "Press"]
