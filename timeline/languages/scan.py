"""The one regex of a language that finds candidates: runs of time words with at least one that can carry a date."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from timeline.languages import cjk
from timeline.languages.lexicon import LONGEST_SHORT, SHORTEST, ZONES, has_table, lexicon_of
from timeline.text import any_of

# The letters and figures of the languages with tables: ranges keep the scan on its automaton, where `\w` would not.
_LETTER = r"0-9A-Za-z\x{C0}-\x{24F}\x{400}-\x{52F}"
# ISO 8601 with its hour.
_STAMP = r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:[.,][0-9]{1,9})?)?(?:Z|[+-][0-9]{2}:?[0-9]{2})?"
_SPLICE = r"(?:[ \n\t\x{A0}]{1,2}| ?[-,–—/] ?)"
_FIGURES = (
    rf"(?:{_STAMP}|[0-9]{{1,2}}:[0-9]{{2}}:[0-9]{{2}}(?:Z|[+-][0-9]{{2}}:?[0-9]{{2}})?|"
    r"['’]?(?:[0-9]{1,4}[-/.][0-9]{1,2}[-/.][0-9]{1,4}"  # 3.5.2015
    r"|[0-9]{1,2}[:.h][0-9]{2}"  # 17h30
    r"|['’][0-9]{2}"  # '89
    r"|[0-9]{2,4}-?(?:er|е|х|ых|ые|м|ми|го|му|ті|их)"  # 1990er
    r"|[0-9]{1,2} ?h"  # 17 h
    r"|[12][0-9]{3}(?:[-–—/][0-9]{2,4})?))"  # 2014-15
)
_NUMBER = r"(?:[0-9]{1,3}(?:[.,][0-9]{1,3})*(?:-?(?:er|ère|e|ème|го|е|й|й|м|х|те|ro|mo|de|ste)|[.ºª°])?)"

# Where nothing but dateparser's data is known of a language: any letters, and the figures of its own script.
_ANY_LETTER = r"\p{L}\p{M}\p{Nd}"
_ANY_FIGURES = (
    rf"(?:{_STAMP}|[0-9]{{1,2}}:[0-9]{{2}}(?::[0-9]{{2}})?|"
    r"(?:\p{Nd}{1,4}[-/.]\p{Nd}{1,2}[-/.]\p{Nd}{1,4}"  # 3.5.2015
    r"|\p{Nd}{4}\. \p{Nd}{1,2}\. \p{Nd}{1,2}"  # 2015. 5. 3
    r"|\p{Nd}{4}(?:[-–—/]\p{Nd}{2,4})?))"  # 2014-15
)
_ANY_NUMBER = r"(?:\p{Nd}{1,4}(?:[-'’]?\p{L}{1,4}|[.ºª°])?)"


def _tokens(*tables: Iterable[str]) -> set[str]:
    # An apostrophe may end a word ("l'anno") or stand in it ("aujourd'hui"): the scan knows both.
    phrases = [phrase for table in tables for phrase in table]
    return {token for phrase in phrases for token in (*phrase.split(), *_TOKEN.findall(phrase))}


# Short words for "year" stand against their figures: "1995г."
LONGEST_GLUED = 4
_TOKEN = re.compile(r"[^\s']+'?")


@lru_cache(maxsize=16)
def scan(language: str) -> str:
    """The regex (Rust's) of a run of time words, one of which can carry a date, and of the character on either side.

    In a language of which nothing is known it finds figures alone.
    """
    if language in cjk.LANGUAGES:
        return cjk.scan(language)
    words = lexicon_of(language)
    w = words.words
    names = _tokens(
        *(words.months, words.weekdays, words.units, w.seasons, w.parts, w.frequencies, w.holidays, w.decades),
        w.century_words,
    )
    # German writes a weekday and its part of the day as one word.
    names |= {f"{day}{part}" for day in words.weekdays for part in w.parts if "'" not in part} if w.compounds else set()
    heads = _tokens(
        *(w.after_weekday, w.determiners, w.of, w.day_words, w.month_words, w.year_words, w.numbers, w.quantities),
        *(w.directions, w.ago_before, w.ahead_before, w.measures, w.modifiers, w.every, w.ordinals, w.in_part),
        *(w.clock_before, w.conjunctions, w.to, w.decade_words, w.cues, w.during, w.in_month, w.ago_around),
    )
    alone = _tokens(words.relative, w.relative, w.vague)
    heads |= alone | _tokens(words.months)
    single = {word for word in (*w.vague, *w.relative, *w.frequencies, *w.clock_after) if " " not in word}
    small = _tokens(
        *(w.determiners, w.of, w.in_part, w.conjunctions, w.to, w.cues, w.quantities, w.numbers, w.every),
        *(w.clock_before, w.ago_before, w.directions, w.ahead_before, w.modifiers, w.measures),
    )
    carriers = {
        token
        for token in (names | alone - small | single)
        if len(token) >= SHORTEST or token in words.units or token in w.vague
    }
    tails = _tokens(
        *(words.months, words.short_months, words.short_weekdays, w.directions, w.ago_after, w.later, w.earlier),
        *(w.year_tails, w.before_era, w.after_era, w.clock_after, w.day_words, w.day_tails, w.numbers, w.and_half),
        *(w.than, ZONES),
    )
    around = _tokens(form.replace("#", " ") for form in w.counted)
    carriers |= {token for token in around if len(token) >= SHORTEST}
    half = f"|{any_of(w.half_hour)} (?:{any_of(w.numbers)}|[0-9]{{1,2}})" if w.half_hour else ""
    decade = rf"\p{{Nd}}{{2,4}}{any_of(w.decade_tails)}|" if w.decade_tails else ""
    half += f"|{any_of(w.hour_words)} [0-9]{{1,2}}" if w.hour_words else ""
    glued = "".join(sorted({tail[0] for tail in w.year_tails if len(tail) < LONGEST_GLUED}))
    own = has_table(language)
    letter, figures, number = (_LETTER, _FIGURES, _NUMBER) if own else (_ANY_LETTER, _ANY_FIGURES, _ANY_NUMBER)
    if glued and own:
        figures = rf"(?:[12][0-9]{{3}}[{glued}]{{1,2}}\.?|{figures})"
    if w.endings and own:
        figures = rf"(?:{figures}(?:['’]\p{{L}}{{1,5}})?)"
    inflected, beside, anyhow = "", "", ""
    if w.endings:
        long = {name for name in (*words.months, *words.weekdays) if len(name) > LONGEST_SHORT}
        inflected = f"|{_rust(long)}['’]?\\p{{L}}{{1,5}}"
        # Beside a figure any name of a month is one, whatever its ending.
        stems = {name[:-1] if len(name) >= LONGEST_SHORT else name for name in words.months}
        anyhow = f"|{_rust(stems)}\\p{{L}}{{0,6}}"
        beside = f"|{number}{_SPLICE}{anyhow[1:]}{anyhow} \\p{{Nd}}{{1,4}}"
    short = f"(?:{any_of(words.short_months)}\\.?|{any_of([*w.before_era, *w.after_era])})"
    roman = r"|(?-i:[IVX]{1,6})(?:er?)?" if own else ""
    head = f"(?:{_rust(heads | around | _tokens(words.short_weekdays))}|{number}|{figures}{roman})"
    carrier = f"(?:{decade}{_rust(carriers)}{inflected}|{figures}|{number} {short}{half}{beside})"
    tail = f"(?:{decade}{_rust(carriers | tails | around)}{inflected}{anyhow}|{figures}|{number}{roman})"
    lead = f"(?:{head}(?:{_SPLICE}|(?:['’] ?)))*"
    regex = f"(?:^|[^{letter}])(?i:{lead}{carrier}(?:{_SPLICE}{lead}{tail})*)(?:$|[^{letter}])"
    return regex if own or not _COMMON_LETTERS.fullmatch("".join(words.months)) else _of_ranges(regex)


_COMMON_LETTERS = re.compile(r"[\x00-\u024f\u0400-\u052f\u1e00-\u1eff]*")


def _of_ranges(regex: str) -> str:
    """The regex with ranges of Latin and Cyrillic letters for those of all scripts: ten times as fast."""
    regex = regex.replace(_ANY_LETTER, _LETTER + r"\x{1E00}-\x{1EFF}")
    return regex.replace(r"\p{L}", r"[A-Za-z\x{C0}-\x{24F}\x{400}-\x{52F}\x{1E00}-\x{1EFF}]").replace(
        r"\p{Nd}", "[0-9]"
    )


def _rust(tokens: set[str]) -> str:
    whole = {token.removesuffix("'").removesuffix("-") for token in tokens}
    # A capital İ is no capital of i to the engine.
    whole |= (
        {f"İ{token[1:]}" for token in whole if token.startswith("i")} if any("ı" in token for token in whole) else set()
    )
    return any_of(whole)
