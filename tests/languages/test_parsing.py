"""A run is read by its outline as it would be read without one."""

from __future__ import annotations

import re
from random import Random

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.benchmarks.prose import KINDS
from tests.languages.phrases.tables import FOLDER, cases
from timeline.languages.en import parsing
from timeline.languages.en.vocabulary import MONTHS, WEEKDAYS

PHRASES = [case.phrase for case in cases(*sorted((FOLDER / "en").glob("*.txt")))]
NAMES = {name: list(numbers) for numbers in (MONTHS, WEEKDAYS) for name in numbers}
WORD = re.compile(r"[A-Za-z]+|[0-9]+")


def varied(phrase: str, dice: Random) -> str:
    """The phrase with other names of month and weekday and with other figures, of like length or not."""

    def other(word: re.Match[str]) -> str:
        if names := NAMES.get(word[0].lower()):
            name = dice.choice(names)
            return dice.choice((name, name.title(), name.upper()))
        if word[0].isdigit() and dice.random() < 0.8:
            return "".join(dice.choices("0123456789", k=dice.choice((len(word[0]), len(word[0]), 1, 2, 4))))
        return word[0]

    return WORD.sub(other, phrase)


def read_in_full(run: str) -> tuple[tuple[int, tuple[object, ...]], ...]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(parsing, "_core", lambda run, at: (*parsing._in_full(run, at), True))
        return parsing.mentions(run)


@settings(max_examples=1500)
@given(st.lists(st.sampled_from(PHRASES), min_size=1, max_size=2), st.randoms(use_true_random=False))
def test_a_phrase_of_the_tables(phrases: list[str], dice: Random) -> None:
    run = dice.choice((" ", ", ", " to ", "-")).join(varied(phrase, dice) for phrase in phrases)
    assert parsing.mentions(run) == read_in_full(run)


@settings(max_examples=500)
@given(st.sampled_from(KINDS), st.randoms(use_true_random=False))
def test_a_phrase_of_the_prose(kind: object, dice: Random) -> None:
    run = kind(dice)  # type: ignore[operator]
    assert parsing.mentions(run) == read_in_full(run)


@settings(max_examples=300)
@example("İ/1Q")
@given(st.text(alphabet="019 -/.:'’½,\u00a0\nſKİéMmaysthQWTZ"))
def test_whatever_is_written(run: str) -> None:
    assert parsing.mentions(run) == read_in_full(run)
    assert all(run[r.start : r.end] for r in parsing.read(run))
