"""Articles from files, folders and frames: `read_articles`.

Columns of the frame it returns:

- article_id String: stable from run to run, made of the name and the text, never of the position in the pile
- source String: the path, or what the user's frame calls it
- title String
- published Date, null where unknown; published_basis String tells why that day
- place String: the town of the dateline, null without one
- language String: ISO 639-1, null where unknown
- text String: what every offset of the later stages refers to
- problems List(String): readable reasons, empty where all is well
- boilerplate List(Struct{start_char Int64, end_char Int64}): menus, captions and the like, as spans of the text
- published_candidates List(Struct{published Date, basis String}): every day that was stated or inferred
"""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import polars as pl

from timeline.boilerplate import BOILERPLATE, mark_boilerplate
from timeline.encodings import decode_text
from timeline.files import list_paths, modified_on
from timeline.published import CANDIDATES, RANKS, date_articles
from timeline.titles import find_title

SCHEMA: dict[str, Any] = {
    "article_id": pl.String,
    "source": pl.String,
    "title": pl.String,
    "published": pl.Date,
    "published_basis": pl.String,
    "place": pl.String,
    "language": pl.String,
    "text": pl.String,
    "problems": pl.List(pl.String),
    "boilerplate": BOILERPLATE,
    "published_candidates": CANDIDATES,
}

# Longer texts are logs, dumps or bombs, not articles.
LONGEST_TEXT = 5_000_000
TEXT_SUFFIXES = frozenset((".txt", ".text", ".md", ".markdown", ".rst", ""))

Source = str | os.PathLike[str] | Iterable[str | os.PathLike[str]] | pl.DataFrame | pl.LazyFrame


def read_articles(
    source: Source,
    *,
    published: date | str | None = None,
    text_column: str = "text",
    date_column: str | None = None,
    today: date | None = None,
    progress: bool = False,
) -> pl.DataFrame:
    """Articles from a file, a folder, a glob, a list of them, or a frame with a text column: one row an article.

    `published` is the day of all of them and wins over what they say; `date_column` names the column of a frame that
    holds it (default: `published`, where there is one); a day later than `today` or than the file itself is refused.
    What could not be read stays in the frame, without text and with its reason in `problems`.

    Raises FileNotFoundError for a path that is not there, and ValueError for a folder without files, a frame without
    its columns, a `published` that is no day, and when nothing at all could be read.

    >>> frame = pl.DataFrame({"text": ["ROME, May 2, 2014. Talks began in the town."]})
    >>> read_articles(frame).select("published", "place")
    shape: (1, 2)
    ┌────────────┬───────┐
    │ published  ┆ place │
    │ ---        ┆ ---   │
    │ date       ┆ str   │
    ╞════════════╪═══════╡
    │ 2014-05-02 ┆ Rome  │
    └────────────┴───────┘
    """
    given = _day(published, "published=") if published is not None else None
    if isinstance(source, pl.LazyFrame):
        source = source.collect()
    if isinstance(source, pl.DataFrame):
        rows, extra = _frame_rows(source, text_column, date_column)
    else:
        rows, extra = _file_rows(source, progress), pl.DataFrame()
    if given:
        for row in rows:
            row["stated"] = [
                *row["stated"],
                {"published": given, "basis": "given as published=", "rank": RANKS["given"]},
            ]
    articles = (
        date_articles(_as_frame(rows), today=today).with_columns(_unique_ids(rows), _marked(rows)).select(*SCHEMA)
    )
    return pl.concat([articles, extra], how="horizontal") if extra.width else articles


ROWS: dict[str, Any] = {
    "source": pl.String,
    "name": pl.String,
    "title": pl.String,
    "language": pl.String,
    "text": pl.String,
    "modified": pl.Date,
    "problems": pl.List(pl.String),
    "stated": pl.List(pl.Struct({"published": pl.Date, "basis": pl.String, "rank": pl.Int64})),
}


def _as_frame(rows: list[dict[str, Any]]) -> pl.DataFrame:
    return pl.DataFrame([{name: row.get(name) for name in ROWS} for row in rows], schema=ROWS)


def _file_rows(
    source: str | os.PathLike[str] | Iterable[str | os.PathLike[str]], progress: bool
) -> list[dict[str, Any]]:
    from tqdm.auto import tqdm

    paths = list_paths(source)
    rows = [_read_file(path, hints) for path, hints in tqdm(paths, desc="reading", unit="file", disable=not progress)]
    if not any(row["text"] for row in rows):
        reasons = "; ".join(f"{row['source']}: {row['problems'][0]}" for row in rows[:3])
        raise ValueError(f"none of the {len(rows)} file(s) could be read as an article ({reasons})")
    return rows


