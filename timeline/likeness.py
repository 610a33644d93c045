"""How alike two tellings are: the cosine of their words' character 3- to 5-grams.

The likeness of two sentences depends on these two alone, never on the pile they lie in: adding an article leaves every
other pair as it was, and with it every event and its id.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from timeline.tokens import ADVERBS, CONJUNCTIONS, DETERMINERS, PREPOSITIONS, PRONOUNS, SUBORDINATORS
from timeline.verbs import AUXILIARIES, MODALS, REPORTING, VERB_FORMS
from timeline.vocabulary import MONTHS, WEEKDAYS

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix

_WORD = re.compile(r"[^\W_]+(?:[.,]\d+)*")
# In nearly every sentence of the news, so that sharing them tells nothing.
_EMPTY_WORDS = (
    DETERMINERS | PREPOSITIONS | CONJUNCTIONS | PRONOUNS | SUBORDINATORS | ADVERBS | MODALS | frozenset(AUXILIARIES)
)
# Shared by many sentences of one pile: offices, peoples, sayings.
_COMMON_WORDS = frozenset(
    "president minister ministry government official officials state country countries people national international foreign "
    "leader leaders general group groups part time year years day days week month according head million thousand new".split()
) | frozenset(spelling for spelling, form in VERB_FORMS.items() if form.lemma in REPORTING)
COMMON_WEIGHT = 0.4
FEATURES = 2**20


def words_of(sentence: str) -> list[str]:
    """The words of a sentence that tell something, in lower case.

    >>> words_of("On Friday, the ships fired 26 missiles, he said.")
    ['ships', 'fired', '26', 'missiles', 'said']
    """
    lows = (match.group().lower() for match in _WORD.finditer(sentence))
    return [low for low in lows if low not in _EMPTY_WORDS and low not in MONTHS and low not in WEEKDAYS and low != "s"]


def vectors(sentences: Sequence[str]) -> csr_matrix:
    """One sparse row of length 1 a sentence; the dot product of two rows is their likeness.

    A sentence is the sum of its words, so each distinct word is cut into n-grams once.
    """
    import numpy as np
    from scipy.sparse import csr_matrix
    from sklearn.feature_extraction.text import HashingVectorizer
    from sklearn.preprocessing import normalize

    number: dict[str, int] = {}
    indices: list[int] = []
    bounds = [0]
    for sentence in sentences:
        for word in words_of(sentence):
            indices.append(number.setdefault(word, len(number)))
        bounds.append(len(indices))
    counts = csr_matrix(
        (np.ones(len(indices), dtype=np.float32), np.array(indices, dtype=np.int64), np.array(bounds, dtype=np.int64)),
        shape=(len(sentences), max(len(number), 1)),
    )
    counts.sum_duplicates()
    counts.data = np.sqrt(counts.data)
    grams = HashingVectorizer(
        analyzer="char_wb", ngram_range=(3, 5), n_features=FEATURES, norm="l2", alternate_sign=False, dtype=np.float32
    )
    by_word = grams.transform(list(number) or [""])
    weight = np.array([COMMON_WEIGHT if word in _COMMON_WORDS else 1.0 for word in number] or [1.0], dtype=np.float32)
    return normalize((counts.multiply(weight[None, :]).tocsr()) @ by_word).tocsr()
