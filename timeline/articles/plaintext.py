"""Plain text and Markdown as drafts of articles.

A line break ends a sentence in every later stage. So lines that were broken to fit a page are joined first.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from timeline.articles.draft import LARGEST_PAGE, Draft, Stated, check_made, check_size, check_text
from timeline.articles.encoding import decode_text
from timeline.articles.quotations import mark_quotations
from timeline.languages import read_day

if TYPE_CHECKING:
    from timeline.articles.files import File


NARROWEST, WIDEST = 40, 110
FULL = 0.72
# Anchored and possessive, so that a file of one endless line is passed over once.
# A line that a mail quotes begins with its sign, and ends the paragraph before it.
BLOCK = re.compile(r"^(?!>)[^\n]++(?:\n(?!>)[^\n]++){2,}+", re.MULTILINE)
ITEM = re.compile(r"\s*(?:[-*•–—>|+]|\(?\d+[.):]|\d{1,4}\s|[A-Z][a-z]{2,8}\.? \d)")
SPLIT_WORD = re.compile(r"(?<=[a-zà-ÿ])-\0(?=[a-zà-ÿ])")


def unwrap_text(text: str) -> str:
    r"""Text with the breaks inside its paragraphs turned into spaces, offsets unchanged; other text as it is.

    >>> lines = ["The envoys of seventeen states met in the old town", "on October 22 and talked for hours of a truce"]
    >>> lines += ["that none of them had asked for, and left."]
    >>> unwrap_text("\n".join(lines)) == " ".join(lines)
    True
    >>> unwrap_text("Talks\nOctober 22\nThey left.")
    'Talks\nOctober 22\nThey left.'
    """
    return BLOCK.sub(_joined_block, text)


def _joined_block(match: re.Match[str]) -> str:
    block = match[0]
    lines = block.split("\n")
    widths = [len(line.rstrip()) for line in lines]
    widest = max(widths)
    if not NARROWEST <= widest <= WIDEST:
        return block
    # The last line of a paragraph may be short; where others are, or end or begin like items, they were meant as lines.
    if sum(width < FULL * widest for width in widths[:-1]) > len(lines) // 10:
        return block
    if sum(bool(ITEM.match(line)) for line in lines) > len(lines) // 3:
        return block
    if sum(line.rstrip().endswith((".", "!", "?", ";", ":")) for line in lines[:-1]) > len(lines) // 3:
        return block
    return block.replace("\n", " ")


def join_lines(lines: list[str]) -> str:
    r"""Paragraphs from the lines of a printed page: a line much shorter than the page is wide ends one.

    >>> join_lines(["The envoys of seventeen states met in the old", "town on October 22 and told of opera-", "tions."])
    'The envoys of seventeen states met in the old town on October 22 and told of operations.'
    """
    widths = sorted(len(line.strip()) for line in lines if line.strip())
    if not widths:
        return ""
    width = widths[min(int(0.9 * len(widths)), len(widths) - 1)]
    parts = []
    for line in lines:
        stripped = line.strip()
        full = len(stripped) >= FULL * width and width >= NARROWEST
        parts.append(stripped + ("\0" if stripped.endswith("-") and full else " " if full else "\n"))
    text = SPLIT_WORD.sub("", "".join(parts)).replace("\0", "")
    return re.sub(r"\n{3,}", "\n\n", text).strip()


FRONT_MATTER = re.compile(r"\A---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
TOML_MATTER = re.compile(r"\A\+\+\+[ \t]*\n(.*?)\n\+\+\+[ \t]*(?:\n|\Z)", re.DOTALL)
FIELD = re.compile(r"^([A-Za-z_][\w-]*)\s*:\s*(.*?)\s*$")
DAYS = ("published", "date", "publish_date", "published_at", "pubdate", "created")


def read_text(file: File) -> list[Draft]:
    """The draft of a plain text: lines broken to fit a page are joined, offsets unchanged, a quoted mail is marked.

    Raises ValueError for a file that is binary, empty or too long.
    """
    check_size(len(file.data), LARGEST_PAGE)
    check_made(file.data)
    text, problems = decode_text(file.data)
    text = unwrap_text(check_text(text))
    quoted = tuple(mark_quotations(text, "text"))
    return [
        Draft(
            file.name,
            file.hints,
            text,
            "",
            modified=file.modified,
            problems=tuple(problems),
            quoted=quoted,
        )
    ]


def read_markdown(file: File) -> list[Draft]:
    """The draft of a Markdown text: its front matter (YAML or TOML) gives title, author, language, link and day.

    Raises ValueError for a file that is binary, empty or too long.
    """
    [draft] = read_text(file)
    front = FRONT_MATTER.match(draft.text) or TOML_MATTER.match(draft.text)
    if front is None:
        return [replace(draft, quoted=tuple(mark_quotations(draft.text, "markdown")))]
    text = check_text(draft.text[front.end() :].lstrip("\n"))
    stated, problems = [], list(draft.problems)
    if front.re is FRONT_MATTER:
        fields = _fields(front[1])
    else:
        try:
            fields = _toml_fields(front[1])
        except tomllib.TOMLDecodeError as error:
            fields = {}
            problems.append(f"front matter is no TOML: {error}")
    for name in DAYS:
        if name in fields:
            try:
                stated.append(Stated(read_day(fields[name]), f"front matter “{name}: {fields[name]}”", "metadata"))
            except ValueError:
                problems.append(f"front matter: {name}: {fields[name]!r} is no day")
    return [
        replace(
            draft,
            text=text,
            title=fields.get("title") or "",
            author=fields.get("author"),
            language=fields.get("lang") or fields.get("language"),
            link=fields.get("link") or fields.get("url"),
            stated=tuple(stated),
            problems=tuple(problems),
            quoted=tuple(mark_quotations(text, "markdown")),
        )
    ]


def _toml_fields(front: str) -> dict[str, str]:
    """The fields of the front matter that are words, numbers or days."""
    stated = {name.lower(): value for name, value in tomllib.loads(front).items()}
    return {
        name: value.isoformat() if isinstance(value, date) else str(value)
        for name, value in stated.items()
        if isinstance(value, (str, int, date))
    }


def _fields(front: str) -> dict[str, str]:
    """Flat fields only: front matter is YAML, but nobody nests a title or a date."""
    found = {}
    for line in front.split("\n"):
        match = FIELD.match(line)
        if match and match[2]:
            found[match[1].lower()] = match[2].strip("\"'")
    return found
