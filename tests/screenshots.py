"""Pictures of the page to be looked at: python tests/screenshots.py [PAGE.html] [FOLDER] writes FOLDER/screenshots/*.png."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent.parent))

from playwright.sync_api import Browser, sync_playwright

from tests import tunnel
from tests.conftest import BROWSER_ARGUMENTS, NO_BROWSER, browser_path
from timeline import charts
from timeline.page import page

READ = "document.querySelector('#table tbody button').click()"
CORRECT = f"{READ}; document.querySelector('#details .correct').open = true; document.querySelector('#details .correct').scrollIntoView()"
PRINT = "dispatchEvent(new Event('beforeprint'))"
# name, events or the real page (None), width, height, fragment, dark, script, whole page
PICTURES: list[tuple[str, int | None, int, int, str, bool, str, bool]] = [
    ("real", None, 1280, 900, "", False, "", True),
    ("real-details", None, 1440, 900, "", False, READ, False),
    ("15", 15, 1280, 900, "", False, "", True),
    ("200", 200, 1280, 900, "", False, "", True),
    ("200-wide", 200, 1920, 1080, "", False, "", False),
    ("20000", 20_000, 1280, 900, "", False, "", True),
    ("phone", 200, 360, 780, "", False, "", False),
    ("phone-details", 200, 360, 780, "", False, READ, False),
    ("dark", 200, 1280, 900, "", True, "", False),
    ("story", 200, 1280, 900, "#view=story", False, "", False),
    ("calendar", 200, 1280, 900, "#view=calendar", False, "", False),
    ("days", 20_000, 1280, 900, "#from=2026-03-01T00:00:00Z&to=2026-03-12T00:00:00Z", True, "", False),
    ("filtered", 200, 768, 1000, "#place=Kelderhaven&told=reported", False, "", False),
    ("phone-correction", 200, 360, 780, "", False, CORRECT, False),
    ("print", 60, 718, 1016, "", False, PRINT, True),
    *(
        (f"300-{width}{'-dark' if dark else ''}", 300, width, 900, "", dark, "", False)
        for width in (1440, 1024, 800, 390)
        for dark in (False, True)
    ),
    ("300-story", 300, 1440, 900, "#view=story", False, "", True),
    ("300-calendar", 300, 1440, 900, "#view=calendar", False, "", False),
    ("300-panel", 300, 1440, 900, "", False, READ, False),
    ("300-filters", 300, 390, 844, "", False, "document.getElementById('more').click()", False),
    ("300-nothing", 300, 1024, 800, "#q=tunell", False, "", False),
    ("real-story", None, 1440, 900, "#view=story", False, "", True),
    ("real-phone", None, 390, 844, "", False, "", False),
    ("ages", -1, 1280, 900, "", False, "", False),
]


def take(
    browser: Browser, address: str, to: Path, width: int, height: int, dark: bool, script: str, whole: bool
) -> None:
    context = browser.new_context(
        viewport={"width": width, "height": height}, offline=True, color_scheme="dark" if dark else "light"
    )
    tab = context.new_page()
    if script == PRINT:
        tab.emulate_media(media="print")
    tab.goto(address)
    tab.wait_for_selector("html[data-ready]", state="attached")
    if script:
        tab.evaluate(script)
    tab.wait_for_timeout(500)
    tab.screenshot(path=to, full_page=whole)
    context.close()


def main(real: Path, folder: Path) -> None:
    path = browser_path()
    if path is None:
        sys.exit(NO_BROWSER)
    shots, pages = folder / "screenshots", folder / "pages"
    for place in (shots, pages):
        place.mkdir(parents=True, exist_ok=True)
    written: dict[int | None, Path] = {None: real}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=BROWSER_ARGUMENTS)
        for name, size, width, height, fragment, dark, script, whole in PICTURES:
            if size is None and not real.exists():
                print(f"{name}: no {real}, left out")
                continue
            if size not in written:
                options: dict[str, Any] = {"title": "The Kelderhaven Tunnel"}
                written[size] = pages / f"{name}.html"
                events = tunnel.ages() if size == -1 else tunnel.tunnel(size or 0)
                written[size].write_text(page(events, **options), encoding="utf-8")
            to = shots / f"{name}.png"
            take(browser, written[size].resolve().as_uri() + fragment, to, width, height, dark, script, whole)
            print(to)
        browser.close()
    for name, options in {
        "still-40": {},
        "still-calendar": {"view": "calendar"},
        "still-dark": {"dark": True, "lane": "actor"},
    }.items():
        still = shots / f"{name}.png"
        still.write_bytes(
            charts.static(tunnel.tunnel(40), "png", title="The Kelderhaven Tunnel", subtitle="40 events", **options)
        )
        print(still)


if __name__ == "__main__":
    given = [Path(argument) for argument in sys.argv[1:]]
    main(given[0] if given else Path("build/timeline.html"), given[1] if len(given) > 1 else Path("build"))
