"""How much is read before a file counts as too large, so that no file can take the machine down.

The numbers are far above what articles need and far below what hurts; a message that refuses a file names its limit.
"""

from __future__ import annotations

from typing import IO

LONGEST_TEXT = 5_000_000  # characters of one article: longer ones are logs, dumps or bombs
LARGEST_PAGE = 25_000_000  # bytes of a file that holds one article
MOST_TAGS = 200_000  # of a web page: articles have some thousands, and each of them is looked at many times
MOST_IN_PARAGRAPH = 3_000  # tags; the text of a page with more of them is read plainly
LARGEST_TABLE = 2_000_000_000  # bytes of a table, a feed or an archive
LARGEST_UNPACKED = 1_000_000_000  # bytes that one archive may unpack to, everything nested in it included
MOST_MEMBERS = 20_000  # files in an archive, records in a crawl, entries in a feed
DEEPEST_NESTING = 3  # archives within archives
MOST_PAGES = 3_000  # of a PDF


def check_size(size: int, limit: int, what: str = "file") -> None:
    """Raise ValueError where something is larger than it may be.

    >>> check_size(3, 2, "page")
    Traceback (most recent call last):
    ValueError: too large: a page of 3 bytes, at most 2 are read
    """
    if size > limit:
        raise ValueError(f"too large: a {what} of {size:,} bytes, at most {limit:,} are read")


def read_at_most(stream: IO[bytes], limit: int, what: str = "file") -> bytes:
    """Everything in a stream; raises ValueError as soon as it gives more than `limit` bytes, whatever it promised.

    >>> import io
    >>> read_at_most(io.BytesIO(b"abc"), 3)
    b'abc'
    """
    data = stream.read(limit + 1)
    if len(data) > limit:
        raise ValueError(f"too large: a {what} that gives more than {limit:,} bytes")
    return data


def check_text(text: str) -> str:
    """The text of an article, where it is neither empty nor endless; raises ValueError otherwise."""
    if len(text) > LONGEST_TEXT:
        raise ValueError(f"too long for an article: {len(text):,} characters, at most {LONGEST_TEXT:,} are read")
    if not text.strip():
        raise ValueError("empty: there is no text in it")
    return text
