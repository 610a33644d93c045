"""Documents, books, chats, mailboxes, subtitles, workbooks and exports: good, odd and broken ones of each."""

from __future__ import annotations

import gzip
import io
import json
import warnings
import zipfile
from datetime import date
from pathlib import Path
from typing import Any

import docx
import polars as pl
import pytest
from odf import opendocument
from odf.text import H, Note, NoteBody, NoteCitation, P

from timeline import build_timeline, read_articles
from timeline.articles.columns import read_days, shape_of
from timeline.articles.files import File
from timeline.articles.reader import read_file

SENTENCE = "The harbour board met on 2 May 2016 and sold a ferry."


def word() -> bytes:
    document = docx.Document()
    document.add_heading("Minutes of the board")
    document.add_paragraph(SENTENCE)
    table = document.add_table(rows=1, cols=2)
    table.rows[0].cells[0].text, table.rows[0].cells[1].text = "3 May 2016", "The mayor resigned."
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def open_text() -> bytes:
    document = opendocument.OpenDocumentText()
    document.text.addElement(H(outlinelevel=1, text="Minutes of the board"))
    paragraph = P(text=SENTENCE)
    note = Note(noteclass="footnote")
    note.addElement(NoteCitation(text="1"))
    body = NoteBody()
    body.addElement(P(text="The Gazette, 9 May 2016."))
    note.addElement(body)
    paragraph.addElement(note)
    document.text.addElement(paragraph)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def book() -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("mimetype", "application/epub+zip")
        archive.writestr(
            "META-INF/container.xml",
            '<container><rootfiles><rootfile full-path="in/book.opf"/></rootfiles></container>',
        )
        archive.writestr(
            "in/book.opf",
            '<package xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata><dc:title>The board</dc:title>'
            "<dc:creator>Ida Quay</dc:creator><dc:date>2016-06-01</dc:date></metadata>"
            '<manifest><item id="b" href="b.xhtml"/><item id="a" href="a.xhtml"/></manifest>'
            '<spine><itemref idref="a"/><itemref idref="b"/></spine></package>',
        )
        archive.writestr("in/a.xhtml", f"<html><body><p>{SENTENCE}</p></body></html>")
        archive.writestr("in/b.xhtml", "<html><body><p>They left.</p></body></html>")
    return stream.getvalue()


def workbook() -> bytes:
    stream = io.BytesIO()
    pl.DataFrame({"text": [SENTENCE], "published": [date(2016, 5, 3)]}).write_excel(stream)
    return stream.getvalue()


MAIL = "From ida@quay.example Tue May  3 10:00:00 2016\nFrom: ida@quay.example\nDate: Tue, 3 May 2016 10:00:00 +0000\n"
MAILBOX = f"{MAIL}Subject: One\n\n{SENTENCE}\n>From here on it rained.\n\n{MAIL}Subject: Two\n\nThey left.\n".encode()
RTF = rb"{\rtf1\ansi Minutes of the board\par " + SENTENCE.encode() + rb"\par Caf\'e9 Quay\par}"
SRT = b"1\n00:00:01,000 --> 00:00:02,000\nThe harbour board met\n\n2\n00:00:02,500 --> 00:00:04,000\non 2 May 2016.\n"
VTT = b"WEBVTT\n\nNOTE a note\n\nfirst\n00:01.000 --> 00:02.000 align:start\n<v Ida>The board met on 2 May 2016.\n"
ANDROID = "13/06/2016, 06:12 - Chat made\n13/06/2016, 06:14 - Ida: The ferry sank yesterday.\nAll are safe.\n"
IOS = "[6/13/16, 6:14:10 AM] Ida: The ferry sank yesterday.\n[6/14/16, 6:15:00 AM] Ben: <Media omitted>\n"
TELEGRAM = (
    '<html><body><div class="message default"><div class="pull_right date details" title="13.06.2016 06:14:10">06:14'
    '</div><div class="from_name">Ida</div><div class="text">The ferry sank yesterday.</div></div></body></html>'
)
GOOD: dict[str, bytes] = {
    "a.docx": word(), "a.odt": open_text(), "a.rtf": RTF, "a.epub": book(), "a.xlsx": workbook(), "a.mbox": MAILBOX,
    "a.srt": SRT, "a.vtt": VTT, "chat.txt": ANDROID.encode(), "ios.txt": IOS.encode(), "messages.html": TELEGRAM.encode(),
    "a.log": SENTENCE.encode(), "a.txt.gz": gzip.compress(SENTENCE.encode()),
}  # fmt: skip


