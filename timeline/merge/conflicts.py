"""What the mentions of one event disagree on: numbers, roles, whether it happened."""

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


def find_conflicts(mentions: pl.DataFrame) -> pl.DataFrame:
    """The disagreements of each event of mentions with an event_id: columns event_id String, conflicts List(String)."""
    columns = (
        "event_id article_id wording sentence title trigger modality source start_day end_day fine date_text "
        "also_start also_end"
    ).split()
    counted = mentions.group_by("event_id", maintain_order=True).agg(
        pl.struct("wording", "start_day").n_unique().alias("n")
    )
    several = set(counted.filter(pl.col("n") > 1)["event_id"])
    distinct = mentions.filter(pl.col("event_id").is_in(several)).unique(
        ["event_id", "wording", "start_day"], keep="first", maintain_order=True
    )
    found = [
        (key[0], _of_event(group.to_dicts()))
        for key, group in distinct.select(columns).partition_by("event_id", as_dict=True, maintain_order=True).items()
    ]
    frame = pl.DataFrame(found, schema={"event_id": pl.String, "conflicts": pl.List(pl.String)}, orient="row")
    return (
        counted.select("event_id")
        .join(frame, on="event_id", how="left", maintain_order="left")
        .with_columns(pl.col("conflicts").fill_null([]))
    )


def _of_event(mentions: list[dict[str, Any]]) -> list[str]:
    return [*_days(mentions), *_numbers(mentions), *_roles(mentions), *_modality(mentions), *_unsure(mentions)]


def _days(mentions: list[dict[str, Any]]) -> list[str]:
    """Different days, stated equally exactly."""
    sources: dict[tuple[int, int], list[str | None]] = {}
    for mention in mentions:
        if mention["fine"]:
            days = mention["start_day"], mention["end_day"]
            sources.setdefault(days, []).append(mention["source"])
    if len(sources) < 2:
        return []
    sides = [f"{when(start * DAY, end * DAY)} {_named(sources[start, end])}" for start, end in sorted(sources)]
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


def _numbers(mentions: list[dict[str, Any]]) -> list[str]:
    """The same noun counted differently."""
    counts: dict[str, dict[int, tuple[str, list[str | None]]]] = {}
    values_of: dict[str, dict[str, set[int]]] = {}
    for mention in mentions:
        for match in _COUNTED.finditer(mention["sentence"]):
            number, noun = match.groups()
            # "84 million crowns" are not 84.
            if noun not in _UNCOUNTED and _MULTIPLES.isdisjoint(match.group().split()):
                value = _SPELLED.get(number.lower()) or int(number.replace(",", ""))
                count = counts.setdefault(noun.rstrip("s"), {}).setdefault(value, (f"{number} {noun}", []))
                count[1].append(mention["source"])
                values_of.setdefault(noun.rstrip("s"), {}).setdefault(mention["article_id"], set()).add(value)
    return [
        f"numbers differ: {'; '.join(f'{count} {_named(sources)}' for _, (count, sources) in sorted(values.items()))}"
        for noun, values in sorted(counts.items())
        if _differ(list(values_of[noun].values()))
    ]


def _differ(values: list[set[int]]) -> bool:
    """Whether two articles count differently: one that states two counts has counted two things."""
    return any(one - other and other - one for one, other in itertools.combinations(values, 2))


def _roles(mentions: list[dict[str, Any]]) -> list[str]:
    """Who did it to whom: words before the verb of one mention stand behind the verb of another."""
    sides = []
    for mention in mentions:
        trigger, title = mention["trigger"], mention["title"]
        if trigger and trigger in title and event_type(trigger) == "strike":
            before, _, behind = title.partition(trigger)
            if " by " not in behind and not _PASSIVE.search(before):
                sides.append((mention, _stems(before), _stems(behind)))
    for index, (one, doers, targets) in enumerate(sides):
        for other, other_doers, other_targets in sides[:index]:
            if doers & other_targets and targets & other_doers:
                named = (f"“{side['title']}” {_named([side['source']])}" for side in (other, one))
                return [f"roles differ: {'; '.join(named)}"]
    return []


def _stems(words: str) -> frozenset[str]:
    return frozenset(word.lower().rstrip("s") for word in _WORD.findall(words.replace("’s", "").replace("'s", "")))


def _modality(mentions: list[dict[str, Any]]) -> list[str]:
    """The same happening, stated by one article and denied by another."""
    stated = [mention for mention in mentions if mention["modality"] in ("asserted", "reported")]
    pairs = [
        (one, other)
        for one in mentions
        if one["modality"] == "denied"
        for other in stated
        if one["article_id"] != other["article_id"] and _one_happening(one, other)
    ]
    if not pairs:
        return []
    denied, affirmed = (
        {mention["article_id"]: mention["source"] for mention in side} for side in zip(*pairs, strict=True)
    )
    by, against = _named(list(affirmed.values())), _named(list(denied.values()))
    return [f"some tell that it happened, some deny it: told {by}; denied {against}"]


def _one_happening(one: dict[str, Any], other: dict[str, Any]) -> bool:
    words, other_words = _stems(one["title"]), _stems(other["title"])
    return len(words & other_words) >= SAME_HAPPENING * len(words | other_words)


def _unsure(mentions: list[dict[str, Any]]) -> list[str]:
    """Coarse dates that may as well mean another event."""
    return [
        f"“{mention['date_text']}” {_named([mention['source']])} may also mean "
        f"{when(mention['also_start'] * DAY, mention['also_end'] * DAY)}"
        for mention in mentions
        if mention["also_start"] is not None
    ]
