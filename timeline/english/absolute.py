"""Dates that name a day, a month or a year: full, partial and numeric ones, lists and ranges of them."""

from __future__ import annotations

import re

from timeline.english.numerals import fields_of, month_of, order_of, spelled_year, weekday_of, year_of
from timeline.grammar import rule
from timeline.values import Calendar, Cell, Reading, Recurring, Value
from timeline.vocabulary import DECADES, HOLIDAYS, SEASONS

_DAY = "(?:{nth}|{day})"
_YEAR = r"(?:{year}|(?P<before>[0-9]{1,4}) ?{era}|{short})"
_DASH = "(?: ?[-–—/] ?| & | to | and | or | through | until | till )"
_ANY_DAY = "(?:3[01]|[12][0-9]|0?[1-9])(?:st|nd|rd|th)?"
_DAYS = f"(?P<days>{_ANY_DAY}(?:, {_ANY_DAY})*,?{_DASH}(?:the )?{_ANY_DAY})"
_EACH_DAY = re.compile(r"(3[01]|[12][0-9]|0?[1-9])(?:st|nd|rd|th)?", re.IGNORECASE)


def dated(value: Value, **more: object) -> Reading:
    """A reading of type DATE, or TIME where the value has an hour or a part of the day."""
    return Reading(value=value, **more)  # type: ignore[arg-type]


@rule(
    r"(?P<y>[12][0-9]{3})-(?P<m>0[1-9]|1[0-2])-(?P<d>0[1-9]|[12][0-9]|3[01])"
    r"(?:[T ](?P<h>[01][0-9]|2[0-4]):(?P<min>[0-5][0-9])(?::(?P<s>[0-5][0-9])(?:\.[0-9]+)?)?(?:Z|[+-][0-9]{2}:?[0-9]{2}| ?{zone})?)?"
)
def iso_date(match: re.Match[str]) -> Reading:
    hour, minute, second = (int(match[k]) if match[k] else None for k in ("h", "min", "s"))
    cell = Cell(month=int(match["m"]), day=int(match["d"]), hour=hour, minute=minute, second=second)
    return dated(Calendar(int(match["y"]), cell), type="DATE" if hour is None else "TIME")


@rule(r"(?P<y>[12][0-9]{3})-(?P<m>0[1-9]|1[0-2])")
def iso_month(match: re.Match[str]) -> Reading | None:
    # 2009-10 is rather a season or a business year.
    year, month = int(match["y"]), int(match["m"])
    return None if month == (year + 1) % 100 else dated(Calendar(year, Cell(month=month)))


@rule(r"(?P<y>[12][0-9]{3})-?W(?P<w>0[1-9]|[1-4][0-9]|5[0-3])(?:-?(?P<d>[1-7]))?")
def iso_week(match: re.Match[str]) -> Reading:
    return dated(Calendar(int(match["y"]), Cell(week=int(match["w"]), weekday=int(match["d"]) if match["d"] else None)))


@rule(
    r"(?P<a>[0-3]?[0-9])(?P<s>[/.-])(?P<b>[0-3]?[0-9])(?P=s)(?P<y>[12][0-9]{3}|[0-9]{2})",
    r"(?P<y>[12][0-9]{3})(?P<s>[/.])(?P<b>[01]?[0-9])(?P=s)(?P<a>[0-3]?[0-9])",
)
def numeric_date(match: re.Match[str]) -> Reading | None:
    first, second, year = int(match["a"]), int(match["b"]), year_of(match["y"])
    if match.start("y") == match.start() or match["s"] == ".":
        return dated(Calendar(year, Cell(month=second, day=first))) if 1 <= second <= 12 and 1 <= first <= 31 else None
    if 1 <= first <= 12 and 1 <= second <= 31:
        either = second <= 12 and first != second
        return dated(Calendar(year, Cell(month=first, day=second)), pick="order" if either else None)
    return dated(Calendar(year, Cell(month=second, day=first))) if 1 <= second <= 12 and 1 <= first <= 31 else None


def _list(match: re.Match[str]) -> tuple[Reading, ...]:
    # Each day is a mention of its own; the month belongs to the span of the day it stands beside.
    days = list(_EACH_DAY.finditer(match["days"]))
    offset = match.start("days")
    whole = fields_of(match)
    joined = not re.search(r"\b(?:and|or)\b|&", match["days"], re.IGNORECASE)
    found = []
    for n, day in enumerate(days):
        cell = Cell(month=month_of(match["month"]), day=int(day[1]))
        value = Calendar(whole.year, cell) if isinstance(whole, Calendar) else Recurring(cell)
        first_has_month = match.start("month") < offset
        start = 0 if n == 0 and first_has_month else offset + day.start()
        end = offset + day.end()
        if n == len(days) - 1 and (not first_has_month or isinstance(whole, Calendar)):
            end = match.end()
        found.append(dated(value, start=start, end=end, interval=joined and n > 0))
    return tuple(found)


