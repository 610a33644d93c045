"""How the page names what it quotes: by title, outlet and day, never by a path of the machine."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import polars as pl

from timeline.text import ADDRESS, FOLDERS, short_names

if TYPE_CHECKING:
    from collections.abc import Iterable

WORD = re.compile(r"[^\W\d_]{4,}")
TELLS = "tells"


def public_names(sources: Iterable[str]) -> dict[str, str]:
    """For each source the name that a page may print: an address as it is, of a file what tells it from the others.

    >>> public_names(["/home/ada/leak/may/talks.txt", "/home/ada/leak/june/talks.txt", "https://quay.example/a", "AP"])
    ... # doctest: +NORMALIZE_WHITESPACE
    {'/home/ada/leak/may/talks.txt': 'may/talks.txt', '/home/ada/leak/june/talks.txt': 'june/talks.txt',
     'https://quay.example/a': 'https://quay.example/a', 'AP': 'AP'}
    """
    short = short_names(sources)
    return {source: source if ADDRESS.match(source) else _bare(name) for source, name in short.items()}


def _bare(name: str) -> str:
    """A name without the folders of a machine, where it still begins at its root or outside the folder given."""
    if not re.match(r"[/\\~]|[A-Za-z]:[/\\]|\.{1,2}[/\\]", name):
        return name
    return "/".join([part for part in FOLDERS.split(name) if part not in ("", ".", "..")][-2:]) or name


def articles_named(articles: pl.DataFrame | None) -> dict[str, tuple[str | None, str | None]]:
    """For each `article_id` its title and its outlet: the site that the article names, or the host of its address.

    >>> frame = pl.DataFrame({"article_id": ["a"], "title": ["Ferry sinks"], "link": ["https://www.quay.example/a"]})
    >>> articles_named(frame)
    {'a': ('Ferry sinks', 'quay.example')}
    """
    if articles is None:
        return {}
    fields = ["article_id", "title", "site", "link", "source"]
    absent = [pl.lit(None, pl.String).alias(name) for name in fields if name not in articles.columns]
    rows = articles.with_columns(absent).select(fields).rows()
    return {
        article_id: (" ".join(title.split()) if title else None, site or _host(link) or _host(source))
        for article_id, title, site, link, source in rows
    }


def _host(address: str | None) -> str | None:
    if not address or not ADDRESS.match(address):
        return None
    return (urlsplit(address).hostname or "").removeprefix("www.") or None


def told_best(event: dict[str, Any], days: dict[tuple[str, int], tuple[int, int]]) -> list[int]:
    """The indexes of the sentences of an event, best first: of this event, with its date, with the words of its title.

    `days` holds for the article and first character of each date the day it starts and the day it ends before.

    >>> told = [{"sentence": "It was a hard month."}, {"sentence": "The ferry sank on Friday."}]
    >>> told_best({"title": "The ferry sank", "start_day": 1, "end_day": 2, "evidence": told}, {})
    [1, 0]
    """
    title = set(WORD.findall((event["title"] or "").casefold()))
    span = (event["start_day"], event["end_day"])

    def rank(at: int) -> tuple[bool, bool, float, int]:
        sentence = event["evidence"][at]
        same_event = (sentence.get("role") or TELLS) == TELLS
        dated = days.get((sentence.get("article_id"), sentence.get("start_char"))) == span
        words = set(WORD.findall((sentence.get("sentence") or "").casefold()))
        return (not same_event, not dated, -len(title & words) / max(1, len(title)), at)

    return sorted(range(len(event["evidence"] or [])), key=rank)
