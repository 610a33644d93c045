"""Histories: articles about other years, and the years of the months and days that they mention without one.

Headings: the dates that open the lines of a list, a diary or a log, and those that date a quotation. A heading lends
the next one its year, and what stands below it is counted from it.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Any

import polars as pl

from timeline.calendar.arithmetic import EPOCH, day_of_month, month_of_day
from timeline.calendar.values import Cell
from timeline.languages import on_calendar
from timeline.schemas import set_where
from timeline.text import any_of

# A history: at most this share of its mentions are anchored to the article's own day.
_FEW = 0.08
# A dateline is among the first so many mentions.
_HEAD = 3
# A month without a year is the nearest to the previous one: at most so many months back, else ahead.
BACK = 4
# A year alone governs the month after it at this distance (code points) or where it opens its sentence.
NEAR = 60
# A year this far from both its neighbours, which agree, is an aside.
FAR = 3
# The next full date shows how many years the steps towards it have missed; past so many the story left out years.
MISSED = 2
# A missed year is made up for at the step that it makes longer by the fewest months, if by no more than these; a new
# paragraph moves to another year more easily.
DETOUR, NEW_PARAGRAPH = 10, 4
_OPENS = (
    r"(?:^|[.!?:\n][\"”)]*\s*)(?:(?:In|By|During|Throughout|Early in|Late in|Towards the end of|Until)(?: the)?)?\s*$"
)


def histories(mentions: pl.DataFrame) -> pl.DataFrame:
    """Add `history`: the full dates lie years back, and its own day anchors few mentions and none of the first."""
    c = pl.col
    explicit = (c("kind") == "calendar") & (c("year").is_not_null())
    years_ago = c("own_month") // 12 - c("year")
    on_mention = (c("lean") == "told").fill_null(False)
    deictic = c("deictic") & ~on_mention
    # News states its own day in the dateline; a long history may come by any day of the year.
    own_month, own_first = c("own_month"), c("own_first")
    month = month_of_day(mentions["published_day"])
    mentions = mentions.with_columns(own_month=month, own_first=day_of_month(month))
    own_day = (
        (c("grain") == "day")
        & (c("month_offset") == own_month % 12)
        & (c("day") == c("published_day") - own_first + 1)
        & ((c("kind") == "recurring") | (c("year") == own_month // 12))
    )
    # What happened "on Monday" stands at the top of news; "today" may stand in the description of a castle.
    news = own_day | (deictic & ~c("from_today"))
    many = (explicit.sum() >= 3) | ((explicit.sum() == 2) & explicit.first() & (deictic.sum() == 0))
    articles = mentions.group_by("article").agg(
        (
            many
            & ((deictic.sum() / c("kind").count()) <= _FEW)
            & (years_ago.filter(explicit).median().fill_null(99) >= 1)
            & ~news.head(_HEAD).any()
        ).alias("history")
    )
    return mentions.drop("own_month", "own_first").join(articles, on="article", how="left", maintain_order="left")


_STEP = ["mention", "article", "kind", "year", "n", "month_offset", "start_char", "grain", "pick"]


def _mentioned_months(mentions: pl.DataFrame) -> pl.DataFrame:
    """The months, days and seasons of histories, in order; `fixed` is the month index of those whose year is stated."""
    c = pl.col
    # "the following May" and "that autumn" are steps of the story; "the previous April" looks back and moves nobody.
    onward = (c("lean") == "told") & c("pick").is_in(["after", "in", "on_or_after"])
    yearless = (c("kind") == "recurring") & c("month_offset").is_not_null() & (c("lean").is_null() | onward)
    later = (c("kind") == "shift") & (c("lean") == "told") & (c("n") > 0) & c("month_offset").is_null()
    asked = c("history") & (c("unit_months") == 12) & ((c("kind") == "calendar") | yearless | later)
    mentioned = mentions.select(*_STEP, "before", asked=asked).filter("asked")
    mentioned = mentioned.select(
        *_STEP,
        opens=c("before").str.contains(_OPENS),
        paragraph=c("before").str.contains(r"\n[^.\n]*$"),
    )
    # A year far from its neighbours, which agree, is an aside and moves nobody.
    before, after = (c("year").shift(by).over("article") for by in (1, -1))
    asides = mentioned.filter(c("kind") == "calendar").filter(
        ((c("year") - before).abs() > FAR) & ((after - before).abs() <= FAR)
    )
    mentioned = mentioned.join(asides.select("mention"), on="mention", how="anti", maintain_order="left")
    near = (c("start_char") - c("start_char").shift(1)) <= NEAR
    # "the following year" is one more than the year mentioned last.
    mentioned = mentioned.with_columns(
        years=(c("kind") == "calendar").cum_sum().over("article"),
        n=pl.when(c("kind") == "shift").then("n").otherwise(0),
    )
    mentioned = mentioned.with_columns(
        year=c("year").forward_fill().over("article") + c("n").cum_sum().over("article", "years")
    )
    alone = (c("kind") != "recurring") & c("month_offset").is_null()
    governed = (alone.shift(1) & (near | c("opens").shift(1))).over("article")
    return mentioned.with_columns(
        fixed=pl.when((c("kind") == "calendar") | governed).then(12 * c("year") + c("month_offset"))
    ).filter(c("month_offset").is_not_null())


_NONE_CHAINED = pl.DataFrame(schema={"mention": pl.UInt32, "chained": pl.Int64})


def chain(mentions: pl.DataFrame) -> pl.DataFrame:
    """In a history, the month index of each month-day without a year in `chained`: nearest to the previous one.

    Nearest of nearest is a running sum: the steps, wrapped to less than a year, add up from the last full date to the
    next. The whole years that they then miss are made up for at the easiest steps.
    """
    c = pl.col
    if not mentions["history"].any():
        return _NONE_CHAINED
    mentioned = _mentioned_months(mentions)
    # A season moves nobody: "the summer offensive" and "winter quarters" may lie ahead or behind.
    months = mentioned.filter(c("fixed").is_not_null() | (c("grain") != "season") | c("pick").is_not_null())
    back = pl.when(c("pick") == "after").then(-1).when(c("pick") == "on_or_after").then(0).otherwise(BACK)
    step = (c("month_offset") - c("month_offset").shift(1) + back) % 12 - back
    months = months.with_columns(
        segment=c("fixed").is_not_null().cum_sum().over("article"),
        step=step.over("article"),
        loose=c("fixed").is_null(),
        last=c("fixed").forward_fill().over("article"),
    ).filter(c("segment") > 0)
    # The steps from one full date to the next, that one included.
    run = ["article", "run"]
    months = months.with_columns(
        run=c("segment") - (~c("loose")).cast(pl.Int64), previous=c("last").shift(1).over("article")
    )
    missed = (c("fixed").last() - c("previous").first() - c("step").sum()) // 12
    months = months.with_columns(missed=missed.over(run).fill_null(0))
    years = 12 * c("missed").sign()
    detour = (c("step") + years).abs() - c("step").abs() - pl.when("paragraph").then(NEW_PARAGRAPH).otherwise(0)
    # Where no step is easier, the full date itself stands in the new year.
    months = months.with_columns(
        detour=pl.when("loose").then(detour).otherwise(pl.min_horizontal(detour, pl.lit(DETOUR - 0.5)))
    )
    order = c("detour").rank("ordinal").over(run)
    moved = c("loose") & (c("missed").abs() <= MISSED) & (c("detour") <= DETOUR) & (order <= c("missed").abs())
    months = months.with_columns(
        step=pl.when("loose").then(c("step") + pl.when(moved).then(years).otherwise(0)).otherwise(0)
    )
    months = months.with_columns(chained=c("last") + c("step").cum_sum().over("article", "segment"))
    mentioned = mentioned.join(months.select("mention", "chained"), on="mention", how="left", maintain_order="left")
    passed = c("chained").forward_fill().over("article")
    season = passed + (c("month_offset") - passed % 12 + 6) % 12 - 6
    mentioned = mentioned.with_columns(chained=pl.coalesce("chained", season))
    return mentioned.filter((c("kind") == "recurring") & c("chained").is_not_null()).select("mention", "chained")


# "On 6 June 1944 he landed. In August he was wounded, and in December he went home."
_GOES_ON = (
    r"(?:^|[.;:!?][\"”)]*[ ]+|^,?[ ](?:and|but|then)[ ]|[ ](?:and|but|then)[ ])"
    r"(?i:in|on|by|early in|late in|from|during)(?: the)? (?:(?:early|mid|late)[- ])?$"
)
_CLOSE = 120


def backgrounds(mentions: pl.DataFrame) -> pl.DataFrame:
    """In news, the month index in `chained` of the months and days that go on from a full date of an earlier year.

    They stand beside it in its paragraph, one after the other with no other mention between, and open a clause.
    """
    c = pl.col
    yearless = (c("kind") == "recurring") & (c("unit_months") == 12) & c("month_offset").is_not_null()
    asked = yearless & ~c("history") & c("lean").is_null() & c("pick").is_null() & c("cue").ne_missing("future")
    near = (c("start_char") - c("end_char").shift(1) <= _CLOSE) & (c("article") == c("article").shift(1))
    line = mentions.select(
        "mention", "kind", "year", "month_offset", "published_day", "before",
        single=c("open").is_null(), link=asked & (c("grain") != "season") & near,
    )  # fmt: skip
    goes_on = c("before").str.contains(_GOES_ON) & ~c("before").str.contains("\n", literal=True)
    line = set_where(line, c("link"), link=goes_on).with_columns(c("link").fill_null(value=False))
    if not line["link"].any():
        return _NONE_CHAINED
    # Only a date and what goes on from it: most stand alone.
    line = line.filter(c("link") | c("link").shift(-1))
    line = line.with_columns(
        earlier=(c("kind") == "calendar") & c("single") & (c("year") < month_of_day(c("published_day")) // 12),
        step=(c("month_offset") - c("month_offset").shift(1) + 1) % 12 - 1,
        run=(~c("link")).cum_sum(),
    )
    line = line.with_columns(month=pl.when("link").then("step").otherwise(12 * c("year") + c("month_offset")))
    line = line.with_columns(earlier=c("earlier").first().over("run"), chained=c("month").cum_sum().over("run"))
    return line.filter(c("link") & c("earlier") & c("chained").is_not_null()).select("mention", "chained")


# A date opens its line, and ends it or is cut off from what it heads.
_OPENS_LINE = r"(?:^|\n)[ \t>*#|\[(•–—-]*$"
_HEADS = r"^[\])*]*(?:\s*(?:\n|$)|[.:;|]| ?[–—]| -)"
_HEADING = ["mention", "article", "kind", "year", "month_offset", "day", "grain", "start_char", "end_char", "after"]
# Whoever speaks or writes on a day counts from it; the quotation opens in the same sentence.
_SAYS = any_of(
    "wrote writes said says told tweeted posted noted declared announced warned added recorded cabled testified".split()
)
_QUOTES = re.compile(r"(?s)(?P<lead>[^.!?\n\"“”«»„]{0,80})(?:[\"“„«]|(?<=[ :])['‘])[^\"”»]*")
_OPENS_SENTENCE = re.compile(r"(?:^|[.!?\n][\"”’]?\s*)(?:\w+ ){0,2}$")
_FAR_QUOTE = 400


def headings(mentions: pl.DataFrame, texts: pl.Series) -> pl.DataFrame:
    """Lend the dates that open lines the year of the one above, and anchor what stands below a heading to its day.

    `texts` (String) are those of the articles by their number. Adds `listed` (Boolean), whether a date has its year of
    a line above, and `heading_day` (Int64), the day that a mention is counted from in place of that of publication.
    """
    c = pl.col
    first = c("before").str.len_chars() == c("start_char")
    opens = pl.when(first).then("before").otherwise(c("before").str.tail(16).str.replace("^[^\n]*$", "."))
    day = (c("unit_months") == 12) & c("nth").is_null() & c("pick").is_null()
    dated = day & ((c("kind") == "calendar") | ((c("kind") == "recurring") & c("month_offset").is_not_null()))
    lines = mentions.filter(dated & c("lean").is_null())
    lines = lines.filter(opens.str.contains(_OPENS_LINE)).filter(
        c("after").str.contains(_HEADS) | c("grain").is_in(["minute", "second"])
    )
    years: dict[int, int] = {}
    anchors: dict[int, int] = {}
    if lines.height > 1 or (lines.height and mentions["published_day"].null_count()):
        for entries in lines.select(_HEADING).partition_by("article", maintain_order=True):
            _list(entries.rows(named=True), mentions, texts, years, anchors)
    _dated_quotations(mentions, texts, anchors)
    nothing = pl.repeat(None, mentions.height, dtype=pl.Int64, eager=True)
    rows = [*years]
    listed = pl.repeat(False, mentions.height, eager=True).scatter(rows, True) if rows else pl.lit(False)
    mentions = mentions.with_columns(
        heading_day=nothing.scatter([*anchors], [*anchors.values()]) if anchors else nothing, listed=listed
    )
    if not rows:
        return mentions
    return mentions.with_columns(
        mentions["year"].scatter(rows, [*years.values()]),
        kind=pl.when("listed").then(pl.lit("calendar")).otherwise("kind"),
    )


def _list(
    entries: list[dict[str, Any]],
    mentions: pl.DataFrame,
    texts: pl.Series,
    years: dict[int, int],
    anchors: dict[int, int],
) -> None:
    """Add the years of the entries of one article that state none, and the days that its other mentions stand below."""
    above: tuple[int, int, int] | None = None
    days: list[tuple[dict[str, Any], int]] = []
    for number, entry in enumerate(entries):
        month, day = (entry["month_offset"] + 1 if entry["month_offset"] is not None else 0), entry["day"] or 0
        if entry["kind"] == "recurring":
            if above is None:
                continue
            below = next((e for e in entries[number + 1 :] if e["kind"] == "calendar"), None)
            years[entry["mention"]] = entry["year"] = _year_below(above, month, day, below)
        if entry["kind"] == "calendar" or above is None or above[1]:
            above = entry["year"], month, day
        if month and day and (on := on_calendar(entry["year"], Cell(month=month, day=day))):
            days.append((entry, (on - EPOCH).days))
    first = entries[0]
    told = mentions.filter(article=first["article"]).select("mention", "start_char", "published_day")
    if len({day for _, day in days}) < 2 and (not days or told["published_day"][0] is not None):
        return
    text = texts[first["article"]]
    heads = {entry["mention"] for entry in entries}
    for (entry, day), (after, _) in pairwise([*days, ({"start_char": len(text)}, 0)]):
        # Beside what it heads it holds for the paragraph, on a line of its own until the next one.
        alone = re.match(r"[\])*.:]*\s*(?:\n|$)", entry["after"])
        end = len(text) if alone else text.find("\n\n", entry["end_char"])
        end = min(after["start_char"], end if end >= 0 else len(text))
        for mention, start, _ in told.iter_rows():
            if entry["end_char"] <= start < end and mention not in heads:
                anchors[mention] = day


def _year_below(above: tuple[int, int, int], month: int, day: int, below: dict[str, Any] | None) -> int:
    """The year of an entry without one: that above it, one more where the list has come to the next January."""
    year, *rest = above
    if not rest[0]:
        return year
    later = year if [month, day] >= rest else year + 1
    if below is None:
        return min(
            (year, later, year - 1), key=lambda y: abs((y - year) * 365 + (month - rest[0]) * 30 + day - rest[1])
        )
    end = below["year"], (below["month_offset"] if below["month_offset"] is not None else 12) + 1, below["day"] or 31
    if end < above:
        return year if [month, day] <= rest else year - 1
    return later if (later, month, day) <= end else year


def _dated_quotations(mentions: pl.DataFrame, texts: pl.Series, anchors: dict[int, int]) -> None:
    """Add the days of what is counted from the day of a quotation: "On 3 May 2014 he wrote: 'I will go tomorrow'"."""
    c = pl.col
    full = (c("kind") == "calendar") & (c("grain") == "day") & c("day").is_not_null() & c("nth").is_null()
    line = mentions.select(
        "mention", "article", "year", "month_offset", "day", "start_char", "end_char",
        asks=c("deictic") | c("from_today") | c("weekday_name"),
        base=pl.when(full & c("month_offset").is_not_null()).then("mention").forward_fill().over("article"),
    )  # fmt: skip
    asked = line.filter(c("asks") & c("base").is_not_null() & (c("base") != c("mention")))
    if asked.is_empty():
        return
    for mention, number, base, start in asked.select("mention", "article", "base", "start_char").iter_rows():
        day = line.row(base, named=True)
        if start - day["end_char"] > _FAR_QUOTE or not (
            quotation := _QUOTES.fullmatch(texts[number], day["end_char"], start)
        ):
            continue
        before, lead = texts[number][max(0, day["start_char"] - 80) : day["start_char"]], quotation["lead"]
        speaks = re.search(rf"\b{_SAYS}\b", lead) or lead.rstrip().endswith(":")
        said = re.search(rf"\b{_SAYS}\b[^.!?\n]*$", before) and not lead.strip(" ,:)")
        if (speaks and _OPENS_SENTENCE.search(before)) or said:
            on = on_calendar(day["year"], Cell(month=day["month_offset"] + 1, day=day["day"]))
            if on is not None:
                anchors[mention] = (on - EPOCH).days
