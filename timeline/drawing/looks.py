"""The looks that the key of a picture explains, and which of them a timeline has."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import polars as pl

LOOKS = {
    "exact": "Exact day or time", "inferred": "Inferred day", "period": "Period", "imprecise": "Some time within",
    "approximate": "Approximate", "planned": "Planned", "denied": "Denied", "disputed": "Disputed",
}  # fmt: skip
FLAGS = ("planned", "denied", "disputed")


def looks(drawn: pl.DataFrame) -> dict[str, str]:
    """The looks that occur among drawn events, each with its words; an inferred day is not one that the text gives in full.

    >>> import polars as pl
    >>> from timeline.drawing.marks import marks
    >>> frame = pl.DataFrame({"start_day": [16709], "end_day": [16710], "edtf": ["2015-10-01?"], "modality": ["denied"]})
    >>> looks(marks(frame, lane=None))
    {'inferred': 'Inferred day', 'denied': 'Denied'}
    """
    day, inferred = drawn["kind"] == "exact", drawn["inferred"]
    there = {look: drawn[look] if look in FLAGS else drawn["kind"] == look for look in LOOKS}
    there |= {"exact": day & ~inferred, "inferred": day & inferred}
    return {look: words for look, words in LOOKS.items() if there[look].any()}
