"""Text for eyes and engines: counted nouns, short names of sources, text on one line, lists of words as a regex."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable


def counted(number: int, noun: str) -> str:
    """So many of something, in words.

    >>> counted(1, "event"), counted(1200, "event")
    ('1 event', '1,200 events')
    """
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


# Where there is nothing to match. Rust's regexes, unlike Python's, have no `(?!)`.
NEVER = r"[^\s\S]"
# Texts write an apostrophe in three ways. Templates turn a blank into any white space, so that it stays bare.
_LETTERS = {"'": "['’ʼ]", " ": " ", "-": "-"}


def any_of(words: Iterable[str]) -> str:
    r"""A regex, in its own group, for any one of the words: the longest that fits, with any kind of apostrophe.

    It is a prefix tree, because Python's engine tries a flat list word by word. It keeps the case of the words. A word
    is no regex: every sign in it stands for itself. No words match nothing.

    >>> any_of(["sep", "sept", "march", "may"]), any_of(["a.m.", "new year's"])
    ('(?:ma(?:rch|y)|sept?)', "(?:a\\.m\\.|new year['’ʼ]s)")
    >>> any_of([]) == NEVER
    True
    """
    tree: dict[str, Any] = {}
    for word in sorted(set(words)):
        node = tree
        for letter in word:
            node = node.setdefault(letter, {})
        node[""] = {}
    if not tree:
        return NEVER
    return _branches(tree) if len(tree) > 1 and "" not in tree else f"(?:{_branches(tree)})"


def _branches(node: dict[str, Any]) -> str:
    """The regex of what may follow a prefix; "" as a key says that a word ends there."""
    ways = [
        _LETTERS.get(letter, re.escape(letter)) + (_branches(below) if below.keys() != {""} else "")
        for letter, below in node.items()
        if letter
    ]
    if not ways:
        return ""
    regex = ways[0] if len(ways) == 1 else f"(?:{'|'.join(ways)})"
    if "" not in node:
        return regex
    return f"{regex}?" if len(ways) > 1 or len(regex) == 1 else f"(?:{regex})?"


# What stands in files that the program makes and that could be read as articles: in HTML, in Markdown and XML, in PDF.
MADE_HTML = '<meta name="generator" content="timeline-notebook">'
MADE_COMMENT = "<!-- timeline-notebook -->"
MADE_PDF = "%timeline-notebook"
MADE_CALENDAR = "-//timeline-notebook//timeline//EN"

# A spreadsheet runs a cell that begins with one of these as a formula; an apostrophe before it keeps it text.
FORMULA = r"^('*[=+\-@\t\r])"
GUARDED = r"^'('*[=+\-@\t\r])"
# What moves the cursor, rings or turns the direction of the text is not for terminals: names and titles may hold it.
CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")
# What programs, printers and terminals used among themselves: texts, tables and XML have no use or no way for it.
UNUSED = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f]")
# The code points that Unicode assigns to no character. UTF-8 can write them; XML cannot, and renderers crash on them.
NONCHARACTERS = "\ufdd0-\ufdef" + "".join(
    chr(plane + last) for plane in range(0, 0x110000, 0x10000) for last in (0xFFFE, 0xFFFF)
)
# Half of a pair, as a cut emoji or a file name that is not UTF-8 leaves it: no encoding has a way to write it.
# The first class, of few ranges, is passed over ten times as fast as the second, which is looked at only where it fits.
UNWRITABLE = re.compile(
    f"[\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff\U0001fffe-\U0010ffff](?<=[\ud800-\udfff{NONCHARACTERS}])"
)
ADDRESS = re.compile(r"https?://(?:www\.)?", re.IGNORECASE)
FILE = re.compile(r"\.[A-Za-z][A-Za-z0-9]{1,7}\b")
FOLDERS = re.compile(r"[/\\]")
LONGEST = 60


def short_names(sources: Iterable[str]) -> dict[str, str]:
    """For each source a short name: an address without its scheme, a file with the folders that tell it from others.

    >>> names = ["../pile/may/talks.txt", "../pile/june/talks.txt", "../pile/june/ban.txt", "AP/Reuters"]
    >>> short_names(names)  # doctest: +NORMALIZE_WHITESPACE
    {'../pile/may/talks.txt': 'may/talks.txt', '../pile/june/talks.txt': 'june/talks.txt',
     '../pile/june/ban.txt': 'ban.txt', 'AP/Reuters': 'AP/Reuters'}
    """
    parts = {source: _parts(source) for source in sources}
    depth = dict.fromkeys(parts, 1)
    while True:
        short = {source: "/".join(parts[source][-depth[source] :]) for source in parts}
        often = Counter(short.values())
        twice = [source for source in parts if often[short[source]] > 1]
        longer = [source for source in twice if depth[source] < len(parts[source])]
        if not longer:
            return short | {source: source for source in twice}
        for source in longer:
            depth[source] += 1


def short_name(source: str) -> str:
    """The short name of a source alone, at most `LONGEST` characters.

    >>> short_name("https://www.quay.example/news/?id=3"), short_name("news/2016/ferry.txt")
    ('quay.example/news/?id=3', 'ferry.txt')
    """
    name = short_names([source])[source]
    return name if len(name) <= LONGEST else f"{name[: LONGEST - 3]}…"


def _parts(source: str) -> list[str]:
    if ADDRESS.match(source):
        return [ADDRESS.sub("", source, count=1).rstrip("/") or source]
    parts = FOLDERS.split(source)
    return parts if FILE.search(parts[-1]) else [source]


def plain(value: object) -> str:
    r"""A value on one line, without what would move the cursor of a terminal.

    >>> plain("two\nlines \x1b[31mred"), plain(["a", "b"]), plain(None)
    ('two lines [31mred', 'a; b', '')
    """
    if value is None:
        return ""
    if isinstance(value, list):
        return "; ".join(map(plain, value))
    return " ".join(CONTROL.sub(" ", str(value)).split())


def harmless(message: str) -> str:
    r"""A message of one or more lines without what would move the cursor of a terminal.

    >>> harmless("a\x1b]0;b.txt: not read\n  try c")
    'a ]0;b.txt: not read\n  try c'
    """
    return "\n".join(CONTROL.sub(" ", line) for line in message.split("\n"))


def writable(text: str) -> str:
    r"""A text of the same length that every file can hold: blanks for control signs, U+FFFD for what is no character.

    >>> writable("ships \ud83d fired\x07\n") == "ships \ufffd fired \n"
    True
    """
    return UNWRITABLE.sub("\ufffd", UNUSED.sub(" ", text))


def numbered_lines(text: str, most: int | None = None) -> list[tuple[int, str]]:
    """The lines of a text that are not blank (the first `most`), stripped, each with its offset."""
    found: list[tuple[int, str]] = []
    position = 0
    while position <= len(text) and (most is None or len(found) < most):
        end = text.find("\n", position)
        end = len(text) if end < 0 else end
        line = text[position:end]
        stripped = line.strip()
        if stripped:
            found.append((position + line.index(stripped[0]), stripped))
        position = end + 1
    return found
