"""Which year does a day without a year belong to?

Every piece of evidence makes each candidate year dearer or cheaper, in bits. The cheapest year wins where it leads
the next by `LEAD` bits; otherwise the year stays unknown, for a wrong one would poison every relative date after it.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from functools import partial
from typing import NamedTuple

from timeline.datelines import DAY, MONTH, WEEKDAY, YEAR, Said, month_number
from timeline.vocabulary import WEEKDAY_NAMES, WEEKDAYS

LEAD = 1.0
FIRST_YEAR, LAST_YEAR = 1850, 2100
# Piles of files hold few articles from before the first newspaper databases.
DATABASES_SINCE, BEFORE_DATABASES = 1980, 4.0
AGAINST = 8.0
HALF_A_YEAR = 183
# A weekday in the lead is the day of the dateline, or the day before, or any other of the last seven.
LEAD_WEEKDAY = {0: 0.6, 1: 2.3}
OTHER_WEEKDAY = 5.0
LEAD_LENGTH = 700
LATER_YEARS = 12


class Told(NamedTuple):
    """A date with a year that the text tells, as past or as still to come; `whole_year` where only the year is told."""

    day: date
    words: str
    whole_year: bool = False


class Evidence(NamedTuple):
    """What the text says about its year: the last told date and year, the first day still to come, the weekdays."""

    past: Told | None
    past_year: Told | None
    ahead: Told | None
    pairs: tuple[Said, ...]
    lead_weekday: int | None


class Verdict(NamedTuple):
    """The day with its year, or null; why, in words; and what speaks against it."""

    day: date | None
    basis: str
    problems: tuple[str, ...]


AHEAD = re.compile(
    r"\b(?:will|shall|would|(?:is|are|was|were) to|to be held|to take place|scheduled|due|planned|plans?|planning|"
    r"expect(?:s|ed)?|next|upcoming|set to|deadlines?|expir(?:es?|ing)|ahead of|hopes?|intends?|aims?|going to|"
    r"targets?|forecasts?|projected|coming)\b",
    re.IGNORECASE,
)
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
PAIR_BACK = re.compile(rf"{_DAY_MONTH}(?:\s?\(|, a |, )(?P<weekday>{WEEKDAY})\)?", re.IGNORECASE)
FULL_WEEKDAY = re.compile(
    rf"(?:\b(?P<not>next|last|until|till|by|from|every|each|since|before|coming|through|to)\s)?"
    rf"\b(?P<weekday>{'|'.join(map(str.title, WEEKDAY_NAMES))})\b(?!['’]s|,? (?:{DAY}|{MONTH}))"
)
SENTENCE_END = re.compile(r"[.!?…]['\"”’)]*\s+(?=[\"“‘(]?[A-Z])|\n")
CLAUSE_END = re.compile(rf"{SENTENCE_END.pattern}|[,;:–—]\s|\b(?:that|said|told|says|announced|declared|reported)\b")


def read_evidence(text: str, said: Said, latest: date | None = None) -> Evidence:
    """The told dates and weekdays of a text that bear on the year of the day it says it was written on.

    >>> said = Said(10, 21, None, "October 21", end_char=19)
    >>> read_evidence("MOSCOW, October 21. The law of 29 December 2014 stays, he said on Wednesday.", said).past.day
    datetime.date(2014, 12, 29)
    """
    past, ahead = _told(text)
    pairs = [Said(said.month, said.day, None, said.words, said.weekday)] if said.weekday else []
    pairs += _pairs(text)
    past = [told for told in past if latest is None or told.day <= latest]
    return Evidence(
        past=max((told for told in past if not told.whole_year), key=lambda told: told.day, default=None),
        past_year=max((told for told in past if told.whole_year), key=lambda told: told.day, default=None),
        ahead=min(ahead, key=lambda told: told.day, default=None),
        pairs=tuple(pairs),
        lead_weekday=None if said.weekday else _lead_weekday(text[said.end_char : said.end_char + LEAD_LENGTH]),
    )


def infer_year(
    said: Said,
    evidence: Evidence,
    *,
    latest: date | None = None,
    known: Sequence[date] = (),
    twins: Sequence[date] = (),
    named_year: int | None = None,
) -> Verdict:
    """The year of a day that states none: not later than `latest`, near `known` days (sorted), next to its `twins`.

    >>> said = Said(10, 21, None, "October 21")
    >>> told = Told(date(2014, 2, 1), "February 2014")
    >>> infer_year(said, Evidence(told, None, None, (), 3), latest=date(2020, 1, 1)).day
    datetime.date(2015, 10, 21)
    """
    scales = _scales(evidence, known, twins, named_year)
    years = _candidates(said, evidence, latest, known, twins, named_year)
    if not years:
        return Verdict(None, "", (f"“{said.words}” fits no year up to {latest}",))
    if not scales:
        return Verdict(None, "", (_no_year(said),))
    weights = {day: sum(scale.weigh(day) for scale in scales) + _era(day) for day in years}
    best, *others = sorted(weights, key=lambda day: (weights[day], day))
    if others and weights[others[0]] - weights[best] < LEAD:
        rivals = [str(day.year) for day in sorted([best, *others]) if weights[day] - weights[best] < LEAD]
        fits = f"{', '.join(rivals[:-1])} and {rivals[-1]}" if len(rivals) < 9 else f"{len(rivals)} years"
        return Verdict(None, "", (f"{_no_year(said)} ({fits} fit equally well)",))
    reasons = [
        _tell(scale, best) for scale in scales if not others or scale.weigh(others[0]) - scale.weigh(best) > 0.25
    ]
    if not reasons:
        reasons = [_tell(scale, best) for scale in scales if scale.weigh(best) < AGAINST / 2]
    return Verdict(best, f"year {best.year} inferred: " + "; ".join(reasons), tuple(_contradictions(best, evidence)))


def _no_year(said: Said) -> str:
    return f"“{said.words}” states no year and nothing tells which: give the day with published= or a corrections file"


def _candidates(
    said: Said,
    evidence: Evidence,
    latest: date | None,
    known: Sequence[date],
    twins: Sequence[date],
    named_year: int | None,
) -> list[date]:
    anchors = [day.year for day in (*known[-1:], *twins)] + [
        told.day.year for told in (evidence.past, evidence.past_year, evidence.ahead) if told
    ]
    if named_year:
        anchors.append(named_year)
    last = latest.year if latest else max(anchors) + LATER_YEARS if anchors else LAST_YEAR
    days = (said.on(year) for year in range(FIRST_YEAR, last + 1))
    return [day for day in days if day and (latest is None or day <= latest)]


class Scale(NamedTuple):
    """One piece of evidence: what it makes a day cost, in bits, and how it reads in the basis."""

    weigh: Callable[[date], float]
    tell: Callable[[date], str] | str


def _tell(scale: Scale, day: date) -> str:
    return scale.tell if isinstance(scale.tell, str) else scale.tell(day)


def _weekday_name(number: int | None) -> str:
    return WEEKDAY_NAMES[number - 1].title() if number else ""


def _scales(evidence: Evidence, known: Sequence[date], twins: Sequence[date], named_year: int | None) -> list[Scale]:
    past, past_year, ahead = evidence.past, evidence.past_year, evidence.ahead
    scales = [
        Scale(partial(_weigh_pair, pair), f"“{pair.words}” was a {_weekday_name(pair.weekday)}")
        for pair in evidence.pairs
    ]
    if evidence.lead_weekday:
        scales.append(Scale(partial(_weigh_lead, evidence.lead_weekday), partial(_tell_lead, evidence.lead_weekday)))
    if past:
        scales.append(Scale(partial(_weigh_past, past), f"after {past.words}, told as past"))
    if past_year:
        scales.append(Scale(partial(_weigh_past_year, past_year), f"after {past_year.words}, told as past"))
    if ahead:
        scales.append(Scale(partial(_weigh_ahead, ahead), f"before {ahead.words}, told as still to come"))
    if twins:
        scales.append(Scale(partial(_weigh_twins, twins), "a near-duplicate in the collection is dated"))
    if named_year:
        scales.append(Scale(partial(_weigh_named, named_year), "the file's name states it"))
    if known:
        scales.append(Scale(partial(_weigh_known, known), partial(_tell_known, known)))
    return scales


def _era(day: date) -> float:
    return BEFORE_DATABASES if day.year < DATABASES_SINCE else 0.0


def _years_apart(years: int) -> float:
    return min(1.3 + 1.5 * math.log2(years), 4.5) if years else 0.0


def _weigh_past_year(told: Told, day: date) -> float:
    # A year is mostly spelled out because it is not the article's own: the same year and the next weigh alike.
    years = day.year - told.day.year
    return AGAINST if years < 0 else _years_apart(max(years - 1, 0))


def _weigh_past(told: Told, day: date) -> float:
    apart = (day - told.day).days
    if apart < 0:
        return 2.0 if apart >= -21 else AGAINST
    return _years_apart(apart // 365)


def _weigh_ahead(told: Told, day: date) -> float:
    if told.whole_year:
        return AGAINST - 2 if day.year > told.day.year else _years_apart(max(told.day.year - day.year - 1, 0)) / 2
    apart = (told.day - day).days
    return AGAINST - 2 if apart < 0 else _years_apart(apart // 365)


def _weigh_twins(twins: Sequence[date], day: date) -> float:
    return 0.0 if any(abs((day - twin).days) <= 10 for twin in twins) else AGAINST


def _weigh_named(year: int, day: date) -> float:
    return 0.0 if day.year == year else AGAINST


def _weigh_known(known: Sequence[date], day: date) -> float:
    half_a_year = timedelta(days=HALF_A_YEAR)
    near = bisect_right(known, day + half_a_year) - bisect_left(known, day - half_a_year)
    return -math.log2((near + 0.1) / (len(known) + 0.1))


def _tell_known(known: Sequence[date], day: date) -> str:
    place = bisect_left(known, day)
    nearest = min(known[max(0, place - 1) : place + 1], key=lambda other: abs((day - other).days))
    return f"nearest to the dated articles of the collection ({nearest})"


def _weigh_lead(weekday: int, day: date) -> float:
    return LEAD_WEEKDAY.get((day.isoweekday() - weekday) % 7, OTHER_WEEKDAY)


def _tell_lead(weekday: int, day: date) -> str:
    name = _weekday_name(weekday)
    back = (day.isoweekday() - weekday) % 7
    return (
        f"the lead says {name}, which that day was"
        if back == 0
        else f"the lead says {name}, {back} day{'s' * (back > 1)} before"
    )


def _pair_day(pair: Said, day: date) -> date | None:
    near = [other for year in (day.year - 1, day.year, day.year + 1) if (other := pair.on(year))]
    return min(near, key=lambda other: abs((other - day).days), default=None)


def _pair_fits(pair: Said, day: date) -> bool:
    found = _pair_day(pair, day)
    return found is not None and found.isoweekday() == pair.weekday


def _weigh_pair(pair: Said, day: date) -> float:
    return 0.0 if _pair_fits(pair, day) else AGAINST - 1


def _contradictions(day: date, evidence: Evidence) -> list[str]:
    found = []
    for pair in evidence.pairs:
        other = _pair_day(pair, day)
        if other and other.isoweekday() != pair.weekday:
            found.append(
                f"the weekday of “{pair.words}” fits no year that the other evidence allows: "
                f"{other} was a {_weekday_name(other.isoweekday())}"
            )
    lead = evidence.lead_weekday
    if lead and _weigh_lead(lead, day) == OTHER_WEEKDAY:
        found.append(
            f"the lead says {_weekday_name(lead)}, but {day} was a {_weekday_name(day.isoweekday())}: "
            "no year that the other evidence allows fits better"
        )
    return found


def _told(text: str) -> tuple[list[Told], list[Told]]:
    past: list[Told] = []
    ahead: list[Told] = []
    for match in YEARS.finditer(text):
        told, start = _full_date(text, match)
        if told is None:
            continue
        before = text[max(0, start - 120) : start]
        line = text[text.rfind("\n", 0, start) + 1 : start]
        if NO_SIDE.search(before) or COPYRIGHT.search(line):
            continue
        clause = f"{CLAUSE_END.split(before)[-1]} {CLAUSE_END.split(text[match.end() : match.end() + 60])[0]}"
        (ahead if AHEAD.search(clause) else past).append(told)
    return past, ahead


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
            return Told(date(year, month, int(day.rstrip("stndrhSTNDRH")) if day else 1), words), before.start()
        except ValueError:
            return None, before.start()
    if BARE_YEAR.search(text, window, match.start()):
        return Told(date(year, 1, 1), match[0], whole_year=True), match.start()
    return None, match.start()


def _pairs(text: str) -> list[Said]:
    found = []
    for match in (*PAIR.finditer(text), *PAIR_BACK.finditer(text)):
        said = Said(
            month_number(match["m1"] or match["m2"]),
            int((match["d1"] or match["d2"]).rstrip("stndrhSTNDRH")),
            None,
            match[0].rstrip(".,"),
            WEEKDAYS[match["weekday"].lower().rstrip(".")],
        )
        if said.on(2000):
            found.append(said)
    return found


def _lead_weekday(lead: str) -> int | None:
    for match in FULL_WEEKDAY.finditer(lead):
        clause = CLAUSE_END.split(lead[: match.start()])[-1]
        if not match["not"] and not AHEAD.search(clause):
            return WEEKDAYS[match["weekday"].lower()]
    return None
