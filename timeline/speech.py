"""Which language a text is written in, by its function words: light enough to be asked of every article without one."""

from __future__ import annotations

import polars as pl

# Words that stand in nearly every sentence of their language and are rare in the other seven.
COMMON = {
    "en": "the of and that with was by from which were has have his their this are not they said",
    "es": "el los las del y que una por con para se su como más pero fue ha sus al",
    "de": "der die und das den von ist nicht mit dem des auf eine sich auch wurde als für im",
    "fr": "les et des une du que dans pour qui est sur pas par plus au sont avec ce cette",
    "it": "il di che della per non del sono con gli nel alla più dei una le è anche ha",
    "pt": "o os da do que em uma não dos para com na no foi das ao pelo são mais",
    "ru": "и в на что не он с по как это из его за от для был также после",
    "uk": "і в на що не з та до як це за від для його було також після про",
}
SAMPLE = 2_000
QUICK, ENOUGH = 400, 4
# A text that says less than this in function words is left to the default.
FEWEST = 2


def _count(words: str) -> str:
    return rf"(?i)(?:^|[^\pL])(?:{'|'.join(words.split())})(?:[^\pL]|$)"


def detect(texts: pl.Series) -> pl.Series:
    """The language of each text (String): one of the eight read here, "en" where nothing says otherwise.

    >>> detect(pl.Series(["He said that the talks of the envoys failed.", "El ministro dijo que los acuerdos se firmaron."])).to_list()
    ['en', 'es']
    """
    frame = pl.DataFrame({"text": texts.cast(pl.String).fill_null("")}).with_row_index("at")
    quick = rf"(?i:(?-u:\b)(?:{'|'.join(COMMON['en'].split()[:8])})(?-u:\b))"
    plainly = pl.col("text").str.head(QUICK).str.count_matches(quick) >= ENOUGH
    unsure = frame.filter(~plainly).with_columns(pl.col("text").str.head(SAMPLE))
    counts = unsure.select("at", *(pl.col("text").str.count_matches(_count(words)).alias(code) for code, words in COMMON.items()))
    most = pl.max_horizontal(list(COMMON))
    # On a tie the language that stands first wins: English, the default.
    chosen = pl.coalesce([pl.when((pl.col(code) == most) & (most >= FEWEST)).then(pl.lit(code)) for code in COMMON])
    found = frame.select("at").join(counts.select("at", chosen.alias("language")), on="at", how="left", maintain_order="left")
    return found["language"].fill_null("en").rename(texts.name)


def spoken(languages: pl.Series, texts: pl.Series) -> pl.Series:
    """The language to read each text in: the one given where it is one of the eight, else the one detected.

    >>> spoken(pl.Series(["ES-mx", None]), pl.Series(["Hoy.", "They met and said that the talks were over."])).to_list()
    ['es', 'en']
    """
    given = languages.str.to_lowercase().str.extract(r"^([a-z]{2,3})(?:[-_]|$)")
    unknown = given.is_null()
    if unknown.any():
        detected = pl.DataFrame({"given": given, "text": texts}).with_columns(unknown=unknown)
        told = detect(detected.filter("unknown")["text"])
        places = unknown.arg_true()
        given = given.scatter(places, told)
    return given.set(~given.is_in(list(COMMON)), "en").rename(languages.name)
