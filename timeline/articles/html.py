"""Web pages as drafts of articles: trafilatura finds the text, and the page's own metadata give the day.

Feeds and mails carry fragments of HTML: `text_of_html` keeps their paragraphs and drops scripts and styles.
"""

from __future__ import annotations

import email
import email.policy
import json
import re
from collections.abc import Iterator
from copy import deepcopy
from datetime import UTC, date, datetime, timedelta
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from timeline.articles.draft import (
    LARGEST_PAGE,
    LONGEST_TEXT,
    MOST_ATTRIBUTES,
    MOST_IN_PARAGRAPH,
    MOST_TAGS,
    Draft,
    Stated,
    check_headers,
    check_made,
    check_size,
    check_text,
    silenced,
)
from timeline.articles.encoding import decode_text
from timeline.articles.publication.candidates import ZEROS, day_in_address, day_in_name
from timeline.languages import read_day

if TYPE_CHECKING:
    from timeline.articles.files import File


SILENT = frozenset("script style head template noscript svg iframe object".split())
BLOCKS = frozenset(
    "address article aside blockquote br dd div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header hr li main "
    "nav ol p pre section table td th tr ul".split()
)


def text_of_html(html: str) -> str:
    r"""The visible text of a fragment of HTML, a paragraph a line.

    >>> text_of_html("<p>Talks <b>began</b>&hellip;</p><script>alert(1)</script><p>They left.</p>")
    'Talks began…\nThey left.'
    """
    check_size(len(html), LONGEST_TEXT, "fragment of HTML")
    if html.count("<") > MOST_TAGS:
        raise ValueError(f"a fragment of HTML of more than {MOST_TAGS:,} tags")
    parser = _Visible()
    parser.feed(_closed(html))
    parser.close()
    lines = (re.sub(r"\s+", " ", line).strip() for line in "".join(parser.parts).split("\0"))
    return "\n".join(line for line in lines if line)


# What Python's parser looks for the end of, however far away it is, and what ends it.
OPENED = (
    (re.compile("<"), re.compile(">")),
    (re.compile("<!--"), re.compile(r"--\s*+>")),
    (re.compile(r"<!\[(?=\s*+(?:temp|cdata|ignore|include|rcdata))", re.IGNORECASE), re.compile(r"\]\s*+\]\s*+>")),
)


def _closed(html: str) -> str:
    """The fragment with what nothing closes written as text, which it is: the parser would search for each end anew."""
    for opening, end in OPENED:
        last = max((match.end() for match in end.finditer(html)), default=0)
        html = html[:last] + opening.sub(lambda match: match[0].replace("<", "&lt;"), html[last:])
    return html


class _Visible(HTMLParser):
    """A zero byte marks the end of a paragraph: the parser never lets one through in the data."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.silent = 0

    # HTMLParser calls this method with both arguments.
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002  see above
        if tag in SILENT:
            self.silent += 1
        elif tag in BLOCKS:
            self.parts.append("\0")

    def handle_endtag(self, tag: str) -> None:
        if tag in SILENT:
            self.silent = max(0, self.silent - 1)
        elif tag in BLOCKS:
            self.parts.append("\0")

    def handle_data(self, data: str) -> None:
        if not self.silent:
            self.parts.append(data.replace("\0", " "))


VALUE = r"""=\s*+(?:"[^"]*+"|'[^']*+')"""
TAG = re.compile(rf"<[A-Za-z](?:[^>=]++|{VALUE}|=)*+")
VALUES = re.compile(VALUE)


def _attributes(tag: str) -> int:
    """At most so many attributes has a tag: the time of a parser grows with their square."""
    return len(VALUES.sub("= ", tag).split()) if len(tag) > MOST_ATTRIBUTES else 0


CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
SNIFFED = 4_096
TELLING = 400
ARTICLES = frozenset(
    "Article NewsArticle ReportageNewsArticle AnalysisNewsArticle OpinionNewsArticle BackgroundNewsArticle BlogPosting "
    "LiveBlogPosting Report TechArticle ScholarlyArticle PressRelease SocialMediaPosting WebPage".split()
)
# Meta elements that state the day, in the order in which pages keep them best.
PUBLISHED = (
    "article:published_time og:article:published_time og:published_time datepublished dc.date.issued dcterms.issued "
    "citation_publication_date parsely-pub-date sailthru.date pubdate publishdate publish-date publish_date "
    "publication_date article.published dc.date dcterms.date date"
).split()
CHANGED = "article:modified_time og:updated_time datemodified dcterms.modified last-modified lastmod".split()
MOST_SCRIPTS = 50


