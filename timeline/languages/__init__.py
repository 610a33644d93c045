"""Every language but English: the words make the scan, dateparser asked twice makes the values.

`scan(language)` finds runs of time words at the speed of a text scan, `read(run, language)` reads a run once.

>>> [(str(r.value), r.mod) for r in read("a principios de octubre de 2015", "es")]
[('2015-10', 'START')]
>>> [str(r.value) for phrase in ("vor drei Tagen", "am 3. Mai") for r in read(phrase, "de")]
['day-3', 'XXXX-05-03']
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache

from timeline.grammar import words as tree
from timeline.languages.lexicon import NAMES, SHORTEST, Lexicon, alternatives, lexicon_of, plain, stem_of
from timeline.languages.shapes import SHAPES, Body
from timeline.resolve import MONTHS_IN
from timeline.values import Calendar, Reading, Recurring, Shift

LANGUAGES = tuple(NAMES)
_BLANKS = r"[ \n\t\u00a0]"
_HOLE = re.compile(r"\{([a-z]+)(\d*)\}")
_PLACE = re.compile(r"\[[^\]]*\]| ")
_BEYOND = r"(?![^\W_])"
# Words that only hold an expression together: no reading asks which of them stood there.
_UNNAMED = frozenset(
    "the nth of yearword yeartail yearnoun dayword monthword inpart decadeword and to century every ahead ago".split()
)


def _regex(template: str, words: Lexicon) -> re.Pattern[str] | None:
    """A template filled with a language's fragments; None where a word that it needs is missing."""

    def fill(hole: re.Match[str]) -> str:
        name, number = hole.groups()
        fragment = words.fragments[name]
        return fragment if name in _UNNAMED else f"(?P<{name}{number}>{fragment})"

    regex = _HOLE.sub(fill, template)
    regex = _PLACE.sub(lambda b: b[0] if b[0] != " " else f"{_BLANKS}{{1,2}}", regex)
    return re.compile(regex.replace(f"{_BLANKS}{{1,2}}?", f"{_BLANKS}{{0,2}}") + _BEYOND, re.IGNORECASE)


# The letters and figures of the seven languages: a class of ranges keeps the scan on its automaton where `\w` would not.
_LETTER = r"0-9A-Za-z\x{C0}-\x{24F}\x{400}-\x{52F}"
_SPLICE = r"(?:[ \n\t\x{A0}]{1,2}| ?[-,–—/] ?)"
_FIGURES = (
    r"['’]?(?:[0-9]{1,4}[-/.][0-9]{1,2}[-/.][0-9]{1,4}|[0-9]{1,2}[:.h][0-9]{2}|['’][0-9]{2}|[12][0-9]{3}(?:[-–—/][0-9]{2,4})?(?:er)?|[0-9]{2,4}-?(?:er|е|х|ых|ые|м|ми|ті|их))"
)
_NUMBER = r"(?:[0-9]{1,3}(?:[.,][0-9]{1,3})*(?:-?(?:er|ère|e|ème|го|е|й|й|м|х|те|ro|mo)|[.ºª°])?)"


def _tokens(*tables: Iterable[str]) -> set[str]:
    # An apostrophe may end a word ("l'anno") or stand in it ("aujourd'hui"): the scan knows both.
    phrases = [phrase for table in tables for phrase in table]
    return {token for phrase in phrases for token in (*phrase.split(), *_TOKEN.findall(phrase))}


_TOKEN = re.compile(r"[^\s']+'?")


@lru_cache(maxsize=16)
def scan(language: str) -> str:
    """The regex (Rust's) of a run of time words with at least one that can carry a date, and of the character on either side.

    Raises KeyError for a language without tables (see `LANGUAGES`).
    """
    words = lexicon_of(language)
    w = words.words
    names = _tokens(words.months, words.weekdays, words.units, w.seasons, w.parts, w.frequencies, w.holidays, w.decades, w.century_words)
    heads = _tokens(w.determiners, w.of, w.day_words, w.month_words, w.year_words, w.numbers, w.quantities, w.turns, w.ago_before, w.ahead_before, w.measures,
                    w.modifiers, w.every, w.ordinals, w.in_part, w.clock_before, w.conjunctions, w.to, w.decade_words, w.cues)  # fmt: skip
    alone = _tokens(words.relative, w.relative, w.vague)
    single = {word for word in (*w.vague, *w.relative, *w.frequencies) if " " not in word}
    small = _tokens(w.determiners, w.of, w.in_part, w.conjunctions, w.to, w.cues, w.quantities, w.numbers, w.every, w.clock_before, w.ago_before,
                    w.turns, w.ahead_before, w.modifiers, w.measures)  # fmt: skip
    carriers = {token for token in (names | alone - small | single) if len(token) >= SHORTEST or token in words.units}
    tails = _tokens(words.short_months, words.short_weekdays, w.turns, w.ago_after, w.later, w.earlier, w.year_tails, w.before_era, w.after_era,
                    w.clock_after, w.day_words, w.numbers)  # fmt: skip
    short = f"(?:{alternatives(words.short_months)}\\.?|{alternatives([*w.before_era, *w.after_era])})"
    head = f"(?:{_rust(heads | _tokens(words.short_weekdays))}|{_NUMBER}|{_FIGURES}|(?-i:[IVX]{{1,6}})e?)"
    carrier = f"(?:{_rust(carriers)}|{_FIGURES}|{_NUMBER} {short})"
    tail = f"(?:{_rust(carriers | tails)}|{_FIGURES}|{_NUMBER}|(?-i:[IVX]{{1,6}})e?)"
    lead = f"(?:{head}(?:{_SPLICE}|(?:['’] ?)))*"
    return f"(?:^|[^{_LETTER}])(?i:{lead}{carrier}(?:{_SPLICE}{lead}{tail})*)(?:$|[^{_LETTER}])"


