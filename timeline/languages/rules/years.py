"""Years, parts of a year, decades and centuries, in every language but English."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from timeline.calendar.values import Calendar, Cell, Reading, Recurring, Shift, Traits, nth_century
from timeline.languages.dateparser_probe import ask
from timeline.languages.grammar import COMMA, YEAR, Readings, direction_of, roman, shape, word_of

if TYPE_CHECKING:
    from timeline.languages.lexicon import Lexicon


@shape(
    "decade",
    r"{the}(?:{decadeword}){the}(?:{yearword})?"
    r"(?:['’](?P<tens>[1-9]0)|(?P<tens2>[1-9]0)(?![0-9])|(?P<full>1[0-9][0-9]0|20[0-9]0)(?P<bare>)|{decade})",
    r"(?P<full>1[0-9][0-9]0|20[0-9]0|[1-9]0)(?:er)(?: {yearnoun})?",
    r"(?P<full>1[0-9][0-9]0|20[0-9]0|[1-9]0)-?(?:е|х|ых|ые|ми|м|ті|их|і)(?: {yeartail})?",
    "{decade} {yearnoun}",
)
def decade(match: re.Match[str], lexicon: Lexicon, language: str) -> Readings:
    groups = match.groupdict()
    if word := word_of(match, "decade"):
        return Reading(value=Calendar(lexicon.words.decades[word], years=10))
    number = int(groups.get("tens") or groups.get("tens2") or groups["full"])
    # "los años 1988" is a year; "años 90" and "década de 1990" are decades.
    return Reading(value=Calendar(number if number > 99 else 1900 + number, years=10))


@shape("decade or century", r"{the}(?P<full>1[0-9][0-9]0|20[0-9]0|[1-9]0){decadetail}")
def decade_or_century(match: re.Match[str], lexicon: Lexicon, language: str) -> Readings:
    number = int(match["full"])
    if number > 99 and number % 100 == 0 and number < 2000:
        return Reading(value=Calendar(number, years=100))
    return Reading(value=Calendar(number if number > 99 else 1900 + number, years=10))


@shape(
    "years",
    r"{the}(?:{yearword})?{year} ?[-–—/] ?{year2}(?: ?{yeartail})?",
    r"{the}(?:{yearword})?{year} ?[-–—/] ?(?P<short>[0-9]{2})(?: ?{yeartail})?",
    traits=Traits(year_pair=True, evident=True),
)
def years(match: re.Match[str], lexicon: Lexicon, language: str) -> Readings:
    first = int(match["year"])
    groups = match.groupdict()
    if lexicon.words.own_calendar:
        return None
    second = int(groups.get("year2") or match["year"][:2] + groups["short"])
    if second <= first:
        return None
    cut = match.start("year2") if groups.get("year2") else match.start("short")
    return (
        Reading(value=Calendar(first), start=match.start("year"), end=match.end("year")),
        Reading(value=Calendar(second), start=cut, interval=True),
    )


@shape(
    "year",
    r"{the}(?:{yearword}){year}(?: ?{yeartail})?",
    r"{year}(?:(?=-){nth})?(?: ?{yeartail})?",
    traits=Traits(year_figure=True),
)
def year(match: re.Match[str], lexicon: Lexicon, language: str) -> Readings:
    if lexicon.words.own_calendar:
        return None
    asked = ask(match["year"], language)
    return Reading(value=asked if isinstance(asked, Calendar) else Calendar(int(match["year"])))


@shape("year of an era", r"{the}(?:{yearword})?(?P<n>[0-9]{1,4})(?: ?{yeartail})? ?(?:{bc}|{ad})")
def year_of_an_era(match: re.Match[str], lexicon: Lexicon, language: str) -> Readings:
    n = int(match["n"])
    return Reading(value=Calendar(1 - n if match["bc"] else n)) if n else None


@shape(
    "century",
    r"{the}{century} {roman}(?: (?:{bc}|{ad}))?",
    r"{the}(?:{roman}{nth}?|(?P<n>[1-9]|1[0-9]|2[01]){nth}|{order})[ -](?:{century})(?: (?:{bc}|{ad}))?",
)
def century(match: re.Match[str], lexicon: Lexicon, language: str) -> Readings:
    groups = match.groupdict()
    number = (
        roman(groups["roman"])
        if groups.get("roman")
        else int(groups.get("n") or 0) or lexicon.words.ordinals.get(word_of(match, "order"), 0)
    )
    if not 0 < number <= 30:
        return None
    return Reading(value=nth_century(number, before=bool(groups.get("bc"))))


@shape(
    "part of a year",
    r"{the}(?:{order}|(?P<n>[1-4]){nth}|(?P<n2>[1-4])|(?P<roman>(?-i:IV|I{1,3}))) {unit}"
    f"(?:{COMMA}{YEAR}| {{of}}{{the}}(?:{{direction}})?{{unit:cycle}}(?: {{after}})?)?",
)
def part_of_a_year(match: re.Match[str], lexicon: Lexicon, language: str) -> Readings:
    unit, groups = lexicon.units[word_of(match, "unit")], match.groupdict()
    number = int(groups["n"] or groups["n2"] or 0) or (
        roman(groups["roman"]) if groups["roman"] else lexicon.words.ordinals[word_of(match, "order")]
    )
    if unit not in ("quarter", "half"):
        return None
    number = (4 if unit == "quarter" else 2) if number == -1 else number
    if number > (4 if unit == "quarter" else 2):
        return None
    cell = Cell(quarter=number) if unit == "quarter" else Cell(half=number)
    if text := word_of(match, "year"):
        return Reading(value=Calendar(int(text), cell))
    direction = direction_of(match, lexicon)
    if groups["cycle"]:
        if direction is None or lexicon.units[word_of(match, "cycle")] != "year":
            return None
        return Reading(value=Shift(direction[0], "year", cell), anchor=direction[1])
    if word_of(match, "unit") in lexicon.words.ambiguous:
        return None  # the first half of a match
    return Reading(value=Recurring(cell))


_YEAR_BEFORE = r"{yearfirst}{year}(?:['’][^\W\d_]{1,4})?(?: ?{yeartail})? "


@shape("part of a year", _YEAR_BEFORE + "{order} {unit}", _YEAR_BEFORE + "{season}")
def part_of_a_year_before(match: re.Match[str], lexicon: Lexicon, language: str) -> Readings:
    year = int(match["year"])
    if season := word_of(match, "season"):
        return Reading(value=Calendar(year, Cell(season=lexicon.words.seasons[season])))
    unit, number = lexicon.units[word_of(match, "unit")], lexicon.words.ordinals[word_of(match, "order")]
    if unit not in ("quarter", "half") or number > (4 if unit == "quarter" else 2):
        return None
    number = number if number > 0 else 4 if unit == "quarter" else 2
    return Reading(value=Calendar(year, Cell(quarter=number) if unit == "quarter" else Cell(half=number)))
