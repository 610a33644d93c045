"""The page's scripts as one file: python -m tests.page.bundle writes timeline/page/assets/page.bundle.js.

esbuild comes from npm: `.venv/bin/npm ci --prefix tests/benchmarks`, which `make assets` does. Users of the package need neither.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

from timeline import page

ASSETS = Path(page.__file__).parent / "assets"
BUNDLE = ASSETS / "page.bundle.js"
ESBUILD = Path(__file__).parent.parent / "benchmarks/node_modules/esbuild/bin/esbuild"
OPTIONS = ("--bundle", "--format=iife", "--charset=utf8", "--target=es2022", "--log-level=warning")
TOLD = "// Made by `make assets` from the modules beside it, of which this is the sha256: "


def sources() -> list[Path]:
    return sorted(path for path in ASSETS.glob("*.js") if path != BUNDLE)


def header() -> str:
    """The first line of the bundle; it changes with every name and every letter of the modules."""
    text = "".join(f"{path.name}\n{path.read_text('utf-8')}\n" for path in sources())
    return TOLD + hashlib.sha256(text.encode()).hexdigest()


def bundled() -> str:
    node = f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', '')}"
    command = [str(ESBUILD), "main.js", *OPTIONS]
    done = subprocess.run(command, cwd=ASSETS, env=os.environ | {"PATH": node}, capture_output=True, check=True)
    return f"{header()}\n{done.stdout.decode('utf-8')}"


if __name__ == "__main__":
    BUNDLE.write_text(bundled(), encoding="utf-8")
    print(BUNDLE)
