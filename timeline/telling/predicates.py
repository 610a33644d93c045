"""What a word is in its sentence: the verb of a clause, an infinitive, a participle, or no verb at all."""

from __future__ import annotations

from typing import NamedTuple

from timeline.telling.auxiliaries import AUXILIARIES, MODALS, helpers_before, shared_modal
from timeline.telling.homographs import is_told
from timeline.telling.meanings import COMPANIONS, GIVEN_OVER, OWN_PARTICLES
from timeline.telling.nouns import EVENT_NOUNS
from timeline.telling.tokens import (
    ARTICLES,
    CONJUNCTIONS,
    DETERMINERS,
    PREPOSITIONS,
    PRONOUNS,
    QUOTES,
    Token,
    is_adverb,
)
from timeline.telling.verbs import VERB_FORMS, Form

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
    if form is not None and OWN_PARTICLES.get(form.lemma) == tokens[at].low:
        return True
    if tokens[at].low == "over" and following is not None and following.is_date:
        # "took over last week", but "will strike over Easter"
        return form is not None and form.lemma in GIVEN_OVER
    if tokens[at].low == "on":
        return following is not None and (following.low in PREPOSITIONS or following.text in ".,;")
    return tokens[at].low in PARTICLES and not tokens[at].is_date


def _companions(tokens: list[Token], at: int, lemma: str) -> int:
    """How many words behind a verb belong to it: "went [missing]", "came [into force]"."""
    behind = [token.low for token in tokens[at + 1 : at + 4]]
    phrases = (phrase.split() for phrase in COMPANIONS.get(lemma, "").split("/") if phrase)
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
