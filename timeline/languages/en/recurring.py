"""Which occurrence of a cycle is meant: weekdays, days of the month, months and seasons, last, this or next."""

from __future__ import annotations

import re

from timeline.calendar.values import Cell, Every, Reading, Recurring, Shift, Traits
from timeline.languages.en.absolute import dated, nobodys
from timeline.languages.en.numerals import (
    amount_of,
    direction_of,
    fields_of,
    joined_on,
    month_of,
    order_of,
    part_of,
    plain,
    weekday_of,
)
from timeline.languages.en.vocabulary import DAYS_FROM_TODAY, DIRECTIONS, HOLIDAYS, SEASONS, SEVERAL_HOLIDAYS
from timeline.languages.grammar import rule

_THE = "(?:{determiner} )?"


@rule(
    rf"{_THE}{{direction}} "
    r"(?:{month}(?: (?:{nth}|{day}))?|{weekday}|{season}|{holiday}|{order}[ -](?:quarter))",
    traits=Traits(deictic=True),
)
def named_turn(match: re.Match[str]) -> Reading | None:
    n, anchor, direction = direction_of(match)
    groups = match.groupdict()
    if n == 1 and match[0][:3].lower() == "the":
        # "the next spring" follows a year that was mentioned; "next spring" follows the day of publication.
        anchor = "told"
    # "that third-quarter profit rose": the conjunction.
    if groups["order"] and plain(match["direction"]) == "that" and "-" in match[0]:
        return None
    if nobodys(groups["holiday"] or ""):
        return None
    if groups["weekday"]:
        cell = Cell(weekday=weekday_of(groups["weekday"]))
    elif groups["season"]:
        cell = Cell(season=SEASONS[groups["season"].lower()])
    elif groups["order"]:
        cell = Cell(quarter=max(1, order_of(groups["order"])))
    elif groups["holiday"]:
        cell = Cell(**HOLIDAYS[plain(groups["holiday"])])  # type: ignore[arg-type]
    else:
        cell = fields_of(match).cell  # type: ignore[union-attr]
    return dated(Recurring(cell), anchor=anchor, direction=direction)


@rule(
    r"(?:on )?the (?:{nth}|{ordinal}) of (?P<direction>this|last|next|the previous|the following|that|the same) month"
)
def day_of_another_month(match: re.Match[str]) -> Reading:
    n, anchor, _ = DIRECTIONS[plain(match["direction"]).removeprefix("the ")]
    return dated(Shift(n, "month", Cell(day=order_of(match["nth"] or match["ordinal"]))), anchor=anchor)


@rule(r"(?:the )?{order} {weekday} (?:of|in) (?P<direction>the|this|last|next|that|the same) month")
def weekday_of_another_month(match: re.Match[str]) -> Reading:
    direction = plain(match["direction"])
    n, anchor, _ = (0, "told", "") if direction == "the" else DIRECTIONS[direction.removeprefix("the ")]
    return dated(
        Shift(n, "month", Cell(weekday=weekday_of(match["weekday"]), nth=order_of(match["order"]))), anchor=anchor
    )


@rule(r"(?:(?P<many>a)|{number}) weeks? ago,? (?:on )?{weekday}", r"{weekday},? (?:(?P<many>a)|{number}) weeks? ago")
def weekday_weeks_ago(match: re.Match[str]) -> Reading:
    weeks = int(amount_of(match["many"] or match["number"]))
    return dated(Shift(-weeks, "week", Cell(weekday=weekday_of(match["weekday"]))), anchor="published")


@rule(r"(?:(?P<many>a couple of)|{number}) (?:{weekdays}|{season}s|{holidays}) (?P<when>ago|from now|hence)")
def turns_ago(match: re.Match[str]) -> Reading | None:
    count = int(amount_of(match["many"] or match["number"])) - 1
    if not count:
        return None
    weekday, holiday, past = match["weekdays"], match["holidays"], match["when"].lower() == "ago"
    if holiday:
        cell = Cell(**HOLIDAYS[SEVERAL_HOLIDAYS[holiday.lower()]])  # type: ignore[arg-type]
    else:
        cell = Cell(weekday=weekday_of(weekday[:-1])) if weekday else Cell(season=SEASONS[match["season"].lower()])
    return dated(
        Recurring(cell, -count if past else count), anchor="published", direction="before" if past else "after"
    )


