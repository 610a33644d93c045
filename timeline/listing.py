"""Frames as they are printed: a table for eyes, CSV or NDJSON for the next program."""

from __future__ import annotations

import json
from typing import Literal

import polars as pl

from timeline.content import with_when
from timeline.tables import flat

Format = Literal["table", "csv", "ndjson"]
ARTICLES_SHOWN = ("published", "published_basis", "place", "title", "source")
DATES_SHOWN = ("text", "when", "value", "why", "source")
EVENTS_SHOWN = ("when", "title", "place", "modality", "source")
TIMELINE_SHOWN = ("when", "title", "place", "articles", "conflicts")
NARROWEST = 60


def printed(frame: pl.DataFrame, form: Format, shown: tuple[str, ...], width: int = 120) -> str:
    """`frame` as text: only the columns `shown` and cut to `width` as a table, whole as CSV or NDJSON.

    >>> frame = pl.DataFrame({"title": ["Talks"], "source": ["a.txt"], "actors": [["Lavrov"]]})
    >>> print(printed(frame, "ndjson", ()), end="")
    {"title": "Talks", "source": "a.txt", "actors": ["Lavrov"]}
    """
    if form == "csv":
        return flat(frame).write_csv()
    if form == "ndjson":
        return "".join(f"{json.dumps(row, ensure_ascii=False, default=str)}\n" for row in _rows(frame))
    return table(with_when(frame) if "when" in shown else frame, shown, width)


def table(frame: pl.DataFrame, shown: tuple[str, ...], width: int = 120) -> str:
    """The columns `shown`, aligned, each row on one line of at most `width` characters.

    >>> print(table(pl.DataFrame({"when": ["2014"], "title": ["The bridge opens to the trains of the line"]}), ("when", "title"), 30))
    when  title
    2014  The bridge opens to the…
    """
    columns = {name: [_cell(value) for value in frame[name].to_list()] for name in shown if name in frame.columns}
    widths = _widths(
        {name: max(map(len, [name, *cells])) for name, cells in columns.items()}, max(width, NARROWEST // 2)
    )
    rows = [list(columns), *zip(*columns.values(), strict=True)]
    return "\n".join(
        "  ".join(_cut(cell, widths[name], name) for cell, name in zip(row, columns, strict=True)).rstrip()
        for row in rows
    )


def _widths(wanted: dict[str, int], width: int) -> dict[str, int]:
    """Give every column what it wants; where that is too much, the widest give way first."""
    widths = dict(wanted)
    room = width - 2 * (len(widths) - 1)
    while sum(widths.values()) > room:
        widest = max(widths, key=lambda name: widths[name])
        if widths[widest] <= 8:
            break
        widths[widest] -= 1
    return widths


def _cut(text: str, width: int, name: str) -> str:
    if len(text) <= width:
        return text.ljust(width)
    if name == "source":
        return f"…{text[len(text) - width + 1 :]}"  # the name of a file says more than the folder it is in
    return f"{text[: width - 1].rstrip()}…".ljust(width)


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, list):
        return "; ".join(str(item) for item in value)
    return " ".join(str(value).split())


def _rows(frame: pl.DataFrame) -> list[dict[str, object]]:
    return frame.with_columns(pl.selectors.temporal().dt.to_string("iso:strict")).to_dicts()
