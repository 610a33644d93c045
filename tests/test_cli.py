"""The command as people and scripts use it."""

from __future__ import annotations

import io
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import polars as pl
import pytest

import timeline.cli
from tests import pile
from tests.conftest import STUBS
from timeline import options

TEXT = "VIENNA, May 4, 2014. The bridge was opened on 3 May 2014 by the mayor. Yesterday the mayor met the press in Vienna."


@pytest.fixture(autouse=True)
def terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """A terminal of 120 columns, whatever the one is that the tests are started in."""
    monkeypatch.setenv("COLUMNS", "120")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "bridge.txt").write_text(TEXT)
    (tmp_path / "news" / "empty.txt").write_text("")
    return tmp_path / "news"


def run(*arguments: object) -> int:
    return timeline.cli.main([str(argument) for argument in arguments])


def run_on(text: str, *arguments: object) -> int:
    """The command with a text on standard input."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
        return run(*arguments)


def test_the_main_job_writes_what_was_asked(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(folder, "-o", tmp_path / "a.html", "-o", tmp_path / "a.csv") == 0
    printed = capsys.readouterr()
    assert (tmp_path / "a.html").read_text("utf-8").startswith("<!")
    assert pl.read_csv(tmp_path / "a.csv").height == 2 or "3 May 2014" in printed.out
    assert "3 May 2014" in printed.out
    assert f"wrote {tmp_path / 'a.html'}: " in printed.err
    assert "empty.txt" in printed.err
    assert "1 problem" in printed.err


def test_quiet_is_quiet(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(folder, "-q", "-o", tmp_path / "a.html") == 0
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize("stage", ["articles", "dates", "events", "summary"])
@pytest.mark.parametrize("form", ["table", "csv", "ndjson"])
def test_every_stage_prints_in_every_form(
    folder: Path, stage: str, form: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(stage, folder, "--format", form, "--quiet") == 0
    out = capsys.readouterr().out
    assert "bridge.txt" in out
    if form == "ndjson":
        assert all(isinstance(json.loads(row), dict) for row in out.splitlines())
    if form == "csv":
        assert pl.read_csv(out.encode(), infer_schema=False).height > 0


def test_a_summary_is_read_whole_and_keeps_to_its_wishes(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "tower.txt").write_text(
        "VIENNA, May 9, 2014. The tower beside the river was sold on 8 May 2014 by the council to a company that wants to turn "
        "its eleven floors into flats, an office and a small museum of the river trade."
    )
    assert run("summary", folder, "--days", 2, "--sentences", 1) == 0
    printed = capsys.readouterr()
    assert re.findall("^[0-9-]{10}", printed.out, re.MULTILINE) == ["2014-05-03", "2014-05-08"]
    assert "a small museum of the river trade." in " ".join(printed.out.replace("tower.txt", "").split())
    assert "empty.txt" in printed.err
    assert run("summary", folder, "-q", "--about", "tower", "--format", "csv") == 0
    assert set(pl.read_csv(capsys.readouterr().out.encode())["source"].str.extract(r"(\w+)\.txt$")) == {"tower"}
    assert run("summary", folder, "-q", "--start", "2014-05-05", "--format", "csv") == 0
    assert "2014-05-03" not in capsys.readouterr().out
    assert run("summary", folder, "--days", 0) == 1
    assert "at least one day" in capsys.readouterr().err


def test_stages_compose_in_a_shell(folder: Path) -> None:
    command = [sys.executable, "-m", "timeline"]
    articles = subprocess.run(
        [*command, "articles", folder, "--format", "ndjson", "-q"], capture_output=True, check=True
    )
    for stage in (["dates"], ["events"], []):
        done = subprocess.run(
            [*command, *stage, "-", "--format", "ndjson", "-q"], input=articles.stdout, capture_output=True, check=True
        )
        assert b"2014-05-03" in done.stdout
        assert done.stderr == b""


@pytest.mark.parametrize(("stage", "what"), [("dates", "dates"), ("events", "events"), ("", "sentences of events")])
def test_what_is_no_article_is_not_read_as_one(
    folder: Path, stage: str, what: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """One article alone is one line of NDJSON, which is JSON too."""
    (folder / "empty.txt").unlink()
    written = {}
    for name in ("articles", stage):
        assert run(*filter(None, [name]), folder, "--format", "ndjson", "-q", *([] if name else ["--top=1"])) == 0
        written[name] = capsys.readouterr().out
    assert run_on(written["articles"], "dates", "-") == 0
    assert "bridge.txt" in capsys.readouterr().out
    assert run_on(written[stage], "dates", "-") == 1
    printed = capsys.readouterr()
    assert printed.out == ""
    assert f"these rows are {what}, not articles" in printed.err


def test_plain_text_on_standard_input_is_an_article() -> None:
    command = [sys.executable, "-m", "timeline", "dates", "-", "--published", "2014-05-04"]
    done = subprocess.run(command, input="It rained yesterday.", capture_output=True, text=True, check=True)
    assert "3 May 2014" in done.stdout


def test_a_mixed_folder_gives_one_timeline_and_a_table_of_what_was_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    news = tmp_path / "mixed"
    news.mkdir()
    pile.make_good(news)
    pile.write(news, {name: data for name, data in pile.BROKEN.items() if name != "endless.txt"})
    assert run(news, "-o", tmp_path / "out.html", "-o", tmp_path / "out.ndjson") == 0
    printed = capsys.readouterr()
    assert (tmp_path / "out.html").stat().st_size > 100_000
    assert "2016" in printed.out
    events = [json.loads(row) for row in (tmp_path / "out.ndjson").read_text("utf-8").splitlines()]
    assert not any(event["edtf"].startswith(("2011", "2012", "2019", "2023-01-01")) for event in events)
    assert run("articles", news, "--format", "csv", "--today", "2040-01-01") == 0
    table = pl.read_csv(capsys.readouterr().out.encode(), infer_schema=False)
    rows = {Path(row["source"]).name: row for row in table.iter_rows(named=True)}
    for name, reason in pile.REASONS.items():
        if name not in ("endless.txt", "deep.zip"):
            assert reason in rows[name.rsplit("/", 1)[-1]]["problems"]
    dated = table.filter(pl.col("published").is_not_null())
    assert dated.height >= len(pile.PUBLISHED)
    assert dated["published_basis"].null_count() == 0


TABLE = "id;body;day\n1;The bridge was opened on 3 May 2014 by the mayor.;2014-05-04\n"
COLUMNS = ("--text-column", "body", "--date-column", "day")


@pytest.mark.parametrize("stage", [(), ("articles",), ("dates",), ("events",)])
def test_every_stage_reads_a_table_by_its_columns(
    stage: tuple[str, ...], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "rows.csv").write_text(TABLE)
    for source in (tmp_path / "rows.csv", "-"):
        assert run_on(TABLE, *stage, source, *COLUMNS, "--format", "ndjson", "-q") == 0
        printed = capsys.readouterr().out
        assert "2014-05-04" in printed if stage == ("articles",) else "2014-05-03" in printed


def test_lines_of_json_are_the_same_printed_and_saved(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(folder, "-o", tmp_path / "line.ndjson", "-q") == 0
    capsys.readouterr()
    assert run(folder, "--format", "ndjson", "-q") == 0
    assert capsys.readouterr().out == (tmp_path / "line.ndjson").read_text("utf-8")


def test_days_of_publication_are_corrected_refused_and_taken_from_the_file(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bridge = folder / "bridge.txt"
    table = tmp_path / "corrected.csv"
    table.write_text(
        "action,article,published,event_id\npublish,bridge.txt,2014-05-09,\ndrop,,,e9\npublish,no.txt,2014-05-09,\n"
    )
    assert run("articles", bridge, "--corrections", table, "--format", "ndjson") == 0
    printed = capsys.readouterr()
    assert json.loads(printed.out)["published"] == "2014-05-09"
    assert "corrections that fit no article: no.txt" in printed.err
    assert run("articles", bridge, "--today", "2014-05-01", "--format", "ndjson") == 0
    printed = capsys.readouterr()
    assert json.loads(printed.out)["published"] is None
    assert "later than today (2014-05-01)" in printed.err
    bridge.write_text("The bridge is open.")
    os.utime(bridge, (1_400_000_000, 1_400_000_000))
    assert run("articles", bridge, "--file-dates", "--format", "ndjson", "-q") == 0
    assert json.loads(capsys.readouterr().out)["published"] == "2014-05-13"


def test_the_clock_refuses_articles_of_tomorrow(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "bridge.txt").write_text("VIENNA, May 4, 2914. The bridge is open.")
    assert run("articles", folder) == 0
    printed = " ".join(capsys.readouterr().out.split())
    assert "published 2914-05-04" in printed
    assert "refused: later than" in printed


def test_a_day_that_a_person_gives_wins_over_the_clock(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for day in ("2094-03-14", "14.3.2094"):
        given = ("--published", day, "--format", "ndjson")
        assert run("articles", folder / "bridge.txt", *given) == 0
        printed = capsys.readouterr().out
        assert json.loads(printed)["published"] == "2094-03-14"
        assert "is taken, although it is later than today" in printed
    with pytest.raises(SystemExit, match="2"):
        run("articles", folder / "bridge.txt", "--published", "2022")
    assert "'2022' is no day; write it as 2015-10-21, with year, month and day" in capsys.readouterr().err


def test_head_may_close_the_pipe(folder: Path) -> None:
    for number in range(300):
        (folder / f"{number}.txt").write_text(TEXT)
    command = f"{sys.executable} -m timeline dates {folder} --format ndjson -q | head -n 1"
    done = subprocess.run(command, shell=True, capture_output=True, text=True, check=True)
    assert done.stdout.count("\n") == 1
    assert done.stderr == ""


@pytest.mark.parametrize("closed", ["| true", "2>&1 | true"])
def test_a_reader_that_leaves_loses_no_file(folder: Path, closed: str) -> None:
    command = f"{sys.executable} -m timeline news -o a.csv -o b.html {closed}; exit ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", command], cwd=folder.parent, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert (folder.parent / "a.csv").read_bytes().startswith(b"event_id")
    assert (folder.parent / "b.html").read_bytes().startswith(b"<!")
    assert "Exception" not in done.stderr


def test_a_reader_that_leaves_hides_no_failure(folder: Path) -> None:
    command = f"{sys.executable} -m timeline news -o no/a.csv -o b.csv 2>&1 | true; exit ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", command], cwd=folder.parent, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert (folder.parent / "b.csv").exists()


def test_a_sign_that_the_output_lacks_loses_no_file_and_no_data(folder: Path) -> None:
    (folder / "bridge.txt").write_text("VIENNA, May 4, 2014. The bridge of Łódź was opened on 3 May 2014.", "utf-8")
    ascii_only = {**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    command = [sys.executable, "-m", "timeline", "news", "-o", "a.csv"]
    done = subprocess.run(command, cwd=folder.parent, env=ascii_only, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "The bridge of ??d? was opened" in done.stdout
    assert "Łódź" in (folder.parent / "a.csv").read_text("utf-8")
    command = [sys.executable, "-m", "timeline", "news", "--format", "csv"]
    done = subprocess.run(command, cwd=folder.parent, env=ascii_only, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stdout == ""
    assert "the output is in ascii, which has no “\\u0141”" in done.stderr.replace("\\u201c", "“").replace(
        "\\u201d", "”"
    )
    assert "set PYTHONUTF8=1" in done.stderr


def test_a_file_too_large_for_the_disk_leaves_the_old_one(folder: Path) -> None:
    kept = folder.parent / "a.html"
    kept.write_text("what was here before")
    program = (
        "import resource, sys, timeline.cli; resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, 50_000));"
        "sys.exit(timeline.cli.main(['news', '--force', '-o', 'a.html', '-o', 'b.csv']))"
    )
    command = [sys.executable, "-c", program]
    done = subprocess.run(command, cwd=folder.parent, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "File too large: 'a.html'" in done.stderr
    assert kept.read_text() == "what was here before"
    assert (folder.parent / "b.csv").exists()
    assert sorted(path.name for path in folder.parent.iterdir()) == ["a.html", "b.csv", "news"]


@pytest.mark.parametrize("name", ["a.html", "a.md", "a.pdf", "a.tml", "a.ics", "page", "box", "calendar", "marked.txt"])
def test_what_the_program_made_is_no_article(
    folder: Path, tmp_path: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    suffix = {"page": ".html", "box": ".md", "calendar": ".ics", "marked.txt": ".tml"}.get(name, Path(name).suffix)
    (folder / "empty.txt").unlink()
    made = tmp_path / f"made{suffix}"
    assert run(folder, "-q", "-o", made) == 0
    (folder / name).write_bytes(made.read_bytes())
    capsys.readouterr()
    assert run("articles", folder, "--format", "ndjson") == 0
    printed = capsys.readouterr()
    assert [row["text"] != "" for row in map(json.loads, printed.out.splitlines())].count(True) == 1
    assert f"{name}: not read: " in printed.err
    if suffix not in (".ics", ".tml") or Path(name).suffix != suffix:  # other suffixes are no article anyway
        assert "timeline wrote this file: it is no article" in printed.err


def test_a_timeline_over_its_own_folder_stays_what_it_is(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    made = []
    for _ in range(3):
        assert run(".", "-q", "-o", "line.html", "-o", "line.md", "-o", "line.csv") == 0
        made.append(Path("line.csv").read_bytes())
    assert made[0] == made[1] == made[2]


def test_an_article_is_not_written_over(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    article = folder / "in.md"
    article.write_text(TEXT)
    (folder.parent / "link.md").symlink_to(article)
    for output in (article, folder.parent / "link.md", folder / ".." / "news" / "in.md"):
        assert run(folder, "-o", output, "-o", folder.parent / "b.csv") == 1
        assert f"{output}: this is one of the articles; --force writes over it" in capsys.readouterr().err
    assert article.read_text() == TEXT
    assert not (folder.parent / "b.csv").exists(), "the refusal comes before all the work"
    assert run(folder, "-q", "--force", "-o", article) == 0
    assert article.read_text().startswith("# Vienna")


def test_rows_that_a_form_cannot_hold_say_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    row = {"text": "The bridge was opened on 3 May 2014.", "user": {"name": "AB"}}
    (tmp_path / "posts.ndjson").write_text(f"{json.dumps(row)}\n" * 2)
    assert run("articles", tmp_path / "posts.ndjson", "--format", "csv") == 1
    printed = capsys.readouterr()
    assert printed.err == "timeline: CSV format does not support nested data\n"
    assert printed.out == ""


def test_one_phrase_is_explained_step_by_step(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("dates", "--explain", "yesterday", "--on", "2015-11-16") == 0
    out = capsys.readouterr().out
    for step in ("rule", "leans on", "2015-11-15", "inferred"):
        assert step in out
    assert run("dates", "--explain", "a horse") == 0
    assert "no expression of time" in capsys.readouterr().out


def test_a_phrase_is_explained_where_the_articles_say_it(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("dates", folder, "--explain", "YESTERDAY") == 0
    out = capsys.readouterr().out
    for step in (
        "bridge.txt, published 2014-05-04",
        "[Yesterday]",
        "rule",
        "leans on   2014-05-04",
        "2014-05-03 00:00:00",
    ):
        assert step in out
    assert run("dates", folder, "--explain", "a horse") == 1
    assert "no date in these articles holds 'a horse'" in capsys.readouterr().err


RECIPE = """
articles = "news"
output = ["line.ndjson"]
corrections = "fixed.csv"
published = 2014-05-04
top = 1
lane = "none"
quiet = true
"""


@pytest.fixture
def written(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder with a run written down in it."""
    monkeypatch.chdir(folder.parent)
    (folder.parent / "timeline.toml").write_text(RECIPE)
    (folder.parent / "fixed.csv").write_text("action,event_id\n")
    return folder.parent


