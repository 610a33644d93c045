"""What a reader of the page can filter by: places, actors, how an event is told, how sure its date is, a column of the user's."""

from __future__ import annotations

from typing import Any

import polars as pl

from timeline.drawing.marks import told_values

NAMES = {"place": "Place", "actor": "Who", "told": "Told as", "certainty": "Date is"}
COLUMNS = {"told": "modality", "certainty": "certainty"}


def facets(frame: pl.DataFrame, lane: str | None = None) -> dict[str, dict[str, Any]]:
    """For each thing to filter by its `name`, its `labels`, and `of`: for every event the numbers of its labels.

    Sources are left out: the page knows them from the evidence. A facet in which nobody could choose is left out, too.

    >>> frame = pl.DataFrame({"place": ["Oslo", None, "Rome"], "actors": [[], [], []], "modality": None, "certainty": None})
    >>> facets(frame)
    {'place': {'name': 'Place', 'labels': ['Oslo', 'Rome'], 'of': [[0], [], [1]]}}
    """
    offered = {}
    own = [] if lane in (None, "source", *NAMES) else [str(lane)]
    for key in (*NAMES, *own):
        told = told_values(frame, COLUMNS.get(key, key)).cast(pl.List(pl.String))
        labels = sorted(told.explode().drop_nulls().unique(), key=lambda label: (label.casefold(), label))
        number = {label: at for at, label in enumerate(labels)}
        of = [[number[label] for label in dict.fromkeys(row or []) if label is not None] for row in told.to_list()]
        if len(labels) > 1 or (labels and not all(of)):
            offered[key] = {"name": NAMES.get(key, key), "labels": labels, "of": of}
    return offered
