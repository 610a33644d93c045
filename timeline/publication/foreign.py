"""Days spelled in other languages, put into English so that one reader of stamps and datelines serves them all."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from timeline.publication.datelines import find_dateline
from timeline.vocabulary import MONTH_NAMES, WEEKDAY_NAMES

if TYPE_CHECKING:
    from timeline.publication.spellings import Said

HEAD = 20_000  # a dateline stands near the top

# What may stand between the parts of a day, in any of the languages.
BEFORE = r"(?:\b(?:le|el|il|am|em|den|vom|du|del|dal|от|від)\s)?"
AFTER_DAY = r"(?:\.|º|°|er|-?го|-?е)?(?:\s(?:de|del|di))?"
AFTER_MONTH = r"\.?(?:,?\s(?:de|del)\b)?"
AFTER_YEAR = r"(?:\s(?:года?|року|р)\b|\s?г\.|\s?р\.)?"
SLASHED = re.compile(r"(?<![0-9/])([0-3]?[0-9])/([01]?[0-9])/((?:19|20)[0-9]{2})(?![0-9/])")

# 2015年5月3日, 2015년 5월 3일
SIGNED = re.compile(r"(?<![0-9])((?:19|20)[0-9]{2})[年년] ?(1[0-2]|0?[1-9])[月월] ?(3[01]|[12][0-9]|0?[1-9])[日号號일]")


def days_in_english(text: str, language: str | None) -> str:
    """The text with its days in English words; as it is where it is English or in a language of which no months are known.

    >>> days_in_english("BERLIN, 21. Oktober 2015. Der Gesandte", "de")
    'BERLIN, 21 October 2015. Der Gesandte'
    >>> days_in_english("Publicado el miércoles, 21 de octubre de 2015", "es")
    'Publicado Wednesday, 21 October 2015'
    >>> days_in_english("2015年10月21日", "zh"), days_in_english("21. října 2015", "cs")
    ('21 October 2015', '21 October 2015')
    >>> days_in_english("21/10/2015", "fr"), days_in_english("5/10/2015", "en")
    ('21.10.2015', '5/10/2015')
    """
    return _in_english(text, language)[0]


def find_dateline_of(text: str, language: str | None) -> Said | None:
    """The dateline of a text in its language, as `find_dateline` finds those of English; its end is one in the text as it stands.

    >>> text = "BERLIN, 21. Oktober 2015. Der Gesandte"
    >>> text[find_dateline_of(text, "de").end_char:]
    'Der Gesandte'
    """
    english, shifts = _in_english(text[:HEAD], language)
    said = find_dateline(english)
    if said is None:
        return None
    longer = 0
    for end, more in shifts:
        if said.end_char < end + longer + more:
            break
        longer += more
    return said._replace(end_char=said.end_char - longer)


def _in_english(text: str, language: str | None) -> tuple[str, list[tuple[int, int]]]:
    """The text with its days in English, and for each day where it ended and how many letters it gained."""
    if language is None or language == "en":
        return text, []
    # Only English speakers put the month first.
    text = SLASHED.sub(r"\1.\2.\3", text)
    text = SIGNED.sub(lambda day: f"{int(day[3])} {MONTH_NAMES[int(day[2]) - 1].title()} {day[1]}", text)
    spelled = _spelled(language)
    if spelled is None:
        return text, []
    pattern, months, weekdays = spelled
    shifts: list[tuple[int, int]] = []

    def put(match: re.Match[str]) -> str:
        day = _english(match, months, weekdays)
        shifts.append((match.end(), len(day) - len(match[0])))
        return day

    return pattern.sub(put, text), shifts


def _english(match: re.Match[str], months: dict[str, int], weekdays: dict[str, int]) -> str:
    weekday = weekdays.get((match["weekday"] or "").lower())
    number = months.get(match["month"].lower())
    if number is None:  # İ and ı are one letter with i to a pattern, and other letters to a dictionary
        return match[0]
    month = MONTH_NAMES[number - 1].title()
    parts = [f"{WEEKDAY_NAMES[weekday - 1].title()}," if weekday else "", match["day"], month, match["year"] or ""]
    return " ".join(part for part in parts if part)


@lru_cache
def _spelled(language: str) -> tuple[re.Pattern[str], dict[str, int], dict[str, int]] | None:
    from timeline.languages import signs
    from timeline.languages.lexicon import lexicon_of

    words = lexicon_of(language)
    months, weekdays = words.months | words.short_months, words.weekdays
    if not months or language in signs.LANGUAGES:
        return None

    def either(names: dict[str, int]) -> str:
        return "|".join(sorted(map(re.escape, names), key=len, reverse=True))

    pattern = re.compile(
        rf"{BEFORE}(?:\b(?P<weekday>{either(weekdays)})\b[,.]?\s{BEFORE})?\b(?P<day>[0-3]?[0-9]){AFTER_DAY}\s"
        rf"(?P<month>{either(months)})\b{AFTER_MONTH}(?:,?\s(?P<year>(?:1[89]|20)[0-9]{{2}})\b{AFTER_YEAR})?",
        re.IGNORECASE,
    )
    return pattern, months, weekdays
