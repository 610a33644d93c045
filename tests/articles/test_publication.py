"""Publication dates: datelines and stamps as they are written, and the year of a dateline that states none."""

from __future__ import annotations

import random
from datetime import date, timedelta
from typing import TYPE_CHECKING

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests import pile
from timeline.articles import read_articles
from timeline.articles.duplicates import PAIRS
from timeline.articles.publication import candidates, date_articles, dateline
from timeline.articles.publication.candidates import day_in_name, find_stamps, year_in_name
from timeline.articles.publication.dateline import StatedDay, find_dateline, find_place
from timeline.articles.publication.evidence import read_clues
from timeline.articles.publication.year_inference import infer_year
from timeline.dates import find_dates
from timeline.events import extract_events
from timeline.languages import read_day, written_days
from timeline.languages.en.vocabulary import MONTH_NAMES, WEEKDAY_NAMES
from timeline.pipeline import build_timeline
from timeline.schemas import SURE
from timeline.summary import summarise

if TYPE_CHECKING:
    from pathlib import Path

DATELINES = [
    ("SOCHI, October 22. The envoy left the town.", "Sochi", (10, 22, None)),
    ("MOSCOW, October 21. /TASS/. The envoy left.", "Moscow", (10, 21, None)),
    ("PARIS, Oct 3 (Agency) - The envoy left.", "Paris", (10, 3, None)),
    ("LONDON, 3 October (Agency) - The envoy left.", "London", (10, 3, None)),
    ("Geneva, 4 March 2014 (Agency) – The envoy left.", "Geneva", (3, 4, 2014)),
    ("ST. PETERSBURG, Russia, Sept. 5 -- The envoy left.", "St. Petersburg", (9, 5, None)),
    ("WASHINGTON, Wed Oct 21 (Agency) - The envoy left.", "Washington", (10, 21, None)),
    ("MOSCOW. Oct 21 (Agency) - The envoy left.", "Moscow", (10, 21, None)),
    ("MOSCOW (Agency), Oct 21 - The envoy left.", "Moscow", (10, 21, None)),
    ("SOCHI, /Agency/, October 22. The envoy left.", "Sochi", (10, 22, None)),
    ("KYIV, 22.10.2014. The envoy left.", "Kyiv", (10, 22, 2014)),
    ("KYIV, 2014-10-22 - The envoy left.", "Kyiv", (10, 22, 2014)),
    ("New York, Nov. 2 -- The company said that it would close.", "New York", (11, 2, None)),
    ("RIO DE JANEIRO, December 31 - The envoy left.", "Rio de Janeiro", (12, 31, None)),
    ("Nov. 2 (Agency) -- The envoy left.", None, (11, 2, None)),
    ("October 21, 2015 SOCHI (Agency) - The envoy left.", "Sochi", (10, 21, 2015)),
    ("WASHINGTON — Oct. 21, 2015 — The envoy left.", "Washington", (10, 21, 2015)),
    ("MOSCOW/WASHINGTON, Oct 21 (Agency) - The envoy left.", "Moscow", (10, 21, None)),
    ("ITAR-TASS, MOSCOW, October 21. The envoy left.", "Moscow", (10, 21, None)),
    ("TASS, October 21. The envoy left.", None, (10, 21, None)),
    ("The Hague, 21 October 2015 - The envoy left the old town.", "The Hague", (10, 21, 2015)),
    ("Baku, Azerbaijan, Nov. 13 Agency: The envoy left.", "Baku", (11, 13, None)),
    ("AT TANF, October 21. The envoy left.", "At Tanf", (10, 21, None)),
    ("NEAR KIRKUK, Iraq, Oct. 21 (Agency) - The envoy left.", "Kirkuk", (10, 21, None)),
    ("A title\n\nCaption of a picture\n\nANTALYA, November 16. The envoy left.", "Antalya", (11, 16, None)),
]
NO_DATELINES = [
    "On Monday, October 21, the ships left the harbour and sailed north.",
    "In addition, October 7, the ships fired at targets on the shore.",
    "The meeting of October 21 was long and boring for everybody in the room.",
    "By October 21. the work was done and everybody in town went home.",
    "The treaty of Paris, 3 March 1900",
    "MOSCOW, October 42. The envoy left.",
    "",
]
STAMPS = [
    ("October 12, 2015, 9:49 am", date(2015, 10, 12)),
    ("Published: 12 Oct 2015", date(2015, 10, 12)),
    ("Posted on Oct 12th, 2015 by the desk", date(2015, 10, 12)),
    ("Mon Oct 12 2015 09:49:00 GMT+0200", date(2015, 10, 12)),
    ("12 October 2015 at 09:49 BST", date(2015, 10, 12)),
    ("9:49 a.m. ET, October 12, 2015", date(2015, 10, 12)),
    ("10:49AM BST 12 Oct 2015", date(2015, 10, 12)),
    ("2015-10-12T09:49:00Z", date(2015, 10, 12)),
    ("2015/10/12 09:49", date(2015, 10, 12)),
    ("By A. Writer | October 12, 2015", date(2015, 10, 12)),
    ("Published 13/10/2015", date(2015, 10, 13)),
    ("Published 05/05/2015", date(2015, 5, 5)),
    ("Published 10/13/2015 11:00", date(2015, 10, 13)),
    ("12.10.2015 | 09:49", date(2015, 10, 12)),
    ("*The Daily Quay, published 17 November 2015*", date(2015, 11, 17)),
    ("The Daily Quay, June 23, 2025", date(2025, 6, 23)),
    ("October 12, 2015 — 5 min read", date(2015, 10, 12)),
    ("Published time: 12 Oct, 2015 09:49", date(2015, 10, 12)),
    ("Updated 1349 GMT (2149 HKT) October 12, 2015", date(2015, 10, 12)),
    ("English.news.cn | 2015-10-12 09:49:33 | Editor: somebody", date(2015, 10, 12)),
    ("October 12, 2015 / 2:05 PM / 3 years ago", date(2015, 10, 12)),
    ("12 October 2015 Last updated at 09:49 GMT", date(2015, 10, 12)),
    ("12.10.2015, 14:05 Uhr", date(2015, 10, 12)),
    ("For immediate release: October 12, 2015", date(2015, 10, 12)),
    ("[October 12, 2015]", date(2015, 10, 12)),
    ("Published 9:49 AM ET Mon, 12 Oct 2015", date(2015, 10, 12)),
]
NO_STAMPS = [
    "The treaty was signed on October 12, 2015",
    "It was posted on October 12, 2015, he said, and then taken down by the author of it.",
    "Published 12/10/2015",
    "12 October 2015 - Ships fire at the shore",
    "12 October 2015: the ships fire at the shore",
    "© 12 October 2015 The Daily Quay",
    "Ships fired on 12 October 2015",
    "Photo: the desk",
    "31/31/2015",
    "Published: 30 February 2015",
]
NAMES = [
    ("2015-10-21-envoy.txt", date(2015, 10, 21)),
    ("envoy_20151021.txt", date(2015, 10, 21)),
    ("2015/10/21/envoy.html", date(2015, 10, 21)),
    ("21.10.2015 envoy.txt", date(2015, 10, 21)),
    ("envoy-21-oct-2015.txt", date(2015, 10, 21)),
    ("Oct 21, 2015.txt", date(2015, 10, 21)),
    ("2015-13-45-envoy.txt", None),
    ("003_46d20151021bb8d21e.txt", None),
    ("0020151021001.txt", None),
    ("envoy.txt", None),
]


