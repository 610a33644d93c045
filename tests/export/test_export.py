"""Every export is opened by a program that did not write it."""

from __future__ import annotations

import csv
import errno
import io
import json
import signal
import subprocess
import sys
import zipfile
from copy import copy
from datetime import date, datetime
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

import icalendar
import polars as pl
import pytest
from edtf import parse_edtf
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from polars.testing import assert_frame_equal

from tests.fabricated import EVENTS, HOSTILE, event, timeline
from timeline import build_timeline
from timeline.calendar.display import with_when
from timeline.export import FORMATS
from timeline.export.tables import _unflat, flat, read_events
from timeline.schemas import TIMELINE
from timeline.timeline import Timeline

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@pytest.fixture(scope="module")
def line() -> Timeline:
    return timeline()


@pytest.mark.parametrize("suffix", [".csv", ".parquet", ".ndjson"])
def test_our_own_tables_come_back_as_they_were(line: Timeline, tmp_path: Path, suffix: str) -> None:
    written = line.save(tmp_path / f"line{suffix}")
    assert written.events == len(EVENTS)
    assert_frame_equal(read_events(written.path), line.events)


@pytest.fixture(params=["line.csv", "line.html", "line.parquet", "corrections.csv"])
def old(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A file that is to be written again."""
    path = tmp_path / str(request.param)
    path.write_text("action\ncheck\n" if path.stem == "corrections" else "what was here before")
    return path


def _save(line: Timeline, path: Path) -> None:
    if path.stem == "corrections":
        line.save_corrections(path)
    else:
        line.save(path)


def test_a_full_disk_leaves_the_file_that_was_there(line: Timeline, old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = old.read_text()

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr("os.fsync", full)
        with pytest.raises(OSError, match=rf"No space left on device: '.*{old.name}'"):
            _save(line, old)
    assert old.read_text() == before
    assert list(old.parent.iterdir()) == [old], "nothing half written stays beside it"
    old.unlink()
    _save(line, old)
    assert old.read_bytes().startswith((b"<!", b"PAR1", b"event_id", b"action"))
    assert list(old.parent.iterdir()) == [old]


def test_a_process_that_is_killed_leaves_the_file_that_was_there(tmp_path: Path) -> None:
    path = tmp_path / "corrections.csv"
    path.write_text("what was here before")
    program = (
        "import os, signal; from timeline.export.exportable import write_whole;"
        "os.fsync = lambda _: os.kill(os.getpid(), signal.SIGKILL); write_whole('corrections.csv', b'x' * 100_000)"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=tmp_path, check=False)
    assert done.returncode == -signal.SIGKILL
    assert path.read_text() == "what was here before"


def test_a_file_that_is_written_again_keeps_its_link_and_its_rights(line: Timeline, tmp_path: Path) -> None:
    kept, link = tmp_path / "kept.csv", tmp_path / "link.csv"
    kept.touch(0o600)
    link.symlink_to(kept.name)
    line.save(link)
    assert link.is_symlink()
    assert kept.read_bytes().startswith(b"event_id")
    assert kept.stat().st_mode & 0o777 == 0o600
    line.save(tmp_path / "new.csv")
    (tmp_path / "touched").touch()
    assert (tmp_path / "new.csv").stat().st_mode == (tmp_path / "touched").stat().st_mode


@given(st.text(), st.lists(st.text(), max_size=3))
def test_any_text_comes_back_from_csv(title: str, actors: list[str]) -> None:
    if any("\ud800" <= sign <= "\udfff" for sign in title + "".join(actors)):
        return
    events = pl.DataFrame([EVENTS[0] | {"title": title, "actors": actors}], schema=TIMELINE, orient="row")
    back = _unflat(io.BytesIO(flat(events).write_csv().encode()))
    assert back["title"][0] == title
    assert back["actors"].to_list() == [actors]


TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12) | st.sampled_from(
    [
        "=cmd|' /C calc'!A0",
        "'=x",
        "''",
        "+1",
        "-1",
        "@SUM(A1)",
        "\t=1",
        "\r",
        "\n",
        '"',
        ";,\n",
        "\x00",
        "\u2028",
        "null",
        "[]",
        " ",
    ]
)
ROWS = st.fixed_dictionaries(
    {
        "title": TEXTS, "place": st.none() | TEXTS, "actors": st.lists(TEXTS, max_size=3), "conflicts": st.lists(TEXTS, max_size=2),
        "start_day": st.integers(-4_000_000, 4_000_000), "days": st.integers(1, 40_000), "sentence": TEXTS, "source": TEXTS,
        "grain": st.sampled_from(("day", "month", "year", "minute")), "open": st.sampled_from((None, "after", "before")),
        "score": st.floats(0, 1e6), "published": st.none() | st.dates(),
    }
)  # fmt: skip


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=st.lists(ROWS, max_size=4))
def test_any_timeline_comes_back_from_every_table(line: Timeline, rows: list[dict[str, Any]], tmp_path: Path) -> None:
    """Before Christ and after 9999, open ends, empty lists, and whatever people and spreadsheets may do to a text."""
    made = []
    for number, row in enumerate(rows):
        other = {name: row[name] for name in ("place", "actors", "conflicts", "open", "score")}
        made.append(
            event(number, row["title"], row["start_day"], row["start_day"] + row["days"], row["grain"], **other)
        )
        made[-1]["evidence"][0] |= {name: row[name] for name in ("sentence", "source", "published")}
    events = pl.DataFrame(made, schema=TIMELINE, orient="row")
    hand = copy(line)
    hand.events = events
    for suffix in (".csv", ".parquet", ".ndjson"):
        assert_frame_equal(read_events(hand.save(tmp_path / f"line{suffix}").path), events)


def test_no_cell_of_the_csv_is_a_formula(line: Timeline, tmp_path: Path) -> None:
    path = line.save(tmp_path / "line.csv").path
    rows = list(csv.reader(io.StringIO(path.read_text("utf-8"), newline="")))
    cells = [
        cell
        for row in rows[1:]
        for name, cell in zip(rows[0], row, strict=True)
        if name not in ("start_day", "end_day")
    ]
    assert not [cell for cell in cells if cell[:1] in ("=", "+", "-", "@", "\t", "\r")]


def test_a_file_that_is_not_ours_is_named(tmp_path: Path) -> None:
    (tmp_path / "other.csv").write_text("title,when\nTalks,2014\n")
    with pytest.raises(ValueError, match=r"other\.csv: this is not a timeline we wrote: it has no event_id, start"):
        read_events(tmp_path / "other.csv")
    with pytest.raises(ValueError, match="read back from"):
        read_events(tmp_path / "other.html")
    with pytest.raises(FileNotFoundError, match="none"):
        read_events(tmp_path / "none.csv")


@pytest.mark.parametrize("suffix", [".csv", ".parquet", ".ndjson"])
@pytest.mark.parametrize("content", [b"nonsense\n", b"[1, 2]\n", b"3\n", b"\xff\xfe\x00\n", b'{"title": "Talks"}\n'])
def test_what_is_no_table_of_ours_is_named(suffix: str, content: bytes, tmp_path: Path) -> None:
    (tmp_path / f"other{suffix}").write_bytes(content)
    with pytest.raises(ValueError, match=rf"other\{suffix}: this is not a timeline we wrote: \S"):
        read_events(tmp_path / f"other{suffix}")


@pytest.mark.parametrize(
    ("column", "cell"),
    [
        ("start_day", "soon"),
        ("start", "3 May"),
        ("evidence", "[1]"),
        ("evidence", "{"),
        ("actors", "3"),
        ("score", "much"),
    ],
)
def test_a_cell_that_was_spoilt_by_hand_is_reported(column: str, cell: str, line: Timeline, tmp_path: Path) -> None:
    pl.DataFrame(flat(line.events)).with_columns(pl.lit(cell).alias(column)).write_csv(tmp_path / "line.csv")
    with pytest.raises(ValueError, match=r"line\.csv: this is not a timeline we wrote: \S"):
        read_events(tmp_path / "line.csv")


def test_icalendar_holds_days_times_and_names_what_it_cannot_hold(line: Timeline, tmp_path: Path) -> None:
    written = line.save(tmp_path / "line.ics")
    assert written.left_out.drop_nulls("event_id").rows() == [
        ("e1", "The battle at Marathon", "iCalendar has no years before 1 or after 9999")
    ]
    assert "left out: The battle at Marathon" in str(written)
    events = {
        str(event["uid"]): event for event in icalendar.Calendar.from_ical(written.path.read_bytes()).walk("VEVENT")
    }
    assert len(events) == written.events == len(EVENTS) - 1
    months, hostile, jet = (events[f"e{number}@timeline-notebook"] for number in (2, 3, 5))
    assert (months["dtstart"].dt, months["dtend"].dt) == (date(2014, 1, 1), date(2014, 3, 1))
    assert str(hostile["summary"]) == HOSTILE
    assert str(hostile["location"]) == "Sochi, RU"
    assert jet["dtstart"].dt == datetime(2015, 10, 24, 14, 30)
    assert str(months["status"]) == "TENTATIVE"


def test_timelinejs_has_a_slide_an_event_as_fine_as_it_was_stated(line: Timeline, tmp_path: Path) -> None:
    story = json.loads(line.save(tmp_path / "line.timelinejs.json").path.read_text("utf-8"))
    marathon, months, hostile, _, jet = story["events"]
    assert story["title"]["text"]["headline"] == "Tests &amp; trials"
    assert marathon["start_date"]["year"] == -489
    assert months["start_date"] == {"year": 2014, "month": 1}
    assert months["end_date"] == {"year": 2014, "month": 2, "day": 28}
    assert "<script>" not in json.dumps(hostile)
    assert jet["start_date"] == {"year": 2015, "month": 10, "day": 24, "hour": 14, "minute": 30}


def day(text: str) -> int:
    return date.fromisoformat(text).toordinal() - date(1970, 1, 1).toordinal()


def alone(line: Timeline, **fields: Any) -> Timeline:
    """A timeline of one event."""
    first, last = fields.pop("first"), fields.pop("last")
    events = pl.DataFrame([event(1, "They met", day(first), day(last)) | fields], schema=TIMELINE, orient="row")
    return Timeline(events, tellings=line.tellings, dates=line.dates, articles=line.articles)


@pytest.mark.parametrize(
    ("first", "last", "grain", "start", "end"),
    [
        ("2015-10-22", "2015-10-23", "day", "2015-10-22", None),
        ("2015-10-22", "2015-10-24", "day", "2015-10-22", "2015-10-23"),
        ("2015-10-19", "2015-10-26", "week", "2015-10-19", "2015-10-25"),
        ("2015-10-01", "2015-11-01", "month", "2015-10", None),
        ("2015-10-01", "2015-12-01", "month", "2015-10", "2015-11-30"),
        ("2015-04-01", "2015-07-01", "quarter", "2015-4-1", "2015-6-30"),
        ("2015-01-01", "2016-01-01", "year", "2015", None),
        ("2016-01-01", "2017-01-01", "year", "2016", None),
        ("2015-01-01", "2017-01-01", "year", "2015", "2016-12-31"),
        ("1990-01-01", "2000-01-01", "decade", "1990", "1999-12-31"),
    ],
)
def test_a_slide_ends_where_its_start_does_not_tell_it_all(
    first: str, last: str, grain: str, start: str, end: str | None, line: Timeline, tmp_path: Path
) -> None:
    one = alone(line, first=first, last=last, grain=grain)
    (slide,) = json.loads(one.save(tmp_path / "line.timelinejs.json").path.read_text("utf-8"))["events"]
    assert "-".join(map(str, slide["start_date"].values())) == start
    assert ("-".join(map(str, slide["end_date"].values())) if "end_date" in slide else None) == end


def test_players_get_nothing_that_runs(line: Timeline, tmp_path: Path) -> None:
    mention = EVENTS[0]["evidence"][0] | dict.fromkeys(("source", "sentence", "why"), HOSTILE)
    one = alone(line, first="2015-10-22", last="2015-10-25", title=HOSTILE, place=HOSTILE, evidence=[mention])
    for name in ("line.timelinejs.json", "line.vis.json"):
        text = one.save(tmp_path / name).path.read_text("utf-8")
        assert "<script" not in text
        assert "&lt;script&gt;" in text


def test_a_day_that_ends_at_an_hour_is_a_whole_day_of_the_calendar(line: Timeline, tmp_path: Path) -> None:
    one = alone(line, first="2015-10-22", last="2015-10-23", end=datetime(2015, 10, 22, 17))
    (made,) = icalendar.Calendar.from_ical(one.save(tmp_path / "line.ics").path.read_bytes()).walk("VEVENT")
    assert (made["dtstart"].dt, made["dtend"].dt) == (date(2015, 10, 22), date(2015, 10, 23))


def test_who_corrected_an_event_is_no_source_of_it(line: Timeline, tmp_path: Path) -> None:
    corrected = line.correct("change", "e3", title="They met", who="AB")
    text = corrected.save(tmp_path / "line.md").path.read_text("utf-8")
    assert "They met — *who fired: \"a\" or 'b'* (paper-3.txt)" in text
    assert "corrected by" not in text


def test_vis_items_have_ends_where_they_last(line: Timeline, tmp_path: Path) -> None:
    items = json.loads(line.save(tmp_path / "line.vis.json").path.read_text("utf-8"))
    assert [item["type"] for item in items] == ["box", "range", "box", "box", "box"]
    assert items[0]["start"].startswith("-000489-")
    assert (items[1]["start"], items[1]["end"]) == ("2014-01-01", "2014-03-01")
    assert "<script>" not in json.dumps(items)
    assert [item["group"] for item in items] == [place or "No place told" for place in line.events["place"]]


def test_markdown_shows_text_as_text(line: Timeline, tmp_path: Path) -> None:
    import mistune

    text = line.save(tmp_path / "line.md", sentences=True).path.read_text("utf-8")
    shown = str(mistune.create_markdown(escape=False)(text))
    assert "<script>" not in shown
    assert shown.count("<li>") == len(EVENTS)
    assert shown.count("<blockquote>") == len(EVENTS)
    assert "<strong>January – February 2014</strong>: =HYPERLINK" in shown


def test_excel_runs_nothing_and_holds_the_undated(line: Timeline, tmp_path: Path) -> None:
    written = line.save(tmp_path / "line.xlsx")
    events = pl.read_excel(written.path, sheet_name="events", engine="calamine")
    assert events["title"].to_list() == line.events["title"].to_list()
    assert pl.read_excel(written.path, sheet_name="undated", engine="calamine").height == line.undated.height > 0
    assert written.undated == 0


def test_geojson_has_a_point_for_what_has_a_place(line: Timeline, tmp_path: Path) -> None:
    written = line.save(tmp_path / "line.geojson")
    (feature,) = json.loads(written.path.read_text("utf-8"))["features"]
    longitude, latitude = feature["geometry"]["coordinates"]
    assert (round(longitude), round(latitude)) == (40, 44)  # Sochi
    assert feature["properties"]["edtf"] == "2015-10-22"
    assert written.left_out.drop_nulls("event_id")["reason"].to_list() == ["no place told"] * 4


def test_timeml_marks_the_text_and_changes_no_letter_of_it(line: Timeline, tmp_path: Path) -> None:
    root = ET.fromstring(line.save(tmp_path / "line.tml").path.read_bytes())
    text = root.find("TEXT")
    assert text is not None
    assert "".join(text.itertext()) == line.articles["text"][0]
    assert [timex.get("value") for timex in text.iter("TIMEX3")] == line.dates["value"].to_list()
    instances = {instance.get("eiid") for instance in root.iter("MAKEINSTANCE")}
    times = {timex.get("tid") for timex in root.iter("TIMEX3")}
    assert list(root.iter("TLINK"))
    for link in root.iter("TLINK"):
        assert link.get("eventInstanceID") in instances
        assert link.get("relatedToTime") in times


def test_timeml_of_many_articles_is_an_archive(sample_line: Timeline, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"save to a name that ends in \.tml\.zip"):
        sample_line.save(tmp_path / "many.tml")
    with zipfile.ZipFile(sample_line.save(tmp_path / "many.tml.zip").path) as archive:
        texts = {name: ET.fromstring(archive.read(name)).find("TEXT") for name in archive.namelist()}
    for article_id, text in sample_line.articles.select("article_id", "text").iter_rows():
        assert "".join(texts[f"{article_id}.tml"].itertext()) == text  # type: ignore[union-attr]  # it is there, or this fails


def test_no_id_leads_out_of_the_archive(tmp_path: Path) -> None:
    ids = ["../../x", "/etc/y", "C:\\z", "ferry 2"]
    articles = pl.DataFrame({"article_id": ids, "text": [f"The ferry sank on {n} May 2014." for n in range(1, 5)]})
    with zipfile.ZipFile(build_timeline(articles).save(tmp_path / "many.tml.zip").path) as archive:
        assert archive.namelist() == ["..%2F..%2Fx.tml", "%2Fetc%2Fy.tml", "C%3A%5Cz.tml", "ferry 2.tml"]
        assert ET.fromstring(archive.read("..%2F..%2Fx.tml")).findtext("DOCID") == "../../x"


def test_every_date_of_the_sample_is_edtf_that_others_read(sample_line: Timeline) -> None:
    for written in sample_line.events["edtf"]:
        assert parse_edtf(written), written


def test_pictures_are_pictures(line: Timeline, tmp_path: Path) -> None:
    signs = {".svg": b"<svg", ".png": b"\x89PNG", ".pdf": b"%PDF"}
    for suffix, sign in signs.items():
        assert line.save(tmp_path / f"line{suffix}").path.read_bytes().startswith(sign)


@pytest.mark.parametrize("suffix", sorted(set(FORMATS) - {".pdf"}))
def test_the_same_timeline_makes_the_same_bytes(line: Timeline, tmp_path: Path, suffix: str) -> None:
    first = line.save(tmp_path / f"first{suffix}").path.read_bytes()
    assert timeline().save(tmp_path / f"second{suffix}").path.read_bytes() == first


def test_what_a_table_leaves_out_is_counted(line: Timeline, tmp_path: Path) -> None:
    written = line.save(tmp_path / "line.csv")
    assert "1 undated telling not in it" in str(written)
    (named,) = [row for row in written.left_out.to_dicts() if row["event_id"] is None]
    assert named["title"] in str(written)
    assert named["reason"] == line.undated["why"].item()
    assert "undated" not in str(line.save(tmp_path / "line.html"))


def test_errors_say_what_to_do(line: Timeline, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"line\.docx: no export has this suffix; known are \.csv"):
        line.save(tmp_path / "line.docx")
    with pytest.raises(FileNotFoundError, match="there is no folder"):
        line.save(tmp_path / "nowhere" / "line.csv")


@pytest.mark.parametrize(
    ("module", "extra", "act"),
    [
        ("icalendar", "calendar", lambda line, folder: line.save(folder / "line.ics")),
        ("xlsxwriter", "excel", lambda line, folder: line.save(folder / "line.xlsx")),
        ("anywidget", "lab", lambda line, folder: line.widget()),
        ("anywidget", "lab", lambda line, folder: line.edit()),
    ],
)
def test_a_missing_library_is_named_with_its_extra(
    line: Timeline, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, module: str, extra: str, act: Callable[..., object]
) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(ImportError, match=rf'{module}: pip install "timeline-notebook\[{extra}\]"'):
        act(line, tmp_path)


def test_when_is_written_as_people_write_it(line: Timeline) -> None:
    assert with_when(line.events)["when"].to_list()[1:] == [
        "January – February 2014",
        "22 October 2015",
        "since about 23 October 2015",
        "24 October 2015, 14:30",
    ]
