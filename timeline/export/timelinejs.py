"""Events for the players that newsrooms embed: TimelineJS and vis-timeline."""

from __future__ import annotations

import html
from typing import Any

from timeline.calendar.arithmetic import civil
from timeline.calendar.display import CLOCKS, with_when
from timeline.export.exportable import Exportable, Exported, as_json

NO_PLACE = "No place told"  # vis-timeline draws no item without a group once there are groups
YEAR_GRAINS = ("century", "decade", "year")
MONTH_GRAINS = ("month",)


def as_timelinejs(line: Exportable) -> Exported:
    """The JSON that TimelineJS opens: a slide an event, dates as fine as the texts state them, sentences as its text.

    TimelineJS shows text as HTML, so every text is escaped. The format is described at
    https://timeline.knightlab.com/docs/json-format.html
    """
    slides = [_slide(row) for row in _rows(line)]
    return Exported(as_json({"title": {"text": {"headline": _safe(line.title)}}, "events": slides}))


def _slide(row: dict[str, Any]) -> dict[str, Any]:
    slide = {
        "unique_id": _safe(row["event_id"]),
        "start_date": _moment(row["start_day"], row["start"], row["grain"]),
        "display_date": row["when"],
        "text": {"headline": _safe(row["title"]), "text": "".join(_quoted(mention) for mention in row["evidence"])},
    }
    if row["end_day"] is not None and not _is_one_cell(row):
        slide["end_date"] = _moment(row["end_day"] - 1, None, "day")
    if row["place"]:
        slide["group"] = _safe(row["place"])
    return slide


def as_vis(line: Exportable) -> Exported:
    """The items of a vis-timeline `DataSet`: a box a day, a range a period, the sentences as its tooltip.

    `group` is the place, for the lanes: `new Set(items.map(item => item.group))` lists the groups to give it.
    vis-timeline shows text as HTML, so every text is escaped. The format is described at
    https://visjs.github.io/vis-timeline/docs/timeline/
    """
    return Exported(as_json([_item(row) for row in _rows(line)]))


def _item(row: dict[str, Any]) -> dict[str, Any]:
    item = {
        "id": _safe(row["event_id"]),
        "content": _safe(row["title"]),
        "start": _iso(row["start_day"]) if row["grain"] not in CLOCKS else row["start"].isoformat(),
        "title": f"<b>{_safe(row['when'])}</b>" + "".join(_quoted(mention) for mention in row["evidence"]),
        "className": f"{row['certainty']} {row['modality']}",
        "group": _safe(row["place"] or NO_PLACE),
    }
    if row["grain"] in CLOCKS or row["end_day"] - row["start_day"] <= 1:
        return item | {"type": "box"}
    return item | {"type": "range", "end": _iso(row["end_day"])}


def _rows(line: Exportable) -> list[dict[str, Any]]:
    return with_when(line.events).sort("start_day", "start", "event_id", nulls_last=True).to_dicts()


def _is_one_cell(row: dict[str, Any]) -> bool:
    """Whether the start alone gives the date, as fine as it is written."""
    days = row["end_day"] - row["start_day"]
    longest = 366 if row["grain"] == "year" else 31 if row["grain"] in MONTH_GRAINS else 1
    return bool(row["grain"] not in ("century", "decade") and days <= longest)


def _moment(day: int, clock: Any, grain: str) -> dict[str, int]:
    year, month, of_month = civil(day)
    moment = {"year": year}
    if grain not in YEAR_GRAINS:
        moment["month"] = month
        if grain not in MONTH_GRAINS:
            moment["day"] = of_month
    if clock is not None and grain in CLOCKS:
        moment |= {"hour": clock.hour, "minute": clock.minute}
    return moment


def _iso(day: int) -> str:
    """The day as ECMAScript reads it, in six-digit years where four do not do.

    >>> _iso(16730), _iso(-898132)
    ('2015-10-22', '-000489-01-01')
    """
    year, month, of_month = civil(day)
    written = f"{year:04}" if 0 <= year <= 9999 else f"{year:+07}"
    return f"{written}-{month:02}-{of_month:02}"


def _quoted(mention: dict[str, Any]) -> str:
    return (
        f"<p>“{_safe(mention['sentence'])}”<br><small>{_safe(mention['source'])}: {_safe(mention['why'])}</small></p>"
    )


def _safe(text: str | None) -> str:
    return html.escape(text or "")
