"""The whole way at once: articles in, a timeline out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

from timeline.articles import read_corrected
from timeline.articles.reader import BAR_DELAY
from timeline.corrections import read_lined
from timeline.dates import find_dates
from timeline.dates.refiners import day_first
from timeline.events import extract_events
from timeline.events.parsing import load_pipeline
from timeline.merge import merge_events
from timeline.page.headline import headline
from timeline.summary.topics import about as about_topic
from timeline.text import counted
from timeline.timeline import Timeline

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from spacy.language import Language

    from timeline.articles import PathLike, Source

ARTICLES_AT_ONCE = 500  # enough to keep Polars busy, few enough to keep a progress bar alive


def build_timeline(
    source: Source,
    *,
    published: date | str | None = None,
    text_column: str = "text",
    date_column: str | None = None,
    corrections: PathLike | pl.DataFrame | None = None,
    file_dates: bool = False,
    today: date | str | None = None,
    about: str | None = None,
    nlp: str | Language | None = None,
    title: str | None = None,
    progress: bool = True,
    leave_out: Iterable[PathLike] = (),
) -> Timeline:
    """Read articles, find their dates, take out the events, and merge those mentioned more than once.

    `source`, `text_column`, `date_column`, `file_dates` and `today` are those of `read_articles`. `published` dates
    every article and wins over what they say. `corrections` are a CSV or a frame of what people corrected before
    (`timeline.corrections` names the columns). `about` keeps only the articles about a topic ("syria russia"); the
    others are in `.off_topic`. `nlp` names an installed spaCy pipeline whose parts of speech and names correct those
    of the rules. A bar shows the progress of long work in a terminal or a notebook; `progress=False` hides it.
    Files of `leave_out`, such as those that the timeline is written to, are told in `.problems` and not read.

    Raises `FileNotFoundError` when there is nothing to read, `ValueError` when no article is about the topic or no such
    pipeline is installed; what is wrong with single articles goes to `.problems`.

    >>> line = build_timeline("data/articles")
    >>> line.events.height == len(line) > 0
    True
    """
    corrected = read_lined(corrections)
    articles, unplaced = read_corrected(
        source,
        published=published,
        text_column=text_column,
        date_column=date_column,
        corrections=corrected,
        file_dates=file_dates,
        today=today,
        progress=progress,
        leave_out=leave_out,
    )
    pipeline = load_pipeline(nlp) if nlp is not None else None
    off_topic = None
    if about is not None:
        on_topic = about_topic(articles, about)
        if on_topic.is_empty() and not articles.is_empty():
            raise ValueError(f"none of {counted(articles.height, 'article')} is about {about!r}")
        off_topic = articles.join(on_topic.select("article_id"), on="article_id", how="anti", maintain_order="left")
        articles = on_topic
    dates, tellings = [], []
    order = articles.select(day_first(pl.col("text"))).item()
    for batch in _batches(articles, progress):
        dates.append(find_dates(batch, day_first=order))
        tellings.append(extract_events(batch, dates[-1], nlp=pipeline))
    mentions = pl.concat(tellings)
    merged = merge_events(mentions)
    return Timeline(
        merged,
        tellings=mentions,
        dates=pl.concat(dates),
        articles=articles,
        off_topic=off_topic,
        corrections=corrected,
        unplaced=unplaced,
        title=title or headline(merged),
    )


def _batches(articles: pl.DataFrame, progress: bool) -> Iterator[pl.DataFrame]:
    if not progress or articles.height <= ARTICLES_AT_ONCE:
        yield from articles.iter_slices(ARTICLES_AT_ONCE)
        if articles.is_empty():
            yield articles
        return
    from tqdm.auto import tqdm

    with tqdm(
        total=articles.height,
        desc="reading dates and events",
        unit=" articles",
        delay=BAR_DELAY,
        leave=False,
        disable=None,
    ) as bar:
        for batch in articles.iter_slices(ARTICLES_AT_ONCE):
            yield batch
            bar.update(batch.height)
