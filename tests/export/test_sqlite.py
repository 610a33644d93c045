"""The database as sqlite-utils and Datasette open it."""

from __future__ import annotations

import asyncio
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from datetime import date, time
from typing import TYPE_CHECKING

import polars as pl
import pytest

from tests.fabricated import HOSTILE, timeline
from timeline import build_timeline
from timeline.export import is_made

if TYPE_CHECKING:
    from pathlib import Path

    from timeline.timeline import Timeline


@pytest.fixture(scope="module")
def database(sample_line: Timeline, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return sample_line.save(tmp_path_factory.mktemp("sqlite") / "events.sqlite").path


def test_every_row_is_there_with_its_keys(sample_line: Timeline, database: Path) -> None:
    connection = sqlite3.connect(database)
    count = {
        name: connection.execute(f"SELECT count(*) FROM {name}").fetchone()[0]
        for name in ("events", "evidence", "articles")
    }
    joined = connection.execute(
        "SELECT count(*) FROM evidence JOIN events USING (event_id) JOIN articles USING (article_id)"
    ).fetchone()
    broken = connection.execute("PRAGMA foreign_key_check").fetchall()
    connection.close()
    assert count == {
        "events": len(sample_line),
        "evidence": sample_line.evidence.height,
        "articles": sample_line.articles.height,
    }
    assert joined == (sample_line.evidence.height,)
    assert broken == []
    assert is_made(database)


def test_the_same_timeline_makes_the_same_database(sample_line: Timeline, database: Path, tmp_path: Path) -> None:
    assert sample_line.save(tmp_path / "again.sqlite").path.read_bytes() == database.read_bytes()


def test_text_stays_text_and_what_is_undated_is_in_it(tmp_path: Path) -> None:
    line = timeline()
    written = line.save(tmp_path / "line.sqlite")
    connection = sqlite3.connect(written.path)
    titles = [title for (title,) in connection.execute("SELECT title FROM events ORDER BY rowid")]
    undated = connection.execute("SELECT count(*) FROM undated").fetchone()
    connection.close()
    assert titles == line.events["title"].to_list()
    assert HOSTILE in titles
    assert (undated, written.undated) == ((line.undated.height,), 0)


def test_sqlite_utils_finds_the_keys_and_searches(database: Path) -> None:
    utils = pytest.importorskip("sqlite_utils", reason="sqlite-utils is in the extra test")
    db = utils.Database(database)
    assert db["events"].pks == ["event_id"]
    assert {key.other_table for key in db["evidence"].foreign_keys} == {"events", "articles"}
    assert [db[name].detect_fts() for name in ("events", "evidence", "articles")] == [
        "events_fts",
        "evidence_fts",
        "articles_fts",
    ]
    found = list(db["events"].search("caspian"))
    db.close()
    assert found
    assert all("caspian" in str(row).lower() for row in found)


def test_datasette_shows_the_tables_and_searches(database: Path) -> None:
    app = pytest.importorskip("datasette.app", reason="Datasette is in the extra test")

    async def asked(path: str) -> dict[str, object]:
        answer = await app.Datasette([str(database)]).client.get(path)
        assert answer.status_code == 200, path
        return dict(answer.json())

    # In a thread of its own: where a browser test ran before, this one has a loop already.
    with ThreadPoolExecutor(1) as thread:
        found = thread.submit(lambda: asyncio.run(asked("/events/events.json?_search=caspian&_shape=objects"))).result()
    assert found["rows"]


def test_any_column_of_the_articles_fits(tmp_path: Path) -> None:
    frame = pl.DataFrame(
        {
            "text": ["The ferry sank on 1 March 2016."],
            "user": [{"name": "A", "since": date(2010, 5, 3)}],
            "at": [time(9, 30)],
            "number": pl.Series([2**64 - 1], dtype=pl.UInt64),
            "mixed": pl.Series([["b", "a"]], dtype=pl.Object),
        }
    )
    path = build_timeline(frame).save(tmp_path / "a.sqlite").path
    (row,) = sqlite3.connect(path).execute('SELECT "user", "at", "number", "mixed" FROM "articles"')
    assert row == ('{"name": "A", "since": "2010-05-03"}', '"09:30:00"', "18446744073709551615", '["b", "a"]')