@silenced("trafilatura", "htmldate")
def read_page(file: File, *, link: str | None = None, declared: str | None = None) -> list[Draft]:
    """The draft of a web page, without its menus and comments; `link` and `declared` charset where a crawl tells them.

    Nothing in the page is executed or fetched. Raises ValueError for a page that is too large or holds no article.
    """
    from htmldate import find_date
    from lxml.etree import LxmlError
    from trafilatura import bare_extraction, load_html

    check_size(len(file.data), LARGEST_PAGE, "page")
    check_made(file.data)
    html, problems = decode_text(file.data, declared or _declared(file.data))
    if html.count("<") > MOST_TAGS:
        raise ValueError(f"a page of more than {MOST_TAGS:,} tags: save the article alone")
    if any(_attributes(match[0]) > MOST_ATTRIBUTES for match in TAG.finditer(html)):
        raise ValueError(f"a page with a tag of more than {MOST_ATTRIBUTES:,} attributes: save the article alone")
    try:
        tree = load_html(html)
    except (LxmlError, ValueError) as error:
        raise ValueError(f"not a web page that can be read ({error})") from None
    if tree is None:
        raise ValueError("not a web page: no HTML in it")
    stated = list(_stated(tree))
    near_midnight = _days_beside_utc(tree)
    about = _about(tree, link)
    # Its time grows with the cube of what one paragraph holds.
    crowded = any(len(paragraph) > MOST_IN_PARAGRAPH for paragraph in tree.iter("p", "span", "li", "td", "blockquote"))
    page = None if crowded else bare_extraction(tree, url=link, include_comments=False)
    if isinstance(page, dict):  # only on request, which its types cannot tell
        raise TypeError("trafilatura gave a dict")
    text = _clean(page.text) if page else ""
    if not text:
        text = _fallback(tree)
    check_text(text)
    address = link or about.url
    made = day_in_address(urlsplit(address).path) if address else None
    if made and any(item.kind == "metadata" and (item.day - made).days > LONG_AFTER for item in stated):
        # An address stays; metadata take the day of a new system or a later edition.
        stated.append(Stated(made, f"address “{address}”, long before the metadata", "address"))
    if address and (named := day_in_name(urlsplit(address).path)):
        stated.append(Stated(named, f"address “{address}”", "file name"))
    if not any(item.kind in ("metadata", "file name") and item.day not in ZEROS for item in stated):
        found = find_date(tree, url=address, **_date_search(file.modified))
        if found and not any(str(item.day) == found for item in stated):
            stated.append(Stated(read_day(found), "page (found by htmldate)", "page stamp"))
    elif near_midnight:
        found = find_date(tree, url=address, **_date_search(file.modified))
        if found and read_day(found) in near_midnight:
            stated.append(Stated(read_day(found), "page (its own day; the metadata are in UTC)", "local day"))
    if not stated:
        found = find_date(_without_others(tree), url=address, **_date_search(file.modified, wide=True))
        # A bare year comes as the first of January, and what the article tells is no day of its own.
        if found and not found.endswith("-01-01") and not _is_told(read_day(found), text):
            stated.append(Stated(read_day(found), "page (htmldate's wider search: a guess)", "searched", inferred=True))
            problems.append(f"published {found} is a guess from signs anywhere in the page: nothing states it plainly")
    return [
        Draft(
            file.name,
            file.hints,
            text,
            about.title or "",
            author=about.author,
            site=about.sitename,
            link=address,
            # Many sites state the language of their software: the words of a long text know better.
            language=_language(tree) if len(text) < TELLING else None,
            modified=file.modified,
            stated=tuple(dict.fromkeys(stated)),
            problems=tuple(problems),
        )
    ]


def _about(tree: Any, link: str | None) -> Any:
    """Title, author, site and address as the page's metadata state them: to search the body costs a third more."""
    from trafilatura.metadata import examine_meta, extract_meta_json, extract_sitename, extract_title, extract_url

    about = examine_meta(tree)
    try:
        about = extract_meta_json(tree, about)
    except Exception:  # noqa: BLE001 - odd JSON-LD trips it; trafilatura itself goes on without, and so do we
        about = examine_meta(tree)
    about.title = about.title or extract_title(tree)
    about.url = about.url or extract_url(tree, link)
    about.sitename = (about.sitename or extract_sitename(tree) or "").lstrip("@") or None
    if about.sitename is None and about.url:
        about.sitename = urlsplit(about.url).hostname
    return about


def read_saved_page(file: File) -> list[Draft]:
    """The draft of a page that a browser saved as one MHTML file. Raises ValueError for one without a page."""
    check_headers(file.data)
    message = email.message_from_bytes(file.data, policy=email.policy.default)
    for part in message.walk():
        if part.get_content_type() == "text/html":
            data = part.get_payload(decode=True)
            if isinstance(data, bytes):
                link = message["snapshot-content-location"] or part["content-location"]
                return read_page(file._replace(data=data), link=link, declared=part.get_content_charset())
    raise ValueError("a saved page without HTML in it")


ASIDE = "//*[contains(@class, 'comment') or contains(@id, 'comment')] | //aside | //nav"


def _without_others(tree: Any) -> Any:
    """A copy of a page without what readers wrote and what leads to other pages."""
    copied = deepcopy(tree)
    for element in copied.xpath(ASIDE):
        if element.getparent() is not None and element.tag not in ("html", "body"):
            element.drop_tree()
    return copied


