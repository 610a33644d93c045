"""The title of an event: its clause without the date, the attribution, the brackets and what trails behind.

A title is cut only between words and keeps the first letter of the text. Of the ways to write one, that with the fewest signs
of a fragment is taken; where the clause of the event gives none, the whole sentence does.

The shortest whole ways to tell a happening: a subject and its verb, or the phrase of a noun.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.events.candidates import is_saying
from timeline.events.clauses import keep_clause
from timeline.events.compression import (
    DATE_LEADS,
    drop,
    drop_attributions,
    drop_brackets,
    drop_coordinated,
    drop_dates,
    shares_auxiliary,
)
from timeline.events.coreference import PERSONAL, POSSESSIVE, main_subject, sayer, stand_in, subject_places
from timeline.events.fluency import flaws
from timeline.events.pruning import LONGEST, arrange, write_out
from timeline.languages.en.words import (
    CONJUNCTIONS,
    DETERMINERS,
    FUTURE_AUXILIARIES,
    PREPOSITIONS,
    SUBORDINATORS,
    Token,
    is_adverb,
    is_word,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline.events.tagging import Doing


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


# More words than these take no possessive.
LONGEST_OWNER = 4
# A title is made of more words than this.
LEAST_LEFT = 3
# A title that was cut in front begins in the middle of something.
BEHEADED = 2.5


def headline(
    sentence: str,
    tokens: list[Token],
    doings: list[Doing],
    trigger: int | None,
    dropped: int = 0,
    told_before: Sequence[str] = (),
    *,
    saying_apart: bool = False,
) -> str:
    """The title of the happening at token `trigger`; `dropped` tokens at the beginning (a dateline) are left out.

    `told_before` are the words of the subject of the sentence before: a pronoun may stand for them. `saying_apart` says that the
    happening is a saying, and what was said lies on a day of its own.
    """
    kept = [True] * len(tokens)
    for at in range(dropped):
        kept[at] = False
    anchor = trigger if trigger is not None else _any_word(tokens, kept)
    if anchor is None:
        return ""
    drop_brackets(tokens, kept, anchor)
    drop_dates(tokens, doings, kept)
    # What was only announced is no event of the day of the saying: the title keeps who said it.
    announced = saying_apart or _is_announcement(tokens, doings, anchor)
    if not announced:
        drop_attributions(tokens, doings, kept, anchor)
    _drop_bare_participles(tokens, doings, kept)
    _drop_verb_of_date(tokens, doings, kept, dropped)
    whole = list(kept)
    keep_clause(tokens, doings, kept, anchor)
    undated = [at >= dropped for at in range(len(tokens))]
    drop_brackets(tokens, undated, anchor)
    drop_dates(tokens, doings, undated)
    _drop_verb_of_date(tokens, doings, undated, dropped)
    written: list[tuple[float, str]] = []
    for choice in (kept, whole, undated, compact(tokens, doings, kept, anchor), phrase(tokens, doings, kept, anchor)):
        if not any(choice):
            continue
        drop_coordinated(tokens, doings, choice, anchor)
        places, beheaded = arrange(tokens, doings, choice, anchor)
        first = next((at for at in places if is_word(tokens[at])), None)
        named = _antecedent_of(tokens, doings, first, list(told_before)) if first is not None else None
        title = write_out(sentence, tokens, places)
        if named is not None and places:
            places, beheaded = arrange(tokens, doings, choice, anchor, LONGEST - len(named))
        if named is not None and first in places and not beheaded:
            rest = places[places.index(first) :]
            title = named + write_out(sentence, tokens, rest)[len(tokens[rest[0]].text) :]
        else:
            named = None
        wrong = flaws(tokens, doings, places, trigger, named=named is not None, announced=announced)
        written.append((wrong + BEHEADED * beheaded, title))
    return min(written, key=lambda one: one[0])[1]


def _is_announcement(tokens: list[Token], doings: list[Doing], anchor: int) -> bool:
    """Whether the event is a saying that something will happen."""
    saying = next((doing for doing in doings if doing.at == anchor), None)
    if saying is None or not is_saying(tokens, doings, saying):
        return False
    told = [doing for doing in doings if doing is not saying and doing.kind in ("finite", "copula")]
    return bool(told) and all(doing.modal in FUTURE_AUXILIARIES | {"would"} for doing in told)


def _antecedent_of(tokens: list[Token], doings: list[Doing], first: int, told_before: list[str]) -> str | None:
    """What the pronoun at the head of a title stands for, where that is clear."""
    pronoun = tokens[first].low
    kinds = PERSONAL if pronoun in PERSONAL else POSSESSIVE
    if pronoun not in kinds:
        return None
    opens = not any(is_word(token) and not token.is_date and token.low not in DATE_LEADS for token in tokens[:first])
    if opens and first and tokens[first - 1].low in PREPOSITIONS:
        # "During his trial Otto Moss fled": it stands for who comes next.
        told_before = main_subject(tokens, doings)
    subject = told_before if opens else sayer(tokens, doings, first) or _subject_ahead(tokens, doings, first)
    named = stand_in(pronoun, kinds, subject)
    if named is None or kinds is PERSONAL:
        return named
    if " and " in named or named.count(" ") >= LONGEST_OWNER:
        return None
    return f"{named}’" if named.endswith("s") else f"{named}’s"


def _subject_ahead(tokens: list[Token], doings: list[Doing], first: int) -> list[str]:
    """The subject of the main clause, where a pronoun opens a later one: "Farkas was promoted, and he left"."""
    if any(is_saying(tokens, doings, doing) for doing in doings if doing.at < first):
        return []
    main = main_subject(tokens, doings)
    verb = next((doing for doing in doings if doing.kind in ("finite", "copula")), None)
    if verb is None or verb.at >= first:
        return []
    # "The army shelled the town after it was taken": who else is named may be meant.
    others = any(
        token.low in DETERMINERS or token.text[0].isupper() for token in tokens[verb.until : first] if not token.is_date
    )
    return [] if others else main


def _drop_bare_participles(tokens: list[Token], doings: list[Doing], kept: list[bool]) -> None:
    """A participle that only carried its date: "a report published on Tuesday blamed the pilot"."""
    verbs = {doing.first for doing in doings if doing.kind in ("finite", "copula")}
    for doing in doings:
        if doing.kind == "participle" and doing.until < len(tokens) and not kept[doing.until]:
            following = next((at for at in range(doing.until, len(tokens)) if kept[at]), None)
            if following in verbs and any(token.is_date for token in tokens[doing.until : following]):
                drop(kept, range(doing.at, doing.until))


def _drop_verb_of_date(tokens: list[Token], doings: list[Doing], kept: list[bool], dropped: int) -> None:
    """The verb whose subject is the date: "September saw the army retreating", "the year was marked by strikes"."""
    verb = next((doing for doing in doings if doing.kind in ("finite", "copula")), None)
    if verb is None or verb.first >= len(tokens):
        return
    before = tokens[dropped : verb.first]
    while before and is_adverb(before[-1]):
        before = before[:-1]
    if not before or not before[-1].is_date or not all(token.is_date or token.low in DETERMINERS for token in before):
        return
    end = verb.until + (tokens[verb.until].low == "by" if verb.until < len(tokens) else 0)
    if end < len(tokens) and (tokens[end].low in DETERMINERS or verb.lemma != "be") and len(tokens) - end > LEAST_LEFT:
        drop(kept, range(verb.first, end))


def _any_word(tokens: list[Token], kept: list[bool]) -> int | None:
    return next((at for at, token in enumerate(tokens) if kept[at] and is_word(token) and not token.is_date), None)
