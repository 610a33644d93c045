"""What it costs a date to reach a word of its sentence: by the words and stops between, and by what the word is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.telling.meanings import PLANNING, REPORTING
from timeline.telling.naming import ASPECTUAL, opener
from timeline.telling.nouns import WEAK
from timeline.telling.tokens import BEFORE_EVENTS, CONJUNCTIONS, DASHES, QUOTES, SUBORDINATORS, Token

if TYPE_CHECKING:
    from timeline.telling.predicates import Doing

# What it costs a date to reach a word: per word between, per boundary crossed, and by what the word is.
STEP = 0.15
COMMA, SUBORDINATE, BREAK, QUOTE, AND = 1.5, 4.0, 8.0, 3.0, 0.8
AHEAD = 3.0
TAKEN = 5.0
# Behind these an infinitive is what happens; behind other verbs it is only what for.
TRANSPARENT = (
    PLANNING
    | REPORTING
    | ASPECTUAL
    | frozenset("order want try have be allow let help vote need use go due set come force".split())
)
# "In a statement on Friday the bank apologised": where it was said, not what was done.
OCCASIONS = frozenset(
    "statement speech interview letter address briefing communique conference press-conference tweet broadcast".split()
)


def _crossing(tokens: list[Token], low: int, high: int, first: int, last: int) -> float:
    cost = 0.0
    for at in range(low, high):
        token = tokens[at]
        if token.is_date:
            # "outlawed the group, founded in 2011, on 3 May": the verb that is set off has its own date.
            closed = high == first and at + 1 < high and tokens[at + 1].text == ","
            cost += TAKEN if closed and tokens[low - 1].text != "," and _set_off(tokens, low) else 0.0
            continue
        if token.text == ",":
            # The comma that sets the date off is no boundary.
            cost += 0.2 if at in (first - 1, last + 1) else COMMA
        elif token.text in ";:":
            cost += BREAK
        elif token.text in DASHES or token.text in "()" or token.text in QUOTES:
            cost += QUOTE
        elif token.low in SUBORDINATORS:
            # Right before the date these are prepositions: "since 2011", "before Friday".
            leads = first - 2 <= at < first and tokens[at + 1].low not in ("in", "on", "at")
            cost += 0.0 if leads else SUBORDINATE
        elif token.low in CONJUNCTIONS:
            cost += AND if token.low != "but" else 2 * AND
    return cost


def _set_off(tokens: list[Token], at: int) -> bool:
    """Whether a comma opens what stands just before a token: the verb of an insertion."""
    return any(token.text == "," for token in tokens[max(0, at - 4) : at])


def cost_of(
    tokens: list[Token], doing: Doing, first: int, last: int, fronted: bool, governor: Doing | None = None
) -> float:
    """What it costs a date at tokens `first` to `last` to reach a verb or noun; the cheapest is its own."""
    if doing.at < first:
        low, high = doing.until, first
        cost = 4.0 if fronted else 0.0
    else:
        low, high = last + 1, doing.first
        cost = 0.0 if fronted else AHEAD
    cost += STEP * (high - low) + _crossing(tokens, low, high, first, last)
    return cost + _kind_cost(tokens, doing, first, fronted, governor)


def _kind_cost(tokens: list[Token], doing: Doing, first: int, fronted: bool, governor: Doing | None) -> float:
    before = tokens[doing.at - 1].low if doing.at else ""
    if doing.kind == "finite":
        return 0.0 if doing.lemma != "have" else 1.0
    if doing.kind == "infinitive":
        return 0.2 if governor is None or governor.lemma in TRANSPARENT or governor.kind == "copula" else 1.4
    if doing.kind == "participle":
        return 0.4 if doing.at < first else 3.0
    if doing.kind == "gerund":
        if doing.at > first:
            return 4.0
        return 0.2 if before in BEFORE_EVENTS - {"from"} or before in ("by", "of", "while") else 1.0
    if doing.kind == "copula":
        return 1.5
    cost = 1.0 if doing.lemma in WEAK else 0.0
    if doing.at > first:
        return cost + (3.0 if fronted else 4.0)
    lead = opener(tokens, doing.at)
    if lead in ("in", "at") and doing.lemma in OCCASIONS:
        return cost + 3.5
    if lead in BEFORE_EVENTS:
        return cost + 0.3
    return cost + (1.3 if lead else 0.6)
