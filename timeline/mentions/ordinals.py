"""Days told by their number alone: "on the second day", "by the third night"."""

from __future__ import annotations

import polars as pl

# "This is the eighth day of rain" is today; "on the eighth day" is counted from a day that nobody told.
_COUNTED = r"(?i-u:\b(?:on|by|until|till|since|before|after|of|from) )$"


def ordinals(mentions: pl.DataFrame) -> pl.DataFrame:
    """Leave a day undated that is counted from one that is not told; takes `rule` and `before`, sets `kind`."""
    counted = mentions.select("mention", "rule", "before").filter(pl.col("rule") == "day counted")
    rows = counted.filter(pl.col("before").str.contains(_COUNTED))["mention"]
    return mentions.with_columns(mentions["kind"].scatter(rows, None)) if len(rows) else mentions
