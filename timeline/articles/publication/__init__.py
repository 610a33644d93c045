"""When was this article published? Every candidate with its basis, the best of them, and what disagrees.

The candidates come from the reader (metadata, headers), from the file's name and from the text itself. A dateline
without a year gets one from the evidence that `years` weighs, first from the article's own words, then with the help
of the articles whose day is known by then.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import polars as pl

from timeline.articles.publication.candidates import (
    RANKS,
    WEAK,
    Candidate,
    find_candidates,
    oddity,
    refusal,
    year_in_name,
)
from timeline.articles.publication.evidence import Clues, read_clues
from timeline.articles.publication.year_inference import Others, Verdict, gather, infer_year, weigh_years
from timeline.schemas import ARTICLES, SURE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline.articles.publication.dateline import StatedDay

# A dateline may be a day or two older than the page that carries it.
AGREEING_DAYS = 2
NO_DAY = (
    "no publication date: neither metadata, the file's name, a web stamp nor a dateline states one; "
    "give it with published= (--published) or a corrections file"
)


def date_articles(
    articles: pl.DataFrame, *, today: date | None = None, pairs: pl.DataFrame | None = None
) -> pl.DataFrame:
    """Give every article its day of publication, why that day, the end and place of its dateline, and what disagrees.

    Reads `text`, and where present `language` (in which its days are spelled), `name` (what a file or page is called),
    `stated` (what its reader found, as List(Struct{published, basis, kind})), `year` (looked up for a dateline without
    one), `modified` (no article is later than its file) and `problems`.
    The `pairs` of `find_pairs` lend the day of an article to the near-duplicate that lacks it.

    >>> frame = pl.DataFrame({"text": ["KYIV, March 3, 2014. Talks began."]})
    >>> date_articles(frame).select("published", "published_basis", "place").row(0)
    (datetime.date(2014, 3, 3), 'dateline “March 3, 2014”', 'Kyiv')
    """
    dated = [_date_one(row, today) for row in articles.iter_rows(named=True)]
    _settle(dated, _twins(pairs))
    for item in dated:
        _conclude(item)
    return articles.drop("stated", "modified", "name", "year", strict=False).with_columns(
        pl.Series("published", [item.best.day if item.best else None for item in dated], dtype=pl.Date),
        pl.Series("published_basis", [item.best.basis if item.best else None for item in dated], dtype=pl.String),
        pl.Series(
            "published_inferred", [item.best.inferred if item.best else None for item in dated], dtype=pl.Boolean
        ),
        pl.Series(
            "published_likelihood", [item.best.likelihood if item.best else None for item in dated], dtype=pl.Float64
        ),
        pl.Series(
            "dateline_end", [item.dateline.end_char if item.dateline else None for item in dated], dtype=pl.Int64
        ),
        pl.Series("place", [item.place for item in dated], dtype=pl.String),
        pl.Series(
            "published_candidates",
            [
                [{"published": c.day, "basis": c.basis} for c in sorted(item.found, key=_order) + item.refused]
                for item in dated
            ],
            dtype=ARTICLES["published_candidates"],
        ),
        pl.Series("problems", [item.problems for item in dated], dtype=pl.List(pl.String)),
    )


@dataclass
class _Dating:
    """The state of one article while the collection is dated."""

    text: str
    language: str
    dateline: StatedDay | None
    place: str | None
    latest: date | None
    named_year: int | None
    yearless: StatedDay | None
    found: list[Candidate]
    refused: list[Candidate]
    problems: list[str]
    verdict: Verdict | None = None
    clues: Clues | None = None
    likelihoods: dict[date, float] = field(default_factory=dict)

    @property
    def best(self) -> Candidate | None:
        return min(self.found, key=_order, default=None)


def _order(candidate: Candidate) -> tuple[int, date]:
    return candidate.rank, candidate.day


def _date_one(row: dict[str, Any], today: date | None) -> _Dating:
    text, name = row["text"], row.get("name") or ""
    language = row.get("language") or "en"
    found = find_candidates(text, name, language)
    days = found.days + [
        Candidate(
            item["published"],
            item["basis"],
            RANKS[item["kind"]],
            item["kind"] in WEAK,
            inferred=bool(item.get("inferred")),
            likelihood=item.get("likelihood"),
        )
        for item in row.get("stated") or ()
    ]
    # A search that knows no language reads 01.11.2023 as the eleventh of January.
    spelled = {item.day for item in found.days if item.rank in (RANKS["stamp"], RANKS["bare stamp"])}
    days = [item for item in days if item.rank != RANKS["page stamp"] or _swapped(item.day) not in spelled]
    slips = list(found.slips)
    if year := row.get("year"):
        day = found.yearless.on(year) if found.yearless else None
        if found.yearless and day:
            basis = f"dateline “{found.yearless.words}”, year {year} from the corrections"
            days.append(Candidate(day, basis, RANKS["correction"]))
        else:
            slips.append(
                f"the corrections say the year {year}, and no day without a year stands here: give the whole day"
            )
    modified = row.get("modified")
    limits = [day for day in (today, modified and modified + timedelta(days=1)) if day]
    dating = _Dating(
        text=text,
        language=language,
        dateline=found.dateline,
        place=found.place,
        latest=min(limits, default=None),
        named_year=year_in_name(name),
        yearless=found.yearless,
        found=[],
        refused=[],
        problems=[*(row.get("problems") or ()), *slips],
    )
    for candidate in days:
        reason = refusal(candidate, today, modified)
        if reason:
            dating.refused.append(candidate._replace(basis=f"{candidate.basis}, refused: {reason}"))
            dating.problems.append(f"published {candidate.day} ({candidate.basis}) refused: {reason}")
        else:
            dating.found.append(candidate)
            if text and candidate.rank <= RANKS["given"] and (odd := oddity(candidate.day, today)):
                dating.problems.append(f"published {candidate.day} ({candidate.basis}) is taken, although it is {odd}")
    return dating


def _swapped(day: date) -> date | None:
    try:
        swapped = day.replace(month=day.day, day=day.month)
    except ValueError:
        return None
    return None if swapped == day else swapped


def _twins(pairs: pl.DataFrame | None) -> dict[int, list[int]]:
    found: dict[int, list[int]] = {}
    for left, right, _ in pairs.iter_rows() if pairs is not None else ():
        found.setdefault(left, []).append(right)
        found.setdefault(right, []).append(left)
    return found


def _settle(dated: Sequence[_Dating], twins: dict[int, list[int]]) -> None:
    """Years for the days without one: twice, because a near-duplicate may have got its year in the first round.

    A year that is inferred from the collection is no evidence for the collection. Evidence is what each article's own
    words say; that of all articles without a year is taken together.
    """
    known = sorted(item.best.day for item in dated if item.best and item.best.rank < RANKS["inferred"])
    waiting = [index for index, item in enumerate(dated) if item.yearless and _is_open(item)]
    for index in waiting:
        item = dated[index]
        _read_words(item)
        surest = [day for day, share in item.likelihoods.items() if share >= SURE]
        if surest:
            known += surest
            item.likelihoods = {}
    known.sort()
    # The copies of a story are one witness together.
    shares = [(dated[index].likelihoods, 1 + len(twins.get(index, ()))) for index in waiting]
    others = gather([{day: share / copies for day, share in days.items()} for days, copies in shares])
    for _ in range(2):
        for index in waiting:
            if _is_open(dated[index]):
                days = [
                    best.day for other in twins.get(index, ()) if (best := dated[other].best) and _is_sure(dated[other])
                ]
                _infer(dated[index], known, days, others)


def _is_sure(item: _Dating) -> bool:
    """A near-duplicate lends its day, but not where that day is itself in doubt."""
    return item.verdict is None or not item.verdict.doubted


def _is_open(item: _Dating) -> bool:
    return item.best is None or item.best.rank > RANKS["inferred"]


def _read_words(item: _Dating) -> None:
    """What an article's own words say about its year."""
    if item.yearless:
        item.clues = read_clues(item.text, item.yearless, item.latest, item.language)
        item.likelihoods = weigh_years(item.yearless, item.clues, latest=item.latest, named_year=item.named_year)


