"""What the columns of a table mean: exports that are known by their columns, and columns of days read as a whole.

Chats, social media, news services and data banks name their columns each in its own way. `shape_of` knows them, and
`read_days` reads a column of days in the one way in which the whole column can be read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from typing import Any, NamedTuple

from timeline.languages import read_day
from timeline.text import counted


class Shape(NamedTuple):
    """An export as its columns tell it: where text, day, writer, title, address and site of a row stand.

    `events` says that a row is a dated happening, not a text that was published on that day.
    """

    name: str
    text: str
    day: str
    telling: frozenset[str]  # columns that only this export has together
    author: str = ""
    title: str = ""
    link: str = ""
    site: str = ""
    events: bool = False


def _shape(name: str, text: str, day: str, telling: str = "", **columns: Any) -> Shape:
    return Shape(name, text, day, frozenset((text, day, *telling.split())), **columns)


# The first that fits is taken, so those that ask for more stand first. A dot leads into a nested object.
SHAPES = (
    _shape("Telegram", "text", "date", "id type date_unixtime", author="from"),
    _shape("Telegram", "text", "date_unixtime", "id type", author="from"),
    _shape("Slack", "text", "ts", "type", author="user"),
    _shape("Facebook", "content", "timestamp_ms", "sender_name", author="sender_name"),
    _shape("Signal", "body", "sent_at", author="sender"),
    _shape("Signal", "body", "date", "sender", author="sender"),
    _shape("Twitter", "full_text", "created_at", author="user.screen_name"),
    _shape("Twitter", "text", "created_at", "id", author="author_id"),
    _shape("Reddit", "body", "created_utc", author="author", link="permalink", site="subreddit"),
    _shape("Reddit", "selftext", "created_utc", author="author", title="title", link="url", site="subreddit"),
    _shape("ACLED", "notes", "event_date", "event_type", events=True),
    _shape("Timesketch", "message", "datetime", "timestamp_desc", events=True),
    _shape("NewsAPI", "content", "publishedAt", author="author", title="title", link="url", site="source.name"),
    _shape("the Guardian", "fields.bodyText", "webPublicationDate", title="webTitle", link="webUrl"),
    _shape("Aleph", "properties.bodyText", "properties.publishedAt", title="properties.title"),
)  # fmt: skip
# Columns of a chronology: a day, and what happened in a line.
DAY_COLUMNS = "date day when datum fecha data дата published event_date start start_date".split()
LINE_COLUMNS = "event events happening what entry description ereignis evento événement событие headline".split()


def shape_of(names: Iterable[str], text_column: str = "text") -> Shape | None:
    """The export or chronology that has these columns; null where the columns are those of any table.

    >>> shape_of(["event_date", "event_type", "notes"]).name, shape_of(["Date", "Event"]).text
    ('ACLED', 'Event')
    """
    given = list(names)
    for shape in SHAPES:
        if shape.telling <= set(given):
            return shape
    if text_column in given:
        return None
    lower = {name.strip().lower(): name for name in given}
    if text_column in lower:
        written = next((lower[name] for name in ("published", *DAY_COLUMNS) if name in lower), "")
        others: dict[str, Any] = {name: lower.get(name, "") for name in ("author", "title", "link", "site")}
        return Shape("a table with capital names", lower[text_column], written, frozenset(given), **others)
    day = next((lower[name] for name in DAY_COLUMNS if name in lower), None)
    line = next((lower[name] for name in LINE_COLUMNS if name in lower), None)
    return Shape("a chronology", line, day, frozenset((line, day)), events=True) if day and line else None


def flattened(row: dict[str, Any]) -> dict[str, Any]:
    """A row with the fields of nested objects under dotted names, and lists of texts as one text.

    >>> flattened({"source": {"name": "Paper"}, "text": ["It ", {"type": "bold", "text": "rang"}, "."]})
    {'source.name': 'Paper', 'text': 'It rang.'}
    """
    found: dict[str, Any] = {}
    for name, value in row.items():
        if isinstance(value, dict):
            found.update((f"{name}.{inner}", item) for inner, item in flattened(value).items())
        elif isinstance(value, list) and value and all(isinstance(item, str | dict) for item in value):
            parts = [item if isinstance(item, str) else item.get("text") for item in value]
            found[name] = "".join(parts) if all(isinstance(part, str) for part in parts) else value
        else:
            found[name] = value
    return found


# Numbers that stand for a moment, by their size: what is counted, since when, and how many make a day.
EPOCH, EXCEL = date(1970, 1, 1), date(1899, 12, 30)
COUNTS = (
    ("seconds since 1970", 300_000_000, 5_000_000_000, EPOCH, 86_400),
    ("milliseconds since 1970", 300_000_000_000, 5_000_000_000_000, EPOCH, 86_400_000),
    ("microseconds since 1970", 300_000_000_000_000, 5_000_000_000_000_000, EPOCH, 86_400_000_000),
    ("days as Excel counts them", 15_000, 80_000, EXCEL, 1),
)
NUMBER = re.compile(r"\d{5,16}(?:\.\d+)?")
COMPACT = re.compile(r"(?:1[6-9]|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])")
FIGURES = re.compile(r"(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?=$|[ T,])")
MOST_MONTHS = 12
# A day that is known in part, as EDTF and archives write it.
PARTIAL = re.compile(
    r"(?P<about>(?:c(?:irca|a)?\.?|about|um|vers)\s+)?"
    r"(?P<year>1\d{3}|20\d\d)(?:-(?P<month>0[1-9]|1[0-2]))?(?P<sign>[~?%])?",
    re.IGNORECASE,
)


class Days(NamedTuple):
    """A column of days: each cell's day or null, each cell's text for a line, and what was assumed of the column."""

    days: list[date | None]
    written: list[str]
    assumed: str


def read_days(cells: Sequence[Any], order: str = "") -> Days:
    """The days of a column, numbers and figures read in the one way in which all of them can be.

    `order`, "day" or "month", is what stands first in figures, where that is known.

    >>> read_days(["1645711200", "1645800000"]).assumed
    'numbers are read as seconds since 1970'
    >>> read_days(["13/06/2007", "05/07/2007"]).days[1], read_days(["05/06/2007", "05/07/2007"]).days
    (datetime.date(2007, 7, 5), [None, None])
    """
    texts = ["" if cell is None else str(cell).strip() for cell in cells]
    assumed = []
    numbers = [float(text) for text in texts if NUMBER.fullmatch(text) and not COMPACT.fullmatch(text)]
    count = next((count for count in COUNTS if numbers and all(count[1] <= n < count[2] for n in numbers)), None)
    if count:
        assumed.append(f"numbers are read as {count[0]}")
    figures = [match for text in texts if (match := FIGURES.match(text))]
    first = any(int(match[1]) > MOST_MONTHS for match in figures)
    second = any(int(match[3]) > MOST_MONTHS for match in figures)
    dotted = bool(figures) and all(match[2] == "." for match in figures)
    if not order:
        order = "" if first == second and not dotted else "month" if second and not first else "day"
    if figures and order and not (first and second):
        assumed.append(f"figures are read {order} first")
    days, written = [], []
    for cell, text in zip(cells, texts, strict=True):
        day = cell if isinstance(cell, date) else _day(text, count, "" if first and second else order)
        day = day.date() if isinstance(day, datetime) else day
        days.append(day)
        written.append(day.isoformat() if day else _partly(text))
    return Days(days, written, " and ".join(assumed))


def _day(text: str, count: Any, order: str) -> date | None:
    if COMPACT.fullmatch(text):
        return _valid(int(text[:4]), int(text[4:6]), int(text[6:]))
    if NUMBER.fullmatch(text):
        return count[3] + timedelta(days=int(float(text) // count[4])) if count else None
    if match := FIGURES.match(text):
        if not order:
            return None
        one, other, year = int(match[1]), int(match[3]), int(match[4])
        return _valid(year, other, one) if order == "day" else _valid(year, one, other)
    if not text or PARTIAL.fullmatch(text):
        return None
    try:
        return read_day(text)
    except ValueError:
        return None


def _valid(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _partly(text: str) -> str:
    """A partial day as a line of a chronology would write it, "" for what is none."""
    match = PARTIAL.fullmatch(text)
    if match is None:
        return ""
    about = "about " if match["about"] or match["sign"] else ""
    month = f"{date(2000, int(match['month']), 1):%B} " if match["month"] else ""
    return f"{about}{month}{match['year']}"


def unreadable(cells: Sequence[Any], found: Days) -> str:
    """Why some cells of a column gave no day, "" where all did."""
    lost = [str(cell) for cell, text in zip(cells, found.written, strict=True) if cell not in (None, "") and not text]
    return f"{counted(len(lost), 'cell')} that no day can be read from, such as {lost[0]!r}" if lost else ""
