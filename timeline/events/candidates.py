"""Every word of a sentence that can name what happened: verbs and event nouns.

>>> from timeline.languages.en.words import tokenise
>>> tokens = tokenise("The men accused of it were jailed after a raid.", [])
>>> [(tokens[doing.at].text, doing.kind) for doing in find_doings(tokens)]
[('accused', 'participle'), ('jailed', 'finite'), ('raid', 'noun')]

Verbs of saying: which verb tells what somebody said, and where what was said stands.
"""

from __future__ import annotations

from timeline.events.tagging import NOUNS_FIRST, Doing, read_verb
from timeline.languages.en.morphology import VERB_FORMS
from timeline.languages.en.vocabulary import NUMBERS
from timeline.languages.en.words import (
    ADVERBS,
    AMBIGUOUS_EVENT_NOUNS,
    AUXILIARIES,
    CONJUNCTIONS,
    DASHES,
    DETERMINERS,
    EVENT_NOUNS,
    MODALS,
    PREPOSITIONS,
    PRONOUNS,
    QUOTES,
    REPORTING_VERBS,
    STATE_NOUNS,
    SUBORDINATORS,
    VERB_PARTICLES,
    Token,
    bounds_dates,
    is_adverb,
    is_word,
)

ALWAYS_SAYING = frozenset("say tell announce declare warn claim insist".split())


def is_saying(tokens: list[Token], doings: list[Doing], verb: Doing) -> bool:
    """Whether a verb tells what somebody said: a clause hangs on it, behind or before."""
    if verb.lemma not in REPORTING_VERBS or verb.kind not in ("finite", "participle"):
        return False
    if verb.until > verb.at + 1 and verb.lemma in VERB_PARTICLES:
        # "sworn in" is no oath on what is told.
        return False
    if verb.lemma in ALWAYS_SAYING or is_attribution_behind(tokens, verb):
        return True
    for at in range(verb.until, len(tokens)):
        token = tokens[at]
        if token.low in ("that", "whether", "how", "why") or token.text in QUOTES or token.text == ":":
            return True
        if token.text in ",;.":
            return False
        if any(doing.first == at and doing.kind in ("finite", "copula") for doing in doings):
            return True
    return False


def is_attribution_behind(tokens: list[Token], saying: Doing) -> bool:
    """Whether a verb of saying closes what it tells: "..., the minister said on Monday"."""
    behind = [token for token in tokens[saying.until :] if is_word(token) and not token.is_date]
    words = [token for token in behind if token.low not in PREPOSITIONS and token.low not in DETERMINERS]
    stop = next((place for place, token in enumerate(tokens[saying.until :]) if token.text in ".;,"), len(tokens))
    if any(token.text == "," or token.text in QUOTES for token in tokens[: saying.first]) and (
        len(words) <= 3 or stop <= 3 + 2
    ):
        return not any(token.low in ("that", "adding") for token in tokens[saying.until : saying.until + 3])
    return False


_PLURALS = frozenset(
    "aircraft people police troops men women children staff forces media militia warplanes crew they we you i".split()
)
# Nouns that an event noun only describes.
_HEADS = frozenset(
    "court courts commission committee council minister ministry office officer officers official officials team teams leader leaders "
    "victim victims survivors suspect suspects site scene zone area law laws rules system programme program fund crew crews workers "
    "worker authorities movement centre center".split()
)


def find_doings(tokens: list[Token]) -> list[Doing]:
    """Every word that can name what happened, in the order of the sentence."""
    found = []
    told = _headline(tokens)
    for at, token in enumerate(tokens):
        if token.is_date or not token.text[0].isalpha() or bounds_dates(tokens, at):
            continue
        doing = read_verb(tokens, at)
        if told is not None and (doing is None or doing.kind == "finite"):
            doing = told if at == told.at else None
        if doing is None and (noun := EVENT_NOUNS.get(token.low)) and _noun_like(tokens, at):
            doing = Doing(at, at + 1, at, "noun", noun)
        if doing is None and token.low in STATE_NOUNS and at and tokens[at - 1].low in ("in", "under"):
            doing = Doing(at, at + 1, at, "noun", token.low)
        if doing:
            found.append(doing)
    return _with_one_verb(tokens, _without_reduced(tokens, found))


