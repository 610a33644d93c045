"""Which language a text is in where its small words do not say: its script, or py3langid's answer where that is sure."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from timeline.languages.reach import ALIASES, is_known

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
