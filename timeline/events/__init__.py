"""From dated mentions to events: `extract_events`.

Columns of the frame it returns, besides those of the date it leans on (`timeline.schemas.DATE_OF_EVENT`):

- title String; trigger String, trigger_start_char and trigger_end_char Int64: null where nothing names the happening
- actors List(String); place String; country String (ISO 3166-1 alpha-2): null where none is named
- actors_chars List(Struct{name String, start_char Int64, end_char Int64}): where each actor is named
- place_start_char, place_end_char Int64: where the place is named, null where none is
- modality String: asserted, reported, planned, denied or conditional; speaker String: null where nobody is named
- sentence String; sentence_start_char, sentence_end_char Int64: code points into the text, end exclusive
- context String: the sentence before, where this one leans on it ("The raids went on ..."), null elsewhere
- source String; published Date; duplicate_of String, the article that it repeats: of the article
"""

from __future__ import annotations

import re
from bisect import bisect_right
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

import polars as pl

from timeline.articles.publication.dateline import PLACE_ONLY, with_datelines
from timeline.dates.ranges import join_ranges
from timeline.events.extraction import Telling, tell
from timeline.events.gazetteer import Place
from timeline.events.parsing import (
    EXTRA,
    Parse,
    is_installed,
    load_pipeline,
    parse_sentences,
    pipeline_for,
    with_words,
)
from timeline.languages.en.sentences import split_sentences
from timeline.languages.en.vocabulary import MONTHS, WEEKDAYS
from timeline.languages.en.words import DATE_LEADS
from timeline.schemas import DATE_OF_EVENT, EVENTS, OPTIONAL, PROBLEMS, complete, demand
from timeline.text import any_of

if TYPE_CHECKING:
    from spacy.language import Language


# With one of these a day ahead is possible, not planned; "should" and "can" tell what is meant to be.
_HEDGED = re.compile(r"\b(?:[Ii]f|unless|whether|would|may|might|could|possibly|perhaps)\b|^(?:Had|Were|Should)\b")
_NARRATED = re.compile(r"\bwould(?! have)\b")
# What would be done so long ago is told by a history.
LONG_AGO = 365
_CLOCK = re.compile(
    r"(?:[01]?[0-9]|2[0-3])[:.h]?[0-5][0-9](?: ?(?:GMT|UTC|BST|EST|EDT|CET|[ap]\.?m\.?))?:?\s+(?=[^\W\d_a-z]|[“\"])"
)
# A page's stamp between a headline and the text: "Harbour opens Tuesday 8 February 2005 00.02 GMT The harbour ..."
_STAMP = re.compile(
    rf".{{0,160}}?\b{any_of(WEEKDAYS)},? [0-9]{{1,2}} {any_of(MONTHS)},? [0-9]{{4}},?(?: at)? [0-9]{{1,2}}[.:][0-9]{{2}}"
    r"(?: ?[ap]m)?(?: (?:GMT|BST|UTC|[ECMP][SD]T))?\s+(?=[^\W\d_a-z]|[“\"‘])",
    re.IGNORECASE,
)
_LABEL = re.compile(r"\s*(?:[-–—:]|\|)\s+(?=\S)")
# A date in front of its clause has no more words before it; behind it the clause goes on with a word.
MOST_LEADS = 2
_GOES_ON = re.compile(r" (?!(?:of|and|or|to|until|in|on|at|by|for|'s|’s)\b)[^\W\d_]")
_INSIDE = re.compile(r"(?<=[\w,;’'] )[^\W\d_a-z][\w’'-]*")


