"""The language of a text: the one that is given, or the one that its small words, its script or a model tell.

The function words of a language are counted first: that is light enough for every article. Where they are few,
py3langid is asked, and counts where it is sure. English needs neither py3langid nor dateparser, which are slow to load.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import polars as pl

from timeline.languages.coverage import ALIASES, is_known
from timeline.languages.en.vocabulary import FUNCTION_WORDS
from timeline.languages.lexicon import SHORTEST
from timeline.text import any_of

if TYPE_CHECKING:
    from collections.abc import Collection

SUREST = 0.8
# Scripts that one language is written in.
_SCRIPTS = {
    "ja": "\u3040-\u30ff", "ko": "\uac00-\ud7af", "zh": "\u4e00-\u9fff", "th": "\u0e00-\u0e7f", "lo": "\u0e80-\u0eff",
    "km": "\u1780-\u17ff", "my": "\u1000-\u109f", "he": "\u0590-\u05ff", "el": "\u0370-\u03ff", "ka": "\u10a0-\u10ff",
    "hy": "\u0530-\u058f", "am": "\u1200-\u137f", "ta": "\u0b80-\u0bff", "te": "\u0c00-\u0c7f", "kn": "\u0c80-\u0cff",
    "ml": "\u0d00-\u0d7f", "gu": "\u0a80-\u0aff", "pa": "\u0a00-\u0a7f", "or": "\u0b00-\u0b7f", "si": "\u0d80-\u0dff",
}  # fmt: skip
_LATIN = re.compile(r"[A-Za-z]")
# Languages next to each other share the likelihood: the first of them serves where English has none of it.
LIKELY, HARDLY_ENGLISH = 0.4, 0.02
# A text is plainly English where its first letters hold so many of the commonest English words, and such a share.
QUICK, ENOUGH, ENGLISH_SHARE = 400, 4, 0.1
SAMPLE = 2_000
# A text that has fewer function words than this is left to the model, and without its answer to English.
FEWEST = 2
# Where they are a smaller share of its words than this, they may be those of a neighbour language: the model is asked.
SHARE, FEWEST_WORDS = 0.15, 8
# It is asked of shorter texts where accents, another script, or the lack of small English words speak against English.
FEWEST_LETTERS, FEWEST_ACCENTS, FEW_WORDS = 4, 2, 4
# Small English words that other languages have as well: they tell nothing but that a short text may be English.
MAYBE_ENGLISH = "a as at be in is it on".split()


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
    return [_written(text) or _likeliest(dict(_identifier().rank(text))) for text in texts]


def _written(text: str) -> str | None:
    latin = len(_LATIN.findall(text))
    return next((code for code, letters in _SCRIPTS.items() if len(re.findall(f"[{letters}]", text)) > latin), None)


def _likeliest(likely: dict[str, float]) -> str | None:
    language, sure = next((code, sure) for code, sure in likely.items() if is_known(ALIASES.get(code, code)))
    enough = sure >= SUREST or (sure >= LIKELY and likely["en"] < HARDLY_ENGLISH)
    return ALIASES.get(language, language) if enough else None


def _languages() -> tuple[str, ...]:
    from timeline.languages.lexicon import LANGUAGES

    return ("en", *LANGUAGES)


def _common(language: str) -> Collection[str]:
    if language == "en":
        return FUNCTION_WORDS
    from timeline.languages.lexicon import words_of

    return words_of(language).common


def _counts() -> dict[str, pl.Expr]:
    common = {code: _common(code) for code in _languages()}
    found = {code: rf"(?i)(?:^|[^\pL]){any_of(words)}(?:[^\pL]|$)" for code, words in common.items() if words}
    return {code: pl.col("text").str.count_matches(regex).alias(code) for code, regex in found.items()}


def detect(texts: pl.Series) -> pl.Series:
    """The language of each text (String): one of those read here, "en" where nothing says otherwise.

    >>> texts = ["He said that the talks of the envoys failed.", "El ministro dijo que los acuerdos se firmaron."]
    >>> detect(pl.Series(texts)).to_list()
    ['en', 'es']
    """
    frame = pl.DataFrame({"text": texts.cast(pl.String).fill_null("")}).with_row_index("at")
    quick = rf"(?i-u:\b{any_of(FUNCTION_WORDS[:8])}\b)"
    # As columns, since an expression that stands twice is worked out twice.
    opening = frame.select(first=pl.col("text").str.head(QUICK)).select(
        common=pl.col("first").str.count_matches(quick),
        # Blanks are counted many times faster than words.
        blanks=pl.col("first").str.count_matches(" ", literal=True),
    )
    common = opening["common"]
    plainly = (common >= ENOUGH) & (common >= ENGLISH_SHARE * opening["blanks"])
    unsure = frame.filter(~plainly).with_columns(pl.col("text").str.head(SAMPLE))
    if unsure.is_empty():
        return pl.Series(texts.name, ["en"] * len(texts), dtype=pl.String)
    asked = _counts()
    counts = unsure.select("at", *asked.values())
    most = pl.max_horizontal(list(asked))
    # On a tie the language that stands first wins: English, the default.
    chosen = pl.coalesce([pl.when((pl.col(code) == most) & (most >= FEWEST)).then(pl.lit(code)) for code in asked])
    counts = counts.with_columns(chosen.alias("language"), most.alias("most"), unsure["text"])
    counts = counts.with_columns(_asked_of_a_model(counts))
    counts = counts.with_columns(_by_its_dates(counts))
    found = frame.select("at").join(counts, on="at", how="left", maintain_order="left")
    return found["language"].fill_null("en").rename(texts.name)


@lru_cache(maxsize=1)
def _date_words() -> dict[str, tuple[str, str]]:
    """For each language a regex of a day beside a month of its own, and one of its words for a day near today.

    What English writes as well, or two languages do that do not share a month, tells nothing.
    """
    from timeline.languages.en.vocabulary import MONTHS, WEEKDAYS
    from timeline.languages.lexicon import LANGUAGES, any_before, lexicon_of

    near: dict[str, list[str]] = {}
    for code in LANGUAGES:
        for word in {*lexicon_of(code).relative, *lexicon_of(code).words.relative}:
            if len(word) >= _LONG_WORD and word.isalpha():
                near.setdefault(word, []).append(code)
    found = {}
    for code in LANGUAGES:
        lexicon = lexicon_of(code)
        months = [name for name in lexicon.months if name not in MONTHS and len(name) >= SHORTEST]
        of = any_before(lexicon.words.of)
        day = rf"(?i)(?:^|[^0-9\pL])[0-9]{{1,2}}(?:\.|º|er)? ?(?:{of})?{any_of(months)}(?:[^\pL]|$)"
        words = [word for word, codes in near.items() if codes == [code] and word not in {*MONTHS, *WEEKDAYS}]
        found[code] = day, rf"(?i)(?:^|[^\pL]){any_of(words)}(?:[^\pL]|$)"
    return found


_LONG_WORD = 5


def _by_its_dates(counts: pl.DataFrame) -> pl.Series:
    """The language of each text, by the dates that it writes where its small words are too few to tell."""
    few, foreign = pl.col("most") < FEWEST, pl.col("language") != "en"
    short = pl.col("text").str.len_chars() < QUICK
    # Where English speaks as loud as any other, nothing is asked, and the words of no other language are loaded.
    others = [name for name in counts.columns if name not in ("at", "language", "most", "text", "en")]
    english = (pl.col("en") > 0) & (pl.col("en") >= pl.max_horizontal(others))
    asked = (few | (foreign & short)) & ~english.fill_null(value=False) & pl.col("text").str.contains(r"\pL")
    rows = counts.select(asked.arg_true()).to_series()
    if rows.is_empty():
        return counts["language"]
    some, text, words = counts[rows], pl.col("text").str, _date_words()
    days = some.select(text.count_matches(day).alias(code) for code, (day, _) in words.items())
    near = some.select(text.contains(word).alias(code) for code, (_, word) in words.items())
    answers = []
    for told, row, written, named in zip(
        some["language"], some.iter_rows(named=True), days.rows(), near.rows(), strict=True
    ):
        most = max(written)
        writes = [code for code, number in zip(words, written, strict=True) if number == most > 0]
        if not writes and told in (None, "en"):
            writes = [code for code, there in zip(words, named, strict=True) if there]
        # What several languages write alike is of the one that its small words speak for. A language without a table
        # has months of its own that may look like those of one with a table.
        small = {code: row.get(code) or 0 for code in writes}
        doubtful = told in (None, "en") or told in words
        answers.append(max(small, key=small.__getitem__) if small and doubtful and told not in small else told)
    return counts["language"].scatter(rows, pl.Series(answers, dtype=pl.String))


def _asked_of_a_model(counts: pl.DataFrame) -> pl.Series:
    """The language of each text, by a model where its small words are too few to tell."""
    words = pl.col("text").str.count_matches(r"\pL+")
    letters = pl.col("text").str.count_matches(r"[\pL&&[^\p{Latin}]]")
    accents = pl.col("text").str.count_matches(r"[\p{Latin}&&[^A-Za-z]]")
    sparse = pl.col("most") < SHARE * words
    accented = (accents >= FEWEST_ACCENTS) & (words >= FEW_WORDS)
    maybe = pl.col("text").str.contains(rf"(?i)\b{any_of(MAYBE_ENGLISH)}\b")
    foreign = (words >= FEW_WORDS) & (pl.col("en") == 0) & ((pl.col("most") > 0) | ~maybe)
    doubtful = sparse & ((words >= FEWEST_WORDS) | accented | foreign | (letters >= FEWEST_LETTERS))
    rows = counts.select(doubtful.arg_true()).to_series()
    if rows.is_empty():
        return counts["language"]

    identified = pl.Series(classify(counts["text"].gather(rows).to_list()), dtype=pl.String)
    return counts["language"].scatter(
        rows, pl.select(pl.coalesce(identified, counts["language"].gather(rows))).to_series()
    )


# A day beside a word and a year: where the word is no month of the text's language, it may be one of another.
_DATED = re.compile(
    r"(?<![0-9.,])[0-9]{1,2}(?:\.|º|er)? (?:de )?([^\W\d_]{3,})\.? (?:de )?[12][0-9]{3}(?![0-9])"
    r"|(?<![^\W_])([^\W\d_]{3,})\.? [0-9]{1,2}, [12][0-9]{3}(?![0-9])"
)
_DATED_SOMEHOW = (
    r"[0-9](?:\.|º|er)? (?:de )?\pL{3,}\.? (?:de )?[12][0-9]{3}(?:[^0-9]|$)"
    r"|\pL{3,}\.? [0-9]{1,2}, [12][0-9]{3}(?:[^0-9]|$)"
)
_WORD = r"(\pL{3,})\.? (?:de )?[0-9]"
_EDGE = re.compile(r"[\"“”„«»\n]|[.!?](?=\s)(?<![0-9].)")


def passages(texts: pl.Series, language: str) -> list[tuple[int, int, int, str]]:
    """The passages of texts (String) that tell a date in another language: number of the text, start, end, language.

    A passage is a quotation, a sentence or a line.

    >>> passages(pl.Series(['The sign read "Geschlossen seit dem 4. März 2019" in May.']), "en")
    [(0, 15, 48, 'de')]
    """
    dated = texts.to_frame("text").with_row_index("row").select("row", pl.col("text").str.extract_all(_DATED_SOMEHOW))
    words = dated.explode("text").drop_nulls().with_columns(pl.col("text").str.extract(_WORD))
    found: list[tuple[int, int, int, str]] = []
    known = _months_of(language) | {*_common(language)} if words.height else frozenset()
    # In most articles every such word is a month of their language, or a small word: they are not read again.
    others = [word for word in words["text"].unique() if word.lower() not in known]
    for row in words.filter(pl.col("text").is_in(others))["row"].unique().sort():
        text, last = texts[row], 0
        for match in _DATED.finditer(text):
            word = (match[1] or match[2]).lower()
            if word in known or match.start() < last:
                continue
            start = max((edge.end() for edge in _EDGE.finditer(text, 0, match.start())), default=0)
            # A full stop right behind the year ends the sentence, though one behind another figure may not.
            edge = _EDGE.search(text, match.end())
            end = edge.start() if edge else len(text)
            end = match.end() if text[match.end() : match.end() + 1] in (".", "!", "?") else end
            (other,) = detect(pl.Series([text[start:end]]))
            if other != language and word in _months_of(other):
                found.append((row, start, end, other))
                last = end
    return found


@lru_cache(maxsize=32)
def _months_of(language: str) -> frozenset[str]:
    if language == "en":
        from timeline.languages.en.vocabulary import MONTHS

        return frozenset(MONTHS)
    from timeline.languages.lexicon import lexicon_of

    words = lexicon_of(language)
    return frozenset((*words.months, *words.short_months))


def language_of(given: pl.Series, texts: pl.Series) -> pl.Series:
    """The language of each text (String, ISO 639-1): the one given where its code is known, else the one detected.

    >>> texts = pl.Series(["Hoy.", "They met and said that the talks were over."])
    >>> language_of(pl.Series(["ES-mx", None]), texts).to_list()
    ['es', 'en']
    """
    codes = _known(given.cast(pl.String).str.to_lowercase().str.extract(r"^([a-z]{2,3})(?:[-_]|$)"))
    unknown = codes.is_null().arg_true()
    if not unknown.is_empty():
        codes = codes.scatter(unknown, detect(texts.gather(unknown)))
    return codes.rename(given.name)


def _known(given: pl.Series) -> pl.Series:
    """The codes that stand for a language, null for others."""
    codes = given.drop_nulls().unique().to_list()
    if set(codes) <= {"en"}:
        return given
    from timeline.languages.coverage import ALIASES, is_known

    given = given.replace(ALIASES)
    return given.set(~given.is_in([code for code in (*codes, *ALIASES.values()) if is_known(code)]), None)
