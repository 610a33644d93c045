"""Every format a newsroom has, good and broken: what is read, and what is told about the rest."""

from __future__ import annotations

import io
import sys
import zipfile
from datetime import date
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from tests import pile
from timeline.articles import archive, draft, read_articles, reader, warc
from timeline.articles.files import File
from timeline.articles.html import text_of_html
from timeline.articles.plaintext import join_lines, unwrap_text
from timeline.articles.reader import find_kind, read_file
from timeline.schemas import ARTICLES


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, Any]]:
    folder = pile.make_good(tmp_path_factory.mktemp("good"))
    return by_name(read_articles(folder), folder)


@pytest.fixture(scope="module")
def broken(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, Any]]:
    folder = pile.make_broken(tmp_path_factory.mktemp("broken"))
    return by_name(read_articles(folder), folder)


def by_name(frame: pl.DataFrame, folder: Path) -> dict[str, dict[str, Any]]:
    return {row["source"].removeprefix(f"{folder}/"): row for row in frame.iter_rows(named=True)}


def test_nothing_of_the_good_pile_is_lost_or_invented(good: dict[str, dict[str, Any]]) -> None:
    # What says that the crawl holds a picture, too, and an attachment that is broken.
    assert set(good) == {*pile.PUBLISHED, "crawl.warc.gz", "mail.eml/cracks.pdf"}


@pytest.mark.parametrize(("name", "day"), pile.PUBLISHED.items())
def test_each_good_file_knows_its_day(good: dict[str, dict[str, Any]], name: str, day: str | None) -> None:
    row = good[name]
    assert str(row["published"]) == str(day)
    assert (row["published_basis"] is None) == (day is None)


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("linked.html", "Northern ferry line stays closed"),
        ("latin.html", "Café on the quay"),
        ("notes.md", "Notes from the landing"),
        ("report.pdf", "Harbour report for the winter"),
        ("mail.eml", "Ferry line: what the divers found"),
        ("feed.rss#1", "Divers find a third crack"),
        ("feed.xml#1", "The county answers the island"),
        ("crawl.warc.gz/https://quay.example/c", "Café on the quay closes"),
        ("pile.zip/2016/04/02/inside.txt", "Ferry news"),
        ("wire.txt", "Ferry line closed"),
    ],
)
def test_titles(good: dict[str, dict[str, Any]], name: str, title: str) -> None:
    assert good[name]["title"] == title


COSTLY = [
    b"<!---->", b"<!-- -->\n", b"<!-- a -- b -->", b"<?a?>", b"<?xml?>", b" ", b"\n", b"<", b"A: b\n", b"A: b\n c\n", b"A: b\r\n",
    b"{}\n", b"{", b"}\n", b"[", b"---\n", b"text,", b"From: a\n",
]  # fmt: skip


