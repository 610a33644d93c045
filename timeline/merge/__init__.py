"""One event of many mentions: `merge_events`. An event mention is what one article states of an event.

Columns of the frame it returns, a row an event, sorted by start_day, start and event_id:

- event_id String: made of the mention that founded the event; an article that does not mention it does not change it
- start, end Datetime; start_day, end_day Int64; grain, certainty, open, edtf String
- title String; actors List(String); place, country, modality String
- articles, sources, wordings Int64: wordings counts independent mentions: once for a sentence that several articles
  copy, and for an article and those that repeat it (`duplicate_of`)
- score Float64: what `Timeline.top` ranks by
- conflicts List(String): what the mentions disagree on
- evidence List(Struct): every mention, in the order of publication (`timeline.schemas.EVIDENCE`)
"""

from __future__ import annotations

import hashlib
import re
from typing import Any

import polars as pl

from timeline.calendar.edtf import edtf
from timeline.merge.clustering import group
from timeline.merge.conflicts import find_conflicts
from timeline.merge.participants import Subjects, canonical_names, subjects
from timeline.merge.ranking import happened, score, title_quality, took_place
from timeline.merge.similarity import Items, memberships, vectors
from timeline.schemas import EVENTS, EVIDENCE, TIMELINE, demand

_CERTAINTY = ("certain", "inferred", "approximate")  # the surest first
_WORDS = re.compile(r"[^\W_]+")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
MOST_ACTORS = 8


def merge_events(events: pl.DataFrame) -> pl.DataFrame:
    """One row an event, with the evidence of every article that mentions it.

    Takes the frame of `extract_events`, and leaves out rows without a date. A frame of one's own needs `article_id`,
    `start_day`, `end_day`, `sentence` and `title`; what it lacks of the other columns is null. Mentions are one event
    when their days agree and their words are alike. A coarse date ("early October") joins the finer one whose words are
    most alike, unless one article mentions two that it may mean. Events of two explicit years are never merged.

    >>> import polars as pl
    >>> from timeline import extract_events, find_dates, read_articles
    >>> texts = ["On 7 October 2015 ships fired missiles.", "Missiles were fired by ships on October 7, 2015."]
    >>> articles = read_articles(pl.DataFrame({"text": texts}))
    >>> merge_events(extract_events(articles, find_dates(articles))).select("articles", "edtf").rows()
    [(2, '2015-10-07')]
    """
    events = demand(events, "events", ("article_id", "start_day", "end_day", "sentence", "title"), "extract_events()")
    absent = [pl.lit(None, dtype).alias(name) for name, dtype in EVENTS.items() if name not in events.columns]
    # An event without a sentence is known by its title alone.
    events = events.with_columns(*absent, pl.col("sentence").cast(pl.String).fill_null(""))
    dated = events.filter(pl.col("start_day").is_not_null() & pl.col("end_day").is_not_null())
    if dated.is_empty():
        return TIMELINE.to_frame()
    spellings = canonical_names(dated["actors"].to_list(), dated["sentence"].to_list())
    mentions = _with_items(_with_wording(dated))
    items = _items(mentions)
    founders, rivals = group(items)
    also = pl.DataFrame(
        [(at, int(items.start_day[other]), int(items.end_day[other])) for at, other in rivals.items()],
        schema={"item": pl.Int64, "also_start": pl.Int64, "also_end": pl.Int64}, orient="row",
    )  # fmt: skip
    mentions = mentions.with_columns(pl.Series("founder", founders[mentions["item"].to_numpy()]))
    mentions = mentions.join(also, on="item", how="left", maintain_order="left")
    named = mentions.filter(pl.col("item") == pl.col("founder")).unique("founder", keep="first", maintain_order=True)
    ids = named.select(
        "founder",
        pl.struct("wording", "start_day", "end_day").map_elements(_event_id, return_dtype=pl.String).alias("event_id"),
    )
    return _rows(_counted(mentions.join(ids, on="founder", how="left", maintain_order="left")), spellings)


def _with_items(mentions: pl.DataFrame) -> pl.DataFrame:
    """The mentions, with `item`: those that say the same in every way, as copies of a story do, are grouped as one."""
    mentions = mentions.with_columns(pl.col("actors").list.join("\n").alias("named"), _states_range().alias("ranged"))
    line = pl.struct("sentence", "title", "named", "country").hash()
    story = mentions.group_by("article_id").agg(line.unique().sort().alias("story"))
    same = ["wording", "start_day", "end_day", "title", "trigger", "context", "named", "country", "ranged", "story"]
    return (
        mentions.join(story.with_columns(pl.col("story").hash()), on="article_id", how="left", maintain_order="left")
        .with_row_index("item")
        .with_columns(pl.col("item").min().over(same).rank("dense").cast(pl.Int64) - 1)
    )


def _items(mentions: pl.DataFrame) -> Items:
    """What is grouped, an item each."""
    first = mentions.unique("item", keep="first", maintain_order=True)
    articles = mentions.select("item", pl.col("article_id").rank("dense")).group_by("item", maintain_order=True).all()
    return Items(
        first["start_day"].to_numpy(),
        first["end_day"].to_numpy(),
        first["ranged"].to_numpy(),
        [frozenset(articles) for articles in articles["article_id"].to_list()],
        first["wording"].rank("dense").to_numpy(),
        [frozenset(_NUMBER.findall(title or "")) for title in first["title"].to_list()],
        vectors(first["sentence"].to_list(), first["title"].to_list(), first["context"].to_list()),
        **dict(zip(Subjects._fields, memberships(*zip(*subjects(first, mentions), strict=True)), strict=True)),
    )