@pytest.mark.parametrize(("text", "place", "parts"), DATELINES)
def test_dateline_is_read(text: str, place: str | None, parts: tuple[int, int, int | None]) -> None:
    stated_day = find_dateline(text)
    assert stated_day is not None
    assert (stated_day.place, (stated_day.month, stated_day.day, stated_day.year)) == (place, parts)


@pytest.mark.parametrize("text", NO_DATELINES)
def test_prose_is_no_dateline(text: str) -> None:
    assert find_dateline(text) is None


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("LONDON (Agency) - Ministers met.", "London"),
        ("LONDON — Ministers met.", "London"),
        ("NEW YORK (Agency) _ Ministers met.", "New York"),
        ("The minister - who left - came back.", None),
    ],
)
def test_place_of_a_dateline_without_a_day(text: str, place: str | None) -> None:
    assert find_place(text) == place


@pytest.mark.parametrize(("line", "day"), STAMPS)
def test_stamp_is_read(line: str, day: date) -> None:
    [stated_day] = find_stamps(f"A title of some words\n{line}\n\nThe envoy left.")
    assert stated_day.on(stated_day.year or 0) == day


def test_each_day_of_a_stamp_has_its_label() -> None:
    line = "Published: 09:49 EST, 12 October 2015 | Updated: 10:12 EST, 13 October 2015"
    assert [(stated_day.label, stated_day.day) for stated_day in find_stamps(line)] == [
        ("published", 12),
        ("updated", 13),
    ]
    frame = date_articles(pl.DataFrame({"text": [line]}))
    assert frame["published"][0] == date(2015, 10, 12)
    assert frame["problems"][0].to_list() == []


def test_the_days_of_a_chronology_are_no_stamps() -> None:
    text = "A chronology of the war\n\n30 September 2015\nIt began.\n\n7 October 2015\nShips fired.\n\n8 October 2015\nMore."
    assert date_articles(pl.DataFrame({"text": [text]}))["published"][0] is None


@pytest.mark.parametrize("line", NO_STAMPS)
def test_prose_is_no_stamp(line: str) -> None:
    assert find_stamps(f"A title of some words\n{line}\n\nThe envoy left.") == []


