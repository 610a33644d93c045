"""The page in a real browser, opened from disk with the network off."""

# ruff: noqa: F811 - pytest finds a fixture by the name it was imported under

from __future__ import annotations

import html
from pathlib import Path
from typing import TYPE_CHECKING

import polars as pl
import pytest
from playwright.sync_api import expect
from pypdf import PdfReader

from tests import tunnel
from tests.page.pages import opened, settle  # noqa: F401
from timeline.charts import static
from timeline.charts.marks import DARK, LIGHT
from timeline.page import page

if TYPE_CHECKING:
    from playwright.sync_api import Browser

    from tests.conftest import Contained
    from tests.page.pages import Opener

pytestmark = pytest.mark.browser


def test_every_event_is_listed_and_drawn(opened: Opener) -> None:
    events = tunnel.tunnel(15)
    tab = opened(events)
    assert tab.locator("#list li").count() == 15
    assert tab.locator("#detail-view g.marks_marks path").count() == 15
    assert tab.locator("#table tbody tr").count() == 15


def test_search_and_filter_change_what_is_seen(opened: Opener) -> None:
    events = tunnel.tunnel(200)
    tab = opened(events)
    tab.fill("#q", "strike ends")
    expected = events.filter(pl.col("title").str.contains("Strike ends")).height
    assert 0 < expected < 200
    expect(tab.locator("#list li")).to_have_count(expected)
    expect(tab.locator("#table-count")).to_have_text(f"{expected} events in view")
    tab.fill("#q", "")
    tab.click("#more")
    tab.select_option("[data-facet=source]", "Brannick Review")
    told = events.filter(
        pl.col("evidence").list.eval(pl.element().struct.field("source")).list.contains("Brannick Review")
    ).height
    expect(tab.locator("#list li")).to_have_count(told)
    assert 0 < told < 200


def test_a_click_reaches_the_source(opened: Opener) -> None:
    events = tunnel.tunnel(15)
    tab = opened(events)
    tab.locator("#table tbody button").first.click()
    first = events.row(0, named=True)["evidence"][0]
    assert tab.inner_text("#details mark") == first["date_text"]
    assert first["why"] in tab.inner_text("#details")
    tab.keyboard.press("Escape")
    assert tab.is_hidden("#details")


def test_hostile_text_is_shown_as_text_and_never_runs(opened: Opener) -> None:
    tab = opened(tunnel.hostile(), title=tunnel.HOSTILE[0], subtitle=tunnel.HOSTILE[1])
    assert tab.inner_text("h1") == tunnel.HOSTILE[0]
    for row in range(len(tunnel.HOSTILE)):
        tab.locator("#table tbody button").nth(row).click()
        assert tab.locator("#details a").count() == 0
        assert tab.locator("#details script, #details img, #details svg").count() == 0
    assert tab.title() == tunnel.HOSTILE[0]


def test_a_click_on_a_mark_opens_its_evidence_and_a_link_to_the_source(opened: Opener) -> None:
    events = tunnel.tunnel(15)
    tab = opened(events)
    linked = next(row for row in events.iter_rows(named=True) if row["evidence"][0]["source"].startswith("https:"))
    label = tab.locator("#detail-view g.labels_marks text", has_text=linked["title"]).first
    box = label.bounding_box()
    assert box is not None
    tab.mouse.move(box["x"] + 5, box["y"] + 7)
    expect(tab.locator("#tip")).to_contain_text(linked["title"])
    tab.mouse.click(box["x"] + 5, box["y"] + 7)
    expect(tab.locator("#details h2")).to_have_text(linked["title"])
    tab.goto(tab.url.split("#")[0] + f"#event={linked['event_id']}")
    link = tab.locator("#details a").first
    assert link.get_attribute("href") == linked["evidence"][0]["source"]
    assert "noopener" in (link.get_attribute("rel") or "")


