"""The same story in several papers: which articles repeat another one, word for word or nearly."""

from __future__ import annotations

from datetime import timedelta

import polars as pl

WORDS = r"[\p{L}\p{N}]+"
SHINGLE = 5
# One shingle in four, chosen by its hash, tells as much about likeness as all of them.
KEPT = 4
FEWEST = 6
LIKE, SHORTEST_SHARE = 0.6, 0.4
# A shingle of more articles than this is a formula of an agency and tells nothing.
MOST_COMMON = 200
SLICE = 5_000
# Daily bulletins repeat their words: weeks apart they tell different days.
SAME_STORY = timedelta(days=14)
PAIRS = pl.Schema({"left": pl.UInt32, "right": pl.UInt32, "likeness": pl.Float64})


def find_pairs(texts: pl.Series) -> pl.DataFrame:
    """Which texts are alike: left and right UInt32, indexes in `texts`, left first; likeness Float64, 1 for equal.

    >>> story = " ".join(f"word{number}" for number in range(80))
    >>> find_pairs(pl.Series([story, "something else", f"{story} and more"])).select("left", "right").rows()
    [(0, 2)]
    """
    frame = pl.DataFrame({"text": texts.cast(pl.String)}).with_row_index("index")
    frame = frame.with_columns(key=pl.col("text").str.to_lowercase().str.extract_all(WORDS).list.join(" "))
    frame = frame.filter(pl.col("key") != "").with_columns(first=pl.col("index").min().over("key"))
    equal = frame.filter(pl.col("index") != pl.col("first")).select(left="first", right="index", likeness=pl.lit(1.0))
    near = _near_pairs(frame.filter(pl.col("index") == pl.col("first")).select("index", "key"))
    return pl.concat([equal.cast(PAIRS), near.cast(PAIRS)]).sort("left", "right")


def mark_duplicates(articles: pl.DataFrame, pairs: pl.DataFrame) -> pl.Series:
    """The article that each one repeats, by id: the earliest and then longest of those alike; null for an original.

    Reads article_id, published, text and source of `articles`, whose rows the `pairs` of `find_pairs` name.
    """
    order = (
        articles.select("article_id", "published", "source", length=pl.col("text").str.len_chars())
        .with_row_index("index")
        .sort("published", "length", "source", "index", descending=[False, True, False, False], nulls_last=True)
    )
    alike: dict[int, list[tuple[int, float]]] = {}
    for left, right, likeness in pairs.iter_rows():
        alike.setdefault(left, []).append((right, likeness))
        alike.setdefault(right, []).append((left, likeness))
    day, name = articles["published"].to_list(), articles["article_id"].to_list()
    original: dict[int, str | None] = {}
    for index in order["index"]:
        known = sorted(
            (-likeness, other)
            for other, likeness in alike.get(index, ())
            if other in original and original[other] is None
            and (likeness == 1 or not day[index] or not day[other] or abs(day[index] - day[other]) <= SAME_STORY)
        )  # fmt: skip
        # What repeats a repetition word for word repeats the same original.
        echo = [original[other] for other, likeness in alike.get(index, ()) if likeness == 1 and original.get(other)]
        original[index] = name[known[0][1]] if known else next(iter(echo), None)
    return pl.Series("duplicate_of", [original[index] for index in range(articles.height)], dtype=pl.String)


def _near_pairs(frame: pl.DataFrame) -> pl.DataFrame:
    sketches = pl.concat([_sketch(part) for part in frame.iter_slices(SLICE)]) if frame.height else _sketch(frame)
    sizes = sketches.group_by("index").len("size").filter(pl.col("size") >= FEWEST)
    shared = sketches.join(sizes, on="index").filter(pl.len().over("shingle").is_between(2, MOST_COMMON))
    pairs = (
        shared.join(shared, on="shingle", suffix="_right")
        .filter(pl.col("index") < pl.col("index_right"))
        .group_by("index", "index_right", "size", "size_right")
        .len("shared")
    )
    smaller, larger = pl.min_horizontal("size", "size_right"), pl.max_horizontal("size", "size_right")
    return pairs.filter(pl.col("shared") >= LIKE * smaller, smaller >= SHORTEST_SHARE * larger).select(
        left="index", right="index_right", likeness=pl.min_horizontal(pl.col("shared") / smaller, 0.999)
    )


def _sketch(frame: pl.DataFrame) -> pl.DataFrame:
    words = frame.select("index", word=pl.col("key").str.split(" ")).explode("word")
    run = pl.concat_str([pl.col("word").shift(-step).over("index") for step in range(SHINGLE)], separator=" ")
    return (
        words.select("index", shingle=run.hash(seed=0))
        .drop_nulls()
        .filter(pl.col("shingle") % KEPT == 0)
        .unique(maintain_order=True)
    )
