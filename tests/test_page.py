"""The page in a real browser, opened from disk with the network off."""

from __future__ import annotations

import polars as pl
import pytest
from playwright.sync_api import expect

from tests import tunnel
from tests.pages import Opener, opened  # noqa: F401

pytestmark = pytest.mark.browser


def test_every_event_is_listed_and_drawn(opened: Opener) -> None:  # noqa: F811
    events = tunnel.tunnel(15)
    tab = opened(events)
    assert tab.locator("#list li").count() == 15
    assert tab.evaluate("document.querySelectorAll('#detail-view svg g.mark-rect path').length") > 15
    assert tab.locator("#table tbody tr").count() == 15


def test_search_and_filter_change_what_is_seen(opened: Opener) -> None:  # noqa: F811
    events = tunnel.tunnel(200)
    tab = opened(events)
    tab.fill("#q", "strike ends")
    expected = events.filter(pl.col("title").str.contains("Strike ends")).height
    assert 0 < expected < 200
    expect(tab.locator("#list li")).to_have_count(expected)
    expect(tab.locator("#table-count")).to_have_text(f"{expected} events in view")
    tab.fill("#q", "")
    tab.select_option("#source", "Brannick Review")
    told = events.filter(pl.col("evidence").list.eval(pl.element().struct.field("source")).list.contains("Brannick Review")).height
    expect(tab.locator("#list li")).to_have_count(told)
    assert 0 < told < 200


def test_a_click_reaches_the_source(opened: Opener) -> None:  # noqa: F811
    events = tunnel.tunnel(15)
    tab = opened(events)
    tab.locator("#table tbody button").first.click()
    first = events.row(0, named=True)["evidence"][0]
    assert tab.inner_text("#details mark") == first["date_text"]
    assert first["why"] in tab.inner_text("#details")
    tab.keyboard.press("Escape")
    assert tab.is_hidden("#details")


def test_hostile_text_is_shown_as_text_and_never_runs(opened: Opener) -> None:  # noqa: F811
    tab = opened(tunnel.hostile(), title=tunnel.HOSTILE[0], subtitle=tunnel.HOSTILE[1])
    assert tab.inner_text("h1") == tunnel.HOSTILE[0]
    for row in range(len(tunnel.HOSTILE)):
        tab.locator("#table tbody button").nth(row).click()
        assert tab.locator("#details a").count() == 0
        assert tab.locator("#details script, #details img, #details svg").count() == 0
    assert tab.title() == tunnel.HOSTILE[0]
