"""English time words as dictionaries: the only module that spells out a word of time.

Keys are lower case; months and weekdays are numbered as ISO 8601 numbers them.

>>> MONTHS["sept"], WEEKDAYS["sunday"], NUMBERS["twenty-one"], ORDINALS["third"]
(9, 7, 21, 3)
"""

from __future__ import annotations

from timeline.calendar.display import MONTHS as MONTHS_IN_FULL

MONTH_NAMES = [name.lower() for name in MONTHS_IN_FULL]
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
# Those that are other words too are no weekdays where they are written small: the sun, she sat, they wed.
SMALL_WEEKDAYS = [name for name in WEEKDAYS if name not in ("sun", "sat", "wed")]

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

SCALES = {"hundred": 100, "thousand": 1000, "million": 1_000_000, "billion": 1_000_000_000}
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

NEAR_DAYS: dict[str, int] = {"yesterday": -1, "today": 0, "tomorrow": 1}
DAYS_FROM_TODAY: dict[str, int] = NEAR_DAYS | {
    "tonight": 0, "the day before yesterday": -2, "day before yesterday": -2,
    "the day after tomorrow": 2, "day after tomorrow": 2,
}  # fmt: skip
# The hour on the clock of 24.
NOONS: dict[str, int] = {"noon": 12, "midday": 12, "midnight": 24}

# Which occurrence of a cycle a direction chooses: how many cycles away, the anchor it is counted from, the default.
DIRECTIONS: dict[str, tuple[int, str, str]] = {
    "this": (0, "published", "in"), "this same": (0, "published", "in"), "current": (0, "published", "in"),
    "present": (0, "published", "in"), "last": (-1, "published", "before"), "past": (-1, "published", "before"),
    "this past": (-1, "published", "before"), "this last": (-1, "published", "before"),
    "latest": (-1, "published", "before"), "next": (1, "published", "after"), "coming": (1, "published", "after"),
    "this coming": (1, "published", "after"), "upcoming": (1, "published", "after"),
    "this next": (1, "published", "after"), "previous": (-1, "told", "before"), "preceding": (-1, "told", "before"),
    "prior": (-1, "told", "before"), "following": (1, "told", "after"), "subsequent": (1, "told", "after"),
    "ensuing": (1, "told", "after"), "succeeding": (1, "told", "after"), "that": (0, "told", "in"),
    "that same": (0, "told", "in"), "same": (0, "told", "in"), "very same": (0, "told", "in"),
    "the very": (0, "told", "in"),
}  # fmt: skip

# The directions that any noun of time takes: "that evening", "the same month of last year".
COMMON_DIRECTIONS = ["this", "last", "next", "that", "same", "that same", "previous", "following", "preceding"]
# Words that compare a part of a year with the same part of another: "in the comparable period of last year".
COMPARING = "same corresponding comparable like similar equivalent".split()

# Words before an expression and the TIMEX3 modifier they carry.
MODIFIERS: dict[str, str] = {
    "early": "START", "earlier": "START", "very early": "START", "start of": "START", "beginning of": "START",
    "first half of": "START", "first part of": "START", "second half of": "END", "last half of": "END",
    "latter half of": "END", "first quarter of": "START", "second quarter of": "MID", "third quarter of": "MID",
    "last quarter of": "END", "final quarter of": "END", "onset of": "START", "outset of": "START", "dawn of": "START",
    "early part of": "START", "mid": "MID", "middle of": "MID", "midst of": "MID", "mid part of": "MID",
    "early to mid": "START", "early-to-mid": "START", "mid to late": "END", "mid-to-late": "END", "mid- to late": "END",
    "late": "END", "later": "END", "very late": "END", "end": "END", "end of": "END", "close of": "END",
    "latter part of": "END", "late part of": "END", "very end of": "END", "final days of": "END", "last days of": "END",
    "turn of": "END", "about": "APPROX", "around": "APPROX", "approximately": "APPROX", "roughly": "APPROX",
    "sometime": "APPROX", "circa": "APPROX", "ca.": "APPROX", "c.": "APPROX", "some": "APPROX", "nearly": "APPROX",
    "almost": "APPROX", "close to": "APPROX", "an estimated": "APPROX", "more than": "MORE_THAN", "over": "MORE_THAN",
    "well over": "MORE_THAN", "just over": "MORE_THAN", "longer than": "MORE_THAN", "a little over": "MORE_THAN",
    "a little more than": "MORE_THAN", "less than": "LESS_THAN", "under": "LESS_THAN", "just under": "LESS_THAN",
    "fewer than": "LESS_THAN", "shorter than": "LESS_THAN", "at least": "EQUAL_OR_MORE",
    "no less than": "EQUAL_OR_MORE", "no fewer than": "EQUAL_OR_MORE", "not less than": "EQUAL_OR_MORE",
    "at most": "EQUAL_OR_LESS", "up to": "EQUAL_OR_LESS", "no more than": "EQUAL_OR_LESS",
    "not more than": "EQUAL_OR_LESS", "as many as": "EQUAL_OR_LESS",
}  # fmt: skip

