"""The players that newsrooms embed open what we write for them: TimelineJS and vis-timeline, as npm has them.

`make test` fetches them once; `.venv/bin/npm ci --prefix tests/benchmarks` does it again.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.benchmarks.page import JS3, VIS, asset
from tests.fabricated import EVENTS, HOSTILE, timeline
from timeline import build_timeline
from timeline.page import safe_json

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

    from tests.conftest import Contained
    from timeline.timeline import Timeline

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(
        not all(path.exists() for path in (*JS3, *VIS)),
        reason="TimelineJS and vis-timeline are not here: .venv/bin/npm ci --prefix tests/benchmarks",
    ),
]
PATIENCE = 60_000


@pytest.fixture(params=["made by hand", "sample"])
def line(request: pytest.FixtureRequest, sample: Path) -> Timeline:
    return timeline() if request.param == "made by hand" else build_timeline(sample, title="Autumn 2015")


def opened(contained: Contained, tmp_path: Path, style: Path, library: Path, start: str) -> tuple[Page, list[str]]:
    complaints: list[str] = []
    page = contained.context.new_page()
    page.on("pageerror", lambda error: complaints.append(str(error)))
    (tmp_path / "player.html").write_text(
        f"<!doctype html><meta charset=utf-8><title>player</title><style>{asset(style)}</style>"
        f"<div id=plot style='width:100%;height:700px'></div><script>{asset(library)}</script><script>{start}</script>"
    )
    page.goto((tmp_path / "player.html").as_uri())
    return page, complaints


def test_timelinejs_shows_every_slide(line: Timeline, contained: Contained, tmp_path: Path) -> None:
    story = json.loads(line.save(tmp_path / "line.timelinejs.json").path.read_text("utf-8"))
    options = safe_json({"font": None, "ga_measurement_id": None, "script_path": ""})
    start = f"window.player = new TL.Timeline('plot', {safe_json(story)}, {options})"
    page, complaints = opened(contained, tmp_path, JS3[1], JS3[0], start)
    page.locator(".tl-timemarker").nth(len(line) - 1).wait_for(state="attached", timeout=PATIENCE)
    assert page.locator(".tl-message").all_inner_texts() == []
    assert page.locator(".tl-timemarker").count() == len(line)
    assert page.locator(".tl-slide").count() == len(line) + 1  # and the title
    dates = page.locator(".tl-slide .tl-headline-date").all_text_contents()
    assert dates[1:] == [slide["display_date"] for slide in story["events"]]
    for event in story["events"]:
        page.evaluate("id => window.player.goToId(id)", event["unique_id"])
        page.locator(f"[id='{event['unique_id']}']").wait_for(state="visible", timeout=PATIENCE)
    assert (page.title(), complaints, contained.refused) == ("player", [], [])


def test_vis_timeline_shows_every_item(line: Timeline, contained: Contained, tmp_path: Path) -> None:
    items = json.loads(line.save(tmp_path / "line.vis.json").path.read_text("utf-8"))
    start = f"new vis.Timeline(document.getElementById('plot'), new vis.DataSet({safe_json(items)}), {{}})"
    page, complaints = opened(contained, tmp_path, VIS[1], VIS[0], start)
    page.locator(".vis-item.vis-box, .vis-item.vis-range").first.wait_for(state="attached", timeout=PATIENCE)
    page.wait_for_timeout(500)
    shown = page.locator(".vis-item.vis-box, .vis-item.vis-range").all_inner_texts()
    assert len(shown) == len(line)
    assert (page.title(), complaints, contained.refused) == ("player", [], [])
    if len(line) == len(EVENTS):
        assert HOSTILE in shown
