"""read_articles: what it takes, what it promises about its frame, and how it says no."""

from __future__ import annotations

import errno
import json
import os
import random
import signal
import socket
import subprocess
import sys
import threading
from datetime import date, datetime
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests import pile
from timeline.articles import read_articles
from timeline.articles.boilerplate import mark_boilerplate
from timeline.articles.draft import Draft, admitted
from timeline.articles.duplicates import find_pairs
from timeline.articles.encoding import decode_text
from timeline.articles.files import Location
from timeline.articles.publication.dateline import find_dateline
from timeline.articles.reader import _in_processes
from timeline.articles.titles import find_title
from timeline.dates import find_dates
from timeline.languages.detection import detect
from timeline.schemas import ARTICLES
from timeline.text import writable

WIRE = "Envoys meet in the old town\n\nVIENNA, March 3, 2014. The envoys met in the old town and talked for hours.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return pile.write(
        tmp_path,
        {
            "b.txt": WIRE.encode(),
            "a.md": b"# A bridge opens\n\n*The Daily Quay, published 4 March 2014*\n\nThe bridge is open.",
            "deeper/2014-03-05-c.txt": b"The ferry is late again.",
            ".hidden.txt": b"not for reading",
            "deeper/.git/x.txt": b"not for reading",
        },
    )


def test_a_folder_is_read_through_in_a_stable_order_without_hidden_files(folder: Path) -> None:
    *_, hidden = (frame := read_articles(folder)).to_dicts()
    assert hidden["source"] == str(folder)
    assert hidden["problems"][0].startswith("not read: hidden files, or in hidden folders: 1 file passed over (")
    frame = frame.filter(pl.col("text") != "")
    assert [Path(source).name for source in frame["source"]] == ["a.md", "b.txt", "2014-03-05-c.txt"]
    assert frame["published"].to_list() == [date(2014, 3, 4), date(2014, 3, 3), date(2014, 3, 5)]
    assert frame["title"].to_list() == ["A bridge opens", "Envoys meet in the old town", "The ferry is late again."]
    assert frame["problems"].to_list() == [[], [], []]


def test_the_frame_is_the_one_that_is_promised(folder: Path) -> None:
    assert dict(read_articles(folder).schema) == {name: pl.DataType.from_python(kind) if isinstance(kind, str) else kind
                                                  for name, kind in ARTICLES.items()}  # fmt: skip


def test_file_list_glob_and_folder_are_the_same(folder: Path) -> None:
    whole = read_articles(folder / "b.txt")
    assert whole.height == 1
    assert read_articles([folder / "b.txt"]).equals(whole)
    assert read_articles(str(folder / "b.*")).equals(whole)
    assert read_articles([folder / "b.txt", str(folder / "b.txt")]).equals(whole)
    assert read_articles(f"{folder}/**/*.txt").height == 2


