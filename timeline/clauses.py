"""Which happening does a date belong to? Rules over the clauses of its sentence.

A date leans on the nearest verb or event noun that no clause boundary keeps from it; a date that opens a clause
leans on the verb that follows; a verb of saying takes the date for itself, and what was said is told beside it.
"""

from __future__ import annotations

from typing import NamedTuple

from timeline.nouns import DOING_ENDINGS, EVENT_NOUNS, WEAK
from timeline.tokens import (
    ADVERBS,
    BEFORE_EVENTS,
    CONJUNCTIONS,
    DASHES,
    DETERMINERS,
    PREPOSITIONS,
    PRONOUNS,
    QUOTES,
    SUBORDINATORS,
    Doing,
    Token,
    find_doings,
    is_word,
)
from timeline.verbs import LIGHT, OCCURRING, PLANNING, REPORTING

# What it costs a date to reach a word: per word between, per boundary crossed, and by what the word is.
STEP = 0.15
COMMA, SUBORDINATE, BREAK, QUOTE, AND = 1.5, 4.0, 8.0, 3.0, 0.8
AHEAD = 3.0
LONGEST_TOGETHER = 7
# "is due", "was ill": the adjective tells what the verb does not.
DUE = frozenset("due missing absent dead alive ready available open closed ill safe free effective".split())
ASPECTUAL = frozenset("begin start continue stop cease finish resume keep".split())
ALWAYS_SAYING = frozenset("say tell announce declare warn claim insist".split())
# Behind these an infinitive is what happens; behind other verbs it is only what for.
TRANSPARENT = (
    PLANNING
    | REPORTING
    | ASPECTUAL
    | frozenset("order want try have be allow let help vote need use go due set come force".split())
)
OPENERS = frozenset(
    "in addition however meanwhile but and also then earlier later moreover furthermore besides additionally still yet "
    "on at by from since until till around about before after during through early late mid the of for as so now thus "
    "first second third finally again next last throughout between within over under up to this that only just".split()
)


class Found(NamedTuple):
    """The word that names what happened at a date, and whether it is a verb of saying."""

    doing: Doing
    start: int
    end: int
    saying: bool
    noun: bool = False


def find_happening(tokens: list[Token], doings: list[Doing], first: int, last: int) -> Found | None:
    """The happening of the date that stands at tokens `first` to `last` (the same one, unless a range)."""
    noun = _noun_behind(tokens, first, last) or _noun_of(tokens, doings, first)
    if noun is not None:
        return Found(noun, noun.at, noun.until, False)
    if not doings:
        return None
    fronted = _is_fronted(tokens, first, last)
    costs = [
        (_cost(tokens, doing, first, last, fronted), doing.at, doing)
        for doing in doings
        if not first <= doing.at <= last
    ]
    if not costs:
        return None
    doing = min(costs)[2]
    return _named(tokens, doings, doing)


def find_when(tokens: list[Token], doings: list[Doing], last: int) -> Found | None:
    """What happened "on Friday, when ...": a second happening of the date."""
    at = last + 1
    if at < len(tokens) and tokens[at].text == ",":
        at += 1
    if at >= len(tokens) or tokens[at].low != "when":
        return None
    verb = next((doing for doing in doings if doing.at > at and doing.kind in ("finite", "copula")), None)
    return _named(tokens, doings, verb) if verb else None


def find_report(tokens: list[Token], doings: list[Doing]) -> Found | None:
    """The saying that the day of a dateline belongs to, if its sentence is one."""
    saying = next((doing for doing in doings if is_saying(tokens, doings, doing)), None)
    return Found(saying, saying.at, saying.until, True) if saying else None


