"""Dates that open or close a span of time in languages other than English: since, until."""

from __future__ import annotations

import polars as pl

SINCE = {
    "es": "desde|a partir", "de": "seit|seit dem|seit der|ab|ab dem|ab der", "fr": "depuis|dès|à partir|à compter",
    "it": "dal|dalla|dall['’]|a partire", "pt": "desde|a partir", "ru": "с|со|начиная с", "uk": "з|із|від|починаючи з",
}  # fmt: skip
UNTIL = {
    "es": "hasta", "de": "bis|bis zum|bis zur", "fr": "jusqu['’](?:à|en|au)", "it": "fino a|fino al|fino alla|entro|entro la",
    "pt": "até|até ao|até à|até o|até a", "ru": "до|вплоть до", "uk": "до|аж до",
}  # fmt: skip


def elsewhere(mentions: pl.DataFrame) -> pl.DataFrame:
    """Set `open` ("after", "before" or null) of the mentions that are not English.

    Takes `language`, `text`, `before`, `kind` and `interval`: a date in a range is one of its two ends, and open to none.
    """
    c = pl.col
    placed = c("kind").is_not_null() & c("interval").is_null() & (c("language") != "en")
    some = mentions.filter(placed)
    if some.is_empty():
        return mentions
    # The article of a date belongs to its mention, and in Italian the preposition with it: "dal 1° gennaio".
    said = pl.concat_str(c("before").str.tail(24), pl.lit("\x00"), c("text"))
    known = pl.concat(
        some.filter(language=language).select(
            "mention",
            pl.when(said.str.contains(_edge(SINCE[language])))
            .then(pl.lit("after"))
            .when(said.str.contains(_edge(UNTIL[language])))
            .then(pl.lit("before"))
            .alias("_open"),
        )
        for language in some["language"].unique().sort().to_list()
    )
    mentions = mentions.join(known, on="mention", how="left", maintain_order="left")
    return mentions.with_columns(open=pl.when(c("language") == "en").then("open").otherwise("_open")).drop("_open")


def _edge(words: str) -> str:
    article = r"(?: (?:de|d['’]|el|il|la|le|o|a))?"
    return rf"(?i)(?:^|[^\pL])(?:{words}){article} ?\x00|\x00(?:{words})[ '’]"
