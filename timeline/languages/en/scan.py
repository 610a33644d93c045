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
from timeline.text import any_of


def _each(*phrases: Iterable[str]) -> set[str]:
    return {word for group in phrases for phrase in group for word in phrase.split()}


def _last(phrases: Iterable[str]) -> set[str]:
    return {phrase.split()[-1] for phrase in phrases}


# Words that can carry a date alone. A phrase of several words is carried by its last one.
_CARRIERS = any_of(
    {unit + s for unit in [*vocabulary.UNITS, *vocabulary.PARTS_OF_DAY] for s in ("", "s")}
    - {"centurie", "min", "sec", "hr"}
    | {"today", "tonight", "yesterday", "tomorrow", "overnight", "noon", "midday", "midnight", "period"}
    | {
        *vocabulary.SEASONS,
        *vocabulary.FREQUENCIES,
        *vocabulary.DECADES,
        *(f"mid{part}" for part in ("morning", "afternoon", "evening", "year", "week", "summer", "winter")),
    }
    | {
        "summers",
        "winters",
        "autumns",
        "o'clock",
        "morrow",
        "soon as possible",
        "this time",
        "that time",
        "the time",
        "half",
        "time being",
    }
    | _last(vocabulary.VAGUE) - {"being", "point", "possible", "time"}
    | {f"{unit}{s}long" for unit in ("hour", "day", "week", "month", "year", "decade") for s in ("", "-")}
    | _last(vocabulary.HOLIDAYS) - {"day", "eve", "july"}
    | {*vocabulary.SEVERAL_HOLIDAYS}
)
_HALF = r"(?-i:a\.m\.?|p\.m\.?|A\.M\.?|P\.M\.?|[ap]m\b|[AP]M\b)"
_ZONE = rf"(?-i:{any_of(vocabulary.ZONES)})"
_SMALL = any_of(
    word
    for word in [*vocabulary.NUMBERS, *(word for word, n in vocabulary.ORDINALS.items() if n < 32)]
    if " " not in word
)
_FIGURES = (
    r"[0-9]{1,4}[-/.][0-9]{1,2}[-/.][0-9]{1,4}(?:[T ][0-9:]{4,8}(?:\.[0-9]+)?(?:Z|[+-][0-9:]{4,5})?)?\b"
    rf"|(?:[0-9]{{1,2}}(?:[:.][0-9]{{2}}(?::[0-9]{{2}})?)? ?{_HALF}|[0-9]{{1,2}}[:.][0-9]{{2}}(?::[0-9]{{2}})?\b)(?: \({_ZONE}\)|(?: (?:{_ZONE}|local time))? \((?:[0-9]{{1,2}}(?:[:.][0-9]{{2}})? ?{_HALF}|[0-9]{{1,2}}:[0-9]{{2}}\b|[0-9]{{4}})(?: {_ZONE})?\))?"
    rf"|[0-2][0-9][0-5][0-9] ?(?:hours\b|hrs\b|{_ZONE}\b)|[0-2][0-9]\.[0-5][0-9] {_ZONE}\b|[0-2][0-9][0-5][0-9](?-i:Z)\b"
    r"|[12][0-9]{3}(?:['’]?s|-?W[0-9]{2}-?[1-7]?|[-–—/](?:[0-9]{4}|[0-9]{1,2}|Q[1-4]))?\b|[0-9]{1,3}0['’]?s\b|['’][0-9]{2}s?\b"
    r"|[0-9]{1,2}(?:st|nd|rd|th)\b|(?-i:FY ?['’]?[0-9]{2}(?:[0-9]{2})?|[1-4]Q ?[0-9]{2,4}|[12]H ?[0-9]{2,4}|[0-9]{1,4}BCE?)\b"
    rf"|(?:eighteen|nineteen|twenty)[ -](?:hundred|oh[ -]{any_of(word for word, n in vocabulary.NUMBERS.items() if n < 10)}|{any_of(word for word, n in vocabulary.NUMBERS.items() if n > 9 and ' ' not in word)})\b"
)
_MARKS = rf"(?-i:B\.C\.(?:E\.)?|A\.D\.|C\.E\.|(?:BCE?|B\.C|AD|CE|FY|Q[1-4]|H[12]|[1-4]Q|{any_of(vocabulary.ZONES)})\b)"
# Words that stand before a carrier; the first ones open a run, the others only go on with it.
_OPENERS = _each(
    vocabulary.MODIFIERS,
    vocabulary.DIRECTIONS,
    vocabulary.QUANTITIES,
    vocabulary.ORDINALS,
    vocabulary.NUMBERS,
    (p.rpartition(" ")[0] for p in [*vocabulary.VAGUE, *vocabulary.HOLIDAYS]),
) | set(
    "the a an every each fiscal financial calendar first last final fourth half its their his her these those once twice all per "
    "corresponding comparable reported like similar equivalent small intervening opening closing initial remaining".split()
)
_INSIDE = {
    *"of in to and or on times years".split(),
    *vocabulary.SCALES,
    *vocabulary.KINDS_OF_TIME,
    *vocabulary.QUALITIES,
} - {
    "calendar",
    "more",
}
_OPENERS -= _INSIDE
_SEP = rf"(?:[{BLANKS}]{{1,2}}|[-–—/]| [·&] )"
_NUMBER = r"[0-9]{1,3}(?:,[0-9]{3})*(?:\.[0-9]+)?(?:st|nd|rd|th|½)?"
# Written together, or told in words: what only carries and never opens.
_WHOLE = (
    rf"past (?:1[0-2]|[1-9]|{any_of(word for word, n in vocabulary.NUMBERS.items() if n <= 12)})\b|(?-i:ca?\.[12][0-9]{{3}})\b"
    rf"|(?-i:[QH][1-4] ?['’][0-9]{{2}})\b|(?:0[0-9]|1[0-9]|2[0-3])[0-5][0-9] local time\b(?: \([0-9]{{4}} {_ZONE}\))?|0[0-9][0-5][0-9]\b"
    r"|[0-9]{1,2}[:.][0-9]{2}(?: ?[ap]\.?m\.?)?(?: (?-i:[A-Z][a-z]+)){1,2} time\b"
    rf"|[0-3][0-9](?: ?[0-2][0-9][0-5][0-9] ?(?-i:[A-Z]) ?)?(?:{any_of(vocabulary.MONTHS)}) ?[0-9]{{2}}(?:[0-9]{{2}})?\b"
)
_CARRIER = rf"(?:{_WHOLE}|{_FIGURES}|{_MARKS}|{FRAGMENTS['month']}|{FRAGMENTS['weekday']}|(?:{any_of(vocabulary.WEEKDAY_NAMES)}s|{_CARRIERS})\b)"
_TAIL = any_of(
    "ago back earlier later previously before after hence thereafter from afterwards afterward following so more old long beyond local time "
    "hours hrs instant inst ultimo ult proximo prox prior ahead come day eve end half onward onwards next last".split()
)
_TAIL = rf"(?:(?:before|after){_SEP}that|{_TAIL}|two thousand(?: (?:and )?{_SMALL})?|{_SMALL})"
_OPEN = rf"(?:{any_of(_OPENERS)}|{_NUMBER}|{_FIGURES})[,-]?{_SEP}"
# Openers are most of the automaton: here they are spelled once.
_LEAD = rf"(?:{_OPEN}(?:{any_of(_INSIDE)}[,-]?{_SEP})*)*"
_MORE = rf"(?:{any_of(_OPENERS | _INSIDE)}|{_NUMBER}|{_FIGURES})[,-]?{_SEP}"
# What only ends an expression does not do so over a comma: ", after a long argument" begins something else.
_ON = rf"(?:['’]s?|,)?{_SEP}(?:{_MORE})*(?:{_CARRIER}|{_NUMBER}\b)|(?:['’]s?)?{_SEP}(?:(?:or|and|the|of|in|to|an?|one){_SEP})*{_TAIL}\b"
RUN = rf"(?i:['’][0-9]{{2}}s?\b|\b{_LEAD}{_CARRIER}(?:{_ON})*)"
