"""The files that a path, a folder, a glob or a list of them stands for."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import NamedTuple

GLOB_SIGNS = frozenset("*?[")
# Archivers and copies that reset the clock leave days before the web existed: they say nothing about the file.
EARLIEST_CLOCK = date(1990, 1, 1)


class File(NamedTuple):
    """One file to read: `name` is what reports call it, `hints` the part of its path that may name a day."""

    name: str
    hints: str
    data: bytes
    modified: date | None = None


def list_paths(source: str | os.PathLike[str] | Iterable[str | os.PathLike[str]]) -> list[tuple[Path, str]]:
    """Every file under `source` in a stable order, each with the part of its path below what the user named.

    Raises FileNotFoundError for a path that is not there and ValueError for a folder or a pattern without a file.
    """
    if not isinstance(source, str | os.PathLike):
        found = [item for part in source for item in list_paths(part)]
        if not found:
            raise ValueError("no articles: the list of paths is empty")
        return list(dict.fromkeys(found))
    text = os.fspath(source)
    path = Path(text).expanduser()
    if path.is_dir():
        inside = sorted(item for item in path.rglob("*") if item.is_file() and not _hidden(item.relative_to(path)))
        if not inside:
            raise ValueError(f"{text}: the folder holds no files; put articles (.txt, .md, .html, ...) into it")
        return [(item, str(item.relative_to(path))) for item in inside]
    if path.exists():
        return [(path, path.name)]
    if GLOB_SIGNS & set(text):
        matched = sorted(Path(item) for item in glob.glob(str(path), recursive=True) if Path(item).is_file())
        if not matched:
            raise FileNotFoundError(f"{text}: no file matches this pattern")
        return [(item, item.name) for item in matched]
    raise FileNotFoundError(f"{text}: no such file or folder")


def modified_on(path: Path) -> date | None:
    """The day (UTC) the file was last changed, or null where its clock was reset."""
    day = datetime.fromtimestamp(path.stat().st_mtime, tz=UTC).date()
    return day if day >= EARLIEST_CLOCK else None


def _hidden(path: Path) -> bool:
    return any(part.startswith(".") or part == "__MACOSX" for part in path.parts)
