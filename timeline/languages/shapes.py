"""The shapes that expressions of time take in every language: a template of holes, and the reading of what fills them.

The words come from `languages.lexicon`. What a date, a weekday or a relative phrase means is dateparser's answer, asked
twice; lengths, sets, directions and vague words, which it does not know, are read from the tables.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from timeline.languages.lexicon import Lexicon, holiday_of, plain
from timeline.languages.twice import ask
from timeline.resolve import DAYS_IN, MONTHS_IN
from timeline.values import Calendar, Cell, Every, Length, Reading, Recurring, Shift, Value, Vague, parse
from timeline.vocabulary import DIRECTIONS

Said = tuple[Reading, ...] | Reading | None
Body = Callable[["re.Match[str]", Lexicon, str], Said]


@dataclass(frozen=True)
class Shape:
    """A name, a template and the body that reads a match of it."""

    name: str
    template: str
    body: Body


SHAPES: list[Shape] = []
_COMMA = "(?: ?, ?| )"
_DAY = "(?:{dayword})?(?:{figure}{nth}?|{dayname})"
_YEAR = "(?:{of})?{the}(?:{yearword})?{year}(?: ?{yeartail})?"
_COUNT = "(?:{many}|(?P<count>[0-9]{1,3}(?:[.][0-9]{3})*(?:,[0-9])?|{number}) )"
_NUMERALS = {"I": 1, "V": 5, "X": 10}


def shape(name: str, *templates: str) -> Callable[[Body], Body]:
    """Register the decorated body under a name, once a template, in the order of writing."""

    def register(body: Body) -> Body:
        SHAPES.extend(Shape(name, template, body) for template in templates)
        return body

    return register


def _word(match: re.Match[str], *groups: str) -> str:
    said = match.groupdict()
    return next((plain(said[g]) for g in groups if said.get(g)), "")


def _turn(match: re.Match[str], lexicon: Lexicon, *groups: str) -> tuple[int, str, str] | None:
    word = _word(match, *(groups or ("turn", "turn2", "turn3")))
    return DIRECTIONS[lexicon.words.turns[word]] if word else None


def _turned(reading: Reading, turn: tuple[int, str, str] | None) -> Reading:
    # "last Monday" chooses a turn of the week; "this Monday" leaves it to the default.
    if turn is None or not isinstance(reading.value, Recurring):
        return reading
    n, lean, pick = turn
    return replace(reading, lean=lean, pick=pick if n or lean == "told" else "nearest")


def _month(match: re.Match[str], lexicon: Lexicon) -> int:
    word = _word(match, "anymonth", "month").rstrip(".")
    return (lexicon.short_months | lexicon.months)[word]


def _is_name(match: re.Match[str], group: str, language: str) -> bool:
    # Outside German a month is written small: "Plaza de Mayo" names a square.
    return language != "de" and match[group][:1].isupper() and not match[group].isupper()


def _amount(match: re.Match[str], lexicon: Lexicon) -> str:
    if word := _word(match, "many"):
        return lexicon.words.quantities[word] if word in lexicon.words.quantities else lexicon.words.quantities[word + " "]
    word = _word(match, "count")
    if word in lexicon.words.numbers:
        return str(lexicon.words.numbers[word])
    return word.replace(".", "").replace(",", ".") if word else ""


def _shift(n: str, sign: int, unit: str, lean: str) -> Reading:
    if not n.isdigit() or unit not in MONTHS_IN | DAYS_IN and unit not in ("fortnight", "night"):
        return Reading(value=Vague("PAST_REF" if sign < 0 else "FUTURE_REF"), lean=lean)
    if unit == "night":
        return Reading(value=Shift(sign * int(n), "day", Cell(part="NI")), type="TIME", lean=lean)
    times, unit = (2, "week") if unit == "fortnight" else (1, unit)
    return Reading(value=Shift(sign * times * int(n), unit), lean=lean)


def _dated(match: re.Match[str], lexicon: Lexicon, language: str, day: int | None) -> Value:
    """A date by its fields, asked of dateparser; one that no calendar has keeps the fields that were said."""
    month, year = _month(match, lexicon), _word(match, "year")
    asked = ask(" ".join(filter(None, (str(day or ""), lexicon.month_name(month), year))), language)
    cell = Cell(month=month, day=day)
    if isinstance(asked, Calendar | Recurring) and asked.cell == cell:
        return asked
    return Calendar(int(year), cell) if year else Recurring(cell)


@shape(
    "day of the month",
    f"{{the}}(?:{{turn}} )?(?:{{anyweekday}}{_COMMA})?{{the}}(?:{{turn2}} )?{_DAY} (?:{{of}})?(?:{{monthword}})?{{anymonth}}"
    rf"(?: {{turn3}}|{_COMMA}{_YEAR})?",
    r"{the}(?:{turn} )?(?:{monthword})?{anymonth} {figure}(?:, {year})",
)
def day_of_the_month(match: re.Match[str], lexicon: Lexicon, language: str) -> Said:
    day = int(_word(match, "figure") or lexicon.words.numbers[_word(match, "dayname")])
    return _turned(Reading(value=_dated(match, lexicon, language, day)), _turn(match, lexicon))


_EACH = re.compile(r"(?<![0-9])(3[01]|[12][0-9]|0?[1-9])(?![0-9])")


@shape(
    "days of the month",
    r"{the}(?:{dayword})?(?P<days>{figure}{nth}?(?:(?: ?, ?| {and} | ?[-–—] ?| {to} | (?=al |ao |au |a ))(?:{the}{figure2}{nth2}?))+)"
    rf" (?:{{of}})?(?:{{monthword}})?{{anymonth}}(?: {{turn}}|{_COMMA}{_YEAR})?",
)
def days_of_the_month(match: re.Match[str], lexicon: Lexicon, language: str) -> Said:
    days, offset = list(_EACH.finditer(match["days"])), match.start("days")
    parts = [match["days"][a.end() : b.start()].split() for a, b in zip(days, days[1:], strict=False)]
    listed = any(plain(word) in (*lexicon.words.conjunctions, ",") and plain(word) not in lexicon.words.to for part in parts for word in part)
    found = []
    for n, day in enumerate(days):
        value = _dated(match, lexicon, language, int(day[1]))
        start = match.start() if n == 0 else offset + day.start() - len(_article_before(match["days"][: day.start()], lexicon))
        end = match.end() if n == len(days) - 1 else offset + day.end()
        found.append(_turned(Reading(value=value, start=start, end=end, interval=n > 0 and not listed), _turn(match, lexicon)))
    return tuple(found)


def _article_before(text: str, lexicon: Lexicon) -> str:
    word = re.search(r"[^\W0-9_]+ ?$", text)
    return word[0] if word and plain(word[0]) in lexicon.words.determiners else ""


@shape("month of a year", f"{{the}}(?:{{monthword}})?{{anymonth}}{_COMMA}{_YEAR}")
def month_of_a_year(match: re.Match[str], lexicon: Lexicon, language: str) -> Said:
    return Reading(value=_dated(match, lexicon, language, None))


@shape("bare month", "{the}(?:{turn} )?(?:{monthword})?{the}{month}(?: {turn2})?")
def bare_month(match: re.Match[str], lexicon: Lexicon, language: str) -> Said:
    if _is_name(match, "month", language):
        return None
    return _turned(Reading(value=_dated(match, lexicon, language, None)), _turn(match, lexicon))


@shape("weekday", f"{{the}}(?:{{turn}} )?{{weekday}}(?: {{turn2}})?(?:{_COMMA}(?:{{inpart}})?{{part}})?")
def weekday(match: re.Match[str], lexicon: Lexicon, language: str) -> Said:
    word = _word(match, "weekday")
    if word in lexicon.words.ordinals and _turn(match, lexicon) is None:
        return None  # "segunda" alone is "second" as often as Monday
    number = lexicon.weekdays[word]
    asked = ask(next(name for name, n in lexicon.weekdays.items() if n == number), language)
    cell = asked.cell if isinstance(asked, Recurring) and asked.cell.weekday == number else Cell(weekday=number)
    turn = _turn(match, lexicon)
    if plain(match[0]).split()[0] in lexicon.words.plurals and turn is None and not match.groupdict().get("part"):
        return Reading(value=Every(Recurring(cell)), type="SET")
    part = lexicon.words.parts.get(_word(match, "part"))
    return _turned(Reading(value=Recurring(replace(cell, part=part)), type="TIME" if part else "DATE"), turn)


@shape("day from today", f"{{relative}}(?:{_COMMA}{{weekday}})?(?:{_COMMA}(?:{{inpart}})?{{part}})?")
def day_from_today(match: re.Match[str], lexicon: Lexicon, language: str) -> Said:
    phrase, part = _word(match, "relative"), lexicon.words.parts.get(_word(match, "part"))
    code = lexicon.words.relative.get(phrase)
    value = parse(code) if code else ask(phrase, language)
    if value is None or part and not isinstance(value, Shift):
        return None
    if part and isinstance(value, Shift):
        value = replace(value, cell=Cell(part=part))
    timed = isinstance(value, Shift | Recurring) and bool(value.cell.part or value.cell.hour)
    told = isinstance(value, Recurring)
    return Reading(value=value, type="TIME" if timed else "DATE", lean="told" if told else "published")


@shape("reference without edges", "{vague}")
def reference(match: re.Match[str], lexicon: Lexicon, language: str) -> Said:
    return Reading(value=Vague(lexicon.words.vague[_word(match, "vague")]))


@shape("unit from now", "{the}(?:{turn}) {unit}", "{the}(?:{turn} )?{unit} {turn2}")
def unit_from_now(match: re.Match[str], lexicon: Lexicon, language: str) -> Said:
    turn, word = _turn(match, lexicon), _word(match, "unit")
    unit = lexicon.units[word]
    if turn is None:
        return None
    n, lean, _ = turn
    if word in lexicon.words.many_units or unit in ("second", "minute", "hour"):
        return Reading(value=Length("X" if word in lexicon.words.many_units else "1", unit), type="DURATION")
    if unit not in MONTHS_IN | DAYS_IN and unit not in ("night", "fortnight"):
        return None
    return _shift(str(abs(n)), -1 if n < 0 else 1, unit, lean)


@shape(
    "season",
    f"{{the}}{{season}}{_COMMA}{_YEAR}",
    "{the}(?:{turn} )?{season}(?: {turn2})?",
)
def season(match: re.Match[str], lexicon: Lexicon, language: str) -> Said:
    cell = Cell(season=lexicon.words.seasons[_word(match, "season")])
    if year := _word(match, "year"):
        return Reading(value=Calendar(int(year), cell))
    # "été" is also a participle, "estate" an English house: alone a season needs its article or a direction.
    turn = _turn(match, lexicon)
    bare = match.start("season") == match.start() and turn is None
    if bare and lexicon.words.determiners:
        return None
    return _turned(Reading(value=Recurring(cell)), turn)


@shape("part of a day", "{the}{turn} {part}", "{the}{part} {turn}", "{the}(?P<article>){part}")
def part_of_a_day(match: re.Match[str], lexicon: Lexicon, language: str) -> Said:
    turn = _turn(match, lexicon)
    if turn is None and match.start("part") == match.start():
        return None
    n, lean, _ = turn or DIRECTIONS["same"]
    return Reading(value=Shift(n, "day", Cell(part=lexicon.words.parts[_word(match, "part")])), type="TIME", lean=lean)


@shape("part of a told day", f"{{the}}{{part}} (?:{{of}})?{{the}}(?:{{turn}} )?{{weekday}}(?: {{turn2}})?", f"{{the}}{{part}} (?:{{of}})?{{relative}}(?:{_COMMA}{{weekday}})?")
def part_of_a_told_day(match: re.Match[str], lexicon: Lexicon, language: str) -> Said:
    said = day_from_today(match, lexicon, language) if match.groupdict().get("relative") else weekday(match, lexicon, language)
    return said if isinstance(said, Reading) and said.type == "TIME" and match.start("part") > match.start() else None


@shape("month of another year", f"{{the}}(?:{_DAY} (?:{{of}})?)?(?:{{monthword}})?{{anymonth}} (?:{{of}})?{{the}}(?:{{turn}} )?{{unit}}(?: {{turn2}})?")
def month_of_another_year(match: re.Match[str], lexicon: Lexicon, language: str) -> Said:
    turn = _turn(match, lexicon)
    if turn is None or lexicon.units[_word(match, "unit")] != "year":
        return None
    word = _word(match, "figure", "dayname")
    day = int(word) if word.isdigit() else lexicon.words.numbers[word] if word else None
    return Reading(value=Shift(turn[0], "year", Cell(month=_month(match, lexicon), day=day)), lean=turn[1])


@shape("day told of the month before it", "{the}(?:{turn} )?(?P<word>{dayword}){figure}{nth}?")
def day_alone(match: re.Match[str], lexicon: Lexicon, language: str) -> Said:
    turn = _turn(match, lexicon)
    if plain(match["word"]) in lexicon.words.plurals or match.start("word") == match.start():
        return None
    return _turned(Reading(value=Recurring(Cell(day=int(match["figure"])))), turn)


@shape(
    "units from a day",
    rf"{{ago}}(?:{{measure}})?{_COUNT}{{unit}}",
    rf"(?:{{measure}})?{_COUNT}{{unit}} {{back}}",
    "{ago}{unit}",
    "{unit} {back}",
)
def units_ago(match: re.Match[str], lexicon: Lexicon, language: str) -> Said:
    word, n = _word(match, "unit"), _amount(match, lexicon)
    if not n:
        n = "X" if word in lexicon.words.many_units else "1" if match.groupdict().get("back") else ""
    if not n:
        return None
    reading = _shift(n, -1, lexicon.units[word], "published")
    if isinstance(reading.value, Shift) and not reading.value.cell:
        first = f"{lexicon.words.ago_before[0]} {n} {word}" if lexicon.words.ago_before else f"{n} {word} {lexicon.words.ago_after[0]}"
        asked = ask(first, language)
        reading = replace(reading, value=asked) if isinstance(asked, Shift) and asked.n == reading.value.n else reading
    return replace(reading, mod=_measure(match, lexicon))


def _measure(match: re.Match[str], lexicon: Lexicon) -> str | None:
    word = _word(match, "measure")
    return lexicon.words.measures[word] if word else None


@shape("units from a day", rf"{{ahead}}(?:{{measure}})?{_COUNT}{{unit}}", "{ahead}{unit}")
def units_ahead(match: re.Match[str], lexicon: Lexicon, language: str) -> Said:
    word, n = _word(match, "unit"), _amount(match, lexicon) or "1"
    if not _amount(match, lexicon) and not lexicon.words.bare_ahead:
        return None
    return replace(_shift(n, 1, lexicon.units[word], "published"), mod=_measure(match, lexicon))


@shape(
    "units from a told day",
    rf"(?:{{measure}})?{_COUNT}{{unit}} (?:{{later}}|{{earlier}})",
    "{unit} (?:{later}|{earlier})",
)
def units_from_a_told_day(match: re.Match[str], lexicon: Lexicon, language: str) -> Said:
    word, n = _word(match, "unit"), _amount(match, lexicon)
    if not n:
        n = "X" if word in lexicon.words.many_units else ""
    if not n:
        return None
    return replace(_shift(n, -1 if match["earlier"] else 1, lexicon.units[word], "told"), mod=_measure(match, lexicon))


@shape(
    "length",
    rf"(?:{{measure}})?{{the}}(?:{{turn}} )?{_COUNT}(?:{{turn2}} )?{{unit}}(?: {{turn3}})?",
)
def length(match: re.Match[str], lexicon: Lexicon, language: str) -> Said:
    n, unit = _amount(match, lexicon), lexicon.units[_word(match, "unit")]
    if unit == "half":
        n, unit = (str(6 * int(n)) if n.isdigit() else "X"), "month"
    if unit == "fortnight":
        n, unit = (str(2 * int(n)) if n.isdigit() else "X"), "week"
    if n == "0.5" and unit == "year":
        n, unit = "6", "month"
    if (n, unit) == ("1", "second"):
        return None  # "un segundo" is a second one as often as a second
    mod = _measure(match, lexicon)
    return Reading(value=Length(n, unit), type="DURATION", mod=mod)


@shape("set", rf"{{every}}(?:{_COUNT})?{{unit}}", "{every}{weekday}", "{every}{month}", "{every}{season}", "{every}{part}", "{often}")
def every(match: re.Match[str], lexicon: Lexicon, language: str) -> Said:
    w, said = lexicon.words, match.groupdict()
    if word := _word(match, "often"):
        return Reading(value=Every(Length(*w.frequencies[word])), type="SET")
    if word := _word(match, "unit"):
        n = _amount(match, lexicon) or "1"
        return Reading(value=Every(Length(n, lexicon.units[word])), type="SET")
    if word := _word(match, "weekday"):
        cell = Cell(weekday=lexicon.weekdays[word])
    elif said.get("month"):
        cell = Cell(month=lexicon.months[_word(match, "month")])
    elif said.get("season"):
        cell = Cell(season=w.seasons[_word(match, "season")])
    else:
        cell = Cell(part=w.parts[_word(match, "part")])
    return Reading(value=Every(Recurring(cell)), type="SET")


@shape(
    "decade",
    r"{the}(?:{decadeword}){the}(?:{yearword})?(?:['’](?P<tens>[1-9]0)|(?P<tens2>[1-9]0)(?![0-9])|(?P<full>1[0-9][0-9]0|20[0-9]0)(?P<bare>)|{decade})",
    r"(?P<full>1[0-9][0-9]0|20[0-9]0|[1-9]0)(?:er)(?: {yearnoun})?",
    r"(?P<full>1[0-9][0-9]0|20[0-9]0|[1-9]0)-?(?:е|х|ых|ые|ми|м|ті|их|і)(?: {yeartail})?",
    "{decade} {yearnoun}",
)
def decade(match: re.Match[str], lexicon: Lexicon, language: str) -> Said:
    said = match.groupdict()
    if word := _word(match, "decade"):
        return Reading(value=Calendar(lexicon.words.decades[word], years=10))
    number = int(said.get("tens") or said.get("tens2") or said["full"])
    # "los años 1988" is a year; "años 90" and "década de 1990" are decades.
    return Reading(value=Calendar(number if number > 99 else 1900 + number, years=10))


@shape("years", r"{the}(?:{yearword})?{year} ?[-–—/] ?{year2}(?: ?{yeartail})?", r"{the}(?:{yearword})?{year} ?[-–—/] ?(?P<short>[0-9]{2})(?: ?{yeartail})?")
def years(match: re.Match[str], lexicon: Lexicon, language: str) -> Said:
    first = int(match["year"])
    said = match.groupdict()
    second = int(said.get("year2") or match["year"][:2] + said["short"])
    if second <= first:
        return None
    cut = match.start("year2") if said.get("year2") else match.start("short")
    return (
        Reading(value=Calendar(first), start=match.start("year"), end=match.end("year")),
        Reading(value=Calendar(second), start=cut, interval=True),
    )


@shape("year", r"{the}(?:{yearword}){year}(?: ?{yeartail})?", r"{year}(?: ?{yeartail})?")
def year(match: re.Match[str], lexicon: Lexicon, language: str) -> Said:
    asked = ask(match["year"], language)
    return Reading(value=asked if isinstance(asked, Calendar) else Calendar(int(match["year"])))


@shape("year of an era", r"{the}(?:{yearword})?(?P<n>[0-9]{1,4})(?: ?{yeartail})? ?(?:{bc}|{ad})")
def year_of_an_era(match: re.Match[str], lexicon: Lexicon, language: str) -> Said:
    n = int(match["n"])
    return Reading(value=Calendar(1 - n if match["bc"] else n)) if n else None


@shape(
    "century",
    r"{the}{century} {roman}(?: (?:{bc}|{ad}))?",
    r"{the}(?:{roman}{nth}?|(?P<n>[1-9]|1[0-9]|2[01]){nth}|{order})[ -](?:{century})(?: (?:{bc}|{ad}))?",
)
def century(match: re.Match[str], lexicon: Lexicon, language: str) -> Said:
    said = match.groupdict()
    number = _roman(said["roman"]) if said.get("roman") else int(said.get("n") or 0) or lexicon.words.ordinals.get(_word(match, "order"), 0)
    if not 0 < number <= 30:
        return None
    return Reading(value=Calendar(1 - 100 * number if said.get("bc") else 100 * (number - 1), years=100))


def _roman(text: str) -> int:
    """
    >>> _roman("XIX"), _roman("XX"), _roman("IIX")
    (19, 20, 0)
    """
    numbers = [_NUMERALS[letter] for letter in text]
    total = sum(-n if any(m > n for m in numbers[i + 1 : i + 2]) else n for i, n in enumerate(numbers))
    canon = "X" * (total // 10) + ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"][total % 10]
    return total if canon == text else 0


@shape(
    "part of a year",
    rf"{{the}}(?:{{order}}|(?P<n>[1-4]){{nth}}|(?P<n2>[1-4])|(?P<roman>(?-i:IV|I{{1,3}}))) {{unit}}(?:{_COMMA}{_YEAR}| {{of}}{{the}}(?:{{turn}} )?(?P<cycle>{{unit2}})(?: {{turn2}})?)?",
)
def part_of_a_year(match: re.Match[str], lexicon: Lexicon, language: str) -> Said:
    unit, said = lexicon.units[_word(match, "unit")], match.groupdict()
    number = int(said["n"] or said["n2"] or 0) or (_roman(said["roman"]) if said["roman"] else lexicon.words.ordinals[_word(match, "order")])
    if unit not in ("quarter", "half"):
        return None
    number = (4 if unit == "quarter" else 2) if number == -1 else number
    if number > (4 if unit == "quarter" else 2):
        return None
    cell = Cell(quarter=number) if unit == "quarter" else Cell(half=number)
    if text := _word(match, "year"):
        return Reading(value=Calendar(int(text), cell))
    turn = _turn(match, lexicon)
    if said["cycle"]:
        if turn is None or lexicon.units[_word(match, "unit2")] != "year":
            return None
        return Reading(value=Shift(turn[0], "year", cell), lean=turn[1])
    return Reading(value=Recurring(cell))


@shape("holiday", f"{{the}}{{holiday}}(?:{_COMMA}{_YEAR})?")
def holiday(match: re.Match[str], lexicon: Lexicon, language: str) -> Said:
    cell = Cell(**holiday_of(_word(match, "holiday"), lexicon.words))  # type: ignore[arg-type]
    said = _word(match, "year")
    return Reading(value=Calendar(int(said), cell) if said else Recurring(cell))


@shape(
    "time of day",
    r"(?:{at})?(?P<hour>2[0-4]|[01]?[0-9])(?P<mark>[:.h])(?P<minute>[0-5][0-9])(?: ?{oclock})?(?: (?:{inpart}){part})?",
    r"(?:{at})?(?P<hour>2[0-4]|[01]?[0-9]) ?{oclock}(?: ?(?P<minute>[0-5][0-9])(?![0-9]))?(?: (?:{inpart})?{part})?",
    r"(?:{at})(?:(?P<hour>1[0-2]|[1-9])|{number}) (?:{inpart})?{part}",
)
def time_of_day(match: re.Match[str], lexicon: Lexicon, language: str) -> Said:
    said = match.groupdict()
    if not (said["at"] or said.get("oclock")):
        return None
    hour = int(said.get("hour") or lexicon.words.numbers.get(_word(match, "number"), 0))
    part = lexicon.words.parts.get(_word(match, "part"))
    if part in ("AF", "EV", "NI") and 1 <= hour < 12 and (part != "NI" or hour > 5):
        hour += 12
    cell = Cell(hour=hour, minute=int(said.get("minute") or 0))
    inside = plain(said["at"] or "").strip() in lexicon.words.determiners
    start = match.start() if inside or not said["at"] else match.end("at")
    return Reading(value=Recurring(cell), start=start, type="TIME", lean="told")


@shape("date in figures", r"(?P<f>[0-9]{1,2}[./-][0-9]{1,2}[./-][12][0-9]{3}|[12][0-9]{3}-[01][0-9]-[0-3][0-9]|[0-3]?[0-9]\.[01]?[0-9]\.[0-9]{2})")
def date_in_figures(match: re.Match[str], lexicon: Lexicon, language: str) -> Said:
    asked = ask(match["f"], language)
    return Reading(value=asked) if isinstance(asked, Calendar) and asked.cell.day else None
