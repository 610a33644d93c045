"""Which events matter: independent tellings, later look-backs, and how exact and concrete the telling is."""

from __future__ import annotations

import polars as pl

# An exact day is worth more than a month that it may lie in.
SPECIFICITY = {
    "year": 0.4,
    "decade": 0.2,
    "century": 0.1,
    "season": 0.5,
    "half": 0.45,
    "quarter": 0.5,
    "month": 0.6,
    "week": 0.8,
    "weekend": 0.9,
}
LATER = 2.0
PLANNED = 0.8


def score(told: pl.DataFrame) -> pl.DataFrame:
    """The score of each event of tellings with an event_id: columns event_id String, score Float64.

    Independent wordings, plus twice the articles that look back after the day, weighted by the grain of the date, plus
    up to one for what makes a telling concrete: a trigger, a place, a number.
    """
    later = (pl.col("published") > pl.col("end_day").cast(pl.Int32).cast(pl.Date, strict=False)).fill_null(value=False)
    return (
        told.group_by("event_id", maintain_order=True)
        .agg(
            pl.col("wording").filter("counted").n_unique().alias("wordings"),
            pl.col("wording").filter(later, pl.col("counted")).n_unique().alias("later"),
            pl.col("grain").filter(pl.col("fine")).replace_strict(SPECIFICITY, default=1.0, return_dtype=pl.Float64).max().alias("specific"),
            (pl.col("trigger").is_not_null().any() * 0.4 + pl.col("place").is_not_null().any() * 0.3 + pl.col("title").str.contains(r"\d").any() * 0.3).alias("concrete"),
            pl.col("modality").is_in(["planned", "conditional"]).all().alias("planned"),
        )
        .select(
            "event_id",
            ((pl.col("wordings") + LATER * pl.col("later")) * pl.col("specific") * pl.when("planned").then(PLANNED).otherwise(1.0) + pl.col("concrete")).round(3).alias("score"),
        )
    )  # fmt: skip
