"""Extras: libraries that are installed only by those who need them, and what to do where one is missing."""

from __future__ import annotations

import sys
from importlib.util import find_spec


def demand_extra(what: str, module: str, extra: str) -> None:
    """Raise `ImportError`, saying what to install, where the library that `what` needs is missing.

    >>> demand_extra("a calendar", "no_such_library", "calendar")
    Traceback (most recent call last):
    ...
    ImportError: a calendar needs no_such_library: pip install "timeline-notebook[calendar]"
    """
    if (sys.modules[module] if module in sys.modules else find_spec(module)) is None:
        raise ImportError(f'{what} needs {module}: pip install "timeline-notebook[{extra}]"')
