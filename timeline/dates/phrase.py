"""resolve_date(): one phrase, one day -> what it means; resolve_dates(): a column of them.

A phrase that is one expression from end to end is a date because the caller says so, and is resolved alone: no filter
asks whether it is one ("9:30", "the 3rd", "Mon"). Every other phrase is a text, read as `find_dates` reads an article.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from typing import Any, NamedTuple

import polars as pl

from timeline import languages
from timeline.calendar.arithmetic import EPOCH, cycle_of, moment, seconds_of, span, suffix_of
from timeline.calendar.timex import certainty_of, timex_of, unplaced
from timeline.calendar.values import Calendar, Reading, Recurring, Shift, parse
from timeline.dates import find_mentions
from timeline.dates.anchoring import default_direction
from timeline.dates.explanations import PICKS, quoted
from timeline.dates.ranges import join_ranges
from timeline.dates.refiners import contradicted, is_short
from timeline.dates.tense import tense_alone
from timeline.languages import read_day
from timeline.schemas import demand


@dataclass(frozen=True, slots=True)
class Resolved:
    """A phrase and its answer: `[start, end)` half-open, None where the phrase has no place on the line.

    The answer to a range is the whole of it: `value` names both ends ("2015-05-03/2015-05-05").
    """

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


def resolve_date(
    phrase: str | None, on: date | str | None = None, *, pick: str | None = None, language: str = "en"
) -> Resolved | None:
    """What one phrase means on one day; None where it says nothing of time, as an empty cell does.

    The first expression of the phrase counts, a range as a whole; a length of time or an hour that hangs on a day named
    after it ("noon on 3 May") yields to that day, for alone it would mean another one. `text` of the result is the part
    that was read, and the answer is that part's alone.

    `on` is its anchor (a date or an ISO string). `pick` overrules the default direction of what recurs:
    "before", "on_or_before", "nearest", "on_or_after", "after" or "in". `language` is a code of ISO 639-1 (those of
    `languages/tables` have words of their own). Raises ValueError where `on` is not a date, `pick` none of these, or
    the language is none.

    >>> resolve_date("yesterday", on="2015-11-16").value, str(resolve_date("early October", on="2015-11-16").end)
    ('2015-11-15', '2015-11-01 00:00:00')
    >>> resolve_date("from May 3 to May 5, 2015").value, resolve_date("two days after 3 May 2014").value
    ('2015-05-03/2015-05-05', '2014-05-05')
    >>> resolve_date("позавчера", on="2015-11-16", language="ru").value
    '2015-11-14'
    """
    if pick is not None and pick not in PICKS:
        raise ValueError(f"no pick {pick!r}; there are: {', '.join(PICKS)}")
    day = read_day(on) if isinstance(on, str) else on.date() if isinstance(on, datetime) else on
    if phrase is None or not languages.read(phrase, language, whole=True):
        return None
    if (expression := _expression(phrase, language)) is not None:
        return _alone(expression, day, pick)
    mention = principal(phrase, mentions_in(phrase, day, pick, language))
    return None if mention is None else Resolved(**{name: mention[name] for name in Resolved.__slots__})


RESOLVED: dict[str, Any] = {
    "text": pl.String, "type": pl.String, "value": pl.String, "start": pl.Datetime, "end": pl.Datetime,
    "grain": pl.String, "certainty": pl.String, "why": pl.String,
}  # fmt: skip


def resolve_dates(
    frame: pl.DataFrame, column: str, on: date | str | None = None, *, language: str = "en"
) -> pl.DataFrame:
    """What each phrase of a column means: a row a row of `frame`, in its order, each distinct phrase read once.

    `frame` has the phrases in `column` (String). `on` is their anchor: a date, an ISO string, or the name of a column
    with one a row (Date, Datetime or String). `language` is a code of ISO 639-1. A phrase means what `resolve_date`
    says of it. The columns are `text` (String, the part that was read), `type` (String), `value` (String), `start` and
    `end` (Datetime, `[start, end)`), `grain` (String), `certainty` (String) and `why` (String), which is never null:
    where a row has no phrase, a phrase nothing of time, a day no place in the calendar or an anchor no day, all but
    `why` (and the `text`, where one was read) are null. What has no place on the line (a length, a set) has no `start`.
    Raises ValueError where the column is missing, `on` is neither a day nor a column, or the language is none;
    TypeError for what is no frame.

    >>> told = pl.DataFrame({"when": ["yesterday", "early October", None, "30 February 2015"]})
    >>> resolve_dates(told, "when", on="2015-11-16").select("value", "certainty", "why").rows()[::2]
    [('2015-11-15', 'inferred', '“yesterday”: 1 day before the day of publication, 2015-11-16'),
     (None, None, 'no phrase')]
    >>> resolve_dates(told, "when", on="2015-11-16")["why"][3]
    '“30 February 2015” names a day that does not exist'
    """
    frame = demand(frame, "phrases", (column,), "Your own")
    phrases = [None if phrase is None else str(phrase) for phrase in frame[column].to_list()]
    beside = isinstance(on, str) and on in frame.columns
    anchors = frame[on].to_list() if isinstance(on, str) and beside else [on] * frame.height
    if isinstance(on, str) and not beside:
        read_day(on)
    keys = list(zip(phrases, anchors, strict=True))
    days: dict[object, date | str | None] = {anchor: _day_of(anchor) for anchor in dict.fromkeys(anchors)}
    answers: dict[tuple[str | None, object], dict[str, Any]] = {}
    asked: list[tuple[str, object, date | None]] = []
    for phrase, anchor in dict.fromkeys(keys):
        day = days[anchor]
        if phrase is None or not phrase.strip():
            answers[phrase, anchor] = {"why": "no phrase"}
        elif isinstance(day, str):
            answers[phrase, anchor] = {"why": f"the day that {quoted(phrase)} is counted from is none: {day}"}
        else:
            asked.append((phrase, anchor, day))
    for (phrase, anchor, day), mentions in zip(asked, _mentions_of(asked, language), strict=True):
        answers[phrase, anchor] = _answer(phrase, day, language, mentions)
    rows = [answers[key] for key in keys]
    return pl.DataFrame({name: [row.get(name) for row in rows] for name in RESOLVED}, schema=RESOLVED)


def _day_of(anchor: object) -> date | str | None:
    """The day of an anchor, or why it is none."""
    if anchor is None:
        return None
    try:
        return read_day(anchor)
    except ValueError as error:
        return str(error)


def _mentions_of(asked: list[tuple[str, object, date | None]], language: str) -> list[tuple[dict[str, Any], ...]]:
    """The mentions of each phrase, as `mentions_in` gives those of one: all phrases are read at once."""
    schema = {"article_id": pl.String, "text": pl.String, "published": pl.Date, "language": pl.String}
    given = [(str(number), phrase, day, language) for number, (phrase, _, day) in enumerate(asked)]
    found = find_mentions(pl.LazyFrame(given, schema=schema, orient="row"), day_first=False)
    rows: dict[str, list[dict[str, Any]]] = {str(number): [] for number in range(len(asked))}
    for row in found.iter_rows(named=True):
        rows[row["article_id"]].append(row)
    return [tuple(join_ranges(phrase, mentions)) for (phrase, _, _), mentions in zip(asked, rows.values(), strict=True)]


def _answer(phrase: str, day: date | None, language: str, mentions: tuple[dict[str, Any], ...]) -> dict[str, Any]:
    nothing = {"why": f"{quoted(phrase)} says nothing of time"}
    if not languages.read(phrase, language, whole=True):
        return nothing
    if (expression := _expression(phrase, language)) is None:
        mention = principal(phrase, mentions)
        return nothing if mention is None else _placed(mention)
    found = _alone(expression, day, None)
    reasons = [mention["why"] for mention in mentions if mention["text"] == found.text]
    reason = reasons[0] if reasons else f"{quoted(found.text)} is read as one phrase, {found.rule}"
    return _placed({name: getattr(found, name) for name in RESOLVED if name != "why"} | {"why": reason})


def _placed(answer: dict[str, Any]) -> dict[str, Any]:
    # The value of a day that does not exist would be taken for one; "P3D" and "PAST_REF" are values without a place.
    nowhere = answer["start"] is None and answer["value"][:1].isdigit()
    return {"text": answer["text"], "why": answer["why"]} if nowhere else answer


class _Expression(NamedTuple):
    """What a phrase that is one expression means, whatever the day."""

    text: str
    reading: Reading
    direction: str | None
    short: bool


# No preposition of these says anything of its own.
_BEFORE, _BEHIND = re.compile(r"\s*(?:(?:on|in|at)\s+)?", re.IGNORECASE), re.compile(r"\s*[.,;]?\s*")


@lru_cache(maxsize=1 << 14)
def _expression(phrase: str, language: str) -> _Expression | None:
    """A phrase that is one expression from end to end, and that needs nothing but an anchor; else None."""
    first, *others = languages.read(phrase, language, whole=True)
    if others or not _BEFORE.fullmatch(phrase, 0, first.start) or not _BEHIND.fullmatch(phrase, first.end):
        return None
    # The words beside them decide what a day counted from another, and a quarter that nobody named, mean.
    counted = first.traits.ordinal and isinstance(first.value, Shift)
    if counted or (first.anchor == "told" and first.value == Shift(0, "quarter")):
        return None
    text = phrase[first.start : first.end]
    stated = first.direction if first.direction in PICKS else None  # "order" and "century" name what is in doubt
    direction = stated or default_direction(first.value, tense_alone(first.value, language))
    return _Expression(text, first, direction, is_short(text))


def _alone(expression: _Expression, on: date | None, pick: str | None) -> Resolved:
    reading, value, direction = expression.reading, expression.reading.value, pick or expression.direction
    days = span(value, None if on is None else (on - EPOCH).days, direction)
    if days is None:
        timex, start, end, grain, certainty = unplaced(str(value)), None, None, None, None
    else:
        first, last, grain = days
        cell = value.cell  # type: ignore[union-attr]  # what has days has a cell
        begins, ends = seconds_of(cell)
        timex = timex_of(first, grain, suffix_of(cell, grain), bare=reading.traits.bare)
        start = moment(first, begins)
        end = moment(last, 0) if ends is None else moment(first, ends)
        certainty = certainty_of(reading, grain, expression.short)
        if certainty == "certain" and grain == "day" and contradicted(expression.text, first):
            certainty = "inferred"
    # What needs a previous mention, of which there is none, and has no place on the line either, has no anchor.
    anchor = None if isinstance(value, Calendar) or (days is None and reading.anchor == "told") else on
    return Resolved(
        expression.text, reading.type, timex, reading.mod, str(value), reading.rule,
        anchor, direction, start, end, grain, certainty,
    )  # fmt: skip


@lru_cache(maxsize=1 << 10)
def mentions_in(
    phrase: str, on: date | None, pick: str | None = None, language: str = "en"
) -> tuple[dict[str, Any], ...]:
    """The mentions of a phrase as rows of `find_dates`, the ends of a range as one.

    >>> [mention["value"] for mention in mentions_in("from 3 to 5 May, or in June", date(2015, 9, 16))]
    ['2015-05-03/2015-05-05', '2015-06']
    """
    schema = {"text": pl.String, "published": pl.Date, "language": pl.String}
    article = pl.LazyFrame({"text": [phrase], "published": [on], "language": [language]}, schema=schema)
    return tuple(join_ranges(phrase, find_mentions(article, direction=pick).to_dicts()))


_HANGS = re.compile(r"[\s,]*(?:(?:on|of)|(?:exactly )?(?:to the day )?(?:after|before|from))?(?: the)?[\s,]*")


def principal(phrase: str, mentions: tuple[dict[str, Any], ...]) -> dict[str, Any] | None:
    """The mention that is the answer to a phrase: the first, or the day that a length or an hour hangs on."""
    if len(mentions) < 2:
        return mentions[0] if mentions else None
    first, second = mentions[:2]
    joint = phrase[first["end_char"] : second["start_char"]]
    value = parse(first["said"])
    hour = first["type"] == "TIME" and isinstance(value, Recurring) and cycle_of(value.cell) == (0, 1)
    hangs = hour or first["type"] == "DURATION"
    return second if hangs and second["type"] == "DATE" and _HANGS.fullmatch(joint) else first
