"""What the benchmark measures with: prose that is the same each time, and a scorer that counts right."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.benchmarks.prose import articles
from tests.benchmarks.score import calibration, corpora, pairs, score
from timeline.dates import find_dates

TIMEML = """<?xml version="1.0" ?>
<TimeML><DOCID>d1</DOCID><DCT><TIMEX3 tid="t0" type="DATE" value="2015-11-18" functionInDocument="CREATION_TIME">
2015-11-18</TIMEX3></DCT><TEXT>It <EVENT eid="e1" class="OCCURRENCE">rained</EVENT> <TIMEX3 tid="t1" type="DATE"
value="2015-11-17">yesterday</TIMEX3> &amp; on <TIMEX3 tid="t2" type="DATE" value="2015-11-16">Monday</TIMEX3>.</TEXT>
</TimeML>
"""


def mention(start: int, end: int, value: str, kind: str = "DATE", **more: object) -> dict[str, object]:
    return {"start": start, "end": end, "value": value, "type": kind, **more}


def test_the_prose_is_the_same_each_time_and_varies_within() -> None:
    prose = articles(0.5)
    assert prose.equals(articles(0.5))
    assert not prose.equals(articles(0.5, seed=2))
    lines = prose["text"].str.split("\n").explode()
    assert lines.n_unique() > 0.95 * lines.len()


def test_the_prose_holds_two_to_four_dates_a_kilobyte() -> None:
    prose = articles(0.5)
    found = find_dates(prose)
    kilobytes = prose["text"].str.len_bytes().sum() / 1000
    assert 2 <= found.height / kilobytes <= 4
    assert found["text"].n_unique() > 500


def test_timeml_and_json_lines_are_both_read(tmp_path: Path) -> None:
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "d1.tml").write_text(TIMEML, "utf-8")
    row = {"doc_id": "d2", "published": None, "text": "In 1999.", "timexes": [mention(3, 7, "1999")]}
    (tmp_path / "few.jsonl").write_text(json.dumps(row) + "\n", "utf-8")
    read = dict(corpora(tmp_path))
    assert list(read) == ["few", "news"]
    (document,) = read["news"]
    assert (document["doc_id"], document["published"]) == ("d1", "2015-11-18")
    assert document["text"].startswith("It rained yesterday & on Monday.")
    assert [(t["text"], t["value"], document["text"][t["start"] : t["end"]]) for t in document["timexes"]] == [
        ("yesterday", "2015-11-17", "yesterday"),
        ("Monday", "2015-11-16", "Monday"),
    ]


def test_pairs_are_one_to_one_and_exact_ones_first() -> None:
    gold = [mention(0, 10, "a"), mention(12, 20, "b")]
    found = [mention(0, 20, "x"), mention(12, 20, "b")]
    assert [(g["value"], f["value"], exact) for g, f, exact in pairs(gold, found)] == [
        ("b", "b", True),
        ("a", "x", False),
    ]


def test_the_score_is_the_f1_of_spans_types_and_values() -> None:
    documents = [{"doc_id": "d", "timexes": [mention(0, 4, "1999"), mention(10, 14, "2001"), mention(20, 24, "2002")]}]
    found = {"d": [mention(0, 4, "1999"), mention(9, 14, "2001", "TIME")]}
    scores = score(documents, found)
    assert scores == pytest.approx({"strict": 40.0, "relaxed": 80.0, "type": 40.0, "value": 80.0})


def test_calibration_counts_right_values_by_certainty() -> None:
    documents = [{"doc_id": "d", "timexes": [mention(0, 4, "1999"), mention(10, 14, "2001")]}]
    found = {"d": [mention(0, 4, "1999", certainty="certain"), mention(10, 14, "2002", certainty="certain")]}
    assert calibration(documents, found) == {"certain": (1, 2), "inferred": (0, 0), "approximate": (0, 0)}
