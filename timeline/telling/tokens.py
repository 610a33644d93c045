"""A sentence as words, stops and dates, and the small words of English by what they do.

>>> [token.text for token in tokenise("The U.S. envoy's talks began on Friday.", [(32, 38)])]
['The', 'U.S.', "envoy's", 'talks', 'began', 'on', 'Friday', '.']
"""

from __future__ import annotations

import re
from typing import NamedTuple

DETERMINERS = frozenset(
    "the a an this that these those his her its their our my your some any no every each all both another such what which whose".split()
)
ARTICLES = frozenset("the a an his her its their our my your every no".split())
PREPOSITIONS = frozenset(
    "of in on at by for with from to into onto over under about against between among through during after before since "
    "until till within without toward towards near across along around behind beyond despite amid amidst following "
    "per via upon off out up down above below inside outside including like than as because".split()
)
# Prepositions that an event noun stands behind when the day is its own.
BEFORE_EVENTS = frozenset("after before during following since until amid at despite in ahead for from".split())
SUBORDINATORS = frozenset(
    "after before while when as because although though since until till if unless whereas whether that who which whose whom "
    "where once so".split()
)
PRONOUNS = frozenset("he she it they we i you who which that this these those there him them us me".split())
CONJUNCTIONS = frozenset("and or but nor yet".split())
ADVERBS = frozenset(
    "not n't never also already still only just even then soon later earlier now again once twice always often ever recently since "
    "almost nearly yet first last far further together apart instead perhaps too both all".split()
)
# Words in -ly that are no adverbs.
_NOT_ADVERBS = frozenset(
    "family assembly ally rally supply anomaly monopoly reply bully folly jelly belly butterfly dragonfly melancholy homily italy sicily "
    "elderly deadly friendly costly orderly likely unlikely fly multiply apply comply rely imply".split()
)
_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|['’]s\b|[$€£]?\d(?:[\d.,]*\d)?%?(?:-[^\W_]+)*|[^\W_]+(?:[-'’][^\W_]+)*|[^\w\s]")
QUOTES = frozenset('"“”«»„‟`')
DASHES = frozenset("-–—")


class Token(NamedTuple):
    """One word, stop or date of a sentence."""

    text: str
    low: str
    start: int
    end: int
    is_date: bool = False
    # The Penn tag and the lemma, where a pipeline read the sentence.
    tag: str = ""
    lemma: str = ""


def tokenise(
    sentence: str, dates: list[tuple[int, int]], tags: tuple[tuple[int, int, str, str], ...] = ()
) -> list[Token]:
    """The words and stops of a sentence, each date of it as one; `tags` are those of a `Reading`."""
    found: list[Token] = []
    position = 0
    for start, end in dates:
        found.extend(_words(sentence, position, start))
        if start < end:
            found.append(Token(sentence[start:end], sentence[start:end].lower(), start, end, True))
        position = max(position, end)
    found.extend(_words(sentence, position, len(sentence)))
    if tags:
        read = {(start, end): (tag, lemma) for start, end, tag, lemma in tags}
        nothing = ("", "")
        found = [
            token
            if token.is_date
            else token._replace(
                tag=read.get((token.start, token.end), nothing)[0], lemma=read.get((token.start, token.end), nothing)[1]
            )
            for token in found
        ]
    return found


def _words(sentence: str, start: int, end: int) -> list[Token]:
    return [
        Token(word := match.group(), word.lower(), match.start(), match.end())
        for match in _WORD.finditer(sentence, start, end)
    ]


def bounds_dates(tokens: list[Token], at: int) -> bool:
    """Whether a word only ties a date to the one that ends it: "the quarter [ended] 30 June"."""
    tied = tokens[at].low in ("ended", "ending", "beginning", "starting")
    return tied and 0 < at < len(tokens) - 1 and tokens[at - 1].is_date and tokens[at + 1].is_date


def is_adverb(token: Token) -> bool:
    """Whether a word only colours the verb beside it: "not", "later", "severely"."""
    low = token.low
    return low in ADVERBS or (low.endswith("ly") and len(low) > 4 and low not in _NOT_ADVERBS)


def is_word(token: Token) -> bool:
    """Whether a token is a word, a number or a date, and not a stop."""
    return token.is_date or token.text[0].isalnum() or token.text[0] in "$€£"
