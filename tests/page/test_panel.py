"""The details of an event: how it is known, and the form with which a reader corrects it."""

# ruff: noqa: F811 - pytest finds a fixture by the name it was imported under

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl
import pytest
from playwright.sync_api import expect

import timeline as tl
from tests import fabricated, tunnel
from tests.page.pages import opened, settle  # noqa: F401
from timeline.corrections import read_corrections
from timeline.revision import redated
from timeline.schemas import CORRECTIONS

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

    from tests.conftest import Contained
    from tests.page.pages import Opener

pytestmark = pytest.mark.browser
FORMULA = '=HYPERLINK("https://example.org","x")'


@pytest.fixture
def line(sample_line: tl.Timeline) -> tl.Timeline:
    return sample_line


def correct(tab: Page, **fields: str) -> None:
    """Fill the form of the event that is open, as a reader would."""
    if tab.locator("#details details.correct:not([open])").count():
        tab.locator("#details details.correct summary").click()
    action = fields.pop("action", "change")
    tab.select_option("#details .correct [name=action]", action)
    for name, text in fields.items():
        tab.fill(f"#details .correct [name={name}]", text)


def show(tab: Page, event_id: str) -> None:
    tab.evaluate("(id) => { location.hash = `event=${id}` }", event_id)
    settle(tab)


def saved(tab: Page, tmp_path: Path) -> pl.DataFrame:
    with tab.expect_download() as download:
        tab.locator("#corrections .save-corrections").click()
    assert download.value.suggested_filename == "corrections.csv"
    path = tmp_path / "corrections.csv"
    download.value.save_as(path)
    return read_corrections(path)


def test_a_copied_correction_changes_the_event_when_the_timeline_is_built_again(
    opened: Opener, contained: Contained, line: tl.Timeline, sample: Path, tmp_path: Path
) -> None:
    contained.context.grant_permissions(["clipboard-read", "clipboard-write"])
    changed, dropped, checked = (line.top(3).events["event_id"][at] for at in (0, 1, 2))
    tab = opened(line.page(), fragment=f"#event={changed}")
    correct(
        tab,
        date="2014-12-30",
        title='The court\'s ban, "as told"',
        place="Moscow",
        note="the ruling itself, p. 3",
        who="AB",
    )
    tab.locator("#details").get_by_role("button", name="Copy as correction").click()
    expect(tab.locator("#said")).to_have_text("1 correction copied")
    path = tmp_path / "corrections.csv"
    path.write_text(tab.evaluate("navigator.clipboard.readText()"), encoding="utf-8")
    again = tl.build_timeline(sample, corrections=path)
    row = again.events.filter(pl.col("event_id") == changed).row(0, named=True)
    assert (row["edtf"], row["title"], row["place"]) == ("2014-12-30", 'The court\'s ban, "as told"', "Moscow")
    assert row["evidence"][-1]["source"] == "corrected by AB"

    for event_id, action in ((dropped, "drop"), (checked, "check")):
        show(tab, event_id)
        correct(tab, action=action)
        assert tab.input_value("#details .correct [name=who]") == "AB", "who corrects is asked once"
        tab.locator("#details").get_by_role("button", name="Note it").click()
    expect(tab.locator("#corrections li")).to_have_count(3)
    table = saved(tab, tmp_path)
    assert table["action"].to_list() == ["change", "drop", "check"]
    assert table["event_id"].to_list() == [changed, dropped, checked]
    again = tl.build_timeline(sample, corrections=tmp_path / "corrections.csv")
    assert dropped not in again.events["event_id"].to_list()
    assert again.problems.filter(pl.col("stage") == "corrections").is_empty()


def test_a_correction_names_the_sentences_of_its_event(opened: Opener, line: tl.Timeline, tmp_path: Path) -> None:
    event_id = line.top(1).events["event_id"][0]
    tab = opened(line.page(), fragment=f"#event={event_id}")
    correct(tab, action="pin")
    tab.locator("#details").get_by_role("button", name="Note it").click()
    assert saved(tab, tmp_path)["evidence"][0] == line.correct("pin", event_id).corrections["evidence"][0]


