"""What an article is about: keeping the rest of a pile out.

A topic is a few words ("syria russia"). A word matches its plural, its possessive and, for a country, its people;
words in double quotes match as they stand together.
"""

from __future__ import annotations

import re

import polars as pl

from timeline.events.gazetteer import gazetteer
from timeline.text import any_of

_TERM = re.compile(r'"([^"]+)"|([^\s"]+)')
# With so many words a topic may lack some of them.
MANY_TERMS = 3
ENOUGH = 2 / 3
# A word found once in passing is not what an article is about.
LEAST_FOUND = 2
HEAD = 400


def about(articles: pl.DataFrame, topic: str) -> pl.DataFrame:
    """The articles (a frame with text String, and title String where known) that are about a topic.

    All words of the topic must be found, of three or more two in three, and each twice or in the first lines.
    Raises `ValueError` for a topic without a word.

    >>> titles, texts = ["Russian jets over Syria", "Herring prices"], ["...", "Syria, far away."]
    >>> articles = pl.DataFrame({"title": titles, "text": texts})
    >>> about(articles, "syria russia")["title"].to_list()
    ['Russian jets over Syria']
    """
    phrases = (phrase.strip() or word for phrase, word in _TERM.findall(topic))
    terms = [pattern(term) for term in phrases if any(map(str.isalnum, term))]
    if not terms:
        raise ValueError(f"a topic needs at least one word, not {topic!r}")
    title = pl.col("title").fill_null("") if "title" in articles.columns else pl.lit("")
    head = pl.concat_str(title, pl.lit("\n"), pl.col("text").str.slice(0, HEAD))
    holds = [(pl.col("text").str.count_matches(term) >= LEAST_FOUND) | head.str.contains(term) for term in terms]
    needed = len(terms) if len(terms) < MANY_TERMS else -(-len(terms) * ENOUGH // 1)
    return articles.filter(pl.sum_horizontal(one.cast(pl.Int64) for one in holds) >= needed)


def pattern(term: str) -> str:
    """A regular expression for a word or phrase of a topic.

    >>> text = "Russian jets in the last hour of the ceasefire"
    >>> bool(re.search(pattern("ceasefires"), text)), bool(re.search(pattern("russia"), text))
    (True, True)
    """
    single = _singular(term)
    spellings = any_of({single} | _peoples(term))
    # Behind a sign ("C++") no word ends.
    opens, ends = (r"\b" if edge.isalnum() else "" for edge in (single[0], single[-1]))
    return rf"(?i){opens}{spellings}(?:s|es|’s|'s)?{ends}"


def _singular(term: str) -> str:
    low = term.lower().strip(".,;:!?")
    return low[:-1] if low.endswith("s") and not low.endswith(("ss", "us", "is")) and len(low) > 3 else low


def _peoples(term: str) -> set[str]:
    """The people of a country, and the country of a people: "russia" matches "Russian"."""
    table = gazetteer()
    known = table.get(term.title()) or table.get(term.upper())
    if known is None or known[0] not in ("country", "demonym"):
        return set()
    return {
        name.lower()
        for name, row in table.items()
        if row[2] == known[2] and row[0] in ("country", "demonym") and len(name) > 2
    }
