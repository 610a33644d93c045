"""The one regex of a language that finds candidates: runs of time words with at least one that can carry a date."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from timeline.grammar import words as tree
from timeline.languages.lexicon import SHORTEST, alternatives, lexicon_of

# The letters and figures of the seven languages: a class of ranges keeps the scan on its automaton where `\w` would not.
_LETTER = r"0-9A-Za-z\x{C0}-\x{24F}\x{400}-\x{52F}"
_SPLICE = r"(?:[ \n\t\x{A0}]{1,2}| ?[-,–—/] ?)"
_FIGURES = r"['’]?(?:[0-9]{1,4}[-/.][0-9]{1,2}[-/.][0-9]{1,4}|[0-9]{1,2}[:.h][0-9]{2}|['’][0-9]{2}|[0-9]{2,4}-?(?:er|е|х|ых|ые|м|ми|го|му|ті|их)|[0-9]{1,2} ?h|[12][0-9]{3}(?:[-–—/][0-9]{2,4})?)"
_NUMBER = r"(?:[0-9]{1,3}(?:[.,][0-9]{1,3})*(?:-?(?:er|ère|e|ème|го|е|й|й|м|х|те|ro|mo|de|ste)|[.ºª°])?)"


def _tokens(*tables: Iterable[str]) -> set[str]:
    # An apostrophe may end a word ("l'anno") or stand in it ("aujourd'hui"): the scan knows both.
    phrases = [phrase for table in tables for phrase in table]
    return {token for phrase in phrases for token in (*phrase.split(), *_TOKEN.findall(phrase))}


_TOKEN = re.compile(r"[^\s']+'?")


@lru_cache(maxsize=16)
def scan(language: str) -> str:
    """The regex (Rust's) of a run of time words with at least one that can carry a date, and of the character on either side.

    Raises KeyError for a language without tables (see `LANGUAGES`).
    """
    words = lexicon_of(language)
    w = words.words
    names = _tokens(
        words.months,
        words.weekdays,
        words.units,
        w.seasons,
        w.parts,
        w.frequencies,
        w.holidays,
        w.decades,
        w.century_words,
    )
    # German writes a weekday and its part of the day as one word.
    names |= {f"{day}{part}" for day in words.weekdays for part in w.parts if "'" not in part} if w.compounds else set()
    heads = _tokens(w.after_weekday, w.determiners, w.of, w.day_words, w.month_words, w.year_words, w.numbers, w.quantities, w.turns, w.ago_before, w.ahead_before, w.measures,
                    w.modifiers, w.every, w.ordinals, w.in_part, w.clock_before, w.conjunctions, w.to, w.decade_words, w.cues)  # fmt: skip
    alone = _tokens(words.relative, w.relative, w.vague)
    single = {word for word in (*w.vague, *w.relative, *w.frequencies, *w.clock_after) if " " not in word}
    small = _tokens(w.determiners, w.of, w.in_part, w.conjunctions, w.to, w.cues, w.quantities, w.numbers, w.every, w.clock_before, w.ago_before,
                    w.turns, w.ahead_before, w.modifiers, w.measures)  # fmt: skip
    carriers = {
        token
        for token in (names | alone - small | single)
        if len(token) >= SHORTEST or token in words.units or token in w.vague
    }
    tails = _tokens(words.short_months, words.short_weekdays, w.turns, w.ago_after, w.later, w.earlier, w.year_tails, w.before_era, w.after_era,
                    w.clock_after, w.day_words, w.numbers)  # fmt: skip
    short = f"(?:{alternatives(words.short_months)}\\.?|{alternatives([*w.before_era, *w.after_era])})"
    head = f"(?:{_rust(heads | _tokens(words.short_weekdays))}|{_NUMBER}|{_FIGURES}|(?-i:[IVX]{{1,6}})e?)"
    half = f"|{alternatives(w.half_hour)} (?:{alternatives(w.numbers)}|[0-9]{{1,2}})" if w.half_hour else ""
    carrier = f"(?:{_rust(carriers)}|{_FIGURES}|{_NUMBER} {short}{half})"
    tail = f"(?:{_rust(carriers | tails)}|{_FIGURES}|{_NUMBER}|(?-i:[IVX]{{1,6}})e?)"
    lead = f"(?:{head}(?:{_SPLICE}|(?:['’] ?)))*"
    return f"(?:^|[^{_LETTER}])(?i:{lead}{carrier}(?:{_SPLICE}{lead}{tail})*)(?:$|[^{_LETTER}])"


def _rust(tokens: set[str]) -> str:
    whole = [token.removesuffix("'").removesuffix("-") for token in tokens]
    return f"(?:{tree(whole)})"
