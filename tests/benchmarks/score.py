"""Accuracy on annotated corpora: TempEval-3's task A, and how far a certainty can be trusted.

A corpus is a folder of TimeML files (`*.tml`) or a `*.jsonl`, a document a line: {"doc_id", "published", "text",
"timexes": [{"start", "end", "text", "type", "value"}]}, offsets in code points, end exclusive.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

Mention = dict[str, Any]
Document = dict[str, Any]


def corpora(folder: Path) -> Iterator[tuple[str, list[Document]]]:
    """Every corpus in a folder, by name."""
    for path in sorted(folder.glob("*.jsonl")):
        rows = [json.loads(row) for row in path.read_text("utf-8").split("\n") if row.strip()]
        if documents := [row for row in rows if row.get("timexes") is not None]:
            yield path.stem, documents
    for place in sorted({path.parent for path in folder.rglob("*.tml")}):
        yield place.name, [timeml(path) for path in sorted(place.glob("*.tml"))]


def timeml(path: Path) -> Document:
    """One TimeML file: the text of its TEXT element, with the TIMEX3 in it and the day it was created on."""
    root = ET.parse(path).getroot()
    created = next(
        (e.get("value", "") for e in root.iter("TIMEX3") if e.get("functionInDocument") == "CREATION_TIME"), ""
    )
    body = root.find("TEXT") if root.find("TEXT") is not None else root
    text, timexes = "", []

    def walk(element: ET.Element) -> None:
        nonlocal text
        start = len(text)
        text += element.text or ""
        for child in element:
            walk(child)
            text += child.tail or ""
        if element.tag == "TIMEX3":
            timexes.append(
                {
                    "start": start,
                    "end": len(text),
                    "text": text[start:],
                    **{k: element.get(k) for k in ("type", "value")},
                }
            )

    walk(body)  # type: ignore[arg-type]
    timexes.sort(key=lambda timex: timex["start"])
    published = created[:10] if re.fullmatch(r"\d{4}-\d\d-\d\d.*", created) else None
    return {"doc_id": path.stem, "published": published, "text": text, "timexes": timexes}


def pairs(gold: list[Mention], found: list[Mention]) -> Iterator[tuple[Mention, Mention, bool]]:
    """Gold and found mentions that overlap, one to one: exact pairs first, then by overlap."""
    overlaps = sorted(
        ((g["start"], g["end"]) != (f["start"], f["end"]), -shared, i, j)
        for i, g in enumerate(gold)
        for j, f in enumerate(found)
        if (shared := min(g["end"], f["end"]) - max(g["start"], f["start"])) > 0
    )
    used: set[tuple[str, int]] = set()
    for inexact, _, i, j in overlaps:
        if ("gold", i) not in used and ("found", j) not in used:
            used |= {("gold", i), ("found", j)}
            yield gold[i], found[j], not inexact


def score(documents: Iterable[Document], found: dict[str, list[Mention]]) -> dict[str, float]:
    """F1 of spans (strict, relaxed) and of the type and value of overlapping spans, in percent."""
    n: Counter[str] = Counter()
    for document in documents:
        mentions = found.get(document["doc_id"], [])
        n["total"] += len(document["timexes"]) + len(mentions)
        for gold, mention, exact in pairs(document["timexes"], mentions):
            n["strict"] += exact
            n["relaxed"] += 1
            n["type"] += gold["type"] == mention["type"]
            n["value"] += gold["value"] == mention["value"]
    return {name: 200 * n[name] / max(1, n["total"]) for name in ("strict", "relaxed", "type", "value")}


def calibration(documents: Iterable[Document], found: dict[str, list[Mention]]) -> dict[str, tuple[int, int]]:
    """For each certainty, how many of the mentions that the gold has too carry its value, and how many there are."""
    right: Counter[str] = Counter()
    told: Counter[str] = Counter()
    for document in documents:
        for gold, mention, _ in pairs(document["timexes"], found.get(document["doc_id"], [])):
            if mention.get("certainty"):
                told[mention["certainty"]] += 1
                right[mention["certainty"]] += gold["value"] == mention["value"]
    return {name: (right[name], told[name]) for name in ("certain", "inferred", "approximate")}
