"""The events as tables: CSV, Parquet, NDJSON and Excel out; our own CSV and Parquet back in."""

from __future__ import annotations

import io
import json
import os
from datetime import date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import polars as pl

from timeline.export.exportable import Exportable, Exported
from timeline.problems import demand_extra
from timeline.schemas import TIMELINE
from timeline.text import FORMULA, GUARDED

if TYPE_CHECKING:
    from collections.abc import Collection


def as_csv(line: Exportable) -> Exported:
    """The timeline frame as CSV, UTF-8, a header, a row an event.

    Times are ISO 8601 (`2015-10-22T00:00:00`), lists are JSON arrays, `evidence` is a JSON array of objects. A text
    that a spreadsheet would run as a formula carries an apostrophe in front; `read_events` takes it off again.
    """
    return Exported(flat(line.events).write_csv().encode())


def flat(events: pl.DataFrame) -> pl.DataFrame:
    """The timeline frame with every list as JSON, every time as text, and no text that a spreadsheet would run.

    >>> flat(pl.DataFrame({"title": ["=1+1", "'=x", "Talks"], "actors": [["A", "B"], [], None]})).rows()
    [("'=1+1", '["A", "B"]'), ("''=x", '[]'), ('Talks', None)]
    """
    columns = []
    for name, dtype in events.schema.items():
        if isinstance(dtype, pl.List):
            columns.append(pl.Series(name, [_json(value) for value in events[name].to_list()], dtype=pl.String))
        elif isinstance(dtype, pl.Datetime):
            columns.append(events[name].dt.to_string("iso:strict"))
        elif dtype == pl.String:
            columns.append(events[name].str.replace(FORMULA, "'$1"))
        else:
            columns.append(events[name])
    return pl.DataFrame(columns)


def as_parquet(line: Exportable) -> Exported:
    """The timeline frame as Parquet, exactly as it is, lists and evidence included."""
    buffer = io.BytesIO()
    line.events.write_parquet(buffer)
    return Exported(buffer.getvalue())


def as_ndjson(line: Exportable) -> Exported:
    """The timeline frame as JSON, a line an event; times are ISO 8601, lists and evidence are nested."""
    return Exported(ndjson(line.events).encode())


def ndjson(frame: pl.DataFrame) -> str:
    """A frame as JSON, a line a row; days and times are ISO 8601.

    >>> ndjson(pl.DataFrame({"start": [datetime(2015, 10, 7)], "actors": [["Lavrov"]]}))
    '{"start": "2015-10-07T00:00:00", "actors": ["Lavrov"]}\\n'
    """
    return "".join(f"{_json(row)}\n" for row in frame.to_dicts())


def as_excel(line: Exportable) -> Exported:
    """A workbook of four sheets: events, evidence, undated, problems. No text is run as a formula or made a link.

    Needs the extra `excel`.
    """
    demand_extra("an Excel file", "xlsxwriter", "excel")
    from xlsxwriter import Workbook

    buffer = io.BytesIO()
    options = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "in_memory": True}
    with Workbook(buffer, options) as book:
        created = datetime(2000, 1, 1)  # noqa: DTZ001  the same timeline makes the same bytes
        book.set_properties({"comments": "timeline-notebook", "created": created})
        sheets = {
            "events": line.events.drop("evidence"),
            "evidence": line.evidence,
            "undated": line.undated,
            "problems": line.problems,
        }
        for name, frame in sheets.items():
            _cells(frame).write_excel(book, name, autofit=True, freeze_panes=(1, 0))
    return Exported(buffer.getvalue(), holds_undated=True)


def read_events(path: str | os.PathLike[str]) -> pl.DataFrame:
    """The timeline frame from a CSV, Parquet or NDJSON file that `save` wrote, column for column what it was.

    Raises `FileNotFoundError` without such a file, and `ValueError`, naming the file and what is wrong, such as the
    columns that are missing, for any other file.

    >>> from tempfile import TemporaryDirectory
    >>> from timeline import build_timeline
    >>> line = build_timeline(pl.DataFrame({"text": ["The bridge in Bremen was opened on 3 May 2014."]}))
    >>> with TemporaryDirectory() as folder:
    ...     back = read_events(line.save(f"{folder}/bridge.csv").path)
    >>> back.equals(line.events)
    True
    """
    path = Path(path)
    read = {".parquet": pl.read_parquet, ".csv": _unflat, ".ndjson": _unlined}.get(path.suffix.lower())
    if read is None:
        raise ValueError(f"{path}: a timeline is read back from .csv, .parquet or .ndjson")
    try:
        frame = read(path)
        _complain_of_missing(frame.columns)
        return frame.select(*TIMELINE).cast(TIMELINE)
    except (pl.exceptions.PolarsError, ValueError, TypeError, AttributeError) as error:
        reason = str(error).split("\n", 1)[0]
        raise ValueError(f"{path}: this is not a timeline we wrote: {reason}") from None


def _unflat(source: Path | io.BytesIO) -> pl.DataFrame:
    text = pl.read_csv(source, infer_schema=False)
    _complain_of_missing(text.columns)
    columns = []
    for name, dtype in TIMELINE.items():
        column = text[name]
        if isinstance(dtype, pl.List):
            values = [None if cell is None else json.loads(cell) for cell in column]
            columns.append(_revived(name, values, dtype))
        elif isinstance(dtype, pl.Datetime):
            columns.append(column.str.to_datetime(time_unit="us"))
        elif dtype == pl.String:
            columns.append(column.str.replace(GUARDED, "$1"))
        else:
            columns.append(column.cast(dtype))
    return pl.DataFrame(columns)


def _unlined(path: Path) -> pl.DataFrame:
    rows = [json.loads(row) for row in path.read_text("utf-8").split("\n") if row]
    for row in rows:
        _complain_of_missing(row if isinstance(row, dict) else ())
    return pl.DataFrame([_revived(name, [row[name] for row in rows], dtype) for name, dtype in TIMELINE.items()])


def _revived(name: str, values: list[Any], dtype: Any) -> pl.Series:
    return pl.Series(name, [_from_json(value, dtype) for value in values], dtype=dtype)


def _from_json(value: Any, dtype: Any) -> Any:
    """A value as the frame holds it: times are text in JSON, and become times again."""
    if value is None:
        return None
    if dtype == pl.Date:
        return date.fromisoformat(value)
    if dtype == pl.Datetime:
        return datetime.fromisoformat(value)
    if isinstance(dtype, pl.List):
        return [_from_json(item, dtype.inner) for item in value]
    if isinstance(dtype, pl.Struct):
        return {field.name: _from_json(value.get(field.name), field.dtype) for field in dtype.fields}
    return value


def _complain_of_missing(columns: Collection[str]) -> None:
    missing = [name for name in TIMELINE if name not in columns]
    if missing:
        raise ValueError(f"it has no {', '.join(missing)}")


def _cells(frame: pl.DataFrame) -> pl.DataFrame:
    """What a spreadsheet can show: lists joined, times as ISO text (it has no years before 1900)."""
    return frame.with_columns(
        *(
            pl.col(name).list.join("; ")
            for name, dtype in frame.schema.items()
            if isinstance(dtype, pl.List) and dtype.inner == pl.String
        ),
        pl.selectors.temporal().dt.to_string("iso:strict"),
    )


def _json(value: object) -> str | None:
    return None if value is None else json.dumps(value, ensure_ascii=False, default=iso)


def iso(value: Any) -> str:
    """A day or a moment as ISO 8601 writes it; anything else that JSON has no way to write as Python does."""
    return str(value.isoformat() if isinstance(value, date | time) else value)
