"""Which words name a happening: the verb, or the noun where the verb alone is light ("held talks", "a tsunami struck")."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from timeline.events.candidates import is_saying
from timeline.languages.en.morphology import VERB_FORMS
from timeline.languages.en.words import (
    AMBIGUOUS_EVENT_NOUNS,
    CONJUNCTIONS,
    DETERMINERS,
    LIGHT_VERBS,
    OCCURRENCE_VERBS,
    PLANNING_VERBS,
    PREPOSITIONS,
    QUOTES,
    RESCHEDULING_VERBS,
    STATE_NOUNS,
    SUBORDINATORS,
    Token,
    is_adverb,
    is_word,
)

if TYPE_CHECKING:
    from timeline.events.tagging import Doing

LONGEST_TOGETHER = 7
_SMALL = DETERMINERS | PREPOSITIONS | CONJUNCTIONS | SUBORDINATORS
# "is due", "was ill": the adjective tells what the verb does not.
DUE = frozenset("due missing absent dead alive ready available open closed ill safe free effective".split())
DUE_VERBS = frozenset("schedule plan set slate expect".split())
# "were told to leave", "was forced to land"
ORDERING = frozenset("tell order ask force allow urge invite require say report believe".split())
ASPECTUAL = frozenset("begin start continue stop cease finish resume keep".split())


class Found(NamedTuple):
    """The word that names what happened at a date, and whether it is a verb of saying."""

    doing: Doing
    start: int
    end: int
    saying: bool
    noun: bool = False
    # The word whose clause tells it, where that is not the first.
    told_at: int | None = None


def named(tokens: list[Token], doings: list[Doing], verb: Doing) -> Found:
    """The noun names the event where the verb alone is light: "held talks", "a tsunami struck"."""
    if verb.kind == "noun":
        return _with_verb(tokens, doings, verb)
    nouns = {doing.at: doing for doing in doings if doing.kind == "noun"}
    if verb.lemma in LIGHT_VERBS:
        noun = _object_noun(tokens, nouns, verb)
        if noun:
            return _together(tokens, verb, noun)
    if (
        verb.lemma in OCCURRENCE_VERBS
        or (verb.lemma in LIGHT_VERBS | DUE_VERBS and verb.passive)
        or (verb.kind == "participle" and verb.lemma in LIGHT_VERBS)
    ):
        noun = _subject_noun(tokens, nouns, verb)
        if noun:
            return _together(tokens, verb, noun)
    if verb.kind == "copula" and [token.low in STATE_NOUNS for token in tokens[verb.until + 1 : verb.until + 2]] == [
        True
    ]:
        return Found(verb, verb.at, verb.until + 2, False)
    if verb.kind == "copula" and verb.until < len(tokens) and tokens[verb.until].low in DUE:
        return Found(verb, verb.at, verb.until + 1, False)
    if verb.kind == "copula":
        noun = _subject_noun(tokens, nouns, verb) or _object_noun(tokens, nouns, verb)
        if noun and noun.lemma not in AMBIGUOUS_EVENT_NOUNS:
            return Found(noun, noun.at, noun.until, False)
    if verb.kind == "copula" and _is_quality(tokens, verb.until):
        return Found(verb, verb.at, verb.until + 1, False)
    set_off = verb.at > 1 and tokens[verb.at - 1].text == ","
    if (
        verb.lemma in DUE_VERBS | RESCHEDULING_VERBS
        and verb.first == verb.at
        and (set_off or verb.kind == "participle")
    ):
        # "the vote, scheduled for Thursday, was put off"
        at = verb.at - (2 if set_off else 1)
        if at in nouns:
            return Found(nouns[at], at, at + 1, False, True)
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
            return _together(tokens, verb, named(tokens, doings, inner).doing)
    if verb.kind == "infinitive":
        # "agreed to pay", "began to recede": both words name it.
        lead = next((doing for doing in doings if doing.until == verb.at - 1 and doing.kind == "finite"), None)
        if lead is not None and (lead.lemma in PLANNING_VERBS | ASPECTUAL or (lead.passive and lead.lemma in ORDERING)):
            return Found(verb, lead.at, verb.until, False, told_at=verb.at)
    return Found(verb, verb.at, verb.until, is_saying(tokens, doings, verb))


def _is_quality(tokens: list[Token], at: int) -> bool:
    """Whether one word tells what the subject was: "was independent", "is likely" before a stop, a date or a small word."""
    words = tokens[at : at + 2]
    if not words or words[0].is_date or not words[0].text.islower() or words[0].low in _SMALL or is_adverb(words[0]):
        return False
    return len(words) == 1 or words[1].is_date or not is_word(words[1]) or words[1].low in _SMALL


def _with_verb(tokens: list[Token], doings: list[Doing], noun: Doing) -> Found:
    """A noun that is the object of a verb: the verb names the event, a light one together with the noun."""
    for at in range(noun.at - 1, max(-1, noun.at - 7), -1):
        token = tokens[at]
        verb = next(
            (doing for doing in doings if doing.at == at and doing.kind in ("finite", "infinitive", "gerund")), None
        )
        if verb is not None and verb.until <= noun.at:
            if verb.lemma in LIGHT_VERBS or verb.lemma in ASPECTUAL:
                return _together(tokens, verb, noun)
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


def _together(tokens: list[Token], verb: Doing, noun: Doing) -> Found:
    """A light verb and its noun name the event together, where they stand together: "held talks", "the war broke out"."""
    start, end = min(verb.at, noun.at), max(verb.until, noun.until)
    # "the talks, which resumed", "a march is planned": told by the clause of the verb, not of the noun.
    apart = any(token.text == "," or token.low in ("which", "that") for token in tokens[noun.until : verb.first])
    told_at = verb.at if apart or (verb.passive and verb.lemma in DUE_VERBS) else None
    if end - start <= LONGEST_TOGETHER:
        return Found(noun, start, end, False, True, told_at)
    return Found(noun, noun.at, noun.until, False, True, told_at)


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
    last = _end_of_subject(tokens, verb)
    if last < verb.first - 1 and last in nouns and tokens[last].text[0].islower():
        return nouns[last]
    for at in range(last, max(-1, last - 14), -1):
        token = tokens[at]
        if token.text in ",;:." or token.text in QUOTES or token.low in SUBORDINATORS - {"after", "before", "since"}:
            break
        if at in nouns:
            found = nouns[at]
            if opener(tokens, at) not in ("of", "in", "on", "against", "by", "for", "to", "with", "after", "from"):
                break
    return (
        found
        if found and opener(tokens, found.at) not in PREPOSITIONS - {"since", "after", "before", "until", "as"}
        else None
    )


def _end_of_subject(tokens: list[Token], verb: Doing) -> int:
    """Where the subject of a verb ends: before "which", and before what commas set off ("the strike, now in its third week, began")."""
    at = verb.first - 1
    if at > 1 and tokens[at].low in ("which", "that"):
        return at - 2 if tokens[at - 1].text == "," else at - 1
    if at > 1 and tokens[at].text == ",":
        return next((back - 1 for back in range(at - 1, max(0, at - 12), -1) if tokens[back].text == ","), at)
    return at


def opener(tokens: list[Token], at: int) -> str:
    """The preposition that the phrase of a noun hangs on, or the verb before it ("")."""
    at -= 1
    while at >= 0 and is_word(tokens[at]) and not tokens[at].is_date:
        low = tokens[at].low
        if low in PREPOSITIONS:
            return low
        if low in CONJUNCTIONS:
            return low
        form = VERB_FORMS.get(low)
        if form is not None and form.past and tokens[at + 1].low in DETERMINERS:
            return ""
        at -= 1
    return ""
