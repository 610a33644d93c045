"""How long merging takes and how much memory: 1,000, 10,000 and 100,000 rows on days that stay equally busy.

    python -m tests.benchmarks.merging [ROWS ...]

Prints a line a size, and the exponent of the growth between the last two (1.0 is linear). Each size runs in a process of
its own, so that the peak of one does not hide in another's.
"""

from __future__ import annotations

import math
import random
import resource
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

import polars as pl

from timeline import merge_events

SIZES = (1_000, 10_000, 100_000)
ROOT = Path(__file__).parents[2]
ROWS_A_DAY = 50
TELLINGS = 4
COARSE = 0.1
FIRST_DAY = 14_000

_WHO = (
    "rebels soldiers ministers miners pilots nurses students farmers judges envoys senators dockers engineers teachers "
    "prosecutors divers firefighters lawyers climbers fishermen".split()
)
_DID = (
    "attacked besieged opened closed signed rejected approved rebuilt flooded blocked inspected bombed bought sold "
    "occupied evacuated searched painted funded abandoned".split()
)
_WHAT = (
    "harbour airport bridge parliament hospital refinery treaty budget embassy stadium railway reactor museum pipeline "
    "dam prison convoy school lighthouse market".split()
)
_TOWNS = "Aleppo Geneva Lagos Lima Oslo Quito Minsk Osaka Tunis Hanoi Cardiff Leipzig Porto Izmir Sochi Durban".split()
_HOW = (
    "after months of delay", "before dawn", "under heavy guard", "in front of cameras", "to the surprise of neighbours",
    "without a word", "for the second time", "as the crowd looked on", "despite the rain", "by a narrow vote",
)  # fmt: skip


def events(rows: int, seed: int = 7) -> pl.DataFrame:
    """A frame as `extract_events` returns it: rows in articles of five, each event told about four times."""
    chance = random.Random(seed)
    days = max(1, rows // ROWS_A_DAY)
    table = []
    happenings: dict[int, list[tuple[str, str, str, str, int]]] = {}
    for row in range(rows):
        day = FIRST_DAY + chance.randrange(days)
        known = happenings.setdefault(day, [])
        if len(known) < ROWS_A_DAY // TELLINGS:
            known.append((chance.choice(_WHO), chance.choice(_DID), chance.choice(_WHAT), chance.choice(_TOWNS), row))
        who, did, what, town, number = chance.choice(known)
        sentence = (
            f"{who.capitalize()} {did} the {what} no. {number} in {town} {chance.choice(_HOW)}, {chance.choice(_HOW)}."
        )
        coarse = chance.random() < COARSE
        start = day - day % 30 if coarse else day
        table.append({
            "article_id": f"a{row // 5}", "source": f"source {row % 97}", "published": date.fromordinal(719_163 + day + chance.randrange(30)),
            "date_text": "then", "start_char": 0, "end_char": 4, "start_day": start, "end_day": start + (30 if coarse else 1),
            "start": None, "end": None, "grain": "month" if coarse else "day", "certainty": "certain", "open": None, "why": "made",
            "title": sentence[:60], "trigger": did, "actors": [town], "place": town, "country": None, "modality": "asserted",
            "sentence": sentence, "sentence_start_char": 0, "sentence_end_char": len(sentence), "context": None,
        })  # fmt: skip
    return pl.DataFrame(
        table,
        schema_overrides={
            "start": pl.Datetime("us"),
            "end": pl.Datetime("us"),
            "open": pl.String,
            "country": pl.String,
            "context": pl.String,
        },
    )


def _measure(rows: int) -> None:
    frame = events(rows)
    began = time.perf_counter()
    merged = merge_events(frame)
    seconds = time.perf_counter() - began
    # Linux counts in kilobytes.
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
    print(f"{rows} {seconds:.2f} {peak:.2f} {merged.height}")


def main(sizes: list[int]) -> None:
    """Measure each size in a process of its own and print the table."""
    print(f"{'rows':>8} {'seconds':>8} {'peak GB':>8} {'events':>8}")
    measured = []
    for rows in sizes:
        command = [sys.executable, "-m", "tests.benchmarks.merging", "--one", str(rows)]
        answer = subprocess.run(command, check=True, capture_output=True, text=True, cwd=ROOT)
        count, seconds, peak, merged = answer.stdout.split()
        measured.append((int(count), float(seconds)))
        print(f"{int(count):8,} {float(seconds):8.2f} {float(peak):8.2f} {int(merged):8,}", flush=True)
    if len(measured) > 1:
        (few, fast), (many, slow) = measured[-2:]
        print(f"growth: rows to the power of {math.log(slow / fast) / math.log(many / few):.2f}")


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        _measure(int(sys.argv[2]))
    else:
        main([int(size) for size in sys.argv[1:]] or [1_000, 10_000, 100_000])
