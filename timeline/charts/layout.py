"""Rows for a still picture: every event finds a row in its lane, every label the room it needs, the important ones first."""

from __future__ import annotations

import math
from typing import Any

import polars as pl

ROW, PAD, GAP, LABEL_GAP, FADE, INSIDE = 26.0, 8.0, 10.0, 6.0, 40.0, 20.0
POINT = 22.0  # the least width of a mark that is not a day
LABELS, SHORTEST = (420.0, 280.0, 150.0), 72.0
ROOMY, ROWS = 8, 36  # so many rows a lane, and in all lanes, for the sake of labels; marks alone may open more
# Widths of Helvetica's letters in thousandths of the type size, grouped; a safety margin covers its cousins.
LETTERS = {
    "ijl'|": 222, "!,./:;I[]ft \\": 278, '()-`r"': 333, "*^": 430, "cksvxyz": 500, "Jabdeghnopqu0123456789?_$#L": 556,
    "+<=>~FTZ": 611, "&ABEKPSVXY": 667, "CDHNRUw": 722, "GOQ": 778, "mM": 833, "%": 889, "W": 944, "@—…": 1015,
}  # fmt: skip
WIDTH = {letter: width for letters, width in LETTERS.items() for letter in letters}


def text_width(text: str, size: float = 13) -> float:
    """Roughly how wide a text is drawn, in pixels; wide scripts count as squares.

    >>> 60 < text_width("Parliament") < 68
    True
    """
    ems = sum(WIDTH.get(letter, 1000 if ord(letter) > 0x2E80 else 600) for letter in text)
    return ems * size / 1000 * 1.06


def cut(text: str, room: float, size: float = 13) -> str | None:
    """The text, cut after a word to fit the room; None where too little would be left.

    >>> cut("Parliament votes on a second tube", 120)
    'Parliament votes…'
    """
    if text_width(text, size) <= room:
        return text
    if room < SHORTEST:
        return None
    kept = text
    while kept and text_width(kept + "…", size) > room:
        kept = kept[:-1]
    space = len(kept) if text[len(kept)] == " " else kept.rfind(" ")
    return (kept[:space] if space > len(kept) * 0.6 else kept).rstrip(" ,.;:-–") + "…"


def mark_height(tellings: int) -> float:
    """Size says how often an event was told independently, and stops growing at eight."""
    return min(18.0, 9 + 3 * math.log2(max(1, tellings)))


