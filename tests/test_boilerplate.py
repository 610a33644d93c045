"""Saved pages as people copy and save them: no date of their furniture becomes an event, and no line of the story is lost.

In `saved_pages.txt` a line of the story begins with +, one of the page with -, and one that may be either with ?.
"""

from __future__ import annotations

import html
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import timeline as tl
from tests import pile
from timeline.reading.boilerplate import mark_boilerplate

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
