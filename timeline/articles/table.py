"""Tables as drafts of articles, a row an article: JSON, NDJSON, CSV, TSV, Parquet, Arrow, and frames of any library.

Rows are read a batch at a time, so that a large table is never in memory as a whole.
"""

from __future__ import annotations

import codecs
import csv
import io
import json
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from itertools import islice
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

import polars as pl

from timeline.articles.columns import FIGURES, NUMBER, Shape, flattened, read_days, shape_of
from timeline.articles.draft import LARGEST_TABLE, LONGEST_TEXT, Draft, Stated, check_size, check_text, unread
from timeline.articles.encoding import decode_text
from timeline.languages import read_day
from timeline.schemas import DATES, EVENTS, EVIDENCE, TIMELINE, kind_of
from timeline.text import counted

if TYPE_CHECKING:
    from timeline.articles.files import File


# Columns that a draft has a field for; every other column rides along.
KNOWN = ("article_id", "source", "title", "language", "author", "site", "link")
# Frames of later stages: what stands in their text columns is no article.
LATER = (DATES, EVENTS, EVIDENCE, TIMELINE)


# A table unpacks to a few times its size. One that gives so many times as much is a bomb, whatever it is good for.
MOST_TIMES = 100
ALWAYS_READ = 50_000_000  # characters, or cells of a table whose size is no witness
MOST_ROWS = 5_000_000


def read_table(
    file: File, kind: str, text_column: str, date_column: str | None, *, path: Path | None = None
) -> list[Draft]:
    """The drafts of the rows of a table; `kind` is csv, tsv, json, ndjson, parquet or arrow.

    With `path` the table is read from there, and not from the file's data. Raises ValueError for a table that cannot be
    read, is too large, is empty, or has no `text_column`.
    """
    size = path.stat().st_size if path else len(file.data)
    check_size(size, LARGEST_TABLE, "table")
    limit = min(LARGEST_TABLE, max(ALWAYS_READ, MOST_TIMES * size))
    drafts = _drafts(rows_of_file(path or file.data, kind, text_column, limit), text_column, date_column)
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


