"""The title of a text that has no metadata: its heading, or the first line that reads like one."""

from __future__ import annotations

import re
from itertools import pairwise

from timeline.articles.boilerplate import is_caption, is_furniture
from timeline.articles.publication.candidates import is_stamp
from timeline.articles.publication.dateline import HEAD_LINES

LONGEST = 160
SHORTEST_WORDS = 3
HEADING = re.compile(r"^#{1,6}\s+(.+?)\s*#*$")
UNDERLINE = re.compile(r"^(?:={3,}|-{3,})$")
FIRST_SENTENCE = re.compile(r"^.*?[^\s.]{3,}[.!?…][\"”’)]*(?=\s|$)")
BYLINE = re.compile(
    r"^(?:by|from|photos?|images?|pictures?|caption|text|source|author|reporting)\b\s*[:/]?\s", re.IGNORECASE
)


def find_title(text: str, dateline_end: int | None = None) -> str:
    """The heading of the text, or its first line that is no menu, stamp or dateline; "" for an empty text.

    `dateline_end` is where the dateline ends, null without one.

    >>> find_title("All news\\n\\nEnvoys meet again in Vienna\\n\\nVIENNA, March 3. The envoys met.", 56)
    'Envoys meet again in Vienna'
    >>> find_title("VIENNA, March 3. The envoys met. They talked.", 17)
    'The envoys met.'
    """
    lines = [line.strip() for line in text[:20_000].split("\n") if line.strip()][:HEAD_LINES]
    for line in lines:
        heading = HEADING.match(line)
        if heading:
            return _short(heading[1])
    body = "" if dateline_end is None else text[dateline_end:].strip().split("\n")[0]
    head = _before(lines, body)
    for line, following in pairwise([*head, ""]):
        if UNDERLINE.match(following) or (_is_title(line, SHORTEST_WORDS) and line.upper() != line):
            return _short(line)
    # A masthead shouts and a rubric is short: either is a title only where nothing else is.
    for fewest in (SHORTEST_WORDS, 1):
        left = next((line for line in head if _is_title(line, fewest)), None)
        if left:
            return _short(left)
    opening = body or next((line for line in lines if not is_furniture(line)), next(iter(lines), ""))
    sentence = FIRST_SENTENCE.match(opening[: 2 * LONGEST])
    return _short(sentence[0] if sentence else opening)


def _before(lines: list[str], body: str) -> list[str]:
    """The lines above the dateline, or above the first paragraph: below it, a line is no title any more."""
    for index, line in enumerate(lines):
        if (body and line.endswith(body)) or (len(line) > LONGEST and not is_caption(line)):
            return lines[:index]
    return lines


def _is_title(line: str, fewest: int) -> bool:
    if len(line) > LONGEST or len(line.split()) < fewest:
        return False
    return not (is_furniture(line) or is_stamp(line) or BYLINE.match(line))


def _short(line: str) -> str:
    """Cut between words, never inside one."""
    if len(line) <= LONGEST:
        return line
    return line[:LONGEST].rsplit(" ", 1)[0].rstrip(",;:- ") + "…"
