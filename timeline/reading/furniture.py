"""The words of a page that are not its article, as data: whole lines, beginnings of lines, headers of lists.

Everything is lower case and without the signs around it.
"""

from __future__ import annotations


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
        error; see also:; share on; share this; sign up for; since you're here;  sign up to; skip to; subscribe to; support our;
        tags:; terms of; this site uses; this website uses; to listen to this; to report an error; to view this
        video; topics:; tweet this; view comments; watch video; watch:; we and our partners; we use cookies;
        your browser does not support; your email address
    """)
)
# Headers of lists of other articles: the headlines below them belong to the page as well.
LIST_HEADERS: frozenset[str] = frozenset(
    _listed("""
        breaking news; editor's picks; headlines; in other news; key stories; latest; latest news; latest
        stories; from our partners; from the web; around the web; more from the web; more from this section; more news; more on this; more on this story; more on this topic; more
        stories; most popular; most read; most viewed; on this topic; other news; popular; popular now; read
        also; read more; read next; recommended; recommended for you; related; related articles; related
        content; related links; related news; related posts; related stories; related topics; see also; see also
        related news; paid content; partner content;
        promoted; promoted content; promoted stories; recent comments; recent posts; recent stories; sponsored content;
        sponsored links; sponsored stories; top news; top stories; trending; trending now; what is written about us; what to read
        next; you may also like; you might also like
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
        email address will; email us at; e-mail us at; enter your email; enter your e-mail; in your inbox; into your inbox;
        required fields; sign up here; story? email; subscribe now; support our journalism; to your inbox; use of cookies;
        with a subscription; your ad blocker; your browser does; your cookie
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
