"""A pile of articles on a page: the days that matter, and for each the sentences that carry it.

Days: each document that names a day counts once, twice more where it was published later; what is looked back on
mattered. (Of the counts compared by Tran and others, "Timeline Summarization from Relevant Headlines", 2015, and by
Gholipour Ghalandari and Ifrim, "Examining the State-of-the-Art in News Timeline Summarization", 2020, mentions do best
without training.)

Sentences: those that name the day and the leads of what was published on it or on the morrow; of these the ones whose sum
is nearest to the centroid of them all, words weighed by how few articles use them (Radev and others, "Centroid-based
summarization of multiple documents", 2004; the greedy sum: Ghalandari, "Revisiting the Centroid-based Method", 2017).
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

import polars as pl

from timeline.merging.likeness import words_of
from timeline.publication.datelines import find_dateline
from timeline.resolving.clocks import EPOCH
from timeline.telling.happenings import LEANING
from timeline.telling.sentences import split_sentences
from timeline.topics import about as about_topic

if TYPE_CHECKING:
    from collections.abc import Iterable

    from scipy.sparse import csr_matrix
    from sklearn.feature_extraction.text import TfidfVectorizer

    from timeline.timelines import Timeline

SUMMARY = {"date": pl.Date, "sentence": pl.String, "article_id": pl.String}
# A look back from later days tells more than a mention on the day itself.
LATER = 2.0
# How much the volume of a day counts beside that: enough to choose between equals.
VOLUME = 0.01
# The first sentences of an article published on the day or the morrow tell of the day too, though they may not name it.
LEADS, HEAD = 2, 4000
MORROW_WORTH = 0.5
# What lies ahead or did not happen carries a day only where nothing else does.
UNSURE_WORTH = 0.6
# Two sentences so alike say the same.
SAME = 0.5
SHORTEST, LONGEST = 7, 40
FIRST_PERSON = frozenset("i we my our me us you your i'm we're i’m we’re".split())


class Candidate(NamedTuple):
    """A sentence that may carry a day, and what it is worth beside the others."""

    sentence: str
    article_id: str
    worth: float
    names_day: bool


def summarise(
    line: Timeline,
    days: int = 20,
    sentences: int = 2,
    start: date | str | None = None,
    end: date | str | None = None,
    about: str | None = None,
) -> pl.DataFrame:
    """The `days` that matter most and up to `sentences` sentences for each, none twice, in the order of time.

    Returns date Date, sentence String, article_id String. A day counts for each article that names it, twice more where
    the article was published later; a day without a sentence that carries it gives way to the next. `start` and `end`
    bound the days, both inclusive; `about` keeps only the articles about a topic ("syria russia"). Raises `ValueError` for
    numbers below 1, for bounds that are no dates and for a topic without a word.

    >>> from timeline import build_timeline
    >>> line = build_timeline("data/articles")
    >>> summarise(line, days=3, sentences=1).columns
    ['date', 'sentence', 'article_id']
    """
    if days < 1 or sentences < 1:
        raise ValueError(f"a summary needs at least one day and one sentence, not {days} and {sentences}")
    first, last = _bound(start, "start"), _bound(end, "end")
    articles = about_topic(line.articles, about) if about is not None else line.articles
    ranked = _ranked(line.dates, articles, first, last)
    if not ranked:
        return pl.DataFrame(schema=SUMMARY)
    told = _told(line.tellings, articles)
    leads = _leads(articles)
    # A lead that names another day tells of that one.
    naming = {_key(one.sentence) for candidates in told.values() for one in candidates}
    leads = {day: [one for one in found if _key(one[0]) not in naming] for day, found in leads.items()}
    weigh = _weigher(articles["text"])
    chosen: dict[int, list[Candidate]] = {}
    taken: set[str] = set()
    for day in ranked:
        if len(chosen) == days:
            break
        fresh = [one for one in _candidates(day, told, leads) if _key(one.sentence) not in taken]
        if carriers := _carriers(fresh, sentences, weigh):
            chosen[day] = carriers
            taken.update(_key(one.sentence) for one in carriers)
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
        day = date.fromisoformat(value) if isinstance(value, str) else value
    except ValueError:
        raise ValueError(f"{name} must be a date like 2015-09-30, not {value!r}") from None
    return (day - EPOCH).days


def _ranked(dates: pl.DataFrame, articles: pl.DataFrame, first: int | None, last: int | None) -> list[int]:
    """The exact days that articles name, the one that matters most first."""
    exact = (pl.col("end_day") - pl.col("start_day") == 1) & pl.col("type").is_in(["DATE", "TIME"])
    if "boilerplate" in articles.columns:
        spans = articles.select("article_id", "boilerplate").explode("boilerplate").drop_nulls().unnest("boilerplate")
        inside = dates.select("article_id", "start_char").join_where(
            spans.rename({"article_id": "in_article", "start_char": "from_char", "end_char": "to_char"}),
            pl.col("article_id") == pl.col("in_article"),
            pl.col("start_char") >= pl.col("from_char"),
            pl.col("start_char") < pl.col("to_char"),
        )
        dates = dates.join(inside, on=["article_id", "start_char"], how="anti", maintain_order="left")
    volume = articles.group_by(pl.col("published").cast(pl.Int32).cast(pl.Int64).alias("day")).agg(
        pl.len().alias("volume")
    )
    worth = pl.len() + LATER * pl.col("later").sum()
    return (
        dates.filter(exact)
        .select("article_id", pl.col("start_day").cast(pl.Int64).alias("day"))
        .unique()
        .filter(pl.col("day").is_between(-(2**31) if first is None else first, 2**31 if last is None else last))
        .join(articles.select("article_id", "published"), on="article_id", how="inner")
        .with_columns((pl.col("published").cast(pl.Int32) > pl.col("day")).fill_null(value=False).alias("later"))
        .group_by("day")
        .agg(worth.alias("worth"))
        .join(volume, on="day", how="left")
        .with_columns(pl.col("worth") + VOLUME * pl.col("volume").fill_null(0).cast(pl.Float64))
        .sort("worth", "day", descending=[True, True])["day"]
        .to_list()
    )


def _told(tellings: pl.DataFrame, articles: pl.DataFrame) -> dict[int, list[Candidate]]:
    """The sentences that name each exact day, each wording once."""
    rows = (
        tellings.filter(pl.col("end_day") - pl.col("start_day") == 1)
        .join(articles.select("article_id", "text"), on="article_id", how="semi", maintain_order="left")
        .with_columns(pl.col("modality").is_in(["planned", "conditional", "denied"]).alias("unsure"))
        .sort("unsure", maintain_order=True)
        .unique(["start_day", "sentence"], keep="first", maintain_order=True)
    )
    heads = _dateline_ends(articles)
    found: dict[int, list[Candidate]] = {}
    columns = ("start_day", "sentence", "sentence_start_char", "article_id", "unsure", "trigger")
    for day, sentence, start, article_id, unsure, trigger in rows.select(columns).iter_rows():
        body = _flat(sentence[max(0, heads.get(article_id, 0) - start) :])
        worth = (UNSURE_WORTH if unsure else 1.0) * (1.0 if trigger is not None else 0.8)
        found.setdefault(day, []).append(Candidate(body, article_id, worth, names_day=True))
    return found


def _dateline_ends(articles: pl.DataFrame) -> dict[str, int]:
    ends = {}
    for article_id, text in articles.select("article_id", "text").iter_rows():
        said = find_dateline(text) if text else None
        if said is not None:
            ends[article_id] = said.end_char
    return ends


def _leads(articles: pl.DataFrame) -> dict[int, list[tuple[str, str]]]:
    """The first full sentences of what was published on each day, with their articles."""
    found: dict[int, list[tuple[str, str]]] = {}
    for article_id, published, text in articles.select("article_id", "published", "text").iter_rows():
        if published is None or not text:
            continue
        said = find_dateline(text)
        head = said.end_char if said is not None else 0
        flat = [_flat(text[max(a, head) : b]) for a, b in split_sentences(text[:HEAD], head) if b > head]
        full = [one for one in flat if len(one.split()) >= SHORTEST and one[-1] in ".!?”\"'’"]
        found.setdefault((published - EPOCH).days, []).extend((one, article_id) for one in full[:LEADS])
    return found


def _candidates(day: int, told: dict[int, list[Candidate]], leads: dict[int, list[tuple[str, str]]]) -> list[Candidate]:
    """The sentences that may carry a day, each wording once: those that name it before the leads."""
    found = list(told.get(day, []))
    for after, worth in ((0, 1.0), (1, MORROW_WORTH)):
        found.extend(
            Candidate(one, article_id, worth, names_day=False) for one, article_id in leads.get(day + after, [])
        )
    return list({_key(one.sentence): one for one in reversed(found)}.values())[::-1]


def _weigher(texts: Iterable[str]) -> TfidfVectorizer:
    """Words weighed by how few articles use them, dates and small words left out."""
    from sklearn.feature_extraction.text import TfidfVectorizer

    weigher = TfidfVectorizer(analyzer=words_of, sublinear_tf=True)
    weigher.fit([*texts, "nothing"])
    return weigher


def _carriers(told: list[Candidate], most: int, weigh: TfidfVectorizer) -> list[Candidate]:
    """The sentences whose sum comes nearest to the centroid of a day, none like another; at least one names the day."""
    import numpy as np

    fitting = [one for one in told if len(one.sentence.split()) >= SHORTEST // 2]
    if not any(one.names_day for one in fitting):
        return []
    rows = weigh.transform([one.sentence for one in fitting])
    centroid = _centroid(rows, fitting)
    worth = np.array([one.worth * _standing(one.sentence) for one in fitting])
    likeness = (rows @ rows.T).toarray()
    towards = np.asarray(rows @ centroid).ravel()
    chosen: list[int] = []
    while len(chosen) < most:
        # The cosine of the sum of the chosen and one more to the centroid.
        among = likeness[:, chosen].sum(axis=1) if chosen else np.zeros(len(fitting))
        length = np.sqrt(np.maximum(likeness[np.ix_(chosen, chosen)].sum() + 2 * among + likeness.diagonal(), 1e-9))
        gain = (towards[chosen].sum() + towards) / length * worth
        gain[[place for place in range(len(fitting)) if chosen and likeness[place, chosen].max() >= SAME]] = -1.0
        gain[chosen] = -1.0
        best = min(range(len(fitting)), key=lambda place: (-round(float(gain[place]), 6), fitting[place]))
        if gain[best] <= 0:
            break
        chosen.append(best)
    return [fitting[place] for place in chosen]


def _centroid(rows: csr_matrix, told: list[Candidate]) -> Any:
    """The mean of the sentences that name the day and of the leads, both counting the same."""
    import numpy as np

    naming = np.array([one.names_day for one in told])
    means = [np.asarray(rows[which].mean(axis=0)).ravel() for which in (naming, ~naming) if which.any()]
    centroid = sum(means) / len(means)
    return centroid / max(float(np.linalg.norm(centroid)), 1e-9)


def _standing(sentence: str) -> float:
    """How well a sentence stands alone: of fair length, not leaning on the one before, told and not spoken."""
    words = sentence.lower().split()
    length = (
        1.0 if SHORTEST <= len(words) <= LONGEST else SHORTEST / 10 if len(words) < SHORTEST else LONGEST / len(words)
    )
    leaning = 0.6 if words[0] in LEANING else 1.0
    spoken = 0.5 if FIRST_PERSON & set(words) or sentence[0] in "“\"‘'" or sentence.endswith("?") else 1.0
    return length * leaning * spoken


def _flat(sentence: str) -> str:
    return " ".join(sentence.split())


def _key(sentence: str) -> str:
    return "".join(character for character in sentence.lower() if character.isalnum())
