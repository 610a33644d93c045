"""A newsroom's pile in every format we read, good, odd and broken: made here, so that every byte is ours.

`make_good` and `make_broken` write into a folder; the dictionaries say what reading must make of each file.
"""

from __future__ import annotations

import gzip
import io
import json
import os
import zipfile
from datetime import UTC, date, datetime
from email.message import EmailMessage
from pathlib import Path

import polars as pl

CLOCK = datetime(2024, 6, 1, tzinfo=UTC).timestamp()  # the day of every file, after all good articles
BODY = (
    (
        "The ferry company said that the northern line will stay closed for the winter. Engineers found cracks in two of the "
        "four landing stages, and divers are still at work below the third."
    ),
    (
        "The mayor of the island called the decision a hard one. Shops fear for their Christmas trade, and the school has "
        "asked the county for a boat of its own."
    ),
    (
        "A spokesman told reporters that tickets bought in advance would be paid back. The company has sailed the line since "
        "1931 and has never before stopped it for more than a week."
    ),
)
PARAGRAPHS = "".join(f"<p>{paragraph}</p>" for paragraph in BODY)
MENU = '<nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport, 3 May 2011</a></li></ul></nav>'
COOKIES = '<div class="cookie-banner"><p>We use cookies. Policy of 1 January 2019.</p></div>'
FOOTER = "<footer><p>Copyright 2023 The Daily Quay. All rights reserved.</p></footer>"


def page(
    head: str = "", body: str = PARAGRAPHS, title: str = "Northern ferry line stays closed", charset: str = "utf-8"
) -> str:
    """A page of a newspaper: the article amid menus, cookies, comments and a footer, which have dates of their own."""
    return (
        f'<!DOCTYPE html><html lang="en"><head><meta charset="{charset}"><title>{title}</title>{head}</head><body>'
        f"{MENU}{COOKIES}<article><h1>{title}</h1>{body}</article>"
        f'<section class="comments"><p>Reader, 9 May 2012: first!</p></section>{FOOTER}</body></html>'
    )


def linked(day: str) -> str:
    """The day of publication as JSON-LD, for the head of a page."""
    data = {"@context": "https://schema.org", "@type": "NewsArticle", "datePublished": day}
    return f'<script type="application/ld+json">{json.dumps(data)}</script>'


def pdf(lines: list[str], *, created: str = "D:20160304120000Z", title: str = "Harbour report for the winter") -> bytes:
    """A PDF of one page, written by hand: each line printed below the last."""
    shown = " T* ".join(f"({line}) Tj" for line in lines)
    stream = f"BT /F1 11 Tf 14 TL 50 780 Td {shown} ET".encode("latin-1")
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        (
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
            b"/Resources << /Font << /F1 5 0 R >> >> >>"
        ),
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        f"<< /CreationDate ({created}) /Title ({title}) >>".encode(),
    ]
    out, offsets = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    return out + (
        b"xref\n0 %d\n0000000000 65535 f \n%strailer << /Size %d /Root 1 0 R /Info 6 0 R >>\nstartxref\n%d\n%%%%EOF\n"
        % (len(objects) + 1, table, len(objects) + 1, len(out))
    )


def encrypted_pdf() -> bytes:
    """A PDF that nobody reads without its password."""
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf(["Secret harbour report."]))))
    writer.encrypt("a password", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def mail() -> bytes:
    """A mail with its text, the same as HTML, and an attachment."""
    message = EmailMessage()
    message["From"] = "Press office <press@example.org>"
    message["Subject"] = "Ferry line: what the divers found"
    message["Date"] = "Tue, 08 Mar 2016 10:15:00 +0100"
    message.set_content("\n\n".join(BODY))
    message.add_alternative(f"<html><body>{PARAGRAPHS}</body></html>", subtype="html")
    message.add_attachment(b"%PDF-1.4", maintype="application", subtype="pdf", filename="cracks.pdf")
    return message.as_bytes()


def saved_page() -> bytes:
    """A page as a browser saves it in one file (MHTML)."""
    message = EmailMessage()
    message["Snapshot-Content-Location"] = "https://quay.example/2016/03/09/ferry.html"
    message["Subject"] = "Ferry"
    message.set_content(page(), subtype="html")
    return message.as_bytes()


RSS = f"""<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0"><channel><title>The Daily Quay</title><language>en-GB</language>
<item><title>Divers find a third crack</title><link>https://quay.example/a</link>
<pubDate>Thu, 10 Mar 2016 08:00:00 GMT</pubDate><description><![CDATA[{PARAGRAPHS}<script>alert(1)</script>]]></description></item>
<item><title>The island asks for a boat of its own</title><pubDate>Fri, 11 Mar 2016 08:00:00 GMT</pubDate></item>
</channel></rss>"""
ATOM = """<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>The Daily Quay</title>
<entry><title>The county answers the island</title><link href="https://quay.example/b"/>
<updated>2016-03-12T08:00:00Z</updated><content type="html">&lt;p&gt;The county will lend the island a boat.&lt;/p&gt;</content>
</entry></feed>"""


def captured(link: str, status: str, kind: str, body: bytes) -> bytes:
    """One record of a crawl, gzipped by itself as crawlers do."""
    http = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {link}\r\nWARC-Date: 2016-04-01T00:00:00Z\r\n"
        f"WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000000>\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
    )
    return gzip.compress(head.encode() + http + b"\r\n\r\n", mtime=0)


