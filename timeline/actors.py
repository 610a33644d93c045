"""Who takes part: the names in a sentence, as runs of capitalised words.

>>> find_actors("General Sergey Shoigu met officials of the United Nations in Moscow.", set())
['Sergey Shoigu', 'United Nations', 'Moscow']
"""

from __future__ import annotations

import re

from timeline.vocabulary import MONTHS, WEEKDAYS

_CAPITAL = r"[^\W\d_a-z][\w’'.-]*[\w]|[^\W\d_a-z]"
_RUN = re.compile(
    rf"(?:{_CAPITAL})(?:(?:[ ]+(?:of the|of|for|al-|bin|ibn|von|van|de|la|el|and the)?[ ]*(?:{_CAPITAL}))|[ ]+\d+(?=\W|$))*"
)
HONORIFICS = frozenset(
    "mr mrs ms dr president minister chancellor senator governor general secretary prime foreign defense defence deputy vice chief colonel "
    "captain lieutenant major sir lord lady king queen prince princess pope judge justice professor commander admiral director spokesman spokeswoman "
    "former the a an in on at and but after before when while according meanwhile however russian’s".split()
)
COMMON = frozenset(
    "the a an in on at by for from with to of and or but as after before since until during while when if he she it they we i you this that these those "
    "there here his her its their our my not no yes also then now today yesterday tomorrow earlier later meanwhile however although though because established "
    "according following despite under over about more most many several some all both each every another other what who where why how which "
    "one two three four five six seven eight nine ten hundreds thousands dozens officials police authorities monday tuesday".split()
)
MANY = 8


def find_actors(sentence: str, dates: set[tuple[int, int]]) -> list[str]:
    """The names of a sentence in its order, each once, titles and small words cut off; dates are not names."""
    found: list[str] = []
    for match in _RUN.finditer(sentence):
        if any(start < match.end() and match.start() < end for start, end in dates):
            continue
        name = _clean(
            match.group(),
            opens=match.start() == 0 or sentence[: match.start()].rstrip()[-1:] in ("", ".", "!", "?", ":"),
        )
        if name and name not in found:
            found.append(name)
    return found[:MANY]


def _clean(run: str, opens: bool) -> str | None:
    words = run.replace("’s", "").replace("'s", "").split()
    while words and (
        words[0].lower().rstrip(".") in HONORIFICS
        or (words[0].lower() in COMMON and len(words[0]) > 0 and words[0] not in ("US", "UN", "IS", "IT"))
    ):
        words = words[1:]
        opens = False
    words = [word.strip("'’") for word in words]
    if not words:
        return None
    low = words[0].lower().rstrip(".")
    if len(words) == 1 and (
        low in MONTHS or low in WEEKDAYS or len(words[0]) < 2 or (opens and words[0].endswith(("ing", "ed", "ly")))
    ):
        return None
    return " ".join(words)