def test_a_run_that_is_written_down_can_be_repeated(written: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run() == 0
    first = (written / "line.ndjson").read_bytes()
    assert first.count(b"\n") == 1
    assert run() == 0
    assert (written / "line.ndjson").read_bytes() == first
    assert capsys.readouterr() == ("", "options from timeline.toml\n" * 2)


def test_what_is_given_wins_over_what_is_written_down(written: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("--top", "2", "-o", "other.ndjson", "--no-quiet", "--published", "2014-05-14") == 0
    assert not (written / "line.ndjson").exists()
    assert (written / "other.ndjson").read_text().count("\n") == 2
    assert "2014-05-13" in (written / "other.ndjson").read_text()
    assert "options from timeline.toml" in capsys.readouterr().err
    assert run("articles", "--format", "ndjson") == 0
    assert '"published": "2014-05-04"' in capsys.readouterr().out


def test_a_run_written_down_elsewhere_names_its_paths_from_there(
    written: Path, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    monkeypatch.chdir(tmp_path_factory.mktemp("elsewhere"))
    assert run("--config", written / "timeline.toml") == 0
    assert (written / "line.ndjson").exists()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('tilte = "x"', "timeline.toml: no option is called 'tilte'; did you mean 'title'?"),
        ("zzz = 1", "timeline.toml: no option is called 'zzz'; there are: articles, output"),
        ("explain = 'now'", "no option is called 'explain'"),
        ("top = 'many'", "timeline.toml: 'top' must be a whole number, not 'many'"),
        ("top = true", "'top' must be a whole number, not true"),
        ("quiet = 1", "'quiet' must be true or false, not 1"),
        ("lane = 'street'", "'lane' must be one of"),
        ("output = [1]", "'output' must be a path in quotes, or a list of paths, not [1]"),
        ("title =", "timeline.toml is not TOML"),
    ],
)
def test_what_is_wrong_in_it_is_named(
    written: Path, text: str, message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (written / "timeline.toml").write_text(text)
    assert run() == 1
    assert message in capsys.readouterr().err


@pytest.mark.parametrize("name", ["../important.md", "{outside}/important.md", "link/important.md"])
def test_a_file_of_options_that_is_found_writes_only_below_its_folder(
    written: Path, name: str, tmp_path_factory: pytest.TempPathFactory, capsys: pytest.CaptureFixture[str]
) -> None:
    outside = tmp_path_factory.mktemp("outside")
    (written / "link").symlink_to(outside)
    output = name.format(outside=outside)
    (written / "timeline.toml").write_text(f'articles = "news"\noutput = ["{output}"]\nquiet = true\n')
    assert run() == 1
    assert (
        f"timeline.toml: the output {output} lies outside its folder; --config timeline.toml" in capsys.readouterr().err
    )
    assert not (written / output).exists()
    assert run("-o", "inside.md") == 0
    assert run("--config", "timeline.toml") == 0
    assert (written / output).exists()


def test_a_file_of_options_that_is_found_is_named_and_stays_off_the_network(
    written: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (written / "timeline.toml").write_text('articles = "news"\noutput = "line.md"\nquiet = true\n')
    assert run() == 0
    assert capsys.readouterr().err == "options from timeline.toml\n"
    assert run("--quiet") == 0
    assert capsys.readouterr().err == ""
    for key, value in (
        ("articles", '["news", "memory://news"]'),
        ("corrections", '"https://quay.example/news"'),
        ("since", '"https://quay.example/news"'),
    ):
        (written / "timeline.toml").write_text(f"{key} = {value}\n")
        assert run(*["news"] * (key != "articles"), "-q") == 1
        assert "://" in (told := capsys.readouterr().err), key
        assert f"timeline.toml: {key}, " in told
        assert "this is not on this disk; --config timeline.toml takes it as it is" in told


def test_a_file_of_options_that_is_found_writes_no_corrections(
    written: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    outside = tmp_path_factory.mktemp("outside") / "corrections.csv"
    outside.write_text("action,date,title\nadd,2016-03-02,Talks\n")
    before = outside.read_bytes(), outside.stat().st_mtime_ns
    (written / "timeline.toml").write_text(f'articles = "news"\ncorrections = "{outside.as_posix()}"\n')
    assert run("-q", "-o", "line.md") == 0
    assert "Talks" in (written / "line.md").read_text("utf-8")
    assert (outside.read_bytes(), outside.stat().st_mtime_ns) == before


def test_a_file_of_options_that_is_named_must_be_there(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(folder, "--config", folder / "none.toml") == 1
    assert "there is no such file of options" in capsys.readouterr().err


def test_days_of_publication_in_the_corrections_count_at_every_stage(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "fixed.csv").write_text(
        "action,event_id,article,published\ndrop,e1,,\npublish,,bridge.txt,2014-05-14\n"
    )
    for stage in ("articles", "dates", "events"):
        assert run(stage, folder, "--corrections", tmp_path / "fixed.csv", "--format", "ndjson") == 0
        assert f"2014-05-{14 if stage == 'articles' else 13}" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["nowhere"], "nowhere"),
        (["nowhere/*.txt"], "no file matches"),
        (["explain", "data/articles"], "did you mean timeline dates --explain PHRASE?"),
        (["date", "data/articles"], "date: no such file or folder; did you mean timeline dates?"),
        (["nowhere", "-o", "no-such-folder/a.html"], "no-such-folder/a.html: there is no folder no-such-folder"),
    ],
)
def test_what_cannot_be_read_is_status_1(
    arguments: list[str], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(*arguments) == 1
    printed = capsys.readouterr().err
    assert message in printed
    assert "Traceback" not in printed


def test_what_cannot_be_written_is_status_1(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(folder, "-o", tmp_path / "no" / "a.html", "-o", tmp_path / "a.csv") == 1
    assert "there is no folder" in capsys.readouterr().err
    assert (tmp_path / "a.csv").exists()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["articles", "x", "--today", "soon"], "argument --today: 'soon' is no day"),
        (["x", "--published", "2015-02-30"], "'2015-02-30' is no day of the calendar; write it as 2015-10-21"),
        (["dates", "--explain", "yesterday", "--on", "soon"], "'soon' is no day; write it as"),
        (["x", "--publishd", "2015-02-03"], "no option --publishd here; did you mean --published?"),
        (["--explain", "yesterday"], "no option --explain here; did you mean timeline dates --explain PHRASE?"),
        (["x", "--zz=1"], "there is no option --zz=1 here"),
    ],
)
def test_a_wrong_option_says_the_right_one(
    arguments: list[str], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit, match="2"):
        run(*arguments)
    assert message in capsys.readouterr().err


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["x", "-o", "a.docx"],
        ["x", "--top", "0"],
        ["dates"],
        ["-", "x"],
        ["x", "--format", "xml"],
        ["dates", "x", "--explain", "now", "--on", "2015-11-16"],
        ["dates", "x", "--on", "2015-11-16"],
        ["x", "--top", "many"],
    ],
)
def test_a_wrong_option_is_status_2(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        run(*arguments)
    assert stopped.value.code == 2
    assert "timeline" in capsys.readouterr().err


def test_help_teaches(capsys: pytest.CaptureFixture[str]) -> None:
    for arguments in (["--help"], ["articles", "--help"], ["dates", "--help"], ["events", "--help"]):
        with pytest.raises(SystemExit) as stopped:
            run(*arguments)
        assert stopped.value.code == 0
        out = capsys.readouterr().out
        assert "examples:" in out
        assert "--config" in out
        assert max(map(len, out.splitlines())) <= 120


SHELL_EXAMPLES = re.findall(r"^  ((?:timeline|echo) .*?)(?:   .*)?$", "".join(options.MORE.values()), re.MULTILINE)


@pytest.mark.parametrize("command", sorted(set(SHELL_EXAMPLES) - {row for row in SHELL_EXAMPLES if " ARTICLES" in row}))
def test_every_example_of_help_runs_as_printed(folder: Path, sample: Path, command: str) -> None:
    (folder.parent / "data").symlink_to(sample.parent, target_is_directory=True)
    (folder.parent / "letter.txt").write_text("It rained yesterday.")
    (folder.parent / "fixed.csv").write_text("action,event_id\n")
    (folder.parent / "jq").write_text("#!/bin/sh\nexec cat\n")  # the filters of jq are its own business
    (folder.parent / "jq").chmod(0o755)
    (folder.parent / "timeline").write_text(f'#!/bin/sh\nexec {sys.executable} -m timeline "$@"\n')
    (folder.parent / "timeline").chmod(0o755)
    path = os.pathsep.join([str(folder.parent), os.environ["PATH"]])
    done = subprocess.run(
        command, shell=True, cwd=folder.parent, capture_output=True, text=True, check=False,
        env=os.environ | {"PATH": path, "PYTHONPATH": os.pathsep.join((str(sample.parent.parent), STUBS))},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr


def test_top_keeps_the_most_important(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(folder, "--top", "1", "--format", "ndjson", "-q") == 0
    assert len(capsys.readouterr().out.splitlines()) == 1


def test_the_same_input_gives_the_same_bytes(folder: Path, tmp_path: Path) -> None:
    for name in ("a", "b"):
        assert run(folder, "-q", "-o", tmp_path / f"{name}.html", "-o", tmp_path / f"{name}.parquet") == 0
    for suffix in ("html", "parquet"):
        assert (tmp_path / f"a.{suffix}").read_bytes() == (tmp_path / f"b.{suffix}").read_bytes()


def test_articles_are_listed_with_the_whole_reason_for_their_day(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = "VIENNA, October 22. The court met on Thursday: the ban of 29 December 2014 stays, and the town is to pay for it."
    names = {"wire.txt": text, "no day.txt": "The ferry is late.", "empty.txt": "", "red\x1b[31m\nname.txt": text}
    for name, text in names.items():
        (tmp_path / name).write_text(text)
    assert run("articles", tmp_path) == 0
    printed = capsys.readouterr()
    rows = printed.out.splitlines()
    assert "\x1b" not in printed.out + printed.err
    assert all(len(row) <= 120 for row in rows)
    assert " ".join(" ".join(row[12:60].split()) for row in rows[1:]).count("told as past") == 2
    assert any(row.startswith("undated     no publication date") for row in rows)
    assert any(row.startswith("not read    empty") for row in rows)


def test_a_check_asks_and_a_build_says_what_is_new(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("check", folder, "-q", "--format", "ndjson", "--top", 1) == 0
    (row,) = map(json.loads, capsys.readouterr().out.splitlines())
    assert row["question"].endswith("?")
    old = tmp_path / "old.parquet"
    assert run(folder, "-q", "-o", old) == 0
    assert run(folder, "-q", "--since", old) == 0
    assert "nothing has changed" in capsys.readouterr().err
    (folder / "tower.txt").write_text("VIENNA, May 9, 2014. The tower beside the river was sold on 8 May 2014.")
    assert run(folder, "-q", "--since", old, "-o", old) == 0
    printed = capsys.readouterr().out
    assert "new" in printed
    assert "8 May 2014" in printed
    assert run(folder, "--since", tmp_path / "none.parquet") == 1
    assert "none.parquet" in capsys.readouterr().err


def test_hints_look_at_the_folder_and_say_the_way_out(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run("nwes", "-q") == 1
    assert "nwes: no such file or folder; did you mean news?" in capsys.readouterr().err
    assert run("dates", "news/brigde.txt") == 1
    assert "did you mean news/bridge.txt?" in capsys.readouterr().err
    with pytest.raises(SystemExit):
        run("news", "-o", tmp_path)
    assert "is a folder; name a file in it" in capsys.readouterr().err
    with pytest.raises(SystemExit):
        run("dates", "news", "-o", "dates.csv")
    assert "print with --format csv >FILE.csv" in capsys.readouterr().err
    assert run("summary", "news", "--start", "2016-01-01") == 0
    assert "no day from 2016-01-01 is told; the timeline holds 2014" in capsys.readouterr().err
    assert run("dates", "--explain", "last Friday") == 0
    assert "(--on DAY)" in capsys.readouterr().out
    assert run("news", "-o", "line.html") == 0
    assert f"open it: {(tmp_path / 'line.html').resolve().as_uri()}" in capsys.readouterr().err
