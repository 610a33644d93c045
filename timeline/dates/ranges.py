"""What the neighbours of a date state: whose year it shares, what it spans together with another."""

from __future__ import annotations

import re
from typing import Any

import polars as pl

from timeline.languages.en.morphology import VERB_FORMS
from timeline.languages.en.vocabulary import MONTHS
from timeline.languages.en.words import RESCHEDULING_VERBS
from timeline.schemas import set_where
from timeline.text import any_of

# "the year ended March 31", "the year to the end of June"
_IN_MONTH = "(?:end of|early|mid|late|[0-9]{1,2}(?:st|nd|rd|th)?)"
_ENDED = rf"(?i)^ (?:(?:that )?end(?:ed|ing|s)\b|to (?:the )?(?:{_IN_MONTH}[ -])?{any_of(MONTHS)}\b)"
# "the week ended badly" and "the week ended Friday" are that week.
_ENDING_ON = r"(?i)^ (?:(?:that )?end(?:ed|ing|s)|to)(?: on)?(?: the)? $"


def periods(mentions: pl.DataFrame) -> pl.DataFrame:
    """Make a year, month or week that is stated with its end a length of time, and a quarter the one that ends there.

    "The year ended March 31" is a length that lies at its end; "the quarter ended March 31" is that quarter.
    """
    c = pl.col
    joint = pl.when((c("grain") == "day") & (~c("weekday_name") | c("between").str.contains("ending"))).then("between")
    units = mentions.select("mention", "text", "after", "unit_name", joint=joint.shift(-1)).filter("unit_name")
    ended = units.filter(c("after").str.contains(_ENDED))
    unit = c("text").str.to_lowercase().str.extract("(year|month|week)$")
    lengths = ended.select("mention", "joint", unit=unit).filter(
        (c("unit") == "year") | (c("unit").is_not_null() & c("joint").str.contains(_ENDING_ON))
    )
    quarters = ended.filter(c("text").str.contains(r"(?i)quarter$") & (c("mention") < mentions.height - 1))["mention"]
    # A quarter may end some days before or after the month does: the month before lies within it for certain.
    month_before = c("month_offset") - 1
    named = (
        mentions[quarters + 1]
        .with_columns(quarter=quarters, same=c("article") == mentions["article"].gather(quarters))
        .filter(c("same") & (c("unit_months") == 12) & month_before.is_not_null())
        .select(
            "quarter",
            "kind",
            "n",
            "unit_months",
            c("year") - (month_before < 0),
            month_offset=month_before % 12 // 3 * 3,
        )
    )
    answers: dict[str, tuple[pl.Series, Any]] = {
        name: (named["quarter"], named[name]) for name in named.columns if name != "quarter"
    }
    answers |= dict.fromkeys(("lean", "pick"), (named["quarter"], None))
    mentions = mentions.with_columns(mentions[name].scatter(rows, answer) for name, (rows, answer) in answers.items())
    # "The last week of the war" is none of those before the article's.
    last = mentions.select("mention", "text", "after", "deictic").filter("deictic")
    last = last.filter(
        c("text").str.contains("(?i)^the last (?:year|month|week)$") & c("after").str.contains(r"^ of\b")
    )
    lengths = pl.concat([lengths.select("mention", "unit"), last.select("mention", unit=unit)])
    rows = lengths["mention"]
    values = lengths["unit"].replace_strict({"year": "P1Y", "month": "P1M", "week": "P1W"}, return_dtype=pl.String)
    nothing = dict.fromkeys(("kind", "n"), (rows, None))
    answers = nothing | {"type": (rows, "DURATION"), "said": (rows, values)}
    return mentions.with_columns(mentions[name].scatter(rows, answer) for name, (rows, answer) in answers.items())


_JOINT = r"^(?: ?[-–—] ?|,? (?:to|through|until|till|thru) |(?: on| and| well)? into )$"


