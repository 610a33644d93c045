"""WARC files as drafts of articles, one a page that was captured."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from timeline.articles.archive import CUT, unpack_gzip
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
# Documents beside pages that are articles, and the suffix by which their reader is found.
DOCUMENTS = {
    "application/pdf": ".pdf", "text/plain": ".txt", "text/markdown": ".md", "application/rss+xml": ".rss",
    "application/atom+xml": ".atom", "message/rfc822": ".eml",
}  # fmt: skip
MOST_KINDS = 6  # that a problem names
LONGEST_LINE = 1_000_000  # bytes of a line among the headers of a record
Reader = Callable[[File], list[Draft]]
OK = "200"
GZIP = b"\x1f\x8b"


def read_crawl(file: File, read: Reader) -> list[Draft]:
    """The drafts of the pages and documents of a crawl; none is later than its capture, errors of servers are skipped.

    `read` reads a document that is no page. One draft counts the captures of other kinds. Raises ValueError for a file
    that is no WARC, is too large, or holds no page.
    """
    check_size(len(file.data), LARGEST_TABLE, "crawl")
    others: Counter[str] = Counter()
    drafts = list(_drafts(file, read, others))
    if drafts and others:
        kinds = ", ".join(f"{kind} {count:,}" for kind, count in others.most_common(MOST_KINDS))
        reason = f"{counted(others.total(), 'capture')} of other kinds than articles have ({kinds})"
        drafts.append(unread(file.name, file.hints, reason, file.modified))
    if not drafts:
        raise ValueError("a crawl without a web page")
    return drafts


def _drafts(file: File, read: Reader, others: Counter[str]) -> Iterator[Draft]:
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    unpacked = number = done = 0
    try:
        for number, record in enumerate(_short_lines(ArchiveIterator(io.BytesIO(file.data), arc2warc=True)), 1):
            if number > MOST_MEMBERS:
                yield unread(file.name, file.hints, f"records beyond the first {MOST_MEMBERS:,}", file.modified)
                return
            kind = _kind(record)
            if not kind.startswith(PAGES) and kind not in DOCUMENTS:
                others.update([kind] if kind else [])
                continue
            link = record.rec_headers.get_header("WARC-Target-URI") or f"record {number}"
            captured = _captured(record) or file.modified
            try:
                data = read_at_most(record.content_stream(), LARGEST_PAGE, "page")
                if missing := getattr(record.raw_stream, "limit", 0):
                    yield unread(file.name, file.hints, f"{missing:,} bytes at the end of {link}: {CUT}", captured)
                unpacked += len(data)
                check_size(unpacked, LARGEST_UNPACKED, "crawl unpacked")
                page = File(link, link, data, captured)
                if kind in DOCUMENTS:
                    drafts = [
                        replace(
                            draft, source=draft.source.replace(link + DOCUMENTS[kind], link, 1), link=draft.link or link
                        )
                        for draft in read(page._replace(name=link + DOCUMENTS[kind]))
                    ]
                else:
                    drafts = read_page(page, link=link, declared=_charset(record))
                yield from (within(file.name, draft) for draft in drafts)
                done += len(drafts)
            except ValueError as error:
                yield unread(f"{file.name}/{link}", link, str(error), captured)
            except (ArchiveLoadFailed, EOFError, OSError, ImportError):
                raise  # these are about the whole crawl
            except Exception as error:  # noqa: BLE001 - one odd page in a foreign parser must not stop the others
                yield unread(f"{file.name}/{link}", link, f"{type(error).__name__}: {error}", captured)
    except (ArchiveLoadFailed, EOFError, OSError) as error:
        if number <= 1 and isinstance(error, ArchiveLoadFailed) and file.data.startswith(GZIP):
            # Packed as a whole, and not a record at a time.
            data, whole = unpack_gzip(file.data, LARGEST_UNPACKED)
            rest = list(_drafts(file._replace(data=data), read, others))
            yield from rest[done:]
            if not whole:
                yield unread(file.name, file.hints, CUT, file.modified)
            return
        reason = f"a broken WARC after {counted(number, 'record')} ({error})"
        yield unread(file.name, file.hints, reason, file.modified)


def _short_lines(archive: Any) -> Any:
    """The records of an archive whose reader ends at a line that no header has, before it is in memory."""
    read = archive.reader.readline

    def readline(length: int | None = None) -> bytes:
        line: bytes = read(min(length or LONGEST_LINE, LONGEST_LINE))
        if len(line) == LONGEST_LINE:
            raise ValueError(f"a crawl with a line of more than {LONGEST_LINE:,} bytes among its headers")
        return line

    archive.reader.readline = readline
    return archive


def _kind(record: Any) -> str:
    """The type of what was captured; "" for what is none: requests, errors of servers, records about the crawl."""
    headers = record.http_headers
    if record.rec_type == "response" and headers:
        told = headers.get_header("Content-Type") if headers.get_statuscode() == OK else ""
    else:
        told = record.rec_headers.get_header("Content-Type") if record.rec_type == "resource" else ""
    return (told or "").partition(";")[0].strip().lower()


def _captured(record: Any) -> date | None:
    try:
        return read_day(record.rec_headers.get_header("WARC-Date") or "")
    except ValueError:
        return None


def _charset(record: Any) -> str | None:
    kind = (record.http_headers and record.http_headers.get_header("Content-Type")) or ""
    _, _, charset = kind.lower().partition("charset=")
    return charset.split(";")[0].strip(" \"'") or None
