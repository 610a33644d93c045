from __future__ import annotations

import subprocess
import sys
from datetime import date
from pathlib import Path

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline import find_dates, languages, speech
from timeline.languages import twice
from timeline.values import parse

# A Friday; every table is read as if its sentences were published on it.
ON = date(2015, 10, 16)
TABLES = Path(__file__).parent / "phrases"
NAMES = {name: code for code, name in languages.NAMES.items()}


def table(name: str) -> pl.DataFrame:
    return pl.read_csv(TABLES / f"{name}.tsv", separator="\t", quote_char=None)


def found_in(texts: list[str], language: str | None) -> list[str]:
    articles = pl.DataFrame({"article_id": [str(n) for n in range(len(texts))], "text": texts, "published": [ON] * len(texts)})
    dates = find_dates(articles.with_columns(language=pl.lit(language, pl.String)))
    told: dict[str, list[str]] = {}
    for row in dates.iter_rows(named=True):
        assert texts[int(row["article_id"])][row["start_char"] : row["end_char"]] == row["text"]
        told.setdefault(row["article_id"], []).append(f"{row['text']}={row['value']}")
    return [";".join(told.get(str(n), ["-"])) for n in range(len(texts))]


@pytest.mark.parametrize("name", NAMES)
def test_every_sentence_of_a_table_is_read_as_it_says(name: str) -> None:
    rows = table(name)
    found = found_in(rows["text"].to_list(), NAMES[name])
    wrong = [(text, want, got) for text, want, got in zip(rows["text"], rows["mentions"], found, strict=True) if want != got]
    assert not wrong


@pytest.mark.parametrize("name", NAMES)
def test_a_table_is_long_enough_and_has_negatives(name: str) -> None:
    rows = table(name)
    assert rows.filter(pl.col("mentions") != "-").height >= 40
    assert rows.filter(pl.col("mentions") == "-").height >= 7
    assert rows["text"].is_unique().all()
