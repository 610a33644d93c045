"""Speed of every stage, and reading and find_dates beside their peers: python -m tests.benchmarks [--corpora FOLDER] [--text FOLDER].

The stages are timed on the sample articles, repeated. For `dates`, FOLDER of text holds *.txt, an article each (without
it the project's generator writes them), and FOLDER of corpora holds *.jsonl or folders of TimeML, as `score` reads them.
"""

from __future__ import annotations

import argparse
import time
from pathlib import Path
from typing import TYPE_CHECKING

import polars as pl

import timeline as tl
from tests.benchmarks import dates, merging, page, reading

if TYPE_CHECKING:
    from collections.abc import Callable

SAMPLE = Path(__file__).parent.parent.parent / "data" / "articles"
REPEATS = 200


def timed(name: str, stage: Callable[[], pl.DataFrame], megabytes: float) -> pl.DataFrame:
    started = time.perf_counter()
    frame = stage()
    seconds = time.perf_counter() - started
    print(f"{name:16} {seconds:8.2f} s {megabytes / seconds:8.2f} MB/s {frame.height:10,} rows", flush=True)
    return frame


def stages() -> None:
    one = tl.read_articles(SAMPLE).select("source", "published", "text")
    articles = pl.concat(
        [one.with_columns(pl.format("{}-{}", "source", pl.lit(n)).alias("article_id")) for n in range(REPEATS)]
    )
    megabytes = articles["text"].str.len_bytes().sum() / 1e6
    print(f"## Stages: {articles.height:,} articles, the samples {REPEATS} times over, {megabytes:.1f} MB\n")
    tl.find_dates(articles.head(1))
    found = timed("find_dates", lambda: tl.find_dates(articles), megabytes)
    events = timed("extract_events", lambda: tl.extract_events(articles, found), megabytes)
    timed("merge_events", lambda: tl.merge_events(events), megabytes)
    print()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpora", type=Path)
    parser.add_argument("--text", type=Path)
    parser.add_argument("--megabytes", type=float, default=dates.MEGABYTES)
    parser.add_argument("--gigabytes", type=float, default=0)
    options = parser.parse_args()
    stages()
    print("## Reading web pages, beside trafilatura alone\n", flush=True)
    held = reading.main()
    print(f"\n{'holds' if held else 'BELOW'} the floor of {reading.FLOOR:.0%}\n", flush=True)
    dates.report(options.corpora, options.text, options.megabytes, options.gigabytes)
    print("\n## Merging, on days that stay equally busy\n", flush=True)
    merging.main(list(merging.SIZES))
    print("\n## The page, beside its neighbours\n", flush=True)
    page.main(list(page.SIZES))


if __name__ == "__main__":
    main()
