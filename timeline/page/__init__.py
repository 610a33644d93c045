"""One self-contained page: the timeline with all its evidence. It is safe to open and asks nothing of the network."""

from __future__ import annotations

import base64
import hashlib
import html
import json
from datetime import date
from functools import cache
from importlib.resources import files
from string import Template
from typing import TYPE_CHECKING, Any, Literal

import polars as pl

from timeline.calendar.display import DAY, MONTHS, when
from timeline.charts.heatmap import LONG
from timeline.charts.marks import (
    DARK,
    FLAGS,
    KINDS,
    LEADS,
    LIGHT,
    LOOKS,
    OPENS,
    SANS,
    SIZES,
    covering,
    lane_order,
    lanes,
    leftovers,
    legend,
    marks,
    variables,
    with_columns,
)
from timeline.charts.stretch import story
from timeline.corrections import evidence_keys
from timeline.page.citation import TELLS, articles_named, public_names, told_best
from timeline.page.headline import headline
from timeline.page.spec import facets
from timeline.schemas import CORRECTIONS
from timeline.text import MADE_HTML, counted, short_names

if TYPE_CHECKING:
    from collections.abc import Iterable

View = Literal["timeline", "story", "calendar"]
BLOCK = 200
LANE_NAMES = {"place": "Place", "actor": "Who", "source": "Source"}


def page(
    events: pl.DataFrame,
    *,
    title: str | None = None,
    subtitle: str | None = None,
    lane: str | None = "auto",
    articles: pl.DataFrame | None = None,
    dates: pl.DataFrame | None = None,
    undated: pl.DataFrame | None = None,
    problems: pl.DataFrame | None = None,
    view: View = "timeline",
) -> str:
    """The timeline as one HTML document that opens from disk with the network off.

    `events` has the columns of `merge_events`. The page shows the columns `title`, `sentence`, `source` and `why` of
    `undated`, and `source`, `text` and `reason` of `problems`. With `articles` it names what it quotes by title and
    outlet; with `dates` the sentence that carries the date of its event comes first. Without a `title` it makes one of
    the commonest names and the period. It opens with the lanes of `lane` ("place", "actor", "source", a text column of
    the frame, None, or "auto": the first of place, actor and source that most events have); readers can change them.
    Raises ValueError on another lane or view.

    The page runs its own two scripts and no other: their hashes are in its Content-Security-Policy, which forbids every
    request. Text is only ever inserted as text; a source is a link only where it is an http(s) address.

    >>> frame = pl.DataFrame({"event_id": ["e1"], "start_day": [16709], "end_day": [16710], "title": ["</script>"]})
    >>> "</script>" in page(frame, lane=None).split('id="page-data">')[1].split("</script>")[0]
    False
    """
    if view not in ("timeline", "story", "calendar"):
        raise ValueError(f"no view {view!r}; there are: timeline, story, calendar")
    from timeline.page.spec import detail, strip

    frame = with_columns(events)
    lane = covering(frame) if lane == "auto" else lane
    title = headline(events) if title is None else title
    drawn = marks(events, lane)
    frame = frame.filter(pl.col("x").is_not_null()).sort("x", "event_id")
    drawn = drawn.sort("x", "event_id")
    sources, titles, evidence = _evidence(frame, articles, dates)
    offered = _lanes(frame, drawn, lane)
    hot = {
        "view": view,
        "lane": lane or "",
        "lanes": offered,
        "sources": sources,
        "titles": titles,
        "short": list(short_names(sources).values()),
        "kinds": KINDS,
        "flags": FLAGS,
        "opens": OPENS,
        "facets": facets(frame, lane),
        "corrections": list(CORRECTIONS),
        "key": legend(drawn),
        "wide": {kind: LOOKS[kind].wide for kind in KINDS},
        "sizes": SIZES._asdict(),
        "months": MONTHS,
        "longest": LONG,
        "home": [round(edge) for edge in story(drawn)],
        "font": f"{SIZES.text}px {SANS}",
        "leads": LEADS,
        "lead_font": f"bold {SIZES.lead}px {SANS}",
        "colors": {"light": LIGHT, "dark": DARK},
        "detail": detail(),
        "strip": strip(),
        "block": BLOCK,
        "events": _columns(drawn, frame, evidence),
    }
    style, script = variables() + _asset("page.css"), _asset("page.bundle.js")
    fields = {
        "made": MADE_HTML,
        "policy": _policy(vega(), script),
        "title": html.escape(title),
        "subtitle": html.escape(subtitle or _subtitle(drawn, _articles(frame), undated)),
        "style": style,
        "vega": vega(),
        "script": script,
        "hot": safe_json(hot),
        "cold": _blocks(evidence),
        "plain": _plain(drawn),
        "notes": _undated(undated) + _problems(problems),
    }
    return Template(_asset("page.html")).substitute(fields)


