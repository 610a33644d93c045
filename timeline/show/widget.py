"""The chart as a live widget in a notebook: what is brushed or searched comes back to Python as a frame."""

from __future__ import annotations

from base64 import b64encode
from typing import TYPE_CHECKING, Any

import altair as alt
import polars as pl

from timeline import charts
from timeline.charts.marks import with_columns
from timeline.charts.stretch import whole

if TYPE_CHECKING:
    from collections.abc import Callable

BRUSH = "brush"
SEARCH = "search"
WIDTH = 780  # the room beside an open file browser
STRIP_HEIGHT = 60
PICTURED_EVENTS = 100


class TimelineWidget(alt.JupyterChart):
    """An `alt.JupyterChart` that knows its events; `selected` is what the reader brushed and searched."""

    def __init__(self, chart: alt.VConcatChart, events: pl.DataFrame, still: dict[str, Any]) -> None:
        super().__init__(chart)
        self.events = events
        self._still = still

    @property
    def selected(self) -> pl.DataFrame:
        """The events inside the brush whose title, place, actors or sentences hold the search; all without either."""
        chosen = _inside(self.events, self._brushed())
        return _holding(chosen, str(getattr(self.params, SEARCH, "") or ""))

    def on_select(self, react: Callable[[pl.DataFrame], object]) -> None:
        """Call `react` with the selected events, now and whenever the brush or the search moves."""
        self.selections.observe(lambda _: react(self.selected))
        self.params.observe(lambda _: react(self.selected))
        react(self.selected)

    def _repr_mimebundle_(self, **options: Any) -> tuple[dict[str, Any], dict[str, Any]] | None:
        """The widget where it can live, and a picture of the chart where it cannot."""
        bundle = super()._repr_mimebundle_(**options)
        if bundle is None or self.events.is_empty():
            return bundle
        best = self.events.sort("score", "event_id", descending=[True, False]).head(PICTURED_EVENTS)
        picture = charts.static(best.sort("start_day", "event_id", nulls_last=True), "png", **self._still)
        return bundle[0] | {"image/png": b64encode(picture).decode("ascii")}, bundle[1]

    def _brushed(self) -> tuple[float, float] | None:
        selection = getattr(self.selections, BRUSH, None)
        value = selection.value if selection is not None else None
        span = next(iter(value.values()), None) if value else None
        return (float(min(span)), float(max(span))) if span else None


def timeline_widget(events: pl.DataFrame, **options: Any) -> TimelineWidget:
    """The events as a widget: drag over the strip above the chart to choose a period, type to search.

    `options` go to `timeline.charts.chart`. Needs the extra `lab`. Until something is brushed or searched, all events
    are selected.

    >>> from timeline import build_timeline
    >>> line = build_timeline("data/articles").top(3)
    >>> timeline_widget(line.events, lane="actor").selected.height
    3
    """
    TimelineWidget.enable_offline(True)  # for this class alone: other charts stay as they are
    still: dict[str, Any] = {name: options[name] for name in ("lane", "title") if name in options}
    return TimelineWidget(_with_strip(events, **options), events, still)


def _with_strip(events: pl.DataFrame, **options: Any) -> alt.VConcatChart:
    """The chart below a strip to brush; what the brush or the search leaves out is not drawn."""
    width = options.setdefault("width", WIDTH)
    chart = charts.chart(events, **options | {"span": "all"})  # the brush chooses the stretch
    lo, hi = whole(with_columns(events).filter(pl.col("x").is_not_null()))
    brush = alt.selection_interval(name=BRUSH, encodings=["x"])
    search = alt.param(
        name=SEARCH, value="", bind=alt.BindInput(input="search", placeholder="word or name", name="Search ")
    )
    held = f"!{SEARCH} || indexof(lower(datum.title + ' ' + datum.lane + ' ' + datum.sentence), lower({SEARCH})) >= 0"
    strip = (
        alt.Chart(chart.data)
        .mark_tick(thickness=2)
        .encode(
            x=alt.X(
                "x:T",
                title=None,
                axis=alt.Axis(format="%b %Y", labelOverlap=True, tickCount=8),
                scale=alt.Scale(type="utc", domain=[lo, hi], nice=False),
            ),
            tooltip=["when:N", "title:N"],
        )
        .properties(
            width=width,
            height=STRIP_HEIGHT,
            title=alt.Title("drag here to choose a period", fontSize=11, anchor="start"),
        )
        .transform_filter(held)
        .add_params(brush)
    )
    return alt.vconcat(strip, chart.transform_filter(held).transform_filter(brush)).add_params(search)


def _inside(events: pl.DataFrame, span: tuple[float, float] | None) -> pl.DataFrame:
    if span is None:
        return events
    placed = with_columns(events)
    return events.filter((placed["x"] < span[1]) & (placed["x2"] > span[0]))


def _holding(events: pl.DataFrame, words: str) -> pl.DataFrame:
    wanted = words.strip().lower()
    if not wanted:
        return events
    sentences = pl.col("evidence").list.eval(pl.element().struct.field("sentence")).list.join(" ")
    text = pl.concat_str("title", "place", pl.col("actors").list.join(" "), sentences, separator=" ", ignore_nulls=True)
    return events.filter(text.str.to_lowercase().str.contains(wanted, literal=True))
