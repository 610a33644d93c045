"""Which tellings tell one event: groups of likes within a day, then coarse dates joined to finer ones.

Tellings come in the order of their publication and each follows the likest one told before or founds a group, so that
what is told later never regroups what was told before.
"""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from scipy.sparse import csr_matrix

LIKE = 0.18
# A year or a month holds more events than a day.
LIKE_COARSE = 0.2
# One article seldom tells one event of one day twice.
SAME_ARTICLE = 0.05
# The least likeness to the founder: chains on busy days end here.
FARTHEST = 0.1
# Other names, other event: what their likeness is worth.
OTHER_NAMES = 0.45
OTHER_DOERS = 0.2
# "The company" of an article that names none of the other article's names and places is another company.
OTHER_TOPICS = 0.25
# Sums and shares are told to the last figure, unlike the dead and the crowds.
OTHER_AMOUNTS = 0.15
# So many names tell what an article is about.
MANY_NAMES = 3
CLEARLY = 0.1
LONGEST_COARSE = 366
# Nearly the same words about days so near are one event with a wrong day.
SAME_WORDS = 0.6
NEAR_DAYS = 3
CHUNK = 512


class Items(NamedTuple):
    """What is grouped, in the order of publication.

    Days, whether they are a told range of days, article, names, doers, names and places of the whole article, amounts, numbers, wording and vector of each telling.
    """

    start_day: NDArray[np.int64]
    end_day: NDArray[np.int64]
    ranged: NDArray[np.bool_]
    article: NDArray[np.int64]
    names: csr_matrix
    doers: csr_matrix
    topics: csr_matrix
    amounts: csr_matrix
    numbers: list[frozenset[str]]
    wording: NDArray[np.int64]
    vectors: csr_matrix


def group(items: Items) -> NDArray[np.int64]:
    """A group number for each item: the place of the item that founded the group."""
    import numpy as np

    count = len(items.start_day)
    founder = np.arange(count, dtype=np.int64)
    length = items.end_day - items.start_day
    order = np.lexsort((np.arange(count), items.end_day, items.start_day))
    bounds = np.flatnonzero(
        np.r_[True, (np.diff(items.start_day[order]) != 0) | (np.diff(items.end_day[order]) != 0), True]
    )
    for first, last in itertools.pairwise(bounds):
        block = np.sort(order[first:last])
        if len(block) > 1:
            founder[block] = block[_in_block(items, block)]
    _join_coarse(items, founder, length)
    _join_other_days(items, founder, length)
    return founder


def _in_block(items: Items, block: NDArray[np.int64]) -> NDArray[np.int64]:
    """Groups among items of the same days: the place in the block of each one's founder.

    Each item follows the likest one told before it, if its founder is like it too. So nothing that is told later, or of
    other events, changes whom it follows.
    """
    import numpy as np

    founder = np.arange(len(block), dtype=np.int64)
    like = LIKE_COARSE if items.end_day[block[0]] - items.start_day[block[0]] > 1 else LIKE
    for chunk in range(0, len(block), CHUNK):
        until = min(chunk + CHUNK, len(block))
        likeness = _likeness(items, block[chunk:until], block[:until])
        for at in range(chunk, until):
            scores = likeness[at - chunk, :at]
            scores[items.article[block[:at]] == items.article[block[at]]] -= SAME_ARTICLE
            near = np.flatnonzero(scores >= like)
            for told in near[np.argsort(-scores[near], kind="stable")]:
                if founder[told] == told or scores[founder[told]] >= FARTHEST:
                    founder[at] = founder[told]
                    break
    return founder


def _likeness(items: Items, some: NDArray[np.int64], others: NDArray[np.int64]) -> NDArray[np.float32]:
    """How alike the words of some and others are: less where both tell names and share none, or have other doers."""
    import numpy as np

    likeness = np.asarray((items.vectors[some] @ items.vectors[others].T).todense())
    names, doers = items.names[some], items.doers[some]
    other_names, other_doers = items.names[others], items.doers[others]
    named, doing = _filled(names)[:, None] & _filled(other_names), _filled(doers)[:, None] & _filled(other_doers)
    apart = doing & ~_shared(doers, other_names) & ~_shared(names, other_doers)
    likeness[apart] *= OTHER_DOERS
    likeness[named & ~apart & ~_shared(names, other_names)] *= OTHER_NAMES
    topics, other_topics = items.topics[some], items.topics[others]
    told = _filled(topics, MANY_NAMES)[:, None] & _filled(other_topics, MANY_NAMES)
    likeness[told & ~_shared(topics, other_topics)] *= OTHER_TOPICS
    amounts, other_amounts = items.amounts[some], items.amounts[others]
    counted = _filled(amounts)[:, None] & _filled(other_amounts)
    likeness[counted & ~_shared(amounts, other_amounts)] *= OTHER_AMOUNTS
    return likeness


