"""Articles with their dates and events marked: TimeML 1.2.1, the exchange format of research on time in text."""

from __future__ import annotations

import io
import zipfile
from bisect import bisect
from typing import TYPE_CHECKING, Any, Protocol
from urllib.parse import quote
from xml.sax.saxutils import escape, quoteattr

import polars as pl

from timeline.export.exportable import Exportable, Exported
from timeline.text import MADE_COMMENT, writable

if TYPE_CHECKING:
    from collections.abc import Iterable


MADE = (1980, 1, 1, 0, 0, 0)  # the same timeline makes the same bytes
NAMED = " !~'(),@+"  # what names of files hold on every system, beside letters, digits and _.-


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
        """The events frame, a row a mention of an event in one article."""


def as_timeml(line: Annotated) -> Exported:
    """The one article of the timeline as a TimeML document.

    Raises `ValueError` for several articles: a TimeML document is one article, and `.tml.zip` holds many.
    """
    if line.articles.height != 1:
        raise ValueError(
            f"TimeML holds one article a file, and there are {line.articles.height}: "
            "save to a name that ends in .tml.zip"
        )
    return Exported(next(data for _, data in _documents(line)), holds_undated=True)


def as_timeml_archive(line: Annotated) -> Exported:
    """A zip archive with a TimeML document for every article, named by its percent-encoded id."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in sorted(_documents(line)):  # whatever the order of the articles
            archive.writestr(zipfile.ZipInfo(f"{quote(name, safe=NAMED)}.tml", MADE), data, zipfile.ZIP_DEFLATED)
    return Exported(buffer.getvalue(), holds_undated=True)


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
    for mention in tellings:
        at = mention["trigger_start_char"]
        if at not in events:
            events[at] = f"e{len(events) + 1}"
            marks.append(
                (at, mention["trigger_end_char"], f'<EVENT eid="{events[at]}" class="OCCURRENCE">', "</EVENT>")
            )
        if mention["start_char"] in timexes:
            links.append((events[at], timexes[mention["start_char"]]))
    kept, marked = _marked(text, marks)
    instances = {event: event.replace("e", "ei") for event in events.values() if event in kept}
    made = [
        f'<MAKEINSTANCE eventID="{event}" eiid="{instance}" tense="NONE" aspect="NONE" polarity="POS" pos="OTHER"/>'
        for event, instance in instances.items()
    ]
    whole = (link for link in dict.fromkeys(links) if set(link) <= kept)
    tied = [
        f'<TLINK lid="l{number}" eventInstanceID="{instances[event]}" relatedToTime="{time}" relType="IS_INCLUDED"/>'
        for number, (event, time) in enumerate(whole, 1)
    ]
    day = article["published"] or ""
    creation = f'<TIMEX3 tid="t0" type="DATE" value="{day}" functionInDocument="CREATION_TIME">{day}</TIMEX3>'
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        MADE_COMMENT,
        "<TimeML>",
        f"<DOCID>{_safe(article['article_id'])}</DOCID>",
        f"<DCT>{creation}</DCT>",
        f"<TITLE>{_safe(article['title'] or '')}</TITLE>",
        f"<TEXT>{marked}</TEXT>",
        *made,
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
        index = bisect(taken, mark)
        before, after = taken[max(0, index - 1) : index], taken[index : index + 1]
        if all(mark[1] <= first or mark[0] >= last for first, last, _, _ in (*before, *after)):
            taken.insert(index, mark)
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
    return quoteattr(writable(text))


def _safe(text: str) -> str:
    return escape(writable(text))
