"""Days that are told by how far they lie from another: "two days after Christmas 2014", "the eve of the vote on 7 May".

The date then only measures; what happened lies so far before or behind it.

The dates of a text as events need them: both ends of a range as one, datelines only where they date something.
"""

from __future__ import annotations

import re
from datetime import date, datetime, time
from typing import Any, NamedTuple

from timeline.calendar.arithmetic import DAYS_IN, EPOCH, MONTHS_IN, day_of_month, monday, month_of_day
from timeline.calendar.timex import timex_of
from timeline.languages.en.morphology import VERB_FORMS
from timeline.languages.en.numerals import amount_of
from timeline.languages.en.vocabulary import NUMBERS, QUANTITIES
from timeline.languages.en.words import EVENT_NOUNS, RESCHEDULING_VERBS
from timeline.text import any_of

_MOVED = re.compile(
    rf"(?i)\b(?:{any_of(form for form, verb in VERB_FORMS.items() if verb.lemma in RESCHEDULING_VERBS)}) from (?:the )?$"
)


class Mention(NamedTuple):
    """One date, or the ends of one range, and the columns it came with."""

    start: int
    end: int
    row: dict[str, Any]


def join_ranges(text: str, dates: list[dict[str, Any]]) -> list[Mention]:
    """The mentions in the order of the text; the ends of a range as one."""
    found: list[Mention] = []
    ranges: dict[int, int] = {}
    split: set[int] = set()
    for row in dates:
        if row["start_char"] >= row["end_char"] or row["end_char"] > len(text):
            continue
        number = row["interval"]
        if (
            number is not None
            and number not in ranges
            and _MOVED.search(text, max(0, row["start_char"] - 30), row["start_char"])
        ):
            split.add(number)
        if number in split:
            # "postponed from Tuesday to Thursday" is no span of three days.
            number = None
        if number is not None and number in ranges:
            first = found[ranges[number]]
            found[ranges[number]] = Mention(first.start, row["end_char"], _range(text, first.row, row))
            continue
        if number is not None:
            ranges[number] = len(found)
        if not found or row["start_char"] >= found[-1].end:
            found.append(Mention(row["start_char"], row["end_char"], row))
    return found


def _range(text: str, first: dict[str, Any], last: dict[str, Any]) -> dict[str, Any]:
    dated = first["start_day"] is not None and last["start_day"] is not None
    soft = "approximate" in (first["certainty"], last["certainty"])
    inferred = "inferred" in (first["certainty"], last["certainty"])
    # "since 2011/12" begins with 2011 and has no end.
    until = first if first["open"] else last
    return first | {
        "end_char": last["end_char"],
        "date_text": text[first["start_char"] : last["end_char"]],
        "value": f"{first['value']}/{last['value']}",
        "end": until["end"] if dated else None,
        "end_day": until["end_day"] if dated else None,
        "start": first["start"] if dated else None,
        "start_day": first["start_day"] if dated else None,
        "certainty": ("approximate" if soft else "inferred" if inferred else first["certainty"]) if dated else None,
        "open": first["open"],
        "why": f"{first['why']}; to: {last['why']}",
    }


def without_dateline(mentions: list[Mention], dateline_end: int) -> list[Mention]:
    """A dateline dates its sentence only where the sentence tells no other day."""
    head = [mention for mention in mentions if mention.end <= dateline_end]
    rest = mentions[len(head) :]
    days = {mention.row["start_day"] for mention in rest}
    return [mention for mention in head if not days or mention.row["start_day"] in days] + rest


_UNITS = "day week fortnight month year".split()
_COUNT = rf"(?:the|an?|{any_of([*NUMBERS, *QUANTITIES])}|[0-9]+)"
# What stands before a distance and bounds it: a place inside it, beyond it, or about there.
_BOUNDS = {
    "in": "inside", "within": "inside", "during": "inside", "less than": "inside", "under": "inside", "no more than": "inside",
    "more than": "beyond", "over": "beyond", "at least": "beyond", "about": "about", "around": "about", "almost": "about",
    "nearly": "about", "some": "about", "roughly": "about", "approximately": "about", "just over": "about", "only": "", "just": "", "exactly": "",
}  # fmt: skip
_DISTANCE = re.compile(
    rf"(?i)(?:\b(?P<bound>{any_of(_BOUNDS)}) )?(?<!\bfor )\b(?:(?P<count>{_COUNT}) (?P<unit>{any_of(_UNITS)})s? (?P<way>before|after|prior to|following|of)"
    r"|(?:on )?(?P<eve>the eve) of)(?P<of> (?:the|an?|its|his|her|their)(?: [\w’'-]+){1,3} (?:on|of|in))?(?: the)? $"
)
_NOUN = re.compile(r" ([a-z]+)\b")
_BACKWARDS = ("before", "prior to")
# A distance is counted from a date that is as fine as its unit.
_FINE = {
    "day": ("day",),
    "week": ("day", "week"),
    "fortnight": ("day", "week"),
    "month": ("day", "month"),
    "year": ("day", "month", "year"),
}
# How far back a distance may begin, in characters.
_REACH = 90


