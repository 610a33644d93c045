"""The files that a path, a folder, a glob or a list of them stands for; "-" is standard input, URLs are fsspec's."""

from __future__ import annotations

import glob
import os
import stat
import sys
from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime
from importlib.util import find_spec
from pathlib import Path, PurePosixPath
from typing import Any, NamedTuple

from timeline.articles.draft import LARGEST_TABLE, check_size, read_at_most
from timeline.text import counted, writable

WEB = ("http://", "https://", "ftp://", "www.")
GLOB_SIGNS = frozenset("*?[")
STANDARD_INPUT, STANDARD_NAME = "-", "standard input"
# Archivers and copies that reset the clock leave days before the web existed: they say nothing about the file.
EARLIEST_CLOCK = date(1990, 1, 1)

PathLike = str | os.PathLike[str]


class Location(NamedTuple):
    """Where a file is, and the part of its path below what the user named: the part that may state a day."""

    path: str
    hints: str
    closed: str = ""  # why it is not opened


class File(NamedTuple):
    """A file that was loaded: `name` is what reports call it."""

    name: str
    hints: str
    data: bytes
    modified: date | None = None


def list_locations(source: PathLike | Iterable[PathLike]) -> list[Location]:
    """Every file under `source`, in a stable order, each once.

    Raises FileNotFoundError for a path that is not there, ValueError for a folder or a list without a file, and
    TypeError for what is neither a path nor a list of them.
    """
    if not isinstance(source, str | os.PathLike):
        given: object = source  # whatever its annotation promises
        if not isinstance(given, Iterable) or isinstance(given, Mapping | bytes):
            raise TypeError(
                "articles are read from a file, a folder, a pattern, a list of these or a frame, "
                f"not {type(source).__name__}"
            )
        found = [location for part in source for location in list_locations(part)]
        if not found:
            raise ValueError("no articles: the list of paths is empty")
        return list(dict.fromkeys(found))
    text = os.fspath(source)
    if text == STANDARD_INPUT:
        return [Location(text, "")]
    if text.lower().startswith(WEB):
        raise ValueError(f"{text}: nothing is fetched from the web; save the page (Ctrl+S) and give the file")
    if "://" in text:
        return _list_remote(text)
    path = Path(text).expanduser()
    if path.is_dir():
        everything = _inside(path)
        inside = [
            Location(str(item), str(item.relative_to(path)), closed)
            for item, closed in everything
            if not _hidden(item.relative_to(path)) and not _belongs_to_page(item, path)
        ]
        hidden = [item for item, _ in everything if _hidden(item.relative_to(path)) and is_missed(item)]
        if hidden:
            inside.append(Location(str(path), "", passed_over([str(item.relative_to(path)) for item in hidden])))
        if not inside:
            raise ValueError(f"{text}: the folder holds no files; put articles (.txt, .html, .pdf, ...) into it")
        return inside
    if path.exists():
        return [Location(str(path), path.name)]
    if GLOB_SIGNS & set(text):
        matched = sorted(Path(item) for item in glob.glob(str(path), recursive=True) if Path(item).is_file())
        if not matched:
            raise FileNotFoundError(f"{text}: no file matches this pattern")
        return [Location(str(item), item.name) for item in matched]
    raise FileNotFoundError(f"{text}: no such file or folder")


def without_outputs(locations: list[Location], outputs: Iterable[PathLike]) -> list[Location]:
    """The locations, of which those that this run writes to are not opened.

    >>> without_outputs([Location("a.md", "a.md")], ["./a.md"])[0].closed
    'this run writes to it'
    """
    written = {os.path.realpath(path) for path in outputs}
    return [
        location._replace(closed="this run writes to it")
        if written and os.path.realpath(location.path) in written
        else location
        for location in locations
    ]


def load_file(location: Location, limit: int = LARGEST_TABLE) -> File:
    """The bytes of a file, `limit` at most, and the day (UTC) it was last changed.

    Raises OSError for a file that cannot be opened and ValueError for one that is too large to be read.
    """
    if location.closed:
        raise ValueError(location.closed)
    if location.path == STANDARD_INPUT:
        return File(STANDARD_NAME, "", read_at_most(sys.stdin.buffer, limit, STANDARD_NAME))
    if "://" in location.path:
        return _load_remote(location, limit)
    path = Path(location.path)
    about = path.stat()
    check_size(about.st_size, limit)
    # A pipe or a device tells no size beforehand, and may never end.
    with path.open("rb") as stream:
        data = read_at_most(stream, limit)
    return File(location.path, location.hints, data, _believable(datetime.fromtimestamp(about.st_mtime, tz=UTC)))


def find_table(location: Location, limit: int = LARGEST_TABLE) -> File | None:
    """A local table without its bytes, to be scanned where it lies; null for what can only be read at once.

    Raises OSError for a file that is not there and ValueError for one that is too large to be read.
    """
    if location.path == STANDARD_INPUT or "://" in location.path or location.closed:
        return None
    about = Path(location.path).stat()
    # No scan takes a name that is not UTF-8.
    if not stat.S_ISREG(about.st_mode) or writable(location.path) != location.path:
        return None
    check_size(about.st_size, limit, "table")
    return File(location.path, location.hints, b"", _believable(datetime.fromtimestamp(about.st_mtime, tz=UTC)))


