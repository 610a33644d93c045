"""How alike two tellings are: the cosine of their words' character 3- to 5-grams.

The likeness of two sentences depends on these two alone, never on what else is told of their day: adding an article
leaves the other events and their ids as they were, to the last bit: words are added up in the order of the alphabet.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from timeline.merging.concepts import concept_of
from timeline.telling.auxiliaries import AUXILIARIES, MODALS
from timeline.telling.meanings import REPORTING
from timeline.telling.places import gazetteer
from timeline.telling.tokens import ADVERBS, CONJUNCTIONS, DETERMINERS, PREPOSITIONS, PRONOUNS, SUBORDINATORS
from timeline.telling.verbs import VERB_FORMS
from timeline.vocabulary import MONTHS, WEEKDAYS

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix

# What a shared kind of happening and a shared country are worth beside a shared word.
KIND_WEIGHT, COUNTRY_WEIGHT = 1.0, 0.4
# More would make the ids hang on what stands before a sentence.
CONTEXT_WEIGHT = 0.25
# A date is shared by all tellings of a day: it tells none from another.
_DATE = re.compile(
    rf"\b(?:\d{{1,2}}(?:st|nd|rd|th)?(?: of)?[ -])?(?:{'|'.join(sorted(MONTHS, key=len, reverse=True))})\b\.?"
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
    "president minister ministry government official officials state country countries people national international foreign "
    "leader leaders general group groups part time year years day days week month according head million billion thousand hundred new "
    # Of every company, and of every list of what it earned.
    "company companies percent cents share shares stock stocks net income sales revenue earnings profit profits loss losses result results "
    "period first second third fourth".split()
) | frozenset(spelling for spelling, form in VERB_FORMS.items() if form.lemma in REPORTING)
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
        return KIND_WEIGHT
    if word[0] == "@":
        return COUNTRY_WEIGHT
    return COMMON_WEIGHT if word in _COMMON_WORDS else 1.0


def _marks(sentence: str) -> list[str]:
    """The kinds of happening and the countries of a sentence, as words that no text has."""
    table = gazetteer()
    found = []
    for match in _WORD.finditer(sentence):
        word = match.group()
        if word[0].isupper() and word in table:
            found.append(f"@{table[word][2]}")
        elif kind := concept_of(word):
            found.append(f"#{kind}")
    return found


def memberships(*columns: Sequence[frozenset[str]]) -> list[csr_matrix]:
    """For each column of sets a matrix with a row a set; the dot product of two rows counts what they share."""
    import numpy as np
    from scipy.sparse import csr_matrix

    number = {
        word: place for place, word in enumerate(sorted(set().union(*(one for column in columns for one in column))))
    }
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

    A sentence is the sum of its words, so each distinct word is cut into n-grams once. The clause that tells the event
    counts again, its context a quarter.
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
    place = np.zeros(len(words), dtype=np.int64)
    place[[number[word] for word in words if number]] = np.arange(len(words))
    counts = csr_matrix(
        (
            np.array(values, dtype=np.float32),
            place[np.array(indices, dtype=np.int64)],
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
    told = (counts.multiply(weight[None, :]).tocsr()) @ by_word
    told.sort_indices()
    return normalize(told).tocsr()
