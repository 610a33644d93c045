"""Documents of word processors as drafts of articles: .docx, .odt and .rtf.

Headings and list items are lines of their own, the cells of a table's row one line. Footnotes stand at the end of the
text and are marked, so that none of them becomes an event.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from timeline.articles.draft import LARGEST_PAGE, LARGEST_UNPACKED, Draft, Stated, check_size, check_text
from timeline.languages import read_day

if TYPE_CHECKING:
    from timeline.articles.files import File

NOTES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
ENDNOTES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/endnotes"
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
# What a document that was saved by a template says about its day.
CELLS = " | "


def read_word(file: File) -> list[Draft]:
    """The draft of a .docx: paragraphs, the rows of tables, footnotes; the day it was made is a weak witness.

    Raises ValueError for a document that is broken, too large, or has no text.
    """
    import docx

    _check_packed(file.data)
    try:
        document = docx.Document(io.BytesIO(file.data))
        lines = list(_lines_of_word(document))
        notes = [note for relation in (NOTES, ENDNOTES) for note in _notes_of_word(document, relation)]
        about = document.core_properties
        made, title, author = about.created, about.title, about.author
    except (KeyError, ValueError, AttributeError, TypeError, OSError, zipfile.BadZipFile) as error:
        raise ValueError(f"a broken Word document ({type(error).__name__}: {error})") from None
    return [_draft(file, lines, notes, title=title, author=author, made=made)]


def _lines_of_word(document: Any) -> Iterator[str]:
    from docx.table import Table

    for part in document.iter_inner_content():
        if isinstance(part, Table):
            for row in part.rows:
                # A cell that spans columns is given once for each of them.
                cells = dict.fromkeys(cell._tc for cell in row.cells)  # noqa: SLF001 - what makes two cells the same
                texts = [" ".join("".join(text.itertext(f"{WORD}t")) for text in cell.p_lst) for cell in cells]
                yield CELLS.join(text.strip() for text in texts if text.strip())
        else:
            yield part.text


def _notes_of_word(document: Any, relation: str) -> Iterator[str]:
    from lxml import etree

    for part in (item.target_part for item in document.part.rels.values() if item.reltype == relation):
        # Comes from the archive itself: no entity is resolved and nothing is fetched.
        root = etree.fromstring(part.blob, etree.XMLParser(resolve_entities=False, no_network=True))
        for note in root:
            text = "".join(note.itertext(f"{WORD}t")).strip()
            if text:
                yield text


def read_open_document(file: File) -> list[Draft]:
    """The draft of an .odt: headings, paragraphs, lists, the rows of tables, footnotes.

    Raises ValueError for a document that is broken, too large, or has no text.
    """
    from odf import dc, meta, opendocument

    _check_packed(file.data)
    try:
        document = opendocument.load(io.BytesIO(file.data))
        notes: list[str] = []
        lines = list(_lines_of_open(document.text, notes))
        about = {
            name: next((str(item) for item in document.meta.getElementsByType(kind)), "")
            for name, kind in (("title", dc.Title), ("author", dc.Creator), ("made", meta.CreationDate))
        }
    except Exception as error:  # noqa: BLE001 - its parser raises whatever it trips over
        raise ValueError(f"a broken OpenDocument text ({type(error).__name__}: {error})") from None
    made = _day_of(about["made"])
    return [_draft(file, lines, notes, title=about["title"], author=about["author"], made=made)]


BREAKS = {"line-break": " ", "tab": " ", "s": " "}
# Changes that were struck out, and what only steers the program.
UNSEEN = frozenset("tracked-changes annotation sequence-decls forms note-citation".split())


def _lines_of_open(node: Any, notes: list[str]) -> Iterator[str]:
    for child in node.childNodes:
        name = child.qname[1] if getattr(child, "qname", None) else ""
        if name in ("p", "h"):
            yield _text_of_open(child, notes)
        elif name == "table-row":
            cells = (" ".join(_lines_of_open(cell, notes)).strip() for cell in child.childNodes)
            yield CELLS.join(cell for cell in cells if cell)
        elif name and name not in UNSEEN:
            yield from _lines_of_open(child, notes)


def _text_of_open(node: Any, notes: list[str]) -> str:
    parts = []
    for child in node.childNodes:
        name = child.qname[1] if getattr(child, "qname", None) else ""
        if name == "note":
            notes.append(" ".join(_lines_of_open(child, notes)))
        elif name in BREAKS:
            parts.append(BREAKS[name])
        elif name:
            parts.append("" if name in UNSEEN else _text_of_open(child, notes))
        else:
            parts.append(str(child))
    return "".join(parts)


def read_rich_text(file: File) -> list[Draft]:
    """The draft of an .rtf. Raises ValueError for one that is broken, too large, or has no text."""
    from striprtf.striprtf import rtf_to_text

    check_size(len(file.data), LARGEST_PAGE, "document")
    try:
        # RTF is ASCII; what a program wrote beside its rules is in the code page of Windows.
        text: str = rtf_to_text(  # type: ignore[no-untyped-call]
            file.data.decode("cp1252", errors="replace"), errors="replace"
        )
    except (ValueError, LookupError, IndexError, TypeError) as error:
        raise ValueError(f"a broken RTF document ({type(error).__name__}: {error})") from None
    lines = [line.strip("| ").replace("|", CELLS) if line.endswith("|") else line for line in text.split("\n")]
    return [_draft(file, lines, [])]


def _draft(
    file: File,
    lines: list[str],
    notes: list[str],
    *,
    title: str | None = "",
    author: str | None = "",
    made: date | datetime | None = None,
) -> Draft:
    body = "\n".join(" ".join(line.split()) for line in lines).strip()
    foot = "\n".join(" ".join(note.split()) for note in notes)
    text = check_text(f"{body}\n\n{foot}" if foot else body)
    day = made.date() if isinstance(made, datetime) else made
    return Draft(
        file.name,
        file.hints,
        text,
        " ".join((title or "").split()),
        author=author or None,
        modified=file.modified,
        stated=(Stated(day, "properties of the document (created)", "weak metadata"),) if day else (),
        quoted=((len(text) - len(foot), len(text)),) if foot else (),
    )


def _day_of(written: str) -> date | None:
    try:
        return read_day(written)
    except ValueError:
        return None


def _check_packed(data: bytes) -> None:
    """Raise ValueError for a document that is no zip, or that unpacks to more than the machine should hold."""
    check_size(len(data), 4 * LARGEST_PAGE, "document")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError) as error:
        raise ValueError(f"a broken document ({error})") from None
    if any(member.flag_bits & 1 for member in members):
        raise ValueError("an encrypted document: save it without its password first")
    check_size(sum(member.file_size for member in members), LARGEST_UNPACKED // 4, "document unpacked")
