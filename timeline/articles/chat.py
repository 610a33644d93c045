"""Exports of chats as drafts of articles, a message each, with its own moment and writer.

Those of Telegram, Slack, Signal and Facebook in JSON are tables, which `columns` knows. Here are the texts of WhatsApp
and the pages of Telegram.
"""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Any

from timeline.articles.columns import read_days
from timeline.articles.draft import LARGEST_PAGE, MOST_MEMBERS, Draft, Stated, check_made, check_size, unread
from timeline.articles.encoding import decode_text
from timeline.text import counted

if TYPE_CHECKING:
    from timeline.articles.files import File

# "24/02/2022, 06:14 - Ana: ..." (Android), "[2/24/22, 6:14:10 AM] Ana: ..." (iOS).
MESSAGE = re.compile(
    r"^[\u200e\u200f\ufeff]*\[?(?P<day>\d{1,4}[./-]\d{1,2}[./-]\d{2,4}),?\s(?P<clock>\d{1,2}[:.]\d\d(?:[:.]\d\d)?"
    r"(?:\s?[AaPp]\.?\s?[Mm]\.?)?)(?:\]|\s[-–])\s(?P<rest>.*)$",
    re.MULTILINE,
)
WRITER = re.compile(r"(?P<name>[^:\n]{1,60}): (?P<text>.*)", re.DOTALL)
# What the program writes in place of a picture, or about the chat itself.
NOTICE = re.compile(
    r"[\u200e\u200f\s]*(?:<[^<>]{3,60}>|(?:image|video|audio|sticker|document|GIF|Contact card) omitted"
    r"|.{0,40}end-to-end encrypted.*|This message was deleted\.?|null)[\s.]*",
    re.IGNORECASE | re.DOTALL,
)
TELEGRAM = b"pull_right date details"
FEWEST = 2


def is_chat(text: str) -> bool:
    """Whether a text is the export of a chat: its first line is a message, and others are.

    >>> is_chat("24/02/2022, 06:14 - Ana: It rang.\\n24/02/2022, 06:15 - Ben: Yes."), is_chat("24/02/2022, a day")
    (True, False)
    """
    first = MESSAGE.match(text)
    return first is not None and MESSAGE.search(text, first.end()) is not None


def read_chat(file: File) -> list[Draft]:
    """The drafts of the messages of a WhatsApp export. Raises ValueError for a text without one."""
    check_size(len(file.data), LARGEST_PAGE, "chat")
    check_made(file.data)
    text, problems = decode_text(file.data)
    found = list(MESSAGE.finditer(text))
    ends = [match.start() for match in found[1:]] + [len(text)]
    days = read_days([_four_figures(match["day"]) for match in found])
    if not any(days.days):
        # Neither order shows: most countries write the day first.
        days = read_days([_four_figures(match["day"]) for match in found], order="day")
    messages = []
    for match, end, day in zip(found, ends, days.days, strict=True):
        said = WRITER.match(match["rest"] + text[match.end() : end].rstrip())
        kept = said is not None and not NOTICE.fullmatch(said["text"])
        writer = said["name"].strip("\u200e\u200f ") if said else ""
        words = said["text"].strip("\u200e\u200f \n") if said and kept else ""
        messages.append((day, match["day"] + " " + match["clock"], writer, words))
    told = (f"days of messages: {days.assumed}",) if days.assumed else ()
    return _drafts(file, messages, (*problems, *told))


def _four_figures(day: str) -> str:
    """The year of a day in full: "2/24/22" is of 2022."""
    parts = re.split(r"[./-]", day)
    if len(parts[0]) == 4:
        return "-".join(f"{part:0>2}" for part in parts)
    sign = day[len(parts[0])]
    return sign.join([*parts[:2], parts[2] if len(parts[2]) > 2 else f"20{parts[2]}"])


def read_telegram_page(file: File) -> list[Draft]:
    """The drafts of the messages of a page that Telegram exported. Raises ValueError for a page without one."""
    from trafilatura import load_html

    check_size(len(file.data), LARGEST_PAGE, "chat")
    tree = load_html(decode_text(file.data)[0])
    if tree is None:
        raise ValueError("not a web page: no HTML in it")
    messages: list[tuple[date | None, str, str, str]] = []
    writer, cells = "", []
    for node in tree.xpath("//div[contains(@class, 'message') and contains(@class, 'default')]"):
        # Several messages in a row of one writer bear the name once.
        writer = _part(node, "from_name").strip() or writer
        moment = next(iter(node.xpath(".//div[contains(@class, 'date')]/@title")), "")
        cells.append(moment.split(" ")[0])
        messages.append((None, moment, writer, _part(node, "text").strip()))
    days = read_days(cells, order="day").days
    return _drafts(file, [(day, *message[1:]) for day, message in zip(days, messages, strict=True)], ())


def _part(node: Any, name: str) -> str:
    found = node.xpath(f".//div[contains(concat(' ', @class, ' '), ' {name} ')]")
    if not found:
        return ""
    for line_break in found[-1].iter("br"):
        line_break.tail = "\n" + (line_break.tail or "")
    return str(found[-1].text_content())


def _drafts(file: File, messages: list[tuple[date | None, str, str, str]], told: tuple[str, ...]) -> list[Draft]:
    drafts = []
    for number, (day, written, writer, text) in enumerate(messages[:MOST_MEMBERS], 1):
        if not text:
            continue
        stated = (Stated(day, f"moment of the message “{written}”", "column"),) if day else ()
        lost = () if day else (f"moment of the message: {written!r} is no day",)
        source = f"{file.name}#{number}"
        drafts.append(
            Draft(
                source, source, text, author=writer or None, modified=file.modified, stated=stated,
                problems=(*told, *lost),
            )
        )  # fmt: skip
    if not drafts:
        raise ValueError("a chat without a message that has words")
    silent = sum(not message[3] for message in messages[:MOST_MEMBERS])
    if silent:
        reason = f"{counted(silent, 'message')} without words: pictures, files and notices of the program"
        drafts.append(unread(file.name, file.hints, reason, file.modified))
    if len(messages) > MOST_MEMBERS:
        drafts.append(unread(file.name, file.hints, f"messages beyond the first {MOST_MEMBERS:,}", file.modified))
    return drafts
