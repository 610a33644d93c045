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

from tests.conftest import once

if TYPE_CHECKING:
    from tests.conftest import Contained

FOLDER = Path(__file__).parent.parent / "notebooks"
NOTEBOOKS = sorted(FOLDER.glob("*.ipynb"))

MAKEFILE = (FOLDER.parent / "Makefile").read_text("utf-8")
EXPORTER = re.findall(r"--HTMLExporter\.\S+", MAKEFILE)
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
# A process of its own: nbclient brings an event loop, and a browser in this one has another. Each notebook has its kernel.
EXECUTE = """
import sys, traceback
from pathlib import Path
import nbformat
from nbclient import NotebookClient
folder, target, refuse = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3]
for path in sorted(folder.glob("*.ipynb")):
    notebook = nbformat.read(path, as_version=4)
    notebook.cells.insert(0, nbformat.v4.new_code_cell(refuse))
    try:
        where = {"metadata": {"path": str(folder)}}
        NotebookClient(notebook, timeout=300, store_widget_state=False, resources=where).execute()
    except Exception:
        (target / f"{path.stem}.error").write_text(traceback.format_exc(), "utf-8")
    else:
        del notebook.cells[0]
        nbformat.write(notebook, target / path.name)
"""


@pytest.fixture(scope="session")
def outputs(session_folder: Path) -> Path:
    """A folder of all notebooks as executed, and as pages that `make pages` would render."""
    with once(session_folder / "notebooks") as (folder, first):
        if first:
            command = [sys.executable, "-c", EXECUTE, str(FOLDER), str(folder), REFUSE]
            subprocess.run(command, env=os.environ | QUIETLY, check=True)
            render = [sys.executable, "-m", "nbconvert", "--log-level", "ERROR", "--to", "html", *EXPORTER]
            names = sorted(path.name for path in folder.glob("*.ipynb"))
            subprocess.run([*render, *names], cwd=folder, env=os.environ | QUIETLY, capture_output=True, check=True)
    return folder


@pytest.fixture(params=NOTEBOOKS, ids=lambda path: path.stem)
def executed(request: pytest.FixtureRequest, outputs: Path) -> nbformat.NotebookNode:
    failed = outputs / f"{request.param.stem}.error"
    assert not failed.exists(), failed.read_text("utf-8")[-4000:]
    return nbformat.read(outputs / request.param.name, as_version=4)


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
@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_its_page_asks_nothing_of_the_network(outputs: Path, path: Path, contained: Contained) -> None:
    """`make pages` renders with these settings; without them the pages would load scripts from elsewhere."""
    assert EXPORTER
    assert "--ExecutePreprocessor.store_widget_state=False" in MAKEFILE  # as EXECUTE does
    page = contained.context.new_page()
    page.goto((outputs / f"{path.stem}.html").as_uri(), wait_until="load")
    for frame in page.locator("iframe").all():
        frame.content_frame.locator("canvas, svg").first.wait_for(state="attached")
    page.wait_for_load_state("networkidle")
    assert contained.refused == []
