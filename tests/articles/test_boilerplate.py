"""Saved pages as people copy and save them: no date of their furniture becomes an event, and no line of the story is lost.

In `saved_pages.txt` a line of the story begins with +, one of the page with -, and one that may be either with ?.
"""

from __future__ import annotations

import html
from datetime import date
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import timeline as tl
from tests import pile
from timeline.articles.boilerplate import joined, mark_boilerplate
from timeline.articles.quotations import mark_quotations

if TYPE_CHECKING:
    import polars as pl

PAGES = [
    [(line[0], line[2:]) for line in page.split("\n")]
    for page in (Path(__file__).parent / "saved_pages.txt").read_text("utf-8").strip().split("\n\n")
]
STORY = [[line for sign, line in page if sign == "+"] for page in PAGES]


def events_of(articles: pl.DataFrame) -> pl.DataFrame:
    return tl.extract_events(articles, tl.find_dates(articles))


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("between", ["\n", "\n\n", "\r\n"])
def test_every_line_of_the_page_is_marked_and_none_of_the_story(page: list[tuple[str, str]], between: str) -> None:
    text = between.join(line for _, line in page)
    marks, position = mark_boilerplate(text), 0
    for sign, line in page:
        start = text.index(line, position)
        position = start + len(line)
        marked = any(first <= start and position <= last for first, last in marks)
        assert sign == "?" or marked == (sign == "-"), line


@pytest.mark.parametrize(("page", "story"), list(zip(PAGES, STORY, strict=True)))
def test_copied_pages_give_events_of_their_story_alone(
    page: list[tuple[str, str]], story: list[str], tmp_path: Path
) -> None:
    text = "\n".join(line for _, line in page)
    pile.write(tmp_path, {"copied.txt": text.encode()})
    articles = tl.read_articles(tmp_path)
    events = events_of(articles)
    assert articles["text"].item() == text
    assert articles["published"].item().year == 2014
    assert events.height >= 2
    for sentence, start, end in events.select("sentence", "sentence_start_char", "sentence_end_char").iter_rows():
        assert text[start:end] == sentence
        assert any(sentence in line for line in story), sentence


@pytest.mark.parametrize(("page", "story"), list(zip(PAGES, STORY, strict=True)))
@pytest.mark.parametrize("tag", ["p", "div", "li"])
def test_saved_pages_give_events_of_their_story_alone(
    page: list[tuple[str, str]], story: list[str], tag: str, tmp_path: Path
) -> None:
    parts = []
    for kept, group in groupby(page, key=lambda line: line[0] == "+"):
        inside = "p" if kept else tag
        lines = "".join(f"<{inside}>{html.escape(line)}</{inside}>" for _, line in group)
        parts.append(f"<ul>{lines}</ul>" if inside == "li" else lines)
    body = (
        f"<!DOCTYPE html><html><head><title>Ferry news</title></head><body><main>{''.join(parts)}</main></body></html>"
    )
    pile.write(tmp_path, {"saved.html": body.encode()})
    articles = tl.read_articles(tmp_path)
    text = articles["text"].item()
    assert [line for line in story[1:] if line not in text] == []
    for sentence in events_of(articles)["sentence"]:
        assert any(sentence in line for line in story), sentence


def marked(*lines: str) -> list[str]:
    text = "\n".join(lines)
    return [line for start, end in mark_boilerplate(text) for line in text[start:end].split("\n")]


def test_a_caption_printed_again_without_its_credit_is_one_too() -> None:
    caption = "Divers at the third landing stage of the northern ferry line"
    lines = [
        "Ferry closed",
        f"{caption}. Photo: A. Painter",
        "The mayor spoke for an hour.",
        caption,
        "They left, he said.",
    ]
    assert marked(*lines) == [lines[1], caption]


def test_a_list_below_furniture_that_is_most_of_the_text_is_the_story() -> None:
    entries = [f"{day} May: ferry {day} closed for repair" for day in range(1, 9)]
    assert marked("Harbour", "The county opened it.", "Share this article", *entries) == ["Share this article"]


OPENINGS = [
    "On Sun, 24 Mar 2024 at 09:12, Desk <desk@example.org> wrote:",
    "On Sun, Mar 24, 2024 at 9:12 AM Desk <desk@example.org>\nwrote:",
    "Am 24.03.2024 um 09:12 schrieb Desk <desk@example.org>:",
    "Le dim. 24 mars 2024 à 09:12, Desk <desk@example.org> a écrit :",
    "El dom, 24 mar 2024 a las 9:12, Desk (<desk@example.org>) escribió:",
    "Il giorno dom 24 mar 2024 alle ore 09:12 Desk <desk@example.org> ha scritto:",
    "Em dom., 24 de mar. de 2024 às 09:12, Desk <desk@example.org> escreveu:",
    "вс, 24 мар. 2024 г. в 09:12, Desk <desk@example.org>:",
    "-----Original Message-----",
    "-----Original Message-----\nFrom: Desk\nSent: Sunday, 24 March 2024 09:12\nTo: Ann\nSubject: Boats",
    "From: Desk <desk@example.org>\nSent: Sunday, 24 March 2024 09:12\nTo: Ann\nSubject: Boats",
    "Von: Desk <desk@example.org>\nGesendet: Sonntag, 24. März 2024 09:12\nAn: Ann\nBetreff: Boote",
]


@pytest.mark.parametrize("sign", ["> ", ""])
@pytest.mark.parametrize("opening", OPENINGS)
def test_what_a_mail_quotes_is_not_its_own(opening: str, sign: str) -> None:
    quoted = f"{sign}The crew met on 3 May 2023.\n{sign}They left on 4 May 2023."
    text = f"The boats left on Sunday.\n\n{opening}\n{quoted}"
    assert joined(text, mark_quotations(text)) == [(text.index(opening), len(text))]


