"""Words to values, no date known: `scan_pattern` finds runs of time words, `read` says what a run means.

`written_days` finds the days that a line spells out, `read_day` reads the day that a value states.

English has rules of its own (`en`). All other languages share theirs (`rules`) and differ in their words (`tables`,
`lexicon`). dateparser's words are slow to load: English does not need them and never loads them.
"""

from __future__ import annotations

import re
from datetime import date, datetime
from email.utils import parsedate_to_datetime
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from timeline.calendar.values import Calendar, Cell, Reading, Recurring, Shift, Value
from timeline.languages.en import parsing
from timeline.languages.en.vocabulary import MONTH_NAMES, MONTHS, WEEKDAYS, ZONES
from timeline.text import any_of

if TYPE_CHECKING:
    from collections.abc import Iterator

# A month and a figure that no rule reads may still be a date to dateparser. Anything less is, in running text, no date.
_DATELIKE = re.compile(rf"(?is)^(?=.*[0-9]).*\b{any_of(MONTH_NAMES)}\b")
_WORDY, _FIGURE = re.compile(r"[A-Za-z]{3}"), re.compile("[0-9]")


def scan_pattern(language: str) -> str:
    """The regex that finds runs of time words in a language other than English."""
    from timeline.languages.scan import scan

    return scan(language)


def read(run: str, language: str = "en", *, whole: bool = False) -> tuple[Reading, ...]:
    """The mentions in a run of time words; a `whole` phrase that no rule reads to its end is also put to dateparser.

    Raises ValueError for a code that is that of no language.

    >>> [str(reading.value) for reading in read("vor drei Tagen", "de")]
    ['day-3']
    """
    if language != "en":
        _demand(language)
    if language == "en":
        found = parsing.read(run)
        unread = not found or (whole and _is_torn(run, found))
        return (unread and (_WORDY if whole else _DATELIKE).search(run) and _beyond_rules(run)) or found
    return _elsewhere(run, language)


def read_by_rules(run: str, language: str = "en") -> tuple[Reading, ...]:
    """The mentions that rules alone read in a piece of text: dateparser, slow to load, is not asked.

    >>> [str(reading.value) for reading in read_by_rules("sie trafen sich am 3. Mai", "de")]
    ['XXXX-05-03']
    """
    return parsing.read(run) if language == "en" else _elsewhere(run, language)


def mentions(run: str, language: str = "en") -> tuple[tuple[int, tuple[Reading, ...]], ...]:
    """Where the mentions in a run of time words begin, and their readings, counted from there.

    >>> [(at, [str(reading.value) for reading in found]) for at, found in mentions("on 3 May, a day later")]
    [(3, ['XXXX-05-03']), (10, ['day+1'])]
    """
    if language != "en":
        return ((0, _elsewhere(run, language)),)
    return parsing.mentions(run) or ((0, _beyond_rules(run) if _DATELIKE.search(run) else ()),)


def _demand(language: str) -> None:
    from timeline.languages.coverage import is_known
    from timeline.languages.lexicon import LANGUAGES

    if not is_known(language):
        own = ", ".join(sorted(("en", *LANGUAGES)))
        raise ValueError(f"no words of time for the language {language!r}; there are {own}, and those of dateparser")


def _elsewhere(run: str, language: str) -> tuple[Reading, ...]:
    from timeline.languages import rules

    return rules.read(run, language)


_JOINT = re.compile(r"[\s,]*(?:at|of|on|the)?[\s,]*")


def _is_torn(phrase: str, found: tuple[Reading, ...]) -> bool:
    """Whether rules read one date in pieces ("2014" and "October 7") or left a figure of it over."""
    gaps = [phrase[a.end : b.start] for a, b in pairwise(found)]
    # "ten years ago today" is no date in pieces: the first counts from the second.
    counted = any(reading.traits.distance for reading in found)
    pieces = len({reading.rule for reading in found}) == len(found) > 1 and not counted
    left_over = phrase[: found[0].start] + phrase[found[-1].end :]
    return (pieces and all(_JOINT.fullmatch(gap) for gap in gaps)) or bool(_FIGURE.search(left_over))


_CLOCK = re.compile(r"(?i)\b[0-9]{1,2}(?:[:.h][0-9]{2}|\s?[ap]\.?m\b)")


def _is_written(value: Value, run: str) -> bool:
    """Whether the year, the day and the hour that dateparser gives stand in the text: what it assumes is no reading."""
    if not isinstance(value, Calendar | Shift | Recurring):
        return True
    figures = {int(figure) for figure in re.findall("[0-9]+", run)}
    year = value.year if isinstance(value, Calendar) else None
    stated = all(part is None or part in figures for part in (year, value.cell.day))
    return stated and (value.cell.hour is None or _CLOCK.search(run) is not None)


