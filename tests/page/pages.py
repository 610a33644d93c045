"""Opens a timeline's page in a browser as a reader would: from disk, with the network off."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from timeline.page import page

if TYPE_CHECKING:
    import polars as pl
    from playwright.sync_api import Page

    from tests.conftest import Contained

Opener = Callable[..., "Page"]
WRITTEN: dict[tuple[object, ...], str] = {}


def written(events: pl.DataFrame, options: dict[str, Any]) -> str:
    """The page of these events; a page whose options are plain values is written once for all tests."""
    if not all(isinstance(option, str | bool | int | float | None) for option in options.values()):
        return page(events, **options)
    events.write_ipc(columns := io.BytesIO())
    key = (hashlib.sha256(columns.getvalue()).hexdigest(), *sorted(options.items()))
    if key not in WRITTEN:
        WRITTEN[key] = page(events, **options)
    return WRITTEN[key]


# A timer of the page itself: it comes due after those that the page set before, however slow the machine is.
SETTLED = """(milliseconds) => new Promise((done) =>
  setTimeout(() => requestAnimationFrame(() => requestAnimationFrame(done)), milliseconds))"""


def settle(tab: Page, milliseconds: int = 300) -> None:
    """Wait until the page has drawn what it was asked for: none of its own timers and transitions is over 160 ms."""
    tab.evaluate(SETTLED, milliseconds)


@pytest.fixture
def opened(contained: Contained, tmp_path: Path) -> Iterator[Opener]:
    """Opens a page; at the end nothing may have failed, been blocked, or been asked of the network."""
    wrong: list[str] = []

    def look(
        events: pl.DataFrame | str, fragment: str = "", width: int = 1280, height: int = 900, **options: Any
    ) -> Page:
        path = tmp_path / "timeline.html"
        path.write_text(events if isinstance(events, str) else written(events, options), encoding="utf-8")
        contained.context.set_offline(True)
        tab = contained.context.new_page()
        tab.set_viewport_size({"width": width, "height": height})
        tab.on("pageerror", lambda error: wrong.append(str(error)))
        tab.on("console", lambda message: wrong.append(message.text) if message.type in ("error", "warning") else None)
        tab.goto(path.as_uri() + fragment)
        tab.wait_for_selector("html[data-ready]", state="attached")
        return tab

    yield look
    assert wrong == []
    assert contained.refused == []
