"""What to check first, and what is new since the last build."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import polars as pl
import pytest
from polars.testing import assert_frame_equal

import timeline as tl
from timeline.schemas import CHANGES, CHECKS

if TYPE_CHECKING:
    from pathlib import Path


def built(*texts: str, published: Any = None) -> tl.Timeline:
    days = published if isinstance(published, list) else [published] * len(texts)
    names = [f"paper-{number}.txt" for number in range(len(texts))]
    frame = pl.DataFrame({"source": names, "text": texts, "published": days}, schema_overrides={"published": pl.Date})
    return tl.build_timeline(frame, progress=False)


@pytest.mark.parametrize(
    ("text", "published", "doubt", "question"),
    [
        ("The bridge was opened on Monday, 3 May 2014.", None, "weekday against date", "that day was a Saturday"),
        ("The bridge was opened on Saturday, 3 May 2014.", None, None, ""),
        ("The mill burned down on 4/5/2014.", None, "order of figures", "write the day first?"),
        ("The mill burned down on 14/5/2014.", None, None, ""),
        ("The mill burned down on 3 September.", date(2014, 3, 1), "inferred year", "is that the year meant?"),
        ("The mill burned down on 3 February.", date(2014, 3, 1), None, ""),
        ("The mill burned down on Friday.", date(2014, 3, 1), "inferred day", "counted from 2014-03-01"),
        ("The mill burned down on 3 May 2014.", date(2014, 3, 1), "clash with publication", "published 2014-03-01"),
        ("The mill will be closed on 3 May 2014.", date(2014, 3, 1), None, ""),
    ],
)
def test_a_doubt_is_named_and_asks_its_question(
    text: str, published: date | None, doubt: str | None, question: str
) -> None:
    (row,) = built(text, published=published).check_first().to_dicts()
    assert row["doubts"] == [*([doubt] if doubt else []), "single source"]
    assert question in row["question"]
    assert row["urgency"] == pytest.approx(row["score"] * row["doubt"], abs=0.001)


def test_a_date_that_another_article_tells_in_full_is_in_no_doubt() -> None:
    line = built(
        "The old mill in Bremen burned down on Friday.", "The old mill in Bremen burned down on 28 February 2014.",
        published=[date(2014, 3, 1), date(2014, 3, 9)],
    )  # fmt: skip
    (row,) = line.events.to_dicts()
    assert row["articles"] == 2
    assert line.check_first().is_empty()


def test_what_weighs_most_and_is_least_sure_comes_first_and_what_was_checked_is_left_out() -> None:
    line = built(
        "The bridge was opened on Monday, 3 May 2014. The tunnel in Bremen was closed on 7 June 2015.",
        "The tunnel in Bremen was closed on 7 June 2015, the mayor said.",
    )
    checks = line.check_first()
    assert checks.schema == CHECKS
    assert checks["urgency"].is_sorted(descending=True)
    assert "weekday against date" in checks["doubts"][0]
    assert line.check_first(0).is_empty()
    mended = line.correct("check", checks["event_id"][0], who="AB")
    assert checks["event_id"][0] not in mended.check_first()["event_id"].to_list()
    with pytest.raises(ValueError, match="not negative"):
        line.check_first(-1)
    with pytest.raises(TypeError, match=r"check_first\(20\)"):
        line.check_first("5")  # type: ignore[arg-type]  # wrong on purpose


def test_changes_name_what_is_new_gone_redated_retitled_and_better_supported(tmp_path: Path) -> None:
    old = built("The bridge was opened on 3 May 2014. The tunnel was closed on 7 June 2015.")
    bridge, tunnel = old.events["event_id"].to_list()
    assert old.changes(since=old).is_empty()
    new = old.correct("change", bridge, date="2014-05-04").correct("change", bridge, title="The bridge opens")
    new = new.correct("drop", tunnel).correct("add", date="2016-01-02", title="The ferry is sold")
    path = old.save(tmp_path / "old.parquet").path
    changes = new.changes(since=path)
    assert changes.schema == CHANGES
    assert changes.select("change", "before", "after").rows() == [
        ("redated", "3 May 2014", "4 May 2014"),
        ("retitled", old.events["title"][0], "The bridge opens"),
        ("gone", None, None),
        ("new", None, None),
    ]
    assert_frame_equal(changes, new.changes(since=old))
    more = built(
        "The old mill in Bremen burned down on 3 May 2014.",
        "The old mill in Bremen burned down on 3 May 2014, police say.",
    )
    one = built("The old mill in Bremen burned down on 3 May 2014.")
    assert more.changes(since=one).row(-1)[-2:] == ("1 article", "2 articles")
    assert "less supported" in one.changes(since=more.events)["change"].to_list()


def test_an_event_is_found_again_by_its_sentences() -> None:
    line = built("The bridge was opened on 3 May 2014.")
    renamed = line.events.with_columns(event_id=pl.lit("other"))
    assert line.changes(since=renamed).is_empty()
