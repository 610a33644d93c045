"""The outline of a run: its words with one name, one month and one figure standing for all of their kind.

Which rules may take a run depends on its outline alone, and news has few outlines: they are worth remembering where the
runs themselves are not.

>>> outline(tokens("On Friday, Oct. 17th, 1962")) == outline(tokens("on Monday, Jan. 23rd, 2014"))
True
>>> outline(tokens("October 17")) == outline(tokens("October 77"))
False
"""

from __future__ import annotations

import re
from functools import lru_cache

from timeline.grammar import BLANKS
from timeline.vocabulary import HOLIDAYS, MONTH_NAMES, MONTHS, WEEKDAY_NAMES, WEEKDAYS

_NAMES = (
    tuple(MONTH_NAMES),
    tuple(name for name in MONTHS if name not in MONTH_NAMES),
    tuple(WEEKDAY_NAMES),
    tuple(name for name in WEEKDAYS if name not in WEEKDAY_NAMES),
)
_STANDS_FOR = {name: names[0] for names in _NAMES for name in names}
# "Good Friday" is no Friday like others: beside these words a name stands for itself.
_COMPANY = {
    max(others, key=len)
    for words in (re.findall("[a-z]+", phrase) for phrase in HOLIDAYS)
    if len(others := [word for word in words if word not in _STANDS_FOR]) < len(words) and others
}
_BLANK = re.compile(f"[{BLANKS}]")
tokens = re.compile(r"[a-z]+|[0-9]+(?:st|nd|rd|th)?|/2(?![0-9/])|.", re.IGNORECASE | re.ASCII | re.DOTALL).findall
# By its number of digits, what a figure from each of these up to the next is like. Each stands for days, months, hours, minutes
# and decades ("20s") if any of its kind can: rules may then turn down a figure that they were offered, but miss none.
_FIGURES = {
    1: ((1, "1"),),
    2: ((1, "01"), (10, "10"), (13, "20"), (25, "30"), (32, "40"), (60, "60")),
    4: ((1, "0100"), (1000, "2000"), (2200, "2200"), (3000, "3000")),
}


@lru_cache(maxsize=1 << 16)
def _alone(token: str) -> str:
    token = token.lower() if token.isascii() else token
    figures = token.rstrip("stndrh") if token[0] in "0123456789" else ""
    if len(figures) not in _FIGURES:
        return " " if _BLANK.match(token) else token
    number = int(figures)
    like = next((figure for start, figure in reversed(_FIGURES[len(figures)]) if start <= number), figures)
    # "1st" to "4th" are also the ordinals of a quarter.
    return like if figures == token else token if number <= 4 else "5th" if number < 10 else f"{like}th"


@lru_cache(maxsize=1 << 16)
def _stand_in(token: str) -> str:
    alone = _alone(token)
    return _STANDS_FOR.get(alone, alone)


def outline(words: list[str]) -> tuple[str, ...]:
    """What stands for each token."""
    shape = tuple(map(_stand_in, words))
    return shape if _COMPANY.isdisjoint(shape) else tuple(map(_alone, words))
