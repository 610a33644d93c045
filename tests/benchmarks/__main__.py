"""Speed of every stage, and accuracy on corpora that you have: python -m tests.benchmarks [--corpora FOLDER] [--text FILE].

FILE is any large text; without it the sample articles are repeated. FOLDER holds *.jsonl, a document a line:
{"doc_id", "published", "text", "timexes": [{"start", "end", "type", "value"}]}, offsets in code points, end exclusive;
scored as TempEval-3 scored task A: strict spans, overlapping spans, and values of overlapping spans.
"""

from __future__ import annotations

import argparse
import json
import time
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import polars as pl

import timeline as tl
from tests.benchmarks import merging

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

SAMPLE = Path(__file__).parent.parent.parent / "data" / "articles"
REPEATS = 200
ARTICLE_LENGTH = 4_000


def articles_of(text: Path | None) -> pl.DataFrame:
    """The articles to be timed; a text is cut into pieces as long as articles are."""
    if text is None:
        one = tl.read_articles(SAMPLE).select("source", "published", "text")
        return pl.concat(
            [one.with_columns(pl.format("{}-{}", "source", pl.lit(n)).alias("article_id")) for n in range(REPEATS)]
        )
    whole = text.read_text("utf-8", errors="replace")
    pieces = [whole[at : at + ARTICLE_LENGTH] for at in range(0, len(whole), ARTICLE_LENGTH)]
    return pl.DataFrame({"text": pieces}).with_columns(
        article_id=pl.int_range(pl.len()).cast(pl.String),
        source=pl.lit(text.name),
        published=pl.lit(date(2015, 11, 16)),
    )


def timed(name: str, stage: Callable[[], pl.DataFrame], megabytes: float) -> pl.DataFrame:
    started = time.perf_counter()
    frame = stage()
    seconds = time.perf_counter() - started
    print(f"{name:16} {seconds:8.2f} s {megabytes / seconds:8.2f} MB/s {frame.height:10,} rows")
    return frame


def speed(text: Path | None) -> None:
    articles = articles_of(text)
    megabytes = articles["text"].str.len_bytes().sum() / 1e6
    print(f"{articles.height:,} articles, {megabytes:.1f} MB")
    tl.find_dates(articles.head(1))
    dates = timed("find_dates", lambda: tl.find_dates(articles), megabytes)
    events = timed("extract_events", lambda: tl.extract_events(articles, dates), megabytes)
    timed("merge_events", lambda: tl.merge_events(events), megabytes)


Mention = dict[str, Any]


def pairs(gold: list[Mention], found: list[Mention]) -> Iterator[tuple[Mention, Mention, bool]]:
    """Gold and found mentions that overlap, one to one: exact pairs first, then by overlap."""
    overlaps = sorted(
        ((g["start"], g["end"]) != (f["start"], f["end"]), -shared, i, j)
        for i, g in enumerate(gold)
        for j, f in enumerate(found)
        if (shared := min(g["end"], f["end"]) - max(g["start"], f["start"])) > 0
    )
    used: set[tuple[str, int]] = set()
    for inexact, _, i, j in overlaps:
        if ("gold", i) not in used and ("found", j) not in used:
            used |= {("gold", i), ("found", j)}
            yield gold[i], found[j], not inexact


def accuracy(corpus: Path) -> str:
    rows = [json.loads(row) for row in corpus.read_text("utf-8").split("\n") if row.strip()]
    rows = [row for row in rows if "timexes" in row]
    if not rows:
        return "no timexes in it"
    articles = pl.DataFrame(
        {
            "article_id": [row["doc_id"] for row in rows],
            "published": [row.get("published") and date.fromisoformat(row["published"][:10]) for row in rows],
            "text": [row["text"] for row in rows],
            "language": [row.get("language") for row in rows],
        },
        schema_overrides={"published": pl.Date, "language": pl.String},
    )
    dates = tl.find_dates(articles).select("article_id", "value", start="start_char", end="end_char")
    found = {key[0]: group.to_dicts() for key, group in dates.partition_by("article_id", as_dict=True).items()}
    met = [
        (exact, g["value"] == f["value"])
        for row in rows
        for g, f, exact in pairs(row["timexes"], found.get(row["doc_id"], []))
    ]
    total = sum(len(row["timexes"]) for row in rows) + dates.height
    strict, value = (2 * sum(hit[at] for hit in met) / total for at in (0, 1))
    return f"strict {100 * strict:.1f}  relaxed {200 * len(met) / total:.1f}  value {100 * value:.1f}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpora", type=Path)
    parser.add_argument("--text", type=Path)
    options = parser.parse_args()
    speed(options.text)
    merging.main([1_000, 10_000, 100_000])
    for corpus in sorted(options.corpora.glob("*.jsonl")) if options.corpora else []:
        print(f"{corpus.name:24} {accuracy(corpus)}")


if __name__ == "__main__":
    main()
