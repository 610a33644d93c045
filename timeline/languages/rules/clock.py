"""Times of the clock and parts of a day, in every language but English."""

from __future__ import annotations

import re

from timeline.calendar.values import Calendar, Cell, Reading, Recurring, Shift
from timeline.languages.en.vocabulary import DIRECTIONS
from timeline.languages.grammar import COMMA, DAY_AND_MONTH, WEEKDAY, YEAR, Readings, direction_of, shape, word_of
from timeline.languages.lexicon import ZONES, Lexicon, plain
from timeline.languages.rules.absolute import date_in_figures, dated
from timeline.languages.rules.relative import day_from_today, weekday

_DAY = "(?: (?:{of})?{the}(?:{relative}|{weekday}))?"
_HOUR = "(?P<hour>2[0-4]|[01]?[0-9])"
_MINUTE = "(?P<minute>[0-5][0-9])"
_STAMP_HOUR = (
    rf"{_HOUR}:{_MINUTE}(?::(?P<second>[0-5][0-9])(?:[.,][0-9]{{1,9}})?)?(?P<offset>Z|[+-][0-9]{{2}}:?[0-9]{{2}})?"
)
# "bis 15.11.2017"
_NO_DATE = r"(?!\.[0-9]{2}|(?: \w{1,5} | ?[-–—] ?)[0-9]{1,2}\.[0-9]{1,2}\.[0-9])"
_DATE = f"{WEEKDAY}{{the}}{DAY_AND_MONTH}(?:{COMMA}{YEAR})?"


@shape(
    "time of day",
    f"(?:{{at}})?{_HOUR}(?P<mark>[:.h]){_MINUTE}{_NO_DATE}(?: ?{{oclock}})?(?: (?:{{inpart}}){{part}})?{_DAY}",
    f"(?:{{at}})?{_HOUR} ?{{oclock}}(?: ?{_MINUTE}(?![0-9]))?(?: (?:{{inpart}})?{{part}})?{_DAY}",
    rf"(?:{{at}})(?:(?P<hour>1[0-2]|[1-9])|{{number}}) (?:{{inpart}})?{{part}}{_DAY}",
    rf"(?:{{at}})?{{number}} {{oclock}} (?:{{inpart}})?{{part}}{_DAY}",
    r"(?:{at})(?P<hour>2[0-4]|1?[0-9]) (?:{of})?{relative}",
    r"(?P<sure>{hourword})(?P<hour>2[0-4]|1?[0-9])(?![.,:]?[0-9])",
)
def time_of_day(match: re.Match[str], lexicon: Lexicon, language: str) -> Readings:
    groups = match.groupdict()
    oclock = word_of(match, "oclock")
    if not (groups.get("at") or oclock or groups.get("sure")):
        return None
    if oclock in lexicon.units and not (groups["at"] or groups.get("minute") or groups.get("part")):
        return None  # "24 horas" is a length
    hour = int(groups.get("hour") or lexicon.words.numbers.get(word_of(match, "number"), 0))
    part = lexicon.words.parts.get(word_of(match, "part"))
    if part in ("AF", "EV", "NI") and 1 <= hour < 12 and (part != "NI" or hour > 5):
        hour += 12
    cell = Cell(hour=hour, minute=int(groups.get("minute") or 0), zone="GMT" if oclock.endswith(ZONES) else None)
    inside = plain(groups.get("at") or "").strip() in lexicon.words.determiners
    start = (
        match.end("sure") if groups.get("sure") else match.start() if inside or not groups["at"] else match.end("at")
    )
    if groups.get("weekday"):
        cell = cell._replace(weekday=lexicon.weekday_of(word_of(match, "weekday")))
        return Reading(value=Recurring(cell), start=start, type="TIME")
    if groups.get("relative"):
        day = day_from_today(match, lexicon, language)
        if not isinstance(day, Reading) or not isinstance(day.value, Shift):
            return None
        return Reading(value=day.value._replace(cell=cell), start=start, type="TIME", anchor="published")
    return Reading(value=Recurring(cell), start=start, type="TIME", anchor="told")


