"""The shapes that expressions of time take in every language: a template of holes, and the reading of what fills them.

The words come from `languages.lexicon`. What a date, a weekday or a relative phrase means is dateparser's answer, asked
twice; lengths, sets, directions and vague words, which it does not know, are read from the tables.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from timeline.languages.lexicon import Lexicon, plain
from timeline.values import Reading, Recurring
from timeline.vocabulary import DIRECTIONS

Said = tuple[Reading, ...] | Reading | None
Body = Callable[["re.Match[str]", Lexicon, str], Said]


@dataclass(frozen=True)
class Shape:
    """A name, a template and the body that reads a match of it."""

    name: str
    template: str
    body: Body


SHAPES: list[Shape] = []
COMMA = "(?: ?, ?| )"
DAY = "(?:{dayword})?(?:{figure}{nth}?|{dayname})"
YEAR = "(?:{of})?{the}(?:{yearword})?{year}(?: ?{yeartail})?"
COUNT = "(?:{many}|(?P<count>[0-9]{1,3}(?:[.][0-9]{3})*(?:,[0-9])?|{number}) )"
_NUMERALS = {"I": 1, "V": 5, "X": 10}


def shape(name: str, *templates: str) -> Callable[[Body], Body]:
    """Register the decorated body under a name, once a template, in the order of writing."""

    def register(body: Body) -> Body:
        SHAPES.extend(Shape(name, template, body) for template in templates)
        return body

    return register


def word_of(match: re.Match[str], *groups: str) -> str:
    said = match.groupdict()
    return next((plain(said[g]) for g in groups if said.get(g)), "")


def turn_of(match: re.Match[str], lexicon: Lexicon, *groups: str) -> tuple[int, str, str] | None:
    word = word_of(match, *(groups or ("turn", "turn2", "after")))
    return DIRECTIONS[lexicon.words.turns[word]] if word else None


def turned(reading: Reading, turn: tuple[int, str, str] | None) -> Reading:
    # "last Monday" chooses a turn of the week; "this Monday" leaves it to the default.
    if turn is None or not isinstance(reading.value, Recurring):
        return reading
    n, lean, pick = turn
    # "este viernes": the tense beside it says which; without one it is the nearest.
    here = None if reading.value.cell.weekday else "nearest"
    return reading._replace(lean=lean, pick=pick if n or lean == "told" else here)


def roman(text: str) -> int:
    """
    >>> roman("XIX"), roman("XX"), roman("IIX")
    (19, 20, 0)
    """
    numbers = [_NUMERALS[letter] for letter in text]
    total = sum(-n if any(m > n for m in numbers[i + 1 : i + 2]) else n for i, n in enumerate(numbers))
    canon = "X" * (total // 10) + ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"][total % 10]
    return total if canon == text else 0
