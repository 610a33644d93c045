"""find_dates beside its peers: speed, memory, growth, worst cases, accuracy and calibration.

python -m tests.benchmarks.dates [--corpora FOLDER] [--text FOLDER] [--megabytes N] [--gigabytes N]

FOLDER of text holds *.txt, an article each; without it `prose` writes one. Every measurement runs in a process of its
own, so that its peak memory is its own; peers read as much of the same articles as they can in some seconds.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from datetime import date
from pathlib import Path
from typing import Any

import polars as pl

from tests.benchmarks import peers
from tests.benchmarks.prose import articles as prose
from tests.benchmarks.score import Document, Mention, calibration, corpora, score
from timeline.dates import find_dates
from timeline.dates.phrase import resolve_date

MEGABYTES = 32
PEER_SECONDS = 10
SCORE_SECONDS = 15
GROWTH = 10
WORST_LIMIT = 20
# Machines are shared: the best of a few runs counts, each of ours in a process that has read nothing before.
FIND_TIMES, REFERENCE_TIMES = 3, 5
# The pass that find_dates is measured by: months, weekdays, years and twenty words, with ASCII boundaries.
REFERENCE = (
    r"(?i)(?-u:\b)(?:january|february|march|april|may|june|july|august|september|october|november|december|"
    r"monday|tuesday|wednesday|thursday|friday|saturday|sunday|[12][0-9]{3}|today|yesterday|tomorrow|tonight|now|ago|"
    r"later|earlier|recently|currently|last|next|this|previous|following|day|week|month|year|night)(?-u:\b)"
)


def read(folder: Path | None, megabytes: float) -> pl.DataFrame:
    """The articles to be timed: `article_id`, `text`, `published`, `language`."""
    if folder is None:
        return prose(megabytes)
    paths = sorted(path for path in folder.rglob("*.txt"))
    return pl.DataFrame(
        {
            "article_id": [str(path.relative_to(folder)) for path in paths],
            "text": [path.read_text("utf-8", errors="replace") for path in paths],
            "published": [date(2015, 11, 16)] * len(paths),
            "language": ["en"] * len(paths),
        }
    )


def size_of(articles: pl.DataFrame) -> float:
    return float(articles["text"].str.len_bytes().sum()) / 1e6


def one(text: str) -> pl.DataFrame:
    return pl.DataFrame({"article_id": ["one"], "text": [text], "published": [date(2015, 11, 16)], "language": ["en"]})


# What a child process measures; each prints one line of JSON.


def measure_find(path: str) -> dict[str, Any]:
    articles = pl.read_parquet(path)
    find_dates(one("They met on 3 May 2015."))
    started = time.perf_counter()
    found = find_dates(articles)
    seconds = time.perf_counter() - started
    return {
        "seconds": seconds,
        "megabytes": size_of(articles),
        "articles": articles.height,
        "mentions": found.height,
        "distinct": found["text"].n_unique(),
    }


def measure_reference(path: str) -> dict[str, Any]:
    text = pl.read_parquet(path)["text"]
    text.head(10).str.count_matches(REFERENCE)
    seconds = []
    for _ in range(REFERENCE_TIMES):
        started = time.perf_counter()
        text.str.count_matches(REFERENCE)
        seconds.append(time.perf_counter() - started)
    return {"seconds": min(seconds)}


def measure_streaming(path: str) -> dict[str, Any]:
    target = Path(path).with_name("dates.parquet")
    started = time.perf_counter()
    find_dates(pl.scan_parquet(path)).sink_parquet(target, engine="streaming")
    mentions = pl.scan_parquet(target).select(pl.len()).collect().item()
    return {"seconds": time.perf_counter() - started, "mentions": mentions}


def measure_phrase(path: str) -> dict[str, Any]:
    phrases = ["yesterday", "early October", "3 May 2015", "three weeks later", "the third quarter of 2014"] * 200
    for phrase in phrases:
        resolve_date(phrase, on=date(2015, 11, 16))
    started = time.perf_counter()
    for phrase in phrases:
        resolve_date(phrase, on=date(2015, 11, 16))
    alone = (time.perf_counter() - started) / len(phrases) * 1e6
    # A row alone against the same rows at once: what a call costs whatever it reads.
    texts = [f"They spoke yesterday, and will meet again on {day} May {2000 + day}." for day in range(1, 29)]
    rows = [one(text) for text in texts]
    together = pl.concat(rows)
    times: dict[str, float] = {}
    for name, read_rows in (("row", lambda: [find_dates(row) for row in rows]), ("rows", lambda: find_dates(together))):
        read_rows()
        started = time.perf_counter()
        read_rows()
        times[name] = (time.perf_counter() - started) * 1e3
    return {"microseconds": alone, "row": times["row"] / len(rows), "rows": times["rows"] / len(rows)}


MEASURES = {
    "find": measure_find,
    "reference": measure_reference,
    "streaming": measure_streaming,
    "phrase": measure_phrase,
}


def child(measure: str, articles: pl.DataFrame | Path, limit: float = 3600) -> dict[str, Any]:
    """What one measurement says of the articles, with the peak memory of its process; empty past the limit."""
    with tempfile.TemporaryDirectory() as folder:
        path = articles if isinstance(articles, Path) else Path(folder) / "articles.parquet"
        if not isinstance(articles, Path):
            articles.write_parquet(path)
        command = [sys.executable, "-m", "tests.benchmarks.dates", "--measure", measure, str(path)]
        try:
            done = subprocess.run(command, capture_output=True, encoding="utf-8", timeout=limit, check=True)
        except subprocess.TimeoutExpired:
            return {}
        except subprocess.CalledProcessError as problem:
            raise RuntimeError(f"measuring {measure} failed:\n{problem.stderr}") from problem
        return json.loads(done.stdout)  # type: ignore[no-any-return]


def find(articles: pl.DataFrame, limit: float = 3600, times: int = 1) -> dict[str, Any]:
    """The best of some timings of find_dates; empty past the limit."""
    return min((child("find", articles, limit) for _ in range(times)), key=lambda done: done.get("seconds", limit))


# The report.


def table(rows: list[list[str]]) -> None:
    """Print rows as a Markdown table, the first of them its head."""
    widths = [max(len(row[at]) for row in rows) for at in range(len(rows[0]))]
    for number, row in enumerate(rows):
        cells = (
            cell.ljust(width) if at == 0 else cell.rjust(width)
            for at, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        print("| " + " | ".join(cells) + " |", flush=True)
        if number == 0:
            print("|" + "|".join("-" * (width + 2) for width in widths) + "|")
    print()


def speed(articles: pl.DataFrame) -> None:
    megabytes = size_of(articles)
    ours = find(articles, times=FIND_TIMES)
    reference = child("reference", articles)
    print(
        f"## Speed: {articles.height:,} articles, {megabytes:.1f} MB, {ours['mentions']:,} mentions "
        f"({ours['mentions'] / megabytes / 1000:.1f} a kB), {ours['distinct']:,} distinct\n"
    )
    rows = [["", "read", "seconds", "MB/s", "articles/s", "peak memory"]]

    def row(name: str, size: float, count: int, seconds: float, peak: float) -> list[str]:
        rate = size / seconds
        return [
            name,
            f"{size:.2f} MB",
            f"{seconds:.2f}",
            f"{rate:.3f}" if rate < 1 else f"{rate:.1f}",
            f"{count / seconds:,.1f}",
            f"{peak:,.0f} MB",
        ]

    rows.append(row("bare count_matches", megabytes, articles.height, reference["seconds"], reference["peak"]))
    rows.append(row("timeline.find_dates", megabytes, articles.height, ours["seconds"], ours["peak"]))
    sample = [
        {"id": name, "text": text, "on": str(day)}
        for name, text, day in articles.head(4000).select("article_id", "text", "published").iter_rows()
    ]
    for name in peers.PEERS:
        done = peers.run(name, sample, PEER_SECONDS)
        if isinstance(done, str):
            rows.append([name, done, "", "", "", ""])
        else:
            rows.append(row(name, done["bytes"] / 1e6, len(done["found"]), done["seconds"], done["peak"]))
    table(rows)
    print(f"find_dates takes {ours['seconds'] / reference['seconds']:.1f} times the bare pass.")
    part = articles.head(max(1, articles.height // GROWTH))
    small = find(part, times=FIND_TIMES)
    print(
        f"{articles.height / part.height:.1f} times the articles take {ours['seconds'] / small['seconds']:.1f} times the time "
        f"({small['seconds']:.2f} s, {ours['seconds']:.2f} s)."
    )
    small = child("phrase", part)
    print(f"resolve_date answers a phrase in {small['microseconds']:.0f} microseconds once warm.")
    print(
        f"find_dates reads a row alone in {small['row']:.1f} ms once warm, and in {small['rows']:.2f} ms among others.\n"
    )


def worst(articles: pl.DataFrame) -> None:
    print("## Worst cases: a megabyte as one article, cost per byte against ordinary articles\n")
    kept = articles.filter(pl.col("text").str.len_bytes().cum_sum() <= 1_000_000)
    ordinary = find(kept, times=FIND_TIMES)
    usual = ordinary["seconds"] / ordinary["megabytes"]
    line = " ".join(kept["text"]).replace("\n", " ")
    cases = {
        "1/1/1/1...": "1/" * 500_000,
        "Monday Monday ...": "Monday " * 142_857,
        "digits": "0123456789" * 100_000,
        "the digit 1": "1" * 1_000_000,
        "the the ...": "the " * 250_000,
        "one, one, ...": "one, " * 200_000,
        "1, 1, ...": "1, " * 333_333,
        "3 May, 3 May, ...": "3 May, " * 142_857,
        "one unbroken line": line,
        "no blank at all": line.replace(" ", ""),
    }
    rows = [["", "seconds", "times ordinary"], ["ordinary articles", f"{ordinary['seconds']:.2f}", "1.0"]]
    for name, text in cases.items():
        done = find(one(text), WORST_LIMIT)
        ratio = done and done["seconds"] / done["megabytes"] / usual
        rows.append([name, f"{done['seconds']:.2f}" if done else f"> {WORST_LIMIT}", f"{ratio:.1f}" if done else "-"])
    table(rows)


def streaming(articles: pl.DataFrame, gigabytes: float) -> None:
    """A lazy run over copies of the articles, each copy with numbers of its own in the text's figures of money."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "articles.parquet"
        copies = max(1, round(1000 * gigabytes / size_of(articles)))
        copy = articles.lazy()
        pl.concat(
            copy.with_columns(
                article_id=pl.format("{}-{}", "article_id", pl.lit(n)),
                published=pl.col("published") + pl.duration(days=n),
            )
            for n in range(copies)
        ).sink_parquet(path, row_group_size=5_000)
        done = child("streaming", path)
    print(
        f"## Streaming: {copies * size_of(articles) / 1000:.2f} GB of Parquet in {done['seconds']:.1f} s, "
        f"{done['mentions']:,} mentions, peak memory {done['peak']:,.0f} MB\n"
    )