def test_ids_do_not_depend_on_the_pile(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    alone = read_articles(folder / "b.txt")["article_id"].item()
    among = read_articles(folder).filter(pl.col("source").str.ends_with("b.txt"))["article_id"].item()
    elsewhere = pile.write(tmp_path_factory.mktemp("copy"), {"b.txt": WIRE.encode()})
    assert alone == among == read_articles(elsewhere)["article_id"].item()
    copies = pile.write(tmp_path_factory.mktemp("copies"), {"x/b.txt": WIRE.encode(), "y/b.txt": WIRE.encode()})
    assert read_articles(copies)["article_id"].to_list() == [alone, f"{alone}-2"]


def test_a_frame_keeps_what_it_says(folder: Path) -> None:
    frame = pl.DataFrame(
        {
            "article_id": ["one", "two"],
            "text": [WIRE, "The bridge is open."],
            "published": [date(2014, 3, 9), None],
            "title": ["Mine", None],
            "language": ["de", None],
            "source": ["Paper A", "Paper B"],
            "desk": [1, 2],
        }
    )
    for either in (frame, frame.lazy()):
        read = read_articles(either)
        assert read.select("article_id", "title", "source", "desk").rows() == [
            ("one", "Mine", "Paper A", 1), ("two", "The bridge is open.", "Paper B", 2),
        ]  # fmt: skip
        assert read["published"].to_list() == [date(2014, 3, 9), None]
        assert read["language"][0] == "de"
        assert read["text"].to_list() == frame["text"].to_list()


def test_pandas_and_arrow_frames() -> None:
    import pandas as pd
    import pyarrow as pa

    data = {"body": [WIRE, "The bridge is open."], "day": ["2014-03-09", None]}
    expected = read_articles(pl.DataFrame(data), text_column="body", date_column="day")
    assert expected["published"].to_list() == [date(2014, 3, 9), None]
    pandas = pd.DataFrame(data)
    pandas["day"] = pd.to_datetime(pandas["day"])
    assert read_articles(pandas, text_column="body", date_column="day").equals(expected)
    assert read_articles(pa.table(data), text_column="body", date_column="day").equals(expected)


@pytest.mark.parametrize(
    ("day", "found"),
    [
        (date(2014, 3, 9), date(2014, 3, 9)),
        (datetime(2014, 3, 9, 23, 30), date(2014, 3, 9)),
        ("2014-03-09T23:30:00-05:00", date(2014, 3, 9)),
        ("Sun, 09 Mar 2014 10:00:00 GMT", date(2014, 3, 9)),
        ("9 March 2014", date(2014, 3, 9)),
        ("20140309", date(2014, 3, 9)),
    ],
)
def test_days_of_a_column(day: object, found: date) -> None:
    assert (
        read_articles(pl.DataFrame({"text": ["The bridge is open."], "published": [day]}))["published"].item() == found
    )


def test_a_day_that_is_none_is_told_and_the_article_kept() -> None:
    frame = read_articles(pl.DataFrame({"text": ["The bridge is open."], "published": ["someday"]}))
    assert frame["published"].item() is None
    assert "someday" in frame["problems"][0][0]


def test_published_wins_over_everything_but_corrections(folder: Path) -> None:
    frame = read_articles(folder, published="2014-05-01")
    assert frame["published"].unique().to_list() == [date(2014, 5, 1)]
    corrections = pl.DataFrame({"article": ["b.txt"], "published": ["2014-06-01"]})
    frame = read_articles(folder, published=date(2014, 5, 1), corrections=corrections)
    assert sorted(frame.filter(pl.col("text") != "")["published"]) == [
        date(2014, 5, 1),
        date(2014, 5, 1),
        date(2014, 6, 1),
    ]
    assert frame["published_basis"].str.starts_with("corrections").sum() == 1


def test_corrections_file(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.mktemp("corrections") / "days.csv"
    article_id = read_articles(folder / "b.txt")["article_id"].item()
    path.write_text(f"article,published,note\n{article_id},2014-06-01,looked up\na.md,2014-06-02,\n")
    frame = read_articles(folder, corrections=path)
    assert frame.filter(pl.col("text") != "")["published"].to_list() == [
        date(2014, 6, 2),
        date(2014, 6, 1),
        date(2014, 3, 5),
    ]
    path.write_text("article,published\nnobody.txt,2014-06-01\n")
    with pytest.warns(UserWarning, match=r"nobody\.txt"):
        read_articles(folder, corrections=path)
    path.write_text("article,published\na.md,someday\n")
    with pytest.raises(ValueError, match=r"line 2.*someday"):
        read_articles(folder, corrections=path)
    path.write_text("file,day\na.md,2014-06-01\n")
    with pytest.raises(ValueError, match="columns article and published"):
        read_articles(folder, corrections=path)
    path.write_text("action;article;published\n\npublsh;a.md;2014-06-01\n")
    with pytest.raises(ValueError, match=r"days\.csv, line 3: no action 'publsh'"):
        read_articles(folder, corrections=path)
    path.write_text('article;published;note\n"\'=1.md";2014-06-01;"two\nlines"\n\na.md;2014-06-02;\n')
    with pytest.warns(UserWarning, match=r"fit no article: =1\.md"):
        frame = read_articles(folder, corrections=path)
    assert frame["published_basis"][0] == "corrections, line 5"
    with pytest.raises(FileNotFoundError, match="corrections"):
        read_articles(folder, corrections=path.with_name("none.csv"))


def test_the_day_of_the_file_is_taken_only_when_asked_for(tmp_path: Path) -> None:
    pile.write(tmp_path, {"a.txt": b"The ferry is late.", "b.txt": b"VIENNA, March 3. The envoys met."})
    assert read_articles(tmp_path)["published"].to_list() == [None, None]
    frame = read_articles(tmp_path, file_dates=True)
    assert frame["published"].to_list() == [date(2024, 6, 1), date(2024, 3, 3)]
    assert frame["published_basis"][0] == "date of the file"


def test_a_file_from_before_its_article_refuses_the_day(tmp_path: Path) -> None:
    pile.write(tmp_path, {"2024-07-01.txt": b"The ferry is late.", "b.txt": WIRE.encode()})
    frame = read_articles(tmp_path)
    assert frame["published"].to_list() == [None, date(2014, 3, 3)]
    assert "later than the file itself" in frame["problems"][0][0]


def test_a_file_whose_clock_was_reset_limits_nothing(tmp_path: Path) -> None:
    pile.write(tmp_path, {"b.txt": WIRE.encode()})
    os.utime(tmp_path / "b.txt", (0, 0))
    assert read_articles(tmp_path)["published"].item() == date(2014, 3, 3)


@pytest.mark.parametrize(
    ("arguments", "error", "words"),
    [
        ({"source": "no/such/place"}, FileNotFoundError, "no/such/place: no such file"),
        ({"source": "no/such/*.txt"}, FileNotFoundError, "no file matches"),
        ({"source": []}, ValueError, "list of paths is empty"),
        ({"source": 5}, TypeError, "a list of these or a frame, not int"),
        ({"source": {"text": ["x"]}}, TypeError, "or a frame, not dict"),
        ({"source": ["no/such/place", None]}, FileNotFoundError, "no/such/place"),
        ({"source": pl.DataFrame({"body": ["x"]})}, ValueError, "no column 'text' among body"),
        ({"source": pl.DataFrame({"text": ["x"]}), "date_column": "day"}, ValueError, "date_column="),
        ({"source": pl.DataFrame({"text": ["x"]}), "published": "someday"}, ValueError, "2015-10-21"),
        ({"source": pl.DataFrame({"text": ["x", "y"], "article_id": ["a", "a"]})}, ValueError, "more than one row"),
        ({"source": pl.DataFrame({"text": ["", None]})}, ValueError, "none of 2"),
    ],
)
def test_what_cannot_be_read_at_all_is_an_error_with_a_way_out(
    arguments: dict[str, object], error: type[Exception], words: str
) -> None:
    with pytest.raises(error, match=words.replace("(", r"\(")):
        read_articles(**arguments)  # type: ignore[arg-type]


def test_an_empty_folder_and_one_without_a_readable_file(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="holds no files"):
        read_articles(tmp_path)
    pile.write(tmp_path, {"a.txt": b"", "b.jpg": b"x"})
    with pytest.raises(ValueError, match=r"none of 2 .*a\.txt.*empty"):
        read_articles(tmp_path)


def test_a_file_that_cannot_be_opened_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pile.write(tmp_path, {"a.txt": b"The ferry is late.", "b.txt": b"secret"})
    opened = Path.open

    def refuse(path: Path, *arguments: Any) -> Any:
        if path.name == "b.txt":
            raise PermissionError(13, "Permission denied")
        return opened(path, *arguments)

    monkeypatch.setattr(Path, "open", refuse)
    frame = read_articles(tmp_path)
    assert frame["text"].to_list() == ["The ferry is late.", ""]
    assert frame["problems"][1].to_list() == ["not read: Permission denied"]


REPLACED = "signs that no file can hold were replaced in: "
ODD_ROWS = [
    ({"text": "The ferry \ud83d is late."}, "text"),
    ({"text": "The ferry is \ufffe late."}, "text"),
    ({"text": "The ferry is \x1b[31m late."}, "text"),
    ({"text": "The ferry is late.", "title": "Late \udc00"}, "title"),
    (
        {"text": "The ferry is late.", "source": "wire \U0001ffff", "author": "A. \x00 Pier"},
        "source, file name, author",
    ),
    ({"text": "The ferry is late.", "lane\ud83d": {"mood": ["\udfff", 3]}}, "further columns"),
    ({"text": "The ferry is late.", "published": "\ud83d"}, ""),
]


@pytest.mark.parametrize(("row", "told"), ODD_ROWS)
def test_what_no_file_can_hold_is_replaced_and_told_once_wherever_it_stands(
    row: dict[str, Any], told: str, tmp_path: Path
) -> None:
    pile.write(tmp_path, {"a.txt": b"The bridge is open.", "b.ndjson": json.dumps(row).encode()})
    frame = read_articles(tmp_path)
    assert frame["text"].to_list() == ["The bridge is open.", writable(row["text"])]
    assert [reason for reason in frame["problems"][1] if reason.startswith(REPLACED)] == (
        [REPLACED + told] if told else []
    )
    assert len(frame["text"][1]) == len(row["text"])
    assert writable(repr(frame.to_dicts())) == repr(frame.to_dicts())


def test_a_frame_passes_the_same_door_as_files() -> None:
    frame = read_articles(pl.DataFrame({"text": ["The ferry \uffff is late."], "note": ["\ufdd0"]}))
    assert frame.select("text", "note").row(0) == ("The ferry \ufffd is late.", "\ufffd")
    assert frame["problems"][0].to_list() == [f"{REPLACED}text, further columns"]


@given(st.text(st.characters()), st.text(st.characters()))
def test_every_text_can_be_written_after_the_door(text: str, title: str) -> None:
    clean = admitted(Draft("a", "a", text, title, extra={title: [text]}))
    assert len(clean.text) == len(text)
    assert admitted(clean) == clean
    assert [clean.title.encode().decode()] == pl.Series([clean.title]).to_list()
    assert bool(clean.problems) == (writable(text + title) != text + title)


@pytest.mark.parametrize("name", [b"caf\xe9.txt", b"caf\xe9.csv", b"caf\xe9.ndjson", b"caf\xe9.html", b"caf\xe9.zip"])
def test_a_file_whose_name_is_not_utf8_is_read_and_told(name: bytes, tmp_path: Path) -> None:
    table = {".csv": b"text,site\nThe ferry is late.,quay\n", ".ndjson": b'{"text": "The ferry is late."}\n'}
    page = {".html": pile.GOOD["linked.html"], ".zip": pile.zipped({"a.txt": b"The ferry is late."})}
    path = os.fsencode(tmp_path) + b"/" + name
    try:
        Path(os.fsdecode(path)).write_bytes((table | page).get(Path(os.fsdecode(name)).suffix, b"The ferry is late."))
    except OSError:
        return  # this system has no such names
    frame = read_articles(tmp_path)
    assert "ferry" in frame["text"][0]
    assert "caf\ufffd" in frame["source"][0]
    assert frame["problems"][0].to_list()[0].startswith(f"{REPLACED}source")


def test_columns_that_are_nested_too_deeply_cost_no_article(tmp_path: Path) -> None:
    row = f'{{"text": "The ferry is late.", "deep": {"[" * 900}{"]" * 900}}}'
    pile.write(tmp_path, {"a.ndjson": row.encode(), "b.txt": b"The bridge is open."})
    frame = read_articles(tmp_path)
    assert frame["text"].to_list() == ["The ferry is late.", "The bridge is open."]


def test_the_parts_of_a_saved_page_are_no_articles(tmp_path: Path) -> None:
    parts = {"page_files/style.css": b"p{}", "page_files/deep/x.png": b"x", "notes_files/a.txt": b"The ferry is late."}
    pile.write(tmp_path, {"page.html": pile.GOOD["linked.html"], **parts})
    assert sorted(Path(source).name for source in read_articles(tmp_path)["source"]) == ["a.txt", "page.html"]


@pytest.mark.parametrize("name", ["page-sources", "page_x", "page_2016", "page-files-of-the-pier", "_files"])
def test_a_folder_with_a_name_like_that_of_a_page_is_read(name: str, tmp_path: Path) -> None:
    pile.write(tmp_path, {"page.html": pile.GOOD["linked.html"], f"{name}/a.txt": b"The ferry is late."})
    assert sorted(Path(source).name for source in read_articles(tmp_path)["source"]) == ["a.txt", "page.html"]


@pytest.mark.parametrize("name", ["page_files", "page-Dateien", "page_fichiers", "page.files"])
def test_a_folder_that_a_browser_made_is_part_of_its_page(name: str, tmp_path: Path) -> None:
    pile.write(tmp_path, {"page.html": pile.GOOD["linked.html"], f"{name}/a.txt": b"The ferry is late."})
    assert [Path(source).name for source in read_articles(tmp_path)["source"]] == ["page.html"]


def test_a_folder_that_cannot_be_opened_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pile.write(
        tmp_path, {"a.txt": b"The ferry is late.", "b/c/d.txt": b"The bridge is open.", ".b/c/e.txt": b"Hidden."}
    )
    scan = os.scandir

    def refuse(path: Any) -> Any:
        if os.fspath(path).endswith("c"):
            raise PermissionError(errno.EACCES, "Permission denied", os.fspath(path))
        return scan(path)

    monkeypatch.setattr(os, "scandir", refuse)
    frame = read_articles(tmp_path)
    assert [Path(source).name for source in frame["source"]] == ["a.txt", "c"]
    assert frame["problems"][1].to_list() == ["not read: a folder that cannot be opened: Permission denied"]
    with pytest.raises(ValueError, match="cannot be opened: Permission denied"):
        read_articles(tmp_path / "b" / "c")


def test_a_huge_page_is_refused_before_it_is_loaded(tmp_path: Path) -> None:
    pile.write(tmp_path, {"a.txt": b"The ferry is late.", "b.html": b""})
    os.truncate(tmp_path / "b.html", 500_000_000)
    [problem] = read_articles(tmp_path)["problems"][1]
    assert "too large: a file of 500,000,000 bytes" in problem


def test_what_is_no_file_in_a_folder_is_told_and_neither_followed_nor_waited_for(tmp_path: Path) -> None:
    pile.write(tmp_path, {"a.txt": b"The ferry is late.", "name\nof \N{SHIP}.txt": b"The ferry is late again."})
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere.txt")
    (tmp_path / "loop").symlink_to(tmp_path)
    os.mkfifo(tmp_path / "pipe.txt")
    with socket.socket(socket.AF_UNIX) as opened:
        opened.bind(str(tmp_path / "socket.txt"))
        frame = read_articles(tmp_path)
    told = {Path(row["source"]).name: (row["text"], row["problems"][0]) for row in frame.iter_rows(named=True)}
    assert told["a.txt"][0] == "The ferry is late."
    assert told["name\nof \N{SHIP}.txt"][0] == "The ferry is late again."
    assert "not there" in told["gone.txt"][1]
    assert "link to a folder" in told["loop"][1]
    assert "pipe" in told["pipe.txt"][1]
    assert "socket" in told["socket.txt"][1]
    assert len(told) == 6


LONG = "\n\n".join(pile.BODY)
ROWS = pl.DataFrame(
    {"text": [f"{number} {LONG}" for number in range(50)], "published": ["2014-05-04"] * 50, "desk": ["x"] * 50}
)


@pytest.mark.parametrize("kind", ["csv", "tsv", "ndjson", "parquet", "arrow"])
def test_large_tables_are_read_in_batches_where_they_lie(
    kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / f"rows.{kind}"
    written = {
        "csv": ROWS.write_csv,
        "ndjson": ROWS.write_ndjson,
        "parquet": ROWS.write_parquet,
        "arrow": ROWS.write_ipc,
    }
    ROWS.write_csv(path, separator="\t") if kind == "tsv" else written[kind](path)
    monkeypatch.setattr("timeline.articles.table.ROWS_AT_ONCE", 7)
    monkeypatch.setattr("timeline.articles.table.CHARACTERS_AT_ONCE", 1_000)
    monkeypatch.setattr("timeline.articles.reader.load_file", None)
    frame = read_articles(path)
    assert frame["text"].to_list() == ROWS["text"].to_list()
    assert frame["source"][49].endswith(f"rows.{kind}#50")
    assert frame["published"].null_count() == 0
    assert frame["desk"].to_list() == ["x"] * 50


def test_a_lazy_frame_is_collected_in_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pl.LazyFrame, "collect", None)
    frame = read_articles(ROWS.lazy())
    assert frame["text"].to_list() == ROWS["text"].to_list()


def test_rows_beyond_the_limit_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("timeline.articles.table.LARGEST_TABLE", 3 * len(LONG))
    frame = read_articles(ROWS)
    assert frame.height == 3
    assert "rows beyond the first" in frame["problems"][2][0]


@pytest.mark.parametrize(
    ("name", "data", "reasons"),
    [
        (
            "a.csv",
            b"text,published\nOne,2014-05-04\nTwo,2014-05-05,x,y\nThree,2014-05-06\n",
            [None, "a row of 4 cells", None],
        ),
        ("a.csv", 'text;published\nEiné;2014-05-04\n"Zwei;2014-05-05\n'.encode("latin-1"), [None, "line 3"]),
        ("a.ndjson", b'{"text": "One"}\n{"text": \n[1]\n{"text": "Two"}\n', [None, "line 2", "line 3", None]),
        ("a.json", b'[{"text": "One"}, 7, {"text": "Two"}]', [None, "item 2", None]),
    ],
)
def test_a_broken_row_stops_no_other(name: str, data: bytes, reasons: list[str | None], tmp_path: Path) -> None:
    pile.write(tmp_path, {name: data})
    frame = read_articles(tmp_path)
    assert frame.height == len(reasons)
    for text, problems, reason in zip(frame["text"], frame["problems"], reasons, strict=True):
        assert (text == "") == (reason is not None)
        assert reason is None or reason in problems[0]


def test_a_pipe_is_read_like_a_file(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    writer = threading.Thread(target=lambda: pipe.write_bytes(WIRE.encode()))
    writer.start()
    assert read_articles(pipe)["published"].item() == date(2014, 3, 3)
    writer.join()


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("Café".encode(), "Café"),
        ("\ufeffCafé".encode(), "Café"),
        ("Café".encode("utf-16"), "Café"),
        (b"one\r\ntwo\rthree", "one\ntwo\nthree"),
        ("Das Café über der Brücke schließt früh, sagt der Wirt.".encode("cp1252"),
         "Das Café über der Brücke schließt früh, sagt der Wirt."),
        ("Завтра паром не пойдёт, сообщили в порту города.".encode("cp1251"),
         "Завтра паром не пойдёт, сообщили в порту города."),
        # A few accents look like a dozen code pages, east and west.
        ("The naïve owner said that it is closed.".encode("cp1252"), "The naïve owner said that it is closed."),
        ("Le café “du port” a fermé à l'été. ".encode("cp1252") * 9 + "é".encode(), "Le café “du port” a fermé à l'été. " * 9 + "Ã©"),
    ],
)  # fmt: skip
def test_encodings(data: bytes, text: str) -> None:
    assert decode_text(data)[0] == text


@pytest.mark.parametrize(
    "data",
    [pile.GOOD["report.pdf"], pile.GOOD["pile.zip"], b"\x89PNG\r\n", b"text\0text", b"\x7fELF"],
)
def test_binary_files_are_no_text(data: bytes) -> None:
    with pytest.raises(ValueError, match="binary"):
        decode_text(data)


FURNITURE = [
    "Sign in", "All news", "World | Business | Sports", "Home » World » Europe", "Home / World / Europe", "Share this article", "00:00 / 01:12",
    "The envoy about the ferry (0:34)", "Photo: the desk", "The landing stage © A. Painter", "3 comments", "5 min read",
    "We use cookies to remember 1 May 2019.", "Copyright 2023 The Daily Quay", "Published: 12 Oct 2015 09:49",
    "Read more: The ferry of 3 May 2011", "Tags: ferry, harbour", "Subscribe to our newsletter",
]  # fmt: skip
STORY = [
    "The ferry company said on Monday that the line will stay closed.",
    "“We are tired,” said the owner.",
    "30 Sept - The ferry line opened.",
    "8 October 2015 brought the third boat.",
    "The photo of 7 October shocked the island.",
    "Northern line",
    "Island/mainland talks",
    "5/10/2015 talks",
    "More than 50 boats came on 3 May.",
    "Related talks began on 4 May.",
]


@pytest.mark.parametrize("line", FURNITURE)
def test_furniture_is_marked(line: str) -> None:
    text = f"{STORY[0]}\n{line}\n\n{STORY[1]}"
    assert [text[start:end] for start, end in mark_boilerplate(text)] == [line]


@pytest.mark.parametrize("line", STORY)
def test_the_story_is_not_marked(line: str) -> None:
    assert mark_boilerplate(f"{STORY[0]}\n{line}\n\n{STORY[1]}") == []


@pytest.mark.parametrize(
    "piece", ["a / ", "a | ", "a  |  ", "A » ", "12 ", "a/", "By A ", "Oct 1 ", "1:2 ", "on ", "(A) "]
)
def test_a_line_that_is_nearly_furniture_is_told_at_once(piece: str) -> None:
    """Each pattern must be able to divide a line in one way only: otherwise this test does not come back."""
    line = (piece * 300)[:100] + "b" * 45 + "!?"
    assert mark_boilerplate(f"{STORY[0]}\n{line}\n2015-01-01 {line}\n{STORY[1]}") == []
    no_title = piece in ("a/", "By A ")  # one long word, and a byline
    assert find_title(f"{line}\n{STORY[0]}") == (STORY[0] if no_title else line)


def test_lists_of_other_articles_end_where_the_story_goes_on() -> None:
    text = "\n".join([STORY[0], "See also", "Ferry of 3 May 2011 sank", "What the divers saw", STORY[1], STORY[4]])
    assert [text[start:end] for start, end in mark_boilerplate(text)] == [
        "See also\nFerry of 3 May 2011 sank\nWhat the divers saw"
    ]


def test_comments_below_the_article_are_marked_to_the_end() -> None:
    text = "\n".join([*STORY, "Comments", "Reader on 3 May 2012", "I saw it all, on 4 May."])
    [(start, end)] = mark_boilerplate(text)
    assert text[start:] == text[start:end] == "Comments\nReader on 3 May 2012\nI saw it all, on 4 May."


def test_marks_are_spans_of_the_text(folder: Path) -> None:
    pile.write(folder, {"d.txt": "Sign in\n\nÉtape 𝔽\n\nPublished: 12 Oct 2015\n\nThe bridge is open.".encode()})
    row = read_articles(folder / "d.txt").row(0, named=True)
    assert [row["text"][mark["start_char"] : mark["end_char"]] for mark in row["boilerplate"]] == [
        "Sign in", "Published: 12 Oct 2015",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("# A bridge opens\n\nThe bridge is open.", "A bridge opens"),
        ("A bridge opens early\n=====\n\nThe bridge is open.", "A bridge opens early"),
        (
            "Sign in\nTHE DAILY QUAY\nWorld | Sports\n\nA bridge opens early\nBy A. Clerk\n\nThe bridge.",
            "A bridge opens early",
        ),
        ("VIENNA, March 3. The envoys met. They talked.", "The envoys met."),
        ("Obituary\n\nVIENNA, March 3. The envoy died. He was old.", "Obituary"),
        ("BRIDGE OPENS EARLY\n\n" + "The bridge is open. " * 20, "BRIDGE OPENS EARLY"),
        ("Obituary\n\n" + "The old bridge is gone. " * 20, "Obituary"),
        ("", ""),
    ],
)
def test_title(text: str, title: str) -> None:
    dateline = find_dateline(text)
    assert find_title(text, dateline.end_char if dateline else None) == title
    if text:
        assert read_articles(pl.DataFrame({"text": [text]}))["title"].item() == title


