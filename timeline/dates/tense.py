"""The tense beside a mention: does the day lie ahead or behind?

English has its own words of tense here; other languages have theirs in `ahead` and `behind` of their tables.
"""

from __future__ import annotations

from itertools import chain

import polars as pl

from timeline.calendar.arithmetic import cycle_of
from timeline.calendar.values import Recurring, Value
from timeline.languages.en.morphology import VERB_FORMS
from timeline.languages.en.words import STILL_TO_COME
from timeline.schemas import set_where
from timeline.text import NEVER, any_of


def cue(mentions: pl.DataFrame) -> pl.DataFrame:
    """Add `cue`, the tense beside a mention: "future" for a day to come, "past" for one that lies behind, else null.

    Only a mention that recurs, and whose direction the phrase leaves open, has one.
    """
    c = pl.col
    undirected = (c("kind") == "recurring") & c("pick").is_null() & (c("unit_days") != 1)
    asked = mentions.select(
        "mention", "grain", "before", "after", "start_char", "between", open=undirected, earlier=c("before").shift(1)
    ).filter("open")
    tense = pl.Enum(["future", "past"])
    nothing = pl.repeat(None, mentions.height, dtype=tense, eager=True).alias("cue")
    if asked.is_empty():
        return mentions.with_columns(nothing)
    # "Sales fell in the week ending 12 March": the verb stands before the week.
    asked = set_where(
        asked, c("between").str.contains(r"^ end(?:ing|ed)\b"), before=pl.concat_str("earlier", "between")
    )
    # A full stop after a capital letter ("U.S. officials") ends no sentence.
    clause = c("before").str.replace(_SENTENCES_BEFORE, "")
    asked = asked.with_columns(clause=clause).with_columns(
        clause=c("clause").str.replace_all(_NO_TENSE, ""),
        opens=(c("clause").str.len_bytes() < c("before").str.len_bytes())
        | (c("before").str.len_chars() == c("start_char")),
    )
    # The last word of tense before the mention in its clause decides, but what "had" happened lies behind whatever
    # follows. A mention that opens its sentence has its verb after it.
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
    asked = set_where(asked, c("last").is_null(), _verb=verb)
    # "In a Tuesday statement the firm denied it": a verb elsewhere in the sentence of a day may be past, and is seldom
    # future.
    counts = c("opens") | ~c("_verb").str.contains(rf"^(?i-u:{_AHEAD})$")
    asked = set_where(asked, c("_verb").is_not_null() & counts, last=c("_verb")).with_columns(
        last=pl.when("had")
        .then(pl.lit("had"))
        .when("looks")
        .then(pl.lit("will"))
        .otherwise(c("last").str.to_lowercase())
    )
    ahead = c("last").str.contains(rf"^(?:{_AHEAD})$")
    past = c("last").is_not_null() & ~c("last").is_in(["is", "are", "has", "have", "does", "says"])
    asked = asked.with_columns(cue=pl.when(ahead).then(pl.lit("future", tense)).when(past).then(pl.lit("past", tense)))
    # "It will report a loss for the third quarter" comes after it; "it will open in the third quarter" lies in it.
    asked = set_where(
        asked,
        c("grain").is_in(["quarter", "half"]) & (c("cue") == "future"),
        cue=pl.when(c("clause").str.contains(_HAPPENS_IN)).then("cue"),
    )
    # "Friday's vote will": what belongs to the day is stated with it.
    owned = c("after").str.contains(r"^['’]s\b")
    asked = set_where(asked, c("cue") == "future", cue=pl.when(~owned).then("cue"))
    # "It will be held on 24 and 25 April": what one breath states lies on one side of the day.
    onward = (c("mention") == c("mention").shift(1) + 1) & c("between").str.contains(_IN_ONE_BREATH)
    asked = asked.with_columns(breath=(~onward.fill_null(value=False)).cum_sum())
    asked = asked.with_columns(cue=c("cue").first().over("breath"))
    return mentions.with_columns(nothing.scatter(asked["mention"], asked["cue"]))


