"""A few events far from all others stretch no picture: it opens where most are, says the others, and leads to them."""

# ruff: noqa: F811 - pytest finds a fixture by the name it was imported under

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl
import pytest
from playwright.sync_api import expect

from tests import tunnel
from tests.page.pages import opened, settle  # noqa: F401

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.page.pages import Opener

pytestmark = pytest.mark.browser
OLD = tunnel.event(9001, tunnel.day(1066, 10, 14), tunnel.day(1066, 10, 15), "Raiders burn the fort")
NEW = tunnel.event(9002, tunnel.day(3000), tunnel.day(3001), "The dam is expected to fail", grain="year")


def with_far(*far: dict[str, object], size: int = 60) -> pl.DataFrame:
    rows = [*tunnel.tunnel(size).rows(named=True), *far]
    return pl.DataFrame(sorted(rows, key=lambda row: row["start_day"]), schema=tunnel.SCHEMA)  # type: ignore[arg-type, return-value]


def window(tab: Page) -> str:
    return tab.inner_text("#window")


def titled(tab: Page) -> set[str]:
    return set(tab.locator("#table tbody th").all_inner_texts())


@pytest.mark.parametrize("far", [[OLD], [NEW], [OLD, NEW]])
def test_the_page_opens_where_most_of_the_weight_lies(opened: Opener, far: list[dict[str, object]]) -> None:
    tab = opened(with_far(*far))
    years = tab.locator("#strip-view svg text").all_text_contents()
    assert years
    assert all(2020 < int(year) < 2040 for year in years), "the strip is not stretched either"
    told = tab.locator("#far button").all_inner_texts()
    assert any("(1066" in words for words in told) == (OLD in far)
    assert any("3000)" in words for words in told) == (NEW in far)


def test_what_lies_far_is_reached_and_left_again(opened: Opener) -> None:
    tab = opened(with_far(OLD, NEW))
    home = window(tab)
    tab.locator("#far button", has_text="earlier").click()
    expect(tab.locator("#table tbody th").first).to_have_text("Raiders burn the fort")
    many = int(tab.inner_text("#table-count").split()[0])
    assert tab.locator("#far button", has_text="earlier").count() == 0
    settle(tab)
    assert 1 <= many < 31, "it shows those, and not everything"
    tab.locator("#far button", has_text="Back to").click()
    expect(tab.locator("#window")).to_have_text(home)
    tab.locator("[data-move=fit]").click()
    expect(tab.locator("#table-count")).to_have_text("62 events in view")
    assert tab.locator("#far button", has_text="Back to").count() == 1
    again = opened(with_far(OLD, NEW), fragment="#" + tab.url.split("#")[1])
    expect(again.locator("#table-count")).to_have_text("62 events in view")


def test_the_keyboard_the_search_and_the_address_reach_what_lies_far(opened: Opener) -> None:
    tab = opened(with_far(OLD))
    tab.locator("#list button").first.focus()
    expect(tab.locator("#window")).to_contain_text("106")
    expect(tab.locator("#detail-view g.labels_marks text", has_text="Raiders burn")).to_have_count(1)
    tab = opened(with_far(OLD), fragment="#event=e09001")
    expect(tab.locator("#details h2")).to_have_text("Raiders burn the fort")
    expect(tab.locator("#detail-view g.labels_marks text", has_text="Raiders burn")).to_have_count(1)
    tab = opened(with_far(OLD), fragment="#q=burn")
    expect(tab.locator("#far button")).to_have_text("← 1 earlier (1066)")
    tab.locator("#empty").get_by_role("button", name="Go there").click()
    expect(tab.locator("#table tbody th")).to_have_text("Raiders burn the fort")
    tab = opened(with_far(OLD), fragment="#q=strike")
    expect(tab.locator("#far button", has_text="1066")).to_have_count(0)


def test_the_background_of_a_story_lies_far_where_months_could_not_be_told_apart(opened: Opener) -> None:
    core = [tunnel.event(n, 17_900 + 5 * n, 17_901 + 5 * n, f"Event {n}") for n in range(18)]
    days = [tunnel.day(year, 2, 16) for year in (1150, 1362, 1634, 1962, 1987)]
    old = [tunnel.event(100 + n, day, day + 1, f"Flood {n}") for n, day in enumerate(days)]
    tab = opened(pl.DataFrame([*old, *core], schema=tunnel.SCHEMA))
    expect(tab.locator("#far button")).to_have_text("← 5 earlier (1150 – 1987)")


def test_paper_tells_what_lies_far_too(opened: Opener) -> None:
    tab = opened(with_far(OLD))
    tab.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert tab.locator("#table tbody tr").count() == 20
    assert tab.inner_text("#table-count").startswith("The 20 of most weight among 61 events, ")
    assert "outside the picture" in tab.inner_text("#table-count")


def test_time_that_is_long_throughout_is_shown_whole(opened: Opener) -> None:
    tab = opened(tunnel.ages())
    expect(tab.locator("#table-count")).to_have_text("7 events in view")
    few = opened(pl.DataFrame([OLD, NEW, tunnel.event(1, 20000, 20001, "Talks")], schema=tunnel.SCHEMA))
    expect(few.locator("#table-count")).to_have_text("3 events in view")
    assert few.locator("#far button").count() == 0
