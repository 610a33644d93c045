"""The finished timeline: its frames, its page, its files."""

from __future__ import annotations

import warnings
from base64 import b64encode
from copy import copy
from pathlib import Path
from typing import TYPE_CHECKING, Any

import polars as pl

from timeline.calendar.arithmetic import EPOCH, civil
from timeline.calendar.display import year_name
from timeline.corrections import ACTIONS, evidence_keys, read_corrections
from timeline.events import unparsed
from timeline.export.exportable import locked, write_whole
from timeline.export.tables import flat, read_events
from timeline.languages import read_day
from timeline.merge import merge_events
from timeline.merge.comparison import compare
from timeline.merge.verification import check_first
from timeline.problems import collect_problems, demand_extra, orphans
from timeline.revision import amend
from timeline.schemas import CORRECTIONS
from timeline.show.notebook import Shown, framed, pictured
from timeline.text import counted, plain

if TYPE_CHECKING:
    import os
    from collections.abc import Iterator, Sequence
    from datetime import date

    import altair as alt

    from timeline.export import Written
    from timeline.show.editor import Editor
    from timeline.show.widget import TimelineWidget

PICTURED_EVENTS = 300  # a static picture of more is a grey smear, and slow to draw
UNREAD_NAMED = 3
CALL = 'line.correct("change", event_id, date="2015-10-21")'
PUBLISH_AGAIN = "the day of an article changes every date in it: put it into the corrections and build again"


