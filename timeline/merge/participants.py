"""Whom a mention is of: its names, its agent, and the persons and places of its article.

Two spellings may be one name; the words of a name tell one actor from another.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from timeline.events.gazetteer import DOUBTFUL, gazetteer

if TYPE_CHECKING:
    import polars as pl


_SMALL = 2
# Bodies that news calls now by letters, now by name.
ALIASES = {
    "isis": "islamic state", "isil": "islamic state", "is": "islamic state", "daesh": "islamic state",
    "ig": "islamic state", "un": "united nations", "eu": "european union", "au": "african union", "nato": "nato",
    "who": "world health organization", "imf": "imf", "wto": "wto", "idf": "israel defense forces", "fbi": "fbi",
    "cia": "cia", "plo": "plo", "ira": "ira", "eta": "eta", "opec": "opec", "osce": "osce",
}  # fmt: skip
# Words of many names: sharing one of them is no sign that two names are one.
_COMMON = frozenset(
    "the of and for al el de minister ministry president chairman chairwoman representative secretary senator "
    "chief director officer commissioner judge justice professor spokesman group forces force army state united "
    "national party new general front stock exchange market markets board bank bureau office agency department "
    "committee commission council court corp inc ltd plc co company companies industries industry systems "
    "services service financial savings loan trust capital investment investors securities holdings acquisition "
    "enterprises partners associates products foods energy electric power oil gas steel motors insurance life "
    "machines computer data technology technologies communications telecom media air airlines lines trade "
    "business industrial development research institute university college school society union league club "
    "street house senate congress parliament police association international central federal first american "
    "european north south east west northern southern eastern western center centre city county park hills lake "
    "river valley bay times post news journal press report index act chapter series".split()
)
# American states as the wires write them behind a town.
_STATES = frozenset(
    "ala ariz ark calif colo conn del fla ill ind kan mass mich minn miss mont neb nev okla ore penn tenn tex wash "
    "wis wyo".split()
)
# Given names of so many that they tell nobody from others.
_GIVEN = frozenset(
    "james john robert michael william david richard thomas charles joseph george paul peter mark mary susan anna "
    "maria".split()
)
# Where things are traded, not who trades.
_MARKETS = frozenset("exchange market markets wall".split())


@lru_cache(maxsize=50_000)
def key_of(actor: str) -> frozenset[str]:
    """The words of a name that tell it from others, in lower case; none for a place or a people.

    >>> sorted(key_of("Sergey Shoigu")), sorted(key_of("Syria")), key_of("ISIS") == key_of("Islamic state")
    (['sergey', 'shoigu'], [], True)
    """
    table = gazetteer()
    if actor in table or actor.title() in table:
        return frozenset()
    low = ALIASES.get(actor.lower(), actor.lower())
    if low == "islamic state" or low.startswith("islamic state"):
        return frozenset(("islamic state",))
    words = low.replace("-based", " ").replace("-", " ").split()
    found = {word.strip(".") for word in words if "." not in word[:-1]} - _COMMON - _STATES - _GIVEN
    keys = frozenset(word for word in found if len(word) > _SMALL and word.title() not in table)
    if keys or len(words) == 1 or _MARKETS.intersection(words):
        return keys
    # "First National Bank" is a name for all that.
    return frozenset((low,))


def name_keys(actors: list[str] | None) -> frozenset[str]:
    """The distinctive words of all names of a mention."""
    return frozenset().union(*(key_of(actor) for actor in actors or ()))


def country_keys(actors: list[str] | None, country: str | None) -> frozenset[str]:
    """The countries that a mention names, as words that no text has."""
    table = gazetteer()
    named = {table[name][2] for actor in actors or () if (name := actor if actor in table else actor.title()) in table}
    return frozenset(f"@{code}" for code in (*named, country) if code)


def subject_keys(title: str | None, trigger: str | None, actors: list[str] | None) -> frozenset[str]:
    """The distinctive words of the names before the trigger of a title: who did it."""
    head = (title or "").partition(trigger)[0] if trigger else ""
    return name_keys([actor for actor in actors or () if actor in head])


# "Free Syrian Army (FSA)": a name and the letters it will be called by.
_LETTERS = re.compile(r"((?:[^\W\d_a-z][\w’'-]+ (?:of |and |for |the )*){1,6})[“\"]?\((?:the )?([A-Z]{2,7})\)")
_SHOWN = {
    "islamic state": "Islamic State",
    "united nations": "United Nations",
    "european union": "European Union",
    "african union": "African Union",
}


def canonical_names(actors: Iterable[list[str] | None], sentences: Iterable[str]) -> dict[str, str]:
    """Each spelling of a name that has a better one in the same collection, and that better one.

    Letters stand for the name they are introduced with, a surname for the one full name that ends with it, spellings
    of one full name for the most frequent of them.

    >>> found = canonical_names([["Sergey Shoigu"], ["Shoigu"], ["Sergei Shoigu", "Sergey Shoigu"], ["ISIS"]], [])
    >>> found["Shoigu"], found["Sergei Shoigu"], found["ISIS"]
    ('Sergey Shoigu', 'Sergey Shoigu', 'Islamic State')
    """
    counts = Counter(name for names in actors for name in names or ())
    better: dict[str, str] = {}
    for name in counts:
        if name.isupper() or name.lower() in _SHOWN:
            shown = _SHOWN.get(ALIASES.get(name.lower(), name.lower()))
            if shown and shown != name:
                better[name] = shown
    for sentence in sorted(set(sentences)) if any(name.isupper() for name in counts) else ():
        for full, letters in _LETTERS.findall(sentence) if "(" in sentence else ():
            words = full.split()
            initials = [word for word in words if word[0].isupper()]
            if len(initials) >= len(letters) and "".join(word[0] for word in initials[-len(letters) :]) == letters:
                better.setdefault(letters, " ".join(words[words.index(initials[-len(letters)]) :]))
    full_names: dict[str, list[str]] = {}
    for name in counts:
        # "Supreme Court of Russia" has no surname.
        if " " in name and " of " not in name and not name.isupper() and name not in better:
            full_names.setdefault(name.split()[-1], []).append(name)
    for surname, names in full_names.items():
        best = min(names, key=lambda name: (-counts[name], name))
        alike = [name for name in names if _skeleton(name) == _skeleton(best)]
        better.update({name: best for name in alike if name != best})
        if len(alike) == len(names) and surname in counts and key_of(surname):
            better[surname] = best
    return better


def _skeleton(name: str) -> str:
    """A name without its vowels and soft letters: "Sergei" and "Sergey" are one."""
    return re.sub(r"(.)\1+", r"\1", re.sub(r"(?<=\w)[aeiouyj’'`-]", "", name.lower()))


_AMOUNT = re.compile(r"[$€£¥#]\s?(\d[\d.,]*\d|\d)|(\d+\.\d+)")
_WORD = re.compile(r"U\.[SK]\.|[^\W\d_]\w*")
LONGEST_NAME = 3


class Subjects(NamedTuple):
    """What one mention is of, in keys that tell names and countries from others.

    `names` of the mention; `doers`, who did it; `parties`, all who may take part; its `countries`; `about`, whom or
    where it is of: its own names or places, else those of the sentence before, else what its article names most;
    `topics`, all names and countries of its article; `amounts`, its sums.
    """

    names: frozenset[str]
    doers: frozenset[str]
    parties: frozenset[str]
    countries: frozenset[str]
    about: frozenset[str]
    topics: frozenset[str]
    amounts: frozenset[str]


@lru_cache(maxsize=50_000)
def countries_of(text: str) -> frozenset[str]:
    """The countries that a text names, by themselves, by a town or by their people, as words that no text has.

    >>> sorted(countries_of("Kenyan police and a U.S. envoy met in Vienna."))
    ['@AT', '@KE', '@US']
    """
    table = gazetteer()
    words = _WORD.findall(text)
    found = set()
    at = 0
    while at < len(words):
        last = at
        if words[at][0].isupper():
            lengths = range(min(LONGEST_NAME, len(words) - at), 0, -1)
            names = (" ".join(words[at : at + length]) for length in lengths)
            name = next((name for name in names if name in table and name not in DOUBTFUL), None)
            if name:
                found.add(f"@{table[name][2]}")
                last = at + name.count(" ")
        at = last + 1
    return frozenset(found)


def subjects(items: pl.DataFrame, mentions: pl.DataFrame) -> list[Subjects]:
    """What each of `items` is of; `mentions` are all event mentions of their articles."""
    names: dict[str, Counter[str]] = {}
    countries: dict[str, set[str]] = {}
    rows = mentions.unique(["article_id", "sentence", "title"], keep="first", maintain_order=True)
    for article, sentence, actors, country in rows.select("article_id", "sentence", "actors", "country").iter_rows():
        names.setdefault(article, Counter()).update(name_keys(actors))
        countries.setdefault(article, set()).update(country_keys(actors, country) | countries_of(sentence))
    main = {
        article: frozenset(name for name, times in found.items() if times > 1) or frozenset(found)
        for article, found in names.items()
    }
    rows_of = items.select("article_id", "sentence", "title", "trigger", "actors", "country", "context").iter_rows()
    found = []
    for article, sentence, title, trigger, actors, country, context in rows_of:
        own, there = name_keys(actors), country_keys(actors, country)
        head = (title or "").partition(trigger)[0] if trigger else ""
        named = there | countries_of(sentence)
        found.append(
            Subjects(
                names=own,
                doers=subject_keys(title, trigger, actors) or countries_of(head),
                parties=own | named,
                countries=named,
                about=own or there or countries_of(context or "") or main[article],
                topics=frozenset(names[article]) | countries[article],
                amounts=frozenset("".join(groups) for groups in _AMOUNT.findall(sentence)),
            )
        )
    return found
