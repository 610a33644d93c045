"""What a title leaves out of who said it: "..., the minister said", "the minister told reporters that ..."."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.telling.meanings import DENYING, SAYING_ACTS
from timeline.telling.omissions import DATE_LEADS, drop
from timeline.telling.sayings import is_saying
from timeline.telling.tokens import DASHES, DETERMINERS, QUOTES, Token, is_adverb, is_word

if TYPE_CHECKING:
    from timeline.telling.predicates import Doing


SHORTEST_WORDS = 3


def drop_attributions(tokens: list[Token], doings: list[Doing], kept: list[bool], anchor: int) -> None:
    """ "..., the minister said", "the minister said that ...", "according to ..."."""
    for at, token in enumerate(tokens):
        if token.low == "according" and at + 1 < len(tokens) and tokens[at + 1].low == "to":
            end = at
            while end < len(tokens) and tokens[end].text not in ",.;" and tokens[end].text not in QUOTES:
                end += 1
            start = at - 1 if at and tokens[at - 1].text == "," else at
            if not start <= anchor < end:
                drop(kept, range(start, end + 1 if at == 0 and end < len(tokens) else end))
    for doing in doings:
        if (
            doing.kind not in ("finite", "participle")
            or not is_saying(tokens, doings, doing)
            # "Compaq, which said it found the flaw, plans ...": what only describes goes by itself.
            or (doing.first and tokens[doing.first - 1].low in ("who", "which"))
            # Without its denial a title would tell the opposite.
            or doing.lemma in DENYING
            or (doing.at == anchor and doing.lemma in SAYING_ACTS)
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
            drop(kept, range(start, end))


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
    if that is not None or speech:
        left = _head_of_sayer(tokens, doings, left)
    if that is not None and not (speech and speech[0].first < doing.until + that):
        # "the minister told reporters on Monday that ..."
        return left + 1, doing.until + that + 1
    if speech:
        # "the minister said the talks had failed": up to the subject of what was said.
        subject = doing.until
        while subject < speech[0].first and (tokens[subject].is_date or tokens[subject].low in DATE_LEADS):
            subject += 1
        if subject >= speech[0].first:
            return None
        return left + 1, subject
    if left >= 0:
        if tokens[left].text == "," and left == doing.first - 1:
            left = _name_of_sayer(tokens, left)
        start = left if left >= 0 and tokens[left].text == "," else left + 1
        while start and (tokens[start - 1].text == "," or tokens[start - 1].text in DASHES):
            start -= 1
        return start, _end_of_sayer(tokens, doings, doing, right)
    if right < len(tokens) and (tokens[right].text in ":," or tokens[right].text in QUOTES):
        return 0, right + 1
    return None


def _describes(tokens: list[Token], doing: Doing) -> bool:
    """Whether a verb stands in a relative clause: "which already holds", "who was there"."""
    at = doing.first - 1
    while at > 0 and is_adverb(tokens[at]):
        at -= 1
    return at >= 0 and tokens[at].low in ("who", "which", "that")


def _head_of_sayer(tokens: list[Token], doings: list[Doing], left: int) -> int:
    """Where the words before a saying begin, what is set off in them passed over: "Ann Lee, a guide, who was there, said"."""
    at = left
    while at >= 0 and not (tokens[at].text in ";:" or tokens[at].text in QUOTES or tokens[at].text in DASHES):
        at -= 1
    inside = [doing for doing in doings if at < doing.at < left and doing.kind in ("finite", "copula")]
    described = all(_describes(tokens, doing) for doing in inside)
    return at if described else left


def _name_of_sayer(tokens: list[Token], comma: int) -> int:
    """The stop before a name that is explained before the saying: "[,] Ann Lee, a guide, said"."""
    inner = next((at for at in range(comma - 1, -1, -1) if tokens[at].text in ",;:" or tokens[at].text in QUOTES), -1)
    if inner < 0 or tokens[inner].text != ",":
        return comma
    return next((at for at in range(inner - 1, -1, -1) if tokens[at].text in ",;:" or tokens[at].text in QUOTES), comma)


def _end_of_sayer(tokens: list[Token], doings: list[Doing], saying: Doing, right: int) -> int:
    """Where the words behind a saying end: "..., said Ann Lee, [a guide who was there]"."""
    if saying.until >= right or right + 1 >= len(tokens) or tokens[right].text != ",":
        return right
    if not tokens[right - 1].text[0].isupper() or tokens[right + 1].low not in DETERMINERS | {"who", "whose"}:
        return right
    inside = [doing for doing in doings if doing.at > right and doing.kind in ("finite", "copula")]
    described = all(_describes(tokens, doing) for doing in inside)
    return len(tokens) if described else right