def _rust(tokens: set[str]) -> str:
    whole = [token.removesuffix("'") for token in tokens]
    return f"(?:{tree(whole)})"


@lru_cache(maxsize=16)
def _compiled(language: str) -> tuple[tuple[str, Body, re.Pattern[str]], ...]:
    words = lexicon_of(language)
    return tuple((s.name, s.body, regex) for s in SHAPES if (regex := _regex(s.template, words)))


@lru_cache(maxsize=16)
def _modifier(language: str) -> re.Pattern[str]:
    regex = _regex("{mod}(?:{of})?", lexicon_of(language))
    assert regex is not None  # noqa: S101  the template has no needful hole
    return re.compile(regex.pattern.removesuffix(_BEYOND), re.IGNORECASE)


@lru_cache(maxsize=16)
def _whole(language: str) -> re.Pattern[str]:
    words = lexicon_of(language)
    cells = [word for word, unit in words.units.items() if unit in MONTHS_IN | {"week": 1} and word not in words.words.many_units]
    regex = _regex("{the}(?P<unit>" + alternatives(cells) + ")", words)
    assert regex is not None  # noqa: S101  the template has no needful hole
    return regex


@lru_cache(maxsize=16)
def _mods(language: str) -> dict[str, str]:
    return {stem_of(word): mod for word, mod in lexicon_of(language).words.modifiers.items()}


def _core(run: str, at: int, language: str) -> tuple[int, tuple[Reading, ...]]:
    """The longest shape that fits at a place of the run, and its readings."""
    best_end, best = at, ()
    words = lexicon_of(language)
    for name, body, regex in _compiled(language):
        match = regex.match(run, at)
        if match is None or match.end() <= best_end:
            continue
        said = body(match, words, language)
        if not said:
            continue
        best_end = match.end()
        found = said if isinstance(said, tuple) else (said,)
        best = tuple(replace(r, start=max(r.start, at), end=r.end or best_end, rule=name) for r in found)
    return best_end, best


def _here(run: str, at: int, language: str) -> tuple[int, tuple[Reading, ...]]:
    end, found = _core(run, at, language)
    if prefix := _modifier(language).match(run, at):
        inner_end, inner = _core(run, prefix.end(), language)
        coarse = inner and isinstance(inner[0].value, Calendar | Recurring | Shift) and inner[0].value.cell.hour is None
        if coarse and inner_end > end:
            mod = _mods(language)[plain(prefix["mod"])]
            return inner_end, (replace(inner[0], start=at, mod=inner[0].mod or mod), *inner[1:])
        if not inner and (whole := _whole(language).match(run, prefix.end())):
            # "the end of the year" is the end of the year in which it is written.
            shift = Shift(0, lexicon_of(language).units[plain(whole["unit"])])
            mod = _mods(language)[plain(prefix["mod"])]
            return whole.end(), (Reading(value=shift, start=at, end=whole.end(), rule="unit from now", mod=mod, lean="published"),)
    return end, found


_WORD = re.compile(r"(?<![^\W_])[^\W_]")


@lru_cache(maxsize=1 << 17)
def read(run: str, language: str) -> tuple[Reading, ...]:
    """The mentions in a run of time words of a language, left to right, the longest at each place.

    Raises KeyError for a language without tables (see `LANGUAGES`).

    >>> [run[r.start : r.end] for run in ("el martes 3 de mayo y ayer",) for r in read(run, "es")]
    ['el martes 3 de mayo', 'ayer']
    """
    found: list[Reading] = []
    at = 0
    while word := _WORD.search(run, at):
        end, here = _here(run, word.start(), language)
        if here:
            found.extend(here)
            at = end
        else:
            at = word.end()
            while at < len(run) and run[at].isalnum():
                at += 1
    return tuple(found)
