"""A sentence as words with what each can be: verbs that happened, nouns that name a happening, dates, stops.

>>> [token.text for token in tokenise("The U.S. envoy's talks began on Friday.", [(32, 38)])]
['The', 'U.S.', "envoy's", 'talks', 'began', 'on', 'Friday', '.']
"""

from __future__ import annotations

import re
from typing import NamedTuple

from timeline.nouns import EVENT_NOUNS
from timeline.verbs import AUXILIARIES, MODALS, REPORTING, VERB_FORMS, Form
from timeline.vocabulary import NUMBERS

DETERMINERS = frozenset(
    "the a an this that these those his her its their our my your some any no every each all both another such what which whose".split()
)
ARTICLES = frozenset("the a an his her its their our my your every no".split())
PREPOSITIONS = frozenset(
    "of in on at by for with from to into onto over under about against between among through during after before since "
    "until till within without toward towards near across along around behind beyond despite amid amidst following "
    "per via upon off out up down above below inside outside including like than as because".split()
)
# Prepositions that an event noun stands behind when the day is its own.
BEFORE_EVENTS = frozenset("after before during following since until amid at despite in ahead for from".split())
SUBORDINATORS = frozenset(
    "after before while when as because although though since until till if unless whereas whether that who which whose whom "
    "where once so".split()
)
PRONOUNS = frozenset("he she it they we i you who which that this these those there him them us me".split())
CONJUNCTIONS = frozenset("and or but nor yet".split())
ADVERBS = frozenset(
    "not n't never also already still only just even then soon later earlier now again once twice always often ever recently since "
    "almost nearly yet first last far further together apart instead perhaps too both all".split()
)
# Words in -ed and -ing that are seldom the forms of a verb.
_NOT_VERBS = frozenset(
    "united hundred armed so-called alleged aged unprecedented sacred naked wicked crooked rugged beloved red bed need indeed speed seed "
    "breed feed deed weed greed shed sled kindred hatred infrared talented gifted skilled unidentified unarmed unnamed unexpected "
    "uninhabited unfounded unresolved detailed experienced limited advanced sophisticated "
    "during morning evening thing something anything nothing everything king ring spring string wing being building ceiling "
    "sibling sterling wedding meeting following including according regarding concerning beijing ming ping viking pudding "
    "notwithstanding pending outstanding leading remaining existing ongoing upcoming forthcoming surprising interesting".split()
)
# Nouns that are spelled like a verb and are seldom one.
_NOUNS_FIRST = frozenset(
    "states state forces force means plans plan officers rights features figures sources members works demands needs troops lives front house "
    "ships ship men arms parties police interests projects products levels views lines leads tanks guns grounds cars towns hands heads points rules times places bases "
    "shells mines bombs waves funds aims limits results notes minutes shares services markets stocks banks farms fields parts sides ways orders costs pilots".split()
)
_PLURALS = frozenset(
    "aircraft people police troops men women children staff forces media militia warplanes crew they we you i".split()
)
PARTICLES = frozenset("up down off out over away back ill apart aside place".split())
_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|['’]s\b|[$€£]?\d[\d.,]*\d%?|[^\W_]+(?:[-'’][^\W_]+)*|[^\w\s]")
QUOTES = frozenset('"“”«»„‟')
DASHES = frozenset("-–—")


class Token(NamedTuple):
    """One word, stop or date of a sentence."""

    text: str
    low: str
    start: int
    end: int
    is_date: bool = False


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


def tokenise(sentence: str, dates: list[tuple[int, int]]) -> list[Token]:
    """The words and stops of a sentence, each date of it as one."""
    found: list[Token] = []
    position = 0
    for start, end in dates:
        found.extend(_words(sentence, position, start))
        if start < end:
            found.append(Token(sentence[start:end], sentence[start:end].lower(), start, end, True))
        position = max(position, end)
    found.extend(_words(sentence, position, len(sentence)))
    return found


