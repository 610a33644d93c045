"""What a text says about the year it was written in, and how much each piece of evidence makes a day cost.

The evidence: dates that are stated as past or still to come, and weekdays that are stated with a day. The costs are
bits: the negative logarithm of how likely the evidence is in an article of that day, counted in newswire.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date
from functools import lru_cache, partial
from itertools import chain
from typing import NamedTuple

from timeline.articles.publication.dateline import StatedDay
from timeline.calendar.values import Calendar, Recurring
from timeline.languages import names_of_weekdays, on_calendar, read_by_rules
from timeline.languages.en.vocabulary import MONTHS, WEEKDAY_NAMES, WEEKDAYS
from timeline.languages.en.words import STILL_TO_COME
from timeline.text import any_of

# Piles of files hold few articles from before the first newspaper databases.
DATABASES_SINCE, BEFORE_DATABASES = 1980, 5.5
AGAINST = 8.0
# How far the last date stated as past lies back, by calendar years: writers spell out a year that is not their own.
PAST = {
    "day": ((1.3, 0.0, 2.2, 2.7, 3.2), 6.3),
    "month": ((2.0, 0.3, 0.0, 1.7, 2.7), 5.0),
    "year": ((1.7, 0.0, 0.7, 1.3, 1.3, 1.3), 2.7),
}
# A full date of the own year lies close before the article; one of another year lies close in the calendar by chance.
CLOSE = 45
CLOSE_IN_OWN_YEAR, CLOSE_OVER_NEW_YEAR, CLOSE_BY_CHANCE, FAR_IN_OWN_YEAR, FAR_BY_NATURE = 0.7, 1.7, 3.0, 1.3, 0.2
# Stated without a word that it is still to come, and yet later than the article: within a season, or at all.
SOON, SOON_AFTER_ALL, LATER_AFTER_ALL = 90, 3.5, 6.0
AHEAD = ((1.0, 0.0, 0.8, 1.0), 2.5)
AHEAD_PASSED = 5.0
# A weekday in the lead is that of the dateline, the day before, or the Friday before a Monday.
LEAD_WEEKDAY = {0: 0.6, 1: 2.5, 3: 3.5}
OTHER_WEEKDAY = 5.5
WEEKDAY_SLIP = 5.0


class Scale(NamedTuple):
    """One piece of evidence: what it makes a day cost, in bits, and how it reads in the basis."""

    weigh: Callable[[date], float]
    reason: Callable[[date], str] | str


def reason_of(scale: Scale, day: date) -> str:
    """How a piece of evidence reads in the basis of a day."""
    return scale.reason if isinstance(scale.reason, str) else scale.reason(day)


def _weekday_name(number: int | None) -> str:
    return WEEKDAY_NAMES[number - 1].title() if number else ""


def scales_of(clues: Clues, twins: Sequence[date], named_year: int | None) -> list[Scale]:
    """The evidence of an article's own words, of its copies that are dated, and of its name."""
    past, past_year, ahead = clues.past, clues.past_year, clues.ahead
    scales = [
        Scale(partial(_weigh_pair, pair), f"“{pair.words}” was a {_weekday_name(pair.weekday)}") for pair in clues.pairs
    ]
    if clues.lead_weekday:
        scales.append(Scale(partial(_weigh_lead, clues.lead_weekday), partial(_lead_reason, clues.lead_weekday)))
    if past:
        scales.append(Scale(partial(_weigh_past, past), f"after {past.words}, told as past"))
    if past_year:
        scales.append(Scale(partial(_weigh_past, past_year), f"after {past_year.words}, told as past"))
    if background := clues.background:
        scales.append(Scale(partial(_weigh_background, background), f"after {background.words}, told as background"))
    if ahead:
        scales.append(Scale(partial(_weigh_ahead, ahead), f"before {ahead.words}, told as still to come"))
    if twins:
        scales.append(Scale(partial(_weigh_twins, twins), "a near-duplicate in the collection is dated"))
    if named_year:
        scales.append(Scale(partial(_weigh_named, named_year), "the file's name states it"))
    return scales


