"""What a title leaves out of its clause: dates, brackets, openers, coordinated verbs, and what may go for length.

Each function takes the numbers of the words that are kept and returns those that stay.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.events.clauses import is_verb
from timeline.languages.en.words import REPORTING_VERBS, VERB_PARTICLES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline.events.clauses import Clause
    from timeline.events.parsing import Parse

LONGEST = 110
_OPENERS = frozenset(
    "meanwhile however also then later earlier now moreover furthermore nevertheless nonetheless still thus therefore "
    "instead indeed yet so finally eventually subsequently additionally separately elsewhere afterwards afterward "
    "consequently already perhaps though too again first second third lastly".split()
)
_QUOTES = frozenset("\"“”«»„‟``''")
_OPENING, _CLOSING = frozenset("([{-LRB-"), frozenset(")]}-RRB-")
# Words that only join others: without what they joined they go, too.
_JOINTS = ("det", "case", "prep", "cc", "mark", "punct", "poss", "amod", "advmod", "quantmod", "nummod", "predet")
_DATE_MODIFIERS = ("advmod", "amod", "det", "punct", "quantmod", "nummod", "npadvmod", "predet", "case", "intj")


def is_particle(parse: Parse, at: int) -> bool:
    """Whether a small word belongs to the verb before it: "sworn in"."""
    word = parse.words[at]
    return word.dep == "prt" or (at > 0 and VERB_PARTICLES.get(parse.words[at - 1].lemma) == word.low)


def without_dates(parse: Parse, kept: set[int], dates: list[tuple[int, int]], spare: set[int]) -> set[int]:
    """The words without the dates, and without the prepositions that carried nothing else."""
    for start, end in dates:
        span = {at for at, word in enumerate(parse.words) if word.start < end and start < word.end} & kept
        if not span or span & spare:
            continue
        top = next((at for at in sorted(span) if parse.words[at].head not in span or parse.words[at].head == at), None)
        if top is None:
            continue
        word = parse.words[top]
        if word.dep in ("dobj", "attr", "oprd", "acomp", "nsubj", "nsubjpass"):
            continue
        # A date that says which of its kind is meant: "the 2014 election". A weekday says only when.
        if word.dep in ("nummod", "compound", "nmod", "amod", "poss") and word.head not in span:
            noun = word.head
            determined = any(parse.words[at].dep in ("det", "poss") and at not in span for at in parse.children[noun])
            if word.dep == "poss" or determined or parse.words[noun].tag in ("NNS", "NNPS"):
                gone = span | {at for at in parse.children[top] if parse.words[at].dep == "case"}
                if min(gone) == min(kept) and word.dep == "poss":
                    continue
                kept = kept - gone
            continue
        kept = kept - span
        for at in parse.children[top]:
            if parse.words[at].dep in _DATE_MODIFIERS and not parse.children[at]:
                kept = kept - {at}
            # "the quarter ended 31 March": what only tied two dates.
            if parse.words[at].dep == "acl" and parse.words[at].lemma in ("end", "begin", "start", "date"):
                kept = kept - parse.below(at)
        above = word.head
        while above != top and parse.words[above].dep in ("prep", "pcomp", "pobj", "agent", "mark", "dative"):
            if any(at in kept and parse.words[at].dep not in ("punct", "advmod") for at in parse.children[above]):
                break
            if is_verb(parse, above) or is_particle(parse, above):
                break
            kept = kept - {above} - {at for at in parse.children[above] if parse.words[at].dep in ("advmod", "punct")}
            if above == parse.words[above].head:
                break
            above = parse.words[above].head
    return kept


def without_brackets(parse: Parse, kept: set[int], spare: set[int]) -> set[int]:
    """The words without what stands in brackets."""
    stack: list[int] = []
    for at, word in enumerate(parse.words):
        if word.text in _OPENING:
            stack.append(at)
        elif word.text in _CLOSING and stack:
            inside = set(range(stack.pop(), at + 1))
            if not inside & spare:
                kept = kept - inside
    return kept


def always(parse: Parse, clause: Clause, kept: set[int], spare: set[int], inner: set[int]) -> set[int]:
    """The words without openers, coordinated clauses, fronted adverbials, asides and the naming of who says it."""
    head, words = clause.head, parse.words
    first = min((at for at in (clause.subject, head) if at in kept), default=head)
    for at in parse.children[head]:
        word, branch = words[at], parse.below(at)
        fronted = at < first
        if at not in kept or branch & spare:
            continue
        said = word.lemma in REPORTING_VERBS
        if (
            (word.dep == "conj" and is_verb(parse, at))
            or (word.dep in ("cc", "preconj", "intj", "mark") and (fronted or word.dep == "cc"))
            or (fronted and word.dep in ("prep", "npadvmod", "advmod", "advcl", "dep") and not _needed(parse, at))
            or (word.dep in ("parataxis", "dep") and said)
            or (word.dep in ("ccomp", "parataxis") and at < first and is_apart(parse, branch))
            or (word.dep == "prep" and word.low == "according")
            or (word.dep == "meta")
            or (word.dep == "advmod" and word.low in _OPENERS and _set_off(parse, at))
        ):
            kept = kept - branch
    # A joint of a coordination whose second part went.
    for at in sorted(kept):
        if words[at].dep == "cc":
            behind = min((one for one in kept if one > at), default=at)
            if behind not in parse.below(words[at].head) or behind == at:
                kept = kept - {at}
    for at in sorted(kept):
        word, branch = words[at], parse.below(at)
        if at == head or branch & (spare | inner) or at not in kept:
            continue
        aside = min(branch) > 0 and words[min(branch) - 1].text in (",", "-", "–", "—")
        if aside and word.dep in ("relcl", "acl", "appos") and not _is_named(parse, at):
            kept = kept - branch
    return kept


def is_apart(parse: Parse, branch: set[int]) -> bool:
    """Whether a semicolon parts a clause from the one behind it."""
    behind = [parse.words[at].text for at in range(max(branch), min(max(branch) + 2, len(parse.words)))]
    return ";" in behind


def _needed(parse: Parse, at: int) -> bool:
    """Whether a word in front of the subject changes what is said: "if", "only", "no longer"."""
    return any(parse.words[one].low in ("if", "unless", "not", "never", "no", "without") for one in parse.below(at))


def _set_off(parse: Parse, at: int) -> bool:
    beside = [parse.words[one].text for one in (at - 1, at + 1) if 0 <= one < len(parse.words)]
    return "," in beside or at == 0


def _is_named(parse: Parse, at: int) -> bool:
    """Whether an apposition is a name: it says who is meant."""
    return parse.words[at].dep == "appos" and parse.words[at].tag in ("NNP", "NNPS")


def _rank(parse: Parse, clause: Clause, at: int) -> int | None:
    """How soon a part goes where a title is too long, the least needed first; null for what a clause needs."""
    word = parse.words[at]
    if word.dep == "advcl" and word.head != at:
        return None if any(parse.words[one].low in ("if", "unless") for one in parse.children[at]) else 0
    if word.dep == "appos":
        return 1
    if word.dep in ("relcl", "acl"):
        return None if parse.words[at].tag == "VB" else 2
    if word.dep == "conj":
        return 1 if is_verb(parse, at) else None
    if word.dep in ("advmod", "npadvmod"):
        # "at least 14" says another number than "14", and "so" ties a clause to the one before.
        tied = not is_verb(parse, word.head) or at == min(parse.below(word.head))
        return None if tied or word.low in ("not", "never", "no", "nearly", "almost", "only", "about") else 3
    if word.dep == "prep" and word.head == clause.head:
        needed = parse.child(clause.head, "dobj", "attr", "acomp") is None and at == min(
            (one for one in parse.children[clause.head] if parse.words[one].dep == "prep" and one > clause.head),
            default=at,
        )
        return 7 if needed else 4
    if word.dep == "prep":
        return None if word.low == "of" else 5
    return None


def shortened(parse: Parse, clause: Clause, kept: set[int], spare: set[int], room: int) -> Iterator[set[int]]:
    """The words, then the words with ever more optional parts left out, while they are longer than the room."""
    yield kept
    optional = []
    for at in sorted(kept):
        rank = _rank(parse, clause, at) if at != clause.head else None
        branch = parse.below(at)
        if rank is not None and not branch & spare and clause.head not in branch:
            optional.append((rank, -at, branch))
    for _, _, branch in sorted(optional, key=lambda one: one[:2]):
        if len(parse.written(kept)) <= room:
            return
        if branch & kept:
            joint = {one for one in (min(branch) - 1,) if parse.words[one].dep == "cc" and one > clause.head}
            kept = kept - branch - joint
            yield kept


def tidy(parse: Parse, kept: set[int]) -> set[int]:
    """The words without signs and small words whose neighbours went: doubled commas, a quotation mark alone."""
    changed = True
    while changed:
        changed = False
        for at in sorted(kept):
            word = parse.words[at]
            lost = word.head not in kept and word.head != at and word.dep in _JOINTS and word.dep != "prep"
            empty = word.dep in ("prep", "case") and word.tag == "IN" and bool(parse.children[at])
            if is_particle(parse, at):
                continue
            if lost or (empty and not any(one in kept for one in parse.children[at])):
                kept, changed = kept - {at}, True
    order = sorted(kept)
    marks = [at for at in order if parse.words[at].text in _QUOTES]
    if len(marks) % 2:
        kept = kept - set(marks)
        order = sorted(kept)
    return kept - _idle_signs(parse, sorted(kept))


_SIGNS = frozenset(", ; : - – —".split())


def _idle_signs(parse: Parse, order: list[int]) -> set[int]:
    """Signs at the ends, one of two side by side, and the pair around an aside of which nothing is left."""
    idle: set[int] = set()
    last: int | None = None
    commas = [at for at in order if parse.words[at].text == ","]
    for at in commas[:1]:
        behind = next((one for one in order if one > at), at)
        # "Sevan, were told": the aside between subject and verb is gone, with one of its two signs.
        if len(commas) == 1 and parse.words[behind].tag in ("VBD", "VBZ", "VBP", "MD") and at - 1 not in order:
            idle.add(at)
    for place, at in enumerate(order):
        text = parse.words[at].text
        if text not in _SIGNS:
            last = None
            continue
        if place == 0 or place == len(order) - 1:
            idle.add(at)
        elif last is not None:
            # Between the two all is gone: an aside closed here, or a part behind which the clause went on.
            idle |= {last, at} if parse.words[last].text == text and _goes_on(parse, order[place + 1 :]) else {last}
        last = at if at not in idle else last
    return idle


def _goes_on(parse: Parse, behind: list[int]) -> bool:
    """Whether the verb of the subject before a sign stands right behind it."""
    return bool(behind) and parse.words[behind[0]].tag in ("VBD", "VBZ", "VBP", "MD", "VBN", "IN", "TO", "RB")
