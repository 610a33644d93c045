"""Which reader a file belongs to: by its suffix, else by how it begins."""

from __future__ import annotations

import re
from functools import partial
from pathlib import PurePath
from typing import TYPE_CHECKING

from timeline.extras import demand_extra
from timeline.reading.archives import Budget, read_zip
from timeline.reading.batches import is_header
from timeline.reading.crawls import read_crawl
from timeline.reading.feeds import read_feed
from timeline.reading.limits import LARGEST_PAGE, LARGEST_TABLE
from timeline.reading.mails import read_mail
from timeline.reading.printed import read_pdf
from timeline.reading.records import read_table
from timeline.reading.texts import read_markdown, read_text
from timeline.reading.web import read_page, read_saved_page

if TYPE_CHECKING:
    from timeline.reading.drafts import Draft
    from timeline.reading.files import File

SUFFIXES = {
    "txt": "text", "text": "text", "md": "markdown", "markdown": "markdown",
    "html": "page", "htm": "page", "xhtml": "page", "mhtml": "saved page", "mht": "saved page",
    "pdf": "pdf", "eml": "mail", "rss": "feed", "atom": "feed", "xml": "xml", "warc": "crawl", "zip": "zip",
    "csv": "csv", "tsv": "tsv", "json": "json", "ndjson": "ndjson", "jsonl": "ndjson",
    "parquet": "parquet", "arrow": "arrow", "feather": "arrow", "ipc": "arrow",
}  # fmt: skip
TABLES = frozenset("csv tsv json ndjson parquet arrow".split())
# Tables that need not be loaded whole.
SCANNED = frozenset("csv tsv ndjson parquet arrow".split())
# What a kind needs that is not always installed: the module, and the extra that brings it.
NEEDS = {
    "page": ("trafilatura", "html"), "saved page": ("trafilatura", "html"), "pdf": ("pypdf", "pdf"),
    "feed": ("feedparser", "feeds"), "crawl": ("warcio", "warc"),
}  # fmt: skip
# Kinds whose reading costs so much that more than one process pays.
SLOW = frozenset(("page", "pdf"))
_PROLOGUE = rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*(?:<\?[^>]*>\s*)*"
BEGINNINGS = (
    (re.compile(rb"%PDF-"), "pdf"),
    (re.compile(rb"PK\x03\x04"), "zip"),
    (re.compile(rb"PAR1"), "parquet"),
    (re.compile(rb"ARROW1"), "arrow"),
    (re.compile(rb"WARC/[01]\.|\x1f\x8b"), "crawl"),
    (re.compile(_PROLOGUE + rb"<(?:rss|feed|rdf:RDF)\b", re.DOTALL), "feed"),
    (re.compile(_PROLOGUE + rb"<(?:!doctype html|html|head|body)\b", re.DOTALL | re.IGNORECASE), "page"),
    # Browsers save a page in the clothes of a mail.
    (
        re.compile(rb"(?:[A-Z][A-Za-z-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*?(?:Snapshot-Content-Location:|From: <Saved by )"),
        "saved page",
    ),
    (re.compile(rb"(?:[A-Z][A-Za-z-]+: [^\n]*\r?\n(?:[ \t][^\n]*\r?\n)*){3,}"), "mail"),
    (re.compile(rb"\s*\{.*?\}\s*\n\s*\{", re.DOTALL), "ndjson"),
    (re.compile(rb"\s*[\[{]\s*[\"{]"), "json"),
    (re.compile(rb"(?:---|\+\+\+)\r?\n"), "markdown"),
)
SNIFFED = 4_096
PACKED = frozenset((".7z", ".bz2", ".gz", ".rar", ".tar", ".tgz", ".xz", ".zst"))


def find_kind(name: str, data: bytes = b"", text_column: str = "text") -> str:
    """The kind of a file by its suffix, else by how it begins; "" for one that is none of ours.

    >>> find_kind("a.html"), find_kind("crawl.warc.gz"), find_kind("-", b"%PDF-1.7"), find_kind("-", b"Talks began.")
    ('page', 'crawl', 'pdf', 'text')
    >>> find_kind("-", b"text;published\\nTalks began.;2015-10-21")
    'csv'
    """
    path = PurePath(name.lower())
    suffix = "warc" if path.name.endswith(".warc.gz") else path.suffix[1:]
    kind = SUFFIXES.get(suffix, "")
    if kind == "xml" or not suffix:
        beginning = data[:SNIFFED].removeprefix(b"\xef\xbb\xbf")
        found = next((found for pattern, found in BEGINNINGS if pattern.match(beginning)), "")
        return found or ("" if kind else "csv" if is_header(beginning, text_column) else "text")
    return kind


def find_limit(name: str) -> int:
    """The bytes that a file of this name may have: a page is refused before it is loaded, a table may be large."""
    kind = find_kind(name)
    return LARGEST_TABLE if kind in TABLES or kind in ("zip", "crawl", "") or name == "-" else 4 * LARGEST_PAGE


def read_file(
    file: File, text_column: str = "text", date_column: str | None = None, budget: Budget | None = None
) -> list[Draft]:
    """The drafts in a file, whatever its kind.

    Raises ValueError for a file that cannot be read, and ImportError, naming the extra, where its reader is missing.
    """
    kind = find_kind(file.name, file.data, text_column)
    check_reader(kind)
    if kind in TABLES:
        return read_table(file, kind, text_column, date_column)
    if kind == "zip":
        member = partial(_read_member, text_column=text_column, date_column=date_column)
        return read_zip(file, member, budget)
    readers = {
        "text": read_text, "markdown": read_markdown, "page": read_page, "saved page": read_saved_page,
        "pdf": read_pdf, "mail": read_mail, "feed": read_feed, "crawl": read_crawl,
    }  # fmt: skip
    if kind not in readers:
        suffix = PurePath(file.name).suffix
        way_out = "unpack it first" if suffix.lower() in PACKED else "save it as text, HTML or PDF first"
        raise ValueError(f"unknown kind of file ({suffix or 'no suffix'}): {way_out}")
    return readers[kind](file)


def check_reader(kind: str) -> None:
    """Raise ImportError, naming the extra to install, where the reader of a kind is missing."""
    module, extra = NEEDS.get(kind, ("", ""))
    if module:
        demand_extra(f"a {kind}", module, extra)


def _read_member(file: File, budget: Budget, *, text_column: str, date_column: str | None) -> list[Draft]:
    return read_file(file, text_column, date_column, budget)
