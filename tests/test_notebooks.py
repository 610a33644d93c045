"""Every notebook runs from top to bottom with the network refused, and shows what it promises."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import nbformat
import pytest

if TYPE_CHECKING:
    from tests.conftest import Contained

FOLDER = Path(__file__).parent.parent / "notebooks"
NOTEBOOKS = sorted(FOLDER.glob("*.ipynb"))

QUIETLY = {"JUPYTER_PLATFORM_DIRS": "1"}

# Runs in the kernel before the first cell: only the machine itself may be spoken to.
REFUSE = """
import socket as _socket

def _refuse(self, address, *rest):
    if self.family in (_socket.AF_INET, _socket.AF_INET6) and address[0] not in ("127.0.0.1", "localhost", "::1"):
        raise OSError(f"a notebook asked the network for {address}")
    return _connect(self, address, *rest)

_connect = _socket.socket.connect
_socket.socket.connect = _refuse
"""
# A process of its own: nbclient brings an event loop, and a browser in this one has another.
EXECUTE = """
import sys, nbformat
from nbclient import NotebookClient
source, target, refuse = sys.argv[1:]
notebook = nbformat.read(source, as_version=4)
notebook.cells.insert(0, nbformat.v4.new_code_cell(refuse))
NotebookClient(notebook, timeout=300, store_widget_state=False, resources={"metadata": {"path": source.rpartition("/")[0]}}).execute()
del notebook.cells[0]
nbformat.write(notebook, target)
"""


@pytest.fixture(scope="module", params=NOTEBOOKS, ids=lambda path: path.stem)
def executed(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> nbformat.NotebookNode:
    target = tmp_path_factory.mktemp("executed") / request.param.name
    done = subprocess.run(
        [sys.executable, "-c", EXECUTE, str(request.param), str(target), REFUSE],
        env=os.environ | QUIETLY, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-4000:]
    return nbformat.read(target, as_version=4)


def test_there_are_notebooks() -> None:
    assert NOTEBOOKS


def test_no_cell_complains(executed: nbformat.NotebookNode) -> None:
    outputs = [output for cell in executed.cells for output in cell.get("outputs", [])]
    assert not [output for output in outputs if output.output_type == "error" or output.get("name") == "stderr"]


def test_it_reads_as_a_page(executed: nbformat.NotebookNode) -> None:
    kinds = [cell.cell_type for cell in executed.cells]
    assert executed.cells[0].source.startswith("# ")
    assert kinds.count("markdown") >= 5
    assert all(cell.outputs for cell in executed.cells if cell.cell_type == "code" and _shows(cell.source))


def _shows(source: str) -> bool:
    """Whether the last line of a cell is an expression, which a notebook shows."""
    last = source.splitlines()[-1]
    return (
        not last.startswith((" ", "import ", "from ", ")", "]", "}"))
        and " = " not in last
        and "=" not in last.split("(")[0]
    )


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_it_is_kept_without_outputs(path: Path) -> None:
    notebook = json.loads(path.read_text("utf-8"))
    assert not [cell for cell in notebook["cells"] if cell.get("outputs") or cell.get("execution_count")]


def test_what_a_notebook_shows_of_a_timeline_is_the_page_and_a_picture(executed: nbformat.NotebookNode) -> None:
    for cell in executed.cells:
        if cell.source.splitlines()[-1] == "line":
            shown = cell.outputs[-1].data
            assert shown["text/html"].startswith("<iframe srcdoc=")
            assert "image/png" in shown


@pytest.mark.browser
def test_its_page_asks_nothing_of_the_network(
    executed: nbformat.NotebookNode, contained: Contained, tmp_path: Path
) -> None:
    """`make pages` renders with these settings; without them the pages would load scripts from elsewhere."""
    makefile = (FOLDER.parent / "Makefile").read_text("utf-8")
    settings = re.findall(r"--HTMLExporter\.\S+", makefile)
    assert settings
    assert "--ExecutePreprocessor.store_widget_state=False" in makefile  # as EXECUTE does
    nbformat.write(executed, tmp_path / "notebook.ipynb")
    command = [sys.executable, "-m", "nbconvert", "--log-level", "ERROR", "--to", "html", *settings, "notebook.ipynb"]
    subprocess.run(command, cwd=tmp_path, env=os.environ | QUIETLY, capture_output=True, check=True)
    page = contained.context.new_page()
    page.goto((tmp_path / "notebook.html").as_uri())
    page.wait_for_timeout(1000)
    for frame in page.locator("iframe").all():
        frame.content_frame.locator("canvas, svg").first.wait_for(state="attached")
    assert contained.refused == []
