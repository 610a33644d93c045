"""The title of a text that has no metadata: its heading, or the first line that reads like one."""

from __future__ import annotations

import re

from timeline.datelines import HEAD_LINES, STAMP, find_dateline
from timeline.boilerplate import is_furniture

LONGEST = 160
SHORTEST_WORDS = 3
HEADING = re.compile(r"^#{1,6}\s+(.+?)\s*#*$")
UNDERLINE = re.compile(r"^(?:={3,}|-{3,})$")
FIRST_SENTENCE = re.compile(r"^.*?[^\s.]{3,}[.!?…][\"”’)]*(?=\s|$)")


def find_title(text: str) -> str:
    """The heading of the text, or its first line that is no menu, stamp or dateline; "" for an empty text.

    >>> find_title("All news\\n\\nEnvoys meet again in Vienna\\n\\nVIENNA, March 3. The envoys met.")
    'Envoys meet again in Vienna'
    >>> find_title("VIENNA, March 3. The envoys met. They talked.")
    'The envoys met.'
    """
    lines = [line.strip() for line in text.split("\n") if line.strip()][:HEAD_LINES]
    for line in lines:
        heading = HEADING.match(line)
        if heading:
            return _short(heading[1])
    dateline = find_dateline(text)
    body = text[dateline.end_char :].strip() if dateline else ""
    for place, line in enumerate(lines):
        if body and line.endswith(body.split("\n")[0]):
            break
        following = lines[place + 1] if place + 1 < len(lines) else ""
        if UNDERLINE.match(following) or (_is_title(line) and not is_furniture(line) and not STAMP.match(line)):
            return _short(line)
    opening = body.split("\n")[0] if body else next(iter(lines), "")
    sentence = FIRST_SENTENCE.match(opening)
    return _short(sentence[0] if sentence else opening)


def _is_title(line: str) -> bool:
    return len(line) <= LONGEST and len(line.split()) >= SHORTEST_WORDS


def _short(line: str) -> str:
    """Cut between words, never inside one."""
    if len(line) <= LONGEST:
        return line
    return line[:LONGEST].rsplit(" ", 1)[0].rstrip(",;:- ") + "…"
