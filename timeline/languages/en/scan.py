"""The one regex that finds candidates: runs of time words with at least one that can carry a date.

The scan knows words, not rules: it is small enough to run at the speed of a text scan, and `english.read` decides what
inside a run is a mention.

>>> import re
>>> [m[0] for m in re.finditer(RUN, "It began in early October 2015 and ended three days later, we hear, on a Friday.")]
['early October 2015', 'three days later', 'a Friday']
"""

from __future__ import annotations

from collections.abc import Iterable

from timeline.languages.en import vocabulary
from timeline.languages.grammar import BLANKS, FRAGMENTS
from timeline.text import NEVER, any_of


def _each(*phrases: Iterable[str]) -> set[str]:
    return {word for group in phrases for phrase in group for word in phrase.split()}


def _last(phrases: Iterable[str]) -> set[str]:
    return {phrase.split()[-1] for phrase in phrases}


# Words that can carry a date alone. A phrase of several words is carried by its last one.
_CARRIERS = any_of(
    {unit + s for unit in [*vocabulary.UNITS, *vocabulary.PARTS_OF_DAY] for s in ("", "s")}
    - {"centurie", "min", "sec", "hr"}
    | {*vocabulary.NEAR_DAYS, *vocabulary.NOONS, "tonight", "overnight", "period"}
    | {*vocabulary.SEASONS, *vocabulary.FREQUENCIES, *vocabulary.DECADES}
    | {f"mid{part}" for part in "morning afternoon evening year week summer winter".split()}
    | {"summers", "winters", "autumns", "o'clock", "morrow", "half"}
    | {"soon as possible", "this time", "that time", "the time", "time being"}
    | _last(vocabulary.VAGUE) - {"being", "point", "possible", "time"}
    | {f"{unit}{joint}long" for unit in vocabulary.UNITS_LASTED for joint in ("", "-")}
    | _last(vocabulary.HOLIDAYS) - {"day", "eve", "july"}
    | {*vocabulary.SEVERAL_HOLIDAYS}
)
_ZONE = FRAGMENTS["zone"]
_SMALL = any_of(
    word
    for word in [*vocabulary.NUMBERS, *(word for word, n in vocabulary.ORDINALS.items() if n < 32)]
    if " " not in word
)


def _numbers(first: int, last: int) -> str:
    """The numbers of one word from the first to the last: an hour, or the second half of a year."""
    return any_of(word for word, n in vocabulary.NUMBERS.items() if first <= n <= last and " " not in word)


