"""Plain Altair charts and still pictures: what is drawn, and what users may do with it."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import altair as alt
import polars as pl
import pytest
import vl_convert

from tests import fabricated, tunnel
from timeline import charts
from timeline.calendar.arithmetic import civil
from timeline.charts.heatmap import GUTTER, LONG, _box
from timeline.charts.layout import cut, mark_height, packed, text_width
from timeline.charts.marks import KINDS, LOOKS, SIZES, covering, lane_order, marks, with_columns
from timeline.charts.stretch import whole
from timeline.page.spec import facets


def drawn(chart: alt.TopLevelMixin) -> str:
    return str(vl_convert.vegalite_to_svg(chart.to_dict()))


def rows(spec: dict[str, Any]) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = spec["datasets"][spec["data"]["name"]]
    return found


@pytest.mark.parametrize("size", [1, 15, 200])
def test_every_event_is_a_row_of_the_chart(size: int) -> None:
    chart = charts.chart(tunnel.tunnel(size), span="all")
    assert len(rows(chart.to_dict())) == size
    assert drawn(chart).startswith("<svg")


def test_a_chart_opens_on_the_story_and_says_what_lies_beyond() -> None:
    days = [tunnel.day(1066), *(tunnel.day(2026, 3, number) for number in range(1, 21)), tunnel.day(2060)]
    events = [tunnel.event(at, day, day + 1, f"Event {at}", score=2.0) for at, day in enumerate(days)]
    month = tunnel.event(99, tunnel.day(2026, 1), tunnel.day(2026, 5), "A strike", edtf="2026-01/2026-04", score=50.0)
    frame = pl.DataFrame([*events, month], schema=tunnel.SCHEMA)
    shown = rows(charts.chart(frame, lane=None).to_dict())
    assert len(shown) == 21
    lo, hi = min(row["x"] for row in shown), max(row["x2"] for row in shown)
    assert hi - lo < 60 * 86_400_000, "what reaches beyond the picture is cut at its edge"
    svg = drawn(charts.chart(frame, lane=None))
    assert "← 1 earlier (1066)" in svg
    assert "1 later (2060) →" in svg
    assert len(rows(charts.chart(frame, lane=None, span="all").to_dict())) == 23
    with pytest.raises(ValueError, match="story, all"):
        charts.chart(frame, span="week")  # type: ignore[arg-type]


def test_the_few_of_most_weight_stand_out_in_two_rows() -> None:
    first = tunnel.day(2026, 3)
    events = [
        tunnel.event(n, first + n, first + n + 1, f"Event {n}", score=float(n >= 27), place="Oslo") for n in range(30)
    ]
    shown = rows(charts.chart(pl.DataFrame(events, schema=tunnel.SCHEMA), lane=None, span="all").to_dict())
    leads = {row["title"]: row["over"] for row in shown if row["lead"]}
    assert leads == {"Event 27": "28 March 2026", "Event 28": "29 March 2026", "Event 29": "30 March 2026"}


@pytest.mark.parametrize(
    ("place", "actors", "lane"),
    [
        (["Oslo", "Oslo", "Rome", None], [[]] * 4, "place"),
        (["Oslo", None, None, None], [["Ada"], ["Ada"], ["Bo"], []], "actor"),
        (["Oslo"] * 4, [[]] * 4, None),
        ([None] * 4, [[]] * 4, None),
    ],
)
def test_the_lane_that_a_picture_opens_with_covers_most_events(
    place: list[str | None], actors: list[list[str]], lane: str | None
) -> None:
    frame = pl.DataFrame(
        {"title": ["Talks"] * 4, "place": place, "actors": actors}, schema_overrides={"place": pl.String}
    )
    assert covering(with_columns(frame)) == lane


def test_a_user_can_theme_layer_facet_and_join_it() -> None:
    chart = charts.chart(tunnel.tunnel(15))
    rule = alt.Chart(alt.InlineData(values=[{"t": 1_900_000_000_000}])).mark_rule().encode(x="t:T")
    for made in (
        chart.configure_axis(labelFontSize=20),
        alt.layer(chart, rule),
        charts.chart(tunnel.tunnel(15), lane=None, background=False).facet("lane:N"),
        alt.vconcat(chart, chart),
        chart.interactive(),
        chart.properties(width=300),
    ):
        assert "<svg" in drawn(made)


def test_the_calendar_counts_every_day_an_event_touches_and_says_what_has_none() -> None:
    events = pl.DataFrame(
        [
            tunnel.event(1, tunnel.day(2026, 3, 30), tunnel.day(2026, 4, 2), "Three days", place="Oost Marle"),
            tunnel.event(2, tunnel.day(2026, 4, 1), tunnel.day(2026, 4, 2), "One day", place="Brannick"),
            tunnel.event(3, tunnel.day(2026, 4, 1), tunnel.day(2026, 5, 1), "Some time in April", grain="month", edtf="2026-04"),
            tunnel.event(4, tunnel.day(-489, 9, 12), tunnel.day(-489, 9, 13), "Long ago"),
        ],
        schema=tunnel.SCHEMA,
    )  # fmt: skip
    spec = charts.chart(events, view="calendar", lane=None).to_dict()
    counts = {row["when"]: row["count"] for row in rows(spec)}
    assert counts == {"12 September 490 BC": 1, "30 March 2026": 1, "31 March 2026": 1, "1 April 2026": 2}
    svg = drawn(charts.chart(events, view="calendar"))
    for words in ("490 BC", "2026", "1 without", "events a day"):
        assert words in svg
    assert svg.count("Brannick") == 0
    faceted = charts.chart(events, view="calendar").facet("lane:N")
    assert "Brannick" in drawn(faceted)


@pytest.mark.parametrize(("days", "counted"), [(LONG, LONG), (LONG + 1, 0)])
def test_an_event_of_months_is_of_no_day(days: int, counted: int) -> None:
    first = tunnel.day(2026, 3, 30)
    event = tunnel.event(1, first, first + days, "A strike", edtf="2026-03-30/2026-06-01")
    chart = charts.chart(pl.DataFrame([event], schema=tunnel.SCHEMA), view="calendar", lane=None)
    assert len(rows(chart.to_dict())) == counted
    assert ("1 without" in drawn(chart)) == (counted == 0)


@pytest.mark.parametrize("number", range(-800, 13000, 407))
def test_a_day_of_the_calendar_stands_under_its_weekday(number: int) -> None:
    first = tunnel.day(number)
    for day in (first, first + 58, tunnel.day(number, 12, 31)):
        box = _box(day, {number: 0.0}, 10)
        assert box["y"] // 10 == (day + 3) % 7, "1970 began on a Thursday"
        assert 0 <= box["x"] - GUTTER < 540


def test_a_calendar_of_many_years_says_which_it_shows() -> None:
    events = pl.DataFrame(
        [tunnel.event(at, tunnel.day(1900 + at), tunnel.day(1900 + at) + 1, "A year begins") for at in range(20)],
        schema=tunnel.SCHEMA,
    )
    assert "The 12 fullest of 20 years." in drawn(charts.chart(events, view="calendar"))


def test_a_user_can_theme_layer_facet_and_join_the_calendar() -> None:
    chart = charts.chart(tunnel.tunnel(60), view="calendar")
    note = alt.Chart(alt.InlineData(values=[{"x": 5, "y": 5}])).mark_point().encode(x="x:Q", y="y:Q")
    for made in (
        chart.configure_legend(orient="right"),
        alt.layer(chart, note),
        chart.facet("lane:N", columns=2),
        alt.vconcat(chart, charts.chart(tunnel.tunnel(15))).resolve_scale(fill="independent"),
        charts.chart(tunnel.tunnel(3).head(0), view="calendar"),
    ):
        assert "<svg" in drawn(made)


@pytest.mark.parametrize(
    ("name", "view", "expected"), [("a.html", "story", b'"view":"story"'), ("a.svg", "calendar", b"events a day")]
)
def test_a_timeline_is_saved_in_another_view(tmp_path: Path, name: str, view: str, expected: bytes) -> None:
    line = fabricated.timeline()
    assert expected in line.save(tmp_path / name, view=view).path.read_bytes()
    assert "events a day" in drawn(line.chart(view="calendar", lane="source"))


def test_a_view_that_no_chart_has_is_named() -> None:
    with pytest.raises(ValueError, match="'story' for a chart; there are: timeline, calendar"):
        charts.chart(tunnel.tunnel(3), view="story")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("stated", "strength", "dashed"),
    [({}, 0.45, False), ({"certainty": "inferred"}, 0.2, False), ({"modality": "denied"}, 0.06, False), ({"modality": "planned"}, 0.06, True)],
)  # fmt: skip
def test_what_is_not_certain_is_not_drawn_as_certain(stated: dict[str, str], strength: float, dashed: bool) -> None:
    events = pl.DataFrame([tunnel.event(1, 20000, 20001, "Talks", **stated)], schema=tunnel.SCHEMA)
    discs = [
        node
        for node in ET.fromstring(drawn(charts.chart(events, lane=None))).iter()
        if node.get("stroke-width") == "1.5"
    ]
    assert [float(node.get("fill-opacity", "1")) for node in discs] == [strength]
    assert ("3,2.5" in (discs[0].get("stroke-dasharray") or "")) == dashed


def test_one_chart_holds_every_time_in_utc() -> None:
    events = tunnel.tunnel(15)
    spec = charts.chart(events, span="all").to_dict()
    scales = [
        layer["encoding"]["x"]["scale"] for layer in spec["layer"] if "scale" in layer.get("encoding", {}).get("x", {})
    ]
    assert scales
    assert all(scale["type"] == "utc" for scale in scales)
    assert [row["x"] for row in rows(spec)] == marks(events)["x"].to_list()


@pytest.mark.parametrize("size", [15, 40, 200])
@pytest.mark.parametrize("width", [400, 900])
def test_packed_boxes_keep_apart(size: int, width: int) -> None:
    frame = marks(tunnel.tunnel(size))
    lo, hi = whole(frame)
    placed, lanes = packed(frame, lane_order(frame, "place"), lo, hi, width)
    per_pixel = (hi - lo) / width
    assert placed.height == size
    boxes: dict[float, list[tuple[float, float]]] = {}
    for row in placed.filter(pl.col("label").is_not_null()).iter_rows(named=True):
        at = (row["anchor"] - lo) / per_pixel + row["dx"]
        size = SIZES.lead if row["lead"] else SIZES.text
        wide = text_width(row["label"], size) * (1 if row["align"] == "left" else -1)
        boxes.setdefault(row["middle"], []).append((min(at, at + wide), max(at, at + wide)))
        assert min(at, at + wide) >= -1
        assert max(at, at + wide) <= width + 1
    for row_boxes in boxes.values():
        ordered = sorted(row_boxes)
        assert all(one[1] + SIZES.gap <= other[0] + 0.01 for one, other in pairwise(ordered))
    assert [edge["y"] for edge in lanes[1:]] == [edge["y2"] for edge in lanes[:-1]]


@pytest.mark.parametrize("view", ["timeline", "calendar"])
@pytest.mark.parametrize(("kind", "start"), [("svg", b"<svg"), ("png", b"\x89PNG"), ("pdf", b"%PDF")])
def test_still_pictures(kind: charts.Format, start: bytes, view: charts.View) -> None:
    assert charts.static(tunnel.tunnel(40), kind, title="Tunnel", view=view)[: len(start)] == start


def test_still_pictures_name_the_formats_there_are() -> None:
    with pytest.raises(ValueError, match="svg, png, pdf"):
        charts.static(tunnel.tunnel(2), "gif")  # type: ignore[arg-type]


def test_hostile_text_stays_text_in_svg() -> None:
    svg = charts.static(tunnel.hostile(), "svg", title=tunnel.HOSTILE[0]).decode()
    nodes = list(ET.fromstring(svg).iter())
    assert not [
        node.tag for node in nodes if node.tag.split("}")[-1] in ("script", "img", "image", "foreignObject", "a")
    ]
    assert not [name for node in nodes for name in node.attrib if name.startswith("on") or name.endswith("href")]
    assert any("document.title" in (node.text or "") for node in nodes)


def test_a_title_as_long_as_a_book_is_cut_at_once() -> None:
    assert cut("Harbour office opens " * 50_000, 150) == "Harbour office opens…"


def test_what_is_no_character_is_not_drawn() -> None:
    odd = "Har\ufffebour\uffff\ufdd0\U0010ffff opens"  # a renderer crashes on it, and takes the process with it
    frame = pl.DataFrame({"title": [odd], "start_day": [16709], "end_day": [16710], "place": [odd]})
    assert marks(frame).select("title", "lane").row(0) == ("Har bour    opens",) * 2
    assert b"bour" in charts.static(frame, "svg", title=odd)


def test_ages_are_drawn_and_named() -> None:
    svg = charts.static(tunnel.ages(), "svg").decode()
    assert "12000" in svg
    assert " BC" in svg


@pytest.mark.parametrize(("places", "lanes"), [(5, 5), (6, 6), (12, 6)])
def test_there_are_no_more_lanes_than_colours(places: int, lanes: int) -> None:
    day = tunnel.day(2026, 3, 30)
    events = [tunnel.event(at, day, day + 1, "They met", place=f"Town {at % places}") for at in range(3 * places)]
    shown = marks(pl.DataFrame(events, schema=tunnel.SCHEMA), "place")["lane"]
    assert shown.n_unique() == lanes
    assert ("Other" in shown) == (places > 5)


def test_a_mark_grows_with_its_tellings_and_stops_growing() -> None:
    assert [mark_height(tellings) for tellings in (0, 1, 2, 4, 8, 100)] == [9, 9, 12, 15, 18, 18]


@pytest.mark.parametrize("open_end", [None, "after", "before"])
@pytest.mark.parametrize("tellings", [1, 8])
@pytest.mark.parametrize("kind", KINDS)
def test_a_short_mark_is_as_wide_as_its_look_needs(kind: str, tellings: int, open_end: str | None) -> None:
    dated = {"exact": {}, "period": {"edtf": "a/b"}, "imprecise": {"grain": "month"}, "approximate": {"edtf": "a~"}}[
        kind
    ]
    short = tunnel.event(1, 20000, 20001, "Talks", wordings=tellings, open=open_end, **dated)
    far = tunnel.event(2, 90000, 90001, "Much later")
    frame = marks(pl.DataFrame([short, far], schema=tunnel.SCHEMA), None)
    lo, hi = whole(frame)
    placed, _ = packed(frame, [""], lo, hi, 900)
    mark = placed.row(0, named=True)
    assert mark["kind"] == kind
    wide = mark["left"] + mark["right"] + (mark["x2"] - mark["x"]) / ((hi - lo) / 900)
    assert wide == pytest.approx(LOOKS[kind].wide * mark_height(tellings) + (SIZES.fade if open_end else 0))


def test_what_leaves_no_choice_is_no_filter() -> None:
    frame = pl.DataFrame(
        {"place": ["Oslo", "Oslo"], "actors": [["A"], []], "modality": "asserted", "certainty": ["certain", "inferred"]}
    )
    assert {key: facet["labels"] for key, facet in facets(frame).items()} == {
        "actor": ["A"],
        "certainty": ["certain", "inferred"],
    }


def test_unknown_lane_says_which_there_are() -> None:
    with pytest.raises(ValueError, match=r"no column 'planet'.*place, actor, source"):
        charts.chart(tunnel.tunnel(3), lane="planet")


def test_no_event_is_an_empty_chart() -> None:
    assert "<svg" in drawn(charts.chart(tunnel.tunnel(3).head(0)))


def test_kinds_follow_the_date_and_how_sure_it_is() -> None:
    rows = [
        (tunnel.event(1, 20000, 20001, "day"), "exact"),
        (tunnel.event(2, 20000, 20001, "about a day", certainty="approximate", edtf="2024-10-04~"), "approximate"),
        (tunnel.event(3, 20000, 20031, "month", grain="month", edtf="2024-10", certainty="approximate"), "imprecise"),
        (tunnel.event(4, 20000, 20010, "from to", edtf="2024-10-04/2024-10-13"), "period"),
        (tunnel.event(5, 20000, 20020, "days"), "period"),
        (
            tunnel.event(6, 20000, 20010, "early October", grain="month", certainty="approximate", edtf="2024-10~"),
            "approximate",
        ),
    ]
    frame = marks(pl.DataFrame([row for row, _ in rows], schema=tunnel.SCHEMA))
    assert frame["kind"].to_list() == [kind for _, kind in rows]
    assert set(frame["kind"]) <= set(KINDS)


@pytest.mark.parametrize("number", [*range(-1_000_000, 4_000_000, 99_991), -719_528, -719_162, 0, 2_932_896])
def test_civil_days_agree_with_the_calendar(number: int) -> None:
    assert tunnel.day(*civil(number)) == number


@pytest.mark.parametrize("room", [80, 120, 200])
def test_a_cut_label_fits_and_ends_at_a_word(room: int) -> None:
    text = "Auditors publish their second report on the cost of the crossing"
    short = cut(text, room)
    assert short is not None
    assert text_width(short) <= room
    assert text.startswith(short.rstrip("…"))
    assert text[len(short) - 1] == " "
