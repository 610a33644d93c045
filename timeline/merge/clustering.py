"""Which mentions are of one event: each follows one other mention, or none and founds an event.

Which mention another one follows depends on the two and on their own articles, never on a third: a third is one more
to choose from. So an event keeps its founder, its id and all of its mentions while articles that do not mention it
come and go. It may gain a mention that followed one of those that went.

No rule can promise more. Let b be like a and like c, which are not alike: the event that has b loses it to the other
when its own founder goes, unless all three are one event, and with them all that a chain of likes joins on a busy day.
And a coarse date that founds an event of its own, because two events of different articles are equally likely, would
lose its id when one of the two goes. So it follows the one most alike, and stands alone only where one article mentions
both.
"""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from timeline.merge.similarity import Items, alike, share_a_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    import numpy as np
    from numpy.typing import NDArray

LIKE = 0.18
# A year or a month holds more events than a day.
LIKE_COARSE = 0.2
# Only the words of a month state which of its days it means.
LIKE_FINER = 0.3
# One article seldom mentions one event of one day twice.
SAME_ARTICLE = 0.05
CLEARLY = 0.1
LONGEST_COARSE = 366
# Nearly the same words about days so near are one event with a wrong day.
SAME_WORDS = 0.6
NEAR_DAYS = 3
CHUNK = 512


def group(items: Items) -> tuple[NDArray[np.int64], dict[int, int]]:
    """For each item the index of the item that founded its group; for a coarse date, another item that it may mean.

    The second is a dict from the index of an item to that of one of another day and group.
    """
    import numpy as np

    rivals: dict[int, list[int]] = {}
    leader = np.arange(len(items.start_day), dtype=np.int64)
    by_start = np.argsort(items.start_day, kind="stable")
    for block in _same_days(items):
        leader[block] = block[_likest_before(items, block)]
        rivals |= _follow_finer(items, block, by_start, leader)
    _follow_near(items, leader)
    while not np.array_equal(leader, leader[leader]):
        leader = leader[leader]
    others = ((at, next((other for other in near if leader[other] != leader[at]), None)) for at, near in rivals.items())
    return leader, {at: other for at, other in others if other is not None}


def _same_days(items: Items) -> Iterator[NDArray[np.int64]]:
    """The items of each span of days, in the order of publication."""
    import numpy as np

    order = np.lexsort((np.arange(len(items.start_day)), items.end_day, items.start_day))
    start, end = items.start_day[order], items.end_day[order]
    bounds = np.flatnonzero(np.r_[True, (np.diff(start) != 0) | (np.diff(end) != 0), True])
    for first, last in itertools.pairwise(bounds):
        yield order[first:last]


def _likest_before(items: Items, block: NDArray[np.int64]) -> NDArray[np.int64]:
    """For each item of the block the index in it of the earlier one most alike; its own where none is alike."""
    import numpy as np

    count = len(block)
    leader = np.arange(count, dtype=np.int64)
    like = LIKE_COARSE if items.end_day[block[0]] - items.start_day[block[0]] > 1 else LIKE
    only = np.array(
        [
            min(articles) if len(articles) == 1 else -1 - at
            for at, articles in enumerate(items.articles[at] for at in block)
        ]
    )
    for low in range(0, count if count > 1 else 0, CHUNK):
        high = min(low + CHUNK, count)
        likeness = alike(items, block[low:high], block[:high])
        likeness[only[low:high, None] == only[:high]] -= SAME_ARTICLE
        likeness[np.arange(low, high)[:, None] <= np.arange(high)] = 0
        best = likeness.argmax(axis=1)
        enough = likeness[np.arange(high - low), best] >= like
        leader[low:high][enough] = best[enough]
    # The same words of the same days are one mention, whoever repeats them.
    _, first, copy = np.unique(items.wording[block], return_index=True, return_inverse=True)
    return np.where(first[copy] < np.arange(count), first[copy], leader)


