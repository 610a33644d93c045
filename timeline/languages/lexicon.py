"""All that is known of a language's words of time: dateparser's locale data, and beside it our own tables.

No pattern is written for one language. The templates of `languages.rules` are the same for all; the fragments that fill
their holes are made here from the dictionaries.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from importlib import import_module
from pkgutil import iter_modules
from typing import TYPE_CHECKING, Any

from timeline.languages import tables
from timeline.languages.cldr import MONTHS, UNITS, WEEKDAYS, words_from_locale
from timeline.languages.en.vocabulary import HOLIDAYS
from timeline.text import NEVER, any_of

if TYPE_CHECKING:
    from timeline.languages.words import Words

# The languages with a table of their own: a file each.
LANGUAGES = tuple(sorted(module.name for module in iter_modules(tables.__path__)))
ZONES = ("gmt", "utc")
# A short form is a date only beside a figure; one or two letters are too many other words.
SHORTEST, LONGEST_SHORT = 3, 5


def has_table(language: str) -> bool:
    """Whether a language other than English has a table of its own.

    >>> has_table("de"), has_table("la")
    (True, False)
    """
    return language in LANGUAGES


@dataclass(frozen=True)
class Lexicon:
    """One language: months and weekdays by number, units by name, and the fragments of templates made of its words."""

    words: Words
    months: dict[str, int]
    short_months: dict[str, int]
    weekdays: dict[str, int]
    short_weekdays: dict[str, int]
    units: dict[str, str]
    relative: tuple[str, ...]
    fragments: dict[str, str]
    connecting: frozenset[str]  # the fragments that no reading asks for

    def month_of(self, word: str) -> int:
        """The number of a month by a name that may carry an ending."""
        return _numbered_by(word, self.months | self.short_months)

    def weekday_of(self, word: str) -> int:
        """The number of a day of the week by a name that may carry an ending."""
        return _numbered_by(word, self.weekdays | self.short_weekdays)

    def month_name(self, number: int) -> str:
        """The name by which dateparser knows a month."""
        return next(name for name, n in (self.months | self.short_months).items() if n == number)


def _numbered_by(word: str, names: dict[str, int]) -> int:
    stems = {name[:-1]: n for name, n in names.items() if len(name) >= LONGEST_SHORT} | names
    return stems[next(word[:end] for end in range(len(word), 0, -1) if word[:end] in stems)]


def plain(text: str) -> str:
    """A phrase as the dictionaries write one: lower case, single blanks, straight apostrophes.

    >>> plain("L’année\\n dernière")
    "l'année dernière"
    """
    return re.sub(r"\s+", " ", text.replace("İ", "i").lower().replace("’", "'").replace("ʼ", "'")).strip()


def any_before(words: Iterable[str]) -> str:
    """A regex for any of the words and the blank behind it, which "l'" and "mi-" may lack.

    >>> any_before(["il", "l'"])
    "(?:il |l['’ʼ] ?)"
    """
    words = [*words]
    return any_of([f"{word} " for word in words] + [word for word in words if word.endswith(("'", "-"))])


def _by_length(names: dict[str, int], words: Words, shortest: int = SHORTEST) -> tuple[dict[str, int], dict[str, int]]:
    """Names and their short forms: a form is short where another name of the same number goes on after it."""

    def is_short(word: str, number: int) -> bool:
        longer = [name for name, n in names.items() if n == number and len(name) > len(word) + 1 and " " not in name]
        return any(name.startswith(word[:SHORTEST]) for name in longer) if len(word) > SHORTEST else bool(longer)

    short = {word for word, number in names.items() if len(word) <= LONGEST_SHORT and is_short(word, number)}
    short |= {word for word in names if len(word) < SHORTEST}
    short = (short | (names.keys() & words.short)) - {*words.ambiguous}
    return (
        {word: n for word, n in names.items() if word not in short},
        # A letter of many scripts says as much as two Latin ones.
        {
            word: n
            for word, n in names.items()
            if word in short and (len(word) >= SHORTEST or (len(word) >= shortest and not word.isascii()))
        },
    )


def _numbered(info: dict[str, Any], names: list[str], more: dict[str, int]) -> dict[str, int]:
    return {plain(word): number for number, name in enumerate(names, 1) for word in info.get(name, ())} | more


@lru_cache(maxsize=16)
def words_of(language: str) -> Words:
    """Our own table of a language where there is one, else what dateparser's data gives of it.

    >>> words_of("pt").until[0], words_of("cs").until
    ('até', [])
    """
    if not has_table(language):
        return words_from_locale(language)
    words: Words = import_module(f"{tables.__name__}.{language}").WORDS
    return words


@lru_cache(maxsize=16)
def lexicon_of(language: str) -> Lexicon:
    """The words of a language: its own table and dateparser's data, the data alone, or none but figures.

    >>> lexicon_of("ru").months["октябре"], lexicon_of("es").units["semanas"], lexicon_of("la").months
    (10, 'week', {})
    """
    words = words_of(language)
    own = has_table(language)
    info = import_module(f"dateparser.data.date_translation_data.{language}").info if own else {}
    shortest = SHORTEST if own else SHORTEST - 1
    months, short_months = _by_length(_numbered(info, MONTHS, words.months), words, shortest)
    weekdays, short_weekdays = _by_length(_numbered(info, WEEKDAYS, words.weekdays), words, shortest)
    units = {plain(word): unit for unit in UNITS for word in info.get(unit, ())} | ({} if own else words.units)
    units = {word: unit for word, unit in units.items() if len(word) >= SHORTEST or (unit == "year" and len(word) > 1)}
    units |= words.units if own else {}
    relative = tuple(plain(phrase) for name, phrases in info.get("relative-type", {}).items() for phrase in phrases
                     if not any(unit in name for unit in ("second", "minute", "hour")) and len(phrase) >= SHORTEST
                     and phrase.split()[0] not in words.cues)  # fmt: skip
    connecting = _connecting(words)
    fragments = connecting | _telling(words, months, short_months, weekdays, short_weekdays, units, relative)
    return Lexicon(
        words=words,
        months=months,
        short_months=short_months,
        weekdays=weekdays,
        short_weekdays=short_weekdays,
        units=units,
        relative=relative,
        fragments=fragments,
        connecting=frozenset(connecting),
    )


def _connecting(w: Words) -> dict[str, str]:
    """The fragments that hold an expression together: no reading asks which of their words stood there."""
    return {
        "the": f"(?:{any_before(w.determiners)})?",
        "of": any_before(w.of),
        "dayword": any_before(w.day_words),
        "monthword": any_before(w.month_words),
        "yearword": any_before(w.year_words),
        "yeartail": any_of(w.year_tails),
        "yearnoun": any_of([*w.year_words, *w.year_tails]),
        "joint": any_before(w.after_weekday),
        "nth": w.nth,
        "during": any_before(w.during),
        "onday": any_before(w.on_day),
        "ago": any_before(w.ago_before),
        "ahead": any_before(w.ahead_before),
        "inpart": any_before(w.in_part),
        "daytail": any_of(w.day_tails),
        "yearfirst": "" if w.year_first else NEVER,
        "every": any_before(w.every),
        "decadeword": any_before(w.decade_words),
        "century": any_of(w.century_words),
        "around": any_before(w.ago_around),
        "decadetail": any_of(w.decade_tails),
        "than": any_of(w.than),
        "halfway": any_before(w.half_hour),
        "and": any_of(w.conjunctions),
        "to": any_of(w.to),
    }


def _telling(
    w: Words,
    months: Iterable[str],
    short_months: Iterable[str],
    weekdays: Iterable[str],
    short_weekdays: Iterable[str],
    units: Iterable[str],
    relative: Iterable[str],
) -> dict[str, str]:
    """The fragments whose words a reading asks for: each becomes a group of its name."""
    small = [word for word, n in w.numbers.items() if 1 < n <= 31 or word == "uno" or word in w.ordinals]
    return {
        "figure": r"(?:3[01]|[12][0-9]|0?[1-9])",
        "dayname": any_of(small),
        "year": w.years,
        "month": ended(months, w.endings),
        "anymonth": f"(?:{declined(months, w.endings)}|{any_of(short_months)}\\.?)",
        "weekday": ended(weekdays, w.endings),
        "andhalf": any_of(w.and_half),
        "anyweekday": f"(?:{ended(weekdays, w.endings)}|{any_of(short_weekdays)}\\.?)",
        "number": any_of(w.numbers.keys() - w.ordinals.keys()),
        "many": any_before(w.quantities),
        "unit": any_of(units),
        "direction": any_before(w.directions.keys() - {*w.only_after}),
        "after": any_of(w.after),
        "back": any_of(w.ago_after),
        "later": any_of(w.later),
        "earlier": any_of(w.earlier),
        "part": any_of(w.parts),
        "season": any_of(w.seasons),
        "mod": any_before(stem_of(word) for word in w.modifiers),
        "measure": any_before(w.measures),
        "vague": any_of(w.vague),
        "often": any_of(w.frequencies),
        "counted": any_of(w.counted).replace(r"\#", "[0-9]{1,3}"),
        "decade": any_of(w.decades),
        "bc": any_of(plain(era) for era in w.before_era),
        "ad": any_of(plain(era) for era in w.after_era),
        "order": any_of(w.ordinals),
        "holiday": any_of(w.holidays),
        "at": any_before(w.clock_before),
        "oclock": any_of([*w.clock_after, *ZONES] if w.clock_after else []),
        "hourword": any_before(w.hour_words),
        "relative": any_of([*relative, *w.relative]),
        "roman": r"(?-i:[IVX]{1,6})",
    }


def ended(names: Iterable[str], endings: str) -> str:
    """Names, of which the longer may carry an ending."""
    names = [*names]
    long = [name for name in names if len(name) > LONGEST_SHORT] if endings else []
    return f"(?:{any_of(names)}|{any_of(long)}{endings})" if long else any_of(names)


def declined(names: Iterable[str], endings: str) -> str:
    """Names beside a figure, where they are no other word: any may carry an ending, long ones for their last letter."""
    names = [*names]
    if not endings:
        return any_of(names)
    short = [name for name in names if len(name) < LONGEST_SHORT]
    long = [stem for name in names if len(name) >= LONGEST_SHORT for stem in (name, name[:-1])]
    return f"(?:{any_of(names)}|{any_of(long)}{endings}|{any_of(short)}[^\\W\\d_])"


def stem_of(modifier: str) -> str:
    """A modifier without its joint, which may carry an article: "finales de", "finales del".

    >>> stem_of("finales de"), stem_of("mitte des"), stem_of("mi-")
    ('finales', 'mitte', 'mi-')
    """
    return re.sub(r" (?:de|di|des|do|d')$", "", modifier)


def holiday_of(word: str, words: Words) -> dict[str, int]:
    """The fields of a holiday in a calendar."""
    return HOLIDAYS[words.holidays[word]]