def at_a_distance(text: str, mentions: list[Mention]) -> list[Mention]:
    """The mentions, those told by their distance from a date moved there, their words included."""
    found: list[Mention] = []
    for mention in mentions:
        floor = max(mention.start - _REACH, found[-1].end if found else 0)
        distance = _DISTANCE.search(text, floor, mention.start)
        found.append(mention if distance is None else _moved(text, mention, distance))
    return found


def _moved(text: str, mention: Mention, distance: re.Match[str]) -> Mention:
    row = mention.row
    unit, day = (distance["unit"] or "day").lower(), row["start_day"]
    fine = row["grain"] in _FINE[unit] and row["open"] is None and row["interval"] is None
    if row["language"] not in (None, "en") or not fine or day is None or not _day_exists(day):
        return mention
    noun = _NOUN.match(text, mention.end) if distance["of"] is None else None
    start, end = distance.start(), noun.end() if noun and noun[1] in EVENT_NOUNS else mention.end
    phrase = " ".join(text[start:end].split())
    way = -1 if distance["eve"] or distance["way"].lower() in _BACKWARDS else 1
    amount = amount_of("a" if distance["eve"] or distance["count"].lower() == "the" else distance["count"])
    bound = _BOUNDS[distance["bound"].lower()] if distance["bound"] else ""
    told = _placed(row, phrase, day, unit, way, amount, bound)
    if told is None or ((distance["way"] or "").lower() == "of" and bound != "inside"):
        return mention
    span = {
        "start_char": start,
        "end_char": end,
        "date_text": phrase,
        "pick": None,
        "anchor": _day(day),
        "anchor_basis": "told",
    }
    return mention._replace(start=start, end=end, row=row | span | told)


def _placed(
    row: dict[str, Any], phrase: str, day: int, unit: str, way: int, amount: str, bound: str
) -> dict[str, Any] | None:
    """The columns of a date at a distance from a day; None where no calendar has it."""
    onwards = "before" if way < 0 else "after"
    if not amount.isdigit():
        # "some days after 3 May": after it, and nobody knows when.
        return {"open": onwards, "certainty": "inferred", "why": f"“{phrase}” says no more: {row['why']}"}
    n = way * int(amount)
    found = _between(day, n, unit) if bound == "inside" else _counted(day, n, unit)
    if found is None:
        return None
    first, last, grain = found
    soft = bound == "about" or row["certainty"] == "approximate"
    value = timex_of(first, grain) if bound != "inside" else f"{_day(first)}/{_day(last - 1)}"
    said = f"{unit}{'-' if way < 0 else '+'}{amount}"
    return {
        "value": value, "said": said, "grain": grain, "start_day": first, "end_day": last,
        "start": datetime.combine(_day(first), time()), "end": datetime.combine(_day(last), time()),
        "certainty": "approximate" if soft else "inferred", "open": onwards if bound == "beyond" else None,
        "why": f"“{phrase}” is counted from {_day(day)}: {row['why']}",
    }  # fmt: skip


def _between(day: int, n: int, unit: str) -> tuple[int, int, str] | None:
    """The days from a day to the one that lies n units from it, both included."""
    if months := MONTHS_IN.get(unit):
        month = month_of_day(day)
        there = day_of_month(month + n * months)
        length = day_of_month(month + n * months + 1) - there
        far = there + min(day - day_of_month(month), length - 1)
    else:
        far = day + n * (14 if unit == "fortnight" else DAYS_IN.get(unit, 1))
    first, last = min(day, far), max(day, far) + 1
    return (first, last, "day") if _day_exists(first) and _day_exists(last) else None


def _counted(day: int, n: int, unit: str) -> tuple[int, int, str] | None:
    """The cell n units from the one that holds a day, as any shift is counted; None beyond the calendar of years 1 to 9999."""
    if unit == "fortnight":
        n, unit = 2 * n, "week"
    if months := MONTHS_IN.get(unit):
        month = month_of_day(day) // months * months + n * months
        first, last = day_of_month(month), day_of_month(month + months)
    else:
        first = (monday(day) if unit == "week" else day) + n * DAYS_IN.get(unit, 1)
        last = first + DAYS_IN.get(unit, 1)
    return (first, last, unit) if _day_exists(first) and _day_exists(last) else None


def _day_exists(number: int) -> bool:
    return 1 <= EPOCH.toordinal() + number <= date.max.toordinal()


def _day(number: int) -> date:
    return date.fromordinal(EPOCH.toordinal() + number)
