"""Read the tables of phrases: an answer, and indented below it the phrases that have it.

`on DATE` sets the day of the article for what follows. `broken REASON` marks the phrases of the next answer as not yet
read right, `unscanned REASON` as read right but not yet found whole in a text. Lines that start with `#` are prose.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

FOLDER = Path(__file__).parent


@dataclass(frozen=True)
class Case:
    """A phrase, the day it is read on, the answer's words, and why it is not read, or not found, right yet."""

    phrase: str
    on: str
    answer: tuple[str, ...]
    table: str
    broken: str | None = None
    unscanned: str | None = None


def cases(*paths: Path) -> Iterator[Case]:
    """The phrases of these tables, each with its answer, in their order."""
    for path in paths:
        on, answer, marks, pending = "", (), {}, {}
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            word, _, rest = line.strip().partition(" ")
            if not word or line.startswith("#"):
                continue
            if line.startswith("    "):
                if not on or not answer:
                    raise ValueError(f"{path.name}:{number}: a phrase before its day and answer: {line.strip()}")
                yield Case(line[4:], on, answer, path.stem, **marks)
            elif word == "on":
                on = rest
            elif word in ("broken", "unscanned"):
                pending[word] = rest
            else:
                answer, marks, pending = tuple(line.split()), pending, {}


def parameters(found: Iterable[Case], mark: str = "broken") -> list[object]:
    """One pytest parameter a phrase, expected to fail where the table marks it so."""
    return [
        pytest.param(
            case,
            id=f"{case.table}: {case.phrase} ({case.on})",
            marks=pytest.mark.xfail(strict=True, reason=reason) if (reason := getattr(case, mark)) else (),
        )
        for case in found
    ]