@pytest.mark.parametrize(
    "text",
    [
        "The minister wrote:\nWe met on 3 May 2023.",
        "From: the harbour to the island is a mile.\nThey left on 3 May 2023.",
        "From: the harbour.\nTo: the island.\nThey left on 3 May 2023.",
        "-----\nThey left on 3 May 2023.\nTo: Ann",
        "On Sunday, 24 March 2024, the boats left.\nThey came back on Monday.",
    ],
)
def test_what_a_mail_says_itself_is_no_quotation(text: str) -> None:
    assert mark_quotations(text) == []


def test_a_mail_that_only_hands_something_on_keeps_it() -> None:
    head = "---------- Forwarded message ---------\nFrom: Desk\nDate: Sun, 24 Mar 2024\nSubject: Boats\nTo: Ann"
    text = f"{head}\n\nThe crew met on 3 May 2023."
    assert joined(text, mark_quotations(text)) == [(0, len(head))]
    assert joined(f"See below.\n\n{text}", mark_quotations(f"See below.\n\n{text}")) == [(12, 12 + len(head))]


def test_no_date_that_a_mail_quotes_becomes_an_event(tmp_path: Path) -> None:
    head = "From: ann@example.org\nTo: desk@example.org\nDate: Mon, 25 Mar 2024 10:00:00 +0000\nSubject: Boats\n\n"
    body = f"The boats left on Sunday for the island.\n\n{OPENINGS[0]}\n> The crew met on 3 May 2023 in the harbour.\n"
    (tmp_path / "mail.eml").write_text(head + body)
    articles = tl.read_articles(tmp_path / "mail.eml")
    assert "> The crew met" in articles["text"].item()
    told = tl.extract_events(articles, tl.find_dates(articles))
    assert told["start"].dt.date().to_list() == [date(2024, 3, 24)]


@pytest.mark.parametrize("opening", OPENINGS)
def test_a_mail_saved_as_a_text_quotes_as_a_mail_does(opening: str) -> None:
    quoted = "> The crew met on 3 May 2023.\n> They left on 4 May 2023."
    text = f"The boats left on Sunday.\n\n{opening}\n{quoted}"
    for kind in ("text", "markdown"):
        assert joined(text, mark_quotations(text, kind)) == [(text.index(opening), len(text))]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("The boats left.\n> The crew met on 3 May 2023.", "> The crew met on 3 May 2023."),
        ("In a letter of 12 March 2014 the minister wrote:\nWe met on 3 May 2023.", ""),
        ("Memorandum\nFrom: The harbour master\nTo: Ann\nDate: 24 March 2024\nThe crew met on 3 May.", ""),
        (
            "Boats\nThey left today.\nFrom: The harbour master\nTo: Ann\nDate: 24 March 2024\nThe crew met.",
            "From: The harbour master\nTo: Ann\nDate: 24 March 2024\nThe crew met.",
        ),
        ("See below.\n-----Original Message-----\nThe crew met.", "-----Original Message-----\nThe crew met."),
        ("Late.\nOn 3 May 2023 at 09:12, Ann <a@example.org> wrote:\nWe met.", "On 3 May 2023 at 09:12, Ann <a@example.org> wrote:\nWe met."),
        ("> The crew met on 3 May 2023.\n> They left.", ""),
    ],
)  # fmt: skip
def test_a_text_that_is_no_mail_quotes_only_where_it_says_so(text: str, marked: str) -> None:
    assert [text[start:end] for start, end in joined(text, mark_quotations(text, "text"))] == (
        [marked] if marked else []
    )


def test_a_block_quotation_of_markdown_is_the_articles_own() -> None:
    assert mark_quotations("The boats left.\n\n> The crew met on 3 May 2023.\n\nIt rained.", "markdown") == []


@pytest.mark.parametrize("name", ["mail.txt", "mail.md"])
def test_no_date_that_a_saved_mail_quotes_becomes_an_event(tmp_path: Path, name: str) -> None:
    own = "The boats of the northern harbour left on Sunday for the island, with\nall of the crew on board and enough water and bread for some seven\ndays at sea, the desk said."
    quoted = "> The crew met on 3 May 2023 in the harbour and talked of it for hours\n> with those who had to stay. They met again on Tuesday."
    (tmp_path / name).write_text(f"25 March 2024\n\n{own}\n\n{OPENINGS[0]}\n{quoted}\n")
    articles = tl.read_articles(tmp_path / name)
    assert "left on Sunday for the island, with all of the crew" in articles["text"].item()
    told = tl.extract_events(articles, tl.find_dates(articles))
    assert told["start"].dt.date().to_list() == [date(2024, 3, 24)]


def test_a_quotation_right_below_a_paragraph_stays_apart(tmp_path: Path) -> None:
    own = ["The boats of the northern harbour left on Sunday for the island, with all of", "the crew on board and enough water and bread for some seven or eight days at", "sea, though nobody had asked them to, and though the weather was bad, as the", "desk said, and as the harbour master was heard to say when he came to the quay"]  # fmt: skip
    (tmp_path / "mail.txt").write_text(
        "\n".join([*own, "> Will you sail? We met on 3 May 2023 and the crew was not at all in favour"])
    )
    text = tl.read_articles(tmp_path / "mail.txt")["text"].item()
    assert text.split("\n")[0] == " ".join(own)
    assert text.split("\n")[1].startswith("> Will you sail?")
