"""What a text says about the year it was written in: dates told as past or still to come, weekdays told with a day."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from timeline.publication.spellings import DAY, MONTH, WEEKDAY, YEAR, Said, day_number, month_number
from timeline.vocabulary import WEEKDAY_NAMES, WEEKDAYS

LEAD_LENGTH = 700


class Told(NamedTuple):
    """A date with a year that the text tells; `grain` is day, month or year, and `day` the first of it."""

    day: date
    words: str
    grain: str = "day"


class Clues(NamedTuple):
    """What the text says about its year: the last told date and year, the first day still to come, the weekdays.

    `background` is the last date told with "since": the text is later, and nothing tells how much.
    """

    past: Told | None
    past_year: Told | None
    ahead: Told | None
    pairs: tuple[Said, ...]
    lead_weekday: int | None
    background: Told | None = None


AHEAD = re.compile(
    r"\b(?:will|shall|would|(?:is|are|was|were) to|to be held|to take place|scheduled|due|planned|plans?|planning|"
    r"expect(?:s|ed)?|next|upcoming|set to|deadlines?|expir(?:es?|ing)|ahead of|hopes?|intends?|aims?|going to|"
    r"targets?|forecasts?|projected|coming)\b",
    re.IGNORECASE,
)
SINCE = re.compile(r"\bsince(?:[\s–-]+[\w'’]+){0,8}[\s–-]*$", re.IGNORECASE)
NO_SIDE = re.compile(r"\b(?:by|until|till|before|through|to|©|\(c\)|copyright)\W*$", re.IGNORECASE)
COPYRIGHT = re.compile(r"©|\(c\)|\bcopyright\b|all rights reserved", re.IGNORECASE)
YEARS = re.compile(
    r"(?<![0-9A-Za-z$£€#/.,:-])(?:19|20)[0-9]{2}(?![0-9A-Za-z%]|[-–][A-Za-z]|[.,:][0-9])(?:-[01][0-9]-[0-3][0-9])?"
)
BEFORE_YEAR = re.compile(
    rf"(?:(?P<m1>{MONTH}) (?P<d1>{DAY}),? ?|(?P<d2>{DAY})(?: of)? (?P<m2>{MONTH}),? ?|(?P<m3>{MONTH}),? (?:of )?)$",
    re.IGNORECASE,
)
BARE_YEAR = re.compile(r"\b(?:in|since|during|of|from|early|late|mid|for|after)\s+$|\($", re.IGNORECASE)
_DAY_MONTH = rf"(?:(?P<m1>{MONTH})\s(?P<d1>{DAY})|(?P<d2>{DAY})(?: of)?\s(?P<m2>{MONTH}))"
PAIR = re.compile(rf"(?P<weekday>{WEEKDAY}),?\s(?:the )?{_DAY_MONTH}(?!,? ?{YEAR})", re.IGNORECASE)
PAIR_BACK = re.compile(rf"{_DAY_MONTH}(?:\s?\(|, a |, )(?P<weekday>{WEEKDAY})$", re.IGNORECASE)
ANY_WEEKDAY = re.compile(rf"\b(?:{'|'.join(sorted(map(str.title, WEEKDAYS), key=len, reverse=True))})\b")
FULL_WEEKDAY = re.compile(
    rf"(?:\b(?P<not>next|last|until|till|by|from|every|each|since|before|coming|through|to)\s)?"
    rf"\b(?P<weekday>{'|'.join(map(str.title, WEEKDAY_NAMES))})\b(?!['’]s|,? (?:{DAY}|(?i:{MONTH})))"
)
SENTENCE_END = re.compile(r"[.!?…]['\"”’)]*\s+(?=[\"“‘(]?[A-Z])|\n")
CLAUSE_END = re.compile(rf"{SENTENCE_END.pattern}|[,;:–—]\s|\b(?:that|said|told|says|announced|declared|reported)\b")


def read_clues(text: str, said: Said, latest: date | None = None) -> Clues:
    """The told dates and weekdays of a text that bear on the year of the day it says it was written on.

    >>> said = Said(10, 21, None, "October 21", end_char=19)
    >>> read_clues("MOSCOW, October 21. The law of 29 December 2014 stays, he said on Wednesday.", said).past.day
    datetime.date(2014, 12, 29)
    """
    past, ahead, background = _told(text)
    pairs = [Said(said.month, said.day, None, said.words, said.weekday)] if said.weekday else []
    pairs += _pairs(text)
    # The dateline's own weekday stands in the text too: each slip of the pen counts once.
    pairs = list({(pair.month, pair.day, pair.weekday): pair for pair in reversed(pairs)}.values())[::-1]
    past = [told for told in past if latest is None or told.day <= latest]
    return Clues(
        past=max((told for told in past if told.grain != "year"), key=lambda told: told.day, default=None),
        past_year=max((told for told in past if told.grain == "year"), key=lambda told: told.day, default=None),
        ahead=min(ahead, key=lambda told: told.day, default=None),
        pairs=tuple(pairs),
        lead_weekday=None if said.weekday else _lead_weekday(text[said.end_char : said.end_char + LEAD_LENGTH]),
        background=max(
            (told for told in background if latest is None or told.day <= latest),
            key=lambda told: told.day,
            default=None,
        ),
    )


def _told(text: str) -> tuple[list[Told], list[Told], list[Told]]:
    past: list[Told] = []
    ahead: list[Told] = []
    background: list[Told] = []
    for match in YEARS.finditer(text):
        told, start = _full_date(text, match)
        if told is None:
            continue
        before = text[max(0, start - 120) : start]
        line = text[max(text.rfind("\n", 0, start) + 1, start - 200) : start]
        if NO_SIDE.search(before) or COPYRIGHT.search(line):
            continue
        if SINCE.search(CLAUSE_END.split(before)[-1]):
            background.append(told)
            continue
        clause = f"{CLAUSE_END.split(before)[-1]} {CLAUSE_END.split(text[match.end() : match.end() + 60])[0]}"
        (ahead if AHEAD.search(clause) else past).append(told)
    return past, ahead, background


def _full_date(text: str, match: re.Match[str]) -> tuple[Told | None, int]:
    year = int(match[0][:4])
    if len(match[0]) > 4:
        try:
            return Told(date.fromisoformat(match[0]), match[0]), match.start()
        except ValueError:
            return None, match.start()
    window = max(0, match.start() - 24)
    before = BEFORE_YEAR.search(text, window, match.start())
    if before:
        words = text[before.start() : match.end()]
        month = month_number(before["m1"] or before["m2"] or before["m3"])
        day = before["d1"] or before["d2"]
        try:
            first = date(year, month, day_number(day) if day else 1)
            return Told(first, words, "day" if day else "month"), before.start()
        except ValueError:
            return None, before.start()
    if BARE_YEAR.search(text, window, match.start()):
        return Told(date(year, 1, 1), match[0], "year"), match.start()
    return None, match.start()


def _pairs(text: str) -> list[Said]:
    found = []
    for match in _pair_matches(text):
        said = Said(
            month_number(match["m1"] or match["m2"]),
            day_number(match["d1"] or match["d2"]),
            None,
            match[0].rstrip(".,"),
            WEEKDAYS[match["weekday"].lower().rstrip(".")],
        )
        if said.on(2000):
            found.append(said)
    return found


def _pair_matches(text: str) -> Iterator[re.Match[str]]:
    """Each weekday is found first, and only around it the day is looked for: whole texts are scanned once."""
    for weekday in ANY_WEEKDAY.finditer(text):
        match = PAIR.match(text, weekday.start()) or PAIR_BACK.search(text, max(0, weekday.start() - 24), weekday.end())
        if match:
            yield match


def _lead_weekday(lead: str) -> int | None:
    for match in FULL_WEEKDAY.finditer(lead):
        clause = CLAUSE_END.split(lead[: match.start()])[-1]
        if not match["not"] and not AHEAD.search(clause):
            return WEEKDAYS[match["weekday"].lower()]
    return None
