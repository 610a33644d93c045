"""The parts of a page that are not its article: menus, share buttons, player times, captions, "See also" lists.

Boilerplate stays in the text, so that offsets hold, and is marked: no date in it becomes an event. The phrases that
show it are data: whole lines, beginnings of lines, headers of lists, in lower case and without the signs around
them.
"""

from __future__ import annotations

import re
from collections import deque

from timeline.articles.publication.candidates import is_stamp
from timeline.text import any_of, numbered_lines


def _listed(words: str) -> list[str]:
    return [" ".join(item.split()) for item in words.split(";")]


# Lines that hold nothing else.
FURNITURE_LINES: frozenset[str] = frozenset(
    _listed("""
        about; about us; accept; accept all; accept cookies; account; ad; advertisement; advertising; all news;
        all rights reserved; archive; archives; audio; back; back to login; back to top; bookmark; browse;
        business; careers; close; contact; contact us; continue reading; cookie policy; cookies; copy link; copy
        url; culture; disclaimer; download; e-mail; email; email this; enlarge; entertainment; facebook; faq;
        feedback; follow us; font size; forgot password; forgot your password; front page; gallery; go to top;
        hashtags; help; home; home page; homepage; in pictures; instagram; key points; like; linkedin; listen;
        live; load more; loading; log in; log out; login; main; main menu; main page; manage cookies; media;
        menu; messenger; more; more topics; my account; navigation; news; news feed; newsletter; newsletters;
        next; next article; next page; next story; opinion; our partners; page not found; pause; photo; photo
        gallery; photos; pinterest; play; play audio; play video; podcast; podcasts; politics; previous;
        previous article; print; print this; privacy; privacy policy; read full story; reddit; register; reject
        all; reply; report an error; report error; rss; save; science; search; see more; send; settings; share;
        share on facebook; share on twitter; share this; share this article; share this page; share this story;
        share via email; show more; sign in; sign up; site map; sitemap; skip; skip navigation; skip to content;
        skip to main content; special project; sponsored; sport; sports; subscribe; subscribe now; tag; tags;
        technology; telegram; terms; terms and conditions; terms of service; terms of use; to top; top; topics;
        transcript; travel; tweet; twitter; viber; video; videos; view all; view comments; view gallery; view
        more; vk; weather; whatsapp; world; x; youtube
    """)
)
# Lines that begin like this belong to the page, whatever follows.
FURNITURE_STARTS: tuple[str, ...] = tuple(
    _listed("""
        add us on; advertisement; also read:; article continues; back to; by clicking; by continuing; by signing
        up; by using this; categories:; category:; click here; click to; comments (; continue reading; cookie;
        download our app; download the app; filed under; follow us; for more; get our; get the latest; image
        source; issn; join our; join us on; keywords:; like us on; listen to this; most read; number of
        comments; photo by; please enable javascript; please log in; please sign in; posted in; powered by;
        privacy policy; read also; read also:; read more on; read more:; recommended:; related:; report an
        error; see also:; share on; share this; sign up for; since you're here; sign up to; skip to; subscribe
        to; support our; tags:; terms of; this site uses; this website uses; to listen to this; to report an
        error; to view this video; topics:; tweet this; view comments; watch video; watch:; we and our partners;
        we use cookies; your browser does not support; your email address
    """)
)
# Headers of lists of other articles: the headlines below them belong to the page as well.
LIST_HEADERS: frozenset[str] = frozenset(
    _listed("""
        breaking news; editor's picks; headlines; in other news; key stories; latest; latest news; latest
        stories; from our partners; from the web; around the web; more from the web; more from this section;
        more news; more on this; more on this story; more on this topic; more stories; most popular; most read;
        most viewed; on this topic; other news; popular; popular now; read also; read more; read next;
        recommended; recommended for you; related; related articles; related content; related links; related
        news; related posts; related stories; related topics; see also; see also related news; paid content;
        partner content; promoted; promoted content; promoted stories; recent comments; recent posts; recent
        stories; sponsored content; sponsored links; sponsored stories; top news; top stories; trending;
        trending now; what is written about us; what to read next; you may also like; you might also like
    """)
)
# Below these stands one line about somebody or something else: the author, the story before this one and after it.
BOX_HEADERS: frozenset[str] = frozenset(
    _listed("""
        about the author; about the authors; about the writer; next; next article; next post; next story; previous;
        previous article; previous post; previous story; up next; more from the author
    """)
)
# Short lines that hold one of these address the reader, and not the story.
FURNITURE_PARTS: tuple[str, ...] = tuple(
    _listed("""
        a small favour to ask; a small favor to ask; already a subscriber; do not sell my; e-mail address will;
        email address will; email us at; e-mail us at; enter your email; enter your e-mail; in your inbox; into
        your inbox; required fields; sign up here; story? email; subscribe now; support our journalism; to your
        inbox; use of cookies; with a subscription; your ad blocker; your browser does; your cookie
    """)
)
# What editors note about the page: "This article was amended on 8 May".
EDITED: tuple[str, ...] = tuple(
    _listed("amended; corrected; edited; first published; modified; originally published; revised; updated")
)
# From one of these on, where little text is left, the readers speak and not the article.
COMMENT_HEADERS: frozenset[str] = frozenset(
    _listed("""
        add a comment; add comment; comment; comments; discussion; have your say; join the conversation; join
        the discussion; leave a comment; leave a reply; post a comment; reader comments; share your views; show
        comments; write a comment; your comment
    """)
)


