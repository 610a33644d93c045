"""The shortest whole ways to tell a happening: a subject and its verb, or the phrase of a noun."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.telling.omissions import DATE_LEADS, shares_auxiliary
from timeline.telling.subjects import subject_places
from timeline.telling.tokens import CONJUNCTIONS, DETERMINERS, PREPOSITIONS, SUBORDINATORS, Token, is_adverb, is_word

if TYPE_CHECKING:
    from timeline.telling.predicates import Doing


def compact(tokens: list[Token], doings: list[Doing], kept: list[bool], anchor: int) -> list[bool]:
    """The subject and its verb with what follows, without what stands between: of coordinated verbs only the one told."""
    none = [False] * len(tokens)
    verb = next((one for one in doings if one.at == anchor and one.kind in ("finite", "copula")), None)
    if verb is None or not kept[verb.at]:
        return none
    subject = subject_places(tokens, doings, verb)
    helpers = range(0)
    joint = verb.first - 1
    while joint > 0 and is_adverb(tokens[joint]):
        joint -= 1
    if not subject and joint > 0 and tokens[joint].low in CONJUNCTIONS:
        earlier = [one for one in doings if one.kind in ("finite", "copula") and one.at < joint]
        if earlier and shares_auxiliary(tokens, earlier[-1], verb):
            helpers = range(earlier[-1].first, earlier[-1].at)
        subject = next((found for one in reversed(earlier) if (found := subject_places(tokens, doings, one))), subject)
    if not subject:
        return none
    told = {*subject, *helpers}
    return [at in told or (keep and at >= verb.first) for at, keep in enumerate(kept)]


def phrase(tokens: list[Token], doings: list[Doing], kept: list[bool], anchor: int) -> list[bool]:
    """The phrase of a noun that names the event: "the Israeli invasion of Lebanon"."""
    none = [False] * len(tokens)
    noun = next((one for one in doings if one.at == anchor and one.kind == "noun"), None)
    if noun is None:
        return none
    verbs = {one.first for one in doings if one.kind != "noun"}
    closed = PREPOSITIONS | CONJUNCTIONS | SUBORDINATORS
    left = anchor
    while left and kept[left - 1] and is_word(tokens[left - 1]) and tokens[left - 1].low not in closed:
        if left - 1 in verbs:
            break
        left -= 1
        if tokens[left].low in DETERMINERS:
            break
    right = noun.until
    while right < len(tokens) and right not in verbs and (is_word(tokens[right]) or not kept[right]):
        if tokens[right].low in (SUBORDINATORS | CONJUNCTIONS) - DATE_LEADS or tokens[right].low in ("as", "than"):
            break
        right += 1
    return [keep and left <= at < right for at, keep in enumerate(kept)]
