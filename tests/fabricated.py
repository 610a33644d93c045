"""Articles of a few words, and a small timeline of what is hard to write: before Christ, hostile titles, open ends."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import polars as pl

from timeline.articles import read_articles
from timeline.dates import find_dates
from timeline.events import extract_events
from timeline.schemas import TIMELINE
from timeline.timeline import Timeline

DAY = date(2015, 11, 18)
HOSTILE = '</script><script>document.title="owned"</script>'


def articles(*texts: str, published: date | None = DAY) -> pl.DataFrame:
    """Articles in English, one a text: `a0`, `a1` and so on, all published on one day or on no known day."""
    return pl.DataFrame(
        {
            "article_id": [f"a{number}" for number in range(len(texts))],
            "text": texts,
            "published": [published] * len(texts),
            "language": ["en"] * len(texts),
        },
        schema={"article_id": pl.String, "text": pl.String, "published": pl.Date, "language": pl.String},
    )


def event(number: int, title: str, first: int, last: int, grain: str = "day", **other: Any) -> dict[str, Any]:
    """A row of the timeline frame, told by one article; whatever is not given is plain."""
    inside = first >= -719162 and last <= 2932896
    told = {
        "article_id": f"a{number}", "source": f"paper-{number}.txt", "published": date(2015, 11, 16), "sentence": f"They say: {title}.",
        "sentence_start_char": 0, "sentence_end_char": 11 + len(title), "date_text": "then", "start_char": 3, "end_char": 7, "why": "“then”: a test",
    }  # fmt: skip
    row: dict[str, Any] = {
        "event_id": f"e{number}", "start_day": first, "end_day": last, "grain": grain, "certainty": "certain", "open": None,
        "start": _moment(first) if inside else None, "end": _moment(last) if inside else None,
        "edtf": "2015", "title": title, "actors": [], "place": None, "country": None, "modality": "asserted", "articles": 1,
        "sources": 1, "wordings": 1, "score": float(number), "conflicts": [], "evidence": [told],
    }  # fmt: skip
    return row | other


def _moment(day: int) -> datetime:
    return datetime.fromordinal(day + 719163)


EVENTS = [
    event(1, "The battle at Marathon", -897878, -897877, edtf="-0489-09-12"),
    event(2, "=HYPERLINK(\"x\")", 16071, 16130, "month", certainty="inferred", actors=["Lavrov", "Kerry; Jr"], edtf="2014-01/2014-02"),
    event(3, HOSTILE, 16730, 16731, place="Sochi", country="RU", conflicts=["who fired: \"a\" or 'b'"], edtf="2015-10-22"),
    event(4, "'=quoted, with a comma", 16731, 16732, modality="planned", open="after", certainty="approximate", edtf="2015-10-23/.."),
    event(
        5, "A jet took off — über Köln", 16732, 16733, "minute", start=datetime(2015, 10, 24, 14, 30), end=datetime(2015, 10, 24, 14, 31),
        edtf="2015-10-24T14:30:00",
    ),
]  # fmt: skip


def timeline() -> Timeline:
    """The events above, over one article of which a date has no place in time."""
    told = "They will meet soon after February 30, 2015, and parted on 2 May 2014."
    read = read_articles(pl.DataFrame({"text": [told]}))
    dates = find_dates(read)
    events = pl.DataFrame(EVENTS, schema=TIMELINE, orient="row").sort("start_day", "event_id")
    return Timeline(events, tellings=extract_events(read, dates), dates=dates, articles=read, title="Tests & trials")
