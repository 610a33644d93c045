"""Rows for a still picture: every event gets a row in its lane and, the most important first, room for its label."""

from __future__ import annotations

import math
from bisect import bisect_right
from typing import Any

import polars as pl

from timeline.charts.marks import LEADS, LOOKS, SIZES

# So many rows a lane, and in all lanes, for the sake of labels; marks alone may open more.
ROOMY, ROWS = 8, 36
BOLD = 1.1  # bold letters are so much wider
TWO_LINES = 44.0  # the height of a mark that holds two lines, and how far they stand from its middle:
LINE = 9.0
# Widths of Helvetica's letters in thousandths of the type size, grouped; a safety margin covers its cousins.
LETTERS = {
    "ijl'|": 222, "!,./:;I[]ft \\": 278, '()-`r"': 333, "*^": 430, "cksvxyz": 500, "Jabdeghnopqu0123456789?_$#L": 556,
    "+<=>~FTZ": 611, "&ABEKPSVXY": 667, "CDHNRUw": 722, "GOQ": 778, "mM": 833, "%": 889, "W": 944, "@—…": 1015,
}  # fmt: skip
WIDTH = {letter: width for letters, width in LETTERS.items() for letter in letters}


def text_width(text: str, size: float = SIZES.text) -> float:
    """Roughly how wide a text is drawn, in pixels; wide scripts count as squares.

    >>> 60 < text_width("Parliament") < 68
    True
    """
    ems = sum(WIDTH.get(letter, 1000 if ord(letter) > 0x2E80 else 600) for letter in text)
    return ems * size / 1000 * 1.06


def cut(text: str, room: float, size: float = SIZES.text) -> str | None:
    """The text, cut after a word to fit the room; None where too little would be left.

    >>> cut("Parliament votes on a second tube", 120)
    'Parliament votes…'
    """
    if text_width(text, size) <= room:
        return text
    if room < SIZES.shortest:
        return None
    # Halving: to try one length after the other takes minutes for a title as long as an article.
    fit = bisect_right(range(len(text)), room, key=lambda length: text_width(text[:length] + "…", size))
    kept = text[: max(0, fit - 1)]
    space = len(kept) if text[len(kept)] == " " else kept.rfind(" ")
    return (kept[:space] if space > len(kept) * 0.6 else kept).rstrip(" ,.;:-–") + "…"


def mark_height(tellings: int) -> float:
    """The height of a mark: it grows with the independent tellings, up to eight of them."""
    return min(SIZES.highest, SIZES.lowest + SIZES.growth * math.log2(max(1, tellings)))