@pytest.mark.parametrize(("name", "day"), NAMES)
def test_day_in_a_file_name(name: str, day: date | None) -> None:
    assert day_in_name(name) == day


def test_year_in_a_file_name() -> None:
    assert [year_in_name(name) for name in ("wire-2015.txt", "2015/wire.txt", "wire.txt", "a1b2015c3d4e5f6a.txt")] == [
        2015, 2015, None, None,
    ]  # fmt: skip


@pytest.mark.parametrize("text", ["201510213", "2015-13-45", "30 February 2015", "2015", "soon", "None"])
def test_what_states_no_day_is_no_day(text: str) -> None:
    with pytest.raises(ValueError, match=r"is no day.* write it as 2015-10-21"):
        read_day(text)


def test_a_copy_of_the_last_year_is_no_copy_of_today() -> None:
    stated_day = find_dateline(wire("October 22", "They left."))
    assert stated_day is not None
    verdict = infer_year(stated_day, read_clues("", stated_day), latest=date(2016, 6, 1), twins=[date(2014, 10, 20)])
    assert verdict.day == date(2014, 10, 22)


FILE = "2026-11-01"  # the day of the file, after every article
# The text after the dateline, the last possible day, other articles of the collection, the file's name; then the year.
YEARS = [
    # dates stated as past
    ("October 22", "The group was banned on 29 December 2014.", FILE, [], "", 2015),
    ("November 16", "It was founded on 15 October 2006 and banned on December 29, 2014.", FILE, [], "", 2015),
    ("March 4", "Shells fell on February 27, 2014, near the port.", "2020-01-01", [], "", 2014),
    ("January 5", "Talks broke down on December 30, 2015.", FILE, [], "", 2016),
    ("December 30", "Talks broke down on January 5, 2015.", FILE, [], "", None),
    ("January 2", "The old treaty ended on 31 December 1999, at midnight.", FILE, [], "", 2000),
    (
        "October 3",
        "The law passed on 2 October 2014; it holds until 31 December 2020, he said on Friday.",
        FILE,
        [],
        "",
        2014,
    ),
    ("October 21", "The ban is of 29 December 2014.\n© The Daily Quay, 3 March 2019", FILE, [], "", 2015),
    # dates still to come
    ("October 3", "Voters will elect a parliament on 4 December 2016.", FILE, [], "", None),
    ("December 28", "The pipeline is due to open on 15 January 2013, he said on Friday.", "2013-06-01", [], "", None),
    ("October 3", "The bond is due on 15 January 2033, he said on Friday.", FILE, [], "", None),
    # a weekday with the day
    ("Wednesday, October 21", "The group was banned in February 2014.", FILE, [], "", 2015),
    ("Thursday, December 31", "Since 2006 nothing has moved.", "2014-06-01", [], "", 2009),
    ("October 21", "Talks began on Tuesday, October 20. The law of 3 May 2012 stays.", FILE, [], "", 2015),
    (
        "January 2",
        "On Friday, January 1, shops were closed. The law of 3 May 2012 stays.",
        FILE,
        [],
        "",
        2016,
    ),
    # a weekday in the lead
    ("October 21", "The minister said on Wednesday. The war began in February 2014.", FILE, [], "", 2015),
    ("October 22", "The minister said on Wednesday. The ban is of 29 December 2014.", FILE, [], "", 2015),
    (
        "October 21",
        "The minister said on Wednesday: he will come.",
        FILE,
        ["2015-09-01", "2015-11-02"],
        "",
        2015,
    ),
    ("October 21", "Talks are to go on on Friday. The ban is of 29 December 2014.", FILE, [], "", 2015),
    ("December 31", "The envoy left on Thursday.", FILE, ["2016-01-04"], "", 2015),
    ("January 1", "The envoy left on Thursday.", FILE, ["2015-12-20"], "", 2016),
    # the other articles of the collection
    ("December 30", "The envoy left.", FILE, ["2016-01-04"], "", 2015),
    ("January 3", "The envoy left.", FILE, ["2015-12-28", "2015-12-20"], "", 2016),
    ("November 1", "The envoy left.", FILE, ["2015-10-28"], "", 2015),
    (
        "November 1",
        "It was founded on 15 October 2006.",
        FILE,
        [f"2015-10-{n}" for n in range(11, 21)],
        "",
        2015,
    ),
    ("October 22", "The ban is of 29 December 2014.", FILE, ["2021-03-20"], "", None),
    # the file's name
    ("October 21", "The envoy left.", FILE, [], "wire-2015.txt", 2015),
    ("October 21", "The envoy left.", FILE, ["2012-01-01"], "2015/wire-7.txt", 2015),
    # never later than the file
    ("October 21", "The ban is of 29 December 2014. The envoy left.", "2015-10-22", [], "", 2015),
    ("October 21", "It was founded on 15 October 2014.", "2015-03-01", [], "", 2014),
    # leap days
    ("February 29", "The envoy left. The ban is of 29 December 2014.", FILE, [], "", 2016),
    # nothing tells: honest, not guessed
    ("October 21", "The envoy left.", FILE, [], "", None),
    ("October 21", "The minister said on Wednesday.", FILE, [], "", None),
    ("October 21", "Since the war of 1945 nothing has moved.", FILE, [], "", None),
    # stated as background: any later year will do
    ("August 4", "It was the worst storm since the night of 11-12 October 1987.", FILE, [], "", None),
    ("August 4", "It was the first visit since May 2013.", FILE, [], "", None),
    ("August 4", "It was the worst storm since the night of 11-12 October 1987.", "1988-09-01", [], "", 1988),
    ("October 21", "The envoy left.", None, [], "", None),
]