@rule(rf"{{month}} {_DAYS}(?:,? {_YEAR})?", rf"(?:the )?{_DAYS}(?: of)? {{month}}(?:,? {_YEAR})?")
def days_of_a_month(match: re.Match[str]) -> tuple[Reading, ...]:
    return _list(match)


@rule(
    rf"(?:{{weekday}},? (?:the )?)?{{month}} (?:the )?(?:{_DAY}|{{ordinal}})(?:(?:,? | of ){_YEAR})?",
    rf"(?:{{weekday}},? (?:the )?)?(?:the )?{_DAY}(?: day)?(?: of)?[ -]{{month}}(?:(?:,? |-| of | in ){_YEAR})?",
    rf"(?:{{weekday}},? (?:the )?)?(?:the )?{{ordinal}}(?: day)? of {{month}}(?:(?:,? | of | in ){_YEAR})?",
    r"{month}-{day}-{year}",
)
def day_of_a_month(match: re.Match[str]) -> Reading:
    return dated(fields_of(match))


@rule(
    rf"{{month}}(?:,? | of ){_YEAR}",
    r"{month}[-/]{year}",
    r"{month},? (?P<words>(?:nineteen|twenty)[ -]\w+(?:[ -]\w+)?)",
)
def month_of_a_year(match: re.Match[str]) -> Reading | None:
    if text := match.groupdict().get("words"):
        year = spelled_year(text)
        return dated(Calendar(year, Cell(month=month_of(match["month"])))) if year else None
    return dated(fields_of(match))


@rule(r"{month}", r"the month of {month}(?:,? {year})?")
def month(match: re.Match[str]) -> Reading:
    return dated(fields_of(match))


@rule(
    r"(?:the )?(?:years? )?(?P<a>1[0-9]{3}|20[0-9]{2})(?:-|–|—|/| - | – )(?P<b>(?:1[0-9]|20)?[0-9]{2}|[1-9])",
    r"(?:the )?years (?P<a>1[0-9]{3}|20[0-9]{2}) (?:to|and|through) (?P<b>(?:1[0-9]|20)[0-9]{2})",
    r"(?:the )?(?:years? )?(?P<a>[0-9]{1,4})(?: ?[-–—/] ?| and | to )(?P<b>[0-9]{1,4}) ?(?P<bc>{era})",
)
def years(match: re.Match[str]) -> tuple[Reading, ...] | None:
    a, b = match["a"], match["b"]
    if match.groupdict().get("bc"):
        b = a[: len(a) - len(b)] + b
        first, second = year_of(a, era=True), year_of(b, era=True)
    else:
        first, second = int(a), int(a[: 4 - len(b)] + b)
    # A slash joins a year to the next one; else it divides.
    if not first < second or ("/" in match[0] and second > first + 1):
        return None
    return (
        dated(Calendar(first), start=match.start("a"), end=match.end("a")),
        dated(Calendar(second), start=match.start("b"), end=match.end(), interval=True),
    )


@rule(r"(?:the )?(?:year )?(?P<before>[0-9]{1,4}) ?{era}", r"(?:the )?year (?:of )?{year}", r"{year}")
def year(match: re.Match[str]) -> Reading:
    return dated(fields_of(match))


@rule(r"(?-i:ca?\.){year}")
def year_about(match: re.Match[str]) -> Reading:
    return dated(fields_of(match), mod="APPROX")


@rule(r"(?:the )?{year} (?:period|quarter)")
def years_period(match: re.Match[str]) -> Reading:
    return dated(fields_of(match))


@rule(r"(?-i:AD|A\.D\.) ?(?P<n>[0-9]{1,4})", r"(?P<n>[0-9]{1,4}) (?-i:AD|A\.D\.|CE)")
def year_of_the_common_era(match: re.Match[str]) -> Reading | None:
    return dated(Calendar(int(match["n"]))) if int(match["n"]) else None


@rule(r"{short}")
def short_year(match: re.Match[str]) -> Reading:
    return dated(fields_of(match), pick="century")


@rule(
    r"(?:the )?(?:year )?(?P<words>(?:eighteen|nineteen|twenty)[ -](?:hundred|(?:oh? )?\w+(?:[ -]\w+)?))",
    r"(?:the )?year (?P<words>two thousand(?: (?:and )?[a-z-]+)?)",
)
def spelled_out_year(match: re.Match[str]) -> Reading | None:
    year = spelled_year(match["words"])
    return dated(Calendar(year)) if year else None


