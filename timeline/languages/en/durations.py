"""Durations, sets and references without edges."""

from __future__ import annotations

import re

from timeline.calendar.values import Cell, Every, Length, Reading, Recurring, Traits, Vague
from timeline.languages.en.absolute import nobodys
from timeline.languages.en.numerals import amount_of, joined_on, month_of, order_of, plain, unit_of, weekday_of
from timeline.languages.en.vocabulary import (
    FREQUENCIES,
    HOLIDAYS,
    ORDERING,
    PARTS_OF_DAY,
    SEASONS,
    VAGUE,
)
from timeline.languages.grammar import rule
from timeline.text import any_of

_COUNTED = r"(?:{count}|{many})"
_KIND = "(?:(?:{quality}|{kind}) )?"
_ORDERING = re.compile(any_of(ORDERING), re.IGNORECASE)
_YEARS_IN = {"decade": 10, "century": 100}
# Half an hour and a quarter of a year are counted in the unit below.
_PARTS_IN = {"year": (12, "month"), "day": (24, "hour"), "hour": (60, "minute"), "minute": (60, "second")}


def length_of(amount: str, unit: str) -> Length:
    if unit == "fortnight":
        amount, unit = ("X" if amount == "X" else f"{2 * float(amount):g}"), "week"
    if unit in _YEARS_IN and amount != "X":
        amount, unit = f"{_YEARS_IN[unit] * float(amount):g}", "year"
    if amount in ("0.5", "0.25") and unit in _PARTS_IN:
        parts, unit = _PARTS_IN[unit]
        amount = f"{float(amount) * parts:g}"
    return Length(amount, unit)


def length(amount: str, unit: str) -> Reading:
    return Reading(value=length_of(amount, unit), type="DURATION")


@rule(rf"(?P<last>last ){_COUNTED} {_KIND}{{unit}}s", traits=Traits(alternative=True))
def length_behind_last(match: re.Match[str]) -> tuple[Reading, ...]:
    """Two readings, one of which is refused: "last two weeks" is a length; in "to last two weeks" the two weeks are."""
    found = length(amount_of(match["count"] or match["many"]), unit_of(match["unit"]))
    return found, found._replace(start=match.end("last"))


@rule(
    rf"(?:(?P<the>the )|(?:another|an additional|these|those) )?(?:{{ordering}} )?{_COUNTED} {_KIND}"
    r"{unit}(?P<plural>s)?(?: (?:(?P<age>old|of age)|long))?",
    r"{count}-{unit}s?(?:-(?P<age>old)|-long)?",
    r"(?:an?|the|that|this|the same) {count}[- ]{unit} period",
)
def count_of_units(match: re.Match[str]) -> Reading | None:
    groups = match.groupdict()
    unit, plural = unit_of(match["unit"]), groups.get("plural") or match[0][-1] in "sS"
    amount = amount_of(groups["count"] or groups.get("many") or "")
    fraction = unit == "quarter" and not (plural and (groups.get("many") or _ORDERING.search(match[0])))
    ordinal = unit == "second" and not plural and groups.get("many") is not None
    ordering = (groups.get("ordering") or "").lower()
    # "a year-long trial": the unit belongs to the word behind it.
    joined = joined_on(match) and (
        (groups.get("many") and not ordering) or match.string[match.end() :].lower().startswith("-old")
    )
    # "a hot day" is no length of time, "two hot days" are.
    mere = groups.get("quality") and not plural
    if groups.get("age") or fraction or ordinal or joined or mere:
        return None
    found = length(amount, unit)
    # "following two years of talks": what came after them.
    if ordering == "following" and match.start("ordering") == match.start():
        return found._replace(start=match.end("ordering") + 1)
    # "the two day rally": the article belongs to the rally.
    attribute = groups.get("the") and not plural and not ordering and amount not in ("1", "X")
    return found._replace(start=match.end("the")) if attribute else found


@rule(r"an? {unit} or two")
def one_or_two_units(match: re.Match[str]) -> Reading:
    return length("X", unit_of(match["unit"]))


@rule(r"(?:a|an|one|{count}) {unit}s? and (?:a|one) half", r"half[ -](?:an? )?{unit}", r"a quarter of an? {unit}")
def half_a_unit(match: re.Match[str]) -> Reading:
    text = match[0].lower()
    count = match.groupdict().get("count")
    amount = (
        "0.5" if text.startswith("half") else "0.25" if text.startswith("a quarter") else f"{amount_of(count or 'a')}.5"
    )
    return length(amount, unit_of(match["unit"]))


