"""The dates of a text as events need them: both ends of a range as one, datelines only where they date something."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from timeline.grammar import words
from timeline.telling.meanings import MOVING
from timeline.telling.verbs import VERB_FORMS

_MOVED = re.compile(
    rf"(?i)\b(?:{words(form for form, verb in VERB_FORMS.items() if verb.lemma in MOVING)}) from (?:the )?$"
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
