"""What people corrected in a timeline: a plain table, applied again whenever the timeline is built again.

The table is a CSV in UTF-8 with a header, a row a correction, applied from top to bottom. This is where its columns are
defined; the page and the grid of the notebook write the same ones. All are str, and all but `action` may be empty or
missing:

- action: "change" (a date, title or place), "drop", "merge", "split", "add", "pin", "check" or "publish"
- event_id: the event meant, as `Timeline.events` calls it
- evidence: its sentences, by which it is found again when its id has changed: "ARTICLE_ID:START_CHAR" of each,
  separated by blanks; the id is percent-encoded (as JavaScript's encodeURIComponent does), START_CHAR is that of the
  date expression
- date: for "change" and "add", in EDTF, as the column `edtf` of the timeline has it ("2015-10-07", "2015-10~",
  "2014-01/2014-02", "1997/..", "-0043" for 44 BC), or in words ("early October 2015")
- title, place: for "change" and "add"; the place "-" takes a wrong place away
- into, into_evidence: for "merge", the event that takes the other in, and its sentences
- article: for "split" the article whose sentences become an event of their own; for "publish" the article meant (its
  id, path, link or the name of its file)
- published: for "publish", the day that article was published ("2015-10-12"), or the year alone ("2015") where its
  dateline states a day without one
- note, who: why, and who says so

An event that somebody looked at and found right is a "check" with `who` and `note`. An event that is changed and
pinned has two rows. The lines that the page copies, each with the header, can be pasted one after another. Reading
takes off the apostrophe before a cell that a spreadsheet would run as a formula. A table with the columns `article`
and `published` alone is a table of "publish" rows.
"""

from __future__ import annotations

import csv
import difflib
import io
import os
from pathlib import Path
from typing import Any
from urllib.parse import quote

import polars as pl

from timeline.schemas import CORRECTIONS
from timeline.text import GUARDED, counted

ACTIONS = ("change", "drop", "merge", "split", "add", "pin", "check", "publish")
PUBLISHING = {"article", "published"}  # the columns that make a table without actions
NOWHERE = "-"
SAFE = "!~*'()"  # what encodeURIComponent leaves alone beside letters, digits and -_.
Event = dict[str, Any]


def read_corrections(source: str | os.PathLike[str] | pl.DataFrame | None) -> pl.DataFrame:
    """Read the table of corrections from a CSV or a frame, with every column it may have and without empty rows.

    A table of publication days alone (`article`, `published`) needs no `action`. Semicolons may separate the cells, as
    spreadsheets write them. Raises `FileNotFoundError` without such a file, and `ValueError`, naming the line, for any
    other table.

    >>> read_corrections(pl.DataFrame({"article": ["a.txt"], "published": ["2015-11-16"]}))["action"].to_list()
    ['publish']
    """
    return read_lined(source).drop("at")


def read_lined(source: str | os.PathLike[str] | pl.DataFrame | None) -> pl.DataFrame:
    """Read what `read_corrections` reads, and say in the column `at` String where each row stands.

    `at` is "line 2" in a file and "row 1" in a frame. Raises as `read_corrections` does.
    """
    if source is None:
        return CORRECTIONS.to_frame().with_columns(at=pl.lit(None, pl.String))
    if isinstance(source, pl.DataFrame):
        name, frame = "corrections", source
        at = [f"row {number}" for number in range(1, frame.height + 1)]
    else:
        name, (frame, at) = os.fspath(source), _from_file(Path(source))
    for column in frame.columns:
        near = difflib.get_close_matches(column, CORRECTIONS, n=1, cutoff=0.7)
        if column not in CORRECTIONS and near and near[0] not in frame.columns:
            raise ValueError(f"{name}: there is no column {column!r}; did you mean {near[0]!r}?")
    if "action" not in frame.columns and not PUBLISHING.issubset(frame.columns):
        raise ValueError(
            f"{name}: the column action is missing; without it, a table needs the columns article and published. "
            f"Corrections may have: {', '.join(CORRECTIONS)}"
        )
    rows = frame.select(
        (
            pl.col(column).cast(pl.String).str.strip_chars().replace("", None)
            if column in frame.columns
            else pl.lit(None, pl.String)
        ).alias(column)
        for column in CORRECTIONS
    ).with_columns(at=pl.Series(at, dtype=pl.String))
    rows = rows.filter(~pl.all_horizontal(pl.col(*CORRECTIONS).is_null()))
    if "action" not in frame.columns:
        rows = rows.with_columns(action=pl.lit("publish"))
    for where, action in rows.select("at", "action").iter_rows():
        if action not in ACTIONS:
            problem = "no action" if action is None else f"no action {action!r}"
            raise ValueError(f"{name}, {where}: {problem}; there are: {', '.join(ACTIONS)}")
    return rows


def _from_file(path: Path) -> tuple[pl.DataFrame, list[str]]:
    """The cells of a CSV and the line of the file that each row begins on; a header pasted once more is passed over."""
    if not path.is_file():
        raise FileNotFoundError(f"{path}: no such file of corrections")
    rows, at, begins = [], [], 1
    try:
        text = path.read_text("utf-8-sig")
        first = text.partition("\n")[0]
        reader = csv.reader(
            io.StringIO(text, newline=""), delimiter=";" if first.count(";") > first.count(",") else ",", strict=True
        )
        for cells in reader:
            if any(cells):
                rows.append(cells)
                at.append(f"line {begins}")
            begins = reader.line_num + 1
        if not rows:
            raise ValueError("it is empty")
        header = rows[0]
        for line, cells in zip(at, rows, strict=True):
            if len(cells) > len(header):
                raise ValueError(f"{line} has more cells than the header")
            if len(cells) < len(header):
                raise ValueError(
                    f"{line} has {counted(len(cells), 'cell')} and the header {len(header)}: was it cut short? "
                    "An empty cell needs its separator, too"
                )
        kept = [(line, cells) for line, cells in zip(at, rows, strict=True) if cells != header]
        frame = pl.DataFrame([cells for _, cells in kept], schema=dict.fromkeys(header, pl.String), orient="row")
    except (ValueError, csv.Error, pl.exceptions.PolarsError) as error:
        raise ValueError(f"{path}: this is no table of corrections, a CSV in UTF-8 with a header ({error})") from None
    return frame.with_columns(pl.all().str.replace(GUARDED, "$1")), [line for line, _ in kept]


def evidence_keys(event: Event) -> str:
    """The sentences of an event as corrections name them.

    >>> evidence_keys({"evidence": [{"article_id": "a1", "start_char": 7}, {"article_id": None, "start_char": None}]})
    'a1:7'
    >>> evidence_keys({"evidence": [{"article_id": "a 1", "start_char": 7}, {"article_id": "b", "start_char": 9}]})
    'a%201:7 b:9'
    """
    return " ".join(
        f"{quote(mention['article_id'], safe=SAFE)}:{mention['start_char']}"
        for mention in event["evidence"]
        if mention["article_id"]
    )
