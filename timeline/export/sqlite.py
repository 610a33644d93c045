"""The timeline as an SQLite database that Datasette and sqlite-utils open: events, evidence, articles, full text."""

from __future__ import annotations

import json
import sqlite3
from typing import Any, Protocol

import polars as pl

from timeline.calendar.display import with_when
from timeline.export.exportable import Exportable, Exported
from timeline.export.tables import flat, iso

# Parents before children, so that keys hold; what people read comes first in each.
KEYS = {
    "articles": 'PRIMARY KEY ("article_id")',
    "events": 'PRIMARY KEY ("event_id")',
    "evidence": 'FOREIGN KEY ("event_id") REFERENCES "events" ("event_id"), '
    'FOREIGN KEY ("article_id") REFERENCES "articles" ("article_id")',
    "undated": "",
    "problems": "",
    "about": "",
}
SEARCHED = {"events": ("title", "place", "actors"), "evidence": ("sentence",), "articles": ("title", "text")}
FIRST = {
    "events": ("event_id", "when", "title", "place", "actors"),
    "evidence": ("event_id", "article_id", "sentence", "why", "source"),
    "articles": ("article_id", "published", "title", "source"),
}
TYPES = {pl.Int64: "INTEGER", pl.UInt32: "INTEGER", pl.Boolean: "INTEGER", pl.Float64: "REAL"}
# What `flat` makes fit, or fits by itself; whole numbers of more than 63 bits do not.
HELD = (
    pl.Int8, pl.Int16, pl.Int32, pl.Int64, pl.UInt8, pl.UInt16, pl.UInt32, pl.Float32, pl.Float64, pl.Boolean,
    pl.String, pl.Binary, pl.Date, pl.Datetime, pl.List, pl.Null, pl.Categorical, pl.Enum,
)  # fmt: skip


class Sourced(Exportable, Protocol):
    """What the database needs of a timeline beside what every export reads: its articles."""

    @property
    def articles(self) -> pl.DataFrame:
        """What was read."""


def as_sqlite(line: Sourced) -> Exported:
    """A database with the tables events, evidence, articles, undated, problems and about, linked by their keys.

    The `_fts` tables search titles, sentences and texts. Days and times are ISO 8601, lists are JSON. Evidence that a
    person added has no `article_id`.
    """
    # A sentence may be of an article that is not among those read, as in a timeline of a frame of events.
    known = pl.col("article_id").is_in(line.articles["article_id"].implode())
    evidence = line.evidence.drop("title").with_columns(article_id=pl.when(known).then("article_id"))
    frames = {
        "articles": line.articles.unique("article_id", keep="first", maintain_order=True),
        "events": with_when(line.events).drop("evidence"),
        "evidence": evidence,
        "undated": line.undated,
        "problems": line.problems,
        "about": pl.DataFrame({"title": [line.title], "made_by": ["timeline-notebook"]}),
    }
    connection = sqlite3.connect(":memory:")
    try:
        connection.execute("PRAGMA foreign_keys = ON")
        for name, frame in frames.items():
            _fill(connection, name, frame)
        connection.commit()
        return Exported(connection.serialize(), holds_undated=True)
    finally:
        connection.close()


def _fill(connection: sqlite3.Connection, name: str, frame: pl.DataFrame) -> None:
    first = [column for column in FIRST.get(name, ()) if column in frame.columns]
    frame = _plain(frame.select(*first, pl.exclude(first)) if first else frame)
    columns = [f"{_quoted(column)} {TYPES.get(type(dtype), 'TEXT')}" for column, dtype in frame.schema.items()]
    connection.execute(f"CREATE TABLE {_quoted(name)} ({', '.join(filter(None, [*columns, KEYS[name]]))})")
    marks = ", ".join("?" * frame.width)
    connection.executemany(f"INSERT INTO {_quoted(name)} VALUES ({marks})", frame.rows())  # noqa: S608  a name of ours
    if name in SEARCHED:
        _index(connection, name, SEARCHED[name])


def _index(connection: sqlite3.Connection, name: str, searched: tuple[str, ...]) -> None:
    """A full-text index beside its table, under the name by which Datasette and sqlite-utils find it."""
    columns = ", ".join(map(_quoted, searched))
    index = _quoted(f"{name}_fts")
    connection.execute(f"CREATE VIRTUAL TABLE {index} USING FTS5 ({columns}, content={_quoted(name)})")
    connection.execute(f"INSERT INTO {index} ({index}) VALUES ('rebuild')")  # noqa: S608  a name of ours


def _plain(frame: pl.DataFrame) -> pl.DataFrame:
    """Cells that SQLite holds: lists as JSON, days and times as text; no apostrophes, for no cell is run here.

    A column that came with the articles may hold anything: what SQLite has no type for is JSON too.
    """
    odd = [
        pl.Series(name, [None if cell is None else _json(cell) for cell in column.to_list()], pl.String)
        for name, column in frame.to_dict().items()
        if not isinstance(column.dtype, HELD)
    ]
    frame = frame.with_columns(odd)
    kept = [name for name, dtype in frame.schema.items() if dtype == pl.String]
    texts = frame.select(kept)
    days = frame.select(pl.selectors.date().cast(pl.String))
    return flat(frame).with_columns(*texts, *days)


def _json(cell: Any) -> str:
    return json.dumps(cell, ensure_ascii=False, default=iso)


def _quoted(name: Any) -> str:
    return '"' + str(name).replace('"', '""') + '"'
