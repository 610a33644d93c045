"""What stands before or after an expression and becomes a part of it: a modifier, a part of the day, an hour."""

from __future__ import annotations

import re
from functools import lru_cache

from timeline.calendar.values import Calendar, Every, Length, Reading, Recurring, Shift, Vague
from timeline.languages.en.vocabulary import MODIFIERS, PARTS_OF_DAY
from timeline.languages.grammar import source
from timeline.text import any_of

PART_OF = re.compile(
    source(
        r"(?:(?:the )?(?:(?P<late>early|late)(?: in| on)? )?(?:the |that )?{part:dawn}(?: hours)?(?: of| on|,)"
        r"|(?:the )?(?P<small>early|small|first) hours of) (?P<the>the )?"
    ),
    re.IGNORECASE,
)
MODIFIER = re.compile(
    source(rf"(?:the )?(?:(?P<mod>{any_of(MODIFIERS)})(?P<inside> in| on)? |(?P<joined>mid|early|late|end)-)"),
    re.IGNORECASE,
)
_DURING = re.compile(
    source("the (?:past|last|next|coming|following|first|final)|(?:past|last|next|coming) "), re.IGNORECASE
)
_OF_LENGTHS = {"MORE_THAN", "LESS_THAN", "EQUAL_OR_MORE", "EQUAL_OR_LESS"}


def _grain_is_coarse(value: object) -> bool:
    return isinstance(value, Calendar | Recurring | Shift) and value.cell.hour is None


def _plain(word: str) -> str:
    return " ".join(word.lower().split())


def _modified(reading: Reading, expression: str, word: str) -> Reading | None:
    """The reading with the modifier before it, None where the two do not go together."""
    word = _plain(word)
    mod = MODIFIERS[word]
    value = reading.value
    # "over the past year" is no more than a year long, "over a two-year period" two.
    counted = isinstance(value, Length) and not (_DURING.match(expression) or expression.lower().endswith("period"))
    if mod in _OF_LENGTHS and not counted and not reading.traits.distance:
        return None
    # "over the years", "over several years": no more than so many.
    if word in ("over", "around", "about") and isinstance(value, Length) and value.n == "X":
        return None
    # "end-June" and "end 2015", but no "end Monday".
    if word == "end" and not (isinstance(value, Calendar | Recurring) and not (value.cell.day or value.cell.weekday)):
        return None
    if mod in ("START", "MID", "END") and not _grain_is_coarse(value):
        return None
    # A quarter of a year is a cell of its own; that of a century is a part of it.
    if word.endswith("quarter of") and not (isinstance(value, Calendar) and value.years > 1):
        return None
    if mod == "APPROX" and (
        isinstance(value, Vague | Every)
        or (word in ("some", "an estimated", "close to") and not isinstance(value, Length))
    ):
        return None
    if (
        word in ("about", "almost", "nearly")
        and isinstance(value, Shift | Recurring)
        and not (value.cell.month or value.cell.hour)
        and not reading.keep
        and not reading.traits.distance
    ):
        return None
    return reading._replace(mod=reading.mod or mod)


def in_part(reading: Reading, part: str) -> Reading | None:
    """A part of the day that is read; None where it is none, or is in a part of it already."""
    value = reading.value
    if isinstance(value, Calendar | Recurring | Shift) and value.cell.part == PARTS_OF_DAY[part.lower()]:
        return reading
    if not isinstance(value, Calendar | Recurring | Shift) or value.cell.part or value.cell.hour is not None:
        return None
    day = (
        value.cell.day
        or value.cell.weekday
        or value.cell.easter is not None
        or (isinstance(value, Shift) and value.unit == "day")
    )
    if not day:
        return None
    return reading._replace(
        value=value._replace(cell=value.cell._replace(part=PARTS_OF_DAY[part.lower()])), type="TIME"
    )


def at_hour(reading: Reading, hour: Reading) -> Reading | None:
    """A day at the hour that stands beside it, and the part of a day at an hour of it."""
    value, time = reading.value, hour.value
    if (
        not isinstance(value, Calendar | Recurring | Shift)
        or not isinstance(time, Recurring)
        or time.cell.weekday
        or time.cell.month
    ):
        return None
    at, part = time.cell.hour, value.cell.part
    day = value.cell.day or value.cell.weekday or (isinstance(value, Shift) and value.unit == "day")
    if not day or value.cell.hour is not None or at is None:
        return None
    # The afternoon of a day tells which of its two such hours is meant.
    late = at < 12 and (part in ("AF", "EV") or (part == "NI" and at > 5))
    cell = value.cell._replace(
        hour=at + 12 * late,
        minute=time.cell.minute,
        second=time.cell.second,
        zone=time.cell.zone,
        part=None,
    )
    return reading._replace(value=value._replace(cell=cell), type="TIME")


def _together(first: Reading | None, inner: tuple[Reading, ...], by: int) -> tuple[Reading, ...]:
    """The readings once more, the first one with the prefix that it goes together with."""
    moved = (r._replace(start=r.start + by, end=r.end + by) for r in inner[1:])
    return (first._replace(start=0, end=inner[0].end + by), *moved) if first else ()


@lru_cache(maxsize=1 << 16)
def after_part(prefix: str, inner: tuple[Reading, ...]) -> tuple[Reading, ...]:
    """The readings after a part of the day and its preposition, each with it; none where the two do not go together."""
    match = PART_OF.match(prefix)
    part = match and in_part(inner[0], match["dawn"] or "morning")
    value = part and part.value
    if match and part and match["small"] and isinstance(value, Calendar | Recurring | Shift):
        part = part._replace(value=value._replace(cell=value.cell._replace(part="SM")))
    mod = match and {"early": "START", "late": "END"}.get((match["late"] or (match["small"] and "early") or "").lower())
    together = _together(part and part._replace(mod=mod), inner, len(prefix))
    # "the night of 13-14 November" is one night, named by its evening.
    if len(together) == 2 and together[1].interval and together[0].value.cell.part == "NI":  # type: ignore[union-attr]
        return (together[0]._replace(end=together[1].end),)
    return together


@lru_cache(maxsize=1 << 16)
def after_modifier(prefix: str, text: str, inner: tuple[Reading, ...]) -> tuple[Reading, ...]:
    """The readings of the text after a modifier, together with it; none where they do not go together."""
    match = MODIFIER.match(prefix)
    # "the end of the 2014-15 season" is not the end of 2014.
    if match and len(inner) > 1 and inner[1].interval and MODIFIERS.get(_plain(match["mod"] or "")) == "END":
        return ()
    # "about in May" is about another thing.
    if match and match["inside"] and MODIFIERS[_plain(match["mod"])] not in ("START", "MID", "END"):
        return ()
    return _together(match and _modified(inner[0], text, match["mod"] or match["joined"]), inner, len(prefix))