def extract_events(articles: pl.DataFrame, dates: pl.DataFrame, *, nlp: str | Language | None = None) -> pl.DataFrame:
    """The events that articles tell: a row for each happening that a date of the text belongs to.

    Takes the frames of `read_articles` (text String; article_id String, source String, published Date and boilerplate
    List(Struct{start_char, end_char}) where present) and of `find_dates`. Dates that are durations, sets or vague, that
    stand in boilerplate, or in a line that holds nothing else, make no event. A date that could not be resolved makes
    a row with start null.

    `nlp` names an installed spaCy pipeline (or is one): its trees make the titles, and its names and parts of speech
    correct those of the rules. Without it the pipeline of the extra `english` is used, or one that is installed for the language of a text;
    where there is none, the title is the sentence.
    Raises `ValueError` for a column that is missing, a date that stands outside its text and a pipeline that is not
    installed, `ImportError` without spaCy.

    >>> import polars as pl
    >>> from timeline import read_articles, find_dates
    >>> articles = read_articles(pl.DataFrame({"text": ["On 7 October 2015 ships fired missiles at Raqqa."]}))
    >>> extract_events(articles, find_dates(articles)).select("title", "trigger", "place").row(0)
    ('Ships fired missiles at Raqqa', 'fired', 'Ar Raqqah')
    """
    articles = complete(demand(articles, "articles", ("text",), "read_articles()").lazy()).collect()
    dates = demand(dates, "dates", ("article_id", "start_char", "end_char", "text", "type", "value"), "find_dates()")
    wanted = _eventful(dates)
    _check_places(articles, wanted)
    rows: list[dict[str, Any]] = []
    texts = with_datelines(articles).select(
        "article_id", "text", "dateline_end", "place", *OPTIONAL,
        *(pl.col(name).cast(pl.String) if name in articles.columns else pl.lit(None, pl.String).alias(name) for name in ("source", "duplicate_of")),
        *(["boilerplate"] if "boilerplate" in articles.columns else []),
    )  # fmt: skip
    by_article = {
        key[0]: group for key, group in wanted.partition_by("article_id", as_dict=True, maintain_order=True).items()
    }
    given = load_pipeline(nlp) if nlp is not None else None
    dated = [
        (article, _dated_sentences(article, group.to_dicts()))
        for article in texts.iter_rows(named=True)
        if (group := by_article.get(article["article_id"])) is not None and article["text"]
    ]
    parses = _parses(dated, given)
    for article, sentences in dated:
        names = _names_of(article["text"])
        for sentence in sentences:
            parse = parses.get((article["language"], sentence.text[sentence.head :], sentence.front))
            rows.extend(_of_sentence(article, sentence, parse, given is not None, names))
    return pl.DataFrame(rows, schema=EVENTS, orient="row")


def unparsed(articles: pl.DataFrame) -> pl.DataFrame:
    """A problem where English is read without a pipeline: the columns of problems, one row or none."""
    if "language" not in articles.columns or "text" not in articles.columns:
        return PROBLEMS.to_frame()
    english = articles.filter((pl.col("language") == "en") & (pl.col("text") != ""))
    if english.is_empty() or is_installed("en"):
        return PROBLEMS.to_frame()
    row = english.row(0, named=True)
    reason = f"no spaCy pipeline for English is installed, so titles are whole sentences: {EXTRA}"
    return pl.DataFrame([(row["source"], row["article_id"], "events", "", reason)], schema=PROBLEMS, orient="row")


class Dated(NamedTuple):
    """A sentence with dates: where it begins, where its dateline ends, and the sentence before it."""

    text: str
    start: int
    head: int
    mentions: list[dict[str, Any]]
    previous: str
    previous_start: int

    @property
    def front(self) -> int:
        """Where a date in front of the clause ends behind the dateline, if no comma follows; zero elsewhere."""
        first = next((one for one in self.mentions if one["start_char"] >= self.start + self.head), None)
        if first is None:
            return 0
        body = self.text[self.head :]
        start, end = (first[name] - self.start - self.head for name in ("start_char", "end_char"))
        lead = body[:start].lower().split()
        if len(lead) > MOST_LEADS or not set(lead) <= DATE_LEADS | {"the", "late", "early"}:
            return 0
        return end if _GOES_ON.match(body, end) else 0


