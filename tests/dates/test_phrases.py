"""Every phrase of the tables is found whole by the scan and means its answer."""

from __future__ import annotations

import re
import zlib
from collections import Counter
from datetime import date, datetime
from functools import lru_cache
from itertools import cycle
from typing import Any

import polars as pl
import pytest

from tests.languages.phrases.tables import FOLDER, Case, cases, parameters
from timeline.dates import find_dates
from timeline.dates.phrase import resolve_date, resolve_dates
from timeline.dates.ranges import join_ranges
from timeline.languages.en.parsing import RULES
from timeline.languages.en.scan import PLAIN_RUN, RUN, SELDOM
from timeline.show.explain import explain_phrase

TABLES = sorted((FOLDER / "en").glob("*.txt"))
RANGES = FOLDER / "en" / "ranges.txt"
PHRASES = list(cases(*(path for path in TABLES if path != RANGES)))
SENTENCES = list(cases(RANGES))
# "on the eighth day" is counted from a day that nobody states; "it was the eighth day" is about the stated day.
_COUNTED = re.compile("^the (?:[a-z]+th|first|second|third|final|last) (?:day|night|evening)$")
_PREPOSITION = re.compile("^(?:on|in|at(?= [0-9]| six| nine)) ")
CARRIERS = (
    "It happened, they say, {}, in the town.",
    "The harbour (closed {}) was quiet.",
    "Nobody could explain it: {}; the letter was lost.",
    "“{}”, wrote the clerk, and left.",
    "Some answered {}.\nThe rest kept silent.",
    "{}",
)


@pytest.mark.parametrize("case", parameters(PHRASES))
def test_a_phrase_means_its_answer(case: Case) -> None:
    found = resolve_date(case.phrase, on=case.on)
    assert found is not None
    mod = case.answer[2] if len(case.answer) > 2 else None
    assert (found.value, found.type, found.mod) == (*case.answer[:2], mod)
    assert found.text == _PREPOSITION.sub("", case.phrase)


def carried(phrase: str) -> str:
    return CARRIERS[zlib.crc32(phrase.encode()) % len(CARRIERS)].format(phrase)


@lru_cache
def by_python() -> re.Pattern[str]:
    return re.compile(RUN)


@lru_cache
def by_polars() -> dict[str, list[str]]:
    """The runs of every carried phrase, by the engine and the word boundaries that find_dates uses."""
    frame = pl.DataFrame({"phrase": sorted({case.phrase for case in PHRASES})})
    frame = frame.with_columns(text=pl.Series([carried(phrase) for phrase in frame["phrase"]]))
    runs = pl.col("text").str.extract_all(RUN.replace(r"\b", r"(?-u:\b)"))
    return dict(frame.select("phrase", runs).iter_rows())


def test_the_smaller_scan_finds_the_same_in_a_text_without_seldom_forms() -> None:
    run, plain, seldom = (regex.replace(r"\b", r"(?-u:\b)") for regex in (RUN, PLAIN_RUN, SELDOM))
    texts = pl.Series(sorted({carrier.format(case.phrase) for case in PHRASES for carrier in CARRIERS}))
    rare = texts.str.contains(seldom)
    assert rare.any()
    assert texts.filter(~rare).str.extract_all(plain).to_list() == texts.filter(~rare).str.extract_all(run).to_list()
    assert (texts.filter(rare).str.extract_all(plain) != texts.filter(rare).str.extract_all(run)).any()


@pytest.mark.parametrize("case", parameters((c for c in PHRASES if not c.broken), "unscanned"))
def test_the_scan_finds_a_phrase_whole(case: Case) -> None:
    text = carried(case.phrase)
    needed = _PREPOSITION.sub("", case.phrase)
    end = text.index(case.phrase) + len(case.phrase)
    spans = [match.span() for match in by_python().finditer(text)]
    assert any(a <= end - len(needed) and end <= b for a, b in spans), [text[a:b] for a, b in spans]
    assert any(needed in run for run in by_polars()[case.phrase]), by_polars()[case.phrase]


@lru_cache
def by_sentence() -> dict[str, tuple[str, ...]]:
    """The values that find_dates gives for each sentence of ranges, read as articles of their own."""
    articles = pl.DataFrame(
        {
            "article_id": [f"{case.on} {case.phrase}" for case in SENTENCES],
            "text": [case.phrase for case in SENTENCES],
            "published": [date.fromisoformat(case.on) for case in SENTENCES],
            "language": ["en"] * len(SENTENCES),
        }
    )
    found = find_dates(articles).group_by("article_id").agg("value")
    return {article: tuple(values) for article, values in found.iter_rows()}


@pytest.mark.parametrize("case", parameters(SENTENCES))
def test_each_end_of_a_range_is_a_mention(case: Case) -> None:
    assert by_sentence().get(f"{case.on} {case.phrase}") == case.answer


