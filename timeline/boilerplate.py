"""The furniture of a page that is not its article: menus, share buttons, player times, captions, "See also" lists.

Furniture stays in the text, so that offsets hold, and is marked: no date in it becomes an event.
"""

from __future__ import annotations

import re

# Whole lines, compared without case and without the signs around them.
FURNITURE_LINES = frozenset(
    line.strip()
    for line in """
    about; about us; accept; accept all; accept cookies; account; ad; add a comment; add comment; advertisement;
    advertising; all news; all rights reserved; archive; archives; audio; back; back to login; back to top;
    bookmark; breaking news; browse; business; careers; close; comment; comments; contact; contact us; continue
    reading; cookie policy; cookies; copy link; copy url; culture; disclaimer; download; e-mail; editor's picks;
    email; email this; enlarge; entertainment; facebook; faq; feedback; follow us; font size; forgot password;
    forgot your password; front page; gallery; go to top; hashtags; headlines; help; home; home page; homepage; in
    pictures; instagram; key points; latest; latest news; latest stories; leave a comment; leave a reply; like;
    linkedin; listen; live; load more; loading; log in; log out; login; main; main menu; main page; manage cookies;
    media; menu; messenger; more; more from this section; more news; more on this; more on this story; more stories;
    more topics; most popular; most read; most viewed; my account; navigation; news; news feed; newsletter;
    newsletters; next; next article; next page; next story; opinion; our partners; page not found; pause; photo;
    photo gallery; photos; pinterest; play; play audio; play video; podcast; podcasts; politics; popular; popular
    now; post a comment; previous; previous article; print; print this; privacy; privacy policy; read also; read
    full story; read more; read next; recommended; recommended for you; reddit; register; reject all; related;
    related articles; related content; related links; related news; related posts; related stories; related topics;
    reply; report an error; report error; rss; save; science; search; see also; see also related news; see more;
    send; settings; share; share on facebook; share on twitter; share this; share this article; share this page;
    share this story; share via email; share your views; show comments; show more; sign in; sign up; site map;
    sitemap; skip; skip navigation; skip to content; skip to main content; special project; sponsored; sport;
    sports; subscribe; subscribe now; tag; tags; technology; telegram; terms; terms and conditions; terms of
    service; terms of use; to top; top; top news; top stories; topics; transcript; travel; trending; trending now;
    tweet; twitter; viber; video; videos; view all; view comments; view gallery; view more; vk; weather; what to
    read next; whatsapp; world; write a comment; x; you may also like; you might also like; your comment; youtube
    """.replace("\n", " ").split(";")
)


# "World | Business | Sports" and "Home » World": short names between signs.
MENU = re.compile(r"^[^|»›•·/]{1,30}(?:\s*[|»›•·/]\s*[^|»›•·/]{1,30}){2,}$")


def is_furniture(line: str) -> bool:
    """Whether a line, read alone, belongs to the page and not to the article.

    >>> is_furniture("Share this article"), is_furniture("World | Business | Sports")
    (True, True)
    >>> is_furniture("The share price fell on Monday.")
    False
    """
    plain = re.sub(r"^[\W_]+|[\W_]+$", "", line).lower().replace("’", "'")
    return plain == "" or plain in FURNITURE_LINES or bool(MENU.match(line))