def wire(day: str, text: str) -> str:
    return f"Envoys meet in the town\n\nVIENNA, {day}. {text}"


@pytest.mark.parametrize(("day", "text", "latest", "others", "name", "year"), YEARS)
def test_year_of_a_dateline(
    day: str, text: str, latest: str | None, others: list[str], name: str, year: int | None
) -> None:
    stated_day = find_dateline(wire(day, text))
    assert stated_day is not None
    limit = date.fromisoformat(latest) if latest else None
    verdict = infer_year(
        stated_day,
        read_clues(wire(day, text), stated_day, limit),
        latest=limit,
        known=sorted(map(date.fromisoformat, others)),
        named_year=year_in_name(name),
    )
    assert (verdict.day and verdict.day.year) == year
    doubted = any("is not certain" in problem for problem in verdict.problems)
    assert doubted == ("with doubt" in verdict.basis)
    assert (verdict.problems == ()) == (year is not None and not doubted)
    assert bool(verdict.basis) == (year is not None)


@pytest.mark.parametrize(
    ("day", "text", "others", "words"),
    [
        ("Monday, October 21", "The envoy left.", ["2015-10-20", "2015-10-22"], "was a Wednesday"),
        ("October 21", "Talks began on Sunday, October 20.", ["2015-10-20", "2015-10-22"], "was a Tuesday"),
        (
            "October 21",
            "The minister said on Friday.",
            ["2015-10-20", "2015-10-21", "2015-10-22", "2015-10-23"],
            "was a Wednesday",
        ),
        ("January 1", "Talks began on Sunday, December 31.", ["2015-12-20", "2015-12-22"], "was a Thursday"),
    ],
)
def test_weekday_that_fits_no_year_is_reported(day: str, text: str, others: list[str], words: str) -> None:
    texts = [wire(day, text), *(f"Envoys meet\n\n{stamp}\n\nThe envoy left." for stamp in others)]
    frame = date_articles(pl.DataFrame({"text": texts, "modified": [date(2016, 1, 2)] * len(texts)}))
    assert frame["published"][0] is not None
    assert any(words in problem for problem in frame["problems"][0])


def test_weekday_that_agrees_is_not_reported() -> None:
    texts = [wire("Wednesday, October 21", "The envoy left."), "Envoys meet\n\n2015-10-20\n\nThe envoy left."]
    frame = date_articles(pl.DataFrame({"text": texts}))
    assert frame["published"].to_list() == [date(2015, 10, 21), date(2015, 10, 20)]
    assert frame["problems"].to_list() == [[], []]


def test_articles_of_one_story_make_each_other_surer() -> None:
    sentence = "The ban of 29 December 2014 stays. The envoy left."
    alone = date_articles(pl.DataFrame({"text": [wire("October 22", sentence)]}))
    pile = date_articles(pl.DataFrame({"text": [wire(f"October {day}", sentence) for day in (20, 21, 22, 23, 24)]}))
    assert "with doubt" in alone["published_basis"][0]
    assert pile["published"].to_list() == [date(2015, 10, day) for day in (20, 21, 22, 23, 24)]
    assert pile["problems"].to_list() == [[]] * 5


def test_a_pile_of_many_years_is_not_pressed_into_one() -> None:
    chance = random.Random(11)
    days = [date(1995, 1, 1) + timedelta(chance.randrange(9_000)) for _ in range(120)]
    texts = []
    for day in days:
        months = chance.choice([3, 7, 14, 30, 50])
        mention = f"It began in {MONTH_NAMES[(day.month - 1 - months) % 12].title()} {(day.year * 12 + day.month - 1 - months) // 12}."
        sentence = chance.choice(
            [mention, "The envoy left.", f"The minister said on {WEEKDAY_NAMES[day.weekday()].title()}.", mention]
        )
        texts.append(wire(f"{MONTH_NAMES[day.month - 1].title()} {day.day}", sentence))
    frame = date_articles(pl.DataFrame({"text": texts, "modified": [date(2021, 1, 1)] * len(days)}))
    wrong = [
        basis
        for found, day, basis in zip(frame["published"], days, frame["published_basis"], strict=True)
        if found and found != day
    ]
    certain = [basis for basis in wrong if "with doubt" not in basis]
    assert len(wrong) <= 6
    assert certain == []


