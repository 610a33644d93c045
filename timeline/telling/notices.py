"""Lines that tell of no happening: stamps of the page, and what it wants of its reader."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.telling.tokens import Token, is_word

if TYPE_CHECKING:
    from timeline.telling.predicates import Doing

# How a page speaks to its reader.
WANTED = frozenset(
    "subscribe share click follow download register sign listen watch read tags filed photo image picture copyright".split()
)


def is_stamp(tokens: list[Token], doings: list[Doing]) -> bool:
    """A line about the page itself: "Posted by A. Writer on 3 May", "Last updated 3 May"."""
    first = next((doing for doing in doings if doing.kind in ("finite", "participle")), None)
    return (
        first is not None
        and first.lemma in ("post", "publish", "update", "modify")
        and first.at <= 2
        and not any(doing.kind in ("finite", "copula") and doing is not first for doing in doings)
        and all(
            token.low in ("last", "first", "article", "story", "page", "*") or not is_word(token)
            for token in tokens[: first.at]
        )
    )


def is_offer(tokens: list[Token], doings: list[Doing]) -> bool:
    """A line that tells of nothing: a list of prices, or what the page wants of its reader ("Subscribe before 5 May")."""
    words = [token for token in tokens if is_word(token) and not token.is_date]
    counted = sum(not token.text[0].isalpha() for token in words)
    if words and not doings and counted * 3 >= len(words):
        return True
    told = any(one.kind in ("finite", "copula", "noun") and tokens[one.at] is not words[0] for one in doings)
    return bool(words) and words[0].low in WANTED and not told
