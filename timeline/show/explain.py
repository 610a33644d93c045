"""An article with every date in it marked: what was read, what was assumed, by which rule."""

from __future__ import annotations

import difflib
import html
from typing import TYPE_CHECKING, Protocol

import polars as pl

from timeline.calendar.display import with_when
from timeline.dates.explanations import quoted
from timeline.dates.phrase import mentions_in, resolve_date
from timeline.languages import read_day
from timeline.schemas import complete, demand
from timeline.show.notebook import Shown
from timeline.text import short_name

if TYPE_CHECKING:
    from datetime import date
    from typing import Any

# A colour a kind, dark enough that people who see few colours distinguish them; the kind is written out as well.
KINDS = {
    "said": ("#0b6e4f", "the text gives the whole date"),
    "assumed": ("#1f5fa8", "a part was inferred from the day it leans on"),
    "soft": ("#8a5a00", "the edges are approximate"),
    "undated": ("#a3262a", "no place on the calendar"),
}
AROUND = 60  # characters shown on either side of a mention
CERTAINTY_KINDS = {"certain": "said", "inferred": "assumed", "approximate": "soft"}
STYLE = """
.tl-explain{font:15px/1.6 system-ui,sans-serif;max-width:46rem}
.tl-explain article{white-space:pre-wrap;margin:0 0 2rem}
.tl-explain mark{background:none;color:inherit;border-bottom:2px solid var(--kind);position:relative;cursor:help}
.tl-explain mark:hover,.tl-explain mark:focus{background:color-mix(in srgb,var(--kind) 18%,transparent);outline:none}
.tl-explain mark>span{display:none;position:absolute;left:0;top:1.7em;z-index:9;width:max-content;max-width:26rem;
padding:.5em .7em;white-space:normal;font-size:13px;background:#fff;color:#222;border:1px solid #bbb;border-radius:4px;
box-shadow:0 2px 8px #0003}
.tl-explain mark:hover>span,.tl-explain mark:focus>span{display:block}
.tl-explain dl{display:grid;grid-template-columns:auto 1fr;gap:0 .8em;margin:0}
.tl-explain dt{color:#666;white-space:nowrap;float:none;width:auto}
.tl-explain dd{margin:0;width:auto}.tl-explain .key{font-size:13px;color:#555}
"""


class Explained(Protocol):
    """What is explained of a timeline: its articles, and the dates found in them."""

    articles: pl.DataFrame
    dates: pl.DataFrame


def explain(articles: pl.DataFrame | Explained, dates: pl.DataFrame | str | None = None) -> Shown:
    """The texts with every date marked by kind; its reading and the reason for it appear on hover or focus.

    In a terminal every date is a line with its reading and the reason; `.html` is what a notebook shows.

    Takes what `read_articles` and `find_dates` give, undated mentions included, or a timeline and the name, path or id
    of one of its articles. Everything from the articles is shown as text, never run. Raises `ValueError` for a name
    that no article has, or that several have.

    >>> from timeline import find_dates, read_articles
    >>> articles = read_articles("data/articles").head(1)
    >>> print(str(explain(articles, find_dates(articles)))[:105])
    Russian jets open an air campaign over Syria (2015-10-01)
      30 September 2015           “Wednesday”: the
    """
    if isinstance(dates, str) or (dates is None and not isinstance(articles, pl.DataFrame)):
        articles, dates = _article_of(articles, dates)  # type: ignore[arg-type]  # a timeline
    articles = complete(demand(articles, "articles", ("text",), "read_articles()").lazy()).collect()
    dates = with_when(demand(dates, "dates", ("article_id", "start_char", "end_char", "why"), "find_dates()")).sort(
        "article_id", "start_char", "end_char"
    )
    mentions = {str(key[0]): group for key, group in dates.partition_by("article_id", as_dict=True).items()}
    documents, plain = [], []
    for article in articles.select(
        "article_id", "published", "text", pl.col("^(title|source|published_basis)$")
    ).to_dicts():
        group = mentions.get(article["article_id"])
        rows = [] if group is None else group.drop("start", "end").to_dicts()
        documents.append(_article(article, rows))
        plain.append(_plain(article, rows))
    key = " · ".join(
        f'<span style="color:{colour}">■</span> {name}: {sense}' for name, (colour, sense) in KINDS.items()
    )
    document = f'<div class="tl-explain"><style>{STYLE}</style><p class="key">{key}</p>{"".join(documents)}</div>'
    return Shown(document, "\n\n".join(plain))


