"""The search of the page: words, words in quotation marks, and words that leave out."""

# ruff: noqa: F811 - pytest finds a fixture by the name it was imported under

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl
import pytest
from playwright.sync_api import expect

from tests import tunnel
from tests.page.pages import opened  # noqa: F401

if TYPE_CHECKING:
    from tests.page.pages import Opener

pytestmark = pytest.mark.browser
TITLES = [
    "The northern state praises the island’s wall",  # 0
    "Island state bans the ferry",  # 1
    "Ferry owners sue the island statehouse",  # 2
    "A wall falls at Kelderhaven",  # 3
    "Kelderhaven sends a ferry to the ISLAND\u00a0STATE",  # 4
]
EVENTS = pl.DataFrame(
    [tunnel.event(n, 20000 + n, 20001 + n, title, evidence=[]) for n, title in enumerate(TITLES)], schema=tunnel.SCHEMA
)


@pytest.mark.parametrize(
    ("q", "found"),
    [
        ("island state", [0, 1, 2, 4]),
        ('"island state"', [1, 4]),
        ("“Island State”", [1, 4]),
        ("«island state»", [1, 4]),
        ('"island state', [1, 2, 4]),
        ('"sland state"', []),
        ('"and', []),
        ("island -ferry", [0]),
        ("-ferry", [0, 3]),
        ("−ferry -wall", []),
        ('-"island state"', [0, 2, 3]),
        ('ferry -"island state" -"island', []),
        ('kelderhaven "a wall"', [3]),
        ("island's", [0]),
        ("kelder-haven", []),
        ("- ferry", [1, 2, 4]),
        ('"" ferry "', [1, 2, 4]),
        ("", [0, 1, 2, 3, 4]),
    ],
)
def test_what_a_search_finds(opened: Opener, q: str, found: list[int]) -> None:
    tab = opened(EVENTS, fragment="")
    tab.fill("#q", q)
    tab.wait_for_function("(q) => (new URLSearchParams(location.hash.slice(1)).get('q') || '') === q", arg=q)
    listed = tab.locator("#list [data-i]").evaluate_all("all => all.map((one) => Number(one.dataset.i))")
    assert listed == found


@pytest.mark.parametrize(("q", "number"), [('"island state"', 2), ("island -ferry", 1)])
def test_picture_table_story_calendar_and_address_follow_the_search(opened: Opener, q: str, number: int) -> None:
    tab = opened(EVENTS)
    tab.fill("#q", q)
    expect(tab.locator("#table tbody tr")).to_have_count(number)
    expect(tab.locator("#detail-view g.marks_marks path")).to_have_count(number)
    again = opened(EVENTS, fragment="#" + tab.url.split("#")[1])
    assert again.input_value("#q") == q
    expect(again.locator("#table tbody tr")).to_have_count(number)
    again.locator("button[data-view=story]").click()
    expect(again.locator("#story .telling")).to_have_count(number)
    again.locator("button[data-view=calendar]").click()
    expect(again.locator("#calendar button.day")).to_have_count(number)


@pytest.mark.parametrize(("width", "hint"), [(1280, ".hint.mouse"), (390, ".hint.touch")])
def test_the_page_says_how_to_search(opened: Opener, width: int, hint: str) -> None:
    tab = opened(EVENTS, width=width)
    assert tab.get_attribute("#q", "placeholder") == 'word, "exact words", -without'
    expect(tab.locator(hint)).to_contain_text('Search: "exact words", -without')
    room, needed = tab.locator("#q").evaluate(
        """(q) => {
            const canvas = document.createElement("canvas").getContext("2d");
            canvas.font = getComputedStyle(q).font;
            return [q.clientWidth - 24, canvas.measureText(q.placeholder).width];
        }"""
    )
    assert needed < room