def era(day: date) -> float:
    """What a day costs before any evidence."""
    return BEFORE_DATABASES if day.year < DATABASES_SINCE else 0.0


def _at(costs: tuple[tuple[float, ...], float], years: int) -> float:
    near, beyond = costs
    return near[years] if years < len(near) else beyond


def _weigh_past(mention: MentionedDate, day: date) -> float:
    years, apart = day.year - mention.day.year, (day - mention.day).days
    if years < 0 or (apart < 0 and mention.grain == "day"):
        return SOON_AFTER_ALL if apart >= -SOON else LATER_AFTER_ALL
    cost = _at(PAST[mention.grain], years)
    if mention.grain != "day":
        return cost
    if apart % 365 <= CLOSE:
        return cost + (CLOSE_BY_CHANCE if apart > CLOSE else CLOSE_OVER_NEW_YEAR if years else CLOSE_IN_OWN_YEAR)
    return cost + (FAR_BY_NATURE if years else FAR_IN_OWN_YEAR)


def _weigh_background(mention: MentionedDate, day: date) -> float:
    """A storm may be the worst since last week or in a century: every later year is as likely."""
    return 0.0 if mention.day <= day else LATER_AFTER_ALL


def _weigh_ahead(mention: MentionedDate, day: date) -> float:
    if mention.day < day and mention.day.year < day.year + (mention.grain != "year"):
        return AHEAD_PASSED
    return _at(AHEAD, max(mention.day.year - day.year, 0))


def _weigh_twins(twins: Sequence[date], day: date) -> float:
    return 0.0 if any(abs((day - twin).days) <= 10 for twin in twins) else AGAINST


def _weigh_named(year: int, day: date) -> float:
    return 0.0 if day.year == year else AGAINST


def _weigh_lead(weekday: int, day: date) -> float:
    return LEAD_WEEKDAY.get((day.isoweekday() - weekday) % 7, OTHER_WEEKDAY)


def _lead_reason(weekday: int, day: date) -> str:
    name = _weekday_name(weekday)
    back = (day.isoweekday() - weekday) % 7
    return (
        f"the lead says {name}, which that day was"
        if back == 0
        else f"the lead says {name}, {back} day{'s' * (back > 1)} before"
    )


def pair_fits(pair: StatedDay, day: date) -> bool:
    """Whether a weekday stated with a day is that of the occurrence of the day nearest to another day."""
    found = pair.near(day)
    return found is not None and found.isoweekday() == pair.weekday


def _weigh_pair(pair: StatedDay, day: date) -> float:
    return 0.0 if pair_fits(pair, day) else WEEKDAY_SLIP


def contradictions(day: date, clues: Clues, twins: Sequence[date], named_year: int | None) -> list[str]:
    """What speaks against a day that was chosen all the same."""
    found = [
        f"put into {day.year}, although {mention.words} is told as past"
        for mention in (clues.past, clues.past_year)
        if mention and mention.day > day
    ]
    if clues.ahead and clues.ahead.day.year < day.year:
        found.append(f"put into {day.year}, although {clues.ahead.words} is told as still to come")
    if named_year and named_year != day.year:
        found.append(f"put into {day.year}, although the file's name states {named_year}")
    if twins and _weigh_twins(twins, day):
        found.append(f"put into {day.year}, although a near-duplicate in the collection is of {min(twins)}")
    for pair in clues.pairs:
        other = pair.near(day)
        if other and other.isoweekday() != pair.weekday:
            found.append(
                f"the weekday of “{pair.words}” fits no year that the other evidence allows: "
                f"{other} was a {_weekday_name(other.isoweekday())}"
            )
    lead = clues.lead_weekday
    if lead and _weigh_lead(lead, day) == OTHER_WEEKDAY:
        found.append(
            f"the lead says {_weekday_name(lead)}, but {day} was a {_weekday_name(day.isoweekday())}: "
            "no year that the other evidence allows fits better"
        )
    return found


LEAD_LENGTH = 700


class MentionedDate(NamedTuple):
    """A date with a year that the text mentions; `grain` is day, month or year, and `day` the first of it."""

    day: date
    words: str
    grain: str = "day"


