"""Where sentences begin and end in news text: web copy, wire copy, translations.

A line break is a hard boundary; within a line a full stop ends a sentence unless what stands around it says otherwise.

>>> text = "He came on Oct. 5. The U.S. envoy (J. F. Smith) left. Why? - asked a reporter."
>>> [text[start:end] for start, end in split_sentences(text)]
['He came on Oct. 5.', 'The U.S. envoy (J. F. Smith) left.', 'Why? - asked a reporter.']
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from timeline.languages.en.vocabulary import MONTHS, WEEKDAYS
from timeline.languages.en.words import SHORT_TITLES
from timeline.text import any_of

# Never the last word of a sentence.
_SHORT = frozenset("pres st mt ft no nos vs v cf eg ie sr sra dept fig al approx est ca bzw z.b".split())
_SHORT_NAMES = {name for name in (*MONTHS, *WEEKDAYS) if len(name) <= 5}
NEVER_LAST = SHORT_TITLES | _SHORT | (_SHORT_NAMES - {"march", "april", "may", "june", "july"})
# May be the last word: then a common opening word has to follow.
_MAYBE = (
    "inc corp co ltd llc plc bros jr sr u.s u.k u.n e.u u.s.s.r a.m p.m d.c etc ave blvd rd ph.d m.d b.c a.d univ assn "
    "bhp"
)
MAYBE_LAST = frozenset(_MAYBE.split())
OPENERS = frozenset(
    "the a an in on at it he she they we i you this that these those but and as after before when while if for from "
    "with by there its his her their our my according meanwhile however also although since so then what who where why "
    "how no not some many most several one two all another both earlier later last next during about over under "
    "yesterday today tomorrow officials police".split()
)
LONGEST = 1500

_STOP = re.compile(r"[.!?…]+[\"'”’»)\]]*(?=[ \t\u00a0\u2009]+\S)|[。！？।]+[”’」』）]?")
_LAST_WORD = re.compile(r"[^\s(\[\"'“‘«]*$")
_GERMAN_MONTHS = (
    "Jan Feb Mär März Apr Mai Jun Jul Aug Sep Okt Nov Dez "
    "Januar Februar April Juni Juli August September Oktober November Dezember"
).split()
_GERMAN_MONTH = re.compile(rf"\s+{any_of(_GERMAN_MONTHS)}\b")
_NEXT = re.compile(r"[ \t\u00a0\u2009]+([\"'“‘«(\[¿¡]*)(\S+)")
_SPACE = re.compile(r"\s")


def split_sentences(text: str, dateline_end: int = 0) -> list[tuple[int, int]]:
    """The half-open spans of the sentences of a text, without the white space around them.

    `dateline_end` is where the dateline stops, if the text has one: it belongs to the sentence that it opens.
    """
    found: list[tuple[int, int]] = []
    position = 0
    for line in text.split("\n"):
        if line and not line.isspace():
            for start, end in _in_line(line, dateline_end - position):
                trimmed = line[start:end]
                left = start + len(trimmed) - len(trimmed.lstrip())
                right = start + len(trimmed.rstrip())
                if left < right:
                    found.extend((position + a, position + b) for a, b in _cut(line, left, right))
        position += len(line) + 1
    return found


def _in_line(line: str, dateline_end: int) -> Iterator[tuple[int, int]]:
    start = 0
    for stop in _STOP.finditer(line):
        end = stop.end()
        if end > dateline_end and _ends(line, stop.start(), end):
            yield start, end
            start = end
    yield start, len(line)


def _ends(line: str, dot: int, end: int) -> bool:
    if line[dot] in "。！？।":
        return True
    following = _NEXT.match(line, end)
    if following is None:
        return False
    opening, word = following.groups()
    first = word[0]
    if first.islower() or first in ",;:/-–—" or (first in "|•·" and not opening):
        return False
    if line[dot:end].rstrip("\"'”’»)]") != ".":
        return True
    last = _LAST_WORD.search(line, max(0, dot - 40), dot)
    before = re.split(r"[-–/]", last.group().lower())[-1] if last else ""
    if before in NEVER_LAST and not (before in WEEKDAYS or (before == "no" and not first.isdigit())):
        return False
    opener = word.rstrip(".,;:!?'’\"").lower() in OPENERS
    # One letter: an initial, unless a common opening word follows ("vitamin C. The ...").
    if len(before) == 1 and before.isalpha():
        return opener and line[dot - 1].isupper()
    if before in MAYBE_LAST:
        return opener
    return not (before.isdigit() and len(before) <= 2 and _GERMAN_MONTH.match(line, end))


def _cut(line: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A run of text without a stop (a table, a menu) is cut at white space: no reader takes it as one sentence."""
    while end - start > LONGEST:
        spaces = [space.start() for space in _SPACE.finditer(line, start + LONGEST // 2, start + LONGEST)]
        middle = spaces[-1] if spaces else start + LONGEST
        yield start, middle
        start = middle
        while start < end and line[start].isspace():
            start += 1
    if start < end:
        yield start, end
