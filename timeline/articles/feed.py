"""RSS and Atom files as drafts of articles, one an entry."""

from __future__ import annotations

import io
from datetime import date
from time import struct_time
from typing import TYPE_CHECKING, Any

from timeline.articles.draft import LARGEST_PAGE, MOST_MEMBERS, Draft, Stated, check_size, check_text, unread
from timeline.articles.html import text_of_html
from timeline.languages import read_day

if TYPE_CHECKING:
    from timeline.articles.files import File


def read_feed(file: File) -> list[Draft]:
    """The drafts of a feed's entries: title, link, day and the text that the feed itself carries; no link is followed.

    Raises ValueError for a file that is no feed, is too large, or has no entries.
    """
    import feedparser

    check_size(len(file.data), 4 * LARGEST_PAGE, "feed")
    # A stream, never the bytes themselves: feedparser takes bytes that look like an address for one.
    feed = feedparser.parse(io.BytesIO(file.data))
    if not feed.version and not feed.entries:
        raise ValueError(f"not a feed that can be read ({feed.get('bozo_exception', 'neither RSS nor Atom')})")
    if not feed.entries:
        raise ValueError("empty: a feed without entries")
    drafts = [_draft(file, feed.feed, entry, number) for number, entry in enumerate(feed.entries[:MOST_MEMBERS], 1)]
    if len(feed.entries) > MOST_MEMBERS:
        drafts.append(unread(file.name, file.hints, f"entries beyond the first {MOST_MEMBERS:,}", file.modified))
    return drafts


def _draft(file: File, feed: Any, entry: Any, number: int) -> Draft:
    link = entry.get("link")
    source = f"{file.name}#{number}"
    contents = [part.get("value", "") for part in entry.get("content", ())] or [entry.get("summary", "")]
    try:
        title = text_of_html(entry.get("title", "")).replace("\n", " ")
        text = "\n".join(text_of_html(part) for part in contents)
        # A headline is a text too: many feeds carry nothing else.
        text = check_text(text if text.strip() else title)
    except ValueError as error:
        return unread(source, link or "", str(error), file.modified)
    stated = [
        Stated(day, f"feed ({name})", kind)
        for name, kind in (("published", "header"), ("updated", "changed"))
        if (day := _day(entry, name))
    ]
    # An entry that was never changed may only say when it was updated: Atom requires no more.
    if [item.kind for item in stated] == ["changed"]:
        stated = [Stated(stated[0].day, stated[0].basis, "header")]
    language = (feed.get("language") or "")[:2].lower()
    return Draft(
        source,
        link or "",
        text,
        title or "",
        author=entry.get("author"),
        site=feed.get("title"),
        link=link,
        language=language if len(language) == 2 else None,
        modified=file.modified,
        stated=tuple(stated),
    )


def _day(entry: Any, name: str) -> date | None:
    """The day as it is written, where it can be read: feedparser moves it to UTC, often to the next day."""
    # Read as a plain dict: feedparser's own look-up lends one moment the name of the other.
    written, moment = dict.get(entry, name), dict.get(entry, f"{name}_parsed")
    try:
        return read_day(written)
    except ValueError:
        return date(*moment[:3]) if isinstance(moment, struct_time) else None
