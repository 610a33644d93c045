"""Dates that open or close a span of time in languages other than English: since, until."""

from __future__ import annotations

import polars as pl


def elsewhere(mentions: pl.DataFrame) -> pl.DataFrame:
    """Set `open` ("after", "before" or null) of the mentions that are not English.

    Takes `language`, `text`, `before`, `kind` and `interval`: a date in a range is one of its two ends, and open to none.
    """
    c = pl.col
    placed = c("kind").is_not_null() & c("interval").is_null() & (c("language") != "en")
    some = mentions.filter(placed)
    if some.is_empty():
        return mentions
    from timeline.languages.lexicon import words_of

    # The article of a date belongs to its mention, and in Italian the preposition with it: "dal 1° gennaio".
    said = pl.concat_str(c("before").str.tail(24), pl.lit("\x00"), c("text"))
    known = pl.concat(
        some.filter(language=language).select(
            "mention",
            pl.when(said.str.contains(_edge(words_of(language).since, language)))
            .then(pl.lit("after"))
            .when(said.str.contains(_edge(words_of(language).until, language)))
            .then(pl.lit("before"))
            .alias("_open"),
        )
        for language in some["language"].unique().sort().to_list()
    )
    mentions = mentions.join(known, on="mention", how="left", maintain_order="left")
    return mentions.with_columns(open=pl.when(c("language") == "en").then("open").otherwise("_open")).drop("_open")


def _edge(phrases: list[str], language: str) -> str:
    from timeline.languages.lexicon import alternatives, words_of

    words = words_of(language)
    opened, article = alternatives(phrases), alternatives([*words.of, *words.determiners])
    return rf"(?i)(?:^|[^\pL]){opened}(?: {article})? ?\x00|\x00{opened}[ '’]"
