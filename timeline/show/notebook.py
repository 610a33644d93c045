"""Tables, texts and pages as a notebook shows them: HTML beside plain text, and nothing from the articles is run."""

from __future__ import annotations

import html
from typing import Any

import polars as pl

from timeline.calendar.display import with_when
from timeline.schemas import kind_of
from timeline.show.terminal import table
from timeline.text import short_name

STYLE = """
.tl-table{font:13px/1.45 system-ui,sans-serif}
.tl-table table{border-collapse:collapse;margin:0;border:0}
.tl-table th,.tl-table td{text-align:left!important;vertical-align:top;padding:3px 14px 3px 0;max-width:34rem;
white-space:normal;border:0;border-bottom:1px solid #8884}
.tl-table th{font-weight:600;border-bottom:1px solid currentColor}
.tl-table .number{text-align:right!important;font-variant-numeric:tabular-nums}.tl-table small{opacity:.75}
"""


class Shown:
    """Something that a notebook shows as HTML and a terminal as text; `.html` is the HTML itself."""

    def __init__(self, document: str, plain: str) -> None:
        self._document = document
        self._plain = plain

    @property
    def html(self) -> str:
        """The HTML, to be written to a file or put into a page."""
        return self._document

    def __str__(self) -> str:
        return self._plain

    def __repr__(self) -> str:
        return self._plain

    def _repr_html_(self) -> str:
        return self._document


def show(frame: pl.DataFrame, rows: int = 20) -> Shown:
    """The first `rows` of a frame as people read them: dates in words, lists joined, files by name, no types or quotes.

    Of the frames that the stages return, the columns that people read; of every other frame, all columns.

    >>> show(pl.DataFrame({"title": ["Talks", "A bridge"], "articles": [2, 1], "actors": [["A", "B"], []]}), rows=1)
    title  articles  actors
    Talks  2         A; B
    (1 of 2 rows)
    """
    kind = kind_of(frame.columns)
    names = kind.shown if kind else tuple(frame.columns)
    if "when" in names and "when" not in frame.columns:
        frame = with_when(frame)
    shown = _readable(frame.head(rows), names)
    size = f"({shown.height:,} of {frame.height:,} rows)" if shown.height < frame.height else ""
    plain = "\n".join(filter(None, (table(shown, tuple(shown.columns)), size)))
    return Shown(f'<div class="tl-table"><style>{STYLE}</style>{_as_html(shown)}<small>{size}</small></div>', plain)


def _readable(frame: pl.DataFrame, names: tuple[str, ...]) -> pl.DataFrame:
    chosen = names == tuple(frame.columns)  # then a column is shown, empty or not
    kept = [name for name in names if name in frame.columns and (chosen or not _is_empty(frame[name]))]
    return pl.DataFrame([_as_text(frame[name]) for name in kept or names])


def _as_text(column: pl.Series) -> pl.Series:
    if column.name == "source" and column.dtype == pl.String:
        return pl.Series("source", [value and short_name(value) for value in column], dtype=pl.String)
    if isinstance(column.dtype, pl.List) and column.dtype.inner == pl.String:
        return column.list.join("; ")
    if isinstance(column.dtype, pl.Datetime):
        return column.dt.strftime("%Y-%m-%d %H:%M").str.strip_suffix(" 00:00")
    return column.round(2) if column.dtype.is_float() else column


def _is_empty(column: pl.Series) -> bool:
    return all(value in (None, "", []) for value in column.to_list())


def _as_html(frame: pl.DataFrame) -> str:
    kinds = [' class="number"' if dtype.is_numeric() else "" for dtype in frame.dtypes]
    head = "".join(
        f'<th scope="col"{kind}>{html.escape(name)}</th>' for name, kind in zip(frame.columns, kinds, strict=True)
    )
    body = "".join(
        f"<tr>{''.join(f'<td{kind}>{_cell(value)}</td>' for value, kind in zip(row, kinds, strict=True))}</tr>"
        for row in frame.iter_rows()
    )
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def _cell(value: Any) -> str:
    return "" if value is None else html.escape(str(value))


def framed(document: str, height: int = 760) -> str:
    """An HTML document as an `<iframe>` that carries it whole, kept apart from the page around it.

    >>> framed('<p title="a">&amp;</p>', height=100)[:60]
    '<iframe srcdoc="&lt;p title=&quot;a&quot;&gt;&amp;amp;&lt;/p'
    """
    allowed = "allow-scripts allow-popups allow-popups-to-escape-sandbox allow-downloads"
    return (
        f'<iframe srcdoc="{html.escape(document)}" sandbox="{allowed}" '
        f'style="width:100%;height:{height}px;border:0" title="timeline"></iframe>'
    )


def pictured(picture: str) -> str:
    """A PNG in base64 that unfolds: what sites that take frames away from a notebook can still show."""
    return (
        f"<details><summary>The same as a picture, for places that show no interactive pages</summary>"
        f'<img alt="The timeline as a picture" style="max-width:100%" src="data:image/png;base64,{picture}"></details>'
    )
