"""Odd input of four kinds, made by hypothesis, and `make fuzz`: atheris drives the same properties for a given time.

`make test` runs each property some times (tests/test_fuzz.py). `make fuzz SECONDS=3600` gives each kind a quarter of
the time in a process of its own, lets coverage of the package lead the way, and prints inputs, crashes, hangs and
losses of each kind. What fails is kept in build/fuzz; it becomes a test of the room where it is mended.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import subprocess
import sys
import tempfile
import time
import traceback
import warnings
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import polars as pl
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.pile import BROKEN, GOOD

# An input that takes so many seconds of the processor hangs; the process that reads it is ended after so many more.
SLOW, ENDLESS = 20, 60
TODAY = date(2024, 6, 1)
# Errors with a message for people; anything else that leaves the package is a crash.
TOLD = (ValueError, TypeError, FileNotFoundError, ImportError)


class LossError(Exception):
    """Something that was given is neither in the result nor in its problems."""


PIECES = st.sampled_from(
    (
        "On 3 May 2014 the ferry sank. ", "HARBOUR, March 4. ", "Divers found it two days later, ", "last Friday", " in 1931",
        "the 1990s", "from 3 to 5 May", "between Monday and Friday", "yesterday", "May", "Mr. March said: “", "”", "\n\n", "\n",
        "13/13/2014", "31 February 2015", "2014-02-30", "20151007", "12:61", "at 9 p.m.", "99999", "Q4", "the Sun", "0 BC",
        "3. Mai 2015 ", "le 3 mai 2015 ", "3 мая 2015 года ", "2015年5月3日", "vor zwei Tagen ", "the day before ", "until ", "since ",
        "killed 12 people ", "would not be held ", "> On 3 May 2014, A wrote:\n> ", "-----", "<b>", "&amp;", "\\", "=1+1", "|", "#",
        "\ud83d", "\ufffe", "\x00", "\x1b[31m", "\u202e", "\u00ad", "\u2028", "e\u0301", "🦑", "\t", " " * 40, "(" * 20, "-" * 50,
    )
)  # fmt: skip
TEXTS = st.lists(PIECES | st.text(max_size=12), min_size=1, max_size=12).map("".join)
DAYS = st.none() | st.dates(date(1, 1, 1), date(9999, 12, 31))
FILES = {**GOOD, **{name: data for name, data in BROKEN.items() if len(data) < 1_000_000}}
CORRECTIONS = (
    "action,event_id,evidence,date,title,place,into,into_evidence,article,published,note,who",
    "add,,,2015-10-07,Talks began,Vienna,,,,,,A", "drop,e1,,,,,,,,,no event,A", "publish,,,,,,,,a.txt,2015-11-16,,B",
    "pin,,a-1:0,,,,,,,,,", "merge,e1,,,,,e2,,,,,", "split,e1,a:0,,,,,,,,,", "change,e1,,Y20151007,,,,,,,,", "check,e1,,,,,,,,,,",
    'add,,,2014,"=cmd|""x""",,,,,,,',
)  # fmt: skip


@st.composite
def mutated(draw: st.DrawFn, seeds: tuple[bytes, ...]) -> bytes:
    """One of the seeds with bytes cut out, doubled, changed or spliced from another."""
    data = draw(st.sampled_from(seeds))
    for _ in range(draw(st.integers(0, 4))):
        at = draw(st.integers(0, len(data)))
        to = min(len(data), at + draw(st.integers(0, 60)))
        new = draw(
            st.binary(max_size=8) | st.just(data[at:to] * 3) | st.sampled_from(seeds).map(lambda other: other[-200:])
        )
        data = data[:at] + new + data[to:]
    return data


@contextlib.contextmanager
def _no_warnings() -> Any:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield


def _build(frame: pl.DataFrame, **options: Any) -> None:
    """The whole way of a frame, through every export that is text, with what must hold of it."""
    import timeline as tl
    from timeline.export import FORMATS

    line = tl.build_timeline(frame, today=TODAY, **options)
    if line.articles.height != frame.height:
        raise LossError(f"{line.articles.height} articles of {frame.height} rows")
    texts = dict(line.articles.select("article_id", "text").iter_rows())
    for article, start, end, text in line.dates.select("article_id", "start_char", "end_char", "text").iter_rows():
        if texts[article][start:end] != text:
            raise LossError(f"{text!r} does not stand at {start} to {end}")
    if set(line.tellings["article_id"]) - set(texts):
        raise LossError("a telling of no article")
    if line.events.filter(pl.col("title").str.strip_chars() == "").height:
        raise LossError("an event without a title")
    with tempfile.TemporaryDirectory() as folder:
        for suffix in FORMATS:
            if suffix not in (".pdf", ".png", ".svg", ".xlsx"):
                line.save(Path(folder) / f"line{suffix}")


