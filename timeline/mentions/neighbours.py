"""What the neighbours of a date say: whose year it shares, what it spans together with another, which way it points."""

from __future__ import annotations

from typing import Any

import polars as pl

from timeline.grammar import words
from timeline.resolving.patches import patch
from timeline.telling.verbs import VERB_FORMS
from timeline.vocabulary import MONTHS

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
    """Read ambiguous figures (3/4/2015) in the order that the article's clear ones show, else day first if the `collection` is.

    Adds `swapped`: null where the order was never in doubt, true where it was read day first.
    """
    c = pl.col
    figures = mentions.select("mention", "article", "rule", "pick", "text").filter(c("rule") == "numeric date")
    first = c("text").str.extract(r"^([0-9]{1,2})/").cast(pl.Int64)
    clear = c("pick").is_null() & c("text").str.contains("/")
    figures = figures.with_columns(day_first=pl.when(clear).then(first > 12))
    most = (c("day_first").mean().over("article") > 0.5).fill_null(collection)
    doubtful = figures.with_columns(swapped=most).filter(c("pick") == "order")
    swapped = pl.repeat(None, mentions.height, dtype=pl.Boolean, eager=True).alias("swapped")
    mentions = mentions.with_columns(swapped.scatter(doubtful["mention"], doubtful["swapped"]))
    mentions = patch(mentions, c("swapped"), month_offset=c("day") - 1, day=c("month_offset") + 1)
    return mentions.with_columns(pick=pl.when(c("pick").is_in(["order", "century"])).then(None).otherwise(c("pick")))


# "the year ended March 31", "the year to the end of June"
_ENDED = rf"(?i)^ (?:(?:that )?end(?:ed|ing|s)\b|to (?:the )?(?:(?:end of|early|mid|late|[0-9]{{1,2}}(?:st|nd|rd|th)?)[ -])?(?:{words(MONTHS)})\b)"
# "the week ended badly" and "the week ended Friday" are that week.
_ENDING_ON = r"(?i)^ (?:(?:that )?end(?:ed|ing|s)|to)(?: on)?(?: the)? $"


