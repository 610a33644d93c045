"""What a word is in its sentence: the verb of a clause, an infinitive, a participle, or no verb at all.

Words that are a noun as often as a verb: "attack", "plans", "strike".
"""

from __future__ import annotations

from typing import NamedTuple

from timeline.languages.en.morphology import VERB_FORMS, Form
from timeline.languages.en.vocabulary import NUMBERS
from timeline.languages.en.words import (
    ARTICLES,
    AUXILIARIES,
    COLLOCATIONS,
    CONJUNCTIONS,
    DETERMINERS,
    EVENT_NOUNS,
    MODALS,
    PREPOSITIONS,
    PRONOUNS,
    QUOTES,
    REPORTING_VERBS,
    VERB_PARTICLES,
    VERBS_WITH_OVER,
    Token,
    helpers_before,
    is_adverb,
    shared_modal,
)

# Nouns that are spelled like a verb and are seldom one.
NOUNS_FIRST = frozenset(
    "states state forces force means plans plan officers rights features figures sources members works demands needs troops lives front house "
    "ships ship men arms parties police interests projects products levels views lines leads tanks guns grounds cars towns hands heads points rules times places bases "
    "shells mines bombs waves funds aims limits results notes minutes shares services markets stocks banks farms fields parts sides ways orders costs pilots "
    "rebels field rows loans tables maps prints pens cables towers dams bats bowls nails caps tops nets balances mirrors edges partitions charters "
    "reserves reason reasons pickets patents cheats aid checks check concerns rounds round knights interns stems sacrifices lures".split()
)

# Endings of adjectives: "diplomatic ties", "final calls".
_DESCRIBING = ("ic", "ive", "ous", "ful", "less", "able", "ible", "ary", "ish")
# Present forms that no noun is spelled like.
_ONLY_VERBS = frozenset(
    "takes gives makes goes comes gets becomes begins brings keeps loses sends tells includes remains seems appears contains continues "
    "arrives announces accuses agrees allows approves faces enters joins meets opens closes receives rejects resumes returns follows "
    "seeks speaks spends stands suffers threatens turns unveils urges vows wins wants warns agree allow approve arrive become begin "
    "bring continue enter give go include keep lose make receive reject remain resume seek send suffer take threaten".split()
)


def is_told(tokens: list[Token], at: int, form: Form, before: Token | None, following: Token | None) -> bool:
    """Whether a present or base form is a verb here: subject and object stand around it."""
    if before is None or not (before.is_date or before.text[0].isalnum() or before.text in ',”"’)'):
        return False
    left, low = before.low, tokens[at].low
    if low == "think" and following is not None and following.low in ("tank", "tanks"):
        return False
    if low in PREPOSITIONS or (not before.is_date and left.endswith(_DESCRIBING) and len(left) > 4):
        return False
    known = VERB_FORMS.get(left)
    # "bombed targets", "began talks": behind a verb stands its object.
    if known is not None and (known.past or known.participle or known.gerund) and left not in EVENT_NOUNS:
        return False
    relative = left == "which" or (left == "that" and at > 1 and VERB_FORMS.get(tokens[at - 2].low) is None)
    relative = relative and low not in EVENT_NOUNS and low not in NOUNS_FIRST
    if (
        (left in DETERMINERS and not relative)
        or left in PREPOSITIONS
        or left in CONJUNCTIONS
        or left.endswith(("'s", "’s"))
    ):
        return False
    # "4.20 crowns", "eleven votes": what is counted.
    if not before.is_date and (before.text[0].isdigit() or before.text[0] in "$€£" or left in NUMBERS):
        return False
    if low in EVENT_NOUNS or low in NOUNS_FIRST:
        return _takes_object(before, following, tokens[at + 2] if at + 2 < len(tokens) else None) and low != "means"
    speaks = form.lemma in REPORTING_VERBS
    agrees = form.present if not left.endswith("s") else form.base
    if left in ("they", "we", "i", "you", "people", "police"):
        agrees = form.base
    if left in ("he", "she", "it", "who", "which", "that"):
        agrees = form.present or (form.base and left in ("who", "which", "that"))
    if not agrees and not (speaks and (form.present or form.base)):
        return False
    if speaks or following is None or low in _ONLY_VERBS or left in ("who", "which"):
        return True
    return (
        following.is_date
        or following.low in DETERMINERS | PREPOSITIONS | PRONOUNS
        or following.text[0].isupper()
        or following.text[0].isdigit()
        or following.text in ",."
    )


def _takes_object(before: Token, following: Token | None, then: Token | None) -> bool:
    """Whether a word that may be a noun stands between a subject and an object: "Qantas plans daily flights"."""
    if following is None or following.is_date:
        return False
    if following.low == "to":
        # "plans to buy", but "reserves to $300 million"
        inner = VERB_FORMS.get(then.low) if then is not None else None
        return inner is not None and inner.base
    if following.low in ("that", "which", "who"):
        return False
    if following.low in DETERMINERS or following.low in PRONOUNS:
        return True
    verb = VERB_FORMS.get(following.low)
    named = before.text[0].isupper() and not before.is_date and not is_adverb(following)
    return (
        named
        and following.text[0].isalnum()
        and following.low not in PREPOSITIONS | CONJUNCTIONS
        and verb is None
        and following.low not in AUXILIARIES
    )


