"""The Timeline: what it holds, how it shows itself, and what becomes of bad input."""

from __future__ import annotations

import base64
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import polars as pl
import pytest

import timeline as tl
from tests.fabricated import HOSTILE, timeline

if TYPE_CHECKING:
    from tests.conftest import Contained


@pytest.fixture
def line(sample_line: tl.Timeline) -> tl.Timeline:
    return sample_line


def test_it_holds_every_frame(line: tl.Timeline) -> None:
    assert len(line) == line.events.height > 20
    assert line.evidence.height == line.events["evidence"].list.len().sum()
    assert line.undated.height == line.tellings["start_day"].null_count()
    assert set(line.evidence["article_id"]) <= set(line.articles["article_id"])
    assert repr(line).startswith("Timeline('Syria, ")


def test_a_title_is_made_of_the_commonest_names_and_the_period() -> None:
    told = [
        "The ferry sank at Oslo on 3 May 2016.",
        "Oslo closed the quay on 9 May 2016.",
        "Divers left Oslo on 2 June 2016.",
    ]
    frame = pl.DataFrame({"text": told})
    assert tl.build_timeline(frame).title == "Oslo · May – June 2016"
    assert tl.build_timeline(frame, title="The ferry").title == "The ferry"
    assert tl.build_timeline(frame.head(0).with_columns(text=pl.lit(""))).title == "Timeline"


def test_stage_by_stage_gives_the_same(line: tl.Timeline, sample: Path) -> None:
    articles = tl.read_articles(sample)
    dates = tl.find_dates(articles)
    assert tl.merge_events(tl.extract_events(articles, dates)).equals(line.events)


