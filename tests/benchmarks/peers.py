"""Other finders of dates that install from PyPI, each run alone in an environment of its own.

Their requirements are old and would hold back ours (recognizers-text needs emoji 1), so they live in build/peers. As a
script this module runs one of them: peers.py NAME < {"documents": [{"id", "text", "on"}], "seconds": 60} and prints one
line of JSON: seconds, documents and bytes done, peak memory, and the mentions found. It imports nothing of ours.
"""

from __future__ import annotations

import contextlib
import json
import os
import re
import resource
import subprocess
import sys
import time
import venv
import warnings
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

ENVIRONMENT = Path(__file__).parent.parent.parent / "build" / "peers"
REQUIREMENTS = [
    "datefinder==1.0.0",
    "dateparser==1.5.0",
    "emoji<2",
    "recognizers-text-suite==1.0.2a2",
    "timefhuman==0.1.5",
]
Found = tuple[int, int, str, str, str]


def _reading(text: str, moment: datetime) -> tuple[str, str]:
    """The type and TIMEX3 value of a datetime, at the grain that its text gives."""
    if re.search(r"\d:\d\d|\d ?[ap]\.?m|noon|midnight|hour|minute", text, re.IGNORECASE):
        return "TIME", moment.strftime("%Y-%m-%dT%H:%M")
    figures = re.findall(r"\d+", text)
    if re.fullmatch(r"\W*\d{4}\W*", text):
        return "DATE", f"{moment:%Y}"
    named = re.search(r"jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec", text, re.IGNORECASE)
    if named and all(len(figure) == 4 for figure in figures):
        return "DATE", f"{moment:%Y-%m}"
    return "DATE", f"{moment:%Y-%m-%d}"


def datefinder(text: str, on: datetime) -> Iterator[Found]:
    import datefinder as peer

    for moment, said, (start, end) in peer.find_dates(text, index=True, source=True, base_date=on):
        yield (start, end, text[start:end], *_reading(said, moment))


def dateparser(text: str, on: datetime) -> Iterator[Found]:
    from dateparser.search import search_dates

    at = 0
    for said, moment in search_dates(text, languages=["en"], settings={"RELATIVE_BASE": on}) or []:
        start = text.find(said, at)
        if start >= 0:
            at = start + len(said)
            yield (start, at, said, *_reading(said, moment))


def timefhuman(text: str, on: datetime) -> Iterator[Found]:
    from timefhuman import tfhConfig
    from timefhuman import timefhuman as peer

    for said, (start, end), moment in peer(text, config=tfhConfig(now=on, return_matched_text=True)):
        first = moment[0] if isinstance(moment, (tuple, list)) else moment
        if isinstance(first, datetime):
            yield (start, end, text[start:end], *_reading(said, first))
        else:
            yield start, end, text[start:end], "DURATION", str(first)


def recognizers(text: str, on: datetime) -> Iterator[Found]:
    from recognizers_date_time import Culture, recognize_datetime

    for found in recognize_datetime(text, Culture.English, reference=on):
        reading = (found.resolution or {"values": [{}]})["values"][-1]
        timex = reading.get("timex", "")
        if timex.startswith("T"):
            timex = f"{on:%Y-%m-%d}{timex}"
        if "X" in timex or "(" in timex:
            timex = reading.get("value") or reading.get("start") or timex
        kind = {"duration": "DURATION", "set": "SET", "time": "TIME", "datetime": "TIME"}.get(
            reading.get("type", ""), "DATE"
        )
        yield found.start, found.end + 1, text[found.start : found.end + 1], kind, timex


PEERS: dict[str, Callable[[str, datetime], Iterator[Found]]] = {
    "datefinder": datefinder,
    "dateparser.search": dateparser,
    "timefhuman": timefhuman,
    "recognizers-text": recognizers,
}


def install() -> Path:
    """The Python of the peers' environment, made on the first call."""
    python = ENVIRONMENT / "bin" / "python"
    stamp = ENVIRONMENT / "requirements.txt"
    wanted = "\n".join(REQUIREMENTS)
    if not python.exists() or not stamp.exists() or stamp.read_text("utf-8") != wanted:
        print(f"installing {', '.join(PEERS)} into {ENVIRONMENT} (once)", file=sys.stderr)
        venv.create(ENVIRONMENT, with_pip=True)
        subprocess.run(
            [str(python), "-m", "pip", "--quiet", "--disable-pip-version-check", "install", *REQUIREMENTS], check=True
        )
        stamp.write_text(wanted, "utf-8")
    return python


def run(name: str, documents: list[dict[str, str]], seconds: float) -> dict[str, Any] | str:
    """What a peer found in as many of the documents as it reads in the time; a sentence where it could not be run."""
    try:
        command = [str(install()), __file__, name]
        task = json.dumps({"documents": documents, "seconds": seconds})
        done = subprocess.run(
            command, input=task, capture_output=True, encoding="utf-8", check=True, timeout=10 * seconds + 60
        )
    except subprocess.TimeoutExpired:
        return "not run: a document took too long"
    except (OSError, subprocess.SubprocessError) as problem:
        said = (getattr(problem, "stderr", None) or str(problem)).strip().splitlines()
        return f"not run: {said[-1] if said else type(problem).__name__}"
    return json.loads(done.stdout.splitlines()[-1])  # type: ignore[no-any-return]


def peak_memory() -> float:
    """Megabytes that this process has held at most; the kernel's other figure remembers the parent's, too."""
    status = Path("/proc/self/status")
    if status.exists() and (found := re.search(r"VmHWM:\s+(\d+) kB", status.read_text("ascii", errors="replace"))):
        return int(found[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    name, task = sys.argv[1], json.load(sys.stdin)
    find = PEERS[name]
    warnings.simplefilter("ignore")
    answers, failures = {}, 0
    with Path(os.devnull).open("w") as nowhere, contextlib.redirect_stdout(nowhere):
        list(find("They met on 3 May 2015.", datetime(2015, 11, 18)))
        started, size = time.perf_counter(), 0
        for document in task["documents"]:
            if time.perf_counter() - started > task["seconds"]:
                break
            on = datetime.fromisoformat(document["on"] or "2000-01-01")
            try:
                answers[document["id"]] = list(find(document["text"], on))
            except Exception:  # noqa: BLE001 - a peer that fails on a document has found nothing in it
                answers[document["id"]], failures = [], failures + 1
            size += len(document["text"].encode())
        seconds = time.perf_counter() - started
    print(
        json.dumps({"seconds": seconds, "bytes": size, "failures": failures, "peak": peak_memory(), "found": answers})
    )


if __name__ == "__main__":
    main()
