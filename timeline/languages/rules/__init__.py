"""Every language but English: the words make the scan, dateparser asked twice makes the values.

A language has a table of its own, or what dateparser's data knows of it, or its figures.
`read(run, language)` reads a run once.

>>> [(str(r.value), r.mod) for r in read("a principios de octubre de 2015", "es")]
[('2015-10', 'START')]
>>> [str(r.value) for phrase in ("vor drei Tagen", "am 3. Mai") for r in read(phrase, "de")]
['day-3', 'XXXX-05-03']
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from timeline.calendar.arithmetic import MONTHS_IN
from timeline.calendar.values import Calendar, Every, Length, Reading, Recurring, Shift, Traits, Vague
from timeline.languages import cjk
from timeline.languages.grammar import HOLE, Shape, filled, shapes_of, walk
from timeline.languages.lexicon import Lexicon, has_table, lexicon_of, plain, stem_of
from timeline.languages.rules import absolute, clock, durations, relative, years
from timeline.languages.rules.absolute import NEAR
from timeline.text import NEVER, any_of

if TYPE_CHECKING:
    from timeline.languages.words import Words

SHAPES = shapes_of(absolute, relative, clock, durations, years)
# Before this year a bare figure is a count as often as a year.
OLDEST = 1500
_BEYOND = r"(?![^\W_])"


def _regex(template: str, words: Lexicon) -> re.Pattern[str] | None:
    """A template filled with a language's fragments; None where a word that it needs is missing."""

    if any(words.fragments[hole[1]] == NEVER and _is_needful(template, hole) for hole in HOLE.finditer(template)):
        return None
    return re.compile(filled(template, words.fragments, words.connecting) + _BEYOND, re.IGNORECASE)


def _is_needful(template: str, hole: re.Match[str]) -> bool:
    before = template[: hole.start()]
    return before.count("(") == before.count(")") and template[hole.end() : hole.end() + 1] != "?"


@lru_cache(maxsize=16)
def _compiled(language: str) -> tuple[tuple[Shape, re.Pattern[str]], ...]:
    words = lexicon_of(language)
    return tuple((shape, regex) for shape in SHAPES if (regex := _regex(shape.template, words)))


@lru_cache(maxsize=16)
def _modifier(language: str) -> re.Pattern[str] | None:
    regex = _regex("{mod}(?:{of})?", lexicon_of(language))
    return re.compile(regex.pattern.removesuffix(_BEYOND), re.IGNORECASE) if regex else None


@lru_cache(maxsize=16)
def _whole(language: str) -> re.Pattern[str]:
    words = lexicon_of(language)
    cells = [
        word
        for word, unit in words.units.items()
        if unit in MONTHS_IN | {"week": 1} and word not in words.words.many_units
    ]
    regex = _regex("{the}(?P<unit>" + any_of(cells) + ")", words)
    assert regex is not None  # noqa: S101  the template has no needful hole
    return regex


@lru_cache(maxsize=16)
def _mods(language: str) -> dict[str, str]:
    return {stem_of(word): mod for word, mod in lexicon_of(language).words.modifiers.items()}


def _core(run: str, at: int, language: str) -> tuple[int, tuple[Reading, ...]]:
    """The longest shape that fits at an index of the run, and its readings."""
    best_end = at
    best: tuple[Reading, ...] = ()
    words = lexicon_of(language)
    for shape, regex in _compiled(language):
        match = regex.match(run, at)
        if match is None or match.end() <= best_end:
            continue
        try:
            result = shape.body(match, words, language)
        except (
            KeyError,
            StopIteration,
        ):  # İ and ı are one letter with i to a pattern, and other letters to a dictionary
            continue
        if not result:
            continue
        best_end = match.end()
        found = (result,) if isinstance(result, Reading) else result
        best = tuple(
            r._replace(
                start=max(r.start, at),
                end=r.end or best_end,
                rule=shape.name,
                traits=r.traits or shape.traits,
            )
            for r in found
        )
    return best_end, best


def _here(run: str, at: int, language: str) -> tuple[int, tuple[Reading, ...]]:
    """The length of the mention that begins at an index of the run, and its readings."""
    end, found = _core(run, at, language)
    modifier = _modifier(language)
    if modifier and (prefix := modifier.match(run, at)):
        inner_end, inner = _core(run, prefix.end(), language)
        coarse = inner and isinstance(inner[0].value, Calendar | Recurring | Shift) and inner[0].value.cell.hour is None
        if coarse and inner_end > end:
            mod = _mods(language)[plain(prefix["mod"])]
            return inner_end - at, (inner[0]._replace(start=at, mod=inner[0].mod or mod), *inner[1:])
        whole = _whole(language).match(run, prefix.end())
        if not inner and whole and plain(run[at : whole.end()]) not in lexicon_of(language).units:
            # "the end of the year" is the end of the year in which it is written.
            shift = Shift(0, lexicon_of(language).units[plain(whole["unit"])])
            mod = _mods(language)[plain(prefix["mod"])]
            reading = Reading(value=shift, start=at, end=whole.end(), mod=mod, anchor="published")
            return whole.end() - at, (reading._replace(rule="unit from now", traits=Traits(deictic=True)),)
    return end - at, found