def test_a_long_title_is_cut_between_words() -> None:
    title = find_title("word " * 200)
    assert len(title) <= 161
    assert title.endswith("word…")


def story(seed: int, words: int = 200) -> str:
    return " ".join(random.Random(seed).choices([f"word{number}" for number in range(400)], k=words))


def test_the_same_story_in_several_papers_is_marked() -> None:
    frame = read_articles(
        pl.DataFrame(
            {
                "article_id": ["late", "first", "cut", "copy", "other", "year-on"],
                "text": [
                    story(1) + " and more",
                    story(1),
                    story(1, 120),
                    f"{story(1)} And MORE!",
                    story(2),
                    story(1) + " x",
                ],
                "published": ["2014-03-05", "2014-03-03", "2014-03-04", "2014-03-06", "2014-03-03", "2015-03-03"],
            }
        )
    )
    assert frame["duplicate_of"].to_list() == ["first", None, "first", "first", None, None]


def test_pairs_come_from_words_not_from_signs() -> None:
    pairs = find_pairs(pl.Series([story(1), story(1).upper() + "!", story(3), "", ""]))
    assert pairs.rows() == [(0, 1, 1.0)]


def test_a_part_of_a_story_is_no_copy_of_it() -> None:
    words = [f"word{number}" for number in range(300)]
    parts = pl.Series([" ".join(words), " ".join(words[:60]), " ".join(words[:200])])
    assert find_pairs(parts).select("left", "right").rows() == [(0, 2)]


