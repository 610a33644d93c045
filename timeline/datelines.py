"""Where an article says its own day: the dateline, the web stamp, the name of the file.

>>> said = find_dateline("SOCHI, October 22. The envoy arrived in the town.")
>>> said.place, said.month, said.day, said.year
('Sochi', 10, 22, None)
"""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from timeline.vocabulary import MONTHS, WEEKDAYS

HEAD_LINES = 40
TAIL_LINES = 15
STAMP_LENGTH = 160
DATELINE_LENGTH = 300


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


def _either(words: dict[str, int]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


MONTH = rf"(?:{_either(MONTHS)})\b\.?"
WEEKDAY = rf"(?:{_either(WEEKDAYS)})\b\.?"
DAY = r"[0-3]?[0-9](?:st|nd|rd|th)?(?![0-9:])"
YEAR = r"(?:1[89]|20)[0-9]{2}(?![0-9])"
WRITTEN = (
    rf"(?P<m1>{MONTH})[ -]?(?P<d1>{DAY})(?:,? ?-?(?P<y1>{YEAR}))?"
    rf"|(?P<d2>{DAY})(?: of)?[ .-]{{0,2}}(?P<m2>{MONTH})(?:,? ?-?(?P<y2>{YEAR}))?"
    rf"|(?P<y3>{YEAR})(?P<joint>[-/.])(?P<m3>[01]?[0-9])(?P=joint)(?P<d3>[0-3]?[0-9])(?![0-9])"
    rf"|(?P<d4>[0-3]?[0-9])\.(?P<m4>[01]?[0-9])\.(?P<y4>{YEAR})"
    rf"|(?P<a5>[0-3]?[0-9])/(?P<b5>[0-3]?[0-9])/(?P<y5>{YEAR})"
)
DATED = rf"(?:(?P<weekday>{WEEKDAY}),? )?(?<![0-9])(?:{WRITTEN})"
# White space is counted out: a line of blanks must not be tried in every division.
ANY_DAY = re.compile(DATED, re.IGNORECASE)
CLOCK = r"(?:T|[0-2]?[0-9]\s?(?=[ap]\.?m)|[0-2]?[0-9][:.h][0-5][0-9](?::[0-5][0-9])?(?:[.,][0-9]+)?)"
# After a clock: am, zones, offsets. Two to five capitals cover every zone's abbreviation.
ZONE = r"(?:\s?(?:[ap]\.m\.|[ap]m\b|[A-Z]{1,5}\b|[+-][0-9]{2}:?[0-9]{2}|\([A-Z]{2,5}\)|hrs|hours))*"
MOMENT = rf"{CLOCK}(?:(?<=T){CLOCK})?{ZONE}"

# What stands before a stamp; the ones that tell of a change come second to those that tell of the first publication.
PUBLISHED_LABELS = [label.strip() for label in """
    published on, published at, published, first published, date published, publication date, publish date, posted on,
    posted at, posted, date posted, date, dated, issued on, issued, release date, released, created, created on, added,
    filed, press release, news release
    """.split(",")]  # fmt: skip
CHANGED_LABELS = [label.strip() for label in """
    updated on, updated at, updated, last updated, last updated on, last modified, modified, last changed, last edited,
    edited, date updated, reviewed, last reviewed
    """.split(",")]  # fmt: skip
_LABEL = "|".join(sorted((*PUBLISHED_LABELS, *CHANGED_LABELS), key=len, reverse=True))
# Behind a dash only the reading time may follow: "30 Sept - The envoys met" is an entry of a chronology.
_AFTER_STAMP = (
    r"(?:\s?\s?[|·•]\s?\s?[^|·•\n]{1,60}|\s?\s?[,–—-]?\s?\s?[0-9]+ min(?:ute)?s?(?: read)?|\s\s?by\s\s?[^\n.]{1,60}|"
    r"\s?\s?\([^)\n]{1,40}\))*"
)
_BEFORE_STAMP = (
    r"(?:(?:[A-Z0-9][^\s,|]*\s?){1,6},\s\s?|by\s\s?[^|·•\n]{2,60}?\s?\s?[|·•,–—-]?\s\s?(?:on\s\s?)?|"
    r"[^|·•\n]{2,40}\s?\s?[|·•]\s?\s?)"
)
STAMP = re.compile(
    rf"^[*_\s]*(?:{_BEFORE_STAMP})?(?:(?P<label>{_LABEL})\b\s?\s?[:,-]?\s?\s?(?:on\s\s?|at\s\s?)?)?"
    rf"(?:{MOMENT},?\s?\s?(?:on |-\s?\s?)?)?{DATED}(?:,?\s?\s?(?:at |- |\| )?\s?\s?{MOMENT})?{_AFTER_STAMP}[.*_\s]*$",
    re.IGNORECASE,
)
# Inside a line of furniture the label must stand right before the date.
LABELLED = re.compile(
    rf"(?:^|[|·•.;©—–-]\s?\s?)(?P<label>{_LABEL})\b\s?\s?[:,-]?\s?\s?(?:on\s\s?|at\s\s?)?(?:{MOMENT},?\s?\s?)?{DATED}",
    re.IGNORECASE,
)

_AGENCY = r"(?:\([^()\n]{2,40}\)|/[^/\n]{2,40}/|\[[^\]\n]{2,40}\])"
_WORD = r"[^\W\d_][\w.'’-]*"
_PLACE = rf"{_WORD}(?: {_WORD}){{0,4}}(?:, {_WORD}(?: {_WORD}){{0,3}}){{0,2}}?"
DATELINE = re.compile(
    rf"^(?:{_AGENCY}\s?\s?[-–—:,.]?\s?\s?|/)?(?P<place>{_PLACE})\s?\s?(?:,?\s?\s?{_AGENCY})?\s?\s?[,.:–—/-]?\s?\s?"
    rf"{DATED}(?P<after>\s?\s?{_AGENCY}|\s?\s?[.,:;]\s?\s?{_AGENCY}|)"
    r"(?P<stop>\s?\s?[.,:;/]?\s?\s?[-–—_]{0,2})(?P<rest>[^\n]*)",
    re.IGNORECASE,
)
DAY_FIRST = re.compile(rf"^{DATED}\s?\s?{_AGENCY}\s?\s?[.:]?\s?\s?[-–—_]{{1,2}}", re.IGNORECASE)
PLACE_ONLY = re.compile(rf"^(?P<place>{_PLACE})\s?\s?(?P<agency>{_AGENCY})?\s?\s?(?P<stop>[-–—_]{{1,2}})\s\s?\S")
# No town begins with these: "On Monday, October 21, ..." and "Published in Moscow, ..." are not datelines.
NOT_PLACES = frozenset(
    "about after all also an and as at before between but by during for from he if in into it its last next of on or "
    "our over photo she since so that the then there these they this those till to today tomorrow until updated was we "
    "were what when where which while who will with yesterday published posted issued date dated file image picture "
    "caption copyright".split()
)
# Small words that names of towns are built with.
INSIDE_PLACES = frozenset(
    "al and am an as de del der di do dos du el en es la las le les lo los of on san the upon y".split()
)


def find_dateline(text: str) -> Said | None:
    """The first dateline that states a day, looked for at the beginning of the lines of the article's head."""
    for start, line in _lines(text)[:HEAD_LINES]:
        match = DATELINE.match(line[:DATELINE_LENGTH])
        if match and (place := _place(match)):
            said = _said(match)
            if said:
                return said._replace(place=place, end_char=start + match.start("rest"))
        match = DAY_FIRST.match(line[:DATELINE_LENGTH])
        if match and (said := _said(match)):
            return said._replace(end_char=start + match.end())
    return None


def find_place(text: str) -> str | None:
    """The town of a dateline that states no day: "LONDON (Agency) - ..." or "LONDON - ..."."""
    for _, line in _lines(text)[:HEAD_LINES]:
        match = PLACE_ONLY.match(line[:DATELINE_LENGTH])
        if match:
            name = match["place"]
            if (name.upper() == name or match["agency"]) and _is_place(name):
                return _named(name)
    return None


def find_stamps(text: str) -> list[Said]:
    """The web stamps: lines that hold a date and little else in the head, and labelled ones in the tail as well."""
    lines = _lines(text)
    head, tail = lines[:HEAD_LINES], lines[HEAD_LINES:][-TAIL_LINES:]
    found = []
    for place, (start, line) in enumerate(head + tail):
        if len(line) > STAMP_LENGTH or not any(character.isdigit() for character in line):
            continue
        match = STAMP.match(line)
        if match is None or (not match["label"] and place >= len(head)):
            match = LABELLED.search(line)
        said = match and _said(match)
        if match and said and (said.year or match["label"]):
            found.append(said._replace(label=(match["label"] or "").lower(), end_char=start + match.end()))
    return found


def find_day(text: str) -> Said | None:
    """The first day that a short text states, in words or in numbers that can be told apart.

    >>> find_day("Wed, 21 Oct 2015").weekday, find_day("03/04/2015")
    (3, None)
    """
    match = ANY_DAY.search(text)
    return _said(match) if match else None


NAMED_DAY = re.compile(
    r"(?<![0-9])(?P<y>(?:19|20)[0-9]{2})(?P<j>[-_./ ]?)(?P<m>0[1-9]|1[0-2])(?P=j)(?P<d>0[1-9]|[12][0-9]|3[01])(?![0-9])"
    r"|(?<![0-9])(?P<d2>0?[1-9]|[12][0-9]|3[01])(?P<j2>[-_.])(?P<m2>0?[1-9]|1[0-2])(?P=j2)"
    r"(?P<y2>(?:19|20)[0-9]{2})(?![0-9])"
    rf"|(?<![0-9])(?P<d3>[0-3]?[0-9])[-_. ]?(?P<m3>{_either(MONTHS)})[-_. ]?(?P<y3>(?:19|20)[0-9]{{2}})(?![0-9])"
    rf"|(?<![a-z])(?P<m4>{_either(MONTHS)})[-_. ]?(?P<d4>[0-3]?[0-9])[-_. ,]{{1,2}}"
    r"(?P<y4>(?:19|20)[0-9]{2})(?![0-9])",
    re.IGNORECASE,
)
NAMED_YEAR = re.compile(r"(?:^|(?<=[-_/. ]))((?:19|20)[0-9]{2})(?=$|[-_/. ])")
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


def year_in_name(name: str) -> int | None:
    """The year alone that a file's name or folders state, where no day stands.

    >>> year_in_name("syria-2015.txt"), year_in_name("003_46d52015eb8d21e9.txt")
    (2015, None)
    """
    years = {int(year) for year in NAMED_YEAR.findall(HEX_RUN.sub("#", name.rsplit(".", 1)[0]))}
    return years.pop() if len(years) == 1 else None


def _lines(text: str) -> list[tuple[int, str]]:
    found, position = [], 0
    for line in text.split("\n"):
        stripped = line.strip()
        if stripped:
            found.append((position + line.index(stripped[0]), stripped))
        position += len(line) + 1
    return found


def _said(match: re.Match[str]) -> Said | None:
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
        month, day, year = month_number(part["m1"]), _number(part["d1"]), part["y1"]
    elif part["m2"]:
        month, day, year = month_number(part["m2"]), _number(part["d2"]), part["y2"]
    elif part["y3"]:
        month, day, year = int(part["m3"]), int(part["d3"]), part["y3"]
    else:
        month, day, year = int(part["m4"]), int(part["d4"]), part["y4"]
    said = Said(month, day, int(year) if year else None, words, weekday)
    return said if 1 <= month <= 12 and said.on(int(year) if year else 2000) else None


def _words(match: re.Match[str], part: dict[str, str | None]) -> str:
    named = [
        name
        for name in (
            "weekday",
            "m1",
            "d1",
            "y1",
            "m2",
            "d2",
            "y2",
            "y3",
            "m3",
            "d3",
            "d4",
            "m4",
            "y4",
            "a5",
            "b5",
            "y5",
        )
        if part[name]
    ]
    start, end = min(match.start(name) for name in named), max(match.end(name) for name in named)
    return match.string[start:end].rstrip(".,")


def month_number(word: str) -> int:
    """The number of a month's name or abbreviation, with its dot or without."""
    return MONTHS[word.lower().rstrip(".")]


def _number(word: str) -> int:
    return int(word.rstrip("stndrhSTNDRH"))


def _place(match: re.Match[str]) -> str | None:
    """Capitals alone make a dateline; a town in small letters needs an agency or a stop with text behind it."""
    name = match["place"]
    if not _is_place(name):
        return None
    shouted = (town := name.split(",")[0]).upper() == town
    closed = match["after"].strip() or (match["stop"].strip() and len(match["rest"].strip()) > 20)
    if not shouted and not closed:
        return None
    return _named(name)


def _is_place(name: str) -> bool:
    words = re.split(r"[\s,]+", name)
    plain = [word.lower().rstrip(".") for word in words]
    if plain[0] in NOT_PLACES and name.upper() != name:
        return False
    if any(word in MONTHS or word in WEEKDAYS for word in plain) or plain[0] in ("published", "posted", "updated"):
        return False
    return all(word[0].isupper() or small in INSIDE_PLACES for word, small in zip(words, plain, strict=True) if word)


def _named(name: str) -> str:
    """Capitals back to a name, the first part only: "ST. PETERSBURG, RUSSIA" is told as "St. Petersburg"."""
    town = name.split(",", maxsplit=1)[0].strip().removesuffix(".")
    if town.upper() != town:
        return town
    return " ".join(_small(word) for word in town.split(" "))


def _small(word: str) -> str:
    if word.lower() in INSIDE_PLACES:
        return word.lower()
    return "-".join(part.capitalize() for part in word.split("-"))