def _list(language: str) -> str:
    """What joins the days of a list, a regex; a conjunction that opens the far end of a range ("bis") does not."""
    joints = {"and", "or"}
    if language != "en":
        from timeline.languages.lexicon import words_of

        words = words_of(language)
        joints.update(word for word in words.conjunctions if word not in words.to)
    return rf"^(?:,? {any_of(joints)} |, |/)$"


def _far(language: str) -> str:
    from timeline.languages.lexicon import words_of

    return rf"(?i)^{any_of(words_of(language).to)} "


def _stated_years(mentions: pl.DataFrame, asking: pl.Expr) -> pl.Series:
    """The year, in `elsewhere`, of a day without one: the only one with which its article writes the day in full."""
    c = pl.col
    # The day as one number.
    date = (c("article").cast(pl.Int64) * 12 + c("month_offset")) * 32 + pl.when(c("nth").is_null()).then("day")
    days = mentions.select("mention", "year", "kind", date=date, asks=asking)
    nothing = pl.repeat(None, mentions.height, dtype=pl.Int64, eager=True).alias("elsewhere")
    if not days["asks"].any():
        return nothing
    years = days.filter((c("kind") == "calendar") & c("date").is_not_null())
    years = years.group_by("date").agg(c("year").n_unique().alias("years"), c("year").first().alias("elsewhere"))
    asked = days.filter("asks").select("mention", "date")
    asked = asked.join(years.filter(c("years") == 1), on="date", how="inner")
    return nothing.scatter(asked["mention"], asked["elsewhere"])


def _lent_years(mentions: pl.DataFrame, tied: pl.Expr, yearless: pl.Expr) -> pl.Series:
    """The year, in `ahead`, that the end of a range or a list lends those before it: "April, May and June 2014"."""
    c = pl.col
    line = mentions.select(
        "mention", "year", "month_offset", tied=tied, yearless=yearless,
        full=(c("kind") == "calendar") & (c("unit_months") == 12),
    ).filter(c("tied") | c("tied").shift(1).fill_null(value=False))  # fmt: skip
    # From the end of the text to its start: a full date opens a run of those that it lends its year to.
    line = line.reverse().with_columns(run=(c("full") | ~c("tied") | ~c("yearless")).cum_sum())
    # "November to February 2014" began the year before.
    wraps = (c("month_offset") > c("month_offset").shift(1)).fill_null(value=False) & ~c("full")
    lent = c("year").first() - wraps.cast(pl.Int64).cum_sum()
    line = line.with_columns(ahead=pl.when(c("full").first()).then(lent).over("run")).filter(
        c("tied") & c("yearless") & c("ahead").is_not_null()
    )
    nothing = pl.repeat(None, mentions.height, dtype=pl.Int64, eager=True)
    return nothing.scatter(line["mention"], line["ahead"]).alias("ahead")


