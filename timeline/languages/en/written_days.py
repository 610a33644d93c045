"""How a day is spelled in a text: the patterns, derived from the words, and what a match of them says.

>>> said = find_day("Wed, 21 Oct 2015")
>>> said.year, said.month, said.day, said.weekday
(2015, 10, 21, 3)

A day as people, pages and tables write one.
"""

from __future__ import annotations

import re
from datetime import date, datetime
from email.utils import parsedate_to_datetime
from typing import NamedTuple

from timeline.languages.en.vocabulary import MONTHS, WEEKDAYS
from timeline.text import any_of


class Said(NamedTuple):
    """A day as an article says it: the year may be missing, `words` are the ones that said it."""

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
        try:
            return date(year, self.month, self.day)
        except ValueError:
            return None

    def near(self, day: date) -> date | None:
        """The turn of the day that lies nearest to another one.

        >>> Said(12, 31, None, "December 31").near(date(2016, 1, 2))
        datetime.date(2015, 12, 31)
        """
        turns = [turn for year in (day.year - 1, day.year, day.year + 1) if (turn := self.on(year))]
        return min(turns, key=lambda turn: abs((turn - day).days), default=None)


MONTH = rf"{any_of(MONTHS)}\b\.?"
WEEKDAY = rf"{any_of(WEEKDAYS)}\b\.?"
DAY = r"[0-3]?[0-9](?:st|nd|rd|th)?(?![0-9:])"
YEAR = r"(?:1[89]|20)[0-9]{2}(?![0-9])"
# A slip of the pen ("May 4, 2914") states a year all the same: it is read in order to be refused.
SLIPPED_YEAR = r"(?:2[1-9]|[3-9][0-9])[0-9]{2}"
_SLIPPED = rf"(?<=, ){SLIPPED_YEAR}(?=\s?(?:[.:)/(–—-]|$))"
WRITTEN = (
    rf"(?P<m1>{MONTH})[ -]?(?P<d1>{DAY})(?:,? ?-?(?P<y1>{YEAR}|{_SLIPPED}))?"
    rf"|(?P<d2>{DAY})(?: of)?[ .-]{{0,2}}(?P<m2>{MONTH})(?:,? ?-?(?P<y2>{YEAR}|{_SLIPPED}))?"
    rf"|(?P<y3>{YEAR}|{SLIPPED_YEAR}(?=-[01][0-9]-[0-3][0-9]))(?P<joint>[-/.])(?P<m3>[01]?[0-9])(?P=joint)(?P<d3>[0-3]?[0-9])(?![0-9])"
    rf"|(?P<d4>[0-3]?[0-9])\.(?P<m4>[01]?[0-9])\.(?P<y4>{YEAR})"
    rf"|(?P<a5>[0-3]?[0-9])/(?P<b5>[0-3]?[0-9])/(?P<y5>{YEAR})"
)
SAID = "weekday m1 d1 y1 m2 d2 y2 y3 m3 d3 d4 m4 y4 a5 b5 y5".split()  # the groups of `DATED` that are words of the day
DATED = rf"(?:(?P<weekday>{WEEKDAY}),? )?(?<![0-9])(?:{WRITTEN})"
ANY_DAY = re.compile(DATED, re.IGNORECASE)


def find_day(text: str) -> Said | None:
    """The first day that a short text states, in words or in numbers that can be told apart.

    >>> find_day("Wed, 21 Oct 2015").weekday, find_day("03/04/2015")
    (3, None)
    """
    match = ANY_DAY.search(text)
    return said_by(match) if match else None


def said_by(match: re.Match[str]) -> Said | None:
    """What a match of `DATED` says, or null where no calendar has such a day."""
    part = match.groupdict()
    words = _words(match, part)
    weekday = WEEKDAYS[part["weekday"].lower().rstrip(".")] if part["weekday"] else None
    if part["y5"]:
        first, second = int(part["a5"]), int(part["b5"])
        # Day and month cannot be told apart below 13: such a stamp says nothing certain.
        if (first > 12) == (second > 12) and first != second:
            return None
        month, day, year = (second, first, part["y5"]) if first > 12 else (first, second, part["y5"])
    elif part["m1"]:
        month, day, year = month_number(part["m1"]), day_number(part["d1"]), part["y1"]
    elif part["m2"]:
        month, day, year = month_number(part["m2"]), day_number(part["d2"]), part["y2"]
    elif part["y3"]:
        month, day, year = int(part["m3"]), int(part["d3"]), part["y3"]
    else:
        month, day, year = int(part["m4"]), int(part["d4"]), part["y4"]
    said = Said(month, day, int(year) if year else None, words, weekday)
    return said if 1 <= month <= 12 and said.on(int(year) if year else 2000) else None


def _words(match: re.Match[str], part: dict[str, str | None]) -> str:
    named = [name for name in SAID if part[name]]
    start, end = min(match.start(name) for name in named), max(match.end(name) for name in named)
    return match.string[start:end].rstrip(".,")


def month_number(word: str) -> int:
    """The number of a month's name or abbreviation, with its dot or without."""
    return MONTHS[word.lower().rstrip(".")]


def day_number(word: str) -> int:
    """The number of a day in figures, with its ending ("3rd") or without."""
    return int(word.rstrip("stndrhSTNDRH"))


def numbered_lines(text: str, most: int | None = None) -> list[tuple[int, str]]:
    """The lines of a text that are not blank (the first `most`), stripped, each with its offset."""
    found: list[tuple[int, str]] = []
    position = 0
    while position <= len(text) and (most is None or len(found) < most):
        end = text.find("\n", position)
        end = len(text) if end < 0 else end
        line = text[position:end]
        stripped = line.strip()
        if stripped:
            found.append((position + line.index(stripped[0]), stripped))
        position = end + 1
    return found


ISO = re.compile(r"\s*([0-9]{4})-?([0-9]{2})-?([0-9]{2})(?![0-9])")
_WAY_OUT = "write it as 2015-10-21, with year, month and day"


def read_day(value: object) -> date:
    """The day that a value states, as its author wrote it: no time zone moves it. Raises ValueError where none is.

    >>> read_day("2015-10-12T23:30:00-04:00"), read_day("Mon, 12 Oct 2015 09:49:00 GMT"), read_day("12 October 2015")
    (datetime.date(2015, 10, 12), datetime.date(2015, 10, 12), datetime.date(2015, 10, 12))
    """
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    text = str(value)
    iso = ISO.match(text)
    if iso:
        try:
            return date(*map(int, iso.groups()))
        except ValueError:
            raise ValueError(f"{text!r} is no day of the calendar; {_WAY_OUT}") from None
    try:
        return parsedate_to_datetime(text).date()
    except (ValueError, TypeError, IndexError, OverflowError):
        pass
    said = find_day(text)
    day = said.on(said.year) if said and said.year else None
    if day is None:
        raise ValueError(f"{text!r} is no day; {_WAY_OUT}")
    return day
