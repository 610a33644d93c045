"""What distinct runs of time words say, as columns: each is read once, however often it is written."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import polars as pl

from timeline.mentions import speech
from timeline.mentions.reasons import MODIFIERS, counted, quoted
from timeline.resolving.cells import COLUMNS, LEAN, PICK, columns_of
from timeline.resolving.certainty import CERTAINTIES, certainty_of
from timeline.values import Reading

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

Schema = dict[str, pl.DataType | type[pl.DataType]]
_PLACE: Schema = {"run": pl.UInt32, "from": pl.Int64, "to": pl.Int64, "reading": pl.UInt32}
# Names of few sorts are numbers until the last step: comparing text is what a column spends its time on.
_READING: Schema = {
    "rule": pl.Categorical, "type": pl.Enum(["DATE", "TIME", "DURATION", "SET"]), "mod": pl.Categorical,
    "lean": LEAN, "pick": PICK, "keep": pl.Boolean, "joined": pl.Boolean,
    "text": pl.String, "quoted": pl.String, "softly": pl.String, "certainty": pl.Enum(CERTAINTIES),
}  # fmt: skip
_VALUE: Schema = {"said": pl.String, "counted": pl.String, **COLUMNS}
_GRAIN = list(COLUMNS).index("grain")


# Column by column: to hand rows or dictionaries to a frame takes three times as long.
def _columns(rows: Iterable[tuple[object, ...]], width: int) -> list[tuple[Any, ...]]:
    return list(zip(*rows, strict=True)) or [()] * width


def _frame(columns: Iterable[Sequence[object]], schema: Schema) -> pl.DataFrame:
    pairs = zip(schema.items(), columns, strict=True)
    return pl.DataFrame([pl.Series(name, values, dtype) for (name, dtype), values in pairs])


# What is read are tuples by the ten thousand and no cycles: to look for some among them takes a sixth of the time.
@contextmanager
def _without_collector() -> Iterator[None]:
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collects:
            gc.enable()


@_without_collector()
def readings(distinct: pl.Series, language: str = "en") -> tuple[pl.DataFrame, pl.DataFrame]:
    """Phase 1: the mentions in distinct runs (String), and what is said there.

    A mention has its `run`, `from` and `to` (code points) and the row of its `reading` in the second frame: many runs hold
    the same words, and many words mean the same, so that a reading and a value become columns once.
    """
    numbers: dict[tuple[str, Reading], int] = {}
    places = [
        (number, at + r.start, at + r.end, numbers.setdefault((run[at + r.start : at + r.end], r), len(numbers)))
        for number, run in enumerate(distinct.to_list())
        for at, found in speech.mentions(run, language)
        for r in found
    ]
    texts, told = _columns(numbers, 2)
    meant, _, _, *fields = _columns(told, len(Reading._fields))
    values = {value: number for number, value in enumerate(dict.fromkeys(meant))}
    cells = _columns(map(columns_of, values), len(COLUMNS))
    rows, grains = [values[value] for value in meant], cells[_GRAIN]
    certain = [certainty_of(r, grains[row]) if grains[row] else None for r, row in zip(told, rows, strict=True)]
    softly = [MODIFIERS.get(r.mod or "", "") for r in told]
    says = _frame([*fields, texts, [*map(quoted, texts)], softly, certain], _READING)
    of_value = _frame([[*map(str, values)], [*map(counted, values)], *cells], _VALUE)
    read = _frame(_columns(places, len(_PLACE)), _PLACE)
    return read.with_columns(distinct.gather(read["run"]).alias("run")), says.hstack(of_value[rows])
