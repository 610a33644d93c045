"""Times of the day, alone or with the day they belong to."""

from __future__ import annotations

import re
from collections import defaultdict

from timeline.calendar.values import Calendar, Cell, Reading, Recurring, Shift, Traits
from timeline.languages.en.absolute import dated
from timeline.languages.en.numerals import fields_of, month_of, order_of, weekday_of, year_of
from timeline.languages.en.vocabulary import DIRECTIONS, MONTH_NAMES, NUMBERS
from timeline.languages.grammar import rule, source
from timeline.text import any_of

_HALF = r"(?P<half>a\.m\.|p\.m\.|a\.m|p\.m|am\b|pm\b)"
_HOUR = rf"(?:1[0-2]|[1-9]|{any_of(word for word, number in NUMBERS.items() if number <= 12)})"
_FRACTIONS = {"half": 30, "quarter": 15, "a quarter": 15}
_ZONE = r"(?: ?\(?{zone}\)?| local time|(?: (?-i:[A-Z][a-z]+)){1,2} time)"
# By name: "12 noon", "midnight".
_NOON = r"(?:(?P<twelve>1[0-2])(?::[0-5][0-9])? )?{noon}"
# With the half of the day: "5:30 p.m.", "5 am".
_BEFORE_NOON_OR_AFTER = (
    rf"(?P<hour>2[0-4]|[01]?[0-9])(?:[:.](?P<minute>[0-5][0-9])(?::(?P<second>[0-5][0-9]))?)? ?{_HALF}"
)
# With a part of the day: "5.30 in the morning".
_IN_A_PART = r"(?P<hour6>1[0-2]|[1-9])[.:](?P<minute6>[0-5][0-9]) in the {part7}"
# On the clock of 24 hours: "17:30", "17:30:05 hours".
_OF_24_HOURS = (
    r"(?P<hour2>2[0-4]|[01]?[0-9]):(?P<minute2>[0-5][0-9])(?::(?P<second2>[0-5][0-9]))?(?: ?(?:hours|hrs|h)\b)?"
)
# In words: "five o'clock", "five in the morning".
_OCLOCK = rf"(?P<hour3>{_HOUR}) (?:o['’]clock(?: in the {{part}})?|in the {{part2}})"
# In four figures: "1730 hours", "1730Z".
_IN_FOUR_FIGURES = (
    r"(?P<hour4>2[0-3]|[01][0-9])(?P<minute4>[0-5][0-9])(?: ?(?:hours|hrs|(?={zone2}))|(?= local time)|(?-i:Z)\b)"
)
# Counted from the hour: "half past five", "a quarter to six", "20 minutes to six in the evening".
_PAST_THE_HOUR = (
    r"(?P<fraction>half|(?:a )?quarter|{number}(?: minutes)?|[1-5]?[0-9] minutes) "
    rf"(?:(?P<past>past)|(?<=quarter[ ])to|(?<=minutes[ ])to) (?P<hour5>{_HOUR})(?: in the {{part3}})?"
)
CLOCK = (
    rf"(?:{_NOON}|{_BEFORE_NOON_OR_AFTER}|{_IN_A_PART}|{_OF_24_HOURS}|{_OCLOCK}|{_IN_FOUR_FIGURES}|{_PAST_THE_HOUR})"
    rf"{_ZONE}?"
)
# The day of an hour: "Monday, 3 May", "last Monday evening", "yesterday morning", "tonight", "the 3rd".
_DATE = (
    r"(?:{weekday},? )?(?:{month} (?:{nth}|{day})|(?:{nth2}|{day2}) {month2})(?:,? {year})?"
    r"|(?:(?P<direction>this|last|next) )?{weekday2}(?: {part4})?"
    r"|(?P<first>[0-3]?[0-9])/(?P<then>[0-3]?[0-9])/(?P<figures>[12][0-9]{3})"
    r"|{near}(?: {part5})?|(?P<near2>this|last) {part6}|(?P<near3>tonight)|the {nth9}(?! of)"
)
_ON = rf"(?:,? (?:on )?(?P<on>{_DATE}))"
# Figures that tell the hour only after "at" and before what makes them one: "at 6 this morning", "at 14.30 on Monday".
_BARE_HOUR = (
    rf"(?<=\bat[ ])(?P<hour>{_HOUR})(?= (?:on )?(?:(?:this|last) {{part9}}|tonight|{{near:ahead}}|{{weekday9}}))"
)
_BARE_MINUTES = r"(?<=\bat[ ])(?P<hour>2[0-3]|[01]?[0-9])\.(?P<minute>[0-5][0-9])(?: ?(?:hours|hrs|h))?"
_NEAR = {"yesterday": -1, "last": -1, "tomorrow": 1}


