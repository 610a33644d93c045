"""The title of an event: its clause without the date, the attribution, the brackets and what trails behind.

A title is cut only between words, keeps the first letter of the text, and is never a fragment: where the clause of the
event gives none, the whole sentence does.
"""

from __future__ import annotations

from collections.abc import Iterable

from timeline.nouns import EVENT_NOUNS
from timeline.tokens import (
    CONJUNCTIONS,
    DASHES,
    DETERMINERS,
    PREPOSITIONS,
    PRONOUNS,
    QUOTES,
    SUBORDINATORS,
    Doing,
    Token,
    is_word,
)
from timeline.verbs import AUXILIARIES, MODALS, REPORTING, SAYING_ACTS

LONGEST = 100
SHORTEST_WORDS = 3
# Words that lead into a date and go with it.
DATE_LEADS = frozenset(
    "on in at by from since until till around about during through throughout before after of early mid late between late within for as".split()
)
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
    | frozenset("not also more most its their".split())
)


def headline(sentence: str, tokens: list[Token], doings: list[Doing], trigger: int | None, dropped: int = 0) -> str:
    """The title of the happening at token `trigger`; `dropped` tokens at the beginning (a dateline) are left out."""
    kept = [True] * len(tokens)
    for at in range(dropped):
        kept[at] = False
    anchor = trigger if trigger is not None else _any_word(tokens, kept)
    if anchor is None:
        return ""
    _drop_brackets(tokens, kept, anchor)
    _drop_dates(tokens, kept)
    _drop_attributions(tokens, doings, kept, anchor)
    whole = list(kept)
    _keep_clause(tokens, doings, kept, anchor)
    title = _written(sentence, tokens, kept, anchor)
    if _is_fragment(title):
        title = _written(sentence, tokens, whole, anchor)
    if _is_fragment(title):
        undated = [at >= dropped for at in range(len(tokens))]
        _drop_brackets(tokens, undated, anchor)
        _drop_dates(tokens, undated)
        title = _written(sentence, tokens, undated, anchor)
    return title


def _any_word(tokens: list[Token], kept: list[bool]) -> int | None:
    return next((at for at, token in enumerate(tokens) if kept[at] and is_word(token) and not token.is_date), None)


def _drop(kept: list[bool], places: Iterable[int]) -> None:
    for at in places:
        kept[at] = False


def _drop_brackets(tokens: list[Token], kept: list[bool], anchor: int) -> None:
    opened: list[int] = []
    for at, token in enumerate(tokens):
        if token.text in "([{":
            opened.append(at)
        elif token.text in ")]}" and opened:
            start = opened.pop()
            if not start < anchor < at:
                _drop(kept, range(start, at + 1))
            else:
                _drop(kept, (start, at))
        elif token.text in ")]}":
            kept[at] = False
    _drop(kept, opened)


def _drop_dates(tokens: list[Token], kept: list[bool]) -> None:
    for at, token in enumerate(tokens):
        if not token.is_date:
            continue
        start, end = at, at + 1
        possessive = end < len(tokens) and tokens[end].low in ("'s", "’s")
        described = at and (tokens[at - 1].low in DETERMINERS or tokens[at - 1].low.endswith(("'s", "’s")))
        if possessive:
            _drop(kept, (at, end))
            start, end = at, end + 1
        elif described:
            kept[at] = False
            following = tokens[end] if end < len(tokens) else None
            if (
                following is not None
                and is_word(following)
                and following.low not in PREPOSITIONS
                and not following.is_date
            ):
                continue
            start -= 1
        while start and tokens[start - 1].low in DATE_LEADS:
            start -= 1
        if start and end < len(tokens) and tokens[start - 1].text == "," and tokens[end].text == ",":
            start -= 1
            end += 1
        elif end < len(tokens) and tokens[end].text == ",":
            if start == 0 or not is_word(tokens[start - 1]):
                end += 1
        elif start and tokens[start - 1].text == "," and (end == len(tokens) or not is_word(tokens[end])):
            start -= 1
        _drop(kept, range(start, end))


def _drop_attributions(tokens: list[Token], doings: list[Doing], kept: list[bool], anchor: int) -> None:
    """ "..., the minister said", "the minister said that ...", "according to ..."."""
    for at, token in enumerate(tokens):
        if token.low == "according" and at + 1 < len(tokens) and tokens[at + 1].low == "to":
            end = at
            while end < len(tokens) and tokens[end].text not in ",.;" and tokens[end].text not in QUOTES:
                end += 1
            start = at - 1 if at and tokens[at - 1].text == "," else at
            if not start <= anchor < end:
                _drop(kept, range(start, end + 1 if at == 0 and end < len(tokens) else end))
    for doing in doings:
        if (
            doing.kind not in ("finite", "participle")
            or doing.lemma not in REPORTING
            or doing.at == anchor
            and doing.lemma in SAYING_ACTS
        ):
            continue
        span = _attribution(tokens, doings, doing)
        if span is None:
            continue
        start, end = span
        rest = [
            at
            for at in range(len(tokens))
            if kept[at] and not start <= at < end and is_word(tokens[at]) and not tokens[at].is_date
        ]
        inside = start <= anchor < end and anchor != doing.at
        if len(rest) >= SHORTEST_WORDS and not inside:
            _drop(kept, range(start, end))


