"""A real JupyterLab in a real browser opens every notebook, runs it, and asks nothing of the network."""

from __future__ import annotations

import json
import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path
from typing import TYPE_CHECKING

import nbformat
import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Page

    from tests.conftest import Contained

ROOT = Path(__file__).parents[2]
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))
PATIENCE = 300_000
IDLE = ".jp-Notebook-ExecutionIndicator[data-status=idle]"

SETTINGS = {
    # Cells out of sight would not be in the page, and could not be looked at; a dialog would wait for nobody.
    "notebook-extension/tracker": {"windowingMode": "none", "autoStartDefault": True},
    "apputils-extension/notification": {"fetchNews": "false", "checkForUpdates": False},
}

PROMPTS = "[...document.querySelectorAll('.jp-CodeCell .jp-InputPrompt')].map(cell => cell.textContent)"

WIDGET = """
import timeline as tl
line = tl.build_timeline("../data/articles", progress=False)
widget = line.widget(lane=None)
widget
"""
GRID = """
import timeline as tl
editor = tl.build_timeline("../data/articles", progress=False).edit(who="AB")
editor
"""
EDITED = """
for row in editor.made.rows(named=True):
    print({name: value for name, value in row.items() if value and name not in ("event_id", "evidence")})
print(len(editor.line), "events;", list(editor.complaints.values()))
"""
HOSTILE = """
from tests.fabricated import timeline
timeline()
"""

pytestmark = [pytest.mark.browser, pytest.mark.lab]