def _parses(
    dated: list[tuple[dict[str, Any], list[Dated]]], given: Language | None
) -> dict[tuple[str, str, int], Parse]:
    """The tree of each sentence, by language and text; of languages that have a pipeline."""
    by_language: dict[str, list[tuple[str, int]]] = {}
    for article, sentences in dated:
        by_language.setdefault(article["language"], []).extend((one.text[one.head :], one.front) for one in sentences)
    found = {}
    for language, asked in by_language.items():
        fits = given is not None and given.lang in (language, "xx")
        reads = given if given is not None and fits and "parser" in given.pipe_names else pipeline_for(language)
        parses = parse_sentences(reads, asked) if reads is not None else {}
        if given is not None and fits and reads is not given:
            # A pipeline without a parser adds its names and tags to the trees of the other.
            named = parse_sentences(given, asked)
            parses = {one: with_words(parse, named[one]) for one, parse in parses.items() if one in named}
        found.update({(language, *one): parse for one, parse in parses.items()})
    return found


def _check_places(articles: pl.DataFrame, dates: pl.DataFrame) -> None:
    lengths = articles.select("article_id", pl.col("text").str.len_chars().cast(pl.Int64).alias("length"))
    placed = dates.select("article_id", "start_char", "end_char").join(lengths, on="article_id")
    inside = (pl.col("start_char") >= 0) & (pl.col("end_char") >= pl.col("start_char"))
    inside &= pl.col("end_char") <= pl.col("length")
    # An article without a text has no events, whatever its dates say.
    outside = placed.filter(pl.col("length") > 0, ~inside.fill_null(value=False))
    if not outside.is_empty():
        article_id, start, end, length = outside.row(0)
        raise ValueError(
            f"a date of article {article_id!r} stands outside its text: from {start} to {end} of {length} characters"
        )


def _eventful(dates: pl.DataFrame) -> pl.DataFrame:
    vague = pl.col("value").fill_null("").str.ends_with("_REF")
    missing = [
        pl.lit(None, dtype).alias(column)
        for column, dtype in DATE_OF_EVENT.items()
        if column not in dates.columns and column != "date_text"
    ]
    return (
        dates.filter(pl.col("type").is_in(["DATE", "TIME"]) & ~vague)
        .with_columns(missing)
        .sort("article_id", "start_char", maintain_order=True)
    )


def _dated_sentences(article: dict[str, Any], dates: list[dict[str, Any]]) -> list[Dated]:
    """The sentences of an article that hold a date, in the order of the text, boilerplate left out."""
    text: str = article["text"]
    dateline_end = article["dateline_end"] or 0
    sentences = split_sentences(text, dateline_end)
    starts = [start for start, _ in sentences]
    boilerplate = [(span["start_char"], span["end_char"]) for span in article.get("boilerplate") or []]
    by_sentence: dict[int, list[dict[str, Any]]] = {}
    for mention in join_ranges(text, dates):
        if any(start <= mention["start_char"] < end for start, end in boilerplate):
            continue
        by_sentence.setdefault(bisect_right(starts, mention["start_char"]) - 1, []).append(mention)
    found = []
    for place, mentions in by_sentence.items():
        start = sentences[place][0]
        sentence = text[start : max(sentences[place][1], mentions[-1]["end_char"])]
        head = max(0, min(dateline_end, start + len(sentence)) - start) if start < dateline_end else _town(sentence)
        before = sentences[place - 1] if place else None
        previous = text[before[0] : before[1]] if before else ""
        label = _LABEL.match(text, mentions[0]["end_char"]) if not head and mentions[0]["start_char"] == start else None
        if label:
            # "3 May - The ferry sank": a row of a chronology, dated by its label.
            head, kept = label.end() - start, mentions
        else:
            kept = _without_dateline(mentions, start + head)
        found.append(Dated(sentence, start, head, kept, previous, before[0] if before else 0))
    return found


def _of_sentence(
    article: dict[str, Any], one: Dated, parse: Parse | None, names_parsed: bool, names: frozenset[str]
) -> list[dict[str, Any]]:
    spans = tuple((mention["start_char"] - one.start, mention["end_char"] - one.start) for mention in one.mentions)
    english = article["language"] == "en"
    return [
        _row(
            article,
            one.mentions[number],
            _settled(telling, article["place"]),
            one.text,
            one.start,
            one.previous_start,
            names,
        )
        for number, telling in tell(one.text, spans, one.head, one.previous, english, parse, names_parsed)
    ]


