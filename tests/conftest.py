"""Fixtures for everybody: the sample articles, and a real browser that may not leave the machine."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest
from filelock import FileLock
from hypothesis import settings

from timeline import Timeline, build_timeline

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Route

ROOT = Path(__file__).parent.parent
STUBS = str(Path(__file__).parent / "stubs")
collect_ignore = ["stubs"]
# For this process, and for those that tests start: commands, kernels, JupyterLab, the workers of pytest-xdist.
if STUBS not in sys.path:
    sys.path.insert(0, STUBS)
    os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, (STUBS, os.environ.get("PYTHONPATH"))))
REQUIRED = os.environ.get("TIMELINE_REQUIRE_BROWSER", "") not in ("", "0")
NO_BROWSER = "no Chromium found: install one (Debian: apt-get install chromium) or set TIMELINE_CHROMIUM to its path"
PATIENCE = 120_000  # milliseconds: a test waits for what it looks for, however slow the machine is
BROWSER_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
BROWSER_ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--disable-quic",
]
# A slow machine breaks no property. At a desk each run tries other examples; in CI nothing is left to chance.
settings.register_profile("house", deadline=None, derandomize=REQUIRED)
settings.load_profile("house")


def browser_path() -> str | None:
    """The Chromium that the browser tests use: the one that TIMELINE_CHROMIUM names, or the first on the PATH."""
    named = os.environ.get("TIMELINE_CHROMIUM")
    return named or next((path for name in BROWSER_NAMES if (path := shutil.which(name))), None)


def pytest_report_header() -> str:
    return f"browser: {browser_path() or NO_BROWSER}"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Without a browser its tests are skipped aloud; where one is required they fail instead, in the fixture."""
    if browser_path() or REQUIRED:
        return
    for item in items:
        if item.get_closest_marker("browser") or item.get_closest_marker("lab"):
            item.add_marker(pytest.mark.skip(reason=NO_BROWSER))


@pytest.fixture(scope="session")
def root() -> Path:
    """The folder of the project."""
    return ROOT


@pytest.fixture(scope="session")
def sample() -> Path:
    """The folder of our own sample articles."""
    return ROOT / "data" / "articles"


@pytest.fixture(scope="session")
def lines() -> dict[str, Timeline]:
    """The timeline of each of our collections, by its folder. Whoever changes a timeline changes a copy."""
    return {name: build_timeline(ROOT / "data" / name) for name in ("articles", "harbour-bridge")}


@pytest.fixture(scope="session")
def sample_line(lines: dict[str, Timeline]) -> Timeline:
    """The timeline of our own sample articles."""
    return lines["articles"]


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """One headless browser for the whole session."""
    path = browser_path()
    if path is None:
        if REQUIRED:
            pytest.fail(NO_BROWSER)
        pytest.skip(NO_BROWSER)
    from playwright.sync_api import expect, sync_playwright

    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=BROWSER_ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def session_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A temporary folder that all workers of pytest-xdist share; without workers the session's own."""
    own = tmp_path_factory.getbasetemp()
    return own.parent if "PYTEST_XDIST_WORKER" in os.environ else own


@contextmanager
def once(folder: Path) -> Iterator[tuple[Path, bool]]:
    """The folder, and whether it is still to be filled: one worker fills it while the others wait."""
    with FileLock(f"{folder}.lock"):
        folder.mkdir(exist_ok=True)
        done = folder / ".done"
        yield folder, not done.exists()
        done.touch()


class Contained:
    """A browser context in which every request that would leave the machine is refused and written down."""

    def __init__(self, context: BrowserContext) -> None:
        self.context = context
        self.refused: list[str] = []
        context.route("**/*", self._judge)

    def _judge(self, route: Route) -> None:
        address = urlsplit(route.request.url)
        local = address.scheme in ("file", "data", "blob", "about") or address.hostname in ("127.0.0.1", "localhost")
        if local:
            route.continue_()
        else:
            self.refused.append(route.request.url)
            route.abort()


@pytest.fixture
def contained(chromium: Browser) -> Iterator[Contained]:
    """`contained.context.new_page()` opens a page; `contained.refused` lists what it asked the network for."""
    context = chromium.new_context(viewport={"width": 1280, "height": 900}, timezone_id="America/Los_Angeles")
    context.set_default_timeout(PATIENCE)
    yield Contained(context)
    context.close()
