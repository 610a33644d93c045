"""Columns that get other values in some rows, worked out for those rows only."""

from __future__ import annotations

import polars as pl


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
