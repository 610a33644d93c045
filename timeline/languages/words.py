"""The words of time of one language that dateparser's locale data does not have: determiners, counts, directions.

Keys are lower case with straight apostrophes. A direction is named by the English word that it stands for
(`vocabulary.DIRECTIONS`), a relative word by the code of its value.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from timeline.text import NEVER

YEARS = r"(?:1[0-9]{3}|20[0-9]{2}|21[0-9]{2})"


@dataclass(frozen=True, kw_only=True)
class Words:
    """One language's tables; what a language lacks stays empty."""

    determiners: list[str] = field(default_factory=list)  # part of the mention that they open
    of: list[str] = field(default_factory=list)  # between the fields of a date
    day_words: list[str] = field(default_factory=list)  # before the figure of a day
    before_day: list[str] = field(default_factory=list)  # before a day, where it is no determiner: "am 3. Mai"
    month_words: list[str] = field(default_factory=list)  # before the name of a month
    year_words: list[str] = field(default_factory=list)  # before the figure of a year
    year_articles: list[str] = field(default_factory=list)  # singular, so that no count follows: "entro il 2020"
    year_tails: list[str] = field(default_factory=list)  # after it
    nth: str = NEVER  # the mark of an ordinal after a figure, a regex
    months: dict[str, int] = field(default_factory=dict)
    weekdays: dict[str, int] = field(default_factory=dict)
    ambiguous: list[str] = field(
        default_factory=list
    )  # days that are other words unless a direction stands beside them
    short: list[str] = field(default_factory=list)  # names that are short forms, whatever their length
    units: dict[str, str] = field(default_factory=dict)
    numbers: dict[str, int] = field(default_factory=dict)
    quantities: dict[str, str] = field(default_factory=dict)
    relative: dict[str, str] = field(default_factory=dict)
    directions: dict[str, str] = field(default_factory=dict)
    after: list[str] = field(default_factory=list)  # the directions that may follow their noun
    only_after: list[str] = field(default_factory=list)  # and those that never stand before it
    ago_before: list[str] = field(default_factory=list)
    ago_around: list[str] = field(
        default_factory=list
    )  # before a count that one of the next follows: "för två år sedan"
    ago_after: list[str] = field(default_factory=list)
    ahead_before: list[str] = field(default_factory=list)
    later: list[str] = field(default_factory=list)
    than: list[str] = field(default_factory=list)  # after these two, before what the day is counted from
    earlier: list[str] = field(default_factory=list)
    parts: dict[str, str] = field(default_factory=dict)
    in_part: list[str] = field(default_factory=list)  # between a day and a part of it
    seasons: dict[str, str] = field(default_factory=dict)
    modifiers: dict[str, str] = field(default_factory=dict)  # of a place on the line
    measures: dict[str, str] = field(default_factory=dict)  # of a length
    vague: dict[str, str] = field(default_factory=dict)
    frequencies: dict[str, tuple[str, str]] = field(default_factory=dict)
    every: list[str] = field(default_factory=list)
    decades: dict[str, int] = field(default_factory=dict)
    decade_words: list[str] = field(default_factory=list)
    decade_tails: list[str] = field(default_factory=list)  # after a figure: "1990-talet"; "1800-talet" is a century
    century_words: list[str] = field(default_factory=list)
    before_era: list[str] = field(default_factory=list)
    after_era: list[str] = field(default_factory=list)
    ordinals: dict[str, int] = field(default_factory=dict)
    holidays: dict[str, str] = field(default_factory=dict)
    clock_before: list[str] = field(default_factory=list)
    clock_after: list[str] = field(default_factory=list)
    hour_words: list[str] = field(default_factory=list)  # before an hour that needs no minutes: "alle ore 10"
    half_hour: list[str] = field(default_factory=list)  # before the hour that is half an hour away: "half drie"
    conjunctions: list[str] = field(default_factory=list)
    to: list[str] = field(default_factory=list)  # before the second end of a range
    between: list[str] = field(default_factory=list)  # before the first, where a conjunction joins the two
    cues: list[str] = field(default_factory=list)  # before a bare year
    plurals: list[str] = field(default_factory=list)  # determiners that make a weekday a set
    many_units: list[str] = field(default_factory=list)  # units in the plural
    plural_endings: list[str] = field(default_factory=list)  # of a direction before units in the plural
    by_one: list[str] = field(default_factory=list)  # "годом ранее": by one unit, without a count
    after_weekday: list[str] = field(default_factory=list)  # "Sonntag, dem 4. Oktober"
    # Directions that are pronouns before a weekday: "de man die maandag kwam".
    pronouns: list[str] = field(default_factory=list)
    on_day: list[str] = field(default_factory=list)  # before a weekday that follows its week
    since: list[str] = field(default_factory=list)  # before a date from which on something lasts
    until: list[str] = field(default_factory=list)  # and before the one at which it ends
    # Verbs beside a weekday, regexes: only forms that cannot be missed, auxiliaries and endings and what is planned.
    ahead: str = NEVER
    behind: str = NEVER
    common: list[str] = field(default_factory=list)  # in nearly every sentence, and rare in the other languages
    counted: dict[str, tuple[str, int]] = field(default_factory=dict)  # "# dagen geleden": unit and side of today
    day_tails: list[str] = field(default_factory=list)  # after the figure of a day that follows its month
    endings: str = ""  # what a name of a month or a day takes at its end, a regex
    capitals: bool = False  # months are written large, as names are
    year_first: bool = False  # "2015. május 3."
    month_first: bool = False  # "5/3/2015" is the third of May
    years: str = YEARS  # the figures that may be a year, a regex
    own_calendar: bool = False  # a year in figures alone is one of another calendar
    compounds: bool = False  # "Donnerstagabend": a weekday and a part of the day in one word
    in_month: list[str] = field(default_factory=list)  # before a month, also where it is written large
    and_half: list[str] = field(default_factory=list)  # after a unit: "año y medio"
    vague_lengths: bool = False  # an uncounted time before a day is its length: "hace unos días" is PXD, no reference
    during: list[str] = field(default_factory=list)  # before units without a count: "durante años"
    bare_ahead: bool = False  # "через неделю": in one week, without a count
    # How mail programs open a quotation: its keys are wrote, original, forwarded, sender and headers.
    mail: dict[str, list[str]] = field(default_factory=dict)


def inflected(forms: dict[str, str], endings: str) -> dict[str, str]:
    """Every stem with every ending.

    >>> inflected({"letzt": "last"}, "e en")
    {'letzte': 'last', 'letzten': 'last'}
    """
    return {stem + ending: meaning for stem, meaning in forms.items() for ending in endings.split(" ")}


def joined(tens: dict[str, int], joint: str, ones: dict[str, int]) -> dict[str, int]:
    """The tens, and each with the ones after the joint.

    >>> joined({"treinta": 30}, " y ", {"uno": 1})
    {'treinta': 30, 'treinta y uno': 31}
    """
    return tens | {f"{ten}{joint}{one}": n + m for ten, n in tens.items() for one, m in ones.items()}


def counted(text: str, first: int = 1) -> dict[str, int]:
    """Numbers in their order; forms of one number share a slash.

    >>> counted("un/una dos")
    {'un': 1, 'una': 1, 'dos': 2}
    """
    return {word: n for n, forms in enumerate(text.split(), first) for word in forms.split("/")}


def each_ten(text: str) -> dict[str, int]:
    """Tens in their order, from twenty.

    >>> each_ten("veinte treinta")
    {'veinte': 20, 'treinta': 30}
    """
    return {word: 10 * n for word, n in counted(text, 2).items()}
