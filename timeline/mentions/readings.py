"""What distinct runs of time words say, as columns: each is read once, however often it is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

from timeline.mentions import speech
from timeline.mentions.reasons import MODIFIERS, counted, quoted
from timeline.resolving.cells import COLUMNS, LEAN, PICK, columns_of
from timeline.resolving.certainty import CERTAINTIES, certainty_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline.values import Reading

Schema = dict[str, pl.DataType | type[pl.DataType]]
_PLACE: Schema = {"run": pl.UInt32, "from": pl.Int64, "to": pl.Int64, "reading": pl.UInt32}
# Names of few sorts are numbers until the last step: comparing text is what a column spends its time on.
_READING: Schema = {
    "text": pl.String, "type": pl.Enum(["DATE", "TIME", "DURATION", "SET"]), "mod": pl.Categorical, "rule": pl.Categorical,
    "lean": LEAN, "pick": PICK, "keep": pl.Boolean, "joined": pl.Boolean,
    "quoted": pl.String, "softly": pl.String, "certainty": pl.Enum(CERTAINTIES), "value": pl.UInt32,
}  # fmt: skip
_VALUE: Schema = {"said": pl.String, "counted": pl.String, **COLUMNS}


def _frame(rows: Sequence[Sequence[object]], schema: Schema) -> pl.DataFrame:
    # Column by column: rows and dictionaries take three times as long.
    columns = list(zip(*rows, strict=True)) or [()] * len(schema)
    return pl.DataFrame([pl.Series(name, columns[at], dtype) for at, (name, dtype) in enumerate(schema.items())])


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
    values = {value: number for number, value in enumerate(dict.fromkeys(r.value for _, r in numbers))}
    cells = [columns_of(value) for value in values]
    grains = [str(cell["grain"] or "") for cell in cells]
    meant = [(str(value), counted(value), *map(cell.get, COLUMNS)) for value, cell in zip(values, cells, strict=True)]
    said = [
        (text, r.type, r.mod, r.rule, r.lean, r.pick, r.keep, r.interval, quoted(text), MODIFIERS.get(r.mod or "", ""), (certainty_of(r, grains[n]) if grains[n] else None), n)
        for text, r in numbers
        for n in [values[r.value]]
    ]  # fmt: skip
    read, says = _frame(places, _PLACE), _frame(said, _READING)
    says = says.drop("value").hstack(_frame(meant, _VALUE)[says["value"]])
    return read.with_columns(distinct.gather(read["run"]).alias("run")), says