def told_in_a_sentence(case: Case) -> str:
    """The phrase where a reporter would put it, with the preposition it wants."""
    phrase, value, kind = case.phrase, *case.answer[:2]
    if kind == "DURATION":
        return f"The inquiry lasted {phrase}, people say."
    if kind == "SET":
        return f"The ferry runs {phrase}, people say."
    if _COUNTED.match(phrase):
        return f"It was {phrase}, people say."
    bare = ("on", "in", "at", "last", "next", "this", "yesterday", "today", "tomorrow", "tonight")
    if phrase.split()[0].lower() in bare or phrase.split()[-1] in ("ago", "later", "earlier"):
        return f"The roof fell {phrase}, people say."
    if kind == "TIME" and phrase[0].isdigit():
        return f"The roof fell at {phrase}, people say."
    return f"The roof fell {'in' if value.count('-') < 2 and 'T' not in value else 'on'} {phrase}, people say."


@lru_cache
def by_article() -> dict[str, list[dict[str, str | None]]]:
    """What find_dates reads in each sentence, an article of its own."""
    articles = pl.DataFrame(
        {
            "article_id": [f"{case.on} {case.phrase}" for case in PHRASES],
            "text": [told_in_a_sentence(case) for case in PHRASES],
            "published": [date.fromisoformat(case.on) for case in PHRASES],
            "language": ["en"] * len(PHRASES),
        }
    )
    found = find_dates(articles).group_by("article_id").agg(pl.struct("value", "type", "mod"))
    return dict(found.iter_rows())


IN_ARTICLES = [case for case in PHRASES if not (case.broken or case.unscanned)]


@pytest.mark.parametrize("case", parameters(IN_ARTICLES))
def test_a_phrase_means_its_answer_in_a_sentence(case: Case) -> None:
    mod = case.answer[2] if len(case.answer) > 2 else None
    expected = {"value": case.answer[0], "type": case.answer[1], "mod": mod}
    assert by_article().get(f"{case.on} {case.phrase}") == [expected]


ALIKE = ("text", "type", "value", "mod", "said", "anchor", "start", "end", "grain", "certainty", "pick")
# No day, a Wednesday, a leap day, the first and the last day of a year.
DAYS = (None, date(2015, 11, 18), date(2016, 2, 29), date(2021, 1, 1), date(2019, 12, 31))
Key = tuple[str, str, date | None]


def every_phrase() -> list[Key]:
    """Every phrase of the tables, whole sentences and the mentions in them, with its language and a day."""
    cases = [(case.phrase, "en", date.fromisoformat(case.on)) for case in PHRASES + SENTENCES]
    phrases = dict.fromkeys((phrase for phrase, _, _ in cases), "en")
    phrases |= {f"on {case.phrase}": "en" for case in PHRASES}
    negatives = (FOLDER / "negatives.txt").read_text(encoding="utf-8").splitlines()
    phrases |= {line: "en" for line in negatives if line and not line.startswith("#")}
    for path in sorted(FOLDER.glob("*.tsv")):
        for row in pl.read_csv(path, separator="\t", quote_char=None).iter_rows(named=True):
            language = row.get("language", path.stem)
            phrases[row["text"]] = language
            phrases |= {found.partition("=")[0]: language for found in row["mentions"].split(";") if found != "-"}
    days = zip(phrases.items(), cycle(DAYS), strict=False)
    return sorted({*cases, *((phrase, language, on) for (phrase, language), on in days)}, key=str)


@lru_cache
def in_articles() -> dict[Key, list[dict[str, Any]]]:
    """What find_dates finds in each phrase, an article of its own: what it says of one never hangs on the others."""
    texts, languages, days = zip(*(keys := every_phrase()), strict=True)
    numbers = [str(number) for number in range(len(keys))]
    articles = pl.DataFrame({"article_id": numbers, "text": texts, "language": languages, "published": days})
    found: dict[Key, list[dict[str, Any]]] = {key: [] for key in keys}
    for row in find_dates(articles, day_first=False).iter_rows(named=True):
        found[keys[int(row["article_id"])]].append(row)
    return found


def check_like_an_article(key: Key) -> None:
    """`resolve_date` gives what `find_dates` finds; where that finds none, it answers what is one expression from end to end."""
    phrase, language, on = key
    alone, rows = resolve_date(phrase, on=on, language=language), in_articles()[key]
    if not rows:
        assert alone is None or _PREPOSITION.sub("", phrase) == alone.text, key
        return
    assert alone is not None, key
    first, *others = join_ranges(phrase, rows)
    answer = others[0] if others and alone.text == others[0]["text"] else first
    assert answer is first or first["type"] in ("DURATION", "TIME"), key
    assert {name: getattr(alone, name) for name in ALIKE} == {name: answer[name] for name in ALIKE}, key


def test_a_phrase_alone_is_read_as_in_an_article(monkeypatch: pytest.MonkeyPatch) -> None:
    # All articles are read at once: one call a phrase would take minutes, and the next test makes some.
    def found_before(phrase: str, on: date | None, pick: str | None, language: str) -> tuple[dict[str, Any], ...]:
        return tuple(join_ranges(phrase, in_articles()[phrase, language, on]))

    monkeypatch.setitem(resolve_date.__globals__, "mentions_in", found_before)
    keys = list(in_articles())
    assert len(keys) > 7_000
    for key in keys:
        check_like_an_article(key)


