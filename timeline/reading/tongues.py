"""The language an article is written in, as ISO 639-1; null where it cannot be told."""

from __future__ import annotations

import polars as pl

from timeline.languages.tongues import classify
from timeline.vocabulary import FUNCTION_WORDS

# English alone uses its small words this often: most piles are English and need no model to be told so.
ENGLISH_SHARE = 0.1
SAMPLE = 1_500
FEWEST_WORDS = 12


def detect_languages(texts: pl.Series) -> pl.Series:
    """The language of each text, String; null for texts that are too short or too mixed to tell.

    >>> english = "The envoys of the two states met and said that they had come to talk of peace."
    >>> detect_languages(pl.Series([english, ""])).to_list()
    ['en', None]
    """
    sample = pl.col("text").fill_null("").str.head(SAMPLE).str.to_lowercase()
    counted = pl.DataFrame({"text": texts.cast(pl.String)}).select(
        "text",
        words=sample.str.count_matches(r"\p{L}+"),
        english=sample.str.count_matches(rf"\b(?:{'|'.join(FUNCTION_WORDS)})\b"),
    )
    plain = counted.select(
        language=pl.when(pl.col("words") < FEWEST_WORDS)
        .then(pl.lit(""))
        .when(pl.col("english") >= ENGLISH_SHARE * pl.col("words"))
        .then(pl.lit("en"))
    )["language"]
    unsure = [place for place, known in enumerate(plain) if known is None]
    found = plain.to_list()
    for place, language in zip(unsure, classify([texts[place][:SAMPLE] for place in unsure]), strict=True):
        found[place] = language
    return pl.Series(texts.name, [language or None for language in found], dtype=pl.String)
