"""The sample articles and their gold: sound in themselves, and what the pipeline makes of them."""

import csv
import datetime as dt
import itertools
from pathlib import Path

import pytest

DATA = Path(__file__).parent.parent / "data"
COLLECTIONS = {"articles": 14, "harbour-bridge": 5}
FILES = sorted(path for name in COLLECTIONS for path in (DATA / name).iterdir())


def gold(table: str) -> list[dict[str, str]]:
    with (DATA / "gold" / f"{table}.csv").open(encoding="utf-8", newline="") as rows:
        return list(csv.DictReader(rows))


def text_of(file: str) -> str:
    return (DATA / file).read_text(encoding="utf-8")


def name_of(path: Path) -> str:
    return path.relative_to(DATA).as_posix()


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_article_is_short_utf8_text(path: Path) -> None:
    text = path.read_bytes().decode("utf-8")
    assert path.suffix in {".txt", ".md"}
    assert 100 <= len(text.split()) <= 350
    assert "\r" not in text
    assert "[[" not in text
    assert "{{" not in text


@pytest.mark.parametrize(("collection", "fewest"), COLLECTIONS.items())
def test_collection_is_large_enough(collection: str, fewest: int) -> None:
    assert sum(name_of(path).startswith(collection) for path in FILES) >= fewest


def test_gold_dates_slice_to_their_text() -> None:
    rows = gold("dates")
    assert len(rows) >= 200
    for row in rows:
        assert text_of(row["file"])[int(row["start_char"]) : int(row["end_char"])] == row["text"], row


def test_gold_dates_are_in_order_and_never_overlap() -> None:
    rows = gold("dates")
    for row, after in itertools.pairwise(rows):
        assert row["file"] < after["file"] or int(row["end_char"]) <= int(after["start_char"]), after


def test_gold_bounds_are_half_open_and_only_on_dated_types() -> None:
    for row in gold("dates"):
        assert row["type"] in {"DATE", "TIME", "DURATION", "SET"}
        if not row["start"]:
            assert not row["end"]
            continue
        assert row["type"] in {"DATE", "TIME"}
        start, end = (dt.datetime.fromisoformat(row[side]) for side in ("start", "end"))
        assert start < end
        if len(row["value"]) >= 4:
            assert int(row["value"][:4]) == start.year or row["value"][4:6] == "-W", row


def test_every_file_has_its_publication_row() -> None:
    rows = gold("published")
    assert [row["file"] for row in rows] == sorted(map(name_of, FILES))
    for row in rows:
        assert row["basis_hint"]
        assert (row["basis_hint"] == "none") == (row["published"] == "")
        if row["published"]:
            dt.date.fromisoformat(row["published"])


def test_gold_events_point_at_a_date_and_at_their_trigger() -> None:
    known = {(row["file"], row["start_char"]) for row in gold("dates")}
    rows = gold("events")
    assert len(rows) >= 150
    for row in rows:
        assert (row["file"], row["start_char"]) in known, row
        span = slice(int(row["trigger_start_char"]), int(row["trigger_end_char"]))
        assert text_of(row["file"])[span] == row["trigger"], row
        assert row["modality"] in {"asserted", "reported", "planned", "denied", "conditional"}
        assert row["title_hint"]


def test_the_same_event_is_told_by_several_outlets() -> None:
    tellings: dict[str, set[str]] = {}
    for row in gold("events"):
        tellings.setdefault(row["event"], set()).add(row["file"])
    assert sum(len(files) >= 3 for files in tellings.values()) >= 8
