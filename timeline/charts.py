"""Events to Altair: plain charts that a user can theme, layer and facet, and still pictures of them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Literal

import polars as pl

from timeline.marks import CONTROL, DARK, LIGHT, Colors, lane_order, leftovers, legible, marks, with_columns
from timeline.rows import FADE, cut, packed, text_width
from timeline.when import DAY, YEAR

if TYPE_CHECKING:
    import altair as alt

Format = Literal["svg", "png", "pdf"]
# The sign of a mark that is narrower than it can be seen: the same outlines as the bars, as paths in the unit square.
SIGNS = {
    "exact": "circle",
    "period": "M-.62,-.42H.62V.42H-.62Z",
    "imprecise": "M-.45,-.4H.45A.4,.4,0,0,1,.45,.4H-.45A.4,.4,0,0,1,-.45,-.4Z",
    "approximate": "M-.62,-.1C-.35,-.5,-.2,-.3,0,-.15S.35,.15,.62,-.25V.1C.35,.5,.2,.3,0,.15S-.35,-.15,-.62,.25Z",
}
DASH = "datum.planned && datum.kind !== 'approximate' ? [3, 2.5] : [1, 0]"
STRENGTH = "datum.planned ? 0.06 : {exact: 1, period: 0.45, imprecise: 0.1, approximate: 0.3, disputed: 1}[datum.kind]"
YEAR_LABEL = (
    "utcyear(datum.value) <= 0 ? (1 - utcyear(datum.value)) + ' BC' :"
    " utcyear(datum.value) < 1000 ? 'AD ' + utcyear(datum.value) : '' + utcyear(datum.value)"
)


def chart(
    events: pl.DataFrame, *, lane: str | None = "place", width: int = 900, dark: bool = False, background: bool = True
) -> alt.LayerChart:
    """The timeline as a plain Altair chart with one row of data an event.

    `events` has the columns of `merge_events`, or at least `title` and `start`, `end` or `start_day`, `end_day`. `lane` is
    "place", "actor", "source", a column of the frame, or None. The chart's own data has the columns of `marks` and `sentence`,
    `source`, `why` (str), so that it can be filtered, faceted and layered. `background` draws bands behind the lanes. Raises
    ValueError on an unknown lane.

    >>> frame = pl.DataFrame({"title": ["Talks"], "start_day": [16709], "end_day": [16710]})
    >>> chart(frame, lane=None).to_dict()["layer"][-1]["mark"]["type"]
    'text'
    """
    import altair as alt

    colors = DARK if dark else LIGHT
    told = with_columns(events).filter(pl.col("x").is_not_null())
    drawn = pl.concat([marks(events, lane), _first_evidence(told)], how="horizontal")
    lo, hi = window(drawn)
    order = lane_order(drawn, lane)
    placed, lanes = packed(drawn, order, lo, hi, width)
    rest = leftovers(lane)
    hues = [
        colors["other"] if name in rest else colors["lanes"][at % len(colors["lanes"])] for at, name in enumerate(order)
    ]
    tall = max([60.0, *(edge["y2"] for edge in lanes)])

    x = alt.X("x:T", scale=alt.Scale(type="utc", domain=[lo, hi], nice=False), axis=_axis(lo, hi, colors))
    y_scale = alt.Scale(domain=[0, tall], range=[0, tall], nice=False, zero=False)
    color = alt.Fill("lane:N", scale=alt.Scale(domain=order, range=hues), legend=None)
    tooltip = [alt.Tooltip(f"{name}:N", title=title) for name, title in TOOLTIP.items()]
    stroke = alt.Stroke("lane:N", scale=alt.Scale(domain=order, range=hues), legend=None)
    shared = {"fill": color, "stroke": stroke, "tooltip": tooltip}
    look: dict[str, Any] = {
        "strokeWidth": 1.5,
        "opacity": 1,
        "strokeDash": alt.ExprRef(DASH),
        "fillOpacity": alt.ExprRef(STRENGTH),
    }
    y = alt.Y("y:Q", scale=y_scale, axis=None)
    middle = alt.Y("middle:Q", scale=y_scale, axis=None)

    base = alt.Chart()
    bars = base.transform_filter("!datum.point").mark_rect(
        **look, cornerRadius=alt.ExprRef("datum.kind === 'period' ? 2 : (datum.y2 - datum.y) / 2")
    )
    bars = bars.encode(x=x, x2="x2:T", y=y, y2="y2:Q", **shared)
    signs = (
        base.transform_filter("datum.point").transform_calculate(centre="(datum.x + datum.x2) / 2").mark_point(**look)
    )
    signs = signs.encode(
        x=alt.X("centre:T"), y=middle, shape=alt.Shape("kind:N", scale=alt.Scale(domain=list(SIGNS), range=list(SIGNS.values())), legend=None),
        size=alt.Size("area:Q", scale=None, legend=None), **shared,
    ).transform_calculate(area="datum.kind === 'exact' ? datum.h * datum.h * 0.785 : datum.h * datum.h * 2.2")  # fmt: skip
    tails = _tails(base, (hi - lo) / width).encode(
        x=alt.X("from:T"),
        x2="until:T",
        y=y,
        y2="y2:Q",
        fill=color,
        opacity=alt.Opacity("fade:Q", scale=None, legend=None),
    )
    doubt = base.transform_filter("datum.disputed").mark_text(text="▲", fontSize=13, dy=-9, dx=3, baseline="middle")
    doubt = doubt.encode(x=alt.X("x2:T"), y=middle, color=alt.value(colors["ink"]), tooltip=tooltip)
    mark = base.transform_filter("datum.disputed").mark_text(
        text="!", fontSize=8, fontWeight="bold", dy=-8, dx=3, baseline="middle"
    )
    mark = mark.encode(x=alt.X("x2:T"), y=middle, color=alt.value(colors["paper"]))
    labels = base.transform_filter("datum.label !== null").mark_text(
        baseline="middle", fontSize=13, limit=480, dx=alt.ExprRef("datum.dx"), align=alt.ExprRef("datum.align")
    ).encode(x=alt.X("anchor:T"), y=middle, text="label:N", color=alt.value(colors["ink"]), tooltip=tooltip)  # fmt: skip
    behind = _lanes(lanes, dict(zip(order, hues, strict=True)), y_scale, colors, background)
    layered = alt.LayerChart(data=_data(placed), layer=[*behind, tails, bars, signs, doubt, mark, labels])
    return layered.properties(width=width, height=tall)


TOOLTIP = {
    "title": "Event",
    "when": "When",
    "sentence": "Sentence",
    "source": "Source",
    "why": "How the date was found",
}
KEY = {
    "exact": "Exact day or time", "period": "Period", "imprecise": "Some time within", "approximate": "Approximate",
    "planned": "Planned", "disputed": "Disputed",
}  # fmt: skip


def window(drawn: pl.DataFrame) -> tuple[float, float]:
    """The stretch of time, in milliseconds, that holds every event with a little air on both sides."""
    if drawn.is_empty():
        return 0.0, float(YEAR)
    lo, hi = float(drawn["x"].min()), float(drawn["x2"].max())  # type: ignore[arg-type]
    air = max((hi - lo) * 0.03, 4 * DAY if hi - lo < 3 * DAY else DAY)
    return lo - air, hi + air


def static(
    events: pl.DataFrame,
    format: Format = "svg",  # noqa: A002 - the word users know from Altair
    *,
    title: str = "Timeline",
    subtitle: str | None = None,
    lane: str | None = "place",
    dark: bool = False,
) -> bytes:
    """The chart as a still picture that looks like the page, through vl-convert; raises ValueError on another format.

    >>> frame = pl.DataFrame({"title": ["Talks"], "start_day": [16709], "end_day": [16710]})
    >>> static(frame, "svg", lane=None)[:4]
    b'<svg'
    """
    import altair as alt
    import vl_convert

    if format not in ("svg", "png", "pdf"):
        raise ValueError(f"no still picture in the format {format!r}; there are: svg, png, pdf")
    colors = DARK if dark else LIGHT
    below = alt.Undefined if subtitle is None else re.sub(CONTROL, " ", subtitle)
    heading = alt.TitleParams(
        re.sub(CONTROL, " ", title), subtitle=below, anchor="start", frame="bounds", fontSize=24, subtitleFontSize=13, offset=16, subtitlePadding=6,
        color=colors["ink"], subtitleColor=colors["muted"], font=SERIF, subtitleFont=SANS,
    )  # fmt: skip
    drawn = marks(events, lane)
    picture = (
        alt.vconcat(chart(events, lane=lane, dark=dark), _key(drawn, colors), spacing=18)
        .resolve_scale(shape="independent")
        .properties(title=heading)
    )
    spec = picture.configure(font=SANS, background=colors["paper"], padding=24).configure_view(stroke=None).to_dict()
    if format == "svg":
        return str(vl_convert.vegalite_to_svg(spec)).encode()
    return bytes(vl_convert.vegalite_to_png(spec, scale=2) if format == "png" else vl_convert.vegalite_to_pdf(spec))


SANS = '"Segoe UI", Roboto, "Noto Sans", "Helvetica Neue", Arial, sans-serif'
SERIF = 'Charter, Georgia, "Liberation Serif", serif'


def _key(drawn: pl.DataFrame, colors: Colors) -> alt.LayerChart:
    """The key below a still picture: one sign for each kind that occurs."""
    import altair as alt

    rows, x = [], 8.0
    for kind, words in KEY.items():
        if not (drawn["kind"] == kind).any() and not (kind in ("planned", "disputed") and drawn[kind].any()):
            continue
        rows.append({"kind": kind, "words": words, "x": x, "text": x + 20, "planned": kind == "planned"})
        x += 20 + text_width(words, 12) + 34
    base = alt.Chart(alt.InlineData(values=rows))
    signs = base.mark_point(
        size=alt.ExprRef("datum.kind === 'exact' || datum.kind === 'planned' ? 120 : datum.kind === 'disputed' ? 80 : 320"), strokeWidth=1.5, opacity=1,
        strokeDash=alt.ExprRef(DASH), fillOpacity=alt.ExprRef(STRENGTH), stroke=colors["muted"], fill=colors["muted"],
    ).encode(
        x=alt.X("x:Q", scale=None, axis=None), y=alt.value(10),
        shape=alt.Shape("kind:N", scale=alt.Scale(domain=[*SIGNS, "planned", "disputed"], range=[*SIGNS.values(), "circle", "triangle-up"]), legend=None),
    )  # fmt: skip
    words = base.mark_text(align="left", baseline="middle", fontSize=12, color=colors["muted"]).encode(
        x=alt.X("text:Q", scale=None, axis=None), y=alt.value(10), text="words:N"
    )
    return alt.LayerChart(layer=[signs, words]).properties(width=max(x, 20), height=20)


def _data(placed: pl.DataFrame) -> Any:
    """Rows as they are: Altair would change the spelling of columns it takes for dates, and refuses a lone surrogate late."""
    import altair as alt

    return alt.InlineData(values=placed.to_dicts())


def _axis(lo: float, hi: float, colors: Colors) -> alt.Axis:
    import altair as alt

    span = hi - lo
    form = "%b %Y" if span > 150 * DAY else "%-d %b %Y" if span > 4 * DAY else "%-d %b %H:%M"
    return alt.Axis(
        labelExpr=YEAR_LABEL if span > 4 * YEAR else alt.Undefined, format=alt.Undefined if span > 4 * YEAR else form, labelSeparation=10,
        orient="top", title=None, labelFlush=True, labelOverlap=True, grid=True, domain=False,
        ticks=False, labelPadding=10, labelFontSize=12, labelColor=colors["muted"], gridColor=colors["line"], tickCount=8,
    )  # fmt: skip


def _tails(base: alt.Chart, per_pixel: float, slices: int = 10) -> alt.Chart:
    """An open end fades out: thin slices, each fainter than the one before."""
    step = FADE * per_pixel / slices
    edge = "(datum.point ? (datum.x + datum.x2) / 2 : datum.open === 'after' ? datum.x2 : datum.x)"
    way = f"(datum.open === 'after' ? 1 : -1) * {step}"
    tails: alt.Chart = (
        base.transform_filter("datum.open === 'after' || datum.open === 'before'")
        .transform_calculate(slice=f"sequence({slices})").transform_flatten(["slice"])
        .transform_calculate(**{"from": f"{edge} + datum.slice * {way}", "until": f"{edge} + (datum.slice + 1) * {way}", "fade": f"0.6 * (1 - datum.slice / {slices})"})
        .mark_rect()
    )  # fmt: skip
    return tails


def _lanes(
    lanes: list[dict[str, Any]], hues: dict[str, str], y_scale: Any, colors: Colors, background: bool
) -> list[alt.Chart]:
    import altair as alt

    named = [edge for edge in lanes if edge["lane"]]
    if not named:
        return []
    rows = [
        edge | {"hue": hues[edge["lane"]], "name": cut(edge["lane"], 140) or edge["lane"], "strength": 0 if at % 2 else 0.04,
                "middle": (edge["y"] + edge["y2"]) / 2}
        for at, edge in enumerate(named)
    ]  # fmt: skip
    base = alt.Chart(alt.InlineData(values=rows))
    y = alt.Y("y:Q", scale=y_scale, axis=None)
    bands = base.mark_rect().encode(
        x=alt.value(0), x2=alt.value("width"), y=y, y2="y2:Q", fill=alt.value(colors["ink"]), opacity=alt.Opacity("strength:Q", scale=None, legend=None)
    )  # fmt: skip
    names = base.mark_text(align="right", baseline="middle", fontSize=13, fontWeight="bold", x=-14).encode(
        y=alt.Y("middle:Q", scale=y_scale, axis=None), text="name:N", fill=alt.Fill("hue:N", scale=None, legend=None)
    )
    return [bands, names] if background else [names]


def _first_evidence(told: pl.DataFrame) -> pl.DataFrame:
    """The first sentence, its source and its explanation, for the tooltip; empty where a frame carries no evidence."""
    fields = ("sentence", "source", "why")
    if told.schema["evidence"] == pl.Null:
        return pl.DataFrame({name: [None] * told.height for name in fields}, schema=dict.fromkeys(fields, pl.String))
    return told.select(legible(pl.col("evidence").list.first().struct.field(name)).alias(name) for name in fields)
