"""The clauses of a sentence: who does what in each, whose subject a clause borrows, which clause it stands in.

Clauses are made from the tree of a sentence.

>>> from timeline.events.parsing import Parse, Word
>>> words = [("Rebels", "NNS", "nsubj", 1), ("fled", "VBD", "ROOT", 1)]
>>> placed = [Word(text, 7 * at, 7 * at + len(text), text.lower(), tag, dep, head, "")
...           for at, (text, tag, dep, head) in enumerate(words)]
>>> clause = find_clauses(Parse("Rebels fled", tuple(placed), ((), (0,))))[1]
>>> (clause.kind, clause.subject, clause.finite, clause.passive)
('main', 0, True, False)
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from timeline.events.parsing import Parse


SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass", "expl")
HELPERS = ("aux", "auxpass")
FINITE_TAGS = frozenset("VBD VBZ VBP MD".split())
# What a verb is to its governor, and the kind of clause that it heads.
_KINDS = {
    "ROOT": "main", "parataxis": "main", "dep": "main", "ccomp": "complement", "csubj": "complement",
    "csubjpass": "complement", "relcl": "relative", "acl": "participle", "advcl": "adverbial", "pcomp": "adverbial",
    "xcomp": "infinitive", "appos": "main",
}  # fmt: skip


class Clause(NamedTuple):
    """A predicate and what belongs to it; all numbers are those of words of the parse.

    `kind`: main, complement, relative, participle, adverbial or infinitive. `borrowed` says where a subject of another
    clause comes from: shared (of a coordinated verb), antecedent (of a relative clause or a participle) or governor.
    `parent` is the head of the clause that it stands in, `opener` the word that ties it to that one.
    """

    head: int
    kind: str
    subject: int | None
    borrowed: str | None
    parent: int | None
    opener: int | None
    finite: bool
    passive: bool
    negated: bool
    modal: str | None
    past: bool


def is_verb(parse: Parse, at: int) -> bool:
    """Whether a word is a verb that heads something of its own, and not one that helps another."""
    word = parse.words[at]
    return word.tag[:2] in ("VB", "MD") and word.dep not in HELPERS


def clause_of(parse: Parse, clauses: dict[int, Clause], at: int) -> Clause | None:
    """The clause that a word stands in."""
    if at in clauses:
        return clauses[at]
    return next((clauses[above] for above in parse.above(at) if above in clauses), None)


def find_clauses(parse: Parse) -> dict[int, Clause]:
    """The clauses of a sentence, by the word that heads each, governors first."""
    found: dict[int, Clause] = {}
    ahead = [at for at, word in enumerate(parse.words) if word.head == at]
    while ahead:
        at = ahead.pop(0)
        ahead.extend(parse.children[at])
        if is_verb(parse, at):
            clause = _clause(parse, at, found)
            if clause is not None:
                found[at] = clause
    return found


def _clause(parse: Parse, at: int, found: dict[int, Clause]) -> Clause | None:
    word = parse.words[at]
    first = found.get(word.head) if word.dep == "conj" and word.head != at else None
    kind = _KINDS.get(word.dep) if word.head != at else "main"
    if first is not None:
        kind = first.kind
    if kind is None:
        return None
    above = clause_of(parse, found, word.head) if word.head != at else None
    subject, borrowed = parse.child(at, *SUBJECTS), None
    helpers = [one for one in parse.children[at] if parse.words[one].dep in HELPERS]
    if first is not None and not helpers and subject is None and word.tag in ("VB", "VBN", "VBG"):
        # "will stop and resume", "was tried and hanged": the verb behind shares what helps the first.
        helpers = [one for one in parse.children[first.head] if parse.words[one].dep in HELPERS]
    if kind == "relative" and subject is not None and parse.words[subject].tag in ("WDT", "WP"):
        subject, borrowed = word.head if first is None else first.subject, "antecedent"
    elif subject is None and first is not None:
        subject, borrowed = first.subject, first.borrowed or "shared"
    elif subject is None and kind == "participle":
        subject, borrowed = word.head, "antecedent"
    elif subject is None and kind in ("infinitive", "adverbial") and above is not None:
        subject, borrowed = above.subject, "governor"
    tags = {parse.words[one].tag for one in helpers}
    modal = next((parse.words[one].low for one in helpers if parse.words[one].tag == "MD"), None)
    return Clause(
        at, kind, subject, borrowed, above.head if above else None,
        parse.child(at, "mark") or (parse.child(word.head, "cc") if first else None),
        # A past tense that the tagger takes for a participle: "a tsunami killed thousands".
        bool(FINITE_TAGS & (tags | ({word.tag} if not helpers else set())))
        or (word.tag == "VBN" and not helpers and kind == "main" and borrowed is None and subject is not None),
        any(parse.words[one].dep == "auxpass" for one in helpers) or (kind == "participle" and word.tag == "VBN"),
        parse.child(at, "neg") is not None, modal,
        word.tag == "VBD" or any(parse.words[one].tag == "VBD" for one in helpers),
    )  # fmt: skip
