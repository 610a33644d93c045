"""What an export reads of a timeline, and what it makes of it: bytes, and the events that they cannot hold.

The one way in which a file is written.
"""

from __future__ import annotations

import hashlib
import json
import os
import secrets
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple, Protocol

import polars as pl

LEFT_OUT = pl.Schema({"event_id": pl.String, "title": pl.String, "reason": pl.String})


class Exportable(Protocol):
    """What every export reads of a timeline: its title, its events with their evidence, and what is not among them."""

    @property
    def title(self) -> str:
        """The heading."""

    @property
    def events(self) -> pl.DataFrame:
        """The timeline frame, a row an event."""

    @property
    def undated(self) -> pl.DataFrame:
        """The tellings without a date, each with the reason in `why`."""

    @property
    def problems(self) -> pl.DataFrame:
        """What went wrong or stayed open."""

    @property
    def evidence(self) -> pl.DataFrame:
        """Every sentence that an event rests on, a row a sentence."""


class Exported(NamedTuple):
    """What a format makes of a timeline: the bytes, the events left out, and whether the undated ones are in.

    `left_out` has the columns `event_id`, `title`, `reason` (all String).
    """

    data: bytes
    left_out: pl.DataFrame = LEFT_OUT.to_frame()
    holds_undated: bool = False


def split_off(events: pl.DataFrame, holds: pl.Expr, reason: str) -> tuple[pl.DataFrame, pl.DataFrame]:
    """The events that a format can hold, and those that it cannot, with the reason.

    >>> events = pl.DataFrame({"event_id": ["a", "b"], "title": ["Marathon", "Talks"], "start_day": [-898000, 16000]})
    >>> kept, left = split_off(events, pl.col("start_day") > -719163, "before the year 1")
    >>> kept["title"].to_list(), left.rows()
    (['Talks'], [('a', 'Marathon', 'before the year 1')])
    """
    left = events.filter(~holds.fill_null(value=False)).select("event_id", "title", reason=pl.lit(reason))
    return events.filter(holds), left.cast(LEFT_OUT)


def as_json(value: object) -> bytes:
    r"""JSON as every export writes it: UTF-8, indented, in the order given.

    >>> as_json({"title": "Überfall"}).decode()
    '{\n "title": "Überfall"\n}\n'
    """
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()


@contextmanager
def locked(path: str | os.PathLike[str]) -> Iterator[None]:
    """Whoever reads a file to write it again is alone meanwhile, among the processes of this machine.

    The lock lies in the folder of temporary files, so that none stays beside the file.
    """
    from filelock import FileLock

    name = hashlib.blake2b(os.path.realpath(path).encode("utf-8", "surrogateescape"), digest_size=8).hexdigest()
    with FileLock(Path(tempfile.gettempdir(), f"timeline-{name}.lock"), timeout=60, mode=0o666):
        yield


def write_whole(path: str | os.PathLike[str], data: bytes) -> None:
    """Write a file so that its name stands for all of the data or, whatever happens, for what was there before.

    The data are written beside it, forced to the disk and renamed. A link stays a link, and a file that is there keeps
    its rights. A pipe or a device is written to as it is. Raises `OSError`, which names the file.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     write_whole(Path(folder) / "a.txt", b"Talks began.")
    ...     [(file.name, file.read_bytes()) for file in Path(folder).iterdir()]
    [('a.txt', b'Talks began.')]
    """
    try:
        if Path(path).exists() and not Path(path).is_file():
            Path(path).write_bytes(data)
        else:
            _replace(Path(os.path.realpath(path)), data)
    except OSError as error:
        raise OSError(error.errno, error.strerror, os.fspath(path)) from None


def _replace(target: Path, data: bytes) -> None:
    beside = target.with_name(f".{secrets.token_hex(8)}.part")  # hidden, so that no reader of the folder takes it
    try:
        with beside.open("xb") as stream:
            if target.exists():
                target.open("r+b").close()  # what may not be written may not be replaced
                beside.chmod(target.stat().st_mode & 0o7777)
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        beside.replace(target)
        if hasattr(os, "O_DIRECTORY"):  # Windows opens no folder
            folder = os.open(target.parent, os.O_DIRECTORY)  # without this the name itself may be lost with the power
            try:
                os.fsync(folder)
            finally:
                os.close(folder)
    finally:
        beside.unlink(missing_ok=True)
