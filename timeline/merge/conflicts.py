"""What the tellings of one event disagree on: numbers, roles, whether it happened."""

from __future__ import annotations

import itertools
import re
from typing import Any

import polars as pl

from timeline.calendar.display import DAY, when
from timeline.languages.en.vocabulary import NUMBERS, UNITS
from timeline.languages.en.words import DETERMINERS, PREPOSITIONS
from timeline.merge.similarity import event_type
from timeline.text import any_of, short_name

SOURCES_NAMED = 3

# "One" counts nothing as often as not: "one minister said".
_SPELLED = {word: value for word, value in NUMBERS.items() if value > 1}
# What is counted stands in the plural, behind at most two words: "26 cruise missiles", "222 dead", "Three people".
_PLURAL = r"[a-z]{3,}s|people|men|women|children|dead|wounded|injured"
_COUNTED = re.compile(
    rf"""
    (?<! [\w.,$€£-] )
    ( \d{{1,3}} (?: , \d{{3}} )+ | \d+ | (?i:{any_of(_SPELLED)}) \b (?! - ) )
    (?! [\w.,%-]* \d )
    \s+ (?: [a-z] [\w-]* \s+ ){{0,2}}?
    ( {_PLURAL} ) \b
    """,
    re.VERBOSE,
)
_PASSIVE = re.compile(r"\b(?:was|were|been|being)\b")
_WORD = re.compile(r"[^\W\d_]{4,}")
# Lengths of time and sums of money are no counts, and some of these words only end like a plural.
_UNCOUNTED = (
    frozenset(f"{unit}s" for unit in UNITS)
    | PREPOSITIONS
    | DETERMINERS
    | frozenset(
        "less percents points does says "
        "cents dollars pounds euros francs marks crowns rubles roubles rupees pesos".split()
    )
)
_MULTIPLES = frozenset("hundred thousand million billion trillion".split())
# Titles of one happening share at least so much of their words.
SAME_HAPPENING = 0.4


def find_conflicts(told: pl.DataFrame) -> pl.DataFrame:
    """The disagreements of each event of tellings with an event_id: columns event_id String, conflicts List(String)."""
    columns = (
        "event_id article_id wording sentence title trigger modality source start_day end_day fine date_text "
        "also_start also_end"
    ).split()
    counted = told.group_by("event_id", maintain_order=True).agg(
        pl.struct("wording", "start_day").n_unique().alias("n")
    )
    several = set(counted.filter(pl.col("n") > 1)["event_id"])
    tellings = told.filter(pl.col("event_id").is_in(several)).unique(
        ["event_id", "wording", "start_day"], keep="first", maintain_order=True
    )
    found = [
        (key[0], _of_event(group.to_dicts()))
        for key, group in tellings.select(columns).partition_by("event_id", as_dict=True, maintain_order=True).items()
    ]
    frame = pl.DataFrame(found, schema={"event_id": pl.String, "conflicts": pl.List(pl.String)}, orient="row")
    return (
        counted.select("event_id")
        .join(frame, on="event_id", how="left", maintain_order="left")
        .with_columns(pl.col("conflicts").fill_null([]))
    )


def _of_event(tellings: list[dict[str, Any]]) -> list[str]:
    return [*_days(tellings), *_numbers(tellings), *_roles(tellings), *_modality(tellings), *_unsure(tellings)]


def _days(tellings: list[dict[str, Any]]) -> list[str]:
    """Different days, told equally exactly."""
    told: dict[tuple[int, int], list[str | None]] = {}
    for telling in tellings:
        if telling["fine"]:
            days = telling["start_day"], telling["end_day"]
            told.setdefault(days, []).append(telling["source"])
    if len(told) < 2:
        return []
    sides = [f"{when(start * DAY, end * DAY)} {_named(told[start, end])}" for start, end in sorted(told)]
    return [f"days differ: {'; '.join(sides)}"]