def _article_of(line: Explained, name: str | None) -> tuple[pl.DataFrame, pl.DataFrame]:
    named = [
        name is None or name in (source, key, short_name(source or ""))
        for source, key in line.articles.select("source", "article_id").iter_rows()
    ]
    found = line.articles.filter(pl.Series(named, dtype=pl.Boolean))
    if name is not None and found.height != 1:
        names = [short_name(source or key) for source, key in line.articles.select("source", "article_id").iter_rows()]
        near = difflib.get_close_matches(name, names, 3, 0.3)
        hint = f"; did you mean {' or '.join(near)}?" if near else ""
        which = f"{found.height} articles are" if found.height else "no article is"
        raise ValueError(f"{which} called {name!r}{hint}")
    return found, line.dates.filter(pl.col("article_id").is_in(found["article_id"].implode()))


def explain_phrase(phrase: str, on: date | str | None = None) -> str:
    """How one phrase is read and resolved, step by step, as text.

    >>> print(explain_phrase("last Friday", on="2015-11-16"))
    phrase     last Friday
    rule       ...
    said       ...
    leans on   2015-11-16
    direction  ...
    value      2015-11-13
    from       2015-11-13 00:00:00
    until      2015-11-14 00:00:00 (not included)
    grain      day
    certainty  inferred
    why        ...
    """
    found = resolve_date(phrase, on=on)
    if found is None:
        return f"phrase     {phrase}\nresult     no expression of time was found in it"
    listed = mentions_in(phrase, read_day(on) if isinstance(on, str) else on)
    reasons = [mention["why"] for mention in listed if mention["text"] == found.text]
    at = phrase.find(found.text)
    left = [part.strip(" ,.;") for part in (phrase[:at], phrase[at + len(found.text) :])]
    others = [f"{other['text']} ({other['value']})" for other in listed if other["text"] not in found.text]
    leaning = (
        "undated" if on or found.type not in ("DATE", "TIME") else "undated: say on which day it was written (--on DAY)"
    )
    return _steps(
        {
            "phrase": found.text,
            "not read": " … ".join(f"“{part}”" for part in left if part) or None,
            "beside it": "; ".join(others) or None,
            "rule": found.rule,
            "said": found.said,
            "modifier": found.mod,
            "leans on": found.anchor,
            "direction": found.pick,
            "value": found.value,
            "from": found.start or leaning,
            "until": found.end and f"{found.end} (not included)",
            "grain": found.grain,
            "certainty": found.certainty,
            "why": reasons[0] if reasons else f"{quoted(found.text)} is read as one phrase, {found.rule}",
        }
    )


def explain_mentions(articles: pl.DataFrame, dates: pl.DataFrame, phrase: str) -> str:
    """How every date of the articles is read that holds the phrase, step by step, as text; empty where none does.

    >>> from timeline import find_dates, read_articles
    >>> articles = read_articles("data/articles")
    >>> print(explain_mentions(articles, find_dates(articles), "early october")[:31])
    phrase     early October
    in
    """
    wanted = " ".join(phrase.split()).casefold()
    holding = [" ".join(text.split()).casefold().find(wanted) >= 0 for text in dates["text"]]
    found = with_when(dates.filter(pl.Series(holding, dtype=pl.Boolean))).join(
        articles.select("article_id", "source", "published", "published_basis", sentences="text"),
        on="article_id", how="left", maintain_order="left",
    )  # fmt: skip
    return "\n\n".join(_mention(row) for row in found.iter_rows(named=True))


