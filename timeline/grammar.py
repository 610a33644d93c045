"""The pattern language of the rules: `{month} {day}` becomes a regex built from the dictionaries of `vocabulary`.

>>> import re
>>> bool(re.fullmatch(source("{month} {day}"), "Oct. 7")), re.fullmatch(source("{day} {month}"), "7 October")["month"]
(True, 'October')
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from timeline import vocabulary
from timeline.values import Reading


def words(keys: Iterable[str]) -> str:
    """Any of the words, the longest that fits: a prefix tree, since an engine tries a flat list word by word.

    >>> words(["sep", "sept", "march", "may"])
    '(?:ma(?:rch|y)|sept?)'
    """
    tree: dict[str, Any] = {}
    for key in sorted(set(keys)):
        node = tree
        for letter in key:
            node = node.setdefault(letter, {})
        node[""] = {}
    return f"(?:{_branches(tree)})" if len(tree) == 1 else _branches(tree)


def _branches(node: dict[str, Any]) -> str:
    ways = [
        _LETTERS.get(letter, letter) + (_branches(below) if below.keys() != {""} else "")
        for letter, below in node.items()
        if letter
    ]
    if not ways:
        return ""
    regex = ways[0] if len(ways) == 1 else f"(?:{'|'.join(ways)})"
    if "" not in node:
        return regex
    return f"{regex}?" if len(ways) > 1 or len(regex) == 1 else f"(?:{regex})?"


_LETTERS = {".": r"\.", "'": "['’]"}


def _names(numbers: dict[str, int], full: list[str]) -> str:
    # A name or its abbreviation, written as a name is: "may" and "sun" are other words.
    cased = [
        [f(name) for name in numbers if (name in full) == whole for f in (str.title, str.upper)]
        for whole in (True, False)
    ]
    lower = [name for name in full if name not in ("may", "march")]
    return rf"(?:(?-i:{words(cased[0] + lower)}\b|{words(cased[1])}\b\.?))"


_single = [word for word in vocabulary.NUMBERS if " " not in word]
_figure = r"[0-9]{1,3}(?:,[0-9]{3})*(?:\.[0-9]+)?(?: 1/2|½)?"
_spaced = words(word for word in vocabulary.NUMBERS if " " in word)
_count = (
    rf"(?:{_figure}|{_spaced}|{words(_single)})(?: {words(vocabulary.SCALES)})?"
    rf"(?:[ -]and[ -](?:(?:a|one)[ -])?half|(?: ?(?:to|or|-|–) ?|-to-)(?:{_figure}|{words(_single)}))?"
)
FRAGMENTS: dict[str, str] = {
    "month": _names(vocabulary.MONTHS, vocabulary.MONTH_NAMES),
    "weekday": _names(vocabulary.WEEKDAYS, vocabulary.WEEKDAY_NAMES),
    "weekdays": words([name.title() + "s" for name in vocabulary.WEEKDAY_NAMES]),
    "day": r"(?:3[01]|[12][0-9]|0?[1-9])",
    "nth": r"(?:3[01]|[12][0-9]|0?[1-9])(?:st|nd|rd|th)",
    "ordinal": words([word for word in vocabulary.ORDINALS if " " not in word]),
    "order": words(
        [word for word, number in vocabulary.ORDINALS.items() if number <= 4]
        + ["1st", "2nd", "3rd", "4th", "last", "final"]
    ),
    "year": r"(?:1[0-9]{3}|20[0-9]{2}|21[0-9]{2})",
    "era": r"(?-i:B\.C\.E\.|BCE|BC|B\.C\.|B\.C)",
    "common": r"(?-i:A\.D\.|AD|CE|C\.E\.)",
    "short": r"['’][0-9]{2}",
    "decades": words(vocabulary.DECADES),
    "number": words(_single),
    "count": _count,
    "many": words(vocabulary.QUANTITIES),
    "unit": words(vocabulary.UNITS),
    "season": words(vocabulary.SEASONS),
    "part": words(vocabulary.PARTS_OF_DAY),
    "direction": words(vocabulary.DIRECTIONS),
    "holiday": words(vocabulary.HOLIDAYS),
    "holidays": words(vocabulary.SEVERAL_HOLIDAYS),
    "often": words(vocabulary.FREQUENCIES),
    "vague": words(vocabulary.VAGUE),
    "zone": rf"(?-i:{words(vocabulary.ZONES)})",
}
BLANKS = r" \n\t\u00a0"
SPACE = f"(?:[{BLANKS}]{{1,2}})"
PLACE = re.compile(r"\[[^\]]*\]| ")
HOLE = re.compile(r"\{([a-z]+)(\d*)\}")


def source(template: str, *, named: bool = True) -> str:
    """The regex of a template: a hole becomes its fragment, a blank any one white space.

    A hole's group carries its name when `named`; `{month2}` is a second month.
    """

    def fill(hole: re.Match[str]) -> str:
        name, number = hole.groups()
        return f"(?P<{name}{number}>{FRAGMENTS[name]})" if named else FRAGMENTS[name]

    regex = HOLE.sub(fill, template)
    if not named:
        regex = re.sub(r"\(\?P<[a-z0-9]+>", "(?:", regex)
    return PLACE.sub(lambda b: b[0].replace(" ", BLANKS) if b[0] != " " else SPACE, regex)


Body = Callable[["re.Match[str]"], Reading | tuple[Reading, ...] | None]


@dataclass(frozen=True)
class Rule:
    """A name, a template and the body that turns a match into readings."""

    name: str
    template: str
    body: Body
    holes: frozenset[str]


RULES: list[Rule] = []


def rule(*templates: str) -> Callable[[Body], Body]:
    """Register the decorated body under its own name, once a template, in the order of writing."""

    def register(body: Body) -> Body:
        name = body.__name__.replace("_", " ")
        RULES.extend(Rule(name, t, body, frozenset(h for h, _ in HOLE.findall(t))) for t in templates)
        return body

    return register


def walk(
    run: str, word: re.Pattern[str], here: Callable[[str, int], tuple[int, tuple[Reading, ...]]]
) -> list[tuple[int, tuple[Reading, ...]]]:
    """Where in a run `here` reads something, left to right, and what: it gives the length read at a `word` of the run."""
    found = []
    at = 0
    while at < len(run) and (begins := word.search(run, at)):
        at = begins.start()
        size, readings = here(run, at)
        if readings:
            found.append((at, readings))
            at += size
        else:
            at += 1
            while at < len(run) and run[at].isalnum():
                at += 1
    return found
