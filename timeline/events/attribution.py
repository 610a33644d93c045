"""Who says it: the saying that a happening is told under, and whose it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.events.candidates import is_saying
from timeline.events.coreference import subject_of
from timeline.languages.en.words import (
    AUXILIARIES,
    DASHES,
    DENIAL_VERBS,
    DETERMINERS,
    PREPOSITIONS,
    QUOTES,
    Token,
    is_word,
)

if TYPE_CHECKING:
    from timeline.events.tagging import Doing

_WISHES = frozenset("expect hope think urge ask believe".split())


def find_saying(tokens: list[Token], doings: list[Doing], trigger: int | None) -> Doing | None:
    """The verb of saying that the happening is told under, if any."""
    sayings = [
        one for one in doings
        if one.kind == "finite" and one.lemma not in _WISHES and not one.passive and is_saying(tokens, doings, one)
    ]  # fmt: skip
    return next((one for one in sayings if one.at == trigger), sayings[0] if sayings else None)


def speaker(tokens: list[Token], doings: list[Doing], saying: Doing | None) -> str | None:
    """Who says it: the words before the verb of saying, or behind it ("said the minister"), or behind "according to"."""
    if saying is None:
        for at in range(len(tokens) - 1):
            if tokens[at].low == "according" and tokens[at + 1].low == "to":
                return _phrase(tokens, at + 2, forward=True)
        return None
    if saying.first and tokens[saying.first - 1].low in ("who", "which", "that"):
        return None
    if subject := subject_of(tokens, doings, saying):
        return " ".join(subject)
    before = _phrase(tokens, saying.first - 1, forward=False)
    if before and before.lower() not in ("and", "but"):
        return before
    return _phrase(tokens, saying.until, forward=True) if saying.lemma not in DENIAL_VERBS else None


def _phrase(tokens: list[Token], at: int, forward: bool) -> str | None:
    words: list[str] = []
    step = 1 if forward else -1
    while 0 <= at < len(tokens) and len(words) < 10:
        token = tokens[at]
        if token.text in QUOTES or token.text in DASHES or token.text in ",.;:()":
            break
        if (
            token.is_date
            or token.low in AUXILIARIES
            or token.low in ("that", "who", "which", "also", "later", "earlier")
        ):
            if words or token.low in ("that", "who", "which"):
                break
        elif is_word(token):
            words.append(token.text)
        at += step
    words = words if forward else words[::-1]
    while words and (words[-1].lower() in PREPOSITIONS or words[-1].lower() in DETERMINERS):
        words = words[:-1]
    while words and words[0].lower() in PREPOSITIONS:
        words = words[1:]
    return " ".join(words) or None
