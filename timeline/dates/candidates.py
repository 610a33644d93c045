"""Where a text speaks of time: its runs of time words, what stands around them, and what they say.

Each distinct run is read once, however often it is written.
"""

from __future__ import annotations

import gc
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, TypeVar

import polars as pl

from timeline import languages
from timeline.calendar.columns import COLUMNS, LEAN, PICK, columns_of
from timeline.calendar.timex import CERTAINTIES, certainty_of
from timeline.calendar.values import Reading, Traits
from timeline.dates.explanations import MODIFIERS, counted, quoted
from timeline.dates.refiners import is_short
from timeline.languages.en.scan import PLAIN_RUN, RUN, SELDOM
from timeline.languages.grammar import BLANKS
from timeline.schemas import set_where

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence


# So many characters on each side are looked at.
CONTEXT = 64


def surroundings(mentions: pl.DataFrame) -> pl.DataFrame:
    """The text on both sides of a mention."""
    c = pl.col
    mentions = mentions.with_columns(start_char=c("at") + c("from"), end_char=c("at") + c("to"))
    # Most mentions are a whole run, and few stand close together.
    lead = pl.concat_str("before", c("run").str.slice(0, c("from"))).str.tail(CONTEXT)
    rest = pl.concat_str(c("run").str.slice(c("to")), "after").str.head(CONTEXT)
    mentions = set_where(mentions, c("from") > 0, before=lead)
    return set_where(mentions, c("to") < c("run").str.len_chars(), after=rest)


def between(mentions: pl.DataFrame) -> pl.DataFrame:
    """What stands between a mention and the one before it, where that is near."""
    c = pl.col
    gap = c("start_char") - c("end_char").shift(1)
    near = (c("article") == c("article").shift(1)) & gap.is_between(0, CONTEXT)
    return set_where(mentions.with_columns(gap=gap, near=near), c("near"), between=c("before").str.tail(c("gap")))


_BREAK, _RUN = "\x02", "\x03"


def _rust(pattern: str) -> str:
    # Unicode word boundaries send the engine off its fast path in text that is not ASCII.
    return pattern.replace(r"\b", r"(?-u:\b)")


_SCAN, _PLAIN, _SELDOM = _rust(RUN), _rust(PLAIN_RUN), _rust(SELDOM)


def _marked(texts: pl.Series, scan: str) -> pl.Series:
    """The texts with a sign before and after each run; none of theirs is such a sign."""
    return texts.str.replace_all(f"[{_BREAK}{_RUN}]", "\x00").str.replace_all(scan, f"{_BREAK}{_RUN}${{0}}{_BREAK}")


def runs(articles: pl.DataFrame, language: str = "en") -> pl.DataFrame:
    """Every run of time words with where it stands: `article`, `at` (code points), `run`, `before`, `after`."""
    c, texts = pl.col, articles["text"]
    if language == "en":
        seldom, marked = texts.str.contains(_SELDOM).fill_null(value=False), texts
        for rows, scan in ((~seldom).arg_true(), _PLAIN), (seldom.arg_true(), _SCAN):
            marked = marked.scatter(rows, _marked(texts.gather(rows), scan))
    else:
        marked = _marked(texts, languages.scan_pattern(language))
    pieces = (
        articles.lazy()
        .with_columns(marked=marked)
        .select(
            "article",
            (c("text").str.len_chars().cast(pl.Int64).cum_sum() - c("text").str.len_chars()).alias("start"),
            c("marked").str.split(_BREAK).alias("run"),
        )
        .explode("run")
        .with_columns(c("run").str.starts_with(_RUN).alias("is_run"))
        .with_columns((c("run").str.len_chars().cast(pl.Int64) - c("is_run")).alias("length"))
        .with_columns(
            (c("length").cum_sum() - c("length") - c("start")).alias("at"),
            c("run").shift(1).alias("before"),
            c("run").shift(-1).alias("after"),
        )
        .filter("is_run")
    )
    found = pieces.select(
        "article",
        "at",
        c("run").str.slice(1),
        c("before").str.tail(CONTEXT),
        c("after").str.head(CONTEXT),
    ).collect()
    return _cut(_neighbourhood(found))


def _neighbourhood(found: pl.DataFrame) -> pl.DataFrame:
    """A run that stands close to another one has that one, and what is beyond it, in its `before` or `after`."""
    c = pl.col
    ends = c("at") + c("run").str.len_chars().cast(pl.Int64)
    close = (c("article") == c("article").shift(1)) & (c("at") - ends.shift(1) < CONTEXT)
    found = found.with_columns(
        close=close,
        lead=c("before").shift(1),
        last=c("run").shift(1),
        next=c("run").shift(-1),
        rest=c("after").shift(-1),
    )
    before, after = pl.concat_str("lead", "last", "before"), pl.concat_str("after", "next", "rest")
    return set_where(
        set_where(found, c("close"), before=before.str.tail(CONTEXT)),
        c("close").shift(-1).fill_null(value=False),
        after=after.str.head(CONTEXT),
    ).drop("close", "lead", "last", "next", "rest")


