"""So many of something, in words."""

from __future__ import annotations


def counted(number: int, noun: str) -> str:
    """So many of something, in words.

    >>> counted(1, "event"), counted(1200, "event")
    ('1 event', '1,200 events')
    """
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
