"""English: a run of time words becomes readings. No rule knows a date; what each assumes is said in its reading.

>>> [(str(r.value), r.mod) for r in read("early October")]
[('XXXX-10', 'START')]
>>> [(str(r.value), r.start, r.end) for r in read("3-5 May 2015")]
[('2015-05-03', 0, 1), ('2015-05-05', 2, 12)]
>>> read("the house")
()
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from timeline.english import absolute, clock, lengths, relative  # noqa: F401  # importing a module of rules registers them
from timeline.grammar import RULES, Rule, source, words
from timeline.values import Calendar, Every, Length, Reading, Recurring, Shift, Vague
from timeline.vocabulary import MODIFIERS, PARTS_OF_DAY

_BOUND = r"(?![A-Za-z0-9])"
_COMPILED: list[tuple[Rule, re.Pattern[str]]] = [
    (rule, re.compile(source(rule.template) + _BOUND, re.IGNORECASE | re.ASCII)) for rule in RULES
]
# Every rule tried in one match: a look-ahead a rule, whose group is what the rule might take. It is blind to case, on text in
# lower case, since the engine skips what cannot begin a word only where case counts; the rule itself then looks again.
_ALL = re.compile(
    "".join(f"(?:(?=({source(rule.template, named=False)}{_BOUND}))|)" for rule in RULES)
    .replace("(?P=s)", "[/.-]")
    .replace("(?-i:", "(?:")
    .lower(),
    re.ASCII,
)
_PART_OF = re.compile(
    source(
        rf"(?:the )?(?:(?P<late>early|late)(?: in| on)? )?(?:the |that )?(?P<dawn>{words(PARTS_OF_DAY)})(?: hours)?(?: of|,) (?:the )?"
    ),
    re.IGNORECASE,
)
_MODIFIER = re.compile(
    source(rf"(?:the )?(?:(?P<mod>{words(MODIFIERS)})(?P<inside> in| on)? |(?P<joined>mid|early|late)-)"), re.IGNORECASE
)
_AFTER = re.compile(
    source(rf" (?:(?P<dawn>{words(PARTS_OF_DAY)})|(?P<so>or so)|(?P<on>or later|and beyond|onwards?))") + _BOUND,
    re.IGNORECASE,
)
# Where a mention can begin: at a word, but not at a preposition.
_THEN = re.compile(source(",? (?=[0-9])"))
_WORD = re.compile(r"(?<![A-Za-z0-9])(?!(?:in|of|to|and|or|on|that(?= (?:the|a)\b))\b)[A-Za-z0-9'’]", re.IGNORECASE)
_DURING = re.compile(
    source("the (?:past|last|next|coming|following|first|final)|(?:past|last|next|coming) "), re.IGNORECASE
)
_OF_LENGTHS = {"MORE_THAN", "LESS_THAN", "EQUAL_OR_MORE", "EQUAL_OR_LESS"}


def _core(run: str, at: int) -> tuple[int, tuple[Reading, ...]]:
    """The longest rule that fits at a place of the run, and its readings."""
    fits = _ALL.match(run.lower(), at)
    if fits is None or fits.lastindex is None:
        return at, ()
    lengths_of = [(-len(text), number) for number, text in enumerate(fits.groups()) if text]
    lengths_of.sort()
    for _, number in lengths_of:
        rule, regex = _COMPILED[number]
        match = regex.match(run, at)
        said = match and rule.body(match)
        if match and said:
            end = match.end()
            found = said if isinstance(said, tuple) else (said,)
            return end, tuple(replace(r, start=max(r.start, at), end=r.end or end, rule=rule.name) for r in found)
    return at, ()


def _grain_is_coarse(value: object) -> bool:
    return isinstance(value, Calendar | Recurring | Shift) and value.cell.hour is None


def _modified(reading: Reading, said: str, word: str, start: int) -> Reading | None:
    """The reading with the modifier before it, None where the two do not go together."""
    word = re.sub(r"\s+", " ", word.lower())
    mod = MODIFIERS[word]
    value = reading.value
    # "over the past year" is no more than a year long.
    counted = isinstance(value, Length) and not _DURING.match(said)
    if mod in _OF_LENGTHS and not counted and reading.rule != "units from a day":
        return None
    # "over the years", "over several years": no more than so many.
    if word in ("over", "around", "about") and isinstance(value, Length) and value.n == "X":
        return None
    if mod in ("START", "MID", "END") and not _grain_is_coarse(value):
        return None
    if mod == "APPROX" and (
        isinstance(value, Vague | Every)
        or (word in ("some", "an estimated", "close to") and not isinstance(value, Length))
    ):
        return None
    if (
        word in ("about", "almost", "nearly")
        and isinstance(value, Shift | Recurring)
        and not (value.cell.month or value.cell.hour)
        and not reading.keep
        and reading.rule != "units from a day"
    ):
        return None
    return replace(reading, start=start, mod=reading.mod or mod)


def _in_part(reading: Reading, part: str) -> Reading | None:
    value = reading.value
    if not isinstance(value, Calendar | Recurring | Shift) or value.cell.part or value.cell.hour is not None:
        return None
    day = (
        value.cell.day
        or value.cell.weekday
        or value.cell.easter is not None
        or (isinstance(value, Shift) and value.unit == "day")
    )
    if not day:
        return None
    return replace(
        reading, value=replace(value, cell=replace(value.cell, part=PARTS_OF_DAY[part.lower()])), type="TIME"
    )


def _at_hour(reading: Reading, hour: Reading) -> Reading | None:
    """The day at the hour that follows it, as web stamps write it."""
    value, time = reading.value, hour.value
    if (
        not isinstance(value, Calendar | Recurring)
        or not isinstance(time, Recurring)
        or time.cell.weekday
        or time.cell.month
    ):
        return None
    if value.cell.day is None or value.cell.hour is not None:
        return None
    cell = replace(
        value.cell, hour=time.cell.hour, minute=time.cell.minute, second=time.cell.second, zone=time.cell.zone
    )
    return replace(reading, value=replace(value, cell=cell), type="TIME")


def _here(run: str, at: int) -> tuple[int, tuple[Reading, ...]]:
    end, found = _core(run, at)
    if prefix := _PART_OF.match(run, at):
        inner_end, inner = _core(run, prefix.end())
        if inner_end > end and inner and (part := _in_part(inner[0], prefix["dawn"])):
            mod = {"early": "START", "late": "END"}.get((prefix["late"] or "").lower())
            end, found = inner_end, (replace(part, start=at, mod=mod), *inner[1:])
            # "the night of 13-14 November" is one night, named by its evening.
            if len(found) == 2 and found[1].interval and part.value.cell.part == "NI":  # type: ignore[union-attr]
                found = (replace(found[0], end=inner_end),)
    if prefix := _MODIFIER.match(run, at):
        inner_end, inner = _core(run, prefix.end())
        if (
            inner_end > end
            and inner
            and not (prefix["inside"] and MODIFIERS[prefix["mod"].lower()] not in ("START", "MID", "END"))
            and (modified := _modified(inner[0], run[prefix.end() :], prefix["mod"] or prefix["joined"], at))
        ):
            end, found = inner_end, (modified, *inner[1:])
    if len(found) == 1 and (joint := _THEN.match(run, end)):
        clock_end, hours = _core(run, joint.end())
        if hours and hours[0].rule == "clock" and (timed := _at_hour(found[0], hours[0])):
            return clock_end, (replace(timed, end=clock_end),)
    if len(found) == 1 and (suffix := _AFTER.match(run, end)):
        if suffix["dawn"] and (part := _in_part(found[0], suffix["dawn"])):
            return suffix.end(), (replace(part, end=suffix.end()),)
        if suffix["so"] and isinstance(found[0].value, Length | Shift):
            return suffix.end(), (replace(found[0], end=suffix.end(), mod="APPROX"),)
        if suffix["on"] and isinstance(found[0].value, Calendar):
            return suffix.end(), (replace(found[0], end=suffix.end(), mod="ON_OR_AFTER"),)
    return end, found


@lru_cache(maxsize=1 << 18)
def read(run: str) -> tuple[Reading, ...]:
    """The mentions in a run of time words, left to right, the longest at each place.

    >>> [run[r.start : r.end] for run in ("on Friday, about three weeks later",) for r in read(run)]
    ['Friday', 'about three weeks later']
    """
    found: list[Reading] = []
    at = 0
    while word := _WORD.search(run, at):
        end, here = _here(run, word.start())
        if here:
            found.extend(here)
            at = end
        else:
            at = word.end()
            while at < len(run) and run[at].isalnum():
                at += 1
    return tuple(found)
