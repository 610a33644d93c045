"""Articles from files, folders and frames: `read_articles`.

Columns of the frame it returns:

- article_id String: stable from run to run, made of the name and the text, never of the position in the pile
- source String: the path, that of a member below that of its archive, or what the user's frame calls it
- title String
- published Date, null where unknown; published_basis String tells why that day
- published_inferred Boolean: whether its year was inferred; null where the day is unknown
- published_likelihood Float64, 0 to 1: how likely the inferred year is; null where no years were weighed
- dateline_end Int64: where the dateline with the day ends in the text, null without one
- place String: the town of the dateline, null without one
- language String: ISO 639-1, the one that the text is read in; null without a text
- text String: what every offset of the later stages refers to
- problems List(String): readable reasons, empty where all is well
- boilerplate List(Struct{start_char Int64, end_char Int64}): the spans of menus, captions, quoted mails and the like
- published_candidates List(Struct{published Date, basis String}): every day that was stated or inferred
- duplicate_of String: the article_id of the article that this one repeats, null for an original
- author, site, link String: what pages, feeds and mails state about themselves

Further columns of a table or frame ride along behind these.
"""

from __future__ import annotations

import os
import re
import warnings
from collections import Counter
from collections.abc import Iterable
from dataclasses import astuple, replace
from datetime import date
from pathlib import PurePath
from typing import Any

import polars as pl

from timeline.articles.boilerplate import joined, mark_boilerplate
from timeline.articles.draft import Draft, Stated, admitted
from timeline.articles.duplicates import find_pairs, mark_duplicates
from timeline.articles.files import list_locations, without_outputs
from timeline.articles.overrides import apply_corrections
from timeline.articles.publication import date_articles
from timeline.articles.reader import read_locations
from timeline.articles.table import drafts_of_frame
from timeline.articles.titles import find_title
from timeline.corrections import read_lined
from timeline.languages import read_day
from timeline.languages.detection import language_of
from timeline.schemas import ARTICLES, as_frame, id_of
from timeline.text import plain

STATED: dict[str, Any] = {
    "published": pl.Date,
    "basis": pl.String,
    "kind": pl.String,
    "inferred": pl.Boolean,
    "likelihood": pl.Float64,
}
DRAFTS: dict[str, Any] = {
    "article_id": pl.String,
    "source": pl.String,
    "name": pl.String,
    "title": pl.String,
    "language": pl.String,
    "author": pl.String,
    "site": pl.String,
    "link": pl.String,
    "text": pl.String,
    "modified": pl.Date,
    "year": pl.Int32,
    "problems": pl.List(pl.String),
    "stated": pl.List(pl.Struct(STATED)),
}

PathLike = str | os.PathLike[str]
Source = PathLike | Iterable[PathLike] | pl.DataFrame | pl.LazyFrame


def read_articles(
    source: Source,
    *,
    published: date | str | None = None,
    text_column: str = "text",
    date_column: str | None = None,
    corrections: PathLike | pl.DataFrame | None = None,
    file_dates: bool = False,
    today: date | str | None = None,
    progress: bool = False,
) -> pl.DataFrame:
    """Articles from a file, a folder, a glob, a list of them, or a frame with a text column: one row an article.

    Files may be text, Markdown, HTML, PDF, mails, feeds, WARC, tables and zip archives of these; "-" is standard input;
    a frame may be Polars, pandas or Arrow, and a lazy one is collected in batches, as large tables are.
    `published` is the day of all articles. `corrections` is a CSV or a frame with the columns `article` (an id, a path,
    a link or a file's name) and `published` (a day; or a year, for a dateline without one), or the whole table of
    `timeline.corrections`: both win over what the articles say.
    `date_column` names the column of a table that holds the day (default: `published`, where there is one);
    `file_dates=True` takes the day a file was last changed where nothing else tells. A day later than `today` or than
    the file itself is refused. What could not be read stays as a row without text, its reason in `problems`.

    Raises FileNotFoundError for a path that is not there, TypeError for what is neither path nor frame, and ValueError
    for a folder without files, a frame without its columns, a `published` or `today` that is no day, and when nothing
    at all could be read.

    >>> frame = pl.DataFrame({"text": ["ROME, May 2, 2014. Talks began in the town."]})
    >>> read_articles(frame).select("published", "place")
    shape: (1, 2)
    ┌────────────┬───────┐
    │ published  ┆ place │
    │ ---        ┆ ---   │
    │ date       ┆ str   │
    ╞════════════╪═══════╡
    │ 2014-05-02 ┆ Rome  │
    └────────────┴───────┘
    """
    articles, unused = read_corrected(
        source,
        published=published,
        text_column=text_column,
        date_column=date_column,
        corrections=read_lined(corrections),
        file_dates=file_dates,
        today=today,
        progress=progress,
    )
    if unused:
        warnings.warn(f"corrections that fit no article: {plain(', '.join(unused))}", stacklevel=2)
    return articles


