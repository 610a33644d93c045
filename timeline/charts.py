"""Events to Altair: plain charts that a user can theme, layer and facet, and still pictures of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

import polars as pl

from timeline.marks import DARK, LIGHT, lane_order, leftovers, marks, with_columns
from timeline.rows import cut, packed
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
DASH = "datum.planned ? [3, 2.5] : [1, 0]"
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
    hues = [colors["other"] if name in rest else colors["lanes"][at % len(colors["lanes"])] for at, name in enumerate(order)]
    tall = max([60.0, *(edge["y2"] for edge in lanes)])

    x = alt.X("x:T", scale=alt.Scale(type="utc", domain=[lo, hi], nice=False), axis=_axis(lo, hi, colors))
    y_scale = alt.Scale(domain=[0, tall], range=[0, tall], nice=False, zero=False)
    color = alt.Color("lane:N", scale=alt.Scale(domain=order, range=hues), legend=None)
    tooltip = [alt.Tooltip(f"{name}:N", title=title) for name, title in TOOLTIP.items()]
    strength = alt.condition("datum.planned", alt.value(0.06), alt.FillOpacity("kind:N", scale=STRENGTHS, legend=None))
    shared = {"color": color, "fill": color, "fillOpacity": strength, "tooltip": tooltip}
    y = alt.Y("y:Q", scale=y_scale, axis=None)
    middle = alt.Y("middle:Q", scale=y_scale, axis=None)

    base = alt.Chart()
    bars = base.transform_filter("!datum.point").mark_rect(strokeWidth=1.5, strokeDash=alt.ExprRef(DASH), cornerRadius=alt.ExprRef("datum.kind === 'period' ? 2 : 7"))
    bars = bars.encode(x=x, x2="x2:T", y=y, y2="y2:Q", **shared)
    signs = base.transform_filter("datum.point").transform_calculate(centre="(datum.x + datum.x2) / 2").mark_point(strokeWidth=1.5, opacity=1, strokeDash=alt.ExprRef(DASH))
    signs = signs.encode(
        x=alt.X("centre:T"), y=middle, shape=alt.Shape("kind:N", scale=alt.Scale(domain=list(SIGNS), range=list(SIGNS.values())), legend=None),
        size=alt.Size("area:Q", scale=None, legend=None), **shared,
    ).transform_calculate(area="datum.kind === 'exact' ? datum.h * datum.h * 0.785 : datum.h * datum.h * 2.2")  # fmt: skip
    open_end = base.transform_filter("datum.open !== null && datum.open !== ''").mark_text(
        text=alt.ExprRef("datum.open === 'after' ? '→' : '←'"), fontSize=17, dx=alt.ExprRef("datum.open === 'after' ? 9 : -9"),
        dy=-1, align=alt.ExprRef("datum.open === 'after' ? 'left' : 'right'"), baseline="middle",
    ).encode(x=alt.X("reach:T"), y=middle, color=color).transform_calculate(reach="datum.open === 'after' ? datum.x2 : datum.x")  # fmt: skip
    doubt = base.transform_filter("datum.disputed").mark_text(text="▲", fontSize=13, dy=-9, dx=3, baseline="middle")
    doubt = doubt.encode(x=alt.X("x2:T"), y=middle, color=alt.value(colors["ink"]), tooltip=tooltip)
    mark = base.transform_filter("datum.disputed").mark_text(text="!", fontSize=8, fontWeight="bold", dy=-8, dx=3, baseline="middle")
    mark = mark.encode(x=alt.X("x2:T"), y=middle, color=alt.value(colors["paper"]))
    labels = base.transform_filter("datum.label !== null").mark_text(
        baseline="middle", fontSize=13, limit=320, dx=alt.ExprRef("datum.dx"), align=alt.ExprRef("datum.align")
    ).encode(x=alt.X("anchor:T"), y=middle, text="label:N", color=alt.value(colors["ink"]), tooltip=tooltip)  # fmt: skip
    behind = _lanes(lanes, dict(zip(order, hues, strict=True)), y_scale, colors, background)
    return alt.layer(*behind, bars, signs, open_end, doubt, mark, labels, data=_data(placed)).properties(width=width, height=tall)


TOOLTIP = {"title": "Event", "when": "When", "sentence": "Sentence", "source": "Source", "why": "How the date was found"}
STRENGTHS = {"domain": ["exact", "period", "imprecise", "approximate"], "range": [1, 0.5, 0.12, 0.35]}


def window(drawn: pl.DataFrame) -> tuple[float, float]:
    """The stretch of time, in milliseconds, that holds every event with a little air on both sides."""
    if drawn.is_empty():
        return 0.0, float(YEAR)
    lo, hi = float(drawn["x"].min()), float(drawn["x2"].max())  # type: ignore[arg-type]
    air = max((hi - lo) * 0.03, 4 * DAY if hi - lo < 3 * DAY else DAY)
    return lo - air, hi + air


def static(
    events: pl.DataFrame, format: Format = "svg", *, title: str = "Timeline", subtitle: str | None = None, lane: str | None = "place", dark: bool = False
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
    picture = chart(events, lane=lane, dark=dark).properties(
        title=alt.TitleParams(
            title, subtitle=subtitle or alt.Undefined, anchor="start", frame="bounds", fontSize=24, subtitleFontSize=13, offset=16,
            color=colors["ink"], subtitleColor=colors["muted"], font=SERIF, subtitleFont=SANS,
        )
    )  # fmt: skip
    spec = picture.configure(font=SANS, background=colors["paper"], padding=24).configure_view(stroke=None).to_dict()
    if format == "svg":
        return str(vl_convert.vegalite_to_svg(spec)).encode()
    return bytes(vl_convert.vegalite_to_png(spec, scale=2) if format == "png" else vl_convert.vegalite_to_pdf(spec))


SANS = '"Segoe UI", Roboto, "Noto Sans", "Helvetica Neue", Arial, sans-serif'
SERIF = 'Charter, Georgia, "Liberation Serif", serif'


def _data(placed: pl.DataFrame) -> Any:
    """Rows as they are: Altair would change the spelling of columns it takes for dates, and refuses a lone surrogate late."""
    import altair as alt

    return alt.InlineData(values=placed.to_dicts())


def _axis(lo: float, hi: float, colors: dict[str, Any]) -> alt.Axis:
    import altair as alt

    years = hi - lo > 4 * YEAR
    return alt.Axis(
        orient="top", title=None, labelExpr=YEAR_LABEL if years else alt.Undefined, labelFlush=True, labelOverlap=True, grid=True, domain=False,
        ticks=False, labelPadding=10, labelFontSize=12, labelColor=colors["muted"], gridColor=colors["line"], tickCount=10,
    )  # fmt: skip


def _lanes(lanes: list[dict[str, Any]], hues: dict[str, str], y_scale: Any, colors: dict[str, Any], background: bool) -> list[alt.Chart]:
    import altair as alt

    named = [edge for edge in lanes if edge["lane"]]
    if not named:
        return []
    rows = [
        edge | {"hue": hues[edge["lane"]], "name": cut(edge["lane"], 140) or edge["lane"], "band": colors["paper"] if at % 2 else colors["band"],
                "middle": (edge["y"] + edge["y2"]) / 2}
        for at, edge in enumerate(named)
    ]  # fmt: skip
    base = alt.Chart(alt.InlineData(values=rows))
    y = alt.Y("y:Q", scale=y_scale, axis=None)
    bands = base.mark_rect().encode(
        x=alt.value(0), x2=alt.value("width"), y=y, y2="y2:Q", fill=alt.Fill("band:N", scale=None, legend=None)
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
    return told.select(pl.col("evidence").list.first().struct.field(name).alias(name) for name in fields)