def crawl() -> bytes:
    """A WARC file: two articles, a picture and a page that is gone."""
    cafe = page(linked("2016-03-14"), title="Caf\xe9 on the quay closes", charset="x").encode("latin-1")
    late = page(linked("2017-01-01"), title="Too late for its crawl").encode()
    return b"".join(
        (
            captured("https://quay.example/c", "200 OK", "text/html; charset=iso-8859-1", cafe),
            captured("https://quay.example/picture", "200 OK", "image/png", b"\x89PNG...."),
            captured("https://quay.example/gone", "404 Not Found", "text/html", page().encode()),
            captured("https://quay.example/late", "200 OK", "text/html", late),
        )
    )


def zipped(members: dict[str, bytes]) -> bytes:
    """A zip archive of these members, all of one day."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(zipfile.ZipInfo(name, (2016, 5, 1, 0, 0, 0)), data, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def nested(depth: int) -> bytes:
    """An article in a zip archive in a zip archive, `depth` archives deep."""
    data = b"HARBOUR, March 3, 2016. The ferry is late."
    for level in range(depth):
        data = zipped({f"level-{level}.{'txt' if level == 0 else 'zip'}": data})
    return data


def locked(data: bytes) -> bytes:
    """A zip archive whose members say that they are encrypted."""
    return data.replace(b"PK\x03\x04\x14\x00\x00\x00", b"PK\x03\x04\x14\x00\x01\x00").replace(
        b"PK\x01\x02\x14\x03\x14\x00\x00\x00", b"PK\x01\x02\x14\x03\x14\x00\x01\x00"
    )


def parquet(frame: pl.DataFrame) -> bytes:
    """The frame as the bytes of a Parquet file."""
    out = io.BytesIO()
    frame.write_parquet(out)
    return out.getvalue()


TEXT = "\n\n".join(BODY)
TABLE = pl.DataFrame({"text": [f"Row one. {TEXT}"], "published": [date(2016, 3, 20)], "desk": ["islands"]})
GOOD: dict[str, bytes] = {
    "wire.txt": f"Ferry line closed\n\nHARBOUR, March 3. The law of 1 March 2016 is to blame. {TEXT}".encode(),
    "notes.md": f"---\ntitle: Notes from the landing\ndate: 2016-03-05\nauthor: A. Clerk\n---\n\n{TEXT}\n".encode(),
    "linked.html": page(linked("2016-03-06T23:30:00-04:00")).encode(),
    "graph.htm": page('<meta property="article:published_time" content="2016-03-07T08:00:00+01:00">').encode(),
    "latin.html": page(linked("2016-03-07"), title="Caf\xe9 on the quay", charset="iso-8859-1").encode("latin-1"),
    "saved.mhtml": saved_page(),
    "report.pdf": pdf(["HARBOUR, March 4, 2016. The divers of the harbour office have found", ("cracks in the third of the "
                       "four landing stages of the northern"), ("line, and the office will close the line for the whole of "
                       "winter.")]),
    "mail.eml": mail(),
    "feed.rss": RSS.encode(),
    "feed.xml": ATOM.encode(),
    "crawl.warc.gz": crawl(),
    "table.csv": f'text;published;source\n"Row one, in a table. {BODY[0]}";21/03/2016;Desk\n'.encode(),
    "table.tsv": f"text\tpublished\nRow two, in a table. {BODY[1]}\t2016-03-22\n".encode(),
    "table.json": json.dumps({"articles": [{"text": f"Row three. {BODY[2]}", "published": "2016-03-23T10:00:00Z"}]}).encode(),
    "table.jsonl": f'{json.dumps({"text": f"Row four. {TEXT}", "published": "2016-03-24"})}\n'.encode(),
    "table.parquet": parquet(TABLE),
    "pile.zip": zipped({"2016/04/02/inside.txt": f"Ferry news\n\n{TEXT}".encode(), "deeper.zip": nested(1), "__MACOSX/x": b""}),
}  # fmt: skip
PUBLISHED = {
    "wire.txt": "2016-03-03", "notes.md": "2016-03-05", "linked.html": "2016-03-06", "graph.htm": "2016-03-07",
    "latin.html": "2016-03-07", "saved.mhtml": "2016-03-09", "report.pdf": "2016-03-04", "mail.eml": "2016-03-08",
    "feed.rss#1": "2016-03-10", "feed.rss#2": "2016-03-11", "feed.xml#1": "2016-03-12",
    "crawl.warc.gz/https://quay.example/c": "2016-03-14", "crawl.warc.gz/https://quay.example/late": None,
    "Desk": "2016-03-21", "table.tsv#1": "2016-03-22", "table.json#1": "2016-03-23", "table.jsonl#1": "2016-03-24",
    "table.parquet#1": "2016-03-20", "pile.zip/2016/04/02/inside.txt": "2016-04-02",
    "pile.zip/deeper.zip/level-0.txt": "2016-03-03",
}  # fmt: skip

BROKEN: dict[str, bytes] = {
    "binary.txt": b"The ferry\0\0\1\2 is late",
    "picture.jpg": b"\xff\xd8\xff\xe0 not for reading",
    "empty.txt": b"",
    "blank.md": b" \n\n ",
    "endless.txt": b"ferry " * 3_400_000,
    "half.txt": "The café ".encode() * 20 + b"is \xe9 closed. " + "Déjà vu. ".encode() * 20,
    "mojibake.txt": "The cafÃ© on the quay is closed, the owner said. â€œWe are tired.â€\x9d".encode(),
    "wrong-charset.html": page(linked("2016-03-07"), title="Caf\xe9 on the quay", charset="utf-8").encode("latin-1"),
    "no-date.txt": b"The ferry is late, and nobody can say since when or why.",
    "two-days.html": page(linked("2023-01-05"), body=f"<p>HARBOUR, October 21. {BODY[0]}</p>{PARAGRAPHS}").encode(),
    "future.html": page(linked("2031-01-05")).encode(),
    "no-article.html": b"<!DOCTYPE html><html><head><title>x</title></head><body></body></html>",
    "broken.pdf": pdf(["The ferry is late."])[:200],
    "scan.pdf": pdf([""]),
    "locked.pdf": encrypted_pdf(),
    "no-feed.rss": b"<rss><channel></channel></rss>",
    "no-mail.eml": b"just words",
    "no-crawl.warc": b"just words",
    "no-text.csv": b"headline,body\nFerry,late\n",
    "broken.json": b'{"text": "The ferry',
    "broken.parquet": b"PAR1 and nothing else",
    "broken.zip": zipped({"a.txt": TEXT.encode()})[:-30],
    "locked.zip": locked(zipped({"a.txt": TEXT.encode()})),
    "deep.zip": nested(6),
    "empty.zip": zipped({}),
}
# What each must say in its problems.
REASONS = {
    "binary.txt": "zero bytes", "picture.jpg": "unknown kind of file (.jpg)", "empty.txt": "empty", "blank.md": "empty",
    "endless.txt": "too long", "half.txt": "broken UTF-8 at byte", "mojibake.txt": "mojibake",
    "wrong-charset.html": "not UTF-8", "no-date.txt": "no publication date", "two-days.html": "October 21",
    "future.html": "later than the file itself", "no-article.html": "no text", "broken.pdf": "broken PDF",
    "scan.pdf": "without text", "locked.pdf": "encrypted", "no-feed.rss": "feed", "no-mail.eml": "not a mail",
    "no-crawl.warc": "WARC", "no-text.csv": "no column 'text'", "broken.json": "json table",
    "broken.parquet": "parquet table", "broken.zip": "broken zip", "locked.zip/a.txt": "encrypted",
    "deep.zip": "nested", "empty.zip": "empty",
}  # fmt: skip
READ_ANYWAY = frozenset(
    ("half.txt", "mojibake.txt", "wrong-charset.html", "no-date.txt", "two-days.html", "future.html")
)


def write(folder: Path, files: dict[str, bytes]) -> Path:
    """Write files, all last changed on one day, and give back their folder."""
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        os.utime(path, (CLOCK, CLOCK))
    return folder


def make_good(folder: Path) -> Path:
    """Write a file of every format, each of which is read."""
    return write(folder, GOOD)


def make_broken(folder: Path) -> Path:
    """Write the files of which the problems must say something."""
    return write(folder, BROKEN)
