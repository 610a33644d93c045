"""The widget without a browser: what the brush and the search send is answered with the selected events."""

from __future__ import annotations

import polars as pl

from tests import tunnel
from timeline.charts.marks import with_columns
from timeline.show.widget import BRUSH, SEARCH, timeline_widget


def test_whoever_asked_is_told_of_every_brush_and_search() -> None:
    events = tunnel.tunnel(60)
    widget = timeline_widget(events, lane=None)
    told: list[pl.DataFrame] = []
    widget.on_select(told.append)
    assert [frame.height for frame in told] == [60], "at once, all"

    placed = with_columns(events)
    lo, hi = placed["x"][10], placed["x"][30]
    inside = events.filter((placed["x"] < hi) & (placed["x2"] > lo))
    widget._vl_selections = {BRUSH: {"value": {"x": [hi, lo]}, "store": [{}]}}
    assert told[-1].equals(inside)
    assert 0 < inside.height < 60

    widget._params = {SEARCH: "STRIKE "}
    assert told[-1]["title"].str.contains("Strike").all()
    assert 0 < told[-1].height < inside.height
    widget._vl_selections = {BRUSH: {"value": None, "store": []}}
    assert told[-1].height == events.filter(pl.col("title").str.contains("Strike")).height


def test_the_widget_needs_no_network_and_leaves_the_charts_of_others_alone() -> None:
    import altair as alt

    from timeline.show.widget import timeline_widget

    before = alt.JupyterChart._esm
    assert "https://esm.sh" not in timeline_widget(tunnel.tunnel(5))._esm
    assert alt.JupyterChart._esm == before