_FISCAL = r"(?:(?:fiscal|financial)(?: years?)? (?:{year}|{short})|(?-i:FY) ?(?:{year2}|(?P<figures>['’]?[0-9]{2})))"


def _fiscal(match: re.Match[str]) -> int:
    said = match.groupdict()
    return year_of(next(text for k in ("year", "year2", "figures", "short") if (text := said.get(k))))


@rule(rf"(?:the )?{_FISCAL}", r"(?:the )?{year} (?:fiscal|financial) year")
def fiscal_year(match: re.Match[str]) -> Reading:
    return dated(Calendar(_fiscal(match), fiscal=True))


@rule(
    r"(?-i:FY) ?(?P<a>1[0-9]{3}|20[0-9]{2})[-–/](?P<b>[0-9]{2})",
    r"(?:the )?(?P<a>1[0-9]{3}|20[0-9]{2})[-–/](?P<b>[0-9]{2}) (?:fiscal|financial) year",
)
def fiscal_years(match: re.Match[str]) -> tuple[Reading, ...] | None:
    a, b = int(match["a"]), int(match["b"])
    if b != (a + 1) % 100:
        return None
    return (
        dated(Calendar(a, fiscal=True), end=match.end("a")),
        dated(Calendar(a + 1, fiscal=True), start=match.start("b"), interval=True),
    )


@rule(
    rf"(?:the )?(?:(?P<order>first|second|third|fourth)[ -]quarter|(?-i:Q)(?P<q>[1-4])|(?P<half>first|second) half|(?-i:H)(?P<h>[12]))(?:,? (?:of )?){_FISCAL}"
)
def part_of_a_fiscal_year(match: re.Match[str]) -> Reading:
    quarter, half = match["q"] or match["order"], match["h"] or match["half"]
    number = (int(text) if text.isdigit() else order_of(text)) if (text := quarter or half) else 0
    return dated(Calendar(_fiscal(match), Cell(quarter=number) if quarter else Cell(half=number)))


@rule(r"(?:the )?(?P<a>1[0-9]|20)?(?P<n>[0-9])0['’]?s", r"(?:the )?['’](?P<n>[0-9])0s", r"(?:the )?{decades}")
def decade(match: re.Match[str]) -> Reading:
    said = match.groupdict()
    if said.get("decades"):
        return dated(Calendar(DECADES[said["decades"].lower()], years=10))
    century, tens = int(said.get("a") or 19), int(said["n"])
    # "the 1800s" are the century, "the 2000s" as yet the decade; "the 1900s" may be either.
    if said.get("a") and not tens and century < 20:
        return dated(Calendar(100 * century, years=100), pick="century" if century == 19 else None)
    return dated(Calendar(100 * century + 10 * tens, years=10))


@rule(r"(?:the )?(?P<n>[0-9]{1,3}0)s ?(?P<bc>{era})")
def decade_before_christ(match: re.Match[str]) -> Reading:
    return dated(Calendar(-8 - int(match["n"]), years=10))


@rule(
    r"(?:the )?(?P<n>{nth}|{ordinal})(?P<to>(?: and | or |-to-| to )(?:the )?(?:{nth2}|{ordinal2}))?[ -]centur(?:y|ies)(?: (?:(?P<bc>{era})|(?-i:AD|A\.D\.|CE)))?",
)
def century(match: re.Match[str]) -> Reading | tuple[Reading, ...]:
    before = bool(match.groupdict().get("bc"))

    def cell(word: str) -> Calendar:
        number = order_of(word)
        return Calendar(1 - 100 * number + 1 - 1 if before else max(1, 100 * (number - 1)), years=100)

    if match["to"]:
        second = match["nth2"] or match["ordinal2"]
        cut = match.start("nth2") if match["nth2"] else match.start("ordinal2")
        return dated(cell(match["n"]), end=match.end("n")), dated(cell(second), start=cut)
    return dated(cell(match["n"]))


@rule(
    r"(?:the )?{season}(?: of|,)? (?P<words>(?:eighteen|nineteen|twenty)[ -]\w+(?:[ -]\w+)?)",
    rf"(?:the )?{{season}}(?: of|,)? {_YEAR}(?:[-–/][0-9]{{2}}(?:[0-9]{{2}})?)?",
    r"(?:the )?{year} {season}",
    r"(?:the )?{season}",
)
def season(match: re.Match[str]) -> Reading | None:
    if words := match.groupdict().get("words"):
        year = spelled_year(words)
        return dated(Calendar(year, Cell(season=SEASONS[match["season"].lower()]))) if year else None
    value = fields_of(match)
    cell = Cell(season=SEASONS[match["season"].lower()])
    return dated(Calendar(value.year, cell) if isinstance(value, Calendar) else Recurring(cell))