@pytest.mark.parametrize("piece", COSTLY)
@pytest.mark.parametrize("name", ["a.xml", "a"])
def test_how_a_file_begins_is_told_in_time_that_grows_with_the_beginning_not_with_its_powers(
    name: str, piece: bytes
) -> None:
    for before in (b"", b"<?xml?>", b"<!--"):
        whole = before + piece * (reader.SNIFFED // len(piece)) + b"x"  # a pattern that doubles never ends here
        assert isinstance(find_kind(name, whole), str)


@pytest.mark.parametrize(("root", "kind"), [(b"<rss version='2.0'>", "feed"), (b"<html>", "page"), (b"<other>", "")])
def test_comments_before_the_root_hide_no_kind(root: bytes, kind: str) -> None:
    for comments in (b"<!---->" * 30, b"<!-- a -- b -->\n" * 30, b"<!-- <rss> --><?style?><!-- -->"):
        assert find_kind("a.xml", b"<?xml version='1.0'?>\n" + comments + root) == kind


@pytest.mark.parametrize("name", ["linked.html", "graph.htm", "saved.mhtml", "crawl.warc.gz/https://quay.example/c"])
def test_pages_keep_the_article_and_nothing_else(good: dict[str, dict[str, Any]], name: str) -> None:
    text = good[name]["text"]
    for paragraph in pile.BODY:
        assert paragraph in text
    for stranger in ("cookies", "Reader", "Copyright", "Sport", "schema.org"):
        assert stranger not in text


def test_what_pages_feeds_and_mails_state_about_themselves(good: dict[str, dict[str, Any]]) -> None:
    assert good["saved.mhtml"]["link"] == "https://quay.example/2016/03/09/ferry.html"
    assert good["feed.rss#1"]["site"] == "The Daily Quay"
    assert good["mail.eml"]["author"] == "Press office <press@example.org>"
    assert good["mail.eml"]["problems"] == []
    assert good["mail.eml/cracks.pdf"]["problems"][0].startswith("not read: a broken PDF")
    assert good["notes.md"]["author"] == "A. Clerk"
    assert good["table.parquet#1"]["desk"] == "islands"


def test_scripts_of_a_feed_are_no_text(good: dict[str, dict[str, Any]]) -> None:
    assert "alert" not in good["feed.rss#1"]["text"]


def test_printed_lines_become_paragraphs(good: dict[str, dict[str, Any]]) -> None:
    assert (
        "have found cracks in the third of the four landing stages of the northern line" in good["report.pdf"]["text"]
    )


def test_each_broken_file_ends_with_a_readable_reason(broken: dict[str, dict[str, Any]]) -> None:
    assert {name.split("/")[0] for name in broken} == set(pile.BROKEN)
    for name, reason in pile.REASONS.items():
        told = [problem for found, row in broken.items() if found.startswith(name) for problem in row["problems"]]
        assert any(reason in problem for problem in told), (name, reason, told)


def test_a_broken_file_gives_no_text_unless_only_its_day_or_encoding_is_odd(broken: dict[str, dict[str, Any]]) -> None:
    assert {name for name, row in broken.items() if row["text"]} == set(pile.READ_ANYWAY)


def test_days_that_disagree_are_both_kept(broken: dict[str, dict[str, Any]]) -> None:
    row = broken["two-days.html"]
    assert row["published"] == date(2023, 1, 5)
    assert "disagree" in row["problems"][0]


def test_a_day_in_the_future_leaves_the_article_undated(broken: dict[str, dict[str, Any]]) -> None:
    assert broken["future.html"]["published"] is None


def test_a_folder_of_good_and_broken_files_reads_the_good_ones(tmp_path: Path) -> None:
    folder = pile.make_broken(pile.make_good(tmp_path))
    frame = read_articles(folder)
    assert frame.columns[: len(ARTICLES)] == list(ARTICLES)
    assert frame["article_id"].is_unique().all()
    assert frame.filter(pl.col("text") == "")["problems"].list.len().min() >= 1
    assert frame.equals(read_articles(folder))


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("a.TXT", b"", "text"), ("a.warc.gz", b"", "crawl"), ("-", pile.GOOD["report.pdf"], "pdf"),
        ("-", pile.GOOD["linked.html"], "page"), ("-", pile.RSS.encode(), "feed"), ("a.xml", pile.ATOM.encode(), "feed"),
        ("-", pile.GOOD["mail.eml"], "mail"), ("-", pile.GOOD["table.json"], "json"), ("-", b'{"a": 1}\n{"a": 2}\n', "ndjson"),
        ("-", pile.GOOD["pile.zip"], "zip"), ("-", pile.GOOD["table.parquet"], "parquet"), ("-", pile.GOOD["notes.md"], "markdown"),
        ("-", pile.GOOD["crawl.warc.gz"], "crawl"), ("-", b"The ferry is late.", "text"), ("a.xml", b"<other/>", ""),
        ("a.docx", b"PK\x03\x04", "word"), ("a.pdf", b"<!doctype html><html></html>", "page"), ("log.2016-05-03", b"It rang.", "text"),
        ("a.txt", b"%PDF-1.7", "pdf"), ("a.doc", b"\xd0\xcf\x11\xe0", ""),
    ],
)  # fmt: skip
def test_kinds(name: str, data: bytes, kind: str) -> None:
    assert find_kind(name, data) == kind


