"""Electronic books as drafts of articles: an .epub is an archive of web pages, read in the order of its spine."""

from __future__ import annotations

import io
import posixpath
import zipfile
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from timeline.articles.draft import LARGEST_PAGE, LARGEST_UNPACKED, Draft, Stated, check_size, check_text, read_at_most
from timeline.articles.encoding import decode_text
from timeline.articles.html import text_of_html
from timeline.languages import read_day

if TYPE_CHECKING:
    from timeline.articles.files import File

CONTAINER = "META-INF/container.xml"
ENCRYPTED = "META-INF/encryption.xml"


def read_book(file: File) -> list[Draft]:
    """The draft of a book: its chapters in their order, and title, author, language and day of its metadata.

    Raises ValueError for a book that is broken, locked, too large, or has no text.
    """
    check_size(len(file.data), 4 * LARGEST_PAGE, "book")
    try:
        with zipfile.ZipFile(io.BytesIO(file.data)) as archive:
            check_size(sum(item.file_size for item in archive.infolist()), LARGEST_UNPACKED // 2, "book unpacked")
            root = _xml(_member(archive, CONTAINER))
            place = root.xpath("string(//*[local-name()='rootfile']/@full-path)")
            package = _xml(_member(archive, place))
            pages = {
                item.get("id"): posixpath.normpath(posixpath.join(posixpath.dirname(place), unquote(item.get("href"))))
                for item in package.xpath("//*[local-name()='manifest']/*[local-name()='item'][@href]")
            }
            spine = package.xpath("//*[local-name()='spine']/*[local-name()='itemref']/@idref")
            chapters, problems = _chapters(archive, [pages.get(name, name) for name in spine])
            locked = ENCRYPTED in archive.namelist()
    except (zipfile.BadZipFile, KeyError, OSError, TypeError, AttributeError) as error:
        raise ValueError(f"a broken book ({type(error).__name__}: {error})") from None
    if locked and not any(chapters):
        raise ValueError("a book that is locked (DRM): only the program it was sold for opens it")
    about = {
        name: package.xpath(f"string(//*[local-name()='metadata']/*[local-name()='{name}'])").strip()
        for name in ("title", "creator", "language", "date")
    }
    stated: tuple[Stated, ...] = ()
    try:
        stated = (Stated(read_day(about["date"]), "metadata of the book (date)", "metadata"),) if about["date"] else ()
    except ValueError:
        problems.append(f"metadata of the book: date {about['date']!r} is no day")
    return [
        Draft(
            file.name,
            file.hints,
            check_text("\n\n".join(chapter for chapter in chapters if chapter)),
            about["title"],
            author=about["creator"] or None,
            language=about["language"][:2].lower() or None,
            modified=file.modified,
            stated=stated,
            problems=tuple(problems),
        )
    ]


def _chapters(archive: zipfile.ZipFile, names: list[str]) -> tuple[list[str], list[str]]:
    chapters, lost = [], []
    for name in names:
        try:
            chapters.append(text_of_html(decode_text(_member(archive, name))[0]))
        except (KeyError, ValueError, zipfile.BadZipFile, OSError):
            lost.append(name)
    return chapters, [f"chapters that could not be read: {', '.join(lost)}"] if lost else []


def _member(archive: zipfile.ZipFile, name: str) -> bytes:
    with archive.open(name) as stream:
        return read_at_most(stream, LARGEST_PAGE, "chapter")


def _xml(data: bytes) -> Any:
    from lxml import etree

    try:
        return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.LxmlError as error:
        raise ValueError(f"a broken book ({error})") from None
