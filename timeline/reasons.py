"""Why a mention has the date it has: one readable sentence, what was said and what was assumed."""

from __future__ import annotations

import polars as pl

from timeline.values import Shift, Value

PICKS = {
    "in": "the one that falls in the same span as",
    "nearest": "the one nearest to",
    "recent": "told as past, the one nearest to",
    "soon": "told as still to come, the one nearest to",
    "on_or_before": "the last one up to",
    "on_or_after": "the first one from",
    "before": "the last one before",
    "after": "the first one after",
}
MODIFIERS = {
    "START": "; its early part", "MID": "; its middle", "END": "; its late part", "APPROX": "; about then", "MORE_THAN": "; and more",
    "LESS_THAN": "; and less", "ON_OR_AFTER": "; or later", "BEFORE": "; before it", "AFTER": "; after it",
    "EQUAL_OR_MORE": "; at least that", "EQUAL_OR_LESS": "; at most that", "ON_OR_BEFORE": "; or earlier",
}  # fmt: skip


def quoted(text: str) -> str:
    """A phrase as a reason quotes it.

    >>> quoted("two  days later")
    '“two days later”'
    """
    return f"“{' '.join(text.split())}”"


def counted(value: Value) -> str:
    """How a shift counts, as a reason tells it; nothing where a value does not count.

    >>> counted(Shift(2, "day")), counted(Shift(0, "year"))
    ('2 days after ', 'the year of ')
    """
    if not isinstance(value, Shift):
        return ""
    if value.n == 0:
        return f"the {value.unit} of "
    count = abs(value.n)
    return f"{count} {value.unit}{'' if count == 1 else 's'} {'before' if value.n < 0 else 'after'} "


def why() -> pl.Expr:
    """The sentence, from the columns of a resolved mention, `quoted` and `counted` among them.

    >>> from timeline.dates import find_dates
    >>> find_dates(pl.DataFrame({"article_id": ["a"], "text": ["Since 30 February."]}))["why"].item()
    '“30 February” leans on the day of publication, which is not known'
    """
    c = pl.col

    def says(words: str) -> pl.Expr:
        return pl.lit(words)

    told = c("anchor_basis") == "told"
    unanchored = (c("kind") != "calendar") & c("anchor_day").is_null()
    reason = (
        pl.when(c("kind").is_null() & (c("type") == "DURATION")).then(says(" is a length of time: it has no place on the line"))
        .when(c("kind").is_null() & (c("type") == "SET")).then(says(" repeats: it names no single day"))
        .when(c("kind").is_null()).then(says(" has no edges"))
        .when(unanchored & told).then(says(" leans on a date told before it, and none is told"))
        .when(unanchored).then(says(" leans on the day of publication, which is not known"))
        .when(c("start_day").is_null()).then(says(" names a day that does not exist"))
        .when(c("swapped")).then(says(", in figures, is read day first"))
        .when(c("swapped").is_not_null()).then(says(", in figures, is read month first"))
        .when(c("lent")).then(says(" takes the year told with it or elsewhere in the article"))
        .when(c("kind") == "calendar").then(says(" says it in full"))
        .otherwise(says(": "))
    )  # fmt: skip
    leans = c("start_day").is_not_null() & (c("kind") != "calendar") & ~c("lent")
    pick = c("pick").replace_strict(PICKS, default=None, return_dtype=pl.String)
    day = pl.when(c("anchor").is_null()).then(pl.lit("long ago")).otherwise(c("anchor").cast(pl.String))
    leaning = pl.concat_str(
        pl.when(c("kind") == "shift").then(c("counted")).otherwise(pl.concat_str(pick, pl.lit(" "))),
        pl.when(told).then(pl.lit("the date told before it, ")).otherwise(pl.lit("the day of publication, ")),
        day,
        pl.when((c("cue") == "future") & (c("pick") == "on_or_after"))
        .then(pl.lit(", told as still to come"))
        .otherwise(pl.lit("")),
    )
    soft = pl.when(c("start_day").is_not_null()).then(
        c("mod").replace_strict(MODIFIERS, default=None, return_dtype=pl.String)
    )
    return pl.concat_str(
        c("quoted"),
        reason,
        pl.when(leans).then(leaning).otherwise(pl.lit("")),
        pl.when(soft.is_not_null()).then(soft).otherwise(pl.lit("")),
    )
