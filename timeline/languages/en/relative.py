"""Days and other units counted from a day: the article's own, or the one mentioned just before."""

from __future__ import annotations

import re

from timeline.calendar.values import Calendar, Cell, Length, Reading, Recurring, Shift, Traits, Vague
from timeline.languages.en.absolute import dated
from timeline.languages.en.numerals import (
    amount_of,
    direction_of,
    fields_of,
    joined_on,
    part_of,
    plain,
    unit_of,
    weekday_of,
)
from timeline.languages.en.vocabulary import DAYS_FROM_TODAY, MONTHS, PARTS_OF_DAY, SEASONS, UNITS, WEEKDAYS
from timeline.languages.grammar import rule
from timeline.text import any_of

_THE = "(?:{determiner} )?"
_NOT_CELLS = {"minute", "second", "millennium"}


@rule(
    r"(?P<day>(?:the )?day before yesterday|(?:the )?day after tomorrow|today|tonight|yesterday|tomorrow)(?: {part})?",
    traits=Traits(deictic=True, from_today=True),
)
def day_from_today(match: re.Match[str]) -> Reading:
    name = plain(match["day"])
    part = "NI" if name == "tonight" else part_of(match)
    kind = "TIME" if part else "DATE"
    return dated(Shift(DAYS_FROM_TODAY[name], "day", Cell(part=part)), type=kind, anchor="published")


# "the day before last Tuesday" is a Monday.
_ONE_OF_A_CYCLE = any_of([*WEEKDAYS, *MONTHS, *UNITS, *SEASONS])