class Clues(NamedTuple):
    """What the text says about its year: the last past date and year, the first day still to come, the weekdays.

    `background` is the last date stated with "since": the text is later by an unknown time.
    """

    past: MentionedDate | None
    past_year: MentionedDate | None
    ahead: MentionedDate | None
    pairs: tuple[StatedDay, ...]
    lead_weekday: int | None
    background: MentionedDate | None = None


# What stands beside a year of which a text speaks as of the future.
_OUTLOOK = (
    *"is to, are to, was to, were to, to be held, to take place, ahead of".split(", "),
    *"coming forecast forecasts next projected target targets".split(),
)
AHEAD_WORDS = re.compile(
    rf"\b{any_of([*chain.from_iterable(STILL_TO_COME.values()), *_OUTLOOK])}\b",
    re.IGNORECASE,
)
SINCE = re.compile(r"\bsince(?:[\s–-]+[\w'’]+){0,8}[\s–-]*$", re.IGNORECASE)
NO_SIDE = re.compile(r"\b(?:by|until|till|before|through|to|©|\(c\)|copyright)\W*$", re.IGNORECASE)
COPYRIGHT = re.compile(r"©|\(c\)|\bcopyright\b|all rights reserved", re.IGNORECASE)
YEARS = re.compile(
    r"(?<![0-9A-Za-z$£€#/.,:-])(?:19|20)[0-9]{2}(?![0-9A-Za-z%]|[-–][A-Za-z]|[.,:][0-9])(?:-[01][0-9]-[0-3][0-9])?"
)
BARE_YEAR = re.compile(r"\b(?:in|since|during|of|from|early|late|mid|for|after)\s+$|\($", re.IGNORECASE)
# What may stand between a day and the weekday behind it: "October 21 (Wednesday)", "October 21, a Wednesday".
TO_WEEKDAY = re.compile(r"(?:\s?\(|, a |, )")
_DAY_OF_MONTH = rf"(?:[0-9]{{1,2}}(?:st|nd|rd|th)?(?![0-9:])|(?i:{any_of(MONTHS)})\b)"
FULL_WEEKDAY = re.compile(
    rf"(?:\b(?P<not>next|last|until|till|by|from|every|each|since|before|coming|through|to)\s)?"
    rf"\b(?P<weekday>{any_of(map(str.title, WEEKDAY_NAMES))})\b(?!['’]s|,? {_DAY_OF_MONTH})"
)
SENTENCE_END = re.compile(r"[.!?…]['\"”’)]*\s+(?=[\"“‘(]?[A-Z])|\n")
CLAUSE_END = re.compile(rf"{SENTENCE_END.pattern}|[,;:–—]\s|\b(?:that|said|told|says|announced|declared|reported)\b")


def read_clues(text: str, stated_day: StatedDay, latest: date | None = None, language: str = "en") -> Clues:
    """The dates and weekdays that a text mentions and that bear on the year of its stated day.

    >>> stated_day = StatedDay(10, 21, None, "October 21", end_char=19)
    >>> read_clues("MOSCOW, October 21. The law of 29 December 2014 stays, he said on Wednesday.", stated_day).past.day
    datetime.date(2014, 12, 29)
    """
    past, ahead, background = _mentioned_dates(text, language)
    pairs = (
        [StatedDay(stated_day.month, stated_day.day, None, stated_day.words, stated_day.weekday)]
        if stated_day.weekday
        else []
    )
    pairs += _pairs(text, language)
    # The dateline's own weekday stands in the text too: each slip of the pen counts once.
    pairs = list({(pair.month, pair.day, pair.weekday): pair for pair in reversed(pairs)}.values())[::-1]
    past = [mention for mention in past if latest is None or mention.day <= latest]
    return Clues(
        past=max(
            (mention for mention in past if mention.grain != "year"), key=lambda mention: mention.day, default=None
        ),
        past_year=max(
            (mention for mention in past if mention.grain == "year"), key=lambda mention: mention.day, default=None
        ),
        ahead=min(ahead, key=lambda mention: mention.day, default=None),
        pairs=tuple(pairs),
        lead_weekday=None
        if stated_day.weekday
        else _lead_weekday(text[stated_day.end_char : stated_day.end_char + LEAD_LENGTH]),
        background=max(
            (mention for mention in background if latest is None or mention.day <= latest),
            key=lambda mention: mention.day,
            default=None,
        ),
    )