def test_the_policy_forbids_every_request_and_foreign_script(contained: Contained, tmp_path: Path) -> None:
    path = tmp_path / "timeline.html"
    path.write_text(page(tunnel.tunnel(15)), encoding="utf-8")
    tab = contained.context.new_page()
    tab.goto(path.as_uri())
    tab.wait_for_selector("html[data-ready]", state="attached")
    assert contained.refused == []
    blocked = tab.evaluate(
        """async () => {
            const seen = [];
            addEventListener("securitypolicyviolation", (event) => seen.push(event.effectiveDirective));
            await fetch("https://example.org/").catch(() => 0);
            document.body.append(Object.assign(new Image(), {src: "https://example.org/x.png"}));
            const script = document.createElement("script");
            script.textContent = "document.title = 'owned'";
            document.body.append(script);
            const frame = document.createElement("iframe");
            frame.src = "https://example.org/";
            document.body.append(frame);
            await new Promise((resolve) => setTimeout(resolve, 300));
            return seen;
        }"""
    )
    assert {"connect-src", "img-src", "script-src-elem", "frame-src"} <= set(blocked)
    assert "Kelderhaven" in tab.title()
    assert contained.refused == []


def test_wheel_drag_and_buttons_move_the_window_and_the_strip_follows(opened: Opener) -> None:
    tab = opened(tunnel.tunnel(200))
    window = tab.locator("#window")
    whole = window.inner_text()
    plot = tab.locator("#detail-view").bounding_box()
    assert plot is not None
    x, y = plot["x"] + plot["width"] / 2, plot["y"] + 120
    tab.mouse.move(x, y)
    tab.mouse.wheel(0, 200)
    settle(tab)
    assert window.inner_text() == whole, "a plain wheel scrolls the page"
    tab.evaluate("scrollTo(0, 0)")
    for modifier in ("Control", "Shift"):
        tab.locator("[data-move=fit]").click()
        tab.mouse.move(x, y)
        tab.keyboard.down(modifier)
        tab.mouse.wheel(0, -300)
        tab.keyboard.up(modifier)
        expect(window).not_to_have_text(whole)
    before, brush = window.inner_text(), tab.locator("#brush").bounding_box()
    tab.mouse.move(x, y)
    tab.mouse.down()
    tab.mouse.move(x - 150, y, steps=5)
    tab.mouse.up()
    expect(window).not_to_have_text(before)
    after = tab.locator("#brush").bounding_box()
    assert brush is not None
    assert after is not None
    assert after["x"] > brush["x"] + 3
    moved = window.inner_text()
    middle = after["x"] + after["width"] / 2
    tab.mouse.move(middle, after["y"] + 20)
    tab.mouse.down()
    tab.mouse.move(middle - 60, after["y"] + 20, steps=4)
    tab.mouse.up()
    expect(window).not_to_have_text(moved)


def test_two_fingers_zoom(opened: Opener) -> None:
    tab = opened(tunnel.tunnel(60))
    whole = tab.inner_text("#window")
    tab.evaluate(
        """() => {
            const node = document.getElementById("detail-view"), box = node.getBoundingClientRect();
            const touch = (type, pointerId, x) => node.dispatchEvent(new PointerEvent(type, {pointerId, pointerType: "touch", button: 0,
              clientX: box.left + x, clientY: box.top + 100, bubbles: true}));
            touch("pointerdown", 11, 500); touch("pointerdown", 12, 700);
            for (let by = 0; by <= 150; by += 30) { touch("pointermove", 11, 500 - by); touch("pointermove", 12, 700 + by); }
            touch("pointerup", 11, 350); touch("pointerup", 12, 850);
        }"""
    )
    expect(tab.locator("#window")).not_to_have_text(whole)


def test_the_address_restores_window_filter_selection_and_view(opened: Opener) -> None:
    events = tunnel.tunnel(200)
    tab = opened(events)
    tab.fill("#q", "tunnel")
    tab.select_option("#lane", "source")
    tab.locator("#key button[data-kind=imprecise]").click()
    tab.locator("[data-move=busy]").click()
    tab.locator("#table tbody button").nth(2).click()
    settle(tab)
    fragment = "#" + tab.url.split("#")[1]
    read = ["#window", "#table-count", "#details h2"]
    seen = [tab.inner_text(selector) for selector in read]
    again = opened(events, fragment=fragment)
    assert [again.inner_text(selector) for selector in read] == seen
    assert again.input_value("#q") == "tunnel"
    assert again.input_value("#lane") == "source"
    story = opened(events, fragment=f"#view=story&event={events['event_id'][7]}")
    assert story.inner_text("#details h2") == events["title"][7]


