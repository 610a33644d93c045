"""The furniture of a page that is not its article: menus, share buttons, player times, captions, "See also" lists.

Furniture stays in the text, so that offsets hold, and is marked: no date in it becomes an event.
"""

from __future__ import annotations

import re
from collections import deque

import polars as pl

from timeline.publication.spellings import numbered_lines
from timeline.publication.stamps import is_stamp
from timeline.reading.furniture import (
    BOX_HEADERS,
    COMMENT_HEADERS,
    EDITED,
    FURNITURE_LINES,
    FURNITURE_PARTS,
    FURNITURE_STARTS,
    LIST_HEADERS,
)

BOILERPLATE = pl.List(pl.Struct({"start_char": pl.Int64, "end_char": pl.Int64}))

LONGEST_LINE = 300
SIGNS = " \t\u00a0_*#|»«›‹•·–—―-=+~.,:;!?…()[]{}<>/\\\"'“”„‘’©®™→←▶►▲▼✓✕×"
BULLETS = " \t-–—*•·"
LONGEST_LIST = 15
LEFT_FOR_COMMENTS = 0.4
# A caption is looked for among so many before it: a gallery without end must not be compared with itself.
MOST_CAPTIONS = 50

# "World | Business | Sports" and "Home » World": short names between signs.
MENU_SIGNS = ("|", "»", "›", "•", "·", " / ")
_BETWEEN = r"(?:\s?[|»›•·]\s?|\s/\s)"
# A name neither begins nor ends with a blank, so that a line can be divided in one way only.
_NAME = r"[^\s|»›•·/](?:[^|»›•·/]{0,28}[^\s|»›•·/])?"
SHORT_MENU = re.compile(rf"^\w+(?: \w+)?(?:{_BETWEEN}\w+(?: \w+)?)+$")
MENU = re.compile(rf"^{_NAME}(?:{_BETWEEN}{_NAME}){{2,}}$|^{_NAME}(?:\s?[»›]\s?{_NAME})+$")
# "00:00 / 00:34", "(0:34)" at the end of a caption, "Listen 3:12".
PLAYER = re.compile(
    r"^[\d:]{4,8}\s*/\s*[\d:]{4,8}$|\(\d{1,2}:\d{2}(?::\d{2})?\)$|^\W*(?:play|listen|watch|video|audio)\W+\d+:\d{2}\W*$",
    re.IGNORECASE,
)
_PICTURE = r"(?:photo|image|picture|pictured|caption|video|infographic|graphic|credit|illustration)s?"
CREDIT = re.compile(
    r"©|\(c\)\s|\bcopyright\b|\ball rights reserved\b|\bgetty images\b|(?<!/)\b(?:AP|AFP|EPA|Reuters|TASS)\s?(?:photo|/)|"
    rf"^(?:file )?{_PICTURE}(?:\s(?:caption|credit|source))?\s?[:/|—–-]|^(?:file )?{_PICTURE} (?:by|courtesy|credit|via)\b|"
    r"\[photo|\((?:file )?photo|\(archive\)",
    re.IGNORECASE,
)
# "... on 2 May. Photo: A. Painter" at the end of a caption.
CREDIT_AFTER = re.compile(
    rf"[.!?)”\"|–—-]\s(?:file )?{_PICTURE}(?:\s(?:by|credit|courtesy of))?\s?[:/|]\s?[^.!?]{{0,60}}(?:\b[A-Z]\.[^.!?]{{0,40}})*$",
    re.IGNORECASE,
)
# One of these stands in every line that the two patterns find: most lines need no pattern.
CREDIT_WORDS = (
    "© (c) copyright rights getty photo image picture caption video graphic credit illustration / (archive)".split()
)
CREDIT_END = re.compile(r"\S/(?:[A-Z]{2,}[\w ]*|Getty Images|Reuters)\)?$|\bPhoto\)?$")
COUNTS = re.compile(
    r"^\d[\d,.]*\s?(?:k\s)?(?:comments?|shares?|views?|likes?|retweets?|replies|min(?:ute)?s? read|min)\.?$",
    re.IGNORECASE,
)
COUNTED = re.compile(r"^\d[\d,.]* | ?\(\d[\d,.]*\)?$")
BY = re.compile(r"^(?:posted|written|reported|edited|published|words|text|story|reporting|editing) by\b", re.IGNORECASE)
NOTED = re.compile(
    rf"^this (?:article|story|post|report|page|piece) (?:was|has been)(?: last)? (?:{'|'.join(EDITED)})\b"
)
SHORT, LONGEST_MENU_NAME = 160, 3
# The signs a sentence ends with, quotes and brackets after them allowed.
SENTENCE = re.compile(r"[.!?…:;][\"'”’»)\]]*$|[\"”»][,.]?$")


