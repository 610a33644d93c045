"""Tables as drafts of articles, a row an article: JSON, NDJSON, CSV, TSV, Parquet, Arrow, and frames of any library."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from timeline.publication.days import read_day
from timeline.reading.batches import Row, rows_of_file, rows_of_frame
from timeline.reading.drafts import Draft, Stated, unread
from timeline.reading.limits import LARGEST_TABLE, check_size, check_text
from timeline.reading.titles import find_title

if TYPE_CHECKING:
    from pathlib import Path

    import polars as pl

    from timeline.reading.files import File

# Columns that a draft has a place for; every other column rides along.
KNOWN = ("article_id", "source", "title", "language", "author", "site", "link")
# Frames of the later stages, by two columns that only they have: what is said in their column `text` is no article.
OTHER_FRAMES = {
    ("trigger", "modality"): "events", ("event_id", "evidence"): "a timeline", ("date_text", "start_char"): "sentences of events",
    ("said", "rule"): "dates",
}  # fmt: skip


def read_table(
    file: File, kind: str, text_column: str, date_column: str | None, *, path: Path | None = None
) -> list[Draft]:
    """The drafts of the rows of a table; `kind` is csv, tsv, json, ndjson, parquet or arrow.

    With `path` the table is read from there, and not from the file's data. Raises ValueError for a table that cannot be
    read, is too large, is empty, or has no `text_column`.
    """
    check_size(len(file.data), LARGEST_TABLE, "table")
    drafts = _drafts(rows_of_file(path or file.data, kind, text_column), text_column, date_column)
    if not drafts:
        raise ValueError("empty: a table without rows")
    return [
        replace(draft, source=_called(draft, f"{file.name}#{number}", file.name == "-"), modified=file.modified)
        for number, draft in enumerate(drafts, 1)
    ]


def _called(draft: Draft, row: str, piped: bool) -> str:
    """The source that a row names; one that could not be read is looked for in its table."""
    if not draft.source:
        return row
    return draft.source if draft.text or piped else f"{row} ({draft.source})"


def drafts_of_frame(frame: pl.DataFrame | pl.LazyFrame, text_column: str, date_column: str | None) -> list[Draft]:
    """The drafts of the rows of a frame, which is collected in batches if it is lazy; `source` is "" where none is told.

    Raises ValueError for a frame without its columns.
    """
    _check_columns(frame.collect_schema().names(), text_column, date_column)
    return _drafts(rows_of_frame(frame), text_column, date_column)


def _drafts(rows: Iterable[Row | str], text_column: str, date_column: str | None) -> list[Draft]:
    drafts: list[Draft] = []
    columns: dict[str, None] = {}
    unpacked = 0
    for row in rows:
        if isinstance(row, str):
            drafts.append(unread("", "", row))
            continue
        columns.update(dict.fromkeys(row))
        unpacked += sum(len(value) for value in row.values() if isinstance(value, str))
        if unpacked > LARGEST_TABLE:
            drafts.append(unread("", "", f"rows beyond the first {LARGEST_TABLE:,} characters"))
            break
        drafts.append(_draft(row, text_column, date_column))
    if columns:
        _check_columns(columns, text_column, date_column)
    return drafts


def _check_columns(columns: Iterable[str], text_column: str, date_column: str | None) -> None:
    for told, what in OTHER_FRAMES.items():
        if set(told) <= set(columns):
            raise ValueError(f"these rows are {what}, not articles: give those (timeline articles ... --format ndjson)")
    for column, option in ((text_column, "text_column"), (date_column, "date_column")):
        if column is not None and column not in columns:
            raise ValueError(
                f"no column {column!r} among {', '.join(columns) or 'none'}: name the right one with {option}= "
                f"(--{option.replace('_', '-')})"
            )


def _draft(row: Row, text_column: str, date_column: str | None) -> Draft:
    days = date_column or "published"
    known = {column: str(row[column]) for column in KNOWN if row.get(column) not in (None, "")}
    source, link = known.get("source", ""), known.get("link", "")
    ride = {column: value for column, value in row.items() if column not in (text_column, days, *KNOWN)}
    text = str(row.get(text_column) or "").replace("\r\n", "\n").replace("\r", "\n")
    stated, problems = [], []
    if row.get(days) not in (None, ""):
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
