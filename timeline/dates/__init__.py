"""find_dates(): articles -> dates. Scan the text, read each distinct run of time words once, anchor, resolve."""

from __future__ import annotations

from functools import partial
from typing import overload

import polars as pl

from timeline.calendar.arithmetic import FIRST_DAY, LAST_DAY
from timeline.calendar.columns import PICK
from timeline.calendar.timex import unplaced, with_timex_value
from timeline.dates import refiners, tense
from timeline.dates.anchoring import anchor
from timeline.dates.candidates import between, readings, runs, surroundings
from timeline.dates.explanations import why
from timeline.dates.filters import only_dates
from timeline.dates.narrative import headings, histories
from timeline.dates.normalise import as_given, normalise
from timeline.dates.offsets import offsets, settle
from timeline.dates.ranges import lend, periods
from timeline.dates.refiners import centuries, order, ordinals, rates, repeats
from timeline.dates.refiners import day_first as mostly_day_first
from timeline.dates.tense import cue
from timeline.languages.detection import passages
from timeline.schemas import DATES, OPTIONAL, SURE, complete, demand, demand_types, set_where

_NEEDED = ["article_id", "text", *OPTIONAL]


@overload
def find_dates(articles: pl.DataFrame, *, day_first: bool | None = None) -> pl.DataFrame: ...
@overload
def find_dates(articles: pl.LazyFrame, *, day_first: bool | None = None) -> pl.LazyFrame: ...
def find_dates(articles: pl.DataFrame | pl.LazyFrame, *, day_first: bool | None = None) -> pl.DataFrame | pl.LazyFrame:
    """Find and resolve every expression of time: articles -> dates, a row a mention, in the order of the text.

    `articles` needs `text` (String). Used where present: `article_id` (String; made of the text where it is missing),
    `published` (Date), `published_inferred` (Boolean: whether its year was inferred, which `why` repeats; null as
    false), `published_likelihood` (Float64: below 0.8 `why` adds that the year is in doubt) and `language` (String;
    asked of the text where it is null). The columns of the result are `DATES`; offsets count code points,
    `[start, end)` is half-open. A LazyFrame gives a LazyFrame, which the streaming engine works off in batches.
    `day_first` is the order of day and month in figures such as 3/4/2015 where an article does not show its own;
    without it, all articles together are asked. Raises ValueError without a text, TypeError for what is no frame.

    >>> articles = pl.DataFrame({"published": ["2015-11-16"], "text": ["They spoke yesterday."]})
    >>> find_dates(articles).select("text", "value", "why").row(0)
    ('yesterday', '2015-11-15', '“yesterday”: 1 day before the day of publication, 2015-11-16')
    """
    if isinstance(articles, pl.LazyFrame):
        return _asked(articles, day_first).map_batches(_find, schema=DATES, streamable=True)
    given = demand(articles, "articles", ("text",), "read_articles()")
    demand_types(given.schema)
    if day_first is None and not given["text"].cast(pl.String).str.contains("/", literal=True).any():
        # Without figures there is nothing to ask the texts about, and to ask costs two regexes.
        day_first = False
    return find_mentions(given.lazy(), day_first=day_first)


def find_mentions(
    articles: pl.LazyFrame, *, day_first: bool | None = None, direction: str | None = None
) -> pl.DataFrame:
    """What `find_dates` gives, collected; `direction` overrules that of every expression of what recurs.

    >>> articles = pl.LazyFrame({"text": ["May or June"], "published": ["2015-11-16"]})
    >>> find_mentions(articles, direction="after")["value"].to_list()
    ['2016-05', '2016-06']
    """
    return _find(_asked(articles, day_first).collect(), direction)


def _asked(articles: pl.LazyFrame, day_first: bool | None) -> pl.LazyFrame:
    # Found before the frame is cut into batches, so that the answer does not depend on the batches.
    order = mostly_day_first(pl.col("text")) if day_first is None else pl.lit(day_first)
    return complete(articles).select(*_NEEDED, order.alias("day_first"))


def _mentions(articles: pl.DataFrame, language: str) -> pl.DataFrame:
    # A run, and what stands before it, is looked at many times: a copy of its own lies closer than a piece of the text.
    close = [pl.concat_str(pl.col(name).fill_null(""), pl.lit("")).alias(name) for name in ("run", "before")]
    found = runs(articles, language).with_columns(close)
    spans, says = readings(found["run"].unique(maintain_order=True), language)
    mentions = only_dates(surroundings(found.join(spans, on="run", how="inner", maintain_order="left_right")), says)
    # What a mention means, and what stood before it, follows once it is known to be a date.
    mentions, says = between(mentions), says[mentions["reading"]]
    return mentions.select("article", "start_char", "end_char", "before", "after", "between").hstack(says)


