"""How large the page is, how soon it shows and how smoothly it drags, beside vis-timeline and TimelineJS on the same events.

python -m tests.benchmarks.page [SIZE ...]    the neighbours come from npm: .venv/bin/npm ci --prefix tests/benchmarks
"""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from playwright.sync_api import Browser, Error, sync_playwright

from tests import tunnel
from tests.conftest import BROWSER_ARGUMENTS, NO_BROWSER, browser_path
from timeline.page import page, safe_json

if TYPE_CHECKING:
    import polars as pl

SIZES = (15, 200, 2_000, 20_000)
PACKAGES = Path(__file__).parent / "node_modules"
PATIENCE = 60_000
SHOWN = """(selector) => {
  const look = () => document.querySelector(selector)
    ? requestAnimationFrame(() => requestAnimationFrame(() => { window.shownAt = performance.now(); })) : requestAnimationFrame(look);
  look();
}"""
WATCH = """() => {
  window.frames_ = [];
  window.watching = true;
  let last = performance.now();
  const tick = (now) => { window.frames_.push(now - last); last = now; if (window.watching) requestAnimationFrame(tick); };
  requestAnimationFrame(tick);
}"""


class Peer(NamedTuple):
    """A page of the same events: how it is written, what shows that it is there, and where it is dragged."""

    name: str
    write: Callable[[pl.DataFrame], str]
    shown: str
    plot: str
    needs: tuple[Path, ...] = ()


def asset(path: Path) -> str:
    return path.read_text(encoding="utf-8").replace("</script", "<\\/script")


VIS = (
    PACKAGES / "vis-timeline/standalone/umd/vis-timeline-graph2d.min.js",
    PACKAGES / "vis-timeline/styles/vis-timeline-graph2d.min.css",
)
JS3 = (
    PACKAGES / "@knight-lab/timelinejs/dist/js/timeline.js",
    PACKAGES / "@knight-lab/timelinejs/dist/css/timeline.css",
)


def vis(events: pl.DataFrame) -> str:
    items = [
        {
            "id": row["event_id"],
            "content": row["title"],
            "group": row["place"] or "",
            "start": row["start"].isoformat() + "Z",
            "title": row["evidence"][0]["sentence"],
        }
        | ({"end": row["end"].isoformat() + "Z"} if row["end_day"] - row["start_day"] > 1 else {"type": "point"})
        for row in events.iter_rows(named=True)
    ]
    groups = [{"id": name, "content": name} for name in sorted({item["group"] for item in items})]
    return (
        f"<!doctype html><meta charset=utf-8><style>{asset(VIS[1])}</style><div id=plot></div><script>{asset(VIS[0])}</script>"
        f"<script>new vis.Timeline(document.getElementById('plot'), new vis.DataSet({safe_json(items)}), "
        f"new vis.DataSet({safe_json(groups)}), {{height: '700px'}});</script>"
    )


def timelinejs(events: pl.DataFrame) -> str:
    def day(number: Any) -> dict[str, int]:
        return {"year": number.year, "month": number.month, "day": number.day}

    told = [
        {
            "start_date": day(row["start"]),
            "group": row["place"] or "",
            "text": {"headline": row["title"], "text": row["evidence"][0]["sentence"]},
        }
        | ({"end_date": day(row["end"])} if row["end_day"] - row["start_day"] > 1 else {})
        for row in events.iter_rows(named=True)
    ]
    return (
        f"<!doctype html><meta charset=utf-8><style>{asset(JS3[1])}</style><div id=plot style='width:100%;height:700px'></div>"
        f"<script>{asset(JS3[0])}</script><script>new TL.Timeline('plot', {safe_json({'events': told})}, "
        f"{json.dumps({'font': None, 'ga_measurement_id': None, 'script_path': ''})});</script>"
    )


PEERS = (
    Peer("timeline", lambda events: page(events, title="The Kelderhaven Tunnel"), "html[data-ready]", "#detail-view"),
    Peer("vis-timeline", vis, ".vis-item", ".vis-panel.vis-center", VIS),
    Peer("TimelineJS", timelinejs, ".tl-timemarker", ".tl-timenav-slider-background", JS3),
)


def measure(browser: Browser, peer: Peer, path: Path) -> tuple[float, float]:
    """Milliseconds from the start of loading until the events are painted, and the longest frame of a drag."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    context.route(
        "**/*",
        lambda route: route.continue_() if route.request.url.startswith(("file:", "data:", "blob:")) else route.abort(),
    )
    tab = context.new_page()
    tab.set_default_timeout(PATIENCE)
    try:
        tab.add_init_script(f"({SHOWN})({json.dumps(peer.shown)})")
        tab.goto(path.as_uri() + "#top=all", wait_until="commit")
        while tab.evaluate("window.shownAt === undefined"):
            tab.wait_for_timeout(50)
        shown = float(tab.evaluate("window.shownAt"))
        tab.wait_for_timeout(2_000)
        box = tab.locator(peer.plot).first.bounding_box()
        if box is None:
            return shown, float("nan")
        x, y = box["x"] + box["width"] * 0.6, min(box["y"] + box["height"] * 0.4, 780.0)
        tab.mouse.move(max(300.0, min(x, 1000.0)), y)
        tab.mouse.down()
        tab.evaluate(WATCH)
        for step in range(60):
            tab.mouse.move(max(300.0, min(x, 1000.0)) - step * 5, y)
        frames = tab.evaluate("(window.watching = false, window.frames_)")
        tab.mouse.up()
        return shown, float(max(frames[1:], default=float("nan")))
    finally:
        context.close()


def main(sizes: list[int]) -> None:
    path = browser_path()
    if path is None:
        sys.exit(NO_BROWSER)
    print(f"{'events':>7}  {'page':<13} {'size MB':>8} {'painted ms':>11} {'worst frame ms':>15}")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        for size in sizes:
            events = tunnel.tunnel(size)
            for peer in PEERS:
                if not all(file.exists() for file in peer.needs):
                    print(f"{size:>7,}  {peer.name:<13} not installed: .venv/bin/npm ci --prefix tests/benchmarks")
                    continue
                file = Path(folder) / f"{peer.name}.html"
                file.write_text(peer.write(events), encoding="utf-8")
                row = f"{size:>7,}  {peer.name:<13} {file.stat().st_size / 1e6:>8.2f}"
                browser = playwright.chromium.launch(executable_path=path, args=BROWSER_ARGUMENTS)
                try:
                    shown, worst = measure(browser, peer, file)
                    print(f"{row} {shown:>11,.0f} {worst:>15,.0f}", flush=True)
                except Error as error:
                    print(f"{row}  gave up: {str(error).splitlines()[0]}", flush=True)
                finally:
                    browser.close()


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or list(SIZES))