def test_what_speaks_against_the_year_is_reported() -> None:
    text = wire("October 21", "The envoy left. The treaty of 3 May 2017 stays.")
    frame = date_articles(pl.DataFrame({"text": [text], "name": ["wire-2015.txt"], "modified": [date(2026, 1, 1)]}))
    found, problems = frame["published"][0], frame["problems"][0].to_list()
    assert found is None or any("although" in problem for problem in problems)
    assert problems


def test_an_article_dated_by_its_own_words_helps_its_neighbours() -> None:
    words = "The ban is of 29 December 2014. He spoke on Thursday."
    texts = [wire("Thursday, October 22", words), wire("October 23", "The envoy left.")]
    frame = date_articles(pl.DataFrame({"text": texts}))
    assert frame["published"].to_list() == [date(2015, 10, 22), date(2015, 10, 23)]
    assert "nearest to the dated articles" in frame["published_basis"][1]


@pytest.mark.parametrize(
    ("columns", "reason"),
    [
        ({"modified": [date(2015, 1, 1)]}, "later than the file itself"),
        ({"name": ["2031-10-21.txt"], "modified": [date(2030, 1, 1)]}, "later than the file itself"),
    ],
)
def test_a_day_in_the_future_is_refused_with_its_reason(columns: dict[str, list[object]], reason: str) -> None:
    text = "Envoys meet\n\nPublished: 12 Oct 2015\n\nThe envoy left."
    frame = date_articles(pl.DataFrame({"text": [text], **columns}))
    assert any(reason in problem for problem in frame["problems"][0])
    assert any("refused" in candidate["basis"] for candidate in frame["published_candidates"][0])


def test_later_than_today_is_refused() -> None:
    frame = date_articles(pl.DataFrame({"text": ["Envoys meet\n\n12 Oct 2035\n\nThey left."]}), today=date(2026, 1, 1))
    assert frame["published"][0] is None
    assert "later than today" in frame["problems"][0][0]


@pytest.mark.parametrize(
    "text",
    [
        "VIENNA, May 4, 2914. The envoy left.",
        "VIENNA, 4 May, 2914 (Agency) - The envoy left.",
        "Envoys meet\n\nPublished: May 4, 2914\n\nThe envoy left.",
        "Envoys meet\n\n2914-05-04 09:30\n\nThe envoy left.",
    ],
)
def test_a_slip_of_the_pen_is_refused_and_no_other_year_is_put_in_its_place(text: str) -> None:
    others = [f"Envoys meet\n\n2014-05-{day:02}\n\nThe envoy left." for day in range(1, 9)]
    frame = date_articles(pl.DataFrame({"text": [text, *others]}))
    assert frame["published"][0] is None
    [problem] = frame["problems"][0]
    assert "2914-05-04" in problem
    assert "refused: a year that has not come yet" in problem


def test_a_count_after_a_dateline_is_no_year() -> None:
    stated_day = find_dateline("VIENNA, May 4. 3000 people met.")
    assert stated_day is not None
    assert stated_day.year is None


def test_disagreement_is_reported_and_both_days_are_kept() -> None:
    text = "VIENNA, October 21, 2015. The envoy left."
    frame = date_articles(pl.DataFrame({"text": [text], "name": ["2025-03-04-envoy.txt"]}))
    assert frame["published"][0] == date(2025, 3, 4)
    assert [item["published"] for item in frame["published_candidates"][0]] == [date(2025, 3, 4), date(2015, 10, 21)]
    [problem] = frame["problems"][0]
    assert "disagree" in problem
    assert "2015-10-21" in problem


@pytest.mark.parametrize(
    "text", ["VIENNA, Monday, October 21, 2015. They left.", "Envoys meet\n\nMon 21 Oct 2015\n\nThey left."]
)
def test_a_weekday_that_a_full_date_contradicts_is_reported(text: str) -> None:
    frame = date_articles(pl.DataFrame({"text": [text]}))
    assert frame["published"][0] == date(2015, 10, 21)
    assert "2015-10-21 was a Wednesday" in frame["problems"][0][0]


def test_a_day_of_change_weeks_later_is_no_disagreement() -> None:
    text = "Envoys meet\n\nPublished: 12 Oct 2015 | Updated: 3 Nov 2015\n\nThey left."
    frame = date_articles(pl.DataFrame({"text": [text]}))
    assert frame["published"].item() == date(2015, 10, 12)
    assert frame["problems"].item().to_list() == []


