"""Mails as drafts of articles: .eml, mailboxes (.mbox) and Outlook's .msg. Attachments are documents of their own."""

from __future__ import annotations

import email
import email.policy
import io
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from email.header import decode_header
from email.message import EmailMessage
from pathlib import PurePath
from typing import Any

from timeline.articles.archive import Budget
from timeline.articles.draft import (
    DEEPEST_NESTING,
    LARGEST_PAGE,
    LARGEST_TABLE,
    MOST_MEMBERS,
    Draft,
    Stated,
    check_headers,
    check_size,
    check_text,
    unread,
    within,
)
from timeline.articles.encoding import decode_text
from timeline.articles.files import File
from timeline.articles.html import text_of_html
from timeline.articles.plaintext import unwrap_text
from timeline.articles.quotations import mark_quotations
from timeline.languages import read_day

Reader = Callable[[File, Budget], list[Draft]]
# A mailbox divides its mails by a line with the sender and the moment, behind a blank line.
DIVIDER = re.compile(rb"(?:\A|(?<=\n\n)|(?<=\n\r\n))From [^\n]*\d{4}[^\n]*\n")
# Pictures in a signature and keys are no documents.
NO_DOCUMENT = ("image/", "audio/", "video/", "application/pgp", "application/pkcs7", "application/x-pkcs7")
MOST_ATTACHED = 100
RECEIVED = re.compile(r";\s*([^;]+)$")


def read_mailbox(file: File, read: Reader | None = None, budget: Budget | None = None) -> list[Draft]:
    """The drafts of the mails of a mailbox; one that cannot be read gives a draft with its reason.

    Raises ValueError for a file without a mail.
    """
    check_size(len(file.data), LARGEST_TABLE, "mailbox")
    found = list(DIVIDER.finditer(file.data))
    if not found:
        raise ValueError("a mailbox without a mail: no line in it begins with “From ” and a moment")
    ends = [match.start() for match in found[1:]] + [len(file.data)]
    drafts: list[Draft] = []
    for number, (match, end) in enumerate(zip(found[:MOST_MEMBERS], ends, strict=False), 1):
        source = f"{file.name}#{number}"
        data = re.sub(rb"(?m)^>(>*From )", rb"\1", file.data[match.end() : end])
        try:
            drafts += read_mail(File(source, source, data, file.modified), read, budget)
        except ValueError as error:
            drafts.append(unread(source, source, str(error), file.modified))
    if len(found) > MOST_MEMBERS:
        drafts.append(unread(file.name, file.hints, f"mails beyond the first {MOST_MEMBERS:,}", file.modified))
    return drafts


def read_outlook(file: File, read: Reader | None = None, budget: Budget | None = None) -> list[Draft]:
    """The draft of a mail that Outlook saved, and those of its attachments.

    Raises ValueError for a mail that is broken, too large, or has no text.
    """
    from oxmsg import Message

    check_size(len(file.data), 2 * LARGEST_PAGE, "mail")
    try:
        message = Message.load(io.BytesIO(file.data))
        text = message.body or text_of_html(message.html_body or "")
        sent, subject, sender = message.sent_date, message.subject or "", message.sender
        attached = [(item.file_name or "attachment", item.file_bytes or b"") for item in message.attachments]
    except Exception as error:  # noqa: BLE001 - its parser raises whatever it trips over
        raise ValueError(f"a broken Outlook mail ({type(error).__name__}: {error})") from None
    text = unwrap_text(text.replace("\r\n", "\n").strip())
    draft = Draft(
        file.name,
        file.hints,
        text,
        " ".join(subject.split()),
        author=sender or None,
        modified=file.modified,
        stated=(Stated(sent.date(), "day that Outlook sent it", "header"),) if sent else (),
        quoted=tuple(mark_quotations(text)),
    )
    return _with_attached(file, draft, attached, read, budget)


