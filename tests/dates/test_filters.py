"""Words, names, codes and counts that look like dates and are none."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import lru_cache

import polars as pl
import pytest

from tests.languages.phrases.tables import FOLDER
from timeline.dates import find_dates
from timeline.dates.filters import DOUBTS, Doubt


def sentences() -> Iterator[tuple[str, str, str | None]]:
    """Each sentence of the table, what it is about, and why it is not held yet."""
    about, broken = "", None
    for line in (FOLDER / "negatives.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("about "):
            about = line.removeprefix("about ")
        elif line.startswith("broken "):
            broken = line.removeprefix("broken ")
        elif line and not line.startswith("#"):
            yield line, about, broken
            broken = None


NEGATIVES = list(sentences())


@lru_cache
def dated() -> dict[str, list[str]]:
    """The dated mentions of each sentence; each is an article of its own, so that none is evidence for another."""
    articles = pl.DataFrame(
        {
            "article_id": [text for text, _, _ in NEGATIVES],
            "text": [text for text, _, _ in NEGATIVES],
            "published": [date(2015, 11, 18)] * len(NEGATIVES),
            "language": ["en"] * len(NEGATIVES),
        }
    )
    found = find_dates(articles).filter(pl.col("start_day").is_not_null())
    return dict(found.group_by("article_id").agg(pl.format("{} ({})", "text", "rule")).iter_rows())


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param(text, id=f"{about}: {text}", marks=pytest.mark.xfail(strict=True, reason=broken) if broken else ())
        for text, about, broken in NEGATIVES
    ],
)
def test_no_date_in(sentence: str) -> None:
    assert dated().get(sentence, []) == []


def test_the_table_is_large() -> None:
    assert len({text for text, _, _ in NEGATIVES}) >= 150


@pytest.mark.parametrize("doubt", [pytest.param(doubt, id=doubt.name) for doubt in DOUBTS])
def test_every_pattern_of_a_doubt_is_one(doubt: Doubt) -> None:
    patterns = [doubt.text, doubt.before, doubt.after, doubt.needs_before, doubt.needs_after, *(doubt.around or ())]
    for pattern in filter(None, patterns):
        assert pl.Series([""]).str.contains(pattern).dtype == pl.Boolean
