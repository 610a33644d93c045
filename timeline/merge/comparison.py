"""What a timeline tells that an earlier build of it did not."""

from __future__ import annotations

from collections import Counter
from typing import Any

import polars as pl

from timeline.calendar.display import with_when
from timeline.schemas import CHANGES
from timeline.text import counted

Row = dict[str, Any]


def compare(new: pl.DataFrame, old: pl.DataFrame) -> pl.DataFrame:
    """The events of `new` and `old`, two timeline frames, that differ: the columns are `timeline.schemas.CHANGES`.

    `change` is new, gone, redated, retitled, "better supported" or "less supported"; an event has a row for each.
    An event is found again by its id, and else by the sentences that it rests on.

    >>> from timeline import build_timeline
    >>> old = build_timeline(pl.DataFrame({"text": ["The bridge was opened on 3 May 2014."]})).events
    >>> new = build_timeline(pl.DataFrame({"text": ["The tunnel was closed on 7 June 2015."]})).events
    >>> compare(new, old).select("change", "when").rows()
    [('gone', '3 May 2014'), ('new', '7 June 2015')]
    """
    after, before = _rows(new), _rows(old)
    met = _met(after, before)
    found: list[tuple[int, Row]] = []
    for event in after.values():
        earlier = before.get(met.get(event["event_id"], ""))
        if earlier is None:
            found.append(_change(event, "new", None, None))
            continue
        if event["edtf"] != earlier["edtf"] or event["when"] != earlier["when"]:
            found.append(_change(event, "redated", earlier["when"], event["when"]))
        if event["title"] != earlier["title"]:
            found.append(_change(event, "retitled", earlier["title"], event["title"]))
        if event["articles"] != earlier["articles"]:
            grown = "better supported" if event["articles"] > earlier["articles"] else "less supported"
            found.append(_change(event, grown, _told(earlier), _told(event)))
    kept = set(met.values())
    found += [_change(event, "gone", None, None) for event in before.values() if event["event_id"] not in kept]
    found.sort(key=lambda pair: pair[0])
    return pl.DataFrame([row for _, row in found], schema=CHANGES)


def _rows(events: pl.DataFrame) -> dict[str, Row]:
    return {row["event_id"]: row for row in with_when(events).iter_rows(named=True)}


def _met(after: dict[str, Row], before: dict[str, Row]) -> dict[str, str]:
    """The earlier id of each event that was there before; each earlier event is met once."""
    met = {name: name for name in after if name in before}
    where = {key: name for name, row in before.items() if name not in met for key in _sentences(row)}
    for name, row in after.items():
        if name not in met:
            shared = Counter(where[key] for key in sorted(_sentences(row)) if key in where)
            taken = set(met.values())
            best = next((old for old, _ in shared.most_common() if old not in taken), None)
            if best is not None:
                met[name] = best
    return met


def _sentences(row: Row) -> set[tuple[str, int]]:
    return {
        (mention["article_id"], mention["sentence_start_char"] or 0)
        for mention in row["evidence"] or []
        if mention["article_id"]
    }


def _told(row: Row) -> str:
    return counted(row["articles"], "article")


def _change(row: Row, change: str, before: str | None, after: str | None) -> tuple[int, Row]:
    told = {name: row[name] for name in ("event_id", "when", "title")}
    return row["start_day"] or 0, told | {"change": change, "before": before, "after": after}
