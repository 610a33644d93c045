"""WARC files as drafts of articles, one a page that was captured."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import date
from typing import Any

from timeline.articles.draft import (
    LARGEST_PAGE,
    LARGEST_TABLE,
    LARGEST_UNPACKED,
    MOST_MEMBERS,
    Draft,
    check_size,
    read_at_most,
    unread,
    within,
)
from timeline.articles.files import File
from timeline.articles.html import read_page
from timeline.languages import read_day
from timeline.text import counted

PAGES = ("text/html", "application/xhtml+xml")
OK = "200"


def read_crawl(file: File) -> list[Draft]:
    """The drafts of the HTML pages of a crawl; no page is later than its capture, and errors of the server are skipped.

    Raises ValueError for a file that is no WARC, is too large, or holds no page.
    """
    check_size(len(file.data), LARGEST_TABLE, "crawl")
    drafts = list(_drafts(file))
    if not drafts:
        raise ValueError("a crawl without a web page")
    return drafts


def _drafts(file: File) -> Iterator[Draft]:
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    unpacked = number = 0
    try:
        for number, record in enumerate(ArchiveIterator(io.BytesIO(file.data)), 1):
            if number > MOST_MEMBERS:
                yield unread(file.name, file.hints, f"records beyond the first {MOST_MEMBERS:,}", file.modified)
                return
            if not _is_page(record):
                continue
            link = record.rec_headers.get_header("WARC-Target-URI") or f"record {number}"
            captured = _captured(record) or file.modified
            try:
                data = read_at_most(record.content_stream(), LARGEST_PAGE, "page")
                unpacked += len(data)
                check_size(unpacked, LARGEST_UNPACKED, "crawl unpacked")
                page = File(link, link, data, captured)
                yield from (within(file.name, draft) for draft in read_page(page, link=link, declared=_charset(record)))
            except ValueError as error:
                yield unread(f"{file.name}/{link}", link, str(error), captured)
            except (ArchiveLoadFailed, EOFError, OSError, ImportError):
                raise  # these are about the whole crawl
            except Exception as error:  # noqa: BLE001 - one odd page in a foreign parser must not stop the others
                yield unread(f"{file.name}/{link}", link, f"{type(error).__name__}: {error}", captured)
    except (ArchiveLoadFailed, EOFError, OSError) as error:
        reason = f"a broken WARC after {counted(number, 'record')} ({error})"
        yield unread(file.name, file.hints, reason, file.modified)


def _is_page(record: Any) -> bool:
    headers = record.http_headers
    if record.rec_type == "response" and headers:
        kind = headers.get_header("Content-Type") or ""
        return headers.get_statuscode() == OK and kind.lower().startswith(PAGES)
    return record.rec_type == "resource" and (record.rec_headers.get_header("Content-Type") or "").startswith(PAGES)


def _captured(record: Any) -> date | None:
    try:
        return read_day(record.rec_headers.get_header("WARC-Date") or "")
    except ValueError:
        return None


def _charset(record: Any) -> str | None:
    kind = (record.http_headers and record.http_headers.get_header("Content-Type")) or ""
    _, _, charset = kind.lower().partition("charset=")
    return charset.split(";")[0].strip(" \"'") or None
