"""Dates in figures: does 3/4/2015 put the day first or the month?"""

from __future__ import annotations

import polars as pl

from timeline.resolving.patches import patch

_TO_12, _TO_31, _YEAR = "(?:0?[1-9]|1[0-2])", "(?:1[3-9]|2[0-9]|3[01])", "(?:[12][0-9]{3}|[0-9]{2})"


def day_first(text: pl.Expr) -> pl.Expr:
    """Whether most clear figures (25/12/2014) of all texts together put the day first; false where none are clear.

    >>> pl.DataFrame({"text": ["On 25/12/2014 and 3/4/2015.", "Nothing."]}).select(day_first(pl.col("text"))).item()
    True
    """

    def clear(first: str, second: str) -> pl.Expr:
        return text.str.count_matches(rf"(?-u:\b){first}/{second}/{_YEAR}(?-u:\b)").sum()

    return clear(_TO_31, _TO_12) > clear(_TO_12, _TO_31)


def order(mentions: pl.DataFrame, collection: bool) -> pl.DataFrame:
    """Read ambiguous figures (3/4/2015) in the order that the article's clear ones show, else day first if the `collection` is.

    Adds `swapped`: null where the order was never in doubt, true where it was read day first.
    """
    c = pl.col
    figures = mentions.select("mention", "article", "rule", "pick", "text").filter(c("rule") == "numeric date")
    first = c("text").str.extract(r"^([0-9]{1,2})/").cast(pl.Int64)
    clear = c("pick").is_null() & c("text").str.contains("/")
    figures = figures.with_columns(day_first=pl.when(clear).then(first > 12))
    most = (c("day_first").mean().over("article") > 0.5).fill_null(collection)
    doubtful = figures.with_columns(swapped=most).filter(c("pick") == "order")
    swapped = pl.repeat(None, mentions.height, dtype=pl.Boolean, eager=True).alias("swapped")
    mentions = mentions.with_columns(swapped.scatter(doubtful["mention"], doubtful["swapped"]))
    mentions = patch(mentions, c("swapped"), month_offset=c("day") - 1, day=c("month_offset") + 1)
    return mentions.with_columns(pick=pl.when(c("pick").is_in(["order", "century"])).then(None).otherwise(c("pick")))
