"""Frames as they are printed: a table for eyes, CSV or NDJSON for the next program."""

from __future__ import annotations

from itertools import zip_longest
from textwrap import wrap
from typing import Literal

import polars as pl

from timeline.calendar.display import with_when
from timeline.export.tables import flat, ndjson
from timeline.schemas import ARTICLES, kind_of
from timeline.text import plain

Format = Literal["table", "csv", "ndjson"]
# A terminal has no room for these; a notebook has.
ROOMY = frozenset(("certainty",))
NARROWEST = 60
# What a row is about gives way last: so many characters a column keeps longer than its neighbours.
KEPT_LONGER = {"title": 30, "why": 18, "when": 12, "published_basis": 18}
# Cut short, these would say nothing: their cells go on in the next lines.
WRAPPED = frozenset(("published_basis", "sentence", "question"))


def printed(frame: pl.DataFrame, form: Format, width: int = 120) -> str:
    """`frame` as text: as a table the columns that people are shown, cut to `width`; as CSV or NDJSON the whole.

    >>> frame = pl.DataFrame({"title": ["Talks"], "source": ["a.txt"], "actors": [["Lavrov"]]})
    >>> print(printed(frame, "ndjson"), end="")
    {"title": "Talks", "source": "a.txt", "actors": ["Lavrov"]}
    """
    if form == "csv":
        return flat(frame).write_csv()
    if form == "ndjson":
        return ndjson(frame)
    kind = kind_of(frame.columns)
    shown = tuple(frame.columns) if kind is None else tuple(name for name in kind.shown if name not in ROOMY)
    if kind is not None and kind.columns is ARTICLES:
        frame = with_doubts(frame)
    worded = "when" in shown and "when" not in frame.columns
    return table(with_when(frame) if worded else frame, shown, width)


def with_doubts(articles: pl.DataFrame) -> pl.DataFrame:
    """Articles for eyes: `published` (now String) says where no day is known, `published_basis` tells every problem.

    >>> unread = {"published": [None], "published_basis": [None], "text": [""], "problems": [["not read: empty"]]}
    >>> with_doubts(pl.DataFrame(unread)).select("published", "published_basis").row(0)
    ('not read', 'empty')
    """
    unread, none = pl.col("text") == "", pl.col("published").is_null()
    problems = pl.col("problems").cast(pl.List(pl.String)).list.join("; ").str.strip_prefix("not read: ")
    return articles.with_columns(
        pl.when(unread).then(pl.lit("not read")).when(none).then(pl.lit("undated"))
        .otherwise(pl.col("published").cast(pl.String)).alias("published"),
        pl.when(none).then(problems).when(problems == "").then("published_basis")
        .otherwise(pl.format("{} – problem: {}", "published_basis", problems)).alias("published_basis"),
    )  # fmt: skip


def table(frame: pl.DataFrame, shown: tuple[str, ...], width: int = 120) -> str:
    """The columns `shown`, aligned, on lines of at most `width` characters: one a row, more for reasons that need them.

    >>> frame = pl.DataFrame({"when": ["2014"], "title": ["The bridge opens to the trains of the line"]})
    >>> print(table(frame, ("when", "title"), 30))
    when  title
    2014  The bridge opens to the…
    """
    columns = {name: [plain(value) for value in frame[name].to_list()] for name in shown if name in frame.columns}
    widths = _widths(
        {name: max(map(len, [name, *cells])) for name, cells in columns.items()}, max(width, NARROWEST // 2)
    )
    rows = [list(columns), *zip(*columns.values(), strict=True)]
    lines = (
        zip_longest(*(_lines(cell, widths[name], name) for cell, name in zip(row, columns, strict=True)), fillvalue="")
        for row in rows
    )
    return "\n".join(
        "  ".join(part.ljust(width) for part, width in zip(line, widths.values(), strict=True)).rstrip()
        for row in lines
        for line in row
    )


def _widths(wanted: dict[str, int], width: int) -> dict[str, int]:
    """Give every column what it wants; where that is too much, the widest give way first."""
    widths = dict(wanted)
    room = width - 2 * (len(widths) - 1)
    while sum(widths.values()) > room:
        widest = max(widths, key=lambda name: widths[name] - KEPT_LONGER.get(name, 0))
        if widths[widest] <= 8:
            break
        widths[widest] -= 1
    return widths


def _lines(text: str, width: int, name: str) -> list[str]:
    if len(text) <= width:
        return [text]
    if name in WRAPPED:
        return wrap(text, width, break_on_hyphens=False)
    if name == "source":
        return [f"…{text[len(text) - width + 1 :]}"]  # the name of a file says more than the folder it is in
    return [f"{text[: width - 1].rstrip()}…"]
