"""find_dates(): articles -> dates. Scan the text, read each distinct run of time words once, anchor, resolve."""

from __future__ import annotations

from datetime import date

import polars as pl

from timeline import english, neighbours
from timeline.anchors import anchor, histories
from timeline.resolve import COLUMNS, columns_of, with_timex_value
from timeline.scan import RUN

DATES: dict[str, pl.DataType | type[pl.DataType]] = {
    "article_id": pl.String, "start_char": pl.Int64, "end_char": pl.Int64, "text": pl.String, "type": pl.String, "value": pl.String,
    "mod": pl.String, "said": pl.String, "rule": pl.String, "anchor": pl.Date, "anchor_basis": pl.String, "pick": pl.String,
    "start": pl.Datetime("us"), "end": pl.Datetime("us"), "start_day": pl.Int64, "end_day": pl.Int64, "grain": pl.String,
    "certainty": pl.String, "interval": pl.Int64, "open": pl.String, "language": pl.String, "why": pl.String,
}  # fmt: skip
_OPEN, _CLOSE = "\x02", "\x03"
_CONTEXT = 64


def _rust(pattern: str) -> str:
    # Unicode word boundaries send the engine off its fast path in text that is not ASCII.
    return pattern.replace(r"\b", r"(?-u:\b)")


_SCAN = _rust(RUN)


def runs(articles: pl.DataFrame) -> pl.DataFrame:
    """Every run of time words with its place: `article`, `at` (code points), `run`, `before`, `after`."""
    c = pl.col
    pieces = (
        articles.lazy()
        .select(
            c("article"),
            c("text").str.replace_many([_OPEN, _CLOSE], [" ", " "]).str.replace_all(_SCAN, f"{_OPEN}${{0}}{_CLOSE}").str.split(_OPEN).alias("piece"),
        )
        .explode("piece")
        .with_columns(c("piece").str.splitn(_CLOSE, 2).struct.rename_fields(["run", "rest"]))
        .unnest("piece")
    )
    closed = c("rest").is_not_null()
    pieces = pieces.with_columns(
        (c("run").str.len_chars() + c("rest").str.len_chars().fill_null(0)).cast(pl.Int64).alias("length"),
        pl.when(closed).then(c("rest")).otherwise(c("run")).alias("rest"),
    )
    return (
        pieces.with_columns(
            (c("length").cum_sum().over("article") - c("length")).alias("at"),
            c("rest").str.tail(_CONTEXT).shift(1).alias("before"),
            c("rest").str.head(_CONTEXT).alias("after"),
            closed.alias("closed"),
        )
        .filter("closed")
        .select("article", "at", "run", "before", "after")
        .collect()
    )


_READ = {"run": pl.String, "from": pl.Int64, "to": pl.Int64, "type": pl.String, "said": pl.String, "mod": pl.String, "rule": pl.String,
         "lean": pl.String, "pick": pl.String, "keep": pl.Boolean, "joined": pl.Boolean, **COLUMNS}  # fmt: skip


def readings(distinct: pl.Series) -> pl.DataFrame:
    """Phase 1: each distinct run, read once."""
    rows = []
    for run in distinct:
        for r in english.read(run):
            rows.append({"run": run, "from": r.start, "to": r.end, "type": r.type, "said": str(r.value), "mod": r.mod, "rule": r.rule,
                         "lean": r.lean, "pick": r.pick, "keep": r.keep, "joined": r.interval, **columns_of(r)})  # fmt: skip
    return pl.DataFrame(rows, schema=_READ)


def _context(mentions: pl.DataFrame) -> pl.DataFrame:
    """The text on both sides of a mention, and what stands between it and the mention before."""
    c = pl.col
    mentions = mentions.with_columns(
        pl.concat_str(c("before").fill_null(""), c("run").str.slice(0, c("from"))).str.tail(_CONTEXT).alias("before"),
        pl.concat_str(c("run").str.slice(c("to")), c("after")).str.head(_CONTEXT).alias("after"),
        text=c("run").str.slice(c("from"), c("to") - c("from")),
        start_char=c("at") + c("from"),
        end_char=c("at") + c("to"),
    )
    gap = c("start_char") - c("end_char").shift(1)
    return mentions.with_columns(
        between=pl.when((c("article") == c("article").shift(1)) & (gap >= 0) & (gap <= _CONTEXT)).then(
            c("before").str.tail(gap.clip(0))
        )
    )


