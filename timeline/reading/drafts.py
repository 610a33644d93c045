"""What a reader of some format hands over for each article, before it is dated, identified and put into the frame."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any


@dataclass(frozen=True)
class Stated:
    """A day that a source states for an article; `kind` is one of the kinds that `published` ranks."""

    day: date
    basis: str
    kind: str


@dataclass(frozen=True)
class Draft:
    """An article as it was read: `source` is what reports call it, `name` the part of it that may state a day.

    `quoted` are the spans of the text that repeat what others sent before.
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


def within(outer: str, draft: Draft) -> Draft:
    """The draft of a member, called by its place in the archive that holds it."""
    return replace(draft, source=f"{outer}/{draft.source}")