@pytest.mark.parametrize(
    "fragment", ["#from=x&to=y", "#event=nobody&view=none&lane=zzz", "#%E0%A4%A", "#source=%3Cscript%3E"]
)
def test_a_broken_address_shows_everything(opened: Opener, fragment: str) -> None:
    tab = opened(tunnel.tunnel(15), fragment=fragment)
    assert tab.inner_text("#table-count") == "15 events in view"


def test_the_table_sorts_turns_and_copies(opened: Opener, contained: Contained) -> None:
    events = tunnel.tunnel(200)
    contained.context.grant_permissions(["clipboard-read", "clipboard-write"])
    tab = opened(events)
    tab.get_by_role("button", name="Event", exact=True).click()
    shown = tab.locator("#table tbody th").all_inner_texts()
    assert shown == sorted(shown, key=str.casefold)
    assert tab.get_by_role("columnheader", name="Event").get_attribute("aria-sort") == "ascending"
    tab.locator("#page-on").click()
    expect(tab.locator("#page-number")).to_have_text("Page 2 of 8")
    tab.locator("#copy").click()
    expect(tab.locator("#said")).to_have_text("200 rows copied")
    copied = tab.evaluate("navigator.clipboard.readText()")
    assert len(copied.splitlines()) == 201
    assert copied.splitlines()[0].split("\t")[:2] == ["When", "Event"]


@pytest.mark.parametrize("zone", ["America/Los_Angeles", "Asia/Kolkata", "Pacific/Apia"])
def test_days_are_right_in_every_time_zone(chromium: Browser, tmp_path: Path, zone: str) -> None:
    events = pl.DataFrame(
        [tunnel.event(1, tunnel.day(2024, 3, 1), tunnel.day(2024, 3, 2), "Leap day is over"), tunnel.event(2, tunnel.day(2024, 3, 4), tunnel.day(2024, 3, 5), "Monday")],
        schema=tunnel.SCHEMA,
    )  # fmt: skip
    path = tmp_path / "timeline.html"
    path.write_text(page(events, lane=None), encoding="utf-8")
    context = chromium.new_context(timezone_id=zone, offline=True)
    tab = context.new_page()
    tab.goto(path.as_uri() + "#from=2024-02-27T00:00:00.000Z&to=2024-03-06T00:00:00.000Z")
    tab.wait_for_selector("html[data-ready]", state="attached")
    assert tab.locator("#table tbody td").first.inner_text() == "1 March 2024"
    days = {
        node.text_content(): node.bounding_box()
        for node in tab.locator("#detail-view g.ticks_left_bold_marks text").all()
    }
    day, after = days["Fri 1 March 2024"], days["Sat 2 March 2024"]
    mark = tab.locator("#detail-view g.marks_marks path").first.evaluate(
        "(node) => node.getBoundingClientRect().toJSON()"
    )
    assert day is not None
    assert after is not None
    assert day["x"] - 6 <= mark["left"] < mark["right"] <= after["x"] + 2, "the mark lies within its day"
    assert tab.inner_text("#window") == "27 February 2024 – 5 March 2024"
    context.close()


def test_ages_before_christ_and_far_ahead(opened: Opener) -> None:
    tab = opened(tunnel.ages())
    shown = tab.locator("#table tbody td:first-child").all_inner_texts()
    assert shown[:3] == ["12 September 490 BC", "3rd century BC", "15 March 44 BC"]
    assert shown[-1] == "12025"
    assert tab.locator("#detail-view g.marks_marks path").count() == 7
    lone = opened(tunnel.ages(), fragment="#from=-000490-01-01T00:00:00.000Z&to=-000488-01-01T00:00:00.000Z")
    ticks = lone.locator("#detail-view g.ticks_left_bold_marks text").all_text_contents()
    assert "490 BC" in ticks


def test_zoom_reaches_from_ages_to_hours(opened: Opener) -> None:
    tab = opened(tunnel.ages())
    seen = set()
    for _ in range(40):
        seen.add(tab.inner_text("#window"))
        tab.locator("[data-move=in]").click()
        settle(tab, 30)
    settle(tab)
    ticks = tab.locator("#detail-view g.ticks_center_normal_marks text").all_text_contents()
    assert all(":" in tick for tick in ticks), ticks
    assert ticks