def _read_file(path: Path, hints: str) -> dict[str, Any]:
    """One row a file; whatever goes wrong with it is told in the row and stops nobody else."""
    row: dict[str, Any] = {"source": str(path), "name": hints, "text": "", "title": "", "stated": [], "problems": []}
    try:
        row["modified"] = modified_on(path)
        if path.suffix.lower() not in TEXT_SUFFIXES:
            raise ValueError(f"unknown kind of file ({path.suffix}), not read")
        if path.stat().st_size > 4 * LONGEST_TEXT:
            raise ValueError(f"too long for an article: {path.stat().st_size:,} bytes")
        text, problems = decode_text(path.read_bytes())
        row["problems"] = problems
        if len(text) > LONGEST_TEXT:
            raise ValueError(f"too long for an article: {len(text):,} characters, at most {LONGEST_TEXT:,} are read")
        if not text.strip():
            raise ValueError("empty: there is no text in it")
    except (OSError, ValueError) as error:
        reason = error.strerror or str(error) if isinstance(error, OSError) else str(error)
        row["problems"] = [*row["problems"], f"not read: {reason}"]
        return row
    row["text"] = text
    row["title"] = find_title(text)
    return row


def _frame_rows(
    frame: pl.DataFrame, text_column: str, date_column: str | None
) -> tuple[list[dict[str, Any]], pl.DataFrame]:
    for column in filter(None, (text_column, date_column)):
        if column not in frame.columns:
            raise ValueError(
                f"the frame has no column {column!r}; it has {', '.join(frame.columns) or 'none'}: "
                f"name the right one with {'text_column=' if column == text_column else 'date_column='}"
            )
    if frame.is_empty():
        raise ValueError("no articles: the frame has no rows")
    days = date_column or ("published" if "published" in frame.columns else None)
    rows = []
    for number, given in enumerate(frame.iter_rows(named=True)):
        text, problems = str(given[text_column] or ""), []
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        if len(text) > LONGEST_TEXT:
            problems.append(
                f"not read: too long for an article: {len(text):,} characters, at most {LONGEST_TEXT:,} are read"
            )
            text = ""
        elif not text.strip():
            problems.append("not read: empty: there is no text in it")
        stated = []
        if days and given[days] is not None and given[days] != "":
            try:
                stated = [{"published": _day(given[days], days), "basis": f"column {days!r}", "rank": RANKS["column"]}]
            except ValueError as error:
                problems.append(str(error))
        rows.append(
            {
                "article_id": _known(given, "article_id"),
                "source": _known(given, "source") or f"row {number}",
                "name": _known(given, "source") or "",
                "title": _known(given, "title") or find_title(text),
                "language": _known(given, "language"),
                "text": text,
                "stated": stated,
                "problems": problems,
            }
        )
    used = {text_column, days, *SCHEMA}
    return rows, frame.select(column for column in frame.columns if column not in used)


def _marked(rows: list[dict[str, Any]]) -> pl.Series:
    spans = [[{"start_char": start, "end_char": end} for start, end in mark_boilerplate(row["text"])] for row in rows]
    return pl.Series("boilerplate", spans, dtype=BOILERPLATE)


def _known(given: dict[str, Any], column: str) -> str | None:
    value = given.get(column)
    return None if value is None or value == "" else str(value)


def _day(value: object, name: str) -> date:
    """A day from what users pass for one; raises ValueError naming where it came from."""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    try:
        return datetime.fromisoformat(str(value).strip()).date()
    except ValueError:
        raise ValueError(f"{name}: {value!r} is no day; write it as 2015-10-21") from None


def _unique_ids(rows: list[dict[str, Any]]) -> pl.Series:
    """Names people can read, told apart by their text; a copy of the same name and text gets a number."""
    seen: dict[str, int] = {}
    ids = []
    for row in rows:
        article_id = row.get("article_id") or _make_id(row)
        seen[article_id] = seen.get(article_id, 0) + 1
        if seen[article_id] > 1:
            if row.get("article_id"):
                raise ValueError(f"article_id {article_id!r} stands in more than one row")
            article_id = f"{article_id}-{seen[article_id]}"
        ids.append(article_id)
    return pl.Series("article_id", ids, dtype=pl.String)


def _make_id(row: dict[str, Any]) -> str:
    name = Path(row["name"]).name
    digest = hashlib.blake2b(f"{name}\0{row['text']}".encode(), digest_size=5).hexdigest()
    stem = re.sub(r"[^0-9a-z]+", "-", Path(name).stem.lower()).strip("-")[:40].strip("-")
    return f"{stem}-{digest}" if stem else digest