@pytest.mark.parametrize("name", [name for name in pile.GOOD if name != "wire.txt"])
def test_standard_input_may_be_of_any_format(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pile.write(tmp_path, {name: pile.GOOD[name]})
    named = read_articles(tmp_path / name)
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(pile.GOOD[name])))
    piped = read_articles("-")
    assert piped.select("title", "text", "published").rows() == named.select("title", "text", "published").rows()
    assert all(source == "Desk" or source.startswith("standard input") for source in piped["source"])


def test_urls_by_fsspec(monkeypatch: pytest.MonkeyPatch) -> None:
    import fsspec

    memory = fsspec.filesystem("memory")
    memory.pipe({f"/desk/{name}": pile.GOOD[name] for name in ("wire.txt", "linked.html")})
    frame = read_articles("memory://desk")
    assert sorted(frame["source"]) == ["memory://desk/linked.html", "memory://desk/wire.txt"]
    assert frame["published"].to_list() == [date(2016, 3, 6), date(2016, 3, 3)]
    with pytest.raises(FileNotFoundError, match="no such file"):
        read_articles("memory://nowhere")
    monkeypatch.setattr("timeline.articles.files.find_spec", lambda name: None)
    with pytest.raises(ImportError, match="pip install fsspec"):
        read_articles("memory://desk")


@pytest.mark.parametrize(
    ("name", "extra"),
    [("linked.html", "html"), ("report.pdf", "pdf"), ("feed.rss", "feeds"), ("crawl.warc.gz", "warc")],
)
def test_a_missing_reader_is_told_with_its_extra(
    name: str, extra: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pile.write(tmp_path, {name: pile.GOOD[name], "wire.txt": pile.GOOD["wire.txt"]})
    needed = reader.NEEDS[find_kind(name)][0]
    monkeypatch.setitem(sys.modules, needed, None)
    frame = read_articles(tmp_path)
    told = frame.filter(pl.col("source").str.ends_with(name))["problems"].to_list()
    assert told == [[f'not read: a {find_kind(name)} needs {needed}: pip install "timeline-notebook[{extra}]"']]
    assert frame.filter(pl.col("text") != "").height == 1


def read_one(name: str, data: bytes) -> list[Any]:
    return read_file(File(name, name, data))


def test_a_zip_bomb_is_stopped_by_what_it_gives_not_by_what_it_promises(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "LARGEST_UNPACKED", 1_000_000)
    bomb = pile.zipped({"a.txt": b"0" * 3_000_000, "b.txt": b"The ferry is late."})
    assert len(bomb) < 10_000
    told = {draft.source: draft for draft in read_one("bomb.zip", bomb)}
    assert "too large" in told["bomb.zip/a.txt"].problems[0]
    assert told["bomb.zip/b.txt"].text == "The ferry is late."
    # The same bomb, lying about its size.
    liar = bomb.replace((3_000_000).to_bytes(4, "little"), (30).to_bytes(4, "little"))
    told = {draft.source: draft for draft in read_one("bomb.zip", liar)}
    assert told["bomb.zip/a.txt"].problems[0].startswith("not read:")
    assert told["bomb.zip/a.txt"].text == ""


def test_many_small_bombs_share_one_budget(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "LARGEST_UNPACKED", 1_000_000)
    inner = pile.zipped({f"{number}.txt": b"word " * 60_000 for number in range(3)})
    outer = pile.zipped({f"{number}.zip": inner for number in range(4)})
    drafts = read_one("bomb.zip", outer)
    assert sum(len(draft.text) for draft in drafts) <= 1_000_000
    assert any("too large" in draft.problems[0] for draft in drafts if draft.problems)


def _odd(*_: Any, **__: Any) -> list[Any]:
    raise AttributeError("no attribute 'walk'")


def test_one_odd_member_of_an_archive_loses_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "read_mail", _odd)
    drafts = read_one("z.zip", pile.zipped({"a.eml": pile.mail(), "b.txt": b"The ferry is late."}))
    assert [(draft.source, draft.text, draft.problems) for draft in drafts] == [
        ("z.zip/a.eml", "", ("not read: AttributeError: no attribute 'walk'",)),
        ("z.zip/b.txt", "The ferry is late.", ()),
    ]


