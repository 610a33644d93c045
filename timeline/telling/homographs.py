"""Words that are a noun as often as a verb: "attack", "plans", "strike"."""

from __future__ import annotations

from timeline.telling.auxiliaries import AUXILIARIES
from timeline.telling.meanings import REPORTING
from timeline.telling.nouns import EVENT_NOUNS
from timeline.telling.tokens import CONJUNCTIONS, DETERMINERS, PREPOSITIONS, PRONOUNS, Token, is_adverb
from timeline.telling.verbs import VERB_FORMS, Form
from timeline.vocabulary import NUMBERS

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
    speaks = form.lemma in REPORTING
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
