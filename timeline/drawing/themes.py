"""The colours and letters of a picture, as the page's style sheet reads them."""

from __future__ import annotations

from timeline.drawing.marks import DARK, LIGHT, Colors

SANS = '-apple-system, "Segoe UI", Roboto, "Noto Sans", "Helvetica Neue", Arial, sans-serif'
SERIF = '"Iowan Old Style", Charter, "Palatino Linotype", Georgia, "Liberation Serif", serif'


def variables() -> str:
    """The variables of CSS for both themes and for the letters: what the page and the still pictures share.

    >>> variables().splitlines()[0][:52]
    ':root { --paper: #ffffff; --band: #f6f5f1; --ink: #1'
    """
    letters = f"--sans: {SANS}; --serif: {SERIF};"
    return f':root {{ {_colors(LIGHT)} {letters} }}\n:root[data-theme="dark"] {{ {_colors(DARK)} }}\n'


def _colors(theme: Colors) -> str:
    said = {name: color for name, color in theme.items() if isinstance(color, str)}
    said |= {f"heat-{at}": color for at, color in enumerate(theme["heat"], 1)}
    return " ".join(f"--{name}: {color};" for name, color in said.items())
