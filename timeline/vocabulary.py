"""English time words as dictionaries: the only place where a word of time is spelled out.

Keys are lower case; months and weekdays are numbered as ISO 8601 numbers them.

>>> MONTHS["sept"], WEEKDAYS["sunday"], NUMBERS["twenty-one"], ORDINALS["third"]
(9, 7, 21, 3)
"""

from __future__ import annotations

MONTH_NAMES = (
    "january february march april may june july august september october november december".split()
)  # fmt: skip
WEEKDAY_NAMES = "monday tuesday wednesday thursday friday saturday sunday".split()

MONTHS: dict[str, int] = (
    {name: number for number, name in enumerate(MONTH_NAMES, 1)}
    | {name[:3]: number for number, name in enumerate(MONTH_NAMES, 1)}
    | {"sept": 9}
)
WEEKDAYS: dict[str, int] = (
    {name: number for number, name in enumerate(WEEKDAY_NAMES, 1)}
    | {name[:3]: number for number, name in enumerate(WEEKDAY_NAMES, 1)}
    | {"tues": 2, "weds": 3, "thur": 4, "thurs": 4}
)

_ONES = "one two three four five six seven eight nine".split()
_TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
NUMBERS: dict[str, int] = (
    {word: number for number, word in enumerate(_ONES, 1)}
    | {word: number for number, word in enumerate(_TEENS, 10)}
    | dict(zip(_TENS, range(20, 100, 10), strict=True))
    | {
        f"{ten}{joint}{one}": tens + ones
        for ten, tens in zip(_TENS, range(20, 100, 10), strict=True)
        for ones, one in enumerate(_ONES, 1)
        for joint in ("-", " ")
    }
)

_IRREGULAR = {"one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth", "nine": "ninth",
              "twelve": "twelfth"}  # fmt: skip


def _ordinal(word: str) -> str:
    """
    >>> _ordinal("twenty-one"), _ordinal("thirty"), _ordinal("six")
    ('twenty-first', 'thirtieth', 'sixth')
    """
    head, joint, last = word.rpartition("-") if "-" in word else word.rpartition(" ")
    last = _IRREGULAR.get(last) or (last[:-1] + "ieth" if last.endswith("y") else last + "th")
    return head + joint + last


ORDINALS: dict[str, int] = {_ordinal(word): number for word, number in NUMBERS.items()}

# The size of a unit: on the clock of months or on the clock of days.
UNITS: dict[str, str] = {
    "second": "second", "minute": "minute", "hour": "hour", "day": "day", "night": "night", "week": "week",
    "fortnight": "fortnight", "weekend": "weekend", "month": "month", "quarter": "quarter", "year": "year",
    "decade": "decade", "century": "century", "centurie": "century", "millennium": "millennium",
    "morning": "morning", "afternoon": "afternoon", "evening": "evening",
    "min": "minute", "hr": "hour", "hrs": "hour", "mins": "minute", "sec": "second", "yr": "year",
    "yrs": "year",
}  # fmt: skip
SEASONS: dict[str, str] = {
    "spring": "SP", "springtime": "SP", "summer": "SU", "summertime": "SU", "autumn": "FA", "fall": "FA",
    "winter": "WI", "wintertime": "WI",
}  # fmt: skip
PARTS_OF_DAY: dict[str, str] = {
    "morning": "MO", "dawn": "MO", "afternoon": "AF", "evening": "EV", "night": "NI", "daytime": "DT",
}  # fmt: skip
