"""The layers of the plain chart: what a mark of each kind looks like, behind it the lanes, below it the key."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from timeline.calendar.display import DAY, YEAR
from timeline.charts.layout import FADE, POINT, cut, text_width
from timeline.charts.marks import looks

if TYPE_CHECKING:
    import altair as alt
    import polars as pl

    from timeline.charts.marks import Colors

# The sign of a mark that is narrower than it can be seen: the same outlines as the bars, as paths in the unit square.
SIGNS = {
    "exact": "circle",
    "period": "M-.62,-.42H.62V.42H-.62Z",
    "imprecise": "M-.45,-.4H.45A.4,.4,0,0,1,.45,.4H-.45A.4,.4,0,0,1,-.45,-.4Z",
}
CROSS = "M-1,-1L1,1M1,-1L-1,1"
CENTRE = "(datum.x + datum.x2) / 2"
# A planned mark is dashed, a planned or denied one hollow, an inferred day a ring.
LOOK: dict[str, str] = {
    "strokeDash": "datum.planned ? [3, 2.5] : [1, 0]",
    "fillOpacity": "datum.planned || datum.denied ? 0.06 : datum.kind === 'exact' ? (datum.inside ? (datum.inferred ? 0.2 : 0.45) : datum.inferred ? 0.3 : 1) : datum.kind === 'period' ? 0.4 : 0.1",
}
YEAR_LABEL = (
    "utcyear(datum.value) <= 0 ? (1 - utcyear(datum.value)) + ' BC' :"
    " utcyear(datum.value) < 1000 ? 'AD ' + utcyear(datum.value) : '' + utcyear(datum.value)"
)


def look() -> dict[str, Any]:
    """The style that all bodies of marks share."""
    import altair as alt

    return {"strokeWidth": 1.5, "opacity": 1} | {name: alt.ExprRef(words) for name, words in LOOK.items()}


def bodies(base: alt.Chart, shared: dict[str, Any], box: dict[str, Any]) -> list[alt.Chart]:
    """The marks: bars where the span is wide enough to be seen, signs where it is not, for all but the approximate."""
    import altair as alt

    firm = base.transform_filter("datum.kind !== 'approximate'")
    bars = firm.transform_filter("!datum.point").mark_rect(
        **look(), cornerRadius=alt.ExprRef("datum.kind === 'period' ? 2 : (datum.y2 - datum.y) / 2")
    )
    signs = firm.transform_filter("datum.point").transform_calculate(
        centre=CENTRE, area="datum.kind === 'exact' ? datum.h * datum.h * 0.785 : datum.h * datum.h * 2.2"
    )
    return [
        bars.encode(x=box["x"], x2="x2:T", y=box["y"], y2="y2:Q", **shared),
        signs.mark_point(**look()).encode(
            x=alt.X("centre:T"), y=box["middle"], size=alt.Size("area:Q", scale=None, legend=None), **shared,
            shape=alt.Shape("kind:N", scale=alt.Scale(domain=list(SIGNS), range=list(SIGNS.values())), legend=None),
        ),
    ]  # fmt: skip


def soft(base: alt.Chart, shared: dict[str, Any], box: dict[str, Any], per_pixel: float) -> list[alt.Chart]:
    """What has no hard edge: the approximate fades to both sides and bears its sign, an open end fades away."""
    import altair as alt

    centred = base.transform_filter("datum.kind === 'approximate'").transform_calculate(centre=CENTRE)
    reach = f"max((datum.x2 - datum.x) / 2, {POINT / 2 * per_pixel})"
    about = centred.transform_calculate(
        **{"from": f"datum.centre - {reach}", "until": f"datum.centre + {reach}", "strength": "datum.planned ? 0.25 : 0.6",
           "paint": _faded("'00'", "''", "'00'")}
    )  # fmt: skip
    edge = f"(datum.point ? {CENTRE} : datum.open === 'after' ? datum.x2 : datum.x)"
    tails = base.transform_filter("datum.open === 'after' || datum.open === 'before'").transform_calculate(
        **{"from": f"datum.open === 'after' ? {edge} : {edge} - {FADE * per_pixel}", "until": f"datum.open === 'after' ? {edge} + {FADE * per_pixel} : {edge}",
           "strength": "datum.planned || datum.denied ? 0.3 : 0.6", "paint": f"datum.open === 'after' ? {_faded(repr(''), repr('00'))} : {_faded(repr('00'), repr(''))}"}
    )  # fmt: skip
    sign = centred.transform_filter("!datum.inside").mark_text(
        text="≈", fontSize=15, fontWeight="bold", baseline="middle", dy=-1, aria=False
    )
    place = {"x": alt.X("from:T"), "x2": "until:T", "y": box["y"], "y2": "y2:Q", "tooltip": shared["tooltip"]}
    strength = alt.FillOpacity("strength:Q", scale=None, legend=None)
    return [
        *(made.mark_rect().encode(**place, fill=alt.Fill("paint:N", scale=None, legend=None), fillOpacity=strength) for made in (about, tails)),
        sign.encode(x=alt.X("centre:T"), y=box["middle"], color=alt.Color("hue:N", scale=None, legend=None)),
    ]  # fmt: skip


def _faded(*alphas: str) -> str:
    """A gradient from left to right in the colour of the row, as an expression of Vega."""
    stops = ", ".join(
        f"{{offset: {at / (len(alphas) - 1)}, color: datum.hue + {alpha}}}" for at, alpha in enumerate(alphas)
    )
    return f"{{gradient: 'linear', x1: 0, x2: 1, y1: 0, y2: 0, stops: [{stops}]}}"


def badges(base: alt.Chart, shared: dict[str, Any], box: dict[str, Any], colors: Colors) -> list[alt.Chart]:
    """What is denied is crossed out, what is disputed carries a warning."""
    import altair as alt

    crossed = base.transform_filter("datum.denied").transform_calculate(
        centre=CENTRE, cross="pow(max(6, min(14, datum.h * 0.7)), 2)"
    )
    cross = crossed.mark_point(shape=CROSS, strokeWidth=1.8, fillOpacity=0, opacity=1).encode(
        x=alt.X("centre:T"), y=box["middle"], stroke=shared["stroke"], size=alt.Size("cross:Q", scale=None, legend=None)
    )
    disputed = base.transform_filter("datum.disputed").transform_calculate(edge=f"datum.point ? {CENTRE} : datum.x2")
    aside = alt.ExprRef("datum.point ? datum.h / 2 + 2 : 2")
    place = {"x": alt.X("edge:T"), "y": box["middle"], "tooltip": shared["tooltip"]}
    badge = disputed.mark_point(
        shape="triangle-up", size=150, opacity=1, fillOpacity=1, strokeWidth=1.5, fill=colors["ink"], stroke=colors["paper"], xOffset=aside, yOffset=-7
    ).encode(**place)  # fmt: skip
    sign = disputed.mark_text(
        text="!", fontSize=9.5, fontWeight="bold", baseline="middle", xOffset=aside, dy=-5.5, color=colors["paper"]
    ).encode(**place)
    return [cross, badge, sign]


def labels(base: alt.Chart, box: dict[str, Any], colors: Colors, tooltip: Any) -> list[alt.Chart]:
    """The titles, each over a halo that keeps it apart from the lines of the grid."""
    import altair as alt

    named = base.transform_filter("datum.label !== null")
    style: dict[str, Any] = {
        "baseline": "middle", "fontSize": 13, "limit": 480, "dx": alt.ExprRef("datum.dx"), "align": alt.ExprRef("datum.align"),
    }  # fmt: skip
    place = {"x": alt.X("anchor:T"), "y": box["middle"], "text": "label:N"}
    halo = named.transform_filter("datum.halo !== null").mark_text(
        **style, strokeWidth=3.5, strokeJoin="round", aria=False
    )
    return [
        halo.encode(**place, stroke=alt.Stroke("halo:N", scale=None, legend=None)),
        named.mark_text(**style).encode(**place, color=alt.value(colors["ink"]), tooltip=tooltip),
    ]


def axis(lo: float, hi: float, colors: Colors) -> alt.Axis:
    """An axis whose labels suit the length of the window, years before Christ included."""
    import altair as alt

    span = hi - lo
    form = "%b %Y" if span > 150 * DAY else "%-d %b %Y" if span > 4 * DAY else "%-d %b %H:%M"
    return alt.Axis(
        labelExpr=YEAR_LABEL if span > 4 * YEAR else alt.Undefined, format=alt.Undefined if span > 4 * YEAR else form, labelSeparation=10,
        orient="top", title=None, labelFlush=True, labelOverlap=True, grid=True, domain=False,
        ticks=False, labelPadding=10, labelFontSize=12, labelColor=colors["muted"], gridColor=colors["line"], tickCount=8,
    )  # fmt: skip


def lane_bands(
    lanes: list[dict[str, Any]],
    hues: dict[str, str],
    names: dict[str, str],
    y_scale: Any,
    colors: Colors,
    background: bool,
) -> list[alt.Chart]:
    """The lanes: every other one on a band, each with its name, or the one `names` has for it, in its colour."""
    import altair as alt

    named = [edge for edge in lanes if edge["lane"]]
    if not named:
        return []
    rows = [
        edge | {"hue": hues[edge["lane"]], "name": cut(names.get(edge["lane"], edge["lane"]), 140) or edge["lane"],
                "strength": 0 if at % 2 else 0.13, "middle": (edge["y"] + edge["y2"]) / 2}
        for at, edge in enumerate(named)
    ]  # fmt: skip
    base = alt.Chart(alt.InlineData(values=rows))
    y = alt.Y("y:Q", scale=y_scale, axis=None)
    bands = base.mark_rect(aria=False).encode(
        x=alt.value(0),
        x2=alt.value("width"),
        y=y,
        y2="y2:Q",
        fill=alt.value(colors["strong"]),
        opacity=alt.Opacity("strength:Q", scale=None, legend=None),
    )
    titles = base.mark_text(align="right", baseline="middle", fontSize=13, fontWeight="bold", x=-14).encode(
        y=alt.Y("middle:Q", scale=y_scale, axis=None), text="name:N", fill=alt.Fill("hue:N", scale=None, legend=None)
    )
    return [bands, titles] if background else [titles]


def key(drawn: pl.DataFrame, colors: Colors) -> alt.LayerChart:
    """The key below a still picture: one sign for each look that occurs."""
    import altair as alt

    rows, x = [], 13.0
    for name, words in looks(drawn).items():
        rows.append(
            {"look": name, "kind": name if name in SIGNS else "exact", "words": words, "x": x, "text": x + 20, "point": True, "h": 14,
             **{flag: name == flag for flag in ("inferred", "planned", "denied")}}
        )  # fmt: skip
        x += 20 + text_width(words, 12) + 34
    at = {"x": alt.X("x:Q", scale=None, axis=None), "y": alt.value(10)}
    base = alt.Chart(alt.InlineData(values=rows))
    signs = base.transform_filter("datum.look !== 'approximate' && datum.look !== 'disputed'").mark_point(
        **look(), stroke=colors["muted"], fill=colors["muted"], size=alt.ExprRef("datum.kind === 'exact' ? 150 : 360")
    ).encode(**at, shape=alt.Shape("kind:N", scale=alt.Scale(domain=list(SIGNS), range=list(SIGNS.values())), legend=None))  # fmt: skip
    cross = base.transform_filter("datum.denied").mark_point(
        shape=CROSS, size=80, strokeWidth=1.8, stroke=colors["muted"], opacity=1
    )
    stops = [{"color": colors[name], "offset": at} for name, at in (("paper", 0), ("strong", 0.5), ("paper", 1))]  # type: ignore[literal-required]  # names of the theme
    blob: Any = {"gradient": "linear", "x1": 0, "x2": 1, "y1": 0, "y2": 0, "stops": stops}
    about = base.transform_filter("datum.look === 'approximate'")
    cloud = about.mark_rect(fill=blob, width=24, height=14).encode(**at)
    sign = about.mark_text(text="≈", fontSize=15, fontWeight="bold", baseline="middle", dy=-1, color=colors["ink"])
    doubt = base.transform_filter("datum.look === 'disputed'")
    badge = doubt.mark_point(shape="triangle-up", size=170, opacity=1, fillOpacity=1, strokeWidth=0, fill=colors["ink"])
    mark = doubt.mark_text(text="!", fontSize=9.5, fontWeight="bold", baseline="middle", dy=1.5, color=colors["paper"])
    words = base.mark_text(align="left", baseline="middle", fontSize=12, color=colors["muted"]).encode(
        x=alt.X("text:Q", scale=None, axis=None), y=alt.value(10), text="words:N"
    )
    layers = [signs, cross.encode(**at), cloud, sign.encode(**at), badge.encode(**at), mark.encode(**at), words]
    return alt.LayerChart(layer=layers).properties(width=max(x, 20), height=20)