@pytest.mark.parametrize(("day", "year"), [("December 30", 2015), ("January 4", 2016)])
def test_a_dateline_lies_before_the_day_of_change(day: str, year: int) -> None:
    text = f"Envoys meet\n\nUpdated: 5 January 2016\n\nVIENNA, {day}. They left."
    frame = date_articles(pl.DataFrame({"text": [text]}))
    assert frame["published"].item().year == year
    assert f"year {year} from the web stamp" in frame["published_basis"].item()


def test_a_day_before_all_newspapers_is_refused() -> None:
    stated = {"published": date(1066, 10, 14), "basis": "column 'published'", "kind": "column"}
    frame = date_articles(pl.DataFrame({"text": ["They left."], "stated": [[stated]]}))
    assert frame["published"].item() is None
    assert "refused: earlier than any newspaper" in frame["problems"].item()[0]


def test_a_copy_read_before_its_twin_gets_the_year_that_the_twin_finds() -> None:
    """The pile holds as many articles of either year: only the twin's weekday decides, and the copy does not print it."""
    dated = [f"Envoys meet\n\n{year}-10-{day}\n\nThey left." for year in (2014, 2015) for day in (20, 24)]
    copies = [wire("October 22", pile.TEXT), wire("October 22", f"The mayor said so on Thursday. {pile.TEXT}")]
    frame = pl.DataFrame({"text": [*copies, *dated]})
    alone = date_articles(frame, today=date(2016, 6, 1))
    pairs = pl.DataFrame({"left": [0], "right": [1], "likeness": [0.9]}, schema=PAIRS)
    joined = date_articles(frame, today=date(2016, 6, 1), pairs=pairs)
    assert alone["published"].to_list()[:2] == [None, date(2015, 10, 22)]
    assert joined["published"].to_list()[:2] == [date(2015, 10, 22)] * 2
    assert "near-duplicate" in joined["published_basis"][0]


def test_a_yearless_dateline_that_contradicts_the_name_is_reported() -> None:
    frame = date_articles(pl.DataFrame({"text": ["VIENNA, October 21. They left."], "name": ["2025-03-04.txt"]}))
    assert frame["published"][0] == date(2025, 3, 4)
    assert "October 21" in frame["problems"][0][0]


def test_the_day_before_is_no_disagreement() -> None:
    frame = date_articles(pl.DataFrame({"text": ["VIENNA, December 31. They left."], "name": ["2016-01-01.txt"]}))
    assert frame["problems"][0].to_list() == []
    assert frame["published_candidates"][0][1]["published"] == date(2015, 12, 31)


@given(st.dates(date(1985, 1, 1), date(2024, 12, 30)), st.integers(0, 300))
def test_any_dateline_is_dated_after_a_date_stated_as_past(day: date, before: int) -> None:
    """Whatever the day, the first such day after the stated one is taken, and never one later than the file."""
    mentioned = day - timedelta(days=before)
    text = wire(
        f"{MONTH_NAMES[day.month - 1].title()} {day.day}",
        f"The law of {mentioned:%d} {mentioned:%B} {mentioned.year} was passed.",
    )
    stated_day = find_dateline(text)
    assert stated_day == StatedDay(day.month, day.day, None, stated_day.words, None, "Vienna", "", stated_day.end_char)  # type: ignore[union-attr]
    limit = day + timedelta(days=30)
    verdict = infer_year(stated_day, read_clues(text, stated_day, limit), latest=limit)
    if day.month == 2 and day.day == 29:
        assert verdict.day in (day, None)
    else:
        assert verdict.day == day


@given(st.dates(date(1990, 1, 1), date(2024, 12, 31)))
def test_a_named_weekday_never_gives_a_day_of_another_weekday(day: date) -> None:
    weekday = WEEKDAY_NAMES[day.weekday()].title()
    text = wire(f"{weekday}, {MONTH_NAMES[day.month - 1].title()} {day.day}", "The envoy left.")
    stated_day = find_dateline(text)
    assert stated_day is not None
    verdict = infer_year(stated_day, read_clues(text, stated_day), latest=date(2025, 6, 1), known=[day])
    assert verdict.day == day


FOREIGN = [
    ("BERLIN, 21. Oktober 2015. Der Gesandte traf sich mit dem Minister und sagte, er sei zum Reden gekommen.", "Berlin"),
    (("Titel\n\nVeröffentlicht am 21. Oktober 2015, 14:05 Uhr\n\nDer Gesandte traf sich mit dem Minister und er sagte, "
     "er sei zum Reden in die Stadt gekommen."), None),
    (("Un titre\n\nPublié le mercredi 21 octobre 2015 à 14h05\n\nLes envoyés des deux États se sont rencontrés lundi et "
     "ont dit qu'ils étaient venus parler de paix."), None),
    (("Un título\n\nPublicado el 21 de octubre de 2015\n\nLos enviados de los dos Estados se reunieron el lunes y dijeron "
     "que habían venido a hablar de paz."), None),
    (("МОСКВА, 21 октября. /ТАСС/. Посланники двух государств встретились в городе. Закон от 29 декабря 2014 года остается "
     "в силе, заявил министр журналистам."), "Москва"),
    (("MADRID, 21 oct (EFE).- Los enviados de los dos Estados se reunieron el lunes y dijeron que habían venido a hablar. La "
     "ley del 29 de diciembre de 2014 sigue en vigor."), "Madrid"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "place"), FOREIGN)