def _is_told(day: date, text: str) -> bool:
    """Whether a line of the article tells the day: the figures of the day and of the year stand in it."""
    figures = {str(day.year), str(day.day)}
    return any(figures <= {item.lstrip("0") for item in FIGURES.findall(line)} for line in text.split("\n"))


FIGURES = re.compile(r"\d+")
LONG_AFTER = 60  # days
# From these hours in UTC on, the day is another one where most who write in that zone live.
AMERICAN, ASIAN = 12, 12


def _days_beside_utc(tree: Any) -> set[date]:
    """The days that a moment in UTC, as metadata state it, may have been where the page was published."""
    for _, value, kind in (*_linked_data(tree), *_meta(tree)):
        match = UTC_MOMENT.match(value.strip())
        if kind == "metadata" and match:
            try:
                day = read_day(value)
            except ValueError:
                return set()
            return {day + timedelta(days=-1 if int(match[1]) < AMERICAN else 1)}
        if kind == "metadata":
            return set()
    return set()


UTC_MOMENT = re.compile(r"\d{4}-\d\d-\d\d[T ](\d\d):\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]00:?00)$")


def _date_search(modified: date | None, *, wide: bool = False) -> dict[str, Any]:
    """A page cannot be later than its file; without one the search must still not ask the clock for today."""
    return {"original_date": True, "extensive_search": wide, "max_date": str(modified or date(2099, 12, 31))}


def _declared(data: bytes) -> str | None:
    match = CHARSET.search(data[:SNIFFED])
    return match[1].decode("ascii", errors="replace") if match else None


def _language(tree: Any) -> str | None:
    stated = (tree.get("lang") or "").strip().lower()
    return stated[:2] if re.fullmatch(r"[a-z]{2}(?:[-_][a-z0-9-]+)?", stated) else None


def _clean(text: str | None) -> str:
    return "\n".join(line.rstrip() for line in (text or "").split("\n")).strip()


def _fallback(tree: Any) -> str:
    from trafilatura import baseline

    return _clean(baseline(tree)[1])


def _stated(tree: Any) -> Iterator[Stated]:
    for name, value, kind in (*_linked_data(tree), *_meta(tree), *_times(tree)):
        try:
            yield Stated(_metadata_day(value), f"page metadata ({name})", kind)
        except ValueError:
            continue


SECONDS = re.compile(r"\s*(\d{9,10})(\d{3})?\s*")


def _metadata_day(value: str) -> date:
    """The day that metadata state, in seconds or milliseconds since 1970 as well."""
    if match := SECONDS.fullmatch(value):
        return datetime.fromtimestamp(int(match[1]), tz=UTC).date()
    return read_day(value)


def _linked_data(tree: Any) -> Iterator[tuple[str, str, str]]:
    """The first article that JSON-LD describes is the page's own: the next ones are teasers."""
    for script in tree.xpath('//script[@type="application/ld+json"]')[:MOST_SCRIPTS]:
        try:
            data = json.loads(script.text or "")
        except (ValueError, RecursionError):
            continue
        for item in _objects(data):
            kinds = item.get("@type")
            if not ARTICLES.intersection([kinds] if isinstance(kinds, str) else kinds or ()):
                continue
            if isinstance(item.get("datePublished"), str):
                yield "JSON-LD datePublished", item["datePublished"], "metadata"
                if isinstance(item.get("dateModified"), str):
                    yield "JSON-LD dateModified", item["dateModified"], "changed"
                return


def _objects(data: Any) -> Iterator[dict[str, Any]]:
    for item in data if isinstance(data, list) else [data]:
        if isinstance(item, dict):
            yield item
            graph = item.get("@graph")
            yield from (part for part in graph if isinstance(part, dict)) if isinstance(graph, list) else ()


def _meta(tree: Any) -> Iterator[tuple[str, str, str]]:
    stated: dict[str, str] = {}
    for meta in tree.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or ""
        if meta.get("content"):
            stated.setdefault(name.lower(), meta.get("content"))
    for names, kind in ((PUBLISHED, "metadata"), (CHANGED, "changed")):
        name = next((name for name in names if name in stated), None)
        if name:
            yield name, stated[name], kind


def _times(tree: Any) -> Iterator[tuple[str, str, str]]:
    """A <time> that says it is the publication's; another one is as weak as a stamp, and only the first counts."""
    others = []
    for element in tree.iter("time"):
        value = element.get("datetime")
        if not value:
            continue
        marks = f"{element.get('itemprop', '')} {element.get('class', '')} {element.get('pubdate', '-')}".lower()
        if "modified" in marks or "updated" in marks:
            continue
        if "publish" in marks or element.get("pubdate") is not None:
            yield "<time>", value, "metadata"
            return
        others.append(value)
    if others:
        yield "<time>", others[0], "stamp"
