"""The words of a title as they are written: trimmed at both ends, shortened between words, spaced as in the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.events.gazetteer import is_demonym
from timeline.languages.en.morphology import VERB_FORMS
from timeline.languages.en.words import (
    ADVERBS,
    AUXILIARIES,
    CONJUNCTIONS,
    DASHES,
    DETERMINERS,
    MODALS,
    PREPOSITIONS,
    QUOTES,
    REPORTING_VERBS,
    SUBORDINATORS,
    Token,
    is_word,
)

if TYPE_CHECKING:
    from timeline.events.tagging import Doing

LONGEST = 100
CONNECTORS = frozenset(
    "however meanwhile also then earlier later moreover furthermore besides additionally still yet but and so thus hence nevertheless nonetheless "
    "similarly separately finally instead now too well therefore".split()
)
CONNECTOR_PHRASES = (
    ("in", "addition"),
    ("as", "a", "result"),
    ("on", "the", "other", "hand"),
    ("in", "general"),
    ("at", "the", "same", "time"),
    ("after", "that"),
    ("as", "well"),
)
# Words that are written with a vowel and spoken with a consonant.
_LIKE_CONSONANTS = ("uni", "use", "usu", "eu", "one", "once")
# Words that open a clause of their own, and words that want another behind them.
_OPENERS = frozenset(
    "after before when while because although though if unless until where who which whose that once since".split()
)
_LOOSE = frozenset(
    "next well several few many some most mostly primarily mainly rather very quite shortly even pursuant due low high".split()
)
NEVER_LAST = (
    DETERMINERS
    | PREPOSITIONS
    | CONJUNCTIONS
    | (SUBORDINATORS - {"so"})
    | MODALS
    | frozenset(AUXILIARIES)
    | frozenset("not also more most its their dates dated dating starting".split())
)


def arrange(
    tokens: list[Token], doings: list[Doing], kept: list[bool], anchor: int, longest: int = LONGEST
) -> tuple[list[int], bool]:
    """The places of the kept words that make a title of at most `longest` characters, and whether its head was cut off."""
    places = [at for at, keep in enumerate(kept) if keep and not tokens[at].is_date]
    particles = frozenset(at for doing in doings for at in range(doing.at + 1, doing.until))
    places = _trim(tokens, places, particles)
    shortened = _shorten(tokens, doings, places, anchor, particles, longest)
    return shortened, bool(shortened) and shortened[0] != places[0]


def write_out(sentence: str, tokens: list[Token], places: list[int]) -> str:
    """The tokens at some places, spaced as in the sentence."""
    title = ""
    for place, at in enumerate(places):
        token = tokens[at]
        if token.text in QUOTES or (token.text in "'’‘" and not _is_possessive(tokens, at)):
            continue
        previous = places[place - 1] if place else None
        if previous is not None:
            gap = sentence[tokens[previous].end : token.start] if previous == at - 1 else " "
            if tokens[previous].text in QUOTES:
                gap = " " if title and not title.endswith((" ", "(")) and is_word(token) else ""
            if token.text in ",.;:" or token.low in ("'s", "’s"):
                gap = ""
            title += " " if gap.isspace() or len(gap) > 1 else gap
        title += _article(tokens, places, place) or token.text
    return " ".join(title.split())


def _article(tokens: list[Token], places: list[int], place: int) -> str | None:
    """The article as the word that now follows wants it: "a 1997 attack" without its year is "an attack"."""
    token = tokens[places[place]]
    if token.low not in ("a", "an") or place + 1 >= len(places) or places[place + 1] == places[place] + 1:
        return None
    following = tokens[places[place + 1]].low
    vowel = following[0] in "aeiou" and not following.startswith(_LIKE_CONSONANTS)
    return token.text[0] + ("n" if vowel else "")


def _is_possessive(tokens: list[Token], at: int) -> bool:
    """Whether an apostrophe ends its word ("the miners' strike") and is no quotation mark."""
    before = tokens[at - 1] if at else None
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    alone = following is None or following.text not in "'’"
    return bool(before and before.low.endswith("s") and before.end == tokens[at].start and alone)


def _trim(tokens: list[Token], places: list[int], particles: frozenset[int]) -> list[int]:
    """Without connecting words in front, without stops and small words at either end."""
    changed = True
    while places and changed:
        changed = False
        low = tokens[places[0]].low
        if not is_word(tokens[places[0]]) or (low in CONNECTORS and len(places) > 1) or low in ("that", "which", "who"):
            places, changed = places[1:], True
            continue
        for phrase in CONNECTOR_PHRASES:
            if (
                tuple(tokens[at].low for at in places[: len(phrase)]) == phrase
                and len(places) > len(phrase)
                and tokens[places[len(phrase)]].text == ","
            ):
                places, changed = places[len(phrase) :], True
    while places and (
        not is_word(tokens[places[-1]]) or (tokens[places[-1]].low in NEVER_LAST and places[-1] not in particles)
    ):
        places = places[:-1]
    last = VERB_FORMS.get(tokens[places[-1]].low) if len(places) > 2 else None
    if last is not None and last.gerund and last.lemma in REPORTING_VERBS:
        # "issued a statement saying": so was this.
        return _trim(tokens, places[:-1], particles)
    if len(places) > 1 and tokens[places[-2]].text == "," and tokens[places[-1]].low.endswith("ing"):
        # "attacked the ships, using": what followed was cut.
        return _trim(tokens, places[:-2], particles)
    if len(places) > 1 and tokens[places[0]].low in PREPOSITIONS and tokens[places[1]].text == ",":
        return _trim(tokens, places[2:], particles)
    return places


def _shorten(
    tokens: list[Token], doings: list[Doing], places: list[int], anchor: int, particles: frozenset[int], longest: int
) -> list[int]:
    def length(chosen: list[int]) -> int:
        return sum(tokens[at].end - tokens[at].start + 1 for at in chosen)

    if length(places) <= longest:
        return places
    commas = [at for at in places if tokens[at].text == "," and at < anchor]
    if anchor in places and len(commas) > 1 and length(places[: places.index(anchor) + 1]) > longest * 2 // 3:
        # What is set off between subject and verb goes first, unless it holds the verb of the clause around it.
        told = any(
            commas[0] < doing.at < commas[-1] and doing.kind in ("finite", "copula") and doing.first > commas[0] + 2
            for doing in doings
        )
        fewer = [at for at in places if not commas[0] <= at <= commas[-1]]
        if not told:
            places = fewer
        if length(places) <= longest:
            return places
    if anchor in places and length(places[: places.index(anchor) + 1]) > longest:
        # The event stands too far back: begin at the last comma or small word that lets it in.
        while len(places) > 1 and length(places[: places.index(anchor) + 1]) > longest * 2 // 3 and places[0] != anchor:
            places = places[1:]
        start = next(
            (
                place
                for place, at in enumerate(places)
                if at == anchor
                or ((tokens[at].low in DETERMINERS or tokens[at].text[0].isupper()) and not _inside_name(tokens, at))
            ),
            0,
        )
        places = places[start:]
    fitting = [place for place in range(1, len(places) + 1) if length(places[:place]) <= longest] or [1]
    most = max(fitting)
    least = places.index(anchor) + 2 if anchor in places else 1
    breaks = [
        place for place in fitting
        if place > max(least, most // 2) and place < len(places)
        and (tokens[places[place]].text in ",;" or tokens[places[place]].low in PREPOSITIONS | SUBORDINATORS or tokens[places[place]].text in DASHES)
    ]  # fmt: skip
    cut = _trim(tokens, _whole_names(tokens, places, max(breaks, default=most)), particles)
    return _without_half_clause(tokens, doings, cut, places, anchor, particles)


def _without_half_clause(
    tokens: list[Token],
    doings: list[Doing],
    cut: list[int],
    places: list[int],
    anchor: int,
    particles: frozenset[int],
) -> list[int]:
    """A title that was cut, without a clause that lost its verb ("found at sea after his mother") and without loose words."""
    if len(cut) == len(places):
        return cut
    verbs = {doing.until for doing in doings if doing.kind == "finite"}
    opened = next(
        (
            place
            for place, at in enumerate(cut)
            # "warned that ..." needs its content.
            if tokens[at].low in _OPENERS and at > anchor and not (tokens[at].low == "that" and at in verbs)
        ),
        None,
    )
    if opened is not None:
        told = any(cut[opened] < doing.at <= cut[-1] and doing.kind != "noun" for doing in doings)
        lost = any(doing.at > cut[-1] and doing.kind in ("finite", "copula") for doing in doings)
        if lost and not told:
            cut = cut[:opened]
    while len(cut) > 2 and cut[-1] > anchor and tokens[cut[-1]].low in ADVERBS | _LOOSE:
        cut = cut[:-1]
    return _trim(tokens, cut, particles)


def _inside_name(tokens: list[Token], at: int) -> bool:
    """Whether a capital goes on with a name: "Immigration and Naturalization Service"."""
    before = tokens[max(0, at - 2) : at]
    joined = len(before) == 2 and before[1].low in ("and", "of", "for") and before[0].text[0].isupper()
    return tokens[at].text[0].isupper() and bool(before) and (before[-1].text[0].isupper() or joined)


def _whole_names(tokens: list[Token], places: list[int], most: int) -> list[int]:
    """The first places, less those of a name or a number that would be cut: "the White | House"."""
    kept = places[:most]
    while len(kept) > 1 and len(kept) < len(places):
        last, following = tokens[kept[-1]], tokens[places[len(kept)]]
        capital = last.text[0].isupper() and following.text[0].isupper() and places[len(kept)] == kept[-1] + 1
        if not (capital or (last.text[0].isdigit() and is_word(following)) or is_demonym(last.text)):
            break
        kept = kept[:-1]
    return kept