def test_stamps_and_datelines_in_other_languages(text: str, place: str | None) -> None:
    row = read_articles(pl.DataFrame({"text": [text]}), today=date(2016, 1, 1)).row(0, named=True)
    assert (row["published"], row["place"]) == (date(2015, 10, 21), place)
    assert row["text"] == text


def test_only_english_speakers_may_put_the_month_first() -> None:
    story = "Les envoyés des deux États se sont rencontrés lundi et ont dit qu'ils étaient venus pour parler de paix."
    text = f"Un titre\n\nPublié le 05/10/2015\n\n{story}"
    assert read_articles(pl.DataFrame({"text": [text]}))["published"].item() == date(2015, 10, 5)
    english = (
        "A title of words\n\nPublished 05/10/2015\n\nThe envoys of the two states met and said that they would talk."
    )
    assert read_articles(pl.DataFrame({"text": [english]}))["published"].item() is None


def test_copies_of_a_story_are_one_witness_of_its_year() -> None:
    story = wire("October 22", f"The ban of 29 December 2014 stays. {pile.TEXT.replace('1931', 'long ago')}")
    frame = read_articles(pl.DataFrame({"text": [story, f"{story} They met.", f"{story} They parted."]}))
    assert frame["duplicate_of"].null_count() == 1, "the copies are known as such"
    assert frame["published"].to_list() == [date(2015, 10, 22)] * 3
    assert all("not certain" in problems[0] for problems in frame["problems"])


@pytest.mark.parametrize(
    ("stated", "inferred"),
    [
        ([], None),
        # A day of change gives the year of a dateline, whatever the place is called in which it was found.
        ([(date(2016, 1, 5), "copy in archive.zip", "changed")], True),
        ([(date(2016, 1, 5), "column 'seen'", "weak metadata")], True),
        ([(date(2015, 12, 30), "page metadata (date)", "metadata")], False),
        ([(date(2015, 12, 30), "year 2015 inferred by hand", "correction")], False),
    ],
)
def test_whether_the_year_was_inferred_is_a_field(stated: list[tuple[date, str, str]], inferred: bool | None) -> None:
    rows = [dict(zip(("published", "basis", "kind"), item, strict=True)) for item in stated]
    frame = date_articles(pl.DataFrame({"text": [wire("December 30", "They left.")], "stated": [rows]}))
    assert frame["published"].item() == (None if inferred is None else date(2015, 12, 30))
    assert frame["published_inferred"].item() is inferred
    assert frame["published_likelihood"].item() is None


def test_how_likely_an_inferred_year_is_is_a_field() -> None:
    sentence = "The ban of 29 December 2014 stays. The envoy left."
    texts = [wire("October 22", sentence), wire("Wednesday, October 21", "The law of 3 February 2014 stays.")]
    doubted, sure = (date_articles(pl.DataFrame({"text": [text]})).row(0, named=True) for text in texts)
    assert doubted["published_inferred"]
    assert sure["published_inferred"]
    assert f"inferred with doubt ({doubted['published_likelihood']:.0%})" in doubted["published_basis"]
    assert doubted["published_likelihood"] < SURE <= sure["published_likelihood"]


def test_the_doubt_of_an_earlier_run_goes_through_a_pipe() -> None:
    first = read_articles(pl.DataFrame({"text": [wire("October 22", "The ban of 29 December 2014 stays.")]}))
    columns = ["published", "published_basis", "published_inferred", "published_likelihood"]
    assert first["published_inferred"].item()
    for printed in (first, first.with_columns(pl.col("published", "published_inferred").cast(pl.String))):
        again = read_articles(printed.select("text", "title", *columns))
        assert again.select(columns).equals(first.select(columns))


def test_what_is_anchored_to_an_inferred_year_says_so() -> None:
    dated = pl.DataFrame(
        {"text": [wire("Wednesday, October 21", "The law of 3 February 2014 stays. He left yesterday.")]}
    )
    inferred = find_dates(date_articles(dated, today=date(2016, 1, 1)))
    given = find_dates(
        dated.with_columns(published=pl.lit(date(2015, 10, 21)), published_basis=pl.lit("given as published="))
    )
    assert inferred["value"].to_list() == given["value"].to_list()
    assert inferred["why"][-1] == f"{given['why'][-1]}, whose year was inferred"
    assert not given["why"].str.contains("inferred").any()