def test_marks_are_told_apart_without_colour(opened: Opener) -> None:
    rows = [
        tunnel.event(1, 20000, 20001, "exact"),
        tunnel.event(2, 20000, 20060, "period", edtf="2024-10-04/2024-12-03"),
        tunnel.event(3, 20000, 20061, "imprecise", grain="season", edtf="2024-23"),
        tunnel.event(4, 20000, 20060, "approximate", certainty="approximate", edtf="2024-10~"),
        tunnel.event(5, 20000, 20001, "planned", modality="planned"),
        tunnel.event(6, 20000, 20001, "disputed", conflicts=["two versions"]),
        tunnel.event(7, 20000, 20001, "open", open="after"),
        tunnel.event(8, 20000, 20001, "inferred", certainty="inferred", edtf="2024-10-04?"),
        tunnel.event(9, 20000, 20001, "denied", modality="denied"),
    ]
    tab = opened(pl.DataFrame(rows, schema=tunnel.SCHEMA), lane=None)
    looks = tab.evaluate(
        """() => [...document.querySelectorAll("#detail-view g.marks_marks path")].map((path) => [path.getAttribute("fill-opacity"),
          path.getAttribute("stroke-dasharray"), path.getAttribute("stroke-opacity"), (path.getAttribute("fill") || "").startsWith("url"), path.getAttribute("d").includes("C") || path.getAttribute("d").includes("A")].join())"""
    )
    assert len(looks) == 9
    assert len(set(looks)) == 8, "only the disputed looks like another, and has a ring"
    rings = "document.querySelectorAll('#detail-view path[stroke-width=\"1.4\"]').length"
    assert tab.evaluate(rings) == 1
    assert "≈" in (tab.locator("#detail-view").text_content() or "")
    assert tab.locator("#key button").count() == 8


def test_the_key_hides_and_shows_a_kind(opened: Opener) -> None:
    events = tunnel.tunnel(200)
    tab = opened(events)
    planned = events.filter(pl.col("modality") == "planned").height
    tab.locator("#key button[data-kind=planned]").click()
    expect(tab.locator("#list li")).to_have_count(200 - planned)
    tab.locator("#key button[data-kind=planned]").click()
    expect(tab.locator("#list li")).to_have_count(200)


def test_the_key_says_what_it_hides(opened: Opener) -> None:
    tab = opened(tunnel.tunnel(60))
    planned = tab.locator("#key button[data-kind=planned]")
    assert set(tab.locator("#key button").evaluate_all("all => all.map((one) => one.ariaPressed)")) == {"true"}
    planned.click()
    expect(planned).to_have_attribute("aria-pressed", "false")
    expect(planned).to_have_css("text-decoration-line", "line-through")
    planned.click()
    expect(planned).to_have_attribute("aria-pressed", "true")


def test_page_and_still_pictures_share_colours_letters_and_words(opened: Opener) -> None:
    tab = opened(tunnel.tunnel(200))
    for theme, colors in (("light", LIGHT), ("dark", DARK)):
        tab.evaluate("(theme) => { document.documentElement.dataset.theme = theme }", theme)
        names = ["paper", "band", "ink", "muted", "line", "strong", *(f"heat-{n}" for n in range(1, 5))]
        style = (
            "(names) => names.map((name) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`))"
        )
        told = {**colors, **{f"heat-{n}": heat for n, heat in enumerate(colors["heat"], 1)}}
        assert tab.evaluate(style, names) == [told[name] for name in names]
    assert "Segoe UI" in tab.evaluate("getComputedStyle(document.body).fontFamily")
    still = static(tunnel.tunnel(200), "svg").decode()
    words = tab.locator("#key button").all_inner_texts()
    assert len(words) > 5
    assert all(f">{word}</text>" in still for word in words)


def test_what_is_true_or_false_says_so_in_every_view(opened: Opener) -> None:
    tab = opened(tunnel.tunnel(60), fragment="#hide=planned")
    for view in ("story", "calendar", "timeline"):
        tab.locator(f"button[data-view={view}]").click()
        empty = "all => all.filter((one) => [...one.attributes].some(({name, value}) => name.startsWith('aria-') && !value)).length"
        assert tab.locator("*").evaluate_all(empty) == 0


