"""Where a text speaks of time: its runs of time words, with what stands on both sides."""

from __future__ import annotations

import polars as pl

from timeline.grammar import BLANKS
from timeline.mentions import speech
from timeline.mentions.scan import RUN
from timeline.mentions.surroundings import CONTEXT
from timeline.resolving.patches import patch

_BREAK, _RUN = "\x02", "\x03"


def _rust(pattern: str) -> str:
    # Unicode word boundaries send the engine off its fast path in text that is not ASCII.
    return pattern.replace(r"\b", r"(?-u:\b)")


_SCAN = _rust(RUN)


def runs(articles: pl.DataFrame, language: str = "en") -> pl.DataFrame:
    """Every run of time words with its place: `article`, `at` (code points), `run`, `before`, `after`."""
    scan = _SCAN if language == "en" else speech.scan(language)
    c = pl.col
    text = c("text").str.replace_all(f"[{_BREAK}{_RUN}]", "\x00")
    pieces = (
        articles.lazy()
        .select(
            "article",
            (c("text").str.len_chars().cast(pl.Int64).cum_sum() - c("text").str.len_chars()).alias("start"),
            text.str.replace_all(scan, f"{_BREAK}{_RUN}${{0}}{_BREAK}").str.split(_BREAK).alias("run"),
        )
        .explode("run")
        .with_columns(c("run").str.starts_with(_RUN).alias("is_run"))
        .with_columns((c("run").str.len_chars().cast(pl.Int64) - c("is_run")).alias("length"))
        .with_columns(
            (c("length").cum_sum() - c("length") - c("start")).alias("at"),
            c("run").shift(1).alias("before"),
            c("run").shift(-1).alias("after"),
        )
        .filter("is_run")
    )
    found = pieces.select(
        "article",
        "at",
        c("run").str.slice(1),
        c("before").str.tail(CONTEXT),
        c("after").str.head(CONTEXT),
    ).collect()
    return _cut(_neighbourhood(found))


def _neighbourhood(found: pl.DataFrame) -> pl.DataFrame:
    """A run that stands close to another one has that one, and what is beyond it, in its `before` or `after`."""
    c = pl.col
    ends = c("at") + c("run").str.len_chars().cast(pl.Int64)
    close = (c("article") == c("article").shift(1)) & (c("at") - ends.shift(1) < CONTEXT)
    found = found.with_columns(
        close=close,
        lead=c("before").shift(1),
        last=c("run").shift(1),
        next=c("run").shift(-1),
        rest=c("after").shift(-1),
    )
    before, after = pl.concat_str("lead", "last", "before"), pl.concat_str("after", "next", "rest")
    return patch(
        patch(found, c("close"), before=before.str.tail(CONTEXT)),
        c("close").shift(-1).fill_null(value=False),
        after=after.str.head(CONTEXT),
    ).drop("close", "lead", "last", "next", "rest")


# No phrase is as long; what repeats without end is cut, best after a year, else at a comma or a blank, so that reading
# stays linear.
_LONG = 400
_PIECE = "(?s)" + "|".join(
    rf".{{1,{_LONG}}}{end}" for end in (r"\z", rf"[0-9]{{4}},?[{BLANKS}]", rf",[{BLANKS}]", f"[{BLANKS}]", "")
)


def _cut(found: pl.DataFrame) -> pl.DataFrame:
    c = pl.col
    long = c("run").str.len_bytes() > _LONG
    if not found.select(long.any()).item():
        return found
    pieces = (
        found.filter(long).with_row_index("whole").with_columns(piece=c("run").str.extract_all(_PIECE)).explode("piece")
    )
    size = c("piece").str.len_chars().cast(pl.Int64)
    pieces = pieces.with_columns(
        at=c("at") + (size.cum_sum() - size).over("whole"),
        before=pl.coalesce(c("piece").shift(1).over("whole").str.tail(CONTEXT), "before"),
        after=pl.coalesce(c("piece").shift(-1).over("whole").str.head(CONTEXT), "after"),
        run="piece",
    )
    return pl.concat([found.filter(~long), pieces.select(found.columns)]).sort("article", "at")