def find_content(tokens: list[Token], doings: list[Doing], saying: Doing, taken: set[int]) -> Found | None:
    """What a verb of saying tells: the first verb of the clause behind it, or of the clauses before it."""
    verbs = [
        doing for doing in doings if doing.kind in ("finite", "copula", "infinitive") and doing.lemma not in REPORTING
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
    found = _named(tokens, doings, chosen)
    return None if found.start in taken else found


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


def _noun_behind(tokens: list[Token], first: int, last: int) -> Doing | None:
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
    if not possessive and not described:
        return None
    words = []
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
        if token.low in EVENT_NOUNS and not (at < len(tokens) and tokens[at].low in EVENT_NOUNS):
            return Doing(at - 1, at, at - 1, "noun", EVENT_NOUNS[token.low])
    if not words:
        return None
    at = words[-1]
    # "a Tuesday traffic stop": nothing but a noun can stand there; behind "'s" it must look like a doing.
    doing_like = tokens[at].low.rstrip("s").endswith(DOING_ENDINGS) and len(tokens[at].low) > 6
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
                at < first - 1
                and tokens[at + 1].low in CONJUNCTIONS
                or _only_opener(tokens, at)
                or _subject_follows(tokens, last)
            )
        if token.low in ("that", "said", "says") or (token.low in CONJUNCTIONS and _subject_follows(tokens, last)):
            return _subject_follows(tokens, last)
        if not (token.low in OPENERS or token.low in ADVERBS or token.low.endswith("ly") or not is_word(token)):
            return False
        at -= 1
    return True