def test_one_odd_page_of_a_crawl_loses_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    read = warc.read_page
    monkeypatch.setattr(warc, "read_page", lambda file, **known: (_odd if "late" in file.name else read)(file, **known))
    good, odd, others = read_one("crawl.warc.gz", pile.crawl())
    assert others.problems == ("not read: 1 capture of other kinds than articles have (image/png 1)",)
    assert "closes" in good.title
    assert odd.source == "crawl.warc.gz/https://quay.example/late"
    assert odd.problems == ("not read: AttributeError: no attribute 'walk'",)


def test_reading_leaves_the_process_as_it_was(tmp_path: Path) -> None:
    import csv
    import logging

    names = ("trafilatura", "htmldate", "pypdf")
    before = [logging.getLogger(name).level for name in names], csv.field_size_limit()
    ragged = f"text,published\n{'The ferry is late. ' * 20_000},2016-03-03\na,b,c\n".encode()
    pile.write(tmp_path, {name: pile.GOOD[name] for name in ("linked.html", "report.pdf")} | {"ragged.csv": ragged})
    frame = read_articles(tmp_path)
    assert frame["text"].str.len_chars().max() > csv.field_size_limit()
    assert ([logging.getLogger(name).level for name in names], csv.field_size_limit()) == before


def test_members_beyond_the_limit_are_counted_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "MOST_MEMBERS", 2)
    drafts = read_one("many.zip", pile.zipped({f"{number}.txt": b"The ferry is late." for number in range(5)}))
    assert [bool(draft.text) for draft in drafts] == [True, True, False]
    assert "beyond the first 2" in drafts[-1].problems[0]


@pytest.mark.parametrize("name", ["a.html", "a.txt", "a.md", "a.eml", "a.pdf", "a.rss", "a.csv", "a.warc", "a.zip"])
def test_a_huge_file_is_refused_before_it_is_parsed(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in ("plaintext", "html", "pdf", "email", "feed", "table", "warc", "archive"):
        for limit in ("LARGEST_PAGE", "LARGEST_TABLE"):
            if hasattr(__import__(f"timeline.articles.{module}", fromlist=["x"]), limit):
                monkeypatch.setattr(f"timeline.articles.{module}.{limit}", 10)
    with pytest.raises(ValueError, match="too large"):
        read_one(name, b"x" * 1000)


def test_members_with_hostile_names_stay_names(tmp_path: Path) -> None:
    data = pile.zipped({"../../outside.txt": b"The ferry is late.", "/etc/ferry.txt": b"The ferry is late, too."})
    pile.write(tmp_path, {"odd.zip": data})
    frame = read_articles(tmp_path)
    assert frame.filter(pl.col("text") != "").height == 2
    assert [path.name for path in tmp_path.rglob("*")] == ["odd.zip"]


def test_nothing_in_a_page_is_executed_or_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*arguments: object, **named: object) -> None:
        raise AssertionError("a page must not open a connection")

    monkeypatch.setattr("socket.socket.connect", refuse)
    head = (
        '<script src="https://evil.example/x.js"></script><link rel="canonical" href="https://quay.example/z">'
        '<meta http-equiv="refresh" content="0; url=https://evil.example">'
    )
    entity = '<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    [draft] = read_one("a.html", (entity + pile.page(head, body=f"<p>&x;</p>{pile.PARAGRAPHS}")).encode())
    assert "root:" not in draft.text
    [draft] = read_one("a.html", pile.page(head).encode())
    assert draft.link == "https://quay.example/z"


RUSSIAN = (
    "Паромная компания сообщила, что северная линия останется закрытой всю зиму. Инженеры нашли трещины в двух из четырёх "
    "причалов, и водолазы ещё работают под третьим. Мэр острова назвал решение тяжёлым. Магазины боятся за торговлю. "
)


