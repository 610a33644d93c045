"""The tense beside a mention in languages other than English: does the day lie ahead, or is it told?

The forms are those of `ahead` and `behind` in the language's words.
"""

from __future__ import annotations

import polars as pl

_CLAUSE = r"[^.;!?\n]*"


def elsewhere(mentions: pl.DataFrame) -> pl.DataFrame:
    """Set `cue` ("future", "past" or null) of the mentions that are not English; takes `language`, `before` and `after`.

    The nearest word of tense before the mention in its sentence decides, else the first one after it.
    """
    c = pl.col
    others = mentions.filter((c("language") != "en") & (c("kind") == "recurring") & c("pick").is_null())
    if others.is_empty():
        return mentions
    told = pl.concat(
        others.filter(language=language).select("mention", _cue(language).alias("_cue"))
        for language in others["language"].unique().sort().to_list()
    )
    mentions = mentions.join(told, on="mention", how="left", maintain_order="left")
    return mentions.with_columns(cue=pl.when(c("language") == "en").then("cue").otherwise("_cue")).drop("_cue")


def _cue(language: str) -> pl.Expr:
    from timeline.languages.lexicon import words_of
    from timeline.languages.words import NEVER

    ahead, behind = words_of(language).ahead, words_of(language).behind
    if NEVER in (ahead, behind):
        # Where no word of tense is known: nine weekdays in ten are told.
        return pl.when(pl.col("unit_days") == 7).then(pl.lit("past"))
    tense = rf"(?i)(?:^|[^\pL])({ahead}|{behind})(?:$|[^\pL])"
    before = pl.col("before").str.extract(rf"({_CLAUSE})$").str.extract_all(tense).list.last()
    after = pl.col("after").str.extract(rf"^({_CLAUSE})").str.extract(tense)
    last = pl.coalesce(before.str.strip_chars(), after).str.strip_chars(" ,()\"'’\n\t")
    return (
        pl.when(last.str.contains(rf"(?i)^(?:{ahead})$"))
        .then(pl.lit("future"))
        .when(last.is_not_null())
        .then(pl.lit("past"))
    )