# "recent years" tells when, not how long.
_WITHOUT_EDGES = {"recent": "PAST_REF", "past": "PAST_REF", "coming": "FUTURE_REF", "future": "FUTURE_REF"}


@rule(
    r"(?:{qualifier} )*{uncounted:units}(?: (?:and|or) (?:weeks|months|years))?"
    r"(?: ahead| to come| (?P<age>old|of age))?(?!-long)",
    r"{lasted:units}[- ]?long",
    r"all {filled:units}",
)
def units_uncounted(match: re.Match[str]) -> Reading | None:
    word, first = match["units"].lower(), match[0].split()[0].lower()
    # Quarters alone are also parts of a town.
    if match.groupdict().get("age") or match[0].lower() == "quarters":
        return None
    if first in _WITHOUT_EDGES:
        return Reading(value=Vague(_WITHOUT_EDGES[first]))
    unit = "century" if word == "centuries" else word if word in ("summer", "winter") else unit_of(word)
    return length("X" if word.endswith("s") else "1", unit)


@rule(
    r"(?:every|each)(?: single)? (?:(?:other|{ordinal}) )?"
    rf"(?:{{weekday}}|{{month}}|{{season}}|{{holiday}}|{{unit}}|{_COUNTED} {{unit2}}s?)(?: {{part}})?",
    r"(?:every|each) (?P<half>half)[ -](?:an )?{unit}",
)
def every_turn(match: re.Match[str]) -> Reading | None:
    groups = match.groupdict()
    if groups.get("half"):
        return Reading(value=Every(length_of("0.5", unit_of(match["unit"]))), type="SET")
    if holiday := plain(groups["holiday"] or ""):
        cell = Cell(**HOLIDAYS[holiday])  # type: ignore[arg-type]
        # A day that moves from year to year has no code of its own.
        fixed = cell.day and not cell.weekday
        return (
            None
            if nobodys(holiday)
            else Reading(value=Every(Recurring(cell) if fixed else Length("1", "year")), type="SET")
        )
    if groups["weekday"] or groups["month"] or groups["season"]:
        cell = Cell(
            weekday=weekday_of(groups["weekday"]) if groups["weekday"] else None,
            month=month_of(groups["month"]) if groups["month"] else None,
            season=SEASONS[groups["season"].lower()] if groups["season"] else None,
            part=PARTS_OF_DAY[groups["part"].lower()] if groups["part"] else None,
        )
        return Reading(value=Every(Recurring(cell)), type="SET")
    if groups["unit2"]:
        return Reading(
            value=Every(length_of(amount_of(groups["count"] or groups["many"] or ""), unit_of(groups["unit2"]))),
            type="SET",
        )
    count = 2 if " other " in match[0].lower() else order_of(groups["ordinal"]) if groups["ordinal"] else 1
    return Reading(value=Every(Length(str(count), unit_of(groups["unit"] or ""))), type="SET")


@rule(r"(?:every|each) {weekday} and {weekday2}")
def every_two_weekdays(match: re.Match[str]) -> tuple[Reading, ...]:
    first, second = (Every(Recurring(Cell(weekday=weekday_of(match[name])))) for name in ("weekday", "weekday2"))
    return (
        Reading(value=first, type="SET", end=match.end("weekday")),
        Reading(value=second, type="SET", start=match.start("weekday2")),
    )


@rule(r"(?:the )?{order} {weekday} (?:of|in) (?:every|each) month")
def weekday_of_every_month(_match: re.Match[str]) -> Reading:
    return Reading(value=Every(Length("1", "month")), type="SET")


@rule(
    r"(?:(?:once|twice|(?:{count}|several|many) times) )?{often}",
    r"(?:once|twice|(?:{count}|several|many) times) (?:a|an|per|each|every) {unit}",
    r"per {per:unit}",
)
def how_often(match: re.Match[str]) -> Reading:
    groups = match.groupdict()
    amount, unit = FREQUENCIES[groups["often"].lower()] if groups.get("often") else ("1", unit_of(groups["unit"] or ""))
    return Reading(value=Every(Length(amount, unit)), type="SET")


@rule(r"{vague}")
def no_edges(match: re.Match[str]) -> Reading:
    word = re.sub(r"[ \n\t\u00a0]+", " ", match["vague"].lower())
    return Reading(value=Vague(VAGUE[word]))