def test_the_same_furniture_makes_no_copies_and_other_furniture_no_originals() -> None:
    menus = ["\n".join(f"{word}: harbour {n}, ferries, boats, bread and the rest of the news of {n}" for n in range(12))
             for word in ("Topics", "Tags")]  # fmt: skip
    stories = ["Divers found two cracks in the stage below the pier, and the northern line was closed on Friday until May.",
               "Bakers asked twice the price for their bread on Monday, for the boat with the flour had not come over."]  # fmt: skip
    texts = [f"News\n\n{menu}\n\n{story}" for story, menu in ((0, 0), (1, 0), (0, 1))
             for story, menu in [(stories[story], menus[menu])]]  # fmt: skip
    frame = read_articles(pl.DataFrame({"article_id": ["a", "b", "c"], "text": texts}))
    assert frame["duplicate_of"].to_list() == [None, None, "a"]


def test_a_near_duplicate_lends_its_day() -> None:
    texts = [
        f"VIENNA, October 21. {story(4)}",
        f"The Quay, October 21, 2009\n\n{story(4)}",
        *[f"2015-10-2{n}\n\n{story(5 + n)}" for n in range(4)],
    ]
    frame = read_articles(pl.DataFrame({"text": texts}))
    assert frame["published"][0] == date(2009, 10, 21)
    assert "near-duplicate" in frame["published_basis"][0]