@rule(rf"(?:the )?(?P<what>{{unit}}|{{weekday}}) (?P<far>after next|before last)(?! {_ONE_OF_A_CYCLE}\b)")
def turn_after_next(match: re.Match[str]) -> Reading | None:
    n = 2 if match["far"].lower().startswith("after") else -2
    if match["weekday"]:
        # Counted as "last Monday" is: the Monday before last is the one before that.
        return dated(
            Recurring(Cell(weekday=weekday_of(match["weekday"])), n // 2),
            anchor="published",
            direction="before" if n < 0 else "after",
        )
    unit = unit_of(match["unit"])
    if unit in PARTS_OF_DAY:
        return dated(Shift(n, "day", Cell(part=PARTS_OF_DAY[unit])), type="TIME", anchor="published")
    return dated(Shift(n, unit), anchor="published") if unit not in _NOT_CELLS else None


@rule(
    r"the {beside:unit} (?P<way>before|after)",
    r"the (?P<unit>day|week|month|decade) (?P<way>earlier)",
)
def unit_before(match: re.Match[str]) -> Reading:
    unit, n = match["unit"].lower(), 1 if match["way"].lower() == "after" else -1
    if unit in PARTS_OF_DAY:
        return dated(Shift(n, "day", Cell(part=PARTS_OF_DAY[unit])), type="TIME", anchor="told")
    return dated(Shift(n, unit), anchor="told")


@rule(rf"{_THE}{{direction}} (?:{{calendar}}[ -])?{{unit}}", traits=Traits(deictic=True))
def unit_from_now(match: re.Match[str]) -> Reading | None:
    n, anchor, _ = direction_of(match)
    word, unit = match["unit"].lower(), unit_of(match["unit"])
    if unit == "weekend" and n == 1 and "coming" in plain(match["direction"]):
        return dated(Recurring(Cell(weekend=True)), anchor=anchor, direction="after")
    if unit == "day" and n == -1 and re.match("the last", match[0], re.IGNORECASE):
        # "the last day" closes something; it is not yesterday.
        return None
    if n == 1 and match[0][:3].lower() == "the":
        # "the next day" follows a day that was mentioned; "next week" follows the day of publication.
        anchor = "told"
    if (word.endswith("s") and word != unit) or unit in _NOT_CELLS:
        return None
    if unit in PARTS_OF_DAY:
        return dated(Shift(n, "day", Cell(part=PARTS_OF_DAY[unit])), type="TIME", anchor=anchor)
    if unit == "fortnight":
        return dated(Length("2", "week"), type="DURATION")
    return dated(Shift(n, unit), anchor=anchor)


_AGO = {"ago": (-1, "published"), "back": (-1, "published"),
        "from now": (1, "published"), "hence": (1, "published"), "from today": (1, "published"),
        "earlier": (-1, "told"), "previously": (-1, "told"), "beforehand": (-1, "told"), "before that": (-1, "told"),
        "later": (1, "told"), "afterwards": (1, "told"), "afterward": (1, "told"), "after that": (1, "told"),
        "thereafter": (1, "told"), "later on": (1, "told")}  # fmt: skip
_WHEN = f"(?P<when>{any_of(_AGO)})"
_COUNTED = r"(?:{count}|{many})"
# "Two and a half years ago" is counted in the unit below, and no more exact than its words.
YEARS_IN = {"year": 1, "decade": 10, "century": 100, "millennium": 1000}
_COUNTABLE = 12_000
_FINER = {"week": (7, "day"), "year": (12, "month"), "decade": (10, "year"), "century": (100, "year")}


@rule(
    rf"(?:(?:a mere|some) )?{_COUNTED}(?: more)?(?: or (?:so|more))?[ -]{{unit}}s?(?: or so)? {_WHEN}",
    rf"(?:an?|one|{{count}}) {{unit}}s? (?P<half>and (?:a|one) half) {_WHEN}",
    rf"{_COUNTED} {{unit}}s?['’]s? (?P<when>time)",
    rf"{_COUNTED} {{unit}}s? (?P<when>ago) {{near:from}}",
    rf"(?P<bare>{{unit}}s) {_WHEN}",
    traits=Traits(distance=True),
)
def units_from_a_day(match: re.Match[str]) -> Reading | None:
    sign, anchor = _AGO.get(plain(match["when"]), (1, "published"))
    groups = match.groupdict()
    amount = "X" if groups.get("bare") else amount_of(groups["count"] or groups.get("many") or "one")
    amount += ".5" if groups.get("half") else ""
    unit = unit_of(match["unit"])
    if unit == "hour" and amount.isdigit() and not int(amount) % 24:
        return dated(Shift(sign * int(amount) // 24, "day"), anchor=anchor)
    if "." in amount and unit in _FINER:
        times, unit = _FINER[unit]
        return dated(Shift(round(sign * float(amount) * times), unit), anchor=anchor, mod="APPROX")
    if amount == "X" or unit in ("minute", "second", "hour") or "." in amount:
        return dated(Vague("PAST_REF" if sign < 0 else "FUTURE_REF"), anchor=anchor)
    n = sign * int(amount)
    # "a week ago yesterday" is a day; so is "a year ago today", but a year has no count of days: two mentions.
    if (day := groups.get("from")) and unit not in ("day", "week", "fortnight"):
        return None
    if day:
        days = {"week": 7, "fortnight": 14}.get(unit, 1)
        return dated(Shift(n * days + DAYS_FROM_TODAY[day.lower()], "day"), anchor="published")
    # What lies before the last ice age has no year.
    if abs(n) * YEARS_IN.get(unit, 0) > _COUNTABLE:
        return dated(Vague("PAST_REF" if sign < 0 else "FUTURE_REF"), anchor=anchor)
    if unit == "fortnight":
        n, unit = 2 * n, "week"
    if unit == "millennium":
        n, unit = 10 * n, "century"
    if unit in PARTS_OF_DAY:
        return dated(Shift(n, "day", Cell(part=PARTS_OF_DAY[unit])), type="TIME", anchor=anchor)
    mod = "APPROX" if " or so" in plain(match[0]) or plain(match[0]).startswith("some ") else None
    keep = unit == "year" and n == -1
    return dated(Shift(n, unit), anchor="told" if keep else anchor, mod=mod, keep=keep)


_SIGNS = {"later": 1, "after": 1, "earlier": -1, "before": -1}


@rule(r"(?:{count}|{many}) (?:years?|(?P<decade>decades?)) to the day,? (?P<way>later|after|earlier|before)")
def years_to_the_day(match: re.Match[str]) -> Reading | None:
    amount = amount_of(match["count"] or match["many"])
    if not amount.isdigit():
        return None
    return dated(
        Shift(_SIGNS[match["way"].lower()] * int(amount), "decade" if match["decade"] else "year"), anchor="told"
    )


@rule(
    r"(?:the )?(?:same|very same|that same|that very) (?:day|date)",
    r"that (?:day|date)",
    r"(?P<after>the day after(?: that)?|the day following|the next day|next day|the morrow)",
    r"(?P<before>the day before(?: that)?|the day prior)",
)
def day_told(match: re.Match[str]) -> Reading:
    groups = match.groupdict()
    return dated(Shift(1 if groups.get("after") else -1 if groups.get("before") else 0, "day"), anchor="told")


@rule(
    r"the (?:full |fiscal |calendar )?{definite:unit}",
    r"the (?:fiscal|full|financial)[ -]year",
    traits=Traits(unit_name=True),
)
def unit_told(match: re.Match[str]) -> Reading | None:
    unit = (match.groupdict().get("unit") or "year").lower()
    # "the year-long trial": the unit belongs to the word behind it.
    if joined_on(match):
        return None
    if unit == "period":
        return dated(Shift(0, "quarter"), anchor="told", keep=True)
    if unit == "weekend":
        return dated(Recurring(Cell(weekend=True)), anchor="published")
    return dated(Shift(0, unit), anchor="told")


@rule(r"(?:the )?year(?:['’]s)?[ -]end(?: {year})?", r"(?:the )?month['’]s[ -]end", r"(?:the )?month[ -]end")
def end_of_the_unit(match: re.Match[str]) -> Reading:
    if year := match.groupdict().get("year"):
        return dated(Calendar(int(year)), mod="END")
    return dated(Shift(0, "month" if "month" in match[0].lower() else "year"), mod="END", anchor="published")


@rule(r"(?:the )?week of {month} {day}(?:, {year})?", r"(?:the )?week of {day} {month}(?: {year})?")
def week_of_a_day(match: re.Match[str]) -> Reading:
    value = fields_of(match)
    cell = value.cell  # type: ignore[union-attr]
    week = Cell(month=cell.month, day=cell.day, week=0)
    return dated(Calendar(value.year, week) if isinstance(value, Calendar) else Recurring(week))


@rule(
    r"(?:the )?(?:{ordinal}|last|final) (?:day|(?P<part>morning|afternoon|evening|night))", traits=Traits(ordinal=True)
)
def day_counted(match: re.Match[str]) -> Reading | None:
    # "the third day-long march"
    if joined_on(match):
        return None
    part = part_of(match)
    return dated(Shift(0, "day", Cell(part=part)), type="TIME" if part else "DATE", anchor="told")


@rule(r"mid(?:-| )?(?P<unit>year|month|week|decade)", r"mid(?P<season>summer|winter)")
def middle_of_a_unit(match: re.Match[str]) -> Reading:
    if unit := match.groupdict().get("unit"):
        return dated(Shift(0, unit.lower()), mod="MID", anchor="published")
    return dated(Recurring(Cell(season=SEASONS[match["season"].lower()])), mod="MID")