def _words(sentence: str, start: int, end: int) -> list[Token]:
    return [
        Token(word := match.group(), word.lower(), match.start(), match.end())
        for match in _WORD.finditer(sentence, start, end)
    ]


def is_word(token: Token) -> bool:
    return token.is_date or token.text[0].isalnum() or token.text[0] in "$€£"


def find_doings(tokens: list[Token]) -> list[Doing]:
    """Every word that can name what happened, in the order of the sentence."""
    found = []
    told = _headline_verb(tokens)
    for at, token in enumerate(tokens):
        if token.is_date or not token.text[0].isalpha():
            continue
        doing = _verb(tokens, at)
        if told is not None and (doing is None or doing.kind == "finite"):
            doing = told if at == told.at else None
        if doing is None and (noun := EVENT_NOUNS.get(token.low)) and _noun_like(tokens, at):
            doing = Doing(at, at + 1, at, "noun", noun)
        if doing:
            found.append(doing)
    return _without_reduced(tokens, found)


def _headline_verb(tokens: list[Token]) -> Doing | None:
    """The verb of a line in the present tense ("Russian aircraft attack targets in Syria"), where no other verb stands."""
    chosen = None
    for at, token in enumerate(tokens):
        form = VERB_FORMS.get(token.low)
        if token.low in AUXILIARIES or token.low in MODALS or (form is not None and (form.past or form.participle)):
            return None
        before = tokens[at - 1] if at else None
        if (
            chosen is not None
            or form is None
            or before is None
            or token.text[0].isupper()
            or not before.text[0].isalpha()
        ):
            continue
        if (
            before.is_date
            or before.low in DETERMINERS | PREPOSITIONS | CONJUNCTIONS | ADVERBS
            or VERB_FORMS.get(before.low) is not None
        ):
            continue
        following = tokens[at + 1] if at + 1 < len(tokens) else None
        # An object, not "in" or "of", stands behind a verb that could be a noun.
        if (
            following is None
            or not following.text[0].isalnum()
            or following.low in PREPOSITIONS - {"to", "into", "for", "against", "over"}
        ):
            continue
        if token.low in _NOUNS_FIRST and (
            before.low in NUMBERS or before.low.isdigit() or before.low.endswith(("al", "an", "ic", "ed", "ive", "ish"))
        ):
            continue
        plural = before.low.endswith("s") or before.low in _PLURALS
        if (form.base and plural) or (form.present and not plural):
            chosen = Doing(at, at + 1, at, "finite", form.lemma)
    return chosen


def _form(tokens: list[Token], at: int) -> Form | None:
    token = tokens[at]
    low = token.low
    # A capital inside a sentence makes a name: "March", "Turkey", "Bush", "United".
    if token.text[0].isupper() and at > 0 and tokens[at - 1].text not in QUOTES and not _starts(tokens, at):
        return None
    if low in _NOT_VERBS:
        return None
    form = VERB_FORMS.get(low)
    if form is None and at and tokens[at - 1].low in MODALS:
        return Form(low, base=True)
    if form is None and len(low) > 4:
        if low.endswith("ed") and not low.endswith("eed"):
            form = Form(low, past=True, participle=True)
    return form


def _starts(tokens: list[Token], at: int) -> bool:
    return at == 0 or tokens[at - 1].text in ".:;-–—(*#•·|" or tokens[at - 1].text in QUOTES


def _chain(tokens: list[Token], at: int) -> tuple[int, list[str], bool]:
    """The auxiliaries before a verb, the nearest first; adverbs between are passed over."""
    helpers: list[str] = []
    first, negated, back = at, False, at - 1
    passed = 0
    while back >= 0:
        low = tokens[back].low
        if low in MODALS or low in AUXILIARIES or low.endswith(("n't", "n’t")):
            helpers.append(low)
            negated = negated or low.endswith(("n't", "n’t")) or low == "cannot"
            first = back
            passed = 0
        elif tokens[back].is_date or low in ADVERBS or low in ("not", "never") or (low.endswith("ly") and len(low) > 4):
            negated = negated or low in ("not", "never")
            passed += 1
            if passed > 3:
                break
        elif (
            helpers == []
            and low in ("he", "she", "it", "they", "we", "you", "i")
            and back > 0
            and tokens[back - 1].low in MODALS
        ):
            pass
        else:
            break
        back -= 1
    return first, helpers, negated and bool(helpers)


