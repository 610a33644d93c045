"""Which reader a file belongs to (by its suffix, else by how it begins), and many files read at once.

What goes wrong with one file is a problem of its draft; the others are read.
"""

from __future__ import annotations

import os
import re
import signal
import threading
import time
import zlib
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import BrokenExecutor
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path, PurePath

from timeline.articles.archive import CUT, Budget, Reader, read_zip, unpack_gzip
from timeline.articles.chat import TELEGRAM, is_chat, read_chat, read_telegram_page
from timeline.articles.draft import LARGEST_PAGE, LARGEST_TABLE, Draft, unread
from timeline.articles.email import read_mail, read_mailbox, read_outlook
from timeline.articles.epub import read_book
from timeline.articles.feed import read_feed
from timeline.articles.files import STANDARD_INPUT, STANDARD_NAME, File, Location, find_table, load_file
from timeline.articles.html import read_page, read_saved_page
from timeline.articles.office import read_open_document, read_rich_text, read_word
from timeline.articles.pdf import read_pdf
from timeline.articles.plaintext import read_markdown, read_text
from timeline.articles.subtitles import read_subtitles
from timeline.articles.table import is_header, read_table, read_workbook
from timeline.articles.warc import read_crawl
from timeline.problems import demand_extra
from timeline.text import counted

