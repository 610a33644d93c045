"""What an export makes before it touches the disk: the bytes, and the events they could not hold."""

from __future__ import annotations

import json
from typing import NamedTuple

import polars as pl

from timeline.when import CLOCKS, DAY, when

# A spreadsheet runs a cell that begins with one of these as a formula; an apostrophe before it keeps it text.
FORMULA = r"^('*[=+\-@\t\r])"
GUARDED = r"^'('*[=+\-@\t\r])"
LEFT_OUT = pl.Schema({"event_id": pl.String, "title": pl.String, "reason": pl.String})


class Content(NamedTuple):
    """The bytes of an export; the events left out of them (`event_id`, `title`, `reason`); whether undated ones are in."""

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


def with_when(frame: pl.DataFrame) -> pl.DataFrame:
    """Dates, tellings or events with one more column, `when` (str): the date as people read it, null where undated.

    Reads `start_day`, `end_day` (Int64), `start`, `end` (Datetime), `grain`, `certainty` and `open` (str).

    >>> frame = pl.DataFrame({"start_day": [16730, None], "end_day": [16731, None], "grain": "day", "certainty": "certain"})
    >>> with_when(frame.with_columns(start=None, end=None, open=None))["when"].to_list()
    ['22 October 2015', None]
    """
    clocked = pl.col("grain").is_in(sorted(CLOCKS)) & pl.col("start").is_not_null() & pl.col("end").is_not_null()
    instants = frame.select(
        pl.when(clocked)
        .then(pl.col("start").cast(pl.Datetime("ms")).cast(pl.Int64))
        .otherwise(pl.col("start_day") * DAY),
        pl.when(clocked).then(pl.col("end").cast(pl.Datetime("ms")).cast(pl.Int64)).otherwise(pl.col("end_day") * DAY),
        "grain",
        pl.col("certainty").eq_missing(pl.lit("approximate")),
        "open",
    )
    words = [None if span[0] is None or span[1] is None else when(*span) for span in instants.iter_rows()]
    return frame.with_columns(pl.Series("when", words, dtype=pl.String))


def as_json(value: object) -> bytes:
    r"""JSON as every export writes it: UTF-8, indented, in the order given.

    >>> as_json({"title": "Überfall"}).decode()
    '{\n "title": "Überfall"\n}\n'
    """
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()