_WORD = re.compile(r"(?<![^\W_])[^\W_]")


@lru_cache(maxsize=1 << 17)
def read(run: str, language: str) -> tuple[Reading, ...]:
    """The mentions in a run of time words of a language, left to right, the longest at each index.

    Of a language without a table of its own what dateparser's data knows is read, of others the figures.

    >>> [run[r.start : r.end] for run in ("el martes 3 de mayo y ayer",) for r in read(run, "es")]
    ['el martes 3 de mayo', 'ayer']
    """
    if not has_table(language) and not run.isascii():
        run = run.translate(_digits())
    if language in cjk.LANGUAGES:
        return cjk.read(run, language)
    found = [reading for _, here in walk(run, _WORD, lambda run, at: _here(run, at, language)) for reading in here]
    words = lexicon_of(language).words
    if not has_table(language):
        found = _mended(run, [reading for reading in found if not _inside(run, reading)], words)
    return _ranges(run, [_doubted(run, reading, words) for reading in found], words)


@lru_cache(maxsize=1)
def _digits() -> dict[int, str]:
    """The figures of every script by the ASCII ones, figure by figure."""
    plane = range(0x80, 0x10000)
    return {code: str(unicodedata.digit(chr(code))) for code in plane if unicodedata.category(chr(code)) == "Nd"}


def _inside(run: str, reading: Reading) -> bool:
    """Whether a vowel sign beside the mention shows that it is cut out of a word."""
    beside = run[max(0, reading.start - 1) : reading.start] + run[reading.end : reading.end + 1]
    return any(unicodedata.category(letter).startswith("M") for letter in beside)


_LITTLE = re.compile(r"[\s.,]*")


def _mended(run: str, found: list[Reading], words: Words) -> list[Reading]:
    """Join a day without its year with the year beside it, whatever the order of the language is."""
    mended: list[Reading] = []
    little = [*words.of, *words.year_tails, *words.year_words, *words.day_tails]
    for reading in found:
        before = mended[-1] if mended else None
        gap = _without(little, run[before.end : reading.start]) if before else ""
        pair = [before, reading] if before and _LITTLE.fullmatch(gap) else []
        yearless = [r for r in pair if isinstance(r.value, Recurring) and r.value.cell.month and not r.value.cell.nth]
        years = [r.value.year for r in pair if isinstance(r.value, Calendar) and r.traits.year_figure]
        if before and len(yearless) == len(years) == 1:
            value = Calendar(years[0], yearless[0].value.cell)  # type: ignore[union-attr]
            mended[-1] = yearless[0]._replace(value=value, start=before.start, end=reading.end)
        else:
            mended.append(reading)
    return mended


_DASHES = {"-", "–", "—"}


def _doubted(run: str, reading: Reading, words: Words) -> Reading:
    """A round figure that no preposition makes a year is bare: a word after it would be what it counts."""
    figure = run[reading.start : reading.end]
    if not reading.traits.year_figure or not figure.isdigit():
        return reading
    before = plain(run[max(0, reading.start - NEAR) : reading.start]).split()[-1:]
    if before and before[0] in words.year_articles:
        return reading
    weak = {*words.of, *words.conjunctions, *words.to, *words.determiners}
    roundness = 10 if not before or before[0] not in words.cues else 100 if before[0] in weak else 0
    round_figure = roundness and (int(figure) % roundness == 0 or int(figure) < OLDEST)
    return reading._replace(rule="bare year", traits=Traits(bare=True)) if round_figure else reading


def _without(words: list[str], text: str) -> str:
    return " ".join(word for word in plain(text).split() if word not in words)


def _ranges(run: str, found: list[Reading], words: Words) -> tuple[Reading, ...]:
    """Join the two ends of a range: "de 2011 a 2015", "zwischen März und Mai"."""
    joined = found[:1]
    for a, b in pairwise(found):
        gap = _without(words.determiners, run[a.end : b.start][:NEAR])
        first = plain(run[a.end : b.end]).split()[0]
        opened = _without(words.determiners, run[max(0, a.start - NEAR) : a.start]).split()[-1:]
        between = gap in words.conjunctions and opened and opened[0] in words.between
        alike = type(a.value) is type(b.value) and not isinstance(a.value, Length | Vague | Every)
        ends = gap in _DASHES or (first in words.to and (gap == first or not gap)) or between
        joined.append(b._replace(interval=b.interval or bool(alike and ends)))
    return tuple(joined)
