"""What a title leaves out of its sentence: brackets, dates, verbs that have their own date."""

from __future__ import annotations

import itertools
from collections.abc import Iterable
from typing import TYPE_CHECKING

from timeline.telling.meanings import OWN_DOING
from timeline.telling.sayings import is_saying
from timeline.telling.tokens import (
    CONJUNCTIONS,
    DETERMINERS,
    PREPOSITIONS,
    SUBORDINATORS,
    Token,
    bounds_dates,
    is_adverb,
    is_word,
)
from timeline.telling.verbs import VERB_FORMS

if TYPE_CHECKING:
    from timeline.telling.predicates import Doing

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
    return not one.passive or not (objected or other.lemma in OWN_DOING)