_HAPPENS_IN = (
    r"(?i-u:\b(?:will|shall|is to|are to|be|scheduled to|due to|plans? to) (?:be )?"
    r"(?:take place|begin|start|open|close|end|held|launched|completed|finished|opened|delivered)"
    r" (?:[a-z]+ly )?(?:in|by) )$"
)
_IN_ONE_BREATH = r"^(?:,? (?:and|or|&) |, )(?:on )?(?:the )?$"
_SENTENCES_BEFORE = r"(?s)^.*(?:(?:^|[a-z0-9)%”\"'’])[.;!?][”\"'’]*\s|\n\n)"
_DETERMINERS = "a an the its their his her this that any".split()
_NO_PARTICIPLES = "succeed proceed exceed deed indeed need speed feed seed breed bleed".split()
# What looks like a tense and is none.
_NO_TENSE = (
    r"(?i-u:\b(?:"
    # "as previously planned"
    rf"(?:previously|originally|initially|as) {any_of(STILL_TO_COME['participle'])}"
    # "the proposed", "a still unspecified"
    rf"|{any_of(_DETERMINERS)}(?: (?:still|yet|[a-z]+ly))? [a-z-]+ed"
    rf"|{any_of(_NO_PARTICIPLES)}"
    r"|to (?:set|put|cut|hit|read)"
    # "rejected the plan", "missed the deadline", "more than expected"
    rf"|{any_of([*_DETERMINERS, 'no', 'new'])}(?: [a-z-]+)? plan"
    r"|(?:missed|met|beat|before|after|past) (?:an?|the|its|their|his|her)(?: [a-z-]+)? deadline"
    r"|(?:the|its|their|his|her|these|those|no|new) plans"
    r"|than (?:was |were |had been )?(?:expected|planned|scheduled)"
    r")\b)"
)
_LOOKS_AHEAD = r"(?i-u:\bby (?:the )?|\b[a-z']+ [a-z']+ (?:until|till) (?:the )?)$"
_NOT_BEFORE = r"(?i-u:\b(?:not|up|even) (?:until|till) (?:the )?)$"
_FUTURES_BEFORE = r"(?i-u:\b(?:futures|contracts?|delivery|deliveries) (?:for|in|due) (?:early |mid-|late )?)$"
_FUTURES_AFTER = r"^ (?:delivery|deliveries|futures|contracts?|shipments?)\b"
_STOOD = ["was", "were", "lasted", "stayed", "remained"]
_WORDS_AHEAD = (
    *chain.from_iterable(words for group, words in STILL_TO_COME.items() if group != "purpose"),
    *"effective payable begins starts opens tomorrow".split(),
    *"go to the polls, goes to the polls, meet again, meets again, go on trial, goes on trial".split(", "),
    *"to be, no later than, as soon as, as early as, of record, take effect".split(", "),
)
# "agreed to"
_LOOK_TO = (
    *STILL_TO_COME["purpose"],
    *"is are agreed want wants vowed promised invited ready has have prepare prepares preparing".split(),
)
_AHEAD = (
    # "will be opened": the participle belongs to what is to come.
    "(?:will|shall|would|is to|are to|to)(?: (?:not|still|also|now|soon|then|again|[a-z]+ly))? be [a-z]+"
    rf"|{any_of(_WORDS_AHEAD)}|{any_of(_LOOK_TO)} to|won't|[a-z]*'ll"
)
# Forms that are of the past and of nothing else, and the few of those that are both which the news uses for the past.
_PAST = [form for form, verb in VERB_FORMS.items() if verb.past and form != verb.lemma and form[-2:] != "ed"]
_OF_BOTH = "says was were has have does is are set put cut hit read since".split()
_BEHIND = rf"{any_of([*_PAST, *_OF_BOTH])}|(?-i:[a-z]+ed)"
_TENSE = rf"(?i-u:\b(?:{_AHEAD}|{_BEHIND})\b)"


def told_ahead() -> pl.Expr:
    """Whether the clause around a mention tells it as still to come: takes `before` and `after`."""
    clause = pl.col("before").str.replace(_SENTENCES_BEFORE, "").str.replace_all(_NO_TENSE, "")
    rest = pl.col("after").str.extract(r"^([^.;!?]*)")
    before = clause.str.extract_all(_TENSE).list.last()
    verb = pl.coalesce(before, rest.str.extract_all(_TENSE).list.first()).str.to_lowercase()
    # "We meet again in two weeks" is still to come; "Cholera kills 30 in two weeks" is the present of headlines.
    present = verb.is_null() & (clause.str.contains(_SOMEBODY_DOES) | (clause.str.contains(r"^(?i:in )$")))
    return (verb.str.contains(rf"^(?:{_AHEAD})$") | present).fill_null(value=False)


_SOMEBODY_DOES = r"(?i-u:\b(?:I|we|you|he|she|they) [a-z]+(?: [a-z]+){0,3} in )$"


_CLAUSE = r"[^.;!?\n]*"


def elsewhere(mentions: pl.DataFrame) -> pl.DataFrame:
    """Set `cue` ("future", "past" or null) of mentions in other languages; takes `language`, `before` and `after`.

    The nearest word of tense before the mention in its sentence decides, else the first one after it.
    """
    c = pl.col
    others = mentions.filter((c("language") != "en") & (c("kind") == "recurring") & c("pick").is_null())
    if others.is_empty():
        return mentions
    cues = pl.concat(
        others.filter(language=language).select("mention", _cue(language).alias("_cue"))
        for language in others["language"].unique().sort().to_list()
    )
    mentions = mentions.join(cues, on="mention", how="left", maintain_order="left")
    return mentions.with_columns(cue=pl.when(c("language") == "en").then("cue").otherwise("_cue")).drop("_cue")


def tense_alone(value: Value, language: str) -> str | None:
    """The tense of an expression with nothing beside it: null, or "past" where a language has no word for it.

    >>> from timeline.calendar.values import Cell
    >>> tense_alone(Recurring(Cell(weekday=7)), "de"), tense_alone(Recurring(Cell(weekday=7)), "cs")
    (None, 'past')
    """
    weekly = language != "en" and isinstance(value, Recurring) and cycle_of(value.cell) == (0, 7)
    return "past" if weekly and not _has_tense(language) else None


def _has_tense(language: str) -> bool:
    from timeline.languages.lexicon import words_of

    return NEVER not in (words_of(language).ahead, words_of(language).behind)


def _cue(language: str) -> pl.Expr:
    from timeline.languages.lexicon import words_of

    if not _has_tense(language):
        # Nine weekdays in ten lie in the past.
        return pl.when(pl.col("unit_days") == 7).then(pl.lit("past"))
    ahead, behind = words_of(language).ahead, words_of(language).behind
    tense = rf"(?i)(?:^|[^\pL])({ahead}|{behind})(?:$|[^\pL])"
    before = pl.col("before").str.extract(rf"({_CLAUSE})$").str.extract_all(tense).list.last()
    after = pl.col("after").str.extract(rf"^({_CLAUSE})").str.extract(tense)
    last = pl.coalesce(before.str.strip_chars(), after).str.strip_chars(" ,()\"'’\n\t")
    return (
        pl.when(last.str.contains(rf"(?i)^(?:{ahead})$"))
        .then(pl.lit("future"))
        .when(last.is_not_null())
        .then(pl.lit("past"))
    )
