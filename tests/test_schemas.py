"""Every stage takes a frame with no more than a text, of any library, and says what is wrong with one that will not do."""

from datetime import date, datetime

import pandas as pd
import polars as pl
import pytest
from polars.testing import assert_frame_equal

import timeline as tl
from timeline.schemas import KINDS, kind_of

TEXTS = ["The bridge at Lund was closed on Monday.", "The ferry sank on 3 May 2014.", "The ferry sank on 3 May 2014."]
DAYS = [date(2015, 11, 18), None, None]
WHOLE = pl.DataFrame({"text": TEXTS, "published": DAYS})


@pytest.mark.parametrize(
    "articles",
    [
        WHOLE,
        WHOLE.with_columns(pl.col("published").cast(pl.Datetime)),
        WHOLE.with_columns(pl.col("published").cast(pl.String)),
        WHOLE.with_columns(published=pl.Series(["Wed, 18 Nov 2015 09:00:00 GMT", None, ""])),
        pd.DataFrame({"text": TEXTS, "published": [datetime(2015, 11, 18), None, None]}),
        WHOLE.to_arrow(),
    ],
    ids=["days", "moments", "ISO", "mail", "pandas", "Arrow"],
)
def test_a_frame_of_any_library_goes_through_every_stage(articles: object) -> None:
    dates = tl.find_dates(articles)  # type: ignore[call-overload]
    assert dates["value"].to_list() == ["2015-11-16", "2014-05-03", "2014-05-03"]
    assert dates["article_id"].n_unique() == 3
    events = tl.extract_events(articles, dates)  # type: ignore[arg-type]
    assert events.height == 3
    assert tl.merge_events(events).height == 2
    assert tl.explain(articles, dates).html.count("<mark ") == 3  # type: ignore[arg-type]


def test_ids_made_of_the_text_are_those_of_read_articles() -> None:
    assert tl.find_dates(WHOLE)["article_id"].to_list() == tl.read_articles(WHOLE)["article_id"].to_list()


def test_lazy_and_eager_frames_agree() -> None:
    dates = tl.find_dates(WHOLE)
    assert_frame_equal(tl.find_dates(WHOLE.lazy()).collect(), dates)
    events = tl.extract_events(WHOLE, dates)
    assert_frame_equal(tl.extract_events(WHOLE.lazy(), dates.lazy()), events)  # type: ignore[arg-type]
    assert_frame_equal(tl.merge_events(events.lazy()), tl.merge_events(events))  # type: ignore[arg-type]


def test_a_frame_without_rows_gives_a_timeline_without_events() -> None:
    none = WHOLE.clear()
    assert tl.find_dates(none).height == tl.read_articles(none).height == len(tl.build_timeline(none)) == 0


def test_columns_of_the_user_do_not_disturb() -> None:
    own = WHOLE.with_columns(article=pl.lit("x"), run=pl.lit(1), start=pl.lit(None), mention=pl.lit(0))
    assert_frame_equal(tl.find_dates(own), tl.find_dates(WHOLE))


def test_what_will_not_do_is_named() -> None:
    with pytest.raises(ValueError, match="lacks the column 'text'; it has body"):
        tl.find_dates(pl.DataFrame({"body": TEXTS}))
    with pytest.raises(ValueError, match="'soon' is no day"):
        tl.find_dates(pl.DataFrame({"text": ["Monday"], "published": ["soon"]}))
    with pytest.raises(TypeError, match="articles must be a frame"):
        tl.find_dates("a text")  # type: ignore[call-overload]
    with pytest.raises(ValueError, match=r"frame of dates lacks the column 'start_char'.*find_dates"):
        tl.extract_events(WHOLE, WHOLE.with_columns(article_id=pl.lit("a")))


def test_the_kind_of_a_frame_is_known_by_its_columns() -> None:
    line = tl.build_timeline(WHOLE)
    frames = {
        "articles": line.articles.with_columns(desk=pl.lit("city")),
        "dates": line.dates.with_columns(source=pl.lit("a.txt")),
        "events": line.undated,
        "a timeline": line.events,
        "sentences of events": line.evidence,
        "corrections": line.corrections,
        "changes": line.applied,
        "problems": line.problems,
        "events to check": line.check_first(),
        "changes since a build": line.changes(since=line),
        "a summary": tl.summarise(line),
    }
    assert {rows: kind.rows for rows, frame in frames.items() if (kind := kind_of(frame.columns))} == {
        kind.rows: kind.rows for kind in KINDS
    }


def test_columns_that_the_user_chose_are_the_columns_shown() -> None:
    line = tl.build_timeline(WHOLE)
    assert kind_of(line.events.drop("score").columns) is None
    chosen = line.events.select("title", "wordings", "edtf")
    assert repr(tl.show(chosen)).split()[:3] == chosen.columns


@pytest.mark.parametrize(
    ("column", "needed"),
    [
        (pl.Series("published", [2015.0]), "days, or text that states a day"),
        (pl.Series("published", [2015]), "days, or text that states a day"),
        (pl.Series("published_inferred", ["no"]), "true and false"),
        (pl.Series("published_likelihood", ["high"]), "numbers"),
        (pl.Series("text", [["a"]]), "text"),
        (pl.Series("article_id", [b"a"]), "text"),
    ],
    ids=lambda value: value.name if isinstance(value, pl.Series) else "",
)
def test_a_column_of_another_kind_is_refused(column: pl.Series, needed: str) -> None:
    frame = WHOLE.head(1).with_columns(column)
    with pytest.raises(ValueError, match=f"the column '{column.name}' .* it needs {needed}"):
        tl.find_dates(frame)
    with pytest.raises(ValueError, match=f"the column '{column.name}'"):
        tl.find_dates(frame.lazy()).collect()