# Words in -ed and -ing that are seldom the forms of a verb.
_NOT_VERBS = frozenset(
    "hundred armed so-called alleged aged unprecedented sacred naked wicked crooked rugged beloved red bed need indeed speed seed "
    "breed feed deed weed greed shed sled kindred hatred infrared talented gifted skilled unidentified unarmed unnamed unexpected "
    "uninhabited unfounded unresolved detailed experienced limited advanced sophisticated "
    "during morning evening thing something anything nothing everything king ring spring string wing being building ceiling "
    "sibling sterling wedding meeting following including according regarding concerning beijing ming ping viking pudding "
    "notwithstanding pending outstanding leading remaining existing ongoing upcoming forthcoming surprising interesting".split()
)
# Determiners that stand for their noun: "the car that crashed", "both died", "some fled".
STANDING_ALONE = frozenset("that which all both each some any this these those".split())
PARTICLES = frozenset("up down off out over away back ill apart aside place".split())


class Doing(NamedTuple):
    """A word that can name what happened: a verb (with the first of its auxiliaries) or a noun."""

    at: int
    until: int
    first: int
    kind: str
    lemma: str
    passive: bool = False
    modal: str = ""
    negated: bool = False


def _form(tokens: list[Token], at: int) -> Form | None:
    token = tokens[at]
    low = token.low
    if token.tag:
        return _tagged(token)
    # A capital inside a sentence makes a name: "March", "Turkey", "Bush", "United".
    if token.text[0].isupper() and at > 0 and tokens[at - 1].text not in QUOTES and not _starts(tokens, at):
        return None
    if low in _NOT_VERBS:
        return None
    form = VERB_FORMS.get(low)
    behind = VERB_FORMS.get(tokens[at + 1].low) if at + 1 < len(tokens) else None
    if form is not None and form.past and at == 0 and token.text[0].isupper() and behind is not None and behind.past:
        # "United won": a name.
        return None
    if form is None and at and tokens[at - 1].low in MODALS and not tokens[at - 1].is_date and not is_adverb(token):
        return Form(low, base=True)
    # "unharmed", "unopposed": only known verbs begin with "un".
    if form is None and len(low) > 4 and low.endswith("ed") and not low.endswith("eed") and not low.startswith("un"):
        form = Form(low, past=True, participle=True)
    return form


def _tagged(token: Token) -> Form | None:
    """What a pipeline says the word is in this sentence, by its Penn tag."""
    known = VERB_FORMS.get(token.low)
    lemma = known.lemma if known else token.lemma or token.low
    return {
        "VB": Form(lemma, base=True),
        "VBP": Form(lemma, base=True),
        "VBD": Form(lemma, past=True),
        "VBN": Form(lemma, participle=True),
        "VBG": Form(lemma, gerund=True),
        "VBZ": Form(lemma, present=True),
    }.get(token.tag)


def _starts(tokens: list[Token], at: int) -> bool:
    return at == 0 or tokens[at - 1].text in ".:;-–—(*#•·|" or tokens[at - 1].text in QUOTES


def _before(tokens: list[Token], at: int) -> Token | None:
    at -= 1
    while at >= 0 and is_adverb(tokens[at]):
        at -= 1
    return tokens[at] if at >= 0 else None


def _is_particle(tokens: list[Token], at: int) -> bool:
    """Whether a small word belongs to the verb before it: "broke out", "went on into the night"."""
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    form = VERB_FORMS.get(tokens[at - 1].low)
    if form is not None and VERB_PARTICLES.get(form.lemma) == tokens[at].low:
        return True
    if tokens[at].low == "over" and following is not None and following.is_date:
        # "took over last week", but "will strike over Easter"
        return form is not None and form.lemma in VERBS_WITH_OVER
    if tokens[at].low == "on":
        return following is not None and (following.low in PREPOSITIONS or following.text in ".,;")
    return tokens[at].low in PARTICLES and not tokens[at].is_date


def _companions(tokens: list[Token], at: int, lemma: str) -> int:
    """How many words behind a verb belong to it: "went [missing]", "came [into force]"."""
    behind = [token.low for token in tokens[at + 1 : at + 4]]
    phrases = (phrase.split() for phrase in COLLOCATIONS.get(lemma, "").split("/") if phrase)
    return max((len(phrase) for phrase in phrases if behind[: len(phrase)] == phrase), default=0)


def _turned(tokens: list[Token], at: int) -> int | None:
    """Where "did" stands before the subject of a base form: "not until 2001 did the two towns agree"."""
    for back in range(at - 2, max(-1, at - 9), -1):
        low = tokens[back].low
        if low in ("did", "does", "do"):
            opened = (
                back == 0
                or tokens[back - 1].is_date
                or tokens[back - 1].low in ("then", "nor", "neither", "only", "so")
            )
            return back if opened else None
        if not tokens[back].text[0].isalnum() or low in AUXILIARIES or low in MODALS or low == "to":
            return None
    return None


