"""The small verbs that help another one, and those that stand before a verb."""

from __future__ import annotations

from timeline.telling.tokens import QUOTES, SUBORDINATORS, Token, is_adverb
from timeline.telling.verbs import VERB_FORMS

AUXILIARIES = {
    "is": "be", "are": "be", "was": "be", "were": "be", "be": "be", "been": "be", "being": "be", "am": "be", "isn't": "be", "wasn't": "be",
    "weren't": "be", "aren't": "be", "has": "have", "have": "have", "had": "have", "having": "have", "hasn't": "have", "haven't": "have",
    "hadn't": "have", "do": "do", "does": "do", "did": "do", "didn't": "do", "don't": "do", "doesn't": "do", "got": "get", "gets": "get",
    "get": "get", "getting": "get", "'s": "", "’s": "", "'ve": "have", "’ve": "have", "'re": "be", "’re": "be", "'d": "have",
}  # fmt: skip
MODALS = frozenset(
    "will would can could may might must shall should won't wouldn't can't cannot couldn't shouldn't 'll ’ll".split()
)


def helpers_before(tokens: list[Token], at: int) -> tuple[int, list[str], bool]:
    """The auxiliaries before a verb, the nearest first; adverbs between are passed over."""
    helpers: list[str] = []
    first, negated, back = at, False, at - 1
    passed = 0
    while back >= 0:
        low = tokens[back].low
        # The month of May is no modal.
        if not tokens[back].is_date and (low in MODALS or low in AUXILIARIES or low.endswith(("n't", "n’t"))):
            helpers.append(low)
            negated = negated or low.endswith(("n't", "n’t")) or low == "cannot"
            first = back
            passed = 0
        elif tokens[back].text in QUOTES:
            pass
        elif tokens[back].is_date or is_adverb(tokens[back]):
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


def shared_modal(tokens: list[Token], at: int) -> str:
    """The modal or "to" that a verb behind "and" shares with the verb before: "will stop on Friday and resume ..."."""
    for back in range(at - 2, max(-1, at - 15), -1):
        token = tokens[back]
        if token.text in ";:." or token.low in SUBORDINATORS:
            return ""
        if (token.low in MODALS and not token.is_date) or token.low == "to":
            form = VERB_FORMS.get(tokens[back + 1].low)
            return token.low if form is not None and form.base else ""
    return ""
