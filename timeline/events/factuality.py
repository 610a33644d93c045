"""Did it happen? Asserted, reported by somebody, planned, denied or conditional."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from timeline.events.candidates import is_attribution_behind
from timeline.events.triggers import opener
from timeline.languages.en.words import (
    ADVERBS,
    AUXILIARIES,
    CONJUNCTIONS,
    DENIAL_VERBS,
    DETERMINERS,
    EMPTY_VERBS,
    FUTURE_AUXILIARIES,
    LIGHT_VERBS,
    OCCURRENCE_VERBS,
    PLANNING_VERBS,
    RESCHEDULING_VERBS,
    STILL_TO_COME,
    SUBORDINATORS,
    Token,
    is_word,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from timeline.events.tagging import Doing

_NOBODY = frozenset("nobody none neither".split())
# "by their account", "by his own words"
_ACCOUNTS = frozenset("account accounts words".split())
_HEDGES = frozenset("allegedly reportedly apparently purportedly supposedly".split())
_CONDITIONAL = frozenset("would could might may should can wouldn't couldn't".split())
_IFS = frozenset("if unless whether".split())
# "Had the court ruled", "Were the bridge to close", "Should the talks fail"
_TURNED = frozenset("had were should".split())
_HEDGING = frozenset("may might could".split())
# "is ready to", "was about to": what comes lies ahead; "was able to" tells that it was done.
_READY = frozenset("ready about willing likely unlikely sure certain bound free eager".split())
_ON = frozenset("on in at during".split())
_SET = frozenset([*STILL_TO_COME["participle"], *"called set".split()])
_AHEAD = frozenset(
    [*STILL_TO_COME["participle"], *STILL_TO_COME["adjective"], *"meant next poised set tomorrow".split()]
)


def modality(tokens: list[Token], doings: list[Doing], trigger: int | None, saying: Doing | None) -> str:
    """How the happening at token `trigger` is told.

    Inside an if nothing is told; else a denial outweighs a plan, a plan what hangs on an if, and that a mere report.
    """
    doing = next((one for one in doings if one.at == trigger), None)
    verb = doing if doing and doing.kind != "noun" else _governing(tokens, doings, trigger)
    if (verb and _is_hypothetical(tokens, verb)) or _is_counterfactual(tokens, trigger):
        return "conditional"
    if verb and verb.negated:
        return "conditional" if verb.modal in _HEDGING else "denied"
    if saying is not None and saying.lemma in DENIAL_VERBS and not saying.negated:
        if saying.at == trigger:
            # To deny is a deed: that it was denied is a fact.
            return "asserted"
        closes = saying.until >= len(tokens) or tokens[saying.until].is_date or not is_word(tokens[saying.until])
        if trigger is None or trigger > saying.at or (closes and is_attribution_behind(tokens, saying)):
            return "denied"
    if verb and trigger is not None and verb.at != trigger and verb.lemma in DENIAL_VERBS:
        return "denied"
    if verb and verb is doing and any(token.low in _NOBODY for token in tokens[_opening(tokens, verb) : verb.first]):
        return "denied"
    before = [one for one in doings if trigger is not None and one.at < trigger]
    told = next((one for one in reversed(before) if one.kind == "finite"), None)
    # "refuted claims that troops had fled"
    refuted = told is not None and told.lemma in DENIAL_VERBS and not told.negated
    if (
        refuted
        and told
        and any(a.low == "that" and is_word(b) for a, b in itertools.pairwise(tokens[told.until : trigger]))
    ):
        return "denied"
    if doing and doing.kind in ("infinitive", "noun", "gerund") and before and before[-1].lemma in DENIAL_VERBS:
        return "denied"
    # "A plaque will recall the disaster": only the recalling lies ahead.
    own = not (
        doing
        and verb
        and doing.kind == "noun"
        and verb.at < doing.at
        and verb.lemma not in LIGHT_VERBS | OCCURRENCE_VERBS
    )
    # "Friday's talks may settle it": only the settling is unsure; "a vote may follow" is so itself.
    presupposed = bool(
        doing
        and verb
        and doing.kind == "noun"
        and doing.at < verb.at
        and verb.lemma not in LIGHT_VERBS | OCCURRENCE_VERBS | EMPTY_VERBS
    )
    if verb and own and verb.modal in FUTURE_AUXILIARIES:
        return "planned"
    if doing and doing.kind == "infinitive":
        ahead = before[-1] if before else None
        stood = tokens[max(0, doing.at - 2)].low
        # "In an attempt to save it the board sold the yard": told by what came of it.
        later = any(one.kind == "finite" and one.at > doing.at and not one.modal for one in doings)
        if (
            (ahead is None and not later)
            or (ahead is not None and ahead.lemma in PLANNING_VERBS)
            or (ahead is not None and ahead.kind == "copula" and (ahead.until == doing.at - 1 or stood in _READY))
            or stood in _AHEAD
        ):
            return "planned"
    if (
        doing
        and doing.kind == "noun"
        and (tokens[doing.at - 1].low in (*STILL_TO_COME["adjective"], "planned", "scheduled") if doing.at else False)
    ):
        return "planned"
    # "the march planned for Friday was called off"
    if doing and doing.kind == "noun" and _is_set_for(tokens, doing.until):
        return "planned"
    if (
        verb
        and verb.lemma in ("schedule", "plan", "expect", "slate")
        and not (verb.at and tokens[verb.at - 1].low in ("than", "as"))
        and not (presupposed and _leads_on(doings, verb))
        and (doing is None or doing.kind in ("noun", "participle") or verb.passive or _is_set_for(tokens, verb.at))
    ):
        return "planned"
    if (
        doing
        and doing.kind == "copula"
        and any(token.low in ("due", "set", "to", "scheduled") for token in tokens[doing.at + 1 : doing.at + 3])
    ):
        return "planned"
    if verb and verb.passive and verb.first > 1 and tokens[verb.first - 1].low == "to":
        return "planned"
    if verb and verb.modal == "would" and saying is not None and saying.at != verb.at and not _if_before(tokens, verb):
        # "said it would strike" was "will strike" when it was said.
        return "planned"
    if verb and own and not presupposed and verb.modal in _CONDITIONAL:
        return "conditional"
    if verb and _if_before(tokens, verb):
        return "conditional"
    if (
        saying is not None
        or any(token.low in _HEDGES for token in tokens)
        or any(a.low == "according" and b.low == "to" for a, b in itertools.pairwise(tokens))
        or any(a.low == "by" and b.low in DETERMINERS and c.low in _ACCOUNTS for a, b, c in _threes(tokens))
    ):
        return "reported"
    return "asserted"


def _is_set_for(tokens: list[Token], at: int) -> bool:
    """Whether "planned for", "due on" and the like stand at a token, with the day behind: the day that was meant."""
    words = tokens[at : at + 3]
    return (
        len(words) > 2
        and words[0].low in _SET
        and words[1].low in ("for", "on", "in")
        and (words[2].is_date or words[1].low == "for")
    )


def _threes(tokens: list[Token]) -> Iterable[tuple[Token, Token, Token]]:
    return zip(tokens, tokens[1:], tokens[2:], strict=False)


def of_date(tokens: list[Token], doings: list[Doing], date: int, trigger: int | None) -> str | None:
    """What the words around a date say whatever its verb does: "postponed from Friday to Monday", "not in December"."""
    if _is_refused(tokens, date):
        return "denied"
    at = date - 1
    while at > 0 and tokens[at].low in DETERMINERS | {"on"}:
        at -= 1
    lead = tokens[at].low if at > 0 else ""
    told = next((doing for doing in doings if doing.at == trigger), None)
    if lead in ("until", "till") and told is not None and told.at < date and told.negated and not told.modal:
        # "was not felt until 1918": then it was.
        return "asserted"
    moved = next((doing for doing in doings if doing.lemma in RESCHEDULING_VERBS and doing.until == at), None)
    if lead == "from" and moved:
        return "planned" if moved.at == trigger else "denied"
    if lead not in ("to", "until", "till"):
        return None
    if at > 1 and tokens[at - 1].is_date:
        at -= 2
        while at > 0 and tokens[at].low != "from":
            at -= 1
    moved = next((doing for doing in doings if doing.lemma in RESCHEDULING_VERBS and doing.until == at), None)
    return "planned" if moved and moved.at == trigger and not moved.negated else None


def _is_refused(tokens: list[Token], date: int) -> bool:
    """Whether a date is set against the right one: "paid on 3 May, not in December"."""
    at = date - 1
    while at > 0 and tokens[at].low in _ON | DETERMINERS:
        at -= 1
    return (
        at > 0
        and tokens[at].low == "not"
        and tokens[at - 1].low not in AUXILIARIES.keys() | _CONDITIONAL | FUTURE_AUXILIARIES
    )


def _is_hypothetical(tokens: list[Token], verb: Doing) -> bool:
    """Whether a verb stands inside an if: "if the court did not rule", or turned round: "Had the court not ruled, ..."."""
    opening = _opening(tokens, verb)
    if verb.negated and any(token.low in _IFS for token in tokens[opening : verb.first]):
        return True
    if tokens[opening].low in CONJUNCTIONS:
        opening += 1
    # At the head of the sentence, or behind what would have come of it.
    heads = not any(is_word(token) and not token.is_date for token in tokens[:opening])
    heads = heads or any(token.low in ("would", "wouldn't") for token in tokens[:opening])
    turned = (
        tokens[opening].low in _TURNED and verb.first > opening + 1 and tokens[opening + 1].low not in ADVERBS | {"to"}
    )
    return heads and turned and tokens[-1].text != "?"


def _opening(tokens: list[Token], verb: Doing) -> int:
    """Where the clause of a verb begins: behind the stop before it."""
    opening = verb.first
    while opening and (is_word(tokens[opening - 1]) or tokens[opening - 1].is_date):
        opening -= 1
    return opening


def _leads_on(doings: list[Doing], verb: Doing) -> bool:
    """Whether "expected to" leads to a verb that needs its subject to be there: "the pact is expected to end the strike"."""
    inner = next((one for one in doings if one.kind == "infinitive" and verb.until < one.at <= verb.until + 2), None)
    return inner is not None and inner.lemma not in LIGHT_VERBS | OCCURRENCE_VERBS | EMPTY_VERBS


def _is_counterfactual(tokens: list[Token], trigger: int | None) -> bool:
    """Whether a happening stands in a turned clause whose outcome never came: "Had the vote been held, they would have lost"."""
    if trigger is None or not tokens or tokens[0].low not in _TURNED or (len(tokens) > 1 and tokens[1].low in ADVERBS):
        return False
    comma = next((at for at, token in enumerate(tokens) if token.text == "," and at > 1), None)
    return comma is not None and trigger < comma and any(token.low in _CONDITIONAL for token in tokens[comma:])


def _if_before(tokens: list[Token], verb: Doing) -> bool:
    return any(token.low in _IFS for token in tokens[max(0, verb.first - 8) : verb.first])


def _governing(tokens: list[Token], doings: list[Doing], trigger: int | None) -> Doing | None:
    """The verb of a noun: the one it is the subject or the object of."""
    if trigger is None:
        return None
    verbs = [one for one in doings if one.kind in ("finite", "infinitive")]
    own = next((one for one in verbs if one.first > trigger), None)
    if own is not None and not any(
        not (is_word(token) or token.is_date) or token.low in SUBORDINATORS | CONJUNCTIONS
        for token in tokens[trigger + 1 : own.first]
    ):
        leads = opener(tokens, trigger)
        if not leads or leads in SUBORDINATORS:
            return own
    return min(verbs, key=lambda one: abs(one.at - trigger), default=None)