def _shared_modal(tokens: list[Token], at: int) -> str:
    """The modal or "to" that a verb behind "and" shares with the verb before: "will stop on Friday and resume ..."."""
    for back in range(at - 2, max(-1, at - 15), -1):
        token = tokens[back]
        if token.text in ";:." or token.low in SUBORDINATORS:
            return ""
        if token.low in MODALS or token.low == "to":
            form = VERB_FORMS.get(tokens[back + 1].low)
            return token.low if form is not None and form.base else ""
    return ""


def _before(tokens: list[Token], at: int) -> Token | None:
    at -= 1
    while at >= 0 and (tokens[at].low in ADVERBS or (tokens[at].low.endswith("ly") and len(tokens[at].low) > 4)):
        at -= 1
    return tokens[at] if at >= 0 else None


def _is_particle(tokens: list[Token], at: int) -> bool:
    """Whether a small word belongs to the verb before it: "broke out", "went on into the night"."""
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if tokens[at].low == "on":
        return following is not None and (following.low in PREPOSITIONS or following.text in ".,;")
    return tokens[at].low in PARTICLES and not tokens[at].is_date


def _verb(tokens: list[Token], at: int) -> Doing | None:
    low = tokens[at].low
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if low in AUXILIARIES and low not in ("having", "being", "get", "gets", "getting", "got"):
        return _auxiliary(tokens, at)
    form = _form(tokens, at)
    if form is None:
        return None
    first, helpers, negated = _chain(tokens, at)
    until = at + 1
    if following and _is_particle(tokens, at + 1):
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
    if form.base and left == "to":
        return Doing(at, until, at, "infinitive", form.lemma)
    if form.base and left in CONJUNCTIONS and (shared := _shared_modal(tokens, at)):
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
    if form.past or form.participle:
        if (
            left in DETERMINERS or left.endswith(("'s", "’s")) or left in ("of", "with", "many", "other", "more")
        ) and noun_follows:
            return None
        if left in DETERMINERS or (
            before and before.text.replace(",", "").isdigit() and noun_follows and not form.past
        ):
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
            or left.endswith(("'s", "’s"))
            or left in PREPOSITIONS
            and left not in ("by", "after", "before", "since", "while")
        ):
            return None
        if left in DETERMINERS or left.endswith(("'s", "’s")):
            return Doing(at, until, at, "noun", form.lemma) if not noun_follows else None
        return Doing(at, until, at, "gerund", form.lemma)
    return _present(tokens, at, until, form, before, following)


def _present(
    tokens: list[Token], at: int, until: int, form: Form, before: Token | None, following: Token | None
) -> Doing | None:
    """Present and base forms are nouns as often: they are verbs where subject and object stand around them."""
    if before is None or not (before.is_date or before.text[0].isalnum() or before.text in ',”"’)'):
        return None
    left, low = before.low, tokens[at].low
    known = VERB_FORMS.get(left)
    # "bombed targets", "began talks": behind a verb stands its object.
    if known is not None and (known.past or known.participle or known.gerund) and left not in EVENT_NOUNS:
        return None
    if left in DETERMINERS or left in PREPOSITIONS or left in CONJUNCTIONS or left.endswith(("'s", "’s")):
        return None
    if low in EVENT_NOUNS or low in _NOUNS_FIRST:
        return (
            Doing(at, until, at, "finite", form.lemma) if _takes_object(before, following) and low != "means" else None
        )
    speaks = form.lemma in REPORTING
    agrees = form.present if not left.endswith("s") else form.base or left in ("russia's",)
    if left in ("they", "we", "i", "you", "people", "police"):
        agrees = form.base
    if left in ("he", "she", "it", "who", "which", "that"):
        agrees = form.present or (form.base and left in ("who", "which", "that"))
    if not agrees and not (speaks and (form.present or form.base)):
        return None
    if (
        not speaks
        and following is not None
        and not (
            following.is_date
            or following.low in DETERMINERS
            or following.low in PREPOSITIONS
            or following.text[0].isupper()
            or following.text[0].isdigit()
            or following.low in PRONOUNS
            or following.text in ",."
        )
    ):
        return None
    return Doing(at, until, at, "finite", form.lemma)


