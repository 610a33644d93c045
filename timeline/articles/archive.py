"""Zip archives: each member is read like a file of its own, within limits that no bomb passes."""

from __future__ import annotations

import gzip
import io
import zipfile
import zlib
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import PurePosixPath

from timeline.articles.draft import (
    DEEPEST_NESTING,
    LARGEST_TABLE,
    LARGEST_UNPACKED,
    MOST_MEMBERS,
    Draft,
    check_size,
    read_at_most,
    unread,
    within,
)
from timeline.articles.files import EARLIEST_CLOCK, File, is_missed, passed_over

CHUNK = 1_000_000

Reader = Callable[[File, "Budget"], list[Draft]]


class Budget:
    """How many bytes and how many archives deep the archives of one file may still unpack."""

    def __init__(self) -> None:
        self.left = LARGEST_UNPACKED
        self.depth = 0


def read_zip(file: File, read: Reader, budget: Budget | None = None) -> list[Draft]:
    """The drafts of every member; one that is broken, encrypted or a bomb gives a draft with its reason.

    `read` reads a member. Raises ValueError for a file that is no zip, is empty, or is nested too deeply.
    """
    check_size(len(file.data), LARGEST_TABLE, "archive")
    budget = budget or Budget()
    if budget.depth >= DEEPEST_NESTING:
        raise ValueError(f"archives nested more than {DEEPEST_NESTING} deep are not opened")
    try:
        archive = zipfile.ZipFile(io.BytesIO(file.data))
    except (zipfile.BadZipFile, ValueError, OSError) as error:
        raise ValueError(f"a broken zip archive ({error})") from None
    members = sorted((item for item in archive.infolist() if not _skipped(item)), key=lambda item: item.filename)
    if not members:
        raise ValueError("empty: an archive without files")
    drafts = [draft for member in members[:MOST_MEMBERS] for draft in _member(file, archive, member, read, budget)]
    hidden = [
        item.filename for item in archive.infolist() if _skipped(item) and is_missed(PurePosixPath(item.filename))
    ]
    if hidden:
        drafts.append(unread(file.name, file.hints, passed_over(hidden), file.modified))
    if len(members) > MOST_MEMBERS:
        drafts.append(unread(file.name, file.hints, f"members beyond the first {MOST_MEMBERS:,}", file.modified))
    return drafts


CUT = "what follows: the packed file is cut short or damaged, and was read as far as it goes"


def unpack_gzip(data: bytes, limit: int) -> tuple[bytes, bool]:
    """The contents of a gzip file of one member or several, and whether its end was there.

    Raises ValueError for one that is broken from the start, or gives more than `limit` bytes.

    >>> unpack_gzip(gzip.compress(b"It rang.")[:-4], 100)
    (b'It rang.', False)
    """
    parts: list[bytes] = []
    left, whole = limit, True
    stream = gzip.GzipFile(fileobj=io.BytesIO(data))
    try:
        while part := stream.read1(min(left + 1, CHUNK)):
            parts.append(part)
            left -= len(part)
            if left < 0:
                raise ValueError(f"too large: a packed file that gives more than {limit:,} bytes")
    except (EOFError, zlib.error, OSError) as error:
        if not parts:
            raise ValueError(f"a broken gzip file ({error})") from None
        whole = False
    return b"".join(parts), whole


def _member(
    file: File, archive: zipfile.ZipFile, member: zipfile.ZipInfo, read: Reader, budget: Budget
) -> Iterator[Draft]:
    name, modified = member.filename, _modified(member) or file.modified
    budget.depth += 1
    try:
        if member.flag_bits & 1:
            raise ValueError("encrypted: unpack it with its password first")
        check_size(member.file_size, budget.left, "member of an archive")
        with archive.open(member) as stream:
            data = read_at_most(stream, budget.left, "member of an archive")
        budget.left -= len(data)
        drafts = read(File(name, name, data, modified), budget)
        yield from (within(file.name, draft) for draft in drafts)
    except (ValueError, ImportError) as error:
        yield unread(f"{file.name}/{name}", name, str(error), modified)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError) as error:
        yield unread(f"{file.name}/{name}", name, f"a broken member ({error})", modified)
    except Exception as error:  # noqa: BLE001 - one odd member in a foreign parser must not stop the others
        yield unread(f"{file.name}/{name}", name, f"{type(error).__name__}: {error}", modified)
    finally:
        budget.depth -= 1


def _skipped(member: zipfile.ZipInfo) -> bool:
    parts = PurePosixPath(member.filename).parts
    return member.is_dir() or any(part == "__MACOSX" or (part.startswith(".") and part != "..") for part in parts)


def _modified(member: zipfile.ZipInfo) -> date | None:
    """Archives without clocks say 1980, and hostile ones month 13: neither is a day."""
    try:
        day = date(*member.date_time[:3])
    except ValueError:
        return None
    return day if day >= EARLIEST_CLOCK else None
