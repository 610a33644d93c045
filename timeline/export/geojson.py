"""Events with a place as a map layer: GeoJSON, RFC 7946."""

from __future__ import annotations

from typing import Any

import polars as pl

from timeline.calendar.display import with_when
from timeline.events.gazetteer import coordinates
from timeline.export.exportable import LEFT_OUT, Exportable, Exported, as_json
from timeline.export.tables import iso


def as_geojson(line: Exportable) -> Exported:
    """A point for every event whose place is in the gazetteer; the rest are left out, and named with the reason."""
    features, left = [], []
    for row in with_when(line.events).iter_rows(named=True):
        at = coordinates(row["place"]) if row["place"] else None
        if at is None:
            reason = f"no coordinates for {row['place']}" if row["place"] else "no place told"
            left.append((row["event_id"], row["title"], reason))
        else:
            features.append(_feature(row, at))
    left_out = pl.DataFrame(left, schema=LEFT_OUT, orient="row")
    return Exported(as_json({"type": "FeatureCollection", "features": features}), left_out)


def _feature(row: dict[str, Any], at: tuple[float, float]) -> dict[str, Any]:
    properties = {
        name: row[name] for name in ("title", "when", "edtf", "certainty", "modality", "place", "country", "articles")
    }
    times = {name: row[name] and iso(row[name]) for name in ("start", "end")}
    sources = {"sources": sorted({mention["source"] for mention in row["evidence"] if mention["source"]})}
    return {
        "type": "Feature",
        "id": row["event_id"],
        "geometry": {"type": "Point", "coordinates": [at[1], at[0]]},
        "properties": properties | times | sources,
    }