def _mentioned_dates(text: str, language: str) -> tuple[list[MentionedDate], list[MentionedDate], list[MentionedDate]]:
    past: list[MentionedDate] = []
    ahead: list[MentionedDate] = []
    background: list[MentionedDate] = []
    for match in YEARS.finditer(text):
        mention, start = _full_date(text, match, language)
        if mention is None:
            continue
        before = text[max(0, start - 120) : start]
        line = text[max(text.rfind("\n", 0, start) + 1, start - 200) : start]
        if NO_SIDE.search(before) or COPYRIGHT.search(line):
            continue
        if SINCE.search(CLAUSE_END.split(before)[-1]):
            background.append(mention)
            continue
        clause = f"{CLAUSE_END.split(before)[-1]} {CLAUSE_END.split(text[match.end() : match.end() + 60])[0]}"
        (ahead if AHEAD_WORDS.search(clause) else past).append(mention)
    return past, ahead, background


# So much before a year, or beside a weekday, may belong to its day.
WINDOW = 24


def _full_date(text: str, match: re.Match[str], language: str) -> tuple[MentionedDate | None, int]:
    year = int(match[0][:4])
    if len(match[0]) > 4:
        try:
            return MentionedDate(date.fromisoformat(match[0]), match[0]), match.start()
        except ValueError:
            return None, match.start()
    window = max(0, match.start() - WINDOW)
    for reading in read_by_rules(text[window : match.end()], language):
        value, start = reading.value, window + reading.start
        if window + reading.end != match.end() or not isinstance(value, Calendar) or value.cell.month is None:
            continue
        day = on_calendar(value.year, value.cell)
        grain = "month" if value.cell.day is None else "day"
        return (MentionedDate(day, text[start : match.end()], grain) if day else None), start
    if BARE_YEAR.search(text, window, match.start()):
        return MentionedDate(date(year, 1, 1), match[0], "year"), match.start()
    return None, match.start()


def _pairs(text: str, language: str) -> list[StatedDay]:
    """The days without a year that stand beside a weekday: only around a weekday a day is read."""
    names = names_of_weekdays(language)
    found = []
    for weekday in _any_weekday(language).finditer(text):
        number = names.get(weekday[0].lower().rstrip("."))
        for start, end in ((weekday.start(), weekday.end() + WINDOW), (weekday.start() - WINDOW, weekday.start())):
            stated_day = _beside(text, max(0, start), min(len(text), end), weekday, language)
            if number and stated_day:
                found.append(stated_day._replace(weekday=number))
                break
    return found


def _beside(text: str, start: int, end: int, weekday: re.Match[str], language: str) -> StatedDay | None:
    """The day without a year that stands right behind a weekday, or right before it."""
    behind = start == weekday.start()
    for reading in read_by_rules(text[start:end], language):
        value, first, last = reading.value, start + reading.start, start + reading.end
        if not isinstance(value, Recurring) or value.cell.month is None or value.cell.day is None:
            continue
        touches = first <= weekday.start() < last if behind else TO_WEEKDAY.fullmatch(text, last, weekday.start())
        day = StatedDay(
            value.cell.month, value.cell.day, None, text[min(first, weekday.start()) : max(last, weekday.end())]
        )
        if touches and day.on(2000):
            return day
    return None


@lru_cache(maxsize=16)
def _any_weekday(language: str) -> re.Pattern[str]:
    names = names_of_weekdays(language)
    # English writes them with a capital; without one "sun" and "sat" are other words.
    return re.compile(rf"\b{any_of(map(str.title, names))}\b" if language == "en" else rf"(?i)\b{any_of(names)}\b")


def _lead_weekday(lead: str) -> int | None:
    for match in FULL_WEEKDAY.finditer(lead):
        clause = CLAUSE_END.split(lead[: match.start()])[-1]
        if not match["not"] and not AHEAD_WORDS.search(clause):
            return WEEKDAYS[match["weekday"].lower()]
    return None
