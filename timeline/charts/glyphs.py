"""What a mark of each look is drawn with, on the page and in stills; the lanes, labels and key of a still picture."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from timeline.calendar.display import DAY, YEAR
from timeline.charts.layout import LINE, cut, text_width
from timeline.charts.marks import KINDS, LOOKS, SIZES, legend
from timeline.charts.stretch import years

if TYPE_CHECKING:
    from collections.abc import Callable

    import altair as alt
    import polars as pl

    from timeline.charts.marks import Colors


def _gradient(*stops: tuple[float, str]) -> str:
    """A gradient from left to right in the colour of the row, as an expression of Vega: offsets and alphas."""
    listed = ", ".join(f"{{offset: {offset}, color: datum.color + '{alpha}'}}" for offset, alpha in stops)
    return f"{{gradient: 'linear', x1: 0, x2: 1, y1: 0, y2: 0, stops: [{listed}]}}"


# Expressions of Vega. An open end fades away, an approximate mark fades on both sides.
HOLLOW = "(datum.planned || datum.denied)"
PAINT = (
    f"datum.open === 'after' ? {_gradient((0, ''), (0.3, ''), (1, '00'))} :"
    f" datum.open === 'before' ? {_gradient((0, '00'), (0.7, ''), (1, ''))} :"
    f" datum.kind === 'approximate' ? {_gradient((0, '00'), (0.5, ''), (1, '00'))} : datum.color"
)
CASES = {
    "datum.planned": "planned",
    "datum.denied": "denied",
    "datum.kind === 'exact' && datum.inferred": "inferred",
    **{f"datum.kind === '{kind}'": kind for kind in KINDS},
}
FILLS = {case: f"datum.inside ? {LOOKS[look].inside} : {LOOKS[look].fill}" for case, look in CASES.items()}
STYLE = {
    "cornerRadius": f"datum.kind === 'period' ? 2 : min(datum.h, {SIZES.inside}) / 2",
    "fillOpacity": "".join(f"{case} ? ({fill}) : " for case, fill in FILLS.items()) + "1",
    "strokeDash": "datum.planned ? [3, 2.5] : [1, 0]",
    "strokeOpacity": f"(datum.kind === 'approximate' || datum.open) && !{HOLLOW} ? 0 : 1",
}
LEFT, RIGHT = "(datum.left || 0)", "(datum.right || 0)"  # pixels beyond the span; none where the span holds them
CROSS = "M-1,-1L1,1M1,-1L-1,1"
# A sign on a mark that is lower than this could not be read.
READABLE = "datum.h > 8"
RING = 3  # pixels between a mark and the ring around it
YEAR_LABEL = (
    "utcyear(datum.value) <= 0 ? (1 - utcyear(datum.value)) + ' BC' :"
    " utcyear(datum.value) < 1000 ? 'AD ' + utcyear(datum.value) : '' + utcyear(datum.value)"
)


def glyphs(base: alt.Chart, box: dict[str, Any], at: Callable[[str], alt.X], ink: Any, **style: Any) -> list[alt.Chart]:
    """The layers of the marks: body, sign of the approximate, cross of the denied, ring of the disputed.

    The rows of `base` have the columns `x`, `x2`, `kind`, `open`, `planned`, `denied`, `disputed`, `inferred`,
    `inside`, `h`, `color`. They may have `left` and `right`, the pixels that a mark reaches beyond its span. `box`
    holds the channels `x`, `x2`, `y`, `y2`, `middle` and, if there are such, `tooltip` and `description`; `at` makes
    the channel x of another column. `ink` is the value of this colour. `style` goes to every layer.
    """
    import altair as alt

    painted = base.transform_calculate(paint=PAINT).transform_calculate(edge="datum.open ? datum.paint : datum.color")
    expressions: dict[str, Any] = {name: alt.ExprRef(expression) for name, expression in STYLE.items()}
    body = painted.mark_rect(
        strokeWidth=1.5, xOffset=alt.ExprRef(f"-{LEFT}"), x2Offset=alt.ExprRef(RIGHT), **expressions, **style
    ).encode(
        **{name: channel for name, channel in box.items() if name != "middle"},
        fill=alt.Fill("paint:N", scale=None, legend=None),
        stroke=alt.Stroke("edge:N", scale=None, legend=None),
    )
    centred = base.transform_calculate(centre="(datum.x + datum.x2) / 2")
    told = {name: box[name] for name in ("description",) if name in box}
    middle = {"x": at("centre"), "y": box["middle"]}
    offset = alt.ExprRef(f"({RIGHT} - {LEFT}) / 2")
    about = (
        centred.transform_filter(f"datum.kind === 'approximate' && !datum.inside && {READABLE}")
        .mark_text(text="≈", fontSize=15, fontWeight="bold", baseline="middle", dy=-1, xOffset=offset, **_silent(style))
        .encode(**middle, fill=alt.Fill("color:N", scale=None, legend=None))
    )
    cross = (
        centred.transform_filter("datum.denied")
        .transform_calculate(size="pow(max(6, min(14, datum.h * 0.7)), 2)")
        .mark_point(shape=CROSS, strokeWidth=1.8, fillOpacity=0, opacity=1, xOffset=offset, **style)
        .encode(
            **middle,
            **told,
            stroke=alt.Stroke("color:N", scale=None, legend=None),
            size=alt.Size("size:Q", scale=None, legend=None),
        )
    )
    return [body, about, cross, _ring(base, box, ink, **style)]


def _ring(base: alt.Chart, box: dict[str, Any], ink: Any, **style: Any) -> alt.Chart:
    """A second line around the mark of a disputed event: it hides neither the mark nor what stands beside it."""
    import altair as alt

    style |= _silent(style) | {"strokeWidth": 1.4, "fillOpacity": 0, "yOffset": -RING, "y2Offset": RING}
    ring = base.transform_filter(f"datum.disputed && {READABLE}").mark_rect(
        xOffset=alt.ExprRef(f"-{LEFT} - {RING}"),
        x2Offset=alt.ExprRef(f"{RIGHT} + {RING}"),
        cornerRadius=SIZES.inside / 2 + RING,
        **style,
    )
    edges = {name: channel for name, channel in box.items() if name not in ("middle", "tooltip", "description")}
    made: alt.Chart = ring.encode(**edges, stroke=ink)
    return made


def _silent(style: dict[str, Any]) -> dict[str, Any]:
    """The style of a sign that a screen reader passes over: the mark below it says the same."""
    return {"aria": False} | style


def labels(base: alt.Chart, box: dict[str, Any], colors: Colors, tooltip: Any) -> list[alt.Chart]:
    """The titles, each over a halo that keeps it apart from the lines of the grid."""
    import altair as alt

    named = base.transform_filter("datum.label !== null")
    dated = named.transform_filter("datum.over !== null")
    style: dict[str, Any] = {
        "baseline": "middle",
        "limit": SIZES.labels[0] + 20,
        "dx": alt.ExprRef("datum.dx"),
        "align": alt.ExprRef("datum.align"),
    }
    title = style | {
        "fontSize": alt.ExprRef(f"datum.lead ? {SIZES.lead} : {SIZES.text}"),
        "fontWeight": alt.ExprRef("datum.lead ? 'bold' : 'normal'"),
        "dy": alt.ExprRef(f"datum.lead ? {LINE} : 0"),
    }
    over = style | {"fontSize": SIZES.text, "dy": -LINE, "aria": False}
    position = {"x": alt.X("anchor:T"), "y": box["middle"]}
    layers = []
    for rows, text, line in ((dated, "over:N", over), (named, "label:N", title)):
        behind = rows.transform_filter("datum.halo !== null").mark_text(
            **line | {"strokeWidth": SIZES.halo, "strokeJoin": "round", "aria": False}
        )
        layers.append(behind.encode(**position, text=text, stroke=alt.Stroke("halo:N", scale=None, legend=None)))
    quiet = alt.condition("datum.lead || datum.inside", alt.value(colors["ink"]), alt.value(colors["muted"]))
    layers.append(dated.mark_text(**over).encode(**position, text="over:N", color=alt.value(colors["muted"])))
    # A screen reader has heard the title from its mark.
    layers.append(named.mark_text(**title, aria=False).encode(**position, text="label:N", color=quiet, tooltip=tooltip))
    return layers


def beyond(earlier: pl.DataFrame, later: pl.DataFrame, width: float, tall: float, colors: Colors) -> list[alt.Chart]:
    """What lies before and after the picture, in words below its two corners; nothing where nothing does."""
    import altair as alt

    told = []
    for rows, x, align in ((earlier, 0, "left"), (later, width, "right")):
        if rows.is_empty():
            continue
        words = f"{rows.height:,} {'earlier' if align == 'left' else 'later'} ({years(rows)})"
        text = f"← {words}" if align == "left" else f"{words} →"
        base = alt.Chart(alt.InlineData(values=[{"text": text}]))
        told.append(
            base.mark_text(
                align=cast("Any", align), baseline="top", fontSize=12, x=x, y=tall + 42, fill=colors["muted"]
            ).encode(text="text:N")
        )
    return told


def axis(lo: float, hi: float, colors: Colors) -> alt.Axis:
    """An axis whose labels suit the length of the window, years before Christ included."""
    import altair as alt

    span = hi - lo
    form = "%b %Y" if span > 150 * DAY else "%-d %b %Y" if span > 4 * DAY else "%-d %b %H:%M"
    years = span > 4 * YEAR
    return alt.Axis(
        labelExpr=YEAR_LABEL if years else alt.Undefined, format=alt.Undefined if years else form, labelSeparation=10,
        orient="top", title=None, labelFlush=True, labelOverlap=True, grid=True, domain=False, ticks=False,
        labelPadding=10, labelFontSize=12, labelColor=colors["muted"], gridColor=colors["line"], tickCount=8,
    )  # fmt: skip


def lane_bands(
    lanes: list[dict[str, Any]],
    hues: dict[str, str],
    names: dict[str, str],
    y_scale: Any,
    colors: Colors,
    background: bool,
) -> list[alt.Chart]:
    """The lanes, every other one on a band: each with its name in its colour, or with its short name in `names`."""
    import altair as alt

    named = [edge for edge in lanes if edge["lane"]]
    if not named:
        return []
    rows = [
        edge
        | {
            "hue": hues[edge["lane"]],
            "name": cut(names.get(edge["lane"], edge["lane"]), SIZES.lane_name) or edge["lane"],
            "strength": 0 if index % 2 else 0.13,
            "middle": (edge["y"] + edge["y2"]) / 2,
        }
        for index, edge in enumerate(named)
    ]
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
    titles = base.mark_text(align="right", baseline="middle", fontSize=SIZES.text, fontWeight="bold", x=-14).encode(
        y=alt.Y("middle:Q", scale=y_scale, axis=None), text="name:N", fill=alt.Fill("hue:N", scale=None, legend=None)
    )
    return [bands, titles] if background else [titles]


def key(drawn: pl.DataFrame, colors: Colors) -> alt.LayerChart:
    """The key below a still picture: one sign for each look that occurs."""
    import altair as alt

    rows, x = [], 6.0
    for name, words in legend(drawn).items():
        kind = name if name in ("period", "imprecise", "approximate") else "exact"
        reach = KEY_SIGN * LOOKS[kind].wide / 2
        flags = {flag: name == flag for flag in ("inferred", "planned", "denied", "disputed")}
        sign = {"x": x + reach, "x2": x + reach, "left": reach, "right": reach, "h": KEY_SIGN, "color": colors["muted"]}
        text = x + 2 * reach + 8
        rows.append(flags | sign | {"kind": kind, "words": words, "text": text})
        x = text + text_width(words, 12) + 26

    def at(field: str) -> alt.X:
        return alt.X(f"{field}:Q", scale=None, axis=None)

    base = alt.Chart(alt.InlineData(values=rows))
    middle = alt.value(10)
    edges = {"y": alt.value(10 - KEY_SIGN / 2), "y2": alt.value(10 + KEY_SIGN / 2)}
    box = {"x": at("x"), "x2": "x2:Q", **edges, "middle": middle}
    ink = alt.value(colors["ink"])
    words = base.mark_text(align="left", baseline="middle", fontSize=12, color=colors["muted"]).encode(
        x=at("text"), y=middle, text="words:N"
    )
    return alt.LayerChart(layer=[*glyphs(base, box, at, ink, aria=False), words]).properties(
        width=max(x, 20), height=20
    )


KEY_SIGN = 14.0  # the height of a sign in the key
