"""The days on which an article may have been published, ranked, as its name and its own words state them.

A web stamp is a line that holds a day with a clock, a label or a byline, and little else. The name of a file, its
folders and an address may state a day, too.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from timeline.articles.publication.dateline import StatedDay, find_dateline, place_of, stated
from timeline.languages import WrittenDay, written_days
from timeline.languages.en.vocabulary import MONTHS, WEEKDAY_NAMES
from timeline.text import any_of, numbered_lines

if TYPE_CHECKING:
    from collections.abc import Sequence

HEAD_LINES = 40
TAIL_LENGTH = 2_000
STAMP_LENGTH = 160
MOST_NAMES = 9
# A line with so many words in small letters that no stamp needs is a sentence, and is not read.
MOST_SMALL = 8
DIGIT = re.compile("[0-9]")
CLOCK = re.compile(
    r"\b[0-2]?[0-9](?:[:.h][0-5][0-9](?::[0-5][0-9])?(?:\.[0-9]+)?|(?=\s?[ap]\.?m\b))(?:\s?[ap]\.?m\b\.?)?(?:Z\b)?"
    r"|\b[0-2][0-9][0-5][0-9](?=\s(?:GMT|UTC|EST|EDT|hrs|h)\b)|[+-][0-9]{2}:?[0-9]{2}\b|\b(?:GMT|UTC)[+-][0-9]{1,2}",
    re.IGNORECASE,
)

# What stands before a stamp; the labels of a change come second to those of the first publication.
PUBLISHED_LABELS = [label.strip() for label in """
    published, first published, date published, publication date, publish date, published time, article published,
    posted, date posted, date, dated, issued, date issued, release date, for immediate release, released, created,
    date created, created time, added, filed, press release, news release
    """.split(",")]  # fmt: skip
CHANGED_LABELS = [label.strip() for label in """
    updated, last updated, latest update, update, last update, last modified, modified, last changed, last edited,
    edited, edited time, date updated, reviewed, last reviewed
    """.split(",")]  # fmt: skip
_LABEL = any_of((*PUBLISHED_LABELS, *CHANGED_LABELS))
LABEL = re.compile(
    rf"\b(?P<label>{_LABEL})\b(?:\s(?:on|at|in))?(?:[\s:,.|/()–—-]|(?-i:\b[A-Z]{{1,5}}\b))*$", re.IGNORECASE
)
ANY_LABEL = re.compile(rf"\b{_LABEL}\b", re.IGNORECASE)
BYLINE = re.compile(r"(?:^|[|·•,;–—-]|\s\s)\s?(?:by|editor|author|writer|source)\b:?\s[^|·•\n]{1,40}", re.IGNORECASE)
# Small words that belong to stamps; every other word must be a name, for a sentence is no stamp.
FILLERS = frozenset(
    "a ago am and at by days edition editor from gmt h hours hrs ist local min mins minute minutes of on p.m pm a.m "
    "read reading source staff story the time to uhr utc writer years à às alle den el il las le om ore um в о".split()
)
NO_STAMP = frozenset("©")
# A day that a number goes on from, or that stands among the numbers of an account, a file or a telephone, is none.
NUMBERED = re.compile(
    r"(?<!\d)\d{1,2}\.\d{1,2}\.\d{4}[-/]\d"
    r"|\b(?:Konto|IBAN|Kto|Tel|Telefon|Phone|Fax|Az|Aktenzeichen|Account|Ref|Invoice)\b\.?:?\s*\d",
    re.IGNORECASE,
)
# "Printed 3 May" is the day of the copy; "Received" and "Accepted" are those of a manuscript.
ASIDE_LABEL = re.compile(
    r"\b(?:printed|downloaded|accessed|retrieved|received|accepted|revised|gedruckt|abgerufen|ausgedruckt|imprimé|"
    r"stampato|impreso)\b(?:\s(?:on|at|am|le|el|il))?[\s:,]*$",
    re.IGNORECASE,
)
SMALL_WORD = re.compile(r"(?<![^\W\d_])[a-zà-ÿ][\w.'’-]+")


def find_stamps(text: str, language: str = "en") -> list[StatedDay]:
    """The stamps of a text: in its head any line that is one, in its tail those with a label."""
    head = numbered_lines(text, HEAD_LINES)
    after = head[-1][0] + len(head[-1][1]) if head else 0
    cut = max(after, len(text) - TAIL_LENGTH)
    found = [
        stated_day._replace(end_char=start + stated_day.end_char)
        for start, line in head
        for stated_day in stamps_of_line(line, language)
    ]
    return found + [
        stated_day._replace(end_char=cut + start + stated_day.end_char)
        for start, line in numbered_lines(text[cut:])
        for stated_day in stamps_of_line(line, language)
        if stated_day.label
    ]


def stamps_of_line(line: str, language: str = "en") -> list[StatedDay]:
    """The days of a line that is a stamp, each with its label; a day without a year needs a label or a clock beside it.

    >>> [(day.label, day.day) for day in stamps_of_line("Published: 12 Oct 2015 | Updated: 13 Oct 2015, 9:49 am")]
    [('published', 12), ('updated', 13)]
    >>> stamps_of_line("The treaty was signed on October 12, 2015")
    []
    """
    if len(line) > STAMP_LENGTH or not DIGIT.search(line) or any(sign in line for sign in NO_STAMP):
        return []
    if NUMBERED.search(line):
        return []
    small = SMALL_WORD.findall(ANY_LABEL.sub(" ", line))
    if sum(word not in FILLERS for word in small) > MOST_SMALL:
        return []
    days = written_days(line, language)
    rest = _without(line, days)
    if not days or not _all_names(rest):
        return []
    clocked = CLOCK.search(rest) is not None
    found, position = [], 0
    for written in days:
        label = LABEL.search(CLOCK.sub(" ", line[position : written.start]).rstrip())
        aside = ASIDE_LABEL.search(line[position : written.start])
        stated_day = None if aside else stated(line, written)
        position = written.end
        if stated_day and (stated_day.year or label or clocked):
            name = re.sub(r"\s+", " ", label["label"]).lower() if label else ""
            found.append(stated_day._replace(label=name, end_char=written.end))
    return found


def is_stamp(line: str) -> bool:
    """Whether a line is a stamp that states a year or bears a label.

    >>> is_stamp("October 12, 2015, 9:49 am"), is_stamp("The treaty was signed on October 12, 2015")
    (True, False)
    """
    return any(stated_day.year or stated_day.label for stated_day in stamps_of_line(line))


def _without(line: str, days: Sequence[WrittenDay]) -> str:
    """A line with blanks in place of its days."""
    for day in days:
        line = line[: day.start] + " " * (day.end - day.start) + line[day.end :]
    return line


def _all_names(rest: str) -> bool:
    words = re.findall(r"[^\W\d_][\w.'’-]*", ANY_LABEL.sub(" ", CLOCK.sub(" ", BYLINE.sub(" ", rest))))
    names = [word for word in words if word.lower().rstrip(".") not in FILLERS]
    return len(names) <= MOST_NAMES and all(word[0].isupper() for word in names)


_YEAR, _MONTH_NAME = "(?:19|20)[0-9]{2}", any_of(MONTHS)
NAMED_DAY = re.compile(
    rf"""
      # 2015-10-21, 20151021
      (?<![0-9])(?P<y>{_YEAR})(?P<j>[-_./ ]?)(?P<m>0[1-9]|1[0-2])(?P=j)(?P<d>0[1-9]|[12][0-9]|3[01])(?![0-9])
      # 21.10.2015
    | (?<![0-9])(?P<d2>0?[1-9]|[12][0-9]|3[01])(?P<j2>[-_.])(?P<m2>0?[1-9]|1[0-2])(?P=j2)(?P<y2>{_YEAR})(?![0-9])
    | (?<![0-9])(?P<d3>[0-3]?[0-9])[-_. ]?(?P<m3>{_MONTH_NAME})[-_. ]?(?P<y3>{_YEAR})(?![0-9])  # 21-oct-2015
    | (?<![a-z])(?P<m4>{_MONTH_NAME})[-_. ]?(?P<d4>[0-3]?[0-9])[-_. ,]{{1,2}}(?P<y4>{_YEAR})(?![0-9])  # Oct 21, 2015
    """,
    re.IGNORECASE | re.VERBOSE,
)
NAMED_YEAR = re.compile(r"(?:^|(?<=[-_/. ]))((?:19|20)[0-9]{2})(?=$|[-_/. ])")
# Sites that put the day into their addresses do so once, when a page is made.
ADDRESS_DAY = re.compile(rf"/(?P<y>{_YEAR})/(?P<m>0?[1-9]|1[0-2])/(?P<d>0?[1-9]|[12][0-9]|3[01])(?=/)")
HEX_RUN = re.compile(r"(?=[0-9a-f]*[a-f])(?=[0-9a-f]*[0-9])[0-9a-f]{12,}", re.IGNORECASE)


def day_in_name(name: str) -> date | None:
    """The day that a file's name or folders state.

    >>> day_in_name("2015-10-21-envoy.txt"), day_in_name("2015/10/21/envoy.html"), day_in_name("envoy-3.txt")
    (datetime.date(2015, 10, 21), datetime.date(2015, 10, 21), None)
    """
    for match in NAMED_DAY.finditer(HEX_RUN.sub("#", name)):
        part = match.groupdict()
        year, month, day = next(
            (part[y], part[m], part[d])
            for y, m, d in (("y", "m", "d"), ("y2", "m2", "d2"), ("y3", "m3", "d3"), ("y4", "m4", "d4"))
            if part[y]
        )
        number = int(month) if month.isdigit() else MONTHS[month.lower()]
        try:
            return date(int(year), number, int(day))
        except ValueError:
            continue
    return None


def day_in_address(path: str) -> date | None:
    """The day that the folders of an address state.

    >>> day_in_address("/home/2017/7/12/on-the-quay"), day_in_address("/2017/07/quay")
    (datetime.date(2017, 7, 12), None)
    """
    match = ADDRESS_DAY.search(path)
    try:
        return date(int(match["y"]), int(match["m"]), int(match["d"])) if match else None
    except ValueError:
        return None


def year_in_name(name: str) -> int | None:
    """The year alone that a file's name or folders state, where no day stands.

    >>> year_in_name("syria-2015.txt"), year_in_name("003_46d52015eb8d21e9.txt")
    (2015, None)
    """
    years = {int(year) for year in NAMED_YEAR.findall(HEX_RUN.sub("#", name.rsplit(".", 1)[0]))}
    return years.pop() if len(years) == 1 else None


class Candidate(NamedTuple):
    """A day on which the article may have been published; the lowest rank wins, `weak` ones never raise a conflict.

    `inferred` says that its year is not stated, `likelihood` (0 to 1) how likely that year is, where years are weighed.
    """

    day: date
    basis: str
    rank: int
    weak: bool = False
    inferred: bool = False
    likelihood: float | None = None


# From the surest to the weakest; the reader of a format ranks its own metadata by these names.
RANKS = {
    name: rank
    for rank, name in enumerate(
        ("correction", "given", "column", "local day", "address", "metadata", "header", "file name", "stamp",
         "page stamp", "bare stamp", "dateline", "inferred", "changed", "weak metadata", "searched", "file date")
    )
}  # fmt: skip


# What programs write where no day was given.
ZEROS = frozenset((date(1970, 1, 1), date(1900, 1, 1), date(1601, 1, 1), date(1899, 12, 30), date(1904, 1, 1)))
EARLIEST, LATEST = date(1600, 1, 1), date(2100, 1, 1)
# These state other days than the publication's often enough that their disagreement is no news.
WEAK = frozenset(("changed", "weak metadata", "searched", "file date"))


class Found(NamedTuple):
    """What an article says about its day: full days, the day that lacks a year, the dateline's town, wrong weekdays."""

    days: list[Candidate]
    yearless: StatedDay | None
    dateline: StatedDay | None
    place: str | None
    slips: list[str]