# Small words that stand in nearly every sentence, the commonest first.
FUNCTION_WORDS = (
    "the of and to that with was for said from by which had has were his this been their are not they who".split()
)

# References without edges.
VAGUE: dict[str, str] = {
    "now": "PRESENT_REF", "right now": "PRESENT_REF", "currently": "PRESENT_REF", "current": "PRESENT_REF",
    "these days": "PRESENT_REF", "those days": "PAST_REF", "nowadays": "PRESENT_REF", "at this time": "PRESENT_REF",
    "presently": "PRESENT_REF", "at present": "PRESENT_REF", "present-day": "PRESENT_REF", "present day": "PRESENT_REF",
    "the present": "PRESENT_REF", "the present day": "PRESENT_REF", "modern day": "PRESENT_REF",
    "modern-day": "PRESENT_REF", "at the moment": "PRESENT_REF", "the time being": "PRESENT_REF",
    "recently": "PAST_REF", "more recently": "PAST_REF", "most recently": "PAST_REF", "lately": "PAST_REF",
    "long ago": "PAST_REF", "not long ago": "PAST_REF", "a long time ago": "PAST_REF", "some time ago": "PAST_REF",
    "a while ago": "PAST_REF", "not so long ago": "PAST_REF", "not too long ago": "PAST_REF",
    "a short time ago": "PAST_REF", "a short while ago": "PAST_REF", "ages ago": "PAST_REF",
    "some time later": "FUTURE_REF", "a short time later": "FUTURE_REF", "a short while later": "FUTURE_REF",
    "a while later": "FUTURE_REF", "moments ago": "PAST_REF", "a moment ago": "PAST_REF", "moments later": "FUTURE_REF",
    "a moment later": "FUTURE_REF", "the distant past": "PAST_REF", "that time": "PAST_REF", "the time": "PAST_REF",
    "this time": "PRESENT_REF", "formerly": "PAST_REF", "the past": "PAST_REF", "the recent past": "PAST_REF",
    "the future": "FUTURE_REF", "the near future": "FUTURE_REF", "the distant future": "FUTURE_REF",
    "the immediate future": "FUTURE_REF", "the not-too-distant future": "FUTURE_REF",
    "the not too distant future": "FUTURE_REF", "this day and age": "PRESENT_REF",
    "the foreseeable future": "FUTURE_REF", "the short term": "FUTURE_REF", "the near term": "FUTURE_REF",
    "the long term": "FUTURE_REF", "a later date": "FUTURE_REF", "as soon as possible": "FUTURE_REF",
}  # fmt: skip

# Adverbs and adjectives of repetition: the length of one cycle.
FREQUENCIES: dict[str, tuple[str, str]] = {
    "hourly": ("1", "hour"), "daily": ("1", "day"), "nightly": ("1", "night"), "weekly": ("1", "week"),
    "biweekly": ("2", "week"), "bi-weekly": ("2", "week"), "bi-monthly": ("2", "month"), "fortnightly": ("2", "week"),
    "monthly": ("1", "month"), "bimonthly": ("2", "month"), "semiannually": ("6", "month"),
    "semi-annually": ("6", "month"), "yearly": ("1", "year"), "annually": ("1", "year"), "biennially": ("2", "year"),
    "everyday": ("1", "day"),
}  # fmt: skip

