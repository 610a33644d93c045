"""What a reader of a format hands over for each article, before it is dated, identified and put into the frame.

The limits of size stand here, too: far above what articles need, and low enough that no file stops the machine. A
message that refuses a file names its limit. `silenced` keeps the logs of foreign parsers away: what matters of them
stands in the problems of the article.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, fields, replace
from datetime import date
from typing import IO, Any

from timeline.text import MADE_CALENDAR, MADE_COMMENT, MADE_HTML, MADE_PDF, writable


@dataclass(frozen=True)
class Stated:
    """A day that a source states for an article; `kind` is one of the kinds that `publication` ranks.

    `inferred` and `likelihood` are those of an earlier run, whose articles are read once more.
    """

    day: date
    basis: str
    kind: str
    inferred: bool = False
    likelihood: float | None = None


@dataclass(frozen=True)
class Draft:
    """An article as it was read: `source` is what reports call it, `name` the part of it that may state a day.

    `quoted` are the spans of the text that repeat what others sent before.
    An empty `title` is searched in the text later on.
    `year` is the one that somebody looked up for a dateline without a year.
    """

    source: str
    name: str
    text: str = ""
    title: str = ""
    article_id: str | None = None
    author: str | None = None
    site: str | None = None
    link: str | None = None
    language: str | None = None
    modified: date | None = None
    year: int | None = None
    stated: tuple[Stated, ...] = ()
    problems: tuple[str, ...] = ()
    quoted: tuple[tuple[int, int], ...] = ()
    extra: dict[str, Any] = field(default_factory=dict)


def unread(source: str, name: str, reason: str, modified: date | None = None) -> Draft:
    """The draft of a file that could not be read: no text, and the reason why.

    >>> unread("a.bin", "a.bin", "binary file").problems
    ('not read: binary file',)
    """
    return Draft(source, name, modified=modified, problems=(f"not read: {reason}",))


# What a problem calls the fields whose names say little to people.
_CALLED = {"name": "file name", "article_id": "id", "stated": "reason of the day", "extra": "further columns"}


def admitted(draft: Draft) -> Draft:
    """The draft with what no file can hold replaced in all of its strings; one problem names the fields concerned.

    Spans stay: every sign is replaced by one sign. Further columns that are nested too deeply are left out.

    >>> admitted(Draft("a.txt", "a.txt", "It rang \\ud83d.", "A bell")).problems
    ('signs that no file can hold were replaced in: text',)
    """
    try:
        clean = {one.name: _writable(getattr(draft, one.name)) for one in fields(draft)}
    except RecursionError:
        reason = "further columns are nested too deeply: they were left out"
        return admitted(replace(draft, extra={}, problems=(*draft.problems, reason)))
    changed = {name: value for name, value in clean.items() if value != getattr(draft, name)}
    if not changed:
        return draft
    called = dict.fromkeys(_CALLED.get(name, name) for name in changed if name != "problems")
    problem = (f"signs that no file can hold were replaced in: {', '.join(called)}",) if called else ()
    return replace(draft, **{**changed, "problems": (*clean["problems"], *problem)})


def _writable(value: Any) -> Any:
    if isinstance(value, str):
        return writable(value)
    if isinstance(value, dict):
        return {_writable(key): _writable(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return type(value)(map(_writable, value))
    return replace(value, basis=writable(value.basis)) if isinstance(value, Stated) else value


def within(outer: str, draft: Draft) -> Draft:
    """The draft of a member, called by its path in the archive that holds it."""
    return replace(draft, source=f"{outer}/{draft.source}")


LONGEST_TEXT = 5_000_000  # characters of one article: longer ones are logs, dumps or bombs
LARGEST_PAGE = 25_000_000  # bytes of a file that holds one article
MOST_TAGS = 200_000  # of a web page: articles have some thousands, and each of them is looked at many times
MOST_ATTRIBUTES = 1_000  # of a tag
LONGEST_HEADER = 8_000  # bytes of a field of a mail that is taken apart; addressees are not
MOST_IN_PARAGRAPH = 3_000  # tags; the text of a page with more of them is read plainly
LARGEST_TABLE = 2_000_000_000  # bytes of a table, a feed or an archive
LARGEST_UNPACKED = 1_000_000_000  # bytes that one archive may unpack to, everything nested in it included
MOST_MEMBERS = 20_000  # files in an archive, records in a crawl, entries in a feed
DEEPEST_NESTING = 3  # archives within archives
MOST_PAGES = 3_000  # of a PDF


def check_size(size: int, limit: int, what: str = "file") -> None:
    """Raise ValueError where something is larger than it may be.

    >>> check_size(3, 2, "page")
    Traceback (most recent call last):
    ValueError: too large: a page of 3 bytes, at most 2 are read
    """
    if size > limit:
        raise ValueError(f"too large: a {what} of {size:,} bytes, at most {limit:,} are read")


def read_at_most(stream: IO[bytes], limit: int, what: str = "file") -> bytes:
    """Everything in a stream; raises ValueError as soon as it gives more than `limit` bytes, whatever it promised.

    >>> import io
    >>> read_at_most(io.BytesIO(b"abc"), 3)
    b'abc'
    """
    data = stream.read(limit + 1)
    if len(data) > limit:
        raise ValueError(f"too large: a {what} that gives more than {limit:,} bytes")
    return data


_HEADER = re.compile(
    rb"^(?:content-[a-z-]++|mime-version|from|subject|date|snapshot-content-location):[^\n]*+(?:\n[ \t][^\n]*+)*+",
    re.MULTILINE | re.IGNORECASE,
)


def check_headers(data: bytes) -> None:
    """Raise ValueError for a mail, or a page in its clothes, with a header that the parser would take minutes for."""
    for match in _HEADER.finditer(data):
        check_size(len(match[0]), LONGEST_HEADER, "header of a mail")


def check_text(text: str) -> str:
    """The text of an article, where it is neither empty nor endless; raises ValueError otherwise."""
    if len(text) > LONGEST_TEXT:
        raise ValueError(f"too long for an article: {len(text):,} characters, at most {LONGEST_TEXT:,} are read")
    if not text.strip():
        raise ValueError("empty: there is no text in it")
    return text


# A mark stands alone near the beginning or the end of a file, in a line or in an element of its own.
MADE = re.compile(rf"{MADE_HTML}|^(?:{MADE_COMMENT}|{MADE_PDF}|PRODID:{MADE_CALENDAR})\r?$".encode(), re.MULTILINE)
WHERE_MADE = 1_000
# Pages that were made before there was a mark: what they have said from the first to those without a script.
UNMARKED = b'<noscript><p class="note">The picture and the search need JavaScript; here are the events.'


def check_made(data: bytes) -> None:
    """Raise ValueError for a file that carries the mark of what the program writes itself.

    >>> check_made(b"# News\\n\\n<!-- timeline-notebook -->\\n")
    Traceback (most recent call last):
    ValueError: timeline wrote this file: it is no article
    """
    if MADE.search(data[:WHERE_MADE]) or MADE.search(data[-WHERE_MADE:]) or UNMARKED in data:
        raise ValueError("timeline wrote this file: it is no article")


@contextmanager
def silenced(*names: str) -> Iterator[None]:
    """Loggers of these names tell nothing meanwhile; their levels are the user's again afterwards.

    >>> with silenced("pypdf"):
    ...     logging.getLogger("pypdf").isEnabledFor(logging.ERROR)
    False
    >>> logging.getLogger("pypdf").isEnabledFor(logging.ERROR)
    True
    """
    loggers = [logging.getLogger(name) for name in names]
    levels = [logger.level for logger in loggers]
    for logger in loggers:
        logger.setLevel(logging.CRITICAL)
    try:
        yield
    finally:
        for logger, level in zip(loggers, levels, strict=True):
            logger.setLevel(level)
