"""Dates that name a day, a month, a year or a part of one, in every language but English."""

from __future__ import annotations

import re
from calendar import monthrange
from itertools import pairwise

from timeline.calendar.values import Calendar, Cell, Reading, Recurring, Shift, Traits, Value
from timeline.languages.dateparser_probe import ask
from timeline.languages.en.numerals import year_of
from timeline.languages.grammar import (
    COMMA,
    DAY,
    DAY_AND_MONTH,
    MONTH,
    WEEKDAY,
    YEAR,
    Readings,
    directed,
    direction_of,
    shape,
    word_of,
)
from timeline.languages.lexicon import Lexicon, holiday_of, plain

# How far a word beside a mention may stand, in characters: a run may be as long as its text.
NEAR = 40


def _month(match: re.Match[str], lexicon: Lexicon) -> int:
    return lexicon.month_of(word_of(match, "anymonth", "month").rstrip("."))


def _is_name(match: re.Match[str], group: str, lexicon: Lexicon) -> bool:
    # Where months are written small, a capital makes a name: "Plaza de Mayo" is a square.
    if lexicon.words.capitals or not match[group][:1].isupper() or match[group].isupper():
        return False
    lead = plain(match.string[max(0, match.start() - NEAR) : match.start()]).split()[-1:]
    leads = {*lexicon.words.since, *lexicon.words.until, *lexicon.words.in_month}
    return not lead or lead[0] not in leads


def dated(match: re.Match[str], lexicon: Lexicon, language: str, day: int | None) -> Value:
    """A date by its fields, asked of dateparser; one that no calendar has keeps the stated fields."""
    month, year = _month(match, lexicon), word_of(match, "year")
    asked = ask(" ".join(filter(None, (str(day or ""), lexicon.month_name(month), year))), language)
    cell = Cell(month=month, day=day)
    if isinstance(asked, Calendar | Recurring) and asked.cell == cell:
        return asked
    return Calendar(int(year), cell) if year else Recurring(cell)


@shape(
    "day of a month",
    f"{{the}}(?:{{direction}})?{WEEKDAY}{{the}}(?:{{direction2}})?{DAY_AND_MONTH}"
    rf"(?: {{after}}|{COMMA}{YEAR})?",
    r"{the}(?:{direction})?(?:{monthword})?{anymonth} {figure}(?:, {year})",
    f"{{yearfirst}}{DAY} {{anymonth}}(?:{COMMA}{YEAR})? {{anyweekday}}",
    traits=Traits(evident=True),
)
def day_of_the_month(match: re.Match[str], lexicon: Lexicon, language: str) -> Readings:
    day = int(word_of(match, "figure") or lexicon.words.numbers[word_of(match, "dayname")])
    return directed(Reading(value=dated(match, lexicon, language, day)), direction_of(match, lexicon))


@shape(
    "weekday of a month",
    f"{{the}}{{order}} {{weekday}} (?:{{of}})?{{the}}(?:{{monthword}})?{{month}}(?:{COMMA}{YEAR})?",
)
def weekday_of_a_month(match: re.Match[str], lexicon: Lexicon, language: str) -> Readings:
    number = lexicon.words.ordinals[word_of(match, "order")]
    if number > 5:
        return None
    cell = Cell(month=_month(match, lexicon), weekday=lexicon.weekday_of(word_of(match, "weekday")), nth=number)
    year = word_of(match, "year")
    return Reading(value=Calendar(int(year), cell) if year else Recurring(cell))


_EACH = re.compile(r"(?<![0-9])(3[01]|[12][0-9]|0?[1-9])(?![0-9])")


# Between the days of a list or a range: a comma, "and", a dash, "to", or a "to" that is one word with the article.
_NEXT_DAY = "(?: ?, ?| {and} | ?[-–—/] ?| {to} | (?=al |ao |au |a ))"


@shape(
    "days of a month",
    f"{{the}}(?:{{dayword}})?(?P<days>{{figure}}{{nth}}?(?:{_NEXT_DAY}(?:{{the}}{{figure2}}{{nth2}}?)){{1,6}})"
    f" {MONTH}(?: {{after}}|{COMMA}{YEAR})?",
    traits=Traits(evident=True),
)
def days_of_the_month(match: re.Match[str], lexicon: Lexicon, language: str) -> Readings:
    days, offset = list(_EACH.finditer(match["days"])), match.start("days")
    parts = [match["days"][a.end() : b.start()].split() for a, b in pairwise(days)]
    listed = any(
        plain(word) in (*lexicon.words.conjunctions, ",") and plain(word) not in lexicon.words.to
        for part in parts
        for word in part
    )
    found = []
    for n, day in enumerate(days):
        value = dated(match, lexicon, language, int(day[1]))
        start = (
            match.start()
            if n == 0
            else offset + day.start() - len(_article_before(match["days"][: day.start()], lexicon))
        )
        end = match.end() if n == len(days) - 1 else offset + day.end()
        found.append(
            directed(
                Reading(value=value, start=start, end=end, interval=n > 0 and not listed), direction_of(match, lexicon)
            )
        )
    return tuple(found)


def _article_before(text: str, lexicon: Lexicon) -> str:
    word = re.search(r"[^\W0-9_]+ ?$", text)
    return word[0] if word and plain(word[0]) in lexicon.words.determiners else ""


@shape("month of a year", f"{{the}}(?:{{monthword}})?{{anymonth}}{COMMA}{YEAR}")
def month_of_a_year(match: re.Match[str], lexicon: Lexicon, language: str) -> Readings:
    return Reading(value=dated(match, lexicon, language, None))


