"""Events as the chronology box of an article, in Markdown."""

from __future__ import annotations

import re
from typing import Any

from timeline.calendar.display import with_when
from timeline.export.exportable import Exportable, Exported
from timeline.text import MADE_COMMENT, short_name

MARKED = re.compile(r"([\\`*_{}\[\]<>#|~&!])")


def as_markdown(line: Exportable, *, sentences: bool = False) -> Exported:
    """A list, a line an event: the day in bold, what happened, where it was read; `sentences` quotes them as well.

    What is not certain says so, and so does what the sources contradict.
    """
    lines = [f"# {literal(line.title)}", ""]
    for row in with_when(line.events).iter_rows(named=True):
        lines += _entry(row, sentences)
    return Exported(("\n".join([*lines, "", MADE_COMMENT]) + "\n").encode())


def _entry(row: dict[str, Any], sentences: bool) -> list[str]:
    remarks = [remark for remark in (_certainty(row), *(row["conflicts"] or [])) if remark]
    sources = sorted(
        {short_name(mention["source"]) for mention in row["evidence"] if mention["source"] and mention["article_id"]}
    )
    text = f"- **{literal(row['when'])}**: {literal(row['title'])}"
    if remarks:
        text += f" — *{literal('; '.join(remarks))}*"
    if sources:
        text += f" ({literal(', '.join(sources))})"
    return [text, *(f"  > {literal(mention['sentence'])}" for mention in row["evidence"] if sentences)]


def _certainty(row: dict[str, Any]) -> str:
    return row["modality"] if row["modality"] not in (None, "asserted") else ""


def literal(text: str) -> str:
    r"""Text that Markdown shows as it is.

    >>> literal("5 * 3 <b> [x](y)\nz")
    '5 \\* 3 \\<b\\> \\[x\\](y) z'
    """
    return MARKED.sub(r"\\\1", " ".join(text.split()))
