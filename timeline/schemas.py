"""The frames that a stage may be handed: of any library, and of articles with no more than a text.

Columns that get other values in some rows, worked out for those rows only.
"""

from __future__ import annotations

import hashlib
from typing import Any

import polars as pl

from timeline.languages.detection import language_of
from timeline.languages.en.written_days import read_day


def patch(frame: pl.DataFrame, rows: pl.Expr, **values: pl.Expr) -> pl.DataFrame:
    """Set columns where a condition holds; a column that the frame lacks is null elsewhere.

    `pl.when` works a value out for every row and then forgets most of them, which for text is the dear part.

    >>> frame = pl.DataFrame({"word": ["may", "3"], "day": [None, 0]})
    >>> patch(frame, pl.col("word") == "3", day=pl.col("word").cast(pl.Int64)).rows()
    [('may', None), ('3', 3)]
    """
    holds = frame.select(rows.fill_null(False)).to_series()
    needed = {name for value in values.values() for name in value.meta.root_names()}
    some = frame.select(sorted(needed)).filter(holds).select(**values)
    places = holds.arg_true()
    return frame.with_columns(
        (
            frame[name]
            if name in frame.columns
            else pl.repeat(None, frame.height, dtype=some[name].dtype, eager=True).alias(name)
        ).scatter(places, some[name])
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


def id_of(name: str, text: str) -> str:
    """The last part of an article's id: of its name and text, never of its place in the pile.

    >>> id_of("", "They met.")
    'a957ba4fc8'
    """
    return hashlib.blake2b(f"{name}\0{text}".encode(), digest_size=5).hexdigest()


def complete(articles: pl.LazyFrame) -> pl.LazyFrame:
    """Articles with `article_id`, `text` and `OPTIONAL`, whatever else they have; only `text` must be there.

    Where ids are missing they are made of the text, as `read_articles` makes those of a frame. `published` may be a
    Datetime or text that states a day. `language` is asked of the text where no language is given, and is never null. Raises ValueError without a text, and for a `published` that is no day.
    """
    has = articles.collect_schema()
    if "text" not in has:
        raise ValueError(f"the frame of articles lacks the column 'text'; it has {', '.join(has.names()) or 'none'}")
    c = pl.col
    columns = [c("text").cast(pl.String).fill_null("")]
    for name, dtype in OPTIONAL.items():
        if name not in has or has[name] == pl.Null:
            columns.append(pl.lit(None, dtype).alias(name))
        elif name == "published" and has[name] == pl.String:
            columns.append(c(name).map_batches(_days, return_dtype=pl.Date))
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


def _days(said: pl.Series) -> pl.Series:
    days = {text: read_day(text) for text in said.unique().drop_nulls() if text.strip()}
    return said.replace_strict(days, default=None, return_dtype=pl.Date)
