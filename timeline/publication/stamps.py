"""Web stamps: lines that hold the day of an article, with a clock, a label or a byline, and little else."""

from __future__ import annotations

import re

from timeline.publication.spellings import ANY_DAY, Said, numbered_lines, said_by

HEAD_LINES = 40
TAIL_LENGTH = 2_000
STAMP_LENGTH = 160
MOST_NAMES = 9
DIGIT = re.compile("[0-9]")
CLOCK = re.compile(
    r"\b[0-2]?[0-9](?:[:.h][0-5][0-9](?::[0-5][0-9])?(?:\.[0-9]+)?|(?=\s?[ap]\.?m\b))(?:\s?[ap]\.?m\b\.?)?(?:Z\b)?"
    r"|\b[0-2][0-9][0-5][0-9](?=\s(?:GMT|UTC|EST|EDT|hrs|h)\b)|[+-][0-9]{2}:?[0-9]{2}\b|\b(?:GMT|UTC)[+-][0-9]{1,2}",
    re.IGNORECASE,
)

# What stands before a stamp; the ones that tell of a change come second to those that tell of the first publication.
PUBLISHED_LABELS = [label.strip() for label in """
    published, first published, date published, publication date, publish date, published time, article published, posted,
    date posted, date, dated, issued, date issued, release date, for immediate release, released, created, date created,
    created time, added, filed, press release, news release
    """.split(",")]  # fmt: skip
CHANGED_LABELS = [label.strip() for label in """
    updated, last updated, latest update, update, last update, last modified, modified, last changed, last edited, edited,
    edited time, date updated, reviewed, last reviewed
    """.split(",")]  # fmt: skip
_LABEL = "|".join(sorted((*PUBLISHED_LABELS, *CHANGED_LABELS), key=len, reverse=True))
LABEL = re.compile(
    rf"\b(?P<label>{_LABEL})\b(?:\s(?:on|at|in))?(?:[\s:,.|/()–—-]|(?-i:\b[A-Z]{{1,5}}\b))*$", re.IGNORECASE
)
ANY_LABEL = re.compile(rf"\b(?:{_LABEL})\b", re.IGNORECASE)
BYLINE = re.compile(r"(?:^|[|·•,;–—-]|\s\s)\s?(?:by|editor|author|writer|source)\b:?\s[^|·•\n]{1,40}", re.IGNORECASE)
# Small words that belong to stamps; every other word must be a name, for a sentence is no stamp.
FILLERS = frozenset(
    "a ago am and at by days edition editor from gmt h hours hrs ist local min mins minute minutes of on p.m pm a.m "
    "read reading source staff story the time to uhr utc writer years à às alle den el il las le om ore um в о".split()
)
NO_STAMP = frozenset("©")


def find_stamps(text: str) -> list[Said]:
    """The stamps of a text: in its head any line that is one, in its tail those with a label."""
    head = numbered_lines(text, HEAD_LINES)
    after = head[-1][0] + len(head[-1][1]) if head else 0
    cut = max(after, len(text) - TAIL_LENGTH)
    found = [said._replace(end_char=start + said.end_char) for start, line in head for said in stamps_of_line(line)]
    return found + [
        said._replace(end_char=cut + start + said.end_char)
        for start, line in numbered_lines(text[cut:])
        for said in stamps_of_line(line)
        if said.label
    ]


def stamps_of_line(line: str) -> list[Said]:
    """The days of a line that is a stamp, each with its label; a day without a year needs a label or a clock beside it.

    >>> [(said.label, said.day) for said in stamps_of_line("Published: 12 Oct 2015 | Updated: 13 Oct 2015, 9:49 am")]
    [('published', 12), ('updated', 13)]
    >>> stamps_of_line("The treaty was signed on October 12, 2015")
    []
    """
    if len(line) > STAMP_LENGTH or not DIGIT.search(line) or any(sign in line for sign in NO_STAMP):
        return []
    days = list(ANY_DAY.finditer(line))
    if not days:
        return []
    clocked = CLOCK.search(_blanked(line, days)) is not None
    if not _all_names(_blanked(line, days)):
        return []
    found, position = [], 0
    for match in days:
        label = LABEL.search(CLOCK.sub(" ", line[position : match.start()]).rstrip())
        said = said_by(match)
        position = match.end()
        if said and (said.year or label or clocked):
            name = re.sub(r"\s+", " ", label["label"]).lower() if label else ""
            found.append(said._replace(label=name, end_char=match.end()))
    return found


def is_stamp(line: str) -> bool:
    """Whether a line is a stamp that states a year or bears a label.

    >>> is_stamp("October 12, 2015, 9:49 am"), is_stamp("The treaty was signed on October 12, 2015")
    (True, False)
    """
    return any(said.year or said.label for said in stamps_of_line(line))


def _blanked(line: str, days: list[re.Match[str]]) -> str:
    for match in days:
        line = line[: match.start()] + " " * (match.end() - match.start()) + line[match.end() :]
    return line


def _all_names(rest: str) -> bool:
    words = re.findall(r"[^\W\d_][\w.'’-]*", ANY_LABEL.sub(" ", CLOCK.sub(" ", BYLINE.sub(" ", rest))))
    names = [word for word in words if word.lower().rstrip(".") not in FILLERS]
    return len(names) <= MOST_NAMES and all(word[0].isupper() for word in names)