def _beyond_rules(run: str) -> tuple[Reading, ...]:
    from timeline.languages import dateparser_probe

    value = dateparser_probe.ask(run, "en")
    if value is None or not _is_written(value, run):
        return ()
    timed = isinstance(value, Calendar | Shift | Recurring) and value.cell.hour is not None
    return (Reading(value=value, end=len(run), rule="read by dateparser", type="TIME" if timed else "DATE"),)


class WrittenDay(NamedTuple):
    """A day of the calendar as a text spells it: a `Calendar` with its year, a `Recurring` without one.

    `weekday` is the one that stands beside it, Monday is 1; null without one.
    `start` and `end` are code points into the text, `end` exclusive.
    """

    value: Calendar | Recurring
    start: int
    end: int
    weekday: int | None = None


# A month beside a figure, or three figures with one sign between them: only around these a line is read.
_FIGURES = r"[0-9]{1,4}(?P<sign>[-/.])[0-9]{1,2}(?P=sign)[0-9]{1,4}"
_IN_SIGNS = r"[0-9]{4} ?[年년] ?[0-9]{1,2} ?[月월] ?[0-9]{1,2} ?[日号號일]"
# So much before and behind it may belong to the day: its weekday, its year, the hour.
_BEFORE, _BEHIND = 40, 32
_HOUR = re.compile(
    r"(?i)(?:(?<![0-9.])|(?<=[0-9]T))"
    r"(?:[0-9]{1,2}[:.h][0-9]{2}(?!\.?[0-9])(?::[0-9]{2}(?:\.[0-9]+)?)?(?:\s?[ap]\.?m\b\.?)?"
    r"|[0-9]{1,2}\s?[ap]\.?m\b\.?)(?:Z\b)?"
    rf"|\b[0-2][0-9][0-5][0-9]\s?(?:{any_of(ZONES)}|hrs|h)\b|[0-9]{{1,2}} ?[时時点點시](?: ?[0-9]{{1,2}} ?[分분])?"
)
_TIME_SIGN = re.compile(r"(?<=[0-9])T(?=\0)")
_LETTERS = re.compile(r"[^\W\d_]+")
# Papers print the years from here on; before them a figure behind a day is a count as often.
_FIRST_YEAR, _LAST_YEAR = 1800, 2099
# A slip of the pen ("May 4, 2914") is a year all the same: whoever reads it can refuse it.
_SLIP = re.compile(r",\s(?P<year>2[1-9][0-9]{2}|[3-9][0-9]{3})(?=\s?(?:[.:)/(–—-]|$))")


def written_days(text: str, language: str = "en") -> list[WrittenDay]:
    """The days of the calendar that a line or two spell out, in the order of the text.

    Days with no more than a weekday or a holiday are left out, and so are the ends of a range and days in figures whose
    order is open. A page in another language may still be stamped in English.

    >>> [str(day.value) for day in written_days("Berlin, 21. Oktober 2015 | Updated: 22 Oct 2015", "de")]
    ['2015-10-21', '2015-10-22']
    >>> written_days("Wed, Oct 21")[0].weekday, written_days("03/04/2015")
    (3, [])
    """
    if not _FIGURE.search(text):
        return []
    found = list(_days_of(text, language))
    if language != "en":
        found += [
            day
            for day in _days_of(text, "en")
            if all(day.end <= other.start or other.end <= day.start for other in found)
        ]
    return sorted(found, key=lambda day: day.start)


@lru_cache(maxsize=16)
def _spelled_days(language: str) -> re.Pattern[str]:
    """What finds the stretches of a line that may spell a day."""
    if language == "en":
        months = rf"(?<![^\W\d_]){any_of(MONTHS)}(?![^\W\d_])"
    else:
        from timeline.languages.lexicon import lexicon_of

        words = lexicon_of(language)
        months = rf"(?<![^\W\d_]){any_of(words.months | words.short_months)}"
    beside = rf"[0-9][^0-9\n]{{0,8}}?{months}|{months}[^0-9\n]{{0,6}}[0-9]"
    return re.compile(f"{beside}|{_FIGURES}|{_IN_SIGNS}", re.IGNORECASE)


def names_of_weekdays(language: str) -> dict[str, int]:
    """The days of the week by their names and short names in a language, Monday is 1.

    >>> names_of_weekdays("en")["wed"], names_of_weekdays("de")["mittwoch"]
    (3, 3)
    """
    if language == "en":
        return WEEKDAYS
    from timeline.languages.lexicon import lexicon_of

    words = lexicon_of(language)
    return words.weekdays | words.short_weekdays


