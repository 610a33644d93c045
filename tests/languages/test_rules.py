"""What rules declare: names for people, traits for code."""

from __future__ import annotations

import ast
import re
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import polars as pl
import pytest

from timeline.dates import find_dates
from timeline.languages import rules
from timeline.languages.en import parsing

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ASKS = {"eq", "ne", "is_in", "filter", "replace_strict", "partition_by", "get_column"}


def names_of_rules_compared(tree: ast.AST) -> Iterator[int]:
    """The lines that compare the name of a rule, or choose by it."""
    for node in ast.walk(tree):
        match node:
            case ast.Compare():
                asked, strings = node, True
            case ast.Match(subject=subject):
                asked, strings = subject, False
            case ast.Call(func=ast.Attribute(attr=attr)) if attr in ASKS:
                asked, strings = node, False
            case _:
                continue
        parts = list(ast.walk(asked))
        rule = any(isinstance(part, ast.Attribute) and part.attr == "rule" for part in parts)
        rule |= any(isinstance(part, ast.Constant) and part.value == "rule" for part in parts)
        rule |= any(isinstance(part, ast.keyword) and part.arg == "rule" for part in parts)
        others = (part.value for part in parts if isinstance(part, ast.Constant) and part.value != "rule")
        if rule and (not strings or any(isinstance(value, str) for value in others)):
            yield asked.lineno


@pytest.mark.parametrize(
    "code",
    [
        'reading.rule == "unit told"',
        'frame.filter(c("rule").is_in(["year", "years"]))',
        'c("rule") != "weekday"',
        'frame.filter(rule="season")',
        'frame.partition_by("rule")',
        'match reading.rule:\n case "clock":\n  pass',
        'row["rule"] in ("clock", "year")',
    ],
)
def test_a_comparison_with_the_name_of_a_rule_is_seen(code: str) -> None:
    assert list(names_of_rules_compared(ast.parse(code)))


def test_no_code_compares_the_name_of_a_rule(root: Path) -> None:
    found = {
        str(path.relative_to(root)): lines
        for path in sorted((root / "timeline").rglob("*.py"))
        if (lines := list(names_of_rules_compared(ast.parse(path.read_text("utf-8")))))
    }
    assert found == {}


TEXTS = {
    "en": "In 1989 the wall fell. On Monday, 3/4/2015, at 10:30, the week ended March 31 was over. Since 2011/12 it rains: about "
    "three weeks ago, yesterday, last month, in fiscal 2014 and in winter. 40 cars a week. On the third day, the 3rd, in '89, it "
    "was last two weeks that he was to last two weeks. August 27, a Tuesday. By the Friday after, from Friday to Monday.",
    "de": "Im Winter 1989 und im Winter. Am Montag, gestern, letzten Monat, vor drei Wochen. 2000 Leute kamen 2011/12. Mitte 1500.",
    "es": "El 3 de mayo de 2015, ayer, el lunes, el mes pasado, el verano pasado, en 1800, de 2011 a 2015.",
}


def forget(*modules: Any) -> None:
    for module in modules:
        for value in vars(module).values():
            if hasattr(value, "cache_clear"):
                value.cache_clear()


def test_a_rule_may_be_renamed(monkeypatch: pytest.MonkeyPatch) -> None:
    articles = pl.DataFrame(
        {"language": list(TEXTS), "text": list(TEXTS.values()), "published": [date(2015, 11, 18)] * len(TEXTS)}
    )
    before = find_dates(articles)
    try:
        for module, name in ((parsing, "RULES"), (rules, "SHAPES")):
            renamed = [replace(rule, name=f"rule called {rule.name}") for rule in getattr(module, name)]
            monkeypatch.setattr(module, name, renamed)
        forget(parsing, rules)
        after = find_dates(articles)
    finally:
        monkeypatch.undo()
        forget(parsing, rules)
    assert after["rule"].str.starts_with("rule called ").sum() > 30
    assert after.drop("rule").equals(before.drop("rule"))


def test_a_list_of_words_stands_in_a_dictionary() -> None:
    """Where a word is missing, it is added to a dictionary: no template of a rule spells a list of its own."""
    spelled = re.compile(r"(?:[a-z ]{3,}\|){7,}[a-z ]{3,}")
    assert [rule.name for rule in (*parsing.RULES, *rules.SHAPES) if spelled.search(rule.template)] == []
