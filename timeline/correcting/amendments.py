"""What people corrected in a timeline: a plain table, applied again whenever the timeline is built again.

The table is a CSV in UTF-8 with a header, a row a correction, applied from top to bottom. This is where its columns are
defined; the page and the grid of the notebook write the same ones. All are str, and all but `action` may be empty or
missing:

- action: "change" (a date, title or place), "drop", "merge", "split", "add", "pin", "check" or "publish"
- event_id: the event meant, as `Timeline.events` calls it
- evidence: its sentences, by which it is found again should its id have changed: "ARTICLE_ID:START_CHAR" of each, separated by
  blanks, the id percent-encoded (as JavaScript's encodeURIComponent does), START_CHAR that of the date expression
- date: in EDTF, as the column `edtf` of the timeline has it ("2015-10-07", "2015-10~", "2014-01/2014-02", "1997/..", "-0043" for
  44 BC), or in words ("early October 2015"), for "change" and "add"
- title, place: for "change" and "add"; the place "-" takes a wrong place away
- into, into_evidence: for "merge", the event that takes the other in, and its sentences
- article: for "split" the article whose sentences become an event of their own; for "publish" the article meant (its id,
  path, link or the name of its file)
- published: for "publish", the day that article was published ("2015-10-12"), or the year alone ("2015") where its
  dateline states a day without one
- note, who: why, and who says so

An event that was looked at and found right is a "check" with `who` and `note`. An event that is changed and pinned has two
rows. The lines that the page copies, its header with each, can be pasted one after another; an apostrophe before a cell
that a spreadsheet would run as a formula is taken off. A table with the columns `article` and `published` alone is a table of "publish" rows.
"""

from __future__ import annotations

import difflib
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import polars as pl

from timeline.tables import GUARDED

if TYPE_CHECKING:
    import os

CORRECTIONS = pl.Schema(
    dict.fromkeys(
        (
            "action",
            "event_id",
            "evidence",
            "date",
            "title",
            "place",
            "into",
            "into_evidence",
            "article",
            "published",
            "note",
            "who",
        ),
        pl.String,
    )
)
ACTIONS = ("change", "drop", "merge", "split", "add", "pin", "check", "publish")
NOWHERE = "-"
SAFE = "!~*'()"  # what encodeURIComponent leaves alone beside letters, digits and -_.
Event = dict[str, Any]


def read_corrections(source: str | os.PathLike[str] | pl.DataFrame | None) -> pl.DataFrame:
    """The table of corrections from a CSV or a frame, with every column it may have; empty rows are passed over.

    A table of publication days alone (`article`, `published`) needs no `action`. A spreadsheet's semicolons will do.
    Raises `FileNotFoundError` where there is no such file, `ValueError` for what is no such table, naming the line.

    >>> read_corrections(pl.DataFrame({"article": ["a.txt"], "published": ["2015-11-16"]}))["action"].to_list()
    ['publish']
    """
    if source is None:
        return CORRECTIONS.to_frame()
    frame, name = (
        (source, "corrections") if isinstance(source, pl.DataFrame) else (_from_file(Path(source)), str(source))
    )
    for column in frame.columns:
        near = difflib.get_close_matches(column, CORRECTIONS, n=1, cutoff=0.7)
        if column not in CORRECTIONS and near:
            raise ValueError(f"{name}: there is no column {column!r}; did you mean {near[0]!r}?")
    frame = frame.select(
        pl.col(column).cast(pl.String).str.strip_chars() for column in frame.columns if column in CORRECTIONS
    )
    if "action" not in frame.columns and {"article", "published"} <= set(frame.columns):
        frame = frame.with_columns(action=pl.lit("publish"))
    if "action" not in frame.columns:
        raise ValueError(f"{name}: the column action is missing; corrections may have: {', '.join(CORRECTIONS)}")
    for number, action in enumerate(frame["action"], 1):
        if action and action not in ACTIONS:
            raise ValueError(f"{name}, line {number}: no action {action!r}; there are: {', '.join(ACTIONS)}")
    missing = [pl.lit(None, pl.String).alias(column) for column in CORRECTIONS if column not in frame.columns]
    rows = frame.with_columns(missing).select(pl.col(column).replace("", None) for column in CORRECTIONS)
    if (
        without := rows.with_row_index("line", 1).filter(
            pl.col("action").is_null(), ~pl.all_horizontal(pl.col(*CORRECTIONS).is_null())
        )
    ).height:
        raise ValueError(f"{name}, line {without['line'][0]}: no action; there are: {', '.join(ACTIONS)}")
    return rows.drop_nulls("action")


def _from_file(path: Path) -> pl.DataFrame:
    if not path.is_file():
        raise FileNotFoundError(f"{path}: no such file of corrections")
    try:
        text = path.read_text("utf-8-sig")
        header = text.partition("\n")[0]
        separator = ";" if header.count(";") > header.count(",") else ","
        told = pl.read_csv(text.encode(), infer_schema=False, separator=separator)
        again = pl.all_horizontal(pl.col(name) == name for name in told.columns)  # pasted with its header once more
        return told.filter(~again.fill_null(value=False)).with_columns(pl.col(pl.String).str.replace(GUARDED, "$1"))
    except (UnicodeDecodeError, pl.exceptions.PolarsError) as error:
        raise ValueError(f"{path}: this is no table of corrections, a CSV in UTF-8 with a header ({error})") from None


def evidence_keys(event: Event) -> str:
    """The sentences of an event as corrections name them.

    >>> evidence_keys({"evidence": [{"article_id": "a1", "start_char": 7}, {"article_id": None, "start_char": None}]})
    'a1:7'
    >>> evidence_keys({"evidence": [{"article_id": "a 1", "start_char": 7}, {"article_id": "b", "start_char": 9}]})
    'a%201:7 b:9'
    """
    return " ".join(
        f"{quote(told['article_id'], safe=SAFE)}:{told['start_char']}"
        for told in event["evidence"]
        if told["article_id"]
    )