def _days_of(text: str, language: str) -> Iterator[WrittenDay]:
    spelled, weekdays = _spelled_days(language), names_of_weekdays(language)
    windows: list[tuple[int, int]] = []
    for match in spelled.finditer(text):
        start, end = _whole_words(text, match.start(), match.end())
        if windows and start <= windows[-1][1]:
            start = windows.pop()[0]
        windows.append((start, end))
    for start, end in windows:
        for reading in _readings(text[start:end], language):
            if day := _written(text, reading, start, language, weekdays):
                yield day


def _whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch of text around [start, end), cut between words."""
    first, last = max(0, start - _BEFORE), min(len(text), end + _BEHIND)
    if first:
        blank = text.find(" ", first, start)
        first = blank + 1 if blank >= 0 else start
    if last < len(text):
        blank = text.rfind(" ", end, last)
        last = blank if blank >= 0 else last
    return first, last


def _readings(run: str, language: str) -> list[Reading]:
    """The readings that are days; an hour beside a day is no part of it."""
    found = read_by_rules(run, language)
    timed = any(isinstance(r.value, Calendar | Recurring) and r.value.cell.hour is not None for r in found)
    if timed and _HOUR.search(run):
        run = _TIME_SIGN.sub("\0", _HOUR.sub(lambda hour: "\0" * len(hour[0]), run))
        found = read_by_rules(run, language)
    ranged = [reading.interval for reading in found] + [False]
    return [r for n, r in enumerate(found) if not ranged[n] and not ranged[n + 1]]


def _written(text: str, reading: Reading, offset: int, language: str, weekdays: dict[str, int]) -> WrittenDay | None:
    value = reading.value
    if not isinstance(value, Calendar | Recurring) or reading.mod or reading.direction in ("order", "century"):
        return None
    cell = value.cell
    if cell.month is None or cell.day is None or cell.hour is not None or cell.part or cell.weekday:
        return None
    start, end = offset + reading.start, offset + reading.end
    words = text[start:end]
    # A holiday is a day, too, but nobody dates an article by it.
    if not _FIGURE.search(words):
        return None
    year = value.year if isinstance(value, Calendar) else None
    if year is not None and words.isascii() and str(year) not in words:
        return None  # two figures of a year say nothing certain
    if year is not None and not _FIRST_YEAR <= year <= _LAST_YEAR and words.endswith(str(year)) and " " in words:
        end = start + len(words[: -len(str(year))].rstrip(", "))
        year = None
    if year is None and (slip := _SLIP.match(text, end)):
        year, end = int(slip["year"]), slip.end()
    named = re.compile(rf"(?i){any_of(weekdays)}\.?,?\s$").search(text, max(0, start - 16), start) if weekdays else None
    start = named.start() if named and not text[named.start() - 1 : named.start()].isalpha() else start
    stated = (weekdays.get(word.lower()) for word in _LETTERS.findall(text[start:end]))
    day = Cell(month=cell.month, day=cell.day)
    return WrittenDay(
        Recurring(day) if year is None else Calendar(year, day), start, end, next(filter(None, stated), None)
    )


_ISO = re.compile(r"\s*([0-9]{4})-?([0-9]{2})-?([0-9]{2})(?![0-9])")
_WAY_OUT = "write it as 2015-10-21, with year, month and day"


def read_day(value: object) -> date:
    """The day that a value states, as its author wrote it: no time zone moves it.

    ISO 8601, the dates of mails (RFC 2822) and a day in English words are read.
    Raises ValueError where there is no day.

    >>> read_day("2015-10-12T23:30:00-04:00"), read_day("Mon, 12 Oct 2015 09:49:00 GMT"), read_day("12 October 2015")
    (datetime.date(2015, 10, 12), datetime.date(2015, 10, 12), datetime.date(2015, 10, 12))
    """
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    text = str(value)
    iso = _ISO.match(text)
    if iso:
        try:
            return date(*map(int, iso.groups()))
        except ValueError:
            raise ValueError(f"{text!r} is no day of the calendar; {_WAY_OUT}") from None
    try:
        return parsedate_to_datetime(text).date()
    except (ValueError, TypeError, IndexError, OverflowError):
        pass
    for written in written_days(text)[:1]:
        value = written.value
        if isinstance(value, Calendar) and (day := on_calendar(value.year, value.cell)):
            return day
    raise ValueError(f"{text!r} is no day; {_WAY_OUT}")


def on_calendar(year: int, cell: Cell) -> date | None:
    """The day of a cell in a year, null where the calendar has none.

    >>> on_calendar(2015, Cell(month=2, day=28)), on_calendar(2015, Cell(month=2, day=29))
    (datetime.date(2015, 2, 28), None)
    """
    try:
        return date(year, cell.month or 1, cell.day or 1)
    except ValueError:
        return None
