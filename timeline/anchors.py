"""Which day does each mention lean on: the article's own, or the one told just before?

Every default is a column, so that a caller can see it and a test can hold it:
`lean` ("published" or "told"), `pick` (which turn of a cycle), `anchor_day` and `anchor_basis`.
"""

from __future__ import annotations

import polars as pl

from timeline.cells import COLUMNS
from timeline.clocks import day_of_month
from timeline.histories import chain
from timeline.resolve import resolve

# The finest clock a value can be counted on from a coarser mention: "the same day" cannot lean on "1998".
_FINENESS = {"second": 0, "minute": 0, "hour": 0, "part": 0, "day": 0, "weekend": 1, "week": 1, "month": 2, "quarter": 3, "season": 3, "half": 3,
             "year": 4, "decade": 5, "century": 6}  # fmt: skip
_QUARTER = -1
_NEEDS = (_QUARTER, 0, 1, 2, 3, 5)


def _fineness(column: str) -> pl.Expr:
    return pl.col(column).replace_strict(_FINENESS, default=None, return_dtype=pl.Int64)


def anchor(mentions: pl.DataFrame) -> pl.DataFrame:
    """Give every mention its anchor and resolve it, told anchors by a short fixpoint.

    Takes the value columns, `mention` (a number rising through the text), `article`, `published_day`, `history`, `lean`, `pick`,
    `keep`, `cue` ("future" or null); adds `anchor_day`, `anchor_basis`, `start_day`, `end_day`.
    """
    c = pl.col
    recurring = c("kind") == "recurring"
    yearly = recurring & (c("unit_months") == 12)
    coarse = yearly & c("grain").is_in(["quarter", "half", "season"])
    future = c("cue") == "future"
    default_pick = (
        pl.when(recurring & (c("unit_days") == 1)).then(pl.lit("in"))
        .when(recurring & (c("unit_months") == 1)).then(pl.lit("in"))
        .when(recurring & (c("unit_days") == 7)).then(pl.when(future).then(pl.lit("on_or_after")).otherwise(pl.lit("on_or_before")))
        .when(coarse & (c("grain") != "season")).then(pl.lit("on_or_before"))
        .when(yearly).then(
            pl.when(future).then(pl.lit("soon")).when(coarse).then(pl.lit("on_or_before")).when(c("cue") == "past").then(pl.lit("recent")).otherwise(pl.lit("nearest"))
        )
    )  # fmt: skip
    mentions = mentions.join(chain(mentions), on="mention", how="left", maintain_order="left")
    mentions = mentions.with_columns(
        pick=pl.when(c("chained").is_not_null()).then(pl.lit("in")).otherwise(pl.coalesce("pick", default_pick)),
        lean=pl.when(c("chained").is_not_null()).then(pl.lit("chain"))
        .when(c("history") & (c("rule") != "day from today")).then(pl.lit("told"))
        .otherwise(c("lean").fill_null("published")),
    )  # fmt: skip
    mentions = mentions.with_columns(
        anchor_day=pl.when(c("kind") == "calendar").then(None)
        .when(c("chained").is_not_null()).then(day_of_month(c("chained")))
        .when(c("lean") == "published").then(c("published_day")),
        anchor_basis=pl.when(c("kind") == "calendar").then(None).when(c("chained").is_not_null()).then(pl.lit("told")).otherwise(pl.lit("published")),
    )  # fmt: skip
    needs_told = c("kind").is_not_null() & (c("lean") == "told") & (c("kind") != "calendar")
    # The unit a value is counted in says how fine the told mention must be.
    mentions = mentions.with_columns(
        need=pl.when(~needs_told).then(None)
        .when(c("keep")).then(-1)
        .when((c("kind") == "shift") & (c("unit_days") == 1)).then(0)
        .when(c("unit_days") == 7).then(1)
        .when((c("kind") == "shift") & (c("unit_months") == 1)).then(2)
        .when((c("kind") == "shift") & (c("unit_months") == 3)).then(_QUARTER)
        .when(recurring & (c("unit_days") == 1)).then(0)
        .when(recurring & (c("unit_months") == 1)).then(2)
        .otherwise(5)
    )  # fmt: skip
    # Only the columns of the arithmetic go through the rounds; `mention` is the row's number.
    line = resolve(mentions.select(*COLUMNS, *_LINE))
    for patient in (*[True] * _ROUNDS, False):
        waiting = line.filter(_WAITING)["article"].unique()
        if waiting.is_empty():
            break
        told = _told(line.filter(c("article").is_in(waiting.implode())), patient).filter("asked")
        found = resolve(told.drop("start_day", "end_day"))
        rows = found["mention"]
        line = line.with_columns(
            *(line[name].scatter(rows, found[name]) for name in _SETTLED),
            line["need"].scatter(rows, pl.Series([None], dtype=pl.Int32)),
        )
    return mentions.with_columns(line.select(*_SETTLED))


_LINE = ["mention", "article", "anchor_day", "anchor_basis", "pick", "need", "history", "published_day"]
_WAITING = pl.col("need").is_not_null() & pl.col("anchor_day").is_null()
_SETTLED = ["anchor_day", "anchor_basis", "n", "unit_months", "size_months", "grain", "start_day", "end_day"]
# Who leans on a mention that itself waits, waits for it; after so many rounds the nearest that is settled will do.
_ROUNDS = 5
_LATER = -(1 << 62)


def _told(done: pl.DataFrame, patient: bool) -> pl.DataFrame:
    """Hand the nearest mention told before it to each mention that waits for one; `asked` says who has been answered."""
    c = pl.col
    fine = _fineness("grain")
    last = []
    for need in _NEEDS:
        fits = (c("grain") == "quarter") if need == _QUARTER else (fine <= need)
        waits = fits & _WAITING & pl.lit(patient and need != _QUARTER)
        placed = pl.when(fits & c("start_day").is_not_null()).then(c("start_day")).when(waits).then(pl.lit(_LATER))
        last.append(placed.forward_fill().over("article").shift(1).over("article").alias(f"told{need}"))
    frame = done.with_columns(last)
    told = pl.coalesce([pl.when(c("need") == need).then(c(f"told{need}")) for need in _NEEDS])
    frame = frame.with_columns(told=told).drop([f"told{need}" for need in _NEEDS])
    frame = frame.with_columns(
        asked=_WAITING & (c("told").is_null() | (c("told") != _LATER)), known=c("told").is_not_null()
    )
    # "a year earlier" beside a quarter compares like with like: four quarters back. A report that has named no quarter
    # speaks of the last full one.
    quarterly = (c("need") == _QUARTER) & c("known")
    unnamed = (c("need") == _QUARTER) & ~c("known") & (c("unit_months") == 3) & (c("n") == 0)
    return frame.with_columns(
        n=pl.when(quarterly & (c("unit_months") == 12)).then(4 * c("n")).when(unnamed).then(-1).otherwise(c("n")),
        unit_months=pl.when(quarterly).then(3).otherwise(c("unit_months")),
        size_months=pl.when(quarterly).then(3).otherwise(c("size_months")),
        grain=pl.when(quarterly).then(pl.lit("quarter")).otherwise(c("grain")),
        # In a history the article's own day stands in for nothing.
        anchor_day=pl.coalesce("told", pl.when(~c("history")).then(c("published_day"))),
        anchor_basis=pl.when(c("known") | c("history")).then(pl.lit("told")).otherwise(c("anchor_basis")),
    ).drop("told", "known")
