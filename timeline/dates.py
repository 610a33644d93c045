"""find_dates(): articles -> dates. Scan the text, read each distinct run of time words once, anchor, resolve."""

from __future__ import annotations

from typing import overload

import polars as pl

from timeline.anchors import anchor
from timeline.frames import OPTIONAL, complete, demand
from timeline.grammar import BLANKS
from timeline.mentions import edges, neighbours, speech, tenses
from timeline.mentions.centuries import centuries
from timeline.mentions.doubts import only_dates
from timeline.mentions.histories import histories
from timeline.mentions.ordinals import ordinals
from timeline.mentions.rates import rates
from timeline.mentions.readings import readings
from timeline.mentions.reasons import why
from timeline.mentions.scan import RUN
from timeline.publication.years import GUESSED
from timeline.resolving.clocks import FIRST_DAY, LAST_DAY
from timeline.resolving.patches import patch
from timeline.resolving.timex import unplaced, with_timex_value

DATES: dict[str, pl.DataType | type[pl.DataType]] = {
    "article_id": pl.String, "start_char": pl.Int64, "end_char": pl.Int64, "text": pl.String, "type": pl.String, "value": pl.String,
    "mod": pl.String, "said": pl.String, "rule": pl.String, "anchor": pl.Date, "anchor_basis": pl.String, "pick": pl.String,
    "start": pl.Datetime("us"), "end": pl.Datetime("us"), "start_day": pl.Int64, "end_day": pl.Int64, "grain": pl.String,
    "certainty": pl.String, "interval": pl.Int64, "open": pl.String, "language": pl.String, "why": pl.String,
}  # fmt: skip
_NEEDED = ["article_id", "text", *OPTIONAL]
_BREAK, _RUN = "\x02", "\x03"
_CONTEXT = 64


def _rust(pattern: str) -> str:
    # Unicode word boundaries send the engine off its fast path in text that is not ASCII.
    return pattern.replace(r"\b", r"(?-u:\b)")


_SCAN = _rust(RUN)


