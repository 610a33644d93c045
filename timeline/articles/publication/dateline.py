"""Datelines: the town and the day that wire copy begins with.

>>> stated_day = find_dateline("SOCHI, October 22. The envoy arrived in the town.")
>>> stated_day.place, stated_day.month, stated_day.day, stated_day.year
('Sochi', 10, 22, None)
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

import polars as pl

from timeline.calendar.values import Calendar, Cell
from timeline.languages import WrittenDay, on_calendar, written_days
from timeline.languages.en.vocabulary import MONTHS, WEEKDAYS
from timeline.text import any_of, numbered_lines

if TYPE_CHECKING:
    from datetime import date


class StatedDay(NamedTuple):
    """A day as an article states it: the year may be missing, `words` are the ones that state it.

    `place` is the town of a dateline, `label` the one of a stamp, `end_char` where its line goes on in the text.
    """

    month: int
    day: int
    year: int | None
    words: str
    weekday: int | None = None
    place: str | None = None
    label: str = ""
    end_char: int = 0

    def on(self, year: int) -> date | None:
        """The day in that year, or null where the calendar has none (29 February)."""
        return on_calendar(year, Cell(month=self.month, day=self.day))

    def near(self, day: date) -> date | None:
        """The day in the year in which it lies nearest to another day.

        >>> from datetime import date
        >>> StatedDay(12, 31, None, "December 31").near(date(2016, 1, 2))
        datetime.date(2015, 12, 31)
        """
        occurrences = [occurrence for year in (day.year - 1, day.year, day.year + 1) if (occurrence := self.on(year))]
        return min(occurrences, key=lambda occurrence: abs((occurrence - day).days), default=None)


def stated(text: str, written: WrittenDay) -> StatedDay | None:
    """A written day as one that an article states, or null where no calendar has such a day."""
    value = written.value
    year = value.year if isinstance(value, Calendar) else None
    words = text[written.start : written.end].rstrip(".,")
    day = StatedDay(value.cell.month or 0, value.cell.day or 0, year, words, written.weekday)
    return day if day.on(2000 if year is None else year) else None


HEAD_LINES = 40
DATELINE_LENGTH = 300
DIGIT = re.compile("[0-9]")
# White space is counted out in these patterns: a line of blanks must not be tried in every division.
_AGENCY = r"(?:\([^()\n]{2,40}\)|/[^/\n]{2,40}/|\[[^\]\n]{2,40}\])"
_WORD = r"[^\W\d_][\w.'’/-]*"
_PLACE = rf"{_WORD}(?: {_WORD}){{0,4}}(?:, {_WORD}(?: {_WORD}){{0,3}}){{0,2}}?"
_DAY = "\ue000"  # a sign of no language, which stands for the day in a line
_NAMED_AGENCY = r"\s(?-i:[A-Z])[\w.-]{2,15}:"
_S = r"\s?\s?"
DATELINE = re.compile(
    rf"^(?:{_AGENCY}{_S}[-–—:,.]?{_S}|/)?(?P<place>{_PLACE}){_S}(?:,?{_S}{_AGENCY})?{_S}[,.:–—/-]?{_S}"
    rf"{_DAY}(?P<after>{_S}{_AGENCY}|{_S}[.,:;]{_S}{_AGENCY}|{_NAMED_AGENCY}|)"
    rf"(?P<stop>{_S}[.,:;/]?{_S}[-–—_]{{0,2}})(?P<rest>[^\n]*)",
    re.IGNORECASE,
)
DAY_FIRST = re.compile(
    rf"^{_DAY}(?:,?\s(?P<place>{_PLACE}))??\s?\s?{_AGENCY}\s?\s?[.:]?\s?\s?[-–—_]{{1,2}}", re.IGNORECASE
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
# A line with so many words in small letters before its first figure is a sentence.
MOST_SMALL = 6
_LETTERS = re.compile(r"[^\W\d_]+")


def find_dateline(text: str, language: str = "en") -> StatedDay | None:
    """The first dateline that states a day, looked for at the beginning of the lines of the article's head.

    >>> text = "BERLIN, den 21. Oktober 2015. Der Gesandte"
    >>> text[find_dateline(text, "de").end_char :]
    'Der Gesandte'
    """
    for start, line in numbered_lines(text, HEAD_LINES):
        line = line[:DATELINE_LENGTH]
        digit = DIGIT.search(line)
        if digit is None or sum(word[0].islower() for word in _LETTERS.findall(line, 0, digit.start())) > MOST_SMALL:
            continue
        for written in written_days(line, language):
            day = stated(line, written)
            found = day and _dateline(line, written, day, language)
            if found:
                return found._replace(end_char=start + found.end_char)
    return None


def _dateline(line: str, written: WrittenDay, day: StatedDay, language: str) -> StatedDay | None:
    """The dateline that a line is, if it is one with this day; `end_char` counts from the start of the line."""
    lead = _before_day(language).search(line, 0, written.start)
    first = lead.start() if lead else written.start
    signed = f"{line[:first]}{_DAY}{line[written.end :]}"
    longer = written.end - first - len(_DAY)
    match = DATELINE.match(signed)
    if match and _heads(match):
        return day._replace(place=_named(match["place"]), end_char=match.start("rest") + longer)
    match = DAY_FIRST.match(signed)
    if match:
        town = match["place"]
        return day._replace(place=_named(town) if town and _is_place(town) else None, end_char=match.end() + longer)
    return None


@lru_cache(maxsize=16)
def _before_day(language: str) -> re.Pattern[str]:
    """The small words of a language that stand before a day: "den 21. Oktober", "le 21 octobre"."""
    if language == "en":
        return re.compile(r"(?i)\b(?:on|the) \Z")
    from timeline.languages.lexicon import words_of

    words = words_of(language)
    small = [*words.determiners, *words.of, *words.day_words, *words.before_day]
    return re.compile(rf"(?i)\b{any_of(small)} \Z")


def with_datelines(articles: pl.DataFrame) -> pl.DataFrame:
    """Articles with `dateline_end` (Int64) and `place` (String), of the frame or else searched in its texts.

    >>> with_datelines(pl.DataFrame({"text": ["ROME, May 2. They met."], "language": ["en"]})).row(0)
    ('ROME, May 2. They met.', 'en', 13, 'Rome')
    """
    if {"dateline_end", "place"} <= set(articles.columns):
        return articles
    found = [
        (text, find_dateline(text, language)) for text, language in articles.select("text", "language").iter_rows()
    ]
    return articles.with_columns(
        pl.Series("dateline_end", [day.end_char if day else None for _, day in found], dtype=pl.Int64),
        pl.Series("place", [place_of(text, day) for text, day in found], dtype=pl.String),
    )


def place_of(text: str, dateline: StatedDay | None) -> str | None:
    """The town of an article's dateline, be it one with a day or without."""
    return (dateline.place if dateline else None) or find_place(text)


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
    """The name of one town, without shouting: "ST. PETERSBURG, RUSSIA" is "St. Petersburg". No agency is a town."""
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
