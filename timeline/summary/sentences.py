"""The sentences that may carry a day: those that name it, and the first lines of articles of that day or the next.

News names its day in the first lines, so these are worth most (the inverted pyramid). A plan, a remark, and a sentence
that refers to the one before are worth less.
"""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING, NamedTuple

import polars as pl

from timeline.articles.publication.dateline import PLACE_ONLY, with_datelines
from timeline.calendar.arithmetic import EPOCH
from timeline.languages import written_days
from timeline.languages.en.sentences import split_sentences
from timeline.languages.en.words import ANAPHORS, PERSONS
from timeline.summary.day_ranking import voices

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date


# The first sentences of an article tell of the day of publication, or of the day before, though they may not name it.
HEAD = 4000
LEAD_WORTH = (0.8, 0.6)
EVE_WORTH = 0.5
# The first lines on the day or the morrow tell it as the news.
NEWS_HEAD, NEWS_WORTH = 400, 1.1
# What lies ahead carries a day only where nothing else does.
AHEAD_WORTH = 0.6
IDLE_WORTH = 0.8
LEANING_WORTH, CONNECTED_WORTH = 0.6, 0.85
SPOKEN_WORTH = 0.3
FEWEST, SHORTEST, LONGEST = 3, 7, 40
CONNECTIVES = frozenset("also and but even however instead meanwhile nevertheless or so still then though yet".split())
FIRST_PERSON = frozenset("i we my our me us you your i'm we're i’m we’re".split())
# "7 October - Ships fire missiles": behind such a date a chronology tells its day.
BULLETS = " -–—*•·"
_LABEL = re.compile(r"\s?[-–—:]\s+(?=[A-Z])")
_AGENCY = re.compile(r"^\([^()]{2,40}\)\s*[-–—_]{1,2}\s*")


class Candidate(NamedTuple):
    """A sentence that may carry a day, and what it is worth beside the others."""

    sentence: str
    article_id: str
    worth: float


def find_candidates(articles: pl.DataFrame, tellings: pl.DataFrame) -> dict[int, list[Candidate]]:
    """For each day (since 1970-01-01) the sentences that may carry it, each wording once, those that name it first.

    Takes `articles` and `tellings` of a timeline; of these, tellings of other articles are left out.
    """
    articles = with_datelines(articles)
    found = _naming(articles, tellings)
    # A first line that names another day tells of that one.
    dated = {wording(one.sentence) for candidates in found.values() for one in candidates}
    eves: dict[int, list[Candidate]] = {}
    for day, lead in _leads(articles):
        if wording(lead.sentence) not in dated:
            found.setdefault(day, []).append(lead)
            eves.setdefault(day - 1, []).append(lead._replace(worth=lead.worth * EVE_WORTH))
    for day, leads in eves.items():
        if day in found:
            found[day].extend(leads)
    return {
        day: list({wording(one.sentence): one for one in reversed(candidates)}.values())[::-1]
        for day, candidates in found.items()
    }


def wording(sentence: str) -> str:
    """What is left of a sentence when only its letters and figures count.

    >>> wording("The ship sank, he said.") == wording("the ship sank he said")
    True
    """
    return "".join(character for character in sentence.lower() if character.isalnum())


