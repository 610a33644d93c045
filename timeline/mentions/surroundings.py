"""What stands around a mention: the text on both sides, and what lies between it and the one before."""

from __future__ import annotations

import polars as pl

from timeline.resolving.patches import patch

# So many characters on each side are looked at.
CONTEXT = 64


def surroundings(mentions: pl.DataFrame) -> pl.DataFrame:
    """The text on both sides of a mention."""
    c = pl.col
    mentions = mentions.with_columns(start_char=c("at") + c("from"), end_char=c("at") + c("to"))
    # Most mentions are a whole run, and few stand close together.
    lead = pl.concat_str("before", c("run").str.slice(0, c("from"))).str.tail(CONTEXT)
    rest = pl.concat_str(c("run").str.slice(c("to")), "after").str.head(CONTEXT)
    mentions = patch(mentions, c("from") > 0, before=lead)
    return patch(mentions, c("to") < c("run").str.len_chars(), after=rest)


def between(mentions: pl.DataFrame) -> pl.DataFrame:
    """What stands between a mention and the one before it, where that is near."""
    c = pl.col
    gap = c("start_char") - c("end_char").shift(1)
    near = (c("article") == c("article").shift(1)) & gap.is_between(0, CONTEXT)
    return patch(mentions.with_columns(gap=gap, near=near), c("near"), between=c("before").str.tail(c("gap")))
