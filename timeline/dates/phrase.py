"""resolve_date(): one phrase, one day -> what it means. The definition that the columns of `resolve` are held to."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache

from timeline import languages
from timeline.calendar.arithmetic import (
    DAYS_IN,
    EPOCH,
    MONTHS_IN,
    day_of_month,
    easter_of,
    iso_weekday,
    monday,
    month_of_day,
)
from timeline.calendar.columns import AHEAD, FAR_AHEAD, TURNS, cycle_of, grain_of, month_offset, seconds_of, suffix_of
from timeline.calendar.timex import certainty_of, timex_of, unplaced
from timeline.calendar.values import Calendar, Cell, Reading, Recurring, Shift, Value
from timeline.dates.explanations import PICKS
from timeline.languages.en.written_days import read_day

# One of these turns is the one that is picked where all of them exist.
_NEAR = (-2, -1, 0, 1)


@dataclass(frozen=True, slots=True)
class Resolved:
    """A phrase and its answer: `[start, end)` half-open, None where the phrase has no place on the line."""

    text: str
    type: str
    value: str
    mod: str | None
    said: str
    rule: str
    anchor: date | None
    pick: str | None
    start: datetime | None
    end: datetime | None
    grain: str | None
    certainty: str | None

    def __str__(self) -> str:
        return self.value


def _base(value: Value, anchor: int, turn: int) -> tuple[int | None, int]:
    """The cell to look in: a month index and its first day, or no month index and a day."""
    if isinstance(value, Calendar):
        return 12 * value.year, day_of_month(12 * value.year)
    months, days = (
        (MONTHS_IN.get(value.unit, 0), DAYS_IN.get(value.unit, 0)) if isinstance(value, Shift) else cycle_of(value.cell)  # type: ignore[union-attr]
    )
    n = turn + (value.n if isinstance(value, Shift) else 0)  # a recurring one counts on from the turn that is picked
    if months:
        month = month_of_day(anchor) // months * months + n * months
        return month, day_of_month(month)
    return None, monday(anchor) + 7 * n if days == 7 else anchor + n


def _inside(cell: Cell, month: int | None, first: int, weekend: bool) -> int | None:
    """The first day of a cell in its base; None where the day does not exist."""
    weekday = 6 if weekend or cell.weekend else cell.weekday
    if month is None:
        return first + (weekday or 1) - 1
    offset = month_offset(cell) or 0
    at = day_of_month(month + offset)
    after = day_of_month(month + offset + 1)
    if cell.easter is not None:
        return easter_of(month // 12) + cell.easter
    if cell.nth:
        if weekday is None:
            day = at + 7 * (cell.nth - 1) if cell.nth > 0 else after + 7 * cell.nth
        elif cell.nth > 0:
            since = at + (cell.day or 1) - 1
            day = since + (weekday - iso_weekday(since)) % 7 + 7 * (cell.nth - 1)
        else:
            day = after - 1 - (iso_weekday(after - 1) - weekday) % 7 + 7 * (cell.nth + 1)
        return day if at <= day < after else None
    if cell.week:
        return monday(at + 3) + 7 * (cell.week - 1) + (weekday or 1) - 1
    if cell.day is not None:
        day = at + cell.day - 1
        return None if day >= after else monday(day) if cell.week == 0 else day
    return at


def _until(start: int, grain: str) -> int:
    months = MONTHS_IN.get(grain, 0)
    return (
        day_of_month(month_of_day(start) + months)
        if months
        else start + (2 if grain == "weekend" else DAYS_IN.get(grain, 1))
    )


def span(value: Value, anchor: int | None, pick: str | None) -> tuple[int, int, str] | None:
    """The days [start, end) of a value, with their grain, counted from 1970-01-01; None where it has no place.

    >>> span(Shift(-1, "day"), 16755, None), span(Recurring(Cell(month=2, day=30)), 16755, "nearest")
    ((16754, 16755, 'day'), None)
    """
    if not isinstance(value, Calendar | Shift | Recurring) or (anchor is None and not isinstance(value, Calendar)):
        return None
    if isinstance(value, Shift) and value.unit not in MONTHS_IN and value.unit not in DAYS_IN:
        return None
    near = anchor or 0
    grain = grain_of(value)
    weekend = isinstance(value, Shift) and value.unit == "weekend"

    def turn(k: int) -> int | None:
        month, first = _base(value, near, k)
        whole_day = (month is None and isinstance(value, Shift) and value.unit == "day") or (
            isinstance(value, Recurring) and cycle_of(value.cell) == (0, 1)
        )
        return first if whole_day else _inside(value.cell, month, first, weekend)

    start = turn(0)
    if isinstance(value, Recurring) and pick != "in":
        starts = {k: turn(k) for k in _NEAR}
        if None in starts.values() or value.cell.week is not None:
            starts = {k: turn(k) for k in TURNS}
        cells = {k: (s, _until(s, grain)) for k, s in starts.items() if s is not None}
        start = _picked(cells, near, pick)
    if isinstance(value, Recurring) and value.n and start is not None:
        near = start
        start = turn(value.n)
    return None if start is None else (start, _until(start, grain), grain)


def _picked(cells: dict[int, tuple[int, int]], near: int, pick: str | None) -> int | None:
    def distance(k: int) -> int:
        start, end = cells[k]
        return max(start - near, near - end + 1, 0)

    match pick:
        case "before":
            fits = [k for k in cells if cells[k][1] <= near]
            return cells[max(fits)][0] if fits else None
        case "on_or_before":
            fits = [k for k in cells if cells[k][0] <= near]
            return cells[max(fits)][0] if fits else None
        case "after":
            fits = [k for k in cells if cells[k][0] > near]
            return cells[min(fits)][0] if fits else None
        case "on_or_after":
            fits = [k for k in cells if cells[k][1] > near]
            return cells[min(fits)][0] if fits else None
        case _:
            near_ones = sorted(cells, key=lambda k: (distance(k), abs(k), k))
            nearest = cells[near_ones[0]][0] if near_ones else None
            if pick == "soon":
                upcoming = _picked(cells, near, "on_or_after")
                return upcoming if upcoming is not None and upcoming <= near + FAR_AHEAD else nearest
            if pick == "recent" and nearest is not None and nearest > near + AHEAD:
                return _picked(cells, near, "on_or_before")
            return nearest


def moment(day: int, second: int = 0) -> datetime | None:
    """A second of a day as Python writes it; null in years that it does not hold."""
    try:
        return datetime.combine(EPOCH + timedelta(days=day), datetime.min.time()) + timedelta(seconds=second)
    except OverflowError:
        return None


@lru_cache(maxsize=1 << 14)
def default_pick(value: Value) -> str | None:
    """Which turn of a cycle a phrase means when it does not say; the table of measured defaults.

    >>> default_pick(Recurring(Cell(weekday=7))), default_pick(Recurring(Cell(month=9, day=30)))
    ('nearest', 'nearest')
    """
    if not isinstance(value, Recurring):
        return None
    months, days = cycle_of(value.cell)
    if days == 1 or months == 1:
        return "in"
    return "on_or_before" if grain_of(value) in ("quarter", "half", "season") else "nearest"


def resolve_date(
    phrase: str, on: date | str | None = None, *, pick: str | None = None, language: str = "en"
) -> Resolved | None:
    """What one phrase means on one day; None where it says nothing of time.

    Where a phrase is only read in part, `text` of the result is the part that was read, and the answer is that part's alone. The
    first expression of the phrase counts; a length of time or an hour that hangs on a day told after it ("noon on 3 May")
    yields to that day, for alone it would mean another one.

    `on` is the day it leans on (a date or an ISO string); `pick` overrules the default turn of a cycle: "before",
    "on_or_before", "nearest", "on_or_after", "after" or "in"; `language` is a code of ISO 639-1 (those of `languages/tables` have words of their own). Raises ValueError where
    `on` is not a date, `pick` none of these, or the language is none.

    >>> resolve_date("yesterday", on="2015-11-16").value, str(resolve_date("early October", on="2015-11-16").end)
    ('2015-11-15', '2015-11-01 00:00:00')
    >>> resolve_date("позавчера", on="2015-11-16", language="ru").value
    '2015-11-14'
    """
    if pick is not None and pick not in PICKS:
        raise ValueError(f"no pick {pick!r}; there are: {', '.join(PICKS)}")
    found = languages.read(phrase, language, whole=True)
    if not found:
        return None
    if isinstance(on, str):
        on = read_day(on)
    reading = _telling(phrase, found)
    anchor = None if on is None else (on - EPOCH).days
    chosen = pick or reading.pick or default_pick(reading.value)
    value = reading.value
    # Who has named no quarter speaks of the last full one.
    if value == Shift(0, "quarter") and reading.lean == "told":
        value = Shift(-1, "quarter")
    days = span(value, anchor, chosen)
    return _answer(phrase, reading, on, chosen, days)


_HANGS = re.compile(r"[\s,]*(?:(?:on|of)|(?:exactly )?(?:to the day )?(?:after|before|from))?(?: the)?[\s,]*")


def _telling(phrase: str, found: tuple[Reading, ...]) -> Reading:
    first = found[0]
    if len(found) < 2 or not _HANGS.fullmatch(phrase[first.end : found[1].start]):
        return first
    hour = first.type == "TIME" and isinstance(first.value, Recurring) and cycle_of(first.value.cell) == (0, 1)
    counted = isinstance(first.value, Shift) and phrase[: first.end].endswith(("after", "before", "from"))
    hangs = hour or first.type == "DURATION" or (counted and isinstance(found[1].value, Calendar))
    return found[1] if hangs and found[1].type == "DATE" else first


def _answer(
    phrase: str, reading: Reading, on: date | None, pick: str | None, days: tuple[int, int, str] | None
) -> Resolved:
    value, start, end, grain, certainty = unplaced(str(reading.value)), None, None, None, None
    if days is not None:
        first, last, grain = days
        cell = reading.value.cell  # type: ignore[union-attr]
        value = timex_of(first, grain, suffix_of(cell, grain))
        begins, ends = seconds_of(cell)
        start = moment(first, begins)
        end = moment(last, 0) if ends is None else moment(first, ends)
        certainty = certainty_of(reading, grain)
    text = phrase[reading.start : reading.end]
    anchor = None if isinstance(reading.value, Calendar) else on
    return Resolved(
        text,
        reading.type,
        value,
        reading.mod,
        str(reading.value),
        reading.rule,
        anchor,
        pick,
        start,
        end,
        grain,
        certainty,
    )