def read_corrected(
    source: Source,
    *,
    published: date | str | None,
    text_column: str,
    date_column: str | None,
    corrections: pl.DataFrame,
    file_dates: bool,
    today: date | str | None,
    progress: bool,
    leave_out: Iterable[PathLike] = (),
) -> tuple[pl.DataFrame, list[str]]:
    """What `read_articles` gives, and the names in the corrections that fit no article.

    `corrections` is the frame of `timeline.corrections.read_lined`; files among `leave_out` are told, not read.
    """
    latest = None if today is None else read_day(today)
    given = Stated(read_day(published), "given as published=", "given") if published is not None else None
    frame = source if isinstance(source, pl.LazyFrame) else as_frame(source)
    if frame is not None:
        drafts = _numbered(drafts_of_frame(frame, text_column, date_column))
        if not drafts:
            return _finish([], latest), apply_corrections([], corrections)[1]
    else:
        locations = without_outputs(list_locations(source), leave_out)  # type: ignore[arg-type]
        drafts = read_locations(locations, text_column, date_column, progress)
    drafts = [admitted(draft) for draft in drafts]
    _check_readable(drafts)
    if file_dates:
        drafts = [_with_day(draft, draft.modified, "date of the file", "file date") for draft in drafts]
    if given:
        drafts = [replace(draft, stated=(*draft.stated, given)) for draft in drafts]
    drafts = _identified(drafts)
    drafts, unused = apply_corrections(drafts, corrections)
    return _finish(drafts, latest), unused


def _finish(drafts: list[Draft], today: date | None) -> pl.DataFrame:
    spans = [joined(draft.text, [*mark_boilerplate(draft.text), *draft.quoted]) for draft in drafts]
    bodies = pl.Series(
        [_without(draft.text, marked) for draft, marked in zip(drafts, spans, strict=True)], dtype=pl.String
    )
    pairs = find_pairs(bodies)
    read = _as_frame(drafts)
    language = pl.when(pl.col("text").str.strip_chars() != "").then(language_of(read["language"], bodies))
    read = read.with_columns(language.alias("language"))
    articles = date_articles(read, today=today, pairs=pairs)
    titles = [
        title or find_title(text, end)
        for title, text, end in articles.select("title", "text", "dateline_end").iter_rows()
    ]
    marks = [[{"start_char": start, "end_char": end} for start, end in marked] for marked in spans]
    return (
        articles.with_columns(
            mark_duplicates(articles, pairs),
            pl.Series("title", titles, dtype=pl.String),
            pl.Series("boilerplate", marks, dtype=ARTICLES["boilerplate"]),
        )
        .select(*ARTICLES)
        .hstack(_extra(drafts))
    )


def _as_frame(drafts: list[Draft]) -> pl.DataFrame:
    rows = [
        {
            **{name: getattr(draft, name) for name in DRAFTS if name not in ("stated", "problems")},
            "problems": list(draft.problems),
            "stated": [dict(zip(STATED, astuple(item), strict=True)) for item in draft.stated],
        }
        for draft in drafts
    ]
    return pl.DataFrame(rows, schema=DRAFTS)


def _extra(drafts: list[Draft]) -> pl.DataFrame:
    """The user's own columns; those that bear the name of one of ours were used or give way to it."""
    names = [name for name in dict.fromkeys(name for draft in drafts for name in draft.extra) if name not in ARTICLES]
    columns = [pl.Series(name, [draft.extra.get(name) for draft in drafts], strict=False) for name in names]
    return pl.DataFrame(columns)


def _check_readable(drafts: list[Draft]) -> None:
    if not any(draft.text for draft in drafts):
        reasons = "; ".join(f"{draft.source}: {', '.join(draft.problems)}" for draft in drafts[:3])
        raise ValueError(f"none of {len(drafts)} could be read as an article ({reasons})")


def _with_day(draft: Draft, day: date | None, basis: str, kind: str) -> Draft:
    return replace(draft, stated=(*draft.stated, Stated(day, basis, kind))) if day else draft


def _without(text: str, spans: list[tuple[int, int]]) -> str:
    parts, position = [], 0
    for start, end in spans:
        parts.append(text[position:start])
        position = end
    return "".join([*parts, text[position:]])


def _numbered(drafts: list[Draft]) -> list[Draft]:
    """Rows of a frame called by their number where no column names them; their ids are the user's and must differ."""
    times = Counter(draft.article_id for draft in drafts if draft.article_id)
    twice = next((article_id for article_id, count in times.items() if count > 1), None)
    if twice:
        raise ValueError(f"article_id {twice!r} stands in more than one row")
    return [draft if draft.source else replace(draft, source=f"row {number}") for number, draft in enumerate(drafts)]


def _identified(drafts: list[Draft]) -> list[Draft]:
    """Names that people can read, and that differ with the text; a copy of the same name and text gets a number."""
    seen: dict[str, int] = {}
    found = []
    for draft in drafts:
        article_id = draft.article_id or _make_id(draft)
        seen[article_id] = seen.get(article_id, 0) + 1
        found.append(
            replace(draft, article_id=article_id if seen[article_id] == 1 else f"{article_id}-{seen[article_id]}")
        )
    return found


def _make_id(draft: Draft) -> str:
    name = PurePath(draft.name).name
    digest = id_of(name, draft.text)
    stem = re.sub(r"[^0-9a-z]+", "-", PurePath(name).stem.lower()).strip("-")[:40].strip("-")
    return f"{stem}-{digest}" if stem else digest