# Figures that carry a date alone, each with a text of its kind.
_HALF = r"(?-i:a\.m\.?|p\.m\.?|A\.M\.?|P\.M\.?|[ap]m\b|[AP]M\b)"
# In figures alone: "3/5/2015", "2015-05-03T17:30:00Z".
_DAY_IN_FIGURES = r"[0-9]{1,4}[-/.][0-9]{1,2}[-/.][0-9]{1,4}(?:[T ][0-9:]{4,8}(?:\.[0-9]+)?(?:Z|[+-][0-9:]{4,5})?)?\b"
# An hour: "5 p.m.", "5:30pm", "17:30:05".
_HOUR = (
    rf"(?:[0-9]{{1,2}}(?:[:.][0-9]{{2}}(?::[0-9]{{2}})?)? ?{_HALF}"
    rf"|[0-9]{{1,2}}[:.][0-9]{{2}}(?::[0-9]{{2}}(?: [+-][0-9]{{4}})?)?\b)"
)
# The same hour elsewhere, behind it: "(GMT)", "EST (2200 GMT)", "local time (10:30 p.m.)".
_SAME_HOUR = (
    rf"(?: \({_ZONE}\)|(?: (?:{_ZONE}|local time))?"
    rf" \((?:[0-9]{{1,2}}(?:[:.][0-9]{{2}})? ?{_HALF}|[0-9]{{1,2}}:[0-9]{{2}}\b|[0-9]{{4}})(?: {_ZONE})?\))?"
)
# An hour in four figures: "1730 hours", "17.30 GMT", "1730Z".
_MILITARY_HOUR = (
    rf"[0-2][0-9][0-5][0-9] \([0-2][0-9][0-5][0-9] {_ZONE}\)"
    rf"|[0-2][0-9][0-5][0-9] ?(?:hours\b|hrs\b|{_ZONE}\b)"
    rf"|[0-2][0-9]\.[0-5][0-9] {_ZONE}\b|[0-2][0-9][0-5][0-9](?-i:Z)\b"
)
# Years and decades: "1990s", "2014-15", "2015-W45", "the 90s", "'89".
_YEAR = (
    r"[12][0-9]{3}(?::[0-9]{2}){3}(?: [+-][0-9]{4})?\b"
    r"|[12][0-9]{3}(?:['’]?s|-?W[0-9]{2}-?[1-7]?|[-–—/](?:[0-9]{4}|[0-9]{1,2}|Q[1-4]))?\b"
    r"|[0-9]{1,3}0['’]?s\b|['’][0-9]{2}s?\b"
)
_NTH = r"[0-9]{1,2}(?:st|nd|rd|th)\b"
# Parts of a year with its figures, and years before Christ: "FY15", "3Q 2015", "490BC".
_PART_OF_A_YEAR = r"(?-i:FY ?['’]?[0-9]{2}(?:[0-9]{2})?|[1-4]Q ?[0-9]{2,4}|[12]H ?[0-9]{2,4}|[0-9]{1,4}BCE?)\b"
# A year in words: "nineteen hundred", "nineteen oh five", "twenty fifteen".
_YEAR_IN_WORDS = rf"{any_of(vocabulary.SPELLED_CENTURIES)}[ -](?:hundred|oh[ -]{_numbers(1, 9)}|{_numbers(10, 99)})\b"
_FIGURES = rf"{_DAY_IN_FIGURES}|{_HOUR}{_SAME_HOUR}|{_MILITARY_HOUR}|{_YEAR}|{_NTH}|{_PART_OF_A_YEAR}|{_YEAR_IN_WORDS}"
_MARKS = rf"(?-i:B\.C\.(?:E\.)?|A\.D\.|C\.E\.|(?:BCE?|B\.C|AD|CE|FY|Q[1-4]|H[12]|[1-4]Q|{any_of(vocabulary.ZONES)})\b)"
# Words that stand before a carrier; the first ones open a run, the others only go on with it.
_OPENERS = _each(
    vocabulary.MODIFIERS,
    vocabulary.DIRECTIONS,
    vocabulary.QUANTITIES,
    vocabulary.ORDINALS,
    vocabulary.NUMBERS,
    vocabulary.CALENDARS,
    vocabulary.COMPARING,
    (phrase.rpartition(" ")[0] for phrase in [*vocabulary.VAGUE, *vocabulary.HOLIDAYS]),
) | set(
    "the a an every each first last final fourth half its their his her these those once twice all per reported small "
    "intervening opening closing initial remaining".split()
)
_INSIDE = {
    *"of in to and or on through times years".split(),
    *vocabulary.SCALES,
    *vocabulary.KINDS_OF_TIME,
    *vocabulary.QUALITIES,
} - {"calendar", "more"}
_OPENERS -= _INSIDE
_BESIDE = BLANKS.replace(r"\n", "")
# A blank, or two, but no end of a paragraph.
_SEP = rf"(?:[{BLANKS}][{_BESIDE}]?|[{_BESIDE}]\n|[-–—/]| [·&–—-] )"
_NUMBER = r"[0-9]{1,3}(?:,[0-9]{3})*(?:\.[0-9]+)?(?:st|nd|rd|th|½)?"
# What only carries and never opens.
_IN_YEAR = "[12][0-9]{3}"
_PAST_THE_HOUR = rf"past (?:1[0-2]|[1-9]|{_numbers(1, 12)})\b"
_YEAR_ABOUT = r"(?-i:ca?\.?[12][0-9]{3})\b"
# Without their century: "Q3 '15".
_SHORT_PART_OF_A_YEAR = r"(?-i:[QH][1-4] ?['’][0-9]{2})\b"
# Four figures that are an hour: "1730 local time (1630 GMT)", "0730".
_HOUR_TOGETHER = rf"(?:0[0-9]|1[0-9]|2[0-3])[0-5][0-9] local time\b(?: \([0-9]{{4}} {_ZONE}\))?|0[0-9][0-5][0-9]\b"
# An hour of a city: "5:30 p.m. New York time".
_HOUR_SOMEWHERE = r"[0-9]{1,2}[:.][0-9]{2}(?: ?[ap]\.?m\.?)?(?: (?-i:[A-Z][a-z]+)){1,2} time\b"
# A day in one word, with its hour or without: "03May2015", "031730ZMAY15".
_DAY_TOGETHER = (
    rf"[0-3][0-9](?: ?[0-2][0-9][0-5][0-9] ?(?-i:[A-Z]) ?)?{any_of(vocabulary.MONTHS)} ?[0-9]{{2}}(?:[0-9]{{2}})?\b"
)
# Two days in figures with one year, and a day with its month between points: "14.11. to 15.11.2017", "31.Oct.1974".
_DAYS_IN_FIGURES = (
    r"[0-3]?[0-9][/.][0-3]?[0-9]\.?(?: ?[-–—] ?| (?:to|through|until|till) )"
    r"[0-3]?[0-9][/.][0-3]?[0-9][/.](?:[12][0-9]{3}|[0-9]{2})\b"
    rf"|[0-3]?[0-9]\.{any_of(vocabulary.MONTHS)}\.[12][0-9]{{3}}\b"
)
# Names that are written small beside a figure or their preposition: "on may 28", "28 oct", "march 2015", "last fri".
_SMALL_MONTH = FRAGMENTS["small"]
_WRITTEN_SMALL = (
    rf"{_SMALL_MONTH}\.?,? (?:[0-3]?[0-9](?:st|nd|rd|th)?\b(?:,? {_IN_YEAR}\b)?|(?:of )?{_IN_YEAR}\b)"
    rf"|[0-3]?[0-9](?:st|nd|rd|th)? (?:of )?{_SMALL_MONTH}(?:\.?,? {_IN_YEAR}\b)?"
    rf"|(?:on|last|next|this) {FRAGMENTS['smallday']}"
)
# Days of other calendars with their year, without the figure of the day, which leads: "Ramadan 1440", and in brackets
# the day of ours, "October [7 November] 1917".
_FEAST = any_of(vocabulary.FEASTS)
_OTHER_MONTH = any_of([*vocabulary.ISLAMIC_MONTHS, *vocabulary.PERSIAN_MONTHS])
_OTHER_CALENDARS = (
    rf"{_FEAST}(?:,? | of | in ){_IN_YEAR}\b|{_IN_YEAR} {_FEAST}\b"
    rf"|{_OTHER_MONTH}(?:,? | [0-3]?[0-9], ){_IN_YEAR}\b"
    rf"|{FRAGMENTS['month']} [\[(][0-3]?[0-9] {FRAGMENTS['month']}[\])],? {_IN_YEAR}\b"
)
_WHOLE = (
    f"{_OTHER_CALENDARS}|{_PAST_THE_HOUR}|{_YEAR_ABOUT}|{_SHORT_PART_OF_A_YEAR}|{_HOUR_TOGETHER}|{_HOUR_SOMEWHERE}"
    f"|{_DAY_TOGETHER}|{_DAYS_IN_FIGURES}|{_WRITTEN_SMALL}"
)
_NAMES = rf"{FRAGMENTS['month']}|{FRAGMENTS['weekday']}|(?:{any_of(vocabulary.WEEKDAY_NAMES)}s|{_CARRIERS})\b"
_CARRIER = f"(?:{_WHOLE}|{_FIGURES}|{_MARKS}|{_NAMES})"
_LAST = any_of(
    "ago back earlier later previously before after hence thereafter from afterwards afterward following so more old "
    "long beyond local time hours hrs instant inst ultimo ult proximo prox prior ahead come day eve end half onward "
    "onwards next last".split()
)
_TAIL = rf"(?:(?:before|after){_SEP}that|{_LAST}|two thousand(?: (?:and )?{_SMALL})?|{_SMALL})"
_OPEN = rf"(?:{any_of(_OPENERS)}|{_NUMBER}|{_FIGURES})[,-]?{_SEP}"
# Openers are most of the automaton: here they are spelled once.
_LEAD = rf"(?:{_OPEN}(?:{any_of(_INSIDE)}[,-]?{_SEP})*)*"
_MORE = rf"(?:{any_of(_OPENERS | _INSIDE)}|{_NUMBER}|{_FIGURES})[,-]?{_SEP}"
# What only ends an expression does not do so over a comma: ", after a long argument" begins something else.
_ON = rf"(?:(?:['’]s?|,)?{_SEP}(?:{_MORE})*(?:{_CARRIER}|{_NUMBER}\b)|,[12][0-9]{{3}}\b)"
_END = rf"(?:['’]s?)?{_SEP}(?:(?:or|and|the|of|in|to|an?|one){_SEP})*{_TAIL}\b"
RUN = rf"(?i:['’][0-9]{{2}}s?\b|\b{_LEAD}{_CARRIER}(?:{_ON}|{_END})*)"
# Forms that few texts hold make up a third of the automaton: a text without any of them is scanned with a smaller one,
# and one pass for these forms alone, which is light, tells which texts do.
_DAYS = f"{_DAY_TOGETHER}|{_DAYS_IN_FIGURES}|{_WRITTEN_SMALL}"
_PARTS = f"{_PART_OF_A_YEAR}|{_YEAR_IN_WORDS}"
_SELDOM = _OTHER_CALENDARS, _YEAR_ABOUT, _SHORT_PART_OF_A_YEAR, _HOUR_TOGETHER, _DAYS, _MILITARY_HOUR, _PARTS
SELDOM = "(?i:\\b(?:{}|{}|{}|{}|{}|{}|{}))".format(*_SELDOM)
# Finds what `RUN` does in a text where `SELDOM` finds nothing.
PLAIN_RUN = RUN
for form in _SELDOM:
    PLAIN_RUN = PLAIN_RUN.replace(form, NEVER)
