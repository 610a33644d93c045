"""Mails as drafts of articles."""

from __future__ import annotations

import email
import email.policy
from email.message import EmailMessage
from typing import TYPE_CHECKING

from timeline.articles.draft import LARGEST_PAGE, Draft, Stated, check_headers, check_size, check_text
from timeline.articles.encoding import decode_text
from timeline.articles.html import text_of_html
from timeline.articles.plaintext import unwrap_text
from timeline.articles.quotations import mark_quotations
from timeline.languages import read_day

if TYPE_CHECKING:
    from timeline.articles.files import File


def read_mail(file: File) -> list[Draft]:
    """The draft of a mail: subject, sender, day of its header, text of its body; attachments are named, not read.

    Raises ValueError for a mail that is too large or has no text.
    """
    check_size(len(file.data), 2 * LARGEST_PAGE, "mail")
    check_headers(file.data)
    message = email.message_from_bytes(file.data, policy=email.policy.default)
    # As it is written: Python's own reading of a mail stumbles over a day that no clock holds.
    written = next((value for name, value in message.raw_items() if name.lower() == "date"), None)
    if not (message["from"] or written or message["subject"]):
        raise ValueError("not a mail: it has neither sender, date nor subject")
    problems: list[str] = []
    body = message.get_body(preferencelist=("plain", "html"))
    text = ""
    if isinstance(body, EmailMessage):
        data = body.get_payload(decode=True) or b""
        text, problems = decode_text(data, body.get_content_charset())  # type: ignore[arg-type]
        text = text_of_html(text) if body.get_content_subtype() == "html" else unwrap_text(text)
    attached = [part.get_filename() or part.get_content_type() for part in message.iter_attachments()]
    if attached:
        problems.append(f"attachments not read: {', '.join(attached)}")
    stated = []
    try:
        if written:
            stated.append(Stated(read_day(written), "mail header Date", "header"))
    except ValueError:
        problems.append(f"mail header Date: {str(written)!r} is no day")
    text = check_text(text.strip())
    subject = " ".join(str(message["subject"] or "").split())
    return [
        Draft(
            file.name,
            file.hints,
            text,
            subject,
            author=str(message["from"]) if message["from"] else None,
            modified=file.modified,
            stated=tuple(stated),
            problems=tuple(problems),
            quoted=tuple(mark_quotations(text)),
        )
    ]