def _groups_of(match: re.Match[str]) -> dict[str, str]:
    """The groups that took part, each under its name without a number: `hour` is the hour of whichever form was met."""
    groups = reversed(match.groupdict().items())
    return defaultdict(str, {name.rstrip("0123456789"): text for name, text in groups if text})


def clock_of(match: re.Match[str]) -> Cell | None:
    groups = _groups_of(match)
    if (noon := groups["noon"].lower()) and groups["twelve"] in ("", "12"):
        return Cell(hour=24) if noon == "midnight" else Cell(hour=12, minute=0)
    if noon:
        return None
    word, fraction, part, half = (groups[name].lower() for name in ("hour", "fraction", "part", "half"))
    hour, minute, second = NUMBERS.get(word) or int(word), int(groups["minute"] or 0), groups["second"]
    if fraction:
        fraction = fraction.removesuffix("minutes").strip()
        minute = _FRACTIONS.get(fraction) or NUMBERS.get(fraction) or int(fraction)
        if not groups["past"]:
            hour, minute = hour - 1 or 12, 60 - minute
    if (half and not 1 <= hour <= 12) or minute > 59:
        return None
    part = "night" if groups["near"].lower() == "tonight" else part
    late = half.startswith("p") or (not half and (part in ("afternoon", "evening") or (part == "night" and hour > 5)))
    if late and hour < 12:
        hour += 12
    if half.startswith("a") and hour == 12:
        hour = 0
    if hour > 24 or (hour == 24 and minute):
        return None
    return Cell(hour=hour, minute=minute, second=int(second) if second else None, zone=groups["zone"] or None)


def _on_its_day(match: re.Match[str], time: Cell) -> Reading | None:
    groups = match.groupdict()
    if not groups.get("on"):
        return dated(Recurring(time), type="TIME", anchor="told")
    if near := (groups.get("near") or groups.get("near2") or groups.get("near3") or "").lower():
        return dated(Shift(_NEAR.get(near, 0), "day", time), type="TIME", anchor="published")
    if groups["weekday2"]:
        direction = DIRECTIONS[groups["direction"].lower()][2] if groups["direction"] else None
        on = time._replace(weekday=weekday_of(groups["weekday2"]))
        return dated(Recurring(on), type="TIME", anchor="published", direction=direction)
    if groups["nth9"]:
        return dated(Recurring(time._replace(day=order_of(groups["nth9"]))), type="TIME", anchor="told")
    if groups["figures"]:
        first, then = int(groups["first"]), int(groups["then"])
        number, day = (first, then) if first <= 12 else (then, first)
        if not (1 <= number <= 12 and 1 <= day <= 31):
            return None
        on = time._replace(month=number, day=day)
        doubtful = first != then and first <= 12 and then <= 12
        return dated(Calendar(int(groups["figures"]), on), type="TIME", direction="order" if doubtful else None)
    date = fields_of(match)
    cell = date.cell  # type: ignore[union-attr]
    if cell.month is None:
        cell = cell._replace(
            month=month_of(groups["month2"] or ""), day=order_of(groups["nth2"] or groups["day2"] or "")
        )
    cell = time._replace(month=cell.month, day=cell.day)
    return dated(Calendar(date.year, cell) if isinstance(date, Calendar) else Recurring(cell), type="TIME")


_CAPITALS = rf"(?P<capitals>(?-i:{any_of(name[:3].upper() for name in MONTH_NAMES)}))"


# The date-time group of signals: day, hour and minute, the letter of a zone, month and year.
@rule(
    r"(?P<d>3[01]|[12][0-9]|0[1-9]) ?(?P<h>2[0-3]|[01][0-9])(?P<min>[0-5][0-9]) ?(?-i:[A-Z]) ?"
    rf"(?:{{month}} ?|{_CAPITALS})(?P<y>[0-9]{{2}}(?:[0-9]{{2}})?)",
    r"(?P<h>2[0-3]|[01][0-9])(?P<min>[0-5][0-9])(?-i:Z) (?P<d>3[01]|[12][0-9]|0?[1-9]) "
    rf"{_CAPITALS} (?P<y>[0-9]{{2}}(?:[0-9]{{2}})?)",
    traits=Traits(evident=True),
)
def military_time(match: re.Match[str]) -> Reading:
    month = month_of(match["capitals"] or match["month"])
    cell = Cell(month=month, day=int(match["d"]), hour=int(match["h"]), minute=int(match["min"]))
    return dated(Calendar(year_of(match["y"]), cell), type="TIME")


