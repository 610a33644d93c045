"""Events as a calendar that people subscribe to: iCalendar, RFC 5545."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import polars as pl

from timeline.calendar.display import CLOCKS, with_when
from timeline.export.exportable import Exportable, Exported, split_off
from timeline.problems import demand_extra
from timeline.text import MADE_CALENDAR

IN_A_CALENDAR = pl.col("start").is_not_null() & pl.col("end").is_not_null()


def as_icalendar(line: Exportable) -> Exported:
    """Every event as a VEVENT: whole days where no time of day is stated, floating times where one is.

    The description says when in words, where the date comes from and every sentence with its source. `DTSTAMP` is the
    day of the latest article of the event, so that the same timeline makes the same file. Events outside the years
    1 to 9999 are left out, for the format has no words for them. Needs the extra `calendar`.
    """
    demand_extra("an iCalendar file", "icalendar", "calendar")
    from icalendar import Calendar

    events, left_out = split_off(line.events, IN_A_CALENDAR, "iCalendar has no years before 1 or after 9999")
    calendar = Calendar()
    calendar.add("prodid", MADE_CALENDAR)
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", line.title)
    for row in with_when(events).iter_rows(named=True):
        calendar.add_component(_event(row))
    return Exported(calendar.to_ical(), left_out)


def _event(row: dict[str, Any]) -> Any:
    from icalendar import Event

    event = Event()
    event.add("uid", f"{row['event_id']}@timeline-notebook")
    event.add("dtstamp", _stamp(row))
    event.add("summary", row["title"])
    start, end = row["start"], row["end"]
    if row["grain"] in CLOCKS:
        event.add("dtstart", start)
        event.add("dtend", end)
    else:
        event.add("dtstart", start.date())
        event.add("dtend", max(end.date(), start.date() + timedelta(days=1)))
    if place := ", ".join(part for part in (row["place"], row["country"]) if part):
        event.add("location", place)
    if row["modality"]:
        event.add("categories", [row["modality"]])
    event.add("status", "CONFIRMED" if row["certainty"] == "certain" else "TENTATIVE")
    event.add("transp", "TRANSPARENT")
    event.add("description", "\n".join(_lines(row)))
    return event


def _lines(row: dict[str, Any]) -> list[str]:
    lines = [f"When: {row['when']} ({row['certainty']})"]
    lines += [f"Conflict: {conflict}" for conflict in row["conflicts"] or []]
    for mention in row["evidence"]:
        lines += ["", f"“{mention['sentence']}”", f"{mention['source']}: {mention['why']}"]
    return lines


def _stamp(row: dict[str, Any]) -> datetime:
    published: list[date] = [mention["published"] for mention in row["evidence"] if mention["published"]]
    return datetime.combine(max(published, default=row["start"].date()), time(), UTC)
