"""The text as a reader sees it: signs without width, odd blanks and dashes, letters in parts, dates over a line end.

Few articles hold any of them. The others pass as they are, and only what is found in the few is put back to where it
stands in the text as given.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from functools import lru_cache

import polars as pl

from timeline.languages.en.vocabulary import MONTHS, NEAR_DAYS, WEEKDAYS
from timeline.languages.lexicon import lexicon_of

# Soft hyphens, joiners, marks of direction and of byte order.
_NO_WIDTH = r"\u00ad\u200c-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
_BLANKS = r"\u1680\u2000-\u200a\u202f\u205f\u3000"
_ZERO_BLANK = r"\u200b"
_HYPHENS = r"\u2010-\u2012\u2212\ufe58\ufe63\uff0d"
_PARTS = r"\u0300-\u036f"
_STAMP = r"[0-9]{4}[–—][0-9]{2}[–—][0-9]{2}"
# One pass over the text tells whether an article holds any: letters of ASCII alone keep it on the fast path.
_ANY = (
    f"[{_NO_WIDTH}{_ZERO_BLANK}{_BLANKS}{_HYPHENS}{_PARTS}]|{_STAMP}"
    r"| (?:[,;:)]|\.(?:\s|$))|\( |[A-Za-z\x{80}-\x{FFFF}0-9]-\r?\n"
)
_ANY = re.sub(r"\\u([0-9a-f]{4})", r"\\x{\1}", _ANY)
# Each form opens with a sign of its own. They stand together in front, so that all other signs are passed over at once.
_CHANGES = re.compile(
    rf"[ \n\-–—{_PARTS}{_NO_WIDTH}{_ZERO_BLANK}{_BLANKS}{_HYPHENS}](?:"
    r"(?P<space>(?<= )(?:(?=[,;:](?:\s|$)|\.(?:\s|$)|\))(?<=[^\s,;:(] )|(?<=\( )(?=\S)))"
    rf"|(?P<parts>(?<=[{_PARTS}])[{_PARTS}]*)"
    r"|(?P<broken>(?<=[^\W\d_][-\u2010\u00ad])\r?\n\s?(?P<tail>[^\W\d_]+))"
    r"|(?P<cut>(?<=[0-9][-–]\n)(?=[0-9]))"
    rf"|(?P<nothing>(?<=[{_NO_WIDTH}])[{_NO_WIDTH}]*|(?<=[^\W\d_]{_ZERO_BLANK})(?=[^\W\d_]))"
    rf"|(?P<blank>(?<=[{_BLANKS}{_ZERO_BLANK}]))"
    rf"|(?P<hyphen>(?<=[{_HYPHENS}])|(?<=[0-9]{{4}}[–—])(?=[0-9]{{2}}[–—][0-9]{{2}}(?![0-9]))"
    r"|(?<=[0-9]{4}[–—][0-9]{2}[–—])(?=[0-9]{2}(?![0-9]))))"
)
_HEAD = re.compile(r"[^\W\d_]+$")
_LONGEST = 24
_SIGN = {"blank": " ", "hyphen": "-"}


@lru_cache(maxsize=64)
def _names(language: str) -> frozenset[str]:
    if language == "en":
        return frozenset({*MONTHS, *WEEKDAYS, *NEAR_DAYS})
    words = lexicon_of(language)
    return frozenset({*words.months, *words.weekdays, *words.relative})


class Edits:
    """A text as a reader sees it, and where each of its code points stands in the text as given.

    >>> edits = Edits("It fell on 5 Mar\\u00adch\\u202f2019 .", "en")
    >>> edits.text, edits.given(11, 23)
    ('It fell on 5 March 2019.', (11, 24))
    """

    def __init__(self, text: str, language: str) -> None:
        self.raw, self._at, self._more = text, [0], [0]
        pieces: list[str] = []
        at = size = 0
        for match in _CHANGES.finditer(text):
            start, end, old, new = self._read(match, language)
            if new == old:
                continue
            pieces += text[at:start], new
            size += start - at + len(new)
            at = end
            self._at.append(size)
            self._more.append(end - size)
        self.text = "".join([*pieces, text[at:]])

    @staticmethod
    def _read(match: re.Match[str], language: str) -> tuple[int, int, str, str]:
        kind, (start, end), old = str(match.lastgroup), match.span(), match[0]
        if match["broken"] is not None:
            head = _HEAD.search(match.string, max(0, start - _LONGEST), start)
            # A soft hyphen only ever breaks a word; a hyphen may join two.
            known = head and (head[0] + match["tail"]).lower() in _names(language)
            return start, match.start("tail"), old, "" if old[0] == "\u00ad" or known else old
        if kind == "parts" and start:
            old = match.string[start - 1] + old
            return start - 1, end, old, unicodedata.normalize("NFC", old)
        return start, end, old, _SIGN.get(kind, old if kind == "parts" else "")

    def _given(self, at: int) -> int:
        return at + self._more[bisect_right(self._at, at) - 1]

    def given(self, start: int, end: int) -> tuple[int, int]:
        """The same span in the text as given."""
        return self._given(start), self._given(end - 1) + 1 if end > start else self._given(end)


def normalise(articles: pl.DataFrame) -> tuple[pl.DataFrame, dict[int, Edits]]:
    """The articles with their texts as a reader sees them, and the edits of those that changed by `article`."""
    odd = articles.filter(pl.col("text").str.contains(_ANY)).select("article", "text", "language")
    edits = {article: Edits(text, language or "en") for article, text, language in odd.iter_rows()}
    edits = {article: edit for article, edit in edits.items() if edit.text != edit.raw}
    if not edits:
        return articles, edits
    rows = pl.Series([*edits], dtype=pl.UInt32)
    texts = pl.Series([edit.text for edit in edits.values()], dtype=pl.String)
    return articles.with_columns(articles["text"].scatter(rows, texts)), edits


def as_given(dates: pl.DataFrame, edits: dict[int, Edits]) -> pl.DataFrame:
    """Put what was found in edited texts to where it stands in the texts as given.

    Takes `article`, sets `start_char`, `end_char`, `interval` and `text`.
    """
    if not edits:
        return dates
    names = ("start_char", "end_char", "interval", "text")
    rows = dates.with_row_index("row").filter(pl.col("article").is_in([*edits])).select("row", "article", *names)
    spans = []
    for _, article, start, end, interval, _ in rows.iter_rows():
        edit = edits[article]
        first, last = edit.given(start, end)
        near = None if interval is None else edit.given(interval, interval)[0]
        spans.append((first, last, near, edit.raw[first:last]))
    if not spans:
        return dates
    values = zip(names, zip(*spans, strict=True), strict=True)
    return dates.with_columns(
        dates[name].scatter(rows["row"], pl.Series(list(column), dtype=dates[name].dtype)) for name, column in values
    )
