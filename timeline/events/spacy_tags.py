"""What an installed spaCy pipeline adds to the rules: parts of speech, and names of people, bodies and places.

The default needs no model. With the extra `nlp` any pipeline the user has installed can be named.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.language import Language

PEOPLE_AND_BODIES = frozenset("PERSON PER ORG NORP".split())
PLACES = frozenset("GPE LOC FAC".split())
AT_ONCE = 256


class Reading(NamedTuple):
    """What a pipeline says of one sentence; offsets count from the sentence's start.

    `tags` are (start, end, Penn tag, lemma), `names` are (start, end, label); `knows_names` is true where a trained
    recogniser looked, so that what it does not name is no name.
    """

    tags: tuple[tuple[int, int, str, str], ...] = ()
    names: tuple[tuple[int, int, str], ...] = ()
    knows_names: bool = False


UNREAD = Reading()


def load_pipeline(nlp: str | Language) -> Language:
    """The spaCy pipeline of a name, or the one given.

    Raises `ImportError` where spaCy is not installed and `ValueError` where no such pipeline is; both say what to install.
    """
    if not isinstance(nlp, str):
        return nlp
    try:
        import spacy
    except ImportError:
        raise ImportError(f'the pipeline {nlp} needs spaCy: pip install "timeline-notebook[nlp]"') from None
    try:
        return spacy.load(nlp)
    except OSError:
        installed = ", ".join(sorted(spacy.util.get_installed_models())) or "none"
        message = (
            f"no spaCy pipeline {nlp!r} is installed (installed: {installed}): python -m spacy download {nlp}; "
            "or leave it away, the rules need none"
        )
        raise ValueError(message) from None


def read_sentences(pipeline: Language, sentences: Iterable[str]) -> dict[str, Reading]:
    """What the pipeline says of each distinct sentence."""
    distinct = list(dict.fromkeys(sentences))
    knows_names = "ner" in pipeline.pipe_names
    found = {}
    for sentence, doc in zip(distinct, pipeline.pipe(distinct, batch_size=AT_ONCE), strict=True):
        tags = tuple((word.idx, word.idx + len(word), word.tag_, word.lemma_.lower()) for word in doc if word.tag_)
        names = tuple((name.start_char, name.end_char, name.label_) for name in doc.ents)
        found[sentence] = Reading(tags, names, knows_names)
    return found