@pytest.fixture(scope="module")
def workshop(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of what the notebooks use, with two more notebooks: a brush to be dragged, and a hostile title."""
    folder = tmp_path_factory.mktemp("lab")
    shutil.copytree(ROOT / "notebooks", folder / "notebooks", ignore=shutil.ignore_patterns(".ipynb_checkpoints"))
    shutil.copytree(ROOT / "data", folder / "data")
    for name, cells in {
        "widget": [WIDGET, "print('selected', widget.selected.height, 'of', len(line))"],
        "grid": [GRID, EDITED],
        "hostile": [f"import sys; sys.path.insert(0, {str(ROOT)!r})", HOSTILE],
    }.items():
        notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(cell.strip()) for cell in cells])
        notebook.metadata["kernelspec"] = {"name": "python3", "display_name": "Python 3", "language": "python"}
        nbformat.write(notebook, folder / "notebooks" / f"{name}.ipynb")
    return folder


@pytest.fixture(scope="module")
def lab(workshop: Path) -> Iterator[str]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    for name, setting in SETTINGS.items():
        kept = workshop / "settings" / "@jupyterlab" / f"{name}.jupyterlab-settings"
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_text(json.dumps(setting))
    private = {f"JUPYTER_{name}_DIR": str(workshop / name.lower()) for name in ("CONFIG", "DATA", "RUNTIME")}
    settings = {
        "JUPYTERLAB_SETTINGS_DIR": str(workshop / "settings"),
        "JUPYTERLAB_WORKSPACES_DIR": str(workshop / "spaces"),
    }
    command = [
        sys.executable, "-m", "jupyterlab", "--no-browser", "--allow-root", "--ip=127.0.0.1", f"--port={port}", "--port-retries=0",
        "--IdentityProvider.token=", "--LabApp.news_url=None", "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate",
    ]  # fmt: skip
    log = (workshop / "lab.log").open("wb")
    server = subprocess.Popen(
        command,
        cwd=workshop,
        env=os.environ | private | settings,
        stdout=log,
        stderr=subprocess.STDOUT,
        stdin=subprocess.DEVNULL,
    )
    address = f"http://127.0.0.1:{port}"
    try:
        _wait_for(f"{address}/api/status", server, workshop / "lab.log")
        yield address
    finally:
        server.terminate()
        server.wait(30)
        log.close()


def _wait_for(address: str, server: subprocess.Popen[bytes], log: Path) -> None:
    for _ in range(240):
        if server.poll() is not None:
            break
        try:
            urllib.request.urlopen(address, timeout=5).close()
        except OSError:
            time.sleep(0.5)
        else:
            return
    pytest.fail(f"JupyterLab did not start:\n{log.read_text(errors='replace')[-3000:]}")


def run_all(page: Page, lab: str, name: str) -> None:
    """Open a notebook in a fresh workspace, run it, and wait until every code cell has its number."""
    page.goto(f"{lab}/lab/tree/notebooks/{name}?reset", timeout=PATIENCE)
    page.wait_for_selector(IDLE, timeout=PATIENCE)
    for _ in range(60):  # a kernel that has just come up may lose what it is given first
        page.wait_for_timeout(1000)
        if (dialog := page.locator(".jp-Dialog")).count():
            print("JupyterLab asked:", dialog.first.inner_text())
            page.keyboard.press("Escape")
            continue
        page.click(".lm-MenuBar-itemLabel:text-is('Run')")
        page.click("[data-command='runmenu:run-all']")
        page.wait_for_timeout(1000)
        if prompts(page, r"\[[\d*]+\]"):
            break
    page.wait_for_function(f"() => ({PROMPTS}).every(text => /\\[\\d+\\]/.test(text))", timeout=PATIENCE)
    page.wait_for_selector(IDLE, timeout=PATIENCE)


def prompts(page: Page, pattern: str) -> bool:
    """Whether a code cell has a prompt like this."""
    return any(re.search(pattern, prompt) for prompt in page.evaluate(PROMPTS))


def complaints(page: Page) -> list[str]:
    kinds = ("application/vnd.jupyter.stderr", "application/vnd.jupyter.error")
    return page.locator(", ".join(f"[data-mime-type='{kind}']" for kind in kinds)).all_inner_texts()


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_runs_offline(lab: str, contained: Contained, path: Path) -> None:
    page = contained.context.new_page()
    run_all(page, lab, path.name)
    assert complaints(page) == []
    for frame in page.locator(".jp-OutputArea iframe").all():
        frame.content_frame.locator("canvas, svg").first.wait_for(state="attached", timeout=PATIENCE)
    assert contained.refused == []


def test_the_brush_reaches_python(lab: str, contained: Contained) -> None:
    page = contained.context.new_page()
    run_all(page, lab, "widget.ipynb")
    canvas = page.locator(".jp-OutputArea .vega-embed canvas, .jp-OutputArea .vega-embed svg").first
    canvas.wait_for(timeout=PATIENCE)
    canvas.evaluate("canvas => canvas.scrollIntoView({block: 'start'})")
    box = canvas.bounding_box()
    assert box is not None
    page.wait_for_timeout(1000)
    strip = box["y"] + 45
    page.mouse.move(box["x"] + box["width"] * 0.35, strip)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * 0.6, strip, steps=8)
    page.mouse.up()
    found, total = selected(page, lambda found, total: found < total)
    assert 0 <= found < total
    assert contained.refused == []


def test_what_is_typed_into_the_search_reaches_python(lab: str, contained: Contained) -> None:
    page = contained.context.new_page()
    run_all(page, lab, "widget.ipynb")
    search = page.locator(".jp-OutputArea .vega-bind input").first
    search.wait_for(timeout=PATIENCE)
    search.click()
    page.keyboard.type("caspian", delay=30)
    assert search.input_value() == "caspian"
    found, total = selected(page, lambda found, total: 0 < found < total / 2)
    assert 0 < found < total / 2
    assert contained.refused == []


def test_what_is_typed_into_the_grid_comes_back_as_corrections(lab: str, contained: Contained) -> None:
    page = contained.context.new_page()
    run_all(page, lab, "grid.ipynb")
    rows = page.locator(".tl-grid tbody tr")
    rows.first.wait_for(timeout=PATIENCE)
    total = rows.count()
    rows.nth(0).get_by_label("Title of").fill("The desk's own title")
    rows.nth(0).get_by_label("Note of").fill("as the ministry writes it")
    rows.nth(0).get_by_label("Pin of").check()
    rows.nth(1).get_by_label("Date of").fill("early October 2015")
    rows.nth(2).get_by_label("Drop of").check()
    rows.nth(3).get_by_label("Checked of").check()
    rows.nth(4).get_by_label("Date of").fill("soon")
    rows.nth(4).get_by_label("Title of").focus()
    page.get_by_text("'soon' is no date").wait_for(timeout=PATIENCE)
    page.get_by_role("button", name="Add an event").click()
    page.keyboard.type("44 BC")
    page.keyboard.press("Tab")
    page.keyboard.type("The ides of March")
    page.keyboard.press("Enter")
    page.get_by_text("6 edited, 1 to be mended").wait_for(timeout=PATIENCE)
    told = printed(page, "The ides of March")
    for said in (
        "{'action': 'change', 'title': \"The desk's own title\", 'note': 'as the ministry writes it', 'who': 'AB'}",
        "{'action': 'pin', 'note': 'as the ministry writes it', 'who': 'AB'}",
        "{'action': 'change', 'date': 'early October 2015', 'who': 'AB'}",
        "{'action': 'drop', 'who': 'AB'}",
        "{'action': 'check', 'who': 'AB'}",
        "{'action': 'add', 'date': '44 BC', 'title': 'The ides of March', 'who': 'AB'}",
        f"{total} events; [\"'soon' is no date",
    ):
        assert said in told
    page.get_by_label("Search the events").fill("caspian")
    assert 0 < rows.count() < total
    assert contained.refused == []


def again(page: Page) -> str:
    """What the last cell prints when it is run once more."""
    last = page.locator(".jp-CodeCell").last
    before = last.locator(".jp-InputPrompt").inner_text()
    last.locator(".cm-content").click()
    page.keyboard.press("Control+Enter")
    page.wait_for_function(
        f"before => {{ const now = ({PROMPTS}).at(-1); return now !== before && /\\[\\d+\\]/.test(now); }}",
        arg=before, timeout=PATIENCE,
    )  # fmt: skip
    page.wait_for_timeout(500)
    return last.locator(".jp-OutputArea").inner_text()


def printed(page: Page, wanted: str) -> str:
    """What the last cell prints, as soon as what the browser sends has reached Python."""
    for _ in range(60):
        text = again(page)
        if wanted in text:
            break
        page.wait_for_timeout(500)
    return text


def selected(page: Page, wanted: Callable[[int, int], bool]) -> tuple[int, int]:
    """How many events are selected, of how many, as soon as what the browser sends has reached Python."""
    for _ in range(60):
        counts = re.search(r"selected (\d+) of (\d+)", again(page))
        if counts and wanted(int(counts[1]), int(counts[2])):
            break
        page.wait_for_timeout(500)
    assert counts
    return int(counts[1]), int(counts[2])


def test_a_hostile_title_stays_text_in_the_lab(lab: str, contained: Contained) -> None:
    page = contained.context.new_page()
    run_all(page, lab, "hostile.ipynb")
    frame = page.frame_locator(".jp-OutputArea iframe").first
    frame.get_by_text("document.title=").first.wait_for(state="attached", timeout=PATIENCE)
    assert "owned" not in page.title()
    assert frame.locator("title").text_content() == "Tests & trials"
    assert contained.refused == []
