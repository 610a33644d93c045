"""The words of a language that has no table of its own: what dateparser's locale data has, and no more.

Nothing here is a list of one language's phrases; what is told of single languages is how their names change and which of
their words mean two things.
"""

from __future__ import annotations

from functools import lru_cache

from timeline.languages.locales import locale_of
from timeline.languages.words import YEARS, Words

# Names of months and days take endings there: "toukokuussa", "2015-ben", "v květnu".
_INFLECTED = frozenset("az be bs cs el et eu fi hr hu hy is ka kk ky lt lv mk mn sk sl sq sr tg tk tt ug uz".split())
_ENDINGS = r"(?:['’]?[^\W\d_]{1,5})?"
_ORDINAL = r"(?:\.|[-'’]?[^\W\d_]{1,4}\b)"
# Names of months are written large there, so that a capital does not make them a person or a place.
_CAPITALS = frozenset("af cy el fil fo ga gd id lb ms sw".split())
# Words of the data that are other words as often.
_UNSURE = {
    "ar": ["اليوم"], "da": ["man"], "et": ["kell"], "fa": ["مه", "می"], "he": ["השנה"], "id": ["min", "sen"], "nb": ["man"], "nn": ["man"],
    "sq": ["sot"],
}  # fmt: skip
# Between the day and its month, where the data does not say it.
_JOINTS = {"ast": ["de"], "el": ["του"], "eo": ["de"], "gl": ["de", "do"], "kea": ["di"]}
# There the year comes first, with its word between: "2015. gada 3. maijā".
_YEAR_FIRST = {
    "az": ["il", "ilin", "ildə"], "ce": [], "eu": ["urteko"], "hu": [], "hy": ["թվականի", "թվականին", "թ."], "ka": ["წლის", "წელს"], "kk": ["жылғы", "жылдың", "жылы", "ж."],
    "ky": ["жылдын", "жылы", "ж."], "lt": ["m", "m.", "metų", "metais"], "lv": ["gada", "gadā", "g."], "mn": ["оны", "онд"], "sah": ["сыл", "сыллаах"],
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
    "da": ["-tallet", "-tallets", "'erne", "-erne"], "fi": ["-luku", "-luvun", "-luvulla", "-luvulta", "-luvulle", "-lukua"], "fo": ["-talinum"], "nb": ["-tallet", "-tallets", "-åra"],
    "nn": ["-talet", "-tals", "-åra"],
}  # fmt: skip
# Small words before the figure of a year; without them a round figure may be a count.
_CUES = {
    "af": "in sedert tot van", "ar": "في عام سنة منذ", "bg": "през от до", "ca": "el al del de en", "cs": "v ve roce roku od do", "da": "i fra til siden", "el": "το του από έως",
    "et": "aastal", "fa": "در سال از تا", "fi": "vuonna vuoden", "gl": "en de do ata", "he": "ב משנת בשנת", "hr": "u od do godine", "id": "tahun pada sejak hingga",
    "lt": "nuo iki", "nb": "i fra til siden", "nn": "i frå til sidan", "ro": "în din anul până", "sk": "v roku od do", "sl": "leta v od do", "sr": "u od do у од до године",
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
