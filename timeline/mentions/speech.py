"""Which language a text is read in, and the scan and the reading that go with it.

A text without a language is told by its function words: light enough to be asked of every article. dateparser's words are
slow to load, so that English, which does not need them, never does.
"""

from __future__ import annotations

import re
from itertools import pairwise

import polars as pl

from timeline import english
from timeline.values import Calendar, Reading, Recurring, Shift, Value
from timeline.vocabulary import FUNCTION_WORDS, MONTH_NAMES

SAMPLE = 2_000
QUICK, ENOUGH = 400, 4
# A text that says less than this in function words is left to the default.
FEWEST = 2
# Where they are fewer among its words than this, they may be those of a neighbour language: a model is asked.
SHARE, FEWEST_WORDS = 0.15, 8
FEWEST_LETTERS, FEWEST_ACCENTS, FEW_WORDS = 4, 2, 4


def _languages() -> tuple[str, ...]:
    from timeline.languages.lexicon import NAMES

    return ("en", *NAMES)


def _counts() -> dict[str, pl.Expr]:
    from timeline.languages.lexicon import words_of

    common = {code: FUNCTION_WORDS if code == "en" else words_of(code).common for code in _languages()}
    found = {code: rf"(?i)(?:^|[^\pL])(?:{'|'.join(words)})(?:[^\pL]|$)" for code, words in common.items() if words}
    return {code: pl.col("text").str.count_matches(regex).alias(code) for code, regex in found.items()}


def detect(texts: pl.Series) -> pl.Series:
    """The language of each text (String): one of those read here, "en" where nothing says otherwise.

    >>> detect(pl.Series(["He said that the talks of the envoys failed.", "El ministro dijo que los acuerdos se firmaron."])).to_list()
    ['en', 'es']
    """
    frame = pl.DataFrame({"text": texts.cast(pl.String).fill_null("")}).with_row_index("at")
    quick = rf"(?i:(?-u:\b)(?:{'|'.join(FUNCTION_WORDS[:8])})(?-u:\b))"
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
    from timeline.languages.tongues import classify

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
    from timeline.languages.reach import ALIASES, is_known

    given = given.replace(ALIASES)
    return given.set(~given.is_in([code for code in (*codes, *ALIASES.values()) if is_known(code)]), None)


# A month and a figure that no rule reads may still be a date to dateparser; in running text anything less is another word.
_DATELIKE = re.compile(rf"(?is)^(?=.*[0-9]).*\b(?:{'|'.join(MONTH_NAMES)})\b")
_WORDY, _FIGURE = re.compile(r"[A-Za-z]{3}"), re.compile("[0-9]")


def scan(language: str) -> str:
    """The regex that finds runs of time words in a language other than English."""
    from timeline import languages

    return languages.scan(language)


def read(run: str, language: str = "en", *, whole: bool = False) -> tuple[Reading, ...]:
    """The mentions in a run of time words; a `whole` phrase that no rule reads to its end is asked of dateparser as well.

    Raises ValueError for a code that is that of no language.

    >>> [str(reading.value) for reading in read("vor drei Tagen", "de")]
    ['day-3']
    """
    if language not in _languages():
        _demand(language)
    if language == "en":
        found = english.read(run)
        unread = not found or (whole and _is_torn(run, found))
        return (unread and (_WORDY if whole else _DATELIKE).search(run) and _beyond_rules(run)) or found
    return _elsewhere(run, language)


def mentions(run: str, language: str = "en") -> tuple[tuple[int, tuple[Reading, ...]], ...]:
    """Where the mentions in a run of time words begin, and their readings, counted from there.

    >>> [(at, [str(reading.value) for reading in found]) for at, found in mentions("on 3 May, a day later")]
    [(3, ['XXXX-05-03']), (10, ['day+1'])]
    """
    if language != "en":
        return ((0, _elsewhere(run, language)),)
    return english.mentions(run) or ((0, _beyond_rules(run) if _DATELIKE.search(run) else ()),)


def _demand(language: str) -> None:
    from timeline.languages.reach import is_known

    if not is_known(language):
        own = ", ".join(sorted(_languages()))
        raise ValueError(f"no words of time for the language {language!r}; there are {own}, and those of dateparser")


def _elsewhere(run: str, language: str) -> tuple[Reading, ...]:
    from timeline import languages

    return languages.read(run, language)


_JOINT = re.compile(r"[\s,]*(?:at|of|on|the)?[\s,]*")


def _is_torn(phrase: str, found: tuple[Reading, ...]) -> bool:
    """Whether rules read one date in pieces ("2014" and "October 7") or left a figure of it over."""
    gaps = [phrase[a.end : b.start] for a, b in pairwise(found)]
    pieces = len({reading.rule for reading in found}) == len(found) > 1
    left_over = phrase[: found[0].start] + phrase[found[-1].end :]
    return (pieces and all(_JOINT.fullmatch(gap) for gap in gaps)) or bool(_FIGURE.search(left_over))


_CLOCK = re.compile(r"(?i)\b[0-9]{1,2}(?:[:.h][0-9]{2}|\s?[ap]\.?m\b)")


def _is_written(value: Value, run: str) -> bool:
    """Whether the year, the day and the hour that dateparser gives stand in the text: what it assumes is no reading."""
    if not isinstance(value, Calendar | Shift | Recurring):
        return True
    figures = {int(figure) for figure in re.findall("[0-9]+", run)}
    year = value.year if isinstance(value, Calendar) else None
    said = all(part is None or part in figures for part in (year, value.cell.day))
    return said and (value.cell.hour is None or _CLOCK.search(run) is not None)


def _beyond_rules(run: str) -> tuple[Reading, ...]:
    from timeline.languages import twice

    value = twice.ask(run, "en")
    if value is None or not _is_written(value, run):
        return ()
    timed = isinstance(value, Calendar | Shift | Recurring) and value.cell.hour is not None
    return (Reading(value=value, end=len(run), rule="read by dateparser", type="TIME" if timed else "DATE"),)
