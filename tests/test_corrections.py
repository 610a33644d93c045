"""What a person corrected stays corrected, is shown as such, and is never lost."""

from __future__ import annotations

import io
import re
import shutil
from typing import TYPE_CHECKING

import polars as pl
import pytest

import timeline as tl
from timeline.corrections import evidence_keys, read_corrections
from timeline.revision import PROSE

if TYPE_CHECKING:
    from pathlib import Path

FIRST = 13  # articles in the first build; the rest come later


@pytest.fixture(scope="module")
def grown(sample: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A folder as it was, and the same folder with five more articles."""
    before, after = tmp_path_factory.mktemp("before"), tmp_path_factory.mktemp("after")
    paths = sorted(sample.iterdir())
    for path in paths[: len(paths) - 5]:
        shutil.copy(path, before)
    for path in paths:
        shutil.copy(path, after)
    return before, after


@pytest.fixture(scope="module")
def before(grown: tuple[Path, Path]) -> tl.Timeline:
    return tl.build_timeline(grown[0])


def ids(line: tl.Timeline) -> set[str]:
    return set(line.events["event_id"])


def event(line: tl.Timeline, event_id: str) -> dict[str, object]:
    return line.events.filter(pl.col("event_id") == event_id).row(0, named=True)


def test_ten_corrections_survive_five_more_articles(
    grown: tuple[Path, Path], before: tl.Timeline, tmp_path: Path
) -> None:
    ids_before = before.events.sort("articles", "event_id", descending=[True, False])["event_id"].to_list()
    shared = (
        before.events.filter(pl.col("articles") > 1)
        .sort("articles", "event_id", descending=[True, False])
        .row(0, named=True)
    )
    leaver = shared["evidence"][-1]["article_id"]
    line = before.correct("split", shared["event_id"], article=leaver, note="another ship")
    line = (
        line.correct("change", ids_before[1], date="2015-10-09", who="AB")
        .correct("change", ids_before[2], title="Corrected title")
        .correct("change", ids_before[3], place="Corrected place")
        .correct("change", ids_before[4], date="2014-01/2014-02", title="Both", note="see the protocol")
        .correct("drop", ids_before[5])
        .correct("merge", ids_before[6], into=ids_before[7])
        .correct("pin", ids_before[-1])
        .correct("check", ids_before[8], who="CD", note="called the ministry")
        .correct("add", date="3 October 2015", title="Told by nobody", place="Vienna")
    )
    assert line.corrections.height == 10
    line.corrections.write_csv(tmp_path / "corrections.csv")

    after = tl.build_timeline(grown[1], corrections=tmp_path / "corrections.csv")
    assert after.articles.height == before.articles.height + 5
    assert after.problems.filter(pl.col("stage") == "corrections").is_empty()
    sentences = after.evidence.filter(pl.col("source").str.starts_with("corrected by"))
    assert event_with(after, before, ids_before[1])["edtf"] == "2015-10-09"
    assert event_with(after, before, ids_before[2])["title"] == "Corrected title"
    assert event_with(after, before, ids_before[3])["place"] == "Corrected place"
    assert event_with(after, before, ids_before[4])["edtf"] == "2014-01/2014-02"
    assert ids_before[5] not in ids(after)
    assert ids_before[6] not in ids(after)
    gone = before.evidence.filter(pl.col("event_id") == ids_before[6])["sentence"]
    assert set(gone) <= {sentence["sentence"] for sentence in event_with(after, before, ids_before[7])["evidence"]}  # type: ignore[attr-defined]  # a list
    assert after.events.filter(pl.col("title") == "Told by nobody")["edtf"].to_list() == ["2015-10-03"]
    assert ids_before[-1] in ids(after.top(1))
    assert "called the ministry" in sentences["sentence"].to_list()
    assert "corrected by AB" in sentences["source"].to_list()
    split = after.evidence.filter(pl.col("why").str.starts_with("split from"))["event_id"].unique()
    assert split.len() == 2
    apart = after.evidence.filter(pl.col("event_id").is_in(split.implode()), pl.col("article_id").is_not_null())
    assert (
        apart.group_by("event_id")
        .agg(pl.col("article_id").unique())
        .filter(pl.col("article_id").list.contains(leaver))
        .height
        == 1
    )


def event_with(after: tl.Timeline, before: tl.Timeline, event_id: str) -> dict[str, object]:
    """The event as it is called after, found by its id or by a sentence it had before."""
    if event_id in ids(after):
        return event(after, event_id)
    had = before.evidence.filter(pl.col("event_id") == event_id).select("article_id", "start_char")
    found = after.evidence.join(had, on=["article_id", "start_char"], how="semi")["event_id"]
    return event(after, found[0])


def test_an_event_is_found_by_its_sentences_when_its_name_has_changed(before: tl.Timeline) -> None:
    row = before.correct("change", before.events["event_id"][3], title="Found again").corrections
    line = tl.Timeline(
        before.events, tellings=before.tellings, dates=before.dates, articles=before.articles,
        corrections=row.with_columns(event_id=pl.lit("another-name")),
    )  # fmt: skip
    assert line.events["title"][3] == "Found again"
    assert line.problems.filter(pl.col("stage") == "corrections").is_empty()


def test_the_event_that_holds_most_of_the_sentences_is_the_one_meant(before: tl.Timeline) -> None:
    several = before.events.filter(pl.col("evidence").list.len() > 1).sort("event_id")
    meant, other = several.row(0, named=True), several.row(-1, named=True)
    strayed = evidence_keys({"evidence": other["evidence"][:1]})
    for first, last in ((evidence_keys(meant), strayed), (strayed, evidence_keys(meant))):
        row = pl.DataFrame(
            {"action": ["change"], "event_id": ["renamed"], "evidence": [f"{first} {last}"], "title": ["Found"]}
        )
        line = before.amend(row)
        assert event(line, meant["event_id"])["title"] == "Found"
        assert event(line, other["event_id"]) == event(before, other["event_id"])


def test_what_is_pinned_comes_before_what_matters_more(before: tl.Timeline, grown: tuple[Path, Path]) -> None:
    least = before.events.sort("score", "event_id")["event_id"][0]
    assert ids(before.top(1)) != {least}
    line = before.correct("pin", least)
    assert ids(line.top(1)) == {least}
    assert ids(line.top(3)) == {least} | ids(before.top(2))
    assert ids(tl.build_timeline(grown[0], corrections=line.corrections).top(1)) == {least}


def test_two_events_joined_count_what_both_tell(before: tl.Timeline) -> None:
    one, other = (before.events.filter(pl.col("articles") > 1).row(at, named=True) for at in (0, 1))
    joined = event(before.correct("merge", one["event_id"], into=other["event_id"]), other["event_id"])
    mentions = [*one["evidence"], *other["evidence"]]
    assert joined["wordings"] == one["wordings"] + other["wordings"]
    assert joined["score"] == max(one["score"], other["score"])
    assert joined["articles"] == len({mention["article_id"] for mention in mentions})
    assert joined["sources"] == len({mention["source"] for mention in mentions})
    assert set(joined["actors"]) == {*one["actors"], *other["actors"]}  # type: ignore[call-overload]
    assert joined["title"] == other["title"]


def test_a_correction_that_fits_nothing_is_reported_and_kept(grown: tuple[Path, Path]) -> None:
    lost = pl.DataFrame(
        {
            "action": ["drop", "publish", "merge"],
            "event_id": ["gone", None, "gone too"],
            "evidence": ["nobody:3", None, None],
            "article": [None, "no-such-file.txt", None],
            "published": [None, "2015-10-01", None],
            "note": ["a twin", None, None],
        }
    )
    line = tl.build_timeline(grown[0], corrections=lost)
    reasons = line.problems.filter(pl.col("stage") == "corrections")["reason"].to_list()
    assert reasons == [
        "this correction fits no event any longer: drop gone (a twin)",
        "this correction fits no article: publish no-such-file.txt",
        "this correction fits no event any longer: merge gone too",
    ]
    assert line.corrections["action"].to_list() == ["drop", "publish", "merge"]


def test_the_day_of_an_article_moves_its_relative_dates(tmp_path: Path) -> None:
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "a.txt").write_text("VIENNA, May 4, 2014. The mayor opened the bridge yesterday.")
    (tmp_path / "corrections.csv").write_text("article,published\na.txt,2014-05-14\n")
    line = tl.build_timeline(tmp_path / "news", corrections=tmp_path / "corrections.csv")
    assert line.events["edtf"].str.strip_chars_end("?").to_list() == ["2014-05-13"]


def test_the_year_of_a_dateline_can_be_given_alone(tmp_path: Path) -> None:
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "a.txt").write_text("VIENNA, May 4. The mayor opened the bridge yesterday.")
    (tmp_path / "news" / "b.txt").write_text("The mayor closed the bridge on 3 June 2011.")
    (tmp_path / "corrections.csv").write_text(
        "action,event_id,article,published,who\npublish,,a.txt,2014,AB\ndrop,e1,,,\npublish,,b.txt,2012,AB\n"
    )
    line = tl.build_timeline(tmp_path / "news", corrections=tmp_path / "corrections.csv")
    assert line.articles["published"].cast(str).to_list() == ["2014-05-04", None]
    assert line.articles["published_basis"][0] == "dateline “May 4”, year 2014 from the corrections"
    assert line.events["edtf"].str.strip_chars_end("?").to_list() == ["2011-06-03", "2014-05-03"]
    assert "the corrections say the year 2012" in line.articles["problems"][1][0]


def test_ids_with_blanks_and_colons_are_found_again(tmp_path: Path) -> None:
    text = "The mayor opened the bridge on 3 May 2014."
    line = tl.build_timeline(pl.DataFrame({"article_id": ["a b: 100%"], "text": [text]}))
    row = line.correct("change", line.events["event_id"][0], title="Opened").corrections
    assert row["evidence"].to_list() == ["a%20b%3A%20100%25:31"]
    again = tl.Timeline(
        line.events, tellings=line.tellings, dates=line.dates, articles=line.articles,
        corrections=row.with_columns(event_id=pl.lit("another-name")),
    )  # fmt: skip
    assert again.events["title"].to_list() == ["Opened"]


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"action": "change"}, "needs a date, a title or a place"),
        ({"action": "change", "date": "soon"}, "'soon' is no date"),
        ({"action": "change", "date": "2015-10/2014"}, "ends before it begins"),
        ({"action": "bend"}, "no action 'bend'; there are: change, drop"),
        ({"action": "change", "colour": "red"}, "no field colour"),
        ({"action": "publish"}, "build again"),
        ({"action": "split", "article": "x"}, "does not fit"),
    ],
)
def test_a_wrong_correction_says_what_is_wrong(before: tl.Timeline, fields: dict[str, str], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        before.correct(fields.pop("action"), before.events["event_id"][0], **fields)


def test_an_event_that_is_not_there_cannot_be_corrected(before: tl.Timeline) -> None:
    with pytest.raises(ValueError, match="no event 'nothing'"):
        before.correct("drop", "nothing")
    with pytest.raises(ValueError, match=r'line\.correct\("change", event_id, date='):
        before.correct(before.events["event_id"][0], date="2015-10-21")
    with pytest.raises(ValueError, match=r"which event.*line\.correct"):
        before.correct("drop")
    with pytest.raises(ValueError, match="column action is missing"):
        read_corrections(pl.DataFrame({"event_id": ["a"]}))


def test_correcting_leaves_the_timeline_it_began_with_alone(before: tl.Timeline) -> None:
    count = len(before)
    after = before.correct("drop", before.events["event_id"][0])
    assert (len(before), len(after), before.corrections.height) == (count, count - 1, 0)


def test_a_correction_that_cannot_be_applied_is_reported_and_the_rest_goes_on(before: tl.Timeline) -> None:
    events = before.events["event_id"]
    rows = pl.DataFrame({"action": ["change", "change"], "event_id": events[:2], "date": ["soon", "2015-10-07"]})
    line = before.amend(rows)
    assert event(line, events[1])["edtf"] == "2015-10-07"
    assert event(line, events[0]) == event(before, events[0])
    (reason,) = line.problems.filter(pl.col("stage") == "corrections")["reason"]
    assert reason.startswith("this correction could not be applied, 'soon' is no date")
    assert reason.endswith(f": change {events[0]}")
    assert line.corrections.height == 2


def test_a_correction_that_was_applied_is_not_reported_lost(tmp_path: Path) -> None:
    (tmp_path / "news" / "sub").mkdir(parents=True)
    (tmp_path / "news" / "sub" / "a.txt").write_text("The mayor opened the bridge yesterday.")
    (tmp_path / "fixed.csv").write_text("article;published\nsub/a.txt;2014-05-14\nsub/b.txt;2014-05-15\n")
    line = tl.build_timeline(tmp_path / "news", corrections=tmp_path / "fixed.csv")
    assert line.articles["published_basis"].to_list() == ["corrections, line 2"]
    assert line.problems.filter(pl.col("stage") == "corrections")["reason"].to_list() == [
        "this correction fits no article: publish sub/b.txt"
    ]


def test_corrections_are_saved_so_that_no_spreadsheet_runs_them(before: tl.Timeline, tmp_path: Path) -> None:
    event_id = before.events["event_id"][0]
    line = before.correct("change", event_id, title="=1+1", place="-", note="'=said so", date="-0043")
    line.save_corrections(tmp_path / "fixed.csv")
    assert "'=1+1" in (tmp_path / "fixed.csv").read_text("utf-8")
    assert read_corrections(tmp_path / "fixed.csv").equals(line.corrections)


def test_a_split_keeps_what_was_corrected_before(before: tl.Timeline) -> None:
    shared = before.events.filter(pl.col("articles") > 2).row(0, named=True)
    event_id, leaver = shared["event_id"], shared["evidence"][0]["article_id"]
    plain = before.correct("split", event_id, article=leaver)
    line = (
        before.correct("change", event_id, title="As the desk has it (was it?)", date="2014-02-03", who="AB")
        .correct("change", event_id, place="-")
        .correct("check", event_id, note="seen twice")
        .correct("split", event_id, article=leaver)
    )
    stays, leaves = event(line, event_id), (ids(line) - ids(before)).pop()
    assert (stays["title"], stays["edtf"], stays["place"]) == ("As the desk has it (was it?)", "2014-02-03", None)
    assert [mention["why"][:6] for mention in stays["evidence"] if not mention["article_id"]] == [  # type: ignore[attr-defined]
        "date: ", "place:", "checke", "split ",
    ]  # fmt: skip
    for name in ("title", "edtf", "place"):
        assert event(line, leaves)[name] == event(plain, leaves)[name]
    assert len(stays["evidence"]) == len(event(plain, event_id)["evidence"]) + 3  # type: ignore[arg-type]


def test_a_split_keeps_no_date_that_came_from_the_sentences_that_leave() -> None:
    texts = ["The mayor opened the bridge on 3 May 2014.", "Divers found the wreck of the ferry on 9 June 2014."]
    line = tl.build_timeline(pl.DataFrame({"article_id": ["a", "b"], "text": texts}))
    bridge, wreck = line.events["event_id"]
    # The wreck got its place by hand; the merged event has its day and title from the bridge.
    merged = line.correct("change", wreck, date="2014-06-10").correct("merge", wreck, into=bridge)
    after = merged.correct("split", bridge, article="a")
    assert event(after, bridge)["edtf"] != event(merged, bridge)["edtf"]


def test_an_event_added_by_hand_stays_what_it_is_when_sentences_leave_it() -> None:
    texts = ["The mayor opened the bridge on 3 May 2014.", "The mayor opened the bridge on 3 May 2014, he said."]
    line = tl.build_timeline(pl.DataFrame({"article_id": ["a", "b"], "text": texts}))
    line = line.correct("add", "e1", date="early May 2014", title="The opening")
    for event_id in line.events["event_id"]:
        line = line if event_id == "e1" else line.correct("merge", event_id, into="e1")
    kept = event(line, "e1")
    line = line.correct("split", "e1", article="b")
    assert {name: event(line, "e1")[name] for name in ("title", "edtf", "place")} == {
        name: kept[name] for name in ("title", "edtf", "place")
    }


def test_a_wrong_place_can_be_taken_away(before: tl.Timeline) -> None:
    placed = before.events.filter(pl.col("place").is_not_null())["event_id"][0]
    assert event(before.correct("change", placed, place="-"), placed)["place"] is None


def test_a_table_from_a_spreadsheet_is_read(before: tl.Timeline, tmp_path: Path) -> None:
    (tmp_path / "c.csv").write_text(
        f"\ufeffaction;event_id;title;colour\n drop ;{before.events['event_id'][0]};;red\n;;;\n"
    )
    assert read_corrections(tmp_path / "c.csv").select("action", "event_id").rows() == [
        ("drop", before.events["event_id"][0])
    ]


def test_half_a_file_of_corrections_is_refused_or_ends_with_a_whole_row(tmp_path: Path) -> None:
    whole = tmp_path / "c.csv"
    rows = pl.DataFrame(
        {"action": ["change", "drop"], "event_id": ["e1", "e2"], "evidence": ["a:1 b:22", "c:333"], "date": ["2015-10-09", ""],
         "note": ["seen, and “heard”\nby many", ""], "who": "AB"}
    )  # fmt: skip
    written = read_corrections(rows)
    written.write_csv(whole)
    data, taken = whole.read_bytes(), set()
    for end in range(data.index(b"\n") + 1, len(data)):
        whole.write_bytes(data[:end])
        try:
            taken.update(read_corrections(whole).drop("who").rows())
        except ValueError:
            continue
    assert taken == set(written.drop("who").rows()), "what is cut in its last cell alone cannot be noticed"


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"action,titel\nchange,x\n", "c.csv: there is no column 'titel'; did you mean 'title'?"),
        (b"event_id\ne1\n", "c.csv: the column action is missing"),
        (b"action,event_id\nbend,e1\n", "c.csv, line 2: no action 'bend'"),
        (b"action,event_id\n,e1\n", "c.csv, line 2: no action;"),
        (b"action,event_id\n\ndrop,e1\ndrop,e2,a,b\n", "with a header (line 4 has more cells than the header)"),
        (b"action,event_id,title\ndrop,e1\ndrop,e2,\n", "(line 2 has 2 cells and the header 3: was it cut short?"),
        (b"action,event_id,title\ndrop,e1,\nchange,e2", "(line 3 has 2 cells and the header 3: was it cut short?"),
        (b"\xff\xfe\x00", "c.csv: this is no table of corrections"),
        (b"", "c.csv: this is no table of corrections"),
    ],
)
def test_a_file_that_is_no_table_of_corrections_says_so(tmp_path: Path, content: bytes, message: str) -> None:
    (tmp_path / "c.csv").write_bytes(content)
    with pytest.raises(ValueError, match=re.escape(message)):
        read_corrections(tmp_path / "c.csv")
    with pytest.raises(FileNotFoundError, match="no such file of corrections"):
        read_corrections(tmp_path / "none.csv")


def test_what_is_edited_in_the_grid_becomes_rows_of_the_table(before: tl.Timeline) -> None:
    events = before.events["event_id"].to_list()
    first = event(before, events[0])
    editor = before.edit(who="AB")
    assert editor.made.is_empty()
    editor.edits = {
        events[0]: {"title": "New", "date": first["edtf"], "note": "why", "pin": True, "checked": True},
        events[1]: {"date": "soon"},
        events[2]: {"drop": True, "title": ""},
        events[3]: {"note": "nothing but a note"},
        events[4]: {"title": " "},
        "new-1": {"date": "44 BC", "title": "The ides", "place": "Rome"},
        "new-2": {"title": "No day"},
        "new-3": {"drop": True},
    }
    assert editor.made.select("action", "event_id", "date", "title", "place", "note", "who").rows() == [
        ("change", events[0], None, "New", None, "why", "AB"),
        ("pin", events[0], None, None, None, "why", "AB"),
        ("check", events[0], None, None, None, "why", "AB"),
        ("drop", events[2], None, None, None, None, "AB"),
        ("add", None, "44 BC", "The ides", "Rome", None, "AB"),
    ]
    assert list(editor.complaints) == [events[1], events[3], events[4], "new-2"]
    assert len(editor.line) == len(before)
    assert editor.line.events["edtf"][0] == "-0043"
    assert editor.line.corrections.equals(editor.corrections)
    shown = {row["id"]: row for row in editor.line.edit().rows}
    assert shown[events[0]]["pinned"]
    assert shown[events[0]]["checked"]
    assert not shown[events[5]]["pinned"]


def test_a_file_of_corrections_is_read_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "fixed.csv").write_text("action,article,published\npublish,row 0,2014-05-14\n")
    opened: list[str] = []
    opens = io.open

    def counting(file: object, *rest: object, **named: object) -> object:
        opened.append(str(file))
        return opens(file, *rest, **named)  # type: ignore[call-overload]  # handed on as it came

    monkeypatch.setattr("io.open", counting)
    articles = pl.DataFrame({"text": ["The mayor opened the bridge yesterday."]})
    line = tl.build_timeline(articles, corrections=tmp_path / "fixed.csv")
    assert line.articles["published_basis"].to_list() == ["corrections, line 2"]
    assert [path for path in opened if path.endswith("fixed.csv")] == [str(tmp_path / "fixed.csv")]


def test_a_title_that_reads_like_a_correction_is_none(before: tl.Timeline) -> None:
    line = before.correct("change", before.events["event_id"][0], title="Bags; checked; and sent")
    assert not any(row["checked"] for row in line.edit().rows)


def test_what_was_corrected_is_kept_in_columns_whatever_the_words_say(
    before: tl.Timeline, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("timeline.revision.PROSE", dict.fromkeys(PROSE, "by hand"))
    shared = before.events.filter(pl.col("articles") > 2).row(0, named=True)
    event_id, leaver = shared["event_id"], shared["evidence"][0]["article_id"]
    line = (
        before.correct("change", event_id, title="As the desk has it", date="3 February 2014", who="AB")
        .correct("change", event_id, place="-", note="nowhere")
        .correct("check", event_id)
    )
    assert line.applied.select("field", "before", "after", "who", "note").rows() == [
        ("date", shared["edtf"], "3 February 2014", "AB", None),
        ("title", shared["title"], "As the desk has it", "AB", None),
        ("place", shared["place"], "-", None, "nowhere"),
        ("checked", None, None, None, None),
    ]
    evidence = event(line, event_id)["evidence"]
    assert [evidence[entry]["why"] for entry in line.applied["entry"]] == ["by hand; by hand"] * 2 + ["by hand"] * 2  # type: ignore[index]  # a list
    assert [row["id"] for row in line.edit().rows if row["checked"]] == [event_id]
    stays = event(line.correct("split", event_id, article=leaver), event_id)
    assert (stays["title"], stays["edtf"], stays["place"]) == ("As the desk has it", "2014-02-03", None)


def test_corrections_at_once_are_corrections_one_by_one(before: tl.Timeline) -> None:
    first, second, third = before.events.sort("articles", descending=True, maintain_order=True)["event_id"][:3]
    line = (
        before.correct("check", first)
        .correct("change", second, title="Renamed", note="a typo")
        .correct("merge", first, into=second)
        .correct("pin", third, who="AB")
        .correct("drop", third)
    )
    at_once = before.amend(line.corrections)
    assert line.events.equals(at_once.events)
    assert line.applied.sort("event_id", "entry").equals(at_once.applied.sort("event_id", "entry"))
    assert line.applied.sort("entry")["field"].to_list() == ["title", "checked", "merged"]
    assert line.applied["event_id"].unique().to_list() == [second]