def packed(
    drawn: pl.DataFrame, order: list[str], lo: float, hi: float, width: float, most: int = 400
) -> tuple[pl.DataFrame, list[dict[str, Any]]]:
    """The marks with the columns of `PLACED`, and the lanes with their upper and lower edges.

    `drawn` has the columns of `timeline.charts.marks.marks`; `order` names the lanes from top to bottom. Pixels count
    from the top. The first `most` events by score compete for labels; every event gets a row. The few of most weight
    stand out: they get two rows, and above the label `over`, their date.
    """
    per_pixel = (hi - lo) / width
    lanes: list[dict[str, Any]] = []
    columns: dict[str, dict[str, Any]] = {}
    top = 0.0
    ranked = drawn.sort(["score", "x", "event_id"], descending=[True, False, False])
    labelled = set(ranked.head(most)["event_id"])
    roomy = max(ROOMY, ROWS // max(1, len(order)))
    leads = set(ranked.head(LEADS).filter(pl.col("score") > pl.lit(ranked["score"].min()))["event_id"])
    for lane in order:
        rows: list[list[tuple[float, float]]] = []
        for event in ranked.filter(pl.col("lane") == lane).iter_rows(named=True):
            lead = event["event_id"] in leads
            high = 2 if lead else 1
            mark = _mark(event, lo, per_pixel)
            for box in _boxes(event, mark, width, event["event_id"] in labelled, lead):
                row = _free(rows, box["taken"], high)
                if row + high <= max(roomy, len(rows)) or box["label"] is None:
                    break
            while len(rows) < row + high:
                rows.append([])
            for taken in rows[row : row + high]:
                taken.append(box["taken"])
            middle = top + SIZES.lane_pad + (row + high / 2) * SIZES.row
            h = mark["h"] if not box["inside"] else TWO_LINES if lead else SIZES.inside
            placed = {"middle": middle, "y": middle - h / 2, "y2": middle + h / 2, "lead": lead}
            columns[event["event_id"]] = mark | box | placed | {"h": h}
        bottom = top + 2 * SIZES.lane_pad + len(rows) * SIZES.row
        lanes.append({"lane": lane, "y": top, "y2": bottom})
        top = bottom
    rows_placed = [{name: columns[event_id][name] for name in PLACED} for event_id in drawn["event_id"]]
    return pl.concat([drawn, pl.DataFrame(rows_placed, schema=PLACED)], how="horizontal"), lanes


# Where a mark stands: its edges and its height; `left` and `right` are the pixels that it reaches beyond its span.
# Where its label stands: `dx` pixels from the time `anchor`.
PLACED: dict[str, type[pl.DataType]] = {
    "y": pl.Float64,
    "y2": pl.Float64,
    "middle": pl.Float64,
    "h": pl.Float64,
    "left": pl.Float64,
    "right": pl.Float64,
    "label": pl.String,
    "over": pl.String,
    "lead": pl.Boolean,
    "anchor": pl.Float64,
    "dx": pl.Float64,
    "align": pl.String,
    "inside": pl.Boolean,
}


def _mark(event: dict[str, Any], lo: float, per_pixel: float) -> dict[str, float]:
    """The height of a mark, its span in pixels, and how far it reaches beyond the span."""
    h = mark_height(event["tellings"])
    start, end = (event["x"] - lo) / per_pixel, (event["x2"] - lo) / per_pixel
    air = max(0.0, (LOOKS[event["kind"]].wide * h - (end - start)) / 2)
    left, right = (air + (SIZES.fade if event["open"] == side else 0) for side in ("before", "after"))
    return {"h": h, "start": start, "end": end, "left": left, "right": right}


def _boxes(
    event: dict[str, Any], mark: dict[str, float], width: float, labelled: bool, lead: bool
) -> list[dict[str, Any]]:
    """The boxes that an event would take, from best to worst: with its whole label, with a cut one, with none.

    `taken` is the stretch of the row in pixels.
    """
    start, end = mark["start"], mark["end"]
    left, right = max(0.0, start - mark["left"]), min(width, end + mark["right"])
    gap = SIZES.label_gap + (SIZES.badge if event["disputed"] else 0)
    size = SIZES.lead * BOLD if lead else SIZES.text
    tried = list(
        dict.fromkeys(label for room in SIZES.labels if labelled and (label := cut(event["title"], room, size)))
    )
    over = event["when"] if lead else None

    def wide(label: str) -> float:
        return max(text_width(label, size), text_width(over or ""))

    soft = "≈ " if event["kind"] == "approximate" and not lead else ""
    bare = {"inside": False, "align": "left", "over": over}
    inside = [
        bare | {"taken": (left, right), "anchor": event["x"], "dx": SIZES.inset, "label": soft + label, "inside": True}
        for label in tried
        if wide(soft + label) + SIZES.slack <= end - start
    ]
    whole = bool(inside) and inside[0]["label"] == soft + tried[0]
    boxes = inside[:1] if whole else []
    for label in tried:
        after, before = right + gap, left - SIZES.label_gap
        room = wide(label)
        if after + room + SIZES.edge <= width:
            taken = {"taken": (left, after + room), "anchor": event["x2"], "dx": after - end}
            boxes.append(bare | taken | {"label": label})
        elif before - room >= 0:
            taken = {"taken": (before - room, right), "anchor": event["x"], "dx": before - start}
            boxes.append(bare | taken | {"label": label, "align": "right"})
    return [
        *boxes,
        *inside,
        bare | {"taken": (left, right), "anchor": event["x"], "dx": 0.0, "label": None, "over": None},
    ]


def _free(rows: list[list[tuple[float, float]]], box: tuple[float, float], high: int) -> int:
    """The index of the first row in which the stretch is free, and in as many rows from there as it is high."""

    left, right = box

    def fits(index: int) -> bool:
        taken = (other for row in rows[index : index + high] for other in row)
        return all(right + SIZES.gap <= start or end + SIZES.gap <= left for start, end in taken)

    return next((index for index in range(len(rows)) if fits(index)), len(rows))
