"""English: a run of time words becomes readings. No rule knows a date; a reading says what its rule assumes.

>>> [(str(r.value), r.mod) for r in read("early October")]
[('XXXX-10', 'START')]
>>> [(str(r.value), r.start, r.end) for r in read("3-5 May 2015")]
[('2015-05-03', 0, 1), ('2015-05-05', 2, 12)]
>>> read("the house")
()

The outline of a run is the run with one name, one month and one figure in place of all of their kind. Which rules
may read a run depends on its outline alone. News has few outlines, so the answer for each is kept.

>>> outline(tokens("On Friday, Oct. 17th, 1962")) == outline(tokens("on Monday, Jan. 23rd, 2014"))
True
>>> outline(tokens("October 17")) == outline(tokens("October 77"))
False
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import accumulate
from string import ascii_lowercase, ascii_uppercase

from timeline.calendar.values import Calendar, Length, Reading, Recurring, Shift
from timeline.languages.en import absolute, clock, durations, feasts, parts, recurring, relative, years
from timeline.languages.en.modifiers import MODIFIER, PART_OF, after_modifier, after_part, at_hour, in_part
from timeline.languages.en.vocabulary import (
    FEASTS,
    HOLIDAYS,
    MONTH_NAMES,
    MONTHS,
    PARTS_OF_DAY,
    WEEKDAY_NAMES,
    WEEKDAYS,
)
from timeline.languages.grammar import BLANKS, Rule, rules_of, source, walk
from timeline.text import any_of

RULES = rules_of(feasts, absolute, clock, durations, parts, recurring, relative, years)
_NAMES = (
    tuple(MONTH_NAMES),
    tuple(name for name in MONTHS if name not in MONTH_NAMES),
    tuple(WEEKDAY_NAMES),
    tuple(name for name in WEEKDAYS if name not in WEEKDAY_NAMES),
)
_STANDS_FOR = {name: names[0] for names in _NAMES for name in names}
# "Good Friday" is no Friday like others: beside these words a name stands for itself.
_COMPANY = {
    max(others, key=len)
    for words in (re.findall("[a-z]+", phrase) for phrase in [*HOLIDAYS, *FEASTS])
    if len(others := [word for word in words if word not in _STANDS_FOR]) < len(words) and others
}
_BLANK = re.compile(f"[{BLANKS}]")
tokens = re.compile(r"[a-z]+|[0-9]+(?:st|nd|rd|th)?|/2(?![0-9/])|.", re.IGNORECASE | re.ASCII | re.DOTALL).findall
# By its number of digits, what a figure from each of these up to the next is like. Each stands for days, months, hours,
# minutes and decades ("20s") if any of its kind can: rules may refuse a figure that they are offered, but miss none.
_FIGURES = {
    1: ((1, "1"),),
    2: ((1, "01"), (10, "10"), (13, "20"), (25, "30"), (32, "40"), (60, "60")),
    4: ((1, "0100"), (1000, "2000"), (2200, "2200"), (3000, "3000")),
}


@lru_cache(maxsize=1 << 16)
def _alone(token: str) -> str:
    token = token.lower() if token.isascii() else token
    figures = token.rstrip("stndrh") if token[0] in "0123456789" else ""
    if len(figures) not in _FIGURES:
        return " " if _BLANK.match(token) else token
    number = int(figures)
    like = next((figure for start, figure in reversed(_FIGURES[len(figures)]) if start <= number), figures)
    # "1st" to "4th" are also the ordinals of a quarter.
    return like if figures == token else token if number <= 4 else "5th" if number < 10 else f"{like}th"


@lru_cache(maxsize=1 << 16)
def _stand_in(token: str) -> str:
    alone = _alone(token)
    return _STANDS_FOR.get(alone, alone)


def outline(words: list[str]) -> tuple[str, ...]:
    """What stands for each token."""
    shape = tuple(map(_stand_in, words))
    return shape if _COMPANY.isdisjoint(shape) else tuple(map(_alone, words))


_BOUND = r"(?![A-Za-z0-9])"


# Compiled when the first run is read: whoever only draws needs none.
@cache
def _compiled() -> list[tuple[Rule, re.Pattern[str]]]:
    return [(rule, re.compile(source(rule.template) + _BOUND, re.IGNORECASE | re.ASCII)) for rule in RULES]


@cache
def _every_rule() -> re.Pattern[str]:
    """Every rule tried in one match: a look-ahead a rule, whose group is what the rule might take.

    It is blind to case, on text in lower case, since the engine skips what cannot begin a word only where case counts;
    the rule itself then looks again.
    """
    regex = "".join(f"(?:(?=({source(rule.template, named=False)}{_BOUND}))|)" for rule in RULES)
    return re.compile(regex.replace("(?P=s)", "[/.-]").replace("(?-i:", "(?:").lower(), re.ASCII)


_AFTER = re.compile(
    source(rf" (?:(?P<dawn>{any_of(PARTS_OF_DAY)})|(?P<so>or so)|(?P<on>or later|and beyond|onwards?))") + _BOUND,
    re.IGNORECASE,
)
# Where a mention can begin: at a word, but not at a preposition.
_THEN = re.compile(source(",? (?=[0-9])"))
_ON = re.compile(source("(?:,| ·)? (?:on |of |in )?"), re.IGNORECASE)
_WORD = re.compile(r"(?<![A-Za-z0-9])(?!(?:in|of|to|and|or|on|that(?= (?:the|a)\b))\b)[A-Za-z0-9'’]", re.IGNORECASE)
# The words that some rule looks back at: they are not read, and yet they count.
_LOOKED_AT = {word for rule in RULES for word in re.findall(r"\(\?<=(?:\\b)?([a-z]+)\[ \]\)", rule.template)}
_BEHIND = re.compile(source(rf"\b{any_of(_LOOKED_AT)} \Z"), re.IGNORECASE)
_FAR = max(map(len, _LOOKED_AT)) + 2


# ASCII alone: "İ" in lower case is two letters, which would move all that follow.
_LOWER = str.maketrans(ascii_uppercase, ascii_lowercase)


def _ranked(text: str, at: int) -> list[tuple[int, int]]:
    """The rules that might read a text in lower case from an index on, and up to which end; the longest comes first."""
    fits = _every_rule().match(text, at)
    sizes = sorted((-len(text), number) for number, text in enumerate(fits.groups()) if text) if fits else []
    return [(number, at - size) for size, number in sizes]


@lru_cache(maxsize=1 << 16)
def _offers(words: tuple[str, ...], behind: int) -> tuple[list[tuple[int, int]], bool]:
    """The same for an outline, up to which of its words; and whether a modifier may stand there."""
    text = "".join(words)
    # A rule ends where no letter or figure follows, and that is never amid a word.
    ends = {end: count for count, end in enumerate(accumulate(map(len, words)), 1)}
    modified = bool(PART_OF.match(text, behind) or MODIFIER.match(text, behind))
    return [(number, ends[end]) for number, end in _ranked(text, behind)], modified


def _read_by(number: int, text: str, at: int) -> tuple[int, tuple[Reading, ...]]:
    """The length that a rule reads of a text from an index on, and its readings, counted from there."""
    rule, regex = _compiled()[number]
    match = regex.match(text, at)
    result = match and rule.body(match)
    if not match or not result:
        return 0, ()
    size = match.end() - at
    found = (result,) if isinstance(result, Reading) else result
    return size, tuple(
        r._replace(
            start=max(0, r.start - at),
            end=r.end - at if r.end else size,
            rule=rule.name,
            traits=r.traits or rule.traits,
        )
        for r in found
    )


_read_by_cached = lru_cache(maxsize=1 << 18)(_read_by)


def _in_full(run: str, at: int) -> tuple[int, tuple[Reading, ...]]:
    """The length of the longest rule that fits at an index of the run, and its readings, counted from there."""
    results = (_read_by(number, run, at) for number, _ in _ranked(run.translate(_LOWER), at))
    return next((taken for taken in results if taken[0]), (0, ()))


def _core(run: str, at: int) -> tuple[int, tuple[Reading, ...], bool]:
    """The same by way of the outline, and whether a modifier may stand there."""
    behind = len(looked[0]) if at and (looked := _BEHIND.search(run, max(0, at - _FAR), at)) else 0
    words = tokens(run, at - behind)
    offers, modified = _offers(outline(words), behind)
    for number, count in offers:
        text = "".join(words[:count])
        # A rule may look at what a hyphen joins to its end.
        joined = "".join(words[count : count + 2]) if count < len(words) and words[count] == "-" else ""
        size, found = _read_by_cached(number, text + joined, behind)
        if size == len(text) - behind:
            return size, found, modified
        if size:
            # The text is no more than like the outline: here a rule takes less of it, and another may take more.
            return *_in_full(run, at), modified
    return 0, (), modified


def _of_a_day(run: str, at: int) -> tuple[int, tuple[Reading, ...]]:
    """The length of a part of a day with the day it belongs to, and its readings; nothing where there is none."""
    if prefix := PART_OF.match(run, at):
        # "the evening of the 4th": the article may belong to the day.
        for start in (prefix.start("the"), prefix.end()):
            more, inner, _ = _core(run, start) if start >= 0 else (0, (), False)
            if inner:
                return start + more - at, after_part(run[at:start], inner)
    return 0, ()


def _here(run: str, at: int) -> tuple[int, tuple[Reading, ...]]:
    """The length of the mention that begins at an index of the run, and its readings, counted from there."""
    size, found, modified = _core(run, at)
    if modified:
        more, together = _of_a_day(run, at)
        if together and more > size:
            size, found = more, together
    if modified and (prefix := MODIFIER.match(run, at)):
        start = prefix.end()
        more, inner, _ = _core(run, start)
        text = run[start : start + more]
        if inner and start + more > at + size and (together := after_modifier(prefix[0], text, inner)):
            size, found = start + more - at, together
    end = at + size
    if len(found) != 1 or end == len(run):
        return size, found
    if joint := _THEN.match(run, end):
        clock_size, hours, _ = _core(run, joint.end())
        dated = isinstance(found[0].value, Calendar | Recurring) and found[0].value.cell.day is not None
        if dated and hours and hours[0].traits.clock and (timed := at_hour(found[0], hours[0])):
            size = joint.end() - at + clock_size
            return size, (timed._replace(end=size),)
    if found[0].traits.clock and (joint := _ON.match(run, end)):
        day_size, days = _of_a_day(run, joint.end())
        if not days:
            day_size, days, _ = _core(run, joint.end())
        if len(days) == 1 and (timed := at_hour(days[0], found[0])):
            size = joint.end() - at + day_size
            return size, (timed._replace(start=0, end=size),)
    if suffix := _AFTER.match(run, end):
        size_with = suffix.end() - at
        if suffix["dawn"] and (part := in_part(found[0], suffix["dawn"])):
            return size_with, (part._replace(end=size_with),)
        if suffix["so"] and isinstance(found[0].value, Length | Shift):
            return size_with, (found[0]._replace(end=size_with, mod="APPROX"),)
        if suffix["on"] and isinstance(found[0].value, Calendar):
            return size_with, (found[0]._replace(end=size_with, mod="ON_OR_AFTER"),)
    return size, found


def mentions(run: str) -> tuple[tuple[int, tuple[Reading, ...]], ...]:
    """Where the mentions in a run of time words begin, and their readings, counted from there.

    >>> [(at, [str(r.value) for r in found]) for at, found in mentions("on Friday, about three weeks later")]
    [(3, ['XXXX-WXX-5']), (11, ['week+3'])]
    """
    return tuple(walk(run, _WORD, _here))


@lru_cache(maxsize=1 << 18)
def read(run: str) -> tuple[Reading, ...]:
    """The mentions in a run of time words, left to right, the longest at each index.

    >>> [run[r.start : r.end] for run in ("on Friday, about three weeks later",) for r in read(run)]
    ['Friday', 'about three weeks later']
    """
    return tuple(
        reading._replace(start=at + reading.start, end=at + reading.end) if at else reading
        for at, found in mentions(run)
        for reading in found
    )
