"""What the words of a match stand for: numbers, units, directions, and the fields of a date."""

from __future__ import annotations

import re
from functools import lru_cache

from timeline.calendar.values import Calendar, Cell, Recurring, Value
from timeline.languages.en.vocabulary import (
    DIRECTIONS,
    MONTHS,
    NUMBERS,
    ORDINALS,
    PARTS_OF_DAY,
    QUANTITIES,
    SCALES,
    UNITS,
    WEEKDAYS,
)

# The same days come again and again, and a cell is frozen: it is made once.
_cell = lru_cache(maxsize=1 << 12)(Cell)
_TWO_DIGIT_PIVOT = 30
_HALF = r" ?(?:1/2|½)$|[ -]and[ -](?:(?:a|one)[ -])?half$"
_FIGURES = re.compile(r"[0-9][0-9,]*(?:\.[0-9]+)?")


@lru_cache(maxsize=1 << 12)
def month_of(word: str) -> int:
    """
    >>> month_of("Sept."), month_of("MAY")
    (9, 5)
    """
    return MONTHS[word.lower().rstrip(".")]


@lru_cache(maxsize=1 << 12)
def weekday_of(word: str) -> int:
    """
    >>> weekday_of("Thurs."), weekday_of("Sunday")
    (4, 7)
    """
    return WEEKDAYS[word.lower().rstrip(".")]


@lru_cache(maxsize=1 << 12)
def order_of(word: str) -> int:
    """An ordinal's number; -1 is the last.

    >>> order_of("3rd"), order_of("second"), order_of("last")
    (3, 2, -1)
    """
    word = word.lower()
    return -1 if word in ("last", "final", "latter") else ORDINALS.get(word) or int(re.sub(r"\D", "", word))


@lru_cache(maxsize=1 << 12)
def year_of(text: str, era: bool = False) -> int:
    """A year in figures, astronomical (0 is 1 BC); two figures are read as 1931 to 2030.

    >>> year_of("2015"), year_of("'89"), year_of("490", era=True)
    (2015, 1989, -489)
    """
    number = int(re.sub(r"\D", "", text))
    if era:
        return 1 - number
    if len(text.strip("'’")) > 2:
        return number
    return number + (2000 if number <= _TWO_DIGIT_PIVOT else 1900)


@lru_cache(maxsize=1 << 12)
def spelled_year(text: str) -> int | None:
    """
    >>> spelled_year("nineteen ninety-six"), spelled_year("two thousand five"), spelled_year("eighteen hundred")
    (1996, 2005, 1800)
    """
    head, _, tail = re.sub(r"[ \n\t\u00a0-]+", " ", text.lower()).partition(" ")
    if head == "two" and tail.startswith("thousand"):
        rest = tail.removeprefix("thousand").replace(" and ", " ").strip()
        return 2000 + NUMBERS[rest] if rest in NUMBERS else 2000 if not rest else None
    if tail == "hundred":
        return 100 * NUMBERS[head]
    rest = tail.removeprefix("oh ").removeprefix("o ")
    # "twenty four" is a number; a year's second half has two figures, or says its nought.
    return (
        100 * NUMBERS[head] + NUMBERS[rest] if NUMBERS.get(rest, 0) > 9 or (rest != tail and rest in NUMBERS) else None
    )


def _in_words(text: str) -> int | None:
    """A number of several words, None where it is none.

    >>> _in_words("one hundred and fifty"), _in_words("a thousand two hundred"), _in_words("2 hundred")
    (150, 1200, None)
    """
    total, part = 0, 0
    words = text.replace(" and ", " ").split()
    if len(words) < 3:
        return None
    for word in words:
        if word in ("hundred", "thousand"):
            part = (part or 1) * SCALES[word]
            total, part = (total + part, 0) if word == "thousand" else (total, part)
        elif (number := 1 if word == "a" else NUMBERS.get(word)) is not None and number < 100:
            part += number
        else:
            return None
    return total + part


@lru_cache(maxsize=1 << 12)
def amount_of(text: str) -> str:
    """A count as TIMEX3 writes it; a range gives its first number, a vague count gives X.

    >>> [amount_of(text) for text in ("twenty-four", "2 1/2", "two and a half", "a few", "3.2 million")]
    ['24', '2.5', '2.5', 'X', '3200000']
    """
    text = re.sub(r"[ \n\t\u00a0]+", " ", text.lower())
    if text in QUANTITIES:
        return QUANTITIES[text]
    half = bool(re.search(_HALF, text))
    text = re.sub(_HALF, "", text)
    if (number_in_words := _in_words(text)) is not None:
        return str(number_in_words)
    text = re.split(r"(?<=\S) ?(?:\bto\b|\bor\b|-to-|–|(?<=[0-9])-)", text)[0].strip()
    head, _, scale = text.rpartition(" ")
    times = SCALES.get(scale, 1)
    text = head if times > 1 else text
    if figures := _FIGURES.match(text):
        number = figures[0].replace(",", "")
    else:
        number = str(NUMBERS.get(text) or NUMBERS.get(text.split("-")[0], 0))
    if times > 1:
        return str(round((float(number) + half / 2) * times))
    return f"{number}.5" if half else number


def fields_of(match: re.Match[str]) -> Value:
    """The date a match's groups name: its month, day, weekday in the year that they state, or in any year."""
    groups = match.groupdict()
    cell = _cell(
        month=month_of(groups["month"]) if groups.get("month") else None,
        day=order_of(day) if (day := groups.get("nth") or groups.get("ordinal") or groups.get("day")) else None,
    )
    if text := groups.get("before"):
        return Calendar(year_of(text, era=True), cell)
    if (text := groups.get("after") or groups.get("since")) and int(text):
        return Calendar(int(text), cell)
    if text := groups.get("year") or groups.get("short"):
        return Calendar(year_of(text), cell)
    return Recurring(cell)


def plain(text: str) -> str:
    """A phrase as the dictionaries write one.

    >>> plain("New\\nYear’s")
    "new year's"
    """
    return " ".join(text.lower().replace("’", "'").replace("ʼ", "'").split())


def joined_on(match: re.Match[str]) -> bool:
    """Whether a hyphen joins a word to the end of a match."""
    return bool(re.match("-[A-Za-z]", match.string[match.end() :]))


def unit_of(word: str) -> str:
    word = word.lower()
    return UNITS.get(word) or UNITS[word.rstrip("s")]


def direction_of(match: re.Match[str], group: str = "direction") -> tuple[int, str, str]:
    return DIRECTIONS[plain(match[group])]


def part_of(match: re.Match[str]) -> str | None:
    word = match.groupdict().get("part")
    return PARTS_OF_DAY[word.lower()] if word else None