# Holidays by month and day, by the n-th weekday of a month (from a day on), or by days from Easter Sunday (Gregorian).
# The rules are those of the calendars of the United States (5 U.S.C. 6103; the day of elections is that of 2 U.S.C. 7)
# and of the Western churches.
HOLIDAYS: dict[str, dict[str, int]] = {
    "christmas": {"month": 12, "day": 25}, "christmas day": {"month": 12, "day": 25}, "xmas": {"month": 12, "day": 25},
    "christmas eve": {"month": 12, "day": 24}, "boxing day": {"month": 12, "day": 26},
    "new year's day": {"month": 1, "day": 1}, "new year's eve": {"month": 12, "day": 31},
    "new year's": {"month": 1, "day": 1}, "new year": {"month": 1, "day": 1}, "epiphany": {"month": 1, "day": 6},
    "valentine's day": {"month": 2, "day": 14}, "st. valentine's day": {"month": 2, "day": 14},
    "st. patrick's day": {"month": 3, "day": 17}, "st patrick's day": {"month": 3, "day": 17},
    "groundhog day": {"month": 2, "day": 2}, "anzac day": {"month": 4, "day": 25},
    "australia day": {"month": 1, "day": 26}, "canada day": {"month": 7, "day": 1},
    "cinco de mayo": {"month": 5, "day": 5}, "guy fawkes day": {"month": 11, "day": 5},
    "bonfire night": {"month": 11, "day": 5}, "remembrance day": {"month": 11, "day": 11},
    "human rights day": {"month": 12, "day": 10}, "veterans' day": {"month": 11, "day": 11},
    "mothers' day": {"month": 5, "weekday": 7, "nth": 2}, "presidents day": {"month": 2, "weekday": 1, "nth": 3},
    "april fools' day": {"month": 4, "day": 1}, "april fool's day": {"month": 4, "day": 1},
    "may day": {"month": 5, "day": 1}, "independence day": {"month": 7, "day": 4},
    "the fourth of july": {"month": 7, "day": 4}, "bastille day": {"month": 7, "day": 14},
    "halloween": {"month": 10, "day": 31}, "guy fawkes night": {"month": 11, "day": 5},
    "all saints' day": {"month": 11, "day": 1}, "armistice day": {"month": 11, "day": 11},
    "veterans day": {"month": 11, "day": 11}, "juneteenth": {"month": 6, "day": 19},
    "international women's day": {"month": 3, "day": 8}, "earth day": {"month": 4, "day": 22},
    "thanksgiving": {"month": 11, "weekday": 4, "nth": 4}, "thanksgiving day": {"month": 11, "weekday": 4, "nth": 4},
    "labor day": {"month": 9, "weekday": 1, "nth": 1}, "memorial day": {"month": 5, "weekday": 1, "nth": -1},
    "columbus day": {"month": 10, "weekday": 1, "nth": 2}, "presidents' day": {"month": 2, "weekday": 1, "nth": 3},
    "martin luther king day": {"month": 1, "weekday": 1, "nth": 3}, "mlk day": {"month": 1, "weekday": 1, "nth": 3},
    "saint patrick's day": {"month": 3, "day": 17}, "international workers' day": {"month": 5, "day": 1},
    "orthodox christmas": {"month": 1, "day": 7},
    "mother's day": {"month": 5, "weekday": 7, "nth": 2}, "father's day": {"month": 6, "weekday": 7, "nth": 3},
    "election day": {"month": 11, "day": 2, "weekday": 2, "nth": 1}, "easter": {"easter": 0},
    "easter sunday": {"easter": 0}, "easter monday": {"easter": 1}, "good friday": {"easter": -2},
    "holy thursday": {"easter": -3}, "maundy thursday": {"easter": -3}, "palm sunday": {"easter": -7},
    "ash wednesday": {"easter": -46}, "shrove tuesday": {"easter": -47}, "mardi gras": {"easter": -47},
    "ascension day": {"easter": 39}, "pentecost": {"easter": 49}, "whit monday": {"easter": 50},
    "corpus christi": {"easter": 60},
}  # fmt: skip

# Feasts that move: by days from the Orthodox Easter, by the country whose calendar names them, or by month and day of
# the calendar that they belong to.
FEASTS: dict[str, tuple[str | int, ...]] = {
    "orthodox easter": ("orthodox", 0), "orthodox good friday": ("orthodox", -2),
    "orthodox pentecost": ("orthodox", 49),
    "chinese new year": ("CN", "Chinese New Year"), "lunar new year": ("CN", "Chinese New Year"),
    "passover": ("hebrew", 1, 15), "pesach": ("hebrew", 1, 15), "shavuot": ("hebrew", 3, 6),
    "jewish new year": ("hebrew", 7, 1), "rosh hashanah": ("hebrew", 7, 1), "rosh hashana": ("hebrew", 7, 1),
    "yom kippur": ("hebrew", 7, 10), "sukkot": ("hebrew", 7, 15), "hanukkah": ("hebrew", 9, 25),
    "chanukah": ("hebrew", 9, 25),
    "islamic new year": ("islamic", 1, 1), "ashura": ("islamic", 1, 10), "eid al-fitr": ("islamic", 10, 1),
    "eid ul-fitr": ("islamic", 10, 1), "eid al-adha": ("islamic", 12, 10), "eid ul-adha": ("islamic", 12, 10),
    "nowruz": ("persian", 1, 1), "norouz": ("persian", 1, 1), "persian new year": ("persian", 1, 1),
    "diwali": ("SG", "Diwali"), "deepavali": ("SG", "Diwali"), "vesak": ("SG", "Vesak Day"),
}  # fmt: skip
ISLAMIC_MONTHS: dict[str, int] = {
    "muharram": 1, "safar": 2, "rabi al-awwal": 3, "rabi al-thani": 4, "jumada al-awwal": 5, "jumada al-thani": 6,
    "rajab": 7, "shaban": 8, "sha'ban": 8, "ramadan": 9, "ramadhan": 9, "shawwal": 10, "dhu al-qadah": 11,
    "dhu al-hijjah": 12, "dhul hijjah": 12, "dhul-hijjah": 12,
}  # fmt: skip
PERSIAN_MONTHS: dict[str, int] = {
    "farvardin": 1, "ordibehesht": 2, "khordad": 3, "tir": 4, "mordad": 5, "shahrivar": 6, "mehr": 7, "aban": 8,
    "azar": 9, "dey": 10, "bahman": 11, "esfand": 12,
}  # fmt: skip