def test_source_and_reason_in_the_table_are_of_one_sentence(opened: Opener) -> None:
    wire, review = "wire.txt", "review.txt"
    told = [[wire], [review, wire], [None, review], [None]]
    rows = [
        tunnel.event(n, 20000 + n, 20001 + n, f"Event {n}", evidence=[tunnel.evidence(n, "Talks", "on that day", s) | {"why": f"found by {s}"} for s in by])  # type: ignore[arg-type]
        for n, by in enumerate(told)
    ]  # fmt: skip
    tab = opened(pl.DataFrame(rows, schema=tunnel.SCHEMA))
    seen = [row.split("\t") for row in tab.locator("#table tbody tr").all_inner_texts()]
    assert [(row[3], row[6]) for row in seen] == [
        (wire, f"found by {wire}"), (review, f"found by {review}"), (review, f"found by {review}"), ("", "found by None"),
    ]  # fmt: skip


@pytest.mark.parametrize("width", [360, 390, 1280])
def test_the_whole_row_opens_its_event(opened: Opener, width: int) -> None:
    events = tunnel.tunnel(15)
    tab = opened(events, width=width)
    for at, cell in ((2, "td:first-child"), (3, "td:last-child"), (4, "td[data-name=Source]"), (5, "th")):
        tab.locator("#table tbody tr").nth(at).locator(cell).click()
        expect(tab.locator("#details h2")).to_have_text(events["title"][at])
        tab.keyboard.press("Escape")
        expect(tab.locator("#details")).to_be_hidden()


def test_text_that_is_marked_in_a_row_opens_nothing(opened: Opener) -> None:
    tab = opened(tunnel.tunnel(15))
    cell = tab.locator("#table tbody td:last-child").first
    cell.scroll_into_view_if_needed()
    box = cell.bounding_box()
    assert box is not None
    tab.mouse.move(box["x"] + 2, box["y"] + 16)
    tab.mouse.down()
    tab.mouse.move(box["x"] + 90, box["y"] + 16, steps=5)
    tab.mouse.up()
    assert tab.evaluate("String(getSelection())") != ""
    expect(tab.locator("#details")).to_be_hidden()


@pytest.mark.parametrize("width", [360, 1000, 1280, 1440, 1600])
def test_the_panel_lies_over_the_picture(opened: Opener, width: int) -> None:
    tab = opened(tunnel.tunnel(60), width=width)
    size = "node => [node.clientWidth, node.clientHeight, document.querySelectorAll('#list li').length]"
    before = tab.locator("#detail-view").evaluate(size)
    tab.locator("#table tbody button").first.click()
    expect(tab.locator("#details")).to_be_visible()
    settle(tab)
    edges = "all => all.map((one) => one.getBoundingClientRect().right)"
    assert max(tab.locator("#table td, #table thead th").evaluate_all(edges)) <= width
    assert tab.locator("#detail-view").evaluate(size) == before, "the panel lies over the picture"


def test_articles_sort_as_the_column_says(opened: Opener) -> None:
    tab = opened(tunnel.tunnel(200))
    for direction in ("descending", "ascending"):
        tab.locator("#table th button", has_text="Articles").click()
        shown = [int(cell) for cell in tab.locator("#table td[data-name=Articles]").all_inner_texts()]
        assert shown == sorted(shown, reverse=direction == "descending")
        assert tab.get_by_role("columnheader", name="Articles").get_attribute("aria-sort") == direction


def test_an_address_without_an_event_closes_the_details(opened: Opener) -> None:
    events = tunnel.tunnel(15)
    tab = opened(events, fragment=f"#event={events['event_id'][3]}")
    expect(tab.locator("#details")).to_be_visible()
    tab.evaluate("location.hash = 'q=water'")
    expect(tab.locator("#details")).to_be_hidden()
    assert tab.evaluate("document.body.classList.contains('reading')") is False


