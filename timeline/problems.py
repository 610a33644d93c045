"""What went wrong or stayed open, in one frame; and the message where the library of an extra is missing."""

from __future__ import annotations

import sys
from importlib.util import find_spec
from typing import TYPE_CHECKING

import polars as pl

from timeline.languages.coverage import limits
from timeline.schemas import PROBLEMS
from timeline.text import counted

if TYPE_CHECKING:
    from collections.abc import Sequence


def demand_extra(what: str, module: str, extra: str) -> None:
    """Raise `ImportError`, saying what to install, where the library that `what` needs is missing.

    >>> demand_extra("a calendar", "no_such_library", "calendar")
    Traceback (most recent call last):
    ...
    ImportError: a calendar needs no_such_library: pip install "timeline-notebook[calendar]"
    """
    if (sys.modules[module] if module in sys.modules else find_spec(module)) is None:
        raise ImportError(f'{what} needs {module}: pip install "timeline-notebook[{extra}]"')


def collect_problems(articles: pl.DataFrame, dates: pl.DataFrame | None = None) -> pl.DataFrame:
    """Every problem of reading and dating: `source`, `article_id`, `stage`, `text`, `reason`, all str.

    `stage` is "articles" for what reading noticed. It is "dates", where `dates` are given, for an article without a
    date, an impossible date, and a language that is read in part, named once with its first article. `text` is the
    phrase concerned; it is empty where that is the whole article. Vague phrases and durations have no position on a
    calendar by nature: they are undated, but no problem.

    >>> articles = pl.DataFrame({"source": ["a.txt"], "article_id": ["a"], "text": ["No day."], "problems": [[]]})
    >>> dates = pl.DataFrame(schema={name: pl.String for name in ("article_id", "text", "type", "value", "why")})
    >>> collect_problems(articles, dates.with_columns(start_day=pl.lit(None, pl.Int64)))["reason"].to_list()
    ['no date was found in this article']
    """
    names = articles.select("article_id", "source")
    reading = articles.select(
        "source",
        "article_id",
        stage=pl.lit("articles"),
        text=pl.lit(""),
        reason=pl.col("problems").cast(pl.List(pl.String)),
    ).explode("reason")
    if dates is None:
        return reading.drop_nulls("reason").cast(PROBLEMS)
    dateless = articles.filter(pl.col("text").str.strip_chars() != "").join(
        dates, on="article_id", how="anti", maintain_order="left"
    )
    silent = dateless.select(
        "source",
        "article_id",
        stage=pl.lit("dates"),
        text=pl.lit(""),
        reason=pl.lit("no date was found in this article"),
    )
    impossible = (
        dates.filter(
            pl.col("start_day").is_null(),
            pl.col("type").is_in(["DATE", "TIME"]),
            ~pl.col("value").fill_null("").str.ends_with("_REF"),
        )
        .join(names, on="article_id", how="left", maintain_order="left")
        .select("source", "article_id", stage=pl.lit("dates"), text="text", reason="why")
    )
    order = articles.select("article_id").with_row_index("order").unique("article_id", keep="first")
    return (
        pl.concat(
            [
                frame.cast(PROBLEMS)
                for frame in (reading.drop_nulls("reason"), _read_in_part(articles), silent, impossible)
            ]
        )
        .join(order, on="article_id", how="left", maintain_order="left")
        .sort("order", maintain_order=True)
        .select(*PROBLEMS)
    )


def _read_in_part(articles: pl.DataFrame) -> pl.DataFrame:
    """The languages that are not read in full, each with its first article and the number of the others."""
    if "language" not in articles.columns:
        return PROBLEMS.to_frame()
    firsts = articles.filter(pl.col("language") != "en").group_by("language", maintain_order=True)
    rows = []
    for source, article, language, count in (
        firsts.agg(pl.first("source"), pl.first("article_id"), pl.len()).select(
            "source", "article_id", "language", "len"
        )
    ).iter_rows():
        if (reason := limits(language)) is not None:
            others = f" ({counted(count - 1, 'more article')} in it)" if count > 1 else ""
            rows.append((source, article, "dates", "", reason + others))
    return pl.DataFrame(rows, schema=PROBLEMS, orient="row")


def orphans(corrections: pl.DataFrame, unplaced: Sequence[str] = ()) -> pl.DataFrame:
    """The corrections that could not be applied, or fit nothing any longer, as problems of the stage "corrections".

    `unplaced` are the names of articles in the corrections that no article bears.

    >>> lost = pl.DataFrame({"action": ["drop"], "event_id": ["e9"], "article": [None], "note": ["a twin"]})
    >>> orphans(lost.with_columns(applied_to=None, failed=None))["reason"].to_list()
    ['this correction fits no event any longer: drop e9 (a twin)']
    """
    published = pl.col("action") == "publish"
    lost = corrections.filter(
        pl.when(published)
        .then(pl.col("article").cast(pl.String).fill_null("None").is_in(list(unplaced)))
        .otherwise(pl.col("applied_to").is_null())
    )
    what = pl.concat_str(pl.col("action"), pl.coalesce("event_id", "article"), separator=" ", ignore_nulls=True)
    note = pl.when(pl.col("note").is_not_null()).then(pl.format(" ({})", "note")).otherwise(pl.lit(""))
    reason = (
        pl.when(pl.col("failed").is_not_null())
        .then(pl.format("this correction could not be applied, {}: ", pl.col("failed").cast(pl.String)))
        .when(published)
        .then(pl.lit("this correction fits no article: "))
        .otherwise(pl.lit("this correction fits no event any longer: "))
    )
    return lost.select(
        source=pl.lit("corrections"),
        article_id=pl.lit(""),
        stage=pl.lit("corrections"),
        text=pl.lit(""),
        reason=pl.concat_str(reason, what, note),
    ).cast(PROBLEMS)
