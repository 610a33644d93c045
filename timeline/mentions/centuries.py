"""The century of a year or decade told without it: "the summer of '63", "May '89", "the sixties"."""

from __future__ import annotations

import polars as pl

from timeline.grammar import words
from timeline.resolving.patches import patch
from timeline.vocabulary import DECADES

_TWO_FIGURES = rf"(?i)(?:^|[^0-9:])['’][0-9]{{2}}$|^FY ?[0-9]{{2}}$|(?:^|[^0-9])[0-9]0['’]?s$|(?:{words(DECADES)})$"
# A year this far from those told around it may be of another century, if it then stands as near to them as this.
_FAR, _NEAR = 50, 15


def centuries(mentions: pl.DataFrame) -> pl.DataFrame:
    """Move a year of two figures into the century of the years that a history tells around it.

    Adds `century`: "told" where it was moved, "assumed" where it is the usual one (1931 to 2030), null where it is said in full.
    """
    c = pl.col
    years = mentions.select("mention", "article", "kind", "history", "year", "text", "said").filter(
        (c("kind") == "calendar") & c("year").is_not_null()
    )
    years = years.with_columns(short=c("text").str.contains(_TWO_FIGURES))
    full = pl.when(~c("short")).then("year")
    told = pl.coalesce(full.forward_fill().over("article"), full.backward_fill().over("article"))
    short = years.with_columns(told=told).filter("short")
    moved = c("year") + 100 * ((c("told") - c("year")) / 100).round().cast(pl.Int64)
    far = c("history") & ((c("told") - c("year")).abs() > _FAR) & ((c("told") - moved).abs() <= _NEAR)
    short = patch(
        short.with_columns(century=pl.lit("assumed")),
        far,
        year=moved,
        said=c("said").str.replace("[0-9]{2}", (moved // 100).cast(pl.String)),
        century=pl.lit("told"),
    )
    nothing = pl.repeat(None, mentions.height, dtype=pl.String, eager=True).alias("century")
    rows = short["mention"]
    return mentions.with_columns(
        nothing.scatter(rows, short["century"]),
        *(mentions[name].scatter(rows, short[name]) for name in ("year", "said")),
    )