def lend(mentions: pl.DataFrame) -> pl.DataFrame:
    """Join the ends of ranges and lists: an end lends the other the year that it does not state.

    Adds `interval` (the start of the first mention of a range), `open` ("after", "before" or null) and `lent`.
    """
    c = pl.col
    same = (c("article") == c("article").shift(1)).fill_null(False)
    # "It fell on a Monday" names no single one, and "the Sunday after Easter" is none of those about the article's day.
    some = mentions.filter("weekday_name").select("mention", "before", "after")
    counted = c("before").str.contains(r"(?i-u:\bthe\s)$") & c("after").str.contains(
        r"^ (?:after|before|following|preceding)\b"
    )
    some = some.filter(c("before").str.contains(r"(?i-u:\b(?:on (?:a|one|any)|any|one)\s)$") | counted)
    mentions = mentions.with_columns(
        mentions[name].scatter(some["mention"], None) for name in ("kind", "n", "unit_days")
    )
    mentions = mentions.with_columns(_behind=c("before").shift(1), _and=pl.lit(False))
    mentions = set_where(
        mentions, c("between") == " and ", _and=c("_behind").str.contains(r"(?i-u:\bbetween (?:the )?)$")
    )
    ranged = same & (c("between").str.contains(_JOINT) | c("_and") | c("joined")).fill_null(False)
    # Each by the words of its own language: what joins two dates may not hang on which articles stand beside theirs.
    languages = mentions["language"].unique().sort().to_list()
    joins = [(c("language") == language) & c("between").str.contains(_list(language)) for language in languages]
    # "du 26 juin au 28 juin": the word for "to" belongs to the far end.
    for language in (language for language in languages if language != "en"):
        ranged |= same & (c("language") == language) & (c("between") == " ") & c("text").str.contains(_far(language))
    listed = same & pl.any_horizontal(pl.lit(False), *joins).fill_null(False)
    like = (c("grain") == c("grain").shift(1)).fill_null(False)
    placed = c("kind").is_not_null() & c("kind").shift(1).is_not_null()
    mentions = mentions.with_columns(
        _range=ranged & placed & (like | c("joined")),
        _list=listed & placed & like & c("grain").is_in(["month", "day", "season"]),
    )
    yearless = (c("kind") == "recurring") & (c("unit_months") == 12)
    mentions = mentions.with_columns(_stated_years(mentions, yearless & ~c("history")))
    again = yearless & ~c("history") & c("elsewhere").is_not_null()
    tied = (c("_range") | c("_list")).shift(-1).fill_null(False)
    mentions = mentions.with_columns(_lent_years(mentions, tied, yearless))
    lends = c("ahead").is_not_null()
    mentions = mentions.with_columns(
        lent=lends | again | c("listed"),
        year=pl.coalesce("ahead", pl.when(again).then("elsewhere"), "year"),
        kind=pl.when(lends | again).then(pl.lit("calendar")).otherwise(c("kind")),
    ).drop("ahead")
    # The far end of a range is counted from its near end: "from Friday to Monday" ends after it began.
    far = c("_range") & (c("kind") == "recurring") & c("pick").is_null() & ~(c("unit_days") > c("unit_days").shift(1))
    mentions = mentions.with_columns(
        lean=pl.when(far).then(pl.lit("told")).otherwise(c("lean")),
        pick=pl.when(far).then(pl.lit("on_or_after")).otherwise(c("pick")),
    )
    # "19:40 Thursday (May 16, 2019)": the day behind it says which.
    named = (
        (c("kind") == "recurring")
        & (c("unit_days") == 7)
        & (c("article") == c("article").shift(-1))
        & c("between").shift(-1).str.contains(r"^,? \(?(?:the )?$")
        & c("between").shift(-1).str.contains(r"\(")
        & ((c("kind") == "calendar") & (c("grain") == "day") & c("nth").is_null()).shift(-1)
    ).fill_null(False)
    copied = {name: pl.when(named).then(c(name).shift(-1)).otherwise(c(name)) for name in _DAY_COLUMNS}
    mentions = mentions.with_columns(**copied)
    # "August 27, a Tuesday": the weekday names the day before it.
    apposed = (
        c("weekday_name")
        & same
        & c("between").str.contains(r"^,? (?:(?:which )?was )?(?:a |the )?$")
        & (c("grain").shift(1) == "day")
        & ~(c("weekday_name") | c("unit_name")).shift(1)
    )
    mentions = mentions.with_columns(
        lean=pl.when(apposed).then(pl.lit("told")).otherwise(c("lean")),
        pick=pl.when(apposed).then(pl.lit("in")).otherwise(c("pick")),
    )
    month_list = c("_list") & (c("grain") == "month") & (c("kind") == "calendar")
    joined = c("_range") | month_list
    first = ~joined & joined.shift(-1).fill_null(False)
    number = pl.when(first).then(c("start_char")).forward_fill()
    mentions = mentions.with_columns(
        interval=pl.when(first | joined).then(number), open=pl.lit(None, pl.Enum(["after", "before"]))
    )
    mentions = mentions.drop("_range", "_list", "_behind", "_and", "elsewhere")
    alone = c("interval").is_null() & c("kind").is_not_null()
    mentions = set_where(mentions, alone, _opened=c("before").str.contains(rf"(?i-u:\b(?:{_SINCE}|{_UNTIL}))$"))
    since = c("before").str.contains(rf"(?i-u:\b{_SINCE})$") & ~c("before").str.contains(_NOT_SINCE)
    until = c("before").str.contains(rf"(?i-u:\b{_UNTIL})$")
    opened = pl.when(since).then(pl.lit("after")).when(until).then(pl.lit("before"))
    mentions = set_where(mentions, c("_opened"), open=opened).drop("_opened")
    # "since 2011/12" opens with a season or a business year, both years of it.
    seasons = c("year_pair") & (c("interval") == c("start_char"))
    began = set_where(mentions, seasons, _began=c("before").str.contains(r"(?i-u:\bsince(?: the)?\s)$"))
    paired = (c("year").shift(-1) == c("year") + 1) & (c("interval").shift(-1) == c("interval"))
    opens = began.select((c("_began") & paired).fill_null(value=False)).to_series()
    both = opens | opens.shift(1, fill_value=False)
    return mentions.with_columns(open=pl.when(both).then(pl.lit("after")).otherwise("open"))