def _infer(item: _Dating, known: Sequence[date], twins: Sequence[date], others: Others) -> None:
    stated_day = item.yearless
    if stated_day is None or item.clues is None:
        return
    verdict = infer_year(
        stated_day,
        item.clues,
        latest=item.latest,
        known=known,
        twins=twins,
        named_year=item.named_year,
        others=others,
        own=item.likelihoods,
    )
    if verdict.day:
        kind = "dateline" if stated_day.place or not stated_day.label else f"web stamp, {stated_day.label}"
        basis = f"{kind} “{stated_day.words}”, {verdict.basis}"
        item.found.append(
            Candidate(verdict.day, basis, RANKS["inferred"], inferred=True, likelihood=verdict.likelihood)
        )
    elif item.best and (day := _last_before(stated_day, item.best.day)):
        # Even a weak witness, such as the day a page was changed, comes soon after the day it was written.
        basis = f"dateline “{stated_day.words}”, year {day.year} from the {item.best.basis}"
        item.found.append(Candidate(day, basis, RANKS["inferred"], inferred=True))
        verdict = Verdict(day, basis, ())
    item.verdict = verdict


def _last_before(stated_day: StatedDay, day: date) -> date | None:
    return next((other for year in (day.year, day.year - 1) if (other := stated_day.on(year)) and other <= day), None)


def _conclude(item: _Dating) -> None:
    """What disagrees with the chosen day, and what is missing, goes to the article's problems."""
    best = item.best
    if item.verdict:
        item.problems += item.verdict.problems
    if best is None:
        if not item.problems:
            item.problems.append(NO_DAY)
        return
    for other in sorted(item.found, key=_order):
        if not other.weak and abs((other.day - best.day).days) > AGREEING_DAYS:
            item.problems.append(
                f"publication dates disagree: {best.basis} says {best.day}, {other.basis} says {other.day}"
            )
    if item.yearless and item.verdict is None:
        near = item.yearless.near(best.day)
        if near and abs((near - best.day).days) <= AGREEING_DAYS + 1:
            item.found.append(
                Candidate(
                    near,
                    f"dateline “{item.yearless.words}”, in the year of the {best.basis}",
                    RANKS["inferred"],
                    inferred=True,
                )
            )
        else:
            item.problems.append(
                f"publication dates disagree: {best.basis} says {best.day}, dateline says “{item.yearless.words}”"
            )
