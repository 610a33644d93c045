"""Datelines: the town and the day that wire copy begins with.

>>> said = find_dateline("SOCHI, October 22. The envoy arrived in the town.")
>>> said.place, said.month, said.day, said.year
('Sochi', 10, 22, None)

Days spelled in other languages, put into English so that one reader of stamps and datelines serves them all.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from timeline.languages.en.vocabulary import MONTH_NAMES, MONTHS, WEEKDAY_NAMES, WEEKDAYS
from timeline.languages.en.written_days import DATED, Said, numbered_lines, said_by
from timeline.text import any_of

if TYPE_CHECKING:
    from timeline.languages.en.written_days import Said


HEAD_LINES = 40
DATELINE_LENGTH = 300
DIGIT = re.compile("[0-9]")
# White space is counted out in these patterns: a line of blanks must not be tried in every division.
_AGENCY = r"(?:\([^()\n]{2,40}\)|/[^/\n]{2,40}/|\[[^\]\n]{2,40}\])"
_WORD = r"[^\W\d_][\w.'’/-]*"
_PLACE = rf"{_WORD}(?: {_WORD}){{0,4}}(?:, {_WORD}(?: {_WORD}){{0,3}}){{0,2}}?"
_NAMED_AGENCY = r"\s(?-i:[A-Z])[\w.-]{2,15}:"
DATELINE = re.compile(
    rf"^(?:{_AGENCY}\s?\s?[-–—:,.]?\s?\s?|/)?(?P<place>{_PLACE})\s?\s?(?:,?\s?\s?{_AGENCY})?\s?\s?[,.:–—/-]?\s?\s?"
    rf"{DATED}(?P<after>\s?\s?{_AGENCY}|\s?\s?[.,:;]\s?\s?{_AGENCY}|{_NAMED_AGENCY}|)"
    r"(?P<stop>\s?\s?[.,:;/]?\s?\s?[-–—_]{0,2})(?P<rest>[^\n]*)",
    re.IGNORECASE,
)
DAY_FIRST = re.compile(
    rf"^{DATED}(?:,?\s(?P<place>{_PLACE}))??\s?\s?{_AGENCY}\s?\s?[.:]?\s?\s?[-–—_]{{1,2}}", re.IGNORECASE
)
PLACE_ONLY = re.compile(rf"^(?P<place>{_PLACE}),?\s?\s?(?P<agency>{_AGENCY})?\s?\s?(?P<stop>[-–—_]{{1,2}})\s\s?\S")
AGENCIES = frozenset(
    "afp ana ani anadolu ansa ap apa azertac belta bloomberg cnn dpa efe interfax irna itar-tass kyodo pti "
    "reuters ria sana sputnik tass trend ukrinform unian upi xinhua yonhap".split()
)
# No town begins with these: "On Monday, October 21, ..." and "Published in Moscow, ..." are not datelines.
NOT_PLACES = frozenset(
    "about after all also an and as at before between but by during for from he if in into it its last next of on or "
    "our over photo she since so that the then there these they this those till to today tomorrow until updated was we "
    "were what when where which while who will with yesterday published posted issued date dated file image picture "
    "caption copyright".split()
)
WITH_ARTICLE = frozenset(("the hague", "the gambia", "the bahamas", "the valley"))
# Small words that names of towns are built with.
INSIDE_PLACES = frozenset(
    "al and am an as de del der di do dos du el en es la las le les lo los of on san the upon y".split()
)


def find_dateline(text: str) -> Said | None:
    """The first dateline that states a day, looked for at the beginning of the lines of the article's head."""
    for start, line in numbered_lines(text, HEAD_LINES):
        if not DIGIT.search(line, 0, DATELINE_LENGTH):
            continue
        match = DATELINE.match(line[:DATELINE_LENGTH])
        if match and _heads(match) and (said := said_by(match)):
            return said._replace(place=_named(match["place"]), end_char=start + match.start("rest"))
        match = DAY_FIRST.match(line[:DATELINE_LENGTH])
        if match and (said := said_by(match)):
            town = match["place"]
            return said._replace(place=_named(town) if town and _is_place(town) else None, end_char=start + match.end())
    return None


def find_place(text: str) -> str | None:
    """The town of a dateline that states no day: "LONDON (Agency) - ..." or "LONDON - ..."."""
    for _, line in numbered_lines(text, HEAD_LINES):
        match = PLACE_ONLY.match(line[:DATELINE_LENGTH])
        if match:
            name = match["place"]
            if (name.upper() == name or match["agency"]) and _is_place(name):
                return _named(name)
    return None


def _heads(match: re.Match[str]) -> bool:
    """Capitals alone make a dateline; a town in small letters needs an agency or a stop with text behind it."""
    name = match["place"]
    town = name.split(",")[0]
    closed = match["after"].strip() or (match["stop"].strip() and len(match["rest"].strip()) > 20)
    return _is_place(name) and (town.upper() == town or bool(closed))


def _is_place(name: str) -> bool:
    words = re.split(r"[\s,]+", name)
    plain = [word.lower().rstrip(".") for word in words]
    if plain[0] in NOT_PLACES and name.upper() != name and " ".join(plain[:2]) not in WITH_ARTICLE:
        return False
    if any(word in MONTHS or word in WEEKDAYS for word in plain) or plain[0] in ("published", "posted", "updated"):
        return False
    return all(word[0].isupper() or small in INSIDE_PLACES for word, small in zip(words, plain, strict=True) if word)


def _named(name: str) -> str | None:
    """Capitals back to a name, one town only: "ST. PETERSBURG, RUSSIA" is told as "St. Petersburg"; no agency is one."""
    parts = [part.strip() for part in name.split(",")]
    if parts[0].lower().split(" ")[0] in AGENCIES:
        parts = parts[1:]
    town = parts[0].split("/")[0].removesuffix(".") if parts else ""
    if town.upper() != town:
        return town
    return " ".join(_small(word) for word in town.removeprefix("NEAR ").split(" ")) or None


def _small(word: str) -> str:
    if word.lower() in INSIDE_PLACES:
        return word.lower()
    return "-".join(part.capitalize() for part in word.split("-"))


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
    from timeline.languages import cjk
    from timeline.languages.lexicon import lexicon_of

    words = lexicon_of(language)
    months, weekdays = words.months | words.short_months, words.weekdays
    if not months or language in cjk.LANGUAGES:
        return None

    pattern = re.compile(
        rf"{BEFORE}(?:\b(?P<weekday>{any_of(weekdays)})\b[,.]?\s{BEFORE})?\b(?P<day>[0-3]?[0-9]){AFTER_DAY}\s"
        rf"(?P<month>{any_of(months)})\b{AFTER_MONTH}(?:,?\s(?P<year>(?:1[89]|20)[0-9]{{2}})\b{AFTER_YEAR})?",
        re.IGNORECASE,
    )
    return pattern, months, weekdays
