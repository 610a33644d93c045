"""Filters beside the search: place, actor, source, how an event is told, how sure its date is, a column of the user's."""

# ruff: noqa: F811 - pytest finds a fixture by the name it was imported under

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl
import pytest
from playwright.sync_api import expect

from tests import tunnel
from tests.page.pages import opened  # noqa: F401
from timeline.page.spec import facets

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.page.pages import Opener

pytestmark = pytest.mark.browser
EVENTS = tunnel.tunnel(200).with_columns(
    certainty=pl.Series([["certain", "inferred"][at % 2] for at in range(200)]), mood=pl.Series(["calm", None] * 100)
)


def seen(tab: Page) -> list[str]:
    """The events that the picture shows, by their ids."""
    ids: list[str] = tab.evaluate("[...document.querySelectorAll('#list [data-i]')].map((node) => node.textContent)")
    return ids


@pytest.mark.parametrize(
    ("facet", "label", "wanted"),
    [
        ("place", "Brannick", pl.col("place") == "Brannick"),
        ("actor", "Judge Piet Roos", pl.col("actors").list.contains("Judge Piet Roos")),
        ("told", "denied", pl.col("modality") == "denied"),
        ("certainty", "inferred", pl.col("certainty") == "inferred"),
        ("mood", "calm", pl.col("mood") == "calm"),
    ],
)
def test_a_filter_acts_on_chart_table_and_address(opened: Opener, facet: str, label: str, wanted: pl.Expr) -> None:
    tab = opened(EVENTS, lane="mood" if facet == "mood" else "place")
    number = EVENTS.filter(wanted).height
    assert 0 < number < 200
    tab.click("#more")
    tab.select_option(f"[data-facet={facet}]", label)
    expect(tab.locator("#table-count")).to_have_text(f"{number} event{'s' * (number != 1)} in view")
    expect(tab.locator("#list li")).to_have_count(number)
    marks = tab.locator("#detail-view g.marks_marks path").count()
    assert marks == number
    again = opened(EVENTS, fragment="#" + tab.url.split("#")[1], lane="mood" if facet == "mood" else "place")
    assert again.inner_text("#table-count") == tab.inner_text("#table-count")
    assert again.input_value(f"[data-facet={facet}]") == label


def test_filters_and_search_narrow_each_other_and_one_button_ends_them(opened: Opener) -> None:
    tab = opened(EVENTS)
    tab.click("#more")
    tab.select_option("[data-facet=place]", "Kelderhaven")
    tab.select_option("[data-facet=certainty]", "certain")
    tab.locator("#q").press_sequentially("tunnel")
    both = EVENTS.filter(
        pl.col("place") == "Kelderhaven", pl.col("certainty") == "certain", pl.Series(["tunnel" in str(row).lower() for row in EVENTS.rows()])
    ).height  # fmt: skip
    expect(tab.locator("#list li")).to_have_count(both)
    tab.get_by_role("button", name="Show all", exact=True).click()
    expect(tab.locator("#list li")).to_have_count(200)
    assert tab.input_value("[data-facet=place]") == ""
    expect(tab.get_by_role("button", name="Show all", exact=True)).to_be_hidden()


def test_a_name_in_the_details_filters_by_itself(opened: Opener) -> None:
    row = EVENTS.filter(pl.col("place") == "Lindgate").row(0, named=True)
    tab = opened(EVENTS, fragment=f"#event={row['event_id']}")
    tab.locator("#details").get_by_role("button", name="Lindgate").click()
    expect(tab.locator("#list li")).to_have_count(EVENTS.filter(pl.col("place") == "Lindgate").height)


def test_on_a_phone_the_filters_fold_away_and_are_counted(opened: Opener) -> None:
    tab = opened(EVENTS, width=360, height=740)
    expect(tab.locator("[data-facet=place]")).to_be_hidden()
    tab.get_by_role("button", name="Filters").click()
    tab.select_option("[data-facet=place]", "Lindgate")
    expect(tab.locator("#more")).to_have_text("Filters (1)")
    assert tab.evaluate("document.documentElement.scrollWidth") <= 360


def test_nothing_left_says_so_and_leads_back(opened: Opener) -> None:
    tab = opened(EVENTS)
    tab.fill("#q", "no such word anywhere")
    expect(tab.locator("#empty")).to_be_visible()
    tab.locator("#clear").click()
    expect(tab.locator("#list li")).to_have_count(200)


def test_a_facet_without_a_choice_is_not_offered() -> None:
    offered = facets(tunnel.tunnel(15).with_columns(certainty=pl.lit("certain"), place=pl.lit(None, pl.String)))
    assert "certainty" not in offered
    assert "place" not in offered
    assert set(offered) <= {"actor", "told"}
