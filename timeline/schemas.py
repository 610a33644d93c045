"""The columns of every frame and which of them people are shown; frames of any library, made ready for a stage."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any, NamedTuple

import polars as pl

from timeline.languages import read_day
from timeline.languages.detection import language_of

if TYPE_CHECKING:
    from collections.abc import Iterable

String, Boolean, Int64, Float64 = pl.String(), pl.Boolean(), pl.Int64(), pl.Float64()
Date, Datetime = pl.Date(), pl.Datetime("us")
SPAN = pl.Struct({"start_char": Int64, "end_char": Int64})
ARTICLES = pl.Schema({
    "article_id": String, "source": String, "title": String, "published": Date, "published_basis": String,
    "published_inferred": Boolean, "published_likelihood": Float64, "dateline_end": Int64, "place": String,
    "language": String, "text": String, "problems": pl.List(String), "boilerplate": pl.List(SPAN),
    "published_candidates": pl.List(pl.Struct({"published": Date, "basis": String})), "duplicate_of": String,
    "author": String, "site": String, "link": String,
})  # fmt: skip
DATES = pl.Schema({
    "article_id": String, "start_char": Int64, "end_char": Int64, "text": String, "type": String, "value": String,
    "mod": String, "said": String, "rule": String, "anchor": Date, "anchor_basis": String, "pick": String,
    "start": Datetime, "end": Datetime, "start_day": Int64, "end_day": Int64, "grain": String, "certainty": String,
    "interval": Int64, "open": String, "language": String, "why": String,
})  # fmt: skip
# The columns of a date as an event carries them.
DATE_OF_EVENT = pl.Schema(
    {"date_text" if name == "text" else name: dtype for name, dtype in DATES.items() if name != "article_id"}
)
NAMED = pl.Struct({"name": String, "start_char": Int64, "end_char": Int64})
EVENTS = pl.Schema({
    "article_id": String, "source": String, "published": Date, "duplicate_of": String, **DATE_OF_EVENT,
    "title": String, "title_basis": String, "trigger": String, "trigger_start_char": Int64, "trigger_end_char": Int64,
    "actors": pl.List(String), "actors_chars": pl.List(NAMED), "place": String, "place_start_char": Int64,
    "place_end_char": Int64, "country": String, "modality": String, "speaker": String, "sentence": String,
    "sentence_start_char": Int64, "sentence_end_char": Int64, "context": String,
})  # fmt: skip
EVIDENCE = pl.Schema({
    "article_id": String, "source": String, "published": Date, "sentence": String, "sentence_start_char": Int64,
    "sentence_end_char": Int64, "date_text": String, "start_char": Int64, "end_char": Int64, "why": String,
})  # fmt: skip
TIMELINE = pl.Schema({
    "event_id": String, "start": Datetime, "end": Datetime, "start_day": Int64, "end_day": Int64, "grain": String,
    "certainty": String, "open": String, "edtf": String, "title": String, "actors": pl.List(String), "place": String,
    "country": String, "modality": String, "articles": Int64, "sources": Int64, "wordings": Int64, "score": Float64,
    "conflicts": pl.List(String), "evidence": pl.List(pl.Struct(EVIDENCE)),
})  # fmt: skip
# What `check_first` and `changes` give; `before` and `after` are the date, the title or the number of articles.
CHECKS = pl.Schema({
    "event_id": String, "when": String, "title": String, "place": String, "articles": Int64, "score": Float64,
    "doubt": Float64, "urgency": Float64, "doubts": pl.List(String), "question": String,
})  # fmt: skip
CHANGES = pl.Schema({
    "event_id": String, "change": String, "when": String, "title": String, "before": String, "after": String,
})  # fmt: skip
SUMMARY = pl.Schema({"date": Date, "sentence": String, "article_id": String})
CORRECTIONS = pl.Schema({
    "action": String, "event_id": String, "evidence": String, "date": String, "title": String, "place": String,
    "into": String, "into_evidence": String, "article": String, "published": String, "note": String, "who": String,
})  # fmt: skip
# What the corrections of a timeline changed; `entry` is the index of the entry in the evidence of the event.
APPLIED = pl.Schema({
    "event_id": String, "entry": Int64, "field": String, "before": String, "after": String, "who": String,
    "note": String,
})  # fmt: skip
PROBLEMS = pl.Schema({
    "source": String, "article_id": String, "stage": String, "text": String, "reason": String,
})  # fmt: skip


class Kind(NamedTuple):
    """A kind of frame: what its rows are, its columns, and those that people are shown, where the frame has them."""

    rows: str
    columns: pl.Schema
    shown: tuple[str, ...]


KINDS = (
    Kind("articles", ARTICLES, ("published", "published_basis", "place", "title", "source")),
    Kind("dates", DATES, ("text", "when", "value", "why", "source")),
    Kind("events", EVENTS, ("when", "title", "place", "modality", "source")),
    Kind("a timeline", TIMELINE, ("when", "title", "place", "articles", "certainty", "conflicts")),
    Kind("sentences of events", EVIDENCE, ("published", "date_text", "why", "sentence", "source")),
    Kind("a summary", SUMMARY, ("date", "sentence", "source")),
    Kind(
        "corrections", CORRECTIONS,
        ("action", "event_id", "date", "title", "place", "into", "article", "published", "note", "who"),
    ),
    Kind("events to check", CHECKS, ("when", "title", "question")),
    Kind("changes since a build", CHANGES, ("change", "when", "title", "before", "after")),
    Kind("changes", APPLIED, ("event_id", "field", "before", "after", "note", "who")),
    Kind("problems", PROBLEMS, ("source", "text", "reason")),
)  # fmt: skip


def kind_of(columns: Iterable[str]) -> Kind | None:
    """The kind of a frame by the names of its columns: the largest of which all are there; null for any other frame.

    >>> kind_of([*DATES, "source"]).rows, kind_of(EVENTS).rows, kind_of(["text", "published"])
    ('dates', 'events', None)
    """
    there = set(columns)
    whole = [kind for kind in KINDS if there.issuperset(kind.columns)]
    return max(whole, key=lambda kind: len(kind.columns), default=None)


def set_where(frame: pl.DataFrame, rows: pl.Expr, **values: pl.Expr) -> pl.DataFrame:
    """Set columns where a condition holds; a column that the frame lacks is null elsewhere.

    `pl.when` computes a value for every row and then drops most of them, which costs much for text.

    >>> frame = pl.DataFrame({"word": ["may", "3"], "day": [None, 0]})
    >>> set_where(frame, pl.col("word") == "3", day=pl.col("word").cast(pl.Int64)).rows()
    [('may', None), ('3', 3)]
    """
    holds = frame.select(rows.fill_null(False)).to_series()
    if not holds.any() and all(name in frame.columns for name in values):
        # What no row needs is not worked out: a regex alone takes longer to compile than to run.
        return frame
    needed = {name for value in values.values() for name in value.meta.root_names()}
    some = frame.select(sorted(needed)).filter(holds).select(**values)
    indices = holds.arg_true()
    return frame.with_columns(
        (
            frame[name]
            if name in frame.columns
            else pl.repeat(None, frame.height, dtype=some[name].dtype, eager=True).alias(name)
        ).scatter(indices, some[name])
        for name in values
    )


# What an article carries for the later stages, where its frame has it.
OPTIONAL: dict[str, Any] = {
    "published": pl.Date,
    "published_inferred": pl.Boolean,
    "published_likelihood": pl.Float64,
    "language": pl.String,
}
# A year that was inferred and is less likely than this is in doubt.
SURE = 0.8


def as_frame(source: Any) -> pl.DataFrame | None:
    """A Polars frame from a frame of any library: Polars, pandas, whatever speaks Arrow; null for other things.

    >>> as_frame({"text": ["a"]}) is None, as_frame(pl.LazyFrame({"text": ["a"]})).shape
    (True, (1, 1))
    """
    if isinstance(source, pl.LazyFrame):
        return source.collect()
    if isinstance(source, pl.DataFrame):
        return source
    if type(source).__module__.split(".")[0] == "pandas" and hasattr(source, "columns"):
        # By plain lists: pandas hands its text to Arrow only where pyarrow is installed.
        import pandas as pd

        clean = source.astype(object).where(source.notna(), None)
        columns = {str(name): clean[name].tolist() for name in clean.columns}
        return pl.DataFrame(
            {
                name: [value.to_pydatetime() if isinstance(value, pd.Timestamp) else value for value in values]
                for name, values in columns.items()
            },
            strict=False,
        )
    if hasattr(source, "__arrow_c_stream__"):
        return pl.DataFrame(source)
    return None


def demand(source: Any, name: str, columns: tuple[str, ...], maker: str) -> pl.DataFrame:
    """The frame that a stage needs; raises TypeError for what is no frame, ValueError where it lacks a column."""
    frame = as_frame(source)
    if frame is None:
        raise TypeError(f"{name} must be a frame, as {maker} gives it, not {type(source).__name__}")
    missing = [column for column in columns if column not in frame.columns]
    if missing:
        has = ", ".join(frame.columns) or "none"
        raise ValueError(
            f"the frame of {name} lacks the column {missing[0]!r}; it has {has}. {maker} gives a whole one"
        )
    return frame


_WORDS = (pl.String, pl.Categorical, pl.Enum)


def demand_types(schema: pl.Schema) -> None:
    """Raise ValueError for a column of articles that holds what it cannot mean; a number, say, is no day.

    >>> demand_types(pl.Schema({"text": pl.String, "published": pl.Int64}))
    Traceback (most recent call last):
    ...
    ValueError: the column 'published' of the frame of articles holds Int64; it needs days, or text that states a day
    """
    for name, dtype in schema.items():
        if name in ("text", "article_id", "language"):
            fits, needed = not (dtype.is_nested() or dtype in (pl.Binary, pl.Object)), "text"
        elif name == "published":
            fits, needed = dtype in (pl.Date, pl.Datetime, *_WORDS), "days, or text that states a day"
        elif name == "published_inferred":
            fits, needed = dtype == pl.Boolean or dtype.is_numeric(), "true and false"
        elif name == "published_likelihood":
            fits, needed = dtype.is_numeric(), "numbers"
        else:
            continue
        if not fits and dtype != pl.Null:
            raise ValueError(f"the column {name!r} of the frame of articles holds {dtype}; it needs {needed}")


def id_of(name: str, text: str) -> str:
    """The last part of an article's id: of its name and text, never of its index in the pile.

    >>> id_of("", "They met.")
    'a957ba4fc8'
    """
    return hashlib.blake2b(f"{name}\0{text}".encode(), digest_size=5).hexdigest()


def complete(articles: pl.LazyFrame) -> pl.LazyFrame:
    """Articles with `article_id`, `text` and `OPTIONAL`, whatever else they have; only `text` must be there.

    Where ids are missing they are made of the text, as `read_articles` makes those of a frame. `published` may be a
    Datetime or text that states a day. `language` is asked of the text where no language is given, and is never null.
    Raises ValueError without a text, and for a `published` that is no day.
    """
    has = articles.collect_schema()
    if "text" not in has:
        raise ValueError(f"the frame of articles lacks the column 'text'; it has {', '.join(has.names()) or 'none'}")
    demand_types(has)
    c = pl.col
    columns = [c("text").cast(pl.String).fill_null("")]
    for name, dtype in OPTIONAL.items():
        if name not in has or has[name] == pl.Null:
            columns.append(pl.lit(None, dtype).alias(name))
        elif name == "published" and has[name] in _WORDS:
            columns.append(c(name).cast(pl.String).map_batches(_days, return_dtype=pl.Date))
        else:
            columns.append(c(name).cast(dtype))
    language = pl.struct("language", "text").map_batches(_languages, return_dtype=pl.String)
    articles = articles.with_columns(columns).with_columns(language=language)
    if "article_id" in has:
        return articles.with_columns(c("article_id").cast(pl.String))
    made = c("text").map_elements(lambda text: id_of("", text), return_dtype=pl.String).alias("article_id")
    copy = pl.int_range(1, pl.len() + 1).over("article_id")
    return articles.with_columns(made).with_columns(
        pl.when(copy == 1).then("article_id").otherwise(pl.format("{}-{}", "article_id", copy)).alias("article_id")
    )


def _languages(articles: pl.Series) -> pl.Series:
    return language_of(articles.struct.field("language"), articles.struct.field("text"))


def _days(texts: pl.Series) -> pl.Series:
    days = {text: read_day(text) for text in texts.unique().drop_nulls() if text.strip()}
    return texts.replace_strict(days, default=None, return_dtype=pl.Date)
