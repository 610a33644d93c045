"""Plain text and Markdown as drafts of articles."""

from __future__ import annotations

import re
import tomllib
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from timeline.publication.days import read_day
from timeline.reading.drafts import Draft, Stated
from timeline.reading.encodings import decode_text
from timeline.reading.limits import LARGEST_PAGE, check_size, check_text
from timeline.reading.quotations import mark_quotations
from timeline.reading.titles import find_title
from timeline.reading.wrapping import unwrap_text

if TYPE_CHECKING:
    from timeline.reading.files import File

FRONT_MATTER = re.compile(r"\A---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
TOML_MATTER = re.compile(r"\A\+\+\+[ \t]*\n(.*?)\n\+\+\+[ \t]*(?:\n|\Z)", re.DOTALL)
FIELD = re.compile(r"^([A-Za-z_][\w-]*)\s*:\s*(.*?)\s*$")
DAYS = ("published", "date", "publish_date", "published_at", "pubdate", "created")


def read_text(file: File) -> list[Draft]:
    """The draft of a plain text; lines broken to fit a page are put together, offsets unchanged, a quoted mail is marked.

    Raises ValueError for a file that is binary, empty or too long.
    """
    check_size(len(file.data), LARGEST_PAGE)
    text, problems = decode_text(file.data)
    text = unwrap_text(check_text(text))
    quoted = tuple(mark_quotations(text, "text"))
    return [
        Draft(
            file.name,
            file.hints,
            text,
            find_title(text),
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
            title=fields.get("title") or find_title(text),
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
    told = {name.lower(): value for name, value in tomllib.loads(front).items()}
    return {
        name: value.isoformat() if isinstance(value, date) else str(value)
        for name, value in told.items()
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
