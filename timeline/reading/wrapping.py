"""Lines that were broken to fit a page, put together again: a line break ends a sentence in every later stage."""

from __future__ import annotations

import re

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
