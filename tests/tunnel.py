"""Timeline frames of any size about a tunnel that was never dug: seeded, with every kind of date that is drawn."""

from __future__ import annotations

import random
from datetime import date, datetime, timedelta
from functools import cache

import polars as pl

EPOCH = date(1970, 1, 1)
PLACES = ["Kelderhaven", "Oost Marle", "Brannick", "Port Ysel", "Lindgate", "Saint Orme"]
ACTORS = [
    "Marle Tunnel Company",
    "Minister Ada Verhoeven",
    "Kelderhaven Port Authority",
    "Union of Diggers",
    "Judge Piet Roos",
]
OUTLETS = [
    "https://wire.example/tunnel",
    "Kelderhaven Courier",
    "The Marle Ledger",
    "port-radio-2031.txt",
    "Lindgate Post",
    "Brannick Review",
]
WHAT = [
    "Engineers find water behind the eastern wall", "Port authority halts night shifts", "Court hears the first of 61 witnesses",
    "Minister opens the pilot shaft", "Divers recover the lost drill head", "Parliament votes on a second tube", "Strike ends after talks",
    "Ferry resumes between the two quays", "Auditors publish their second report on the cost of the crossing", "Fire in the north portal",
    "Families file a claim", "Tender awarded to a new consortium", "Inspectors seal the ventilation tower", "Memorial held on the quay",
    "Company loses its licence", "Trial run of the first train", "Storm floods the work yard", "Contract signed", "Tunnel breaks through",
]  # fmt: skip
EVIDENCE = pl.Struct(
    {
        "article_id": pl.String, "source": pl.String, "published": pl.Date, "sentence": pl.String,
        "sentence_start_char": pl.Int64, "sentence_end_char": pl.Int64, "date_text": pl.String,
        "start_char": pl.Int64, "end_char": pl.Int64, "why": pl.String,
    }
)  # fmt: skip
SCHEMA = {
    "event_id": pl.String, "start": pl.Datetime("us"), "end": pl.Datetime("us"), "start_day": pl.Int64, "end_day": pl.Int64,
    "grain": pl.String, "certainty": pl.String, "open": pl.String, "edtf": pl.String, "title": pl.String,
    "actors": pl.List(pl.String), "place": pl.String, "country": pl.String, "modality": pl.String, "articles": pl.Int64,
    "sources": pl.Int64, "wordings": pl.Int64, "score": pl.Float64, "conflicts": pl.List(pl.String), "evidence": pl.List(EVIDENCE),
}  # fmt: skip


def day(year: int, month: int = 1, number: int = 1) -> int:
    """Days since 1970 of a proleptic Gregorian day, for any year: 400 years are always 146,097 days."""
    cycles, year = divmod(year - 1600, 400)
    return (date(1600 + year, month, number) - EPOCH).days + cycles * 146_097


def event(number: int, start: int, end: int, title: str, **told: object) -> dict[str, object]:
    """A row of the timeline frame; whatever is not told is plain."""
    dated = day(1) <= start and end < day(9999)
    row: dict[str, object] = {
        "event_id": f"e{number:05}", "start_day": start, "end_day": end,
        "start": datetime(1970, 1, 1) + timedelta(days=start) if dated else None,
        "end": datetime(1970, 1, 1) + timedelta(days=end) if dated else None,
        "grain": "day", "certainty": "certain", "open": None, "edtf": "", "title": title, "actors": [], "place": None,
        "country": None, "modality": "asserted", "conflicts": [], "wordings": 1, "score": 1.0,
        "evidence": [evidence(number, title, "on that day", OUTLETS[0])],
    }  # fmt: skip
    row |= told
    told_by = {sentence["source"] for sentence in row["evidence"]}  # type: ignore[attr-defined]
    row |= {"sources": len(told_by), "articles": len(row["evidence"])}  # type: ignore[arg-type]
    return row


def evidence(number: int, title: str, said: str, source: str, published: date = date(2031, 3, 1)) -> dict[str, object]:
    """A sentence that tells the event, with the offsets of the date inside an article."""
    sentence = f"{title}, an official of the crossing said {said}, according to papers seen by reporters."
    at = 400 + sentence.index(said)
    return {
        "article_id": f"a{number:05}", "source": source, "published": published, "sentence": sentence,
        "sentence_start_char": 400, "sentence_end_char": 400 + len(sentence), "date_text": said,
        "start_char": at, "end_char": at + len(said), "why": f"“{said}” leans on the day of the article, {published:%d %B %Y}",
    }  # fmt: skip


@cache
def tunnel(size: int = 200, seed: int = 7) -> pl.DataFrame:
    """`size` events between 2024 and 2033, more of them around two busy seasons."""
    dice = random.Random(seed)
    rows = [_row(dice, number, size) for number in range(size)]
    rows.sort(key=lambda row: (row["start_day"], row["event_id"]))  # type: ignore[index,arg-type,return-value]
    return pl.DataFrame(rows, schema=SCHEMA)