def _headline(tokens: list[Token]) -> Doing | None:
    """The verb of a line in the present tense ("Russian aircraft attack targets in Syria"), where no other verb stands."""
    if any(token.tag for token in tokens):
        return None
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
        if token.low in NOUNS_FIRST and (
            before.low in NUMBERS or before.low.isdigit() or before.low.endswith(("al", "an", "ic", "ed", "ive", "ish"))
        ):
            continue
        plural = before.low.endswith("s") or before.low in _PLURALS
        if (form.base and plural) or (form.present and not plural):
            chosen = Doing(at, at + 1, at, "finite", form.lemma)
    return chosen


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
    # "the Stock Exchange", "the New Deal": names.
    if (
        tokens[at].text[0].isupper()
        and tokens[at].low in AMBIGUOUS_EVENT_NOUNS
        and at > 1
        and tokens[at - 1].text[0].isupper()
    ):
        return False
    # "Congress reconvenes", but "the Congress of Vienna".
    if tokens[at].text == "Congress" and not (at and tokens[at - 1].low in DETERMINERS):
        return False
    if following and following.low == "of" and tokens[at].low in ("scores", "rounds", "series"):
        # "scores of trucks": a number.
        return False
    # "an appeals court", "the crash site": what names a body or a place.
    if following is not None and following.low in _HEADS:
        return False
    compound = following is not None and following.low in EVENT_NOUNS
    if following and compound and (VERB_FORMS.get(following.low) is None or following.low.endswith("ing")):
        return False
    return not (
        at
        and tokens[at - 1].low == "to"
        and tokens[at].low == EVENT_NOUNS[tokens[at].low]
        and following
        and following.low in DETERMINERS
    )


def _set_off(tokens: list[Token], before: list[Doing], behind: list[Doing], at: int) -> bool:
    """Whether commas set a past form off from the verb of its subject: "the general, sacked for theft, denied it"."""
    if not at or tokens[at - 1].text != "," or any(doing.kind in ("finite", "copula") for doing in before):
        return False
    comma = next((place for place in range(at, len(tokens)) if tokens[place].text == ","), None)
    return comma is not None and any(
        doing.first == comma + 1 and doing.kind in ("finite", "copula") for doing in behind
    )


def _with_one_verb(tokens: list[Token], doings: list[Doing]) -> list[Doing]:
    """A clause has one verb that tells.

    In "severed the ties in January" the second word is no verb, in "put off the march planned for May" it is a participle.
    """
    found: list[Doing] = []
    told: Doing | None = None
    for doing in doings:
        if doing.kind in ("finite", "copula"):
            form = VERB_FORMS.get(tokens[doing.at].low)
            bare = form is not None and doing.first == doing.at and not tokens[doing.at].tag
            if bare and form and told is not None and _is_one_clause(tokens, told, doing):
                if not form.past:
                    continue
                if form.participle and _describes(tokens, doing.at):
                    continue
                if form.participle:
                    found.append(doing._replace(kind="participle"))
                    continue
            told = doing
        found.append(doing)
    return found


def _describes(tokens: list[Token], at: int) -> bool:
    """Whether a past form is the adjective of the noun behind it: "will buy preferred shares"."""
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if following is None or following.is_date or not following.text[0].islower() or is_adverb(following):
        return False
    form = VERB_FORMS.get(following.low)
    small = following.low in PREPOSITIONS | DETERMINERS | PRONOUNS | CONJUNCTIONS | SUBORDINATORS
    return not small and (form is None or not (form.past or form.participle))


def _is_one_clause(tokens: list[Token], told: Doing, doing: Doing) -> bool:
    """Whether nothing between two verbs opens another clause."""
    if told.lemma in REPORTING_VERBS or (told.first and tokens[told.first - 1].low in SUBORDINATORS):
        return False
    return all(
        (is_word(token) or token.text == "%") and token.low not in SUBORDINATORS | CONJUNCTIONS | PRONOUNS
        for token in tokens[told.until : doing.first]
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
            if both and opened and (doing.lemma not in REPORTING_VERBS or following.low in ("by", "of", "to", "as")):
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
            if both and doing.kind == "finite" and _set_off(tokens, doings[:place], doings[place + 1 :], doing.at):
                doing = doing._replace(kind="participle")
        found.append(doing)
    return found
