"""The template language of the rules: `{month} {day}` becomes a regex built from dictionaries.

The rules of English fill their holes from `en.vocabulary`, those of all other languages (shapes) from `lexicon`. A list
of words stands in a dictionary alone: a word that is missing is added there, and nowhere else.

>>> re.fullmatch(source("{day} {month}"), "7 October")["month"], bool(re.fullmatch(source("{month} {day}"), "Oct. 7"))
('October', True)
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Container, Mapping
from dataclasses import dataclass
from types import ModuleType

from timeline.calendar.values import NO_TRAITS, Reading, Recurring, Traits
from timeline.languages.en import vocabulary
from timeline.languages.en.vocabulary import DIRECTIONS
from timeline.languages.lexicon import Lexicon, plain
from timeline.text import any_of


def _names(numbers: dict[str, int], full: list[str]) -> str:
    # A name or its abbreviation, written as a name is: "may" and "sun" are other words.
    cased = [
        [f(name) for name in numbers if (name in full) == whole for f in (str.title, str.upper)]
        for whole in (True, False)
    ]
    lower = [name for name in full if name not in ("may", "march")]
    return rf"(?:(?-i:{any_of(cased[0] + lower)}\b|{any_of(cased[1])}\b\.?))"


_single = [word for word in vocabulary.NUMBERS if " " not in word]
_figure = r"[0-9]{1,3}(?:,[0-9]{3})*(?:\.[0-9]+)?(?: 1/2|½)?"
_spaced = any_of(word for word in vocabulary.NUMBERS if " " in word)
_of_several_words = (
    rf"(?:a|{any_of(_single)}) (?:thousand|hundred)(?:,? (?:{any_of(_single)}) hundred)?(?: and)? (?:{_spaced}|"
    rf"{any_of(_single)})"
)
_count = (
    rf"(?:{_figure}|{_of_several_words}|{_spaced}|{any_of(_single)})(?: {any_of(vocabulary.SCALES)})?"
    rf"(?:[ -]and[ -](?:(?:a|one)[ -])?half|(?: ?(?:to|or|-|–) ?|-to-)(?:{_figure}|{any_of(_single)}))?"
)
FRAGMENTS: dict[str, str] = {
    "month": _names(vocabulary.MONTHS, vocabulary.MONTH_NAMES),
    "weekday": _names(vocabulary.WEEKDAYS, vocabulary.WEEKDAY_NAMES),
    # Written small, a month and a weekday may be other words: only a figure or "last" beside them makes them names.
    "small": rf"(?-i:{any_of(vocabulary.MONTHS)}\b)",
    "smallday": rf"(?-i:{any_of(vocabulary.SMALL_WEEKDAYS)}\b)",
    "weekdays": any_of([name.title() + "s" for name in vocabulary.WEEKDAY_NAMES]),
    "day": r"(?:3[01]|[12][0-9]|0?[1-9])",
    "nth": r"(?:3[01]|[12][0-9]|0?[1-9])(?:st|nd|rd|th)",
    "ordinal": any_of([word for word in vocabulary.ORDINALS if " " not in word]),
    "order": any_of(
        [word for word, number in vocabulary.ORDINALS.items() if number <= 4]
        + ["1st", "2nd", "3rd", "4th", "last", "final"]
    ),
    "year": r"(?:1[0-9]{3}|20[0-9]{2}|21[0-9]{2})",
    "era": r"(?-i:B\.C\.E\.|BCE|BC|B\.C\.|B\.C)",
    "common": r"(?-i:A\.D\.|AD|CE|C\.E\.)",
    "short": r"['’][0-9]{2}",
    "decades": any_of(vocabulary.DECADES),
    "number": any_of(_single),
    "count": _count,
    "many": any_of(vocabulary.QUANTITIES),
    "unit": any_of(vocabulary.UNITS),
    "season": any_of(vocabulary.SEASONS),
    "part": any_of(vocabulary.PARTS_OF_DAY),
    "direction": any_of(vocabulary.DIRECTIONS),
    "holiday": any_of(vocabulary.HOLIDAYS),
    "holidays": any_of(vocabulary.SEVERAL_HOLIDAYS),
    "often": any_of(vocabulary.FREQUENCIES),
    "vague": any_of(vocabulary.VAGUE),
    "zone": rf"(?-i:{any_of(vocabulary.ZONES)})",
    "near": any_of(vocabulary.NEAR_DAYS),
    "noon": any_of(vocabulary.NOONS),
    "which": any_of(vocabulary.COMMON_DIRECTIONS),
    "comparing": any_of(vocabulary.COMPARING),
    "ordering": any_of(vocabulary.ORDERING),
    "qualifier": any_of(vocabulary.QUALIFIERS),
    "determiner": any_of(vocabulary.DETERMINERS),
    "definite": any_of(vocabulary.UNITS_DEFINITE),
    "beside": any_of(vocabulary.UNITS_BESIDE),
    "per": any_of(vocabulary.UNITS_PER),
    "uncounted": any_of(vocabulary.UNITS_UNCOUNTED),
    "lasted": any_of(vocabulary.UNITS_LASTED),
    "filled": any_of(vocabulary.UNITS_FILLED),
    "fiscal": any_of(vocabulary.FISCAL),
    "calendar": any_of(vocabulary.CALENDARS),
    "hundreds": any_of(vocabulary.SPELLED_CENTURIES),
    "stage": any_of(vocabulary.STAGES),
    "quality": any_of([*vocabulary.QUALITIES, "previous", "following"]),
    "kind": any_of(vocabulary.KINDS_OF_TIME),
}
# Any white space for each blank of a template; where a line breaks it may be two.
BLANKS = r" \n\t\u00a0"
# Two breaks end a paragraph.
SPACE = f"(?:(?!\\n\\n)[{BLANKS}]{{1,2}})"
_BLANK = re.compile(r"\[[^\]]*\]| ")
HOLE = re.compile(r"\{([a-z]+)([0-9]*)(?::([a-z]+[0-9]*))?\}")
_NAME = re.compile(r"\(\?P<[a-z0-9]+>")


def filled(template: str, fragments: Mapping[str, str], unnamed: Container[str] = ()) -> str:
    """The regex of a template: each hole becomes a group around its fragment, each blank any white space.

    A group is named by its hole: `{month2}` is a second month, `{unit:cycle}` a unit in a group named `cycle`. The
    holes that are `unnamed` are no groups, so that they may stand in a template as often as they like.

    >>> words = {"month": "may|june", "of": "of|in"}
    >>> pattern = re.compile(filled("{month:first} {of} {month}", words, unnamed=["of"]))
    >>> pattern.match("june\\nof may").groupdict()
    {'first': 'june', 'month': 'may'}
    """

    def fill(hole: re.Match[str]) -> str:
        name, number, alias = hole.groups()
        return f"(?:{fragments[name]})" if name in unnamed else f"(?P<{alias or name + number}>{fragments[name]})"

    regex = HOLE.sub(fill, template)
    return _BLANK.sub(lambda b: b[0].replace(" ", BLANKS) if b[0] != " " else SPACE, regex)


def source(template: str, *, named: bool = True) -> str:
    """The regex of a template of English, with its groups or without any names."""
    regex = filled(template, FRAGMENTS)
    return regex if named else _NAME.sub("(?:", regex)


Body = Callable[["re.Match[str]"], Reading | tuple[Reading, ...] | None]


@dataclass(frozen=True)
class Rule:
    """A name, a template, a body that turns a match into readings, and the traits of readings without their own."""

    name: str
    template: str
    body: Body
    traits: Traits


_RULES: dict[str, list[Rule]] = defaultdict(list)  # by module


def rule(*templates: str, traits: Traits = NO_TRAITS) -> Callable[[Body], Body]:
    """Declare the decorated body a rule of its module under its own name, once a template."""

    def declare(body: Body) -> Body:
        name = body.__name__.replace("_", " ")
        _RULES[body.__module__].extend(Rule(name, template, body, traits) for template in templates)
        return body

    return declare


def rules_of(*modules: ModuleType) -> list[Rule]:
    """The rules of modules, in their order: of two that read the same words the first one does."""
    return [rule for module in modules for rule in _RULES[module.__name__]]


def walk(
    run: str, word: re.Pattern[str], here: Callable[[str, int], tuple[int, tuple[Reading, ...]]]
) -> list[tuple[int, tuple[Reading, ...]]]:
    """Where `here` reads something in a run, left to right, and what; it gives the length that it read at a `word`."""
    found = []
    at = 0
    while at < len(run) and (begins := word.search(run, at)):
        at = begins.start()
        size, readings = here(run, at)
        if readings:
            found.append((at, readings))
            at += size
        else:
            at += 1
            while at < len(run) and run[at].isalnum():
                at += 1
    return found


Readings = tuple[Reading, ...] | Reading | None
ShapeBody = Callable[["re.Match[str]", Lexicon, str], Readings]


@dataclass(frozen=True)
class Shape:
    """A name, a template, the body that reads a match of it, and the traits of readings that name none of their own."""

    name: str
    template: str
    body: ShapeBody
    traits: Traits


COMMA = "(?: ?, ?| )"
DAY = "(?:{dayword})?(?:{figure}{nth}?|{dayname})"
MONTH = "(?:{of})?(?:{monthword})?{anymonth}"
DAY_AND_MONTH = f"{DAY} {MONTH}"
WEEKDAY = f"(?:{{anyweekday}}{COMMA}(?:{{joint}})?)?"
YEAR = "(?:{of})?{the}(?:{yearword})?{year}(?: ?{yeartail})?"
COUNT = "(?:{many}|(?P<count>[0-9]{1,3}(?:[.][0-9]{3})*(?:,[0-9])?|{number}) )"
_NUMERALS = {"I": 1, "V": 5, "X": 10}


_SHAPES: dict[str, list[Shape]] = defaultdict(list)  # by module


def shape(name: str, *templates: str, traits: Traits = NO_TRAITS) -> Callable[[ShapeBody], ShapeBody]:
    """Declare the decorated body a shape of its module under a name, once a template."""

    def declare(body: ShapeBody) -> ShapeBody:
        _SHAPES[body.__module__].extend(Shape(name, template, body, traits) for template in templates)
        return body

    return declare


def shapes_of(*modules: ModuleType) -> list[Shape]:
    """The shapes of modules, in their order: of two that read the same words the first one does."""
    return [shape for module in modules for shape in _SHAPES[module.__name__]]


def word_of(match: re.Match[str], *groups: str) -> str:
    """The words of the first of the groups that took part, as the dictionaries write them; empty where none did."""
    texts = match.groupdict()
    return next((plain(texts[g]) for g in groups if texts.get(g)), "")


def direction_of(match: re.Match[str], lexicon: Lexicon, *groups: str) -> tuple[int, str, str] | None:
    """What a direction among the groups means (`vocabulary.DIRECTIONS`), None where there is none."""
    word = word_of(match, *(groups or ("direction", "direction2", "after")))
    return DIRECTIONS[lexicon.words.directions[word]] if word else None


def directed(reading: Reading, direction: tuple[int, str, str] | None) -> Reading:
    """The reading of a cycle with the occurrence that a direction chooses; any other reading as it is."""
    # "last Monday" chooses an occurrence of Monday; "this Monday" leaves the choice to the default.
    if direction is None or not isinstance(reading.value, Recurring):
        return reading
    n, anchor, chosen = direction
    # "este viernes": the tense beside it says which; without one it is the nearest.
    here = None if reading.value.cell.weekday else "nearest"
    return reading._replace(anchor=anchor, direction=chosen if n or anchor == "told" else here)


def roman(text: str) -> int:
    """A Roman numeral up to 39, 0 where it is none.

    >>> roman("XIX"), roman("XX"), roman("IIX")
    (19, 20, 0)
    """
    numbers = [_NUMERALS[letter] for letter in text]
    total = sum(-n if any(m > n for m in numbers[i + 1 : i + 2]) else n for i, n in enumerate(numbers))
    canon = "X" * (total // 10) + ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"][total % 10]
    return total if canon == text else 0