def test_no_cell_is_run_by_a_spreadsheet_and_every_text_survives(opened: Opener, tmp_path: Path) -> None:
    tab = opened(tunnel.tunnel(15), fragment=f"#event={tunnel.tunnel(15)['event_id'][3]}")
    correct(tab, title=FORMULA, place="@x", note="-1+1, “so he said”", who="+AB; 'C'")
    tab.locator("#details").get_by_role("button", name="Note it").click()
    table = saved(tab, tmp_path)
    row = table.row(0, named=True)
    assert (row["title"], row["place"], row["note"], row["who"]) == (FORMULA, "@x", "-1+1, “so he said”", "+AB; 'C'")
    raw = pl.read_csv(tmp_path / "corrections.csv", infer_schema=False)
    assert raw.columns == list(CORRECTIONS)
    assert not [cell for cell in raw.row(0) if cell and cell[0] in "=+-@"]


def test_a_place_can_be_taken_away_and_hostile_text_stays_text(opened: Opener, tmp_path: Path) -> None:
    tab = opened(tunnel.hostile(), fragment="#event=e00000")
    correct(tab, place="", note=tunnel.HOSTILE[1])
    tab.locator("#details").get_by_role("button", name="Note it").click()
    assert tab.locator("#corrections :is(script, img, svg)").count() == 0
    row = saved(tab, tmp_path).row(0, named=True)
    assert (row["place"], row["note"]) == ("-", tunnel.HOSTILE[1])


@pytest.mark.parametrize(
    ("fields", "fault"),
    [
        ({}, "Change the date, the title or the place first"),
        ({"date": "on Tuesday"}, "Write the date with its year"),
        ({"date": "20151007"}, "A year of more than four digits begins with Y"),
        ({"date": "2015-10-07/-20151009"}, "A year of more than four digits begins with Y"),
    ],
)
def test_the_form_says_what_is_missing(opened: Opener, fields: dict[str, str], fault: str) -> None:
    tab = opened(tunnel.tunnel(15), fragment=f"#event={tunnel.tunnel(15)['event_id'][3]}")
    correct(tab, **fields)
    tab.locator("#details").get_by_role("button", name="Note it").click()
    expect(tab.locator("#details .correct [role=alert]")).to_contain_text(fault)
    assert tab.evaluate("document.activeElement.name") == "date"
    assert tab.is_hidden("#corrections")


@pytest.mark.parametrize(
    "date", ["44 BC", "15 March 44 BCE", "A.D. 79", "79 CE", "19XX", "3rd century BC", "the '60s", "Y-12000"]
)
def test_a_date_far_from_the_year_1000_is_taken(opened: Opener, date: str, tmp_path: Path) -> None:
    tab = opened(tunnel.ages(), fragment=f"#event={tunnel.ages()['event_id'][0]}")
    correct(tab, date=date)
    tab.locator("#details").get_by_role("button", name="Note it").click()
    assert saved(tab, tmp_path)["date"].to_list() == [date]
    assert redated(date)["edtf"], "what the form takes, the timeline reads"


def test_an_event_that_is_missing_is_added(opened: Opener, tmp_path: Path) -> None:
    line = fabricated.timeline()
    tab = opened(line.page())
    tab.locator("#missing summary").click()
    note_it = tab.locator("#missing button[value=add]")
    note_it.click()
    expect(tab.locator("#missing [role=alert]")).to_contain_text("Write the date with its year")
    for name, text in {"date": "2015-10", "title": "A talk that no paper told", "who": "AB"}.items():
        tab.fill(f"#missing [name={name}]", text)
    note_it.click()
    expect(tab.locator("#corrections li")).to_contain_text("Add “A talk that no paper told” (date: 2015-10)")
    saved(tab, tmp_path)
    told, undated = line.tellings, line.dates
    again = tl.Timeline(
        line.events,
        tellings=told,
        dates=undated,
        articles=line.articles,
        corrections=read_corrections(tmp_path / "corrections.csv"),
    )
    assert again.events.filter(pl.col("title") == "A talk that no paper told")["edtf"].to_list() == ["2015-10"]


