"""Dates that date nothing: what is told is only measured by them."""

from __future__ import annotations

import itertools

from timeline.telling.nouns import EVENT_NOUNS
from timeline.telling.omissions import DATE_LEADS
from timeline.telling.tokens import DETERMINERS, Token

# Behind these "since" measures and opens no span: "the first strike since 2011".
FOREMOST = frozenset("first only worst best most least last".split())
# "up from", "compared with", "more than": what a figure of another time stands beside.
COMPARING = frozenset("from than with to against versus".split())
BESIDE_FIGURES = DETERMINERS | frozenset("in of on $ £ € % percent million billion trillion thousand".split())
COMPARED = frozenset("compared comparison compares more less fewer higher lower up down".split())
FAR = 8


def is_yardstick(tokens: list[Token], date: int) -> bool:
    """Whether a date only measures what is told: "the first strike since 2011", "the biggest crowd since May"."""
    at = date - 1
    while at > 0 and tokens[at].low in DATE_LEADS | DETERMINERS and tokens[at].low != "since":
        at -= 1
    if at < 0 or tokens[at].low != "since":
        return False
    return any(
        token.low in FOREMOST
        or (token.low.endswith("est") and token.low not in EVENT_NOUNS and before.low in DETERMINERS)
        for before, token in itertools.pairwise(tokens[max(0, at - FAR) : at])
    )


def is_compared(tokens: list[Token], date: int, dates: int) -> bool:
    """Whether a date is only what another one is compared with: "rose 3% in October from a year earlier"."""
    at = date - 1
    while at > 0 and (tokens[at].low in BESIDE_FIGURES or tokens[at].text.lstrip("$£€")[:1].isdigit()):
        at -= 1
    if dates < 2 or at < 1 or tokens[at].low not in COMPARING:
        return False
    said = {token.low for token in tokens[max(0, at - FAR) : at]}
    figures = any(token.text[0].isdigit() or token.text in ("%", "percent") for token in tokens[max(0, at - FAR) : at])
    return bool(said & COMPARED) or (figures and tokens[at].low in ("than", "from", "against", "versus"))
