"""The sample articles and their gold: sound in themselves, and what the pipeline makes of them."""

import csv
import datetime as dt
import itertools
from pathlib import Path
from typing import Any

import polars as pl
import pytest

import timeline as tl

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


def test_the_same_event_is_reported_by_several_outlets() -> None:
    tellings: dict[str, set[str]] = {}
    for row in gold("events"):
        tellings.setdefault(row["event"], set()).add(row["file"])
    assert sum(len(files) >= 3 for files in tellings.values()) >= 8


# What the pipeline makes of them. The bars are shares of the gold; a failure prints every miss.


def rows_of(frame: pl.DataFrame, articles: pl.DataFrame, collection: str) -> dict[str, list[dict[str, Any]]]:
    """The rows of a frame by the file they come from."""
    files = {row["article_id"]: f"{collection}/{Path(row['source']).name}" for row in articles.iter_rows(named=True)}
    found: dict[str, list[dict[str, Any]]] = {file: [] for file in files.values()}
    for row in frame.iter_rows(named=True):
        found[files[row["article_id"]]].append(row)
    return found


def touches(row: dict[str, Any], truth: dict[str, str]) -> bool:
    return row["start_char"] < int(truth["end_char"]) and int(truth["start_char"]) < row["end_char"]


def of(collection: str, table: str) -> list[dict[str, str]]:
    return [row for row in gold(table) if row["file"].startswith(collection)]


@pytest.mark.parametrize("collection", COLLECTIONS)
def test_every_publication_day_is_right(lines: dict[str, tl.Timeline], collection: str) -> None:
    found = {
        Path(source).name: str(day or "") for source, day in lines[collection].articles["source", "published"].rows()
    }
    assert found == {Path(row["file"]).name: row["published"] for row in of(collection, "published")}


@pytest.mark.parametrize("collection", COLLECTIONS)
def test_dates_have_the_value_a_reader_gives_them(lines: dict[str, tl.Timeline], collection: str) -> None:
    line = lines[collection]
    found = rows_of(line.dates, line.articles, collection)
    truths = [row for row in of(collection, "dates") if row["start"]]
    misses = []
    for truth in truths:
        values = [(row["value"], row["mod"]) for row in found[truth["file"]] if touches(row, truth)]
        if (truth["value"], truth["mod"] or None) not in values:
            misses.append((truth["file"], truth["text"], truth["value"], truth["mod"], values))
    assert len(misses) <= 0.05 * len(truths), "\n".join(map(str, misses))


@pytest.mark.parametrize("collection", COLLECTIONS)
def test_dated_cells_have_the_bounds_of_the_gold(lines: dict[str, tl.Timeline], collection: str) -> None:
    """Where the value is the gold's, so are the bounds; a part of a day and a soft edge lie within the cell."""
    line = lines[collection]
    found = rows_of(line.dates, line.articles, collection)
    for truth in of(collection, "dates"):
        for row in found[truth["file"]]:
            if touches(row, truth) and row["value"] == truth["value"] and truth["start"]:
                start, end = (dt.datetime.fromisoformat(truth[side]) for side in ("start", "end"))
                if truth["mod"] or truth["type"] == "TIME":
                    assert start <= row["start"] < end, (truth, row)
                else:
                    assert (row["start"], row["end"]) == (start, end), (truth, row)


@pytest.mark.parametrize("collection", COLLECTIONS)
def test_nothing_but_a_date_is_dated(lines: dict[str, tl.Timeline], collection: str) -> None:
    line = lines[collection]
    truths = of(collection, "dates")
    dated = {
        (truth["file"], truth["start_char"]) for truth in truths if truth["start"] or truth["value"].startswith("FY")
    }
    false = [
        (file, row["text"], row["value"])
        for file, rows in rows_of(line.dates, line.articles, collection).items()
        for row in rows
        if row["start"] is not None
        and not any((file, t["start_char"]) in dated and t["file"] == file and touches(row, t) for t in truths)
    ]
    assert false == []


@pytest.mark.parametrize("collection", COLLECTIONS)
def test_dates_are_put_on_the_event_a_reader_would_name(lines: dict[str, tl.Timeline], collection: str) -> None:
    line = lines[collection]
    events = tl.extract_events(line.articles, line.dates)
    found = rows_of(events, line.articles, collection)
    ends = {(row["file"], row["start_char"]): row["end_char"] for row in of(collection, "dates")}
    wanted: dict[tuple[str, str], list[dict[str, str]]] = {}
    for row in of(collection, "events"):
        wanted.setdefault((row["file"], row["start_char"]), []).append(row)
    misses = []
    for (file, start), answers in wanted.items():
        date = {"start_char": start, "end_char": ends[file, start]}
        rows = [row for row in found[file] if touches(row, date)]
        if not any(names(row, answer) for row in rows for answer in answers):
            misses.append((file, start, [a["trigger"] for a in answers], [(r["trigger"], r["title"]) for r in rows]))
    assert len(misses) <= 0.15 * len(wanted), "\n".join(map(str, misses))


def names(event: dict[str, Any], answer: dict[str, str]) -> bool:
    """The event's trigger is the gold's, or overlaps it."""
    if event["trigger_start_char"] is None:
        return False
    return (
        event["trigger_start_char"] < int(answer["trigger_end_char"])
        and int(answer["trigger_start_char"]) < event["trigger_end_char"]
    )


@pytest.mark.parametrize("collection", COLLECTIONS)
def test_tellings_of_one_event_are_joined_and_no_others(lines: dict[str, tl.Timeline], collection: str) -> None:
    """B-cubed over the dated expressions that the gold gives an event."""
    line = lines[collection]
    found = rows_of(line.evidence, line.articles, collection)
    ends = {(row["file"], row["start_char"]): row["end_char"] for row in of(collection, "dates")}
    truth = {(row["file"], row["start_char"]): row["event"] for row in of(collection, "events")}
    found_in = {
        expression: next(
            (
                row["event_id"]
                for row in found[expression[0]]
                if touches(row, {"start_char": expression[1], "end_char": ends[expression]})
            ),
            f"in no event: {expression}",
        )
        for expression in truth
    }
    precision, recall = mean_overlap(found_in, truth), mean_overlap(truth, found_in)
    assert precision >= 0.9, precision
    assert recall >= 0.7, recall


def mean_overlap(groups: dict[Any, str], others: dict[Any, str]) -> float:
    """The mean share of a member's group that shares its other group too."""

    def together(labels: dict[Any, str], member: Any) -> set[Any]:
        return {other for other, label in labels.items() if label == labels[member]}

    return sum(len(together(groups, m) & together(others, m)) / len(together(groups, m)) for m in groups) / len(groups)
