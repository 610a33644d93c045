"""Which happening does a date belong to? Rules over the clauses of its sentence.

A date leans on the nearest verb or event noun that no clause boundary keeps from it; a date that opens a clause
leans on the verb that follows; a verb of saying takes the date for itself, and what was said is told beside it.

Dates that date nothing: what is told is only measured by them.

What it costs a date to reach a word of its sentence: by the words and stops between, and by what the word is.
"""

from __future__ import annotations

import itertools

from timeline.events.candidates import is_attribution_behind, is_saying
from timeline.events.tagging import Doing
from timeline.events.triggers import ASPECTUAL, Found, named, opener
from timeline.languages.en.words import (
    ADVERBS,
    AMBIGUOUS_EVENT_NOUNS,
    AUXILIARIES,
    CONJUNCTIONS,
    DASHES,
    DATE_LEADS,
    DETERMINERS,
    EVENT_NOUN_ENDINGS,
    EVENT_NOUNS,
    EVENT_PREPOSITIONS,
    PLANNING_VERBS,
    PREPOSITIONS,
    PRONOUNS,
    QUOTES,
    REPORTING_VERBS,
    SUBORDINATORS,
    Token,
    is_adverb,
    is_word,
)

# Behind these "since" measures and opens no span: "the first strike since 2011".
FOREMOST = frozenset("first only worst best most least last".split())
# "up from", "compared with", "more than": what a figure of another time stands beside.
COMPARING = frozenset("from than with to against versus".split())
BESIDE_FIGURES = DETERMINERS | frozenset("in of on $ £ € % percent million billion trillion thousand".split())
COMPARED = frozenset("compared comparison compares more less fewer higher lower up down".split())
FAR = 8


def is_yardstick(tokens: list[Token], date: int) -> bool:
    """Whether a date only measures what is told: "the first strike since 2011", "the biggest crowd since May"."""
    at = date - 1
    while at > 0 and tokens[at].low in DATE_LEADS | DETERMINERS and tokens[at].low != "since":
        at -= 1
    if at < 0 or tokens[at].low != "since":
        return False
    return any(
        token.low in FOREMOST
        or (token.low.endswith("est") and token.low not in EVENT_NOUNS and before.low in DETERMINERS)
        for before, token in itertools.pairwise(tokens[max(0, at - FAR) : at])
    )


def is_compared(tokens: list[Token], date: int, dates: int) -> bool:
    """Whether a date is only what another one is compared with: "rose 3% in October from a year earlier"."""
    at = date - 1
    while at > 0 and (tokens[at].low in BESIDE_FIGURES or tokens[at].text.lstrip("$£€")[:1].isdigit()):
        at -= 1
    if dates < 2 or at < 1 or tokens[at].low not in COMPARING:
        return False
    said = {token.low for token in tokens[max(0, at - FAR) : at]}
    figures = any(token.text[0].isdigit() or token.text in ("%", "percent") for token in tokens[max(0, at - FAR) : at])
    return bool(said & COMPARED) or (figures and tokens[at].low in ("than", "from", "against", "versus"))


