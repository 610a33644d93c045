"""Days that lie so far from another day: "two days after Christmas 2014", "the eve of the vote on 7 May".

The date only measures: the whole is one mention, and its day is the moved one. Before the mentions are anchored,
`offsets` puts a mention of its own behind such a date, a shift with that date as its anchor. Afterwards, `settle`
leaves one of them.
"""

from __future__ import annotations

import re
from typing import Any, cast

import polars as pl

from timeline.calendar.arithmetic import DAYS_IN, MONTHS_IN, moment, months_later
from timeline.calendar.columns import COLUMNS, columns_of
from timeline.calendar.timex import timex_of
from timeline.calendar.values import NO_TRAITS, Shift, parse
from timeline.dates.explanations import counted, quoted
from timeline.languages.en.numerals import amount_of
from timeline.languages.en.vocabulary import NUMBERS, QUANTITIES
from timeline.languages.en.words import EVENT_NOUNS
from timeline.text import any_of

# A distance is counted from a date that is as fine as its unit.
_FINE = {
    "day": ("day",),
    "week": ("day", "week"),
    "fortnight": ("day", "week"),
    "month": ("day", "month"),
    "year": ("day", "month", "year"),
}
# What stands before a distance and bounds it: inside it, beyond it, or about there.
_BOUNDS = {
    **dict.fromkeys(("in", "within", "during", "less than", "under", "no more than"), "inside"),
    **dict.fromkeys(("more than", "over", "at least"), "beyond"),
    **dict.fromkeys("about around almost nearly some roughly approximately".split(), "about"),
    **dict.fromkeys(("only", "just", "exactly"), ""),
    "just over": "about",
}
_BACKWARDS = ("before", "prior to")
_WAY = any_of([*_BACKWARDS, "after", "following", "of"])
_DISTANCE = re.compile(
    rf"""(?ix)
    (?:\b(?P<bound>{any_of(_BOUNDS).replace(" ", "[ ]")})[ ])?
    (?:
        (?<!\bfor[ ])\b
        (?P<count>the|an?|{any_of([*NUMBERS, *QUANTITIES]).replace(" ", "[ ]")}|[0-9]+)[ ]
        (?P<unit>{any_of(_FINE)})s?(?P<exact>[ ]to[ ]the[ ]day)?[ ]
        (?P<way>{_WAY.replace(" ", "[ ]")})
    |   (?:on[ ])?(?P<eve>the[ ]eve)[ ]of
    )
    (?P<event>[ ](?:the|an?|its|his|her|their)(?:[ ][\w’'-]+){{1,3}}[ ](?:on|of|in))?
    (?:[ ]the)?[ ]$
    """
)
# What the text before a date holds where a distance stands there: the engine looks for it faster.
_HINT = rf"(?i-u:\b(?:(?:{any_of(_FINE)})s?(?: to the day)? {_WAY}|eve of) )"
_NOUN = re.compile(r" ([a-z]+)\b")


def offsets(mentions: pl.DataFrame) -> pl.DataFrame:
    """Put behind each date that measures a distance the mention of the day that it leads to.

    Adds `offset` (String), how the distance is bounded: "", "exact" (to the day), "inside", "beyond", "about" or
    "uncounted"; null elsewhere.
    """
    c = pl.col
    mentions = mentions.with_columns(offset=pl.lit(None, pl.String))
    single = c("kind").is_not_null() & c("open").is_null() & c("interval").is_null() & (c("language") == "en")
    # A distance begins behind the date before it.
    dated = c("type").cast(pl.String).is_in(["DATE", "TIME"]) & ~c("said").str.ends_with("_REF")
    floor = pl.when(dated).then("end_char").forward_fill().shift(1).over("article").fill_null(0)
    found = _to_the_day(mentions)
    asked = mentions.select("mention", "article", "before", asks=single).filter("asks")
    asked = asked.filter(c("before").str.contains(_HINT))
    if asked.is_empty() and not found:
        return mentions
    beside = mentions.select("mention", "article", "type", "said", "end_char").join(asked, on="article", how="semi")
    floors = beside.select("mention", floor=floor).join(asked, on="mention", how="semi")["floor"]
    rows = asked["mention"]
    near = mentions.select(_LOOKED_AT)[rows].iter_rows(named=True)
    for mention, row, last in zip(rows, near, floors, strict=True):
        before = row["before"]
        distance = _DISTANCE.search(before, max(0, len(before) - (row["start_char"] - last)))
        if distance and (moved := _moved(row, distance)):
            found.append((mention, moved))
    if not found:
        return mentions
    changed = pl.DataFrame([moved for _, moved in found], schema={name: mentions.schema[name] for name in found[0][1]})
    added = mentions[[mention for mention, _ in found]].with_columns(changed.get_columns())
    # Each has the number of the date that is its anchor, and comes behind it.
    mentions = pl.concat([mentions, added]).sort("mention", maintain_order=True)
    return mentions.with_columns(mention=pl.int_range(pl.len(), dtype=pl.UInt32))