def test_a_hundred_and_fifty_thousand_events_are_told_and_counted(opened: Opener) -> None:
    rows = pl.DataFrame({"start_day": range(150_000)}).with_columns(pl.col("start_day") + 1)
    tab = opened(
        rows.with_columns(end_day=pl.col("start_day") + 1, title=pl.lit("Shift")),
        lane=None,
        view="calendar",
        fragment="#top=all",
    )
    expect(tab.locator("#calendar .year")).to_have_count(2)
    tab.locator("button[data-view=story]").click()
    expect(tab.locator("#story .telling")).to_have_count(200)


def test_without_scripts_the_page_says_how_many_events_it_leaves_out() -> None:
    def plain(size: int) -> str:
        return page(tunnel.tunnel(size)).split("<noscript>")[1].split("</noscript>")[0]

    assert plain(600).endswith("<td>and 100 more events</td></tr></table>")
    assert plain(501).endswith("<td>and 1 more event</td></tr></table>")
    assert plain(500).count("<tr>") == 500


def test_sources_are_called_by_the_name_that_tells_them_apart(opened: Opener) -> None:
    paths = [
        "../data/may/talks.txt",
        "../data/june/talks.txt",
        "../data/june/ban.txt",
        "AP/Reuters",
        "https://www.wire.example/a/",
    ]
    rows = [
        tunnel.event(n, 20000 + n, 20001 + n, f"Event {n}", evidence=[tunnel.evidence(n, "Talks", "on that day", path)])
        for n, path in enumerate(paths)
    ]
    tab = opened(pl.DataFrame(rows, schema=tunnel.SCHEMA), lane="source")
    short = ["may/talks.txt", "june/talks.txt", "ban.txt", "AP/Reuters", "wire.example/a"]
    assert sorted(tab.locator("#detail-view g.lanes_right_marks text").all_text_contents()) == sorted(short)
    assert tab.locator("#table td[data-name=Source]").all_inner_texts() == short
    tab.locator("#table tbody button").first.click()
    assert short[0] in tab.inner_text("#details")
    assert "../data" not in tab.content(), "no path of the machine"


def test_the_name_of_a_lane_stands_whole_within_the_picture(opened: Opener) -> None:
    names = ["harbour-dispatch-border.txt", "drift-shaft-tribunal-rebuttal.txt", "Union of Diggers"]
    tab = opened(tunnel.tunnel(60).with_columns(owner=pl.Series(names * 20)), lane="owner")
    edge = tab.evaluate("document.querySelector('#detail-view svg').getBoundingClientRect().left")
    lefts = "all => all.map((one) => one.getBoundingClientRect().left)"
    starts = tab.locator("#detail-view g.lanes_right_marks text").evaluate_all(lefts)
    assert len(starts) == 3
    assert min(starts) >= edge


def test_lanes_follow_any_column(opened: Opener) -> None:
    events = tunnel.tunnel(60).with_columns(mood=pl.Series(["calm", "angry", None] * 20))
    tab = opened(events, lane="mood")
    names = set(tab.locator("#detail-view g.lanes_right_marks text").all_text_contents())
    assert names == {"calm", "angry", "No mood told"}
    tab.select_option("#lane", "actor")
    expect(tab.locator("#detail-view g.lanes_right_marks text", has_text="Nobody named")).to_have_count(1)


def test_undated_events_and_problems_are_told(opened: Opener) -> None:
    undated = pl.DataFrame(
        {
            "title": ["It began <long> ago"],
            "sentence": ["It began <long> ago."],
            "source": ["a.txt"],
            "why": ["“long ago” has no edges"],
        }
    )
    problems = pl.DataFrame(
        {"source": ["b.txt"], "article_id": ["x"], "stage": ["read"], "text": [""], "reason": ["the file is empty"]}
    )
    tab = opened(tunnel.tunnel(15), undated=undated, problems=problems)
    assert "1 more without a date" in tab.inner_text(".subtitle")
    tab.locator("#undated summary").click()
    assert "It began <long> ago." in tab.inner_text("#undated")
    tab.locator("#problems summary").click()
    assert "the file is empty" in tab.inner_text("#problems")


@pytest.mark.parametrize("size", [0, 1, 2])
def test_few_or_no_events(opened: Opener, size: int) -> None:
    tab = opened(tunnel.tunnel(15).head(size))
    assert tab.locator("#list li").count() == size
    for view in ("story", "calendar", "timeline"):
        tab.locator(f"button[data-view={view}]").click()
    assert tab.locator("#empty").is_visible() == (size == 0)


