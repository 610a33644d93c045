"""Days and years of publication that somebody looked up: rows of the corrections, which win over everything else."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import PurePath
from typing import Any

import polars as pl

from timeline.articles.draft import Draft, Stated
from timeline.languages import read_day

YEAR = re.compile(r"\s*([0-9]{4})\s*")


def apply_corrections(drafts: list[Draft], corrections: pl.DataFrame) -> tuple[list[Draft], list[str]]:
    """The drafts, each with the day that the corrections give for it, be it called by id, path, link or file name.

    Takes the frame of `timeline.corrections.read_lined`, and passes over corrections of anything but publication. With
    the drafts come the names in the corrections that fit no article. A year instead of a day completes a dateline that
    has none. Raises ValueError for anything but a day or a year.

    >>> from timeline.corrections import read_lined
    >>> given = read_lined(pl.DataFrame({"article": ["a.txt", "b.txt"], "published": ["2015", "2015"]}))
    >>> drafts, unused = apply_corrections([Draft("news/a.txt", "a.txt")], given)
    >>> drafts[0].year, unused
    (2015, ['b.txt'])
    """
    rows = corrections.filter(pl.col("action") == "publish")
    given = {str(name): _stated(day, at) for name, day, at in rows.select("article", "published", "at").iter_rows()}
    used: set[str] = set()
    found = []
    for draft in drafts:
        names = [name for name in _names(draft) if name in given]
        found.append(_given(draft, given[names[0]]) if names else draft)
        used.update(names)
    return found, [name for name in given if name not in used]


def _stated(value: object, at: str) -> Stated | int:
    if year := YEAR.fullmatch(str(value)):
        return int(year[1])
    try:
        return Stated(read_day(value), f"corrections, {at}", "correction")
    except ValueError as error:
        raise ValueError(f"corrections, {at}: {error}, or the year alone as 2015") from None


def _given(draft: Draft, stated: Stated | int) -> Draft:
    return replace(draft, year=stated) if isinstance(stated, int) else replace(draft, stated=(*draft.stated, stated))


def _names(draft: Draft) -> list[Any]:
    return [draft.article_id, draft.source, draft.link, draft.name, PurePath(draft.source).name]
