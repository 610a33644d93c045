"""The two pictures of the page as compiled Vega, which the page fills with data; and what its readers can filter by."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

import polars as pl

from timeline.charts.glyphs import glyphs
from timeline.charts.marks import SANS, SIZES, lane_values

if TYPE_CHECKING:
    import altair as alt


NAMES = {"place": "Place", "actor": "Who", "told": "Reported as", "certainty": "How sure"}
COLUMNS = {"told": "modality", "certainty": "certainty"}


def facets(frame: pl.DataFrame, lane: str | None = None) -> dict[str, dict[str, Any]]:
    """For each thing to filter by its `name`, its `labels`, and `of`: for every event the indexes of its labels.

    Sources are left out: the page has them from the evidence. A facet without a choice is left out, too.

    >>> places = ["Oslo", None, "Rome"]
    >>> frame = pl.DataFrame({"place": places, "actors": [[], [], []], "modality": None, "certainty": None})
    >>> facets(frame)
    {'place': {'name': 'Place', 'labels': ['Oslo', 'Rome'], 'of': [[0], [], [1]]}}
    """
    offered = {}
    own = [] if lane in (None, "source", *NAMES) else [str(lane)]
    for key in (*NAMES, *own):
        values = lane_values(frame, COLUMNS.get(key, key)).cast(pl.List(pl.String))
        values = _joined(values, _small_words(frame)) if key == "actor" else values
        labels = sorted(values.explode().drop_nulls().unique(), key=lambda label: (label.casefold(), label))
        indexes = {label: index for index, label in enumerate(labels)}
        of = [[indexes[label] for label in dict.fromkeys(row or []) if label is not None] for row in values.to_list()]
        if len(labels) > 1 or (labels and not all(of)):
            offered[key] = {"name": NAMES.get(key, key), "labels": labels, "of": of}
    return offered


def _joined(values: pl.Series, common: set[str]) -> pl.Series:
    """The names of people with "Assad" joined to "Bashar al-Assad", where one longer name alone ends so.

    A word that the sentences also write in small letters only opened a sentence, and is no name.
    """
    names = values.explode().drop_nulls().unique().sort().to_list()
    longer: dict[str, list[str]] = {}
    for name in names:
        words = name.split()
        if len(words) > 1:
            longer.setdefault(words[-1].rpartition("-")[2].casefold(), []).append(name)
    renamed = {
        name: longer[name.casefold()][0]
        for name in names
        if " " not in name and len(longer.get(name.casefold(), [])) == 1
    }
    dropped = {name for name in names if " " not in name and name.casefold() in common}
    kept = [
        list(dict.fromkeys(renamed.get(name, name) for name in row or [] if name is not None and name not in dropped))
        for row in values.to_list()
    ]
    return pl.Series("actor", kept, dtype=pl.List(pl.String))


def _small_words(frame: pl.DataFrame) -> set[str]:
    """The words that the sentences of the evidence write in small letters."""
    if frame.schema.get("evidence", pl.Null) == pl.Null:
        return set()
    sentences = frame.select(pl.col("evidence").explode()).drop_nulls().to_series()
    if sentences.is_empty():
        return set()
    words = sentences.struct.field("sentence").drop_nulls().str.extract_all(r"\b\p{Ll}[\p{Ll}'’]+\b")
    return set(words.explode().drop_nulls().unique())


def detail() -> dict[str, Any]:
    """The detail as compiled Vega: named data `bands`, `grid`, `ticks`, `heat`, `marks`, `labels`, `lanes`, `ring`."""
    import altair as alt

    layers = [
        _rect("bands").encode(x=alt.value(0), x2=alt.value("width"), y=_y("y"), y2="y2", fill=_fill("fill")),
        alt.Chart(alt.NamedData("grid"))
        .mark_rule(aria=False)
        .encode(x=_x(), y=_y("y"), y2="y2", stroke=_stroke("color"))
        .properties(name="grid"),
        _rect("heat").encode(**_box(), fill=_fill("color"), fillOpacity=alt.FillOpacity("opacity:Q", scale=None)),
        _rect("ring", strokeWidth=2, fillOpacity=0, cornerRadius=6).encode(**_box(), stroke=_stroke("color")),
        *_marks(),
        # The halo keeps a label apart from the lines of the grid; the page's style paints it below the letters.
        _text(
            "labels",
            alt.ExprRef(f"datum.lead ? {SIZES.lead} : {SIZES.text}"),
            strokeWidth=SIZES.halo,
            strokeJoin="round",
            fontWeight=alt.ExprRef("datum.lead ? 'bold' : 'normal'"),
        )
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


def _marks() -> list[alt.Chart]:
    import altair as alt

    box = _box() | {"middle": _y("middle")}
    ink = alt.value(alt.ExprRef("datum.ink"))
    body, *signs = glyphs(alt.Chart(alt.NamedData("marks")), box, _x, ink, aria=False, clip=True)
    return [body.properties(name="marks"), *signs]


def _ticks(size: int = 12) -> list[alt.Chart]:
    return [
        _text("ticks", size).transform_filter(f"datum.align === '{align}' && datum.weight === '{weight}'")
        .mark_text(
            aria=False, align=cast("Any", align), baseline="middle", fontSize=size, fontWeight=cast("Any", weight)
        )
        .encode(x=_x(), y=_y("y"), text="label:N", fill=_fill("color")).properties(name=f"ticks_{align}_{weight}")
        for align, weight in (("center", "normal"), ("left", "normal"), ("left", "bold"))
    ]  # fmt: skip


def _lane_names() -> list[alt.Chart]:
    import altair as alt

    return [
        _text("lanes", SIZES.text).transform_filter(f"datum.align === '{align}'")
        .mark_text(aria=False, align=cast("Any", align), baseline="middle", fontSize=SIZES.text, fontWeight="bold")
        .encode(x=alt.X("px:Q", scale=None, axis=None), y=_y("y"), text="label:N", fill=_fill("color"))
        .properties(name=f"lanes_{align}")
        for align in ("left", "right")
    ]  # fmt: skip


def _rect(name: str, **style: Any) -> alt.Chart:
    import altair as alt

    made: alt.Chart = alt.Chart(alt.NamedData(name)).mark_rect(aria=False, **style)
    return made


def _text(name: str, size: float | alt.ExprRef, **style: Any) -> alt.Chart:
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


def _box() -> dict[str, Any]:
    return {"x": _x(), "x2": "x2", "y": _y("y"), "y2": "y2"}


def _fill(field: str) -> alt.Fill:
    import altair as alt

    return alt.Fill(f"{field}:N", scale=None, legend=None)


def _stroke(field: str) -> alt.Stroke:
    import altair as alt

    return alt.Stroke(f"{field}:N", scale=None, legend=None)
