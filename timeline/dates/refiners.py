"""What the text around a mention adds to what it says.

The century of a year or decade without one: "the summer of '63", "May '89", "the sixties".
The order of day and month in figures: 3/4/2015.
The day that is counted, by its number alone, from a day that nobody names: "on the second day", "by the third night".
The set that a length is after a count: "40 cars a week", "$35 a night", "24 hours a day".
The day or week that a length is behind "in" where the clause looks ahead: "they will meet in two weeks".
The open end of a date in languages other than English: since, until.
What makes a date less than certain: a weekday that it is not, a month in words that nobody knows before its year.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

import polars as pl

from timeline.calendar.columns import COLUMNS, columns_of
from timeline.calendar.values import Shift
from timeline.dates.explanations import counted
from timeline.dates.tense import told_ahead
from timeline.languages.en.vocabulary import DECADES, NUMBERS, UNITS, WEEKDAY_NAMES, WEEKDAYS
from timeline.schemas import set_where
from timeline.text import any_of

# A year or a decade that is written without its century.
SHORT_YEAR = rf"(?i)(?:^|[^0-9:])['’][0-9]{{2}}$|^FY ?[0-9]{{2}}$|(?:^|[^0-9])[0-9]0['’]?s$|(?:{any_of(DECADES)})$"
_SHORT_YEAR = re.compile(SHORT_YEAR)


def is_short(text: str) -> bool:
    """Whether an expression names a year or a decade without its century.

    >>> is_short("May '89"), is_short("the sixties"), is_short("May 1989")
    (True, True, False)
    """
    return _SHORT_YEAR.search(text) is not None


# A year this far from its neighbours may be of another century, if it then lies as near to them as this.
_FAR, _NEAR = 50, 15


def centuries(mentions: pl.DataFrame) -> pl.DataFrame:
    """Move a year of two figures into the century of the years around it in a history.

    Adds `century`: "told" where it was moved, "assumed" where it is the usual one (1931 to 2030), null where the
    year is full.
    """
    c = pl.col
    years = mentions.select("mention", "article", "kind", "history", "year", "text", "said").filter(
        (c("kind") == "calendar") & c("year").is_not_null()
    )
    years = years.with_columns(short=c("text").str.contains(SHORT_YEAR))
    nothing = pl.repeat(None, mentions.height, dtype=pl.String, eager=True).alias("century")
    if not years["short"].any():
        return mentions.with_columns(nothing)
    full = pl.when(~c("short")).then("year")
    neighbour = pl.coalesce(full.forward_fill().over("article"), full.backward_fill().over("article"))
    short = years.with_columns(neighbour=neighbour).filter("short")
    moved = c("year") + 100 * ((c("neighbour") - c("year")) / 100).round().cast(pl.Int64)
    far = c("history") & ((c("neighbour") - c("year")).abs() > _FAR) & ((c("neighbour") - moved).abs() <= _NEAR)
    short = set_where(
        short.with_columns(century=pl.lit("assumed")),
        far,
        year=moved,
        said=c("said").str.replace("[0-9]{2}", (moved // 100).cast(pl.String)),
        century=pl.lit("told"),
    )
    rows = short["mention"]
    return mentions.with_columns(
        nothing.scatter(rows, short["century"]),
        *(mentions[name].scatter(rows, short[name]) for name in ("year", "said")),
    )


_TO_12, _TO_31, _YEAR = "(?:0?[1-9]|1[0-2])", "(?:1[3-9]|2[0-9]|3[01])", "(?:[12][0-9]{3}|[0-9]{2})"


def day_first(text: pl.Expr) -> pl.Expr:
    """Whether most clear figures (25/12/2014) of all texts together put the day first; false where none are clear.

    >>> pl.DataFrame({"text": ["On 25/12/2014 and 3/4/2015.", "Nothing."]}).select(day_first(pl.col("text"))).item()
    True
    """

    def clear(first: str, second: str) -> pl.Expr:
        return text.str.count_matches(rf"(?-u:\b){first}/{second}/{_YEAR}(?-u:\b)").sum()

    return clear(_TO_31, _TO_12) > clear(_TO_12, _TO_31)


def order(mentions: pl.DataFrame, collection: bool) -> pl.DataFrame:
    """Read ambiguous figures (3/4/2015) in the order of the article's clear ones, else of the `collection`.

    Adds `swapped`: null where the order was never in doubt, true where it was read day first.
    """
    c = pl.col
    figures = mentions.filter("numeric").select("mention", "article", "pick", "text")
    nothing = pl.repeat(None, mentions.height, dtype=pl.Boolean, eager=True).alias("swapped")
    settled = pl.when(c("pick").is_in(["order", "century"])).then(None).otherwise(c("pick"))
    if figures.is_empty():
        return mentions.with_columns(nothing, pick=settled)
    first = c("text").str.extract(r"^([0-9]{1,2})/").cast(pl.Int64)
    clear = c("pick").is_null() & c("text").str.contains("/")
    figures = figures.with_columns(day_first=pl.when(clear).then(first > 12))
    most = (c("day_first").mean().over("article") > 0.5).fill_null(collection)
    doubtful = figures.with_columns(swapped=most).filter(c("pick") == "order")
    mentions = mentions.with_columns(nothing.scatter(doubtful["mention"], doubtful["swapped"]))
    mentions = set_where(mentions, c("swapped"), month_offset=c("day") - 1, day=c("month_offset") + 1)
    return mentions.with_columns(pick=settled)


# "This is the eighth day of rain" is today; "on the eighth day" is counted from a day that no text states.
_COUNTED = r"(?i-u:\b(?:on|by|until|till|since|before|after|of|from) )$"


def ordinals(mentions: pl.DataFrame) -> pl.DataFrame:
    """Leave a day undated that is counted from one that is not stated; takes `ordinal` and `before`, sets `kind`."""
    days = mentions.select("mention", "before", "kind", "ordinal").filter(
        pl.col("ordinal") & (pl.col("kind") == "shift")
    )
    rows = days.filter(pl.col("before").str.contains(_COUNTED))["mention"]
    return mentions.with_columns(mentions["kind"].scatter(rows, None)) if len(rows) else mentions


def repeats(mentions: pl.DataFrame) -> pl.DataFrame:
    """Leave an hour of what recurs undated: "every Monday at 9" is on no one day; takes `between`, sets `kind`."""
    c = pl.col
    behind = (c("article") == c("article").shift(1)) & (c("type").shift(1) == "SET") & c("clock")
    some = mentions.select("mention", "between", hour=behind).filter("hour")
    rows = some.filter(c("between").str.contains("^,? (?:at |from )?$"))["mention"]
    return mentions.with_columns(mentions["kind"].scatter(rows, None)) if len(rows) else mentions


_SCALES = "dozen dozens hundred hundreds thousand thousands million millions billion billions trillion".split()
_MANY = "some several many few more times once twice half cents dollars euros pounds percent people men women".split()
# "40 cars a week", but not "in 2010 a week of protests": a year counts nothing.
_NUMBER = r"(?:[0-9][,.])*[0-9]{1,3}%?"
_RATE_YEAR = r"(?:^|[^0-9$£€,.])[12][0-9]{3} $"
_COUNT = rf"(?:{_NUMBER}|\b(?i:{any_of([*NUMBERS, *_SCALES, *_MANY])}))"
_RATE = rf"{_COUNT}(?: (?:[A-Za-z]+s|{any_of(_MANY)}))?(?: of [a-z]+)? $"
_ONE_UNIT = rf"(?i)^an? {any_of(UNITS)}$"
# "gave 40 families a week to leave"
_SPAN = r"^ to\b"


def rates(mentions: pl.DataFrame) -> pl.DataFrame:
    """Make a length of one unit after a count a set: "40 cars a week" says how often, not how long.

    Takes `text`, `said`, `before` and `after`, sets `type` and `said`.
    """
    c = pl.col
    lengths = mentions.select("mention", "type", "text", "said", "before", "after").filter(c("type") == "DURATION")
    if lengths.is_empty():
        return mentions
    lengths = lengths.filter(c("text").str.contains(_ONE_UNIT))
    repeated = lengths.filter(
        c("before").str.contains(_RATE) & ~c("before").str.contains(_RATE_YEAR) & ~c("after").str.contains(_SPAN)
    )
    if repeated.is_empty():
        return mentions
    sets = {"type": "SET", "said": "R/" + repeated["said"]}
    return mentions.with_columns(mentions[name].scatter(repeated["mention"], values) for name, values in sets.items())


_LENGTH = r"^P([1-9][0-9]{0,3})([DWMY])$"
_UNIT_OF = {"D": "day", "W": "week", "M": "month", "Y": "year"}


def ahead(mentions: pl.DataFrame) -> pl.DataFrame:
    """Place a length behind "in" that the clause tells as still to come: "they will meet in two weeks" is that week.

    Takes `language`, `type`, `said`, `before` and `after`; sets the columns of the value. "It was built in two weeks"
    stays a length.
    """
    c = pl.col
    lengths = mentions.select("mention", "language", "type", "text", "said", "before", "after").filter(
        (c("type") == "DURATION") & (c("language") == "en")
    )
    if lengths.is_empty():
        return mentions
    lengths = lengths.filter(c("before").str.contains(r"(?i-u:\bin )$") & c("said").str.contains(_LENGTH))
    # "in the past two weeks" is no day to come.
    lengths = lengths.filter(~c("text").str.contains(r"^(?i:the|th[eo]se|its|their|his|her) ")).filter(told_ahead())
    if lengths.is_empty():
        return mentions
    rows, values = lengths["mention"], []
    for code in lengths["said"]:
        length = re.fullmatch(_LENGTH, code)
        values.append(Shift(int(length[1]), _UNIT_OF[length[2]]))  # type: ignore[index]  # the filter found it
    meant: dict[str, Sequence[object]] = dict(zip(COLUMNS, zip(*map(columns_of, values), strict=True), strict=True))
    meant |= {"said": [str(value) for value in values], "counted": [counted(value) for value in values]}
    for name, same in (("type", "DATE"), ("lean", "published"), ("certainty", "inferred")):
        meant[name] = [same] * len(values)
    return mentions.with_columns(
        mentions[name].scatter(rows, pl.Series(some, dtype=mentions.schema[name])) for name, some in meant.items()
    )


def elsewhere(mentions: pl.DataFrame) -> pl.DataFrame:
    """Set `open` ("after", "before" or null) of the mentions that are not English.

    Takes `language`, `text`, `before`, `kind` and `interval`: a date in a range is an end of it, and open to no side.
    """
    c = pl.col
    placed = c("kind").is_not_null() & c("interval").is_null() & (c("language") != "en")
    some = mentions.filter(placed)
    if some.is_empty():
        return mentions
    from timeline.languages.lexicon import words_of

    # The article of a date belongs to its mention, and in Italian the preposition with it: "dal 1° gennaio".
    expression = pl.concat_str(c("before").str.tail(24), pl.lit("\x00"), c("text"))
    known = pl.concat(
        some.filter(language=language).select(
            "mention",
            pl.when(expression.str.contains(_edge(words_of(language).since, language)))
            .then(pl.lit("after"))
            .when(expression.str.contains(_edge(words_of(language).until, language)))
            .then(pl.lit("before"))
            .alias("_open"),
        )
        for language in some["language"].unique().sort().to_list()
    )
    mentions = mentions.join(known, on="mention", how="left", maintain_order="left")
    return mentions.with_columns(open=pl.when(c("language") == "en").then("open").otherwise("_open")).drop("_open")


def _edge(phrases: list[str], language: str) -> str:
    from timeline.languages.lexicon import words_of

    words = words_of(language)
    opened, article = any_of(phrases), any_of([*words.of, *words.determiners])
    return rf"(?i)(?:^|[^\pL]){opened}(?: {article})? ?\x00|\x00{opened}[ '’]"


# A year this far from all others of its article may be a count or a code.
_FAR_YEAR = 300
# "4. März 2019" in an English text: a figure that may be a day, one word that may be its month, and the year.
_DAY_BEFORE = (
    r"(?i)(?:^|[^\pL0-9.,:$£€#%-])(?:3[01]|[12][0-9]|0?[1-9])(?:\.|º|°|er|го)? (?:de |di |d['’])?"
    r"(\pL{3,12})\.?,?(?: del?)? $"
)
# What stands between a count and a year: "the first 15 since 2009".
_LEADS = "since until till before after from through during about around for and the per las los aux des".split()


def doubts(mentions: pl.DataFrame) -> pl.DataFrame:
    """Add `doubt`, what speaks against a date that is stated in full, as its reason goes on; empty elsewhere.

    Takes `language`, `text`, `before`, `grain`, `start_day`, `month_offset`, `day`, `kind`, `year`, `year_figure`,
    `published_day` and `certainty`: what is in doubt is not certain.
    """
    c = pl.col
    bare = c("year_figure") & (c("grain") == "year") & c("text").str.contains("^[0-9]{4}$")
    some = mentions.select("mention", "article", "before", "year", "published_day", "certainty", "kind", bare=bare)
    some = some.filter((c("kind") == "calendar") & c("year").is_not_null()).sort("article", "year")
    apart = c("year").diff().over("article")
    own = ((c("published_day") / 365.2425).floor() + 1970 - c("year")).abs()
    others = pl.concat_list(apart, apart.shift(-1).over("article"), own).list
    far = (others.min() > _FAR_YEAR) & (c("year").count().over("article") > 1)
    some = some.with_columns(far=far).filter(c("bare") & (c("certainty") == "certain"))
    word = c("before").str.extract(_DAY_BEFORE).str.to_lowercase()
    some = some.with_columns(unknown=word.is_not_null() & ~word.is_in(_LEADS))
    some = some.filter(c("far") | c("unknown")).select(
        "mention",
        doubt=pl.when("unknown")
        .then(pl.lit("; a day and a month may stand before it, in words that are not known"))
        .otherwise(pl.lit("; no other year of the article is near it")),
    )
    days = mentions.select("mention", "language", "text", "grain", "start_day", "month_offset", "day").filter(
        (c("grain") == "day") & c("start_day").is_not_null() & c("month_offset").is_not_null() & c("day").is_not_null()
    )
    days = days.filter(c("text").str.contains(r"^[^0-9]*\pL{2}.*[0-9]"))
    wrong = {
        mention: doubt
        for mention, language, text, _, start, *_ in days.iter_rows()
        if (doubt := contradicted(text, start, language))
    }
    rows = pl.Series([*some["mention"], *wrong], dtype=pl.UInt32)
    said = pl.repeat("", mentions.height, dtype=pl.String, eager=True).alias("doubt")
    certainty = mentions["certainty"]
    stated = rows.filter(certainty.gather(rows) == "certain")
    return mentions.with_columns(
        said.scatter(rows, [*some["doubt"], *wrong.values()]), certainty.scatter(stated, "inferred")
    )


def contradicted(text: str, day: int, language: str = "en") -> str:
    """What a reason adds where a date (a day since 1970) is not on the weekday that its text names, else nothing.

    >>> contradicted("Saturday, 3 May 2015", 16558), contradicted("Sunday, 3 May 2015", 16558)
    ('; that day is a Sunday', '')
    """
    numbers, pattern = _weekdays(language)
    named = pattern.search(text)
    weekday = (day + 3) % 7
    if named is None or numbers[named[1].lower()] == weekday + 1:
        return ""
    return f"; that day is a {WEEKDAY_NAMES[weekday].title()}"


@lru_cache(maxsize=16)
def _weekdays(language: str) -> tuple[dict[str, int], re.Pattern[str]]:
    if language == "en":
        return WEEKDAYS, re.compile(rf"(?i)\b({any_of(WEEKDAYS)})\b")
    from timeline.languages.lexicon import lexicon_of

    weekdays = lexicon_of(language).weekdays
    return weekdays, re.compile(rf"(?i)(?<!\w)({any_of(weekdays)})(?!\w)" if weekdays else r"(?!)()")
