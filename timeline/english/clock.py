"""Times of the day, alone or with the day they belong to."""

from __future__ import annotations

import re
from dataclasses import replace

from timeline.english.absolute import dated
from timeline.english.numerals import fields_of, month_of, order_of, weekday_of
from timeline.grammar import rule
from timeline.values import Calendar, Cell, Reading, Recurring, Shift
from timeline.vocabulary import NUMBERS

_HALF = r"(?P<half>a\.m\.|p\.m\.|a\.m|p\.m|am\b|pm\b)"
_OCLOCK = "one two three four five six seven eight nine ten eleven twelve".split()
CLOCK = (
    rf"(?:(?P<noon>noon|midday|midnight)|(?P<hour>2[0-4]|[01]?[0-9])(?:[:.](?P<minute>[0-5][0-9])(?::(?P<second>[0-5][0-9]))?)? ?{_HALF}"
    rf"|(?P<hour2>2[0-4]|[01]?[0-9]):(?P<minute2>[0-5][0-9])(?::(?P<second2>[0-5][0-9]))?(?: ?(?:hours|hrs|h)\b)?"
    rf"|(?P<hour3>1[0-2]|[1-9]|{'|'.join(_OCLOCK)}) (?:o['’]clock(?: in the {{part}})?|in the {{part2}})"
    rf"|(?P<hour4>2[0-3]|[01][0-9])(?P<minute4>[0-5][0-9]) ?(?:hours|hrs|(?={{zone2}})))"
    r"(?: ?\(?{zone}\)?| local time)?"
)
_DATE = r"(?:{weekday},? )?(?:{month} (?:{nth}|{day})|(?:{nth2}|{day2}) {month2})(?:,? {year})?|{weekday2}|(?P<near>yesterday|today|tomorrow)"


def clock_of(match: re.Match[str]) -> Cell | None:
    said = match.groupdict()
    if said["noon"]:
        return Cell(
            hour=24 if said["noon"].lower() == "midnight" else 12,
            minute=None if said["noon"].lower() == "midnight" else 0,
        )
    word = said["hour"] or said["hour2"] or said["hour3"] or said["hour4"] or ""
    hour = NUMBERS.get(word.lower()) or int(word)
    minute = int(said["minute"] or said["minute2"] or said["minute4"] or 0)
    second = said["second"] or said["second2"]
    part = (said["part"] or said["part2"] or "").lower()
    late = (
        (said["half"] or "").lower().startswith("p")
        or part in ("afternoon", "evening")
        or (part == "night" and hour > 5)
    )
    if said["half"] and not 1 <= hour <= 12:
        return None
    if late and hour < 12:
        hour += 12
    if (said["half"] or "").lower().startswith("a") and hour == 12:
        hour = 0
    if hour > 24 or (hour == 24 and minute):
        return None
    return Cell(hour=hour, minute=minute, second=int(second) if second else None, zone=said["zone"])


@rule(rf"{CLOCK}(?:,? (?:on )?(?P<on>{_DATE}))?")
def clock(match: re.Match[str]) -> Reading | None:
    time = clock_of(match)
    if time is None:
        return None
    said = match.groupdict()
    day = Cell(hour=time.hour, minute=time.minute, second=time.second, zone=time.zone)
    if not said["on"]:
        return dated(Recurring(day), type="TIME", lean="told")
    if said["near"]:
        return dated(
            Shift({"yesterday": -1, "today": 0, "tomorrow": 1}[said["near"].lower()], "day", day),
            type="TIME",
            lean="published",
        )
    if said["weekday2"]:
        return dated(Recurring(replace(day, weekday=weekday_of(said["weekday2"]))), type="TIME", lean="published")
    date = fields_of(match)
    cell = date.cell  # type: ignore[union-attr]
    if cell.month is None:
        cell = replace(cell, month=month_of(said["month2"] or ""), day=order_of(said["nth2"] or said["day2"] or ""))
    cell = replace(day, month=cell.month, day=cell.day)
    return dated(Calendar(date.year, cell) if isinstance(date, Calendar) else Recurring(cell), type="TIME")