LONGEST_LINE = 300
SIGNS = " \t\u00a0_*#|»«›‹•·–—―-=+~.,:;!?…()[]{}<>/\\\"'“”„‘’©®™→←▶►▲▼✓✕×"
BULLETS = " \t-–—*•·"
LONGEST_LIST = 15
LEFT_FOR_COMMENTS = 0.4
# A caption is looked for among so many before it: a gallery without end must not be compared with itself.
MOST_CAPTIONS = 50

# "World | Business | Sports" and "Home » World": short names between signs.
MENU_SIGNS = ("|", "»", "›", "•", "·", " / ")
_BETWEEN = r"(?:\s?[|»›•·]\s?|\s/\s)"
# A name neither begins nor ends with a blank, so that a line can be divided in one way only.
_NAME = r"[^\s|»›•·/](?:[^|»›•·/]{0,28}[^\s|»›•·/])?"
SHORT_MENU = re.compile(rf"^\w+(?: \w+)?(?:{_BETWEEN}\w+(?: \w+)?)+$")
MENU = re.compile(rf"^{_NAME}(?:{_BETWEEN}{_NAME}){{2,}}$|^{_NAME}(?:\s?[»›]\s?{_NAME})+$")
# "00:00 / 00:34", "(0:34)" at the end of a caption, "Listen 3:12".
PLAYER = re.compile(
    r"^[\d:]{4,8}\s*/\s*[\d:]{4,8}$|\(\d{1,2}:\d{2}(?::\d{2})?\)$"
    r"|^\W*(?:play|listen|watch|video|audio)\W+\d+:\d{2}\W*$",
    re.IGNORECASE,
)
_PICTURE = r"(?:photo|image|picture|pictured|caption|video|infographic|graphic|credit|illustration)s?"
_RIGHTS = r"©|\(c\)\s|\bcopyright\b|\ball rights reserved\b|\bgetty images\b"
_AGENCY_PHOTO = r"(?<!/)\b(?:AP|AFP|EPA|Reuters|TASS)\s?(?:photo|/)"
_PICTURE_OF = rf"^(?:file )?{_PICTURE}(?:\s(?:caption|credit|source))?\s?[:/|—–-]"
_PICTURE_BY = rf"^(?:file )?{_PICTURE} (?:by|courtesy|credit|via)\b"
_IN_BRACKETS = r"\[photo|\((?:file )?photo|\(archive\)"
CREDIT = re.compile(rf"{_RIGHTS}|{_AGENCY_PHOTO}|{_PICTURE_OF}|{_PICTURE_BY}|{_IN_BRACKETS}", re.IGNORECASE)
# "... on 2 May. Photo: A. Painter" at the end of a caption.
_PAINTER = r"[^.!?]{0,60}(?:\b[A-Z]\.[^.!?]{0,40})*"
CREDIT_AFTER = re.compile(
    rf"[.!?)”\"|–—-]\s(?:file )?{_PICTURE}(?:\s(?:by|credit|courtesy of))?\s?[:/|]\s?{_PAINTER}$", re.IGNORECASE
)
# One of these stands in every line that the two patterns find: most lines need no pattern.
CREDIT_WORDS = (
    "© (c) copyright rights getty photo image picture caption video graphic credit illustration / (archive)".split()
)
CREDIT_END = re.compile(r"\S/(?:[A-Z]{2,}[\w ]*|Getty Images|Reuters)\)?$|\bPhoto\)?$")
COUNTS = re.compile(
    r"^\d[\d,.]*\s?(?:k\s)?(?:comments?|shares?|views?|likes?|retweets?|replies|min(?:ute)?s? read|min)\.?$",
    re.IGNORECASE,
)
COUNTED = re.compile(r"^\d[\d,.]* | ?\(\d[\d,.]*\)?$")
BY = re.compile(r"^(?:posted|written|reported|edited|published|words|text|story|reporting|editing) by\b", re.IGNORECASE)
NOTED = re.compile(rf"^this (?:article|story|post|report|page|piece) (?:was|has been)(?: last)? {any_of(EDITED)}\b")
SHORT, LONGEST_MENU_NAME = 160, 3
# The signs a sentence ends with, quotes and brackets after them allowed.
SENTENCE = re.compile(r"[.!?…:;][\"'”’»)\]]*$|[\"”»][,.]?$")


