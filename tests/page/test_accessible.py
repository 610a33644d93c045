"""The page for keyboards and screen readers: axe-core finds nothing, and every event is reached without a mouse."""

# ruff: noqa: F811 - pytest finds a fixture by the name it was imported under

from __future__ import annotations

from importlib.resources import files
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests import tunnel
from tests.page.pages import opened, settle  # noqa: F401

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.page.pages import Opener

AXE = files("axe_playwright_python") / "axe.min.js"  # axe-core as npm has it, in a wheel, so that it is always there
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
pytestmark = pytest.mark.browser


def violations(tab: Page) -> list[str]:
    settle(tab)  # axe measures colours: let the panel finish coming in
    tab.evaluate(AXE.read_text(encoding="utf-8"))
    found = tab.evaluate("(values) => axe.run(document, {runOnly: {type: 'tag', values}})", RULES)
    return [
        f"{problem['id']}: {node['html'][:160]} ({node['failureSummary'][:300]})"
        for problem in found["violations"]
        for node in problem["nodes"]
    ]


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("view", ["timeline", "story", "calendar"])
def test_axe_finds_nothing(opened: Opener, view: str, theme: str) -> None:
    tab = opened(tunnel.tunnel(60), view=view)
    if theme == "dark":
        tab.locator("#theme").click()
    assert violations(tab) == []


@pytest.mark.parametrize("width", [360, 1280])
def test_axe_finds_nothing_in_the_details(opened: Opener, width: int) -> None:
    events = tunnel.tunnel(60)
    disputed = next(row for row in events.iter_rows(named=True) if row["conflicts"])
    tab = opened(events, fragment=f"#event={disputed['event_id']}", width=width)
    expect(tab.locator("#details .conflicts")).to_contain_text(disputed["conflicts"][0])
    assert violations(tab) == []
    tab.locator("#theme").click(force=True) if width > 400 else None
    assert violations(tab) == []


@pytest.mark.parametrize("width", [360, 1280])
def test_axe_finds_nothing_in_filters_and_corrections(opened: Opener, width: int) -> None:
    events = tunnel.tunnel(60)
    tab = opened(events, fragment=f"#place=Kelderhaven&event={events['event_id'][3]}", width=width)
    tab.evaluate("document.getElementById('more').click()")
    tab.locator("#details details.correct summary").click()
    tab.locator("#details .correct button[value=add]").click()
    assert violations(tab) == []
    tab.fill("#details .correct [name=date]", "2026-02")
    tab.locator("#details .correct button[value=add]").click()
    expect(tab.locator("#corrections li")).to_have_count(1)
    assert violations(tab) == []


def test_the_keyboard_walks_reads_and_leaves(opened: Opener) -> None:
    events = tunnel.tunnel(15)
    tab = opened(events)
    tab.locator("[data-move=busy]").focus()
    tab.keyboard.press("Tab")
    walked = []
    for _ in range(15):
        walked.append(tab.evaluate("document.activeElement.textContent"))
        tab.keyboard.press("ArrowRight")
    for said, title in zip(walked, events["title"], strict=True):
        assert title in said
    tab.keyboard.press("Home")
    tab.keyboard.press("ArrowRight")
    tab.keyboard.press("Enter")
    expect(tab.locator("#details h2")).to_have_text(events["title"][1])
    assert tab.evaluate("document.getElementById('details').contains(document.activeElement)")
    tab.keyboard.press("Escape")
    expect(tab.locator("#details")).to_be_hidden()
    assert events["title"][1] in tab.evaluate("document.activeElement.textContent")


def test_keys_zoom_and_fit(opened: Opener) -> None:
    tab = opened(tunnel.tunnel(60))
    whole = tab.inner_text("#window")
    tab.locator("#list button").first.focus()
    tab.keyboard.press("+")
    expect(tab.locator("#window")).not_to_have_text(whole)
    tab.keyboard.press("0")
    expect(tab.locator("#window")).to_have_text(whole)


def test_the_ends_of_the_window_are_sliders(opened: Opener) -> None:
    tab = opened(tunnel.tunnel(60))
    end = tab.get_by_role("slider", name="End of the window")
    before = end.get_attribute("aria-valuetext")
    end.focus()
    for _ in range(3):
        tab.keyboard.press("ArrowLeft")
    expect(end).not_to_have_attribute("aria-valuetext", before or "")


@pytest.mark.parametrize("size", [200, 2_000])
def test_every_event_is_an_item_for_a_reader(opened: Opener, size: int) -> None:
    tab = opened(tunnel.tunnel(size), fragment="#top=all")
    expect(tab.locator("#list > li")).to_have_count(size)
    assert tab.locator("#list").get_attribute("aria-label")
