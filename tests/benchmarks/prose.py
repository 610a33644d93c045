"""English prose in the manner of newspapers, made from our own sentences with a seeded generator.

No two articles are alike: names, places, figures and phrases of time are drawn anew for each sentence.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from random import Random

import polars as pl

MONTHS = "January February March April May June July August September October November December".split()
SHORT = "Jan. Feb. March April May June July Aug. Sept. Oct. Nov. Dec.".split()
WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
COUNTS = "two three four five six seven eight nine ten eleven twelve fifteen twenty thirty".split()
UNITS = "days weeks months years".split()
ONSETS = "b br c d dr f g gr h j k kr l m n p r s st t tr v w z š č þ".split()
VOWELS = "a e i o u ai ea é ö ü ø".split()
CODAS = ["l", "n", "r", "s", "m", "nd", "rt", "sk", "th", "v", ""]
ROLES = (
    "the mayor, the harbour master, a spokeswoman, the minister, an engineer, the opposition, the union, a judge, "
    "the central bank, a witness, the coach, the ministry, the rescue service, a group of farmers, the regulator, "
    "the airline, two officers, the archive, the prosecutor, a neighbour, the ferry company, the museum"
).split(", ")
DEEDS = (
    "said that the work would go on, rejected the offer, closed the bridge, asked for more time, opened an inquiry, "
    "withdrew the plan, paid for the repairs, counted the ballots again, found no fault, blamed the weather, "
    "signed the agreement, moved the headquarters, raised the fares, lost the appeal, published the figures, "
    "refused to comment, promised a review, called for calm, sold the old depot, lifted the ban, cut the budget, "
    "visited the site, met the families, warned of delays, praised the volunteers"
).split(", ")
THINGS = (
    "the northern line, a water pipe, the old granary, the reservoir, the coastal road, the textile works, the parish "
    "hall, a shipment of timber, the tax on diesel, the school roof, the lighthouse, a fishing quota, the rail link, "
    "the hospital wing, the election roll, the quarry, the ferry terminal, a wind farm, the town archive"
).split(", ")
ENDS = (
    "according to people who had seen the papers; although few had expected it; while traffic was led around the "
    "town; and nobody was hurt; with the consent of the council; in spite of the rain; as prices kept rising; "
    "without a word to the press; after a long argument over money; to the surprise of both sides"
).split("; ")
PLAIN = (
    "{Who} {deed}, {end}.",
    "{Name}, who runs {thing} in {place}, {deed}.",
    "“We had no choice,” {name} said. “{Thing} was lost.”",
    "{Thing} in {place} cost {n},{m} crowns, {end}.",
    "{Who} {deed}; {who2} {deed2}.",
    "Nearly {n} people from {place} and {place2} may be affected, {name} told reporters.",
    "The vote was {a}-{b}, {end}.",
    "{Name} – once a clerk in {place} – {deed}, {end}.",
    "Shares in {thing} rose {a}.{b} percent, {end}.",
    "It was the second time that {who} {deed}.",
)
DATED = (
    "{Who} {deed} {on}, {end}.",
    "{On}, {who} {deed}.",
    "{Name} {deed} {on} in {place}.",
    "{Thing} was closed {on}, {name} said, {end}.",
    "It was {on} that {who} {deed}.",
    "{Thing}, rebuilt {on}, stood empty, {end}.",
    "{Who} {deed} {on}, and {who2} {deed2} {on2}.",
)
LEADS = ("{PLACE} – {Who} {deed} {on}, {end}.", "{PLACE}, {short} ({name}) – {Who} {deed}, {end}.")


def _ordinal(day: int) -> str:
    return f"{day}{'th' if 10 < day < 20 else {1: 'st', 2: 'nd', 3: 'rd'}.get(day % 10, 'th')}"


# News returns to the same days: those of a pool, most of them of the last years.
_POOL = Random(0)
DAYS = [(_POOL.randint(1, 28), _POOL.randrange(12), 2024 - int(_POOL.expovariate(0.08))) for _ in range(500)]


def _day(r: Random) -> tuple[int, str, str, int]:
    day, month, year = r.choice(DAYS)
    return day, MONTHS[month], SHORT[month], year


def _full(r: Random) -> str:
    day, month, short, year = _day(r)
    forms = (
        f"{day} {month} {year}",
        f"{month} {day}, {year}",
        f"{short} {day}, {year}",
        f"the {_ordinal(day)} of {month} {year}",
    )
    return "on " + r.choice(forms)


def _numeric(r: Random) -> str:
    day, month, year = r.choice(DAYS)
    return "on " + r.choice(
        (f"{year}-{month + 1:02}-{day:02}", f"{day:02}.{month + 1:02}.{year}", f"{month + 1}/{day}/{year}")
    )


def _partial(r: Random) -> str:
    day, month, short, _ = _day(r)
    return "on " + r.choice(
        (f"{month} {day}", f"{day} {month}", f"{short} {day}", f"{r.choice(WEEKDAYS)}, {month} {day}")
    )


def _month(r: Random) -> str:
    _, month, short, year = _day(r)
    return r.choice(
        (f"in {month}", f"in {month} {year}", f"in early {month}", f"in late {short} {year}", f"in mid-{month}")
    )


def _year(r: Random) -> str:
    year = r.randint(1700, 2024)
    century = r.randint(15, 21)
    return r.choice(
        (
            f"in {year}",
            f"in early {year}",
            f"in the {year // 10 * 10}s",
            f"in the {_ordinal(century)} century",
            f"around {year}",
            f"since {year}",
        )
    )


def _weekday(r: Random) -> str:
    day = r.choice(WEEKDAYS)
    part = r.choice(("morning", "afternoon", "evening", "night"))
    return r.choice((f"on {day}", f"last {day}", f"on {day} {part}", f"next {day}", f"by {day}"))


def _near(r: Random) -> str:
    return r.choice(
        "yesterday,today,tomorrow,last week,next month,this year,last night,this morning,last year,the next day,the same day,"
        "that year,the following week,recently,a day earlier,the previous month,this summer,later this week,last weekend".split(
            ","
        )
    )


def _counted(r: Random) -> str:
    count = r.choice(COUNTS) if r.random() < 0.5 else str(r.randint(2, 99))
    unit = r.choice(UNITS)
    return r.choice(
        (
            f"{count} {unit} ago",
            f"{count} {unit} later",
            f"for {count} {unit}",
            f"for more than {count} {unit}",
            f"within {count} {unit}",
            f"{count} {unit} earlier",
        )
    )


def _range(r: Random) -> str:
    day, month, _, year = _day(r)
    return r.choice(
        (f"from {day} to {day + 2} {month} {year}", f"between {year} and {year + r.randint(1, 9)}", f"on {month} {day}-{day + 2}",
         f"from {MONTHS[r.randrange(6)]} to {MONTHS[r.randrange(6, 12)]} {year}", f"from {r.choice(WEEKDAYS[:3])} to {r.choice(WEEKDAYS[3:])}")
    )  # fmt: skip


def _clock(r: Random) -> str:
    hour, minute = r.randint(1, 12), r.randrange(0, 60, 5)
    return r.choice(
        (
            f"at {hour}:{minute:02} a.m.",
            f"at {hour} p.m. on {r.choice(WEEKDAYS)}",
            f"at {hour + 11}:{minute:02}",
            f"shortly after {hour} p.m. yesterday",
        )
    )


def _term(r: Random) -> str:
    year = r.randint(1950, 2024)
    order = r.choice(("first", "second", "third", "fourth"))
    season = r.choice(("spring", "summer", "autumn", "winter"))
    return r.choice(
        (
            f"in the {order} quarter of {year}",
            f"in the {season} of {year}",
            f"in the first half of {year}",
            f"every {r.choice(WEEKDAYS)}",
            "on Christmas Day",
        )
    )


KINDS: tuple[Callable[[Random], str], ...] = (
    _full,
    _numeric,
    _partial,
    _month,
    _year,
    _weekday,
    _near,
    _counted,
    _range,
    _clock,
    _term,
)
WEIGHTS = (10, 3, 14, 10, 12, 18, 14, 12, 5, 5, 4)


def _name(r: Random) -> str:
    return " ".join(
        "".join(r.choice(ONSETS) + r.choice(VOWELS) for _ in range(r.randint(1, 2))).title() + r.choice(CODAS)
        for _ in range(2)
    )


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _sentence(template: str, r: Random, names: list[str], places: list[str]) -> str:
    who, thing, name, on = r.choice(ROLES), r.choice(THINGS), r.choice(names), r.choices(KINDS, WEIGHTS)[0](r)
    place = r.choice(places)
    return template.format(
        who=who, Who=_capital(who), who2=r.choice(ROLES), deed=r.choice(DEEDS), deed2=r.choice(DEEDS), thing=thing,
        Thing=_capital(thing), name=name, Name=name, place=place, PLACE=place.upper(), place2=r.choice(places), end=r.choice(ENDS),
        on=on, On=_capital(on), on2=r.choices(KINDS, WEIGHTS)[0](r) if "{on2}" in template else "", short=f"{r.choice(SHORT)} {r.randint(1, 28)}",
        n=r.randint(2, 899), m=f"{r.randrange(1000):03}", a=r.randint(4, 30), b=r.randint(0, 9),
    )  # fmt: skip


def articles(megabytes: float, seed: int = 1) -> pl.DataFrame:
    """Articles of about 3.5 kB with two to four dates a kilobyte: `article_id`, `text`, `published`, `language`."""
    r = Random(seed)
    names = [_name(r) for _ in range(4000)]
    places = [_name(r).split()[0] for _ in range(1500)]
    rows, size = [], 0
    while size < megabytes * 1e6:
        paragraphs = [_sentence(r.choice(LEADS), r, names, places)]
        for _ in range(r.randint(6, 12)):
            templates = r.choices((PLAIN, DATED), (84, 16), k=r.randint(2, 6))
            paragraphs.append(" ".join(_sentence(r.choice(group), r, names, places) for group in templates))
        text = "\n".join(paragraphs)
        size += len(text.encode())
        rows.append((f"article-{len(rows):06}", text, date(1995, 1, 1) + timedelta(days=r.randrange(10_500)), "en"))
    return pl.DataFrame(rows, schema=["article_id", "text", "published", "language"], orient="row")