SPELLED = [
    ("Wed, 21 Oct 2015", "en", ("2015-10-21", 3)),
    ("21st October", "en", ("XXXX-10-21", None)),
    ("OCT-21-2015", "en", ("2015-10-21", None)),
    ("Wednesday 13/10/2015", "en", ("2015-10-13", 3)),
    ("May 4, 2914.", "en", ("2914-05-04", None)),
    ("0949 GMT on 12 October 2015", "en", ("2015-10-12", None)),
    ("Mittwoch, den 21. Oktober 2015, 14:05 Uhr", "de", ("2015-10-21", 3)),
    ("miércoles, 21 de octubre de 2015", "es", ("2015-10-21", 3)),
    ("mercredi 21 octobre 2015 à 14h05", "fr", ("2015-10-21", 3)),
    ("mercoledì 21 ottobre 2015", "it", ("2015-10-21", 3)),
    ("quarta-feira, 21 de outubro de 2015", "pt", ("2015-10-21", 3)),
    ("woensdag 21 oktober 2015", "nl", ("2015-10-21", 3)),
    ("środa, 21 października 2015 r.", "pl", ("2015-10-21", 3)),
    ("onsdag den 21 oktober 2015", "sv", ("2015-10-21", 3)),
    ("21 октября 2015 г.", "ru", ("2015-10-21", None)),
    ("21 жовтня 2015 року", "uk", ("2015-10-21", None)),
    ("21 Ekim 2015 Çarşamba", "tr", ("2015-10-21", 3)),
    ("21. října 2015", "cs", ("2015-10-21", None)),
    ("2015年10月21日 10:30", "zh", ("2015-10-21", None)),
    ("5/10/2015", "fr", ("2015-10-05", None)),
    ("Updated: Oct 21, 2015", "de", ("2015-10-21", None)),
]
NOT_SPELLED = [
    "5/10/2015",
    "October 3-5, 2015",
    "October 2015",
    "Christmas Day 2015",
    "1/26/11",
    "early October 12",
    "May 32",
]


@pytest.mark.parametrize(("text", "language", "day"), SPELLED)
def test_a_written_day_is_read_in_its_language(text: str, language: str, day: tuple[str, int | None]) -> None:
    [written] = written_days(text, language)
    assert (str(written.value), written.weekday) == day


@pytest.mark.parametrize("text", NOT_SPELLED)
def test_what_is_no_certain_day_is_no_written_day(text: str) -> None:
    assert written_days(text) == []


@pytest.mark.parametrize(
    ("text", "language", "rest"),
    [
        ("BERLIN, den 21. Oktober 2015. Der Gesandte ging.", "de", "Der Gesandte ging."),
        ("PARIS, le 21 octobre 2015. L'envoyé partit.", "fr", "L'envoyé partit."),
        ("MADRID, 21 de octubre de 2015 (EFE).- El enviado salió.", "es", " El enviado salió."),
        ("МОСКВА, 21 октября. /ТАСС/. Посланник уехал.", "ru", "Посланник уехал."),
        ("VIENNA, October 21, 10:30 GMT. The envoy left.", "en", "10:30 GMT. The envoy left."),
    ],
)
def test_a_dateline_ends_where_the_text_goes_on(text: str, language: str, rest: str) -> None:
    stated_day = find_dateline(text, language)
    assert stated_day is not None
    assert text[stated_day.end_char :] == rest


def test_a_german_sentence_that_begins_with_its_day_is_no_dateline() -> None:
    assert find_dateline("Am 21. Oktober 2015 – dem Tag der Wahl – schlossen die Läden früh.", "de") is None


def test_the_dateline_is_searched_once_an_article(monkeypatch: pytest.MonkeyPatch, root: Path) -> None:
    searched = []

    def counting(text: str, language: str = "en") -> dateline.StatedDay | None:
        searched.append(text)
        return find_dateline(text, language)

    for module in (dateline, candidates):
        monkeypatch.setattr(module, "find_dateline", counting)
    line = build_timeline(root / "data" / "articles", progress=False)
    summarise(line)
    assert sorted(searched) == sorted(line.articles["text"])
    assert line.articles["dateline_end"].count() > 0


def test_a_frame_without_datelines_is_searched_at_the_door() -> None:
    texts = ["VIENNA, October 21, 2015. Envoys met in the town on Monday.", "Envoys met in the town on Monday."]
    whole = read_articles(pl.DataFrame({"text": texts, "published": [date(2015, 10, 21)] * 2}))
    assert whole["dateline_end"].to_list() == [26, None]
    bare = whole.select("article_id", "text", "published")
    found = extract_events(whole, find_dates(whole)).drop("source")
    assert extract_events(bare, find_dates(bare)).drop("source").equals(found)