@given(st.lists(st.tuples(TEXTS, DAYS), min_size=1, max_size=4))
def text(rows: list[tuple[str, date | None]]) -> None:
    """Texts of any signs, on any day, become a timeline."""
    from polars.exceptions import PolarsError

    from timeline.text import writable

    frame = pl.DataFrame(
        {"text": [writable(row) for row, _ in rows], "published": [day for _, day in rows]},
        schema={"text": pl.String, "published": pl.Date},
    )
    with contextlib.suppress(ValueError):  # nothing in it
        try:
            _build(frame)
        except PolarsError as error:
            raise AssertionError("an error of Polars reached the caller") from error


@given(
    st.lists(
        st.tuples(st.sampled_from(sorted(FILES)), st.booleans(), mutated(tuple(FILES.values()))), min_size=1, max_size=3
    )
)
def files(given_files: list[tuple[str, bool, bytes]]) -> None:
    """Any bytes under any suffix are read or named."""
    import timeline as tl
    from timeline.articles.files import list_locations
    from timeline.articles.reader import read_location

    with tempfile.TemporaryDirectory() as folder:
        for number, (name, own, data) in enumerate(given_files):
            (Path(folder) / f"{number}-{name}").write_bytes(data if own else FILES[name][: len(data) * 2] + data[:40])
        expected = 0
        for location in list_locations(folder):
            drafts = read_location(location, "text", None)
            if not drafts:
                raise LossError(f"{location.hints}: neither article nor problem")
            expected += len(drafts)
        with contextlib.suppress(ValueError):  # none could be read: it names them
            if tl.read_articles(folder, today=TODAY).height != expected:
                raise LossError("rows were lost on the way into the frame")


@given(mutated(("\n".join(CORRECTIONS).encode(), b"article,published\na.txt,2015-11-16\n")))
def corrections(data: bytes) -> None:
    """Any table of corrections is applied, or refused by its name."""
    import timeline as tl
    from timeline.corrections import read_corrections

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "corrections.csv"
        path.write_bytes(data)
        try:
            rows = read_corrections(path)
        except ValueError as error:
            if path.name not in str(error):
                raise LossError("the message names no file") from error
            return
        articles = pl.DataFrame({"text": ["The bridge was opened on 3 May 2014."], "source": ["a.txt"]})
        try:
            line = tl.build_timeline(articles, corrections=path, today=TODAY)
        except ValueError:
            return
        line.save_corrections(Path(folder) / "again.csv")
        if read_corrections(Path(folder) / "again.csv").height != rows.height:
            raise LossError("corrections were lost in saving")


VALUES = (
    st.none() | st.booleans() | st.integers(-(2**63), 2**63 - 1) | st.floats() | TEXTS | DAYS | st.lists(st.text(max_size=3), max_size=3)
    | st.dictionaries(st.text(max_size=3), st.text(max_size=3), max_size=2)
)  # fmt: skip
NAMES = st.sampled_from(
    (
        "text",
        "published",
        "source",
        "title",
        "article_id",
        "link",
        "author",
        "language",
        "problems",
        "start_char",
        "sentence",
        "x",
    )
)


@given(st.dictionaries(NAMES, st.lists(VALUES, min_size=2, max_size=2), min_size=1), TEXTS)
def frames(columns: dict[str, list[Any]], body: str) -> None:
    """Frames with any columns are read, or refused by a message for people, at every stage."""
    import timeline as tl
    from timeline.text import writable

    columns = {"text": [writable(body), "Talks began on 3 May 2014."]} | columns
    frame = pl.DataFrame(
        {name: pl.Series(name, values, strict=False) for name, values in columns.items()}, strict=False
    )
    with contextlib.suppress(*TOLD):
        _build(frame)
    for stage in (tl.merge_events, tl.find_dates, lambda rows: tl.extract_events(rows, rows)):
        with contextlib.suppress(*TOLD):
            stage(frame)


KINDS: dict[str, Callable[[], None]] = {"text": text, "files": files, "corrections": corrections, "frames": frames}
QUIET = settings(deadline=None, suppress_health_check=list(HealthCheck), database=None)