def ours_on(documents: list[Document]) -> dict[str, list[Mention]]:
    frame = pl.DataFrame(
        {
            "article_id": [row["doc_id"] for row in documents],
            "published": [row.get("published") and date.fromisoformat(row["published"][:10]) for row in documents],
            "text": [row["text"] for row in documents],
            "language": [row.get("language") for row in documents],
        },
        schema={"article_id": pl.String, "published": pl.Date, "text": pl.String, "language": pl.String},
    )
    columns = [
        "article_id",
        "type",
        "value",
        "certainty",
        pl.col("start_char").alias("start"),
        pl.col("end_char").alias("end"),
    ]
    found = find_dates(frame).select(columns).partition_by("article_id", as_dict=True)
    return {str(key[0]): group.to_dicts() for key, group in found.items()}


def theirs_on(name: str, documents: list[Document]) -> tuple[list[Document], dict[str, list[Mention]]] | str:
    shortest_first = sorted(documents, key=lambda row: len(row["text"]))
    texts = [{"id": row["doc_id"], "text": row["text"], "on": row.get("published") or ""} for row in shortest_first]
    done = peers.run(name, texts, SCORE_SECONDS)
    if isinstance(done, str):
        return done
    fields = ("start", "end", "text", "type", "value")
    found = {key: [dict(zip(fields, row, strict=True)) for row in rows] for key, rows in done["found"].items()}
    return [row for row in documents if row["doc_id"] in found], found


