"""Names that mean the same: which words tell one actor from another, and which spellings are one name."""

from __future__ import annotations

from functools import lru_cache

from timeline.places import gazetteer

_SMALL = 2
# Bodies that news calls now by letters, now by name.
ALIASES = {
    "isis": "islamic state", "isil": "islamic state", "is": "islamic state", "daesh": "islamic state", "ig": "islamic state", "un": "united nations",
    "eu": "european union", "au": "african union", "nato": "nato", "who": "world health organization", "imf": "imf", "wto": "wto",
    "idf": "israel defense forces", "fbi": "fbi", "cia": "cia", "plo": "plo", "ira": "ira", "eta": "eta", "opec": "opec", "osce": "osce",
}  # fmt: skip
# Words of many names: sharing one of them is no sign that two names are one.
_COMMON = frozenset(
    "the of and for al el de minister ministry president group forces force army state united national party new general front".split()
)


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
    words = [word.strip(".") for word in low.replace("-", " ").split()]
    return frozenset(word for word in words if len(word) > _SMALL and word not in _COMMON and word.title() not in table)


def name_keys(actors: list[str] | None) -> frozenset[str]:
    """The telling words of all names of a telling."""
    return frozenset().union(*(key_of(actor) for actor in actors or ()))


def subject_keys(title: str | None, trigger: str | None, actors: list[str] | None) -> frozenset[str]:
    """The telling words of the names before the trigger of a title: who did it."""
    head = (title or "").partition(trigger)[0] if trigger else ""
    return name_keys([actor for actor in actors or () if actor in head])