@pytest.mark.parametrize("key", every_phrase()[::150], ids=str)
def test_a_phrase_of_several_expressions_is_read_by_find_dates(key: Key) -> None:
    check_like_an_article(key)


@pytest.mark.parametrize(
    ("phrase", "text", "value", "end", "certainty"),
    [
        ("from May 3 to May 5, 2015", "May 3 to May 5, 2015", "2015-05-03/2015-05-05", "2015-05-06", "inferred"),
        ("from 3 to 5 May 2015", "3 to 5 May 2015", "2015-05-03/2015-05-05", "2015-05-06", "certain"),
        ("April, May and June 2014", "April, May and June 2014", "2014-04/2014-06", "2014-07-01", "inferred"),
        ("the quarter ended January 31, 2023", "the quarter", "2022-Q4", "2023-01-01", "inferred"),
        ("November 9, '89", "November 9, '89", "1989-11-09", "1989-11-10", "inferred"),
    ],
)
def test_a_phrase_of_several_expressions_means_all_of_them(
    phrase: str, text: str, value: str, end: str, certainty: str
) -> None:
    found = resolve_date(phrase, on="2015-11-18")
    assert found is not None
    assert (found.text, found.value, str(found.end)[:10], found.certainty) == (text, value, end, certainty)


def test_the_direction_that_a_caller_gives_counts_in_a_range() -> None:
    found = resolve_date("from May to June", on="2015-11-18", pick="after")
    assert found is not None
    assert (found.value, found.pick) == ("2016-05/2016-06", "after")


def test_the_reason_is_that_of_the_answer() -> None:
    explanation = explain_phrase("from May 3 to May 5, 2015", on="2015-11-18")
    assert "value      2015-05-03/2015-05-05" in explanation
    assert "why        “May 3” takes the year told with it" in explanation


def test_the_tables_are_large_and_hold_every_rule() -> None:
    assert len({(case.phrase, case.on) for case in PHRASES + SENTENCES}) >= 700
    read = Counter(found.rule for case in PHRASES if (found := resolve_date(case.phrase, on=case.on)))
    elsewhere = {
        "days of a month",
        "numeric days",
        "hours of a day",
        "years",
        "fiscal years",
        "parts of weekdays",
        "every two weekdays",
        "overnight",
    }  # ranges.txt holds those of two ends; overnight is one word
    short = {rule.name: read[rule.name] for rule in RULES if read[rule.name] < 5 and rule.name not in elsewhere}
    assert not short, f"fewer than five phrases: {short}"


def test_no_phrase_stands_twice() -> None:
    times = Counter((case.phrase, case.on) for case in PHRASES + SENTENCES)
    assert not {key: count for key, count in times.items() if count > 1}


def test_a_column_means_what_its_phrases_mean() -> None:
    phrases = ["yesterday", "9:30", "two days after 3 May 2014", "from May 3 to May 5, 2015", "3/4/2015", "25/12/2014"]
    days = [date(2015, 11, 16), date(2016, 2, 1)]
    told = pl.DataFrame({"when": phrases * 2, "filed": [day for day in days for _ in phrases]})
    found = resolve_dates(told, "when", on="filed")
    names = ["text", "type", "value", "start", "end", "grain", "certainty"]
    alone = [resolve_date(phrase, on=day) for phrase, day in told.rows()]
    assert found.select(names).rows() == [tuple(getattr(one, name) for name in names) for one in alone]
    assert found["why"].null_count() == 0


def test_what_is_no_date_in_a_column_is_null_with_its_reason() -> None:
    phrases = [None, " ", "a lighthouse", "31 April 2015", "yesterday", "yesterday"]
    days = ["2015-11-16", "2015-11-16", "2015-11-16", "2015-11-16", "soon", None]
    told = pl.DataFrame([pl.Series("when", phrases), pl.Series("filed", days)])
    found = resolve_dates(told, "when", on="filed")
    assert found["value"].is_null().to_list() == [True, True, True, True, True, False]
    assert found["start"].null_count() == found["certainty"].null_count() == 6
    for why, words in zip(
        found["why"],
        ["no phrase", "no phrase", "nothing of time", "does not exist", "'soon' is no day", "is not known"],
        strict=True,
    ):
        assert words in why
    assert resolve_dates(told.clear(), "when").is_empty()


def test_a_column_that_is_missing_and_a_day_that_is_none_are_told() -> None:
    told = pl.DataFrame({"when": ["yesterday"]})
    with pytest.raises(ValueError, match="lacks the column 'then'"):
        resolve_dates(told, "then")
    with pytest.raises(ValueError, match="'filed' is no day"):
        resolve_dates(told, "when", on="filed")


def test_an_empty_cell_is_no_date_and_a_moment_is_a_day() -> None:
    assert resolve_date(None, on="2015-11-16") is None
    assert resolve_date("yesterday", on=datetime(2015, 11, 16, 12)) == resolve_date("yesterday", on="2015-11-16")