def _naming(articles: pl.DataFrame, tellings: pl.DataFrame) -> dict[int, list[Candidate]]:
    away = pl.col("published").cast(pl.Int32) - pl.col("start_day")
    # "A day earlier": the day before the one that the sentence before it states.
    counted = (pl.col("anchor_basis") == "told") & pl.col("said").str.contains(r"^[a-z]+[+-][0-9]")
    unreal = pl.col("modality").is_in(["planned", "conditional", "denied"])
    rows = (
        tellings.filter(pl.col("end_day") - pl.col("start_day") == 1)
        .join(articles.select("article_id", "dateline_end"), on="article_id", maintain_order="left")
        .with_columns(
            (unreal & (away < 0).fill_null(value=True)).alias("ahead"),
            (away.is_between(0, 1) & (pl.col("sentence_start_char") < NEWS_HEAD)).fill_null(value=False).alias("news"),
            (pl.col("context").is_not_null() | counted.fill_null(value=False)).alias("leaning"),
            (pl.col("trigger").is_null() | pl.col("trigger").str.to_lowercase().is_in(voices())).alias("idle"),
        )
        .sort("ahead", maintain_order=True)
        .unique(["start_day", "sentence"], keep="first", maintain_order=True)
        .select(
            "start_day", "start_char", "end_char", "sentence", "sentence_start_char", "article_id",
            "ahead", "news", "leaning", "idle", "dateline_end",
        )
    )  # fmt: skip
    found: dict[int, list[Candidate]] = {}
    for row in rows.iter_rows(named=True):
        sentence, start = row["sentence"], row["sentence_start_char"]
        label = _LABEL.match(sentence, row["end_char"] - start)
        if label is not None and not sentence[: row["start_char"] - start].strip(BULLETS):
            head = label.end()
        else:
            head = max(0, (row["dateline_end"] or 0) - start)
        bare = _bare(sentence[head:], opening=start < NEWS_HEAD)
        if len(bare.split()) < FEWEST:
            continue
        worth = _standing(bare, leaning=row["leaning"]) * (NEWS_WORTH if row["news"] else 1.0)
        worth *= (AHEAD_WORTH if row["ahead"] else 1.0) * (IDLE_WORTH if row["idle"] else 1.0)
        found.setdefault(row["start_day"], []).append(Candidate(bare, row["article_id"], worth))
    return found


def _leads(articles: pl.DataFrame) -> Iterator[tuple[int, Candidate]]:
    """The first full sentences of each article, with the day it was written on."""
    boilerplate = "boilerplate" if "boilerplate" in articles.columns else pl.lit(None).alias("boilerplate")
    for article_id, published, text, spans, language, dateline_end in articles.select(
        "article_id", "published", "text", boilerplate, "language", "dateline_end"
    ).iter_rows():
        if published is None or not text:
            continue
        end = dateline_end or 0
        full = []
        for start, stop in split_sentences(text[:HEAD], end):
            inside = any(span["start_char"] <= start < span["end_char"] for span in spans or ())
            if stop > end and not inside:
                bare = _bare(text[max(start, end) : stop], opening=True)
                if len(bare.split()) >= SHORTEST and bare[-1] in ".!?”\"'’":
                    full.append(bare)
            if len(full) == len(LEAD_WORTH):
                break
        eve = published - timedelta(days=1)
        written = eve if _is_of(eve, text[:end], language) else published
        for bare, worth in zip(full, LEAD_WORTH, strict=False):
            yield (written - EPOCH).days, Candidate(bare, article_id, worth * _standing(bare))


def _is_of(day: date, dateline: str, language: str) -> bool:
    """Whether a text that ends with its dateline names a day there, with or without its year."""
    line = dateline.rsplit("\n", 1)[-1]
    return any(
        (written.value.cell.month, written.value.cell.day) == (day.month, day.day)
        for written in written_days(line, language or "en")
    )


def _standing(sentence: str, *, leaning: bool = False) -> float:
    """How well a sentence stands alone: of fair length, not leaning on the one before, reported and not spoken."""
    words = sentence.lower().split()
    worth = min(1.0, LONGEST / len(words)) * (1.0 if len(words) >= SHORTEST else SHORTEST / 10)
    if leaning or words[0] in ANAPHORS or not PERSONS.isdisjoint(word.strip(",") for word in words[:FEWEST]):
        worth *= LEANING_WORTH
    elif words[0].strip(",") in CONNECTIVES:
        worth *= CONNECTED_WORTH
    if FIRST_PERSON & set(words) or sentence[0] in "“\"‘'`" or sentence[-1] in "?:":
        worth *= SPOKEN_WORTH
    return worth


def _bare(sentence: str, *, opening: bool) -> str:
    """A sentence on one line, without the dateline that may open an article."""
    flat = " ".join(sentence.split())
    line = PLACE_ONLY.match(flat)
    if line is not None and (line["agency"] or (opening and line["place"].upper() == line["place"])):
        return flat[line.end("stop") :].strip()
    return _AGENCY.sub("", flat).lstrip("-–—_ ")
