"""What people and machines do to a run: bombs, kills, full disks, two writers, hostile names, any order and place."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import polars as pl
import pytest

import timeline
from tests import pile
from timeline.articles import reader
from timeline.articles.files import Location
from timeline.articles.reader import read_file, read_location
from timeline.cli import main
from timeline.export import FORMATS, is_made

TEXTS = {
    "a.txt": "HARBOUR, March 3, 2016. The ferry sank on 1 March 2016. Divers found it two days later.",
    "b.txt": "HARBOUR, March 5, 2016. The ferry had sunk on 1 March. The line was closed on Friday.",
    "c.txt": "QUAY, April 2, 2016. The bridge of the town was opened on 1 April 2016.",
}
IN_LITTLE_MEMORY = """
import resource, sys
resource.setrlimit(resource.RLIMIT_AS, (4 << 30, 4 << 30))
import timeline.cli
sys.exit(timeline.cli.main(sys.argv[1:]))
"""


@pytest.fixture
def news(tmp_path: Path) -> Path:
    """A folder of three articles."""
    (tmp_path / "news").mkdir()
    return pile.write(tmp_path / "news", {name: text.encode() for name, text in TEXTS.items()})


def run(*arguments: object) -> int:
    return main([*map(str, arguments), "--today", "2024-06-01"])


def command(*arguments: object, cwd: Path, **env: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "timeline", *map(str, arguments)],
        cwd=cwd, env={**os.environ, **env}, capture_output=True, text=True, check=False, timeout=120,
    )  # fmt: skip


def test_every_document_of_a_crawl_is_read_or_counted() -> None:
    records = (
        pile.captured("https://quay.example/report", "200 OK", "application/pdf", pile.GOOD["report.pdf"])
        + pile.captured("https://quay.example/press", "200 OK", "text/plain; charset=utf-8", TEXTS["a.txt"].encode())
        + pile.captured("https://quay.example/feed", "200 OK", "application/rss+xml", pile.RSS.encode())
        + pile.captured("https://quay.example/style", "200 OK", "text/css", b"a {}")
        + pile.captured("https://quay.example/gone", "404 Not Found", "text/plain", b"gone")
    )
    drafts = read_file(pile_file("mixed.warc.gz", records))
    assert [draft.source.removeprefix("mixed.warc.gz/https://quay.example/") for draft in drafts] == [
        "report", "press", "feed#1", "feed#2", "mixed.warc.gz",
    ]  # fmt: skip
    assert drafts[-1].problems == ("not read: 1 capture of other kinds than articles have (text/css 1)",)


def pile_file(name: str, data: bytes) -> reader.File:
    from timeline.articles.files import File

    return File(name, name, data)


def test_hidden_files_are_told(news: Path) -> None:
    pile.write(news, {".leak.txt": b"x", ".old/b.md": b"x", ".git/c.txt": b"x", ".DS_Store": b"x", "._a.txt": b"x"})
    (row,) = timeline.read_articles(news).filter(pl.col("text") == "")["problems"].to_list()
    assert "2 files passed over (.leak.txt, .old/b.md)" in row[0]
    zipped = read_file(pile_file("a.zip", pile.zipped({"a.txt": b"The ferry is late.", ".b.txt": b"x"})))
    assert "1 file passed over (.b.txt)" in zipped[-1].problems[0]


def test_a_file_has_a_clock(news: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def endless(*_: object) -> None:
        while True:
            try:
                sum(range(1_000))
            except Exception:  # noqa: BLE001 - as parsers do
                continue

    with monkeypatch.context() as patch:
        patch.setattr(reader, "LONGEST_FILE", 0.2)
        patch.setattr(reader, "read_file", endless)
        (draft,) = read_location(Location(str(news / "a.txt"), "a.txt"), "text", None)
    assert draft.problems == ("not read: it takes more than 0.2 seconds",)
    assert signal.getitimer(signal.ITIMER_VIRTUAL)[0] == 0
    assert read_location(Location(str(news / "a.txt"), "a.txt"), "text", None)[0].text


def test_a_run_has_a_budget_of_text_and_of_time(news: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(reader, "text_budget", lambda: len(TEXTS["a.txt"]) + 10)
        told = timeline.read_articles(news)
    assert [bool(text) for text in told["text"]] == [True, False, False]
    assert "the articles before it fill the memory that a run may take" in told["problems"][1][0]
    with monkeypatch.context() as patch:
        patch.setattr(reader, "LONGEST_RUN", -1.0)
        told = timeline.read_articles(news)
    assert [bool(text) for text in told["text"]] == [True, False, False]
    assert "this file was not reached" in told["problems"][2][0]


def test_outputs_are_no_articles_and_foreign_files_stay(news: Path, capsys: pytest.CaptureFixture[str]) -> None:
    note = news.parent / "note.md"
    note.write_text("what I know")
    assert run(news, "-o", note) == 1
    assert f"{note}: timeline did not make this file; --force writes over it" in capsys.readouterr().err
    assert note.read_text() == "what I know"
    assert run(news, "-q", "--force", "-o", note) == 0
    assert run(news, "-q", "-o", note) == 0, "it is its own now"
    (news / "own.md").write_text(TEXTS["c.txt"])
    assert run(news, "-o", news / "own.md", "--force") == 0
    assert "own.md: not read: this run writes to it" in capsys.readouterr().err


@pytest.mark.parametrize("suffix", sorted(FORMATS))
def test_what_the_program_made_is_known(suffix: str, tmp_path: Path) -> None:
    texts = [TEXTS["a.txt"]] if suffix == ".tml" else list(TEXTS.values())
    line = timeline.build_timeline(pl.DataFrame({"text": texts}))
    path = line.save(tmp_path / f"line{suffix}").path
    assert is_made(path)
    path.write_bytes(b"")
    assert is_made(path)
    path.write_bytes(b"PK\x03\x04 or anything else")
    assert not is_made(path)


def test_a_page_of_before_the_mark_is_no_article() -> None:
    old = '<p class="note">The picture and the search need JavaScript; here are the events.</p>'
    page = pile.page(body=f"<noscript>{old}</noscript>{pile.PARAGRAPHS}")
    with pytest.raises(ValueError, match="timeline wrote this file"):
        read_file(pile_file("a.html", page.encode()))


def _line() -> timeline.Timeline:
    return timeline.build_timeline(pl.DataFrame({"text": list(TEXTS.values())}))


def test_two_people_who_save_lose_nothing(tmp_path: Path) -> None:
    path = tmp_path / "corrections.csv"
    line = _line()
    first, second = line.events["event_id"][:2]
    line.correct("pin", first).save_corrections(path)
    with pytest.warns(UserWarning, match="1 correction in it that this timeline does not have: kept"):
        line.correct("check", second).save_corrections(path)
    saved = pl.read_csv(path)
    assert sorted(zip(saved["action"], saved["event_id"], strict=True)) == sorted([("check", second), ("pin", first)])
    path.write_text("my own notes")
    with pytest.raises(ValueError, match="corrections"):
        line.correct("pin", first).save_corrections(path)
    assert path.read_text() == "my own notes"


def test_two_writers_at_once_lose_nothing(tmp_path: Path) -> None:
    program = (
        "import sys, warnings, polars as pl, timeline; warnings.simplefilter('ignore')\n"
        "line = timeline.build_timeline(pl.DataFrame({'text': ['The ferry sank on 1 March 2016.']}), progress=False)\n"
        "for n in range(8):\n"
        "    line.correct('add', date='2016-03-02', title=f'Talks {sys.argv[1]} {n}').save_corrections('c.csv')\n"
    )
    writers = [subprocess.Popen([sys.executable, "-c", program, name], cwd=tmp_path) for name in "AB"]
    assert [writer.wait(120) for writer in writers] == [0, 0]
    titles = set(pl.read_csv(tmp_path / "c.csv")["title"])
    assert titles == {f"Talks {name} {number}" for name in "AB" for number in range(8)}


def test_messages_hold_no_control_signs(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    odd = tmp_path / "a\x1b]0;PWNED\x07\x1b[31m\u202e.bin"
    odd.write_bytes(b"\0\1")
    assert run(odd) == 1
    with pytest.raises(SystemExit):
        run("--top\x1b[31m", odd)
    with pytest.raises(SystemExit):
        run(tmp_path, "--format", "\x1b[31m")
    assert run(tmp_path, "--config", "\x1b[31m.toml") == 1
    told = capsys.readouterr().err
    assert "PWNED" in told
    assert not {sign for sign in told if ord(sign) < 32 and sign != "\n"} | ({"\x1b", "\u202e"} & set(told))
    with pytest.warns(UserWarning, match="fit no article") as caught:
        timeline.read_articles(
            pl.DataFrame({"text": ["Talks began."]}),
            corrections=pl.DataFrame({"article": ["\x1b]0;PWNED\x07"], "published": ["2016-01-01"]}),
        )
    assert "\x1b" not in str(caught[0].message)


def test_ids_are_escaped_for_who_shows_them() -> None:
    line = _line()
    hostile = line.events.with_columns(event_id=pl.lit("<img src=x onerror=alert(1)>") + pl.col("event_id"))
    line.events = hostile
    for suffix in (".timelinejs.json", ".vis.json"):
        assert b"<img" not in FORMATS[suffix](line).data


def test_a_disk_that_is_full_keeps_the_corrections_by_hand(tmp_path: Path) -> None:
    program = (
        "import polars as pl, resource, timeline\n"
        "line = timeline.build_timeline(pl.DataFrame({'text': ['The ferry sank on 1 March 2016.']}), progress=False)\n"
        "line = line.correct('add', date='2016-03-02', title='Talks ' * 500)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (600, 600))\n"
        "line.save_corrections('c.csv')\n"
    )
    (tmp_path / "c.csv").write_text("action,date,title\nadd,2016-03-01,By hand\n")
    done = subprocess.run([sys.executable, "-c", program], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert "c.csv" in done.stderr.splitlines()[-1]
    assert (tmp_path / "c.csv").read_text() == "action,date,title\nadd,2016-03-01,By hand\n"
    assert [path.name for path in tmp_path.iterdir()] == ["c.csv"]


def test_workers_end_when_the_run_is_ended(news: Path) -> None:
    program = (
        "import os, sys, time; from timeline.articles import reader\n"
        "def slow(location):\n    print(os.getpid(), flush=True); time.sleep(300)\n"
        "list(reader._in_processes(slow, [reader.Location(str(n), '') for n in range(4)]))\n"
    )
    with subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        worker = int(process.stdout.readline())
        process.terminate()
    for _ in range(200):
        try:
            os.kill(worker, 0)
        except ProcessLookupError:
            return
        if Path(f"/proc/{worker}/stat").is_file() and Path(f"/proc/{worker}/stat").read_text().split()[2] == "Z":
            return
        time.sleep(0.1)
    pytest.fail("the worker lives on")


def test_the_same_rows_in_any_number_of_processes(news: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    alone = timeline.read_articles(news)
    monkeypatch.setattr(reader, "WORTH_PROCESSES", 0)
    assert timeline.read_articles(news).equals(alone)