_QUARTER = r"(?:{order}[ -]quarter|(?-i:Q)(?P<q>[1-4])|(?P<q>[1-4])(?-i:Q))"


@rule(
    rf"(?:the (?!(?:fiscal )?[a-z]+-quarter))?(?:fiscal[ -])?{_QUARTER.replace('(?P<q>[1-4])(?-i:Q)', '(?P<r>[1-4])(?-i:Q)')}(?:,?(?: of)?(?: fiscal(?: year)?)? (?:{{year}}|{{short}}))?",
    r"(?:the )?(?:fiscal )?{year}(?:['’]s)?[ -](?:fiscal[ -])?(?:{order}[ -]quarter|(?-i:Q)(?P<q>[1-4]))",
    r"(?:the )?fiscal[ -]year[ -](?:{order}[ -]quarter)",
)
def quarter(match: re.Match[str]) -> Reading | None:
    said = match.groupdict()
    number = int(said.get("q") or said.get("r") or 0) or order_of(said["order"])
    value = fields_of(match)
    if number == -1 and isinstance(value, Calendar):
        number = 4
    if not 1 <= number <= 4:
        return None
    cell = Cell(quarter=number)
    if isinstance(value, Calendar):
        # A quarter of a business year is not said in full.
        return dated(Calendar(value.year, cell), pick="century" if "fiscal" in match[0].lower() else None)
    return dated(Recurring(cell))


@rule(
    r"(?P<n>[1-4])(?-i:(?P<part>[QH])) ?(?P<y>['’]?[0-9]{2}|[12][0-9]{3})",
    r"(?-i:(?P<part>[QH]))(?P<n>[1-4]) ?(?P<y>['’][0-9]{2})",
)
def part_of_a_year_in_figures(match: re.Match[str]) -> Reading | None:
    number, quarterly = int(match["n"]), match["part"].upper() == "Q"
    if not quarterly and number > 2:
        return None
    cell = Cell(quarter=number) if quarterly else Cell(half=number)
    return dated(Calendar(year_of(match["y"]), cell), pick="century" if len(match["y"]) < 4 else None)


@rule(
    r"(?:the )?(?P<h>first|second|last|latter|1st|2nd)[ -]half(?:,? (?:of )?(?:{year}|{short}))?",
    r"(?-i:H)(?P<h>[12])(?: {year})?",
    r"(?P<h>[12])(?-i:H) ?{year}",
)
def half(match: re.Match[str]) -> Reading:
    number = order_of(match["h"])
    cell = Cell(half=2 if number == -1 else number)
    value = fields_of(match)
    return dated(Calendar(value.year, cell) if isinstance(value, Calendar) else Recurring(cell))


@rule(r"(?:the )?{holiday}(?:,? {year})?", r"(?:the )?{year} {holiday}", r"{holiday} (?:of|in) {year}")
def holiday(match: re.Match[str]) -> Reading:
    name = re.sub(r"[ \n\t\u00a0]+", " ", match["holiday"].lower()).replace("’", "'")
    cell = Cell(**HOLIDAYS[name])  # type: ignore[arg-type]
    said = match.groupdict().get("year")
    # "the Christmas party": the article belongs to the party.
    start = match.start("holiday") if not said else 0
    return dated(Calendar(int(said), cell) if said else Recurring(cell), start=start)


@rule(r"(?:the )?{order} {weekday} (?:of|in) {month}(?:,? {year})?")
def weekday_of_a_month(match: re.Match[str]) -> Reading:
    cell = Cell(month=month_of(match["month"]), weekday=weekday_of(match["weekday"]), nth=order_of(match["order"]))
    said = match["year"]
    return dated(Calendar(int(said), cell) if said else Recurring(cell))


@rule(r"(?:the )?(?:calendar )?week (?P<w>5[0-3]|[1-4]?[0-9])(?: of|,)? {year}")
def week_of_a_year(match: re.Match[str]) -> Reading | None:
    return dated(Calendar(int(match["year"]), Cell(week=int(match["w"])))) if int(match["w"]) else None


@rule(r"(?:the )?{order} week (?:of|in) {month}(?:,? {year})?")
def week_of_a_month(match: re.Match[str]) -> Reading:
    cell = Cell(month=month_of(match["month"]), week=None, nth=order_of(match["order"]))
    said = match["year"]
    return dated(Calendar(int(said), cell) if said else Recurring(cell))