_DAY_COLUMNS = "kind year n unit_months unit_days month_offset day weekday lean pick".split()
_SINCE = r"(?:since|from|not before|not? (?:earlier|sooner) than|on or after)(?: the)? ?(?:at least )?(?:early |late )?"
# "Sales rose 2% in October from September" compares.
_NOT_SINCE = (
    r"(?i-u:\b(?:dating|ranging|different|apart|aside|away|far) from )$"
    r"|(?i-u:(?:%|\b(?:percent|per cent|points?|higher|lower|up|down|unchanged))(?: [a-z0-9$,]+){0,5} from )$"
)
_UNTIL = (
    r"(?:until|till|up to|through|(?:up to|through|until) and including|not? later than|on or before)"
    r" (?:the )?(?:at least )?"
)


_RESCHEDULED = any_of(form for form, verb in VERB_FORMS.items() if verb.lemma in RESCHEDULING_VERBS)
_MOVED = re.compile(rf"(?i)\b{_RESCHEDULED} from (?:the )?$")


def join_ranges(text: str, mentions: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The mentions of one text, rows of `find_dates` in its order, with the ends of each range as one.

    A mention that lies inside another is left out.
    """
    found: list[dict[str, Any]] = []
    ranges: dict[int, int] = {}
    split: set[int] = set()
    for row in mentions:
        start, end, number = row["start_char"], row["end_char"], row["interval"]
        if start >= end or end > len(text):
            continue
        if number is not None and number not in ranges and _MOVED.search(text, max(0, start - 30), start):
            # "postponed from Tuesday to Thursday" is no span of three days.
            split.add(number)
        if number in ranges:
            found[ranges[number]] = _joined(text, found[ranges[number]], row)
            continue
        if number is not None and number not in split:
            ranges[number] = len(found)
        if not found or start >= found[-1]["end_char"]:
            found.append(row)
    return found


def _joined(text: str, first: dict[str, Any], last: dict[str, Any]) -> dict[str, Any]:
    dated = first["start_day"] is not None and last["start_day"] is not None
    soft = "approximate" in (first["certainty"], last["certainty"])
    inferred = "inferred" in (first["certainty"], last["certainty"])
    # "since 2011/12" begins with 2011 and has no end.
    end = first if first["open"] else last
    return first | {
        "end_char": last["end_char"],
        "text": text[first["start_char"] : last["end_char"]],
        "value": f"{first['value'].partition('/')[0]}/{last['value']}",
        "end": end["end"] if dated else None,
        "end_day": end["end_day"] if dated else None,
        "start": first["start"] if dated else None,
        "start_day": first["start_day"] if dated else None,
        "certainty": ("approximate" if soft else "inferred" if inferred else first["certainty"]) if dated else None,
        "why": f"{first['why']}; to: {last['why']}",
    }
