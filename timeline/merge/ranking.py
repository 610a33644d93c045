"""Which mention gives an event its title, and which events matter.

The title is the best-formed one that says what the others say. An event matters by its independent mentions, by
later articles that look back on it, and by how exact and concrete its mentions are.
"""

from __future__ import annotations

import polars as pl

from timeline.languages.en.morphology import VERB_FORMS
from timeline.languages.en.words import ANAPHORS, REPORTING_VERBS, SPEECH_ACT_VERBS
from timeline.merge.similarity import event_type
from timeline.text import any_of

# What it is worth that a title says what the others say.
SHARED_WORTH = 6.0
# So many words more would have to be shared: a title of two words says less than one of six.
BREVITY = 2
# A whole sentence in quotation marks is the last resort: any clause of another telling is a better title.
QUOTED = 8
# A title that begins so does not say what it is about.
_PRONOUN_FIRST = rf"^(?i:{any_of(ANAPHORS | {'we', 'i', 'our'})})\b"


def title_quality(mentions: pl.DataFrame) -> pl.Series:
    """How good a title each mention would give its event; `mentions` are event mentions with event_id and wording."""
    kinds = pl.col("trigger").replace_strict(_kinds(mentions), default=0, return_dtype=pl.Int64)
    formed = mentions.select((_formed() + kinds).alias("formed"))["formed"]
    return (formed + SHARED_WORTH * _shared_words(mentions)).round(3)


def happened() -> pl.Expr:
    """Whether a mention knows that it happened, or did not."""
    return pl.col("modality").is_in(["asserted", "reported", "denied"])


def took_place() -> pl.Expr:
    """Whether a mention states that it happened."""
    return pl.col("modality").is_in(["asserted", "reported"])


def _formed() -> pl.Expr:
    """How well a title is formed: it names the happening and who did it, and is neither short nor cut."""
    length = pl.col("title").str.len_chars()
    return (
        pl.col("trigger").is_not_null().cast(pl.Int64) * 2
        + length.is_between(25, 90).cast(pl.Int64) * 2
        + (pl.col("title").str.contains(r"^[\p{Lu}\d]")).cast(pl.Int64)
        + happened().cast(pl.Int64)
        + (pl.col("modality") == "asserted").cast(pl.Int64)
        - pl.col("title").str.contains(r"^(?i:the|a|another) (?:\p{L}+ )?ones?\b").cast(pl.Int64) * 3
        - pl.col("title").str.contains("^“.*”$").cast(pl.Int64) * QUOTED
        - pl.col("title").str.contains(_PRONOUN_FIRST).cast(pl.Int64) * 3
    )


def _kinds(mentions: pl.DataFrame) -> dict[str, int]:
    """What each trigger adds to a title: one of a known event type more than others, one of reporting less."""
    triggers = mentions["trigger"].drop_nulls().unique()
    return {
        trigger: 2 if any(event_type(word) for word in trigger.split()) else -2 if _says(trigger) else 0
        for trigger in triggers
    }


def _says(trigger: str) -> bool:
    form = VERB_FORMS.get(trigger.split(maxsplit=1)[0].lower())
    return form is not None and form.lemma in REPORTING_VERBS | SPEECH_ACT_VERBS


def _shared_words(mentions: pl.DataFrame) -> pl.Series:
    """How many of the words of a title the other titles of its event share, from 0 to 1."""
    numbered = mentions.select("event_id", "wording", "title").with_row_index("row")
    words = (
        numbered.with_columns(pl.col("title").str.to_lowercase().str.extract_all(r"[\p{L}\d]{4,}").alias("word"))
        .explode("word")
        .drop_nulls("word")
        .unique(["row", "word"], maintain_order=True)
    )
    with_word = words.group_by("event_id", "word").agg(pl.col("wording").n_unique().alias("with_word"))
    wordings = mentions.group_by("event_id").agg(pl.col("wording").n_unique().alias("wordings"))
    shared = (
        words.join(with_word, on=["event_id", "word"])
        .join(wordings, on="event_id")
        .group_by("row")
        .agg(
            ((pl.col("with_word") - 1) / (pl.col("wordings") - 1).clip(1))
            .sum()
            .truediv(pl.len() + BREVITY)
            .alias("shared")
        )
    )
    return numbered.join(shared, on="row", how="left", maintain_order="left")["shared"].fill_null(0.0)


# An exact day is worth more than a month that it may lie in.
SPECIFICITY = {
    "year": 0.4,
    "decade": 0.2,
    "century": 0.1,
    "season": 0.5,
    "half": 0.45,
    "quarter": 0.5,
    "month": 0.6,
    "week": 0.8,
    "weekend": 0.9,
}
LATER = 2.0
PLANNED = 0.8


def score(mentions: pl.DataFrame) -> pl.DataFrame:
    """The score of each event of mentions with an event_id: columns event_id String, score Float64.

    Independent wordings, plus twice the articles that look back after the day, weighted by the grain of the date, plus
    up to one for what makes a mention concrete: a trigger, a place, a number.
    """
    later = (pl.col("published") > pl.col("end_day").cast(pl.Int32).cast(pl.Date, strict=False)).fill_null(value=False)
    grains = pl.col("grain").filter(pl.col("fine"))
    specific = grains.replace_strict(SPECIFICITY, default=1.0, return_dtype=pl.Float64)
    named, placed = pl.col("trigger").is_not_null().any(), pl.col("place").is_not_null().any()
    concrete = named * 0.4 + placed * 0.3 + pl.col("title").str.contains(r"\d").any() * 0.3
    weight = pl.col("wordings") + LATER * pl.col("later")
    planned = pl.when("planned").then(PLANNED).otherwise(1.0)
    return (
        mentions.group_by("event_id", maintain_order=True)
        .agg(
            pl.col("wording").filter("counted").n_unique().alias("wordings"),
            pl.col("wording").filter(later, pl.col("counted")).n_unique().alias("later"),
            specific.max().alias("specific"),
            concrete.alias("concrete"),
            pl.col("modality").is_in(["planned", "conditional"]).all().alias("planned"),
        )
        .select("event_id", (weight * pl.col("specific") * planned + pl.col("concrete")).round(3).alias("score"))
    )
