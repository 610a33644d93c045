"""Days of publication that somebody looked up: a small table that wins over everything else."""

from __future__ import annotations

import os
import warnings
from dataclasses import replace
from pathlib import Path, PurePath
from typing import Any

import polars as pl

from timeline.days import read_day
from timeline.drafts import Draft, Stated

COLUMNS = ("article", "published")


def apply_corrections(drafts: list[Draft], corrections: str | os.PathLike[str] | pl.DataFrame) -> list[Draft]:
    """The drafts, each with the day that the corrections give for it, be it called by id, path, link or file name.

    Warns about a line that fits no article. Raises FileNotFoundError where there is no such file, and ValueError for a
    table without the columns `article` and `published` or with something else than a day in it.
    """
    frame = corrections if isinstance(corrections, pl.DataFrame) else _read(corrections)
    missing = [name for name in COLUMNS if name not in frame.columns]
    if missing:
        raise ValueError(f"corrections need the columns article and published; missing: {', '.join(missing)}")
    days: dict[str, Stated] = {}
    for number, row in enumerate(frame.iter_rows(named=True), 1):
        try:
            days[str(row["article"])] = Stated(read_day(row["published"]), f"corrections, line {number}", "correction")
        except ValueError as error:
            raise ValueError(f"corrections, line {number}: {error}") from None
    used: set[str] = set()
    found = []
    for draft in drafts:
        name = next((name for name in _names(draft) if name in days), None)
        found.append(replace(draft, stated=(*draft.stated, days[name])) if name else draft)
        used.update([name] if name else [])
    unused = [name for name in days if name not in used]
    if unused:
        warnings.warn(f"corrections that fit no article: {', '.join(unused)}", stacklevel=3)
    return found


def _names(draft: Draft) -> list[Any]:
    return [draft.article_id, draft.source, draft.link, draft.name, PurePath(draft.source).name]


def _read(path: str | os.PathLike[str]) -> pl.DataFrame:
    if not Path(path).exists():
        raise FileNotFoundError(f"{os.fspath(path)}: no such file of corrections")
    return pl.read_csv(Path(path), infer_schema=False)