# British: "Tuesday week" is a week after the Tuesday to come.
@rule(
    r"{weekday} (?:(?P<week>week)|(?P<fortnight>fortnight))",
    r"(?:(?P<many>a)|{number}) (?:(?P<week>weeks?)|(?P<fortnight>fortnight)) (?:on|from|come) {weekday}",
)
def weekday_week(match: re.Match[str]) -> Reading | None:
    # "the Tuesday week-long strike"
    if joined_on(match):
        return None
    groups = match.groupdict()
    count = int(amount_of(groups.get("many") or groups.get("number") or "a"))
    weeks = count * (2 if groups["fortnight"] else 1)
    return dated(
        Recurring(Cell(weekday=weekday_of(match["weekday"])), weeks), anchor="published", direction="on_or_after"
    )


@rule(
    r"(?P<day>today|tomorrow) (?:week|(?P<fortnight>fortnight))",
    r"(?:a week|(?P<fortnight>a fortnight)|(?P<weeks>{number}) weeks) (?P<day>today|tomorrow)",
)
def day_week(match: re.Match[str]) -> Reading:
    groups = match.groupdict()
    weeks = 2 if groups["fortnight"] else int(amount_of(groups["number"])) if groups.get("number") else 1
    return dated(Shift(7 * weeks + DAYS_FROM_TODAY[match["day"].lower()], "day"), anchor="published")


_OF_MONTHS = {"instant": 0, "inst": 0, "ultimo": -1, "ult": -1, "proximo": 1, "prox": 1}


@rule(r"(?:the )?(?:{nth}|{day}) (?:(?P<which>instant|ultimo|proximo)|(?P<short>inst|ult|prox)\.?)")
def day_of_letters(match: re.Match[str]) -> Reading:
    n = _OF_MONTHS[(match["which"] or match["short"]).lower()]
    return dated(Shift(n, "month", Cell(day=order_of(match["nth"] or match["day"]))), anchor="published")


@rule(r"{weekday},? the {nth}")
def weekday_and_day(match: re.Match[str]) -> Reading:
    return dated(Recurring(Cell(day=order_of(match["nth"]))), anchor="published")


@rule(r"the {nth}", r"the {ordinal} of the month", traits=Traits(ordinal=True))
def day_told_of_the_month(match: re.Match[str]) -> Reading:
    groups = match.groupdict()
    return dated(Recurring(Cell(day=order_of(groups.get("nth") or groups.get("ordinal") or ""))), anchor="told")


@rule(
    r"{weekday} (?P<which>last|next)(?! (?:week|month|year|season))",
    r"{month} (?P<which>last|next)(?! (?:week|month|year|season))",
)
def turn_before(match: re.Match[str]) -> Reading:
    groups = match.groupdict()
    cell = Cell(weekday=weekday_of(match["weekday"])) if groups.get("weekday") else Cell(month=month_of(match["month"]))
    return dated(Recurring(cell), anchor="published", direction=DIRECTIONS[match["which"].lower()][2])


@rule(r"{weekday} and {weekday2} {part}s")
def parts_of_weekdays(match: re.Match[str]) -> tuple[Reading, ...]:
    part = part_of(match)
    first, second = (
        Every(Recurring(Cell(weekday=weekday_of(match[name]), part=part))) for name in ("weekday", "weekday2")
    )
    return (
        dated(first, type="SET", end=match.end("weekday")),
        dated(second, type="SET", start=match.start("weekday2")),
    )


@rule(r"{weekdays}")
def weekdays(match: re.Match[str]) -> Reading:
    return dated(Every(Recurring(Cell(weekday=weekday_of(match["weekdays"][:-1])))), type="SET")


@rule(
    r"(?:(?:the|this|last|next|that) )?{weekday}(?P<plural>s)?(?: {part}(?P<nights>s)?)?",
    traits=Traits(deictic=True, weekday_name=True),
)
def weekday(match: re.Match[str]) -> Reading | None:
    cell = Cell(weekday=weekday_of(match["weekday"]), part=part_of(match))
    if match["plural"] or match["nights"]:
        return dated(Every(Recurring(cell)), type="SET")
    first = match[0].split()[0].lower()
    direction = DIRECTIONS[first][2] if first in DIRECTIONS else None
    # "the Friday explosions": the article belongs to what happened.
    start = match.start("weekday") if first == "the" and not cell.part else 0
    return dated(
        Recurring(cell), type="TIME" if cell.part else "DATE", direction=direction, anchor="published", start=start
    )
