"""How alike two tellings are: their words, and whether both are about the same persons, places, sums."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from scipy.sparse import csr_matrix

# Other names, other event: what their likeness is worth.
OTHER_NAMES = 0.45
OTHER_DOERS = 0.2
# One tells who did it, the other to whom; but nearly the same words of two countries are two events of a kind.
OTHER_COUNTRIES = 0.45
OTHER_COUNTRIES_ONLY = 0.2
NEARLY_THE_SAME = 0.6
# "The company" is that of its own article: whom or where one tells of, the other's article must tell of too.
OTHER_TOPICS = 0.15
# Sums and shares are told to the last figure, unlike the dead and the crowds.
OTHER_AMOUNTS = 0.15


class Items(NamedTuple):
    """What is grouped, in the order of publication.

    Days, whether they are a told range of days, the articles that tell it, wording, numbers of the title and vector of each
    telling, and what it is of: the sets of `subjects.Subjects`, a row a telling.
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
    """How alike each of some and each of others are, a row for each of some; it hangs on these two and their articles."""
    import numpy as np

    def apart(left: csr_matrix, right: csr_matrix) -> NDArray[np.bool_]:
        return (_filled(left[some])[:, None] & _filled(right[others])) & ~_shared(left[some], right[others])

    def apart_both(own: csr_matrix, all_: csr_matrix) -> NDArray[np.bool_]:
        told = _filled(own[some])[:, None] & _filled(own[others])
        return told & ~_shared(own[some], all_[others]) & ~_shared(all_[some], own[others])

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
    """Whether two tellings name somebody or something in common."""
    return bool(_shared(items.names[[one]], items.names[[other]]).any())


def _filled(sets: csr_matrix) -> NDArray[np.bool_]:
    import numpy as np

    return np.asarray(np.diff(sets.indptr) > 0)


def _shared(some: csr_matrix, others: csr_matrix) -> NDArray[np.bool_]:
    import numpy as np

    return np.asarray((some @ others.T).todense()) > 0
