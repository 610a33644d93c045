"""Subtitles as drafts of articles: the words of an .srt or .vtt file, without its numbers and clocks."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from timeline.articles.draft import check_text
from timeline.articles.plaintext import read_text

if TYPE_CHECKING:
    from timeline.articles.draft import Draft
    from timeline.articles.files import File

CLOCK = r"(?:\d{1,3}:)?\d{1,2}:\d{2}[,.]\d{1,3}"
CUE = re.compile(rf"^[ \t]*{CLOCK}[ \t]*-->[ \t]*{CLOCK}[^\n]*$", re.MULTILINE)
# Blocks of WebVTT that are no words: its head, notes, styles and regions.
ASIDE = re.compile(r"^(?:WEBVTT|NOTE|STYLE|REGION)\b[^\n]*(?:\n[^\n]+)*", re.MULTILINE)
MARKUP = re.compile(r"</?(?:[bciuv]|ruby|rt|lang|font)\b[^<>]*>|<[\d:.]+>|\{\\[^{}]*\}")
SENTENCE_END = (".", "!", "?", "…", "。", "！", "？", ":", "”", '."')


def read_subtitles(file: File) -> list[Draft]:
    """The draft of a file of subtitles: lines that go on over several pictures are one sentence again.

    Raises ValueError for a file without subtitles.
    """
    [draft] = read_text(file)
    text = ASIDE.sub("", draft.text)
    cues = list(CUE.finditer(text))
    if not cues:
        raise ValueError("no subtitles in it: not one clock with an arrow (-->)")
    ends = [cue.start() for cue in cues[1:]] + [len(text)]
    words = ""
    for cue, end in zip(cues, ends, strict=True):
        block = text[cue.end() : end].strip("\n")
        # The number of the next picture, or its name, stands behind a blank line.
        block = re.split(r"\n[ \t]*\n", block)[0] if end < len(text) else block
        line = " ".join(MARKUP.sub("", block).split())
        if line:
            words += ("\n" if not words or words.endswith(SENTENCE_END) else " ") + line
    return [replace(draft, text=check_text(words.strip()), quoted=())]