def packed(
    drawn: pl.DataFrame, order: list[str], lo: float, hi: float, width: float, most: int = 400
) -> tuple[pl.DataFrame, list[dict[str, Any]]]:
    """`drawn` (of `marks`) with `y`, `y2`, `middle`, `h`, `point`, `label`, `anchor`, `dx`, `align`, `inside`; and the lanes with their edges.

    `order` names the lanes from top to bottom. Pixels count from the top. `point` says that the mark is narrower than its least width and is drawn as a sign. The first
    `most` events by score compete for labels; every event gets a row.
    """
    per_pixel = (hi - lo) / width
    lanes: list[dict[str, Any]] = []
    columns: dict[str, dict[str, Any]] = {}
    top = 0.0
    ranked = drawn.sort(["score", "x", "event_id"], descending=[True, False, False])
    labelled = set(ranked.head(most)["event_id"])
    roomy = max(ROOMY, ROWS // max(1, len(order)))
    for lane in order:
        rows: list[list[tuple[float, float]]] = []
        for event in ranked.filter(pl.col("lane") == lane).iter_rows(named=True):
            mark = _mark(event, lo, per_pixel)
            for box in _boxes(event, mark, width, event["event_id"] in labelled):
                row = _free(rows, box["left"], box["right"])
                if row is None and len(rows) < roomy:
                    row = len(rows)
                if row is not None or box["label"] is None:
                    break
            row = len(rows) if row is None else row
            if row == len(rows):
                rows.append([])
            rows[row].append((box["left"], box["right"]))
            middle = top + PAD + (row + 0.5) * ROW
            sized = {
                "middle": middle,
                "y": middle - mark["h"] / 2,
                "y2": middle + mark["h"] / 2,
                "h": mark["h"],
                "point": mark["point"],
                "inside": bool(box.get("inside")),
            }
            if box.get("inside"):
                sized |= {"y": middle - INSIDE / 2, "y2": middle + INSIDE / 2}
            columns[event["event_id"]] = sized | {name: box[name] for name in ("label", "anchor", "dx", "align")}
        bottom = top + 2 * PAD + len(rows) * ROW
        lanes.append({"lane": lane, "y": top, "y2": bottom})
        top = bottom
    schema = {"y": pl.Float64, "y2": pl.Float64, "middle": pl.Float64, "h": pl.Float64, "point": pl.Boolean, "label": pl.String,
              "anchor": pl.Float64, "dx": pl.Float64, "align": pl.String, "inside": pl.Boolean}  # fmt: skip
    placed = pl.DataFrame([columns[event_id] for event_id in drawn["event_id"]], schema=schema)
    return pl.concat([drawn, placed], how="horizontal"), lanes


def _mark(event: dict[str, Any], lo: float, per_pixel: float) -> dict[str, Any]:
    h = mark_height(event["tellings"])
    start, end = (event["x"] - lo) / per_pixel, (event["x2"] - lo) / per_pixel
    least = h if event["kind"] == "exact" else POINT
    point = end - start < least
    middle = (start + end) / 2
    left, right = (middle - least / 2, middle + least / 2) if point else (start, end)
    if event["open"] == "after":
        right += FADE
    if event["open"] == "before":
        left -= FADE
    return {
        "left": left,
        "right": right,
        "h": h,
        "point": point,
        "start": middle if point else start,
        "end": middle if point else end,
    }


def _boxes(event: dict[str, Any], mark: dict[str, Any], width: float, labelled: bool) -> list[dict[str, Any]]:
    """The boxes that an event would take, from best to worst: with its whole label, with a cut one, with none."""
    left, right = max(0.0, mark["left"]), min(width, mark["right"])
    middle = (event["x"] + event["x2"]) / 2
    first, last = (middle, middle) if mark["point"] else (event["x"], event["x2"])
    gap = LABEL_GAP + (7 if event["disputed"] else 0)
    tried = list(dict.fromkeys(label for room in LABELS if labelled and (label := cut(event["title"], room))))
    soft = "≈ " if event["kind"] == "approximate" else ""
    room = 0 if mark["point"] else mark["end"] - mark["start"] - 26
    inside = [
        {
            "left": left,
            "right": right,
            "anchor": first,
            "dx": 10.0,
            "align": "left",
            "label": soft + label,
            "inside": True,
        }
        for label in tried
        if text_width(soft + label) <= room
    ]
    whole = bool(inside) and inside[0]["label"] == soft + tried[0]
    boxes = inside[:1] if whole else []
    for label in tried:
        wide = text_width(label)
        if right + gap + wide <= width:
            boxes.append(
                {
                    "left": left,
                    "right": right + gap + wide,
                    "anchor": last,
                    "dx": right + gap - mark["end"],
                    "align": "left",
                    "label": label,
                }
            )
        elif left - LABEL_GAP - wide >= 0:
            boxes.append(
                {
                    "left": left - LABEL_GAP - wide,
                    "right": right,
                    "anchor": first,
                    "dx": left - LABEL_GAP - mark["start"],
                    "align": "right",
                    "label": label,
                }
            )
    return [
        *boxes,
        *inside,
        {"left": left, "right": right, "anchor": middle, "dx": 0.0, "align": "left", "label": None},
    ]


def _free(rows: list[list[tuple[float, float]]], left: float, right: float) -> int | None:
    for number, row in enumerate(rows):
        if all(right + GAP <= taken_left or taken_right + GAP <= left for taken_left, taken_right in row):
            return number
    return None