# A day in figures with its hour belongs to no language: ISO 8601, and what logs, mails and chats print.
@shape(
    "stamp",
    rf"(?P<year>[12][0-9]{{3}})(?P<cut>[./-])(?P<b>[01]?[0-9])(?P=cut)(?P<a>[0-3]?[0-9])(?:T|,? ){_STAMP_HOUR}",
    rf"(?P<a>[0-9]{{1,2}})(?P<cut>[./-])(?P<b>[0-9]{{1,2}})(?P=cut)(?P<year>[12][0-9]{{3}}),? (?:{{at}})?{_STAMP_HOUR}",
)
def stamp(match: re.Match[str], lexicon: Lexicon, language: str) -> Readings:
    day = date_in_figures(match, lexicon, language)
    if not isinstance(day, Reading) or not isinstance(day.value, Calendar):
        return None
    second, zone = match["second"], match["offset"]
    cell = day.value.cell._replace(
        hour=int(match["hour"]),
        minute=int(match["minute"]),
        second=int(second) if second else None,
        zone="UTC" if zone in ("Z", "z") else zone,
    )
    return Reading(value=day.value._replace(cell=cell), type="TIME", direction=day.direction)


@shape(
    "half an hour before",
    r"(?:{at}){halfway}(?:(?P<hour>1[0-2]|[1-9])|{number})(?: {oclock})?(?: (?:{inpart})?{part})?",
)
def half_an_hour_before(match: re.Match[str], lexicon: Lexicon, language: str) -> Readings:
    hour = int(match["hour"] or lexicon.words.numbers[word_of(match, "number")]) - 1
    if not 0 <= hour < 12:
        return None
    if lexicon.words.parts.get(word_of(match, "part")) in ("AF", "EV"):
        hour += 12
    return Reading(value=Recurring(Cell(hour=hour, minute=30)), start=match.end("at"), type="TIME", anchor="told")


@shape("part of a day", "{the}{direction}{part}", "{the}{part} {after}", "{the}(?P<article>){part}")
def part_of_a_day(match: re.Match[str], lexicon: Lexicon, language: str) -> Readings:
    direction = direction_of(match, lexicon)
    if direction is None and match.start("part") == match.start():
        return None
    n, anchor, _ = direction or DIRECTIONS["same"]
    return Reading(
        value=Shift(n, "day", Cell(part=lexicon.words.parts[word_of(match, "part")])), type="TIME", anchor=anchor
    )


@shape(
    "part of a told day",
    "{the}{part} (?:{of})?{the}(?:{direction})?{weekday}(?: {after})?",
    f"{{the}}{{part}} (?:{{of}})?{{relative}}(?:{COMMA}{{weekday}})?",
)
def part_of_a_told_day(match: re.Match[str], lexicon: Lexicon, language: str) -> Readings:
    day = (
        day_from_today(match, lexicon, language)
        if match.groupdict().get("relative")
        else weekday(match, lexicon, language)
    )
    return day if isinstance(day, Reading) and day.type == "TIME" and match.start("part") > match.start() else None


@shape(
    "part of a day of a month",
    f"{{the}}{{part}} (?:{{of}})?{{the}}{_DATE}",
    f"{{the}}{_DATE}{COMMA}(?:{{inpart}}){{part}}",
)
def part_of_a_day_of_the_month(match: re.Match[str], lexicon: Lexicon, language: str) -> Readings:
    day = int(word_of(match, "figure") or lexicon.words.numbers[word_of(match, "dayname")])
    value = dated(match, lexicon, language, day)
    if not isinstance(value, Calendar | Recurring):
        return None
    part = lexicon.words.parts[word_of(match, "part")]
    return Reading(value=value._replace(cell=value.cell._replace(part=part)), type="TIME")
