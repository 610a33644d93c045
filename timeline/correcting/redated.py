"""The date that a person gives an event: as the timeline writes dates (EDTF), or in English words."""

from __future__ import annotations

import re
from datetime import datetime
from functools import lru_cache
from typing import Any, NamedTuple

import polars as pl

from timeline.dates import find_dates
from timeline.edtf import edtf
from timeline.phrases import moment, span
from timeline.values import Calendar, Cell

MARKS = {"~": "approximate", "%": "approximate", "?": "inferred", "": "certain"}
CODE = re.compile(
    r"(?P<year>Y?-?[0-9]{4,}|[0-9]{3}X|[0-9]{2}XX)(?:-(?P<part>[0-9]{2})(?:-(?P<day>[0-9]{2}))?)?(?P<mark>[~?%]?)"
)
PARTS = {
    21: Cell(season="SP"), 22: Cell(season="SU"), 23: Cell(season="FA"), 24: Cell(season="WI"),
    33: Cell(quarter=1), 34: Cell(quarter=2), 35: Cell(quarter=3), 36: Cell(quarter=4), 40: Cell(half=1), 41: Cell(half=2),
}  # fmt: skip
RANGING = frozenset(("-", "–", "—", "to", "until", "till", "through", "and", "/"))
AROUND = RANGING | {"from", "between", "the", "on", "in", "of", "since", "before", "after", "by", ""}
WAY_OUT = "write 2015-10-07, 2015-10, 2015, -0043 (44 BC), 2014-01/2014-02, or words such as early October 2015"
DATE_COLUMNS = ("start", "end", "start_day", "end_day", "grain", "certainty", "open", "edtf")


class Days(NamedTuple):
    """Half-open days since 1970-01-01, what they were given as, and how sure; times of day where they were given."""

    first: int
    after: int
    grain: str
    certainty: str
    opened: str | None = None
    start: datetime | None = None
    end: datetime | None = None


def redated(words: str) -> dict[str, Any]:
    """The date columns of an event (`start`, `end`, `start_day`, `end_day`, `grain`, `certainty`, `open`, `edtf`) for a date.

    Raises `ValueError` for what is no date, or one that lacks its year.

    >>> redated("2014-01/2014-02")["edtf"], redated("early October 2015")["certainty"], redated("44 BC")["edtf"]
    ('2014-01/2014-02', 'approximate', '-0043')
    >>> redated("2015-09-30?")["edtf"], redated("1997/..")["open"]
    ('2015-09-30?', 'after')
    """
    days = _read(" ".join(words.split()))
    if days.after <= days.first:
        raise ValueError(f"{words!r} ends before it begins")
    start = days.start or moment(days.first)
    end = days.end or moment(days.after)
    return {
        "start": start, "end": end, "start_day": days.first, "end_day": days.after, "grain": days.grain,
        "certainty": days.certainty, "open": days.opened,
        "edtf": edtf(days.first, days.after, days.grain, days.certainty, days.opened, start),
    }  # fmt: skip


@lru_cache(maxsize=4096)
def _read(words: str) -> Days:
    first, slash, last = words.partition("/")
    if slash and last == ".." and (days := _coded(first)):
        return days._replace(opened="after")
    if slash and first == ".." and (days := _coded(last)):
        return days._replace(opened="before")
    start, end = _coded(first), _coded(last) if slash else None
    if start and end:
        return _joined(start, end)
    return start if start and not slash else _worded(words)


def _coded(code: str) -> Days | None:
    """The days of one date in EDTF; None for what is none, such as 30 February."""
    found = CODE.fullmatch(code)
    if found is None:
        return None
    year, part, day = found["year"], int(found["part"] or 0), found["day"]
    cell = PARTS.get(part) or Cell(month=part or None, day=int(day) if day else None)
    if (part > 12 and (part not in PARTS or day)) or (found["part"] and not part) or (day and not int(day)):
        return None
    years = {0: 1, 1: 10, 2: 100}[year.count("X")]
    days = span(Calendar(int(year.strip("YX")) * years, cell, years=years), None, None)
    return Days(*days, MARKS[found["mark"]]) if days else None


def _worded(words: str) -> Days:
    """The days of one date in words, or of two with a word of ranges between; nothing else may stand beside them."""
    found = find_dates(pl.DataFrame({"article_id": ["given"], "text": [words]})).filter(
        pl.col("start_day").is_not_null()
    )
    rest = words
    for text in found["text"]:
        rest = rest.replace(text, " ", 1)
    beside = set(rest.lower().split())
    rows = [
        Days(*row)
        for row in found.select("start_day", "end_day", "grain", "certainty", "open", "start", "end").iter_rows()
    ]
    if beside <= AROUND and len(rows) == 1:
        return rows[0]
    if beside <= AROUND and beside & RANGING and len(rows) == 2:
        return _joined(*rows)
    raise ValueError(f"{words!r} is no date that stands by itself; {WAY_OUT}")


def _joined(first: Days, last: Days) -> Days:
    sure = {first.certainty, last.certainty}
    certainty = next(name for name in ("approximate", "inferred", "certain") if name in sure)
    return Days(first.first, last.after, first.grain, certainty, None, first.start, last.end)