@rule(
    rf"{CLOCK}{_ON}?",
    rf"{_BARE_HOUR}{_ON}",
    rf"(?P<hour>0[0-9])(?P<minute>[0-5][0-9]){_ON}",
    rf"(?P<hour>2[0-3]|1[0-9])(?P<minute>00|15|30|45)(?= on the ){_ON}",
    rf"(?<=\bat[ ])(?P<hour>2[0-3]|[01][0-9])(?P<minute>[0-5][05]){_ON}?",
    r"(?P<hour>2[0-3]|[01]?[0-9])\.(?P<minute>[0-5][0-9]) (?=(?-i:[A-Z]{3,4})\b){zone}",
    rf"{_BARE_MINUTES}(?:{_ZONE}?{_ON}|{_ZONE.replace('zone', 'zone2')})",
    traits=Traits(clock=True, evident=True),
)
def clock(match: re.Match[str]) -> Reading | None:
    time = clock_of(match)
    return None if time is None else _on_its_day(match, time)


_ALONE = re.compile(source(CLOCK), re.IGNORECASE)
_NAMELESS = source(CLOCK, named=False)


# The first of two hours may lack what the second tells: "5 to 7 p.m.", "1000 to 1130 hours".
_UNTOLD = r"(?:1[0-2]|[1-9])(?:[:.][0-5][0-9])?|(?:2[0-3]|[01][0-9])[0-5][0-9](?= (?:to|and) [0-9]{4})"
_MILITARY = "(?:2[0-3]|[01][0-9])[0-5][0-9]"


@rule(
    rf"(?P<early>{_MILITARY})(?P<joint> to )(?P<hour>2[0-3]|[01][0-9])(?P<minute>[0-5][0-9]){_ON}",
    traits=Traits(clock=True, evident=True),
)
@rule(
    rf"(?P<early>{_NAMELESS}|{_UNTOLD})(?P<joint> ?[-–—] ?| to | and ){CLOCK}{_ON}?",
    rf"(?P<early>{_NAMELESS}|{_MILITARY})(?P<joint> \(){CLOCK}(?P<close>\)){_ON}?",
)
def hours_of_a_day(match: re.Match[str]) -> tuple[Reading, ...] | None:
    late = clock_of(match)
    half = _groups_of(match)["half"].lower()[:1]
    if late is None or late.hour is None:
        return None
    if (alone := _ALONE.fullmatch(match["early"])) and (early := clock_of(alone)) and half == "p":
        # "3:30-6:00pm" is an afternoon.
        untold = early.hour is not None and ":" in match["early"] and not re.search("[apm]", match["early"].lower())
        if untold and early.hour is not None and 1 <= early.hour < 12 and early.hour + 12 <= late.hour:
            early = early._replace(hour=early.hour + 12)
    elif alone:
        early = clock_of(alone)
    elif len(match["early"]) == 4 and match["early"].isdigit():
        early = Cell(hour=int(match["early"][:2]), minute=int(match["early"][2:]), zone=late.zone)
    elif half:
        # "between 5 and 7 p.m.", "from 11 to 2 p.m.": the last such hour before the other.
        figures = re.split("[:.]", match["early"])
        hour = int(figures[0]) % 12 + 12 * (half == "p")
        hour = hour if hour < late.hour or hour < 12 else hour - 12
        early = Cell(hour=hour, minute=int(figures[1]) if len(figures) > 1 else 0, zone=late.zone)
    else:
        return None
    if early is None:
        return None
    first, second = _on_its_day(match, early), _on_its_day(match, late)
    if first is None or second is None:
        return None
    start = match.end("joint")
    joined = match["joint"].strip().lower() != "and"
    first = first._replace(end=match.end("early"))
    if match["joint"] != " (":
        return first, second._replace(start=start, interval=joined)
    # "5 p.m. ET (2 p.m. PT) on Thursday" tells one hour twice, and its day.
    value = second.value
    if isinstance(value, Recurring):
        second = dated(Recurring(late), type="TIME", anchor="told")
    hours = first, second._replace(start=start, end=match.start("close"))
    if not match["on"] or not isinstance(value, Calendar | Recurring | Shift):
        return hours
    day = value._replace(cell=value.cell._replace(hour=None, minute=None, second=None, zone=None))
    same = {"anchor": "told", "direction": "in"} if isinstance(value, Recurring) else {"anchor": first.anchor}
    return *hours, dated(day, **same, start=match.start("on"), end=match.end())