def test_the_calendar_leads_to_the_day(opened: Opener) -> None:
    tab = opened(tunnel.tunnel(60), view="calendar")
    cell = tab.locator("#calendar button.day").first
    said = cell.get_attribute("aria-label") or ""
    cell.click()
    expect(tab.locator("#stage")).to_be_visible()
    assert said.split(":")[0].split(" ")[-1] in tab.inner_text("#window")


def test_the_story_tells_the_events_in_chapters(opened: Opener) -> None:
    rows = [
        tunnel.event(first + n, first + n, first + n + 1, f"Event {first + n}", score=float(n))
        for first in (20_000, 20_200, 20_500)
        for n in range(5)
    ]
    tab = opened(pl.DataFrame(rows, schema=tunnel.SCHEMA), view="story")
    assert tab.locator("#story h3").all_inner_texts() == [row["title"] for row in rows]
    chapters = tab.locator("#story .chapter > h2").all_inner_texts()
    assert chapters == tab.locator("#story .chapters button").all_inner_texts()
    assert chapters == ["4 – 8 October 2024", "22 – 26 April 2025", "16 – 20 February 2026"]
    tab.locator("#story h3 button").nth(6).click()
    expect(tab.locator("#details h2")).to_have_text("Event 20201")
    tab.get_by_role("button", name="Later event").click()
    expect(tab.locator("#details h2")).to_have_text("Event 20202")
    tab.keyboard.press("Escape")
    expect(tab.locator("#details")).to_be_hidden()


def test_a_place_that_acts_is_named_once_in_the_story(opened: Opener) -> None:
    row = tunnel.event(20_000, 20_000, 20_001, "A crossing closes", place="Estonia", actors=["Latvia", "Estonia"])
    tab = opened(pl.DataFrame([row], schema=tunnel.SCHEMA), view="story")
    assert tab.inner_text("#story .traits").startswith("Estonia · Latvia · 1 article")


def test_print_is_a_clean_page(opened: Opener) -> None:
    tab = opened(tunnel.tunnel(60))
    tab.emulate_media(media="print")
    tab.evaluate("dispatchEvent(new Event('beforeprint'))")
    settle(tab)
    for hidden in ("#tools", ".views", ".zoom", "#copy", "#brush", ".hint.mouse", ".hint.touch"):
        expect(tab.locator(hidden)).to_be_hidden()
    box = tab.locator("#detail-view svg").bounding_box()
    assert box is not None
    assert box["width"] <= 721
    assert tab.locator("#table tbody tr").count() == 20
    tab.evaluate("dispatchEvent(new Event('afterprint'))")
    settle(tab)
    assert tab.locator("#table tbody tr").count() == 25


@pytest.mark.parametrize("size", [15, 200, 2_000])
def test_the_printed_picture_stands_whole_on_the_first_page(opened: Opener, size: int) -> None:
    tab = opened(tunnel.tunnel(size), width=718)  # A4 between the margins that the page asks for
    tab.emulate_media(media="print")
    tab.evaluate("dispatchEvent(new Event('beforeprint'))")
    settle(tab)
    box = tab.locator("#stage").bounding_box()
    assert box is not None
    assert box["y"] + box["height"] <= 1016, "the height of A4 between its margins"
    assert tab.evaluate("document.documentElement.scrollWidth") <= 720, "else Chromium shrinks everything"


@pytest.mark.parametrize("paper", ["A4", "Letter"])
@pytest.mark.parametrize("times", [1, 2, 5])
@pytest.mark.parametrize("size", [15, 200, 2_000])
def test_the_picture_spills_to_no_second_page(
    opened: Opener, tmp_path: Path, size: int, paper: str, times: int
) -> None:
    tab = opened(tunnel.tunnel(size), title="The tunnel that was never dug, as its builders told it " * times)
    tab.pdf(path=tmp_path / "page.pdf", format=paper, page_ranges="1-3")
    pages = [printed.extract_text() for printed in PdfReader(tmp_path / "page.pdf").pages]
    assert "Exact day or time" in pages[0], "the key stands below the picture"
    assert f"{min(size, 100) if size > 200 else size:,} events" in pages[1]


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_every_printed_page_of_the_table_has_its_head(opened: Opener, tmp_path: Path, paper: str) -> None:
    tab = opened(tunnel.tunnel(200), fragment="#top=all")
    tab.pdf(path=tmp_path / "page.pdf", format=paper)
    pages = [printed.extract_text() for printed in PdfReader(tmp_path / "page.pdf").pages]
    table = next(n for n, text in enumerate(pages) if "events in view" in text)
    assert len(pages) - table > 5
    assert all("How the date was found" in text for text in pages[table:])