def _attribution(tokens: list[Token], doings: list[Doing], doing: Doing) -> tuple[int, int] | None:
    left = doing.first - 1
    while left >= 0 and not (tokens[left].text in ",;:" or tokens[left].text in QUOTES or tokens[left].text in DASHES):
        left -= 1
    right = doing.until
    while right < len(tokens) and not (
        tokens[right].text in ".;:," or tokens[right].text in QUOTES or tokens[right].text in DASHES
    ):
        right += 1
    behind = tokens[doing.until : right]
    that = next((place for place, token in enumerate(behind[:10]) if token.low == "that"), None)
    speech = [other for other in doings if doing.until <= other.at < right and other.kind in ("finite", "copula")]
    if that is not None:
        # "the minister told reporters on Monday that ..."
        return left + 1, doing.until + that + 1
    if speech:
        # "the minister said the talks had failed": up to the subject of what was said.
        subject = doing.until
        while subject < speech[0].first and (tokens[subject].is_date or tokens[subject].low in DATE_LEADS):
            subject += 1
        if doing.lemma not in REPORTING or subject >= speech[0].first:
            return None
        return left + 1, subject
    if left >= 0:
        start = left if tokens[left].text in "," else left + 1
        while start and (tokens[start - 1].text == "," or tokens[start - 1].text in DASHES):
            start -= 1
        return start, right
    if right < len(tokens) and (tokens[right].text in ":," or tokens[right].text in QUOTES):
        return 0, right + 1
    return None


def _keep_clause(tokens: list[Token], doings: list[Doing], kept: list[bool], anchor: int) -> None:
    left = right = anchor
    finite = [doing for doing in doings if doing.kind in ("finite", "copula")]
    while left > 0 and not _opens(tokens, finite, left - 1, anchor):
        left -= 1
    relative = None
    if left > 0 and tokens[left - 1].low in ("who", "which", "that"):
        relative = left - 1
    while right < len(tokens) and not _closes(tokens, finite, kept, right, anchor):
        right += 1
    for at in range(len(tokens)):
        if not left <= at < right:
            kept_subject = (
                relative is not None and _antecedent(tokens, relative) <= at < relative and tokens[at].text != ","
            )
            if not kept_subject:
                kept[at] = False
    _drop_insertions(tokens, doings, kept, anchor)


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
        return any(doing.at == anchor and at < doing.first for doing in finite) and not any(
            doing.at < anchor and doing.at > at for doing in finite
        )
    if token.low in CONJUNCTIONS and (tokens[at - 1].text == "," if at else True):
        ahead = [doing for doing in finite if at < doing.first and doing.first <= max(anchor, at + 12)]
        subject = bool(ahead) and ahead[0].first > at + 1 and ahead[0].at <= anchor
        return subject and any(doing.at < at for doing in finite)
    return False


def _closes(tokens: list[Token], finite: list[Doing], kept: list[bool], at: int, anchor: int) -> bool:
    token = tokens[at]
    if token.text in ";:" or token.text in DASHES and at > anchor:
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
    if token.low in ("while", "although", "though", "whereas", "because") and at > anchor + 2:
        return True
    return False


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


def _drop_insertions(tokens: list[Token], doings: list[Doing], kept: list[bool], anchor: int) -> None:
    """A relative clause between commas that does not tell the event: ", which is based in Oslo, "."""
    at = 0
    while at < len(tokens) - 1:
        if tokens[at].text == "," and tokens[at + 1].low in ("who", "which", "whose", "where") and kept[at + 1]:
            end = at + 2
            while end < len(tokens) and tokens[end].text not in ",;.":
                end += 1
            if end < len(tokens) and tokens[end].text == "," and not at < anchor < end:
                _drop(kept, range(at, end + 1))
                at = end
        at += 1


def _written(sentence: str, tokens: list[Token], kept: list[bool], anchor: int) -> str:
    places = [at for at, keep in enumerate(kept) if keep and not tokens[at].is_date]
    places = _trim(tokens, places)
    places = _shorten(tokens, places, anchor)
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


def _trim(tokens: list[Token], places: list[int]) -> list[int]:
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
    while places and (not is_word(tokens[places[-1]]) or tokens[places[-1]].low in NEVER_LAST):
        places = places[:-1]
    return places


def _shorten(tokens: list[Token], places: list[int], anchor: int) -> list[int]:
    def length(chosen: list[int]) -> int:
        return sum(tokens[at].end - tokens[at].start + 1 for at in chosen)

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
    return _trim(tokens, places[: max(breaks, default=most)])


def _is_fragment(title: str) -> bool:
    words = title.split()
    if len(words) < SHORTEST_WORDS:
        return True
    lows = [word.lower().strip(",") for word in words]
    return all(low in REPORTING or low in PRONOUNS or low in PREPOSITIONS or low in DETERMINERS for low in lows)
