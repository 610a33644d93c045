"""Bytes to text: which encoding a file is in, and what was lost on the way."""

from __future__ import annotations

import codecs
import re

from timeline.text import UNUSED, counted

# A UTF-32 mark begins with the UTF-16 one, so the longer marks are tried first.
BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
MAGIC = {
    b"\x89PNG": "a PNG picture",
    b"\xff\xd8\xff": "a JPEG picture",
    b"GIF8": "a GIF picture",
    b"PK\x03\x04": "a zip archive",
    b"%PDF": "a PDF",
    b"\x1f\x8b": "a gzip archive",
    b"\x7fELF": "a program",
    b"MZ": "a program",
    b"PAR1": "a Parquet table",
    b"\xd0\xcf\x11\xe0": "an old Office document",
}
SAMPLE = 64_000
# A few accented letters read alike in a dozen western code pages: the commonest of them is meant.
COMMONEST = "cp1252"
# Accented letters stand alone among plain ones, those of other alphabets side by side: a guess from a few says less.
ALONE = re.compile(rb"(?<![\x80-\xff])[\x80-\xff](?![\x80-\xff])")
MOSTLY = 0.75
WESTERN = frozenset("latin_1 iso8859_15 iso8859_9 cp1250 cp1252 cp1254 cp1257 cp437 cp850 cp858 mac_roman".split())

# What UTF-8 looks like after somebody read it as Windows-1252 and saved it again.
MOJIBAKE = re.compile(
    r"\u00e2\u20ac[\u0080-\u02ff\u2010-\u2122]|\u00c3[\u0080-\u00bf\u0152-\u0192]|\u00c2[\u00a0-\u00bf]|\ufffd"
)


def decode_text(data: bytes, declared: str | None = None) -> tuple[str, list[str]]:
    r"""The text of a file and the problems met while decoding it; line ends become "\n" and control characters spaces.

    Raises ValueError when the bytes are not text.

    >>> decode_text("Café\r\n".encode())
    ('Café\n', [])
    >>> decode_text(b"caf\xe9 Muller a dit", declared="latin-1")[0]
    'café Muller a dit'
    """
    text, problems = _decoded(data, declared)
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n")
    damaged = 0 if text.isascii() else len(MOJIBAKE.findall(text))
    if damaged and not problems:
        problems.append(
            f"{counted(damaged, 'place')} look{'s' * (damaged == 1)} damaged by a wrong encoding (mojibake)"
        )
    if UNUSED.search(text):
        text = UNUSED.sub(" ", text)
        problems.append("control characters in the text were replaced by spaces")
    return text, problems


def _decoded(data: bytes, declared: str | None) -> tuple[str, list[str]]:
    for mark, encoding in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return data.decode(encoding, errors="replace").removeprefix("\ufeff"), []
    for magic, kind in MAGIC.items():
        if data.startswith(magic):
            raise ValueError(f"binary file ({kind}), not text")
    if encoding := _utf16(data[:SAMPLE]):
        return data.decode(encoding, errors="replace"), [f"no mark of its encoding: read as {encoding}"]
    if b"\0" in data[:SAMPLE]:
        raise ValueError("binary file (it holds zero bytes), not text")
    try:
        return data.decode("utf-8"), []
    except UnicodeDecodeError as error:
        broken = error.start
    if declared:
        try:
            return data.decode(declared), []
        except (UnicodeDecodeError, LookupError):
            pass
    return _guessed(data, broken)


ZERO_SHARE, NO_SHARE = 0.3, 0.05


def _utf16(data: bytes) -> str:
    """UTF-16 without its mark: in most scripts' spaces and figures every other byte is a zero."""
    half = len(data) // 2 or 1
    even, odd = data[0::2].count(0) / half, data[1::2].count(0) / half
    if odd > ZERO_SHARE and even < NO_SHARE:
        return "utf-16-le"
    return "utf-16-be" if even > ZERO_SHARE and odd < NO_SHARE else ""


# The comma and the full stop of Chinese, and the common half of its signs, as GB 2312 writes them.
STOPS = (b"\xa3\xac", b"\xa1\xa3")
COMMON_FIRST, COMMON_LAST, MOSTLY_COMMON = 0xB0, 0xD7, 0.7


def _is_chinese(data: bytes) -> bool:
    runs = re.findall(rb"[\x80-\xff]+", data[: 4 * SAMPLE])
    pairs = [run[index] for run in runs for index in range(0, len(run), 2)]
    common = sum(COMMON_FIRST <= first <= COMMON_LAST or first in (0xA1, 0xA3) for first in pairs)
    even = sum(len(run) % 2 == 0 for run in runs)
    return any(stop in data for stop in STOPS) and even >= 0.9 * len(runs) and common >= MOSTLY_COMMON * len(pairs)


CENTRAL = "cp1250"
# Letters of cp1250 that Czech, Slovak, Polish, Hungarian and Croatian use, where cp1252 has what hardly a word holds.
CENTRAL_LETTERS = frozenset("ěřůčšžťďňľĺŕąćęłńśźżőűđ")
WESTERN_LETTERS = frozenset("ìøùèïòåãõñêôûîâ")


def _is_central(sample: bytes) -> bool:
    """Whether accented letters make sense only as those of central Europe: they are many, and of several kinds."""
    central, western = sample.decode("cp1250", "replace").lower(), sample.decode("cp1252", "replace").lower()
    differ = [(one, other) for one, other in zip(central, western, strict=True) if one != other]
    kinds = {one for one, _ in differ if one in CENTRAL_LETTERS}
    # Marks where a letter should be: no word of the west holds them.
    odd = sum(not other.isalpha() and one.isalpha() for one, other in differ)
    return len(kinds) >= 3 and (odd > 0 or {"ř", "ě", "ů"} <= kinds)


def _guessed(data: bytes, broken: int) -> tuple[str, list[str]]:
    """Mostly good UTF-8 is kept as UTF-8 with marks at the bad bytes; only otherwise is another encoding guessed."""
    text = data.decode("utf-8", errors="replace")
    lost = text.count("\ufffd")
    kept = sum(character > "\x7f" for character in text[:SAMPLE]) - text[:SAMPLE].count("\ufffd")
    if kept and kept >= lost:
        return text, [f"broken UTF-8 at byte {broken}: {counted(lost, 'character')} replaced by \ufffd"]
    if _is_chinese(data):
        return data.decode("gb18030", errors="replace"), [f"not UTF-8 (byte {broken}): read as gb18030"]
    from charset_normalizer import from_bytes

    sample = data[max(0, broken - SAMPLE // 2) : broken + SAMPLE // 2]
    best = from_bytes(sample).best()
    if best is None:
        raise ValueError(f"not text in any known encoding (broken UTF-8 at byte {broken})")
    accented = len(ALONE.findall(sample)) >= MOSTLY * sum(byte > 0x7F for byte in sample)
    encoding = COMMONEST if accented or best.encoding in WESTERN else best.encoding
    if encoding == COMMONEST and _is_central(sample):
        encoding = CENTRAL
    return data.decode(encoding, errors="replace"), [f"not UTF-8 (byte {broken}): read as {encoding}"]
