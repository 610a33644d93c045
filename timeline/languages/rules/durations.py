"""Lengths and sets, in every language but English."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from timeline.calendar.values import Cell, Every, Length, Reading, Recurring
from timeline.languages.en.durations import length_of
from timeline.languages.grammar import COUNT, Readings, shape, word_of
from timeline.languages.rules.relative import amount_of, measure_of

if TYPE_CHECKING:
    from timeline.languages.lexicon import Lexicon


@shape(
    "length",
    f"(?:{{measure}})?{{the}}(?:{{direction}}|{{order}} )?{COUNT}"
    "(?:{direction2})?{unit}(?: {andhalf})?(?: {after})?",
)
def length(match: re.Match[str], lexicon: Lexicon, language: str) -> Readings:
    n, unit = amount_of(match, lexicon), lexicon.units[word_of(match, "unit")]
    if unit == "half":
        if word_of(match, "unit") in lexicon.words.ambiguous:
            return None
        n, unit = (str(6 * int(n)) if n.isdigit() else "X"), "month"
    if (n, unit) == ("1", "second"):
        return None  # "un segundo" is a second one as often as a second
    mod = measure_of(match, lexicon)
    return Reading(value=length_of(n, unit), type="DURATION", mod=mod)


@shape("length uncounted", "{during}{unit}")
def length_uncounted(match: re.Match[str], lexicon: Lexicon, language: str) -> Readings:
    word = word_of(match, "unit")
    if word not in lexicon.words.many_units:
        return None
    return Reading(value=Length("X", lexicon.units[word]), start=match.start("unit"), type="DURATION")


@shape(
    "set",
    rf"{{every}}(?:{COUNT})?{{unit}}",
    "{every}{weekday}",
    "{every}{month}",
    "{every}{season}",
    "{every}{part}",
    "{often}",
)
def every(match: re.Match[str], lexicon: Lexicon, language: str) -> Readings:
    w, groups = lexicon.words, match.groupdict()
    if word := word_of(match, "often"):
        return Reading(value=Every(Length(*w.frequencies[word])), type="SET")
    if word := word_of(match, "unit"):
        n = amount_of(match, lexicon) or "1"
        return Reading(value=Every(Length(n, lexicon.units[word])), type="SET")
    if word := word_of(match, "weekday"):
        cell = Cell(weekday=lexicon.weekday_of(word))
    elif groups.get("month"):
        cell = Cell(month=lexicon.month_of(word_of(match, "month")))
    elif groups.get("season"):
        cell = Cell(season=w.seasons[word_of(match, "season")])
    else:
        cell = Cell(part=w.parts[word_of(match, "part")])
    return Reading(value=Every(Recurring(cell)), type="SET")
