"""Expressions that lean on another day: the article's own, or the one told just before."""

from __future__ import annotations

import re
from dataclasses import replace

from timeline.english.absolute import dated
from timeline.english.numerals import amount_of, fields_of, month_of, order_of, weekday_of
from timeline.grammar import rule
from timeline.values import Calendar, Cell, Every, Length, Reading, Recurring, Shift, Vague
from timeline.vocabulary import DIRECTIONS, HOLIDAYS, PARTS_OF_DAY, SEASONS, UNITS

_THE = "(?:the |its |their |his |her |our )?"
_NOT_CELLS = {"minute", "second", "millennium"}


def _plain(text: str) -> str:
    return " ".join(text.lower().split()).replace("’", "'")


def _unit(word: str) -> str:
    word = word.lower()
    return UNITS.get(word) or UNITS[word.rstrip("s")]


def _direction(match: re.Match[str], group: str = "direction") -> tuple[int, str, str]:
    return DIRECTIONS[_plain(match[group])]


def _part_of(match: re.Match[str]) -> str | None:
    word = match.groupdict().get("part")
    return PARTS_OF_DAY[word.lower()] if word else None


_DAYS = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1, "the day before yesterday": -2, "the day after tomorrow": 2,
         "day before yesterday": -2, "day after tomorrow": 2}  # fmt: skip


@rule(
    r"(?P<day>(?:the )?day before yesterday|(?:the )?day after tomorrow|today|tonight|yesterday|tomorrow)(?: {part})?",
)
def day_from_today(match: re.Match[str]) -> Reading:
    name = _plain(match["day"])
    part = "NI" if name == "tonight" else _part_of(match)
    kind = "TIME" if part else "DATE"
    return dated(Shift(_DAYS[name], "day", Cell(part=part)), type=kind, lean="published")


@rule(r"(?:the )?(?P<what>{unit}|{weekday}) (?P<far>after next|before last)")
def turn_after_next(match: re.Match[str]) -> Reading | None:
    n = 2 if match["far"].lower().startswith("after") else -2
    if match["weekday"]:
        return dated(Shift(n, "week", Cell(weekday=weekday_of(match["weekday"]))), lean="published")
    unit = _unit(match["unit"])
    return dated(Shift(n, unit), lean="published") if unit not in _NOT_CELLS and unit not in PARTS_OF_DAY else None


@rule(
    r"the (?P<unit>year|month|week|quarter|decade|evening|night|morning|afternoon) (?P<way>before|after)",
    r"the (?P<unit>day|week|month|decade) (?P<way>earlier)",
)
def unit_before(match: re.Match[str]) -> Reading:
    unit, n = match["unit"].lower(), 1 if match["way"].lower() == "after" else -1
    if unit in PARTS_OF_DAY:
        return dated(Shift(n, "day", Cell(part=PARTS_OF_DAY[unit])), type="TIME", lean="told")
    return dated(Shift(n, unit), lean="told")


@rule(r"overnight")
def overnight(_match: re.Match[str]) -> Reading:
    return dated(Shift(-1, "day", Cell(part="NI")), type="TIME", lean="published")


@rule(r"(?:the )?(?P<direction>this|last|next|that|same|that same|previous|following|preceding) {part}")
def part_of_a_day(match: re.Match[str]) -> Reading:
    n, lean, _ = _direction(match)
    return dated(
        Shift(n, "day", Cell(part=_part_of(match))), type="TIME", lean="told" if match[0][:3].lower() == "the" else lean
    )


@rule(
    r"(?:the )?(?P<mod>early|mid|late)[ -]?(?P<part>morning|afternoon|evening)(?: hours)?(?: (?:on |of )?(?:(?P<day>yesterday|today|tomorrow)|{weekday}))?",
    r"the (?P<part>morning|afternoon|evening)",
)
def part_of_the_day_told(match: re.Match[str]) -> Reading:
    said = match.groupdict()
    mod = {"early": "START", "mid": "MID", "late": "END"}.get((said.get("mod") or "").lower())
    cell, day = Cell(part=_part_of(match)), said.get("day")
    if said.get("weekday"):
        return dated(
            Recurring(replace(cell, weekday=weekday_of(match["weekday"]))), type="TIME", mod=mod, lean="published"
        )
    return dated(
        Shift(_DAYS[day.lower()] if day else 0, "day", cell), type="TIME", mod=mod, lean="published" if day else "told"
    )