def _list_remote(url: str) -> list[Location]:
    system, path = _file_system(url)
    if GLOB_SIGNS & set(path):
        found = sorted(system.glob(path))
    elif system.isdir(path):
        found = sorted(item for item in system.find(path) if not _hidden(Path(item[len(path) :])))
    else:
        found = [path] if system.exists(path) else []
    if not found:
        raise FileNotFoundError(f"{url}: no such file or folder")
    scheme = url.split("://", 1)[0]
    base = os.path.commonpath(found) if len(found) > 1 else str(Path(found[0]).parent)
    return [Location(f"{scheme}://{item.lstrip('/')}", os.path.relpath(item, base)) for item in found]


def _load_remote(location: Location, limit: int) -> File:
    system, path = _file_system(location.path)
    check_size(int(system.info(path).get("size") or 0), limit)
    with system.open(path, "rb") as stream:
        data = read_at_most(stream, limit)
    try:
        modified = _believable(system.modified(path))
    except (NotImplementedError, FileNotFoundError):
        modified = None
    return File(location.path, location.hints, data, modified)


def _file_system(url: str) -> tuple[Any, str]:
    if find_spec("fsspec") is None:
        raise ImportError(f"{url}: URLs need fsspec: pip install fsspec")
    import fsspec

    system, path = fsspec.core.url_to_fs(url)
    return system, path


def _believable(changed: datetime) -> date | None:
    return changed.date() if changed.date() >= EARLIEST_CLOCK else None


def _inside(top: Path) -> list[tuple[Path, str]]:
    """Everything in a folder that is no folder, and the folders that cannot be opened, each with why it is not read."""
    found: list[tuple[Path, str]] = []

    def refused(error: OSError) -> None:
        found.append((Path(error.filename), f"a folder that cannot be opened: {error.strerror}"))

    for folder, folders, files in os.walk(top, onerror=refused):
        # These two never raise.
        links = (name for name in folders if os.path.islink(os.path.join(folder, name)))  # noqa: PTH114, PTH118  above
        found.extend((item, _closed(item)) for item in (Path(folder, name) for name in (*links, *files)))
    return sorted(found)


def _closed(item: Path) -> str:
    """Why something in a folder is not opened, though it is if it is named: reading it may never end."""
    try:
        mode = item.stat().st_mode
    except FileNotFoundError:
        return "a link to a file that is not there"
    except OSError:
        return ""  # whoever reads it tells the reason
    if stat.S_ISDIR(mode):
        return "a link to a folder: links are not followed, name the folder itself"
    return "" if stat.S_ISREG(mode) else "a pipe, socket or device, not a file"


# What browsers put behind the name of a page for the folder of its parts, in their languages.
PARTS_OF_PAGE = tuple(
    "_files .files _file -dateien _dateien _archivos _arquivos _bestanden _bylos _datoteke _dosyalar _elemei _failid "
    "_fails _fajlovi _ficheiros _fichiers -filer _filer _fitxategiak _fitxers _pliki _soubory _tiedostot "
    "-tiedostot".split()
)


def _belongs_to_page(path: Path, top: Path) -> bool:
    """Browsers save the pictures and scripts of "page.html" into "page_files": they are parts of it, not articles."""
    for folder in path.parents:
        if folder == top:
            return False
        name = folder.name
        stems = [name[: -len(end)] for end in PARTS_OF_PAGE if name.lower().endswith(end)]
        if any(folder.with_name(stem + suffix).is_file() for stem in stems if stem for suffix in (".html", ".htm")):
            return True
    return False


MOST_NAMED = 3


def passed_over(names: list[str]) -> str:
    """What a problem says of hidden files that would be articles if they were not hidden.

    >>> passed_over([".a.txt"])
    'hidden files, or in hidden folders: 1 file passed over (.a.txt); name what is to be read'
    """
    named = ", ".join(names[:MOST_NAMED]) + (", …" if len(names) > MOST_NAMED else "")
    return (
        f"hidden files, or in hidden folders: {counted(len(names), 'file')} passed over ({named}); "
        "name what is to be read"
    )


# What programs hide for themselves under these names is nobody's article.
OWN_FOLDERS = frozenset(".git .hg .svn .ipynb_checkpoints .venv .cache .tox .idea .vscode .Trash .pytest_cache".split())
READABLE = frozenset(
    ".txt .text .md .markdown .html .htm .xhtml .mhtml .mht .pdf .eml .rss .atom .xml .warc .zip .csv .tsv .json "
    ".ndjson .jsonl .parquet .arrow .feather .ipc".split()
)


def is_missed(item: Path | PurePosixPath) -> bool:
    """Whether somebody may miss a hidden file: one with the suffix of an article that no program keeps for itself."""
    return (
        item.suffix.lower() in READABLE and not item.name.startswith("._") and not OWN_FOLDERS.intersection(item.parts)
    )


def _hidden(path: Path) -> bool:
    return any(part.startswith(".") or part == "__MACOSX" for part in path.parts)