def _takes_object(before: Token, following: Token | None) -> bool:
    """Whether a word that may be a noun stands between a subject and an object: "Qantas plans daily flights"."""
    if following is None or following.is_date:
        return False
    if following.low in DETERMINERS or following.low in PRONOUNS or following.low == "to":
        return True
    verb = VERB_FORMS.get(following.low)
    named = before.text[0].isupper() and not before.is_date
    return (
        named
        and following.text[0].isalnum()
        and following.low not in PREPOSITIONS | CONJUNCTIONS
        and verb is None
        and following.low not in AUXILIARIES
    )


def _auxiliary(tokens: list[Token], at: int) -> Doing | None:
    """A form of "be" or "have" on its own is the verb of its clause, if a weak one."""
    lemma = AUXILIARIES[tokens[at].low]
    if lemma not in ("be", "have") or tokens[at].low in ("be", "been"):
        return None
    for following in tokens[at + 1 : at + 5]:
        if following.low in ADVERBS or following.low.endswith("ly") or following.is_date:
            continue
        form = VERB_FORMS.get(following.low)
        if (
            (form and (form.participle or form.gerund))
            or following.low in AUXILIARIES
            or following.low.endswith(("ed", "ing"))
        ):
            return None
        break
    _, helpers, negated = _chain(tokens, at)
    return Doing(at, at + 1, at, "copula" if lemma == "be" else "finite", lemma, False, "", negated)


def _noun_like(tokens: list[Token], at: int) -> bool:
    # Inside a name ("Peace Conference", "the Election Commission") the noun names a body, unless the name ends with it.
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if (
        tokens[at].text[0].isupper()
        and at > 0
        and following
        and following.text[0].isupper()
        and following.text[0].isalpha()
        and not following.is_date
    ):
        return False
    if following and following.low in EVENT_NOUNS and VERB_FORMS.get(following.low) is None:
        return False
    return not (
        at
        and tokens[at - 1].low == "to"
        and tokens[at].low == EVENT_NOUNS[tokens[at].low]
        and following
        and following.low in DETERMINERS
    )


def _without_reduced(tokens: list[Token], doings: list[Doing]) -> list[Doing]:
    """Past forms that only describe a noun ("the men accused of theft were jailed", "an accord signed in May ended ...")."""
    found = []
    for place, doing in enumerate(doings):
        if doing.kind == "finite" and doing.first == doing.at and doing.at + 1 < len(tokens):
            form = VERB_FORMS.get(tokens[doing.at].low)
            both = form is None or (form.past and form.participle)
            following = tokens[doing.at + 1]
            opened = (following.low in PREPOSITIONS or following.is_date) and following.low not in (
                "up",
                "off",
                "out",
                "down",
                "over",
            )
            if both and opened and (doing.lemma not in REPORTING or following.low in ("by", "of", "to", "as")):
                for other in doings[place + 1 :]:
                    between = tokens[doing.at + 1 : other.first]
                    if any(
                        token.low in SUBORDINATORS - {"as", "since", "so", "once"}
                        or token.text in ",;:"
                        or token.text in DASHES
                        or token.text in QUOTES
                        or token.low in CONJUNCTIONS
                        for token in between
                    ):
                        break
                    if other.kind in ("finite", "copula"):
                        doing = doing._replace(kind="participle")
                        break
                if following.low == "by":
                    doing = doing._replace(kind="participle" if doing.at else "finite")
        found.append(doing)
    return found
