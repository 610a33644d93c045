"""Events to Altair: plain charts that a user can theme, layer and facet, and still pictures of them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Literal

import polars as pl

from timeline.charts.glyphs import axis, beyond, glyphs, key, labels, lane_bands
from timeline.charts.heatmap import heatmap
from timeline.charts.layout import packed
from timeline.charts.marks import (
    CONTROL,
    DARK,
    LIGHT,
    SANS,
    SERIF,
    Colors,
    covering,
    lane_order,
    leftovers,
    legible,
    marks,
    with_columns,
)
from timeline.charts.stretch import outside, story, whole
from timeline.text import short_names

if TYPE_CHECKING:
    import altair as alt

Format = Literal["svg", "png", "pdf"]
View = Literal["timeline", "calendar"]
Span = Literal["story", "all"]
# The name of a gradient or a clip as the whole value of an attribute, in `id="clip3"` and in `fill="url(#gradient_0)"`.
NUMBERED = re.compile(
    r"""(?<==")                                      # at the start of a value
    (?=(?:url\(\#)?(?:gradient_|clip)[0-9]+\)?")    # that is such a name, or a reference to it, and nothing else
    ((?:url\(\#)?)(gradient_|clip)([0-9]+)""",
    re.VERBOSE,
)
VIEWS = ("timeline", "calendar")
SPANS = ("story", "all")


def chart(
    events: pl.DataFrame,
    *,
    view: View = "timeline",
    lane: str | None = "auto",
    width: int = 900,
    dark: bool = False,
    background: bool = True,
    span: Span = "story",
) -> alt.LayerChart:
    """The timeline as a plain Altair chart with one row of data an event.

    `events` has the columns of `merge_events`, or at least `title` and `start`, `end` or `start_day`, `end_day`.
    `lane` is "place", "actor", "source", a column of the frame, None, or "auto": the first of place, actor and source
    that most events have. `background` draws bands behind the lanes.
    The chart shows the stretch of time where most of the weight lies (`timeline.charts.stretch.story`), and says how
    many events lie before and after it; with `span="all"` it shows all time.
    The chart can be filtered, faceted and layered: its data has the columns of `marks` and `sentence`, `source`, `why`
    (str). With `view="calendar"` it is the chart of `timeline.charts.heatmap.heatmap`. Raises ValueError on an unknown
    lane or view.

    >>> frame = pl.DataFrame({"title": ["Talks"], "start_day": [16709], "end_day": [16710]})
    >>> chart(frame, lane=None).to_dict()["layer"][-1]["mark"]["type"]
    'text'
    """
    import altair as alt

    if view not in VIEWS:
        raise ValueError(f"no view {view!r} for a chart; there are: {', '.join(VIEWS)}")
    if view == "calendar":
        return heatmap(events, lane="place" if lane == "auto" else lane, width=width, dark=dark)
    lane = covering(with_columns(events)) if lane == "auto" else lane
    colors = DARK if dark else LIGHT
    dated = with_columns(events).filter(pl.col("x").is_not_null())
    drawn = pl.concat([marks(events, lane), _first_evidence(dated)], how="horizontal")
    if span not in SPANS:
        raise ValueError(f"no span {span!r} for a chart; there are: {', '.join(SPANS)}")
    lo, hi = (story if span == "story" else whole)(drawn)
    left_out = outside(drawn, lo, hi)
    drawn = drawn.filter((pl.col("x2") > lo) & (pl.col("x") < hi))
    drawn = drawn.with_columns(pl.col("x").clip(lower_bound=lo), pl.col("x2").clip(upper_bound=hi))
    order = lane_order(drawn, lane)
    placed, lanes = packed(drawn, order, lo, hi, width)
    rest = leftovers(lane)
    hues = [
        colors["other"] if name in rest else colors["lanes"][index % len(colors["lanes"])]
        for index, name in enumerate(order)
    ]
    tall = max([60.0, *(edge["y2"] for edge in lanes)])
    y_scale = alt.Scale(domain=[0, tall], range=[0, tall], nice=False, zero=False)
    x_scale = alt.Scale(type="utc", domain=[lo, hi], nice=False)
    tooltip = [alt.Tooltip(f"{name}:N", title=title) for name, title in TOOLTIP.items()]
    box = {
        "x": alt.X("x:T", scale=x_scale, axis=axis(lo, hi, colors)),
        "x2": "x2:T",
        "y": alt.Y("y:Q", scale=y_scale, axis=None),
        "y2": "y2:Q",
        "middle": alt.Y("middle:Q", scale=y_scale, axis=None),
        "tooltip": tooltip,
        # Vega's own would read out every channel, and the days in the time zone of the machine.
        "description": alt.Description("spoken:N"),
    }
    base = alt.Chart().transform_calculate(spoken="datum.when + ': ' + datum.title")
    names = short_names(order) if lane == "source" else {}
    ink = alt.value(colors["ink"])
    layers = [
        *lane_bands(lanes, dict(zip(order, hues, strict=True)), names, y_scale, colors, background),
        *glyphs(base, box, lambda field: alt.X(f"{field}:T"), ink),
        *beyond(*left_out, width, tall, colors),
        *labels(base, box, colors, tooltip),
    ]
    layered = alt.LayerChart(data=_data(_painted(placed, order, hues, colors, background)), layer=layers)
    return layered.properties(width=width, height=tall, view=alt.ViewBackground(stroke=None))


TOOLTIP = {
    "title": "Event",
    "when": "When",
    "sentence": "Sentence",
    "source": "Source",
    "why": "How the date was found",
}


def static(
    events: pl.DataFrame,
    format: Format = "svg",  # noqa: A002 - the word users know from Altair
    *,
    title: str = "Timeline",
    subtitle: str | None = None,
    lane: str | None = "auto",
    dark: bool = False,
    view: View = "timeline",
) -> bytes:
    """The chart as a still picture that looks like the page. Raises ValueError on another format or view.

    >>> frame = pl.DataFrame({"title": ["Talks"], "start_day": [16709], "end_day": [16710]})
    >>> static(frame, "svg", lane=None)[:4]
    b'<svg'
    """
    import altair as alt
    import vl_convert

    if format not in ("svg", "png", "pdf"):
        raise ValueError(f"no still picture in the format {format!r}; there are: svg, png, pdf")
    lane = covering(with_columns(events)) if lane == "auto" and view == "timeline" else lane
    colors = DARK if dark else LIGHT
    below = alt.Undefined if subtitle is None else re.sub(CONTROL, " ", subtitle)
    heading = alt.TitleParams(
        re.sub(CONTROL, " ", title), subtitle=below, anchor="start", frame="bounds", fontSize=24, subtitleFontSize=13,
        offset=16, subtitlePadding=6, color=colors["ink"], subtitleColor=colors["muted"], font=SERIF, subtitleFont=SANS,
    )  # fmt: skip
    parts = [chart(events, view=view, lane=lane, dark=dark)]
    if view == "timeline":
        parts.append(key(marks(events, lane), colors))
    picture = alt.vconcat(*parts, spacing=18).resolve_scale(shape="independent").properties(title=heading)
    spec = picture.configure(font=SANS, background=colors["paper"], padding=24).configure_view(stroke=None).to_dict()
    if format == "svg":
        return _renumbered(str(vl_convert.vegalite_to_svg(spec))).encode()
    return bytes(vl_convert.vegalite_to_png(spec, scale=2) if format == "png" else vl_convert.vegalite_to_pdf(spec))


def _renumbered(svg: str) -> str:
    """The picture with its gradients and clips counted from 0: Vega counts them over the whole process."""
    order: dict[str, int] = {}
    return NUMBERED.sub(lambda found: f"{found[1]}{found[2]}{order.setdefault(found[2] + found[3], len(order))}", svg)


def _painted(placed: pl.DataFrame, order: list[str], hues: list[str], colors: Colors, background: bool) -> pl.DataFrame:
    """The marks with `color`, and `halo`: the colour behind the label, null where the label stands inside the mark."""
    behind = [colors["band" if background and name and not index % 2 else "paper"] for index, name in enumerate(order)]
    color, halo = (
        pl.col("lane").replace_strict(order, of, return_dtype=pl.String, default=None) for of in (hues, behind)
    )
    return placed.with_columns(color.alias("color"), pl.when(~pl.col("inside")).then(halo).alias("halo"))


def _data(placed: pl.DataFrame) -> Any:
    """Rows as they are: Altair would respell the columns it takes for dates, and refuses a lone surrogate late."""
    import altair as alt

    return alt.InlineData(values=placed.to_dicts())


def _first_evidence(dated: pl.DataFrame) -> pl.DataFrame:
    """The first sentence, its source and its explanation, for the tooltip; null where a frame has no evidence."""
    fields = ("sentence", "source", "why")
    if dated.schema["evidence"] == pl.Null:
        return pl.DataFrame({name: [None] * dated.height for name in fields}, schema=dict.fromkeys(fields, pl.String))
    return dated.select(legible(pl.col("evidence").list.first().struct.field(name)).alias(name) for name in fields)
