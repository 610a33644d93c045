"""What to verify first: the events that weigh most and are least sure, each with the one question to ask."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

import polars as pl

from timeline.calendar.arithmetic import iso_weekday
from timeline.calendar.display import with_when
from timeline.languages.en.numerals import weekday_of
from timeline.languages.en.vocabulary import WEEKDAYS
from timeline.schemas import CHECKS
from timeline.text import any_of, short_name

DAY_NAMES = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_NAMED_DAY = re.compile(rf"(?i)\b({any_of(WEEKDAYS)})\b\.?")
_FIGURES = re.compile(r"\d{1,2}[./-]\d{1,2}[./-]\d{2,4}")
_FULL = re.compile(r"-?\d{4,}-\d\d-\d\d")
_YEARLESS = re.compile(r"XXXX-(?!W)")
NEAR = 120  # so many days around the day of publication, a date without a year means that year
ALSO = " may also mean "  # such a remark names another reading of a coarse date, and is no dispute


class Doubt(NamedTuple):
    """A reason to look: its name, how much it counts, and what to ask."""

    name: str
    worth: float
    question: str


# How much a reason counts: what can be wrong by a year or names another day counts most, what is merely thin least.
WORTH = {
    "disputed": 3.0,
    "weekday against date": 3.0,
    "clash with publication": 3.0,
    "order of figures": 2.0,
    "inferred year": 2.0,
    "year of publication inferred": 2.0,
    "inferred day": 1.0,
    "may mean another date": 1.0,
    "single source": 1.0,
}


def check_first(events: pl.DataFrame, dates: pl.DataFrame, articles: pl.DataFrame, n: int = 20) -> pl.DataFrame:
    """The `n` events to verify first, by weight x doubt: the columns are `timeline.schemas.CHECKS`, a row an event.

    `events` is the timeline frame, `dates` and `articles` are those it was made of. `doubt` Float64 is the sum of
    `WORTH` over `doubts` List(String), `urgency` Float64 is `score` times `doubt`, and `question` String is what the
    gravest doubt asks. A doubt about a date counts only where no sentence of the event tells that date without it.

    >>> from timeline import build_timeline
    >>> text = "The bridge was opened on Monday, 3 May 2014. The tunnel was closed on 3 June 2014."
    >>> line = build_timeline(pl.DataFrame({"text": [text]}))
    >>> check_first(line.events, line.dates, line.articles, 1)["question"][0]
    '“Monday, 3 May 2014”: that day was a Saturday. Which of the two is right?'
    """
    key = ["article_id", "start_char", "end_char"]
    told = (
        events.select("event_id", "evidence").explode("evidence").unnest("evidence")
        .join(
            dates.select(*key, "said", "pick", "anchor", "certainty", "value", "start_day").unique(key, keep="first"),
            on=key, how="left", maintain_order="left",
        )
        .join(
            articles.select("article_id", pl.col("^published_inferred$")).unique("article_id"),
            on="article_id", how="left", maintain_order="left",
        )
    )  # fmt: skip
    mentions = {key[0]: group.to_dicts() for key, group in told.partition_by("event_id", as_dict=True).items()}
    rows = []
    for event in with_when(events).drop("evidence").iter_rows(named=True):
        found = _doubts(event, mentions.get(event["event_id"], []))
        if found:
            doubt = sum(one.worth for one in found)
            gravest = max(found, key=lambda one: one.worth)
            rows.append(
                {name: event[name] for name in ("event_id", "when", "title", "place", "articles", "score")}
                | {"doubt": doubt, "urgency": round((event["score"] or 0.0) * doubt, 3)}
                | {"doubts": [one.name for one in found], "question": gravest.question}
            )
    return pl.DataFrame(rows, schema=CHECKS).sort("urgency", "event_id", descending=[True, False]).head(n)


def _doubts(event: dict[str, Any], mentions: list[dict[str, Any]]) -> list[Doubt]:
    conflicts = event["conflicts"] or []
    disputes = [text for text in conflicts if ALSO not in text]
    asked = {
        "disputed": next((f"The articles disagree: {text}. Which is right?" for text in disputes), None),
        "weekday against date": _of_all(mentions, _weekday),
        "clash with publication": _clash(event, mentions),
        "order of figures": _of_all(mentions, _figures),
        "inferred year": _of_all(mentions, _year),
        "year of publication inferred": _of_all(mentions, _publication),
        "inferred day": _of_all(mentions, _day),
        "may mean another date": next((f"{text}. Which is meant?" for text in conflicts if ALSO in text), None),
        "single source": _alone(event, mentions),
    }
    return [Doubt(name, WORTH[name], question) for name, question in asked.items() if question]


def _of_all(mentions: list[dict[str, Any]], ask: Any) -> str | None:
    """What is asked of the first mention, where every mention leaves it open."""
    questions = [ask(mention) for mention in mentions if mention["date_text"]]
    return questions[0] if questions and all(questions) else None


def _weekday(mention: dict[str, Any]) -> str | None:
    named = _NAMED_DAY.search(mention["date_text"])
    if not named or mention["start_day"] is None or not _FULL.fullmatch(mention["said"] or ""):
        return None
    actual = int(iso_weekday(mention["start_day"]))
    if weekday_of(named[1]) == actual:
        return None
    return f"“{mention['date_text']}”: that day was a {DAY_NAMES[actual - 1]}. Which of the two is right?"


def _clash(event: dict[str, Any], mentions: list[dict[str, Any]]) -> str | None:
    if event["modality"] not in ("asserted", "reported") or event["start_day"] is None:
        return None
    days = [(mention["published"], mention["source"]) for mention in mentions if mention["published"]]
    if not days or any(_number(day) >= event["start_day"] for day, _ in days):
        return None
    day, source = min(days, key=lambda pair: (pair[0], pair[1] or ""))
    return f"{_name(source)}, published {day}, tells it as past, but it is dated later. Which of the two days is wrong?"


def _number(day: Any) -> int:
    return int(day.toordinal()) - 719163


def _figures(mention: dict[str, Any]) -> str | None:
    if mention["certainty"] != "inferred" or mention["pick"] or not _FIGURES.search(mention["date_text"]):
        return None
    source = _name(mention["source"])
    return f"“{mention['date_text']}” was read as {mention['value']}: does {source} write the day first?"


def _year(mention: dict[str, Any]) -> str | None:
    if mention["pick"] is None or not _YEARLESS.match(mention["said"] or "") or mention["anchor"] is None:
        return None
    if abs(_number(mention["anchor"]) - mention["start_day"]) <= NEAR:
        return None
    return f"“{mention['date_text']}” names no year and was read as {mention['value']}: is that the year meant?"


def _publication(mention: dict[str, Any]) -> str | None:
    if not mention.get("published_inferred") or mention["anchor"] is None:
        return None
    source = _name(mention["source"])
    return f"{source} says no year of publication, and {mention['published']} was taken: is that right?"


def _day(mention: dict[str, Any]) -> str | None:
    if mention["pick"] is None or not (mention["said"] or "").startswith("XXXX-W"):
        return None
    read = f"was read as {mention['value']}, counted from {mention['anchor']}"
    return f"“{mention['date_text']}” {read}: is that the day meant?"


def _alone(event: dict[str, Any], mentions: list[dict[str, Any]]) -> str | None:
    sources = {mention["source"] for mention in mentions if mention["article_id"]}
    return (
        f"Only {_name(min(sources, key=str))} tells it: who else does?" if event["sources"] == 1 and sources else None
    )


def _name(source: str | None) -> str:
    return short_name(source) if source else "one unnamed source"