_INNER = (
    r"(?:{month}(?: (?:{nth}|{day}))?|(?:{nth2}|{day2}) {month2}|{season}|(?:fiscal )?{order}[ -]quarter|(?P<half>first|second) half"
    r"|{weekday}|(?P<same>(?:same|corresponding|comparable|like|similar|equivalent) (?:period|quarter|month|time)|quarter|period))"
)


def _inner(match: re.Match[str]) -> tuple[Cell, bool]:
    said = match.groupdict()
    if said["month"] or said["month2"]:
        day = said["nth"] or said["day"] or said["nth2"] or said["day2"]
        return Cell(month=month_of(said["month"] or said["month2"] or ""), day=order_of(day) if day else None), False
    if said["season"]:
        return Cell(season=SEASONS[said["season"].lower()]), False
    if said["order"]:
        return Cell(quarter=max(1, order_of(said["order"]))), False
    if said["half"]:
        return Cell(half=order_of(said["half"])), False
    if said["weekday"]:
        return Cell(weekday=weekday_of(said["weekday"])), False
    return Cell(), True


@rule(
    rf"(?:the )?{_INNER},?(?: (?:of|in|from))?(?: the)? (?P<direction>this|last|next|the past|that|that same|same|previous|following|preceding) (?:fiscal )?(?P<cycle>year|week|month)",
    rf"(?:the )?(?P<direction>this|last|next|that|previous|following|preceding) (?P<cycle>year|week|month)['’]s (?:fiscal )?{_INNER}",
)
def part_of_another_year(match: re.Match[str]) -> Reading | None:
    cell, same = _inner(match)
    n, lean, _ = DIRECTIONS[_plain(match["direction"]).removeprefix("the ")]
    if bool(cell.weekday) != (match["cycle"].lower() == "week") and not same:
        return None
    return dated(Shift(n, match["cycle"].lower(), cell), lean="told" if same else lean, keep=same)


@rule(r"(?:the )?(?:{order}[ -]quarter|(?P<half>first|second|last|latter) half) of the (?:fiscal |calendar )?year")
def part_of_the_year_told(match: re.Match[str]) -> Reading:
    number = order_of(match["order"] or match["half"])
    last = 4 if match["order"] else 2
    cell = Cell(quarter=number if number > 0 else last) if match["order"] else Cell(half=number if number > 0 else last)
    return dated(Shift(0, "year", cell), lean="told")


@rule(r"(?:the )?(?:latest|current|same|reported) period", r"this period")
def period_told(_match: re.Match[str]) -> Reading:
    return dated(Shift(0, "quarter"), lean="told", keep=True)


@rule(
    r"the (?P<bare>year-(?:ago|earlier))",
    r"(?:the )?(?:(?:same|corresponding|comparable|like|similar) )?(?:year|month|week|quarter|decade)[ -](?P<when>ago|earlier)(?: (?:fiscal )?(?:quarter|period|month|level|results?))?",
    r"(?:the )?(?:(?:same|corresponding|comparable|like|similar) )?(?:period|quarter) (?:a|one) (?:year) (?P<when>ago|earlier|before)",
    r"(?:the )?(?:same|corresponding|comparable|like|similar|prior|previous) year[ -](?P<when>ago|earlier) (?:quarter|period)",
    r"an? (?P<hyphened>year-(?:ago|earlier))(?: (?:fiscal )?(?:quarter|period|month))?",
)
def period_a_year_ago(match: re.Match[str]) -> Reading | None:
    if not re.search("year", match[0], re.IGNORECASE):
        return None
    # "a year-earlier loss", "the year-ago results": the article belongs to the loss.
    said = match.groupdict()
    start = match.start(name) if (name := next((n for n in ("hyphened", "bare") if said.get(n)), None)) else 0
    return dated(Shift(-1, "year"), lean="told", keep=True, start=start)


