"""Words to values, no date known: `scan_pattern` finds runs of time words, `read` says what a run means.

English has rules of its own (`en`). All other languages share theirs (`rules`) and differ in their words (`tables`,
`lexicon`). dateparser's words are slow to load: English does not need them and never loads them.
"""

from __future__ import annotations

import re
from itertools import pairwise

from timeline.calendar.values import Calendar, Reading, Recurring, Shift, Value
from timeline.languages.en import parsing
from timeline.languages.en.vocabulary import MONTH_NAMES
from timeline.text import any_of

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
    pieces = len({reading.rule for reading in found}) == len(found) > 1
    left_over = phrase[: found[0].start] + phrase[found[-1].end :]
    return (pieces and all(_JOINT.fullmatch(gap) for gap in gaps)) or bool(_FIGURE.search(left_over))


_CLOCK = re.compile(r"(?i)\b[0-9]{1,2}(?:[:.h][0-9]{2}|\s?[ap]\.?m\b)")


def _is_written(value: Value, run: str) -> bool:
    """Whether the year, the day and the hour that dateparser gives stand in the text: what it assumes is no reading."""
    if not isinstance(value, Calendar | Shift | Recurring):
        return True
    figures = {int(figure) for figure in re.findall("[0-9]+", run)}
    year = value.year if isinstance(value, Calendar) else None
    said = all(part is None or part in figures for part in (year, value.cell.day))
    return said and (value.cell.hour is None or _CLOCK.search(run) is not None)


def _beyond_rules(run: str) -> tuple[Reading, ...]:
    from timeline.languages import dateparser_probe

    value = dateparser_probe.ask(run, "en")
    if value is None or not _is_written(value, run):
        return ()
    timed = isinstance(value, Calendar | Shift | Recurring) and value.cell.hour is not None
    return (Reading(value=value, end=len(run), rule="read by dateparser", type="TIME" if timed else "DATE"),)
