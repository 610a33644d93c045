"""What a title leaves out of its sentence: brackets, dates, verbs that have their own date.

What a title leaves out of who said it: "..., the minister said", "the minister told reporters that ...".
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable
from typing import TYPE_CHECKING

from timeline.events.candidates import is_saying
from timeline.languages.en.morphology import VERB_FORMS
from timeline.languages.en.words import (
    CONJUNCTIONS,
    DASHES,
    DENIAL_VERBS,
    DETERMINERS,
    INTRANSITIVE_VERBS,
    PREPOSITIONS,
    QUOTES,
    SPEECH_ACT_VERBS,
    SUBORDINATORS,
    Token,
    bounds_dates,
    is_adverb,
    is_word,
)

if TYPE_CHECKING:
    from timeline.events.tagging import Doing


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
            or doing.lemma in DENIAL_VERBS
            or (doing.at == anchor and doing.lemma in SPEECH_ACT_VERBS)
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


# Words that lead into a date and go with it.
DATE_LEADS = frozenset(
    "on in at by from since until till around about over during through throughout before after of early mid late between within for as "
    "am im vom seit bis ab zum le en du au depuis dès jusqu'au el del desde hasta para il dal nel em no na op sinds "
    "only just gegen um à al fino até ao dia tot vanaf om в во с со до по к ко на около у із зі з від після о об під".split()
)
# "in the course of the summer", "by the end of October"
BETWEEN_DATES = CONJUNCTIONS | DATE_LEADS | {"again", "then"}
PARTS = frozenset("course end beginning start middle close eve".split())


def drop(kept: list[bool], places: Iterable[int]) -> None:
    """Leave out tokens by their places."""
    for at in places:
        kept[at] = False


def drop_brackets(tokens: list[Token], kept: list[bool], anchor: int) -> None:
    """Leave out what stands in brackets, or the brackets alone around the anchor."""
    opened: list[int] = []
    for at, token in enumerate(tokens):
        if token.text in "([{":
            opened.append(at)
        elif token.text in ")]}" and opened:
            start = opened.pop()
            if not start < anchor < at:
                drop(kept, range(start, at + 1))
            else:
                drop(kept, (start, at))
        elif token.text in ")]}":
            kept[at] = False
    drop(kept, opened)


def drop_dates(tokens: list[Token], doings: list[Doing], kept: list[bool]) -> None:
    """Leave out each date with the small words that lead into it and the commas that set it off."""
    particles = {at for doing in doings for at in range(doing.at + 1, doing.until)}
    firsts = {doing.first for doing in doings if doing.kind in ("finite", "copula")}
    for one, other in itertools.pairwise(at for at, token in enumerate(tokens) if token.is_date):
        # "its fourth quarter ended yesterday", "in March and again in June"
        between = [token.low for token in tokens[one + 1 : other]]
        # The second date of "left in May and in June the town fell" opens a clause.
        owned = other + 1 < len(tokens) and tokens[other + 1].low in ("'s", "’s")
        closed = other + 1 == len(tokens) or other + 1 in firsts or not (is_word(tokens[other + 1]) or owned)
        closed = closed or tokens[other + 1].low in PREPOSITIONS
        listed = bool(CONJUNCTIONS & set(between)) and BETWEEN_DATES.issuperset(between) and closed
        if listed or bounds_dates(tokens, one + 1):
            drop(kept, range(one + 1, other))
    for at, token in enumerate(tokens):
        if not token.is_date:
            continue
        start, end = at, at + 1
        possessive = end < len(tokens) and tokens[end].low in ("'s", "’s")
        described = at and (tokens[at - 1].low in DETERMINERS or tokens[at - 1].low.endswith(("'s", "’s")))
        if possessive:
            drop(kept, (at, end))
            if end + 1 < len(tokens) and is_word(tokens[end + 1]):
                # "at Friday's talks": the preposition belongs to the talks.
                continue
            start, end = at, end + 1
        elif described:
            kept[at] = False
            while end < len(tokens) and (bounds_dates(tokens, end) or tokens[end].is_date):
                end += 1
            following = tokens[end] if end < len(tokens) else None
            if (
                following is not None
                and end not in firsts
                and is_word(following)
                and following.low not in PREPOSITIONS
                and not following.is_date
            ):
                continue
            start -= 1
        while start and tokens[start - 1].low in DATE_LEADS and start - 1 not in particles:
            if tokens[start - 1].low in SUBORDINATORS and tokens[start].low in ("in", "on", "at"):
                # "until in March the envoy left": it opens a clause.
                break
            start -= 1
        before = tokens[start - 2] if start > 1 else None
        if start and tokens[start - 1].low == "effective" and before is not None:
            # "a new pact effective June 1", but "the pact became effective in June"
            told = is_adverb(before) or any(
                one.at <= start - 2 < one.until and one.kind in ("finite", "copula") for one in doings
            )
            start -= not told
        if tokens[start].low == "of" and start > 1 and tokens[start - 1].low in PARTS:
            start -= 1
            while start and (tokens[start - 1].low in DETERMINERS or tokens[start - 1].low in DATE_LEADS):
                start -= 1
        if (
            [token.low for token in tokens[end : end + 2]] == ["at", "the"]
            and len(tokens) > end + 2
            and tokens[end + 2].low in ("earliest", "latest")
        ):
            end += 3
        if start and end < len(tokens) and tokens[start - 1].text == "," and tokens[end].text == ",":
            start -= 1
            end += 1
        elif end < len(tokens) and tokens[end].text == ",":
            if start == 0 or not is_word(tokens[start - 1]) or tokens[start - 1].low in SUBORDINATORS:
                end += 1
        elif start and tokens[start - 1].text == "," and (end == len(tokens) or not is_word(tokens[end])):
            start -= 1
        drop(kept, range(start, end))


def drop_coordinated(tokens: list[Token], doings: list[Doing], kept: list[bool], anchor: int) -> None:
    """Leave out the verb that "and" ties to that of the event, where each has its own date: "was born in 1950 and died in 1999"."""
    verbs = [doing for doing in doings if doing.kind in ("finite", "copula") and not is_saying(tokens, doings, doing)]
    for one, other in itertools.pairwise(verbs):
        joint = other.first - 1
        if tokens[joint].low not in ("and", "but") or not one.until <= joint or anchor not in (one.at, other.at):
            continue
        end = next((at for at in range(other.until, len(tokens)) if tokens[at].text in ",;:."), len(tokens))
        between = tokens[one.until : joint]
        if not any(token.is_date for token in between) or not any(token.is_date for token in tokens[other.until : end]):
            continue
        if any(token.text in ",;:" for token in between[:-1]):
            continue
        if anchor == one.at:
            drop(kept, range(joint, end))
        else:
            drop(kept, range(one.at if shares_auxiliary(tokens, one, other) else one.first, joint + 1))


def shares_auxiliary(tokens: list[Token], one: Doing, other: Doing) -> bool:
    """Whether a second verb leans on the auxiliary of the first: "was arrested in May and freed in June", not "and died"."""
    if one.first == one.at or other.first != other.at:
        return False
    form = VERB_FORMS.get(tokens[other.at].low)
    if form is None or not form.participle:
        return not (form and form.past)
    following = tokens[other.until] if other.until < len(tokens) else None
    objected = (
        following is not None and is_word(following) and not following.is_date and following.low not in PREPOSITIONS
    )
    return not one.passive or not (objected or other.lemma in INTRANSITIVE_VERBS)
