"""The date of an event in words: both ends are shown, although intervals are half-open inside the program.

Python's own dates are not used: they end at the year 1, and histories do not.
"""

from __future__ import annotations

from functools import lru_cache

import polars as pl

from timeline.calendar.arithmetic import civil

DAY = 86_400_000
YEAR = 31_556_952_000
MONTHS = "January February March April May June July August September October November December".split()
SEASONS = {3: "spring", 6: "summer", 9: "autumn", 12: "winter"}
HALVES = {1: "first half of", 7: "second half of"}
# The parts of a day by the hour they start and the hours they last.
PARTS = {
    (0, 6): "early morning",
    (6, 6): "morning",
    (12, 6): "afternoon",
    (18, 6): "evening",
    (18, 12): "night",
    (21, 9): "night",
    (22, 8): "night",
}
CLOCKS = {"hour", "minute", "second", "part"}


def year_name(year: int) -> str:
    """Name a year as readers do: the year 0 of the astronomers is 1 BC.

    >>> year_name(2015), year_name(-489), year_name(0), year_name(476)
    ('2015', '490 BC', '1 BC', 'AD 476')
    """
    if year <= 0:
        return f"{1 - year} BC"
    return f"AD {year}" if year < 1000 else str(year)


@lru_cache(maxsize=65_536)
def when(start: float, end: float, grain: str | None = "day", soft: bool = False, open_: str | None = None) -> str:
    """Say [start, end), in milliseconds since 1970, as a reader would write it.

    >>> october = 16_709 * DAY
    >>> when(october, october + 31 * DAY, "month"), when(october, october + 3 * DAY), when(october, october + DAY)
    ('October 2015', '1–3 October 2015', '1 October 2015')
    >>> when(october, october + DAY, soft=True), when(october, october + DAY, open_="after")
    ('about 1 October 2015', 'since 1 October 2015')
    """
    text = _cell(int(start), int(end), grain) or _range(int(start), int(end))
    if soft and not (grain == "part" and _part(int(start), int(end))):
        text = f"about {text}"
    if open_ in ("after", "before"):
        text = f"{'since' if open_ == 'after' else 'until'} {text}"
    return text


def _cell(start: int, end: int, grain: str | None) -> str | None:
    """One cell of the calendar, where [start, end) is exactly one."""
    first, clock = divmod(start, DAY)
    year, month, day = civil(first)
    if grain == "part" and (part := _part(start, end)):
        return f"{part} of {_day(first)}"
    if clock or end % DAY or grain in CLOCKS:
        return _clock(start, end)
    next_year, next_month, next_day = civil(end // DAY)
    months = (next_year - year) * 12 + next_month - month
    if day != 1 or next_day != 1 or months <= 0:
        if grain == "week" and end - start == 7 * DAY:
            return f"week of {_day(first)}"
        if grain == "weekend":
            return f"weekend of {_range(start, end)}"
        return None
    if months == 1:
        return f"{MONTHS[month - 1]} {year_name(year)}"
    if months == 3 and grain == "season" and month in SEASONS:
        return f"{SEASONS[month]} {_winter(year) if month == 12 else year_name(year)}"
    if months == 3 and grain == "quarter":
        return f"Q{(month + 2) // 3} {year_name(year)}"
    if months == 6 and month in HALVES:
        return f"{HALVES[month]} {year_name(year)}"
    if month != 1 or months % 12:
        last = civil(end // DAY - 1)
        left = MONTHS[month - 1] if last[0] == year else f"{MONTHS[month - 1]} {year_name(year)}"
        return f"{left} – {MONTHS[last[1] - 1]} {year_name(last[0])}"
    return _years(year, next_year - 1)


def _winter(year: int) -> str:
    """The two years of a winter: "2015–16", but "44 BC – 43 BC"."""
    return f"{year}–{(year + 1) % 100:02}" if year >= 1000 else f"{year_name(year)} – {year_name(year + 1)}"


def _part(start: int, end: int) -> str | None:
    """The part of the day that [start, end) is; a night reaches into the day after."""
    hours = (start // 3_600_000) % 24, -(-(end - start) // 3_600_000)
    return PARTS.get(hours)


def _years(first: int, last: int) -> str:
    if first == last:
        return year_name(first)
    if last - first == 9 and first % 10 == 0 and first > 0:
        return f"{first}s"
    if last - first == 99 and first > 0 and first % 100 in (0, 1):
        return f"{_ordinal(first // 100 + 1)} century"
    if last - first == 99 and first < 0:
        return f"{_ordinal((-first) // 100 + 1)} century BC"
    return f"{year_name(first)} – {year_name(last)}"


def _range(start: int, end: int) -> str:
    first, last = start // DAY, max(start, end - 1) // DAY
    if first == last:
        return _day(first)
    (year, month, day), (last_year, last_month, _) = civil(first), civil(last)
    if year != last_year:
        return f"{_day(first)} – {_day(last)}"
    if month != last_month:
        return f"{day} {MONTHS[month - 1]} – {_day(last)}"
    return f"{day}–{_day(last)}"


def _clock(start: int, end: int) -> str:
    (first, start_ms), (last, end_ms) = divmod(start, DAY), divmod(end, DAY)
    if end - start <= 3_600_000:
        return f"{_day(first)}, {_time(start_ms)}"
    if first == last or (last == first + 1 and end_ms == 0):
        return f"{_day(first)}, {_time(start_ms)}–{_time(end_ms) if end_ms else '24:00'}"
    return f"{_day(first)}, {_time(start_ms)} – {_day(last)}, {_time(end_ms)}"


def _time(clock: int) -> str:
    seconds = clock // 1000
    text = f"{seconds // 3600:02}:{seconds // 60 % 60:02}"
    return f"{text}:{seconds % 60:02}" if seconds % 60 else text


def _day(number: int) -> str:
    year, month, day = civil(number)
    return f"{day} {MONTHS[month - 1]} {year_name(year)}"


def _ordinal(number: int) -> str:
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def with_when(frame: pl.DataFrame) -> pl.DataFrame:
    """Dates, tellings or events with one more column, `when` (str): the date as people read it, null where undated.

    Reads `start_day`, `end_day` (Int64), `start`, `end` (Datetime), `grain`, `certainty` and `open` (str).

    >>> frame = pl.DataFrame({"start_day": [16730, None], "end_day": [16731, None], "grain": "day"})
    >>> with_when(frame.with_columns(start=None, end=None, open=None, certainty=pl.lit("certain")))["when"].to_list()
    ['22 October 2015', None]
    """
    clocked = pl.col("grain").is_in(sorted(CLOCKS)) & pl.col("start").is_not_null() & pl.col("end").is_not_null()
    instants = frame.select(
        pl.when(clocked)
        .then(pl.col("start").cast(pl.Datetime("ms")).cast(pl.Int64))
        .otherwise(pl.col("start_day") * DAY),
        pl.when(clocked).then(pl.col("end").cast(pl.Datetime("ms")).cast(pl.Int64)).otherwise(pl.col("end_day") * DAY),
        "grain",
        pl.col("certainty").eq_missing(pl.lit("approximate")),
        "open",
    )
    words = [None if span[0] is None or span[1] is None else when(*span) for span in instants.iter_rows()]
    return frame.with_columns(pl.Series("when", words, dtype=pl.String))
