"""What one sentence tells about each of its dates: trigger, title, who, where, how sure.

Lines that tell of no happening: stamps of the page, and what it wants of its reader.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from timeline.events.attachment import find_content, find_happening, find_report, find_when, is_compared, is_yardstick
from timeline.events.attribution import find_saying, speaker
from timeline.events.candidates import find_doings
from timeline.events.coreference import main_subject
from timeline.events.factuality import modality, of_date
from timeline.events.gazetteer import Place, find_places, gazetteer, where
from timeline.events.names import Name, find_names
from timeline.events.parsing import PEOPLE_AND_BODIES, PLACES, Parse
from timeline.events.titles import Title, headline, plain
from timeline.events.triggers import Found
from timeline.languages.en.morphology import VERB_FORMS
from timeline.languages.en.words import (
    AMBIGUOUS_EVENT_NOUNS,
    ANAPHORS,
    DATE_LEADS,
    EMPTY_VERBS,
    POINTERS,
    REPORTING_VERBS,
    Token,
    is_word,
    tokenise,
)

if TYPE_CHECKING:
    from timeline.events.tagging import Doing


# How a page speaks to its reader.
WANTED = frozenset(
    "subscribe share click follow download register sign listen watch read tags filed photo image picture copyright".split()
)


def is_stamp(tokens: list[Token], doings: list[Doing]) -> bool:
    """A line about the page itself: "Posted by A. Writer on 3 May", "Last updated 3 May"."""
    first = next((doing for doing in doings if doing.kind in ("finite", "participle")), None)
    return (
        first is not None
        and first.lemma in ("post", "publish", "update", "modify")
        and first.at <= 2
        and not any(doing.kind in ("finite", "copula") and doing is not first for doing in doings)
        and all(
            token.low in ("last", "first", "article", "story", "page", "*") or not is_word(token)
            for token in tokens[: first.at]
        )
    )


def is_offer(tokens: list[Token], doings: list[Doing]) -> bool:
    """A line that tells of nothing: a list of prices, or what the page wants of its reader ("Subscribe before 5 May")."""
    words = [token for token in tokens if is_word(token) and not token.is_date]
    counted = sum(not token.text[0].isalpha() for token in words)
    if words and not doings and counted * 3 >= len(words):
        return True
    told = any(one.kind in ("finite", "copula", "noun") and tokens[one.at] is not words[0] for one in doings)
    return bool(words) and words[0].low in WANTED and not told


LEAST_WORDS = 4
# "They were held" points back, "they held the town" does not.
NEEDS_PASSIVE = frozenset("hold open do state conclude follow take".split())
# A sentence that opens so speaks of something told before, if it is short.
LONGEST_LEANING = 18
# What did so is told by the sentence before: "It happened on Friday"; "They began" may tell of the rains.
NAMELESS = frozenset("be happen occur take do".split())


class Telling(NamedTuple):
    """One happening of a sentence; offsets count from the sentence's start, or the previous one's if `in_previous`."""

    title: str
    trigger: str | None
    trigger_start: int
    trigger_end: int
    actors: tuple[Name, ...]
    place: Place | None
    modality: str
    speaker: str | None
    of_saying: bool = False
    in_previous: bool = False
    context: str | None = None
    past: bool = False
    # The date closes a span that is no part of the event: "the worst flood since ..., when the dyke broke".
    measures: bool = False
    title_basis: str = ""


# Scripts without blanks between words; two signs are a word.
_UNDIVIDED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u4e00-\u9fff]")


def tell(
    sentence: str,
    dates: tuple[tuple[int, int], ...],
    dateline_end: int,
    previous: str,
    english: bool = True,
    parse: Parse | None = None,
    names_parsed: bool = False,
) -> list[tuple[int, Telling]]:
    """The happenings of a sentence, each with the number of the date it belongs to.

    `dates` are the offsets of the dates in the order of the sentence; `dateline_end` is where its dateline stops. The
    words for what happens are English: in other languages the sentence is the event, without a trigger. `parse` is the
    tree of the sentence behind its dateline: without one the title is the sentence. `names_parsed` says that the names
    and parts of speech of the tree count, too.
    """
    tags = parse.tags(len(sentence) - len(parse.text)) if names_parsed and parse is not None else ()
    tokens = tokenise(sentence, list(dates), tags)
    doings = [doing for doing in find_doings(tokens) if tokens[doing.at].start >= dateline_end] if english else []
    dropped = sum(token.start < dateline_end for token in tokens)
    places = [at for at, token in enumerate(tokens) if token.is_date]
    words = sum(is_word(token) and not token.is_date for token in tokens[dropped:])
    words += len(_UNDIVIDED.findall(sentence)) // 2
    if (not doings and words < LEAST_WORDS) or is_stamp(tokens, doings) or is_offer(tokens, doings):
        return []
    found: list[tuple[int, Found | None]] = []
    yardsticks: set[int] = set()
    for number, at in enumerate(places):
        report = find_report(tokens, doings) if tokens[at].end <= dateline_end else None
        second = find_when(tokens, doings, at)
        # "the worst flood since 3 May 1953, when the dyke broke": only the dyke's day is told.
        if is_yardstick(tokens, at) or is_compared(tokens, at, len(places)):
            yardsticks.add(number)
        else:
            found.append((number, report or find_happening(tokens, doings, at, at)))
        if second:
            found.append((number, second))
    past = _is_past(tokens, doings)
    before = _subject_before(previous) if english else ()
    context = previous if previous and _leans(tokens[dropped:]) else None
    taken = {one.start for _, one in found if one}
    told: list[tuple[int, Telling]] = []
    body = Body(sentence, dates, tokens, dropped, before, parse, names_parsed)
    for number, one in found:
        content = None
        if one and one.saying:
            content = find_content(tokens, doings, one.doing, taken)
            if content:
                of_saying = _telling(body, doings, content)
                told.append((number, of_saying._replace(of_saying=True)))
        telling = _in_previous(tokens, one, previous, dropped)
        telling = telling or _telling(body, doings, one, number)
        stated = of_date(tokens, doings, places[number], one.doing.at if one else None)
        told.append((number, telling._replace(modality=stated or telling.modality)))
    return [
        (number, telling._replace(context=context, past=past, measures=number in yardsticks))
        for number, telling in told
    ]


@lru_cache(maxsize=2_000)
def _subject_before(previous: str) -> tuple[str, ...]:
    """The words of the subject of the sentence before."""
    tokens = tokenise(previous, [])
    return tuple(main_subject(tokens, find_doings(tokens)))


def _is_past(tokens: list[Token], doings: list[Doing]) -> bool:
    """Whether the first verb of a sentence that is not one of saying tells of the past."""
    verb = next(
        (doing for doing in doings if doing.kind in ("finite", "copula") and doing.lemma not in REPORTING_VERBS), None
    )
    if verb is None or verb.modal or "to" in (token.low for token in tokens[verb.at : verb.at + 3]):
        return False
    first = tokens[verb.first].low
    form = VERB_FORMS.get(first)
    return first in ("was", "were", "had", "did") or (
        verb.first == verb.at and form is not None and form.past and not form.base
    )


def _leans(tokens: list[Token]) -> bool:
    """Whether a sentence can be understood only with the one before: "The raids went on", "It began", "Four took part"."""
    words = [token for token in tokens if is_word(token) and not token.is_date and token.low not in DATE_LEADS]
    if not words:
        return False
    named = any(token.text[0].isupper() for token in words[1:])
    return (words[0].low in ANAPHORS or (words[0].low in ("the", "a", "an") and not named)) and len(
        words
    ) <= LONGEST_LEANING


class Body(NamedTuple):
    """A sentence, its dates, words and tree; what stands before the word `dropped` is its dateline."""

    sentence: str
    dates: tuple[tuple[int, int], ...]
    tokens: list[Token]
    dropped: int
    before: tuple[str, ...]
    parse: Parse | None
    names_parsed: bool

    @property
    def start(self) -> int:
        """Where the sentence begins behind its dateline."""
        return self.tokens[self.dropped].start if self.dropped < len(self.tokens) else 0


def _title(body: Body, trigger: int | None, number: int | None) -> Title:
    told = body.sentence[body.start :]
    if body.parse is None:
        return plain(
            told, tuple((start - body.start, end - body.start) for start, end in body.dates if start >= body.start)
        )
    shift = len(body.sentence) - len(body.parse.text)
    dates = tuple((start - shift, end - shift) for start, end in body.dates if end > shift)
    own = body.dates[number] if number is not None else None
    own = (own[0] - shift, own[1] - shift) if own is not None and own[0] >= shift else None
    at = body.tokens[trigger].start - shift if trigger is not None else None
    return headline(body.parse, at, dates, body.before, own)


def _telling(body: Body, doings: list[Doing], found: Found | None, number: int | None = None) -> Telling:
    sentence, tokens = body.sentence, body.tokens
    trigger = None if found is None else found.start if found.told_at is None else found.told_at
    saying = find_saying(tokens, doings, trigger)
    title = _title(body, trigger, number)
    dates = tuple((token.start - body.start, token.end - body.start) for token in tokens if token.is_date)
    names = [
        Name(name, start + body.start, end + body.start)
        for name, start, end in find_names(sentence[body.start :], dates)
    ]
    places = find_places(sentence)
    if body.names_parsed and body.parse is not None:
        names, places = _named(sentence, places, body.parse)
    places = [place for place in places if place.start >= body.start]
    towns = {sentence[place.start : place.end] for place in places if place.kind in ("city", "region")}
    actors = tuple(name for name in names if name.text not in towns)
    told = Telling(
        title.text, None, 0, 0, actors, where(places), modality(tokens, doings, trigger, saying),
        speaker(tokens, doings, saying), title_basis=title.basis,
    )  # fmt: skip
    if found is None:
        return told
    start, end = tokens[found.start].start, tokens[found.end - 1].end
    return told._replace(trigger=sentence[start:end], trigger_start=start, trigger_end=end)


def _named(sentence: str, places: list[Place], parse: Parse) -> tuple[list[Name], list[Place]]:
    """Names and places with what a pipeline says of them: its word counts where both say something."""
    shift = len(sentence) - len(parse.text)
    found = [(start + shift, end + shift, label) for start, end, label in parse.names()]
    table = gazetteer()
    people = [Name(sentence[a:b], a, b) for a, b, label in found if label in PEOPLE_AND_BODIES]
    spots = []
    for start, end, label in found:
        name = sentence[start:end]
        if label in PLACES:
            kind, shown, country, *_ = table.get(name.removeprefix("the "), ("city", name, ""))
            spots.append(Place(shown, country, kind, start, end))
    taken = [(start, end) for start, end, label in found if label in PEOPLE_AND_BODIES | PLACES]
    places = [place for place in places if not any(a < place.end and place.start < b for a, b in taken)]
    kept = sorted({name.text: name for name in people}.values(), key=lambda name: name.start)
    return kept, sorted((*spots, *places), key=lambda place: place.start)


def _in_previous(tokens: list[Token], found: Found | None, previous: str, dropped: int) -> Telling | None:
    """ "They were held on Friday": the event stands in the sentence before."""
    if not previous or (found and (found.noun or found.doing.lemma not in EMPTY_VERBS)):
        return None
    if found and found.doing.lemma in NEEDS_PASSIVE and not found.doing.passive:
        return None
    first = next((token for token in tokens[dropped:] if is_word(token) and not token.is_date), None)
    if first is None or first.low not in POINTERS:
        return None
    earlier = tokenise(previous, [])
    doings = find_doings(earlier)
    nouns = [doing for doing in doings if doing.kind == "noun" and doing.lemma not in AMBIGUOUS_EVENT_NOUNS]
    if not nouns and found and found.doing.lemma not in NAMELESS:
        return None
    verbs = [doing for doing in doings if doing.kind == "finite" and doing.lemma not in REPORTING_VERBS]
    if not nouns and not verbs:
        return None
    chosen = (nouns or verbs)[0]
    one = Found(chosen, chosen.at, chosen.until, False)
    body = Body(previous, (), earlier, 0, (), None, False)
    return _telling(body, doings, one)._replace(in_previous=True)
