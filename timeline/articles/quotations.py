"""What a mail quotes of the mail it answers: the other mail states it, on another day, and it makes no event here.

Mails are also saved as texts: there a line that opens a quotation may be one of an article or a memorandum.
"""

from __future__ import annotations

import re
from typing import Literal

from timeline.languages.lexicon import LANGUAGES, words_of
from timeline.text import any_of, numbered_lines

# How mail programs open a quotation in English: "On Sun, 24 Mar 2024 at 09:12, Desk <desk@example.org> wrote:". Other
# languages have these words in their tables.
ENGLISH = {
    "wrote": ["wrote", "writes"],
    "original": ["original message", "reply message"],
    "forwarded": ["forwarded message"],
    "sender": ["from"],
    "headers": ["sent", "date", "to", "cc", "subject"],
}


def _any(kind: str) -> str:
    """The regex of a kind of words in all languages: a mail may quote one in another language."""
    return any_of([*ENGLISH[kind], *(word for code in LANGUAGES for word in words_of(code).mail.get(kind, ()))])


_HOUR_OR_YEAR = r"(?=.*(?:[0-9]{1,2}[:.][0-9]{2}|[0-9]{4}))"
OPENING = re.compile(rf"{_HOUR_OR_YEAR}.{{0,240}}(?:<\S+@\S+>\)?|\b{_any('wrote')}\b)[^:]{{0,60}}:$", re.IGNORECASE)
SEPARATOR = re.compile(rf"-{{2,}} ?(?P<forwarded>{_any('forwarded')})|-{{2,}} ?{_any('original')}", re.IGNORECASE)
SENDER = re.compile(rf"\*?{_any('sender')} ?:\*? \S", re.IGNORECASE)
HEADER = re.compile(rf"\*?{_any('headers')} ?:", re.IGNORECASE)
# A head has at least a sender and two lines more.
LEAST_HEAD = 3
ENDS = (".", "!", "?")


def mark_quotations(text: str, of: Literal["mail", "text", "markdown"] = "mail") -> list[tuple[int, int]]:
    r"""The spans of a mail's text, as code points with an exclusive end, that it quotes, with the lines that open them.

    A mail that holds nothing but a quotation hands something on: there only the lines that open it are marked. A plain
    text may be no mail: "... the minister wrote:" opens a quotation only before lines with signs or beside an address,
    a head only below a sentence. Markdown bears signs for other reasons, too: there a line must open them.

    >>> text = "They left.\n\nOn 3 May 2024 at 09:12, Desk <desk@example.org> wrote:\n> They met on 2 May.\nIt rained."
    >>> [text[start:end].split("\n") for start, end in mark_quotations(text)]
    [['On 3 May 2024 at 09:12, Desk <desk@example.org> wrote:'], ['> They met on 2 May.']]
    """
    lines = numbered_lines(text)
    signed = {at for at, (_, line) in enumerate(lines) if line.startswith(">")}
    opening, quoted = set[int](), set[int]() if of == "markdown" else set(signed)
    for at in range(len(lines)):
        if at in signed or at in opening:
            continue
        opens, hands_on = _opened(lines, at)
        if of != "mail" and at + opens not in signed and not _surely(lines, at, opens):
            continue
        opening.update(range(at, at + opens))
        run = at + opens
        while opens and run in signed:
            quoted.add(run)
            run += 1
        # Without signs before its lines, a quotation reaches to the end.
        if opens and not hands_on and at + opens not in signed:
            quoted.update(range(at + opens, len(lines)))
            break
    marked = opening | quoted if len(opening | quoted) < len(lines) else opening
    return [(lines[at][0], lines[at][0] + len(lines[at][1])) for at in sorted(marked)]


def _surely(lines: list[tuple[int, str]], at: int, opens: int) -> bool:
    """Whether a line that looks like the opening of a quotation can be nothing else in a text that may be no mail."""
    words = " ".join(line for _, line in lines[at : at + opens])
    if SEPARATOR.match(words):
        return True
    if SENDER.match(words):  # a memorandum, too, has a head, below its title
        return any(line.rstrip().endswith(ENDS) for _, line in lines[:at])
    return "@" in words


def _opened(lines: list[tuple[int, str]], at: int) -> tuple[int, bool]:
    """How many lines from here open a quotation, and whether they hand it on as it is."""
    words = [line for _, line in lines[at : at + 8]]
    separator = SEPARATOR.match(words[0])
    head = 0
    rest = words[1:] if separator else words
    if rest and SENDER.match(rest[0]):
        head = 1
        while head < len(rest) and HEADER.match(rest[head]):
            head += 1
    if separator:
        return 1 + head, separator["forwarded"] is not None
    if head >= LEAST_HEAD:
        return head, False
    if OPENING.match(words[0]):
        return 1, False
    # Programs break the line at some eighty characters.
    if len(words) > 1 and not words[0].endswith((".", "!", "?", ":")) and OPENING.match(f"{words[0]} {words[1]}"):
        return 2, False
    return 0, False