def test_in_batches_it_is_the_same(line: tl.Timeline, sample: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("timeline.pipeline.ARTICLES_AT_ONCE", 4)
    again = tl.build_timeline(sample)
    assert again.events.equals(line.events)
    assert again.dates.drop("interval").equals(line.dates.drop("interval"))


def test_every_sentence_of_the_evidence_is_in_its_article(line: tl.Timeline) -> None:
    texts = dict(line.articles.select("article_id", "text").iter_rows())
    for row in line.evidence.iter_rows(named=True):
        text = texts[row["article_id"]]
        assert text[row["sentence_start_char"] : row["sentence_end_char"]] == row["sentence"]
        assert text[row["start_char"] : row["end_char"]] == row["date_text"]


def test_top_keeps_the_best_in_the_order_of_time(line: tl.Timeline) -> None:
    top = line.top(5)
    assert len(top) == 5
    assert top.events["start_day"].is_sorted()
    assert set(top.events["score"]) == set(line.events["score"].top_k(5))
    assert top.undated.equals(line.undated)
    assert len(line.top(10_000)) == len(line)
    with pytest.raises(ValueError, match="not negative"):
        line.top(-1)
    with pytest.raises(TypeError, match="whole number of events"):
        line.top("x")  # type: ignore[arg-type]


def test_what_was_not_read_is_not_counted_and_named(tmp_path: Path) -> None:
    (tmp_path / "rain.txt").write_text("It rained on 3 May 2014.")
    (tmp_path / "noise.bin").write_bytes(bytes(range(256)))
    summary = tl.build_timeline(tmp_path, progress=False).summary
    assert summary.startswith("1 event from 1 article, 2014")
    assert "1 article not read: " in summary
    assert "noise.bin" in summary


def test_it_shows_itself_in_a_notebook(line: tl.Timeline) -> None:
    bundle = line._repr_mimebundle_()
    assert bundle["text/html"].startswith("<iframe srcdoc=")
    assert 'sandbox="allow-scripts' in bundle["text/html"]
    assert "allow-same-origin" not in bundle["text/html"]
    assert base64.b64decode(bundle["image/png"]).startswith(b"\x89PNG")
    rest = bundle["text/html"].partition("</iframe>")[2]
    assert f'src="data:image/png;base64,{bundle["image/png"]}"' in rest
    assert bundle["text/plain"] == repr(line)


def test_an_empty_timeline_shows_itself_too() -> None:
    line = tl.build_timeline(pl.DataFrame({"text": ["Nothing happened."]}))
    assert len(line) == 0
    assert "image/png" not in line._repr_mimebundle_()
    assert line.problems["reason"].to_list()[-1] == "no date was found in this article"
    assert "0 events from 1 article" in line.summary


@pytest.mark.browser
def test_a_hostile_title_is_text(contained: Contained, tmp_path: Path) -> None:
    line = timeline()
    (tmp_path / "notebook.html").write_text(f"<title>notebook</title>{line._repr_mimebundle_()['text/html']}", "utf-8")
    explained = tl.explain(line.articles.with_columns(title=pl.lit(HOSTILE), text=pl.lit(HOSTILE)), line.dates.clear())
    (tmp_path / "explained.html").write_text(f"<title>explained</title>{explained.html}", "utf-8")
    line.save(tmp_path / "page.html")
    page = contained.context.new_page()
    for name, title in {"notebook": "notebook", "explained": "explained", "page": "Tests & trials"}.items():
        page.goto((tmp_path / f"{name}.html").as_uri())
        page.wait_for_timeout(500)
        assert page.title().startswith(title), name
        frame = page.frames[-1]
        frame.get_by_text("document.title=").first.wait_for(state="attached")
    assert contained.refused == []


def test_explain_marks_every_date_by_kind(line: tl.Timeline) -> None:
    text = "VIENNA, October 22. On 21 October 2015, and perhaps in early October, talks failed; lately, on February 30, 2015, too."
    articles = tl.read_articles(pl.DataFrame({"text": [text]}), published="2015-10-22")
    dates = tl.find_dates(articles)
    document = tl.explain(articles, dates).html
    assert document.count("<mark") == dates.height >= 4
    for kind in ("said", "soft", "undated"):
        assert f'class="{kind}"' in document
    printed = str(tl.explain(articles, dates))
    assert printed == repr(tl.explain(articles, dates))
    assert "<" not in printed
    assert [line.split("  ")[1] for line in printed.splitlines()[1:]] == [
        "22 October 2015", "21 October 2015", "about October 2015", "undated", "undated"
    ]  # fmt: skip
    assert "“February 30, 2015”" in printed
    assert tl.explain(articles, dates)._repr_html_() == document


BAD = {
    "empty.txt": b"",
    "binary.txt": b"\x00\x01\x02\x7fELF" * 50,
    "broken.txt": b"On 3 May 2014 the caf\xe9 \xff\xfe opened its doors in Vienna again.",
    "dateless.txt": b"Nobody came and nothing happened in the town.",
    "impossible.txt": b"They met on February 30, 2015 and again on 31/31/2015 in the town hall of Vienna.",
}


def test_bad_files_are_problems_and_the_rest_goes_on(tmp_path: Path) -> None:
    for name, data in BAD.items():
        (tmp_path / name).write_bytes(data)
    (tmp_path / "good.txt").write_text(
        "VIENNA, May 4, 2014. The bridge was opened on 3 May 2014 by the mayor, who had recently been ill for weeks."
    )
    (tmp_path / "future.txt").write_text("VIENNA, May 4, 2099. The bridge was opened yesterday by the mayor.")
    line = tl.build_timeline(tmp_path)
    named = {source.rpartition("/")[2] for source in line.problems["source"]}
    assert {"empty.txt", "binary.txt", "broken.txt", "dateless.txt", "impossible.txt", "future.txt"} <= named
    assert "good.txt" not in named
    assert any("good.txt" in row["source"] for row in line.evidence.to_dicts())
    assert line.problems["reason"].str.len_chars().min() > 5
    assert any("30" in text for text in line.problems["text"])


def test_nothing_to_read_is_an_error_that_names_it(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="nowhere"):
        tl.build_timeline(tmp_path / "nowhere")
    with pytest.raises(ValueError, match=tmp_path.name):
        tl.build_timeline(tmp_path)


def test_a_huge_line_is_read_or_refused_with_a_reason(tmp_path: Path) -> None:
    (tmp_path / "huge.txt").write_text("On 3 May 2014 it rained. " * 800_000)
    (tmp_path / "good.txt").write_text("The bridge was opened on 3 May 2014 by the mayor of Vienna.")
    line = tl.build_timeline(tmp_path)
    assert any("huge.txt" in source for source in line.problems["source"])
    assert len(line) == 1


def test_frames_are_shown_as_people_read_them(line: tl.Timeline) -> None:
    shown = tl.show(line.events, rows=2)
    head = repr(shown).splitlines()[0]
    assert head.split()[:3] == ["when", "title", "place"]
    assert repr(shown).endswith(f"(2 of {len(line)} rows)")
    assert shown.html.count("<tr>") == 3
    assert str(shown) == repr(shown) == f"{shown}"
    for frame in (
        line.tellings,
        line.dates,
        line.articles,
        line.evidence,
        line.problems,
        line.corrections,
        line.undated,
    ):
        text = repr(tl.show(frame))
        assert "{" not in text
        assert max(map(len, text.splitlines())) <= 120


def test_a_table_that_is_shown_runs_nothing() -> None:
    frame = pl.DataFrame({"<b>title</b>": ["<script>alert(1)</script>"], "n": [1], "empty": [None]})
    assert "<script" not in tl.show(frame).html
    assert "<b>" not in tl.show(frame).html
    assert "empty" in repr(tl.show(frame))


def test_events_are_found_by_word_by_day_and_by_id(line: tl.Timeline) -> None:
    found = line.find("CASPIAN missiles")
    assert 0 < len(found) < len(line)
    assert all("caspian" in str(row).lower() and "missiles" in str(row).lower() for row in found)
    assert len(line.find("caspian nowhereatall")) == 0
    assert len(line.find("")) == len(line)
    assert len(line.find("a.b")) == len([row for row in line if "a.b" in str(row)])  # a word is no pattern
    day = line.between("2015-10-07", datetime(2015, 10, 7, 12))
    assert len(day) == line.events.filter(pl.col("start_day") <= 16715, pl.col("end_day") > 16715).height > 0
    with pytest.raises(ValueError, match="the last comes before the first"):
        line.between("2015-10-08", "2015-10-07")
    with pytest.raises(ValueError, match="soon"):
        line.between("soon", "2015-10-07")
    (first, *_) = line
    assert line.event(first["event_id"]) == first
    with pytest.raises(ValueError, match="no event 'x'"):
        line.event("x")


def test_two_timelines_are_one_of_all_their_articles(line: tl.Timeline, sample: Path) -> None:
    files = sorted(path for path in sample.iterdir() if path.is_file())
    half, rest = (tl.build_timeline(part, progress=False) for part in (files[:9], files[5:]))
    both = half + rest
    assert both.articles.height == line.articles.height
    assert both.events["articles"].sum() == line.events["articles"].sum()
    with pytest.raises(TypeError):
        half + 1  # type: ignore[operator]  # wrong on purpose


def test_one_article_of_a_timeline_is_explained_by_its_name(line: tl.Timeline) -> None:
    row = line.articles.row(0, named=True)
    shown = str(tl.explain(line, row["source"]))
    assert shown == str(tl.explain(line, row["article_id"])) == str(tl.explain(line, Path(row["source"]).name))
    assert shown in str(tl.explain(line))
    with pytest.raises(ValueError, match="did you mean"):
        tl.explain(line, Path(row["source"]).name[1:])
