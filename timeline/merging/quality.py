"""Which telling of an event gives it its title: the best-formed one that says what the others say."""

from __future__ import annotations

import polars as pl

from timeline.merging.concepts import concept_of
from timeline.telling.meanings import REPORTING, SAYING_ACTS
from timeline.telling.verbs import VERB_FORMS

# What it is worth that a title says what the others say.
SHARED_WORTH = 6.0
# So many words more would have to be shared: a title of two words tells less than one of six.
BREVITY = 2


def title_quality(told: pl.DataFrame) -> pl.Series:
    """How good a title each telling would give its event; `told` are tellings with event_id and wording."""
    kinds = pl.col("trigger").replace_strict(_kinds(told), default=0, return_dtype=pl.Int64)
    formed = told.select((_formed() + kinds).alias("formed"))["formed"]
    return (formed + SHARED_WORTH * _shared_words(told)).round(3)


def happened() -> pl.Expr:
    """Whether a telling knows that it happened, or did not."""
    return pl.col("modality").is_in(["asserted", "reported", "denied"])


def took_place() -> pl.Expr:
    """Whether a telling tells that it happened."""
    return pl.col("modality").is_in(["asserted", "reported"])


def _formed() -> pl.Expr:
    """How well a title is formed: it names the happening, tells who, and is neither short nor cut."""
    length = pl.col("title").str.len_chars()
    return (
        pl.col("trigger").is_not_null().cast(pl.Int64) * 2
        + length.is_between(25, 90).cast(pl.Int64) * 2
        + (pl.col("title").str.contains(r"^[\p{Lu}\d]")).cast(pl.Int64)
        + happened().cast(pl.Int64)
        + (pl.col("modality") == "asserted").cast(pl.Int64)
        - pl.col("title").str.contains(r"^(?i:the|a|another) (?:\p{L}+ )?ones?\b").cast(pl.Int64) * 3
        - pl.col("title").str.contains(r"^(?i:he|she|it|they|we|i|this|that|its|his|her|their|our)\b").cast(pl.Int64)
        * 3
    )


def _kinds(told: pl.DataFrame) -> dict[str, int]:
    """Triggers that name a known kind of happening make the plainer titles; what was said of it comes after."""
    triggers = told["trigger"].drop_nulls().unique()
    return {
        trigger: 2 if any(concept_of(word) for word in trigger.split()) else -2 if _says(trigger) else 0
        for trigger in triggers
    }


def _says(trigger: str) -> bool:
    form = VERB_FORMS.get(trigger.split(maxsplit=1)[0].lower())
    return form is not None and form.lemma in REPORTING | SAYING_ACTS


def _shared_words(told: pl.DataFrame) -> pl.Series:
    """How far the words of a title are those of the other titles of its event, from 0 to 1: what most tell is the event."""
    numbered = told.select("event_id", "wording", "title").with_row_index("row")
    words = (
        numbered.with_columns(pl.col("title").str.to_lowercase().str.extract_all(r"[\p{L}\d]{4,}").alias("word"))
        .explode("word")
        .drop_nulls("word")
        .unique(["row", "word"], maintain_order=True)
    )
    tellers = words.group_by("event_id", "word").agg(pl.col("wording").n_unique().alias("tellers"))
    wordings = told.group_by("event_id").agg(pl.col("wording").n_unique().alias("wordings"))
    shared = (
        words.join(tellers, on=["event_id", "word"])
        .join(wordings, on="event_id")
        .group_by("row")
        .agg(
            ((pl.col("tellers") - 1) / (pl.col("wordings") - 1).clip(1))
            .sum()
            .truediv(pl.len() + BREVITY)
            .alias("shared")
        )
    )
    return numbered.join(shared, on="row", how="left", maintain_order="left")["shared"].fill_null(0.0)