def safe_json(value: object) -> str:
    """JSON that can stand inside a script element: no text in it can end the element or open a comment.

    >>> safe_json(["</script>"])
    '["\\\\u003c/script>"]'
    """
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


@cache
def vega() -> str:
    """Vega's runtime as one script, from the wheel of vl-convert: nothing is fetched.

    >>> "vegaEmbed" in vega(), "</script" in vega()
    (True, False)
    """
    import vl_convert

    return str(vl_convert.javascript_bundle("window.vegaEmbed = vegaEmbed;")).replace("</script", "<\\/script")


@cache
def _asset(name: str) -> str:
    return (files("timeline.page") / "assets" / name).read_text(encoding="utf-8")


def _policy(*scripts: str) -> str:
    hashed = [f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'" for text in scripts]
    return (
        f"default-src 'none'; script-src {' '.join(hashed)}; style-src 'unsafe-inline'; img-src data:; "
        "base-uri 'none'; form-action 'none'; object-src 'none'"
    )


def _columns(drawn: pl.DataFrame, frame: pl.DataFrame, evidence: list[dict[str, Any]]) -> dict[str, list[Any]]:
    flags = pl.sum_horizontal(pl.col(name).cast(pl.Int64) * 2**bit for bit, name in enumerate(FLAGS))
    return {
        "id": drawn["event_id"].to_list(),
        "title": drawn["title"].to_list(),
        "when": drawn["when"].to_list(),
        "start": drawn["x"].cast(pl.Int64).to_list(),
        "end": drawn["x2"].cast(pl.Int64).to_list(),
        "kind": [KINDS.index(kind) for kind in drawn["kind"]],
        "flags": drawn.select(flags).to_series().to_list(),
        "open": [OPENS.index(side) if side in OPENS else 0 for side in drawn["open"].fill_null("")],
        "tellings": drawn["tellings"].to_list(),
        "articles": (frame["articles"].fill_null(1) if "articles" in frame.columns else drawn["tellings"]).to_list(),
        "score": [round(score, 3) for score in drawn["score"]],
        "sources": [
            list(dict.fromkeys(sentence["source"] for sentence in row["sentences"] if sentence["source"] >= 0))
            for row in evidence
        ],
    }


def _articles(frame: pl.DataFrame) -> int:
    """How many articles tell of the events."""
    if frame.schema["evidence"] == pl.Null:
        return 0
    told = frame.select(pl.col("evidence").explode()).drop_nulls().to_series()
    if told.is_empty() or "article_id" not in {field.name for field in told.dtype.fields}:  # type: ignore[attr-defined]
        return 0
    return told.struct.field("article_id").drop_nulls().n_unique()


def _evidence(
    frame: pl.DataFrame, articles: pl.DataFrame | None, dates: pl.DataFrame | None
) -> tuple[list[str], list[str], list[dict[str, Any]]]:
    """The sources, the titles of articles, and what the panel says of every event, the date marked in each sentence."""
    named, days = articles_named(articles), _days(dates)
    rows = frame.select(
        "title", "start_day", "end_day", "place", "actors", "modality", "conflicts", "edtf", "evidence"
    ).to_dicts()
    told = [sentence for row in rows for sentence in row["evidence"] or []]
    public = public_names(dict.fromkeys(sentence["source"] for sentence in told if sentence.get("source")))
    sources: dict[str, int] = {}
    titles: dict[str, int] = {}
    known = []
    for row in rows:
        listed = []
        for sentence in row["evidence"] or []:
            name = public.get(sentence.get("source") or "")
            title, outlet = named.get(sentence.get("article_id") or "", (None, None))
            published = sentence.get("published")
            located = {"article_id", "start_char"} <= sentence.keys()
            shown = {
                "source": sources.setdefault(name, len(sources)) if name else -1,
                "published": published and _day(published),
                "text": _marked(sentence),
                "why": sentence.get("why"),
                "key": evidence_keys({"evidence": [sentence]}) if located else "",
            }
            more: dict[str, Any] = {"title": titles.setdefault(title, len(titles))} if title else {}
            if outlet and outlet != name:
                more["outlet"] = outlet
            if sentence.get("role") not in (None, TELLS):
                more["aside"] = True
            if sentence.get("article_id", "") is None:
                more["hand"] = True
            listed.append(shown | more)
        known.append(
            {
                "place": row["place"],
                "actors": row["actors"] or [],
                "modality": row["modality"],
                "conflicts": row["conflicts"] or [],
                "edtf": row["edtf"] or None,
                "sentences": listed,
                "best": told_best(row, days),
            }
        )
    return list(sources), list(titles), known


def _days(dates: pl.DataFrame | None) -> dict[tuple[str, int], tuple[int, int]]:
    """For the article and first character of each date its first day and the day after its last."""
    if dates is None:
        return {}
    placed = dates.filter(pl.col("start_day").is_not_null())
    rows = placed.select("article_id", "start_char", "start_day", "end_day").iter_rows()
    return {(article_id, at): (first, last) for article_id, at, first, last in rows}


def _day(published: date) -> str:
    return f"{published.day} {MONTHS[published.month - 1]} {published.year}"


def _marked(sentence: dict[str, Any]) -> list[str]:
    """The sentence in three parts: before the date, the date, after it."""
    text, expression = sentence.get("sentence") or "", sentence.get("date_text") or ""
    if sentence.get("start_char") is not None and sentence.get("sentence_start_char") is not None:
        start, end = (sentence[end] - sentence["sentence_start_char"] for end in ("start_char", "end_char"))
        if 0 <= start < end <= len(text):
            return [text[:start], text[start:end], text[end:]]
    start = text.find(expression) if expression else -1
    return [text, "", ""] if start < 0 else [text[:start], expression, text[start + len(expression) :]]


def _blocks(evidence: list[dict[str, Any]]) -> str:
    blocks = [safe_json(evidence[first : first + BLOCK]) for first in range(0, len(evidence), BLOCK)]
    return "\n".join(f'<script type="application/json" class="told">{block}</script>' for block in blocks)


def _lanes(frame: pl.DataFrame, drawn: pl.DataFrame, lane: str | None) -> dict[str, dict[str, Any]]:
    """The lanes that a reader can choose: place, actor, source, none, and the one that the page opens with."""
    wanted: Iterable[str | None] = dict.fromkeys([lane, "place", "actor", "source", None])
    offered = {}
    for name in wanted:
        values = drawn["lane"] if name == lane else lanes(frame, name)
        labels, last = lane_order(values.to_frame(), name), leftovers(name)
        indexes = {label: index for index, label in enumerate(labels)}
        short = short_names(labels) if name == "source" else {}
        offered[name or ""] = {
            "name": LANE_NAMES.get(name, name) if name else "None",
            "labels": [short.get(label, label) for label in labels],
            "of": [indexes[value] for value in values],
            "plain": [label in last for label in labels],
        }
    return offered


def _subtitle(drawn: pl.DataFrame, articles: int, undated: pl.DataFrame | None) -> str:
    parts = [counted(drawn.height, "event")]
    if articles:
        parts.append(f"from {counted(articles, 'article')}")
    if drawn.height:
        first, last = (
            _edge(drawn.row(0, named=True)),
            _edge(drawn.sort("x2", "event_id").row(-1, named=True), last=True),
        )
        parts.append(f"· {first} to {last}" if first != last else f"· {first}")
    if undated is not None and undated.height:
        parts.append(f"· {undated.height:,} more without a date")
    return " ".join(parts)


def _edge(event: dict[str, Any], last: bool = False) -> str:
    """When the timeline begins or ends: of a period its first or last day, of anything else the whole date."""
    if event["kind"] != "period":
        return str(event["when"])
    return when(event["x2"] - DAY, event["x2"]) if last else when(event["x"], event["x"] + DAY)


def _plain(drawn: pl.DataFrame, most: int = 500) -> str:
    rows = drawn.select("when", "title").head(most).rows()
    listed = "".join(f"<tr><td>{html.escape(when)}</td><td>{html.escape(title)}</td></tr>" for when, title in rows)
    left = drawn.height - len(rows)
    return listed + (f"<tr><td></td><td>and {counted(left, 'more event')}</td></tr>" if left else "")


def _undated(undated: pl.DataFrame | None) -> str:
    if undated is None or not undated.height:
        return ""
    shown = _published(undated.select([c for c in ("title", "sentence", "source", "why") if c in undated.columns]))
    return _notes("undated", f"{counted(shown.height, 'event')} without a date: not on the line, and why", shown)


def _problems(problems: pl.DataFrame | None) -> str:
    if problems is None or not problems.height:
        return ""
    shown = _published(problems.select([name for name in ("source", "text", "reason") if name in problems.columns]))
    return _notes("problems", f"{counted(shown.height, 'problem')} while reading", shown)


def _published(rows: pl.DataFrame) -> pl.DataFrame:
    """The rows with the names of their sources that a page may print."""
    if "source" not in rows.columns:
        return rows
    names = public_names(rows["source"].drop_nulls().unique(maintain_order=True))
    return rows.with_columns(pl.col("source").replace(names))


def _notes(name: str, summary: str, rows: pl.DataFrame) -> str:
    items = ["<br>".join(html.escape(str(value)) for value in row if value) for row in rows.iter_rows()]
    listed = "".join(f"<li>{item}</li>" for item in items)
    return f'<details class="notes" id="{name}"><summary>{html.escape(summary)}</summary><ul>{listed}</ul></details>'
