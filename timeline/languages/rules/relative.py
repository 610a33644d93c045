"""Expressions counted from another day, lengths, sets and references without edges, in every language but English."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from timeline.calendar.arithmetic import DAYS_IN, MONTHS_IN
from timeline.calendar.values import Calendar, Cell, Every, Length, Reading, Recurring, Shift, Traits, Vague, parse
from timeline.languages.dateparser_probe import ask
from timeline.languages.en.durations import length_of
from timeline.languages.grammar import COMMA, COUNT, YEAR, Readings, directed, direction_of, shape, word_of
from timeline.languages.lexicon import Lexicon, plain

if TYPE_CHECKING:
    from timeline.languages.words import Words


def amount_of(match: re.Match[str], lexicon: Lexicon) -> str:
    if word := word_of(match, "many"):
        quantities = lexicon.words.quantities
        return quantities[word] if word in quantities else quantities[word + " "]
    word = word_of(match, "count")
    n = str(lexicon.words.numbers[word]) if word in lexicon.words.numbers else word.replace(".", "").replace(",", ".")
    return f"{n}.5" if match.groupdict().get("andhalf") and n.isdigit() else n


def _shift(n: str, sign: int, unit: str, anchor: str, words: Words) -> Reading:
    if n.endswith(".5") and unit == "year":
        n, unit = str(int(float(n) * 12)), "month"
    if n == "X" and words.vague_lengths:
        return Reading(value=Length("X", unit), type="DURATION")
    if not n.isdigit() or (unit not in MONTHS_IN | DAYS_IN and unit not in ("fortnight", "night")):
        return Reading(value=Vague("PAST_REF" if sign < 0 else "FUTURE_REF"), anchor=anchor)
    if unit == "night":
        return Reading(value=Shift(sign * int(n), "day", Cell(part="NI")), type="TIME", anchor=anchor)
    times, unit = (2, "week") if unit == "fortnight" else (1, unit)
    return Reading(value=Shift(sign * times * int(n), unit), anchor=anchor)


@shape(
    "weekday",
    f"{{the}}(?:{{direction}})?{{weekday}}(?: {{after}})?(?:(?:{COMMA}(?:{{inpart}})?)?{{part}})?",
    traits=Traits(deictic=True, weekday_name=True),
)
def weekday(match: re.Match[str], lexicon: Lexicon, language: str) -> Readings:
    word = word_of(match, "weekday")
    if word in lexicon.words.ambiguous and direction_of(match, lexicon) is None:
        return None  # "segunda" alone is "second" as often as Monday
    if word_of(match, "direction") in lexicon.words.pronouns:
        return None
    number = lexicon.weekday_of(word)
    if word_of(match, "after") in lexicon.words.only_after and match.start("weekday") == match.start():
        # "venerdì dopo due sedute": what follows a bare weekday is a preposition.
        return Reading(value=Recurring(Cell(weekday=number)), end=match.end("weekday"))
    asked = ask(next(name for name, n in lexicon.weekdays.items() if n == number), language)
    cell = asked.cell if isinstance(asked, Recurring) and asked.cell.weekday == number else Cell(weekday=number)
    direction = direction_of(match, lexicon)
    if plain(match[0]).split()[0] in lexicon.words.plurals and direction is None and not match.groupdict().get("part"):
        return Reading(value=Every(Recurring(cell)), type="SET")
    part = lexicon.words.parts.get(word_of(match, "part"))
    return directed(Reading(value=Recurring(cell._replace(part=part)), type="TIME" if part else "DATE"), direction)


@shape(
    "weekday of another week",
    "{the}{weekday} (?:{of})?{the}(?:{direction}){unit}(?: {after})?",
    "{the}{weekday} (?:{of})?{the}{unit} {after}",
    f"{{the}}(?:{{direction}}){{unit}}(?:{COMMA}(?:{{onday}})?){{weekday}}",
)
def weekday_of_another_week(match: re.Match[str], lexicon: Lexicon, language: str) -> Readings:
    direction = direction_of(match, lexicon)
    if direction is None or lexicon.units[word_of(match, "unit")] != "week":
        return None
    return Reading(
        value=Shift(direction[0], "week", Cell(weekday=lexicon.weekday_of(word_of(match, "weekday")))),
        anchor=direction[1],
    )


@shape(
    "day from today",
    f"{{relative}}(?:{COMMA}{{weekday}})?(?:{COMMA}(?:{{inpart}})?{{part}})?",
    traits=Traits(deictic=True, from_today=True),
)
def day_from_today(match: re.Match[str], lexicon: Lexicon, language: str) -> Readings:
    phrase, part = word_of(match, "relative"), lexicon.words.parts.get(word_of(match, "part"))
    code = lexicon.words.relative.get(phrase)
    value = parse(code) if code else ask(phrase, language)
    if value is None or (part and not isinstance(value, Shift)):
        return None
    if part and isinstance(value, Shift):
        value = value._replace(cell=Cell(part=part))
    timed = isinstance(value, Shift | Recurring) and bool(value.cell.part or value.cell.hour)
    recurs = isinstance(value, Recurring)
    kind = "DURATION" if isinstance(value, Length) else "TIME" if timed else "DATE"
    return Reading(value=value, type=kind, anchor="told" if recurs else "published")


@shape("reference without edges", "{vague}")
def reference(match: re.Match[str], lexicon: Lexicon, language: str) -> Readings:
    return Reading(value=Vague(lexicon.words.vague[word_of(match, "vague")]))


@shape(
    "unit from now", "{the}(?:{direction}){unit}", "{the}(?:{direction})?{unit} {after}", traits=Traits(deictic=True)
)
def unit_from_now(match: re.Match[str], lexicon: Lexicon, language: str) -> Readings:
    direction, word = direction_of(match, lexicon), word_of(match, "unit")
    unit = lexicon.units[word]
    if direction is None:
        return None
    n, anchor, _ = direction
    many = word in lexicon.words.many_units or word_of(match, "direction").endswith(tuple(lexicon.words.plural_endings))
    many = many and unit != "weekend"
    if unit == "day" and n == 1:
        anchor = "told"  # "the next day" is the day after another one
    if many or unit in ("second", "minute", "hour"):
        return Reading(value=Length("X" if many else "1", unit), type="DURATION")
    if unit not in MONTHS_IN | DAYS_IN and unit not in ("night", "fortnight"):
        return None
    return _shift(str(abs(n)), -1 if n < 0 else 1, unit, anchor, lexicon.words)


@shape("weekend", "{the}{unit}")
def weekend(match: re.Match[str], lexicon: Lexicon, language: str) -> Readings:
    word = word_of(match, "unit")
    if lexicon.units[word] != "weekend" or word in lexicon.words.ambiguous:
        return None
    value = Recurring(Cell(weekend=True))
    if word in lexicon.words.many_units:
        return Reading(value=Every(value), type="SET")
    return Reading(value=value)


@shape("season of another year", "{the}{season} (?:{of})?{the}(?:{direction})?{unit}(?: {after})?")
def season_of_another_year(match: re.Match[str], lexicon: Lexicon, language: str) -> Readings:
    direction = direction_of(match, lexicon)
    if direction is None or lexicon.units[word_of(match, "unit")] != "year":
        return None
    cell = Cell(season=lexicon.words.seasons[word_of(match, "season")])
    return Reading(value=Shift(direction[0], "year", cell), anchor=direction[1])


@shape(
    "season",
    f"{{the}}{{season}}{COMMA}{YEAR}",
    "{the}(?:{direction})?{season}(?: {after})?",
)
def season(match: re.Match[str], lexicon: Lexicon, language: str) -> Readings:
    cell = Cell(season=lexicon.words.seasons[word_of(match, "season")])
    if year := word_of(match, "year"):
        return Reading(value=Calendar(int(year), cell))
    # "été" is also a participle, "estate" an English house: alone a season needs its article or a direction.
    direction = direction_of(match, lexicon)
    bare = match.start("season") == match.start() and direction is None
    if bare and (lexicon.words.determiners or word_of(match, "season") in lexicon.words.ambiguous):
        return None
    return directed(Reading(value=Recurring(cell), traits=Traits(bare=True)), direction)


@shape(
    "units from a day",
    rf"{{ago}}(?:{{measure}})?{COUNT}{{unit}}(?: {{andhalf}})?",
    rf"(?:{{around}})?(?:{{measure}})?{COUNT}{{unit}}(?: {{andhalf}})? {{back}}",
    "{ago}{unit}",
    "{unit} {back}",
    traits=Traits(distance=True),
)
def units_ago(match: re.Match[str], lexicon: Lexicon, language: str) -> Readings:
    word, n = word_of(match, "unit"), amount_of(match, lexicon)
    if not n:
        n = "X" if word in lexicon.words.many_units else "1" if match.groupdict().get("back") else ""
    if not n:
        return None
    reading = _shift(n, -1, lexicon.units[word], "published", lexicon.words)
    if isinstance(reading.value, Shift) and not reading.value.cell:
        first = (
            f"{lexicon.words.ago_before[0]} {n} {word}"
            if lexicon.words.ago_before
            else f"{n} {word} {lexicon.words.ago_after[0]}"
        )
        asked = ask(first, language)
        reading = reading._replace(value=asked) if isinstance(asked, Shift) and asked.n == reading.value.n else reading
    return reading._replace(mod=measure_of(match, lexicon))


_FIGURE = re.compile("[0-9]+")


@shape("units from a day", "{counted}", traits=Traits(distance=True))
def units_from_today(match: re.Match[str], lexicon: Lexicon, language: str) -> Readings:
    expression = plain(match["counted"])
    unit, side = lexicon.words.counted[_FIGURE.sub("#", expression)]
    return _shift(next(iter(_FIGURE.findall(expression))), side, unit, "published", lexicon.words)


def measure_of(match: re.Match[str], lexicon: Lexicon) -> str | None:
    word = word_of(match, "measure")
    return lexicon.words.measures[word] if word else None


@shape(
    "units from a day",
    rf"{{ahead}}(?:{{measure}})?{COUNT}{{unit}}(?: {{andhalf}})?",
    "{ahead}{unit}",
    traits=Traits(distance=True),
)
def units_ahead(match: re.Match[str], lexicon: Lexicon, language: str) -> Readings:
    word, n = word_of(match, "unit"), amount_of(match, lexicon) or "1"
    if not amount_of(match, lexicon) and not lexicon.words.bare_ahead:
        return None
    return _shift(n, 1, lexicon.units[word], "published", lexicon.words)._replace(mod=measure_of(match, lexicon))


@shape(
    "units from a told day",
    rf"(?:{{measure}})?{COUNT}{{unit}}(?: {{andhalf}})? (?:{{later}}|{{earlier}})(?P<joint>(?= {{than}}(?![^\W_])))?",
    "{the}{unit} (?:{later}|{earlier})(?P<joint>(?= {than}(?![^\\W_])))?",
)
def units_from_a_told_day(match: re.Match[str], lexicon: Lexicon, language: str) -> Readings:
    word, n = word_of(match, "unit"), amount_of(match, lexicon)
    if not n:
        n = "X" if word in lexicon.words.many_units else "1" if word in lexicon.words.by_one else ""
    if not n:
        return None
    if match["joint"] is not None:
        # "tres días después del atentado" tells how long after: the day is that of what is named.
        end = match.end("andhalf") if match.groupdict().get("andhalf") else match.end("unit")
        return Reading(
            value=length_of(n, lexicon.units[word]), type="DURATION", end=end, mod=measure_of(match, lexicon)
        )
    return _shift(n, -1 if match["earlier"] else 1, lexicon.units[word], "told", lexicon.words)._replace(
        mod=measure_of(match, lexicon)
    )
