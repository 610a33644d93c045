"""Events as people revised them: every correction applied, and what became of each.

A person gives the date of an event in EDTF, as the timeline writes it, or in English words.
"""

from __future__ import annotations

import hashlib
import re
from datetime import datetime
from functools import lru_cache
from typing import Any, NamedTuple
from urllib.parse import unquote

import polars as pl

from timeline.calendar.arithmetic import moment, span
from timeline.calendar.edtf import edtf
from timeline.calendar.values import Calendar, Cell
from timeline.corrections import NOWHERE, Event, evidence_keys
from timeline.dates import find_dates
from timeline.merge import merge_events
from timeline.schemas import APPLIED, EVIDENCE, TIMELINE

MARKS = {"~": "approximate", "%": "approximate", "?": "inferred", "": "certain"}
# A year of more than four digits needs its Y: 20151007 is a day that lost its hyphens. Twelve digits of a year are days
# that a column of 64 bits holds.
CODE = re.compile(
    r"(?P<year>Y-?[0-9]{4,12}|-?[0-9]{4}|[0-9]{3}X|[0-9]{2}XX)"
    r"(?:-(?P<part>[0-9]{2})(?:-(?P<day>[0-9]{2}))?)?(?P<mark>[~?%]?)"
)
PARTS = {
    21: Cell(season="SP"), 22: Cell(season="SU"), 23: Cell(season="FA"), 24: Cell(season="WI"),
    33: Cell(quarter=1), 34: Cell(quarter=2), 35: Cell(quarter=3), 36: Cell(quarter=4),
    40: Cell(half=1), 41: Cell(half=2),
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
    """The columns `DATE_COLUMNS` of an event for a date that a person gives.

    Raises `ValueError` for a text that is no date, and for a date without its year.

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


Correction = dict[str, str | None]
# How each change is written in the evidence of its event.
PROSE = {
    "date": "date: {after} (was {before})",
    "title": "title: {after} (was {before})",
    "place": "place: {after} (was {before})",
    "pinned": "pinned",
    "checked": "checked",
    "added": "added",
    "merged": "merged with “{before}”",
    "split": "split from “{before}”",
}


class Applied(NamedTuple):
    """One change that a correction made: a key of `PROSE`, the value before and after, who made it, and why."""

    field: str
    before: str | None
    after: str | None
    who: str | None
    note: str | None


class Revision(NamedTuple):
    """What `amend` gives: the events, the corrections with what became of each, and every change that they made.

    `events` has the columns `timeline.schemas.TIMELINE`, `applied` those of `APPLIED`. `corrections` has two columns
    more, both String: `applied_to`, the event (of a "publish" the article) it was applied to, and `failed`, the reason
    where it names what cannot be done; both are null where no event fits any longer.
    """

    events: pl.DataFrame
    corrections: pl.DataFrame
    applied: pl.DataFrame


def amend(
    events: pl.DataFrame, corrections: pl.DataFrame, tellings: pl.DataFrame, applied: pl.DataFrame | None = None
) -> Revision:
    """Apply corrections to a timeline frame, from top to bottom.

    `applied` holds the changes of earlier corrections of these events. Every correction adds an entry without an
    article to the evidence of its event, and that entry says in words what the changes in `applied` say in columns.
    """
    applied = APPLIED.to_frame() if applied is None else applied
    if corrections.is_empty():
        unplaced = [pl.lit(None, pl.String).alias(name) for name in ("applied_to", "failed")]
        return Revision(events, corrections.with_columns(unplaced), applied)
    concerned = events.filter(_concerned(events, corrections))
    found = {row["event_id"]: row for row in _rows(concerned)}
    _restore(found, applied)
    done: list[tuple[str | None, str | None]] = []
    for correction in corrections.iter_rows(named=True):
        try:
            done.append((_apply(found, correction, tellings), None))
        except ValueError as error:
            done.append((None, str(error)))
    alone = ~pl.col("event_id").is_in([*concerned["event_id"], *found])
    changes = pl.concat([applied.filter(alone), _changes(found)])
    written = [event | {"evidence": [_written(entry) for entry in event["evidence"]]} for event in found.values()]
    amended = pl.concat(
        [events.filter(alone).select(*TIMELINE), pl.DataFrame(written, schema=TIMELINE, orient="row")]
    ).sort("start_day", "start", "event_id", nulls_last=True)
    results = pl.DataFrame(done, schema={"applied_to": pl.String, "failed": pl.String}, orient="row")
    return Revision(amended, corrections.hstack(results), changes)


def _restore(events: dict[str, Event], applied: pl.DataFrame) -> None:
    """Give the entries of earlier corrections the changes that they tell of."""
    for event_id, entry, *change in applied.select(*APPLIED).iter_rows():
        if event_id in events:
            events[event_id]["evidence"][entry].setdefault("applied", []).append(Applied(*change))


def _changes(events: dict[str, Event]) -> pl.DataFrame:
    rows = [
        (event_id, index, *change)
        for event_id, event in events.items()
        for index, entry in enumerate(event["evidence"])
        for change in entry.get("applied", ())
    ]
    return pl.DataFrame(rows, schema=APPLIED, orient="row")


def _written(entry: Event) -> Event:
    """An entry of the evidence as the frame has it: what a correction changed is written out in words."""
    changes = entry.get("applied")
    if not changes:
        return entry
    what = "; ".join(
        PROSE[change.field].format(before=change.before or "none", after=change.after) for change in changes
    )
    by = changes[0].who or "hand"
    fields = dict.fromkeys(EVIDENCE) | {"source": f"corrected by {by}", "date_text": "", "why": what}
    return fields | {"sentence": changes[0].note or what}


def _concerned(events: pl.DataFrame, corrections: pl.DataFrame) -> pl.Series:
    """Which events a correction names, by id or by one of their sentences: only these are taken apart."""
    added = [_new_id(row) for row in corrections.iter_rows(named=True) if row["action"] == "add"]
    named = {*corrections["event_id"].drop_nulls(), *corrections["into"].drop_nulls(), *added}
    keys = {
        key
        for column in ("evidence", "into_evidence")
        for text in corrections[column].drop_nulls()
        for key in text.split()
    }
    articles_of = events.select(
        "event_id", pl.col("evidence").list.eval(pl.element().struct.field("article_id"))
    ).explode("evidence")
    articles = {unquote(key.rpartition(":")[0]) for key in keys}
    holding = set(articles_of.filter(pl.col("evidence").is_in(articles))["event_id"])
    return events["event_id"].is_in(named | holding)


def _rows(events: pl.DataFrame) -> list[Event]:
    return events.select(*TIMELINE).to_dicts()


def _apply(events: dict[str, Event], correction: Correction, tellings: pl.DataFrame) -> str | None:
    action = correction["action"]
    if action == "publish":
        return correction["article"]
    if action == "add":
        return _add(events, correction)
    event = _find(events, correction["event_id"], correction["evidence"])
    if event is None:
        return None
    if action == "drop":
        del events[event["event_id"]]
    elif action == "merge":
        return _merge(events, event, correction)
    elif action == "split":
        return _split(events, event, correction, tellings)
    else:
        _change(event, correction)
    return str(event["event_id"])


def _find(events: dict[str, Event], event_id: str | None, evidence: str | None) -> Event | None:
    """The event of that id, or else the one that holds most of the sentences the correction was made on."""
    if event_id in events:
        return events[event_id]
    wanted = set((evidence or "").split())
    shared = {key: len(wanted & set(evidence_keys(event).split())) for key, event in events.items()}
    best = max(shared, key=lambda key: (shared[key], key), default=None)
    return events[best] if best is not None and shared[best] else None


def _change(event: Event, correction: Correction) -> None:
    changes: list[tuple[str, str | None]] = []
    if correction["date"]:
        changes.append(("date", event["edtf"]))
        event.update(redated(correction["date"]))
    for field in ("title", "place"):
        if correction[field]:
            changes.append((field, event[field]))
            event[field] = None if field == "place" and correction[field] == NOWHERE else correction[field]
    if correction["action"] in ("pin", "check"):
        changes.append(("pinned" if correction["action"] == "pin" else "checked", None))
    if not changes:
        raise ValueError("a change needs a date, a title or a place")
    event["evidence"] = [*event["evidence"], _by_hand(correction, *changes)]


def _new_id(correction: Correction) -> str:
    key = f"{correction['date']}\n{correction['title']}"
    return correction["event_id"] or hashlib.sha256(key.encode()).hexdigest()[:12]


def _add(events: dict[str, Event], correction: Correction) -> str:
    when, title = correction["date"], correction["title"]
    if not when or not title:
        raise ValueError("an event that is added needs a date and a title")
    event_id = _new_id(correction)
    empty = {
        "actors": [],
        "conflicts": [],
        "modality": "asserted",
        "articles": 0,
        "sources": 0,
        "wordings": 0,
        "score": 0.0,
    }
    given = {
        "event_id": event_id,
        "title": title,
        "place": correction["place"],
        "evidence": [_by_hand(correction, ("added", None))],
    }
    events[event_id] = dict.fromkeys(TIMELINE) | empty | given | redated(when)
    return event_id


def _merge(events: dict[str, Event], event: Event, correction: Correction) -> str | None:
    target = _find(events, correction["into"], correction["into_evidence"])
    if target is None or target is event:
        return None
    del events[event["event_id"]]
    _take_in(target, event)
    target["evidence"] = [*target["evidence"], _by_hand(correction, ("merged", event["title"]))]
    return str(target["event_id"])


def _take_in(target: Event, other: Event) -> None:
    evidence = [*target["evidence"], *other["evidence"]]
    target["evidence"] = evidence
    target["actors"] = list(dict.fromkeys([*target["actors"], *other["actors"]]))
    target["conflicts"] = list(dict.fromkeys([*target["conflicts"], *other["conflicts"]]))
    target["articles"] = len({mention["article_id"] for mention in evidence if mention["article_id"]})
    target["sources"] = len({mention["source"] for mention in evidence if mention["article_id"]})
    target["wordings"] += other["wordings"]
    target["score"] = max(target["score"], other["score"])


def _split(events: dict[str, Event], event: Event, correction: Correction, tellings: pl.DataFrame) -> str | None:
    """The sentences of one article leave the event and become one of their own.

    Both events are built anew from their mentions. What people did to the event before stays with the sentences that
    stay.
    """
    keys = [(mention["article_id"], mention["start_char"]) for mention in event["evidence"] if mention["article_id"]]
    leaving = [key for key in keys if key[0] == correction["article"]]
    staying = [key for key in keys if key[0] != correction["article"]]
    if not leaving or not staying:
        return None
    del events[event["event_id"]]
    parts = [_built(tellings, part) for part in (staying, leaving)]
    parts[0].update(_given(event), event_id=event["event_id"])
    parts[0]["evidence"] = [
        *parts[0]["evidence"],
        *(mention for mention in event["evidence"] if not mention["article_id"]),
    ]
    if parts[1]["event_id"] == event["event_id"]:
        parts[1]["event_id"] = f"{event['event_id']}-{correction['article']}"
    for part in parts:
        part["evidence"] = [*part["evidence"], _by_hand(correction, ("split", event["title"]))]
        events[part["event_id"]] = part
    return str(event["event_id"])


def _given(event: Event) -> Event:
    """The fields of an event that still hold what a correction gave them."""
    if any(change.field == "added" for change in event["evidence"][0].get("applied", ())):
        return {name: event[name] for name in (*DATE_COLUMNS, "title", "place")}
    changes = [change for entry in event["evidence"] for change in entry.get("applied", ())]
    given: Event = {}
    for change in changes:
        if change.field == "date" and redated(change.after)["edtf"] == event["edtf"]:
            given.update({name: event[name] for name in DATE_COLUMNS})
        elif change.field in ("title", "place") and change.after == (event[change.field] or NOWHERE):
            given[change.field] = event[change.field]
    return given


def _built(tellings: pl.DataFrame, keys: list[tuple[str, int]]) -> Event:
    wanted = pl.DataFrame(keys, schema={"article_id": pl.String, "start_char": pl.Int64}, orient="row")
    first, *others = _rows(merge_events(tellings.join(wanted, on=["article_id", "start_char"], how="semi")))
    for other in others:
        _take_in(first, other)
    return first


def _by_hand(correction: Correction, *changes: tuple[str, str | None]) -> Event:
    """An entry of the evidence for what a correction changed: each field, with its value before."""
    who, note = correction["who"], correction["note"]
    applied = [Applied(field, before, correction.get(field), who, note) for field, before in changes]
    return dict.fromkeys(EVIDENCE) | {"applied": applied}
