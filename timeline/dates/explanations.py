"""Why a mention has the date it has: one readable sentence, what is stated and what is assumed."""

from __future__ import annotations

import polars as pl

from timeline.calendar.values import Recurring, Shift, Value

PICKS = {
    "in": "the one that falls in the same span as",
    "nearest": "the one nearest to",
    "recent": "told as past, the one nearest to",
    "soon": "told as still to come, the one nearest to",
    "on_or_before": "the last one up to",
    "on_or_after": "the first one from",
    "before": "the last one before",
    "after": "the first one after",
}
MODIFIERS = {
    "START": "; its early part",
    "MID": "; its middle",
    "END": "; its late part",
    "APPROX": "; about then",
    "MORE_THAN": "; and more",
    "LESS_THAN": "; and less",
    "ON_OR_AFTER": "; or later",
    "BEFORE": "; before it",
    "AFTER": "; after it",
    "EQUAL_OR_MORE": "; at least that",
    "EQUAL_OR_LESS": "; at most that",
    "ON_OR_BEFORE": "; or earlier",
}


def quoted(text: str) -> str:
    """A phrase as a reason quotes it.

    >>> quoted("two  days later")
    '“two days later”'
    """
    return f"“{' '.join(text.split())}”"


def counted(value: Value) -> str:
    """How a reason words the count of a shift or of an occurrence; empty where a value does not count.

    >>> from timeline.calendar.values import Cell
    >>> counted(Shift(2, "day")), counted(Shift(0, "day")), counted(Shift(0, "year"))
    ('2 days after ', '', 'the year of ')
    >>> counted(Recurring(Cell(weekday=2), 1))
    '1 turn after '
    """
    if isinstance(value, Recurring) and value.n:
        return f"{abs(value.n)} turn{'' if abs(value.n) == 1 else 's'} {'before' if value.n < 0 else 'after'} "
    if not isinstance(value, Shift):
        return ""
    if value.n == 0:
        return "" if value.unit == "day" else f"the {value.unit} of "
    count = abs(value.n)
    return f"{count} {value.unit}{'' if count == 1 else 's'} {'before' if value.n < 0 else 'after'} "


_ASKED = [
    "kind",
    "lean",
    "type",
    "start_day",
    "anchor",
    "anchor_day",
    "anchor_basis",
    "dated",
    "pick",
    "cue",
    "said",
    "swapped",
    "century",
    "lent",
    "guessed",
    "quoted",
    "counted",
    "softly",
]


def why(mentions: pl.DataFrame) -> pl.Series:
    """The sentence of each resolved mention, from its columns, `quoted`, `counted` and `softly` (String) among them.

    >>> from timeline.dates import find_dates
    >>> find_dates(pl.DataFrame({"article_id": ["a"], "text": ["Since 30 February."]}))["why"].item()
    '“30 February” leans on the day of publication, which is not known'
    """
    c = pl.col
    mentions = mentions.select(_ASKED)
    anchored = c("start_day").is_not_null() & (c("kind") != "calendar") & ~c("lent") & (c("lean") != "chain")
    rows = mentions.select(anchored.fill_null(False)).to_series()
    sentence = mentions["quoted"].alias("why").scatter(rows.arg_true(), _anchored(mentions.filter(rows)))
    return sentence.scatter((~rows).arg_true(), _not_anchored(mentions.filter(~rows)))


def _anchored(mentions: pl.DataFrame) -> pl.Series:
    """What is counted from another day says from which, and how."""
    c = pl.col
    directions = pl.Series([f"{words} " for words in PICKS.values()])
    codes = mentions["pick"].cast(pl.Enum(list(PICKS)), strict=False).to_physical()
    on_mention = c("anchor_basis") == "told"
    ahead = (c("cue") == "future") & (c("pick") == "on_or_after")
    nothing = pl.lit("")
    return mentions.select(
        pl.concat_str(
            "quoted",
            pl.lit(": "),
            "counted",
            pl.when(c("kind") == "shift").then(nothing).otherwise(directions.gather(codes)),
            pl.when(on_mention).then(pl.lit("the date told before it, ")).otherwise(pl.lit("the day of publication, ")),
            c("anchor").cast(pl.String).fill_null("long ago"),
            pl.when("dated").then("guessed").otherwise(nothing),
            pl.when(ahead).then(pl.lit(", told as still to come")).otherwise(nothing),
            "softly",
        )
    ).to_series()


def _not_anchored(mentions: pl.DataFrame) -> pl.Series:
    """What has no anchor, or none that is known."""
    c = pl.col
    nowhere = c("kind").is_null()
    on_mention, unanchored = c("anchor_basis") == "told", (c("kind") != "calendar") & c("anchor_day").is_null()
    cases = [
        (nowhere & (c("type") == "DURATION"), " is a length of time: it has no place on the line"),
        (nowhere & (c("type") == "SET"), " repeats: it names no single day"),
        (nowhere & (c("said").str.starts_with("day+0")), " is counted from a day that is not told"),
        (nowhere, " has no edges"),
        (unanchored & on_mention, " leans on a date told before it, and none is told"),
        (unanchored, " leans on the day of publication, which is not known"),
        (c("start_day").is_null(), " names a day that does not exist"),
        (c("lean") == "chain", " says no year: it is that of the dates told around it"),
        (c("swapped"), ", in figures, is read day first; month first is possible too"),
        (c("swapped").is_not_null(), ", in figures, is read month first; day first is possible too"),
        (c("century") == "told", " says no century: it is that of the years told around it"),
        (c("century") == "assumed", " says no century: the usual one is assumed"),
        (c("lent"), " takes the year told with it or elsewhere in the article"),
    ]
    case = pl.coalesce([pl.when(fits).then(pl.lit(number, pl.UInt8)) for number, (fits, _) in enumerate(cases)])
    words = pl.Series([words for _, words in cases] + [" says it in full"])
    reason = words.gather(mentions.select(case.fill_null(len(cases))).to_series())
    softly = pl.when(c("start_day").is_not_null()).then("softly").otherwise(pl.lit(""))
    return mentions.select(pl.concat_str("quoted", reason, softly)).to_series()
