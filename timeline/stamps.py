"""Web stamps: lines that hold the day of an article, with a clock, a label or a byline, and little else."""

from __future__ import annotations

import re

from timeline.spellings import DATED, Said, numbered_lines, said_by

HEAD_LINES = 40
TAIL_LENGTH = 2_000
STAMP_LENGTH = 160
DIGIT = re.compile("[0-9]")
# White space is counted out in these patterns: a line of blanks must not be tried in every division.
CLOCK = r"(?:[0-2]?[0-9]\s?(?=[ap]\.?m)|[0-2]?[0-9][:.h][0-5][0-9](?::[0-5][0-9])?(?:[.,][0-9]+)?)"
# After a clock: am, zones, offsets. Two to five capitals cover every zone's abbreviation.
ZONE = r"(?:\s?(?:[ap]\.m\.|[ap]m\b|(?-i:[A-Z]{1,5})\b|[+-][0-9]{2}:?[0-9]{2}|\([A-Z]{2,5}\)|hrs|hours))*"
MOMENT = rf"T?{CLOCK}{ZONE}"

# What stands before a stamp; the ones that tell of a change come second to those that tell of the first publication.
PUBLISHED_LABELS = [label.strip() for label in """
    published on, published at, published, first published, date published, publication date, publish date, posted on,
    posted at, posted, date posted, date, dated, issued on, issued, release date, released, created, created on, added,
    filed, press release, news release
    """.split(",")]  # fmt: skip
CHANGED_LABELS = [label.strip() for label in """
    updated on, updated at, updated, last updated, last updated on, last modified, modified, last changed, last edited,
    edited, date updated, reviewed, last reviewed
    """.split(",")]  # fmt: skip
_LABEL = "|".join(sorted((*PUBLISHED_LABELS, *CHANGED_LABELS), key=len, reverse=True))
# Behind a dash only the reading time may follow: "30 Sept - The envoys met" is an entry of a chronology.
_AFTER_STAMP = (
    r"(?:\s?\s?[|·•]\s?\s?[^|·•\n]{1,60}|\s?\s?[,–—-]?\s?\s?[0-9]+ min(?:ute)?s?(?: read)?|\s\s?by\s\s?[^\n.]{1,60}|"
    r"\s?\s?\([^)\n]{1,40}\))*"
)
_BEFORE_STAMP = (
    r"(?:(?:[A-Z0-9][^\s,|]*\s?){1,6},\s\s?|by\s\s?[^|·•\n]{2,60}?\s?\s?[|·•,–—-]?\s\s?(?:on\s\s?)?|"
    r"[^|·•\n]{2,40}\s?\s?[|·•]\s?\s?)"
)
STAMP = re.compile(
    rf"^[*_\s]*(?:{_BEFORE_STAMP})?(?:(?P<label>{_LABEL})\b\s?\s?[:,-]?\s?\s?(?:on\s\s?|at\s\s?)?)?"
    rf"(?:{MOMENT},?\s?\s?(?:on |-\s?\s?)?)?{DATED}(?:,?\s?\s?(?:at |- |\| )?\s?\s?{MOMENT})?{_AFTER_STAMP}[.*_\s]*$",
    re.IGNORECASE,
)
# Inside a line of furniture the label must stand right before the date.
LABELLED = re.compile(
    rf"(?:^|[|·•.;©—–-]\s?\s?)(?P<label>{_LABEL})\b\s?\s?[:,-]?\s?\s?(?:on\s\s?|at\s\s?)?(?:{MOMENT},?\s?\s?)?{DATED}",
    re.IGNORECASE,
)


def find_stamps(text: str) -> list[Said]:
    """The stamps of a text: in its head any line that is one, in its tail those with a label."""
    head = numbered_lines(text, HEAD_LINES)
    after = head[-1][0] + len(head[-1][1]) if head else 0
    cut = max(after, len(text) - TAIL_LENGTH)
    tail = [(cut + start, line) for start, line in numbered_lines(text[cut:])]
    found = []
    for place, (start, line) in enumerate(head + tail):
        if len(line) > STAMP_LENGTH or not DIGIT.search(line):
            continue
        match = STAMP.match(line)
        if match is None or (not match["label"] and place >= len(head)):
            match = LABELLED.search(line)
        said = said_by(match) if match else None
        if match and said and (said.year or match["label"]):
            found.append(said._replace(label=(match["label"] or "").lower(), end_char=start + match.end()))
    return found


def is_stamp(line: str) -> bool:
    """Whether a line is a stamp that states a year or bears a label.

    >>> is_stamp("October 12, 2015, 9:49 am"), is_stamp("The treaty was signed on October 12, 2015")
    (True, False)
    """
    if len(line) > STAMP_LENGTH or not DIGIT.search(line):
        return False
    match = STAMP.match(line)
    return match is not None and bool(match["label"] or any(match[f"y{place}"] for place in range(1, 6)))