def _follow_finer(
    items: Items, block: NDArray[np.int64], by_start: NDArray[np.int64], leader: NDArray[np.int64]
) -> dict[int, list[int]]:
    """Let each founder of a coarse date follow the likest finer mention within its days, and give those nearly as like.

    No mention of another day in one of their two articles may be nearly as like.
    """
    import numpy as np

    rivals: dict[int, list[int]] = {}
    start, end = items.start_day[block[0]], items.end_day[block[0]]
    # "From 29 March to 1 April" is no coarse date of one of its days.
    block = block[~items.ranged[block] & (leader[block] == block)]
    if not len(block) or not 1 < end - start <= LONGEST_COARSE:
        return rivals
    near = by_start[slice(*np.searchsorted(items.start_day[by_start], (start, end)))]
    near = np.sort(near[(items.end_day[near] <= end) & (items.end_day[near] - items.start_day[near] < end - start)])
    for low in range(0, len(block) if len(near) else 0, CHUNK):
        some = block[low : low + CHUNK]
        likeness = alike(items, some, near)
        # A sentence with two dates mentions two events, however like itself it is.
        likeness[items.wording[some][:, None] == items.wording[near]] = 0
        for at, scores in zip(some.tolist(), likeness, strict=True):
            like = np.flatnonzero(scores >= LIKE_FINER)
            like = like[np.argsort(-scores[like], kind="stable")]
            for one, score in zip(near[like].tolist(), scores[like], strict=True):
                as_like = near[like][scores[like] > score - CLEARLY].tolist()
                others = [other for other in as_like if not _on_same_days(items, one, other)]
                elsewhere = [items.articles[other] for other in others]
                if all(items.articles[it].difference(*elsewhere) for it in (at, one)):
                    leader[at], rivals[at] = one, others
                    break
    return rivals


def _on_same_days(items: Items, one: int, other: int) -> bool:
    return bool(items.start_day[one] == items.start_day[other] and items.end_day[one] == items.end_day[other])


def _follow_near(items: Items, leader: NDArray[np.int64]) -> None:
    """Let each founder of a day follow what states the same in nearly the same words of a near day: one day is wrong.

    They must share a name or a number, and neither article may state both: reports of two days running look alike too.
    """
    import numpy as np

    fine = np.flatnonzero(items.end_day - items.start_day <= 1)
    by_day = fine[np.argsort(items.start_day[fine], kind="stable")]
    days = items.start_day[by_day]
    by_article_day: dict[tuple[int, int], list[int]] = {}
    for at, day in zip(by_day.tolist(), days.tolist(), strict=True):
        for article in items.articles[at]:
            by_article_day.setdefault((article, day), []).append(at)
    best: dict[int, tuple[float, int]] = {}
    for day in np.unique(days):
        low, high, last = np.searchsorted(days, (day, day + 1, day + NEAR_DAYS + 1))
        if high == last:
            continue
        here, there = by_day[low:high], by_day[high:last]
        likeness = (items.vectors[here] @ items.vectors[there].T).tocoo()
        strong = likeness.data >= SAME_WORDS
        pairs = (
            here[likeness.row[strong]].tolist(),
            there[likeness.col[strong]].tolist(),
            likeness.data[strong].tolist(),
        )
        for one, other, score in zip(*pairs, strict=True):
            first, second = sorted((one, other))
            liker = score, -first
            likest = leader[second] == second and liker > best.get(second, (0.0, 0))
            if likest and _same_event(items, one, other, by_article_day):
                best[second] = liker
    for follower, (_, negative) in best.items():
        leader[follower] = -negative


def _same_event(items: Items, one: int, other: int, by_article_day: dict[tuple[int, int], list[int]]) -> bool:
    """Whether two mentions share a name or a number, and neither's article states the like of the other's day too."""
    if items.numbers[one] != items.numbers[other] or not (items.numbers[one] or share_a_name(items, one, other)):
        return False
    return _states_once(items, one, other, by_article_day) and _states_once(items, other, one, by_article_day)


def _states_once(items: Items, one: int, other: int, by_article_day: dict[tuple[int, int], list[int]]) -> bool:
    there = (by_article_day.get((article, int(items.start_day[other]))) for article in items.articles[one])
    return any(not others or alike(items, [one], others).max() < LIKE for others in there)