class Timeline:
    """Events with their evidence, and every frame they were made from.

    Attributes:
        events: the timeline frame, a row an event, sorted by time (`merge_events` names its columns).
        tellings: the events frame, a row a mention of an event in one article (`extract_events` names its columns).
        dates: every time expression found (`find_dates` names its columns).
        articles: what was read (`read_articles` names its columns).
        off_topic: the articles that a topic kept out, with the same columns; none without a topic.
        undated: the tellings that could not be placed in time, each with the reason in `why`.
        corrections: what people corrected, in the order it is applied (`timeline.corrections` names the columns). Keep
            it with `line.save_corrections(...)` and give it to `build_timeline(..., corrections=...)`.
        applied: what these changed, a row a field: `event_id`, `field`, `before`, `after`, `who`, `note` (all str), and
            `entry` Int64, the index of the entry in the evidence of the event that tells it.
        problems: what went wrong or stayed open: `source`, `article_id`, `stage`, `text`, `reason` (all str).
        title: the heading of the page.

    >>> from timeline import build_timeline
    >>> text = "The bridge was opened on 3 May 2014. It was closed again on 7 June 2015."
    >>> line = build_timeline(pl.DataFrame({"text": [text]}))
    >>> line.summary
    '2 events from 1 article, 2014 to 2015, 0 tellings undated, 1 problem'
    >>> line.events["edtf"].to_list()
    ['2014-05-03', '2015-06-07']
    """

    def __init__(
        self,
        events: pl.DataFrame,
        *,
        tellings: pl.DataFrame,
        dates: pl.DataFrame,
        articles: pl.DataFrame,
        off_topic: pl.DataFrame | None = None,
        corrections: pl.DataFrame | None = None,
        unplaced: Sequence[str] = (),
        title: str = "Timeline",
    ) -> None:
        self.corrections = CORRECTIONS.to_frame() if corrections is None else corrections.select(*CORRECTIONS)
        self.events, done, self.applied = amend(events, self.corrections, tellings)
        self.pinned = done.filter(pl.col("action") == "pin")["applied_to"].drop_nulls()
        self.checked = done.filter(pl.col("action") == "check")["applied_to"].drop_nulls()
        self.tellings = tellings
        self.dates = dates
        self.articles = articles
        self.off_topic = articles.clear() if off_topic is None else off_topic
        self.title = title
        self.undated = tellings.filter(pl.col("start_day").is_null())
        self.problems = pl.concat([collect_problems(articles, dates), unparsed(articles), orphans(done, unplaced)])

    @property
    def evidence(self) -> pl.DataFrame:
        """A row for every sentence that an event rests on: `event_id`, `title`, then the fields of `evidence`."""
        return self.events.select("event_id", "title", "evidence").explode("evidence").unnest("evidence")

    @property
    def summary(self) -> str:
        """One line: how many events, from what, and what was left undated or went wrong."""
        unread = self.articles.filter(pl.col("text").str.strip_chars() == "")["source"].to_list()
        parts = [
            f"{counted(self.events.height, 'event')} from {counted(self.articles.height - len(unread), 'article')}",
            f"{counted(self.undated.height, 'telling')} undated",
            counted(self.problems.height, "problem"),
        ]
        if self.off_topic.height:
            parts.insert(1, f"{counted(self.off_topic.height, 'article')} off topic")
        if span := self.span:
            parts.insert(1, span)
        if unread:
            named = [*unread[:UNREAD_NAMED], *(["…"] if len(unread) > UNREAD_NAMED else [])]
            parts.append(f"{counted(len(unread), 'article')} not read: {', '.join(named)}")
        return ", ".join(parts)

    @property
    def span(self) -> str:
        """The years from the first event to the last, in words; empty without events."""
        days = self.events["start_day"].drop_nulls().sort()
        if days.is_empty():
            return ""
        first, last = (year_name(civil(day)[0]) for day in (days[0], days[-1]))
        return first if first == last else f"{first} to {last}"

    def top(self, n: int) -> Timeline:
        """The n events with the highest score, pinned ones first, in the order of time; other frames stay whole."""
        _demand_number(n, "top")
        pinned = pl.col("event_id").is_in(self.pinned.implode())
        best = self.events.sort(pinned, "score", "event_id", descending=[True, True, False]).head(n)
        return self._showing(self.events.filter(pl.col("event_id").is_in(best["event_id"].implode())))

    def find(self, words: str) -> Timeline:
        """The events that hold every one of the words in their title, place, people or sentences, in any case.

        >>> from timeline import build_timeline
        >>> line = build_timeline("data/articles")
        >>> 0 < len(line.find("caspian")) < len(line)
        True
        """
        sentences = (
            pl.col("evidence").list.eval(pl.element().struct.field("sentence")).list.join(" ", ignore_nulls=True)
        )
        told = pl.concat_str(
            "title", "place", pl.col("actors").list.join(" "), sentences, separator=" ", ignore_nulls=True
        ).str.to_lowercase()
        wanted = [told.str.contains(word, literal=True) for word in words.lower().split()]
        return self._showing(self.events.filter(*wanted) if wanted else self.events)

    def between(self, first: date | str, last: date | str) -> Timeline:
        """The events that touch the days from `first` to `last`, both included; a day is a date or "2015-10-31".

        Raises `ValueError` for what is no day, and for a last day before the first.

        >>> from timeline import build_timeline
        >>> len(build_timeline("data/articles").between("2015-10-07", "2015-10-07")) > 0
        True
        """
        days = [read_day(day) if isinstance(day, str) else day for day in (first, last)]
        start, end = ((day.toordinal() - EPOCH.toordinal()) for day in days)
        if end < start:
            raise ValueError(f"no day lies between {first} and {last}: the last comes before the first")
        return self._showing(self.events.filter(pl.col("start_day") <= end, pl.col("end_day") > start))

    def event(self, event_id: str) -> dict[str, Any]:
        """One event as a dictionary of its columns, `evidence` as a list of dictionaries.

        Raises `ValueError` for an id that is not there.

        >>> from timeline import build_timeline
        >>> line = build_timeline("data/articles")
        >>> line.event(line.events["event_id"][0])["edtf"] == line.events["edtf"][0]
        True
        """
        return self._event(event_id)

    def __iter__(self) -> Iterator[dict[str, Any]]:
        """The events, a dictionary each, in the order of time."""
        return self.events.iter_rows(named=True)

    def __add__(self, other: Timeline) -> Timeline:
        """The timeline of the articles of both, merged anew, with the corrections of both; an article counts once."""
        if not isinstance(other, Timeline):
            return NotImplemented
        known = self.articles["article_id"].implode()

        def joined(mine: pl.DataFrame, theirs: pl.DataFrame) -> pl.DataFrame:
            return pl.concat([mine, theirs.filter(~pl.col("article_id").is_in(known))], how="diagonal_relaxed")

        tellings = joined(self.tellings, other.tellings)
        return Timeline(
            merge_events(tellings),
            tellings=tellings,
            dates=joined(self.dates, other.dates),
            articles=joined(self.articles, other.articles),
            off_topic=joined(self.off_topic, other.off_topic),
            corrections=pl.concat([self.corrections, other.corrections]).unique(maintain_order=True),
            title=self.title if self.title == other.title else f"{self.title} and {other.title}",
        )

    def check_first(self, n: int = 20) -> pl.DataFrame:
        """The n events to verify first, by weight x doubt, each with the one question to ask (`schemas.CHECKS`).

        `doubts` names every reason: disputed, a weekday against its date, a clash with the day of publication, an
        inferred year, a single source. Events that somebody checked (`correct("check", ...)`) are left out. Raises
        `TypeError` or `ValueError` for a number that is none.

        >>> from timeline import build_timeline
        >>> build_timeline("data/articles").check_first(3).height
        3
        """
        _demand_number(n, "check_first")
        unchecked = self.events.filter(~pl.col("event_id").is_in(self.checked.implode()))
        return check_first(unchecked, self.dates, self.articles, n)

    def changes(self, since: Timeline | pl.DataFrame | str | os.PathLike[str]) -> pl.DataFrame:
        """What this timeline tells that an earlier build did not (`schemas.CHANGES`), in the order of time.

        `since` is a timeline, its frame, or a file of it (.parquet, .csv, .ndjson). `change` is new, gone, redated,
        retitled, better supported or less supported. Raises as `read_events` does for a file.

        >>> from timeline import build_timeline
        >>> line = build_timeline("data/articles")
        >>> line.changes(since=line).height
        0
        """
        if isinstance(since, Timeline):
            return compare(self.events, since.events)
        return compare(self.events, since if isinstance(since, pl.DataFrame) else read_events(since))

    def correct(self, action: str, event_id: str | None = None, **fields: str) -> Timeline:
        """This timeline with one correction more; the correction finds its event again when the timeline is rebuilt.

        `action` is "change" (with `date`, `title` or `place`), "drop", "merge" (with `into`), "split" (with `article`),
        "add" (with `date` and `title`), "pin" or "check"; `note` and `who` say why, and who says so. Raises
        `ValueError` for an event, an action or a field that is not there.
        """
        if action == "publish":
            raise ValueError(PUBLISH_AGAIN)
        if action != "add" and event_id is None:
            missing = "which event" if action in ACTIONS else f"no action {action!r}: {', '.join(ACTIONS)}"
            raise ValueError(f"an action and an event are needed ({missing}), as in {CALL}")
        unknown = sorted(set(fields) - set(CORRECTIONS))
        if unknown:
            raise ValueError(f"no field {', '.join(unknown)}; there are: {', '.join(CORRECTIONS)}")
        keys = {}
        for column, named in (
            ("evidence", event_id if action != "add" else None),
            ("into_evidence", fields.get("into")),
        ):
            if named is not None or (column == "evidence" and action != "add"):
                keys[column] = evidence_keys(self._event(named))
        row = read_corrections(pl.DataFrame({"action": [action], "event_id": [event_id], **keys, **fields}))
        line, done = self._amended(row)
        if done["applied_to"][0] is None:
            raise ValueError(done["failed"][0] or f"{action} does not fit the event {event_id!r}")
        return line

    def amend(self, corrections: str | os.PathLike[str] | pl.DataFrame) -> Timeline:
        """This timeline with a table of corrections more, such as the page copies or the grid gives.

        Those that fit nothing are kept, and listed in `.problems`. Raises `FileNotFoundError` and `ValueError` as
        `build_timeline` does, and `ValueError` for a day of publication, which changes every date of its article.
        """
        rows = read_corrections(corrections)
        if (rows["action"] == "publish").any():
            raise ValueError(PUBLISH_AGAIN)
        line, done = self._amended(rows)
        line.problems = pl.concat([self.problems, orphans(done)])
        return line

    def _amended(self, rows: pl.DataFrame) -> tuple[Timeline, pl.DataFrame]:
        after, done, applied = amend(self.events, rows, self.tellings, self.applied)
        line = self._showing(after)
        line.applied = applied
        line.corrections = pl.concat([self.corrections, rows])
        line.pinned = pl.concat([self.pinned, done.filter(pl.col("action") == "pin")["applied_to"].drop_nulls()])
        line.checked = pl.concat([self.checked, done.filter(pl.col("action") == "check")["applied_to"].drop_nulls()])
        return line, done

    def save_corrections(self, path: str | os.PathLike[str]) -> None:
        """Write `corrections` as a CSV that `build_timeline(..., corrections=path)` applies again.

        A text that a spreadsheet would run as a formula carries an apostrophe in front, which reading takes off. Rows
        that the file has and the timeline lacks, such as those that somebody else saved meanwhile, stay in it, and a
        warning counts them. The file is written whole or not at all. Raises `OSError`, naming the file, where it cannot
        be written, and `ValueError` where it is there and no table of corrections.
        """
        with locked(path):
            rows, kept = self.corrections, 0
            if Path(path).is_file() and Path(path).stat().st_size:
                there = read_corrections(path)
                theirs = there.join(rows, on=CORRECTIONS.names(), how="anti", nulls_equal=True, maintain_order="left")
                rows, kept = pl.concat([rows, theirs]), theirs.height
            write_whole(path, flat(rows).write_csv().encode())
        if kept:
            told = f"{counted(kept, 'correction')} in it that this timeline does not have: kept, behind its own"
            warnings.warn(f"{plain(path)}: {told}", stacklevel=2)

    def edit(self, who: str = "") -> Editor[Timeline]:
        """The events in a grid to correct them by hand, offline; its `.corrections` and `.line` hold what was typed.

        `who` stands in every correction made there. Needs the extra `lab`.
        """
        demand_extra("the grid", "anywidget", "lab")
        from timeline.show.editor import Editor

        return Editor(self, who)

    def chart(self, **options: Any) -> alt.LayerChart:
        """A plain Altair chart of the events, to restyle and compose (`timeline.charts.chart` takes the options)."""
        from timeline import charts

        return charts.chart(self.events, **options)

    def widget(self, **options: Any) -> TimelineWidget:
        """The chart as a live widget that works offline: what is brushed or searched comes back as `.selected`."""
        demand_extra("the widget", "anywidget", "lab")
        from timeline.show.widget import timeline_widget

        return timeline_widget(self.events, **options)

    def page(self, **options: Any) -> str:
        """The whole timeline as one self-contained HTML page (`timeline.page.page` takes the options)."""
        from timeline.page import page

        shown: dict[str, Any] = {
            "title": self.title,
            "articles": self.articles,
            "dates": self.dates,
            "undated": self.undated,
            "problems": self.problems,
        }
        return page(self.events, **shown | options)

    def save(self, path: str | Path, **options: Any) -> Written:
        """Write the timeline to a file whose suffix chooses the format, and say what was written and what left out.

        `options` are those of the format, such as `lane` of a page or a picture (`timeline.export.FORMATS` names the
        functions that take them). Raises `ValueError` for an unknown suffix, naming the known ones,
        `FileNotFoundError` for a folder that does not exist, and `ImportError`, naming the extra, where the library of
        a format is missing.
        """
        from timeline.export import write

        return write(self, path, **options)

    def __len__(self) -> int:
        return self.events.height

    def __repr__(self) -> str:
        return f"Timeline({self.title!r}: {self.summary})"

    def _event(self, event_id: str | None) -> dict[str, Any]:
        found = self.events.filter(pl.col("event_id") == (event_id or ""))
        if found.is_empty():
            raise ValueError(f"no event {event_id!r} in this timeline")
        return found.row(0, named=True)

    def _showing(self, events: pl.DataFrame) -> Timeline:
        line = copy(self)
        line.events = events
        return line

    def view(self, **options: Any) -> Shown:
        """The page in a frame, for a notebook: `line.view(lane="source")` (`timeline.page.page` takes the options)."""
        return Shown(framed(self.page(**options)), repr(self))

    def _repr_mimebundle_(self, **_: object) -> dict[str, Any]:
        """The page in a frame for live notebooks, a picture for places that run no scripts, a line for the rest."""
        from timeline import charts

        bundle: dict[str, Any] = {"text/plain": repr(self), "text/html": framed(self.page())}
        if len(self):
            picture = charts.static(self.top(PICTURED_EVENTS).events, "png", title=self.title)
            bundle["image/png"] = b64encode(picture).decode("ascii")
            bundle["text/html"] += pictured(bundle["image/png"])
        return bundle


def _demand_number(n: object, name: str) -> None:
    if isinstance(n, bool) or not isinstance(n, int):
        raise TypeError(f"{name} needs a whole number of events, as in line.{name}(20), not {n!r}")
    if n < 0:
        raise ValueError(f"{name} needs a number of events that is not negative, not {n}")