def runs(articles: pl.DataFrame, language: str = "en") -> pl.DataFrame:
    """Every run of time words with its place: `article`, `at` (code points), `run`, `before`, `after`."""
    scan = _SCAN if language == "en" else speech.scan(language)
    c = pl.col
    text = c("text").str.replace_all(f"[{_BREAK}{_RUN}]", "\x00")
    pieces = (
        articles.lazy()
        .select(
            "article",
            (c("text").str.len_chars().cast(pl.Int64).cum_sum() - c("text").str.len_chars()).alias("start"),
            text.str.replace_all(scan, f"{_BREAK}{_RUN}${{0}}{_BREAK}").str.split(_BREAK).alias("run"),
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
    return pieces.select(
        "article",
        "at",
        c("run").str.slice(1),
        c("before").str.tail(_CONTEXT),
        c("after").str.head(_CONTEXT),
    ).collect()


def _neighbourhood(found: pl.DataFrame) -> pl.DataFrame:
    """A run that stands close to another one has that one, and what is beyond it, in its `before` or `after`."""
    c = pl.col
    ends = c("at") + c("run").str.len_chars().cast(pl.Int64)
    close = (c("article") == c("article").shift(1)) & (c("at") - ends.shift(1) < _CONTEXT)
    found = found.with_columns(
        close=close,
        lead=c("before").shift(1),
        last=c("run").shift(1),
        next=c("run").shift(-1),
        rest=c("after").shift(-1),
    )
    before, after = pl.concat_str("lead", "last", "before"), pl.concat_str("after", "next", "rest")
    return patch(
        patch(found, c("close"), before=before.str.tail(_CONTEXT)),
        c("close").shift(-1).fill_null(value=False),
        after=after.str.head(_CONTEXT),
    ).drop("close", "lead", "last", "next", "rest")


def _context(mentions: pl.DataFrame) -> pl.DataFrame:
    """The text on both sides of a mention."""
    c = pl.col
    mentions = mentions.with_columns(start_char=c("at") + c("from"), end_char=c("at") + c("to"))
    # Most mentions are a whole run, and few stand close together.
    lead = pl.concat_str("before", c("run").str.slice(0, c("from"))).str.tail(_CONTEXT)
    rest = pl.concat_str(c("run").str.slice(c("to")), "after").str.head(_CONTEXT)
    mentions = patch(mentions, c("from") > 0, before=lead)
    return patch(mentions, c("to") < c("run").str.len_chars(), after=rest)


def _between(mentions: pl.DataFrame) -> pl.DataFrame:
    """What stands between a mention and the one before it, where that is near."""
    c = pl.col
    gap = c("start_char") - c("end_char").shift(1)
    near = (c("article") == c("article").shift(1)) & gap.is_between(0, _CONTEXT)
    return patch(mentions.with_columns(gap=gap, near=near), c("near"), between=c("before").str.tail(c("gap")))


@overload
def find_dates(articles: pl.DataFrame, *, day_first: bool | None = None) -> pl.DataFrame: ...
@overload
def find_dates(articles: pl.LazyFrame, *, day_first: bool | None = None) -> pl.LazyFrame: ...
def find_dates(articles: pl.DataFrame | pl.LazyFrame, *, day_first: bool | None = None) -> pl.DataFrame | pl.LazyFrame:
    """Find and resolve every expression of time: articles -> dates, a row a mention, in the order of the text.

    `articles` needs `text` (String); `article_id` (String), `published` (Date), `published_basis` (String: whether its year
    was inferred, which `why` repeats) and `language` (String) are used where present, and ids are made of the text where they are missing. The columns of the result are `DATES`; offsets count
    code points, `[start, end)` is half-open. A LazyFrame gives a LazyFrame, which the streaming engine works off in
    batches. `day_first` is the order of day and month in figures such as 3/4/2015 where an article does not show its own;
    without it, all articles together are asked. Raises ValueError without a text, TypeError for what is no frame.

    >>> from datetime import date
    >>> articles = pl.DataFrame({"article_id": ["a"], "published": [date(2015, 11, 16)], "text": ["They spoke yesterday."]})
    >>> find_dates(articles).select("text", "value", "why").row(0)
    ('yesterday', '2015-11-15', '“yesterday”: 1 day before the day of publication, 2015-11-16')
    """
    if isinstance(articles, pl.LazyFrame):
        return _asked(articles, day_first).map_batches(_find, schema=DATES, streamable=True)
    given = demand(articles, "articles", ("text",), "read_articles()")
    return _find(_asked(given.lazy(), day_first).collect())


def _asked(articles: pl.LazyFrame, day_first: bool | None) -> pl.LazyFrame:
    # Found before a frame is cut into batches: no answer may hang on where the cuts fall.
    order = neighbours.day_first(pl.col("text")) if day_first is None else pl.lit(day_first)
    return complete(articles).select(*_NEEDED, order.alias("day_first"))


# No phrase is as long; what repeats without end is cut, best after a year, else at a comma or a blank, so that reading
# stays linear.
_LONG = 400
_PIECE = "(?s)" + "|".join(
    rf".{{1,{_LONG}}}{end}" for end in (r"\z", rf"[0-9]{{4}},?[{BLANKS}]", rf",[{BLANKS}]", f"[{BLANKS}]", "")
)


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
        before=pl.coalesce(c("piece").shift(1).over("whole").str.tail(_CONTEXT), "before"),
        after=pl.coalesce(c("piece").shift(-1).over("whole").str.head(_CONTEXT), "after"),
        run="piece",
    )
    return pl.concat([found.filter(~long), pieces.select(found.columns)]).sort("article", "at")


def _mentions(articles: pl.DataFrame, language: str) -> pl.DataFrame:
    # A run, and what stands before it, is looked at many times: a copy of its own lies closer than a piece of the text.
    close = [pl.concat_str(pl.col(name).fill_null(""), pl.lit("")).alias(name) for name in ("run", "before")]
    found = _cut(_neighbourhood(runs(articles, language))).with_columns(close)
    places, says = readings(found["run"].unique(maintain_order=True), language)
    mentions = only_dates(_context(found.join(places, on="run", how="inner", maintain_order="left_right")), says)
    # What a mention says, and what stood before it, follows once it is known to be a date.
    mentions, says = _between(mentions), says[mentions["reading"]]
    return mentions.select("article", "start_char", "end_char", "before", "after", "between").hstack(says)


def _find(articles: pl.DataFrame) -> pl.DataFrame:
    c = pl.col
    articles = articles.with_row_index("article")
    articles = articles.with_columns(language=speech.spoken(articles["language"], articles["text"]))
    languages = articles["language"].unique().sort().to_list() or ["en"]
    collection = bool(articles["day_first"].any())
    mentions = pl.concat(_mentions(articles.filter(language=language), language) for language in languages)
    if len(languages) > 1:
        mentions = mentions.sort("article", maintain_order=True)
    place = mentions["article"]
    mentions = mentions.with_columns(
        articles["article_id"].gather(place),
        articles["language"].gather(place),
        articles.select(_guess()).to_series().gather(place).alias("guessed"),
        articles["published"].cast(pl.Int32).cast(pl.Int64).gather(place).alias("published_day"),
    ).with_row_index("mention")
    done = anchor(
        edges.elsewhere(
            tenses.elsewhere(
                neighbours.cue(
                    neighbours.lend(
                        centuries(
                            histories(neighbours.order(neighbours.periods(ordinals(rates(mentions))), collection))
                        )
                    )
                )
            )
        )
    )
    done = with_timex_value(done, (c("rule") == "season") & ((c("kind") == "recurring") | c("lent")))
    unsaid = c("said").map_batches(_unplaced, pl.String)
    # A history that has told no quarter speaks of the time it tells of.
    period = pl.when(c("history") & c("keep") & (c("said") == "quarter+0")).then(pl.lit("PAST_REF")).otherwise(unsaid)
    done = patch(done, c("value").is_null(), value=period)
    done = done.with_columns(
        anchor=pl.when(c("anchor_day").is_between(FIRST_DAY, LAST_DAY))
        .then(c("anchor_day"))
        .cast(pl.Int32)
        .cast(pl.Date),
        start=_moment("start_day", "first_second"),
        end=pl.when(c("last_second").is_null())
        .then(_moment("end_day", "first_second"))
        .otherwise(_moment("start_day", "last_second")),
        grain=pl.when(c("start_day").is_not_null()).then(c("grain")),
        certainty=pl.when(c("start_day").is_not_null()).then(
            pl.when(
                (c("certainty") == "certain") & (c("swapped").is_not_null() | c("century").is_not_null() | c("lent"))
            )
            .then(pl.lit("inferred"))
            .otherwise(c("certainty"))
        ),
    )
    done = done.with_columns(why(done))
    return done.select(_spelled(done[name]).cast(dtype) for name, dtype in DATES.items())


def _unplaced(said: pl.Series) -> pl.Series:
    distinct = said.unique()
    return said.replace_strict(distinct, pl.Series([unplaced(code) for code in distinct], dtype=pl.String))


def _spelled(column: pl.Series) -> pl.Series:
    # To take the names from their list by number is faster than to cast each.
    if not isinstance(column.dtype, pl.Enum):
        return column
    return column.dtype.categories.gather(column.to_physical()).alias(column.name)


def _guess() -> pl.Expr:
    basis = pl.col("published_basis").fill_null("")
    guessed = pl.when(basis.str.contains(GUESSED)).then(pl.lit(", whose year was inferred")).otherwise(pl.lit(""))
    doubted = pl.when(basis.str.contains("with doubt", literal=True)).then(pl.lit(" with doubt")).otherwise(pl.lit(""))
    return guessed + doubted


def _moment(day: str, second: str) -> pl.Expr:
    inside = pl.col(day).is_between(FIRST_DAY, LAST_DAY)
    return (
        pl.when(inside).then((pl.col(day) * 86_400 + pl.col(second).fill_null(0)) * 1_000_000).cast(pl.Datetime("us"))
    )