def test_languages() -> None:
    texts = [
        "The envoys of the two states met and said that they had come to talk of peace with the island.",
        "Les envoyés des deux États se sont rencontrés lundi et ont dit qu'ils étaient venus parler de paix.",
        "Die Gesandten der beiden Staaten trafen sich am Montag und sagten, sie seien zum Reden gekommen.",
        "Los enviados de los dos Estados se reunieron el lunes y dijeron que habían venido a hablar de paz.",
        "Bridge",
        "",
    ]
    assert detect(pl.Series(texts)).to_list() == ["en", "fr", "de", "es", "en", "en"]
    assert read_articles(pl.DataFrame({"text": texts}))["language"].to_list() == ["en", "fr", "de", "es", "en", None]


FLASHES = [
    ("MADRID, 3 de mayo de 2015. El ministro dimitió ayer.", "es", "Madrid"),
    ("BERLIN, 3. Mai 2015. Der Minister trat gestern zurück.", "de", "Berlin"),
    ("PARIS, 3 mai 2015. Le ministre a démissionné hier.", "fr", "Paris"),
    ("ROMA, 3 maggio 2015. Il ministro si è dimesso ieri.", "it", "Roma"),
    ("LISBOA, 3 de maio de 2015. O ministro demitiu-se ontem.", "pt", "Lisboa"),
    ("WARSZAWA, 3 maja 2015. Minister podał się wczoraj do dymisji.", "pl", "Warszawa"),
    ("МИНСК, 3 мая 2015 года. Министр вчера ушёл в отставку.", "ru", "Минск"),
    ("КИЇВ, 3 травня 2015 року. Міністр учора подав у відставку.", "uk", "Київ"),
    ("ANKARA, 3 Mayıs 2015. Bakan dün istifa etti.", "tr", "Ankara"),
    ("LONDON, May 3, 2015. The minister resigned yesterday.", "en", "London"),
]