def read_one(name: str, data: bytes) -> list[Any]:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        return read_file(File(name, name, data))


@pytest.mark.parametrize(
    "name", [name for name in GOOD if "." in name and name not in ("chat.txt", "ios.txt", "messages.html")]
)
def test_each_format_gives_its_words(name: str) -> None:
    assert "2 May 2016" in " ".join(draft.text for draft in read_one(name, GOOD[name]))


@pytest.mark.parametrize("name", ["a.docx", "a.odt", "a.epub", "a.xlsx", "a.rtf"])
@pytest.mark.parametrize("other", ["b.pdf", "b"])
def test_a_format_is_known_whatever_its_name(name: str, other: str) -> None:
    assert "2 May 2016" in read_one(other, GOOD[name])[0].text


@pytest.mark.parametrize(
    "name", ["a.docx", "a.odt", "a.epub", "a.xlsx", "a.mbox", "a.msg", "a.xls", "a.ods", "a.srt", "a.gz"]
)
@pytest.mark.parametrize("data", [b"", b"PK\x03\x04 cut", b"\xd0\xcf\x11\xe0 cut", b"\x1f\x8b cut"])
def test_a_broken_one_says_why(name: str, data: bytes, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(data)
    (tmp_path / "z.txt").write_text(SENTENCE)
    rows = read_articles(tmp_path).rows(named=True)
    assert rows[0]["text"] == ""
    assert rows[0]["problems"][0].startswith("not read: ")
    assert rows[1]["text"] == SENTENCE


def test_tables_are_lines_and_footnotes_are_marked() -> None:
    [draft] = read_one("a.docx", GOOD["a.docx"])
    assert draft.text.split("\n") == ["Minutes of the board", SENTENCE, "3 May 2016 | The mayor resigned."]
    [draft] = read_one("a.odt", GOOD["a.odt"])
    assert [draft.text[start:end] for start, end in draft.quoted] == ["The Gazette, 9 May 2016."]


def test_a_book_is_read_in_its_order() -> None:
    [draft] = read_one("a.epub", GOOD["a.epub"])
    assert (draft.title, draft.author, draft.text) == ("The board", "Ida Quay", f"{SENTENCE}\n\nThey left.")
    assert draft.stated[0].day == date(2016, 6, 1)


def test_a_mailbox_is_its_mails() -> None:
    first, second = read_one("a.mbox", MAILBOX)
    assert (first.title, second.title, second.text) == ("One", "Two", "They left.")
    assert "From here on it rained." in first.text
    assert first.stated[0].day == date(2016, 5, 3)


def test_subtitles_are_sentences_again() -> None:
    assert read_one("a.srt", SRT)[0].text == "The harbour board met on 2 May 2016."
    assert read_one("a.vtt", VTT)[0].text == "The board met on 2 May 2016."


@pytest.mark.parametrize("name", ["chat.txt", "ios.txt", "messages.html"])
def test_a_message_has_its_own_moment_and_writer(name: str) -> None:
    message, *rest = read_one(name, GOOD[name])
    assert (message.author, message.stated[0].day) == ("Ida", date(2016, 6, 13))
    assert message.text.startswith("The ferry sank yesterday.")
    assert all("without words" in draft.problems[0] for draft in rest)


@pytest.mark.parametrize(
    ("row", "text", "day"),
    [
        ({"type": "message", "id": 1, "date_unixtime": "1465798450", "from": "Ida", "text": ["The ", {"type": "bold", "text": "ferry"}]}, "The ferry", "2016-06-13"),
        ({"type": "message", "user": "U1", "ts": "1465798450.0002", "text": "The ferry sank."}, "The ferry sank.", "2016-06-13"),
        ({"sender_name": "Ida", "timestamp_ms": 1465798450000, "content": "The ferry sank."}, "The ferry sank.", "2016-06-13"),
        ({"created_at": "Mon Jun 13 05:12:33 +0000 2016", "id_str": "1", "full_text": "The ferry sank."}, "The ferry sank.", "2016-06-13"),
        ({"source": {"id": None, "name": "Paper"}, "title": "Ferry", "url": "https://a.example", "publishedAt": "2016-06-13T10:00:00Z", "content": "It sank."}, "It sank.", "2016-06-13"),
        ({"webPublicationDate": "2016-06-13T10:00:00Z", "webTitle": "Ferry", "fields": {"bodyText": "It sank."}}, "It sank.", "2016-06-13"),
    ],
)  # fmt: skip
def test_exports_are_known_by_their_columns(row: dict[str, Any], text: str, day: str) -> None:
    [draft] = read_one("a.json", json.dumps([row]).encode())
    assert (draft.text, str(draft.stated[0].day)) == (text, day)


def test_an_archive_of_tweets_is_a_script() -> None:
    tweets = [{"tweet": {"created_at": "Mon Jun 13 05:12:33 +0000 2016", "id_str": "1", "full_text": "It sank."}}]
    [draft] = read_one("tweets.js", b"window.YTD.tweets.part0 = " + json.dumps(tweets).encode())
    assert draft.text == "It sank."


def test_a_row_of_a_chronology_is_an_event(tmp_path: Path) -> None:
    rows = "date,event\n1914-06-28,The archduke is shot in the street\n1914-08,The army invades the lowlands\n"
    (tmp_path / "a.csv").write_text(rows)
    line = build_timeline(tmp_path, progress=False)
    assert line.events["edtf"].to_list() == ["1914-06-28", "1914-08"]
    assert line.articles["row_date"].to_list() == ["1914-06-28", "August 1914"]
    assert all("from the column 'date'" in problems[0] for problems in line.articles["problems"])


@pytest.mark.parametrize(
    ("cells", "days"),
    [
        (["1465798450", "1465884850"], ["2016-06-13", "2016-06-14"]),
        (["1465798450000"], ["2016-06-13"]),
        (["1465798450000000"], ["2016-06-13"]),
        (["42534"], ["2016-06-13"]),
        (["20160613"], ["2016-06-13"]),
        (["13/06/2016", "01/07/2016"], ["2016-06-13", "2016-07-01"]),
        (["06/13/2016", "07/01/2016"], ["2016-06-13", "2016-07-01"]),
        (["01/07/2016"], [None]),
        (["13/06/2016", "06/13/2016"], [None, None]),
        (["1465798450", "42534"], [None, None]),
        (["1914-08", "c. 1915", "nonsense", ""], [None] * 4),
    ],
)
def test_a_column_of_days_is_read_as_a_whole(cells: list[str], days: list[str | None]) -> None:
    assert [day and day.isoformat() for day in read_days(cells).days] == days


def test_partial_days_are_told_as_they_are() -> None:
    assert read_days(["1914-08", "c. 1915", "1915~", "soon"]).written == ["August 1914", "about 1915", "about 1915", ""]


def test_a_table_with_a_text_is_no_chronology() -> None:
    assert shape_of(["date", "event", "text"]) is None
    assert shape_of(["published", "body"]) is None


@pytest.mark.parametrize(
    "table",
    [
        b"sep=;\npublished;text\n2016-06-13;It sank.\n",
        b"published,text\r2016-06-13,It sank.\r",
        b"Published,Title,Text\n2016-06-13,Ferry,It sank.\n",
        b"Date,Text\n13/06/2016,It sank.\n",
    ],
)
def test_odd_heads_of_tables(table: bytes) -> None:
    [draft] = read_one("a.csv", table)
    assert (draft.text, draft.stated[0].day) == ("It sank.", date(2016, 6, 13))


def test_an_address_is_not_fetched() -> None:
    with pytest.raises(ValueError, match="nothing is fetched"):
        read_articles("https://news.example/a")


def test_a_folder_with_every_format_is_one_timeline(tmp_path: Path) -> None:
    folder = tmp_path / "all"
    folder.mkdir()
    for name, data in GOOD.items():
        (folder / name).write_bytes(data)
    line = build_timeline(folder, progress=False)
    assert {Path(source.split("#")[0]).name for source in line.articles["source"]} == set(GOOD)
    line.save(tmp_path / "line.html")
    assert (tmp_path / "line.html").stat().st_size
