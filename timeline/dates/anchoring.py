"""Which day is the anchor of each mention: the article's own, or that of a previous mention?

Every default is a column, so that a caller can see it and a test can hold it:
`lean` ("published" or "told"), `pick` (which occurrence in a cycle), `anchor_day` and `anchor_basis`.
"""

from __future__ import annotations

import polars as pl

from timeline.calendar.arithmetic import cycle_of, day_of_month, grain_of
from timeline.calendar.columns import GRAINS, LEAN, NEEDED, PICK, resolve
from timeline.calendar.values import Recurring, Value
from timeline.dates.narrative import backgrounds, chain
from timeline.schemas import set_where

# The finest clock a value can be counted on from a coarser mention: "1998" is no anchor of "the same day".
_FINENESS = {
    **dict.fromkeys(("second", "minute", "hour", "part", "day"), 0),
    **dict.fromkeys(("weekend", "week"), 1),
    "month": 2,
    **dict.fromkeys(("quarter", "season", "half"), 3),
    "year": 4,
    "decade": 5,
    "century": 6,
}
_FINE = pl.Series([_FINENESS[grain] for grain in GRAINS], dtype=pl.Int32)
_QUARTER, _YEAR = -1, 5

# Which cell of a cycle an expression means when it does not say so itself, by the tense beside it.
_TENSES = (None, "past", "future")
DEFAULT_DIRECTION: dict[str, dict[str | None, str]] = {
    "day": {None: "in", "past": "in", "future": "in"},
    "week": {None: "nearest", "past": "on_or_before", "future": "on_or_after"},
    "month": {None: "in", "past": "in", "future": "in"},
    "quarter": {None: "on_or_before", "past": "on_or_before", "future": "soon"},
    "half": {None: "on_or_before", "past": "on_or_before", "future": "soon"},
    "season": {None: "on_or_before", "past": "on_or_before", "future": "soon"},
    "year": {None: "nearest", "past": "recent", "future": "soon"},
    "century": {None: "nearest", "past": "nearest", "future": "nearest"},
}
# The cycles by their size: months, days. A part of the year that is named as such is a cycle of its own.
_SIZES = {"day": (0, 1), "week": (0, 7), "month": (1, 0), "year": (12, 0), "century": (1200, 0)}
_CYCLES = {size: cycle for cycle, size in _SIZES.items()}
_PARTS_OF_YEAR = ("quarter", "half", "season")


def default_direction(value: Value, tense: str | None = None) -> str | None:
    """The default direction of one value; None for what does not recur. `_default_direction` is the same for columns.

    >>> from timeline.calendar.values import Cell
    >>> default_direction(Recurring(Cell(weekday=7))), default_direction(Recurring(Cell(month=9, day=30)), "future")
    ('nearest', 'soon')
    """
    if not isinstance(value, Recurring):
        return None
    grain = grain_of(value)
    return DEFAULT_DIRECTION[grain if grain in _PARTS_OF_YEAR else _CYCLES[cycle_of(value.cell)]][tense]


def _default_direction() -> pl.Expr:
    """The default direction of each row, of `kind`, `unit_months`, `unit_days`, `grain` and `cue`."""
    c = pl.col
    numbers = {cycle: len(_TENSES) * number for number, cycle in enumerate(DEFAULT_DIRECTION)}
    grain = pl.when(c("unit_months") == 12).then(c("grain"))
    cycle = pl.coalesce(
        *(pl.when(grain == part).then(numbers[part]) for part in _PARTS_OF_YEAR),
        *(
            pl.when((c("unit_months") == months) & (c("unit_days") == days)).then(numbers[name])
            for name, (months, days) in _SIZES.items()
        ),
    )
    tense = pl.when(c("cue") == "past").then(1).when(c("cue") == "future").then(2).otherwise(0)
    directions = [DEFAULT_DIRECTION[name][tense] for name in DEFAULT_DIRECTION for tense in _TENSES]
    rows = pl.when(c("kind") == "recurring").then((cycle + tense).cast(pl.UInt32))
    return rows.map_batches(pl.Series(directions, dtype=PICK).gather, return_dtype=PICK)


_IN_SPEECH = r"(?:“[^”]*|(?:^|\s)\"[^\"]*)$"