@pytest.mark.parametrize(
    ("charset", "declared"),
    [("utf-8", "utf-8"), ("cp1251", "windows-1251"), ("koi8-r", "koi8-r"), ("utf-16", "utf-16"), ("cp1251", "")],
)
def test_pages_in_other_encodings_and_languages(charset: str, declared: str) -> None:
    html = pile.page(pile.linked("2016-03-06"), body=f"<p>{RUSSIAN}</p>" * 3, title="Паром", charset=declared)
    frame = read_articles(pl.DataFrame({"text": [draft.text for draft in read_one("a.html", html.encode(charset))]}))
    assert RUSSIAN.strip() in frame["text"].item()
    assert frame["language"].item() == "ru"


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ('<script type="application/ld+json">{broken</script><meta name="date" content="2016-03-06">', "2016-03-06"),
        ('<script type="application/ld+json">[{"@type": ["NewsArticle"], "datePublished": "2016-03-06"}]</script>', "2016-03-06"),
        (('<script type="application/ld+json">{"@graph": [{"@type": "WebSite"}, {"@type": "Article", '
         '"datePublished": "2016-03-06", "dateModified": "2016-05-06"}]}</script>'), "2016-03-06"),
        ('<meta property="article:modified_time" content="2016-03-06T10:00:00Z">', "2016-03-06"),
        ('<meta name="DC.date.issued" content="6 March 2016"><meta property="og:updated_time" content="2016-05-06">', "2016-03-06"),
        ('<meta name="date" content="yesterday">', None),
        ("", None),
    ],
)  # fmt: skip
def test_days_of_pages(head: str, day: str | None, tmp_path: Path) -> None:
    pile.write(tmp_path, {"a.html": pile.page(head).encode()})
    row = read_articles(tmp_path).row(0, named=True)
    assert str(row["published"]) == str(day)


def test_a_time_element_is_a_witness() -> None:
    body = f'<time datetime="2016-03-06T10:00">6 March</time>{pile.PARAGRAPHS}<time datetime="2019-01-01">old</time>'
    [draft] = read_one("a.html", pile.page(body=body).encode())
    assert [(item.day, item.basis) for item in draft.stated] == [(date(2016, 3, 6), "page metadata (<time>)")]


@pytest.mark.parametrize(
    ("stated", "days"),
    [
        ("<published>2015-10-12T23:30:00-04:00</published>", [date(2015, 10, 12)]),
        ("<published>2015-10-13T01:00:00+09:00</published>", [date(2015, 10, 13)]),
        (
            "<published>Mon, 12 Oct 2015 23:30:00 -0400</published><updated>2015-10-14T00:30:00+09:00</updated>",
            [date(2015, 10, 12), date(2015, 10, 14)],
        ),
        ("<updated>2015-10-12T23:30:00-04:00</updated>", [date(2015, 10, 12)]),
        ("<published>some day soon</published>", []),
    ],
)
def test_no_time_zone_moves_the_day_of_a_feed(stated: str, days: list[date]) -> None:
    entry = f"<entry><title>The boats left late</title>{stated}</entry>"
    feed = f'<feed xmlns="http://www.w3.org/2005/Atom"><title>The Daily Quay</title>{entry}</feed>'
    [draft] = read_one("a.atom", feed.encode())
    assert [item.day for item in draft.stated] == days
    # Where only a change is told, it is the one thing told of the publication.
    assert [item.kind for item in draft.stated] == ["header", "changed"][: len(days)]


@pytest.mark.parametrize(
    ("head", "body", "days"),
    [
        # The first article that a page describes is its own, the next ones are teasers.
        (pile.linked("2016-03-06") + pile.linked("2016-04-01"), "", ["2016-03-06"]),
        ('<meta name="date" content="2016-03-06"><meta name="dc.date" content="2016-04-01">', "", ["2016-04-01"]),
        ("", '<time datetime="2016-03-06">6 March</time><time datetime="2016-04-01">1 April</time>', ["2016-03-06"]),
        # What was changed was not published then.
        ("", '<time class="updated" datetime="2016-04-01">1 April</time><time datetime="2016-03-06">6 March</time>', ["2016-03-06"]),
        ("", '<time datetime="2016-04-01">1 April</time><time itemprop="datePublished" datetime="2016-03-06">6 March</time>', ["2016-03-06"]),
    ],
)  # fmt: skip
def test_of_the_days_that_a_page_states_its_own_is_taken(head: str, body: str, days: list[str]) -> None:
    [draft] = read_one("a.html", pile.page(head, body + pile.PARAGRAPHS).encode())
    assert [str(item.day) for item in draft.stated] == days


