"""Where the clause of a happening begins and ends in its sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.events.compression import DATE_LEADS, drop
from timeline.languages.en.words import (
    CONJUNCTIONS,
    DASHES,
    DENIAL_VERBS,
    DETERMINERS,
    EVENT_NOUNS,
    PREPOSITIONS,
    PRONOUNS,
    SUBORDINATORS,
    Token,
    is_word,
)

if TYPE_CHECKING:
    from timeline.events.tagging import Doing

# A clause that one of these opens ends at its comma.
SUBORDINATE = frozenset("when while because although though after before if as once since until".split())
_LEADS = DATE_LEADS - SUBORDINATE
# "both groups, the latter founded in 2011, ..."
_PARTS = frozenset("latter former first second third last oldest newest largest".split())


def keep_clause(tokens: list[Token], doings: list[Doing], kept: list[bool], anchor: int) -> None:
    """Keep what belongs to the clause of the happening at token `anchor`, with the noun that a relative clause describes."""
    left = right = anchor
    finite = [doing for doing in doings if doing.kind in ("finite", "copula")]
    inserted = _insertion(tokens, doings, kept, anchor)
    told = _told_at(tokens, finite, anchor)
    while left > 0 and not _opens(tokens, finite, left - 1, told, anchor):
        left -= 1
    relative = left - 1 if left > 0 and tokens[left - 1].low in ("who", "which", "that") else None
    set_off = inserted is not None or (relative is not None and relative > 0 and tokens[relative - 1].text == ",")
    # "when the storm had passed, crews began": the clause ends at its comma.
    set_off = set_off or (left > 0 and tokens[left - 1].low in SUBORDINATE)
    while right < len(tokens) and not _closes(tokens, finite, kept, right, anchor):
        comma = tokens[right].text == "," and right > anchor
        if comma and set_off and not _in_list(tokens, right):
            break
        if comma and relative is not None and any(doing.first == right + 1 for doing in finite):
            # "the talks that are to end in May, invited ...": the verb of the clause around it.
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


def _told_at(tokens: list[Token], finite: list[Doing], anchor: int) -> int:
    """The verb that a noun is the subject of ("until the agreement was reached"), or the word itself."""
    verb = next((doing for doing in finite if doing.first > anchor), None)
    if verb is None or any(doing.at == anchor for doing in finite):
        return anchor
    between = tokens[anchor + 1 : verb.first]
    plain = all(
        (is_word(token) or token.is_date) and token.low not in SUBORDINATORS | CONJUNCTIONS for token in between
    )
    return verb.at if plain else anchor


def _insertion(tokens: list[Token], doings: list[Doing], kept: list[bool], anchor: int) -> int | None:
    """The comma before a participle that is set off from its noun: "the operation, launched in May, goes on"."""
    doing = next(
        (one for one in doings if one.at == anchor and one.kind in ("participle", "finite") and one.first == one.at),
        None,
    )
    if doing is None or anchor < 2 or tokens[anchor - 1].text != ",":
        return None
    if doing.kind == "finite" and sum(kept[at] and tokens[at].text == "," for at in range(anchor)) % 2 == 0:
        # "Lund, on a visit to Oslo, asked": the comma closes.
        return None
    following = next((at for at in range(anchor, len(tokens)) if tokens[at].text == ","), None)
    if following is None or not any(one.kind in ("finite", "copula") and one.first > following for one in doings):
        return None
    return anchor - 1


def _in_list(tokens: list[Token], comma: int) -> bool:
    """Whether a comma stands between the members of a list: capitals or numbers on both sides."""
    return comma + 1 < len(tokens) and tokens[comma - 1].text[0].isupper() and tokens[comma + 1].text[0].isupper()


def _opens(tokens: list[Token], finite: list[Doing], at: int, anchor: int, noun: int) -> bool:
    """Whether the clause of the verb at `anchor`, or of the noun that is its subject, begins behind the token."""
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
            doing.lemma in DENIAL_VERBS and at - 3 < doing.at < at for doing in finite
        ):
            return False
        ahead = [doing for doing in finite if doing.first > at]
        # "The man who threw the stone was caught": the relative clause ends before its noun's own verb.
        relative = token.low in ("who", "which", "where") or (token.low == "that" and _describes(tokens, finite, at))
        if relative and ahead and ahead[0].at < anchor:
            return False
        return any(at < doing.first <= anchor or doing.at == anchor for doing in finite)
    resulting = token.low == "as" and [after.low for after in tokens[at + 1 : at + 3]] == ["a", "result"]
    named_so = resulting or (
        token.low == "as" and at > 0 and tokens[at - 1].low in ("known", "such", "described", "seen")
    )
    if token.low in ("after", "before", "as", "since", "until", "once") and not named_so:
        mine = any(doing.at == anchor and at < doing.first for doing in finite)
        between = any(at < doing.at < anchor for doing in finite)
        # "After two skirmishes, battles began", "the share before the sale is small": it leads no verb.
        if any(inner.text == "," or inner.low in CONJUNCTIONS for inner in tokens[at + 1 : noun]):
            return False
        # "After six years of argument the council approved": without another verb it opens no clause.
        behind = noun == anchor and any(doing.at > anchor for doing in finite)
        # "As the flood rose, the town fled": the main clause stands behind the comma.
        comma = next((place for place in range(anchor, len(tokens)) if tokens[place].text == ","), len(tokens))
        fronted = not any(is_word(word) and not word.is_date and word.low not in _LEADS for word in tokens[:at])
        behind = behind or (fronted and any(doing.first > comma for doing in finite))
        return mine and not between and (behind or any(doing.at < at for doing in finite))
    if token.low in CONJUNCTIONS and (not at or tokens[at - 1].text == "," or _is_complete(tokens, finite, at)):
        ahead = [doing for doing in finite if at < doing.first and doing.first <= max(anchor, at + 12)]
        subject = bool(ahead) and ahead[0].first > at + 1 and ahead[0].at <= anchor
        return subject and any(doing.at < at for doing in finite)
    return False


def _ends_subordinate(tokens: list[Token], finite: list[Doing], comma: int, anchor: int) -> bool:
    """Whether a comma closes the clause that opens the sentence: "When the storm had passed, crews began ..."."""
    opening = next(
        (
            at
            for at, token in enumerate(tokens)
            if is_word(token) and not token.is_date and token.low not in _LEADS | CONJUNCTIONS
        ),
        None,
    )
    if opening is None or opening >= comma or tokens[opening].low not in SUBORDINATE:
        return False
    inner = [doing for doing in finite if opening < doing.at < comma]
    mine = [doing for doing in finite if comma < doing.first] if anchor > comma else []
    return bool(inner) and bool(mine) and mine[0].first > comma + 1


def _is_complete(tokens: list[Token], finite: list[Doing], conjunction: int) -> bool:
    """Whether a clause is whole before "and", though no comma says so: "he was demoted and the army left"."""
    verb = next((doing for doing in reversed(finite) if doing.at < conjunction), None)
    if verb is None or not verb.passive:
        return False
    following = tokens[conjunction + 1] if conjunction + 1 < len(tokens) else None
    opens = following is not None and (following.low in DETERMINERS | PRONOUNS or following.text[0].isupper())
    return opens and not any(token.low in PREPOSITIONS for token in tokens[verb.until : conjunction])


def _describes(tokens: list[Token], finite: list[Doing], that: int) -> bool:
    """Whether "that" stands behind a noun in the plural, and opens no content: "the talks that are to end in May"."""
    low = tokens[that - 1].low if that else ""
    return low.endswith("s") and not low.endswith("ss") and not any(doing.at == that - 1 for doing in finite)


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
        # A name needs no "that": it describes a noun before ("the attack on Lund that lasted").
        past_name = tokens[relative].low == "that" and tokens[relative - 1].text[0].isupper()
        behind_verb = not past_name and verb is not None and verb.at < at and tokens[at].low in PREPOSITIONS - {"of"}
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
            while end < len(tokens) and tokens[end].text not in ",;":
                end += 1
            dated = relative or any(token.is_date for token in tokens[at + 2 : end + 1])
            if dated and end < len(tokens) and tokens[end].text == "," and not at < anchor < end:
                drop(kept, range(at, end + 1))
                at = end
        at += 1