def test_the_keyboard_alone_corrects_and_takes_back(opened: Opener) -> None:
    tab = opened(tunnel.tunnel(15), fragment=f"#event={tunnel.tunnel(15)['event_id'][3]}")
    tab.locator("#details details.correct summary").focus()
    tab.keyboard.press("Enter")
    tab.keyboard.press("Tab")
    tab.keyboard.press("Tab")
    tab.keyboard.type("2026-02")
    tab.keyboard.press("Enter")
    expect(tab.locator("#corrections")).to_contain_text("date: 2026-02")
    expect(tab.locator("#details .waiting")).to_contain_text("1 correction noted")
    tab.locator("#corrections li button").focus()
    tab.keyboard.press("Enter")
    expect(tab.locator("#corrections")).to_be_hidden()


def test_what_is_copied_and_then_noted_waits_once(opened: Opener, tmp_path: Path) -> None:
    tab = opened(tunnel.tunnel(15), fragment=f"#event={tunnel.tunnel(15)['event_id'][3]}")
    correct(tab, date="2026-02-03", note="the log book")
    panel = tab.locator("#details")
    for name in ("Copy as correction", "Note it", "Note it"):
        panel.get_by_role("button", name=name).click()
        expect(tab.locator("#corrections li")).to_have_count(1)
    correct(tab, date="2026-02-04")
    panel.get_by_role("button", name="Note it").click()
    expect(tab.locator("#corrections li")).to_have_count(1)
    expect(tab.locator("#corrections h2")).to_have_text("1 correction noted, not saved yet")
    show(tab, tunnel.tunnel(15)["event_id"][4])
    show(tab, tunnel.tunnel(15)["event_id"][3])
    correct(tab, action="check", note="called the port")
    panel.get_by_role("button", name="Note it").click()
    expect(tab.locator("#corrections li")).to_have_count(2)
    table = saved(tab, tmp_path).select("action", "date", "note").rows()
    assert table == [("change", "2026-02-04", "the log book"), ("check", None, "called the port")]


def test_an_event_noted_twice_in_the_same_words_waits_once(opened: Opener) -> None:
    tab = opened(tunnel.tunnel(15))
    tab.locator("#missing summary").click()
    for _ in range(2):
        for name, text in {"date": "2015-10", "title": "A talk that no paper told"}.items():
            tab.fill(f"#missing [name={name}]", text)
        tab.locator("#missing button[value=add]").click()
        expect(tab.locator("#corrections li")).to_have_count(1)


def test_the_form_says_where_events_are_merged_and_split(opened: Opener) -> None:
    line = fabricated.timeline()
    event_id = line.events["event_id"][1]
    tab = opened(line.page(), fragment=f"#event={event_id}")
    tab.locator("#details details.correct summary").click()
    merge, split = tab.locator("#details .correct code").all_inner_texts()
    into = line.events["event_id"][0]
    assert merge == f'line.correct("merge", "{event_id}", into=…)'
    assert len(line.correct("merge", event_id, into=into).events) == len(line.events) - 1
    assert split == f'line.correct("split", "{event_id}", article=…)'
    assert tab.locator("#missing code").count() == 0


def test_what_a_person_added_is_shown_as_theirs(opened: Opener) -> None:
    line = fabricated.timeline()
    event_id = line.events["event_id"][1]
    tab = opened(
        line.correct("check", event_id, who="AB", note="Called the ministry").page(), fragment=f"#event={event_id}"
    )
    assert tab.inner_text("#details .by-hand").split("\n\n")[:2] == ["Called the ministry", "corrected by AB"]
    assert tab.locator("#details blockquote").count() == 1
    expect(tab.locator("#details dl")).to_contain_text("1 sentence in")


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ({}, "exact"),
        ({"certainty": "inferred", "edtf": "2024-10-04?"}, "worked out, not told in full"),
        ({"certainty": "approximate", "edtf": "2024-10-04~"}, "about then"),
        (
            {"grain": "month", "edtf": "2024-10?", "certainty": "inferred"},
            ", worked out, not told in full",
        ),
        ({"open": "after"}, "exact, no end told"),
    ],
)
def test_the_date_is_said_to_be_no_surer_than_it_is(opened: Opener, told: dict[str, str], words: str) -> None:
    tab = opened(
        pl.DataFrame([tunnel.event(1, 20000, 20001, "Talks", **told)], schema=tunnel.SCHEMA), fragment="#event=e00001"
    )
    assert tab.inner_text("#details dl div:first-child dd").endswith(words)