@pytest.mark.parametrize("name", ["a.json", "a.jsonl"])
def test_a_byte_order_mark_hides_no_row(name: str) -> None:
    rows = '{"text": "The boats left."}\n{"text": "They came back."}\n'
    assert [draft.text for draft in read_one(name, f"\ufeff{rows}".encode())] == ["The boats left.", "They came back."]


def test_an_object_with_a_text_is_an_article_whatever_it_lists() -> None:
    [draft] = read_one("a.json", b'{"text": "The boats left.", "tags": [{"text": "boats"}, {"text": "harbour"}]}')
    assert draft.text == "The boats left."


def test_an_archive_without_a_clock_dates_nothing() -> None:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr(zipfile.ZipInfo("a.txt"), "HARBOUR, March 3, 2016. The boats left.")
    [draft] = read_one("a.zip", data.getvalue())
    assert draft.modified is None


@pytest.mark.parametrize("written", ["Mon, 12 Oct 99999999999 10:00:00 GMT", "Mon, 99999999999 Oct 2015 10:00:00 GMT"])
def test_a_day_that_no_clock_holds_costs_no_article(written: str) -> None:
    [mail] = read_one("a.eml", f"From: Desk <desk@quay.example>\nDate: {written}\n\nThe boats left.".encode())
    assert (mail.stated, mail.text) == ((), "The boats left.")
    assert "is no day" in mail.problems[0]
    [page] = read_one("a.html", pile.page(f'<meta name="date" content="{written}">').encode())
    assert "cracks" in page.text


def test_a_feed_that_looks_like_an_address_is_not_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("socket.socket.connect", lambda *arguments: pytest.fail("a feed must not open a connection"))
    with pytest.raises(ValueError, match="feed"):
        read_one("a.rss", b"https://evil.example/feed")


def test_text_of_html_keeps_paragraphs_and_drops_scripts() -> None:
    html = "<h1>Late</h1><p>The <b>ferry</b>&nbsp;is late.<br>Again.</p><style>p{}</style><ul><li>One<li>Two</ul>"
    assert text_of_html(html).split("\n") == ["Late", "The ferry is late.", "Again.", "One", "Two"]


WRAPPED = (
    "The ferry company said on Monday that the northern line will stay\n"
    "closed for the winter, because engineers found cracks in two of the\n"
    "four landing stages on October\n22."
)


def test_hard_wrapped_text_is_unwrapped_and_offsets_hold() -> None:
    text = WRAPPED.replace("October\n22.", "October 22 and divers are still\nat work below the third.")
    assert "\n" not in unwrap_text(text)
    assert len(unwrap_text(text)) == len(text)


@pytest.mark.parametrize(
    "text",
    [
        "30 Sept - The ferry line opened with two boats\n7 Oct - The third boat came to the landing\n8 Oct - It opened for winter",
        "The ferry is late.\nNobody knows why it is so late this time.\nThe mayor has asked the county for a boat.",
        "Home\nNews\nSport",
        "One paragraph.\n\nAnother paragraph.",
        "The envoys of seventeen states met in the old town of the north\nand talked\nfor hours of a truce that none of them had asked for",
    ],
)
def test_lines_that_were_meant_stay_lines(text: str) -> None:
    assert unwrap_text(text) == text


def test_a_word_split_at_the_end_of_a_line_is_joined_but_a_hyphen_is_kept() -> None:
    lines = [
        "The ferry company said that engineers have found many cra-",
        "cks in the landing stages of the well-known north-",
    ]
    assert join_lines([*lines, "South line."]) == (
        "The ferry company said that engineers have found many cracks in the landing stages of the well-known north-South line."
    )


