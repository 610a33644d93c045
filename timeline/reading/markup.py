"""Plain text from a fragment of HTML, as feeds and mails carry it: paragraphs kept, scripts and styles dropped."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from timeline.reading.limits import LONGEST_TEXT, check_size

SILENT = frozenset("script style head template noscript svg iframe object".split())
BLOCKS = frozenset(
    "address article aside blockquote br dd div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header hr li main "
    "nav ol p pre section table td th tr ul".split()
)


def text_of_html(html: str) -> str:
    r"""The visible text of a fragment of HTML, a paragraph a line.

    >>> text_of_html("<p>Talks <b>began</b>&hellip;</p><script>alert(1)</script><p>They left.</p>")
    'Talks began…\nThey left.'
    """
    check_size(len(html), LONGEST_TEXT, "fragment of HTML")
    parser = _Visible()
    parser.feed(html)
    parser.close()
    lines = (re.sub(r"\s+", " ", line).strip() for line in "".join(parser.parts).split("\0"))
    return "\n".join(line for line in lines if line)


class _Visible(HTMLParser):
    """A zero byte marks the end of a paragraph: the parser never lets one through in the data."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - HTMLParser calls it so
        if tag in SILENT:
            self.silent += 1
        elif tag in BLOCKS:
            self.parts.append("\0")

    def handle_endtag(self, tag: str) -> None:
        if tag in SILENT:
            self.silent = max(0, self.silent - 1)
        elif tag in BLOCKS:
            self.parts.append("\0")

    def handle_data(self, data: str) -> None:
        if not self.silent:
            self.parts.append(data.replace("\0", " "))
