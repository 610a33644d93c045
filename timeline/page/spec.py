"""The two pictures of the page as Vega-Lite: what each mark looks like; the page fills in what the window holds.

What a reader of the page can filter by: places, actors, how an event is told, how sure its date is, a column of the user's.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

import polars as pl

from timeline.charts.marks import SANS, told_values

if TYPE_CHECKING:
    import altair as alt


NAMES = {"place": "Place", "actor": "Who", "told": "Told as", "certainty": "Date is"}
COLUMNS = {"told": "modality", "certainty": "certainty"}


def facets(frame: pl.DataFrame, lane: str | None = None) -> dict[str, dict[str, Any]]:
    """For each thing to filter by its `name`, its `labels`, and `of`: for every event the numbers of its labels.

    Sources are left out: the page knows them from the evidence. A facet in which nobody could choose is left out, too.

    >>> frame = pl.DataFrame({"place": ["Oslo", None, "Rome"], "actors": [[], [], []], "modality": None, "certainty": None})
    >>> facets(frame)
    {'place': {'name': 'Place', 'labels': ['Oslo', 'Rome'], 'of': [[0], [], [1]]}}
    """
    offered = {}
    own = [] if lane in (None, "source", *NAMES) else [str(lane)]
    for key in (*NAMES, *own):
        told = told_values(frame, COLUMNS.get(key, key)).cast(pl.List(pl.String))
        labels = sorted(told.explode().drop_nulls().unique(), key=lambda label: (label.casefold(), label))
        number = {label: at for at, label in enumerate(labels)}
        of = [[number[label] for label in dict.fromkeys(row or []) if label is not None] for row in told.to_list()]
        if len(labels) > 1 or (labels and not all(of)):
            offered[key] = {"name": NAMES.get(key, key), "labels": labels, "of": of}
    return offered


# A planned mark is dashed and hollow, a period square, an imprecise one a hollow capsule, an approximate one soft-edged, an
# inferred day a ring, a denied one crossed out.
CORNER = "datum.kind === 'period' ? 2 : min(datum.h, 20) / 2"
STRENGTH = (
    "datum.planned || datum.denied ? 0.06 : datum.kind === 'exact' ? (datum.inside ? (datum.inferred ? 0.2 : 0.45) : datum.inferred ? 0.3 : 1) :"
    " datum.kind === 'period' ? 0.4 : datum.kind === 'imprecise' ? 0.1 : 0.5"
)
DASH = "datum.planned ? [3, 2.5] : [1, 0]"
EDGE = "(datum.kind === 'approximate' || datum.open) && !datum.planned && !datum.denied ? 0 : 1"
PAINT = (
    "datum.open === 'after' ? {gradient: 'linear', x1: 0, x2: 1, y1: 0, y2: 0, stops: [{offset: 0, color: datum.color},"
    " {offset: 0.3, color: datum.color}, {offset: 1, color: datum.color + '00'}]} :"
    " datum.open === 'before' ? {gradient: 'linear', x1: 0, x2: 1, y1: 0, y2: 0, stops: [{offset: 0, color: datum.color + '00'},"
    " {offset: 0.7, color: datum.color}, {offset: 1, color: datum.color}]} :"
    " datum.kind === 'approximate' ? {gradient: 'linear', x1: 0, x2: 1, y1: 0, y2: 0, stops: [{offset: 0, color: datum.color + '00'},"
    " {offset: 0.5, color: datum.color}, {offset: 1, color: datum.color + '00'}]} : datum.color"
)


def detail() -> dict[str, Any]:
    """The detail as compiled Vega, with the named data `bands`, `grid`, `ticks`, `heat`, `marks`, `labels`, `lanes`, `ring`."""
    import altair as alt

    layers = [
        _rect("bands").encode(x=alt.value(0), x2=alt.value("width"), y=_y("y"), y2="y2", fill=_fill("fill")),
        alt.Chart(alt.NamedData("grid"))
        .mark_rule(aria=False)
        .encode(x=_x(), y=_y("y"), y2="y2", stroke=_stroke("color"))
        .properties(name="grid"),
        _rect("heat").encode(**_box(), fill=_fill("color"), fillOpacity=alt.FillOpacity("opacity:Q", scale=None)),
        _rect("ring", strokeWidth=2, fillOpacity=0, cornerRadius=6).encode(**_box(), stroke=_stroke("color")),
        *glyphs(alt.NamedData("marks"), _box()),
        # The halo keeps a label apart from the lines of the grid; the page's style paints it below the letters.
        _text("labels", 13, strokeWidth=3.5, strokeJoin="round")
        .encode(x=_x(), y=_y("y"), text="label:N", fill=_fill("color"), stroke=_stroke("halo"))
        .properties(name="labels"),
        *_ticks(),
        *_lane_names(),
    ]
    return _compiled(layers, {"left": 0, "right": 0, "top": 42, "bottom": 2})


def strip() -> dict[str, Any]:
    """The strip as compiled Vega, with the named data `bins`, `ticks` and `base`."""
    import altair as alt

    base = (
        alt.Chart(alt.NamedData("base"))
        .mark_rule(aria=False)
        .encode(x=_x(), x2="x2", y=_y("y"), stroke=_stroke("color"))
    )
    return _compiled(
        [_rect("bins").encode(**_box(), fill=_fill("color")), base, *_ticks(11)],
        {"left": 0, "right": 0, "top": 2, "bottom": 20},
    )


def glyphs(data: Any, box: dict[str, Any]) -> list[alt.Chart]:
    """The marks themselves: the body, the sign of the approximate, the badge of the disputed."""
    import altair as alt

    base = (
        alt.Chart(data)
        .transform_calculate(paint=PAINT)
        .transform_calculate(edge="datum.open ? datum.paint : datum.color")
    )
    body = base.mark_rect(
        aria=False,
        clip=True,
        strokeWidth=1.5,
        cornerRadius=alt.ExprRef(CORNER),
        fillOpacity=alt.ExprRef(STRENGTH),
        strokeOpacity=alt.ExprRef(EDGE),
        strokeDash=alt.ExprRef(DASH),
    ).encode(**box, fill=_fill("paint"), stroke=_stroke("edge"))
    y = alt.Y("middle:Q", scale=box["y"]["scale"], axis=None)
    about = (
        alt.Chart(data).transform_filter("datum.kind === 'approximate' && !datum.inside && datum.h > 8").transform_calculate(centre="(datum.x + datum.x2) / 2")
        .mark_text(aria=False, clip=True, text="≈", fontSize=15, fontWeight="bold", baseline="middle", dy=-1)
        .encode(x=_like(box["x"], "centre:Q"), y=y, fill=_fill("color"), stroke=_stroke("paper"), strokeWidth=alt.value(0))
    )  # fmt: skip
    body = body.properties(name="marks")
    disputed = alt.Chart(data).transform_filter("datum.disputed && datum.h > 8")
    x2 = _like(box["x"], "x2:Q")
    badge = disputed.mark_point(
        aria=False, clip=True, size=150, opacity=1, yOffset=-7, xOffset=1, strokeWidth=1.5
    ).encode(x=x2, y=y, fill=_fill("ink"), stroke=_stroke("paper"), shape=alt.value("triangle-up"))
    sign = disputed.mark_text(
        aria=False, clip=True, text="!", fontSize=9.5, fontWeight="bold", baseline="middle", dy=-5.5, dx=1
    ).encode(x=x2, y=y, fill=_fill("paper"))
    return [body, about, _cross(data, box, y), badge, sign]


def _cross(data: Any, box: dict[str, Any], y: alt.Y) -> alt.Chart:
    """What is denied is crossed out."""
    import altair as alt

    cross: alt.Chart = (
        alt.Chart(data).transform_filter("datum.denied")
        .transform_calculate(centre="(datum.x + datum.x2) / 2", size="pow(max(6, min(14, datum.h * 0.7)), 2)")
        .mark_point(aria=False, clip=True, shape="M-1,-1L1,1M1,-1L-1,1", strokeWidth=1.8, fillOpacity=0, opacity=1)
        .encode(x=_like(box["x"], "centre:Q"), y=y, stroke=_stroke("color"), size=alt.Size("size:Q", scale=None, legend=None))
    )  # fmt: skip
    return cross


def _compiled(layers: list[alt.Chart], padding: dict[str, int]) -> dict[str, Any]:
    import altair as alt
    import vl_convert

    params = [alt.param(name="lo", value=0), alt.param(name="hi", value=1), alt.param(name="tall", value=100)]
    chart = (
        alt.layer(*layers)
        .add_params(*params)
        .properties(width=600, height=100, padding=padding, background="transparent")
    )
    chart = chart.configure(font=SANS, autosize=alt.AutoSizeParams(type="none")).configure_view(stroke=None)
    compiled: dict[str, Any] = vl_convert.vegalite_to_vega(chart.to_dict())
    return compiled


def _ticks(size: int = 12) -> list[alt.Chart]:
    return [
        _text("ticks", size).transform_filter(f"datum.align === '{align}' && datum.weight === '{weight}'")
        .mark_text(aria=False, align=cast("Any", align), baseline="middle", fontSize=size, fontWeight=cast("Any", weight))
        .encode(x=_x(), y=_y("y"), text="label:N", fill=_fill("color")).properties(name=f"ticks_{align}_{weight}")
        for align, weight in (("center", "normal"), ("left", "normal"), ("left", "bold"))
    ]  # fmt: skip


def _lane_names() -> list[alt.Chart]:
    import altair as alt

    return [
        _text("lanes", 13).transform_filter(f"datum.align === '{align}'")
        .mark_text(aria=False, align=cast("Any", align), baseline="middle", fontSize=13, fontWeight="bold")
        .encode(x=alt.X("px:Q", scale=None, axis=None), y=_y("y"), text="label:N", fill=_fill("color")).properties(name=f"lanes_{align}")
        for align in ("left", "right")
    ]  # fmt: skip


def _rect(name: str, **style: Any) -> alt.Chart:
    import altair as alt

    made: alt.Chart = alt.Chart(alt.NamedData(name)).mark_rect(aria=False, **style)
    return made


def _text(name: str, size: int, **style: Any) -> alt.Chart:
    import altair as alt

    made: alt.Chart = alt.Chart(alt.NamedData(name)).mark_text(
        aria=False, align="left", baseline="middle", fontSize=size, **style
    )
    return made


def _x(field: str = "x") -> alt.X:
    import altair as alt

    scale = alt.Scale(domain=[alt.ExprRef("lo"), alt.ExprRef("hi")], nice=False, zero=False)
    return alt.X(f"{field}:Q", scale=scale, axis=None)


def _y(field: str) -> alt.Y:
    import altair as alt

    return alt.Y(
        f"{field}:Q", scale=alt.Scale(domain=[0, alt.ExprRef("tall")], reverse=True, nice=False, zero=False), axis=None
    )


def _like(x: alt.X, field: str) -> alt.X:
    import altair as alt

    return alt.X(field, scale=x["scale"], axis=None)


def _box() -> dict[str, Any]:
    return {"x": _x(), "x2": "x2", "y": _y("y"), "y2": "y2"}


def _fill(field: str) -> alt.Fill:
    import altair as alt

    return alt.Fill(f"{field}:N", scale=None, legend=None)


def _stroke(field: str) -> alt.Stroke:
    import altair as alt

    return alt.Stroke(f"{field}:N", scale=None, legend=None)