def find_candidates(text: str, name: str = "", language: str = "en") -> Found:
    """The days that a text and its name state in full, the day that lacks a year, and the place of the dateline.

    >>> found = find_candidates("PARIS, Oct 3 (Agency) - The minister spoke.", "2015-10-04.txt")
    >>> found.days[0].day, found.yearless.words, found.place
    (datetime.date(2015, 10, 4), 'Oct 3', 'Paris')
    """
    found = []
    named = day_in_name(name)
    if named:
        found.append(Candidate(named, f"file name “{name}”", RANKS["file name"]))
    yearless = None
    stamps = _without_headings(find_stamps(text, language))
    for stamp in stamps:
        changed = stamp.label in CHANGED_LABELS
        if stamp.year:
            day = stamp.on(stamp.year)
            if day:
                label = f"{stamp.label} " if stamp.label else ""
                kind = "changed" if changed else "stamp" if stamp.label or _clocked(text, stamp) else "bare stamp"
                found.append(Candidate(day, f"web stamp “{label}{stamp.words}”", RANKS[kind], changed))
        elif not changed and yearless is None:
            yearless = stamp
    dateline = find_dateline(text, language)
    if dateline and dateline.year:
        day = dateline.on(dateline.year)
        if day:
            found.append(Candidate(day, f"dateline “{dateline.words}”", RANKS["dateline"]))
    elif dateline:
        yearless = dateline
    slips = [slip for stated_day in (*stamps, dateline) if stated_day and (slip := _slip(stated_day))]
    return Found(found, yearless, dateline, place_of(text, dateline), slips)


