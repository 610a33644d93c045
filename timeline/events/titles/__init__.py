"""The title of an event: its clause, pruned along the tree; where no clause stands alone, the sentence as a quotation.

The clause of the event is tried first, then each clause that it stands in. A relative clause and a participle take their
antecedent as subject. What is needed to be true is never left out: negation, "if", the complements of the verb.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from timeline.events.clauses import FINITE_TAGS, Clause, clause_of, find_clauses
from timeline.events.coreference import PERSONAL, stand_in
from timeline.events.titles.completeness import LEAST, MOST, faults
from timeline.events.titles.pruning import (
    LONGEST,
    always,
    is_apart,
    is_particle,
    shortened,
    tidy,
    without_brackets,
    without_dates,
)
from timeline.languages.en.words import DATE_LEADS, DENIAL_VERBS, DETERMINERS, REPORTING_VERBS

if TYPE_CHECKING:
    from timeline.events.parsing import Parse

LONGEST_QUOTATION = 200
# What stands under these verbs was not so, or nobody says that it was.
_UNTOLD = DENIAL_VERBS | frozenset("doubt fear worry wonder ask pretend imagine".split())
# Who only thinks so: the title keeps them.
_PARTISANS = frozenset("critic opponent supporter some many skeptic sceptic detractor observer analyst expert".split())
_CONDITIONS = frozenset("if unless whether".split())
_QUOTES = frozenset("\"“”«»„‟``''".split() + list('"“”«»„‟'))
_PLURALS = frozenset("NNS NNPS".split())
_MANY = frozenset("people police men women children thousands hundreds dozens scores million millions".split())


class Title(NamedTuple):
    """A title, and how it was made: `clause`, `clause above`, `speech`, `sentence` or `quotation`."""

    text: str
    basis: str


def quotation(sentence: str) -> str:
    """A whole sentence in quotation marks, cut between words where it is very long.

    >>> quotation("We left it.")
    '“We left it.”'
    """
    told = " ".join(sentence.split()).strip("“”\"'‘’«» ")
    if len(told) > LONGEST_QUOTATION:
        told = told[:LONGEST_QUOTATION].rsplit(" ", 1)[0].rstrip(" ,;:-–—") + " …"
    return f"“{told}”" if told else ""


def headline(
    parse: Parse,
    trigger: int | None,
    dates: tuple[tuple[int, int], ...],
    before: tuple[str, ...] = (),
    own_date: tuple[int, int] | None = None,
) -> Title:
    """The title of what happens at an offset of the parsed text; `before` are the words of the subject told before.

    `dates` are the offsets of all dates, `own_date` those of the date of this event.
    """
    clauses = find_clauses(parse)
    at = _word_at(parse, trigger)
    clause = clause_of(parse, clauses, at) if at is not None else _main(clauses)
    if clause is not None and at is not None and own_date is not None and not _is_of(parse, clause, at, own_date):
        # "The inquiry into the accident of 2 February ended": the clause is not what happened on that day.
        return Title(quotation(parse.text), "quotation")
    if (speech := _speech(parse, dates)) is not None and not faults(speech):
        return Title(speech, "speech")
    basis = "clause"
    seen: set[int] = set()
    while clause is not None and clause.head not in seen:
        seen.add(clause.head)
        title = _written(parse, clauses, clause, at, dates, before)
        if title is not None:
            return Title(title, basis)
        clause = clauses.get(clause.parent) if clause.parent is not None else None
        basis = "clause above"
    return Title(quotation(parse.text), "quotation")


def _word_at(parse: Parse, offset: int | None) -> int | None:
    if offset is None:
        return None
    return next((at for at, word in enumerate(parse.words) if word.start <= offset < word.end), None)


def _main(clauses: dict[int, Clause]) -> Clause | None:
    return next((clause for clause in clauses.values() if clause.kind == "main"), None)


def _is_of(parse: Parse, clause: Clause, at: int, date: tuple[int, int]) -> bool:
    """Whether a clause happened on the day of the date: false where the date hangs on a noun that the clause only names."""
    if parse.words[at].tag[:2] != "NN":
        return True
    inside = [one for one in parse.below(at) if date[0] <= parse.words[one].start < date[1]]
    if not inside or at == clause.head:
        return True
    above = parse.words[at]
    # A deed that is the subject or object itself, or the cause: the clause tells of that day.
    if above.dep in ("nsubj", "nsubjpass", "dobj", "attr", "ROOT"):
        return not (above.dep == "dobj" and parse.words[clause.head].tag == "VBN" and not clause.passive)
    if above.dep == "pobj":
        joint = parse.words[above.head]
        return joint.low in ("in", "during", "by", "from", "at", "after", "following") and joint.head == clause.head
    return False


def _written(
    parse: Parse,
    clauses: dict[int, Clause],
    clause: Clause,
    trigger: int | None,
    dates: tuple[tuple[int, int], ...],
    before: tuple[str, ...],
) -> str | None:
    """A clause as a title, null where it does not stand alone."""
    if clause.subject is None or clause.borrowed == "governor" or _is_untold(parse, clauses, clause):
        return None
    words = parse.words
    if clause.kind == "participle" and words[clause.head].tag == "VBG" and not _holds(parse, clause.head, dates):
        return None  # "a tsunami warning siren" is no tsunami that warned
    spare = {clause.head} | ({trigger} if trigger is not None and trigger in parse.below(clause.head) else set())
    kept = parse.below(clause.head)
    subject = parse.below(clause.subject)
    front: set[int] = set()
    lead = ""
    if clause.borrowed is not None:
        front = subject - kept if clause.borrowed == "shared" else subject - parse.below(clause.head)
        if clause.borrowed == "antecedent":
            kept = kept - {one for one in parse.children[clause.head] if words[one].tag in ("WDT", "WP")}
        helped = _helpers(parse, clauses, clause)
        if helped is None:
            return None
        lead = helped
    elif not clause.finite:
        return None
    elif any(words[one].tag in ("WDT", "WP", "WP$", "WRB") for one in parse.children[clause.head] if one < clause.head):
        asked = [one for one in parse.children[clause.head] if words[one].tag in ("WDT", "WP", "WP$", "WRB")]
        if any(words[one].tag != "WRB" or clause.kind != "relative" for one in asked):
            return None
        kept = kept - set(asked)
    if any(words[clause.subject].start < end and start <= words[clause.subject].start for start, end in dates):
        return None
    spare |= {clause.subject}
    every = [*dates]
    kept, front = (without_dates(parse, some, every, spare) for some in (kept, front))
    kept, front = (without_brackets(parse, some, spare) for some in (kept, front))
    kept = always(parse, clause, kept, spare, {clause.head})
    front = _without_asides(parse, front, clause)
    if clause.borrowed is None and not subject & kept:
        return None
    content = parse.child(clause.head, "ccomp")
    if clause.borrowed is None and clause.subject > clause.head and (content is None or content > clause.head):
        return None  # turned order: "said the minister", "is the bridge open"
    named = None
    head = words[clause.subject]
    low = head.low
    if low in PERSONAL and not parse.children[clause.subject]:
        named = stand_in(low, PERSONAL, list(_meant(parse, clauses, clause, before)))
        if named is None:
            return None
    if _runs_together(parse, sorted(kept | front)) or _is_torn(parse, kept, clause.head):
        return None
    title = None
    opening = parse.written(tidy(parse, front)).strip(" ,;:-–—.") if front else ""
    room = LONGEST - len(opening) - len(lead)
    for some in shortened(parse, clause, kept, spare, room):
        told = _one_line(parse, tidy(parse, some), clause, named)
        title = " ".join(filter(None, (opening, lead, told)))
        title = title.strip(" ,;:-–—.!").strip()
        if len(title) <= LONGEST:
            break
    if title is None:
        return None
    title = " ".join(title.split())
    for wrong, right in ((" ,", ","), (" .", "."), (" ’s", "’s"), (" 's", "'s"), (",,", ",")):
        title = title.replace(wrong, right)
    title = _named_nights(parse, _one_statement(title, words[clause.head].text), dates)
    title = _with_article(title, parse.text)
    title = title[:1].upper() + title[1:]
    last = next((at for at in sorted(kept, reverse=True) if words[at].text[:1].isalnum()), clause.head)
    particle = is_particle(parse, last) and title.endswith(words[last].text)
    return None if faults(title, particle=particle) else title


_ARTICLE = re.compile(r"\b(a|an|A|An) (?=([a-z])[a-z]+)")


def _with_article(title: str, sentence: str) -> str:
    """The article that fits the word behind it, where the date between them went: "a 2014 attack" is "an attack"."""

    def fitting(match: re.Match[str]) -> str:
        if title[match.start() : match.end() + 3] in sentence or match[2] in "uh":
            return match[0]
        return match[1][:1] + ("n " if match[2] in "aeio" else " ")

    return _ARTICLE.sub(fitting, title)


def _one_statement(title: str, verb: str) -> str:
    """A title up to the sign behind which another statement or a list begins."""
    for sign in ("; ", " : ", " ; "):
        told = title.partition(sign)[0]
        if len(told) >= LEAST and verb in told:
            title = told.rstrip(" ,")
    return title


def _is_torn(parse: Parse, kept: set[int], head: int) -> bool:
    """Whether a joint went and the word behind it stays: "greased [and], if the makers are right, replaced"."""
    gone = [at for at in parse.below(head) - kept if parse.words[at].dep == "cc" and at > min(kept)]
    return any(next((one for one in sorted(kept) if one > at), at) in (at + 1, at + 2) for at in gone)


_SMALL_TAGS = frozenset("DT JJ NNS PRP PRP$ IN VBD VBN VBG RB WRB".split())


def _runs_together(parse: Parse, order: list[int]) -> bool:
    """Whether a word that is no name has a capital in the middle: a headline or a caption is glued to the sentence."""
    return any(
        parse.words[at].text[:1].isupper() and parse.words[at].text[1:].islower() and parse.words[at].tag in _SMALL_TAGS
        and not parse.words[at].entity and parse.words[at - 1].text.islower() and parse.words[at - 1].text.isalpha()
        for at in order if at
    )  # fmt: skip


def _named_nights(parse: Parse, title: str, dates: tuple[tuple[int, int], ...]) -> str:
    """A title that opens with the owner of a deed, a date: "Tuesday's earthquake" is "the earthquake"."""
    for start, end in dates:
        for sign in ("'s ", "’s ", "' ", "’ "):
            if title.startswith(owner := parse.text[start:end] + sign):
                return "the " + title[len(owner) :]
    return title


_SAYS = REPORTING_VERBS | {"tweet", "blog", "text", "e-mail", "email", "post", "shout", "joke"}
MOST_OF_SAYER = 60


def _speech(parse: Parse, dates: tuple[tuple[int, int], ...]) -> str | None:
    """Who says what in their own words: 'The mayor says: “We will stay”'; null where the sentence is no such saying."""
    words = parse.words
    colon = next(
        (
            at for at in range(2, len(words) - 2)
            if (words[at].text == ":" or (words[at].text == "," and words[at + 1].text in _QUOTES))
        ),
        None,
    )  # fmt: skip
    if colon is None:
        return None
    verb = next(
        (at for at in range(colon - 1, max(0, colon - 6), -1)
         if words[at].lemma.removesuffix("s") in _SAYS or words[at].low.removesuffix("s").removesuffix("ed") in _SAYS),
        None,
    )  # fmt: skip
    if verb is None or words[0].low in PERSONAL or words[0].text in _QUOTES or not words[0].text[:1].isupper():
        return None
    front = without_dates(parse, set(range(colon)), [*dates], {verb})
    front = without_brackets(parse, front, {verb})
    for at in range(verb):
        if words[at].dep in ("relcl", "acl", "appos") and words[at - 1].text == "," and at in front:
            front -= parse.below(at) - {verb} if verb not in parse.below(at) else set()
    for at in range(1, verb):
        if words[at].dep == "prep" and at in front and len(parse.written(front)) > MOST_OF_SAYER // 2:
            front -= parse.below(at) if verb not in parse.below(at) and words[at].low != "of" else set()
    front |= {at for at in range(verb + 1, colon) if words[at].dep not in ("prep", "pobj", "npadvmod") and at in front}
    lead = parse.written(tidy(parse, front)).strip(" ,;:-–—")
    told = parse.text[words[colon].end :].strip().strip("“”\"'‘’«» .,")
    told = told.replace("“", "‘").replace("”", "’").replace('"', "’")
    room = MOST - len(lead) - 4
    if len(lead) > MOST_OF_SAYER or len(told) < LEAST:
        return None
    if len(told) > room:
        told = told[: room - 2].rsplit(" ", 1)[0].rstrip(" ,;:-–—") + " …"
    return f"{lead[:1].upper()}{lead[1:]}: “{told}”"


def plain(sentence: str, dates: tuple[tuple[int, int], ...]) -> Title:
    """The title of a sentence that no pipeline reads: the sentence without its dates and brackets, where it is short.

    >>> plain("Le gouvernement a adopté lundi un budget.", ((25, 30),)).text
    'Le gouvernement a adopté un budget'
    """
    told, position = "", 0
    for start, end in sorted(dates):
        before = sentence[position:start].split(" ") if start > position else []
        while len(before) > 1 and (not before[-1] or before[-1].lower().strip(",;–—-") in DATE_LEADS | _DETERMINERS):
            before.pop()
        told += " ".join(before) + " "
        position = max(position, end)
    told += sentence[position:]
    told = " ".join(re.sub(r"[(\[][^()\[\]]*[)\]]", " ", told).split())
    told = re.sub(r" ([,.;:!?])", r"\1", told).strip(" ,;:–—.-")
    if not LEAST <= len(told) <= LONGEST or (dates and min(dates)[0] == 0):
        return Title(quotation(sentence), "quotation")
    return Title(told[:1].upper() + told[1:], "sentence")


# What stands between a preposition and a date in the languages that are read.
_DETERMINERS = frozenset("the a an le la les l' el los las il lo gli der die das den dem des de het o os as i".split())


def _one_line(parse: Parse, places: set[int], clause: Clause, named: str | None) -> str:
    if named is None:
        return parse.written(places)
    order = sorted(places)
    if not order or order[0] != clause.subject:
        return ""
    return " ".join(filter(None, (named, parse.written(order[1:]))))


def _holds(parse: Parse, head: int, dates: tuple[tuple[int, int], ...]) -> bool:
    return any(start <= parse.words[at].start < end for at in parse.below(head) for start, end in dates)


def _without_asides(parse: Parse, front: set[int], clause: Clause) -> set[int]:
    """A borrowed subject without what was told beside it: other participles, relative clauses, common appositions."""
    for at in sorted(front):
        word = parse.words[at]
        if at == clause.subject or at not in front:
            continue
        beside = parse.words[min(parse.below(at)) - 1].text in (",", "-", "–", "—")
        if (word.dep in ("relcl", "acl") and (beside or word.tag == "VBG")) or (
            word.dep == "appos" and word.tag not in ("NNP", "NNPS")
        ):
            front = front - parse.below(at)
    return front


def _helpers(parse: Parse, clauses: dict[int, Clause], clause: Clause) -> str | None:
    """What a verb needs in front of it once it has a borrowed subject: "was signed", "will resume"; null: none fits."""
    words = parse.words
    own = [one for one in parse.children[clause.head] if words[one].dep in ("aux", "auxpass")]
    tag = words[clause.head].tag
    plural = (
        words[clause.subject].tag in _PLURALS or words[clause.subject].low in _MANY
        or any(words[one].dep == "conj" for one in parse.children[clause.subject])
    ) if clause.subject is not None else False  # fmt: skip
    first = clauses.get(words[clause.head].head) if words[clause.head].dep == "conj" else None
    if not own and tag == "VBD" and first is not None and first.passive and parse.child(clause.head, "dobj") is None:
        tag = "VBN"  # "was closed and repaired": the tagger takes the second for a past tense
    if own or tag in FINITE_TAGS:
        return "" if tag in FINITE_TAGS or any(words[one].tag in FINITE_TAGS for one in own) else None
    if first is not None and first.kind != "participle":
        shared = [one for one in sorted(parse.children[first.head]) if words[one].dep in ("aux", "auxpass", "neg")]
        return parse.written(shared) if shared else None
    if clause.kind == "participle" and tag in ("VBN", "VBG", "VBD"):
        return "were" if plural else "was"
    return None


def _meant(parse: Parse, clauses: dict[int, Clause], clause: Clause, before: tuple[str, ...]) -> tuple[str, ...]:
    """The words that a pronoun may stand for: the subject of the clause above, else that of the sentence before."""
    above = clauses.get(clause.parent) if clause.parent is not None else None
    if above is not None and above.subject is not None and above.subject != clause.subject:
        found = parse.below(above.subject)
        return tuple(parse.words[at].text for at in sorted(found) if parse.words[at].tag[:1].isalpha())
    # Across sentences only a name stands in: a common noun may be one of several.
    named = bool(before) and before[0][:1].isupper() and before[0].lower() not in DETERMINERS
    return before if named and clause.kind == "main" else ()


def _is_untold(parse: Parse, clauses: dict[int, Clause], clause: Clause) -> bool:
    """Whether a clause alone would say what its sentence does not: under an "if", a denial, an opinion, a question."""
    words = parse.words
    marks = {words[one].low for one in parse.children[clause.head] if words[one].dep in ("mark", "advmod")}
    if marks & _CONDITIONS:
        return True
    first = clause.head
    while words[first].dep == "conj" and words[first].head in clauses:
        first = words[first].head
        if {words[one].low for one in parse.children[first] if words[one].dep == "mark"} & _CONDITIONS:
            return True
    above = clauses.get(clause.parent) if clause.parent is not None else None
    if above is None or words[first].dep not in (
        "ccomp",
        "xcomp",
        "csubj",
        "csubjpass",
        "acl",
        "relcl",
        "pcomp",
        "advcl",
    ):
        return False
    if is_apart(parse, parse.below(first)):
        return False  # "ships fired; the army attacked": two statements
    governor = words[above.head]
    if words[first].dep in ("ccomp", "csubj", "csubjpass") or (words[first].dep == "acl" and "that" in marks):
        if not clause.finite or above.negated or above.modal or governor.lemma in _UNTOLD:
            return True
        if words[first].dep != "ccomp" or governor.lemma not in REPORTING_VERBS | {"find", "show", "know", "learn"}:
            return True
        who = words[above.subject].lemma if above.subject is not None else ""
        # What was only announced: the title keeps who said it.
        return who in _PARTISANS or clause.modal is not None or governor.lemma in ("believe", "think", "hope", "expect")
    return _is_untold(parse, clauses, above) and words[first].dep not in ("relcl", "acl")