def _drive(kind: str, seconds: int, folder: Path, seed: int) -> None:
    """Run in a process of its own: atheris hands bytes to the property, and what fails is written down."""
    import atheris

    with atheris.instrument_imports(include=["timeline"], enable_loader_override=False):
        import timeline.pipeline  # noqa: F401  instrumented as it is imported
    run = QUIET(KINDS[kind]).hypothesis.fuzz_one_input  # type: ignore[attr-defined]
    counts = {"inputs": 0, "crashes": 0, "hangs": 0, "losses": 0}
    seen: set[str] = set()
    tally, current, began = folder / f"{kind}.json", folder / f"{kind}.current", time.monotonic()
    tally.write_text(json.dumps(counts))

    def one(data: bytes) -> None:
        if time.monotonic() - began > seconds:
            os._exit(0)
        current.write_bytes(data)
        clock = time.process_time()
        failed = ""
        try:
            with _no_warnings():
                used = run(data)
            counts["inputs"] += used is not None
        except LossError:
            failed = "losses"
        except BaseException as error:  # whatever it is, it is written down
            if isinstance(error, KeyboardInterrupt):
                raise
            failed = "crashes"
        if not failed and time.process_time() - clock > SLOW:
            failed = "hangs"
        if failed:
            counts["inputs"] += 1
            told = traceback.format_exc()
            where = "\n".join(line for line in told.splitlines() if "/timeline/" in line)[-300:]
            counts[failed] += where not in seen or failed == "hangs"
            if where not in seen:
                seen.add(where)
                (folder / f"{kind}-{failed}-{len(seen)}").write_bytes(data)
                (folder / f"{kind}-{failed}-{len(seen)}.txt").write_text(told, "utf-8", "backslashreplace")
        tally.write_text(json.dumps(counts))

    corpus = folder / f"{kind}-corpus"
    corpus.mkdir(exist_ok=True)
    for number in range(30):  # without seeds of some length libFuzzer tries a few bytes, which make no input
        (corpus / f"seed-{seed}-{number}").write_bytes(os.urandom(200 + 100 * number))
    atheris.Setup(
        [
            sys.argv[0],
            f"-seed={seed}",
            "-max_len=8192",
            "-len_control=0",
            "-rss_limit_mb=6000",
            "-verbosity=0",
            str(corpus),
        ],
        one,
    )
    atheris.Fuzz()


def main() -> int:
    """Give every kind its share of the time, one after another, and print what came of it."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--seconds", type=int, default=3_600)
    asked.add_argument("--folder", type=Path, default=Path("build/fuzz"))
    asked.add_argument("--seed", type=int, default=1)
    asked.add_argument("--drive", choices=KINDS)
    options = asked.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    share = options.seconds // len(KINDS)
    if options.drive:
        _drive(options.drive, options.seconds, options.folder, options.seed)
        return 0
    print(f"{'kind':<12}{'inputs':>10}{'crashes':>10}{'hangs':>10}{'losses':>10}", flush=True)
    failed = False
    for kind in KINDS:
        total = dict.fromkeys(("inputs", "crashes", "hangs", "losses"), 0)
        ends, seed = time.monotonic() + share, options.seed
        while (left := int(ends - time.monotonic())) > 0:
            status = _watch(kind, left, options.folder, seed)
            found = json.loads((options.folder / f"{kind}.json").read_text())
            found[{"hang": "hangs", "crash": "crashes"}.get(status, "inputs")] += bool(status)
            total = {name: total[name] + found[name] for name in total}
            seed += 1
        print(f"{kind:<12}" + "".join(f"{number:>10,}" for number in total.values()), flush=True)
        failed |= any(total[name] for name in ("crashes", "hangs", "losses"))
    return int(failed)


def _watch(kind: str, seconds: int, folder: Path, seed: int) -> str:
    """Run one driver to its end, and say whether an input hung or killed it; such an input is kept."""
    current = folder / f"{kind}.current"
    current.write_bytes(b"")
    process = subprocess.Popen(
        [
            sys.executable,
            "-m",
            "tests.fuzz",
            "--drive",
            kind,
            "--seconds",
            str(seconds),
            "--folder",
            folder,
            "--seed",
            str(seed),
        ],
        stderr=(folder / f"{kind}.log").open("wb"),
        stdout=subprocess.DEVNULL,
    )
    started, status = time.monotonic(), ""
    while process.poll() is None:
        time.sleep(1)
        since = max(current.stat().st_mtime, time.time() - (time.monotonic() - started))
        if time.time() - since > SLOW + ENDLESS:
            process.kill()
            status = "hang"
            process.wait()
    status = status or ("crash" if process.returncode else "")
    if status:
        (folder / f"{kind}-{status}-{seed}").write_bytes(current.read_bytes())
    return status


if __name__ == "__main__":
    sys.exit(main())