@pytest.mark.parametrize(("text", "language", "place"), FLASHES)
def test_a_short_flash_is_read_in_its_language(text: str, language: str, place: str) -> None:
    articles = read_articles(pl.DataFrame({"text": [text]}))
    assert articles.select("language", "published", "place").row(0) == (language, date(2015, 5, 3), place)
    dates = find_dates(articles)
    assert dates["value"].to_list() == ["2015-05-03", "2015-05-02"]
    assert dates["language"].unique().to_list() == [language]


def test_a_code_of_no_language_gives_way_to_the_language_of_the_text() -> None:
    texts = [
        "El ministro dijo que los acuerdos se firmaron.",
        "The envoys met and said that they had come to talk.",
        "",
    ]
    frame = read_articles(pl.DataFrame({"text": texts, "language": ["xx", "EN-gb", "es"]}))
    assert frame["language"].to_list() == ["es", "en", None]


def test_many_slow_files_are_read_in_processes_and_in_order(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    names = [f"{number:02}.html" for number in range(12)]
    pile.write(tmp_path, {name: pile.page(pile.linked("2016-03-06"), title=f"Ferry {name}").encode() for name in names})
    alone = read_articles(tmp_path)
    monkeypatch.setattr("timeline.articles.reader.WORTH_PROCESSES", 2)
    assert read_articles(tmp_path).equals(alone)
    assert [Path(source).name for source in alone["source"]] == names


def test_a_process_that_dies_costs_its_file_and_no_other() -> None:
    parent = os.getpid()

    def read(location: Location) -> list[Draft]:
        if location.path in ("3.html", "7.html") and os.getpid() != parent:
            os.kill(os.getpid(), signal.SIGKILL)
        return [Draft(location.path, location.hints, "The ferry is late.")]

    locations = [Location(f"{number}.html", f"{number}.html") for number in range(10)]
    drafts = [draft for found in _in_processes(read, locations) for draft in found]
    assert [draft.source for draft in drafts] == [location.path for location in locations]
    lost = {draft.source: draft.problems[0] for draft in drafts if not draft.text}
    assert sorted(lost) == ["3.html", "7.html"]
    assert all("killed or crashed" in reason for reason in lost.values())


def test_reading_text_loads_no_heavy_library(folder: Path) -> None:
    code = (
        "import sys; from timeline.articles import read_articles; "
        f"read_articles({str(folder)!r}); "
        "print([name for name in ('trafilatura', 'lxml', 'pypdf', 'feedparser', 'warcio', 'py3langid', 'pandas', "
        "'joblib', 'sklearn', 'altair', 'dateparser', 'charset_normalizer') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize(
    "piece", ["a", " ", ".", '"', "in 2015 ", "October 12, 2015 ", "on Monday ", "A, ", "(", "/", "a\n"]
)
def test_a_line_of_one_thing_a_hundred_thousand_times_is_passed_over_once(piece: str) -> None:
    """A pattern that tries a run in every division would not come back from this."""
    text = f"MOSCOW{piece * 100_000}b"
    assert read_articles(pl.DataFrame({"text": [text]}))["text"].item() == text


TOML = """+++
title = "Notes from the landing"
date = {day}
author = 'A. Clerk'
draft = false
tags = ["ferry"]
[params]
page = 3
+++

The ferry came in on Monday with nobody on board.
"""


@pytest.mark.parametrize("day", ["2016-03-05", "2016-03-05T23:30:00-04:00", '"5 March 2016"'])
@pytest.mark.parametrize("name", ["notes.md", "notes"])
def test_front_matter_may_be_toml(tmp_path: Path, day: str, name: str) -> None:
    (tmp_path / name).write_text(TOML.format(day=day))
    row = read_articles(tmp_path / name).row(0, named=True)
    assert (row["title"], row["author"], row["published"]) == ("Notes from the landing", "A. Clerk", date(2016, 3, 5))
    assert row["published_basis"].startswith("front matter “date: ")
    assert row["text"].startswith("The ferry came in")
    assert row["problems"] == []


def test_front_matter_that_is_no_toml_is_told_and_the_text_is_read(tmp_path: Path) -> None:
    (tmp_path / "notes.md").write_text(TOML.format(day="yesterday"))
    row = read_articles(tmp_path / "notes.md").row(0, named=True)
    assert row["text"].startswith("The ferry came in")
    assert [problem.split(":")[0] for problem in row["problems"]] == ["front matter is no TOML"]
