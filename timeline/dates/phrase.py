"""resolve_date(): one phrase, one day -> what it means.

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
from timeline.dates.explanations import PICKS
from timeline.dates.ranges import join_ranges
from timeline.dates.refiners import is_short
from timeline.dates.tense import tense_alone
from timeline.languages import read_day


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
    phrase: str, on: date | str | None = None, *, pick: str | None = None, language: str = "en"
) -> Resolved | None:
    """What one phrase means on one day; None where it says nothing of time.

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
    day = read_day(on) if isinstance(on, str) else on
    if not languages.read(phrase, language, whole=True):
        return None
    if (expression := _expression(phrase, language)) is not None:
        return _alone(expression, day, pick)
    mention = principal(phrase, mentions_in(phrase, day, pick, language))
    return None if mention is None else Resolved(**{name: mention[name] for name in Resolved.__slots__})


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