def read_verb(tokens: list[Token], at: int) -> Doing | None:
    """The verb that a token is, null where it is none."""
    low = tokens[at].low
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if low in AUXILIARIES and low not in ("having", "being", "get", "gets", "getting", "got"):
        return _auxiliary(tokens, at)
    form = _form(tokens, at)
    if form is None:
        return None
    first, helpers, negated = helpers_before(tokens, at)
    until = at + 1 + _companions(tokens, at, form.lemma)
    if until == at + 1 and following and _is_particle(tokens, at + 1):
        until = at + 2
    modal = next((helper for helper in helpers if helper in MODALS), "")
    bes = [helper for helper in helpers if AUXILIARIES.get(helper) == "be"]
    if helpers:
        if form.participle and (bes or any(AUXILIARIES.get(helper) in ("have", "get", "") for helper in helpers)):
            nearest = AUXILIARIES.get(helpers[0], "")
            return Doing(at, until, first, "finite", form.lemma, nearest in ("be", "get"), modal, negated)
        if form.gerund and bes:
            return Doing(at, until, first, "finite", form.lemma, False, modal, negated)
        if form.base and (modal or any(AUXILIARIES.get(helper) == "do" for helper in helpers)):
            return Doing(at, until, first, "finite", form.lemma, False, modal, negated)
        if form.base and helpers:
            return None
    before = _before(tokens, at)
    left = before.low if before else ""
    if form.base and (turned := _turned(tokens, at)) is not None:
        return Doing(at, until, turned, "finite", form.lemma)
    if form.base and left == "to":
        return Doing(at, until, at, "infinitive", form.lemma)
    if form.base and left in CONJUNCTIONS and (shared := shared_modal(tokens, at)):
        return Doing(
            at,
            until,
            at,
            "infinitive" if shared == "to" else "finite",
            form.lemma,
            modal="" if shared == "to" else shared,
        )
    if form.past and not form.participle and left not in ARTICLES:
        return Doing(at, until, at, "finite", form.lemma)
    noun_follows = bool(
        following
        and following.text[0].isalpha()
        and following.low not in PREPOSITIONS
        and following.low not in DETERMINERS
        and following.low not in PRONOUNS
        and following.low not in CONJUNCTIONS
        and not following.is_date
    )
    if tokens[at].tag in ("VBP", "VBZ"):
        return Doing(at, until, at, "finite", form.lemma)
    # "Railings come this autumn" is no participle.
    if form.past or (form.participle and not form.base):
        describes = left in DETERMINERS and left not in STANDING_ALONE
        if (
            describes or left.endswith(("'s", "’s")) or left in ("of", "with", "many", "other", "more")
        ) and noun_follows:
            return None
        if describes or (before and before.text.replace(",", "").isdigit() and noun_follows and not form.past):
            return None
        if left in PREPOSITIONS and left not in (
            "to",
            "as",
            "than",
            "since",
            "up",
            "down",
            "off",
            "out",
            "before",
            "after",
            "about",
            "including",
        ):
            return None
        kind = "finite" if form.past else "participle"
        return Doing(at, until, at, kind, form.lemma)
    if form.gerund:
        if low in EVENT_NOUNS and (
            left in DETERMINERS
            # "a suicide bombing", "a prison fire killing": the second noun is the event.
            or (left in EVENT_NOUNS and VERB_FORMS.get(left) is None)
            or left.endswith(("'s", "’s"))
            or (left in PREPOSITIONS and left not in ("by", "after", "before", "since", "while"))
        ):
            return None
        if left in DETERMINERS or left.endswith(("'s", "’s")):
            return Doing(at, until, at, "noun", form.lemma) if not noun_follows else None
        return Doing(at, until, at, "gerund", form.lemma)
    return Doing(at, until, at, "finite", form.lemma) if is_told(tokens, at, form, before, following) else None


def _auxiliary(tokens: list[Token], at: int) -> Doing | None:
    """A form of "be" or "have" on its own is the verb of its clause, if a weak one."""
    lemma = AUXILIARIES[tokens[at].low]
    first, helpers, negated = helpers_before(tokens, at)
    modal = next((helper for helper in helpers if helper in MODALS), "")
    if lemma not in ("be", "have") or (tokens[at].low in ("be", "been") and not helpers):
        return None
    for following in tokens[at + 1 : at + 5]:
        if is_adverb(following) or following.is_date:
            continue
        form = VERB_FORMS.get(following.low)
        if (
            (form and (form.participle or form.gerund))
            or following.low in AUXILIARIES
            or following.low.endswith(("ed", "ing"))
        ):
            return None
        break
    return Doing(at, at + 1, first, "copula" if lemma == "be" else "finite", lemma, False, modal, negated)