def _clocked(text: str, stamp: StatedDay) -> bool:
    """Whether a clock stands in the line of a stamp, as it does where a program wrote it."""
    end = text.find("\n", stamp.end_char)
    line = text[text.rfind("\n", 0, stamp.end_char) + 1 : end if end >= 0 else len(text)]
    return CLOCK.search(line.replace(stamp.words, " ")) is not None


def _slip(stated_day: StatedDay) -> str | None:
    day = stated_day.on(stated_day.year) if stated_day.year else None
    if day is None or stated_day.weekday is None or day.isoweekday() == stated_day.weekday:
        return None
    return f"“{stated_day.words}”: {day} was a {WEEKDAY_NAMES[day.weekday()].title()}"


def _without_headings(stamps: list[StatedDay]) -> list[StatedDay]:
    """Three bare days or more are the headings of a chronology: none of them is a stamp."""
    bare = {stamp[:3] for stamp in stamps if not stamp.label}
    return [stamp for stamp in stamps if stamp.label] if len(bare) > 2 else stamps


def refusal(candidate: Candidate, today: date | None, modified: date | None) -> str | None:
    """Why a candidate cannot be the day: it is odd, or later than the file itself; null where it can."""
    # What a person gives wins, over doubts as well.
    if candidate.rank > RANKS["given"] and (odd := oddity(candidate.day, today)):
        return odd
    if candidate.rank > RANKS["column"] and modified and candidate.day > modified + timedelta(days=1):
        return f"later than the file itself, last changed {modified}"
    return None


def oddity(day: date, today: date | None) -> str | None:
    """What is odd about a day on which an article should have been published.

    >>> oddity(date(1066, 10, 14), None), oddity(date(2015, 10, 14), date(2016, 1, 1))
    ('earlier than any newspaper', None)
    """
    if day in ZEROS:
        return "the zero of a clock or a program"
    if day < EARLIEST:
        return "earlier than any newspaper"
    if day > (today or LATEST):
        return f"later than today ({today})" if today else "a year that has not come yet"
    return None
