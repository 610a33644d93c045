"""What a source is called where there is little room: the page calls it the same (`shortened` in `dom.js`)."""

from __future__ import annotations

import re

ADDRESS = re.compile(r"https?://(?:www\.)?(.+?)/?", re.IGNORECASE | re.DOTALL)
PARTS = re.compile(r"[\\/]")
LONGEST = 60


def short_name(source: str) -> str:
    """An address without its scheme, a file without its folders.

    >>> short_name("https://www.quay.example/news/?id=3"), short_name("news/2016/ferry.txt")
    ('quay.example/news/?id=3', 'ferry.txt')
    """
    address = ADDRESS.fullmatch(source)
    name = address[1] if address else PARTS.split(source)[-1] or source
    return name if len(name) <= LONGEST else f"{name[: LONGEST - 3]}…"
