"""The days on which an article may have been published, as its name and its own words state them, ranked."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from timeline.publication.datelines import find_dateline, find_place
from timeline.publication.filenames import day_in_name
from timeline.publication.stamps import CHANGED_LABELS, find_stamps
from timeline.vocabulary import WEEKDAY_NAMES

if TYPE_CHECKING:
    from timeline.publication.spellings import Said


class Candidate(NamedTuple):
    """A day on which the article may have been published; the lowest rank wins, `weak` ones never raise a conflict."""

    day: date
    basis: str
    rank: int
    weak: bool = False


# From the surest to the weakest; the reader of a format ranks its own metadata by these names.
RANKS = {
    name: rank
    for rank, name in enumerate(
        ("correction", "given", "column", "metadata", "header", "file name", "stamp", "dateline", "inferred", "changed",
         "weak metadata", "file date")
    )
}  # fmt: skip


EARLIEST, LATEST = date(1600, 1, 1), date(2100, 1, 1)
# These tell of other days than the publication's often enough that their disagreement is no news.
WEAK = frozenset(("changed", "weak metadata", "file date"))


class Found(NamedTuple):
    """What an article says about its day: full days, the day that lacks a year, the dateline's town, wrong weekdays."""

    days: list[Candidate]
    yearless: Said | None
    place: str | None
    slips: list[str]


def find_candidates(text: str, name: str = "") -> Found:
    """The days that a text and its name state in full, the day that lacks a year, and the place of the dateline.

    >>> found = find_candidates("PARIS, Oct 3 (Agency) - The minister spoke.", "2015-10-04.txt")
    >>> found.days[0].day, found.yearless.words, found.place
    (datetime.date(2015, 10, 4), 'Oct 3', 'Paris')
    """
    found = []
    named = day_in_name(name)
    if named:
        found.append(Candidate(named, f"file name “{name}”", RANKS["file name"]))
    yearless = None
    stamps = _without_headings(find_stamps(text))
    for stamp in stamps:
        changed = stamp.label in CHANGED_LABELS
        if stamp.year:
            day = stamp.on(stamp.year)
            if day:
                label = f"{stamp.label} " if stamp.label else ""
                found.append(
                    Candidate(
                        day, f"web stamp “{label}{stamp.words}”", RANKS["changed" if changed else "stamp"], changed
                    )
                )
        elif not changed and yearless is None:
            yearless = stamp
    dateline = find_dateline(text)
    if dateline and dateline.year:
        day = dateline.on(dateline.year)
        if day:
            found.append(Candidate(day, f"dateline “{dateline.words}”", RANKS["dateline"]))
    elif dateline:
        yearless = dateline
    place = dateline.place if dateline else find_place(text)
    slips = [slip for said in (*stamps, dateline) if said and (slip := _slip(said))]
    return Found(found, yearless, place, slips)


def _slip(said: Said) -> str | None:
    day = said.on(said.year) if said.year else None
    if day is None or said.weekday is None or day.isoweekday() == said.weekday:
        return None
    return f"“{said.words}”: {day} was a {WEEKDAY_NAMES[day.weekday()].title()}"


def _without_headings(stamps: list[Said]) -> list[Said]:
    """Three bare days or more are the headings of a chronology: none of them is a stamp."""
    bare = {stamp[:3] for stamp in stamps if not stamp.label}
    return [stamp for stamp in stamps if stamp.label] if len(bare) > 2 else stamps


def refusal(candidate: Candidate, today: date | None, modified: date | None) -> str | None:
    """Why a candidate cannot be the day: it is odd, or later than the file itself; null where nothing speaks against it."""
    # What a person gives wins, over doubts as well.
    if candidate.rank > RANKS["given"] and (odd := oddity(candidate.day, today)):
        return odd
    if candidate.rank > RANKS["column"] and modified and candidate.day > modified + timedelta(days=1):
        return f"later than the file itself, last changed {modified}"
    return None


def oddity(day: date, today: date | None) -> str | None:
    """What is odd about a day on which an article should have been published.

    >>> oddity(date(1066, 10, 14), None), oddity(date(2015, 10, 14), date(2016, 1, 1))
    ('earlier than any newspaper', None)
    """
    if day < EARLIEST:
        return "earlier than any newspaper"
    if day > (today or LATEST):
        return f"later than today ({today})" if today else "a year that has not come yet"
    return None