def test_the_story_is_printed_whole(opened: Opener) -> None:
    events = tunnel.tunnel(15)
    tab = opened(events, view="story", fragment="#top=all")
    tab.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert tab.locator("#story h3").all_inner_texts() == events["title"].to_list()


def test_a_phone_needs_no_sideways_scrolling(opened: Opener) -> None:
    for view in ("timeline", "story", "calendar"):
        tab = opened(tunnel.tunnel(60), width=360, height=740, view=view)
        assert tab.evaluate("document.documentElement.scrollWidth") <= 360, view


def test_what_has_no_room_is_explained_below_the_picture(opened: Opener) -> None:
    few = opened(tunnel.tunnel(15))
    assert few.is_hidden("#key-small")
    assert few.is_hidden("#key-heat")
    many = opened(tunnel.tunnel(2_000), fragment="#top=all")
    assert many.is_visible("#key-heat")


def test_the_page_is_small_and_the_same_every_time() -> None:
    events = tunnel.tunnel(200)
    first = page(events)
    assert len(first.encode()) <= 1_300_000
    assert first == page(events)


@pytest.mark.parametrize(
    ("options", "told"), [({"lane": "planet"}, "planet"), ({"view": "globe"}, "timeline, story, calendar")]
)
def test_wrong_options_name_the_way_out(options: dict[str, str], told: str) -> None:
    with pytest.raises(ValueError, match=told):
        page(tunnel.tunnel(3), **options)  # type: ignore[arg-type]


@pytest.mark.parametrize("width", [1280, 1900])
def test_two_hundred_events_are_all_drawn(opened: Opener, width: int) -> None:
    tab = opened(tunnel.tunnel(200), width=width)
    assert tab.locator("#detail-view g.marks_marks path").count() == 200


def test_the_picture_follows_the_width_of_the_window(opened: Opener) -> None:
    tab = opened(tunnel.tunnel(60), width=1400)
    for width in (1400, 800, 420, 1400):
        tab.set_viewport_size({"width": width, "height": 900})
        settle(tab)
        box = tab.locator("#detail-view svg").bounding_box()
        assert box is not None
        assert width * 0.88 < box["x"] + box["width"] <= width


def test_escape_puts_the_tooltip_away(opened: Opener) -> None:
    tab = opened(tunnel.tunnel(15))
    box = tab.locator("#detail-view g.labels_marks text").first.bounding_box()
    assert box is not None
    tab.mouse.move(box["x"] + 5, box["y"] + 7)
    expect(tab.locator("#tip")).to_be_visible()
    tab.keyboard.press("Escape")
    expect(tab.locator("#tip")).to_be_hidden()


def test_the_page_works_inside_the_frame_of_a_notebook(contained: Contained, tmp_path: Path) -> None:
    path = tmp_path / "notebook.html"
    inner = html.escape(page(tunnel.hostile()))
    path.write_text(
        f'<iframe srcdoc="{inner}" sandbox="allow-scripts" width=900 height=700></iframe>', encoding="utf-8"
    )
    tab = contained.context.new_page()
    wrong: list[str] = []
    tab.on("pageerror", lambda error: wrong.append(str(error)))
    tab.goto(path.as_uri())
    frame = tab.frame_locator("iframe")
    frame.locator("html[data-ready]").wait_for(state="attached")
    frame.locator("[data-move=in]").click()
    frame.locator("[data-move=fit]").click()
    frame.locator("#table tbody button").first.click()
    expect(frame.locator("#details h2")).to_be_visible()
    settle(tab)
    assert wrong == []
    assert contained.refused == []
    assert tab.title() != "owned"
