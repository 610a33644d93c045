"""Years and what they are made of or make up: seasons, quarters and halves, decades, centuries, business years."""

from __future__ import annotations

import re

from timeline.calendar.values import Calendar, Cell, Reading, Recurring, Traits, nth_century
from timeline.languages.en.absolute import YEAR, dated
from timeline.languages.en.numerals import fields_of, month_of, order_of, spelled_year, year_of
from timeline.languages.en.vocabulary import DECADES, MODIFIERS, SEASONS
from timeline.languages.grammar import rule


@rule(
    r"(?:the )?(?:years? )?(?P<a>1[0-9]{3}|20[0-9]{2})(?:-|–|—|/| - | – )(?P<b>(?:1[0-9]|20)?[0-9]{2}|[1-9])",
    r"(?:the )?years (?P<a>1[0-9]{3}|20[0-9]{2}) (?:to|and|through) (?P<b>(?:1[0-9]|20)[0-9]{2})",
    r"(?:the )?(?:years? )?(?P<a>[0-9]{1,4})(?: ?[-–—/] ?| and | to )(?P<b>[0-9]{1,4}) ?(?P<bc>{era})",
    traits=Traits(year_pair=True, evident=True),
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


@rule(
    r"(?:the )?(?:year )?(?P<before>[0-9]{1,4}) ?{era}",
    r"(?:the )?year (?:of )?{year}",
    r"the year (?P<early>[1-9][0-9]{2})",
    r"{year}",
    traits=Traits(year_figure=True),
)
def year(match: re.Match[str]) -> Reading:
    if early := match.groupdict().get("early"):
        return dated(Calendar(int(early)))
    return dated(fields_of(match))


@rule(r"(?-i:ca?\.?){year}")
def year_about(match: re.Match[str]) -> Reading:
    return dated(fields_of(match), mod="APPROX")


@rule(r"(?:the )?{year} (?:period|quarter)", traits=Traits(loose=True))
def years_period(match: re.Match[str]) -> Reading:
    return dated(fields_of(match))


@rule(r"(?-i:AD|A\.D\.) ?(?P<n>[0-9]{1,4})", r"(?P<n>[0-9]{1,4}) {common}")
def year_of_the_common_era(match: re.Match[str]) -> Reading | None:
    return dated(Calendar(int(match["n"]))) if int(match["n"]) else None


@rule(r"{short}", traits=Traits(short_year=True))
def short_year(match: re.Match[str]) -> Reading:
    return dated(fields_of(match), direction="century")


@rule(
    r"(?:the )?(?:year )?(?P<words>{hundreds}[ -](?:hundred|(?:oh? )?\w+(?:[ -]\w+)?))",
    r"(?:the )?year (?P<words>two thousand(?: (?:and )?[a-z-]+)?)",
)
def spelled_out_year(match: re.Match[str]) -> Reading | None:
    year = spelled_year(match["words"])
    return dated(Calendar(year)) if year else None


_FISCAL = r"(?:{fiscal}(?: years?)? (?:{year}|{short})|(?-i:FY) ?(?:{year2}|(?P<figures>['’]?[0-9]{2})))"


def _fiscal(match: re.Match[str]) -> int:
    groups = match.groupdict()
    return year_of(next(text for k in ("year", "year2", "figures", "short") if (text := groups.get(k))))


@rule(rf"(?:the )?{_FISCAL}", r"(?:the )?{year} {fiscal} year", traits=Traits(loose=True))
def fiscal_year(match: re.Match[str]) -> Reading:
    return dated(Calendar(_fiscal(match), fiscal=True))


@rule(
    r"(?-i:FY) ?(?P<a>1[0-9]{3}|20[0-9]{2})[-–/](?P<b>[0-9]{2})",
    r"(?:the )?(?P<a>1[0-9]{3}|20[0-9]{2})[-–/](?P<b>[0-9]{2}) {fiscal} year",
    r"(?:the )?{fiscal}(?: year)? (?P<a>1[0-9]{3}|20[0-9]{2})[-–/](?P<b>[0-9]{2})",
    traits=Traits(year_pair=True, loose=True, evident=True),
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
    r"(?:the )?(?:(?P<order>first|second|third|fourth)[ -]quarter|(?-i:Q)(?P<q>[1-4])"
    r"|(?P<half>first|second) half|(?-i:H)(?P<h>[12]))"
    rf"(?:,? (?:of )?){_FISCAL}",
    traits=Traits(loose=True),
)
def part_of_a_fiscal_year(match: re.Match[str]) -> Reading:
    quarter, half = match["q"] or match["order"], match["h"] or match["half"]
    number = (int(text) if text.isdigit() else order_of(text)) if (text := quarter or half) else 0
    return dated(Calendar(_fiscal(match), Cell(quarter=number) if quarter else Cell(half=number)))


@rule(
    r"(?:the )?(?P<a>1[0-9]|20)?(?P<n>[0-9])0['’]?s",
    r"(?:the )?['’](?P<n>[0-9])0s",
    r"(?:the )?(?:(?P<words>eighteen|nineteen)[ -])?{decades}",
)
def decade(match: re.Match[str]) -> Reading:
    groups = match.groupdict()
    if groups.get("decades"):
        back = 100 if (groups["words"] or "").lower() == "eighteen" else 0
        return dated(
            Calendar(DECADES[groups["decades"].lower()] - back, years=10),
            direction=None if groups["words"] else "century",
        )
    tens = int(groups["n"])
    # "the '00s" and "the '10s" are of this century.
    century = int(groups.get("a") or (20 if tens < 2 else 19))
    # "the 1800s" are the century, "the 2000s" as yet the decade; "the 1900s" may be either.
    if groups.get("a") and not tens and century < 20:
        return dated(Calendar(100 * century, years=100), direction="century" if century == 19 else None)
    return dated(Calendar(100 * century + 10 * tens, years=10), direction=None if groups.get("a") else "century")


@rule(r"(?:the )?(?P<n>[0-9]{1,3}0)s ?(?P<bc>{era})")
def decade_before_christ(match: re.Match[str]) -> Reading:
    return dated(Calendar(-8 - int(match["n"]), years=10))


# "the 3rd to the early 5th century": the second century with its part.
_TO_CENTURY = r"(?: ?[-–—] ?|-? and |-? or |-to-|-? to )(?P<mod>(?:the )?{stage}[ -]|the )?(?:{nth2}|{ordinal2})"


@rule(
    rf"(?:the )?(?P<n>{{nth}}|{{ordinal}})(?P<to>{_TO_CENTURY})?[ -]centur(?:y|ies)"
    r"(?: (?:(?P<bc>{era})|{common}))?",
)
def century(match: re.Match[str]) -> Reading | tuple[Reading, ...]:
    before = bool(match.groupdict().get("bc"))

    def cell(word: str) -> Calendar:
        return nth_century(order_of(word), before=before)

    if match["to"]:
        second = match["nth2"] or match["ordinal2"]
        mod = MODIFIERS.get((match["stage"] or "").lower())
        cut = match.start("nth2") if match["nth2"] else match.start("ordinal2")
        cut = match.start("mod") if mod else cut
        return dated(cell(match["n"]), end=match.end("n")), dated(cell(second), start=cut, mod=mod)
    return dated(cell(match["n"]))


@rule(
    r"(?:the )?(?:{ordinal}|(?P<end>last|final|closing)|(?P<start>opening)) decade"
    r" of the (?:{nth}|{ordinal2})[ -]century"
)
def decade_of_a_century(match: re.Match[str]) -> Reading | None:
    number = 10 if match["end"] else 1 if match["start"] else order_of(match["ordinal"])
    if not 1 <= number <= 10:
        return None
    first = nth_century(order_of(match["nth"] or match["ordinal2"])).year // 10 * 10
    return dated(Calendar(max(1, first + 10 * (number - 1)), years=10))


@rule(r"(?:the )?turn of (?:the )?{nth}[ -]century", r"(?:the )?turn of (?:the )?{ordinal}[ -]century")
def turn_of_a_century(match: re.Match[str]) -> Reading:
    groups = match.groupdict()
    return dated(Calendar(100 * (order_of(groups.get("nth") or groups["ordinal"]) - 1)), mod="APPROX")


@rule(r"(?:the )?turn of the (?:century|(?P<millennium>millennium))")
def turn_of_the_century(match: re.Match[str]) -> Reading:
    if match["millennium"]:
        return dated(Calendar(2000), mod="APPROX")
    return dated(Recurring(Cell(year=0)), mod="APPROX", anchor="published", direction="nearest")


@rule(r"(?:the )?turn of (?:the )?(?:new )?year(?: {year})?")
def turn_of_the_year(match: re.Match[str]) -> Reading:
    day = Cell(month=1, day=1)
    return dated(Calendar(int(match["year"]), day) if match["year"] else Recurring(day), mod="APPROX")


@rule(
    r"(?:the )?{season}(?: of|,)? (?P<words>{hundreds}[ -]\w+(?:[ -]\w+)?)",
    rf"(?:the )?{{season}}(?: of|,)? {YEAR}(?:[-–/][0-9]{{2}}(?:[0-9]{{2}})?)?",
    r"(?:the )?{year} {season}",
    r"(?:the )?{season} months(?: of {year})?",
    r"(?:the )?{season}",
)
def season(match: re.Match[str]) -> Reading | None:
    if words := match.groupdict().get("words"):
        year = spelled_year(words)
        return dated(Calendar(year, Cell(season=SEASONS[match["season"].lower()]))) if year else None
    value = fields_of(match)
    cell = Cell(season=SEASONS[match["season"].lower()])
    if isinstance(value, Calendar):
        return dated(Calendar(value.year, cell))
    return dated(Recurring(cell), traits=Traits(bare=True))


_QUARTER = r"(?:{order}[ -]quarter|(?-i:Q)(?P<q>[1-4])|(?P<q2>[1-4])(?-i:Q))"


@rule(
    rf"(?:the (?!(?:fiscal )?[a-z]+-quarter))?(?:fiscal[ -])?{_QUARTER}"
    r"(?:,?(?: of)?(?: fiscal(?: year)?)? (?:{year}|{short}))?",
    r"(?:the )?(?:fiscal )?{year}(?:['’]s)?[ -](?:fiscal[ -])?(?:{order}[ -]quarter|(?-i:Q)(?P<q>[1-4]))",
    r"(?:the )?fiscal[ -]year[ -](?:{order}[ -]quarter)",
    r"(?:the )?{order} fiscal quarter(?:,?(?: of)? (?:{year}|{short}))?",
    r"(?:the )?{month} quarter(?:,?(?: of)? (?:{year}|{short}))?",
)
def quarter(match: re.Match[str]) -> Reading | None:
    groups = match.groupdict()
    value = fields_of(match)
    if groups.get("month"):
        # "the September quarter" ends with that month.
        number, rest = divmod(month_of(groups["month"]), 3)
        if rest:
            return None
    else:
        number = int(groups.get("q") or groups.get("q2") or 0) or order_of(groups["order"])
    if number == -1 and isinstance(value, Calendar):
        number = 4
    if not 1 <= number <= 4:
        return None
    cell = Cell(quarter=number)
    if isinstance(value, Calendar):
        # A quarter of a business year is not stated in full.
        return dated(Calendar(value.year, cell), direction="century" if "fiscal" in match[0].lower() else None)
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
    return dated(Calendar(year_of(match["y"]), cell), direction="century" if len(match["y"]) < 4 else None)


@rule(
    r"(?:the )?(?P<h>first|second|last|latter|1st|2nd)[ -]half(?:,? (?:of )?(?:{year}|{short}))?",
    r"(?-i:H)(?P<h>[12])(?: {year})?",
    r"(?P<h>[12])(?-i:H) ?{year}",
    r"{year} (?-i:H)(?P<h>[12])",
)
def half(match: re.Match[str]) -> Reading:
    number = order_of(match["h"])
    cell = Cell(half=2 if number == -1 else number)
    value = fields_of(match)
    return dated(Calendar(value.year, cell) if isinstance(value, Calendar) else Recurring(cell))
