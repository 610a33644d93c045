"""The first five minutes: what stands out, what is shown of a big pile, where keys and searches lead, how it is known."""

# ruff: noqa: F811 - pytest finds a fixture by the name it was imported under

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import polars as pl
import pytest
from playwright.sync_api import expect

from tests import tunnel
from tests.page.pages import opened, settle  # noqa: F401
from timeline.page import page

if TYPE_CHECKING:
    from tests.page.pages import Opener

pytestmark = pytest.mark.browser
LEADS = "#detail-view g.labels_marks text[font-weight=bold]"


def weighed(size: int) -> pl.DataFrame:
    """As many events, one a day, the last ones of most weight."""
    rows = [
        tunnel.event(
            n, 20_000 + n, 20_001 + n, f"Shift {n} ends", score=float(n), place=["Brannick", "Lindgate"][n % 2]
        )
        for n in range(size)
    ]
    return pl.DataFrame(rows, schema=tunnel.SCHEMA)


def test_a_big_pile_opens_with_its_weightiest_events_and_the_reader_chooses_how_many(opened: Opener) -> None:
    tab = opened(weighed(300))
    expect(tab.locator("#hits")).to_have_text("300 events, top 100 shown")
    for number in (20, 50):
        tab.select_option("#top", str(number))
        expect(tab.locator("#list li")).to_have_count(number)
        expect(tab.locator("#hits")).to_have_text(f"300 events, top {number} shown")
    again = opened(weighed(300), fragment="#" + tab.url.split("#")[1])
    assert again.input_value("#top") == "50"
    assert again.locator("#list li").count() == 50
    again.locator("button[data-view=story]").click()
    expect(again.locator("#story .telling")).to_have_count(50)
    again.select_option("#top", "0")
    expect(again.locator("#hits")).to_have_text("300 events")


@pytest.mark.parametrize("width", [390, 800, 1024, 1440])
def test_a_few_events_stand_out_with_their_date(opened: Opener, width: int) -> None:
    tab = opened(weighed(40), width=width)
    shown = tab.locator(LEADS).all_text_contents()
    assert 3 <= len(shown) <= 10
    assert all(int(label.split()[1]) >= 40 - len(shown) for label in shown)
    assert tab.evaluate("document.documentElement.scrollWidth") <= width


def test_events_of_one_weight_do_not_stand_out(opened: Opener) -> None:
    tab = opened(weighed(20).with_columns(score=1.0))
    assert tab.locator(LEADS).count() == 0


def test_tab_enters_at_the_first_event_in_sight_and_moves_nothing(opened: Opener) -> None:
    tab = opened(weighed(40), fragment="#from=2024-10-20&to=2024-10-30")
    before = tab.inner_text("#window")
    tab.locator("[data-move=busy]").focus()
    tab.keyboard.press("Tab")
    assert "Shift 16 ends" in tab.evaluate("document.activeElement.textContent")
    settle(tab)
    assert tab.inner_text("#window") == before


def test_a_zoom_aims_at_events(opened: Opener) -> None:
    rows = [tunnel.event(n, 10_000 + (n > 0) * 9_000 + n, 10_001 + (n > 0) * 9_000 + n, f"Event {n}") for n in range(9)]
    tab = opened(pl.DataFrame(rows, schema=tunnel.SCHEMA))
    tab.locator("[data-move=fit]").click()
    for _ in range(8):
        tab.locator("[data-move=in]").click()
        settle(tab)
        expect(tab.locator("#empty")).to_be_hidden()


def test_an_address_tells_a_window_in_days(opened: Opener) -> None:
    tab = opened(weighed(40))
    tab.locator("[data-move=on]").click()
    settle(tab)
    told = tab.url.split("#")[1]
    assert "T" not in told.replace("to=", "")
    window = tab.inner_text("#window")
    assert opened(weighed(40), fragment=f"#{told}").inner_text("#window") == window


def test_a_search_without_hits_offers_what_is_near(opened: Opener) -> None:
    tab = opened(weighed(40))
    tab.fill("#q", "brannik")
    expect(tab.locator("#empty")).to_contain_text("Nothing holds “brannik”")
    expect(tab.locator("#hits")).to_have_text("0 events")
    tab.locator("#near button", has_text="brannick").click()
    expect(tab.locator("#hits")).to_have_text("20 events")


def test_the_panel_shows_three_sentences_the_best_first_and_folds_the_others(opened: Opener) -> None:
    told = [
        tunnel.evidence(
            n, f"Talk number {n} was hard", "that month", f"/home/ada/leak/paper-{n}.txt", date(2031, 3, 1 + n)
        )
        for n in range(6)
    ]
    told.append(tunnel.evidence(6, "The drill head broke", "on that day", "/home/ada/leak/wire.txt"))
    told.append(told[-1] | {"article_id": "a7", "source": "/home/ada/leak/copy.txt"})
    event = tunnel.event(1, 20_000, 20_001, "The drill head broke", evidence=told)
    articles = pl.DataFrame({"article_id": ["a00006"], "title": ["A night below ground"], "site": ["Tunnel Wire"]})
    text = page(pl.DataFrame([event], schema=tunnel.SCHEMA), articles=articles)
    assert "/home/ada" not in text, "no path of the machine"
    tab = opened(text, fragment="#event=e00001")
    shown = tab.locator("#details > .evidence > li")
    assert shown.count() == 3
    first = shown.first.inner_text()
    assert first.startswith("The drill head broke")
    assert "“A night below ground”, Tunnel Wire, 1 March 2031" in first
    assert "The same words: copy.txt" in first
    expect(tab.locator("#details details.more summary")).to_have_text("4 more")
    tab.locator("#details details.more summary").click()
    expect(tab.locator("#details details.more blockquote")).to_have_count(4)


def test_what_is_of_the_same_time_stands_apart(opened: Opener) -> None:
    told = [tunnel.evidence(n, f"Sentence {n}", "on that day", f"paper-{n}.txt") for n in range(2)]
    roles = [sentence | {"role": role} for sentence, role in zip(told, ("of the same time", "tells"), strict=True)]
    frame = pl.DataFrame(
        {"event_id": ["e1"], "title": ["Talks"], "start_day": [20_000], "end_day": [20_001], "evidence": [roles]}
    )
    tab = opened(frame, fragment="#event=e1")
    assert tab.locator("#details > .evidence > li").count() == 1
    assert "Sentence 1" in tab.inner_text("#details > .evidence")
    expect(tab.locator("#details details.aside summary")).to_have_text("Of the same time: 1")


def test_the_calendar_colours_days_and_hatches_what_is_vague(opened: Opener) -> None:
    rows = [
        tunnel.event(1, tunnel.day(2026, 3, 3), tunnel.day(2026, 3, 4), "A day"),
        tunnel.event(2, tunnel.day(2026, 5), tunnel.day(2026, 6), "A month", grain="month", edtf="2026-05"),
        tunnel.event(3, tunnel.day(2024), tunnel.day(2025), "A year", grain="year", edtf="2024"),
    ]
    tab = opened(pl.DataFrame(rows, schema=tunnel.SCHEMA), view="calendar")
    assert tab.locator("#calendar h2").first.inner_text().startswith("2026")
    assert tab.locator("#calendar button.day").count() == 1
    assert tab.locator("#calendar .month .vague").count() == 31