def mark_boilerplate(text: str) -> list[tuple[int, int]]:
    """The spans of a text, as code points with an exclusive end, that belong to the page and not to the article.

    >>> text = chr(10).join(["Talks end", "See also", "Talks of 3 May failed", "The envoys left. They will be back."])
    >>> [text[start:end].split(chr(10)) for start, end in mark_boilerplate(text)]
    [['See also', 'Talks of 3 May failed']]
    """
    lines = numbered_lines(text)
    marked: list[tuple[int, int]] = []
    captions: deque[str] = deque(maxlen=MOST_CAPTIONS)
    in_list, boxed = 0, False
    for number, (start, line) in enumerate(lines):
        plain = _plain(line)
        if _opens_comments(plain, lines[number + 1 : number + 4]) and len(text) - start < LEFT_FOR_COMMENTS * len(text):
            marked.append((start, lines[-1][0] + len(lines[-1][1])))
            break
        if plain in LIST_HEADERS:
            in_list = LONGEST_LIST
        elif in_list and (len(line) > LONGEST_LINE or SENTENCE.search(line)):
            in_list = 0
        elif in_list:
            in_list -= 1
        caption = is_caption(line) or any(_repeats(line, other) for other in captions)
        if caption:
            captions.append(line)
        if in_list or boxed or caption or is_furniture(line) or is_stamp(line):
            marked.append((start, start + len(line)))
        boxed = plain in BOX_HEADERS
    return joined(text, [*marked, *_tail(text, lines, marked)])


def _tail(text: str, lines: list[tuple[int, str]], marked: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Below the last sentence, from the first piece of furniture on, headlines belong to the page, header or none."""
    starts = {start for start, _ in marked}
    if marked and marked[-1][1] > max(start for start, _ in lines):
        lines = [line for line in lines if line[0] <= marked[-1][0]]
    found: list[tuple[int, int]] = []
    for start, line in reversed(lines):
        if start not in starts and (len(line) > SHORT or SENTENCE.search(line)):
            break
        found.append((start, start + len(line)))
    furniture = [place for place, (start, _) in enumerate(found) if start in starts]
    if not furniture or len(text) - found[-1][0] > LEFT_FOR_COMMENTS * len(text):
        return []
    return [span for span in found[: furniture[-1]] if span[0] not in starts]


def is_furniture(line: str) -> bool:
    """Whether a line, read alone, belongs to the page and not to the article.

    >>> is_furniture("Share this article"), is_furniture("World | Business | Sports"), is_furniture("00:00 / 00:34")
    (True, True, True)
    >>> is_furniture("The share price fell on Monday.")
    False
    """
    plain = _plain(line)
    if plain == "" or any(plain in words for words in (FURNITURE_LINES, LIST_HEADERS, BOX_HEADERS, COMMENT_HEADERS)):
        return True
    if len(line) > LONGEST_LINE:
        return False
    if plain.startswith(FURNITURE_STARTS) or NOTED.match(plain):
        return True
    if len(line) <= SHORT and (any(part in plain for part in FURNITURE_PARTS) or BY.match(line) or _is_menu(plain)):
        return True
    if any(sign in line for sign in MENU_SIGNS) and (MENU.match(line) or SHORT_MENU.match(line)):
        return True
    return (":" in line and PLAYER.search(line) is not None) or COUNTS.match(line) is not None


def is_caption(line: str) -> bool:
    """Whether a line is a caption or a credit of a picture, or a copyright notice.

    >>> is_caption("Envoys in Vienna © A. Painter"), is_caption("Photo: the desk")
    (True, True)
    >>> is_caption("The photo shocked many.")
    False
    """
    if len(line) > 2 * LONGEST_LINE:
        return False
    line = line.lstrip(BULLETS)
    small = line.lower()
    return any(word in small for word in CREDIT_WORDS) and bool(
        CREDIT.search(line) or CREDIT_END.search(line) or (len(line) <= LONGEST_LINE and CREDIT_AFTER.search(line))
    )


def _opens_comments(plain: str, following: list[tuple[int, str]]) -> bool:
    """A count of comments may also stand above the story: it opens them only where the hour of one stands below it."""
    if plain in COMMENT_HEADERS:
        return True
    return COUNTED.sub("", plain) in COMMENT_HEADERS and any(is_stamp(line) for _, line in following)


def _is_menu(plain: str) -> bool:
    """Whether a line is nothing but names of a menu side by side: "facebook twitter log in"."""
    words, names = plain.split(), 0
    if len(words) < 2 or len(words) > 4 * LONGEST_MENU_NAME:
        return False
    while words:
        size = next((n for n in range(LONGEST_MENU_NAME, 0, -1) if " ".join(words[:n]) in FURNITURE_LINES), 0)
        if not size:
            return False
        words, names = words[size:], names + 1
    return names > 1


def _plain(line: str) -> str:
    """A line without case and without the signs around it; "…" for one that is too long to be furniture."""
    if len(line) > LONGEST_LINE:
        return "…"
    return line.strip(SIGNS).lower().replace("’", "'")


def _repeats(line: str, caption: str) -> bool:
    """Pages print a caption twice, once with its credit."""
    return len(line) > 40 and (caption.startswith(line) or line.startswith(caption))


def joined(text: str, marked: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Spans in order, those that overlap or have nothing but blanks between them as one.

    >>> joined("a b c d", [(2, 3), (0, 1), (6, 7)])
    [(0, 3), (6, 7)]
    """
    found: list[tuple[int, int]] = []
    for start, end in sorted(marked):
        if found and not text[found[-1][1] : start].strip():
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found