@rule(r"(?:the )?year[ -](?:ago|earlier) (?:fiscal )?{order} quarter")
def quarter_a_year_ago(match: re.Match[str]) -> Reading:
    return dated(Shift(-1, "year", Cell(quarter=max(1, order_of(match["order"])))), lean="published")


@rule(rf"{_THE}{{direction}} (?:(?:fiscal|calendar|full|financial|school|academic)[ -])?{{unit}}")
def unit_from_now(match: re.Match[str]) -> Reading | None:
    n, lean, _ = _direction(match)
    word, unit = match["unit"].lower(), _unit(match["unit"])
    if unit == "weekend" and n == 1 and "coming" in _plain(match["direction"]):
        return dated(Recurring(Cell(weekend=True)), lean=lean, pick="after")
    if n == 1 and match[0][:3].lower() == "the":
        # "the next day" is told of another day; "next week" is not.
        lean = "told"
    if (word.endswith("s") and word != unit) or unit in _NOT_CELLS:
        return None
    if unit in PARTS_OF_DAY:
        return dated(Shift(n, "day", Cell(part=PARTS_OF_DAY[unit])), type="TIME", lean=lean)
    if unit == "fortnight":
        return dated(Length("2", "week"), type="DURATION")
    return dated(Shift(n, unit), lean=lean)


@rule(
    rf"{_THE}{{direction}} (?:{{month}}(?: (?:{{nth}}|{{day}}))?|{{weekday}}|{{season}}|{{holiday}}|{{order}}[ -](?:quarter))"
)
def named_turn(match: re.Match[str]) -> Reading | None:
    _n, lean, pick = _direction(match)
    said = match.groupdict()
    # "that third-quarter profit rose": the conjunction.
    if said["order"] and _plain(match["direction"]) == "that" and "-" in match[0]:
        return None
    if said["weekday"]:
        cell = Cell(weekday=weekday_of(said["weekday"]))
    elif said["season"]:
        cell = Cell(season=SEASONS[said["season"].lower()])
    elif said["order"]:
        cell = Cell(quarter=max(1, order_of(said["order"])))
    elif said["holiday"]:
        cell = Cell(**HOLIDAYS[_plain(said["holiday"])])  # type: ignore[arg-type]
    else:
        cell = fields_of(match).cell  # type: ignore[union-attr]
    return dated(Recurring(cell), lean=lean, pick=pick)


_AGO = {"ago": (-1, "published"), "from now": (1, "published"), "hence": (1, "published"), "from today": (1, "published"),
        "earlier": (-1, "told"), "previously": (-1, "told"), "beforehand": (-1, "told"), "before that": (-1, "told"),
        "later": (1, "told"), "afterwards": (1, "told"), "afterward": (1, "told"), "after that": (1, "told"),
        "thereafter": (1, "told"), "later on": (1, "told")}  # fmt: skip
_COUNTED = r"(?:{count}|{many})"
# "Two and a half years ago" is counted in the unit below, and no more exact than it was said.
_FINER = {"week": (7, "day"), "year": (12, "month"), "decade": (10, "year"), "century": (100, "year")}