def anchor(mentions: pl.DataFrame) -> pl.DataFrame:
    """Give every mention its anchor and resolve it, anchors in the text by a short fixpoint.

    Takes the value columns, `mention` (a number rising through the text), `article`, `published_day`, `history`,
    `lean`, `pick`, `keep`, `cue` ("future", "past" or null); adds `anchor_day`, `anchor_basis`, `start_day`, `end_day`,
    and `dated` (Boolean): whether the day of publication has a part in it, be it by way of previous mentions.
    `find_dates` shows the answer:

    >>> from datetime import date
    >>> from timeline import find_dates
    >>> text = "They met on 3 May 2014. Two days later, they left. Today it rains."
    >>> dates = find_dates(pl.DataFrame({"text": [text], "published": [date(2015, 10, 2)]}))
    >>> dates.select("text", "anchor", "anchor_basis").rows()[1:]
    [('Two days later', ..., 'told'), ('Today', ..., 'published')]
    """
    c = pl.col
    recurring = c("kind") == "recurring"
    # Below a heading its day stands for that of publication.
    headed = c("heading_day").is_not_null()
    mentions = mentions.with_columns(published_day=pl.coalesce("heading_day", "published_day"))
    # "I speak to you tonight" is spoken on a day of the history, not on the day of publication.
    speech = pl.when(c("before").str.contains(_IN_SPEECH)).then(_lean("told")).otherwise(_lean("published"))
    mentions = set_where(mentions, c("history") & c("from_today") & ~headed, lean=speech)
    chained = pl.concat([chain(mentions), backgrounds(mentions)])
    nothing = pl.repeat(None, mentions.height, dtype=pl.Int64, eager=True)
    mentions = mentions.with_columns(chained=nothing.scatter(chained["mention"], chained["chained"]))
    mentions = mentions.with_columns(
        pick=pl.when(c("chained").is_not_null()).then(_pick("in")).otherwise(pl.coalesce("pick", _default_direction())),
        lean=pl.when(c("chained").is_not_null()).then(_lean("chain"))
        .when(c("history") & ~c("from_today") & ~headed).then(_lean("told"))
        .otherwise(pl.coalesce("lean", _lean("published"))),
    )  # fmt: skip
    mentions = mentions.with_columns(
        anchor_day=pl.when(c("kind") == "calendar").then(None)
        .when(c("chained").is_not_null()).then(day_of_month(mentions["chained"]))
        .when(c("lean") == "published").then(c("published_day")),
        anchor_basis=pl.when(c("kind") == "calendar").then(None)
        .when(c("chained").is_not_null() | headed).then(_lean("told"))
        .otherwise(_lean("published")),
    )  # fmt: skip
    needs_mention = c("kind").is_not_null() & (c("lean") == "told") & (c("kind") != "calendar")
    # The unit a value is counted in says how fine the previous mention must be.
    mentions = mentions.with_columns(
        need=pl.when(~needs_mention).then(None)
        .when(c("keep") & c("history") & (c("unit_months") == 12)).then(_YEAR)
        .when(c("keep")).then(-1)
        .when((c("kind") == "shift") & (c("unit_days") == 1)).then(0)
        .when(c("unit_days") == 7).then(1)
        .when((c("kind") == "shift") & (c("unit_months") == 1)).then(2)
        .when((c("kind") == "shift") & (c("unit_months") == 3)).then(_QUARTER)
        .when(recurring & (c("unit_days") == 1)).then(0)
        .when(recurring & (c("unit_months") == 1)).then(2)
        .otherwise(_YEAR)
    )  # fmt: skip
    # Nine months are compared with those of the year before, whatever quarter stands before them; what a comparison
    # looks back on is not where the news goes on.
    mentions = mentions.with_columns(stretch=pl.lit(False), since=pl.lit(False), compared=c("keep") & ~c("history"))
    mentions = set_where(mentions, c("kind").is_null(), stretch=c("said").str.contains(r"^P(?:[4-9]|1[01])M$"))
    mentions = set_where(mentions, c("open") == "after", since=c("before").str.contains("ince ", literal=True))
    mentions = mentions.with_columns(
        resolve(mentions.select(NEEDED)).select("start_day", "end_day"),
        dated=(c("anchor_basis") == "published").fill_null(value=False),
    )
    story = mentions.select(_STORY).with_columns(waits=c("need").is_not_null() & mentions["anchor_day"].is_null())
    answers = []
    for patient in (*[True] * _ROUNDS, False):
        story = _unsettled(story)
        if story.is_empty():
            break
        found = resolve(_answerable(story, mentions, patient))
        answers.append(found.select("mention", *_SETTLED))
        answered = found.with_columns(waits=pl.lit(False))
        story = story.with_columns(story[name].scatter(found["row"], answered[name]) for name in _LOOKED_AT)
    settled = pl.concat([mentions.clear().select("mention", *_SETTLED), *answers])
    return mentions.with_columns(mentions[name].scatter(settled["mention"], settled[name]) for name in _SETTLED)


def _pick(name: str) -> pl.Expr:
    return pl.lit(name, PICK)


def _lean(name: str) -> pl.Expr:
    return pl.lit(name, LEAN)


