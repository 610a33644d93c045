"""Why a mention has the date it has: one readable sentence, what was said and what was assumed."""

from __future__ import annotations

import polars as pl

PICKS = {
    "in": "the one that falls in the same span as",
    "nearest": "the one nearest to",
    "recent": "told as past, the one nearest to",
    "on_or_before": "the last one up to",
    "on_or_after": "the first one from",
    "before": "the last one before",
    "after": "the first one after",
}
MODIFIERS = {
    "START": "its early part", "MID": "its middle", "END": "its late part", "APPROX": "about then", "MORE_THAN": "and more",
    "LESS_THAN": "and less", "ON_OR_AFTER": "or later", "BEFORE": "before it", "AFTER": "after it",
    "EQUAL_OR_MORE": "at least that", "EQUAL_OR_LESS": "at most that", "ON_OR_BEFORE": "or earlier",
}  # fmt: skip


def _sentence(*parts: pl.Expr | str) -> pl.Expr:
    return pl.concat_str([pl.lit(part) if isinstance(part, str) else part for part in parts])


def why() -> pl.Expr:
    """The sentence, from the columns of a resolved mention.

    >>> from timeline.dates import find_dates
    >>> find_dates(pl.DataFrame({"article_id": ["a"], "text": ["Since 30 February."]}))["why"].item()
    '“30 February” leans on the day of publication, which is not known'
    """
    c = pl.col
    quoted = _sentence("“", c("text").str.replace_all(r"\s+", " "), "”")
    told = c("anchor_basis") == "told"
    day = _sentence(
        pl.when(told).then(pl.lit("the date told before it")).otherwise(pl.lit("the day of publication")),
        ", ",
        pl.when(c("anchor").is_null()).then(pl.lit("long ago")).otherwise(c("anchor").cast(pl.String)),
    )
    count = c("n").abs()
    counted = _sentence(
        count.cast(pl.String),
        " ",
        c("said").str.extract(r"^([a-z]+)"),
        pl.when(count == 1).then(pl.lit("")).otherwise(pl.lit("s")),
        pl.when(c("n") < 0).then(pl.lit(" before ")).otherwise(pl.lit(" after ")),
    )
    shift = pl.when(c("n") == 0).then(_sentence("the ", c("said").str.extract(r"^([a-z]+)"), " of ")).otherwise(counted)
    pick = c("pick").replace_strict(PICKS, default=None, return_dtype=pl.String)
    reason = (
        pl.when(c("kind").is_null() & (c("type") == "DURATION")).then(_sentence(quoted, " is a length of time: it has no place on the line"))
        .when(c("kind").is_null() & (c("type") == "SET")).then(_sentence(quoted, " repeats: it names no single day"))
        .when(c("kind").is_null()).then(_sentence(quoted, " has no edges"))
        .when((c("kind") != "calendar") & c("anchor_day").is_null() & told).then(_sentence(quoted, " leans on a date told before it, and none is told"))
        .when((c("kind") != "calendar") & c("anchor_day").is_null()).then(_sentence(quoted, " leans on the day of publication, which is not known"))
        .when(c("start_day").is_null()).then(_sentence(quoted, " names a day that does not exist"))
        .when(c("swapped").is_not_null()).then(
            _sentence(quoted, ", in figures, is read ", pl.when(c("swapped")).then(pl.lit("day first")).otherwise(pl.lit("month first")))
        )
        .when(c("lent")).then(_sentence(quoted, " takes the year told with it elsewhere in the article"))
        .when(c("kind") == "calendar").then(_sentence(quoted, " says it in full"))
        .when(c("kind") == "shift").then(_sentence(quoted, ": ", shift, day))
        .otherwise(_sentence(quoted, ": ", pick, " ", day))
    )  # fmt: skip
    soft = c("mod").replace_strict(MODIFIERS, default=None, return_dtype=pl.String)
    tense = (
        pl.when((c("cue") == "future") & c("pick").is_in(["on_or_after"]))
        .then(pl.lit(", told as still to come"))
        .otherwise(pl.lit(""))
    )
    dated = c("start_day").is_not_null()
    return (
        pl.when(dated & soft.is_not_null()).then(_sentence(reason, tense, "; ", soft))
        .when(dated).then(_sentence(reason, tense))
        .otherwise(reason)
    )  # fmt: skip