def _mention(row: dict[str, Any]) -> str:
    around = row["sentences"]
    before = around[max(0, row["start_char"] - AROUND) : row["start_char"]]
    after = around[row["end_char"] : row["end_char"] + AROUND]
    undated = row["start_day"] is None
    return _steps(
        {
            "phrase": " ".join(row["text"].split()),
            "in": f"{row['source']}, published {row['published'] or 'on an unknown day'}",
            "there": " ".join(f"…{before}[{row['text']}]{after}…".split()),
            "rule": row["rule"],
            "said": row["said"],
            "modifier": row["mod"],
            "leans on": row["anchor"] and f"{row['anchor']} ({row['anchor_basis']})",
            "direction": row["pick"],
            "value": row["value"],
            "from": "undated" if undated else row["start"] or row["when"],
            "until": (row["end"] and not undated and f"{row['end']} (not included)") or None,
            "grain": row["grain"],
            "certainty": row["certainty"],
            "why": row["why"],
        }
    )


def _steps(steps: dict[str, object]) -> str:
    return "\n".join(f"{name:<10} {step}" for name, step in steps.items() if step is not None)


def _article(article: dict[str, Any], mentions: list[dict[str, Any]]) -> str:
    text, pieces, reached = article["text"], [], 0
    for mention in mentions:
        if mention["start_char"] < reached:
            continue
        pieces.append(html.escape(text[reached : mention["start_char"]]))
        pieces.append(_mark(mention))
        reached = mention["end_char"]
    pieces.append(html.escape(text[reached:]))
    basis = article.get("published_basis") or ("given" if article["published"] else "not found")
    published = f"{article['published'] or 'no publication date'} ({basis})"
    head = f"<strong>{_safe(_named(article))}</strong>\n<small>{_safe(published)}</small>\n\n"
    return f"<article>{head}{''.join(pieces)}</article>"


def _named(article: dict[str, Any]) -> str:
    return str(article.get("title") or article.get("source") or article["article_id"])


def _mark(mention: dict[str, Any]) -> str:
    kind = kind_of(mention)
    facts = {
        "reads as": mention["when"] or "undated",
        "value": " ".join(part for part in (mention["value"], mention["mod"]) if part),
        "rule": mention["rule"],
        "leans on": f"{mention['anchor']} ({mention['anchor_basis']})" if mention["anchor"] else None,
        "direction": mention["pick"],
        "why": mention["why"],
    }
    listed = "".join(f"<dt>{name}</dt><dd>{_safe(fact)}</dd>" for name, fact in facts.items() if fact)
    return (
        f'<mark tabindex="0" class="{kind}" style="--kind:{KINDS[kind][0]}">{_safe(mention["text"])}'
        f"<span><dl><dt>kind</dt><dd>{kind}: {KINDS[kind][1]}</dd>{listed}</dl></span></mark>"
    )


def kind_of(mention: dict[str, Any]) -> str:
    """The kind of a mention: said, assumed, soft or undated.

    >>> kind_of({"start_day": None, "certainty": None}), kind_of({"start_day": 0, "certainty": "inferred"})
    ('undated', 'assumed')
    """
    return "undated" if mention["start_day"] is None else CERTAINTY_KINDS.get(mention["certainty"], "assumed")


def _plain(article: dict[str, Any], mentions: list[dict[str, Any]]) -> str:
    head = f"{_named(article)} ({article['published'] or 'no publication date'})"
    read = [m["when"] or "undated" for m in mentions]
    width = max(map(len, read), default=0)
    lines = [f"  {when:<{width}}  {_reason(m)}" for when, m in zip(read, mentions, strict=True)]
    return "\n".join([head, *(lines or ["  no date in it"])])


def _reason(mention: dict[str, Any]) -> str:
    expression = quoted(mention["text"])
    return str(mention["why"]) if expression in mention["why"] else f"{expression}: {mention['why']}"


def _safe(text: object) -> str:
    return html.escape(str(text))
