"""What a phrase says about time, before any date is known.

A value is frozen and small, and its `str()` is a compact ISO-like code which `parse()` reads back:

>>> str(Calendar(2014, Cell(month=12, day=29))), str(Shift(-1, "day")), str(Recurring(Cell(weekday=7)))
('2014-12-29', 'day-1', 'XXXX-WXX-7')
>>> parse("XXXX-09-30") == Recurring(Cell(month=9, day=30))
True
"""

from __future__ import annotations

import re
from typing import NamedTuple


class Cell(NamedTuple):
    """The fields inside a larger cycle; the last one given is the grain.

    `nth` counts weekdays or weeks within the month (-1 is the last), from `day` on where both are given; `year` counts
    within a century; `easter` counts days from Easter Sunday.

    >>> str(Cell(month=11, weekday=4, nth=4)), str(Cell(quarter=3)), str(Cell(month=5, day=3, hour=9, minute=30))
    ('-11-WXX-4#4', '-Q3', '-05-03T09:30')
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    week: int | None = None
    weekday: int | None = None
    weekend: bool = False
    nth: int | None = None
    quarter: int | None = None
    half: int | None = None
    season: str | None = None
    easter: int | None = None
    hour: int | None = None
    minute: int | None = None
    second: int | None = None
    part: str | None = None
    zone: str | None = None

    def __str__(self) -> str:
        code = ""
        if self.month is not None:
            code += f"-{self.month:02}"
        if self.quarter is not None:
            code += f"-Q{self.quarter}"
        if self.half is not None:
            code += f"-H{self.half}"
        if self.season is not None:
            code += f"-{self.season}"
        if self.easter is not None:
            code += f"-EASTER{self.easter:+}"
        if self.weekday is not None or self.week is not None or self.weekend:
            code += "-WXX" if self.week is None else f"-W{self.week:02}"
            code += "-WE" if self.weekend else ""
            code += f"-{self.weekday}" if self.weekday is not None else ""
        if self.nth is not None:
            code += f"#{self.nth}"
        if self.day is not None:
            code += f"-{self.day:02}" if self.month is not None else f"-XX-{self.day:02}"
        if self.hour is not None or self.part is not None:
            code += f"T{self.part}" if self.hour is None else f"T{self.hour:02}"
        if self.minute is not None:
            code += f":{self.minute:02}"
        if self.second is not None:
            code += f":{self.second:02}"
        return code + (f"[{self.zone}]" if self.zone else "")

    def __bool__(self) -> bool:
        return self != _EMPTY


_EMPTY = Cell()
_CELL = re.compile(
    r"""(?:-(?P<month>\d\d)(?=$|[-T#\[]))?(?:-Q(?P<quarter>\d))?(?:-H(?P<half>\d))?(?:-(?P<season>SP|SU|FA|WI))?
    (?:-EASTER(?P<easter>[+-]\d+))?(?:-W(?:XX|(?P<week>\d\d))(?P<weekend>-WE)?(?:-(?P<weekday>\d))?)?
    (?:\#(?P<nth>-?\d+))?(?:(?:-XX)?-(?P<day>\d\d))?
    (?:T(?:(?P<hour>\d\d)|(?P<part>[A-Z]{2})))?(?::(?P<minute>\d\d))?(?::(?P<second>\d\d))?(?:\[(?P<zone>[^\]]+)\])?""",
    re.VERBOSE,
)


def _cell(code: str) -> Cell:
    found = _CELL.fullmatch(code)
    if found is None:
        raise ValueError(f"not a code of a value: {code!r}")
    texts = {name: text for name, text in found.groupdict().items() if text is not None}
    words = {"season", "part", "zone"}
    fields = {name: True if name == "weekend" else v if name in words else int(v) for name, v in texts.items()}
    return Cell(**fields)  # type: ignore[arg-type]  # each field has the type that its name wants


def year_code(year: int, years: int = 1) -> str:
    """A year as ISO writes it, or the decade or century it opens; astronomical, so that 0 is 1 BC.

    >>> year_code(476), year_code(-489), year_code(1990, 10), year_code(1800, 100)
    ('0476', 'BC0490', '199', '18')
    """
    first = int(years == 1)  # the first decade and century of our era open with the year 0
    code = f"{year:04}" if year >= first else f"BC{2 - year - years:04}"
    return code if years == 1 else code[: -len(str(years)) + 1]


class Calendar(NamedTuple):
    """An absolute cell: a year (astronomical: 0 is 1 BC), or the decade or century it opens, and fields inside it.

    >>> str(Calendar(1990, years=10)), str(Calendar(-489)), str(Calendar(1989, Cell(quarter=3), fiscal=True))
    ('199', 'BC0490', 'FY1989-Q3')
    """

    year: int
    cell: Cell = _EMPTY
    years: int = 1
    fiscal: bool = False

    def __str__(self) -> str:
        year = year_code(self.year, self.years)
        return ("FY" if self.fiscal else "") + year + str(self.cell)


def nth_century(number: int, *, before: bool = False) -> Calendar:
    """The n-th century of our era, or the n-th before it: the hundred years of the same first figures.

    There is no year 0, so that the first century begins with the year 1.

    >>> nth_century(19).year, nth_century(1).year, nth_century(1, before=True).year
    (1800, 1, -99)
    """
    return Calendar(1 - 100 * number if before else max(1, 100 * (number - 1)), years=100)


class Shift(NamedTuple):
    """The cell `n` units from the one that holds the anchor, and fields inside it; `grain` "keep" takes the anchor's.

    >>> str(Shift(-1, "year", Cell(quarter=3))), str(Shift(2, "day"))
    ('year-1-Q3', 'day+2')
    """

    n: int
    unit: str
    cell: Cell = _EMPTY

    def __str__(self) -> str:
        return f"{self.unit}{self.n:+}{self.cell}"


class Recurring(NamedTuple):
    """Fields inside a larger cycle; a direction chooses the occurrence that is meant, and `n` counts on from there.

    >>> str(Recurring(Cell(season="SU"))), str(Recurring(Cell(hour=9, minute=5))), str(Recurring(Cell(weekday=2), 1))
    ('XXXX-SU', 'XXXX-XX-XXT09:05', 'XXXX-WXX-2,+1')
    """

    cell: Cell
    n: int = 0

    def __str__(self) -> str:
        code = str(self.cell)
        head = "XXXX-XX-XX" if code.startswith("T") else "XXXX" if self.cell.year is None else f"XX{self.cell.year:02}"
        return head + code + (f",{self.n:+}" if self.n else "")


class Length(NamedTuple):
    """A duration: no place on the line. `n` is a number as TIMEX3 writes it, or X.

    >>> str(Length("3", "week")), str(Length("X", "hour")), str(Length("2.5", "year"))
    ('P3W', 'PTXH', 'P2Y6M')
    """

    n: str
    unit: str

    def __str__(self) -> str:
        time = "T" if self.unit in ("hour", "minute", "second") else ""
        if self.unit in _HALVES and self.n.endswith(".5"):
            return f"P{time}{self.n[:-2]}{LETTERS[self.unit]}{_HALVES[self.unit]}"
        return f"P{time}{self.n}{LETTERS[self.unit]}"


LETTERS = {
    "second": "S", "minute": "M", "hour": "H", "day": "D", "week": "W", "weekend": "WE", "month": "M", "quarter": "Q",
    "year": "Y", "decade": "DE", "century": "CE", "millennium": "L", "night": "NI", "morning": "MO", "afternoon": "AF",
    "evening": "EV", "summer": "SU", "winter": "WI",
}  # fmt: skip
# Half a unit, in the unit below.
_HALVES = {"year": "6M", "hour": "30M", "minute": "30S"}
_UNITS = {letter: unit for unit, letter in reversed(LETTERS.items()) if unit != "minute"}


class Every(NamedTuple):
    """A set: every Monday, daily, each year.

    >>> str(Every(Recurring(Cell(weekday=1)))), str(Every(Length("1", "day")))
    ('R/XXXX-WXX-1', 'R/P1D')
    """

    of: Recurring | Length

    def __str__(self) -> str:
        return f"R/{self.of}"


class Vague(NamedTuple):
    """A reference without edges: PAST_REF, PRESENT_REF or FUTURE_REF.

    >>> str(Vague("PAST_REF"))
    'PAST_REF'
    """

    name: str

    def __str__(self) -> str:
        return self.name


Value = Calendar | Shift | Recurring | Length | Every | Vague
_CALENDAR = re.compile(r"(FY)?(?:BC(\d{2,4})|(\d{2,5}))((?:[-T#].*)?)")
_TURN = re.compile(r"XX(XX|\d\d)((?:[-T#].*?)?)(?:,([+-]\d+))?")
_SHIFT = re.compile(r"([a-z]+)([+-]\d+)((?:[-T#].*)?)")
_LENGTH = re.compile(r"P(T?)([\d./]+|X+)(DE|CE|WE|NI|MO|AF|EV|SU|WI|[A-Z])((?<=Y)6M|(?<=H)30M|(?<=M)30S)?")


def parse(code: str) -> Value:
    """The value of a code; raises ValueError where there is none.

    >>> parse("year-1-Q3"), parse("PTXH"), parse("199") == Calendar(1990, years=10)
    (Shift(n=-1, unit='year', cell=Cell(...quarter=3...)), Length(n='X', unit='hour'), True)
    """
    if code.endswith("_REF"):
        return Vague(code)
    if code.startswith("R/"):
        inner = parse(code[2:])
        if isinstance(inner, Recurring | Length):
            return Every(inner)
    if found := _TURN.fullmatch(code):
        year, inside, n = found.groups()
        of_cycle = _cell(inside.replace("-XX-XXT", "T"))
        return Recurring(of_cycle if year == "XX" else of_cycle._replace(year=int(year)), int(n or 0))
    if found := _LENGTH.fullmatch(code):
        time, n, letter, half = found.groups()
        n += ".5" if half else ""
        return Length(n, "minute" if time and letter == "M" else _UNITS[letter])
    if found := _SHIFT.fullmatch(code):
        unit, n, cell = found.groups()
        return Shift(int(n), unit, _cell(cell))
    if found := _CALENDAR.fullmatch(code):
        fiscal, before, since, cell = found.groups()
        digits = before or since
        years = 10 ** max(0, 4 - len(digits))
        year = (1 if years == 100 else 2) - (int(digits) + 1) * years if before else int(digits) * years
        # There is no year nought: the first century and decade begin with the year 1.
        return Calendar(year if before else max(1, year), _cell(cell), years, bool(fiscal))
    raise ValueError(f"not a code of a value: {code!r}")


class Traits(NamedTuple):
    """What a rule knows of the words that it reads, beside their value. Each is a Boolean column of the mentions."""

    deictic: bool = False  # named from the day of speaking: "last week", "on Monday", "yesterday"
    from_today: bool = False  # counted from the day of speaking itself: "yesterday", "tomorrow"
    weekday_name: bool = False  # a weekday by its name: "Monday", "last Friday night"
    unit_name: bool = False  # a unit by its name: "the week"
    clock: bool = False  # an hour of the clock: "10:30"
    year_figure: bool = False  # a year in figures: "2015"
    short_year: bool = False  # a year by its last two figures: "'89"
    year_pair: bool = False  # one of two years that are written as one: "2011/12"
    bare: bool = False  # no word beside it makes it a date: a season without a year, a round figure
    numeric: bool = False  # day and month in figures: "3/4/2015"
    ordinal: bool = False  # a day by its number alone: "the third day", "the 3rd"
    distance: bool = False  # so far from a day: "three weeks ago"
    loose: bool = False  # a year that stands for a business year or for a part of one: "fiscal 2014"
    alternative: bool = False  # one of two readings of the same words, of which the words beside them refuse one
    small: bool = False  # a month in small letters beside a figure, where it may be a verb: "march 3"
    evident: bool = False  # a date by its form, whatever stands beside it: "3 May", "10:30"

    def __bool__(self) -> bool:
        return any(self)


NO_TRAITS = Traits()


class Reading(NamedTuple):
    """One mention inside a phrase: its value and modifier, and the anchor that it is counted from.

    `start` and `end` are code points into the phrase (`end` 0: all of it). `rule` is the name of the rule that read it,
    for people; `traits` are what that rule knows. `anchor` is "published" (the day of publication) or "told" (a mention
    before it). `direction` chooses an occurrence of a cycle ("before", "after", "in", ...), None where the kind's
    default holds. `keep` takes the grain of its anchor. `interval` joins it with the reading before it.
    """

    value: Value
    start: int = 0
    end: int = 0
    rule: str = ""
    type: str = "DATE"
    mod: str | None = None
    anchor: str | None = None
    direction: str | None = None
    keep: bool = False
    interval: bool = False
    traits: Traits = NO_TRAITS