def periods(mentions: pl.DataFrame) -> pl.DataFrame:
    """ "The year ended March 31", a month or a week, is a length of time, its place told by its end; "the quarter ended March 31" is that quarter."""
    c = pl.col
    joint = pl.when((c("grain") == "day") & ((c("rule") != "weekday") | c("between").str.contains("ending"))).then(
        "between"
    )
    units = mentions.select("mention", "rule", "text", "after", joint=joint.shift(-1)).filter(c("rule") == "unit told")
    ended = units.filter(c("after").str.contains(_ENDED))
    said = c("text").str.to_lowercase().str.extract("(year|month|week)$")
    lengths = ended.select("mention", "joint", said=said).filter(
        (c("said") == "year") | (c("said").is_not_null() & c("joint").str.contains(_ENDING_ON))
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
    last = mentions.select("mention", "rule", "text", "after").filter(c("rule") == "unit from now")
    last = last.filter(
        c("text").str.contains("(?i)^the last (?:year|month|week)$") & c("after").str.contains(r"^ of\b")
    )
    lengths = pl.concat([lengths.select("mention", "said"), last.select("mention", said=said)])
    rows = lengths["mention"]
    told = lengths["said"].replace_strict({"year": "P1Y", "month": "P1M", "week": "P1W"}, return_dtype=pl.String)
    nothing = dict.fromkeys(("kind", "n"), (rows, None))
    answers = nothing | {"type": (rows, "DURATION"), "said": (rows, told)}
    return mentions.with_columns(mentions[name].scatter(rows, answer) for name, (rows, answer) in answers.items())


_JOINT = r"^(?: ?[-–—] ?|,? (?:to|through|until|till|thru) |(?: on| and| well)? into )$"


def _list(language: str) -> str:
    """What joins the days of a list, a regex; a conjunction that opens the far end of a range ("bis") does not."""
    joints = {"and", "or"}
    if language != "en":
        from timeline.languages.lexicon import words_of

        said = words_of(language)
        joints.update(word for word in said.conjunctions if word not in said.to)
    return rf"^(?:,? (?:{'|'.join(sorted(joints))}) |, |/)$"


def _years_told(mentions: pl.DataFrame, asking: pl.Expr) -> pl.Series:
    """The year, in `elsewhere`, of a day told without one that its article tells in full, if it does with one year only."""
    c = pl.col
    # The day as one number.
    told = (c("article").cast(pl.Int64) * 12 + c("month_offset")) * 32 + pl.when(c("nth").is_null()).then("day")
    days = mentions.select("mention", "year", "kind", told=told, asks=asking)
    years = days.filter((c("kind") == "calendar") & c("told").is_not_null())
    years = years.group_by("told").agg(c("year").n_unique().alias("years"), c("year").first().alias("elsewhere"))
    asked = days.filter("asks").select("mention", "told")
    asked = asked.join(years.filter(c("years") == 1), on="told", how="inner")
    nothing = pl.repeat(None, mentions.height, dtype=pl.Int64, eager=True)
    return nothing.scatter(asked["mention"], asked["elsewhere"]).alias("elsewhere")


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
    """Join the ends of ranges and lists: an end lends the other the year that it does not say.

    Adds `interval` (the start of the first mention of a range), `open` ("after", "before" or null) and `lent`.
    """
    c = pl.col
    same = (c("article") == c("article").shift(1)).fill_null(False)
    # "It fell on a Monday" names no single one, and "the Sunday after Easter" is none of those about the article's day.
    some = mentions.select("mention", "before", "after", "rule").filter(c("rule") == "weekday")
    counted = c("before").str.contains(r"(?i-u:\bthe\s)$") & c("after").str.contains(
        r"^ (?:after|before|following|preceding)\b"
    )
    some = some.filter(c("before").str.contains(r"(?i-u:\b(?:on (?:a|one|any)|any|one)\s)$") | counted)
    mentions = mentions.with_columns(
        mentions[name].scatter(some["mention"], None) for name in ("kind", "n", "unit_days")
    )
    mentions = mentions.with_columns(_behind=c("before").shift(1), _and=pl.lit(False))
    mentions = patch(mentions, c("between") == " and ", _and=c("_behind").str.contains(r"(?i-u:\bbetween (?:the )?)$"))
    ranged = same & (c("between").str.contains(_JOINT) | c("_and") | c("joined")).fill_null(False)
    # Each by the words of its own language: what joins two dates may not hang on which articles stand beside theirs.
    languages = mentions["language"].unique().sort().to_list()
    joins = [(c("language") == language) & c("between").str.contains(_list(language)) for language in languages]
    listed = same & pl.any_horizontal(pl.lit(False), *joins).fill_null(False)
    like = (c("grain") == c("grain").shift(1)).fill_null(False)
    placed = c("kind").is_not_null() & c("kind").shift(1).is_not_null()
    mentions = mentions.with_columns(
        _range=ranged & placed & (like | c("joined")),
        _list=listed & placed & like & c("grain").is_in(["month", "day", "season"]),
    )
    yearless = (c("kind") == "recurring") & (c("unit_months") == 12)
    mentions = mentions.with_columns(_years_told(mentions, yearless & ~c("history")))
    again = yearless & ~c("history") & c("elsewhere").is_not_null()
    tied = (c("_range") | c("_list")).shift(-1).fill_null(False)
    mentions = mentions.with_columns(_lent_years(mentions, tied, yearless))
    lends = c("ahead").is_not_null()
    mentions = mentions.with_columns(
        lent=lends | again,
        year=pl.coalesce("ahead", pl.when(again).then("elsewhere"), "year"),
        kind=pl.when(lends | again).then(pl.lit("calendar")).otherwise(c("kind")),
    ).drop("ahead")
    # The far end of a range is counted from its near end: "from Friday to Monday" ends after it began.
    far = c("_range") & (c("kind") == "recurring") & c("pick").is_null() & ~(c("unit_days") > c("unit_days").shift(1))
    mentions = mentions.with_columns(
        lean=pl.when(far).then(pl.lit("told")).otherwise(c("lean")),
        pick=pl.when(far).then(pl.lit("on_or_after")).otherwise(c("pick")),
    )
    # "August 27, a Tuesday": the weekday names the day just told.
    apposed = (
        (c("rule") == "weekday")
        & same
        & c("between").str.contains(r"^,? (?:(?:which )?was )?(?:a |the )?$")
        & (c("grain").shift(1) == "day")
        & ~c("rule").shift(1).is_in(["weekday", "unit told"])
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
    mentions = patch(mentions, alone, _opened=c("before").str.contains(rf"(?i-u:\b(?:{_SINCE}|{_UNTIL}))$"))
    since = c("before").str.contains(rf"(?i-u:\b{_SINCE})$") & ~c("before").str.contains(_NOT_SINCE)
    until = c("before").str.contains(rf"(?i-u:\b{_UNTIL})$")
    opened = pl.when(since).then(pl.lit("after")).when(until).then(pl.lit("before"))
    mentions = patch(mentions, c("_opened"), open=opened).drop("_opened")
    # "since 2011/12" opens with a season or a business year, both years of it.
    seasons = c("rule").is_in(["years", "fiscal years"]) & (c("interval") == c("start_char"))
    began = patch(mentions, seasons, _began=c("before").str.contains(r"(?i-u:\bsince(?: the)?\s)$"))
    paired = (c("year").shift(-1) == c("year") + 1) & (c("interval").shift(-1) == c("interval"))
    opens = began.select((c("_began") & paired).fill_null(value=False)).to_series()
    both = opens | opens.shift(1, fill_value=False)
    return mentions.with_columns(open=pl.when(both).then(pl.lit("after")).otherwise("open"))


_SINCE = r"(?:since|from|not before|not? (?:earlier|sooner) than|on or after)(?: the)? ?(?:at least )?(?:early |late )?"
# "Sales rose 2% in October from September" compares.
_NOT_SINCE = (
    r"(?i-u:\b(?:dating|ranging|different|apart|aside|away|far) from )$"
    r"|(?i-u:(?:%|\b(?:percent|per cent|points?|higher|lower|up|down|unchanged))(?: [a-z0-9$,]+){0,5} from )$"
)
_UNTIL = r"(?:until|till|up to|through|(?:up to|through|until) and including|not? later than|on or before) (?:the )?(?:at least )?"


def cue(mentions: pl.DataFrame) -> pl.DataFrame:
    """Add `cue`, the tense beside a mention: "future" where the day is still to come, "past" where it is told, else null.

    Only a turn of a cycle that the phrase leaves open is asked about.
    """
    c = pl.col
    open_turn = (c("kind") == "recurring") & c("pick").is_null() & (c("unit_days") != 1)
    asked = mentions.select(
        "mention", "before", "after", "start_char", "between", open=open_turn, said=c("before").shift(1)
    ).filter("open")
    # "Sales fell in the week ending 12 March": the verb stands before the week.
    asked = patch(asked, c("between").str.contains(r"^ end(?:ing|ed)\b"), before=pl.concat_str("said", "between"))
    # A full stop after a capital letter ("U.S. officials") ends no sentence.
    clause = c("before").str.replace(_SENTENCES_BEFORE, "")
    asked = asked.with_columns(clause=clause).with_columns(
        clause=c("clause").str.replace_all(_ADJECTIVE, ""),
        opens=(c("clause").str.len_bytes() < c("before").str.len_bytes())
        | (c("before").str.len_chars() == c("start_char")),
    )
    # The last word of tense before the mention in its clause decides, but what "had" happened lies behind whatever follows;
    # a mention that opens its sentence has its verb after it.
    asked = asked.with_columns(last=c("clause").str.extract_all(_TENSE).list.last())
    # "by Friday" and "extended it until Friday" look ahead; "by video link on Friday" and "not until Friday" do not.
    looks = c("clause").str.contains(_LOOKS_AHEAD) & ~c("clause").str.contains(_NOT_BEFORE) & ~c("last").is_in(_STOOD)
    # "Futures for July fell" and "crude for July delivery settled higher" trade what is to come.
    looks |= c("clause").str.contains(_FUTURES_BEFORE) | c("after").str.contains(_FUTURES_AFTER)
    asked = asked.with_columns(
        had=c("clause").str.contains(r"(?i-u:\bhad\b)"),
        looks=looks,
    )
    rest = c("after").str.extract(r"^([^.;!?]*)")
    # All of them are found faster than one with its groups.
    verb = rest.str.extract_all(_TENSE).list.first()
    asked = asked.with_columns(_verb=pl.lit(None, pl.String))
    asked = patch(asked, c("last").is_null(), _verb=verb)
    # "In a Tuesday statement the firm denied it": what is told of a day elsewhere in its sentence may be past, and is seldom to come.
    told = c("opens") | ~c("_verb").str.contains(rf"(?i)^(?:{_AHEAD})$")
    asked = patch(asked, c("_verb").is_not_null() & told, last=c("_verb")).with_columns(
        last=pl.when("had")
        .then(pl.lit("had"))
        .when("looks")
        .then(pl.lit("will"))
        .otherwise(c("last").str.to_lowercase())
    )
    ahead = c("last").str.contains(rf"^(?:{_AHEAD})$")
    past = c("last").is_not_null() & ~c("last").is_in(["is", "are", "has", "have", "does", "says"])
    tense = pl.Enum(["future", "past"])
    asked = asked.with_columns(cue=pl.when(ahead).then(pl.lit("future", tense)).when(past).then(pl.lit("past", tense)))
    # "Friday's vote will": what belongs to the day is told with it.
    owned = c("after").str.contains(r"^['’]s\b")
    asked = patch(asked, c("cue") == "future", cue=pl.when(~owned).then("cue"))
    # "It will be held on 24 and 25 April": what is told in one breath lies on one side of the day.
    onward = (c("mention") == c("mention").shift(1) + 1) & c("between").str.contains(_IN_ONE_BREATH)
    asked = asked.with_columns(breath=(~onward.fill_null(value=False)).cum_sum())
    asked = asked.with_columns(cue=c("cue").first().over("breath"))
    nothing = pl.repeat(None, mentions.height, dtype=tense, eager=True).alias("cue")
    return mentions.with_columns(nothing.scatter(asked["mention"], asked["cue"]))


_IN_ONE_BREATH = r"^(?:,? (?:and|or|&) |, )(?:on )?(?:the )?$"
_SENTENCES_BEFORE = r"(?s)^.*(?:(?:^|[a-z0-9)%”\"'’])[.;!?][”\"'’]*\s|\n\n)"
# "the proposed", "a still unspecified", "to succeed": no verb of the past; "as previously planned" looks no way.
_ADJECTIVE = (
    r"(?i-u:\b(?:previously|originally|initially|as) (?:planned|scheduled|expected|slated|due)\b|\b(?:an?|the|its|their|his|her|this|that|any)(?: (?:still|yet|[a-z]+ly))? [a-z-]+ed\b|\b(?:suc|pro|ex)ceed\b|\b(?:in)?deed\b|\bneed\b|\b(?:sp|f|s|br|bl)eed\b|\bto (?:set|put|cut|hit|read)\b"
    # "rejected the plan", "missed the deadline", "more than expected" look no way either.
    r"|\b(?:an?|the|its|their|his|her|this|that|any|no|new)(?: [a-z-]+)? plan\b|\b(?:missed|met|beat|before|after|past) (?:an?|the|its|their|his|her)(?: [a-z-]+)? deadline\b|\b(?:the|its|their|his|her|these|those|no|new) plans\b"
    r"|\bthan (?:was |were |had been )?(?:expected|planned|scheduled)\b)"
)
_LOOKS_AHEAD = r"(?i-u:\bby (?:the )?|\b[a-z']+ [a-z']+ (?:until|till) (?:the )?)$"
_NOT_BEFORE = r"(?i-u:\b(?:not|up|even) (?:until|till) (?:the )?)$"
_FUTURES_BEFORE = r"(?i-u:\b(?:futures|contracts?|delivery|deliveries) (?:for|in|due) (?:early |mid-|late )?)$"
_FUTURES_AFTER = r"^ (?:delivery|deliveries|futures|contracts?|shipments?)\b"
_STOOD = ["was", "were", "lasted", "stayed", "remained"]
_AHEAD = (
    # "will be opened": the participle belongs to what is to come.
    "(?:will|shall|would|is to|are to|to)(?: (?:not|still|also|now|soon|then|again|[a-z]+ly))? be [a-z]+|will|shall|would|won't|to be|scheduled|due|plans?|planned|planning|expected|expects?|slated|set (?:to|for)|going to|upcoming|effective|"
    "(?:is|are|agreed|hopes?|wants?|vowed|promised|invited|ready|has|have|prepares?|preparing|intends?) to|no later than|as soon as|as early as|"
    "deadline|payable|of record|expires?|begins|starts|opens|take effect|tomorrow|[a-z]*'ll"
)
# Forms that are of the past and of nothing else, and the few of those that are both which the news uses for the past.
_BEHIND = "|".join(
    (
        *sorted(form for form, verb in VERB_FORMS.items() if verb.past and form != verb.lemma and form[-2:] != "ed"),
        *"says was were has have does is are set put cut hit read since (?-i:[a-z]+ed)".split(),
    )
)
_TENSE = rf"(?i-u:\b(?:{_AHEAD}|{_BEHIND})\b)"
