"""Which days of a pile of articles matter.

Each article that names a day counts once, and twice more where it was published later: what later articles look back on
mattered. (Of the counts compared by Tran and others, "Timeline Summarization from Relevant Headlines", 2015, and by
Gholipour Ghalandari and Ifrim, "Examining the State-of-the-Art in News Timeline Summarization", 2020, mentions do best
without training.)

An article that looks back more than a week, on a day of the pile, counts twice again: the further a reference reaches,
the more it says (Liao and others, "WILSON: A Divide and Conquer Approach for Fast and Effective News Timeline
Summarization", 2021). A day that an article names in its first lines is what that article is about. A day on which
somebody only said something is seldom named again.
"""

from __future__ import annotations

import polars as pl

from timeline.languages.en.morphology import VERB_FORMS

LATER = 2.0
# Where the news of a day ends and memory begins.
WEEK = 7
MEMORY = 2.0
# The first lines tell what an article is about.
HEAD, HEADED = 300, 1.0
# Verbs that only give a voice: an announcement or a verdict is an event, a remark is none.
VOICING = frozenset("say tell add warn claim insist note argue".split())
SAID = 0.5
# How much the volume of a day counts beside that: enough to choose between equals.
VOLUME = 0.01


def rank_days(
    articles: pl.DataFrame,
    dates: pl.DataFrame,
    tellings: pl.DataFrame,
    first: int | None = None,
    last: int | None = None,
) -> list[int]:
    """The exact days that articles name, the one that matters most first, as days since 1970-01-01.

    Takes `articles`, `dates` and `tellings` of a timeline; `first` and `last` bound the days, both inclusive.

    >>> from timeline import build_timeline
    >>> line = build_timeline("data/articles")
    >>> pl.Series(rank_days(line.articles, line.dates, line.tellings)[:2]).cast(pl.Date).to_list()
    [datetime.date(2015, 9, 30), datetime.date(2015, 10, 7)]
    """
    away = pl.col("published").cast(pl.Int32) - pl.col("day")
    # What lies behind the first article is history, which one article may tell at length.
    opening = articles["published"].cast(pl.Int32).min()
    recalled = (away > WEEK) & (pl.col("day") >= pl.lit(opening, pl.Int64) - WEEK)
    worth = (1.0 + LATER * (away > 0) + MEMORY * recalled).fill_null(1.0) * pl.when("voiced").then(SAID).otherwise(1.0)
    volume = articles.group_by(pl.col("published").cast(pl.Int32).cast(pl.Int64).alias("day")).agg(
        pl.len().alias("volume")
    )
    return (
        _naming(articles, dates, tellings)
        .filter(pl.col("day").is_between(-(2**31) if first is None else first, 2**31 if last is None else last))
        .group_by("day")
        .agg((worth + HEADED * pl.col("headed")).sum().alias("worth"))
        .join(volume, on="day", how="left")
        .with_columns((pl.col("worth") + VOLUME * pl.col("volume").fill_null(0).cast(pl.Float64)).round(6))
        .sort("worth", "day", descending=[True, True])["day"]
        .to_list()
    )


def voices() -> list[str]:
    """The forms of the verbs that only give a voice.

    >>> {"said", "tells"} <= set(voices())
    True
    """
    return [form for form, verb in VERB_FORMS.items() if verb.lemma in VOICING]


def _naming(articles: pl.DataFrame, dates: pl.DataFrame, tellings: pl.DataFrame) -> pl.DataFrame:
    """A row for each article and exact day that it names.

    Columns: published Date; headed Boolean, in its first lines; voiced Boolean, only as the day of a remark.
    """
    exact = (pl.col("end_day") - pl.col("start_day") == 1) & pl.col("type").is_in(["DATE", "TIME"])
    voiced = tellings.group_by("article_id", "start_char").agg(
        pl.col("trigger").str.to_lowercase().is_in(voices()).fill_null(value=False).any().alias("voiced")
    )
    return (
        dates.filter(exact)
        .join(_in_boilerplate(articles, dates), on=["article_id", "start_char"], how="anti")
        .join(_counted(articles), on="article_id")
        .join(voiced, on=["article_id", "start_char"], how="left")
        .group_by("article_id", pl.col("start_day").cast(pl.Int64).alias("day"))
        .agg(
            pl.col("published").first(),
            # A dateline tells no event, and stands in no telling.
            ((pl.col("start_char") < HEAD) & ~pl.col("voiced")).fill_null(value=False).any().alias("headed"),
            pl.col("voiced").fill_null(value=False).all(),
        )
    )


def _counted(articles: pl.DataFrame) -> pl.DataFrame:
    """The articles without late copies of an older one, whose "Wednesday" is not that of their own week."""
    if "duplicate_of" not in articles.columns:
        return articles.select("article_id", "published")
    originals = articles.select(
        pl.col("article_id").alias("duplicate_of"), pl.col("published").alias("first_published")
    )
    late = pl.col("published") - pl.col("first_published") >= pl.duration(days=WEEK)
    return (
        articles.join(originals, on="duplicate_of", how="left")
        .filter(~late.fill_null(value=False))
        .select("article_id", "published")
    )


def _in_boilerplate(articles: pl.DataFrame, dates: pl.DataFrame) -> pl.DataFrame:
    if "boilerplate" not in articles.columns:
        return dates.select("article_id", "start_char").clear()
    spans = (
        articles.select(pl.col("article_id").alias("in_article"), "boilerplate")
        .explode("boilerplate")
        .drop_nulls()
        .unnest("boilerplate")
        .rename({"start_char": "from_char", "end_char": "to_char"})
    )
    return dates.select("article_id", "start_char").join_where(
        spans,
        pl.col("article_id") == pl.col("in_article"),
        pl.col("start_char") >= pl.col("from_char"),
        pl.col("start_char") < pl.col("to_char"),
    )
