"""Lengths of time that say how often: "40 cars a week", "$35 a night", "24 hours a day"."""

from __future__ import annotations

import polars as pl

from timeline.grammar import words
from timeline.vocabulary import NUMBERS

_SCALES = "dozen dozens hundred hundreds thousand thousands million millions billion billions trillion".split()
_MANY = "some several many few more times once twice half cents dollars euros pounds percent people men women".split()
# "40 cars a week", but not "in 2010 a week of protests": a year counts nothing.
_NUMBER = r"(?:[0-9][,.])*[0-9]{1,3}%?"
_YEAR = r"(?:^|[^0-9$£€,.])[12][0-9]{3} $"
_COUNT = rf"(?:{_NUMBER}|\b(?i:{words([*NUMBERS, *_SCALES, *_MANY])}))"
_RATE = rf"{_COUNT}(?: (?:[A-Za-z]+s|{'|'.join(_MANY)}))?(?: of [a-z]+)? $"
# "gave 40 families a week to leave"
_SPAN = r"^ to\b"


def rates(mentions: pl.DataFrame) -> pl.DataFrame:
    """Make a length of one unit after a count a set: "40 cars a week" says how often, not how long.

    Takes `rule`, `text`, `said`, `before` and `after`, sets `type` and `said`.
    """
    c = pl.col
    lengths = mentions.select("mention", "rule", "text", "said", "before", "after").filter(
        (c("rule") == "count of units") & c("text").str.contains(r"(?i)^an? [a-z]+$")
    )
    told = lengths.filter(
        c("before").str.contains(_RATE) & ~c("before").str.contains(_YEAR) & ~c("after").str.contains(_SPAN)
    )
    if told.is_empty():
        return mentions
    sets = {"type": "SET", "said": "R/" + told["said"]}
    return mentions.with_columns(mentions[name].scatter(told["mention"], said) for name, said in sets.items())