# What it costs a date to reach a word: per word between, per boundary crossed, and by what the word is.
STEP = 0.15
COMMA, SUBORDINATE, BREAK, QUOTE, AND = 1.5, 4.0, 8.0, 3.0, 0.8
AHEAD = 3.0
TAKEN = 5.0
# Behind these an infinitive is what happens; behind other verbs it is only what for.
TRANSPARENT = (
    PLANNING_VERBS
    | REPORTING_VERBS
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
        return 0.2 if before in EVENT_PREPOSITIONS - {"from"} or before in ("by", "of", "while") else 1.0
    if doing.kind == "copula":
        return 1.5
    cost = 1.0 if doing.lemma in AMBIGUOUS_EVENT_NOUNS else 0.0
    if doing.at > first:
        return cost + (3.0 if fronted else 4.0)
    lead = opener(tokens, doing.at)
    if lead in ("in", "at") and doing.lemma in OCCASIONS:
        return cost + 3.5
    if lead in EVENT_PREPOSITIONS:
        return cost + 0.3
    return cost + (1.3 if lead else 0.6)


# What a verb costs that only describes: its clause is told beside.
ASIDE = 6.0
OPENERS = frozenset(
    "in addition however meanwhile but and also then earlier later moreover furthermore besides additionally still yet "
    "on at by from since until till around about before after during through early late mid the of for as so now thus "
    "first second third finally again next last throughout between within over under up to this that only just".split()
)


def find_happening(tokens: list[Token], doings: list[Doing], first: int, last: int) -> Found | None:
    """The happening of the date that stands at tokens `first` to `last` (the same one, unless a range)."""
    noun = _noun_behind(tokens, doings, first, last) or _noun_of(tokens, doings, first)
    if noun is not None:
        return Found(noun, noun.at, noun.until, False)
    if not doings:
        return None
    cleft = _cleft_verb(tokens, doings, first, last)
    if cleft is not None:
        return named(tokens, doings, cleft)
    fronted = _is_fronted(tokens, first, last)
    costs = []
    governor = None
    # "On Friday, when the storm had passed, crews began ...": the clause of "when" is told beside.
    aside = _when_verb(tokens, doings, last) if fronted else None
    for doing in doings:
        if not first <= doing.at <= last:
            cost = cost_of(tokens, doing, first, last, fronted, governor) + (ASIDE if doing is aside else 0.0)
            if fronted and doing.first > last and _in_relative(tokens, doings, doing):
                cost += ASIDE
            costs.append((cost, doing.at, doing))
        if doing.kind in ("finite", "copula", "gerund"):
            governor = doing
    return named(tokens, doings, min(costs)[2]) if costs else None


def find_when(tokens: list[Token], doings: list[Doing], last: int) -> Found | None:
    """What happened "on Friday, when ...": a second happening of the date."""
    verb = _when_verb(tokens, doings, last)
    return named(tokens, doings, verb) if verb else None


def _cleft_verb(tokens: list[Token], doings: list[Doing], first: int, last: int) -> Doing | None:
    """The verb of "it was in 1969 that men walked": only the day stands before "that"."""
    at = first - 1
    while at > 0 and tokens[at].low in OPENERS | ADVERBS:
        at -= 1
    if last + 1 >= len(tokens) or tokens[last + 1].low != "that" or at < 1 or tokens[at - 1].low != "it":
        return None
    if AUXILIARIES.get(tokens[at].low) != "be":
        return None
    return next((doing for doing in doings if doing.first > last and doing.kind in ("finite", "copula")), None)


def _in_relative(tokens: list[Token], doings: list[Doing], doing: Doing) -> bool:
    """Whether a verb only describes the subject: "people who [had camped] there were moved"."""
    if doing.first == 0 or tokens[doing.first - 1].low not in ("who", "which", "that"):
        return False
    return any(other.kind in ("finite", "copula") and other.first > doing.at for other in doings)


def _when_verb(tokens: list[Token], doings: list[Doing], last: int) -> Doing | None:
    at = last + 1
    if at < len(tokens) and tokens[at].text == ",":
        at += 1
    if at >= len(tokens) or tokens[at].low != "when":
        return None
    return next((doing for doing in doings if doing.at > at and doing.kind in ("finite", "copula")), None)


def find_report(tokens: list[Token], doings: list[Doing]) -> Found | None:
    """The saying that the day of a dateline belongs to, if its sentence is one."""
    saying = next((doing for doing in doings if is_saying(tokens, doings, doing)), None)
    return Found(saying, saying.at, saying.until, True) if saying else None


def find_content(tokens: list[Token], doings: list[Doing], saying: Doing, taken: set[int]) -> Found | None:
    """What a verb of saying tells: the first verb of the clause behind it, or of the clauses before it."""
    verbs = [
        doing
        for doing in doings
        if doing.kind in ("finite", "copula", "infinitive") and doing.lemma not in REPORTING_VERBS
    ]
    if not is_attribution_behind(tokens, saying):
        ahead = [doing for doing in verbs if doing.at > saying.at and doing.kind != "infinitive"] or [
            doing for doing in verbs if doing.at > saying.at
        ]
        chosen = ahead[0] if ahead else None
    else:
        before = [doing for doing in verbs if doing.at < saying.first and doing.kind != "infinitive"] or [
            doing for doing in verbs if doing.at < saying.first
        ]
        chosen = before[0] if before else None
    if chosen is None:
        return None
    if chosen.kind == "copula":
        # "it was at the quay trying to calm the crowd", "the goal is to win"
        inner = [doing for doing in doings if doing.at > chosen.at and doing.kind in ("infinitive", "gerund")]
        chosen = next((doing for doing in inner if doing.kind == "infinitive"), inner[0] if inner else chosen)
    found = named(tokens, doings, chosen)
    return None if found.start in taken else found


def _noun_behind(tokens: list[Token], doings: list[Doing], first: int, last: int) -> Doing | None:
    """The noun that a date describes: "Friday's attack", "the 2004 tsunami", "a Tuesday traffic stop"."""
    at = last + 1
    possessive = at < len(tokens) and tokens[at].low in ("'s", "’s", "'", "’")
    if possessive:
        at += 1
    before = tokens[first - 1] if first else None
    described = before is not None and (
        before.low in DETERMINERS
        or before.low.endswith(("'s", "’s"))
        or before.low in ("second", "first", "third", "deadly", "early", "late", "historic", "recent")
    )
    inside = tokens[first].low.startswith("the ") and any(character.isdigit() for character in tokens[first].low)
    if not possessive and not described and not inside:
        return None
    words: list[int] = []
    while at < len(tokens) and len(words) < 5:
        token = tokens[at]
        if (
            token.is_date
            or not token.text[0].isalnum()
            or token.low in PREPOSITIONS
            or token.low in PRONOUNS
            or token.low in CONJUNCTIONS
            or token.low in SUBORDINATORS
        ):
            break
        words.append(at)
        at += 1
        verb_follows = any(doing.first == at and doing.kind in ("finite", "copula") for doing in doings)
        if token.low in EVENT_NOUNS and (verb_follows or not (at < len(tokens) and tokens[at].low in EVENT_NOUNS)):
            return Doing(at - 1, at, at - 1, "noun", EVENT_NOUNS[token.low])
    if not words:
        return None
    at = words[-1]
    # "a Tuesday traffic stop": nothing but a noun can stand there; behind "'s" it must look like a doing.
    doing_like = tokens[at].low.rstrip("s").endswith(EVENT_NOUN_ENDINGS) and len(tokens[at].low) > 6
    if doing_like or (not possessive and before is not None and before.low in ("a", "an", "the") and len(words) <= 2):
        return Doing(at, at + 1, at, "noun", tokens[at].low)
    return None


def _noun_of(tokens: list[Token], doings: list[Doing], first: int) -> Doing | None:
    """The noun that "of" ties to a date: "the talks of January 2014"."""
    if first < 2 or tokens[first - 1].low != "of":
        return None
    return next((doing for doing in doings if doing.kind == "noun" and doing.until == first - 1), None)


def _is_fronted(tokens: list[Token], first: int, last: int) -> bool:
    """Whether a date opens its clause: nothing but small words between it and the boundary before."""
    at = first - 1
    while at >= 0:
        token = tokens[at]
        if token.text in ";:(" or token.text in DASHES or token.text in QUOTES:
            break
        if token.text == ",":
            # "..., and on Friday the court ..." opens; "in Vienna, on 30 October, ..." does too when a subject follows.
            return (
                (at < first - 1 and tokens[at + 1].low in CONJUNCTIONS)
                or _only_opener(tokens, at)
                or _subject_follows(tokens, last)
            )
        if token.low == "that" or (token.low in CONJUNCTIONS and _subject_follows(tokens, last)):
            return _subject_follows(tokens, last)
        if not (token.low in OPENERS or is_adverb(token) or not is_word(token)):
            return False
        at -= 1
    return True


def _only_opener(tokens: list[Token], comma: int) -> bool:
    return all(
        token.low in OPENERS or is_adverb(token) or not is_word(token) or token.is_date for token in tokens[:comma]
    )


def _subject_follows(tokens: list[Token], last: int) -> bool:
    following = tokens[last + 1 : last + 3]
    if not following:
        return False
    if following[0].text == ",":
        following = following[1:]
    return bool(following) and (
        following[0].low in DETERMINERS
        or following[0].low in PRONOUNS
        or (following[0].text[0].isupper() and not following[0].is_date)
    )
