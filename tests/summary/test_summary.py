"""Summaries: piles made here, whose important days and sentences are known."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from random import Random

import polars as pl
import pytest

import timeline as tl
from timeline.summary.day_ranking import rank_days
from timeline.summary.sentences import find_candidates

FIRST = date(2011, 3, 1)
EVENTS = {
    date(2011, 3, 4): "Rebels seized the airport in Arvos",
    date(2011, 3, 15): "The army shelled a market in Belmira",
    date(2011, 3, 29): "The president dissolved parliament in Corant",
    date(2011, 4, 12): "Engineers reopened the pipeline near Dunhaven",
    date(2011, 4, 26): "Border guards blocked a convoy outside Estoria",
}
REMARKS = (
    "there could be no military solution",
    "the sanctions were working",
    "more aid was needed",
    "nobody wanted a wider war",
)
ASIDES = (
    "Residents described long queues.",
    "The claims could not be verified.",
    "Few expect a quick end to it.",
    "Shops stayed shut for most of the week.",
)


def spoken(day: date) -> str:
    return f"on {day:%A}"


def dated(day: date) -> str:
    return f"on {day.day} {day:%B}"


def pile(seed: int) -> pl.DataFrame:
    """Two months of a crisis: remarks every day, news of five days, which later articles look back on."""
    r = Random(seed)
    rows = []
    for step in range(62):
        day = FIRST + timedelta(step)
        for number in range(r.randint(2, 4)):
            town = r.choice(("LONDON", "PARIS", "CAIRO"))
            lines = [
                f"{town} (Wire) - A minister said {spoken(day)} that {r.choice(REMARKS)}.",
                f"An envoy said {spoken(day - timedelta(1))} that {r.choice(REMARKS)}.",
                r.choice(ASIDES),
            ]
            for event, clause in EVENTS.items():
                if event == day or (event == day - timedelta(1) and number):
                    lines[0] = f"{town} (Wire) - {clause} {spoken(event)}, officials said."
            if past := [event for event in EVENTS if event < day - timedelta(2)]:
                event = r.choice(past)
                lines.append(
                    f"The crisis has deepened since {EVENTS[event][0].lower()}{EVENTS[event][1:]} {dated(event)}."
                )
            rows.append((day, "\n".join(lines)))
    return pl.DataFrame(rows, schema={"published": pl.Date, "text": pl.String}, orient="row")


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_the_days_that_made_a_crisis_are_found_among_daily_remarks(seed: int) -> None:
    line = tl.build_timeline(pile(seed), progress=False)
    summary = tl.summarise(line, days=len(EVENTS), sentences=1)
    assert summary["date"].to_list() == list(EVENTS)
    for day, sentence, _ in summary.iter_rows():
        assert sentence.startswith(EVENTS[day])


def ranked(*rows: tuple[str, str]) -> list[date]:
    frame = pl.DataFrame(rows, schema=["published", "text"], orient="row").with_columns(
        pl.col("published").str.to_date()
    )
    line = tl.build_timeline(frame, progress=False)
    return pl.Series(rank_days(line.articles, line.dates, line.tellings), dtype=pl.Int32).cast(pl.Date).to_list()


SANK = "The ferry Alder sank off Oslo on {}."
CLOSED = "The bridge at Bergen was closed on {}."


@pytest.mark.parametrize(
    ("more", "less"),
    [
        pytest.param(SANK.format("3 March 2016"), "A cook said on 4 March 2016 that he was tired.", id="a remark is no event"),
        pytest.param(f"The court met. {SANK.format('3 March 2016')}", f"{'It rained for hours. ' * 20}{CLOSED.format('4 March 2016')}", id="the first lines tell the news"),
    ],
)  # fmt: skip
def test_of_two_days_named_as_often_one_matters_more(more: str, less: str) -> None:
    assert ranked(("2016-03-06", more), ("2016-03-06", less)) == [date(2016, 3, 3), date(2016, 3, 4)]


def test_a_look_back_from_afar_says_more_than_the_report_of_the_morrow() -> None:
    long_after = [
        ("2016-05-20", SANK.format("3 March 2016")),
        ("2016-06-20", f"The inquiry ended. {SANK.format('3 March 2016')}"),
    ]
    morrow = [("2016-03-05", CLOSED.format("Friday")), ("2016-03-05", f"Cars wait. {CLOSED.format('4 March')}")]
    assert ranked(*long_after, *morrow) == [date(2016, 3, 3), date(2016, 3, 4)]


def test_history_before_the_pile_gives_way_to_what_the_pile_came_back_to() -> None:
    back = [
        ("2016-05-20", f"{SANK.format('3 March 2016')} {CLOSED.format('5 March 1946')}"),
        ("2016-03-04", "Nobody knows why."),
    ]
    assert ranked(*back) == [date(2016, 3, 3), date(1946, 3, 5)]


def test_a_story_printed_again_next_month_dates_nothing_anew() -> None:
    story = " ".join(f"Diver {number} went down to the wreck of the ferry Alder near Oslo." for number in range(12))
    story = f"The ferry Alder sank off Oslo on Thursday. {story}"
    assert ranked(("2016-03-04", story), ("2016-04-15", story)) == [date(2016, 3, 3)]


def carriers(*rows: tuple[str, str]) -> dict[date, list[str]]:
    frame = pl.DataFrame(rows, schema=["published", "text"], orient="row").with_columns(
        pl.col("published").str.to_date()
    )
    line = tl.build_timeline(frame, progress=False)
    found = find_candidates(line.articles, line.tellings)
    return {
        date(1970, 1, 1) + timedelta(day): [one.sentence for one in sorted(candidates, key=lambda one: -one.worth)]
        for day, candidates in found.items()
    }


@pytest.mark.parametrize(
    ("opening", "bare"),
    [
        ("OSLO, Norway (AP) _ ", ""),
        ("(CNN) -- ", ""),
        ("OSLO (Wire) - ", ""),
        ("OSLO - ", ""),
        ("", ""),
    ],
)
def test_a_carrier_stands_without_its_dateline(opening: str, bare: str) -> None:
    sentence = "The ferry Alder sank off Oslo on Thursday with 40 people aboard."
    assert carriers(("2016-03-03", f"{opening}{sentence}"))[date(2016, 3, 3)] == [bare + sentence]


@pytest.mark.parametrize(
    ("line", "carried"),
    [
        ("3 March 2016 - Divers find the ferry Alder off Oslo.", "Divers find the ferry Alder off Oslo."),
        ("• March 3: Divers find the ferry Alder off Oslo.", "Divers find the ferry Alder off Oslo."),
        ("On 3 March - a Thursday - divers found the ferry.", "On 3 March - a Thursday - divers found the ferry."),
    ],
)
def test_a_chronology_tells_its_day_without_the_label(line: str, carried: str) -> None:
    assert carriers(("2016-06-20", f"What we know so far.\n{line}"))[date(2016, 3, 3)] == [carried]


def test_the_news_of_a_day_comes_before_remarks_plans_and_what_leans() -> None:
    found = carriers(
        ("2016-02-20", "The ferry Alder will be tested off Oslo on 3 March by its owners."),
        ("2016-03-03", "The ferry Alder sank off Oslo on Thursday with 40 people aboard. I slept on Thursday, a cook said to us. It was seen by divers on Thursday from a small boat."),
    )[date(2016, 3, 3)]  # fmt: skip
    assert found[0].startswith("The ferry Alder sank")
    assert found[-1].startswith("I slept")


@pytest.mark.parametrize(
    "leaning",
    [
        "A day earlier jets had hit four of the eleven hills near Oslo.",
        "According to him, jets hit four of the eleven hills on 3 March 2016.",
    ],
)
def test_a_sentence_that_leans_on_the_one_before_comes_last(leaning: str) -> None:
    alone = "Jets hit four of the eleven hills near Oslo on 3 March 2016."
    found = carriers(
        ("2016-06-05", f"Nobody knows the reason. The general spoke on 4 March 2016. {leaning}"),
        ("2016-06-06", f"Nobody knows the reason. {alone}"),
    )
    assert found[date(2016, 3, 3)] == [alone, leaning]


def test_a_day_named_by_its_dateline_alone_is_carried_by_the_first_lines() -> None:
    signed = "Two ministers have signed the papers of the new union in the town hall."
    frame = pl.DataFrame({"published": [date(2016, 3, 4)], "text": [f"OSLO, March 3 (Agency) -- {signed}"]})
    summary = tl.summarise(tl.build_timeline(frame, progress=False), days=1)
    assert summary.select("date", "sentence").rows() == [(date(2016, 3, 3), signed)]


def test_bounds_may_be_moments_and_must_be_in_order() -> None:
    line = tl.build_timeline(pile(1), progress=False)
    days = tl.summarise(line, days=9, start=datetime(2011, 3, 10, 12), end="2011-04-01T08:00")["date"]
    assert date(2011, 3, 10) <= days.min() <= days.max() <= date(2011, 4, 1)  # type: ignore[operator]
    with pytest.raises(ValueError, match="cannot start after its end"):
        tl.summarise(line, start="2011-04-01", end="2011-03-01")


@pytest.mark.parametrize(
    "frame",
    [
        pl.DataFrame({"text": ["", None, "Nothing is dated."]}),
        pl.DataFrame({"text": ["Rain fell on the town, and nobody knows when."]}),
        pl.DataFrame({"published": [None, date(2016, 3, 3)], "text": ["The ferry sank on 3 March 2016.", ""]}),
    ],
)
def test_a_pile_with_little_or_nothing_to_tell_is_no_error(frame: pl.DataFrame) -> None:
    summary = tl.summarise(tl.build_timeline(frame, progress=False), days=3)
    assert summary.height == frame["text"].str.contains("2016").sum()