SUFFIXES = {
    "txt": "text", "text": "text", "md": "markdown", "markdown": "markdown",
    "html": "page", "htm": "page", "xhtml": "page", "mhtml": "saved page", "mht": "saved page",
    "pdf": "pdf", "docx": "word", "docm": "word", "odt": "open document", "rtf": "rich text", "epub": "book",
    "eml": "mail", "mbox": "mailbox", "mbx": "mailbox", "msg": "outlook", "srt": "subtitles", "vtt": "subtitles",
    "log": "text", "rss": "feed", "atom": "feed", "xml": "xml", "warc": "crawl", "arc": "crawl", "zip": "zip",
    "gz": "gzip", "xlsx": "workbook", "xlsm": "workbook", "xlsb": "workbook", "xls": "workbook", "ods": "workbook",
    "js": "json",
    "csv": "csv", "tsv": "tsv", "json": "json", "ndjson": "ndjson", "jsonl": "ndjson",
    "parquet": "parquet", "arrow": "arrow", "feather": "arrow", "ipc": "arrow",
}  # fmt: skip
TABLES = frozenset("csv tsv json ndjson parquet arrow".split())
# Tables that need not be loaded whole.
SCANNED = frozenset("csv tsv ndjson parquet arrow".split())
# What a kind needs that is not always installed: the module, and the extra that brings it.
NEEDS = {
    "page": ("trafilatura", "html"), "saved page": ("trafilatura", "html"), "pdf": ("pypdf", "pdf"),
    "feed": ("feedparser", "feeds"), "crawl": ("warcio", "warc"), "workbook": ("fastexcel", "excel"),
    "word": ("docx", "word"), "open document": ("odf", "word"), "rich text": ("striprtf", "word"),
    "outlook": ("oxmsg", "mail"), "book": ("lxml", "html"), "telegram": ("trafilatura", "html"),
}  # fmt: skip
# Kinds whose reading costs so much that more than one process pays.
SLOW = frozenset(("page", "pdf"))
# Possessive: what a comment or an instruction has taken is never tried in another way, however many of them there are.
_PROLOGUE = rb"\s*+(?:(?:<!--[^-]*+(?:-(?!->)[^-]*+)*+-->|<\?[^>]*+>)\s*+)*+"
BEGINNINGS = (
    (re.compile(rb"%PDF-"), "pdf"),
    (re.compile(rb"PK\x03\x04"), "zip"),
    (re.compile(rb"\{\\rtf"), "rich text"),
    (re.compile(rb"PAR1"), "parquet"),
    (re.compile(rb"ARROW1"), "arrow"),
    (re.compile(rb"WARC/[01]\.|filedesc://"), "crawl"),
    (re.compile(rb"\x1f\x8b"), "gzip"),
    (re.compile(rb"From \S+ [^\n]*\d{4}\s*\n[A-Z][A-Za-z-]+:"), "mailbox"),
    (re.compile(rb"WEBVTT\b|\s*1\r?\n[\d:,.]+ --> "), "subtitles"),
    (re.compile(_PROLOGUE + rb"<(?:rss|feed|rdf:RDF)\b"), "feed"),
    (re.compile(_PROLOGUE + rb"<(?:!doctype html|html|head|body)\b", re.IGNORECASE), "page"),
    # Browsers save a page as MHTML, which begins like a mail.
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
PACKED = frozenset((".7z", ".bz2", ".rar", ".tar", ".tgz", ".xz", ".zst"))
# Kinds that show at their first bytes, whatever the file is called.
UNMISTAKABLE = frozenset(("pdf", "zip", "parquet", "arrow", "gzip", "rich text", "page", "ole"))
# Kinds that a name may promise in vain, and those that begin as another kind does: a .docx is a zip.
BINARY = {
    "pdf": "pdf", "word": "zip", "open document": "zip", "book": "zip", "workbook": "zip", "zip": "zip",
    "parquet": "parquet", "arrow": "arrow", "gzip": "gzip", "rich text": "rich text", "outlook": "ole",
}  # fmt: skip
# What an archive that is a document holds.
PACKED_KINDS = (
    (b"word/document.xml", "word"), (b"xl/workbook.", "workbook"), (b"META-INF/container.xml", "book"),
    (b"mimetypeapplication/vnd.oasis.opendocument.text", "open document"),
    (b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet", "workbook"),
)  # fmt: skip
OLE = b"\xd0\xcf\x11\xe0"


def find_kind(name: str, data: bytes = b"", text_column: str = "text") -> str:
    """The kind of a file by its suffix, else by how it begins; "" for one that is none of ours.

    >>> find_kind("a.html"), find_kind("crawl.warc.gz"), find_kind("-", b"%PDF-1.7"), find_kind("-", b"Talks began.")
    ('page', 'crawl', 'pdf', 'text')
    >>> find_kind("-", b"text;published\\nTalks began.;2015-10-21")
    'csv'
    """
    path = PurePath(name.lower())
    suffix = "warc" if path.name.endswith((".warc.gz", ".arc.gz")) else path.suffix[1:]
    # "log.2016-05-03" has none.
    suffix = suffix if any(sign.isalpha() for sign in suffix) else ""
    kind = SUFFIXES.get(suffix, "")
    beginning = data[:SNIFFED].removeprefix(b"\xef\xbb\xbf")
    if kind == "xml" or not suffix:
        return _sniffed(beginning, data) or ("" if kind else "csv" if is_header(beginning, text_column) else "text")
    return _corrected(kind, beginning, data) if data else kind


def _sniffed(beginning: bytes, data: bytes) -> str:
    found = next((found for pattern, found in BEGINNINGS if pattern.match(beginning)), "")
    if found == "zip":
        return next((kind for inside, kind in PACKED_KINDS if inside in data), "zip")
    if found == "gzip" and _unpacks_to_crawl(data):
        return "crawl"
    return found


def _corrected(kind: str, beginning: bytes, data: bytes) -> str:
    """The kind that a name promises, or that of the contents where the name lies."""
    found = "ole" if beginning.startswith(OLE) else _sniffed(beginning, data)
    plain = kind in ("text", "markdown", "page", "mail", *TABLES)
    if kind in BINARY and found and found not in (kind, BINARY[kind]) and not (found == "ole" and kind == "workbook"):
        return kind if found in ("ole", "json", "ndjson", "markdown") else found
    if plain and found in UNMISTAKABLE - {"page", "ole"} and found != kind:
        return found
    if kind in BINARY and not found and kind != "zip":
        text = b"\0" not in beginning and bool(beginning.strip())
        return "text" if text else kind
    return kind


def _unpacks_to_crawl(data: bytes) -> bool:
    try:
        return zlib.decompressobj(31).decompress(data[:SNIFFED], 64).startswith((b"WARC/", b"filedesc:"))
    except zlib.error:
        return False


def find_limit(name: str) -> int:
    """The bytes that a file of this name may have: a page is refused before it is loaded, a table may be large."""
    kind = find_kind(name)
    large = kind in TABLES or kind in ("zip", "crawl", "gzip", "mailbox", "")
    return LARGEST_TABLE if large or name == "-" else 4 * LARGEST_PAGE


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
    member = partial(_read_member, text_column=text_column, date_column=date_column)
    if kind == "workbook":
        return read_workbook(file, text_column, date_column)
    if kind == "crawl":
        return read_crawl(file, partial(read_file, text_column=text_column, date_column=date_column))
    nesting = {
        "zip": read_zip, "mail": read_mail, "mailbox": read_mailbox, "outlook": read_outlook, "gzip": _read_gzip,
    }  # fmt: skip
    if kind in nesting:
        return nesting[kind](file, member, budget)
    if kind == "text" and is_chat(file.data[:SNIFFED].decode("utf-8", errors="replace")):
        return read_chat(file)
    if kind == "page" and TELEGRAM in file.data[:TELEGRAM_HEAD]:
        return read_telegram_page(file)
    readers = {
        "text": read_text, "markdown": read_markdown, "page": read_page, "saved page": read_saved_page,
        "pdf": read_pdf, "feed": read_feed, "subtitles": read_subtitles, "word": read_word,
        "open document": read_open_document, "rich text": read_rich_text, "book": read_book,
    }  # fmt: skip
    if kind not in readers:
        suffix = PurePath(file.name).suffix
        way_out = "unpack it first" if suffix.lower() in PACKED else "save it as text, HTML or PDF first"
        raise ValueError(f"unknown kind of file ({suffix or 'no suffix'}): {way_out}")
    return readers[kind](file)


def _read_gzip(file: File, read: Reader, budget: Budget | None = None) -> list[Draft]:
    """What a file that was packed whole holds; one that is cut is read as far as it goes, and says so."""
    data, whole = unpack_gzip(file.data, (budget or Budget()).left)
    name = file.name[:-3] if file.name.lower().endswith(".gz") else file.name
    hints = file.hints[:-3] if file.hints.lower().endswith(".gz") else file.hints
    drafts = read(File(name, hints, data, file.modified), budget or Budget())
    drafts = [replace(draft, source=draft.source.replace(name, file.name, 1)) for draft in drafts]
    return drafts if whole else [*drafts, unread(file.name, file.hints, CUT, file.modified)]


# Where a page of Telegram shows its first message.
TELEGRAM_HEAD = 200_000


def check_reader(kind: str) -> None:
    """Raise ImportError, naming the extra to install, where the reader of a kind is missing."""
    module, extra = NEEDS.get(kind, ("", ""))
    if module:
        demand_extra(f"a {kind}", module, extra)


def _read_member(file: File, budget: Budget, *, text_column: str, date_column: str | None) -> list[Draft]:
    return read_file(file, text_column, date_column, budget)


# Starting processes costs as much as reading this many slow files.
WORTH_PROCESSES = 400
# The bar appears only where the work takes long: in a notebook even a hidden one leaves a widget behind.
BAR_DELAY = 2.0
WORTH_A_BAR = 100


def read_locations(locations: list[Location], text_column: str, date_column: str | None, progress: bool) -> list[Draft]:
    """The drafts of all files, in the order of the files; a bar on a terminal or in a notebook with `progress`."""
    from tqdm.auto import tqdm

    read = partial(read_location, text_column=text_column, date_column=date_column)
    bar = tqdm(
        _spread(read, locations),
        total=len(locations),
        desc="reading articles",
        unit=" files",
        delay=BAR_DELAY,
        leave=False,
        disable=None if progress and len(locations) >= WORTH_A_BAR else True,
    )
    return list(_within_budget(bar, locations))


# Of a run: the texts, which the frames of all stages hold some thirty times over, and the time of reading them.
PART_OF_MEMORY = 30
LONGEST_RUN = 24 * 3_600.0  # seconds
# Of a file, in seconds of the processor: one article is read in a second, a table of millions of rows in an hour.
LONGEST_FILE, LONGEST_TABLE = 300.0, 7_200.0


def text_budget() -> int:
    """The characters of all articles that a run holds, as the memory of this machine, or of this process, allows."""
    try:
        memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    except (AttributeError, ValueError, OSError):
        memory = 8 << 30  # Windows does not tell
    try:
        import resource

        allowed, _ = resource.getrlimit(resource.RLIMIT_AS)
        memory = min(memory, allowed) if allowed > 0 else memory
    except ImportError:
        pass
    return memory // PART_OF_MEMORY


def _within_budget(read: Iterable[list[Draft]], locations: list[Location]) -> Iterator[Draft]:
    """The drafts, as long as memory has room for their text and there is time; what is left out is told."""
    left, ends = text_budget(), time.monotonic() + LONGEST_RUN
    for done, drafts in enumerate(read, 1):
        for draft in drafts:
            size = len(draft.text)
            if size > left:
                reason = (
                    f"the articles before it fill the memory that a run may take: {counted(size, 'character')} more"
                )
                yield unread(draft.source, draft.name, reason, draft.modified)
            else:
                left -= size
                yield draft
        if time.monotonic() > ends:
            reason = f"reading has taken {LONGEST_RUN / 3_600:g} hours: this file was not reached"
            yield from (unread(location.path, location.hints, reason) for location in locations[done:])
            return


class OverdueError(BaseException):
    """The clock of a file has run out; a base exception, so that no parser takes it for an odd page."""


@contextmanager
def clock(seconds: float) -> Iterator[None]:
    """Raise OverdueError after so many seconds of the processor, where there is such a clock and nobody uses it."""
    free = hasattr(signal, "setitimer") and threading.current_thread() is threading.main_thread()
    if not free or signal.getitimer(signal.ITIMER_VIRTUAL)[0] or signal.getsignal(signal.SIGVTALRM) is None:
        yield
        return

    def ring(*_: object) -> None:
        raise OverdueError

    before = signal.signal(signal.SIGVTALRM, ring)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def read_location(location: Location, text_column: str, date_column: str | None) -> list[Draft]:
    """The drafts of one file, or the one that says why there are none."""
    name = STANDARD_NAME if location.path == STANDARD_INPUT else location.path
    several = find_kind(location.path) in (*TABLES, "zip", "crawl", "")
    seconds = LONGEST_TABLE if several else LONGEST_FILE
    try:
        with clock(seconds):
            return _read_location(location, text_column, date_column)
    except OverdueError:
        return [unread(name, location.hints, f"it takes more than {seconds:g} seconds")]


def _read_location(location: Location, text_column: str, date_column: str | None) -> list[Draft]:
    modified, name = None, STANDARD_NAME if location.path == STANDARD_INPUT else location.path
    try:
        kind = find_kind(location.path)
        table = find_table(location) if kind in SCANNED else None
        if table:
            modified = table.modified
            return read_table(table, kind, text_column, date_column, path=Path(location.path))
        file = load_file(location, find_limit(location.path))
        modified = file.modified
        return read_file(file, text_column, date_column)
    except OSError as error:
        return [unread(name, location.hints, error.strerror or str(error))]
    except (ValueError, ImportError) as error:
        return [unread(name, location.hints, str(error), modified)]
    except MemoryError:
        return [unread(name, location.hints, "it takes more memory than there is", modified)]
    except Exception as error:  # noqa: BLE001 - one odd file in a foreign parser must not stop the others
        return [unread(name, location.hints, f"{type(error).__name__}: {error}", modified)]


def _spread(read: Callable[[Location], list[Draft]], locations: list[Location]) -> Iterable[list[Draft]]:
    slow = sum(find_kind(location.path) in SLOW for location in locations)
    if slow < WORTH_PROCESSES:
        return map(read, locations)
    from joblib import cpu_count

    return map(read, locations) if cpu_count() < 2 else _in_processes(read, locations)


PULSE = 0.5  # seconds


def _end_with_parent() -> None:
    """In a process that reads for another: leave Ctrl-C to that one, and end when it is gone, however it went."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = os.getppid()

    def watch() -> None:
        while os.getppid() == parent:
            time.sleep(PULSE)
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()


def _in_processes(read: Callable[[Location], list[Draft]], locations: list[Location]) -> Iterator[list[Draft]]:
    """A process that dies leaves open which file it died of: those after it are read one by one, in another process."""
    from joblib import Parallel, delayed

    done = 0
    try:
        parallel = Parallel(n_jobs=-1, return_as="generator", backend="loky", initializer=_end_with_parent)
        for drafts in parallel(delayed(read)(location) for location in locations):
            yield drafts
            done += 1
    except BrokenExecutor:
        for location in locations[done:]:
            try:
                alone = Parallel(n_jobs=2, backend="loky", initializer=_end_with_parent)
                [drafts] = alone([delayed(read)(location)])
            except BrokenExecutor:
                reason = "the process that read it was killed or crashed, as it does where memory runs out"
                drafts = [unread(location.path, location.hints, reason)]
            yield drafts