# "ten years ago" beside "today" or "on Monday", in either order.
_YEARS_AGO = r"^(?:month|year|decade)[+-][0-9]{1,3}$"
_BESIDE = "^ (?:on )?$"


def _to_the_day(mentions: pl.DataFrame) -> list[tuple[int, dict[str, Any]]]:
    """The days and weeks that lie years from one about the day of publication: "ten years ago today"."""
    c = pl.col
    near = c("said").is_in(["week+0"]) | c("from_today") | (c("weekday_name") & (c("kind") == "recurring"))
    near &= c("grain").is_in(["day", "week"])
    far = c("distance") & c("said").str.contains(_YEARS_AGO)
    line = mentions.select("mention", "article", "between", "language", near=near, far=far)
    if not line["far"].any():
        return []
    same = (c("article") == c("article").shift(1)) & c("between").str.contains(_BESIDE)
    # "heute vor zehn Jahren", but not "Today, ten years ago".
    behind = same & c("far") & (c("near") & (c("language") != "en")).shift(1)
    pairs = line.select("mention", before=same & c("near") & c("far").shift(1), behind=behind.shift(-1))
    found = []
    for mention, before, _ in pairs.filter(c("before") | c("behind")).iter_rows():
        day, way = mentions.row(mention, named=True), mentions.row(mention + (-1 if before else 1), named=True)
        first, last = (way, day) if before else (day, way)
        text = first["text"] + last["between"] + last["text"]
        bound = "week" if day["grain"] == "week" else "exact"
        value = cast("Shift", parse(way["said"]))
        edges = {"start_char": first["start_char"], "end_char": last["end_char"]}
        edges |= {"before": first["before"], "after": last["after"]}
        found.append(
            (mention, edges | _at_a_distance(day, value, Shift(0, day["grain"]), text, bound) | {"open": None})
        )
    return found


_LOOKED_AT = ("before", "after", "text", "start_char", "end_char", "grain", "certainty")


def _moved(row: dict[str, Any], distance: re.Match[str]) -> dict[str, Any] | None:
    """What differs in the mention of the day at a distance from its date; None where it cannot be counted from it."""
    unit, way = (distance["unit"] or "day").lower(), (distance["way"] or "before").lower()
    bound = _BOUNDS[(distance["bound"] or "just").lower()]
    if row["grain"] not in _FINE["day" if distance["exact"] else unit] or (way == "of" and bound != "inside"):
        return None
    before, after = distance.string, row["after"]
    noun = _NOUN.match(after) if distance["event"] is None else None
    behind = noun.end() if noun and noun[1] in EVENT_NOUNS else 0
    bound = "exact" if distance["exact"] and not bound else bound
    sign = -1 if way in _BACKWARDS else 1
    amount = amount_of("a" if distance["eve"] or distance["count"].lower() == "the" else distance["count"])
    if not amount.isdigit():
        amount, bound = "0", "uncounted"
    value = Shift(2 * sign * int(amount), "week") if unit == "fortnight" else Shift(sign * int(amount), unit)
    # Where no whole unit is meant, what has the moved day as its anchor is counted from the date that measures.
    cell = Shift(0, row["grain"]) if bound in ("exact", "inside", "uncounted") else value
    text = before[distance.start() :] + row["text"] + after[:behind]
    return {
        "start_char": row["start_char"] - len(before) + distance.start(), "end_char": row["end_char"] + behind,
        "before": before[: distance.start()], "after": after[behind:],
    } | _at_a_distance(row, value, cell, text, bound) | {
        "open": ("before" if sign < 0 else "after") if bound in ("uncounted", "beyond") else None,
    }  # fmt: skip


