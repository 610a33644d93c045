"""Labels as they are drawn: none over another, none out of the plot, at any zoom, width and number of events."""

# ruff: noqa: F811 - pytest finds a fixture by the name it was imported under

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from tests import tunnel
from tests.page.pages import opened, settle  # noqa: F401
from timeline.page import page

if TYPE_CHECKING:
    import polars as pl
    from playwright.sync_api import Page

    from tests.page.pages import Opener

pytestmark = pytest.mark.browser
Box = dict[str, float]
BOXES = """(names) => names.flatMap((name) => [...document.querySelectorAll(`#detail-view g.${name}_marks text, #detail-view g.${name}_marks path`)]
  .map((node) => [node.getBoundingClientRect(), node.textContent]).filter(([box]) => box.width > 0)
  .map(([{left, right, top, bottom}, text]) => ({left, right, top, bottom, text})))"""


def boxes(tab: Page, *names: str) -> list[Box]:
    found: list[Box] = tab.evaluate(BOXES, list(names))
    return found


def overlapping(these: list[Box], air: float = 0.5) -> list[tuple[Box, Box]]:
    """Pairs of boxes that cover each other by more than `air` pixels both ways."""
    rows = sorted(these, key=lambda box: box["top"])
    return [
        (one, other)
        for at, one in enumerate(rows)
        for other in rows[at + 1 :]
        if other["top"] < one["bottom"] - air
        and one["left"] + air < other["right"]
        and other["left"] + air < one["right"]
    ]


@pytest.fixture(scope="module")
def frames() -> dict[int, pl.DataFrame]:
    return {size: tunnel.tunnel(size) for size in (15, 200, 20_000)}


@pytest.fixture(scope="module")
def pages(frames: dict[int, pl.DataFrame]) -> dict[int, str]:
    return {size: page(frame) for size, frame in frames.items()}


@pytest.mark.parametrize("size", [15, 200, 20_000])
@pytest.mark.parametrize("width", [360, 900, 1600])
def test_no_label_over_another_or_out_of_the_plot(opened: Opener, pages: dict[int, str], size: int, width: int) -> None:
    tab = opened(pages[size], width=width, fragment="#top=all")
    for zoom in (0, 2, 4, 8):
        for _ in range(zoom):
            tab.locator("[data-move=in]").click()
        settle(tab)
        plot = tab.locator("#detail-view").bounding_box()
        assert plot is not None
        labels, marks = boxes(tab, "labels"), boxes(tab, "marks")
        everything = [*labels, *boxes(tab, "ticks_center_normal", "ticks_left_bold", "lanes_left", "lanes_right")]
        assert overlapping(everything) == []
        for box in everything:
            assert plot["x"] - 0.5 <= box["left"] <= box["right"] <= plot["x"] + plot["width"] + 0.5, (zoom, str(box))
        for label in labels:
            covered = [mark for mark in marks if overlapping([label, mark])]
            assert all(mark["left"] <= label["left"] and label["right"] <= mark["right"] for mark in covered), label
        if zoom == 0:
            assert labels


def test_rows_repack_so_that_no_row_is_empty(opened: Opener, pages: dict[int, str]) -> None:
    tab = opened(pages[200])
    tab.locator("[data-move=busy]").click()
    for _ in range(3):
        tab.locator("[data-move=in]").click()
    settle(tab)
    middles = sorted({round((box["top"] + box["bottom"]) / 2) for box in boxes(tab, "marks")})
    assert middles
    assert max([b - a for a, b in pairwise(middles)], default=0) < 26 + 2 * 7 + 30 + 20


def test_the_important_ones_win_the_room(
    opened: Opener, frames: dict[int, pl.DataFrame], pages: dict[int, str]
) -> None:
    tab = opened(pages[20_000], fragment="#top=all")
    shown = {str(box["text"]).removesuffix("…") for box in boxes(tab, "labels")}
    best = frames[20_000].sort("score", descending=True).head(7)["title"]
    assert sum(any(title.startswith(label) for label in shown) for title in best) >= 5