def _without_dateline(mentions: list[dict[str, Any]], dateline_end: int) -> list[dict[str, Any]]:
    """A dateline dates its sentence only where the sentence names no other day."""
    head = [mention for mention in mentions if mention["end_char"] <= dateline_end]
    rest = mentions[len(head) :]
    days = {mention["start_day"] for mention in rest}
    return [mention for mention in head if not days or mention["start_day"] in days] + rest


def _town(sentence: str) -> int:
    """Where a dateline without a day stops ("LONDON (Agency) - ...") or the clock of a ticker; zero without either."""
    if clock := _CLOCK.match(sentence) or _STAMP.match(sentence):
        return clock.end()
    match = PLACE_ONLY.match(sentence)
    if match is None or not (match["agency"] or match["place"].isupper()):
        return 0
    return match.end("stop")


def _settled(telling: Telling, town: str | None) -> Telling:
    """The town of the dateline is a place, also where the gazetteer does not know it."""
    named = next((name for name in telling.actors if name.text == town), None)
    if town is None or named is None:
        return telling
    return telling._replace(
        actors=tuple(name for name in telling.actors if name is not named),
        place=telling.place or Place(town, "", "city", named.start, named.end),
    )


def _names_of(text: str) -> frozenset[str]:
    """The words that a text writes with a capital where no sentence begins."""
    return frozenset(_INSIDE.findall(text))


def _at_its_time(modality: str, sentence: str, day: int | None, published: date | None) -> str:
    """What lies ahead of the day of publication cannot have happened: it is planned, or possible where it is hedged.

    What "would" be done long ago, without an if, was done.
    """
    if day is None or published is None:
        return modality
    since = (published - date(1970, 1, 1)).days - day
    if since < 0:
        hedged = modality == "conditional" and _HEDGED.search(sentence)
        return modality if modality == "denied" or hedged else "planned"
    told = modality == "conditional" and since > LONG_AGO and _NARRATED.search(sentence)
    return "asserted" if told and not _HEDGED.search(_NARRATED.sub("", sentence)) else modality


def _row(
    article: dict[str, Any],
    mention: dict[str, Any],
    telling: Telling,
    sentence: str,
    start: int,
    previous_start: int,
    names: frozenset[str],
) -> dict[str, Any]:
    offset = previous_start if telling.in_previous else start
    dated = mention["start_day"] is not None
    why = mention["why"] or ""
    if telling.of_saying:
        why = f"{why}; the day is that of the saying, what was said may lie on another"
    certainty = mention["certainty"]
    spot = telling.place
    actors = [name for name in telling.actors if " " in name.text or name.text in names or name.text.isupper()]
    return {
        "article_id": article["article_id"], "source": article["source"], "published": article["published"],
        "duplicate_of": article["duplicate_of"],
        **{column: mention[column] for column in DATE_OF_EVENT if column not in ("date_text", "why", "certainty", "open")},
        "date_text": mention["text"],
        "why": why,
        "open": None if telling.measures else mention["open"],
        "certainty": "inferred" if dated and telling.of_saying and certainty == "certain" else certainty,
        "title": telling.title,
        "title_basis": telling.title_basis,
        "trigger": telling.trigger,
        "trigger_start_char": None if telling.trigger is None else offset + telling.trigger_start,
        "trigger_end_char": None if telling.trigger is None else offset + telling.trigger_end,
        "actors": [name.text for name in actors],
        "actors_chars": [{"name": name.text, "start_char": offset + name.start, "end_char": offset + name.end} for name in actors],
        "place": spot and spot.name, "country": (spot and spot.country) or None,
        "place_start_char": spot and offset + spot.start, "place_end_char": spot and offset + spot.end,
        "modality": telling.modality if telling.past else _at_its_time(telling.modality, sentence, mention["start_day"], article["published"]), "speaker": telling.speaker,
        "sentence": sentence, "sentence_start_char": start, "sentence_end_char": start + len(sentence), "context": telling.context,
    }  # fmt: skip