# No phrase is as long; what repeats without end is cut, best after a year, else at a comma or a blank, so that reading
# stays linear.
_LONG = 400
_UPTO = f".{{1,{_LONG}}}"
_PIECE = rf"(?s){_UPTO}\z|{_UPTO}[0-9]{{4}},?[{BLANKS}]|{_UPTO},[{BLANKS}]|{_UPTO}[{BLANKS}]|{_UPTO}"


def _cut(found: pl.DataFrame) -> pl.DataFrame:
    c = pl.col
    long = c("run").str.len_bytes() > _LONG
    if not found.select(long.any()).item():
        return found
    pieces = (
        found.filter(long).with_row_index("whole").with_columns(piece=c("run").str.extract_all(_PIECE)).explode("piece")
    )
    size = c("piece").str.len_chars().cast(pl.Int64)
    pieces = pieces.with_columns(
        at=c("at") + (size.cum_sum() - size).over("whole"),
        before=pl.coalesce(c("piece").shift(1).over("whole").str.tail(CONTEXT), "before"),
        after=pl.coalesce(c("piece").shift(-1).over("whole").str.head(CONTEXT), "after"),
        run="piece",
    )
    return pl.concat([found.filter(~long), pieces.select(found.columns)]).sort("article", "at")


Schema = dict[str, pl.DataType | type[pl.DataType]]
_SPAN: Schema = {"run": pl.UInt32, "from": pl.Int64, "to": pl.Int64, "reading": pl.UInt32}
# Names of few sorts are numbers until the last step: comparing text is what a column spends its time on.
_READING: Schema = {
    "rule": pl.Categorical, "type": pl.Enum(["DATE", "TIME", "DURATION", "SET"]), "mod": pl.Categorical,
    "lean": LEAN, "pick": PICK, "keep": pl.Boolean, "joined": pl.Boolean,
    "text": pl.String, "quoted": pl.String, "softly": pl.String, "certainty": pl.Enum(CERTAINTIES),
}  # fmt: skip
_VALUE: Schema = {"said": pl.String, "counted": pl.String, **COLUMNS}
_TRAITS: Schema = dict.fromkeys(Traits._fields, pl.Boolean)
Kind = TypeVar("Kind")
_GRAIN = list(COLUMNS).index("grain")


# Column by column: to hand rows or dictionaries to a frame takes three times as long.
def _columns(rows: Iterable[tuple[object, ...]], width: int) -> list[tuple[Any, ...]]:
    return list(zip(*rows, strict=True)) or [()] * width


def _numbers(some: Iterable[Kind]) -> dict[Kind, int]:
    """Each distinct one by its number, in the order in which they first stand."""
    return {one: number for number, one in enumerate(dict.fromkeys(some))}


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
    """Phase 1: the mentions in distinct runs (String), and what they mean.

    A mention has its `run`, `from` and `to` (code points) and the row of its `reading` in the second frame. Many runs
    hold the same words, and many words mean the same: a reading, a value and the traits of a rule become columns once.
    """
    numbers: dict[tuple[str, Reading], int] = {}
    spans = [
        (number, at + r.start, at + r.end, numbers.setdefault((run[at + r.start : at + r.end], r), len(numbers)))
        for number, run in enumerate(distinct.to_list())
        for at, found in languages.mentions(run, language)
        for r in found
    ]
    texts, found = _columns(numbers, 2)
    meant, _, _, *fields, known = _columns(found, len(Reading._fields))
    values, traits = _numbers(meant), _numbers(known)
    cells = _columns(map(columns_of, values), len(COLUMNS))
    rows, grains = [values[value] for value in meant], cells[_GRAIN]
    certain = [
        certainty_of(r, grains[row], short=is_short(text)) if grains[row] else None
        for text, r, row in zip(texts, found, rows, strict=True)
    ]
    softly = [MODIFIERS.get(r.mod or "", "") for r in found]
    says = _frame([*fields, texts, [*map(quoted, texts)], softly, certain], _READING)
    of_value = _frame([[*map(str, values)], [*map(counted, values)], *cells], _VALUE)
    of_rule = _frame(_columns(traits, len(_TRAITS)), _TRAITS)
    read = _frame(_columns(spans, len(_SPAN)), _SPAN)
    says = says.hstack(of_value[rows]).hstack(of_rule[[traits[some] for some in known]])
    return read.with_columns(distinct.gather(read["run"]).alias("run")), says
