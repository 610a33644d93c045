"""Dates that signs mark off in scripts without blanks between words: 2015年5月3日, 2015년 5월 3일, 3 พฤษภาคม 2558.

Nothing here cuts such a script into words: a word for "today" may be a part of another word, and is not read. What a
figure and its sign say is plain.
"""

from __future__ import annotations

import re
from functools import lru_cache

from timeline.calendar.values import Calendar, Cell, Reading, Recurring
from timeline.languages.cldr import locale_of
from timeline.text import any_of

# The signs of year, month and day; what follows one of them may make it a count or a name.
_SIGNS = {
    "zh": ("年", "月", "[日号號]"),
    "ja": ("年", "月", "日"),
    "yue": ("年", "月", "[日号號]"),
    "ko": ("년", "월", "일"),
}
_NOT_AFTER = r"[间間度级級生底代制版份前后後]"
# The hour stands against its day: "2023年11月17日08:12", "2023-11-17T08:12:00Z".
_CLOCK_SCAN = r"(?:(?:T| ?)[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?:Z|[+-][0-9]{2}:?[0-9]{2})?)?"
_CLOCK = re.compile(
    r"(?:T| ?)(?P<h>2[0-4]|[01]?[0-9]):(?P<min>[0-5][0-9])(?::(?P<s>[0-5][0-9]))?"
    r"(?P<zone>Z|[+-][0-9]{2}:?[0-9]{2})?(?![0-9:])"
)
_BUDDHIST = 543
_EARLIEST_BUDDHIST = 2400
LANGUAGES = (*_SIGNS, "th")
_MONTHS_WITH_FIGURES = "th"


@lru_cache(maxsize=8)
def _months(language: str) -> dict[str, int]:
    locale = locale_of(language)
    return {name: n for name, n in locale.months.items() if len(name) > 4} if locale else {}


@lru_cache(maxsize=8)
def _patterns(language: str) -> list[str]:
    turned = r"(?P<d>[0-3]?[0-9])(?P<cut>[-/.])(?P<m>[01]?[0-9])(?P=cut)(?P<y>[12][0-9]{3})"
    iso = r"(?P<y>[12][0-9]{3})(?P<cut>[-/.]|\. )(?P<m>[01]?[0-9])(?P=cut)(?P<d>[0-3]?[0-9])"
    if language == _MONTHS_WITH_FIGURES:
        names = any_of(_months(language))
        year = r"(?: ?(?:พ\.ศ\.|ค\.ศ\.)?\s?(?P<y>[12][0-9]{3}))"
        return [f"(?P<d>[0-3]?[0-9]) ?(?P<name>{names}){year}?", f"(?P<name>{names}){year}", iso, turned]
    year, month, day = _SIGNS[language]
    return [
        f"(?P<y>[12][0-9]{{3}}) ?{year} ?(?P<m>[01]?[0-9]) ?{month} ?(?P<d>[0-3]?[0-9]) ?{day}",
        f"(?P<y>[12][0-9]{{3}}) ?{year} ?(?P<m>[01]?[0-9]) ?{month}(?!{_NOT_AFTER})",
        f"(?P<m>[01]?[0-9]) ?{month} ?(?P<d>[0-3]?[0-9]) ?{day}",
        f"(?P<y>[12][0-9]{{3}}) ?{year}(?!{_NOT_AFTER})",
        iso,
        turned,
    ]


def scan(language: str) -> str:
    """The regex (Rust's) of what may be a date in signs.

    >>> "年" in scan("zh")
    True
    """
    figures = rf"\p{{Nd}}{{4}}(?:[-/.]|\. )\p{{Nd}}{{1,2}}(?:[-/.]|\. )\p{{Nd}}{{1,2}}{_CLOCK_SCAN}"
    figures += rf"|\p{{Nd}}{{1,2}}[-/.]\p{{Nd}}{{1,2}}[-/.]\p{{Nd}}{{4}}{_CLOCK_SCAN}"
    if language == _MONTHS_WITH_FIGURES:
        names = any_of(_months(language))
        return rf"(?:\p{{Nd}}{{1,2}} ?)?{names}(?: ?(?:พ\.ศ\.|ค\.ศ\.)?[ \n]?\p{{Nd}}{{4}})?|{figures}"
    year, month, day = _SIGNS[language]
    month, day = rf"\p{{Nd}}{{1,2}} ?{month}", rf"\p{{Nd}}{{1,2}} ?{day}"
    return rf"\p{{Nd}}{{4}} ?{year}(?: ?{month}(?: ?{day}{_CLOCK_SCAN})?)?.?|{month} ?{day}{_CLOCK_SCAN}|{figures}"


def read(run: str, language: str) -> tuple[Reading, ...]:
    """The date in a run of figures (ASCII) and signs; none where it is no day of the calendar.

    >>> [str(r.value) for text in ("2015年5月3日", "5月3日", "2015年度") for r in read(text, "zh")]
    ['2015-05-03', 'XXXX-05-03']
    >>> [str(r.value) for r in read("3 พฤษภาคม 2558", "th")]
    ['2015-05-03']
    """
    for pattern in _patterns(language):
        match = re.search(rf"(?<![0-9])(?:{pattern})(?:(?<![0-9])|(?![0-9]))", run)
        if match is None:
            continue
        groups = match.groupdict()
        name = groups.get("name")
        month = _months(language)[name] if name else int(groups.get("m") or 0)
        day, year = int(groups.get("d") or 0), int(groups.get("y") or 0)
        if year >= _EARLIEST_BUDDHIST and language == _MONTHS_WITH_FIGURES:
            year -= _BUDDHIST
        clock = _CLOCK.match(run, match.end()) if day else None
        cell = Cell(month=month or None, day=day or None)
        if clock:
            zone = "UTC" if clock["zone"] == "Z" else clock["zone"]
            cell = cell._replace(hour=int(clock["h"]), minute=int(clock["min"]), zone=zone)
            cell = cell._replace(second=int(clock["s"]) if clock["s"] else None)
        value = Calendar(year, cell) if year else Recurring(cell)
        if month > 12 or day > 31 or (not month and not year):
            return ()
        end = clock.end() if clock else match.end()
        kind = "TIME" if clock else "DATE"
        return (Reading(value=value, start=match.start(), end=end, rule="date in signs", type=kind),)
    return ()
