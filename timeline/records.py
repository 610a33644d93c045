"""Tables as drafts of articles, a row an article: JSON, NDJSON, CSV, TSV, Parquet, Arrow, and frames of any library."""

from __future__ import annotations

import io
import json
import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import polars as pl

from timeline.days import read_day
from timeline.drafts import Draft, Stated, unread
from timeline.encodings import decode_text
from timeline.limits import LARGEST_TABLE, check_size, check_text
from timeline.titles import find_title

if TYPE_CHECKING:
    from timeline.files import File

# Columns that a draft has a place for; every other column rides along.
KNOWN = ("article_id", "source", "title", "language", "author", "site", "link")
SEPARATORS = ",;\t|"


def read_table(file: File, kind: str, text_column: str, date_column: str | None) -> list[Draft]:
    """The drafts of the rows of a table; `kind` is csv, tsv, json, ndjson, parquet or arrow.

    Raises ValueError for a table that cannot be read, is too large, is empty, or has no `text_column`.
    """
    check_size(len(file.data), LARGEST_TABLE, "table")
    try:
        frame = _frame(file.data, kind)
    except (pl.exceptions.PolarsError, ValueError, OSError, RecursionError) as error:
        raise ValueError(f"a {kind} table that cannot be read ({str(error).splitlines()[0]})") from None
    drafts = drafts_of_frame(frame, text_column, date_column)
    return [
        replace(draft, source=draft.source or f"{file.name}#{number}", modified=file.modified)
        for number, draft in enumerate(drafts, 1)
    ]


def drafts_of_frame(frame: pl.DataFrame, text_column: str, date_column: str | None) -> list[Draft]:
    """The drafts of the rows of a frame; `source` is "" where no column tells it.

    Raises ValueError for a frame without rows or without its columns.
    """
    for column, option in ((text_column, "text_column"), (date_column, "date_column")):
        if column is not None and column not in frame.columns:
            raise ValueError(
                f"no column {column!r} among {', '.join(frame.columns) or 'none'}: name the right one with {option}="
            )
    if frame.is_empty():
        raise ValueError("empty: a table without rows")
    days = date_column or ("published" if "published" in frame.columns else None)
    extra = [column for column in frame.columns if column not in (text_column, days, *KNOWN)]
    return [_draft(row, text_column, days, extra) for row in frame.iter_rows(named=True)]


def _frame(data: bytes, kind: str) -> pl.DataFrame:
    if kind == "parquet":
        return pl.read_parquet(io.BytesIO(data))
    if kind == "arrow":
        return pl.read_ipc(io.BytesIO(data))
    text, _ = decode_text(data)
    if not text.strip():
        raise ValueError("there is nothing in it")
    if kind in ("csv", "tsv"):
        separator = "\t" if kind == "tsv" else _separator(text)
        return pl.read_csv(io.BytesIO(text.encode()), separator=separator, infer_schema=False)
    if kind == "ndjson":
        return _objects([_object(line, number) for number, line in enumerate(text.split("\n"), 1) if line.strip()])
    if _opens_lines(text):
        return _frame(data, "ndjson")
    return _objects(json.loads(text))


def is_header(beginning: bytes, text_column: str) -> bool:
    """Whether a file without a suffix begins like a CSV: a line of names, that of the text among them, or rows as wide.

    >>> is_header(b"text,published\\nTalks began.,2015-10-21", "text"), is_header(b"The text, he said", "text")
    (True, False)
    """
    header, _, rest = beginning.decode("utf-8", errors="replace").partition("\n")
    separator = _separator(header)
    cells = [cell.strip(' "\r') for cell in header.split(separator)]
    if len(cells) < 2 or not rest:
        return False
    named = all(re.fullmatch(r"[a-z_]\w*", cell) for cell in cells)
    return text_column in cells or (named and rest.split("\n", 1)[0].count(separator) >= len(cells) - 1)


def _separator(text: str) -> str:
    return max(SEPARATORS, key=text.split("\n", 1)[0].count)


def _opens_lines(text: str) -> bool:
    """Whether a JSON text is several objects, a line each: what begins like one says so only at the end of the first."""
    first, _, rest = text.strip().partition("\n")
    return first.startswith("{") and first.rstrip().endswith("}") and bool(rest.strip())


def _object(line: str, number: int) -> Any:
    try:
        return json.loads(line)
    except json.JSONDecodeError as error:
        raise ValueError(f"line {number} is no JSON object: {error.msg}") from None


def _objects(data: Any) -> pl.DataFrame:
    """A list of objects, the one list of objects inside an object, or a single object."""
    if isinstance(data, dict):
        lists = [value for value in data.values() if isinstance(value, list) and value and isinstance(value[0], dict)]
        data = lists[0] if len(lists) == 1 else [data]
    if not isinstance(data, list) or not all(isinstance(item, dict) for item in data):
        raise ValueError("not a list of objects")
    return pl.DataFrame(data, infer_schema_length=None, strict=False)


def _draft(row: dict[str, Any], text_column: str, days: str | None, extra: list[str]) -> Draft:
    known = {column: str(row[column]) for column in KNOWN if row.get(column) not in (None, "")}
    source, link = known.get("source", ""), known.get("link", "")
    ride = {column: row[column] for column in extra}
    text = str(row[text_column] or "").replace("\r\n", "\n").replace("\r", "\n")
    stated, problems = [], []
    if days and row[days] not in (None, ""):
        try:
            # What an earlier run printed keeps its reason on the way through a pipe.
            stated = [Stated(read_day(row[days]), str(row.get("published_basis") or f"column {days!r}"), "column")]
        except ValueError as error:
            problems.append(f"column {days!r}: {error}")
    try:
        check_text(text)
    except ValueError as error:
        empty = unread(source, source or link, str(error))
        return replace(empty, article_id=known.get("article_id"), title=known.get("title", ""), extra=ride)
    return Draft(
        source,
        source or link,
        text,
        known.get("title") or find_title(text),
        article_id=known.get("article_id"),
        author=known.get("author"),
        site=known.get("site"),
        link=known.get("link"),
        language=known.get("language"),
        stated=tuple(stated),
        problems=tuple(problems),
        extra=ride,
    )
