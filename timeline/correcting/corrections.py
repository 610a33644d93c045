"""Days and years of publication that somebody looked up: rows of the table of corrections that win over everything else."""

from __future__ import annotations

import os
import re
import warnings
from dataclasses import replace
from pathlib import Path, PurePath
from typing import Any

import polars as pl

from timeline.publication.days import read_day
from timeline.reading.drafts import Draft, Stated

COLUMNS = ("article", "published")
PUBLISH = "publish"  # the action of these rows, where a table holds corrections of other kinds too
YEAR = re.compile(r"\s*([0-9]{4})\s*")


def apply_corrections(drafts: list[Draft], corrections: str | os.PathLike[str] | pl.DataFrame) -> list[Draft]:
    """The drafts, each with the day that the corrections give for it, be it called by id, path, link or file name.

    A year instead of a day completes a dateline that has none. Rows of a column `action` that are about something else
    than publication are passed over. Warns about a line that fits no article. Raises FileNotFoundError where there is no
    such file, and ValueError for a table without the columns `article` and `published` or with something else than a
    day or a year in it.

    >>> given = pl.DataFrame({"article": ["a.txt"], "published": ["2015"]})
    >>> apply_corrections([Draft("news/a.txt", "a.txt")], given)[0].year
    2015
    """
    frame = corrections if isinstance(corrections, pl.DataFrame) else _read(corrections)
    if "action" in frame.columns and not (frame["action"] == PUBLISH).any():
        return drafts
    missing = [name for name in COLUMNS if name not in frame.columns]
    if missing:
        raise ValueError(f"corrections need the columns article and published; missing: {', '.join(missing)}")
    given: dict[str, Stated | int] = {}
    for number, row in enumerate(frame.iter_rows(named=True), 1):
        if row.get("action", PUBLISH) == PUBLISH:
            given[str(row["article"])] = _stated(row["published"], number)
    used: set[str] = set()
    found = []
    for draft in drafts:
        name = next((name for name in _names(draft) if name in given), None)
        found.append(draft if name is None else _given(draft, given[name]))
        used.update(() if name is None else (name,))
    unused = [name for name in given if name not in used]
    if unused:
        warnings.warn(f"corrections that fit no article: {', '.join(unused)}", stacklevel=3)
    return found


def _stated(value: object, number: int) -> Stated | int:
    if year := YEAR.fullmatch(str(value)):
        return int(year[1])
    try:
        return Stated(read_day(value), f"corrections, line {number}", "correction")
    except ValueError as error:
        raise ValueError(f"corrections, line {number}: {error}, or the year alone as 2015") from None


def _given(draft: Draft, said: Stated | int) -> Draft:
    return replace(draft, year=said) if isinstance(said, int) else replace(draft, stated=(*draft.stated, said))


def _names(draft: Draft) -> list[Any]:
    return [draft.article_id, draft.source, draft.link, draft.name, PurePath(draft.source).name]


def _read(path: str | os.PathLike[str]) -> pl.DataFrame:
    if not Path(path).exists():
        raise FileNotFoundError(f"{os.fspath(path)}: no such file of corrections")
    return pl.read_csv(Path(path), infer_schema=False)
