"""Which tellings tell one event: groups of likes within a day, then coarse dates joined to finer ones.

Tellings come in the order of their publication and each joins the likeliest group or founds one, so that what is told
later never regroups what was told before.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from scipy.sparse import csr_matrix

LIKE = 0.24
# The least likeness to any one member: chains on busy days end here.
FARTHEST = 0.08
# Other names, other event: what their likeness is worth.
OTHER_NAMES = 0.45
CLEARLY = 0.1
LONGEST_COARSE = 366
CHUNK = 512


class Items(NamedTuple):
    """What is grouped, in the order of publication: the days of each telling, the names in it and its vector."""

    start_day: NDArray[np.int64]
    end_day: NDArray[np.int64]
    names: list[frozenset[str]]
    vectors: csr_matrix


def group(items: Items) -> NDArray[np.int64]:
    """A group number for each item: the place of the item that founded the group."""
    import numpy as np

    count = len(items.names)
    founder = np.arange(count, dtype=np.int64)
    length = items.end_day - items.start_day
    order = np.lexsort((np.arange(count), items.end_day, items.start_day))
    bounds = np.flatnonzero(
        np.r_[True, (np.diff(items.start_day[order]) != 0) | (np.diff(items.end_day[order]) != 0), True]
    )
    for first, last in zip(bounds[:-1], bounds[1:], strict=True):
        block = np.sort(order[first:last])
        if len(block) > 1:
            founder[block] = block[_in_block(items, block)]
    _join_coarse(items, founder, length)
    return founder


def _in_block(items: Items, block: NDArray[np.int64]) -> NDArray[np.int64]:
    """Groups among items of the same days: the place in the block of each one's founder."""
    import numpy as np

    rows = items.vectors[block]
    across = rows.T.tocsc()
    label = np.zeros(len(block), dtype=np.int64)
    founders: list[int] = []
    names = [items.names[at] for at in block]
    for chunk in range(0, len(block), CHUNK):
        until = min(chunk + CHUNK, len(block))
        likeness = (rows[chunk:until] @ across[:, :until]).toarray()
        for at in range(chunk, until):
            if founders:
                scores = _apart(likeness[at - chunk, :at], names[at], names)
                joined = _best(scores, label[:at], len(founders))
                if joined is not None:
                    label[at] = joined
                    continue
            label[at] = len(founders)
            founders.append(at)
    return np.array(founders, dtype=np.int64)[label]


def _apart(scores: NDArray[np.float32], mine: frozenset[str], names: list[frozenset[str]]) -> NDArray[np.float32]:
    """Where both tell names and share none, the likeness counts less."""
    if mine:
        for at in range(len(scores)):
            if scores[at] >= LIKE and names[at] and mine.isdisjoint(names[at]):
                scores[at] *= OTHER_NAMES
    return scores


def _best(scores: NDArray[np.float32], label: NDArray[np.int64], groups: int) -> int | None:
    import numpy as np

    if float(scores.max()) < LIKE:
        return None
    size = np.bincount(label, minlength=groups)
    mean = np.bincount(label, weights=scores, minlength=groups) / size
    least = np.full(groups, np.inf)
    np.minimum.at(least, label, scores)
    mean[(mean < LIKE) | (least < FARTHEST)] = -1.0
    best = int(mean.argmax())
    return best if mean[best] >= LIKE else None


def _join_coarse(items: Items, founder: NDArray[np.int64], length: NDArray[np.int64]) -> None:
    """Join each group of a coarse date to the finer group that is clearly the likest within its days, if one is."""
    import numpy as np

    coarse = np.unique(founder[(length > 1) & (length <= LONGEST_COARSE)])
    if not len(coarse):
        return
    by_start = np.argsort(items.start_day, kind="stable")
    starts = items.start_day[by_start]
    sizes = np.bincount(founder, minlength=len(founder))
    for at in coarse[np.lexsort((coarse, length[coarse]))]:
        low, high = np.searchsorted(starts, (items.start_day[at], items.end_day[at]))
        near = by_start[low:high]
        near = near[(items.end_day[near] <= items.end_day[at]) & (length[near] < length[at])]
        if not len(near):
            continue
        mine = np.flatnonzero(founder == at) if sizes[at] > 1 else np.array([at])
        likeness = np.asarray((items.vectors[near] @ items.vectors[mine].T).todense()).mean(axis=1)
        for place in np.flatnonzero(likeness >= LIKE):
            other = items.names[near[place]]
            if other and items.names[at] and other.isdisjoint(items.names[at]):
                likeness[place] *= OTHER_NAMES
        groups, label = np.unique(founder[near], return_inverse=True)
        mean = np.bincount(label, weights=likeness) / np.bincount(label)
        ranked = np.argsort(-mean, kind="stable")
        second = mean[ranked[1]] if len(ranked) > 1 else 0.0
        if mean[ranked[0]] >= LIKE and mean[ranked[0]] - second >= CLEARLY:
            founder[mine] = groups[ranked[0]]