def mark_boilerplate(text: str) -> list[tuple[int, int]]:
    """The spans of a text, as code points with an exclusive end, that belong to the page and not to the article.

    >>> text = chr(10).join(["Talks end", "See also", "Talks of 3 May failed", "The envoys left. They will be back."])
    >>> [text[start:end].split(chr(10)) for start, end in mark_boilerplate(text)]
    [['See also', 'Talks of 3 May failed']]
    """
    lines = numbered_lines(text)
    marked: list[tuple[int, int]] = []
    captions: deque[str] = deque(maxlen=MOST_CAPTIONS)
    in_list, boxed = 0, False
    for number, (start, line) in enumerate(lines):
        plain = _plain(line)
        if _opens_comments(plain, lines[number + 1 : number + 4]) and len(text) - start < LEFT_FOR_COMMENTS * len(text):
            marked.append((start, lines[-1][0] + len(lines[-1][1])))
            break
        if plain in LIST_HEADERS:
            in_list = LONGEST_LIST
        elif in_list and (len(line) > LONGEST_LINE or SENTENCE.search(line)):
            in_list = 0
        elif in_list:
            in_list -= 1
        caption = is_caption(line) or any(_repeats(line, other) for other in captions)
        if caption:
            captions.append(line)
        if in_list or boxed or caption or is_furniture(line) or is_stamp(line):
            marked.append((start, start + len(line)))
        boxed = plain in BOX_HEADERS
    return joined(text, [*marked, *_tail(text, lines, marked)])


def _tail(text: str, lines: list[tuple[int, str]], marked: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Below the last sentence, from the first piece of furniture on, headlines belong to the page, header or none."""
    starts = {start for start, _ in marked}
    if marked and marked[-1][1] > max(start for start, _ in lines):
        lines = [line for line in lines if line[0] <= marked[-1][0]]
    found: list[tuple[int, int]] = []
    for start, line in reversed(lines):
        if start not in starts and (len(line) > SHORT or SENTENCE.search(line)):
            break
        found.append((start, start + len(line)))
    furniture = [index for index, (start, _) in enumerate(found) if start in starts]
    if not furniture or len(text) - found[-1][0] > LEFT_FOR_COMMENTS * len(text):
        return []
    return [span for span in found[: furniture[-1]] if span[0] not in starts]


def is_furniture(line: str) -> bool:
    """Whether a line, read alone, belongs to the page and not to the article.

    >>> is_furniture("Share this article"), is_furniture("World | Business | Sports"), is_furniture("00:00 / 00:34")
    (True, True, True)
    >>> is_furniture("The share price fell on Monday.")
    False
    """
    plain = _plain(line)
    if plain == "" or any(plain in words for words in (FURNITURE_LINES, LIST_HEADERS, BOX_HEADERS, COMMENT_HEADERS)):
        return True
    if len(line) > LONGEST_LINE:
        return False
    if plain.startswith(FURNITURE_STARTS) or NOTED.match(plain):
        return True
    if len(line) <= SHORT and (any(part in plain for part in FURNITURE_PARTS) or BY.match(line) or _is_menu(plain)):
        return True
    if any(sign in line for sign in MENU_SIGNS) and (MENU.match(line) or SHORT_MENU.match(line)):
        return True
    return (":" in line and PLAYER.search(line) is not None) or COUNTS.match(line) is not None


def is_caption(line: str) -> bool:
    """Whether a line is a caption or a credit of a picture, or a copyright notice.

    >>> is_caption("Envoys in Vienna © A. Painter"), is_caption("Photo: the desk")
    (True, True)
    >>> is_caption("The photo shocked many.")
    False
    """
    if len(line) > 2 * LONGEST_LINE:
        return False
    line = line.lstrip(BULLETS)
    small = line.lower()
    return any(word in small for word in CREDIT_WORDS) and bool(
        CREDIT.search(line) or CREDIT_END.search(line) or (len(line) <= LONGEST_LINE and CREDIT_AFTER.search(line))
    )


def _opens_comments(plain: str, following: list[tuple[int, str]]) -> bool:
    """A count of comments may also stand above the story: it opens them only where the hour of one stands below it."""
    if plain in COMMENT_HEADERS:
        return True
    return COUNTED.sub("", plain) in COMMENT_HEADERS and any(is_stamp(line) for _, line in following)


def _is_menu(plain: str) -> bool:
    """Whether a line is nothing but names of a menu side by side: "facebook twitter log in"."""
    words, names = plain.split(), 0
    if len(words) < 2 or len(words) > 4 * LONGEST_MENU_NAME:
        return False
    while words:
        size = next((n for n in range(LONGEST_MENU_NAME, 0, -1) if " ".join(words[:n]) in FURNITURE_LINES), 0)
        if not size:
            return False
        words, names = words[size:], names + 1
    return names > 1


def _plain(line: str) -> str:
    """A line without case and without the signs around it; "…" for one that is too long to be furniture."""
    if len(line) > LONGEST_LINE:
        return "…"
    return line.strip(SIGNS).lower().replace("’", "'")


def _repeats(line: str, caption: str) -> bool:
    """Pages print a caption twice, once with its credit."""
    return len(line) > 40 and (caption.startswith(line) or line.startswith(caption))


def joined(text: str, marked: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Spans in order, those that overlap or have nothing but blanks between them as one.

    >>> joined("a b c d", [(2, 3), (0, 1), (6, 7)])
    [(0, 3), (6, 7)]
    """
    found: list[tuple[int, int]] = []
    for start, end in sorted(marked):
        if found and not text[found[-1][1] : start].strip():
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found
