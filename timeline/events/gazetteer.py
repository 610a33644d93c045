"""Where an event happened: a small gazetteer of countries, larger cities and the states of the USA.

The table places.csv.gz was made once from GeoNames (CC BY 4.0; see NOTICE beside it, and data/make_places.py).

>>> find_places("Talks in Geneva failed, Vladimir Putin said.")
[Place(name='Geneva', country='CH', kind='city', start=9, end=15)]
"""

from __future__ import annotations

import csv
import gzip
import io
import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

from timeline.languages.en.words import TITLES

# Towns and countries that are more often a word or a person's name: they count behind a word of place only.
DOUBTFUL = frozenset(
    "Nice Reading Mobile Of Split Bath Victoria Vladimir Santiago Chad Jordan Israel Georgia Virginia Carolina Lincoln Jackson Austin "
    "Houston Dallas Charlotte Florence Sofia Sydney Kent Sale Man Most Best Union Independence Liberty Concord March May Orange Male "
    "Marina Alexandria Kingston Hamilton Wellington Nelson Dublin Clinton Washington Madison Paris London Cali Carlos Diego Surprise "
    "Roman Ramadan Salem Progress Tours Nancy Angers Lens Brest Bari Como Deal Rugby Ordu Van Batman Adrian Regina Lorenzo Anna "
    "Sur Salt Hit Hama Bar Barry Crawley Gloucester Cambridge York Durham Oxford Cary Irving Garland Mesa Aurora Henderson "
    "Chandler Gilbert Norman Peoria Pearland Davie Clarksville Springfield Columbia Columbus Fontana Flint Hope Enterprise Eugene "
    "Mission Murray Warren Sterling Allen Tyler Beaumont Roseville Rochester Moreno Bello Simon Rana Gao Serov Asia Bell Hill Manage Police Central".split()
)
PLACE_LEADS = frozenset("in at near from to outside around across into inside of towards toward through over".split())
# "a major Paris hotel" stands in Paris.
_TITLES = (TITLES | {"general", "chief"}) - {"major"}
_NAME = re.compile(
    r"(?:U\.S\.A\.|U\.S\.|U\.K\.|St\. [A-Z]\w+|[^\W\d_a-z][\w'’-]*(?:[ -](?:of |the |and |de |la |el |al-)?[^\W\d_a-z][\w'’-]*){0,4})"
)
_LEAD = re.compile(r"(\w+)\W*\s$")
_PLACE_NOUN = re.compile(
    r"\s+(?:capital|city|town|village|border|province|region|territory|soil|coast|port|island|airspace)\b"
)


class Place(NamedTuple):
    """A place named in a sentence."""

    name: str
    country: str
    kind: str
    start: int
    end: int


@cache
def gazetteer() -> dict[str, tuple[str, str, str, float | None, float | None]]:
    """Name to (kind, name to show, country, latitude, longitude); the adjectives of countries are kept apart by kind."""
    packed = Path(__file__).with_name("places.csv.gz").read_bytes()
    table: dict[str, tuple[str, str, str, float | None, float | None]] = {}
    for row in csv.DictReader(io.StringIO(gzip.decompress(packed).decode())):
        if row["name"] in table and row["kind"] == "demonym":
            continue
        at = (float(row["latitude"]), float(row["longitude"])) if row["latitude"] else (None, None)
        table[row["name"]] = (row["kind"], row["shown"], row["country"], *at)
    return table


def is_demonym(word: str) -> bool:
    """Whether a word is the adjective of a country: "Syrian"."""
    known = gazetteer().get(word)
    return known is not None and known[0] == "demonym"


def coordinates(name: str) -> tuple[float, float] | None:
    """Latitude and longitude of a place by the name that `find_places` gives.

    >>> coordinates("Geneva"), coordinates("Nowhere")
    ((46.202, 6.146), None)
    """
    known = gazetteer().get(name)
    if known is None or known[3] is None or known[4] is None:
        return None
    return known[3], known[4]


def find_places(sentence: str) -> list[Place]:
    """The places named in a sentence, with their offsets; names of people and bodies are not places."""
    table = gazetteer()
    found: list[Place] = []
    for match in _NAME.finditer(sentence):
        found.extend(_in_run(sentence, match.group(), match.start(), table))
    return found


def _in_run(
    sentence: str, run: str, start: int, table: dict[str, tuple[str, str, str, float | None, float | None]]
) -> list[Place]:
    words = list(re.finditer(r"[^\s-]+(?:-[^\s]+)*|[^\s]+", run))
    found = []
    at = 0
    while at < len(words):
        for until in range(len(words), at, -1):
            name = run[words[at].start() : words[until - 1].end()]
            bare = re.sub(r"['’]s?$", "", name)
            if bare not in table:
                continue
            kind, shown, country, *_ = table[bare]
            begin = start + words[at].start()
            alone = at == 0 and until == len(words)
            if _is_place(sentence, bare, begin, kind, alone, until == len(words), bare != name):
                found.append(Place(shown, country, kind, begin, begin + len(bare)))
            at = until - 1
            break
        at += 1
    return found


def _is_place(sentence: str, name: str, start: int, kind: str, alone: bool, closes: bool, possessive: bool) -> bool:
    lead = _LEAD.search(sentence[max(0, start - 25) : start])
    before = lead.group(1).lower() if lead else ""
    end = start + len(name)
    if kind == "demonym":
        return _PLACE_NOUN.match(sentence, end) is not None
    if name in ("US", "U.S.", "UK", "U.K.", "EU") and before not in PLACE_LEADS:
        return False
    if before in _TITLES:
        return False
    if name in DOUBTFUL or kind == "region":
        return before in PLACE_LEADS and (closes or possessive) and alone
    # A city inside a longer run of capitals is a part of a name: "Moscow State University", "Vienna Convention".
    return alone or (kind == "country" and closes and before in PLACE_LEADS)


def where(places: list[Place]) -> Place | None:
    """The place of an event among the places of its clause: a city before a country."""
    cities = [place for place in places if place.kind == "city"]
    return next(iter(cities or [place for place in places if place.kind in ("region", "country")] or places), None)
