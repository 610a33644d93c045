"""Opens a timeline's page in a browser as a reader would: from disk, with the network off."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from timeline.page import page

if TYPE_CHECKING:
    import polars as pl
    from playwright.sync_api import Page

    from tests.conftest import Contained

Opener = Callable[..., "Page"]


@pytest.fixture
def opened(contained: Contained, tmp_path: Path) -> Iterator[Opener]:
    """Opens a page; at the end nothing may have failed, been blocked, or been asked of the network."""
    wrong: list[str] = []

    def look(
        events: pl.DataFrame | str, fragment: str = "", width: int = 1280, height: int = 900, **options: object
    ) -> Page:
        path = tmp_path / "timeline.html"
        written = events if isinstance(events, str) else page(events, **options)  # type: ignore[arg-type]
        path.write_text(written, encoding="utf-8")
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
