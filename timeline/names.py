"""Names that mean the same: variants of one name within a collection."""

from __future__ import annotations

from timeline.places import gazetteer

_SMALL = 3


def name_keys(actors: list[str] | None) -> frozenset[str]:
    """The words that tell one set of actors from another, in lower case: places and peoples are in every sentence.

    >>> sorted(name_keys(["Sergey Shoigu", "Russia", "Syrian", "UN"]))
    ['sergey', 'shoigu']
    """
    table = gazetteer()
    keys = set()
    for actor in actors or ():
        if actor in table:
            continue
        for word in actor.replace("-", " ").split():
            if len(word) >= _SMALL and word not in table and word[0].isupper():
                keys.add(word.lower())
    return frozenset(keys)