def read_workbook(file: File, text_column: str, date_column: str | None) -> list[Draft]:
    """The drafts of the rows of every sheet of a workbook; a sheet that is no table of texts is named.

    Raises ValueError for a workbook that is broken, locked, too large, or without a sheet of texts.
    """
    import fastexcel

    check_size(len(file.data), LARGEST_TABLE // 10, "workbook")
    drafts: list[Draft] = []
    refused = []
    try:
        book = fastexcel.read_excel(file.data)
        names = book.sheet_names
    except (fastexcel.FastExcelError, ValueError, OSError) as error:
        raise ValueError(f"a workbook that cannot be read ({str(error).splitlines()[0]})") from None
    for name in names:
        called = f"{file.name}/{name}" if len(names) > 1 else file.name
        try:
            # Cells of several kinds in a column come as texts.
            sheet = book.load_sheet(name, schema_sample_rows=None).to_polars()
            rows = _drafts(rows_of_frame(sheet), text_column, date_column) if sheet.width else []
        except (fastexcel.FastExcelError, pl.exceptions.PolarsError) as error:
            refused.append(unread(called, name, str(error).splitlines()[0], file.modified))
        except ValueError as error:
            refused.append(unread(called, name, str(error), file.modified))
        else:
            drafts += [
                replace(draft, source=_called(draft, f"{called}#{number}", piped=False), modified=file.modified)
                for number, draft in enumerate(rows, 1)
            ]
    if not drafts:
        raise ValueError(refused[0].problems[0].removeprefix("not read: ") if refused else "empty: no sheet has rows")
    return [*drafts, *refused]


def drafts_of_frame(frame: pl.DataFrame | pl.LazyFrame, text_column: str, date_column: str | None) -> list[Draft]:
    """The drafts of the rows of a frame, collected in batches if it is lazy; `source` is "" where the row has none.

    Raises ValueError for a frame without its columns.
    """
    if shape_of(frame.collect_schema().names(), text_column) is None:
        _check_columns(frame.collect_schema().names(), text_column, date_column)
    return _drafts(rows_of_frame(frame), text_column, date_column)


def _drafts(
    rows: Iterable[Row | str], text_column: str, date_column: str | None, events: bool | None = None
) -> list[Draft]:
    drafts: list[Draft] = []
    columns: dict[str, None] = {}
    unpacked = 0
    kept: list[tuple[int, Row]] = []
    shape: Shape | None = None
    known = False
    for row in rows:
        if isinstance(row, str):
            drafts.append(unread("", "", row))
            continue
        columns.update(dict.fromkeys(row))
        unpacked += sum(len(value) for value in row.values() if isinstance(value, str))
        if unpacked > LARGEST_TABLE:
            drafts.append(unread("", "", f"rows beyond the first {LARGEST_TABLE:,} characters"))
            break
        flat = flattened(row) if any(isinstance(value, dict | list) for value in row.values()) else row
        if not known:
            shape, known = shape_of(flat, text_column), True
        if shape:
            row = _shaped(flat, shape, text_column, date_column)
        kept.append((len(drafts), row))
        drafts.append(_draft(row, text_column, date_column))
    if columns and not shape:
        _check_columns(columns, text_column, date_column)
    return _dated(drafts, kept, shape, date_column, events)


def _shaped(row: Row, shape: Shape, text_column: str, date_column: str | None) -> Row:
    """A row of an export under our own names; its other columns ride along."""
    named = {
        text_column: shape.text, date_column or "published": shape.day, "author": shape.author, "title": shape.title,
        "link": shape.link, "site": shape.site,
    }  # fmt: skip
    if date_column and date_column in row:
        del named[date_column]
    found = {ours: row.get(theirs) for ours, theirs in named.items() if theirs}
    rest = {name: value for name, value in row.items() if name not in (*named.values(), *found, *LENDING)}
    return {**found, **rest}


# Columns of exports that bear our names and mean something else: a "source" of ours is what a row is called.
LENDING = frozenset(("source", "language"))


def _dated(
    drafts: list[Draft],
    kept: list[tuple[int, Row]],
    shape: Shape | None,
    date_column: str | None,
    events: bool | None,
) -> list[Draft]:
    """The drafts with the days of their column, which is read as a whole; rows that are events begin with their day."""
    column = date_column or "published"
    cells = [row.get(column) for _, row in kept]
    found = read_days(cells)
    theirs = shape.day if shape and not date_column else column
    are_events = shape.events if shape and events is None else bool(events)
    for (index, row), cell, day, written in zip(kept, cells, found.days, found.written, strict=True):
        draft = drafts[index]
        if cell in (None, "") or not draft.text:
            continue
        problems = []
        if day is None and not (are_events and written):
            problems.append(f"column {theirs!r}: {_why(cell)}")
        elif found.assumed and not isinstance(cell, date) and (NUMBER.fullmatch(str(cell)) or FIGURES.match(str(cell))):
            problems.append(f"column {theirs!r}: {found.assumed}")
        stated = (_published(row, day, theirs),) if day else ()
        draft = replace(draft, stated=stated, problems=(*draft.problems, *problems))
        drafts[index] = _as_event(draft, written, theirs) if are_events and written else draft
    return drafts


def _why(cell: object) -> str:
    """Why a cell gives no day, in the words of who reads days."""
    try:
        return f"{str(cell)!r} is no day that the whole column agrees on ({read_day(cell)}?)"
    except ValueError as error:
        return str(error)


def _as_event(draft: Draft, written: str, column: str) -> Draft:
    """A row that is a dated happening: its day opens its line, as in a chronology, unless the line tells it.

    `row_date` rides along for who makes events of rows.
    """
    extra = {**draft.extra, "row_date": written}
    if YEAR.search(draft.text):
        return replace(draft, extra=extra)
    title = draft.title or draft.text.split("\n")[0][:LONGEST_TITLE]
    told = f"a row that is an event: its day was put before its text, from the column {column!r}"
    text = f"{written}: {draft.text}"
    return replace(draft, text=text, title=title, extra=extra, problems=(*draft.problems, told))


# A row with a year in its words states its day itself.
YEAR = re.compile(r"\b(?:1[0-9]|20)\d\d\b")
LONGEST_TITLE = 120


def _check_columns(columns: Iterable[str], text_column: str, date_column: str | None) -> None:
    columns = list(columns)
    if (kind := kind_of(columns)) and kind.columns in LATER:
        raise ValueError(
            f"these rows are {kind.rows}, not articles: give those (timeline articles ... --format ndjson)"
        )
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
    try:
        check_text(text)
    except ValueError as error:
        empty = unread(source, source or link, str(error))
        return replace(empty, article_id=known.get("article_id"), title=known.get("title", ""), extra=ride)
    return Draft(
        source,
        source or link,
        text,
        known.get("title", ""),
        article_id=known.get("article_id"),
        author=known.get("author"),
        site=known.get("site"),
        link=known.get("link"),
        language=known.get("language"),
        extra=ride,
    )


def _published(row: Row, day: date, called: str) -> Stated:
    """The day in a column; what an earlier run printed keeps its reason and its doubt on the way through a pipe."""
    basis, likelihood = row.get("published_basis"), row.get("published_likelihood")
    return Stated(
        day,
        str(basis or f"column {called!r}"),
        "column",
        inferred=str(row.get("published_inferred")).lower() == "true",
        likelihood=None if likelihood in (None, "") else float(likelihood),
    )


SEPARATORS = ",;\t|"
ROWS_AT_ONCE = 2_000
# Python holds so much of a batch at a time, however long its texts are.
CHARACTERS_AT_ONCE = 50_000_000
LONGEST_LINE = 8 * LONGEST_TEXT
HEADER = 65_536

Row = dict[str, Any]
Source = Path | bytes


def rows_of_file(
    source: Source, kind: str, text_column: str = "text", limit: int = LARGEST_TABLE
) -> Iterator[Row | str]:
    """Each row of a csv, tsv, json, ndjson, parquet or arrow table; the reason, as a text, for one that cannot be read.

    Raises ValueError for a table that is none.

    >>> list(rows_of_file(b'{"text": "Talks began."}\\nnonsense', "ndjson"))
    [{'text': 'Talks began.'}, 'line 2 is no JSON object: Expecting value']
    """
    try:
        if kind in ("parquet", "arrow"):
            scan = pl.scan_parquet if kind == "parquet" else pl.scan_ipc
            frame = scan(source if isinstance(source, Path) else io.BytesIO(source))
            _check_unpacked(frame, limit)
            yield from rows_of_frame(frame)
        elif kind in ("csv", "tsv"):
            yield from _rows_of_csv(source, kind)
        elif kind == "ndjson" or (kind == "json" and _opens_lines(source)):
            yield from _rows_of_lines(source)
        else:
            yield from _rows_of_json(_text(source), text_column)
    except (pl.exceptions.PolarsError, ValueError, OSError, RecursionError) as error:
        raise ValueError(f"a {kind} table that cannot be read ({str(error).splitlines()[0]})") from None


def _check_unpacked(frame: pl.LazyFrame, limit: int) -> None:
    """Raise ValueError for a table of more rows or characters than may be unpacked.

    The rows stand in its last bytes. The characters are counted while texts that repeat are held once.
    """
    rows = frame.select(pl.len()).collect().item()
    columns = frame.collect_schema()
    if rows > MOST_ROWS or rows * len(columns) > ALWAYS_READ:
        raise ValueError(f"too large: {rows:,} rows of {counted(len(columns), 'column')}")
    texts = [pl.col(name).str.len_bytes().cast(pl.UInt64).sum() for name in columns if columns[name] == pl.String]
    if texts:
        characters = sum(frame.select(texts).collect(engine="streaming").row(0))
        if characters > limit:
            raise ValueError(f"too large: it unpacks to {characters:,} bytes of text, at most {limit:,} are read")


def rows_of_frame(frame: pl.DataFrame | pl.LazyFrame) -> Iterator[Row]:
    """Each row of a frame; a lazy one is collected a batch at a time."""
    if isinstance(frame, pl.DataFrame):
        yield from _rows(frame)
        return
    for batch in frame.collect_batches(chunk_size=ROWS_AT_ONCE, maintain_order=True):
        yield from _rows(batch)


def is_header(beginning: bytes, text_column: str) -> bool:
    r"""Whether a file without a suffix begins like a CSV: a line of names with that of the text, or rows as wide.

    >>> is_header(b"text,published\nTalks began.,2015-10-21", "text"), is_header(b"The text, he said", "text")
    (True, False)
    """
    header, _, rest = beginning.decode("utf-8", errors="replace").partition("\n")
    separator = _separator(header)
    cells = [cell.strip(' "\r') for cell in header.split(separator)]
    if len(cells) < 2 or not rest:
        return False
    named = all(cell.isidentifier() and cell.islower() for cell in cells)
    return text_column in cells or (named and rest.split("\n", 1)[0].count(separator) >= len(cells) - 1)


def _rows(frame: pl.DataFrame) -> Iterator[Row]:
    longest = [frame[name].str.len_bytes().max() for name, dtype in frame.schema.items() if dtype == pl.String]
    width = sum(length for length in longest if isinstance(length, int)) or 1
    yield from frame.iter_rows(named=True, buffer_size=max(1, min(512, CHARACTERS_AT_ONCE // width)))


def _rows_of_csv(source: Source, kind: str) -> Iterator[Row | str]:
    """A file in UTF-8 is scanned where it lies; one in another encoding, or with broken rows, is taken apart here."""
    text = None if isinstance(source, Path) and _is_utf8(source) else _text(source)
    with _opened(source) as stream:
        header = stream.read(HEADER).decode("utf-8", errors="ignore") if text is None else text
    told = SEPARATOR_LINE.match(header)
    if told or BARE_RETURN.search(header):
        # Excel's line about the separator, and the line ends of old Macs, are unknown to Polars.
        text = SEPARATOR_LINE.sub("", _text(source) if text is None else text)
        header = text
    separator = told[1] if told else "\t" if kind == "tsv" else _separator(header)
    if text is None and not header.strip():
        raise ValueError("there is nothing in it")
    done = 0
    try:
        scanned = source if isinstance(source, Path) and text is None else io.BytesIO((text or "").encode())
        for row in rows_of_frame(pl.scan_csv(scanned, separator=separator, infer_schema=False)):
            done += 1
            yield row
    except pl.exceptions.ComputeError:
        yield from islice(_rows_by_hand(_text(source) if text is None else text, separator), done, None)


SEPARATOR_LINE = re.compile(r"\A\ufeff?\"?sep=(.)\"?\r?\n", re.IGNORECASE)
BARE_RETURN = re.compile(r"\A[^\n]*\r(?!\n)")


def _rows_by_hand(text: str, separator: str) -> Iterator[Row | str]:
    """The rows of a table that Polars refuses as a whole, and a reason for each that lacks cells or has too many."""
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    names: list[str] = []
    try:
        while True:
            with _long_cells():
                row = next(rows, None)
            if row is None:
                return
            if not names:
                names = row
            elif len(row) == len(names):
                yield dict(zip(names, row, strict=True))
            elif row:
                yield f"line {rows.line_num}: a row of {_cells(row)} below a header of {_cells(names)}"
    except csv.Error as error:
        yield f"line {rows.line_num}: {error}; what follows was not read"


@contextmanager
def _long_cells() -> Iterator[None]:
    """The limit is the whole process's: it is raised no longer than a row is read."""
    before = csv.field_size_limit(LONGEST_LINE)
    try:
        yield
    finally:
        csv.field_size_limit(before)


def _cells(row: list[str]) -> str:
    return counted(len(row), "cell")


def _is_utf8(path: Path) -> bool:
    with path.open(encoding="utf-8", newline="\n") as stream:
        try:
            while part := stream.read(HEADER):
                if "\0" in part:
                    return False
        except UnicodeDecodeError:
            return False
    return True


def _text(source: Source) -> str:
    text, _ = decode_text(source.read_bytes() if isinstance(source, Path) else source)
    if not text.strip():
        raise ValueError("there is nothing in it")
    return text


def _separator(text: str) -> str:
    return max(SEPARATORS, key=text.split("\n", 1)[0].count)


def _opens_lines(source: Source) -> bool:
    """Whether a JSON text is several objects, a line each: only the end of the first one tells."""
    with _opened(source) as stream:
        first = stream.readline(LONGEST_LINE).removeprefix(codecs.BOM_UTF8).strip()
        return first.startswith(b"{") and first.endswith(b"}") and bool(stream.read(HEADER).strip())


def _opened(source: Source) -> IO[bytes]:
    return source.open("rb") if isinstance(source, Path) else io.BytesIO(source)


def _rows_of_lines(source: Source) -> Iterator[Row | str]:
    with _opened(source) as stream:
        number = 0
        while line := stream.readline(LONGEST_LINE):
            number += 1
            if len(line) == LONGEST_LINE:
                yield f"line {number} is longer than {LONGEST_LINE:,} bytes: what follows was not read"
                return
            if line.strip():
                yield _object(line, number)


def _object(line: bytes, number: int) -> Row | str:
    try:
        found = json.loads(decode_text(line)[0])
    except RecursionError:
        return f"line {number} is nested too deeply"
    except ValueError as error:
        return f"line {number} is no JSON object: {getattr(error, 'msg', error)}"
    return found if isinstance(found, dict) else f"line {number} is no JSON object"


SCRIPT = re.compile(r"\A\s*(?:window|var|const|let)[\w.\s]*=\s*")
# What lists of articles and messages are called beside other lists.
ROWS = ("messages", "articles", "results", "items", "posts", "data")


def _is_rows(value: object) -> bool:
    return isinstance(value, list) and bool(value) and isinstance(value[0], dict)


def _rows_of_json(text: str, text_column: str) -> Iterator[Row | str]:
    """A list of objects, the one list of objects inside an object, or a single object, as one with a text always is."""
    # An archive of Twitter is a script that sets a variable.
    data = json.loads(SCRIPT.sub("", text))
    while isinstance(data, dict) and text_column not in data:
        lists = {key: value for key, value in data.items() if _is_rows(value)}
        inner = [value for value in data.values() if isinstance(value, dict)]
        if named := next((key for key in ROWS if key in lists), None):
            data = lists[named]
        elif len(lists) == 1:
            [data] = lists.values()
        elif not lists and len(inner) == 1 and any(_is_rows(value) for value in inner[0].values()):
            [data] = inner
        else:
            break
    data = [data] if isinstance(data, dict) else data
    # An entry of an archive of Twitter is an object of one object.
    if isinstance(data, list) and all(isinstance(item, dict) and list(item) == ["tweet"] for item in data):
        data = [item["tweet"] for item in data]
    if not isinstance(data, list) or not any(isinstance(item, dict) for item in data):
        raise ValueError("not a list of objects")
    yield from (
        item if isinstance(item, dict) else f"item {number} is no object" for number, item in enumerate(data, 1)
    )