@pytest.mark.parametrize(
    ("body", "told"),
    [("<p>" * 300_000, "more than 200,000 tags"), (f"<p>The ferry is late. {'<b><i>x</i></b> ' * 40_000}", "")],
)
def test_a_page_of_nothing_but_tags_takes_no_machine_down(body: str, told: str, tmp_path: Path) -> None:
    pile.write(tmp_path, {"a.txt": b"The ferry is late.", "tags.html": f"<html><body>{body}".encode()})
    frame = read_articles(tmp_path)  # without the limits it takes minutes or hours
    assert told in "".join(frame["problems"][1])
    assert bool(frame["text"][1]) == (told == "")


UNCLOSED = [
    "<a ",
    "<!--",
    "<!-- a>",
    "<![CDATA[ ]>",
    "<![CDATA[",
    "</",
    "<?",
    "<!",
    '<a b="',
    "<a b='>",
    "&",
    "<script>",
    "<a",
]


@pytest.mark.parametrize("piece", UNCLOSED)
@pytest.mark.parametrize("end", ["", ">"])
def test_what_nothing_closes_is_passed_over_once(piece: str, end: str) -> None:
    html = "<p>The ferry is late.</p>" + piece * min(190_000, 900_000 // len(piece)) + end
    assert text_of_html(html).startswith("The ferry is late.")  # from each piece to the end it takes an hour


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>a < b</p><p>c <!-- d --> e</p> 1 < 2", "a < b\nc e\n1 < 2"),
        ("a <!-- b -->c<!-- d", "a c<!-- d"),
        ("a <![CDATA[ b ]]>c <![if x]>d", "a c d"),
        ("a<br>b <i", "a\nb <i"),
    ],
)
def test_a_fragment_that_ends_too_early_is_read_to_its_end(html: str, text: str) -> None:
    assert text_of_html(html) == text


def mail_with(head: str, body: str = "The ferry is late.") -> bytes:
    return f"Subject: Late\nTo: a@quay.example\n{head}\n\n{body}\n".encode()


@pytest.mark.parametrize(
    "head",
    [
        "From: " + "a@quay.example, " * 100_000 + "a@quay.example",
        "From: " + "a@quay.example,\n " * 100_000 + "a@quay.example",
        "From: a@quay.example\nContent-Type: text/plain; " + "a*0*=b;" * 100_000,
        "From: a@quay.example\ncontent-disposition: x; " + "a*0*=b;\r\n\t" * 100_000,
    ],
)
def test_a_header_that_takes_a_parser_hours_is_refused(head: str, tmp_path: Path) -> None:
    pile.write(tmp_path, {"a.eml": mail_with(head), "b.mhtml": mail_with(head), "c.txt": b"The ferry is late."})
    frame = read_articles(tmp_path)
    assert ["header of a mail" in "".join(told) for told in frame["problems"].to_list()] == [True, True, False]


def test_a_mail_to_many_is_read() -> None:
    head = "From: pier@quay.example\nCc: " + "a@quay.example, " * 5_000 + "a@quay.example"
    assert read_one("a.eml", mail_with(head))[0].text == "The ferry is late."


@pytest.mark.parametrize("piece", [" a{}", ' a{}="x"', '\n a{}="> x <"', " a{}=x"])
def test_a_tag_of_too_many_attributes_is_refused(piece: str) -> None:
    tag = "".join(piece.format(number) for number in range(150_000))
    with pytest.raises(ValueError, match="attributes"):
        read_one("a.html", f"<html><body><p{tag}>The ferry is late.</p>".encode())


def test_a_picture_within_a_tag_is_no_pile_of_attributes() -> None:
    page = (
        f'<html><body><img src="data:image/png;base64,{"iVB/ " * 5_000}"><p>The ferry is late.</p><pre>{"a b " * 5_000}'
    )
    assert "The ferry is late." in read_one("a.html", page.encode())[0].text


def test_limits_are_told_in_the_message() -> None:
    with pytest.raises(ValueError, match="at most 5,000,000"):
        draft.check_text("x" * 5_000_001)


def test_a_row_without_text_is_named_by_its_table_and_number(tmp_path: Path) -> None:
    (tmp_path / "wire.csv").write_text('text,source\n"Talks began on 3 May 2014.",radio\n,radio\n')
    assert [Path(source).name for source in read_articles(tmp_path)["source"]] == ["radio", "wire.csv#2 (radio)"]
