"""Who takes part: the names in a sentence, as runs of capitalised words.

>>> [name.text for name in find_names("General Sergey Shoigu met officials of the United Nations in Moscow.")]
['Sergey Shoigu', 'United Nations', 'Moscow']
"""

from __future__ import annotations

import re
from typing import NamedTuple

from timeline.events.gazetteer import is_demonym
from timeline.languages.en.morphology import VERB_FORMS
from timeline.languages.en.vocabulary import MONTHS, NUMBERS, WEEKDAYS
from timeline.languages.en.words import OFFICES, TITLES

_LETTER = r"[^\W\d_]"
_NAME = rf"(?:[^\W\d_a-z]\.(?= [^\W\d_a-z])|(?:[A-Z]\.){{2,}}|(?![a-z])(?:al-|el-|d['’]|O['’]|Mc)?[^\W\d_a-z](?:{_LETTER}|['’](?!s\b)|-(?=[^\W_])|\d)*\.?(?<![.]))"
_JOINT = r"(?: of the | of | for | bin | ibn | es | von | van | de | la | del | da | al-| el-| )"
_RUN = re.compile(rf"(?<![\w’'-]){_NAME}(?:{_JOINT}{_NAME})*")
# Capitals that only begin a sentence.
OPENING = frozenset(
    "the a an in on at by for from with to of and or but as after before since until during while when if he she it they we i you this that these "
    "those there here his her its their our my not no yes also then now today yesterday tomorrow tonight earlier later meanwhile however although though "
    "because according following despite under over about more most many several some all both each every another other what who where why how "
    "which one two three four five six seven eight nine ten hundreds thousands dozens official officials police authorities nobody everyone people "
    "first second last next early late mid none such so nor yet let just only even still two-thirds half part".split()
)
ANYWHERE = frozenset(
    "i mr mrs ms tv am pm gmt utc ministry group supreme court council committee commission state government army navy congress parliament".split()
)
_QUOTED = re.compile(r"[“«\"]([^”»\"“«,.!?]{3,40})[”»\"]")
MANY = 8


class Name(NamedTuple):
    """A name and where it first stands in its sentence."""

    text: str
    start: int
    end: int


def find_names(sentence: str, dates: tuple[tuple[int, int], ...] = ()) -> list[Name]:
    """The names of a sentence, each once, titles and small words cut off; dates are not names."""
    quoted = [match for match in _QUOTED.finditer(sentence) if _is_name(match.group(1))]
    found = {match.group(1): Name(match.group(1), *match.span(1)) for match in reversed(quoted)}
    for match in _RUN.finditer(sentence):
        if any(
            start < match.end() and match.start() < end for start, end in (*dates, *(name.span() for name in quoted))
        ):
            continue
        before = sentence[: match.start()].rstrip()
        name = _clean(match.group(), opens=not before or before[-1] in '.!?:;“"«–—-•*')
        if name and name not in found:
            start = match.start() + match.group().rfind(name)
            found[name] = Name(name, start, start + len(name))
    return sorted(found.values(), key=lambda name: name.start)[:MANY]


def _is_name(words: str) -> bool:
    """Whether what stands in quotation marks is a name: few words, one with a capital ("Islamic state")."""
    parts = words.split()
    return (
        len(parts) <= 4
        and any(part[0].isupper() for part in parts)
        and not any(part in ("I", "We", "It", "The") for part in parts)
    )


def _clean(run: str, opens: bool) -> str | None:
    words = run.rstrip(".").split() if not run.endswith((".S.", ".K.", ".N.")) else run.split()
    while words:
        low = words[0].lower().rstrip(".")
        shouted = words[0].isupper() and len(words[0]) > 1
        if (low in OFFICES and not (len(words) == 1 and not opens)) or (
            opens
            and not shouted
            and (low in OPENING or low in NUMBERS or (len(words) > 1 and low in VERB_FORMS) or low.endswith("ly"))
        ):
            words = words[1:]
            while words and words[0].islower():
                words = words[1:]
        else:
            break
        opens = False
    # An office between a people and a name: "Turkish President Recep Tayyip Erdogan".
    for place in range(len(words) - 1, 0, -1):
        if words[place].lower() in TITLES and place + 1 < len(words) and not {"of", "for"} & set(words):
            words = words[place + 1 :]
            break
    if not words or all(word.lower() in NUMBERS for word in words):
        return None
    low = words[0].lower().rstrip(".")
    if len(words) == 1 and (
        low in MONTHS or low in WEEKDAYS or low in OFFICES or low.removesuffix("s") in OFFICES or low in ANYWHERE or is_demonym(words[0]) or len(low) < 2 or low in ("the", "a")
        or (opens and (low.endswith(("ing", "ed", "ly", "s")) or low in VERB_FORMS) and not words[0].isupper())
    ):  # fmt: skip
        return None
    return " ".join(words)