def _why(done: pl.DataFrame) -> pl.Expr:
    c = pl.col
    quoted = pl.concat_str(pl.lit("“"), c("text").str.replace_all(r"\s+", " "), pl.lit("”"))
    anchor_name = pl.when(c("anchor_basis") == "published").then(pl.lit("the article’s day")).otherwise(pl.lit("the date told before"))
    leaning = pl.concat_str(anchor_name, pl.lit(", "), c("anchor").cast(pl.String))
    pick = c("pick").replace_strict(PICKS, default=c("pick"), return_dtype=pl.String)
    return (
        pl.when(c("kind").is_null() & (c("type") == "DURATION")).then(pl.concat_str(quoted, pl.lit(" is a length of time without a place on the line")))
        .when(c("kind").is_null() & (c("type") == "SET")).then(pl.concat_str(quoted, pl.lit(" repeats: it names no single day")))
        .when(c("kind").is_null()).then(pl.concat_str(quoted, pl.lit(" has no edges")))
        .when((c("kind") != "calendar") & c("anchor_day").is_null()).then(pl.concat_str(quoted, pl.lit(" leans on a day that is not known: the article has no publication date")))
        .when(c("start_day").is_null()).then(pl.concat_str(quoted, pl.lit(" names a day that does not exist")))
        .when((c("kind") == "calendar") & c("swapped").is_null()).then(pl.concat_str(quoted, pl.lit(" says it in full")))
        .when(c("swapped").is_not_null()).then(pl.concat_str(quoted, pl.lit(" in figures, read "), pl.when(c("swapped")).then(pl.lit("day first")).otherwise(pl.lit("month first"))))
        .when(c("lent")).then(pl.concat_str(quoted, pl.lit(" with the year told beside it or elsewhere in the article")))
        .when(c("kind") == "shift").then(pl.concat_str(quoted, pl.lit(": "), c("said"), pl.lit(" counted from "), leaning))
        .otherwise(pl.concat_str(quoted, pl.lit(": "), pick, pl.lit(" "), leaning))
    )  # fmt: skip


PICKS = {
    "in": "the one in the same cycle as", "nearest": "the nearest to", "on_or_before": "the last one up to",
    "on_or_after": "the first one from", "before": "the one before", "after": "the one after",
}  # fmt: skip


def find_dates(articles: pl.DataFrame) -> pl.DataFrame:
    """Find and resolve every expression of time: articles -> dates, a row a mention, in the order of the text.

    `articles` needs `article_id` (String) and `text` (String); `published` (Date) and `language` (String) are used where
    present. The columns of the result are `DATES`; offsets count code points, `[start, end)` is half-open.

    >>> articles = pl.DataFrame({"article_id": ["a"], "published": [date(2015, 11, 16)], "text": ["They spoke yesterday."]})
    >>> find_dates(articles).select("text", "value", "why").row(0)
    ('yesterday', '2015-11-15', '“yesterday”: day-1 counted from the article’s day, 2015-11-16')
    """
    c = pl.col
    articles = _complete(articles).with_row_index("article")
    found = runs(articles)
    mentions = found.join(readings(found["run"].unique(maintain_order=True)), on="run", how="inner", maintain_order="left")
    mentions = mentions.join(
        articles.select("article", "article_id", "language", c("published").cast(pl.Int32).cast(pl.Int64).alias("published_day")),
        on="article",
        maintain_order="left",
    )
    mentions = _context(mentions.sort("article", "at", "from", maintain_order=True))
    mentions = neighbours.only_dates(mentions).with_row_index("mention")
    done = anchor(neighbours.cue(neighbours.lend(histories(neighbours.order(neighbours.periods(mentions))))))
    done = with_timex_value(done).with_columns(
        anchor=c("anchor_day").cast(pl.Int32, strict=False).cast(pl.Date),
        value=pl.coalesce("value", c("said").str.strip_prefix("R/")),
        start=_moment("start_day", "first_second"),
        end=pl.when(c("last_second").is_null()).then(_moment("end_day", "first_second")).otherwise(_moment("start_day", "last_second")),
        grain=pl.when(c("start_day").is_not_null()).then(c("grain")),
        certainty=pl.when(c("start_day").is_null())
        .then(None)
        .when(c("mod").is_not_null() | c("grain").is_in(["season", "part", "weekend"]))
        .then(pl.lit("approximate"))
        .when((c("kind") == "calendar") & c("swapped").is_null() & c("certain"))
        .then(pl.lit("certain"))
        .otherwise(pl.lit("inferred")),
        language=pl.lit("en"),
    )
    return done.with_columns(why=_why(done)).select(pl.col(name).cast(dtype) for name, dtype in DATES.items())


# Python holds the years 1 to 9999; a date outside them has its days and no datetime.
_FIRST_DAY, _LAST_DAY = -719162, 2932896


def _moment(day: str, second: str) -> pl.Expr:
    inside = pl.col(day).is_between(_FIRST_DAY, _LAST_DAY)
    return pl.when(inside).then((pl.col(day) * 86_400 + pl.col(second).fill_null(0)) * 1_000_000).cast(pl.Datetime("us"))


def _complete(articles: pl.DataFrame) -> pl.DataFrame:
    missing = {"article_id", "text"} - set(articles.columns)
    if missing:
        raise ValueError(f"find_dates needs the columns article_id and text; missing: {', '.join(sorted(missing))}. Use read_articles().")
    extra = {"published": pl.Date, "language": pl.String}
    return articles.select(
        "article_id",
        pl.col("text").fill_null(""),
        *(pl.col(n).cast(t) if n in articles.columns else pl.lit(None, t).alias(n) for n, t in extra.items()),
    )
