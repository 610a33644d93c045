"""A pile of articles on a page: the days that matter, and for each the sentences that carry it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import polars as pl

from timeline.happenings import LEANING
from timeline.likeness import vectors
from timeline.sentences import split_sentences
from timeline.topics import about as about_topic

if TYPE_CHECKING:
    from timeline.timelines import Timeline

SUMMARY = {"date": pl.Date, "sentence": pl.String, "article_id": pl.String}
# A look back from later days tells more than a mention on the day itself.
LATER = 2.0
# The first sentences of an article published on the day tell of the day too, though they may not name it.
LEADS = 3
LEAD_WORTH = 0.6
# Two sentences so alike say the same.
SAME = 0.5
SHORTEST, LONGEST = 40, 400
EPOCH = date(1970, 1, 1)


def summarise(
    line: Timeline,
    days: int = 20,
    sentences: int = 2,
    start: date | str | None = None,
    end: date | str | None = None,
    about: str | None = None,
) -> pl.DataFrame:
    """The `days` that matter most and up to `sentences` sentences for each, none twice, in the order of time.

    Returns date Date, sentence String, article_id String. A day counts for each article that names it, twice more where
    the article was published later. `start` and `end` bound the days, both inclusive; `about` keeps only the articles
    about a topic ("syria russia"). Raises `ValueError` for numbers below 1 and for bounds that are no dates.

    >>> from timeline import build_timeline
    >>> line = build_timeline("data/articles")
    >>> summarise(line, days=3, sentences=1).columns
    ['date', 'sentence', 'article_id']
    """
    if days < 1 or sentences < 1:
        raise ValueError(f"a summary needs at least one day and one sentence, not {days} and {sentences}")
    first, last = _bound(start, "start"), _bound(end, "end")
    articles = about_topic(line.articles, about) if about is not None else line.articles
    mentions = _mentions(line.dates, articles)
    if first is not None:
        mentions = mentions.filter(pl.col("day") >= first)
    if last is not None:
        mentions = mentions.filter(pl.col("day") <= last)
    chosen = _days(mentions, days)
    rows: list[tuple[date, str, str]] = []
    used: set[str] = set()
    for day, told in _candidates(line.tellings, articles, chosen):
        for sentence, article_id in _carriers(told, sentences, used):
            used.add(_key(sentence))
            rows.append((day, sentence, article_id))
    return pl.DataFrame(rows, schema=SUMMARY, orient="row")


def _bound(value: date | str | None, name: str) -> int | None:
    if value is None:
        return None
    try:
        day = date.fromisoformat(value) if isinstance(value, str) else value
    except ValueError:
        raise ValueError(f"{name} must be a date like 2015-09-30, not {value!r}") from None
    return (day - EPOCH).days


def _mentions(dates: pl.DataFrame, articles: pl.DataFrame) -> pl.DataFrame:
    """A row for each article and exact day it names: article_id, day Int64, later Boolean."""
    exact = (pl.col("end_day") - pl.col("start_day") == 1) & pl.col("type").is_in(["DATE", "TIME"])
    return (
        dates.filter(exact)
        .select("article_id", pl.col("start_day").alias("day"))
        .unique()
        .join(articles.select("article_id", "published"), on="article_id", how="inner")
        .with_columns((pl.col("published").cast(pl.Int32) > pl.col("day")).fill_null(value=False).alias("later"))
    )


def _days(mentions: pl.DataFrame, days: int) -> list[int]:
    worth = pl.len() + LATER * pl.col("later").sum()
    ranked = mentions.group_by("day").agg(worth.alias("worth")).sort("worth", "day", descending=[True, True]).head(days)
    return sorted(ranked["day"].to_list())


def _candidates(
    tellings: pl.DataFrame, articles: pl.DataFrame, days: list[int]
) -> list[tuple[date, list[tuple[str, str, float]]]]:
    """For each day the sentences that may carry it, with their articles and what each is worth."""
    told = (
        tellings.filter((pl.col("end_day") - pl.col("start_day") == 1) & pl.col("start_day").is_in(days))
        .join(articles.select("article_id"), on="article_id", how="semi")
        .unique(["start_day", "sentence"], keep="first", maintain_order=True)
    )
    by_day: dict[int, list[tuple[str, str, float]]] = {day: [] for day in days}
    for day, sentence, article_id in told.select("start_day", "sentence", "article_id").iter_rows():
        by_day[day].append((" ".join(sentence.split()), article_id, 1.0))
    on_the_day = articles.filter(pl.col("published").cast(pl.Int32).is_in(days))
    for article_id, published, text in on_the_day.select("article_id", "published", "text").iter_rows():
        leads = [" ".join(text[start:end].split()) for start, end in split_sentences(text[:4000])]
        leads = [lead for lead in leads if len(lead) >= SHORTEST and lead[-1] in ".!?”\"'’"][:LEADS]
        by_day[(published - EPOCH).days].extend((lead, article_id, LEAD_WORTH) for lead in leads)
    return [(date.fromordinal(EPOCH.toordinal() + day), found) for day, found in by_day.items() if found]


def _carriers(told: list[tuple[str, str, float]], most: int, used: set[str]) -> list[tuple[str, str]]:
    """The sentences nearest to what all sentences of a day say, none like another."""
    import numpy as np

    fresh = [one for one in told if _key(one[0]) not in used]
    if not fresh:
        return []
    rows = vectors([sentence for sentence, _, _ in fresh], [None] * len(fresh), [0] * len(fresh))
    likeness = (rows @ rows.T).toarray()
    worth = np.array([value for _, _, value in fresh])
    fitting = np.array([_fitting(sentence) for sentence, _, _ in fresh])
    score = (likeness * worth).sum(axis=1) / worth.sum() * worth * fitting
    order = sorted(
        range(len(fresh)), key=lambda place: (-round(float(score[place]), 6), fresh[place][0], fresh[place][1])
    )
    chosen: list[int] = []
    for place in order:
        if len(chosen) == most:
            break
        if all(likeness[place, other] < SAME for other in chosen):
            chosen.append(place)
    return [(fresh[place][0], fresh[place][1]) for place in chosen]


def _fitting(sentence: str) -> float:
    """A sentence that carries a day stands alone: of fair length, and not leaning on the one before."""
    alone = sentence.split(maxsplit=1)[0].lower() not in LEANING
    return (1.0 if SHORTEST <= len(sentence) <= LONGEST else 0.5) * (1.0 if alone else 0.6)


def _key(sentence: str) -> str:
    return "".join(character for character in sentence.lower() if character.isalnum())