def _named(sources: list[str | None]) -> str:
    """The sources by their short names, as a reader would list them.

    >>> _named(["news/post.txt", "https://kestrel.example/a/b.html", None])
    'in kestrel.example/a/b.html, post.txt and one unnamed source'
    """
    names = sorted({short_name(source) for source in sources if source})
    if not all(sources):
        names.append("one unnamed source")
    if len(names) > SOURCES_NAMED:
        names = [*names[: SOURCES_NAMED - 1], f"{len(names) - SOURCES_NAMED + 1} more"]
    return f"in {' and '.join([', '.join(names[:-1]), names[-1]] if len(names) > 1 else names)}"


def _numbers(tellings: list[dict[str, Any]]) -> list[str]:
    """The same noun counted differently."""
    counts: dict[str, dict[int, tuple[str, list[str | None]]]] = {}
    told: dict[str, dict[str, set[int]]] = {}
    for telling in tellings:
        for match in _COUNTED.finditer(telling["sentence"]):
            number, noun = match.groups()
            # "84 million crowns" are not 84.
            if noun not in _UNCOUNTED and _MULTIPLES.isdisjoint(match.group().split()):
                value = _SPELLED.get(number.lower()) or int(number.replace(",", ""))
                said = counts.setdefault(noun.rstrip("s"), {}).setdefault(value, (f"{number} {noun}", []))
                said[1].append(telling["source"])
                told.setdefault(noun.rstrip("s"), {}).setdefault(telling["article_id"], set()).add(value)
    return [
        f"numbers differ: {'; '.join(f'{said} {_named(sources)}' for _, (said, sources) in sorted(values.items()))}"
        for noun, values in sorted(counts.items())
        if _differ(list(told[noun].values()))
    ]


def _differ(told: list[set[int]]) -> bool:
    """Whether two articles count differently: one that tells two counts has counted two things."""
    return any(one - other and other - one for one, other in itertools.combinations(told, 2))


def _roles(tellings: list[dict[str, Any]]) -> list[str]:
    """Who did it to whom: words before the verb of one telling stand behind the verb of another."""
    sides = []
    for telling in tellings:
        trigger, title = telling["trigger"], telling["title"]
        if trigger and trigger in title and event_type(trigger) == "strike":
            before, _, behind = title.partition(trigger)
            if " by " not in behind and not _PASSIVE.search(before):
                sides.append((telling, _stems(before), _stems(behind)))
    for index, (one, doers, targets) in enumerate(sides):
        for other, other_doers, other_targets in sides[:index]:
            if doers & other_targets and targets & other_doers:
                told = (f"“{side['title']}” {_named([side['source']])}" for side in (other, one))
                return [f"roles differ: {'; '.join(told)}"]
    return []


def _stems(words: str) -> frozenset[str]:
    return frozenset(word.lower().rstrip("s") for word in _WORD.findall(words.replace("’s", "").replace("'s", "")))


def _modality(tellings: list[dict[str, Any]]) -> list[str]:
    """The same happening, told by one article and denied by another."""
    said = [telling for telling in tellings if telling["modality"] in ("asserted", "reported")]
    pairs = [
        (one, other)
        for one in tellings
        if one["modality"] == "denied"
        for other in said
        if one["article_id"] != other["article_id"] and _one_happening(one, other)
    ]
    if not pairs:
        return []
    denied, told = ({telling["article_id"]: telling["source"] for telling in side} for side in zip(*pairs, strict=True))
    by, against = _named(list(told.values())), _named(list(denied.values()))
    return [f"some tell that it happened, some deny it: told {by}; denied {against}"]


def _one_happening(one: dict[str, Any], other: dict[str, Any]) -> bool:
    words, other_words = _stems(one["title"]), _stems(other["title"])
    return len(words & other_words) >= SAME_HAPPENING * len(words | other_words)


def _unsure(tellings: list[dict[str, Any]]) -> list[str]:
    """Coarse dates that may as well mean another event."""
    return [
        f"“{telling['date_text']}” {_named([telling['source']])} may also mean "
        f"{when(telling['also_start'] * DAY, telling['also_end'] * DAY)}"
        for telling in tellings
        if telling["also_start"] is not None
    ]