def _only_opener(tokens: list[Token], comma: int) -> bool:
    return all(
        token.low in OPENERS or token.low in ADVERBS or token.low.endswith("ly") or not is_word(token) or token.is_date
        for token in tokens[:comma]
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


def _crossing(tokens: list[Token], low: int, high: int, first: int, last: int) -> float:
    cost = 0.0
    for at in range(low, high):
        token = tokens[at]
        if token.is_date:
            continue
        if token.text == ",":
            # The comma that sets the date off is no boundary.
            cost += 0.2 if at in (first - 1, last + 1) else COMMA
        elif token.text in ";:":
            cost += BREAK
        elif token.text in DASHES or token.text in "()":
            cost += QUOTE
        elif token.text in QUOTES:
            cost += QUOTE
        elif token.low in SUBORDINATORS:
            # Right before the date these are prepositions: "since 2011", "before Friday".
            cost += 0.0 if at >= first - 2 and at < first else SUBORDINATE
        elif token.low in CONJUNCTIONS:
            cost += AND if token.low != "but" else 2 * AND
    return cost


def _cost(
    tokens: list[Token], doing: Doing, first: int, last: int, fronted: bool, governor: Doing | None = None
) -> float:
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
        return 0.4 if doing.at < first else 2.0
    if doing.kind == "gerund":
        return 0.2 if before in BEFORE_EVENTS or before in ("by", "of", "while") else 1.0
    if doing.kind == "copula":
        return 1.5
    cost = 1.0 if doing.lemma in WEAK else 0.0
    if doing.at > first:
        return cost + (3.0 if fronted else 4.0)
    opener = _opener(tokens, doing.at)
    if opener in BEFORE_EVENTS:
        return cost + 0.3
    return cost + (1.3 if opener else 0.6)


def _opener(tokens: list[Token], at: int) -> str:
    """The preposition that the phrase of a noun hangs on, or the verb before it ("")."""
    at -= 1
    while at >= 0 and is_word(tokens[at]) and not tokens[at].is_date:
        low = tokens[at].low
        if low in PREPOSITIONS:
            return low
        if low in CONJUNCTIONS:
            return low
        at -= 1
    return ""


def _named(tokens: list[Token], doings: list[Doing], verb: Doing) -> Found:
    """The noun names the event where the verb alone is light: "held talks", "a tsunami struck"."""
    if verb.kind == "noun":
        return _with_verb(tokens, doings, verb)
    nouns = {doing.at: doing for doing in doings if doing.kind == "noun"}
    if verb.lemma in LIGHT:
        noun = _object_noun(tokens, nouns, verb)
        if noun:
            return _together(verb, noun)
    if (
        verb.lemma in OCCURRING
        or (verb.lemma in LIGHT and verb.passive)
        or verb.kind == "participle"
        and verb.lemma in LIGHT
    ):
        noun = _subject_noun(tokens, nouns, verb)
        if noun:
            return _together(verb, noun)
    if verb.kind == "copula" and verb.until < len(tokens) and tokens[verb.until].low in DUE:
        return Found(verb, verb.at, verb.until + 1, False)
    if verb.kind == "copula":
        noun = _subject_noun(tokens, nouns, verb) or _object_noun(tokens, nouns, verb)
        if noun and noun.lemma not in WEAK:
            return Found(noun, noun.at, noun.until, False)
    if verb.lemma in ASPECTUAL:
        inner = next(
            (
                doing
                for doing in doings
                if verb.until <= doing.at <= verb.until + 1 and doing.kind in ("infinitive", "gerund")
            ),
            None,
        )
        if inner:
            return _together(verb, _named(tokens, doings, inner).doing)
    return Found(verb, verb.at, verb.until, is_saying(tokens, doings, verb))


def _with_verb(tokens: list[Token], doings: list[Doing], noun: Doing) -> Found:
    """A noun that is the object of a verb: the verb names the event, a light one together with the noun."""
    for at in range(noun.at - 1, max(-1, noun.at - 7), -1):
        token = tokens[at]
        verb = next(
            (doing for doing in doings if doing.at == at and doing.kind in ("finite", "infinitive", "gerund")), None
        )
        if verb is not None and verb.until <= noun.at:
            if verb.lemma in LIGHT or verb.lemma in ASPECTUAL:
                return _together(verb, noun)
            return (
                Found(verb, verb.at, verb.until, False)
                if not verb.passive and verb.kind == "finite"
                else Found(noun, noun.at, noun.until, False, True)
            )
        if (
            not is_word(token)
            or token.is_date
            or token.low in PREPOSITIONS
            or token.low in CONJUNCTIONS
            or token.low in SUBORDINATORS
        ):
            break
    return Found(noun, noun.at, noun.until, False, True)


def is_saying(tokens: list[Token], doings: list[Doing], verb: Doing) -> bool:
    """Whether a verb tells what somebody said: a clause hangs on it, behind or before."""
    if verb.lemma not in REPORTING or verb.kind not in ("finite", "participle"):
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


def _together(verb: Doing, noun: Doing) -> Found:
    """A light verb and its noun name the event together, where they stand together: "held talks", "the war broke out"."""
    start, end = min(verb.at, noun.at), max(verb.until, noun.until)
    if end - start <= LONGEST_TOGETHER:
        return Found(noun, start, end, False, True)
    return Found(noun, noun.at, noun.until, False, True)


def _object_noun(tokens: list[Token], nouns: dict[int, Doing], verb: Doing) -> Doing | None:
    for at in range(verb.until, min(len(tokens), verb.until + 9)):
        token = tokens[at]
        if token.text == "," or token.text in ".;:" or token.low in PREPOSITIONS or token.low in SUBORDINATORS:
            break
        if at in nouns and at + 1 not in nouns:
            return nouns[at]
    return None


def _subject_noun(tokens: list[Token], nouns: dict[int, Doing], verb: Doing) -> Doing | None:
    """The nearest event noun before the verb that heads the subject, prepositional phrases behind it passed over."""
    found = None
    for at in range(verb.first - 1, max(-1, verb.first - 15), -1):
        token = tokens[at]
        if token.text in ",;:." or token.text in QUOTES or token.low in SUBORDINATORS - {"after", "before", "since"}:
            break
        if at in nouns:
            found = nouns[at]
            if _opener(tokens, at) not in ("of", "in", "on", "against", "by", "for", "to", "with", "after", "from"):
                break
    return found if found and _opener(tokens, found.at) not in ("of", "against", "by", "with", "to", "from") else None
