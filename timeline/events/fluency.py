"""What is wrong with a title: the signs of a fragment, each with its weight.

A clause that was trimmed may have lost its subject, a word that another leans on, or its verb. The weights only order
the ways to write one title; a title without a flaw weighs nothing.
"""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from timeline.events.candidates import is_saying
from timeline.events.compression import DATE_LEADS
from timeline.languages.en.morphology import VERB_FORMS
from timeline.languages.en.words import (
    ANAPHORS,
    AUXILIARIES,
    CONJUNCTIONS,
    DENIAL_VERBS,
    DETERMINERS,
    MODALS,
    PERSONS,
    PREPOSITIONS,
    REPORTING_VERBS,
    SPEECH_ACT_VERBS,
    SUBORDINATORS,
    Token,
    is_adverb,
    is_word,
)

if TYPE_CHECKING:
    from timeline.events.tagging import Doing

SHORTEST_WORDS = 3
# "they came down" tells nothing by itself.
LEAST_BEHIND_PRONOUN = 4
# Verbs with fewer words between them are one group.
LEAST_BETWEEN = 2
# An attribution belongs into no title, yet is better than a clause that lacks it.
ATTRIBUTED = 2.5
POINTING = ANAPHORS | PERSONS | {"one"}
_RELATIVE = frozenset("who which whose whom that".split())
# A clause begins with these only when the main clause was lost.
_HANGING = (SUBORDINATORS - {"after", "before", "since", "as", "if", "once"}) | {"than", "to", "or", "nor"}
# Behind a gap these need what the gap took away.
_LEANING = (DETERMINERS - {"this", "that", "all", "both", "each"}) | frozenset(
    "of for by with from the a an very most more".split()
)


def flaws(
    tokens: list[Token],
    doings: list[Doing],
    places: list[int],
    anchor: int | None,
    named: bool = False,
    announced: bool = False,
) -> float:
    """How much is wrong with the title made of the tokens at `places`; the event's word stands at `anchor`.

    `named` says that a pronoun at its head was given its name, `announced` that the event is a saying.
    """
    words = [at for at in places if is_word(tokens[at])]
    if not words:
        return 100.0
    verbs = {doing.first: doing for doing in doings if doing.kind in ("finite", "copula")}
    telling = [doing for doing in doings if doing.at in words]
    cost = 0.0
    if len(words) < SHORTEST_WORDS and not (telling and len(words) == SHORTEST_WORDS - 1):
        cost += 8
    if all(tokens[at].low in REPORTING_VERBS | POINTING | PREPOSITIONS | DETERMINERS for at in words):
        cost += 8
    if not telling and doings:
        cost += 8
    sayings = {doing.at for doing in doings if doing.kind == "finite" and is_saying(tokens, doings, doing)}
    described = {doing.at for doing in doings if doing.kind == "participle"}
    if anchor is not None and anchor not in places and anchor not in sayings | described:
        cost += 6
    cost += sum(
        ATTRIBUTED for doing in doings
        if doing.at in sayings and doing.at in words and doing.lemma not in DENIAL_VERBS
        and not (doing.at == anchor and (announced or doing.lemma in SPEECH_ACT_VERBS))
    )  # fmt: skip
    # ", held," is what is left of "held in May".
    cost += 2.0 * any(
        tokens[a].text == tokens[c].text == "," and c > b + 1
        for a, b, c in zip(places, places[1:], places[2:], strict=False)
    )
    cost += 1.5 * any(tokens[at].text in ";:" for at in places)
    cost += _run_on(tokens, verbs, places)
    cost += 0.0 if named else _opening(tokens, verbs, words)
    cost += _verbless(doings, words, anchor)
    # "was called off at dusk": the particle belongs to its verb, and leans on nothing.
    particles = {at for doing in doings for at in range(doing.at + 1, doing.until)}
    seams = [pair for pair in itertools.pairwise(places) if pair[0] not in particles]
    return cost + sum(_seam(tokens, verbs, left, right) for left, right in seams)


def _run_on(tokens: list[Token], verbs: dict[int, Doing], places: list[int]) -> float:
    """Two verbs in one clause, for the word that opened the clause of the first is gone: "the man led the revolt died"."""
    told = [place for place, at in enumerate(places) if at in verbs]
    cost, kept = 0.0, set(places)
    for first, second in itertools.pairwise(told):
        between = [tokens[at] for at in places[first + 1 : second]]
        joined = any(not is_word(token) or token.low in CONJUNCTIONS | SUBORDINATORS for token in between)
        opening = range(places[max(0, first - LEAST_BEHIND_PRONOUN)], places[first])
        lost = any(tokens[at].low in _RELATIVE and at not in kept for at in opening)
        cost += 3.0 if lost and not joined and len(between) >= LEAST_BETWEEN else 0.0
    return cost


def _opening(tokens: list[Token], verbs: dict[int, Doing], words: list[int]) -> float:
    first = words[0]
    low = tokens[first].low
    if low in POINTING:
        return 1.5 if len(words) >= LEAST_BEHIND_PRONOUN else 8.0
    if low in _RELATIVE or low in _HANGING:
        return 5.0
    told = next((at for at in words if not is_adverb(tokens[at])), first)
    if told in verbs and not _opens_sentence(tokens, first):
        return 5.0
    form = VERB_FORMS.get(low)
    if form is not None and (form.participle or form.gerund) and not _opens_sentence(tokens, first) and len(words) > 1:
        return 2.0
    return 0.0


def _opens_sentence(tokens: list[Token], at: int) -> bool:
    return not any(is_word(token) and not token.is_date for token in tokens[:at])


def _verbless(doings: list[Doing], words: list[int], anchor: int | None) -> float:
    """A sentence that has a verb gives a title that has one, unless a noun names the event."""
    if not any(doing.kind in ("finite", "copula") for doing in doings):
        return 0.0
    kept = [doing for doing in doings if doing.at in words]
    if any(doing.kind in ("finite", "copula") for doing in kept):
        return 0.0
    if len(words) <= SHORTEST_WORDS - 1:
        return 3.0
    return 1.0 if any(doing.at == anchor and doing.kind in ("noun", "participle") for doing in kept) else 2.5


def _seam(tokens: list[Token], verbs: dict[int, Doing], left: int, right: int) -> float:
    """What was left out between two words may have been what one of them leans on."""
    if right == left + 1:
        return 0.0
    before, behind = tokens[left], tokens[right]
    lost = any(
        is_word(token) and not token.is_date and token.low not in DATE_LEADS for token in tokens[left + 1 : right]
    )
    if lost and behind.low in _RELATIVE | {"he", "she", "it", "they", "we"}:
        return 3.0
    if not is_word(before) or before.is_date:
        return 0.0
    stranded = (
        right in verbs
        or not is_word(behind)
        or behind.low in PREPOSITIONS | CONJUNCTIONS | SUBORDINATORS
        or behind.low in AUXILIARIES
        or behind.low in MODALS
    )
    if before.low in _LEANING or before.low in CONJUNCTIONS or before.low in PREPOSITIONS:
        return 4.0 if stranded else 0.5
    return 0.0