def accuracy(folder: Path) -> None:
    names = ("strict", "relaxed", "type", "value")
    english = []
    rows = [["F1", "", "documents", *names]]
    for corpus, documents in corpora(folder):
        found = ours_on(documents)
        spanish = any(part in corpus for part in ("-es-", "spanish"))
        english += [] if spanish else [(documents, found)]
        rows.append(
            [corpus, "timeline", f"{len(documents)}", *(f"{score(documents, found)[name]:.1f}" for name in names)]
        )
        for peer in () if spanish else peers.PEERS:
            theirs = theirs_on(peer, documents)
            if isinstance(theirs, str):
                rows.append([corpus, peer, theirs, *[""] * 4])
            else:
                done, mentions = theirs
                rows.append([corpus, peer, f"{len(done)}", *(f"{score(done, mentions)[name]:.1f}" for name in names)])
    print("## Accuracy, the TempEval-3 way; a peer is scored on the documents it read in time\n")
    table(rows)
    print("## Calibration: of the mentions that the English gold has too, how many carry its value\n")
    counts = [calibration(documents, found) for documents, found in english]
    rows = [["certainty", "right", "of", "share"]]
    for name in ("certain", "inferred", "approximate"):
        right, told = (sum(count[name][at] for count in counts) for at in (0, 1))
        rows.append([name, f"{right:,}", f"{told:,}", f"{100 * right / max(1, told):.1f} %"])
    table(rows)


def options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpora", type=Path, help="a folder of annotated corpora")
    parser.add_argument("--text", type=Path, help="a folder of *.txt to be timed")
    parser.add_argument(
        "--megabytes", type=float, default=MEGABYTES, help="how much prose to write where no text is given"
    )
    parser.add_argument(
        "--gigabytes", type=float, default=0, help="also read so much lazily, and say how much memory it took"
    )
    parser.add_argument("--measure", nargs=2, help=argparse.SUPPRESS)
    return parser.parse_args()


def report(folder: Path | None, text: Path | None, megabytes: float = MEGABYTES, gigabytes: float = 0) -> None:
    """Print the whole comparison."""
    if folder:
        accuracy(folder)
    articles = read(text, megabytes)
    speed(articles)
    worst(articles)
    if gigabytes:
        streaming(articles, gigabytes)


def main() -> None:
    chosen = options()
    if chosen.measure:
        said = MEASURES[chosen.measure[0]](chosen.measure[1])
        print(json.dumps(said | {"peak": peers.peak_memory()}))
    else:
        report(chosen.corpora, chosen.text, chosen.megabytes, chosen.gigabytes)


if __name__ == "__main__":
    main()
