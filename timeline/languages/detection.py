"""Which language a text is read in, and the scan and the reading that go with it.

A text without a language is told by its function words: light enough to be asked of every article. dateparser's words are
slow to load, so that English, which does not need them, never does.

Which language a text is in where its small words do not say: its script, or py3langid's answer where that is sure.

The language an article is written in, as ISO 639-1; null where it cannot be told.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

import polars as pl

from timeline.languages.coverage import ALIASES, is_known
from timeline.languages.en.vocabulary import FUNCTION_WORDS
from timeline.text import any_of

SUREST = 0.8
# Scripts that one language is written in.
_SCRIPTS = {
    "ja": "\u3040-\u30ff", "ko": "\uac00-\ud7af", "zh": "\u4e00-\u9fff", "th": "\u0e00-\u0e7f", "lo": "\u0e80-\u0eff", "km": "\u1780-\u17ff", "my": "\u1000-\u109f",
    "he": "\u0590-\u05ff", "el": "\u0370-\u03ff", "ka": "\u10a0-\u10ff", "hy": "\u0530-\u058f", "am": "\u1200-\u137f", "ta": "\u0b80-\u0bff",
    "te": "\u0c00-\u0c7f", "kn": "\u0c80-\u0cff", "ml": "\u0d00-\u0d7f", "gu": "\u0a80-\u0aff", "pa": "\u0a00-\u0a7f", "or": "\u0b00-\u0b7f", "si": "\u0d80-\u0dff",
}  # fmt: skip
_LATIN = re.compile(r"[A-Za-z]")
# Languages next to each other share the likelihood: the first of them serves where English has none of it.
LIKELY, HARDLY_ENGLISH = 0.4, 0.02


@lru_cache(maxsize=1)
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def classify(texts: list[str]) -> list[str | None]:
    """The language of each text, ISO 639-1; None where it is not sure.

    >>> classify(["Sešli se 3. května v Praze a mluvili o dohodě, kterou podepsali včera."])
    ['cs']
    """
    if not texts:
        return []
    return [_written(text) or _told(dict(_identifier().rank(text))) for text in texts]


def _written(text: str) -> str | None:
    latin = len(_LATIN.findall(text))
    return next((code for code, letters in _SCRIPTS.items() if len(re.findall(f"[{letters}]", text)) > latin), None)


def _told(likely: dict[str, float]) -> str | None:
    language, sure = next((code, sure) for code, sure in likely.items() if is_known(ALIASES.get(code, code)))
    enough = sure >= SUREST or (sure >= LIKELY and likely["en"] < HARDLY_ENGLISH)
    return ALIASES.get(language, language) if enough else None


SAMPLE = 2_000
QUICK, ENOUGH = 400, 4
# A text that says less than this in function words is left to the default.
FEWEST = 2
# Where they are fewer among its words than this, they may be those of a neighbour language: a model is asked.
SHARE, FEWEST_WORDS = 0.15, 8
FEWEST_LETTERS, FEWEST_ACCENTS, FEW_WORDS = 4, 2, 4


def _languages() -> tuple[str, ...]:
    from timeline.languages.lexicon import LANGUAGES

    return ("en", *LANGUAGES)


def _counts() -> dict[str, pl.Expr]:
    from timeline.languages.lexicon import words_of

    common = {code: FUNCTION_WORDS if code == "en" else words_of(code).common for code in _languages()}
    found = {code: rf"(?i)(?:^|[^\pL]){any_of(words)}(?:[^\pL]|$)" for code, words in common.items() if words}
    return {code: pl.col("text").str.count_matches(regex).alias(code) for code, regex in found.items()}


def detect(texts: pl.Series) -> pl.Series:
    """The language of each text (String): one of those read here, "en" where nothing says otherwise.

    >>> detect(pl.Series(["He said that the talks of the envoys failed.", "El ministro dijo que los acuerdos se firmaron."])).to_list()
    ['en', 'es']
    """
    frame = pl.DataFrame({"text": texts.cast(pl.String).fill_null("")}).with_row_index("at")
    quick = rf"(?i:(?-u:\b){any_of(FUNCTION_WORDS[:8])}(?-u:\b))"
    plainly = pl.col("text").str.head(QUICK).str.count_matches(quick) >= ENOUGH
    unsure = frame.filter(~plainly).with_columns(pl.col("text").str.head(SAMPLE))
    if unsure.is_empty():
        return pl.Series(texts.name, ["en"] * len(texts), dtype=pl.String)
    asked = _counts()
    counts = unsure.select("at", *asked.values())
    most = pl.max_horizontal(list(asked))
    # On a tie the language that stands first wins: English, the default.
    chosen = pl.coalesce([pl.when((pl.col(code) == most) & (most >= FEWEST)).then(pl.lit(code)) for code in asked])
    counts = counts.select("at", chosen.alias("language"), most.alias("most"), unsure["text"])
    counts = counts.with_columns(_asked_of_a_model(counts))
    found = frame.select("at").join(counts, on="at", how="left", maintain_order="left")
    return found["language"].fill_null("en").rename(texts.name)


def _asked_of_a_model(counts: pl.DataFrame) -> pl.Series:
    """The language of each text, by a model where its small words are too few to tell."""
    words = pl.col("text").str.count_matches(r"\pL+")
    letters = pl.col("text").str.count_matches(r"[\pL&&[^\p{Latin}]]")
    accents = pl.col("text").str.count_matches(r"[\p{Latin}&&[^A-Za-z]]")
    sparse = pl.col("most") < SHARE * words
    accented = (accents >= FEWEST_ACCENTS) & (words >= FEW_WORDS)
    doubtful = (sparse & ((words >= FEWEST_WORDS) | accented)) | (sparse & (letters >= FEWEST_LETTERS))
    places = counts.select(doubtful.arg_true()).to_series()
    if places.is_empty():
        return counts["language"]

    told = pl.Series(classify(counts["text"].gather(places).to_list()), dtype=pl.String)
    return counts["language"].scatter(
        places, pl.select(pl.coalesce(told, counts["language"].gather(places))).to_series()
    )


def spoken(languages: pl.Series, texts: pl.Series) -> pl.Series:
    """The language to read each text in: the one given where its code is that of a language, else the one detected.

    >>> spoken(pl.Series(["ES-mx", None]), pl.Series(["Hoy.", "They met and said that the talks were over."])).to_list()
    ['es', 'en']
    """
    given = languages.str.to_lowercase().str.extract(r"^([a-z]{2,3})(?:[-_]|$)")
    given = _known(given)
    unknown = given.is_null()
    if unknown.any():
        detected = pl.DataFrame({"given": given, "text": texts}).with_columns(unknown=unknown)
        told = detect(detected.filter("unknown")["text"])
        places = unknown.arg_true()
        given = given.scatter(places, told)
    return given.rename(languages.name)


def _known(given: pl.Series) -> pl.Series:
    """The codes that stand for a language, null for others."""
    codes = given.drop_nulls().unique().to_list()
    if set(codes) <= {"en"}:
        return given
    from timeline.languages.coverage import ALIASES, is_known

    given = given.replace(ALIASES)
    return given.set(~given.is_in([code for code in (*codes, *ALIASES.values()) if is_known(code)]), None)


# English alone uses its small words this often: most piles are English and need no model to be told so.
ENGLISH_SHARE = 0.1
ARTICLE_SAMPLE = 1_500
ARTICLE_FEWEST_WORDS = 12


def detect_languages(texts: pl.Series) -> pl.Series:
    """The language of each text, String; null for texts that are too short or too mixed to tell.

    >>> english = "The envoys of the two states met and said that they had come to talk of peace."
    >>> detect_languages(pl.Series([english, ""])).to_list()
    ['en', None]
    """
    sample = pl.col("text").fill_null("").str.head(ARTICLE_SAMPLE).str.to_lowercase()
    counted = pl.DataFrame({"text": texts.cast(pl.String)}).select(
        "text",
        words=sample.str.count_matches(r"\p{L}+"),
        english=sample.str.count_matches(rf"\b{any_of(FUNCTION_WORDS)}\b"),
    )
    plain = counted.select(
        language=pl.when(pl.col("words") < ARTICLE_FEWEST_WORDS)
        .then(pl.lit(""))
        .when(pl.col("english") >= ENGLISH_SHARE * pl.col("words"))
        .then(pl.lit("en"))
    )["language"]
    unsure = [place for place, known in enumerate(plain) if known is None]
    found = plain.to_list()
    for place, language in zip(unsure, classify([texts[place][:ARTICLE_SAMPLE] for place in unsure]), strict=True):
        found[place] = language
    return pl.Series(texts.name, [language or None for language in found], dtype=pl.String)