def read_mail(file: File, read: Reader | None = None, budget: Budget | None = None) -> list[Draft]:
    """The draft of a mail: subject, sender, day of its header, text of its body; and those of its attachments.

    `read` reads an attachment; without it they are named, not read. Raises ValueError for a mail that is too large or
    has no text.
    """
    check_size(len(file.data), 2 * LARGEST_PAGE, "mail")
    check_headers(file.data)
    message = email.message_from_bytes(file.data, policy=email.policy.default)
    # As it is written: Python's own reading of a mail stumbles over a day that no clock holds.
    written = _raw(message, "date")
    if not (message["from"] or written or message["subject"]):
        raise ValueError("not a mail: it has neither sender, date nor subject")
    problems: list[str] = []
    body = message.get_body(preferencelist=("plain", "html"))
    text = ""
    if isinstance(body, EmailMessage):
        data = body.get_payload(decode=True) or b""
        text, problems = decode_text(data, body.get_content_charset())  # type: ignore[arg-type]
        text = text_of_html(text) if body.get_content_subtype() == "html" else unwrap_text(text)
    stated, told = _sent(message, written)
    text = text.strip()
    subject = _header(message, "subject")
    draft = Draft(
        file.name,
        file.hints,
        text,
        subject,
        author=_header(message, "from") or None,
        modified=file.modified,
        stated=stated,
        problems=(*problems, *told),
        quoted=tuple(mark_quotations(text)),
    )
    return _with_attached(file, draft, _attached(message), read, budget)


def _attached(message: EmailMessage) -> list[tuple[str, bytes]]:
    found = []
    for part in message.iter_attachments():
        name = part.get_filename() or part.get_content_type()
        if part.get_content_type() == "message/rfc822":
            inner = part.get_payload(0) if part.is_multipart() else None
            data: Any = inner.as_bytes() if isinstance(inner, EmailMessage) else b""
            name = name if name.lower().endswith(".eml") else "forwarded.eml"
        else:
            kept = not part.get_content_type().startswith(NO_DOCUMENT)
            data = part.get_payload(decode=True) if kept else b""
        found.append((name, data if isinstance(data, bytes) else b""))
    return found


def _with_attached(
    file: File, draft: Draft, attached: list[tuple[str, bytes]], read: Reader | None, budget: Budget | None
) -> list[Draft]:
    """The draft of a mail, and what its attachments give; one that is not read is named in the mail's problems."""
    budget = budget or Budget()
    drafts: list[Draft] = []
    named = []
    for name, data in attached:
        name = PurePath(name.replace("\\", "/")).name or "attachment"
        budget.left -= len(data)
        if read is None or not data or len(drafts) >= MOST_ATTACHED or budget.depth >= DEEPEST_NESTING:
            named.append(name)
            continue
        budget.depth += 1
        try:
            check_size(-budget.left, 0, "pile of attachments")
            found = read(File(name, name, data, file.modified), budget)
            # What is attached was there when the mail was sent: its day is the latest that the attachment can have.
            drafts += [within(file.name, item) for item in found]
        except (ValueError, ImportError) as error:
            drafts.append(unread(f"{file.name}/{name}", name, str(error), file.modified))
        finally:
            budget.depth -= 1
    if named:
        draft = replace(draft, problems=(*draft.problems, f"attachments not read: {', '.join(named)}"))
    if not draft.text.strip() and drafts:
        return drafts
    check_text(draft.text)
    return [draft, *drafts]


def _raw(message: EmailMessage, wanted: str) -> str | None:
    found = next((value for name, value in message.raw_items() if name.lower() == wanted), None)
    return None if found is None else str(found)


def _header(message: EmailMessage, name: str) -> str:
    """A header as people read it; one in raw 8-bit signs, which no rule allows, is decoded like a text."""
    written = _raw(message, name) or ""
    if any("\udc80" <= sign <= "\udcff" for sign in written):
        return " ".join(_decoded(written).split())
    return " ".join(str(message[name] or "").split())


def _decoded(written: str) -> str:
    data = written.encode("utf-8", errors="surrogateescape")
    try:
        return decode_text(data)[0]
    except ValueError:
        return data.decode("latin-1")


def _sent(message: EmailMessage, written: str | None) -> tuple[tuple[Stated, ...], list[str]]:
    """The day of a mail's Date; where it states none, that on which the first server received it."""
    problems = []
    if written:
        if day := _day(_unfolded(written)):
            return (Stated(day, "mail header Date", "header"),), []
        problems.append(f"mail header Date: {_decoded(written)!r} is no day")
    # The last of them is the first that was written.
    for name, value in reversed(list(message.raw_items())):
        match = RECEIVED.search(str(value)) if name.lower() == "received" else None
        if match and (day := _day(match[1])):
            return (Stated(day, "mail header Received", "weak metadata"),), problems
    return (), problems


def _unfolded(written: str) -> str:
    parts = decode_header(_decoded(written)) if "=?" in written else [(_decoded(written), None)]
    return "".join(part if isinstance(part, str) else part.decode("latin-1") for part, _ in parts)


def _day(written: str) -> date | None:
    try:
        return read_day(" ".join(written.split()))
    except ValueError:
        return None
