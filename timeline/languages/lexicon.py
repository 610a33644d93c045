"""All that is known of a language's words of time: dateparser's locale data, and beside it our own tables.

A pattern is never written for one language: the shapes of `languages.shapes` are the same for all, the fragments that
fill them are made here from the dictionaries.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from importlib import import_module
from pkgutil import iter_modules
from typing import Any

from timeline.languages import tables
from timeline.languages.cldr import MONTHS, UNITS, WEEKDAYS, words_from_locale
from timeline.languages.en.vocabulary import HOLIDAYS
from timeline.languages.words import NEVER, Words

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
    """The dictionaries of one language, months and weekdays by number, units by name, and the fragments made of them."""

    words: Words
    months: dict[str, int]
    short_months: dict[str, int]
    weekdays: dict[str, int]
    short_weekdays: dict[str, int]
    units: dict[str, str]
    relative: tuple[str, ...]
    fragments: dict[str, str]

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


def alternatives(keys: Iterable[str], *, before: bool = False) -> str:
    """One alternative a word, longest first; `before` ends each with its blank, which an apostrophe or a dash does not need."""
    ordered = sorted(set(keys), key=lambda key: (-len(key), key))
    forms = []
    for key in ordered:
        elided = key.endswith(("'", "-"))
        form = re.escape(key).replace(r"\ ", " ").replace(r"\-", "-").replace("'", "['’ʼ]")
        forms.append(form + (" ?" if before and elided else " " if before else ""))
    return f"(?:{'|'.join(forms)})" if forms else NEVER


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
    relative = tuple(plain(phrase) for said, phrases in info.get("relative-type", {}).items() for phrase in phrases
                     if not any(unit in said for unit in ("second", "minute", "hour")) and len(phrase) >= SHORTEST
                     and phrase.split()[0] not in words.cues)  # fmt: skip
    fragments = _fragments(words, months, short_months, weekdays, short_weekdays, units, relative)
    return Lexicon(words, months, short_months, weekdays, short_weekdays, units, relative, fragments)


def _fragments(
    w: Words, months: Iterable[str], short_months: Iterable[str], weekdays: Iterable[str], short_weekdays: Iterable[str],
    units: Iterable[str], relative: Iterable[str],
) -> dict[str, str]:  # fmt: skip
    small = [word for word, n in w.numbers.items() if 1 < n <= 31 or word == "uno" or word in w.ordinals]
    return {
        "the": f"(?:{alternatives(w.determiners, before=True)})?",
        "of": alternatives(w.of, before=True),
        "dayword": alternatives(w.day_words, before=True),
        "monthword": alternatives(w.month_words, before=True),
        "yearword": alternatives(w.year_words, before=True),
        "yeartail": alternatives(w.year_tails),
        "yearnoun": alternatives([*w.year_words, *w.year_tails]),
        "joint": alternatives(w.after_weekday, before=True),
        "nth": f"(?:{w.nth})",
        "figure": r"(?:3[01]|[12][0-9]|0?[1-9])",
        "dayname": alternatives(small),
        "year": w.years,
        "month": ended(months, w.endings),
        "anymonth": f"(?:{declined(months, w.endings)}|{alternatives(short_months)}\\.?)",
        "weekday": ended(weekdays, w.endings),
        "andhalf": alternatives(w.and_half),
        "during": alternatives(w.during, before=True),
        "onday": alternatives(w.on_day, before=True),
        "anyweekday": f"(?:{ended(weekdays, w.endings)}|{alternatives(short_weekdays)}\\.?)",
        "number": alternatives(w.numbers.keys() - w.ordinals.keys()),
        "many": alternatives(w.quantities, before=True),
        "unit": alternatives(units),
        "turn": alternatives(w.turns.keys() - {*w.only_after}, before=True),
        "after": alternatives(w.after),
        "ago": alternatives(w.ago_before, before=True),
        "back": alternatives(w.ago_after),
        "ahead": alternatives(w.ahead_before, before=True),
        "later": alternatives(w.later),
        "earlier": alternatives(w.earlier),
        "part": alternatives(w.parts),
        "inpart": alternatives(w.in_part, before=True),
        "season": alternatives(w.seasons),
        "mod": alternatives((stem_of(word) for word in w.modifiers), before=True),
        "measure": alternatives(w.measures, before=True),
        "vague": alternatives(w.vague),
        "often": alternatives(w.frequencies),
        "counted": "|".join(_around_figure(form) for form in sorted(w.counted, key=lambda form: -len(form))) or NEVER,
        "daytail": alternatives(w.day_tails),
        "yearfirst": "" if w.year_first else NEVER,
        "every": alternatives(w.every, before=True),
        "decade": alternatives(w.decades),
        "decadeword": alternatives(w.decade_words, before=True),
        "century": alternatives(w.century_words),
        "bc": alternatives(plain(era) for era in w.before_era),
        "ad": alternatives(plain(era) for era in w.after_era),
        "order": alternatives(w.ordinals),
        "holiday": alternatives(w.holidays),
        "at": alternatives(w.clock_before, before=True),
        "oclock": alternatives([*w.clock_after, *ZONES] if w.clock_after else []),
        "hourword": alternatives(w.hour_words, before=True),
        "around": alternatives(w.ago_around, before=True),
        "decadetail": alternatives(w.decade_tails),
        "than": alternatives(w.than),
        "halfway": alternatives(w.half_hour, before=True),
        "and": alternatives(w.conjunctions),
        "to": alternatives(w.to),
        "relative": alternatives([*relative, *w.relative]),
        "roman": r"(?-i:[IVX]{1,6})",
    }  # fmt: skip


def ended(names: Iterable[str], endings: str) -> str:
    """Names, of which the longer may carry an ending."""
    names = [*names]
    long = [name for name in names if len(name) > LONGEST_SHORT] if endings else []
    return f"(?:{alternatives(names)}|{alternatives(long)}{endings})" if long else alternatives(names)


def declined(names: Iterable[str], endings: str) -> str:
    """Names beside a figure, which no other word is: any may carry an ending, the longer instead of their last letter."""
    names = [*names]
    if not endings:
        return alternatives(names)
    short = [name for name in names if len(name) < LONGEST_SHORT]
    long = [stem for name in names if len(name) >= LONGEST_SHORT for stem in (name, name[:-1])]
    return f"(?:{alternatives(names)}|{alternatives(long)}{endings}|{alternatives(short)}[^\\W\\d_])"


def _around_figure(form: str) -> str:
    before, _, after = form.partition("#")
    return alternatives([before]) + "[0-9]{1,3}" + alternatives([after])


def stem_of(modifier: str) -> str:
    """A modifier without its joint, which may carry an article: "finales de", "finales del".

    >>> stem_of("finales de"), stem_of("mitte des"), stem_of("mi-")
    ('finales', 'mitte', 'mi-')
    """
    return re.sub(r" (?:de|di|des|do|d')$", "", modifier)


def holiday_of(word: str, words: Words) -> dict[str, int]:
    """The fields of a holiday in a calendar."""
    return HOLIDAYS[words.holidays[word]]
