"""Verbs of saying: which verb tells what somebody said, and where what was said stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.telling.meanings import OWN_PARTICLES, REPORTING
from timeline.telling.tokens import (
    DETERMINERS,
    PREPOSITIONS,
    QUOTES,
    Token,
    is_word,
)

if TYPE_CHECKING:
    from timeline.telling.predicates import Doing

ALWAYS_SAYING = frozenset("say tell announce declare warn claim insist".split())


def is_saying(tokens: list[Token], doings: list[Doing], verb: Doing) -> bool:
    """Whether a verb tells what somebody said: a clause hangs on it, behind or before."""
    if verb.lemma not in REPORTING or verb.kind not in ("finite", "participle"):
        return False
    if verb.until > verb.at + 1 and verb.lemma in OWN_PARTICLES:
        # "sworn in" is no oath on what is told.
        return False
    if verb.lemma in ALWAYS_SAYING or is_attribution_behind(tokens, verb):
        return True
    for at in range(verb.until, len(tokens)):
        token = tokens[at]
        if token.low in ("that", "whether", "how", "why") or token.text in QUOTES or token.text == ":":
            return True
        if token.text in ",;.":
            return False
        if any(doing.first == at and doing.kind in ("finite", "copula") for doing in doings):
            return True
    return False


def is_attribution_behind(tokens: list[Token], saying: Doing) -> bool:
    """Whether a verb of saying closes what it tells: "..., the minister said on Monday"."""
    behind = [token for token in tokens[saying.until :] if is_word(token) and not token.is_date]
    words = [token for token in behind if token.low not in PREPOSITIONS and token.low not in DETERMINERS]
    stop = next((place for place, token in enumerate(tokens[saying.until :]) if token.text in ".;,"), len(tokens))
    if any(token.text == "," or token.text in QUOTES for token in tokens[: saying.first]) and (
        len(words) <= 3 or stop <= 3 + 2
    ):
        return not any(token.low in ("that", "adding") for token in tokens[saying.until : saying.until + 3])
    return False