# Holidays of one word, in the plural: "two Christmases ago".
SEVERAL_HOLIDAYS = {name + ("es" if name[-1] == "s" else "s"): name for name in HOLIDAYS if name.isalpha()}

# Counts that are not numbers: how many, as TIMEX3 writes it.
QUANTITIES: dict[str, str] = {
    "a": "1", "an": "1", "one": "1", "a single": "1", "another": "1", "an additional": "1", "an entire": "1",
    "a full": "1", "a whole": "1", "a couple of": "2", "a couple": "2", "couple of": "2", "half a": "0.5",
    "half an": "0.5", "a dozen": "12", "a few": "X", "few": "X", "several": "X", "many": "X", "a number of": "X",
    "some": "X", "a good few": "X", "dozens of": "X", "hundreds of": "X", "thousands of": "X", "a hundred": "100",
    "one hundred": "100", "a thousand": "1000", "one thousand": "1000", "a mere": "1", "a quarter of a": "0.25",
    "another few": "X", "scores of": "X",
}  # fmt: skip
# One word of order before a count ("the last two years"), any number before units without one ("many recent years").
ORDERING = (
    "past last next coming previous preceding prior first final following recent latest remaining initial "
    "opening".split()
)
QUALIFIERS = (
    "the its recent past coming last final early future first next previous many following subsequent ensuing "
    "intervening "
    "preceding"
).split()
# Determiners before a direction ("its last quarter"); units behind "the" alone, beside another one, and behind "per".
DETERMINERS = "the its their his her our".split()
UNITS_DEFINITE = "quarter year month week day weekend decade century period".split()
UNITS_BESIDE = "year month week quarter decade evening night morning afternoon".split()
UNITS_PER = "day week month year hour quarter".split()
# Plural units without a count, units that something lasts ("year-long"), units that it fills ("all night").
UNITS_UNCOUNTED = "seconds minutes hours days nights weeks weekends months quarters years decades centuries".split()
UNITS_LASTED = "hour hours day days week weeks month months year years decade decades century centuries".split()
UNITS_FILLED = "day night week month year morning afternoon summer winter".split()
# Business years, and all that a year or its parts may be of.
FISCAL = ["fiscal", "financial"]
CALENDARS = [*FISCAL, "calendar", "full", "school", "academic"]
# The first half of a year in words: "nineteen ninety-six".
SPELLED_CENTURIES = "eighteen nineteen twenty".split()
# Parts of a period; what they mean is in `MODIFIERS`.
STAGES = ["early", "mid", "late"]
# What stands between a count and its unit: "five trading days", and, where there are several, "two bloody weeks".
KINDS_OF_TIME = (
    "more additional further extra consecutive straight full long whole trading business working calendar successive "
    "other".split()
)
QUALITIES = (
    "short solid hard hot cold dry bloody brutal bitter tense quiet lean turbulent gruelling grueling frantic".split()
)
DECADES: dict[str, int] = {
    "twenties": 1920, "thirties": 1930, "forties": 1940, "fifties": 1950, "sixties": 1960, "seventies": 1970,
    "eighties": 1980, "nineties": 1990,
}  # fmt: skip
ZONES = (
    "GMT UTC EST EDT CST CDT MST MDT PST PDT ET CT MT PT BST CET CEST EET EEST MSK IST JST KST HKT AEST AEDT Zulu"
).split()  # fmt: skip