@shape("week of a month", f"{{the}}{{order}} {{unit}} (?:{{of}})?{{the}}(?:{{monthword}})?{{month}}(?:{COMMA}{YEAR})?")
def week_of_a_month(match: re.Match[str], lexicon: Lexicon, language: str) -> Readings:
    number = lexicon.words.ordinals[word_of(match, "order")]
    if lexicon.units[word_of(match, "unit")] != "week" or number > 5:
        return None
    cell = Cell(month=_month(match, lexicon), nth=number)
    year = word_of(match, "year")
    return Reading(value=Calendar(int(year), cell) if year else Recurring(cell))


@shape("bare month", "{the}(?:{direction})?(?:{monthword})?{the}{month}(?: {after})?")
def bare_month(match: re.Match[str], lexicon: Lexicon, language: str) -> Readings:
    if _is_name(match, "month", lexicon):
        return None
    return directed(Reading(value=dated(match, lexicon, language, None)), direction_of(match, lexicon))


@shape(
    "month of another year",
    f"{{the}}(?:{DAY} (?:{{of}})?)?(?:{{monthword}})?{{anymonth}}"
    " (?:{of})?{the}(?:{direction})?{unit}(?: {after})?",
)
def month_of_another_year(match: re.Match[str], lexicon: Lexicon, language: str) -> Readings:
    direction = direction_of(match, lexicon)
    if direction is None or lexicon.units[word_of(match, "unit")] != "year":
        return None
    word = word_of(match, "figure", "dayname")
    day = int(word) if word.isdigit() else lexicon.words.numbers[word] if word else None
    return Reading(value=Shift(direction[0], "year", Cell(month=_month(match, lexicon), day=day)), anchor=direction[1])


@shape(
    "day told of the month before it",
    "{the}(?:{direction})?(?P<word>{dayword}){figure}{nth}?",
    f"{{the}}{{weekday}}{COMMA}(?P<word>{{dayword}}){{figure}}{{nth}}?",
)
def day_alone(match: re.Match[str], lexicon: Lexicon, language: str) -> Readings:
    direction = direction_of(match, lexicon)
    if plain(match["word"]) in lexicon.words.plurals or match.start("word") == match.start():
        return None
    return directed(Reading(value=Recurring(Cell(day=int(match["figure"])))), direction)


@shape("holiday", f"{{the}}{{holiday}}(?:{COMMA}{YEAR})?")
def holiday(match: re.Match[str], lexicon: Lexicon, language: str) -> Readings:
    cell = Cell(**holiday_of(word_of(match, "holiday"), lexicon.words))  # type: ignore[arg-type]
    year = word_of(match, "year")
    return Reading(value=Calendar(int(year), cell) if year else Recurring(cell))


@shape(
    "date in figures",
    r"(?P<a>[0-9]{1,2})(?P<cut>[./-])(?P<b>[0-9]{1,2})(?P=cut)(?P<year>[12][0-9]{3})",
    r"(?P<year>[12][0-9]{3})(?P<cut>[./-]|\. )(?P<b>[01]?[0-9])(?P=cut)(?P<a>[0-3]?[0-9])",
    r"(?P<f>[0-3]?[0-9]\.[01]?[0-9]\.[0-9]{2})",
)
def date_in_figures(match: re.Match[str], lexicon: Lexicon, language: str) -> Readings:
    groups = match.groupdict()
    if short := groups.get("f"):
        asked = ask(short, language)
        return Reading(value=asked) if isinstance(asked, Calendar) and asked.cell.day else None
    first, second, year = int(groups["a"]), int(groups["b"]), int(groups["year"])
    turned_round = lexicon.words.month_first and match.start("year") > match.start("a")
    day, month = (second, first) if turned_round else (first, second)
    if lexicon.words.own_calendar or not re.fullmatch(lexicon.fragments["year"], groups["year"]):
        return None
    exists = 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]
    return Reading(value=Calendar(year, Cell(month=month, day=day))) if exists else None


_FIRST = r"(?P<a>[0-9]{1,2})(?P<cut>[./-])(?P<b>[0-9]{1,2})\.?"
_LAST = r"(?P<c>[0-9]{1,2})(?P=cut)(?P<d>[0-9]{1,2})(?P=cut)(?P<year>[12][0-9]{3}|[0-9]{2})(?![0-9])"


@shape(
    "days in figures",
    rf"{_FIRST}(?: [-–—] |[-–—]){_LAST}",
    rf"{_FIRST} {{to}} {{the}}{_LAST}",
    traits=Traits(evident=True),
)
def days_in_figures(match: re.Match[str], lexicon: Lexicon, language: str) -> Readings:
    """The year behind the second day is that of the first too: "14.11. bis 15.11.2017"."""
    first, last = (int(match["a"]), int(match["b"])), (int(match["c"]), int(match["d"]))
    if lexicon.words.month_first:
        first, last = first[::-1], last[::-1]
    year = year_of(match["year"])
    if lexicon.words.own_calendar or not all(
        1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1] for day, month in (first, last)
    ):
        return None
    cells = [Cell(month=month, day=day) for day, month in (first, last)]
    return (
        Reading(value=Recurring(cells[0]), end=match.end("b")),
        Reading(
            value=Calendar(year, cells[1]),
            start=match.start("c"),
            interval=True,
            direction="century" if len(match["year"]) == 2 else None,
        ),
    )


@shape(
    "day of a month, the year first",
    r"{yearfirst}{year}{nth}?,?(?: {yeartail},?)? (?:{of})?{anymonth}(?: {figure}{nth}?(?: {daytail})?)?",
    r"{yearfirst}{year}{nth}?,?(?: {yeartail},?)? {figure}{nth}? (?:{of})?{anymonth}",
)
def year_first(match: re.Match[str], lexicon: Lexicon, language: str) -> Readings:
    day = word_of(match, "figure")
    return Reading(value=dated(match, lexicon, language, int(day) if day else None))