def _at_a_distance(row: dict[str, Any], value: Shift, cell: Shift, text: str, bound: str) -> dict[str, Any]:
    return dict(zip(COLUMNS, columns_of(cell), strict=True)) | NO_TRAITS._asdict() | {
        "text": text, "quoted": quoted(text), "said": str(value), "counted": counted(value), "softly": "",
        "rule": "day at a distance",
        "type": "DATE", "mod": None, "lean": "told", "pick": None, "keep": False, "cue": None,
        "swapped": None, "century": None, "lent": False, "offset": bound,
        "certainty": "approximate" if bound == "about" or row["certainty"] == "approximate" else "inferred",
    }  # fmt: skip


# 1 January 1970, the first day of the count, is the fourth of its week.
_THURSDAY = 3
_ANSWERS = ("start_day", "end_day", "start", "end", "value", "grain", "why")


def settle(mentions: pl.DataFrame) -> pl.DataFrame:
    """Leave the day at a distance, not the date it is counted from; that date where the day has no place on the line.

    Takes the columns of `find_dates`, and `offset`. The words of the distance ("two days") are a part of the whole.
    """
    rows = mentions["offset"].is_not_null().arg_true().to_list()
    if not rows:
        return mentions
    articles, starts, ends = (mentions[name] for name in ("article", "start_char", "end_char"))
    answers: dict[int, dict[str, Any]] = {}
    left_out = []
    for row in rows:
        answer = _settled(mentions.row(row - 1, named=True), mentions.row(row, named=True))
        if answer is None:
            left_out.append(row)
            continue
        answers[row] = answer
        part = row - 1
        while part >= 0 and articles[part] == articles[row] and ends[part] > starts[row]:
            left_out.append(part)
            part -= 1
        part = row + 1
        while part < len(starts) and articles[part] == articles[row] and starts[part] < ends[row]:
            left_out.append(part)
            part += 1
    settled = [
        mentions[name].scatter([*answers], pl.Series([a[name] for a in answers.values()], dtype=mentions[name].dtype))
        for name in _ANSWERS
    ]
    return mentions.with_columns(settled).filter(~pl.int_range(pl.len()).is_in(left_out))


def _settled(base: dict[str, Any], moved: dict[str, Any]) -> dict[str, Any] | None:
    """What the day at a distance from a date is in the end; None where it has no place, or has another anchor."""
    if moved["start"] is None or moved["end"] is None or moved["anchor_day"] != base["start_day"]:
        return None
    answer, day = {name: moved[name] for name in _ANSWERS}, moved["anchor"]
    match moved["offset"]:
        case "exact" | "inside" as bound:
            far = _away(moved["anchor_day"], moved["said"])
            first, last = (far, far) if bound == "exact" else sorted((moved["anchor_day"], far))
            start, end = moment(first), moment(last + 1)
            if start is None or end is None:
                return None
            ends = list(dict.fromkeys(timex_of(one, "day") for one in (first, last)))
            how = f"{moved['counted']}{day}, to the day" if bound == "exact" else f"the days from {' to '.join(ends)}"
            answer |= {"start_day": first, "end_day": last + 1, "start": start, "end": end}
            answer |= {"value": "/".join(ends), "grain": "day"}
        case "week":
            # "this week" is that of the day of publication, and a year ago it was the week of the same day.
            far = _away(base["anchor_day"], moved["said"])
            first = far - (far + _THURSDAY) % 7
            start, end = moment(first), moment(first + 7)
            if start is None or end is None:
                return None
            how = f"the week {moved['counted']}{day}"
            answer |= {"start_day": first, "end_day": first + 7, "start": start, "end": end}
            answer |= {"value": timex_of(first, "week"), "grain": "week"}
        case "uncounted":
            how = f"some time {moved['open']} {day}"
        case bound:
            how = f"{_NEAR.get(bound, '')}{moved['counted']}{day}"
    return answer | {"why": f"{moved['quoted']}: {how}; {base['why']}"}


_NEAR = {"about": "about ", "beyond": "more than "}


def _away(day: int, code: str) -> int:
    """The day that lies a shift away from a day: in months the same day of the month."""
    shift = cast("Shift", parse(code))
    months = MONTHS_IN.get(shift.unit)
    return months_later(day, months * shift.n) if months else day + DAYS_IN[shift.unit] * shift.n
