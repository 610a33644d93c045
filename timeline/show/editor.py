"""The events in a grid that people edit in a notebook; what they type comes back as corrections."""

from __future__ import annotations

from importlib.resources import files
from typing import Any, Generic, Protocol, Self, TypeVar

import anywidget
import polars as pl
import traitlets

from timeline.calendar.display import with_when
from timeline.corrections import NOWHERE, evidence_keys, read_corrections
from timeline.revision import redated
from timeline.schemas import CORRECTIONS
from timeline.show.notebook import show

SENTENCES_SHOWN = 5
ROWS_OF_A_STILL = 8
TEXTS = ("date", "title", "place")


class Editable(Protocol):
    """What the grid reads of a timeline, and how it gives the corrections back."""

    events: pl.DataFrame
    corrections: pl.DataFrame
    pinned: pl.Series
    applied: pl.DataFrame

    def amend(self, corrections: pl.DataFrame) -> Self:
        """The timeline with more corrections."""


Line = TypeVar("Line", bound=Editable)


class Editor(anywidget.AnyWidget, Generic[Line]):
    """A grid of the events of a timeline: type over a date, title or place, tick pin, checked or drop, say why.

    Attributes:
        edits: what was typed, by event: {"date", "title", "place", "note": str, "pin", "checked", "drop": bool}.
        who: who says so; it stands in every correction.
        complaints: what is wrong with an edit, by event; such an edit is no correction until it is mended.
    """

    _esm = (files("timeline.show") / "grid.js").read_text("utf-8")
    _css = (files("timeline.show") / "grid.css").read_text("utf-8")
    rows: traitlets.List[dict[str, Any]] = traitlets.List().tag(sync=True)
    edits: traitlets.Dict[str, dict[str, Any]] = traitlets.Dict().tag(sync=True)
    who = traitlets.Unicode("").tag(sync=True)
    complaints: traitlets.Dict[str, str] = traitlets.Dict().tag(sync=True)

    def __init__(self, line: Line, who: str = "") -> None:
        self._line = line
        self._index = {event_id: index for index, event_id in enumerate(line.events["event_id"])}
        super().__init__(rows=_rows(line), who=who)
        self.observe(self._judge, "edits")

    def __repr__(self) -> str:
        return f"Editor({len(self.rows)} events, {len(self.edits)} edited; shows itself in a notebook)"

    @property
    def corrections(self) -> pl.DataFrame:
        """The corrections of the timeline and those made here, as `timeline.corrections` describes them."""
        return pl.concat([self._line.corrections, self.made])

    @property
    def made(self) -> pl.DataFrame:
        """The corrections made here alone, in the order of the events."""
        made: list[dict[str, str | None]] = []
        for event_id in sorted(
            self.edits, key=lambda event_id: (self._index.get(event_id, len(self._index)), event_id)
        ):
            edit = self.edits[event_id]
            if edit and event_id not in self.complaints:
                event = self._event(event_id)
                made += _added(edit) if event is None else _corrections(event, edit)
        rows = [row | {"who": self.who.strip() or None} for row in made]
        return read_corrections(pl.DataFrame(rows, schema=CORRECTIONS))

    @property
    def line(self) -> Line:
        """The timeline with the corrections made here."""
        return self._line.amend(self.made)

    def _event(self, event_id: str) -> dict[str, Any] | None:
        index = self._index.get(event_id)
        return None if index is None else self._line.events.row(index, named=True)

    def _judge(self, _: object) -> None:
        found = {event_id: self._complaint(event_id, edit) for event_id, edit in self.edits.items()}
        self.complaints = {event_id: complaint for event_id, complaint in found.items() if complaint}

    def _complaint(self, event_id: str, edit: dict[str, Any]) -> str | None:
        if edit.get("drop"):
            return None
        event = self._event(event_id)
        if not (edit.get("title", event and event["title"]) or "").strip():
            return "an event needs a title; to take it out, drop it" if event else "a new event needs a title"
        when = edit.get("date", event and event["edtf"])
        if not when:
            return "an event needs a date"
        try:
            if "date" in edit:
                redated(when)
        except ValueError as error:
            return str(error)
        if event and edit.get("note") and not _corrections(event, edit):
            return "a note goes with a change, a pin, a check or a drop"
        return None

    def _repr_mimebundle_(self, **options: Any) -> tuple[dict[str, Any], dict[str, Any]] | None:
        """The grid where it can live, and the first of the events as a table where it cannot."""
        bundle = super()._repr_mimebundle_(**options)
        if bundle is None:
            return None
        still = show(self._line.events, ROWS_OF_A_STILL)
        return bundle[0] | {"text/html": str(still), "text/plain": repr(still)}, bundle[1]


def _rows(line: Editable) -> list[dict[str, Any]]:
    """What the grid shows of each event; texts only, never run."""
    checked = line.applied.filter(pl.col("field") == "checked")["event_id"]
    pairs = pl.concat_list(pl.element().struct.field("source"), pl.element().struct.field("sentence"))
    rows = with_when(line.events).select(
        "when",
        "articles",
        pl.col("title", "place").fill_null(""),
        id="event_id",
        date=pl.col("edtf").fill_null(""),
        pinned=pl.col("event_id").is_in(line.pinned.implode()),
        checked=pl.col("event_id").is_in(checked.implode()),
        sentences=pl.col("evidence").list.head(SENTENCES_SHOWN).list.eval(pairs),
    )
    return rows.to_dicts()


def _corrections(event: dict[str, Any], edit: dict[str, Any]) -> list[dict[str, str | None]]:
    """The rows that one edited event becomes: a drop, or a change, a pin and a check."""
    about = {"event_id": event["event_id"], "evidence": evidence_keys(event), "note": edit.get("note") or None}
    if edit.get("drop"):
        return [{"action": "drop"} | about]
    was = {"date": event["edtf"], "title": event["title"], "place": event["place"]}
    changed = {name: edit[name].strip() for name in TEXTS if name in edit and edit[name].strip() != (was[name] or "")}
    if changed.get("place") == "":
        changed["place"] = NOWHERE
    rows: list[dict[str, str | None]] = [{"action": "change"} | about | changed] if changed else []
    return rows + [
        {"action": action} | about for action, ticked in (("pin", "pin"), ("check", "checked")) if edit.get(ticked)
    ]


def _added(edit: dict[str, Any]) -> list[dict[str, str | None]]:
    if edit.get("drop"):
        return []
    typed = {name: edit[name].strip() for name in TEXTS if edit.get(name)}
    return [{"action": "add"} | typed | {"note": edit.get("note") or None}]
