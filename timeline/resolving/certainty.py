"""How sure a date is: all of it said ("certain"), a part of it assumed ("inferred"), or soft at its edges ("approximate")."""

from __future__ import annotations

from timeline.values import Calendar, Reading

CERTAINTIES = ["certain", "inferred", "approximate"]
SOFT = ("season", "part", "weekend")
# A year that stands for a business year or for a part of it is not said in full.
LOOSE = ("fiscal year", "fiscal years", "part of a fiscal year", "years period")


def certainty_of(reading: Reading, grain: str) -> str:
    """How sure a reading is where it has a place on the line, as far as the phrase alone tells.

    >>> from timeline.values import Cell, Recurring
    >>> certainty_of(Reading(value=Calendar(2015)), "year"), certainty_of(Reading(value=Recurring(Cell(weekday=7))), "day")
    ('certain', 'inferred')
    """
    if reading.mod is not None or grain in SOFT:
        return "approximate"
    whole = isinstance(reading.value, Calendar) and reading.pick is None and reading.rule not in LOOSE
    return "certain" if whole else "inferred"
