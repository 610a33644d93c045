"""The title of an event: its clause without the date, the attribution, the brackets and what trails behind.

A title is cut only between words, keeps the first letter of the text, and is never a fragment: where the clause of the
event gives none, the whole sentence does.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.telling.fragments import flaws
from timeline.telling.nouns import EVENT_NOUNS
from timeline.telling.omissions import DATE_LEADS, drop, drop_attributions, drop_brackets, drop_coordinated, drop_dates
from timeline.telling.sayings import is_saying
from timeline.telling.shortening import LONGEST, arrange, write_out
from timeline.telling.subjects import PERSONAL, POSSESSIVE, sayer, stand_in
from timeline.telling.tokens import (
    CONJUNCTIONS,
    DASHES,
    DETERMINERS,
    PREPOSITIONS,
    SUBORDINATORS,
    Token,
    is_word,
)
from timeline.telling.verbs import DENYING, FUTURE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline.telling.predicates import Doing

# A clause that one of these opens ends at its comma.
SUBORDINATE = frozenset("when while because although though after before if as once since until".split())
_LEADS = DATE_LEADS - SUBORDINATE
# "both groups, the latter founded in 2011, ..."
_PARTS = frozenset("latter former first second third last oldest newest largest".split())


def headline(
    sentence: str,
    tokens: list[Token],
    doings: list[Doing],
    trigger: int | None,
    dropped: int = 0,
    told_before: Sequence[str] = (),
) -> str:
    """The title of the happening at token `trigger`; `dropped` tokens at the beginning (a dateline) are left out.

    `told_before` are the words of the subject of the sentence before: a pronoun may stand for them.
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
    announced = _is_announcement(tokens, doings, anchor)
    if not announced:
        drop_attributions(tokens, doings, kept, anchor)
    _drop_bare_participles(tokens, doings, kept)
    whole = list(kept)
    _keep_clause(tokens, doings, kept, anchor)
    undated = [at >= dropped for at in range(len(tokens))]
    drop_brackets(tokens, undated, anchor)
    drop_dates(tokens, doings, undated)
    written: list[tuple[float, str]] = []
    for choice in (kept, whole, undated):
        drop_coordinated(tokens, doings, choice, anchor)
        places = arrange(tokens, doings, choice, anchor)
        first = next((at for at in places if is_word(tokens[at])), None)
        named = _antecedent_of(tokens, doings, first, list(told_before)) if first is not None else None
        title = write_out(sentence, tokens, places)
        if named is not None and first is not None and len(title) + len(named) <= LONGEST:
            title = named + write_out(sentence, tokens, places[places.index(first) :])[len(tokens[first].text) :]
        else:
            named = None
        written.append((flaws(tokens, doings, places, trigger, named=named is not None, announced=announced), title))
    return min(written, key=lambda one: one[0])[1]


def _is_announcement(tokens: list[Token], doings: list[Doing], anchor: int) -> bool:
    """Whether the event is a saying that something will happen."""
    saying = next((doing for doing in doings if doing.at == anchor), None)
    if saying is None or not is_saying(tokens, doings, saying):
        return False
    told = [doing for doing in doings if doing is not saying and doing.kind in ("finite", "copula")]
    return bool(told) and all(doing.modal in FUTURE | {"would"} for doing in told)


def _antecedent_of(tokens: list[Token], doings: list[Doing], first: int, told_before: list[str]) -> str | None:
    """What the pronoun at the head of a title stands for, where that is clear."""
    pronoun = tokens[first].low
    kinds = PERSONAL if pronoun in PERSONAL else POSSESSIVE
    if pronoun not in kinds:
        return None
    opens = not any(is_word(token) and not token.is_date and token.low not in DATE_LEADS for token in tokens[:first])
    subject = told_before if opens else sayer(tokens, doings, first)
    named = stand_in(pronoun, kinds, subject)
    if named is None or kinds is PERSONAL:
        return named
    return f"{named}’" if named.endswith("s") else f"{named}’s"