# What mentions with an anchor in the text look at, and what of it an answer changes.
_STORY = [
    "mention",
    "article",
    "grain",
    "start_day",
    "end_day",
    "need",
    "history",
    "stretch",
    "compared",
    "since",
    "dated",
]
_LOOKED_AT = ["waits", "grain", "start_day", "end_day", "dated"]
_SETTLED = ["anchor_day", "anchor_basis", "n", "unit_months", "size_months", "grain", "start_day", "end_day", "dated"]
# A mention waits while its anchor waits; after so many rounds the nearest mention that is settled will do.
_ROUNDS = 5


def _unsettled(story: pl.DataFrame) -> pl.DataFrame:
    """The articles in which a mention waits, with `row`, its number, and `first`, the first row of its article."""
    c = pl.col
    # An article is a number: whether one waits is asked of a column by number.
    waiting = story["article"].filter(story["waits"])
    articles = pl.repeat(False, (story.select(c("article").max()).item() or 0) + 1, eager=True).scatter(waiting, True)
    story = story.filter(articles.gather(story["article"]))
    new = (c("article") != c("article").shift(1)).fill_null(True)
    return story.with_columns(row=pl.int_range(pl.len())).with_columns(first=pl.when(new).then("row").forward_fill())


def _answerable(story: pl.DataFrame, mentions: pl.DataFrame, patient: bool) -> pl.DataFrame:
    """The mentions that wait for a previous mention and can be answered, with its day."""
    c = pl.col
    story = story.with_columns(fine=_FINE.gather(story["grain"].to_physical()))
    needs = story["need"].filter(story["waits"]).unique().to_list()
    before = []
    for need in needs:
        # A quarter is not waited for: the next best that is settled will do. "since 1998" is not where the story
        # stands.
        fits = (
            (c("grain") == "quarter")
            if need == _QUARTER
            else (c("fine") <= need) & ~(c("compared") & pl.lit(need == _YEAR)) & ~c("since")
        )
        counts = c("start_day").is_not_null() | (c("waits") & pl.lit(patient and need != _QUARTER))
        stands = (fits & counts) | (c("stretch") & pl.lit(need == _QUARTER))
        before.append(pl.when(stands).then("row").forward_fill().shift(1).alias(f"before{need}"))
    # What the story mentions last of all, be it coarser than what is asked for.
    moves = c("start_day").is_not_null() & ~c("since")
    last = pl.when(moves).then("row").forward_fill().shift(1).alias("last")
    asked = story.with_columns(*before, last).filter("waits")
    asked = asked.with_columns(before=pl.coalesce([pl.when(c("need") == need).then(f"before{need}") for need in needs]))
    asked = asked.with_columns(before=pl.when(c("before") >= c("first")).then("before"))
    asked = asked.with_columns(before=pl.when(~story["stretch"].gather(asked["before"])).then("before"))
    asked = asked.with_columns(known=c("before").is_not_null(), previous_day=story["start_day"].gather(asked["before"]))
    asked = asked.with_columns(
        dated=pl.when("known").then(story["dated"].gather(asked["before"])).otherwise(~c("history"))
    )
    asked = asked.filter(c("previous_day").is_not_null() | ~c("known"))
    # A history leaves a day behind when it moves to another month or year: none is counted from it then. News comes
    # back to it.
    start, end = (story[name].gather(asked["last"]) for name in ("start_day", "end_day"))
    moved = (c("last") > c("before")) & ~c("previous_day").is_between(start, end, closed="left")
    left = (c("history") & c("need").is_in([0, 1, 2]) & moved).fill_null(False)
    asked = asked.with_columns(previous_day=pl.when(~left).then("previous_day"))
    of_value = [name for name in (*NEEDED, "anchor_basis", "published_day") if name not in asked.columns]
    asked = asked.hstack(mentions.select(of_value)[asked["mention"]])
    # "a year earlier" beside a quarter compares like with like: four quarters back. A report that has named no quarter
    # speaks of the last full one.
    quarterly = (c("need") == _QUARTER) & c("known")
    unnamed = (c("need") == _QUARTER) & ~c("known") & (c("unit_months") == 3) & (c("n") == 0)
    return asked.with_columns(
        n=pl.when(quarterly & (c("unit_months") == 12)).then(4 * c("n")).when(unnamed).then(-1).otherwise(c("n")),
        unit_months=pl.when(quarterly).then(3).otherwise(c("unit_months")),
        size_months=pl.when(quarterly).then(3).otherwise(c("size_months")),
        grain=pl.when(quarterly).then(pl.lit("quarter")).otherwise(c("grain")),
        # In a history the article's own day stands in for nothing.
        anchor_day=pl.when(c("known") | c("history")).then("previous_day").otherwise("published_day"),
        anchor_basis=pl.when(c("known") | c("history")).then(pl.lit("told")).otherwise(c("anchor_basis")),
    )
