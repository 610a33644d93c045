"""Whom a pronoun at the head of a title stands for, where the words before leave no choice.

The subject of the saying ("the union said it would strike"), or of the sentence before ("The union met. It struck.").
A person is "he" or "she", several are "they", the rest is "it"; where they do not agree nothing is put in their place.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.events.candidates import is_saying
from timeline.events.gazetteer import gazetteer
from timeline.languages.en.morphology import VERB_FORMS
from timeline.languages.en.vocabulary import MONTHS, NUMBERS, WEEKDAYS
from timeline.languages.en.words import (
    ADVERBS,
    CONJUNCTIONS,
    DATE_LEADS,
    OFFICES,
    PREPOSITIONS,
    PRONOUNS,
    QUOTES,
    REPORTING_VERBS,
    SUBORDINATORS,
    Token,
    is_word,
)

if TYPE_CHECKING:
    from timeline.events.tagging import Doing

LONGEST = 7
PERSONAL = {"he": "person", "she": "person", "it": "thing", "they": "several"}
POSSESSIVE = {"his": "person", "her": "person", "its": "thing", "their": "several"}
# Who holds an office or a job: never "it".
_PEOPLE = OFFICES | frozenset(
    "spokesperson official officer leader lawyer doctor analyst expert reporter journalist soldier man woman boy girl father mother "
    "player coach manager owner founder author scientist researcher farmer worker driver pilot teacher student candidate lawmaker "
    "attorney prosecutor envoy activist commissioner mayor premier secretary chairman chairwoman executive commander head chief".split()
)
_RELATIVE = frozenset("who which that whom whose".split())
_MANY = frozenset("police people men women children troops forces rebels militants authorities".split())
_DAYS = frozenset(MONTHS.keys() | WEEKDAYS.keys() | {"yesterday", "today", "tomorrow", "tonight"})
_UNNAMED = (
    frozenset("one another each some most many both all several few none any other others such what".split())
    | NUMBERS.keys()
)
# "She told him that he ...": which of the two is meant, the words do not say.
_TWO_PEOPLE = frozenset("tell inform remind ask urge warn advise".split())
# A name that ends so is that of a body.
_BODIES = frozenset(
    "ministry agency party court council committee commission union bank company group army navy police force forces government "
    "parliament congress senate house university corp inc ltd co plc league association federation department office front movement "
    "club institute times post news line lines state nations organization organisation".split()
)


def kind_of(words: list[str]) -> str | None:
    """Whether a phrase names a person, several, or a thing; null where that cannot be told.

    >>> kind_of(["President", "Ana", "Lund"]), kind_of(["The", "ministry"]), kind_of(["Four", "ships"])
    ('person', 'thing', 'several')
    """
    low = [word.lower().strip(".'’") for word in words]
    head = low[: next((at for at, word in enumerate(low) if at and word in PREPOSITIONS), len(low))]
    if not head or head[0] in PRONOUNS or head[-1] in PRONOUNS:
        return None
    plural = head[-1].endswith("s") and not head[-1].endswith(("ss", "us", "is"))
    if head[0] in _UNNAMED:
        return "several" if plural and NUMBERS.get(head[0], 0) > 1 else None
    if head[-1] in _MANY or "and" in head or (plural and head[-1][:-1] in _PEOPLE):
        return "several"
    if head[-1] in _BODIES or " ".join(words) in gazetteer() or words[-1].isupper():
        return "thing"
    if any(word in _PEOPLE for word in head):
        return "person"
    named = all(word[0].isupper() for word in words[: len(head)])
    if named and head[0] not in ("the", "a", "an"):
        # "Rebels", "Lawmakers" at the head of a sentence are no names.
        return "person" if len(head) <= 3 and not (plural and len(head) == 1) else None
    if plural:
        return "several"
    return "thing" if head[0] in ("the", "a", "an") else None


def stand_in(pronoun: str, kinds: dict[str, str], subject: list[str]) -> str | None:
    """The words of a subject, if the pronoun can stand for them."""
    if (
        not subject
        or kind_of(subject) != kinds[pronoun]
        or (pronoun in ("it", "its") and subject[0] in ("a", "A", "an", "An"))
    ):
        return None
    return " ".join(subject)


def _quotes_a_word(tokens: list[Token], at: int) -> bool:
    """Whether a quotation mark stands inside a phrase: 'the US "surge" ended'."""
    if tokens[at].text not in QUOTES or not 0 < at < len(tokens) - 1:
        return False
    form = VERB_FORMS.get(tokens[at - 1].low)
    return is_word(tokens[at - 1]) and is_word(tokens[at + 1]) and not (form and form.lemma in REPORTING_VERBS)


def subject_places(tokens: list[Token], doings: list[Doing], verb: Doing) -> range:
    """Where the subject of a verb stands; nowhere where it is not simple."""
    at = verb.first - 1
    while at >= 0 and (tokens[at].is_date or tokens[at].low in ADVERBS or tokens[at].low in DATE_LEADS):
        at -= 1
    if at >= 0 and tokens[at].text == ",":
        # "Farkas, a captain, was sent": the subject stands before what is set off.
        at = next((back for back in range(at - 1, -1, -1) if tokens[back].text == ","), 0) - 1
    last = at
    while at >= 0 and (is_word(tokens[at]) or _quotes_a_word(tokens, at)):
        if tokens[at].is_date or tokens[at].low in SUBORDINATORS:
            break
        at -= 1
    if at >= 0 and (tokens[at].low in SUBORDINATORS or not (tokens[at].is_date or tokens[at].text in ',"“”')):
        return range(0)
    # "The yard said it hired": what was said has its own subject.
    said = [
        doing.until
        for doing in doings
        if at < doing.at <= last and doing.kind == "finite" and doing.lemma in REPORTING_VERBS
    ]
    first = max([at + 1, *said])
    while first <= last and (tokens[first].low in ADVERBS | CONJUNCTIONS or tokens[first].is_date):
        first += 1
    inside = range(first, last + 1)
    if not 0 < len(inside) <= LONGEST or tokens[first].low in PREPOSITIONS:
        return range(0)
    if any(doing.at in inside and doing.kind in ("finite", "copula", "infinitive", "gerund") for doing in doings):
        return range(0)
    return range(0) if any(tokens[at].low in _DAYS for at in inside) else inside


def subject_of(tokens: list[Token], doings: list[Doing], verb: Doing) -> list[str]:
    """The words of the subject of a verb; none where it is not simple or a pronoun."""
    places = subject_places(tokens, doings, verb)
    if not places or tokens[places[0]].low in PRONOUNS:
        return []
    words: list[str] = []
    for at in places:
        if tokens[at].text in QUOTES:
            continue
        if tokens[at].low in ("'s", "’s") and words:
            words[-1] += tokens[at].text
        else:
            words.append(tokens[at].text)
    return words


def sayer(tokens: list[Token], doings: list[Doing], at: int) -> list[str]:
    """The subject of the saying that the clause beginning at a token is told under: "the union said [it would strike]"."""
    for doing in reversed([one for one in doings if one.at < at]):
        if doing.kind == "finite" and not doing.passive and is_saying(tokens, doings, doing):
            two = doing.lemma in _TWO_PEOPLE and tokens[at].low not in ("it", "its")
            return [] if two else subject_of(tokens, doings, doing)
        if doing.kind in ("finite", "copula"):
            return []
    return []


def main_subject(tokens: list[Token], doings: list[Doing]) -> list[str]:
    """The subject of the first verb of a sentence."""
    verb = next(
        (
            doing
            for doing in doings
            if doing.kind in ("finite", "copula") and not (doing.first and tokens[doing.first - 1].low in _RELATIVE)
        ),
        None,
    )
    return subject_of(tokens, doings, verb) if verb is not None else []
