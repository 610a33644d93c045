"""PDF files with text as drafts of articles."""

from __future__ import annotations

import io
from datetime import datetime
from typing import TYPE_CHECKING

from timeline.articles.draft import (
    LARGEST_PAGE,
    LONGEST_TEXT,
    MOST_PAGES,
    Draft,
    Stated,
    check_made,
    check_size,
    check_text,
    silenced,
)
from timeline.articles.plaintext import join_lines

if TYPE_CHECKING:
    from timeline.articles.files import File


@silenced("pypdf")  # what it cannot read raises
def read_pdf(file: File) -> list[Draft]:
    """The draft of a PDF: its text with the printed lines joined; its own metadata is a weak witness of the day.

    Raises ValueError for a PDF that is encrypted, broken, too large, or holds pictures of text only.
    """
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    check_size(len(file.data), 4 * LARGEST_PAGE, "PDF")
    check_made(file.data)
    problems = []
    try:
        reader = PdfReader(io.BytesIO(file.data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise ValueError("an encrypted PDF: save it without its password first")
        pages, length = [], 0
        for number, page in enumerate(reader.pages):
            if number >= MOST_PAGES or length > LONGEST_TEXT:
                problems.append(f"only the first {number} pages were read")
                break
            pages.append(page.extract_text())
            length += len(pages[-1])
        metadata = reader.metadata
        title = metadata.title if metadata else None
        author = metadata.author if metadata else None
        stated = _stated(metadata.creation_date if metadata else None)
    except (PyPdfError, KeyError, TypeError, AttributeError, RecursionError, ZeroDivisionError, OSError) as error:
        raise ValueError(f"a broken PDF ({type(error).__name__}: {error})") from None
    text = "\n".join(join_lines(page.split("\n")) for page in pages).strip()
    if not text:
        raise ValueError("a PDF without text (a scan?): run it through text recognition first")
    check_text(text)
    return [
        Draft(
            file.name,
            file.hints,
            text,
            str(title).strip() if title and " " in str(title).strip() else "",
            author=str(author) if author else None,
            modified=file.modified,
            stated=stated,
            problems=tuple(problems),
        )
    ]


def _stated(created: datetime | None) -> tuple[Stated, ...]:
    return (Stated(created.date(), "PDF metadata (CreationDate)", "weak metadata"),) if created else ()
