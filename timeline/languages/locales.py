"""What dateparser's locale data says of a language: its names of months and days, units, and phrases that lean on today."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from importlib import import_module
from importlib.util import find_spec
from typing import Any

MONTHS = "january february march april may june july august september october november december".split()
WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
UNITS = "year month week day hour minute second".split()
_DATA = "dateparser.data.date_translation_data"
# One language in two scripts is two files.
_SCRIPTS = ("", "-Latn", "-Cyrl", "-Hans", "-Hant", "-Arab", "-Guru", "-Tfng")
_NUMBER = r"(\d++[.,]?\d*+)"
_AGO, _AHEAD = re.compile(r"([0-9]+|\\1) ([a-z]+) ago"), re.compile(r"in ([0-9]+|\\1) ([a-z]+)")
# Where CLDR has no names it has numbers: "M01".
_NAMELESS = re.compile(r"(?i)m?[0-9]+")
_FEWEST_MONTHS = 12
# Some names are notes, "(ha)heze", which no text writes.
_PATTERN = re.compile(r"[\\()\[\]{}*+?|^$]")


@dataclass(frozen=True)
class Locale:
    """Names by what they mean, in lower case; a name of two things is left out."""

    months: dict[str, int]
    weekdays: dict[str, int]
    units: dict[str, str]
    relative: dict[str, str]  # a phrase and the code of its value: "day-1"
    counted: dict[str, tuple[str, int]]  # "# dagen geleden": the unit and the side of today
    numbers: dict[str, int]
    joints: list[str]
    month_first: bool


def _infos(language: str) -> list[dict[str, Any]]:
    found = [f"{_DATA}.{language}{script}" for script in _SCRIPTS]
    files = [import_module(name).info for name in found if find_spec(name) is not None]
    return [info for file in files for info in (file, *file.get("locale_specific", {}).values())]


def _plain(text: str) -> str:
    return re.sub(r"\s+", " ", text.replace("İ", "i").lower().replace("’", "'").replace("ʼ", "'")).strip()


def _single(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    meanings: dict[str, set[Any]] = {}
    for name, meaning in pairs:
        if _PATTERN.search(name):
            continue
        meanings.setdefault(_plain(name), set()).add(meaning)
    return {name: meant.pop() for name, meant in meanings.items() if len(meant) == 1}


def _named(infos: list[dict[str, Any]], names: list[str]) -> dict[str, int]:
    pairs = [(word, n) for info in infos for n, name in enumerate(names, 1) for word in info.get(name, ())]
    return _single([(word, n) for word, n in pairs if not _NAMELESS.fullmatch(word)])


def _side(key: str) -> tuple[str, str, int] | None:
    """Count, unit and side of today of a key of the data.

    >>> _side("2 day ago"), _side("in 1 week"), _side("last monday")
    (('2', 'day', -1), ('1', 'week', 1), None)
    """
    for pattern, side in ((_AGO, -1), (_AHEAD, 1)):
        if match := pattern.fullmatch(key):
            return match[1], match[2], side
    return None


@lru_cache(maxsize=16)
def locale_of(language: str) -> Locale | None:
    """The locale data of a language (ISO 639-1, or -2 where there is none), None where dateparser names no months of it.

    >>> locale_of("cs").months["května"], locale_of("cs").relative["včera"], locale_of("xx")
    (5, 'day-1', None)
    """
    if not re.fullmatch("[a-z]{2,3}", language):
        return None
    infos = _infos(language)
    months = _named(infos, MONTHS)
    if len(set(months.values())) < _FEWEST_MONTHS:
        return None
    relative, counted = [], []
    for info in infos:
        for key, phrases in info.get("relative-type", {}).items():
            said = _side(key)
            if said and said[1] in ("day", "week", "month", "year"):
                relative += [(phrase, f"{said[1]}{said[2] * int(said[0]):+d}") for phrase in phrases]
        for key, regexes in info.get("relative-type-regex", {}).items():
            said = _side(key)
            if said and said[0] == r"\1":
                forms = [regex.replace(_NUMBER, "#") for regex in regexes]
                counted += [(form, said[1:]) for form in forms if not re.search(r"[\\()\[\]?*+|]", form)]
    aliases = [pair for info in infos for entry in info.get("simplifications", ()) for pair in entry.items()]
    known = _single(relative)
    known |= {_plain(a): known[_plain(b)] for a, b in aliases if a.replace(" ", "").isalpha() and _plain(b) in known}
    order = next((info["date_order"] for info in infos if "date_order" in info), "DMY")
    return Locale(
        months=months,
        weekdays=_named(infos, WEEKDAYS),
        units=_single([(word, unit) for info in infos for unit in UNITS for word in info.get(unit, ())]),
        relative=known,
        counted=_single(counted),
        numbers={_plain(a): int(b) for a, b in aliases if a.isalpha() and b.isascii() and b.isdigit()},
        joints=[word for info in infos for word in info.get("pertain") or ()],
        month_first=order == "MDY",
    )
