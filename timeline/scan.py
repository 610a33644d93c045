"""The one regex that finds candidates: runs of time words with at least one that can carry a date.

The scan knows words, not rules: it is small enough to run at the speed of a text scan, and `english.read` decides what
inside a run is a mention.

>>> import re
>>> [m[0] for m in re.finditer(RUN, "It began in early October 2015 and ended three days later, on a Friday.")]
['in early October 2015', 'three days later', 'a Friday']
"""

from __future__ import annotations

from timeline.grammar import FRAGMENTS, words
from timeline.vocabulary import (
    DIRECTIONS,
    FREQUENCIES,
    HOLIDAYS,
    MODIFIERS,
    NUMBERS,
    ORDINALS,
    PARTS_OF_DAY,
    QUANTITIES,
    SEASONS,
    UNITS,
    VAGUE,
    WEEKDAY_NAMES,
    ZONES,
)


def _split(*dictionaries: object) -> set[str]:
    return {word for keys in dictionaries for key in keys for word in key.split()}  # type: ignore[attr-defined]


_CARRIERS = words(
    {f"{unit}{s}" for unit in UNITS if unit != "centurie" for s in ("", "s")}
    | {"centuries", "today", "tonight", "yesterday", "tomorrow", "overnight", "noon", "midday", "midnight", "period"}
    | set(SEASONS) | set(PARTS_OF_DAY) | set(FREQUENCIES) | _split(VAGUE) - {"the", "at", "as", "a", "day", "long", "term", "until", "this", "being", "possible", "most", "more", "right", "date", "point"}
    | {"term", "date"} | {f"{w}s" for w in PARTS_OF_DAY}
    | {d for d in ("twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties")}
    | _split(HOLIDAYS) - {"day", "of", "the", "may", "new", "all", "mother's", "father's", "guy", "king", "martin", "good", "st.", "women's", "earth", "holy", "ash", "palm", "april"}
)
_FIGURES = (
    r"(?:[0-9]{1,4}[-/.][0-9]{1,2}[-/.][0-9]{1,4}(?:[T ][0-9:]{4,8}(?:\.[0-9]+)?(?:Z|[+-][0-9:]{4,5})?)?|[0-9]{1,2}[:.][0-9]{2}(?::[0-9]{2})?"
    r"|[12][0-9]{3}(?:s|[-–—/](?:W[0-9]{2}(?:-[1-7])?|[0-9]{4}|[0-9]{2}|Q[1-4]))?|[0-9]{1,3}0s|['’][0-9]{2}s?)"
)
_DOTTED = r"(?-i:a\.m\.|p\.m\.|A\.M\.|P\.M\.|B\.C\.(?:E\.)?|A\.D\.)"
_MARKS = rf"(?-i:a\.m|p\.m|[ap]m|[AP]M|BCE?|B\.C|AD|CE|FY|Q[1-4]|H[12]|[1-4]Q|{'|'.join(ZONES)})"
_HEAD = words(
    _split(MODIFIERS, DIRECTIONS, QUANTITIES, ORDINALS, NUMBERS)
    | set("the a an of in to and or every each fiscal financial calendar first last final fourth half its their his her these those trading business "
          "more additional further extra consecutive straight full long whole working successive other within new old good martin luther all per once twice times".split())
)
_SEP = r"(?:[ \n\t\u00a0]{1,2}|[-–—/])"
_NUMBER = r"[0-9]{1,3}(?:,[0-9]{3})*(?:\.[0-9]+)?(?:st|nd|rd|th|½)?"
_SPELLED = rf"(?:eighteen|nineteen|twenty)[ -](?:hundred|oh|{words(w for w in NUMBERS if NUMBERS[w] > 9 and ' ' not in w)})"
_CARRIER = rf"(?:{_DOTTED}|{FRAGMENTS['month']}|{FRAGMENTS['weekday']}|(?:{words(WEEKDAY_NAMES)}s|{_CARRIERS}|{_FIGURES}|{_MARKS}|{_SPELLED})\b)"
_TAIL = words(
    "ago earlier later previously before after that hence thereafter from afterwards afterward following so more old long beyond local time "
    "hours hrs ahead come day eve end".split()
)
_WORDS_BEFORE = rf"(?:(?:{_HEAD}|{_NUMBER}|{_FIGURES}),?{_SEP})*"
RUN = rf"\b(?i:{_WORDS_BEFORE}{_CARRIER}(?:,?{_SEP}{_WORDS_BEFORE}(?:{_CARRIER}|{_TAIL}\b|{_NUMBER}\b))*)"
