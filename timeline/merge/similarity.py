"""How alike two mentions are: the cosine of the character 3- to 5-grams of their words, less for other names or sums.

The likeness of two mentions depends on these two and their articles alone, never on what others state of their day. So
one article more leaves the other events and their ids as they were. Words are summed in the order of the alphabet: the
sums are then equal to the last bit.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from timeline.events.gazetteer import gazetteer
from timeline.languages.en.morphology import VERB_FORMS
from timeline.languages.en.vocabulary import MONTHS, WEEKDAYS
from timeline.languages.en.words import (
    ADVERBS,
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    EVENT_NOUNS,
    EVENT_TYPES,
    MODALS,
    PREPOSITIONS,
    PRONOUNS,
    REPORTING_VERBS,
    SUBORDINATORS,
)
from timeline.text import any_of

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from scipy.sparse import csr_matrix


@cache
def _event_types() -> dict[str, str]:
    """The event type of each lemma that has one."""
    table: dict[str, str] = {}
    for name, lemmas in EVENT_TYPES.items():
        for lemma in lemmas.split():
            table.setdefault(lemma, name)
    return table


@cache
def event_type(word: str) -> str | None:
    """The event type of a word in any of its forms; null where it has none.

    >>> event_type("bombed"), event_type("strikes"), event_type("table")
    ('strike', 'strike', None)
    """
    low = word.lower()
    table = _event_types()
    if low in table:
        return table[low]
    form = VERB_FORMS.get(low)
    if form is not None and form.lemma in table:
        return table[form.lemma]
    noun = EVENT_NOUNS.get(low) or low.removesuffix("s")
    return table.get(noun)


# Other names, other event: what their likeness is worth.
OTHER_NAMES = 0.4
OTHER_DOERS = 0.2
# One mention names who did it, the other to whom. Nearly the same words of two countries are two events of a kind.
OTHER_COUNTRIES = 0.45
OTHER_COUNTRIES_ONLY = 0.2
NEARLY_THE_SAME = 0.6
# "The company" is that of its own article: what one mention is about, the article of the other must name too.
OTHER_TOPICS = 0.15
# Sums and shares are stated to the last figure, unlike the dead and the crowds.
OTHER_AMOUNTS = 0.15


class Items(NamedTuple):
    """The mentions that are grouped, in the order of publication: a column or a matrix a field, a row a mention.

    `ranged` says whether the text gives both ends of the days, `numbers` are those of the title, and the last seven are
    the sets of `participants.Subjects`.
    """

    start_day: NDArray[np.int64]
    end_day: NDArray[np.int64]
    ranged: NDArray[np.bool_]
    articles: list[frozenset[int]]
    wording: NDArray[np.int64]
    numbers: list[frozenset[str]]
    vectors: csr_matrix
    names: csr_matrix
    doers: csr_matrix
    parties: csr_matrix
    countries: csr_matrix
    about: csr_matrix
    topics: csr_matrix
    amounts: csr_matrix


def alike(
    items: Items, some: NDArray[np.int64] | list[int], others: NDArray[np.int64] | list[int]
) -> NDArray[np.float32]:
    """How alike each of `some` and each of `others` are: a row for each of `some`, a column for each of `others`."""
    import numpy as np

    def apart(left: csr_matrix, right: csr_matrix) -> NDArray[np.bool_]:
        return (_filled(left[some])[:, None] & _filled(right[others])) & ~_shared(left[some], right[others])

    def apart_both(own: csr_matrix, all_: csr_matrix) -> NDArray[np.bool_]:
        filled = _filled(own[some])[:, None] & _filled(own[others])
        return filled & ~_shared(own[some], all_[others]) & ~_shared(all_[some], own[others])

    likeness: NDArray[np.float32] = np.asarray((items.vectors[some] @ items.vectors[others].T).todense())
    other_doers = apart_both(items.doers, items.parties)
    likeness[other_doers] *= OTHER_DOERS
    likeness[apart(items.names, items.names) & ~other_doers] *= OTHER_NAMES
    abroad = apart(items.countries, items.countries)
    likeness[abroad] *= np.where(
        likeness[abroad] < NEARLY_THE_SAME, np.float32(OTHER_COUNTRIES), np.float32(OTHER_COUNTRIES_ONLY)
    )
    likeness[apart_both(items.about, items.topics)] *= OTHER_TOPICS
    likeness[apart(items.amounts, items.amounts)] *= OTHER_AMOUNTS
    return likeness


def share_a_name(items: Items, one: int, other: int) -> bool:
    """Whether two mentions name somebody or something in common."""
    return bool(_shared(items.names[[one]], items.names[[other]]).any())


def _filled(sets: csr_matrix) -> NDArray[np.bool_]:
    import numpy as np

    return np.asarray(np.diff(sets.indptr) > 0)


def _shared(some: csr_matrix, others: csr_matrix) -> NDArray[np.bool_]:
    import numpy as np

    return np.asarray((some @ others.T).todense()) > 0


# What a shared event type and a shared country are worth beside a shared word.
TYPE_WEIGHT, COUNTRY_WEIGHT = 1.0, 0.4
# More would make the ids hang on what stands before a sentence.
CONTEXT_WEIGHT = 0.25
# A date is shared by all mentions of a day: it distinguishes none.
_DATE = re.compile(
    rf"\b(?:\d{{1,2}}(?:st|nd|rd|th)?(?: of)?[ -])?{any_of(MONTHS)}\b\.?"
    r"(?:[ -]\d{1,2}(?:st|nd|rd|th)?\b)?(?:,? \d{4}\b)?|\b(?:1[5-9]|20)\d\d\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W_]+(?:[.,]\d+)*")
# In nearly every sentence of the news, so that sharing them tells nothing.
_EMPTY_WORDS = (
    DETERMINERS
    | PREPOSITIONS
    | CONJUNCTIONS
    | PRONOUNS
    | SUBORDINATORS
    | ADVERBS
    | MODALS
    | frozenset(AUXILIARIES)
    | frozenset("quarter quarters half earlier later latest current ended ending ago last next".split())
)
# Shared by many sentences of one pile: offices, peoples, sayings.
_COMMON_WORDS = frozenset(
    "president minister ministry government official officials state country countries people national international "
    "foreign leader leaders general group groups part time year years day days week month according head million "
    "billion thousand hundred new "
    # Of every company, and of every list of what it earned.
    "company companies percent cents share shares stock stocks net income sales revenue earnings profit profits loss "
    "losses result results period first second third fourth".split()
) | frozenset(spelling for spelling, form in VERB_FORMS.items() if form.lemma in REPORTING_VERBS)
COMMON_WEIGHT = 0.4
FEATURES = 2**20


def words_of(sentence: str) -> list[str]:
    """The words of a sentence that tell something, in lower case.

    >>> words_of("On Friday, the ships fired 26 missiles, he said.")
    ['ships', 'fired', '26', 'missiles', 'said']
    """
    lows = (match.group().lower() for match in _WORD.finditer(_DATE.sub(" ", sentence)))
    return [low for low in lows if low not in _EMPTY_WORDS and low not in WEEKDAYS and low != "s"]


def _weight(word: str) -> float:
    """What sharing a word is worth: less for common words."""
    if word[0] == "#":
        return TYPE_WEIGHT
    if word[0] == "@":
        return COUNTRY_WEIGHT
    return COMMON_WEIGHT if word in _COMMON_WORDS else 1.0


def _marks(sentence: str) -> list[str]:
    """The event types and the countries of a sentence, as words that no text has."""
    table = gazetteer()
    found = []
    for match in _WORD.finditer(sentence):
        word = match.group()
        if word[0].isupper() and word in table:
            found.append(f"@{table[word][2]}")
        elif name := event_type(word):
            found.append(f"#{name}")
    return found


def memberships(*columns: Sequence[frozenset[str]]) -> list[csr_matrix]:
    """For each column of sets a matrix with a row a set; the dot product of two rows counts what they share."""
    import numpy as np
    from scipy.sparse import csr_matrix

    members = set().union(*(one for column in columns for one in column))
    number = {word: index for index, word in enumerate(sorted(members))}
    found = []
    for column in columns:
        indices = [number[word] for one in column for word in sorted(one)]
        bounds = np.cumsum([0, *(len(one) for one in column)])
        ones = np.ones(len(indices), dtype=np.float32)
        found.append(
            csr_matrix((ones, np.array(indices, dtype=np.int64), bounds), shape=(len(column), max(1, len(number))))
        )
    return found


def vectors(sentences: Sequence[str], clauses: Sequence[str | None], contexts: Sequence[str | None]) -> csr_matrix:
    """One sparse row of length 1 a sentence; the dot product of two rows is their likeness.

    A sentence is the sum of its words, so each distinct word is cut into n-grams once. The clause of the event counts
    once more, its context a quarter.
    """
    import numpy as np
    from scipy.sparse import csr_matrix
    from sklearn.feature_extraction.text import HashingVectorizer
    from sklearn.preprocessing import normalize

    number: dict[str, int] = {}
    indices: list[int] = []
    values: list[float] = []
    bounds = [0]
    for sentence, clause, context in zip(sentences, clauses, contexts, strict=True):
        for text, worth in ((sentence, 1.0), (clause, 1.0), (context, CONTEXT_WEIGHT)):
            for word in (*words_of(text), *_marks(text)) if text else ():
                indices.append(number.setdefault(word, len(number)))
                values.append(worth)
        bounds.append(len(indices))
    words = sorted(number) or [""]
    sorted_index = np.zeros(len(words), dtype=np.int64)
    sorted_index[[number[word] for word in words if number]] = np.arange(len(words))
    counts = csr_matrix(
        (
            np.array(values, dtype=np.float32),
            sorted_index[np.array(indices, dtype=np.int64)],
            np.array(bounds, dtype=np.int64),
        ),
        shape=(len(sentences), len(words)),
    )
    counts.sum_duplicates()
    counts.data = np.sqrt(counts.data)
    grams = HashingVectorizer(
        analyzer="char_wb", ngram_range=(3, 5), n_features=FEATURES, norm="l2", alternate_sign=False, dtype=np.float32
    )
    by_word = grams.transform(words)
    weight = np.array([_weight(word) if word else 1.0 for word in words], dtype=np.float32)
    # The products of later steps cost a pass over the columns: only those in use are kept.
    by_word = by_word[:, np.unique(by_word.indices)]
    if not by_word.shape[1]:  # "It was on 3 May 2014.": no sentence has a word that tells something
        return csr_matrix((len(sentences), 1), dtype=np.float32)
    weighted = (counts.multiply(weight[None, :]).tocsr()) @ by_word
    weighted.sort_indices()
    return normalize(weighted).tocsr()
