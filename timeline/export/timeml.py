"""Articles with their dates and events marked in place: TimeML 1.2.1, the exchange format of research on time in text."""

from __future__ import annotations

import io
import zipfile
from bisect import bisect
from typing import TYPE_CHECKING, Any, Protocol
from urllib.parse import quote
from xml.sax.saxutils import escape, quoteattr

import polars as pl

from timeline.export.exportable import Content, Exportable

if TYPE_CHECKING:
    from collections.abc import Iterable


MADE = (1980, 1, 1, 0, 0, 0)  # the same timeline makes the same bytes
NAMED = " !~'(),@+"  # what names of files hold on every system, beside letters, digits and _.-
# What XML 1.0 has no way to write.
UNWRITABLE = dict.fromkeys((*range(9), 11, 12, *range(14, 32), 65534, 65535, *range(55296, 57344)), "�")


class Annotated(Exportable, Protocol):
    """A timeline with the articles that TimeML marks up, and what was found in them."""

    @property
    def articles(self) -> pl.DataFrame:
        """The articles frame."""

    @property
    def dates(self) -> pl.DataFrame:
        """The dates frame, a row a time expression."""

    @property
    def tellings(self) -> pl.DataFrame:
        """The events frame, a row an event told in one article."""


def as_timeml(line: Annotated) -> Content:
    """The one article of the timeline as a TimeML document.

    Raises `ValueError` for several articles: a TimeML document is one article, and `.tml.zip` holds many.
    """
    if line.articles.height != 1:
        raise ValueError(
            f"TimeML holds one article a file, and there are {line.articles.height}: save to a name that ends in .tml.zip"
        )
    return Content(next(data for _, data in _documents(line)), holds_undated=True)


def as_timeml_archive(line: Annotated) -> Content:
    """A zip archive with a TimeML document for every article, named by its id, percent-encoded where it would be a path."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in _documents(line):
            archive.writestr(zipfile.ZipInfo(f"{quote(name, safe=NAMED)}.tml", MADE), data, zipfile.ZIP_DEFLATED)
    return Content(buffer.getvalue(), holds_undated=True)


def _documents(line: Annotated) -> Iterable[tuple[str, bytes]]:
    dates = _by_article(line.dates)
    tellings = _by_article(line.tellings.filter(pl.col("trigger_start_char").is_not_null()))
    for article in line.articles.to_dicts():
        name = article["article_id"]
        yield name, _document(article, dates.get(name, []), tellings.get(name, []))


def _by_article(frame: pl.DataFrame) -> dict[str, list[dict[str, Any]]]:
    frame = frame.drop("start", "end")
    return {
        str(key[0]): part.to_dicts()
        for key, part in frame.partition_by("article_id", as_dict=True, maintain_order=True).items()
    }


def _document(article: dict[str, Any], dates: list[dict[str, Any]], tellings: list[dict[str, Any]]) -> bytes:
    text, marks, links = article["text"], [], []
    timexes = {}
    for number, date in enumerate(dates, 1):
        timexes[date["start_char"]] = f"t{number}"
        marks.append((date["start_char"], date["end_char"], _timex(f"t{number}", date), "</TIMEX3>"))
    events: dict[int, str] = {}
    for told in tellings:
        at = told["trigger_start_char"]
        if at not in events:
            events[at] = f"e{len(events) + 1}"
            marks.append((at, told["trigger_end_char"], f'<EVENT eid="{events[at]}" class="OCCURRENCE">', "</EVENT>"))
        if told["start_char"] in timexes:
            links.append((events[at], timexes[told["start_char"]]))
    kept, marked = _marked(text, marks)
    known = [f'<MAKEINSTANCE eventID="{event}" eiid="{event.replace("e", "ei")}" tense="NONE" aspect="NONE" polarity="POS" pos="OTHER"/>'
             for event in events.values() if event in kept]  # fmt: skip
    tied = [f'<TLINK lid="l{number}" eventInstanceID="{event.replace("e", "ei")}" relatedToTime="{time}" relType="IS_INCLUDED"/>'
            for number, (event, time) in enumerate((link for link in dict.fromkeys(links) if set(link) <= kept), 1)]  # fmt: skip
    published = article["published"]
    born = f'<TIMEX3 tid="t0" type="DATE" value="{published or ""}" functionInDocument="CREATION_TIME">{published or ""}</TIMEX3>'
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        "<TimeML>",
        f"<DOCID>{_safe(article['article_id'])}</DOCID>",
        f"<DCT>{born}</DCT>",
        f"<TITLE>{_safe(article['title'] or '')}</TITLE>",
        f"<TEXT>{marked}</TEXT>",
        *known,
        *tied,
        "</TimeML>",
    ]
    return ("\n".join(lines) + "\n").encode()


def _marked(text: str, marks: list[tuple[int, int, str, str]]) -> tuple[set[str], str]:
    """The text with its marks, and the names of those that found room: where two overlap, the longer one stays."""
    kept: set[str] = set()
    taken: list[tuple[int, int, str, str]] = []
    for mark in sorted(marks, key=lambda mark: (mark[0] - mark[1], mark[0])):
        # Those taken lie apart and in order: only the neighbours can overlap.
        place = bisect(taken, mark)
        before, after = taken[max(0, place - 1) : place], taken[place : place + 1]
        if all(mark[1] <= first or mark[0] >= last for first, last, _, _ in (*before, *after)):
            taken.insert(place, mark)
            kept.add(mark[2].split('"')[1])
    pieces, reached = [], 0
    for start, end, opening, closing in taken:
        pieces += [_safe(text[reached:start]), opening, _safe(text[start:end]), closing]
        reached = end
    return kept, "".join([*pieces, _safe(text[reached:])])


def _timex(name: str, date: dict[str, Any]) -> str:
    anchored = ' anchorTimeID="t0"' if date["anchor_basis"] and date["anchor"] is not None else ""
    mod = f" mod={_attribute(date['mod'])}" if date["mod"] else ""
    return f'<TIMEX3 tid="{name}" type="{date["type"]}" value={_attribute(date["value"] or "")}{mod}{anchored}>'


def _attribute(text: str) -> str:
    return quoteattr(text.translate(UNWRITABLE))


def _safe(text: str) -> str:
    return escape(text.translate(UNWRITABLE))
