"""The words of a language without a table of its own: what dateparser's locale data has, and no more.

The data has names of months and days, units, and phrases that are counted from today. The tables below add what it
lacks, for all such languages at once: how names are inflected, and which words mean two things.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from timeline.languages.words import YEARS, Words

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
    """The locale data of a language (ISO 639-1, else 639-2), None where dateparser names no months of it.

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
            side = _side(key)
            if side and side[1] in ("day", "week", "month", "year"):
                relative += [(phrase, f"{side[1]}{side[2] * int(side[0]):+d}") for phrase in phrases]
        for key, regexes in info.get("relative-type-regex", {}).items():
            side = _side(key)
            if side and side[0] == r"\1":
                forms = [regex.replace(_NUMBER, "#") for regex in regexes]
                counted += [(form, side[1:]) for form in forms if not re.search(r"[\\()\[\]?*+|]", form)]
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


# Names of months and days take endings there: "toukokuussa", "2015-ben", "v květnu".
_INFLECTED = frozenset("az be bs cs el et eu fi hr hu hy is ka kk ky lt lv mk mn sk sl sq sr tg tk tt ug uz".split())
_ENDINGS = r"(?:['’]?[^\W\d_]{1,5})?"
_ORDINAL = r"(?:\.|[-'’]?[^\W\d_]{1,4}\b)"
# Names of months are written large there, so that a capital does not make them a person or a place.
_CAPITALS = frozenset("af cy el fil fo ga gd id lb ms sw".split())
# Words of the data that are other words as often.
_UNSURE = {
    "ar": ["اليوم"], "da": ["man"], "et": ["kell"], "fa": ["مه", "می"], "he": ["השנה"], "id": ["min", "sen"],
    "nb": ["man"], "nn": ["man"], "sq": ["sot"],
}  # fmt: skip
# Between the day and its month, where the data does not say it.
_JOINTS = {"ast": ["de"], "el": ["του"], "eo": ["de"], "gl": ["de", "do"], "kea": ["di"]}
# There the year comes first, with its word between: "2015. gada 3. maijā".
_YEAR_FIRST = {
    "az": ["il", "ilin", "ildə"], "ce": [], "eu": ["urteko"], "hu": [], "hy": ["թվականի", "թվականին", "թ."],
    "ka": ["წლის", "წელს"], "kk": ["жылғы", "жылдың", "жылы", "ж."], "ky": ["жылдын", "жылы", "ж."],
    "lt": ["m", "m.", "metų", "metais"], "lv": ["gada", "gadā", "g."], "mn": ["оны", "онд"], "sah": ["сыл", "сыллаах"],
    "tt": ["елның", "елда"], "uz": ["yil", "yilning", "yilda", "йил", "йилда"],
}  # fmt: skip
# A month is written there by both of its names: "مايو/أيار".
_TWO_NAMES = frozenset({"ar"})
# There a year before 1500 is one of the Islamic, the Persian or the Bengali calendar.
_TWO_CALENDARS = frozenset("ar bn ckb fa lrc my mzn ps ug ur".split())
# There a bare year, and a date in figures, is of the Ethiopian or the Nepali calendar.
_OWN_CALENDAR = frozenset("am ne ti".split())
# After the figure of a decade or a century.
_DECADE_TAILS = {
    "da": ["-tallet", "-tallets", "'erne", "-erne"],
    "fi": ["-luku", "-luvun", "-luvulla", "-luvulta", "-luvulle", "-lukua"], "fo": ["-talinum"],
    "nb": ["-tallet", "-tallets", "-åra"], "nn": ["-talet", "-tals", "-åra"],
}  # fmt: skip
# Small words before the figure of a year; without them a round figure may be a count.
_CUES = {
    "af": "in sedert tot van", "ar": "في عام سنة منذ", "bg": "през от до", "ca": "el al del de en",
    "cs": "v ve roce roku od do", "da": "i fra til siden", "el": "το του από έως", "et": "aastal", "fa": "در سال از تا",
    "fi": "vuonna vuoden", "gl": "en de do ata", "he": "ב משנת בשנת", "hr": "u od do godine",
    "id": "tahun pada sejak hingga", "lt": "nuo iki", "nb": "i fra til siden", "nn": "i frå til sidan",
    "ro": "în din anul până", "sk": "v roku od do", "sl": "leta v od do", "sr": "u od do у од до године",
    "vi": "năm từ đến",
}  # fmt: skip


def _pairs(months: dict[str, int]) -> dict[str, int]:
    return {f"{a}/{b}": n for a, n in months.items() for b, m in months.items() if n == m and a != b}


@lru_cache(maxsize=16)
def words_from_locale(language: str) -> Words:
    """The words that dateparser's data gives of a language; none where it has no data.

    >>> words = words_from_locale("cs")
    >>> words.relative["včera"], words.counted["před # dny"], words_from_locale("la").relative
    ('day-1', ('day', -1), {})
    """
    locale = locale_of(language)
    if locale is None:
        return Words()
    unsure = {*_UNSURE.get(language, ())}
    both = locale.weekdays.keys() & locale.units.keys()
    years = [word for word, unit in locale.units.items() if unit == "year"]
    days = [word for word, unit in locale.units.items() if unit == "day"]
    return Words(
        of=[*locale.joints, *_JOINTS.get(language, ())],
        day_words=days,
        year_words=years,
        year_tails=[form for word in years for form in (word, f"{word}.")] + _YEAR_FIRST.get(language, []),
        day_tails=[form for word in days for form in (word, f"{word}.")],
        decade_tails=_DECADE_TAILS.get(language, []),
        nth=_ORDINAL,
        months=locale.months | (_pairs(locale.months) if language in _TWO_NAMES else {}),
        weekdays={word: n for word, n in locale.weekdays.items() if word not in unsure},
        ambiguous=sorted(both),
        short=sorted(unsure & locale.months.keys()),
        units=locale.units,
        numbers=locale.numbers,
        relative={phrase: code for phrase, code in locale.relative.items() if phrase not in unsure},
        counted=locale.counted,
        cues=_CUES.get(language, "").split(),
        endings=_ENDINGS if language in _INFLECTED else "",
        capitals=language in _CAPITALS,
        year_first=language in _YEAR_FIRST,
        month_first=locale.month_first,
        years=r"(?:1[5-9][0-9]{2}|20[0-9]{2}|21[0-9]{2})" if language in _TWO_CALENDARS else YEARS,
        own_calendar=language in _OWN_CALENDAR,
    )
