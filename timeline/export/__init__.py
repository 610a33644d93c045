"""A timeline to a file: the suffix chooses the format, and what a format cannot hold is counted and named."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

import polars as pl

from timeline.export.exportable import LEFT_OUT, Exportable, Exported, write_whole
from timeline.export.geojson import as_geojson
from timeline.export.icalendar import as_icalendar
from timeline.export.markdown import as_markdown
from timeline.export.sqlite import as_sqlite
from timeline.export.tables import as_csv, as_excel, as_ndjson, as_parquet
from timeline.export.timelinejs import as_timelinejs, as_vis
from timeline.export.timeml import as_timeml, as_timeml_archive
from timeline.text import MADE_PDF, counted, plain

if TYPE_CHECKING:
    from collections.abc import Callable


# So many are named in the line that `save` prints; all of them stand in `Written.left_out`.
NAMED = 12


class Written(NamedTuple):
    """What `save` did: where, how many events it holds, and what was left out and why.

    `left_out` has the columns `event_id`, `title`, `reason` (all String) and a row for each event and each undated
    telling that the file does not hold; the latter have no `event_id`, and `undated` counts them.
    """

    path: Path
    events: int
    left_out: pl.DataFrame
    undated: int

    def __str__(self) -> str:
        text = f"{self.path}: {counted(self.events, 'event')}"
        if self.undated:
            text += f"; {counted(self.undated, 'undated telling')} not in it"
        for title, reason in self.left_out.select("title", "reason").head(NAMED).iter_rows():
            text += f"\n  left out: {plain(title)} ({plain(reason)})"
        if self.left_out.height > NAMED:
            text += f"\n  … and {self.left_out.height - NAMED:,} more (`.left_out` of what `save` returns names all)"
        return text

    def __repr__(self) -> str:
        return str(self)


def write(line: Exportable, path: str | Path, **options: Any) -> Written:
    """Write a timeline to a file in the format of its suffix, and say what was written and what was left out.

    `line` is a `Timeline`, or anything else with the properties of `Exportable` (`.tml` needs those of `Annotated`,
    too). `options` go to the function that `FORMATS` names for the suffix, such as `sentences=True` for Markdown.
    The file is written whole or not at all. Raises `ValueError` for an unknown suffix, `FileNotFoundError` for a folder
    that does not exist, `OSError`, naming the file, where it cannot be written, and `ImportError`, naming the extra,
    where the library of a format is missing.

    >>> from tempfile import TemporaryDirectory
    >>> from timeline import build_timeline
    >>> with TemporaryDirectory() as folder:
    ...     written = write(build_timeline("data/articles").top(5), Path(folder) / "events.csv")
    >>> written.path.name, written.events
    ('events.csv', 5)
    """
    path = Path(path)
    make = format_of(path)
    demand_folder(path)
    made = make(line, **options)
    write_whole(path, made.data)
    undated = line.undated.clear() if made.holds_undated else line.undated
    not_in_it = undated.select(
        pl.lit(None, pl.String).alias("event_id"), pl.coalesce("title", "sentence").alias("title"), reason="why"
    )
    return Written(
        path,
        events=line.events.height - made.left_out.height,
        left_out=pl.concat([made.left_out, not_in_it.cast(LEFT_OUT)]),
        undated=undated.height,
    )


def demand_folder(path: str | Path) -> None:
    """Raise `FileNotFoundError` where there is no folder for a file to be written to.

    >>> demand_folder("nowhere/line.html")
    Traceback (most recent call last):
    ...
    FileNotFoundError: nowhere/line.html: there is no folder nowhere to write to; make it first
    """
    folder = Path(path).parent
    if not folder.is_dir():
        raise FileNotFoundError(f"{path}: there is no folder {folder} to write to; make it first")


def format_of(path: str | Path) -> Callable[..., Exported]:
    """The writer that the suffix of `path` asks for.

    >>> format_of("a.csv").__name__
    'as_csv'
    >>> format_of("a.docx")
    Traceback (most recent call last):
    ...
    ValueError: a.docx: no export has this suffix; known are .csv, ...
    """
    name = Path(path).name.lower()
    for suffix in sorted(FORMATS, key=len, reverse=True):
        if name.endswith(suffix):
            return FORMATS[suffix]
    if Path(path).is_dir():
        raise ValueError(f"{path} is a folder; name a file in it, as in {Path(path) / 'timeline.html'}")
    raise ValueError(f"{path}: no export has this suffix; known are {', '.join(sorted(FORMATS))}")


# What stands in every file of ours: the mark, or the names of columns where a format has no place for one.
# An SVG is told by how Vega writes it, and a page of before the mark by what it says without scripts.
SIGNS = (
    b"timeline-notebook", b"event_id", b'"unique_id"', b'"className"', b"aria-roledescription",
    b"need JavaScript; here are the events", b'"features": []',
)  # fmt: skip
# Documents of its archives that say who made them.
TELLING = ("docProps/", ".tml")
LARGEST_MEMBER = 10_000_000


def is_made(path: str | Path) -> bool:
    """Whether the program made a file, as far as it shows; an empty file is nobody's.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     notes = Path(folder) / "notes.csv"
    ...     size = notes.write_text("my,own,notes")
    ...     is_made(notes)
    False
    """
    data = Path(path).read_bytes()
    if data.startswith(b"PK"):
        try:
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                members = [item for item in archive.infolist() if any(name in item.filename for name in TELLING)]
                return any(SIGNS[0] in archive.read(item) for item in members[:3] if item.file_size < LARGEST_MEMBER)
        except (zipfile.BadZipFile, zlib.error, OSError):
            return False
    return not data or any(sign in data for sign in SIGNS)


def _as_html(line: Exportable, **options: Any) -> Exported:
    from timeline.page import page

    shown: dict[str, Any] = {"title": line.title, "undated": line.undated, "problems": line.problems}
    shown |= {name: getattr(line, name, None) for name in ("articles", "dates")}
    return Exported(page(line.events, **shown | options).encode(), holds_undated=True)


def _signed(png: bytes) -> bytes:
    """The picture with a chunk before its last, the empty IEND, that says which program made it."""
    chunk = b"tEXtSoftware\0timeline-notebook"
    return png[:-12] + struct.pack(">I", len(chunk) - 4) + chunk + struct.pack(">I", zlib.crc32(chunk)) + png[-12:]


def _as_picture(kind: Literal["pdf", "png", "svg"]) -> Callable[..., Exported]:
    def as_picture(line: Exportable, **options: Any) -> Exported:
        from timeline import charts

        data = charts.static(line.events, kind, **{"title": line.title} | options)
        return Exported({"pdf": data + f"\n{MADE_PDF}\n".encode(), "png": _signed(data), "svg": data}[kind])

    return as_picture


FORMATS: dict[str, Callable[..., Exported]] = {
    ".csv": as_csv,
    ".geojson": as_geojson,
    ".html": _as_html,
    ".ics": as_icalendar,
    ".md": as_markdown,
    ".ndjson": as_ndjson,
    ".parquet": as_parquet,
    ".pdf": _as_picture("pdf"),
    ".png": _as_picture("png"),
    ".sqlite": as_sqlite,
    ".svg": _as_picture("svg"),
    ".timelinejs.json": as_timelinejs,
    ".tml": as_timeml,
    ".tml.zip": as_timeml_archive,
    ".vis.json": as_vis,
    ".xlsx": as_excel,
}
