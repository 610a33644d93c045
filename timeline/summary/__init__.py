"""A pile of articles on a page: the days that matter, and for each the sentences that carry it.

For each day a greedy search takes the sentences whose sum is nearest to the centroid of all candidates; words weigh
more the fewer articles use them (Radev and others, "Centroid-based summarization of multiple documents", 2004; the
greedy sum: Ghalandari, "Revisiting the Centroid-based Method", 2017).
"""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

import polars as pl

from timeline.calendar.arithmetic import EPOCH
from timeline.merge.similarity import words_of
from timeline.schemas import SUMMARY
from timeline.summary.day_ranking import rank_days
from timeline.summary.sentences import Candidate, find_candidates, wording
from timeline.summary.topics import about as about_topic

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sklearn.feature_extraction.text import TfidfVectorizer

    from timeline.timeline import Timeline

# Two sentences so alike say the same.
SAME = 0.5


def summarise(
    line: Timeline,
    days: int = 20,
    sentences: int = 2,
    start: date | str | None = None,
    end: date | str | None = None,
    about: str | None = None,
) -> pl.DataFrame:
    """The `days` that matter most and up to `sentences` sentences for each, none twice, in the order of time.

    Returns date Date, sentence String, article_id String. A day counts for each article that names it, more where the
    article was published later or begins with it (`timeline.summary.day_ranking` has the sums). A day without a
    sentence that carries it gives way to the next. `start` and `end` bound the days, both inclusive; `about` keeps
    only the articles about a topic ("syria russia"). Raises `ValueError` for numbers below 1, for bounds that are no
    dates or in the wrong order, and for a topic without a word.

    >>> from timeline import build_timeline
    >>> line = build_timeline("data/articles")
    >>> summarise(line, days=3, sentences=1).columns
    ['date', 'sentence', 'article_id']
    """
    if days < 1 or sentences < 1:
        raise ValueError(f"a summary needs at least one day and one sentence, not {days} and {sentences}")
    first, last = _bound(start, "start"), _bound(end, "end")
    if first is not None and last is not None and first > last:
        raise ValueError(f"a summary cannot start after its end: {start} and {end}")
    articles = about_topic(line.articles, about) if about is not None else line.articles
    ranked = rank_days(articles, line.dates, line.tellings, first, last)
    if not ranked:
        return SUMMARY.to_frame()
    candidates = find_candidates(articles, line.tellings)
    weigh = _weigher(articles["text"])
    chosen: dict[int, list[Candidate]] = {}
    taken: set[str] = set()
    for day in ranked:
        if len(chosen) == days:
            break
        fresh = [one for one in candidates.get(day, ()) if wording(one.sentence) not in taken]
        if carriers := _carriers(fresh, sentences, weigh):
            chosen[day] = carriers
            taken.update(wording(one.sentence) for one in carriers)
    rows = [
        (date.fromordinal(EPOCH.toordinal() + day), one.sentence, one.article_id)
        for day in sorted(chosen)
        for one in chosen[day]
    ]
    return pl.DataFrame(rows, schema=SUMMARY, orient="row")


def _bound(value: date | str | None, name: str) -> int | None:
    if value is None:
        return None
    try:
        day = datetime.fromisoformat(value) if isinstance(value, str) else value
    except ValueError:
        raise ValueError(f"{name} must be a date like 2015-09-30, not {value!r}") from None
    return day.toordinal() - EPOCH.toordinal()


def _weigher(texts: Iterable[str]) -> TfidfVectorizer:
    """Words weighed by how few articles use them, dates and small words left out."""
    from sklearn.feature_extraction.text import TfidfVectorizer

    weigher = TfidfVectorizer(analyzer=words_of, sublinear_tf=True)
    weigher.fit([*texts, "nothing"])
    return weigher


def _carriers(candidates: list[Candidate], most: int, weigh: TfidfVectorizer) -> list[Candidate]:
    """The sentences whose sum comes nearest to the centroid of a day, none like another."""
    import numpy as np

    if not candidates:
        return []
    rows = weigh.transform([one.sentence for one in candidates])
    worth = np.array([one.worth for one in candidates])
    centroid = np.asarray(rows.T @ worth).ravel()
    centroid /= max(float(np.linalg.norm(centroid)), 1e-9)
    towards = np.asarray(rows @ centroid).ravel()
    among, closest, length = np.zeros(len(candidates)), np.zeros(len(candidates)), 0.0
    chosen: list[int] = []
    while len(chosen) < most:
        # The cosine of the sum of the chosen and one more to the centroid; each row is of length 1.
        gain = (towards[chosen].sum() + towards) / np.sqrt(np.maximum(length + 2 * among + 1, 1e-9)) * worth
        gain[(closest >= SAME) | np.isin(np.arange(len(candidates)), chosen)] = -1.0
        best = min(range(len(candidates)), key=lambda index: (-round(float(gain[index]), 6), candidates[index]))
        if gain[best] <= 0:
            break
        chosen.append(best)
        length += 2 * among[best] + 1
        likeness = (rows @ rows[best].T).toarray().ravel()
        among, closest = among + likeness, np.maximum(closest, likeness)
    return [candidates[index] for index in chosen]