def _by_passage(articles: pl.DataFrame, language: str) -> list[tuple[str, pl.DataFrame]]:
    """The articles of a language, and the passages of them that are in another, all else of either blanked out."""
    found = passages(articles["text"], language)
    if not found:
        return [(language, articles)]
    texts = articles["text"].to_list()
    pieces = []
    for row, start, end, other in found:
        passage = " " * start + texts[row][start:end]
        texts[row] = texts[row][:start] + " " * (end - start) + texts[row][end:]
        pieces.append((other, articles[[row]].with_columns(text=pl.lit(passage))))
    return [(language, articles.with_columns(text=pl.Series(texts, dtype=pl.String))), *pieces]


def _find(articles: pl.DataFrame, direction: str | None = None) -> pl.DataFrame:
    c = pl.col
    articles, edits = normalise(articles.with_row_index("article"))
    languages = articles["language"].unique().sort().to_list() or ["en"]
    collection = bool(articles["day_first"].any())
    pieces = [(language, articles.filter(language=language)) for language in languages]
    pieces = [piece for language, some in pieces for piece in _by_passage(some, language)]
    mentions = pl.concat(_mentions(some, language).with_columns(language=pl.lit(language)) for language, some in pieces)
    if len(pieces) > 1:
        mentions = mentions.sort("article", "start_char", maintain_order=True)
    index = mentions["article"]
    mentions = mentions.with_columns(
        articles["article_id"].gather(index),
        articles.select(_guess()).to_series().gather(index).alias("guessed"),
        articles["published"].cast(pl.Int32).cast(pl.Int64).gather(index).alias("published_day"),
    ).with_row_index("mention")
    for step in (
        rates,
        refiners.ahead,
        ordinals,
        repeats,
        periods,
        partial(order, collection=collection),
        partial(headings, texts=articles["text"]),
        histories,
        centuries,
        lend,
        cue,
        tense.elsewhere,
        refiners.elsewhere,
    ):
        mentions = step(mentions)
    # After all that the words around a mention decide.
    mentions = offsets(mentions)
    if direction is not None:
        overruled = pl.when(c("kind") == "recurring").then(pl.lit(direction, PICK)).otherwise("pick")
        mentions = mentions.with_columns(pick=overruled)
    done = anchor(mentions)
    done = with_timex_value(done, c("bare"))
    undated = c("said").map_batches(_unplaced, pl.String)
    # A history that has mentioned no quarter means its own time.
    period = pl.when(c("history") & c("keep") & (c("said") == "quarter+0")).then(pl.lit("PAST_REF")).otherwise(undated)
    done = set_where(done, c("value").is_null(), value=period)
    done = done.with_columns(
        anchor=pl.when(c("anchor_day").is_between(FIRST_DAY, LAST_DAY))
        .then(c("anchor_day"))
        .cast(pl.Int32)
        .cast(pl.Date),
        start=_moment("start_day", "first_second"),
        end=pl.when(c("last_second").is_null())
        .then(_moment("end_day", "first_second"))
        .otherwise(_moment("start_day", "last_second")),
        grain=pl.when(c("start_day").is_not_null()).then(c("grain")),
        certainty=pl.when(c("start_day").is_not_null()).then("certainty"),
    )
    done = refiners.doubts(done)
    done = done.with_columns(pl.concat_str(why(done), "doubt").alias("why"))
    done = as_given(settle(done), edits)
    return done.select(_spelled(done[name]).cast(dtype) for name, dtype in DATES.items())


def _unplaced(codes: pl.Series) -> pl.Series:
    distinct = codes.unique()
    return codes.replace_strict(distinct, pl.Series([unplaced(code) for code in distinct], dtype=pl.String))


def _spelled(column: pl.Series) -> pl.Series:
    # To take the names from their list by number is faster than to cast each.
    if not isinstance(column.dtype, pl.Enum):
        return column
    return column.dtype.categories.gather(column.to_physical()).alias(column.name)


def _guess() -> pl.Expr:
    """What a reason adds where the year of the day of publication was inferred."""
    inferred = pl.col("published_inferred").fill_null(value=False)
    doubted = inferred & (pl.col("published_likelihood") < SURE)
    guess = pl.when(doubted).then(pl.lit(", whose year was inferred with doubt"))
    return guess.when(inferred).then(pl.lit(", whose year was inferred")).otherwise(pl.lit(""))


def _moment(day: str, second: str) -> pl.Expr:
    inside = pl.col(day).is_between(FIRST_DAY, LAST_DAY)
    return (
        pl.when(inside).then((pl.col(day) * 86_400 + pl.col(second).fill_null(0)) * 1_000_000).cast(pl.Datetime("us"))
    )