@rule(
    rf"(?:(?:a mere|some) )?{_COUNTED}(?: more)?(?: or (?:so|more))?[ -]{{unit}}s?(?: or so)? (?P<when>{'|'.join(sorted(_AGO, key=len, reverse=True))})",
    rf"(?:an?|one|{{count}}) {{unit}}s? (?P<half>and (?:a|one) half) (?P<when>{'|'.join(sorted(_AGO, key=len, reverse=True))})",
    rf"{_COUNTED} {{unit}}s?['’]s? (?P<when>time)",
    rf"(?P<bare>{{unit}}s) (?P<when>{'|'.join(sorted(_AGO, key=len, reverse=True))})",
)
def units_from_a_day(match: re.Match[str]) -> Reading | None:
    sign, lean = _AGO.get(_plain(match["when"]), (1, "published"))
    said = match.groupdict()
    amount = "X" if said.get("bare") else amount_of(said["count"] or said.get("many") or "one")
    amount += ".5" if said.get("half") else ""
    unit = _unit(match["unit"])
    if unit == "hour" and amount.isdigit() and not int(amount) % 24:
        return dated(Shift(sign * int(amount) // 24, "day"), lean=lean)
    if "." in amount and unit in _FINER:
        times, unit = _FINER[unit]
        return dated(Shift(round(sign * float(amount) * times), unit), lean=lean, mod="APPROX")
    if amount == "X" or unit in ("minute", "second", "hour") or "." in amount:
        return dated(Vague("PAST_REF" if sign < 0 else "FUTURE_REF"), lean=lean)
    n = sign * int(amount)
    if unit == "fortnight":
        n, unit = 2 * n, "week"
    if unit == "millennium":
        n, unit = 10 * n, "century"
    if unit in PARTS_OF_DAY:
        return dated(Shift(n, "day", Cell(part=PARTS_OF_DAY[unit])), type="TIME", lean=lean)
    mod = "APPROX" if " or so" in _plain(match[0]) or _plain(match[0]).startswith("some ") else None
    keep = unit == "year" and n == -1
    return dated(Shift(n, unit), lean="told" if keep else lean, mod=mod, keep=keep)


@rule(
    r"(?:the )?(?:same|very same|that same|that very) (?:day|date)",
    r"that (?:day|date)",
    r"(?P<after>the day after|the day following|the next day|next day|the morrow)",
    r"(?P<before>the day before)",
)
def day_told(match: re.Match[str]) -> Reading:
    said = match.groupdict()
    return dated(Shift(1 if said.get("after") else -1 if said.get("before") else 0, "day"), lean="told")


@rule(
    r"the (?:full |fiscal |calendar )?(?P<unit>quarter|year|month|week|day|weekend|decade|century|period)",
    r"the (?:fiscal|full|financial)[ -]year",
)
def unit_told(match: re.Match[str]) -> Reading:
    unit = (match.groupdict().get("unit") or "year").lower()
    if unit == "period":
        return dated(Shift(0, "quarter"), lean="told", keep=True)
    if unit == "weekend":
        return dated(Recurring(Cell(weekend=True)), lean="published")
    return dated(Shift(0, unit), lean="told")


@rule(r"(?:the )?year(?:['’]s)?[ -]end", r"(?:the )?month['’]s[ -]end", r"(?:the )?month[ -]end")
def end_of_the_unit(match: re.Match[str]) -> Reading:
    return dated(Shift(0, "month" if "month" in match[0].lower() else "year"), mod="END", lean="published")


@rule(r"(?:the )?week of {month} {day}(?:, {year})?", r"(?:the )?week of {day} {month}(?: {year})?")
def week_of_a_day(match: re.Match[str]) -> Reading:
    value = fields_of(match)
    cell = value.cell  # type: ignore[union-attr]
    week = Cell(month=cell.month, day=cell.day, week=0)
    return dated(Calendar(value.year, week) if isinstance(value, Calendar) else Recurring(week))


@rule(
    r"(?:on )?the (?:{nth}|{ordinal}) of (?P<direction>this|last|next|the previous|the following|that|the same) month"
)
def day_of_another_month(match: re.Match[str]) -> Reading:
    n, lean, _ = DIRECTIONS[_plain(match["direction"]).removeprefix("the ")]
    return dated(Shift(n, "month", Cell(day=order_of(match["nth"] or match["ordinal"]))), lean=lean)


@rule(r"(?:the )?{order} {weekday} of (?P<direction>the|this|last|next|that|the same) month")
def weekday_of_another_month(match: re.Match[str]) -> Reading:
    direction = _plain(match["direction"])
    n, lean, _ = (0, "told", "") if direction == "the" else DIRECTIONS[direction.removeprefix("the ")]
    return dated(Shift(n, "month", Cell(weekday=weekday_of(match["weekday"]), nth=order_of(match["order"]))), lean=lean)


@rule(r"(?:(?P<many>a)|{number}) weeks? ago,? (?:on )?{weekday}", r"{weekday},? (?:(?P<many>a)|{number}) weeks? ago")
def weekday_weeks_ago(match: re.Match[str]) -> Reading:
    weeks = int(amount_of(match["many"] or match["number"]))
    return dated(Shift(-weeks, "week", Cell(weekday=weekday_of(match["weekday"]))), lean="published")


_OF_MONTHS = {"instant": 0, "inst": 0, "ultimo": -1, "ult": -1, "proximo": 1, "prox": 1}


@rule(r"(?:the )?(?:{nth}|{day}) (?:(?P<which>instant|ultimo|proximo)|(?P<short>inst|ult|prox)\.?)")
def day_of_letters(match: re.Match[str]) -> Reading:
    n = _OF_MONTHS[(match["which"] or match["short"]).lower()]
    return dated(Shift(n, "month", Cell(day=order_of(match["nth"] or match["day"]))), lean="published")


@rule(r"(?:the )?(?:{ordinal}|last|final) (?:day|(?P<part>morning|afternoon|evening|night))")
def day_counted(match: re.Match[str]) -> Reading | None:
    # "the third day-long march"
    if re.match(r"-[A-Za-z]", match.string[match.end() :]):
        return None
    part = _part_of(match)
    return dated(Shift(0, "day", Cell(part=part)), type="TIME" if part else "DATE", lean="told")


@rule(r"{weekday},? the {nth}")
def weekday_and_day(match: re.Match[str]) -> Reading:
    return dated(Recurring(Cell(day=order_of(match["nth"]))), lean="published")


@rule(r"the {nth}", r"the {ordinal} of the month")
def day_told_of_the_month(match: re.Match[str]) -> Reading:
    said = match.groupdict()
    return dated(Recurring(Cell(day=order_of(said.get("nth") or said.get("ordinal") or ""))), lean="told")


@rule(
    r"{weekday} (?P<which>last|next)(?! (?:week|month|year|season))",
    r"{month} (?P<which>last|next)(?! (?:week|month|year|season))",
)
def turn_before(match: re.Match[str]) -> Reading:
    said = match.groupdict()
    cell = Cell(weekday=weekday_of(match["weekday"])) if said.get("weekday") else Cell(month=month_of(match["month"]))
    return dated(Recurring(cell), lean="published", pick=DIRECTIONS[match["which"].lower()][2])


@rule(r"mid(?:-| )?(?P<unit>year|month|week|decade)", r"mid(?P<season>summer|winter)")
def middle_of_a_unit(match: re.Match[str]) -> Reading:
    if unit := match.groupdict().get("unit"):
        return dated(Shift(0, unit.lower()), mod="MID", lean="published")
    return dated(Recurring(Cell(season=SEASONS[match["season"].lower()])), mod="MID")


@rule(r"{weekday} and {weekday2} {part}s")
def parts_of_weekdays(match: re.Match[str]) -> tuple[Reading, ...]:
    part = _part_of(match)
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


@rule(r"(?:(?:the|this|last|next|that) )?{weekday}(?P<plural>s)?(?: {part}(?P<nights>s)?)?")
def weekday(match: re.Match[str]) -> Reading | None:
    cell = Cell(weekday=weekday_of(match["weekday"]), part=_part_of(match))
    if match["plural"] or match["nights"]:
        return dated(Every(Recurring(cell)), type="SET")
    first = match[0].split()[0].lower()
    pick = DIRECTIONS[first][2] if first in DIRECTIONS else None
    # "the Friday explosions": the article belongs to what happened.
    start = match.start("weekday") if first == "the" and not cell.part else 0
    return dated(Recurring(cell), type="TIME" if cell.part else "DATE", pick=pick, lean="published", start=start)