def _drop_bare_participles(tokens: list[Token], doings: list[Doing], kept: list[bool]) -> None:
    """A participle that only carried its date: "a report published on Tuesday blamed the pilot"."""
    verbs = {doing.first for doing in doings if doing.kind in ("finite", "copula")}
    for doing in doings:
        if doing.kind == "participle" and doing.until < len(tokens) and not kept[doing.until]:
            following = next((at for at in range(doing.until, len(tokens)) if kept[at]), None)
            if following in verbs and any(token.is_date for token in tokens[doing.until : following]):
                drop(kept, range(doing.at, doing.until))


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
    # "when the storm had passed, crews began": the clause ends at its comma.
    set_off = set_off or (left > 0 and tokens[left - 1].low in SUBORDINATE)
    while right < len(tokens) and not _closes(tokens, finite, kept, right, anchor):
        if set_off and tokens[right].text == "," and right > anchor and not _in_list(tokens, right):
            break
        right += 1
    for at in range(len(tokens)):
        if not left <= at < right:
            antecedent = relative is not None and _antecedent(tokens, finite, relative) <= at < relative
            if not (antecedent and tokens[at].text != ","):
                kept[at] = False
    if inserted is not None:
        kept[inserted] = False
    _drop_insertions(tokens, doings, kept, anchor)


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
    if token.text == ",":
        return _ends_subordinate(tokens, finite, at, anchor)
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
        # Without its denial a clause would tell the opposite.
        if _closed_before(tokens, finite, at, anchor) or any(
            doing.lemma in DENYING and at - 3 < doing.at < at for doing in finite
        ):
            return False
        ahead = [doing for doing in finite if doing.first > at]
        # "The man who threw the stone was caught": the relative clause ends before its noun's own verb.
        if token.low in ("who", "which", "where") and ahead and ahead[0].at < anchor:
            return False
        return any(at < doing.first <= anchor or doing.at == anchor for doing in finite)
    named_so = token.low == "as" and at > 0 and tokens[at - 1].low in ("known", "such", "described", "seen")
    if token.low in ("after", "before", "as", "since", "until", "once") and not named_so:
        mine = any(doing.at == anchor and at < doing.first for doing in finite)
        between = any(at < doing.at < anchor for doing in finite)
        # "After six years of argument the council approved": without another verb it opens no clause.
        return mine and not between and any(doing.at < at or doing.at > anchor for doing in finite)
    if token.low in CONJUNCTIONS and (tokens[at - 1].text == "," if at else True):
        ahead = [doing for doing in finite if at < doing.first and doing.first <= max(anchor, at + 12)]
        subject = bool(ahead) and ahead[0].first > at + 1 and ahead[0].at <= anchor
        return subject and any(doing.at < at for doing in finite)
    return False


def _ends_subordinate(tokens: list[Token], finite: list[Doing], comma: int, anchor: int) -> bool:
    """Whether a comma closes the clause that opens the sentence: "When the storm had passed, crews began ..."."""
    opening = next(
        (at for at, token in enumerate(tokens) if is_word(token) and not token.is_date and token.low not in _LEADS),
        None,
    )
    if opening is None or opening >= comma or tokens[opening].low not in SUBORDINATE:
        return False
    inner = [doing for doing in finite if opening < doing.at < comma]
    mine = [doing for doing in finite if comma < doing.first <= anchor or doing.at == anchor]
    return bool(inner) and bool(mine) and mine[0].first > comma + 1


def _closed_before(tokens: list[Token], finite: list[Doing], at: int, anchor: int) -> bool:
    """Whether the clause that a word opens has ended before the anchor: "it will be, if they are right, replaced"."""
    inner = next((doing for doing in finite if doing.first > at), None)
    if inner is None or inner.at >= anchor:
        return False
    comma = any(tokens[place].text == "," for place in range(inner.at, anchor))
    return comma and at > 0 and tokens[at - 1].text == ","


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


def _antecedent(tokens: list[Token], finite: list[Doing], relative: int) -> int:
    """Where the noun begins that a relative clause describes: "Police fired at [protesters] who had gathered"."""
    verb = next((doing for doing in reversed(finite) if doing.at < relative), None)
    at = relative - 1
    if at >= 0 and tokens[at].text == ",":
        at -= 1
    while (
        at >= 0
        and is_word(tokens[at])
        and not tokens[at].is_date
        and tokens[at].low not in (SUBORDINATORS - {"as"}) | CONJUNCTIONS
    ):
        if tokens[at].low in DETERMINERS:
            return at
        behind_verb = verb is not None and verb.at < at and tokens[at].low in PREPOSITIONS - {"of"}
        if behind_verb or (verb is not None and verb.at == at):
            break
        at -= 1
    return at + 1


def _drop_insertions(tokens: list[Token], doings: list[Doing], kept: list[bool], anchor: int) -> None:
    """What is set off between commas and does not tell the event: ", which is based in Oslo,", ", elected in 2011,"."""
    described = {doing.at for doing in doings if doing.kind in ("finite", "participle") and doing.first == doing.at}
    at = 0
    while at < len(tokens) - 1:
        relative = tokens[at + 1].low in ("who", "which", "whose", "where") and kept[at + 1]
        partitive = tokens[at + 1].low == "the" and at + 2 < len(tokens) and tokens[at + 2].low in _PARTS
        inserted = at + 1 in described or (partitive and at + 3 in described)
        if tokens[at].text == "," and (relative or inserted):
            end = at + 2
            while end < len(tokens) and tokens[end].text not in ",;.":
                end += 1
            dated = relative or any(token.is_date for token in tokens[at + 2 : end + 1])
            if dated and end < len(tokens) and tokens[end].text == "," and not at < anchor < end:
                drop(kept, range(at, end + 1))
                at = end
        at += 1
