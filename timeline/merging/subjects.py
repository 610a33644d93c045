"""Whom and what a telling is of: its names, who did it, and whom and where its article tells of."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from timeline.merging.names import country_keys, name_keys, subject_keys
from timeline.telling.places import DOUBTFUL, gazetteer

if TYPE_CHECKING:
    import polars as pl

_AMOUNT = re.compile(r"[$€£¥#]\s?(\d[\d.,]*\d|\d)|(\d+\.\d+)")
_WORD = re.compile(r"U\.[SK]\.|[^\W\d_]\w*")
LONGEST_NAME = 3


class Subjects(NamedTuple):
    """What one telling is of, in keys that tell names and countries from others.

    Its names; who did it; who may have done it to whom; its countries; whom or where it is of, which the sentence before or
    what its article names most tells where it does not; all names and countries of its article; its sums.
    """

    names: frozenset[str]
    doers: frozenset[str]
    parties: frozenset[str]
    countries: frozenset[str]
    about: frozenset[str]
    topics: frozenset[str]
    amounts: frozenset[str]


@lru_cache(maxsize=50_000)
def countries_of(text: str) -> frozenset[str]:
    """The countries that a text names, by themselves, by a town or by their people, as words that no text has.

    >>> sorted(countries_of("Kenyan police and a U.S. envoy met in Vienna."))
    ['@AT', '@KE', '@US']
    """
    table = gazetteer()
    words = _WORD.findall(text)
    found = set()
    at = 0
    while at < len(words):
        until = at
        if words[at][0].isupper():
            lengths = range(min(LONGEST_NAME, len(words) - at), 0, -1)
            names = (" ".join(words[at : at + length]) for length in lengths)
            name = next((name for name in names if name in table and name not in DOUBTFUL), None)
            if name:
                found.add(f"@{table[name][2]}")
                until = at + name.count(" ")
        at = until + 1
    return frozenset(found)


def subjects(items: pl.DataFrame, told: pl.DataFrame) -> list[Subjects]:
    """What each of `items` is of; `told` are all tellings of their articles."""
    names: dict[str, Counter[str]] = {}
    countries: dict[str, set[str]] = {}
    rows = told.unique(["article_id", "sentence", "title"], keep="first", maintain_order=True)
    for article, sentence, actors, country in rows.select("article_id", "sentence", "actors", "country").iter_rows():
        names.setdefault(article, Counter()).update(name_keys(actors))
        countries.setdefault(article, set()).update(country_keys(actors, country) | countries_of(sentence))
    main = {
        article: frozenset(name for name, times in found.items() if times > 1) or frozenset(found)
        for article, found in names.items()
    }
    rows_of = items.select("article_id", "sentence", "title", "trigger", "actors", "country", "context").iter_rows()
    found = []
    for article, sentence, title, trigger, actors, country, context in rows_of:
        own, there = name_keys(actors), country_keys(actors, country)
        head = (title or "").partition(trigger)[0] if trigger else ""
        named = there | countries_of(sentence)
        found.append(
            Subjects(
                names=own,
                doers=subject_keys(title, trigger, actors) or countries_of(head),
                parties=own | named,
                countries=named,
                about=own or there or countries_of(context or "") or main[article],
                topics=frozenset(names[article]) | countries[article],
                amounts=frozenset("".join(groups) for groups in _AMOUNT.findall(sentence)),
            )
        )
    return found