def _row(dice: random.Random, number: int, size: int) -> dict[str, object]:
    centre, width = dice.choice([(day(2026, 3), 120), (day(2029, 10), 200), (day(2028, 6), 900)])
    start = min(max(int(dice.gauss(centre, width)), day(2023, 6)), day(2033, 12))
    kind = dice.choices(
        ["day", "period", "month", "season", "year", "about", "since", "hour"], [60, 12, 9, 4, 2, 6, 3, 4]
    )[0]
    told: dict[str, object] = {"grain": "day", "edtf": "2026-01-01"}
    end, said = start + 1, "on Tuesday"
    when = EPOCH + timedelta(days=start)
    if kind == "period":
        end, said, told = (
            start + dice.randrange(3, 90),
            "over those weeks",
            {"grain": "day", "edtf": "2026-01-01/2026-02-01"},
        )
    elif kind in ("month", "season", "year"):
        months = {"month": 1, "season": 3, "year": 12}[kind]
        month = when.month if kind == "month" else (when.month // 3 * 3 or 12) if kind == "season" else 1
        start, last = day(when.year, month), month - 1 + months
        end, said, told = day(when.year + last // 12, last % 12 + 1), f"that {kind}", {"grain": kind, "edtf": "2026-01"}
    elif kind == "about":
        end, said, told = start + 10, "around that time", {"certainty": "approximate", "edtf": "2026-01-01~"}
    elif kind == "since":
        said, told = "since the spring", {"open": "after", "edtf": "2026-01-01/.."}
    title = dice.choice(WHAT) + (f" ({number})" if size > 300 else "")
    outlets = dice.sample(OUTLETS, dice.choices([1, 2, 3, 5], [60, 20, 12, 8])[0])
    spans = {
        "place": dice.choices([*PLACES, None], [30, 20, 14, 10, 8, 6, 12])[0],
        "actors": dice.sample(ACTORS, dice.choice([0, 1, 1, 2])),
    }
    row = event(
        number, start, end, title, **told, **spans, wordings=len(outlets), score=float(len(outlets)) + dice.random(),
        modality=dice.choices(["asserted", "reported", "planned", "denied"], [70, 15, 11, 4])[0],
        conflicts=["one says the wall held, another that it gave way"] if dice.random() < 0.05 else [],
        evidence=[evidence(number, title, said, outlet) for outlet in outlets],
    )  # fmt: skip
    if kind == "hour" and row["start"]:
        at = dice.randrange(24)
        row |= {
            "grain": "hour",
            "start": row["start"] + timedelta(hours=at),
            "end": row["start"] + timedelta(hours=at + 1),
        }  # type: ignore[operator]
    return row


def ages() -> pl.DataFrame:
    """From long before the year 1 to far beyond 9999, which Python's own dates cannot hold."""
    rows = [
        event(1, day(-489, 9, 12), day(-489, 9, 13), "A ferry crosses the strait for the first time", place="Kelderhaven"),
        event(2, day(-43, 3, 15), day(-43, 3, 16), "The old harbour burns", place="Kelderhaven"),
        event(3, day(-299), day(-199), "Traders settle the eastern bank", grain="century", place="Oost Marle"),
        event(4, day(476), day(477), "The lighthouse falls", grain="year", certainty="approximate", edtf="0476~"),
        event(5, day(1492, 10, 12), day(1492, 10, 13), "Charts show a tunnel mouth", place="Brannick"),
        event(6, day(2025, 6, 1), day(2025, 6, 2), "The tunnel opens", place="Kelderhaven", open="after"),
        event(7, day(12025), day(12026), "The concrete is expected to fail", grain="year", modality="planned", place="Kelderhaven"),
    ]  # fmt: skip
    return pl.DataFrame(sorted(rows, key=lambda row: row["start_day"]), schema=SCHEMA)  # type: ignore[arg-type,return-value]


HOSTILE = [
    '</script><script>document.title="owned"</script>',
    "<img src=x onerror=\"document.title='owned'\">",
    '"><svg onload=document.title="owned">',
    "javascript:document.title='owned'",
    "{{constructor.constructor('document.title=1')()}} ]]> <!-- &amp; \u2028",
    "Text with \u202eright-to-left override\u202c and \x00 control",
]


def hostile() -> pl.DataFrame:
    """Every text field of every row tries to be code; every source is a link that must not be one."""
    rows = []
    for number, text in enumerate(HOSTILE):
        sources = ["javascript:document.title='owned'", "data:text/html,<script>1</script>", text]
        told = [evidence(number, text, "on Tuesday", source) | {"why": text} for source in sources]
        rows.append(
            event(
                number,
                day(2026, 1, 1 + number),
                day(2026, 1, 2 + number),
                text,
                place=text,
                actors=[text],
                conflicts=[text],
                evidence=told,
            )
        )
    return pl.DataFrame(rows, schema=SCHEMA)
