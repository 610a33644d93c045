"""The title of an event: its clause without the date, the attribution, the brackets and what trails behind.

A title is cut only between words, keeps the first letter of the text, and is never a fragment: where the clause of the
event gives none, the whole sentence does.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.nouns import EVENT_NOUNS
from timeline.omissions import SHORTEST_WORDS, drop, drop_attributions, drop_brackets, drop_dates
from timeline.tokens import (
    CONJUNCTIONS,
    DASHES,
    DETERMINERS,
    PREPOSITIONS,
    PRONOUNS,
    QUOTES,
    SUBORDINATORS,
    Token,
    is_word,
)
from timeline.verbs import AUXILIARIES, MODALS, REPORTING

if TYPE_CHECKING:
    from timeline.predicates import Doing

LONGEST = 100
# "they came down" tells nothing by itself.
LEAST_BEHIND_PRONOUN = 4
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
NEVER_LAST = (
    DETERMINERS
    | PREPOSITIONS
    | CONJUNCTIONS
    | (SUBORDINATORS - {"so"})
    | MODALS
    | frozenset(AUXILIARIES)
    | frozenset("not also more most its their dates dated dating".split())
)


def headline(sentence: str, tokens: list[Token], doings: list[Doing], trigger: int | None, dropped: int = 0) -> str:
    """The title of the happening at token `trigger`; `dropped` tokens at the beginning (a dateline) are left out."""
    kept = [True] * len(tokens)
    for at in range(dropped):
        kept[at] = False
    anchor = trigger if trigger is not None else _any_word(tokens, kept)
    if anchor is None:
        return ""
    drop_brackets(tokens, kept, anchor)
    drop_dates(tokens, doings, kept)
    drop_attributions(tokens, doings, kept, anchor)
    whole = list(kept)
    _keep_clause(tokens, doings, kept, anchor)
    undated = [at >= dropped for at in range(len(tokens))]
    drop_brackets(tokens, undated, anchor)
    drop_dates(tokens, doings, undated)
    titles = []
    for choice in (kept, whole, undated):
        titles.append(_written(sentence, tokens, doings, choice, anchor))
        if not _is_fragment(titles[-1], any(choice[doing.at] for doing in doings) or not doings):
            return titles[-1]
    return max(titles, key=len)


def _any_word(tokens: list[Token], kept: list[bool]) -> int | None:
    return next((at for at, token in enumerate(tokens) if kept[at] and is_word(token) and not token.is_date), None)


def _keep_clause(tokens: list[Token], doings: list[Doing], kept: list[bool], anchor: int) -> None:
    left = right = anchor
    finite = [doing for doing in doings if doing.kind in ("finite", "copula")]
    inserted = _insertion(tokens, doings, anchor)
    while left > 0 and not _opens(tokens, finite, left - 1, anchor):
        left -= 1
    relative = left - 1 if left > 0 and tokens[left - 1].low in ("who", "which", "that") else None
    set_off = inserted is not None or (relative is not None and relative > 0 and tokens[relative - 1].text == ",")
    while right < len(tokens) and not _closes(tokens, finite, kept, right, anchor):
        if set_off and tokens[right].text == "," and right > anchor and not _in_list(tokens, right):
            break
        right += 1
    for at in range(len(tokens)):
        if not left <= at < right:
            antecedent = relative is not None and _antecedent(tokens, relative) <= at < relative
            if not (antecedent and tokens[at].text != ","):
                kept[at] = False
    if inserted is not None:
        kept[inserted] = False
    _drop_insertions(tokens, kept, anchor)


def _insertion(tokens: list[Token], doings: list[Doing], anchor: int) -> int | None:
    """The comma before a participle that is set off from its noun: "the operation, launched in May, goes on"."""
    doing = next(
        (one for one in doings if one.at == anchor and one.kind in ("participle", "finite") and one.first == one.at),
        None,
    )
    if doing is None or anchor < 2 or tokens[anchor - 1].text != ",":
        return None
    following = next((at for at in range(anchor, len(tokens)) if tokens[at].text == ","), None)
    if following is None or not any(one.kind in ("finite", "copula") and one.first > following for one in doings):
        return None
    return anchor - 1


def _in_list(tokens: list[Token], comma: int) -> bool:
    """Whether a comma stands between the members of a list: capitals or numbers on both sides."""
    return comma + 1 < len(tokens) and tokens[comma - 1].text[0].isupper() and tokens[comma + 1].text[0].isupper()


def _opens(tokens: list[Token], finite: list[Doing], at: int, anchor: int) -> bool:
    """Whether the clause of the anchor begins behind the token."""
    token = tokens[at]
    if token.text in ";:" or token.text in DASHES or token.text in "([":
        return True
    if token.low in (
        "who",
        "which",
        "that",
        "when",
        "while",
        "because",
        "although",
        "though",
        "whereas",
        "where",
        "if",
    ):
        return any(at < doing.first <= anchor or doing.at == anchor for doing in finite)
    if token.low in ("after", "before", "as", "since", "until", "once"):
        mine = any(doing.at == anchor and at < doing.first for doing in finite)
        between = any(at < doing.at < anchor for doing in finite)
        # "After six years of argument the council approved": without another verb it opens no clause.
        return mine and not between and any(doing.at < at or doing.at > anchor for doing in finite)
    if token.low in CONJUNCTIONS and (tokens[at - 1].text == "," if at else True):
        ahead = [doing for doing in finite if at < doing.first and doing.first <= max(anchor, at + 12)]
        subject = bool(ahead) and ahead[0].first > at + 1 and ahead[0].at <= anchor
        return subject and any(doing.at < at for doing in finite)
    return False


def _closes(tokens: list[Token], finite: list[Doing], kept: list[bool], at: int, anchor: int) -> bool:
    token = tokens[at]
    if token.text in ";:" or (token.text in DASHES and at > anchor):
        return True
    if token.text == "," and at > anchor and at + 1 < len(tokens):
        following = tokens[at + 1]
        if following.low in SUBORDINATORS or (following.low in CONJUNCTIONS and _own_subject(finite, at + 1)):
            return any(doing.at <= at and doing.at >= 0 for doing in finite) or tokens[anchor].low in EVENT_NOUNS
        if (
            following.low.endswith("ing")
            and len(following.low) > 5
            and following.low not in EVENT_NOUNS
            and at > anchor + 3
        ):
            return any(doing.at < at for doing in finite)
    if token.low in ("while", "although", "though", "whereas", "because", "when") and at > anchor + 2:
        return True
    # Behind an attribution that was left out nothing of the clause follows.
    return bool(
        at > anchor + 2
        and kept[at]
        and not kept[at - 1]
        and token.low in SUBORDINATORS
        and is_word(tokens[at - 1])
        and not tokens[at - 1].is_date
    )


def _own_subject(finite: list[Doing], conjunction: int) -> bool:
    ahead = [doing for doing in finite if doing.at > conjunction]
    return bool(ahead) and ahead[0].first > conjunction + 1


def _antecedent(tokens: list[Token], relative: int) -> int:
    at = relative - 1
    if at >= 0 and tokens[at].text == ",":
        at -= 1
    while (
        at >= 0
        and is_word(tokens[at])
        and not tokens[at].is_date
        and tokens[at].low not in SUBORDINATORS | CONJUNCTIONS
    ):
        if tokens[at].low in DETERMINERS:
            return at
        at -= 1
    return at + 1


def _drop_insertions(tokens: list[Token], kept: list[bool], anchor: int) -> None:
    """A relative clause between commas that does not tell the event: ", which is based in Oslo, "."""
    at = 0
    while at < len(tokens) - 1:
        if tokens[at].text == "," and tokens[at + 1].low in ("who", "which", "whose", "where") and kept[at + 1]:
            end = at + 2
            while end < len(tokens) and tokens[end].text not in ",;.":
                end += 1
            if end < len(tokens) and tokens[end].text == "," and not at < anchor < end:
                drop(kept, range(at, end + 1))
                at = end
        at += 1


def _written(sentence: str, tokens: list[Token], doings: list[Doing], kept: list[bool], anchor: int) -> str:
    places = [at for at, keep in enumerate(kept) if keep and not tokens[at].is_date]
    particles = frozenset(at for doing in doings for at in range(doing.at + 1, doing.until))
    places = _trim(tokens, places, particles)
    places = _shorten(tokens, places, anchor, particles)
    title = ""
    for place, at in enumerate(places):
        token = tokens[at]
        if token.text in QUOTES:
            continue
        previous = places[place - 1] if place else None
        if previous is not None:
            gap = sentence[tokens[previous].end : token.start] if previous == at - 1 else " "
            if tokens[previous].text in QUOTES:
                gap = " " if title and not title.endswith((" ", "(")) and is_word(token) else ""
            if token.text in ",.;:" or token.low in ("'s", "’s"):
                gap = ""
            title += " " if gap.isspace() or len(gap) > 1 else gap
        title += token.text
    return " ".join(title.split())


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
    if len(places) > 1 and tokens[places[0]].low in PREPOSITIONS and tokens[places[1]].text == ",":
        return _trim(tokens, places[2:], particles)
    return places


def _shorten(tokens: list[Token], places: list[int], anchor: int, particles: frozenset[int]) -> list[int]:
    def length(chosen: list[int]) -> int:
        return sum(tokens[at].end - tokens[at].start + 1 for at in chosen)

    if length(places) <= LONGEST:
        return places
    commas = [at for at in places if tokens[at].text == "," and at < anchor]
    if anchor in places and len(commas) > 1 and length(places[: places.index(anchor) + 1]) > LONGEST * 2 // 3:
        # What is set off between subject and verb goes first.
        places = [at for at in places if not commas[0] <= at <= commas[-1]]
        if length(places) <= LONGEST:
            return places
    if anchor in places and length(places[: places.index(anchor) + 1]) > LONGEST:
        # The event stands too far back: begin at the last comma or small word that lets it in.
        while len(places) > 1 and length(places[: places.index(anchor) + 1]) > LONGEST * 2 // 3 and places[0] != anchor:
            places = places[1:]
        start = next(
            (
                place
                for place, at in enumerate(places)
                if at == anchor or tokens[at].low in DETERMINERS or tokens[at].text[0].isupper()
            ),
            0,
        )
        places = places[start:]
    fitting = [place for place in range(1, len(places) + 1) if length(places[:place]) <= LONGEST] or [1]
    most = max(fitting)
    least = places.index(anchor) + 2 if anchor in places else 1
    breaks = [
        place for place in fitting
        if place > max(least, most // 2) and place < len(places)
        and (tokens[places[place]].text in ",;" or tokens[places[place]].low in PREPOSITIONS | SUBORDINATORS or tokens[places[place]].text in DASHES)
    ]  # fmt: skip
    return _trim(tokens, places[: max(breaks, default=most)], particles)


def _is_fragment(title: str, tells: bool) -> bool:
    words = title.split()
    if len(words) < SHORTEST_WORDS and not (tells and len(words) == SHORTEST_WORDS - 1):
        return True
    lows = [word.lower().strip(",") for word in words]
    small = all(low in REPORTING or low in PRONOUNS or low in PREPOSITIONS or low in DETERMINERS for low in lows)
    pointing = len(words) < LEAST_BEHIND_PRONOUN and lows[0] in PRONOUNS
    return small or pointing or not tells or lows[0] in ("or", "nor")
