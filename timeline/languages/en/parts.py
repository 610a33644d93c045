"""Parts of a day or a year that the words name as another one, or that was mentioned just before."""

from __future__ import annotations

import re

from timeline.calendar.values import Calendar, Cell, Reading, Recurring, Shift, Traits
from timeline.languages.en.absolute import dated
from timeline.languages.en.numerals import direction_of, month_of, order_of, part_of, plain, weekday_of
from timeline.languages.en.vocabulary import DIRECTIONS, MODIFIERS, NEAR_DAYS, SEASONS
from timeline.languages.grammar import rule


@rule(r"overnight", traits=Traits(deictic=True))
def overnight(_match: re.Match[str]) -> Reading:
    return dated(Shift(-1, "day", Cell(part="NI")), type="TIME", anchor="published")


@rule(r"(?:the )?{which:direction} {part}")
def part_of_a_day(match: re.Match[str]) -> Reading:
    n, anchor, _ = direction_of(match)
    return dated(
        Shift(n, "day", Cell(part=part_of(match))),
        type="TIME",
        anchor="told" if match[0][:3].lower() == "the" else anchor,
    )


@rule(
    r"(?:the )?{stage}[ -]?(?P<part>morning|afternoon|evening)(?: hours)?(?: (?:on |of )?(?:{near}|{weekday}))?",
    r"the (?P<part>morning|afternoon|evening)",
)
def part_of_the_day_told(match: re.Match[str]) -> Reading:
    groups = match.groupdict()
    mod = MODIFIERS.get((groups.get("stage") or "").lower())
    cell, day = Cell(part=part_of(match)), groups.get("near")
    if groups.get("weekday"):
        return dated(
            Recurring(cell._replace(weekday=weekday_of(match["weekday"]))), type="TIME", mod=mod, anchor="published"
        )
    return dated(
        Shift(NEAR_DAYS[day.lower()] if day else 0, "day", cell),
        type="TIME",
        mod=mod,
        anchor="published" if day else "told",
    )


_INNER = (
    r"(?:{month}(?: (?:{nth}|{day}))?|(?:{nth2}|{day2}) {month2}|{season}|{weekday}"
    r"|(?:fiscal )?{order}[ -]quarter|(?P<half>first|second) half"
    r"|(?P<same>{comparing} (?:period|quarter|month|time)|quarter|period))"
)


def _inner(match: re.Match[str]) -> tuple[Cell, bool]:
    groups = match.groupdict()
    if groups["month"] or groups["month2"]:
        day = groups["nth"] or groups["day"] or groups["nth2"] or groups["day2"]
        return Cell(
            month=month_of(groups["month"] or groups["month2"] or ""), day=order_of(day) if day else None
        ), False
    if groups["season"]:
        return Cell(season=SEASONS[groups["season"].lower()]), False
    if groups["order"]:
        return Cell(quarter=max(1, order_of(groups["order"]))), False
    if groups["half"]:
        return Cell(half=order_of(groups["half"])), False
    if groups["weekday"]:
        return Cell(weekday=weekday_of(groups["weekday"])), False
    return Cell(), True


@rule(
    rf"(?:the )?{_INNER},?(?: (?:of|in|from))?(?: the)? (?P<direction>{{which}}|the past)"
    r" (?:fiscal )?(?P<cycle>year|week|month)",
    rf"(?:the )?{{which:direction}} (?P<cycle>year|week|month)['’]s (?:fiscal )?{_INNER}",
)
def part_of_another_year(match: re.Match[str]) -> Reading | None:
    cell, same = _inner(match)
    n, anchor, _ = DIRECTIONS[plain(match["direction"]).removeprefix("the ")]
    if bool(cell.weekday) != (match["cycle"].lower() == "week") and not same:
        return None
    return dated(Shift(n, match["cycle"].lower(), cell), anchor="told" if same else anchor, keep=same)


@rule(r"(?:the )?(?:{order}[ -]quarter|(?P<half>first|second|last|latter) half) of the (?:fiscal |calendar )?year")
def part_of_the_year_told(match: re.Match[str]) -> Reading:
    number = order_of(match["order"] or match["half"])
    last = 4 if match["order"] else 2
    cell = Cell(quarter=number if number > 0 else last) if match["order"] else Cell(half=number if number > 0 else last)
    return dated(Shift(0, "year", cell), anchor="told")


_INSIDE = (
    r"(?:of|in) (?:(?:the year )?{year}"
    r"|(?P<whose>(?:the )?{which}|the) (?P<whole>year|month))"
)


@rule(
    rf"(?:the )?(?:(?P<first>first|opening)|last|final|closing) (?P<unit>day|week|month) {_INSIDE}",
)
def edge_of_a_unit(match: re.Match[str]) -> Reading | None:
    groups = match.groupdict()
    first, unit, year = bool(groups["first"]), groups["unit"].lower(), groups["year"]
    in_year = {
        "day": Cell(month=1, day=1) if first else Cell(month=12, day=31),
        "week": Cell(week=1) if first else Cell(month=12, nth=-1),
        "month": Cell(month=1 if first else 12),
    }
    if year:
        return dated(Calendar(int(year), in_year[unit]))
    which = plain(match["whose"])
    n, anchor, _ = (0, "told", "") if which == "the" else DIRECTIONS[which.removeprefix("the ")]
    if match["whole"].lower() == "year":
        return dated(Shift(n, "year", in_year[unit]), anchor=anchor)
    if unit == "month":
        return None
    # Which day is the last hangs on the month.
    last_day = unit == "day" and not first
    cell = Cell() if last_day else Cell(day=1) if unit == "day" else Cell(nth=1 if first else -1)
    return dated(Shift(n, "month", cell), anchor=anchor, mod="END" if last_day else None)


@rule(r"(?:the )?(?:latest|current|same|reported) period", r"this period")
def period_told(_match: re.Match[str]) -> Reading:
    return dated(Shift(0, "quarter"), anchor="told", keep=True)


@rule(
    r"the (?P<bare>year-(?:ago|earlier))",
    r"(?:the )?(?:{comparing} )?(?:year|month|week|quarter|decade)[ -](?P<when>ago|earlier)"
    r"(?: (?:fiscal )?(?:quarter|period|month|level|results?))?",
    r"(?:the )?(?:{comparing} )?(?:period|quarter) (?:a|one) (?:year) (?P<when>ago|earlier|before)",
    r"(?:the )?(?:{comparing}|prior|previous) year[ -](?P<when>ago|earlier) (?:quarter|period)",
    r"(?:the )?(?:prior|previous)-year (?:quarter|period|level)",
    r"an? (?P<hyphened>year-(?:ago|earlier))(?: (?:fiscal )?(?:quarter|period|month))?",
)
def period_a_year_ago(match: re.Match[str]) -> Reading | None:
    if not re.search("year", match[0], re.IGNORECASE):
        return None
    # "a year-earlier loss", "the year-ago results": the article belongs to the loss.
    groups = match.groupdict()
    start = match.start(name) if (name := next((n for n in ("hyphened", "bare") if groups.get(n)), None)) else 0
    return dated(Shift(-1, "year"), anchor="told", keep=True, start=start)


@rule(r"(?:the )?year[ -](?:ago|earlier) (?:fiscal )?{order} quarter")
def quarter_a_year_ago(match: re.Match[str]) -> Reading:
    return dated(Shift(-1, "year", Cell(quarter=max(1, order_of(match["order"])))), anchor="published")