def _states_range() -> pl.Expr:
    """Whether both ends of a span of days were stated."""
    long = pl.col("end_day") - pl.col("start_day") > 1
    return (long & (pl.col("grain") == "day") & (pl.col("certainty") != "approximate")).fill_null(value=False)


def _with_wording(dated: pl.DataFrame) -> pl.DataFrame:
    """The mentions in the order of publication, with `wording`: their words, as copies differ in stops and blanks."""
    wording = {sentence: " ".join(_WORDS.findall(sentence.lower())) for sentence in dated["sentence"].unique()}
    mentions = dated.with_columns(pl.col("sentence").replace_strict(wording, return_dtype=pl.String).alias("wording"))
    return mentions.sort("published", "wording", "article_id", "start_char", nulls_last=True, maintain_order=True)


def _counted(mentions: pl.DataFrame) -> pl.DataFrame:
    """The mentions, with `counted`: of a story that several articles print, only the original, or the first here."""
    story = pl.coalesce("duplicate_of", "article_id")
    here = ["event_id", story]
    first = pl.col("article_id").first().over(here)
    original = pl.col("article_id") == story
    return mentions.with_columns(
        pl.when(original.any().over(here)).then(original).otherwise(pl.col("article_id") == first).alias("counted")
    )


def _event_id(mention: dict[str, Any]) -> str:
    key = f"{mention['start_day']}\n{mention['end_day']}\n{mention['wording']}"
    return hashlib.sha256(key.encode()).hexdigest()[:12]


def _rows(mentions: pl.DataFrame, spellings: dict[str, str]) -> pl.DataFrame:
    span = pl.col("end_day") - pl.col("start_day")
    mentions = mentions.with_columns(
        # A coarse mention that joined a finer one lends its words, not its dates.
        (span == span.min().over("event_id")).alias("fine"),
    )
    fine = mentions.filter("fine")
    rank = pl.col("certainty").replace_strict(_CERTAINTY, range(3), default=None, return_dtype=pl.Int64)
    when = (
        fine.group_by("event_id", "start_day", "end_day", "start", "end", "grain", maintain_order=True)
        .agg(
            pl.len().alias("times"),
            rank.min(),
            (pl.col("open").is_not_null().sum() * 2 > pl.len()).alias("opened"),
            pl.col("open").drop_nulls().mode(maintain_order=True).first().alias("open"),
        )
        .sort(
            *("event_id", "times", pl.col("end") - pl.col("start"), "start"),
            descending=[False, True, True, False], nulls_last=True, maintain_order=True,
        )
        .unique("event_id", keep="first", maintain_order=True)
        .with_columns(
            pl.col("certainty").replace_strict(range(3), _CERTAINTY, default=None, return_dtype=pl.String),
            pl.when("opened").then("open").alias("open"),
        )
    )  # fmt: skip
    best = (
        fine.with_columns(title_quality(fine).alias("quality"))
        # "Had the court not ruled ..." titles nothing that others state to have happened.
        .sort(took_place(), "quality", descending=True, maintain_order=True)
        .unique("event_id", keep="first", maintain_order=True)
    )
    evidence = (
        mentions.unique(
            ["event_id", "article_id", "start_char", "sentence_start_char", "sentence"],
            keep="first",
            maintain_order=True,
        )
        .group_by("event_id", maintain_order=True)
        .agg(pl.struct(*EVIDENCE).alias("evidence"))
    )
    summed = mentions.group_by("event_id", maintain_order=True).agg(
        pl.col("article_id").n_unique().cast(pl.Int64).alias("articles"),
        pl.coalesce("source", "article_id").n_unique().cast(pl.Int64).alias("sources"),
        pl.col("wording").filter("counted").n_unique().cast(pl.Int64).alias("wordings"),
        pl.col("place").drop_nulls().mode(maintain_order=True).first().alias("place"),
        # What one mention states to have happened is no plan any more, though earlier ones announced it. That others
        # deny it is a conflict.
        pl.coalesce(
            pl.col("modality").filter(pl.col("fine") & took_place()).mode(maintain_order=True).first(),
            pl.col("modality").filter(pl.col("fine") & happened()).mode(maintain_order=True).first(),
            pl.col("modality").filter(pl.col("fine")).mode(maintain_order=True).first(),
        ).alias("modality"),
    )
    actors = (
        mentions.select("event_id", "actors")
        .explode("actors")
        .drop_nulls()
        .with_columns(pl.col("actors").replace(spellings))
        .group_by("event_id", "actors", maintain_order=True)
        .len()
        .sort("event_id", "len", descending=[False, True], maintain_order=True)
        .group_by("event_id", maintain_order=True)
        .agg(pl.col("actors").head(MOST_ACTORS))
    )
    country = (
        mentions.drop_nulls("place")
        .unique(["event_id", "place"], keep="first", maintain_order=True)
        .select("event_id", "place", "country")
    )
    merged = (
        when.select("event_id", "start", "end", "start_day", "end_day", "grain", "certainty", "open")
        .join(best.select("event_id", "title"), on="event_id")
        .join(summed, on="event_id")
        .join(actors, on="event_id", how="left")
        .with_columns(pl.col("actors").fill_null([]))
        .join(country, on=["event_id", "place"], how="left")
        .join(score(mentions), on="event_id")
        .join(find_conflicts(mentions), on="event_id")
        .join(evidence, on="event_id")
    )
    notation = [
        edtf(*row) for row in merged.select("start_day", "end_day", "grain", "certainty", "open", "start").iter_rows()
    ]
    return (
        merged.with_columns(pl.Series("edtf", notation, dtype=pl.String))
        .sort("start_day", "start", "event_id")
        .select(pl.col(name).cast(dtype) for name, dtype in TIMELINE.items())
    )
