"""Words, names, codes and counts that look like dates and are none."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import lru_cache

import polars as pl
import pytest

from tests.languages.phrases.tables import FOLDER
from timeline.dates import candidates, find_dates
from timeline.dates.filters import FALSE_POSITIVES, FalsePositive, concerns, refuses


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


Found = tuple[pl.DataFrame, pl.DataFrame]


@lru_cache
def mentions(text: str, language: str) -> Found:
    """The mentions of a sentence, with what stands beside them, and their readings."""
    found = candidates.runs(pl.DataFrame({"article": [0], "text": [text]}), language)
    found_spans, says = candidates.readings(found["run"].unique(maintain_order=True), language)
    return candidates.surroundings(found.join(found_spans, on="run", maintain_order="left_right")), says


def concerned(row: FalsePositive, text: str) -> set[int]:
    beside, says = mentions(text, row.language)
    return set(says.select(concerns(row)).to_series().gather(beside["reading"]).arg_true())


def refused(row: FalsePositive, text: str, language: str) -> set[int]:
    beside, says = mentions(text, language)
    fits = says.select(concerns(row)).to_series().gather(beside["reading"])
    return set((beside.select(refuses(row)).to_series() & fits).arg_true())


def refused_by_others(row: FalsePositive, text: str) -> set[int]:
    return set().union(*(refused(other, text, row.language) for other in FALSE_POSITIVES if other is not row))


@pytest.mark.parametrize("row", [pytest.param(row, id=row.name) for row in FALSE_POSITIVES])
def test_a_false_positive_drops_what_it_names_and_no_other_row_does(row: FalsePositive) -> None:
    assert refused(row, row.drops, row.language) - refused_by_others(row, row.drops)


@pytest.mark.parametrize("row", [pytest.param(row, id=row.name) for row in FALSE_POSITIVES])
def test_a_false_positive_keeps_what_it_names(row: FalsePositive) -> None:
    kept = set(range(mentions(row.keeps, row.language)[0].height))
    if row.after != "^":  # what is refused wherever it stands has nothing of its kind to keep
        kept = concerned(row, row.keeps)
    assert kept - refused(row, row.keeps, row.language) - refused_by_others(row, row.keeps)


def spans(frame: pl.DataFrame) -> list[tuple[int, int]]:
    return frame.select("start_char", "end_char").rows()


def test_what_the_examples_drop_is_no_date_of_an_article() -> None:
    texts = {f"{row.name}: {side}": (getattr(row, side), row) for row in FALSE_POSITIVES for side in ("drops", "keeps")}
    articles = pl.DataFrame(
        [{"article_id": name, "text": text, "language": row.language} for name, (text, row) in texts.items()]
    )
    found = {name: set(spans(dates)) for (name,), dates in find_dates(articles).group_by("article_id")}
    for name, (text, row) in texts.items():
        own = spans(mentions(text, row.language)[0])
        gone = refused(row, text, row.language) | refused_by_others(row, text)
        left = {span for index, span in enumerate(own) if index not in gone}
        assert found.get(name, set()) == left, name


def test_each_false_positive_has_a_name_of_its_own() -> None:
    assert len({row.name for row in FALSE_POSITIVES}) == len(FALSE_POSITIVES)