def _filled(sets: csr_matrix, least: int = 1) -> NDArray[np.bool_]:
    import numpy as np

    return np.asarray(np.diff(sets.indptr) >= least)


def _shared(some: csr_matrix, others: csr_matrix) -> NDArray[np.bool_]:
    import numpy as np

    return np.asarray((some @ others.T).todense()) > 0


def _join_coarse(items: Items, founder: NDArray[np.int64], length: NDArray[np.int64]) -> None:
    """Join each group of a coarse date to the finer group that is clearly the likest within its days, if one is."""
    import numpy as np

    # "From 29 March to 1 April" is no coarse date of one of its days.
    coarse = np.unique(founder[(length > 1) & (length <= LONGEST_COARSE) & ~items.ranged])
    if not len(coarse):
        return
    by_start = np.argsort(items.start_day, kind="stable")
    starts = items.start_day[by_start]
    sizes = np.bincount(founder, minlength=len(founder))
    for at in coarse[np.lexsort((coarse, length[coarse]))]:
        low, high = np.searchsorted(starts, (items.start_day[at], items.end_day[at]))
        near = by_start[low:high]
        near = near[(items.end_day[near] <= items.end_day[at]) & (length[near] < length[at])]
        # A sentence with two dates tells two events, however like itself it is.
        near = near[items.wording[near] != items.wording[at]]
        if not len(near):
            continue
        mine = np.flatnonzero(founder == at) if sizes[at] > 1 else np.array([at])
        likeness = _likeness(items, near, mine).mean(axis=1)
        groups, label = np.unique(founder[near], return_inverse=True)
        most = np.full(len(groups), -np.inf)
        np.maximum.at(most, label, likeness)
        mean = (np.bincount(label, weights=likeness) / np.bincount(label) + most) / 2
        ranked = np.argsort(-mean, kind="stable")
        second = mean[ranked[1]] if len(ranked) > 1 else 0.0
        if mean[ranked[0]] >= LIKE_COARSE and mean[ranked[0]] - second >= CLEARLY:
            founder[mine] = groups[ranked[0]]


def _join_other_days(items: Items, founder: NDArray[np.int64], length: NDArray[np.int64]) -> None:
    """Join groups of neighbouring days that tell the same in nearly the same words: one of the days is wrong.

    They must share a name or a number, and no article may tell both: reports of two days running look alike too.
    """
    import numpy as np

    fine = np.flatnonzero(length <= 1)
    by_day = fine[np.argsort(items.start_day[fine], kind="stable")]
    days = items.start_day[by_day]
    members: dict[int, list[int]] = {}
    for at in by_day:
        members.setdefault(int(founder[at]), []).append(int(at))
    joined: set[int] = set()
    for day in np.unique(days):
        low, high, last = np.searchsorted(days, (day, day + 1, day + NEAR_DAYS + 1))
        if high == last:
            continue
        here, there = by_day[low:high], by_day[high:last]
        likeness = (items.vectors[here] @ items.vectors[there].T).tocoo()
        strong = likeness.data >= SAME_WORDS
        order = np.lexsort((there[likeness.col[strong]], here[likeness.row[strong]], -likeness.data[strong]))
        for one, other in zip(here[likeness.row[strong]][order], there[likeness.col[strong]][order], strict=True):
            first, second = sorted((int(founder[one]), int(founder[other])))
            if first == second or first in joined or second in joined or not _same_told(items, int(one), int(other)):
                continue
            if {items.article[at] for at in members[first]} & {items.article[at] for at in members[second]}:
                continue
            founder[founder == second] = first
            joined.update((first, second))


def _same_told(items: Items, one: int, other: int) -> bool:
    if items.numbers[one] != items.numbers[other]:
        return False
    return bool(items.numbers[one]) or bool(_shared(items.names[[one]], items.names[[other]]).any())
