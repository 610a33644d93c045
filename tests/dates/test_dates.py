"""find_dates on whole articles: what it promises of its frame, its offsets and its anchors."""

from __future__ import annotations

import gc
from datetime import date, datetime

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fabricated import DAY, articles
from timeline import pipeline
from timeline.articles.publication.evidence import AHEAD_WORDS
from timeline.dates import find_dates
from timeline.dates.candidates import readings
from timeline.dates.phrase import resolve_date
from timeline.languages.en.words import STILL_TO_COME
from timeline.schemas import DATES


def dates_of(text: str, published: date | None = DAY) -> list[tuple[str, str]]:
    """The mentions of one article with their values."""
    return find_dates(articles(text, published=published)).select("text", "value").rows()


# What the frame promises.


def test_the_frame_is_the_contract() -> None:
    found = find_dates(articles("It rained on 3 May 2015, and again two days later."))
    assert dict(found.schema) == {name: pl.Schema({name: dtype})[name] for name, dtype in DATES.items()}
    assert found.height == 2


def test_no_text_gives_an_empty_frame_of_the_same_columns() -> None:
    for texts in ((), ("",), ("", "nothing here")):
        found = find_dates(articles(*texts))
        assert found.is_empty()
        assert list(found.columns) == list(DATES)


def test_null_text_and_missing_columns() -> None:
    found = find_dates(pl.DataFrame({"article_id": ["a", "b"], "text": [None, "In May 2015 it closed."]}))
    assert found.select("article_id", "value").rows() == [("b", "2015-05")]
    with pytest.raises(ValueError, match="text"):
        find_dates(pl.DataFrame({"article_id": ["a"]}))


def test_a_lazy_frame_gives_a_lazy_frame_with_the_same_rows() -> None:
    frame = articles("It rained on 3 May 2015.", "They met yesterday.", "")
    lazy = find_dates(frame.lazy())
    assert isinstance(lazy, pl.LazyFrame)
    assert lazy.collect_schema() == find_dates(frame).schema
    assert lazy.collect().equals(find_dates(frame))


def test_rows_stand_in_the_order_of_the_text() -> None:
    found = find_dates(articles("On Monday, on 3 May 2015 and in 1999.", "Yesterday and tomorrow, or in June 2014."))
    keys = found.select("article_id", "start_char").rows()
    assert keys == sorted(keys)
    assert len(keys) == 6


def test_intervals_are_half_open_and_whole() -> None:
    found = find_dates(articles("On 29 February 2016, in December 2015, in 1999 and at 9:30 a.m. on 3 May 2014."))
    spans = dict(found.select("value", pl.struct("start", "end")).iter_rows())
    assert spans["2016-02-29"] == {"start": datetime(2016, 2, 29), "end": datetime(2016, 3, 1)}
    assert spans["2015-12"] == {"start": datetime(2015, 12, 1), "end": datetime(2016, 1, 1)}
    assert spans["1999"] == {"start": datetime(1999, 1, 1), "end": datetime(2000, 1, 1)}


def test_years_before_christ_have_days_and_no_datetime() -> None:
    row = find_dates(articles("The battle was fought in 490 BC.")).row(0, named=True)
    assert (row["value"], row["start"], row["end"]) == ("BC0490", None, None)
    assert row["end_day"] - row["start_day"] == 365
    assert row["start_day"] < -700_000


def test_a_day_that_does_not_exist_is_kept_undated_with_its_reason() -> None:
    row = find_dates(articles("It was signed on 30 February 2015.")).row(0, named=True)
    assert (row["start_day"], row["end_day"], row["start"], row["grain"], row["certainty"]) == (None,) * 5
    assert "not exist" in row["why"]


def test_without_a_day_of_publication_what_is_anchored_to_it_stays_undated() -> None:
    found = find_dates(articles("They spoke yesterday, not on 3 May 2015.", published=None))
    rows = found.select("value", "start_day", "certainty", "why").rows()
    assert rows[0][1:3] == (None, None)
    assert "not known" in rows[0][3] or "no publication date" in rows[0][3]
    assert rows[1][0] == "2015-05-03"


def test_every_row_says_why_in_a_sentence_that_quotes_it() -> None:
    text = "On Monday they met for three weeks, every Friday, recently, in early May, on 3/4/2015 and 30 February 2014."
    for row in find_dates(articles(text)).iter_rows(named=True):
        assert row["text"] in row["why"]
        assert row["why"] == " ".join(row["why"].split())


@pytest.mark.parametrize(
    ("text", "certainty"),
    [
        ("It closed on 3 May 2015.", "certain"),
        ("It closed in 1999.", "certain"),
        ("It closed on 2015-05-03.", "certain"),
        ("It closed on Monday.", "inferred"),
        ("It closed yesterday.", "inferred"),
        ("It closed on 3 May.", "inferred"),
        ("It closed on 3/4/2015.", "inferred"),
        ("It closed in '98.", "inferred"),
        ("It closed in early May 2015.", "approximate"),
        ("It closed in the summer of 2015.", "approximate"),
        ("It closed last night.", "approximate"),
        ("It closed about 1812.", "approximate"),
    ],
)
def test_certainty_separates_what_is_stated_from_what_is_assumed(text: str, certainty: str) -> None:
    assert find_dates(articles(text))["certainty"].to_list() == [certainty]


# Numeric order, ranges, anchors.


def test_the_article_shows_the_order_of_its_figures() -> None:
    assert dates_of("On 13/4/2015 and 3/4/2015.") == [("13/4/2015", "2015-04-13"), ("3/4/2015", "2015-04-03")]
    assert dates_of("On 4/13/2015 and 3/4/2015.") == [("4/13/2015", "2015-04-13"), ("3/4/2015", "2015-03-04")]
    assert dates_of("On 13/4/2015, 4/14/2015 and 3/4/2015.")[2] == ("3/4/2015", "2015-03-04")


def test_the_collection_shows_the_order_of_figures() -> None:
    found = find_dates(articles("It was 23/4/2015.", "It was 3/4/2015.", "It was 25/12/2014."))
    assert found["value"].to_list() == ["2015-04-23", "2015-04-03", "2014-12-25"]


@pytest.mark.parametrize("at_once", [1, 2, 500])
def test_the_order_of_figures_hangs_on_no_batch(at_once: int, monkeypatch: pytest.MonkeyPatch) -> None:
    frame = articles("It was 3/4/2015.", "They met.", "It was 5/6/2015.", "It was 25/12/2014.")
    whole = find_dates(frame)
    assert whole["value"].to_list() == ["2015-04-03", "2015-06-05", "2014-12-25"]
    assert whole["certainty"].to_list() == ["inferred", "inferred", "certain"]
    monkeypatch.setattr(pipeline, "ARTICLES_AT_ONCE", at_once)
    line = pipeline.build_timeline(frame, progress=False)
    assert line.dates["value"].to_list() == whole["value"].to_list()
    cut = pl.concat([frame.lazy().slice(at, at_once) for at in range(0, frame.height, at_once)])
    assert find_dates(cut).collect(engine="streaming")["value"].to_list() == whole["value"].to_list()
    assert find_dates(frame, day_first=False)["value"].to_list() == ["2015-03-04", "2015-05-06", "2014-12-25"]


def test_no_date_hangs_on_the_articles_beside_its_own() -> None:
    texts = {
        "en": "They met in June y July 2014, and again in May and June 2015.",
        "es": "Hablaron en junio y julio de 2014, y en mayo und junio de 2015.",
        "de": "Sie trafen sich im Mai und Juni 2015.",
    }
    frame = pl.DataFrame({"text": [*texts.values()], "language": [*texts], "published": [DAY] * 3})
    alone = pl.concat(find_dates(frame[at], day_first=False) for at in range(3))
    assert find_dates(frame, day_first=False).equals(alone)
    assert alone["interval"].is_not_null().to_list() == [False, False, *[True] * 4, False, False, True, True]


def test_an_article_of_its_own_order_keeps_it_among_others() -> None:
    found = find_dates(articles("It was 23/4/2015.", "It was 4/23/2015, then 3/4/2015.", "It was 25/12/2014."))
    assert found["value"].to_list() == ["2015-04-23", "2015-04-23", "2015-03-04", "2014-12-25"]


def test_a_range_is_two_mentions_of_one_interval() -> None:
    found = find_dates(articles("It lasted from 30 September to 2 October 2015."))
    assert found["value"].to_list() == ["2015-09-30", "2015-10-02"]
    assert found["interval"].n_unique() == 1
    assert found["interval"].null_count() == 0


def test_a_list_of_days_is_no_interval() -> None:
    found = find_dates(articles("They met on 3, 7 and 12 May 2015."))
    assert found["value"].to_list() == ["2015-05-03", "2015-05-07", "2015-05-12"]
    assert found["interval"].null_count() == 3


def test_a_range_over_new_year() -> None:
    found = find_dates(articles("Snow lay from 30 December to 2 January.", published=date(2015, 1, 10)))
    assert found["value"].to_list() == ["2014-12-30", "2015-01-02"]


@pytest.mark.parametrize(
    "text",
    [
        "It ran from Thursday to Saturday.",
        "It lasted from Friday to Monday.",
        "It lasted from yesterday to tomorrow.",
        "It lasted from Monday until next Friday.",
        "It lasted from 3 March to 20 November.",
        "It lasted from Monday to Friday.",
        "It will run from Monday to Friday.",
        "They struck between Tuesday and Sunday.",
        "It lasted from 20 November to 3 March.",
        "It lasted from May to February.",
    ],
)
def test_a_range_ends_after_it_starts(text: str) -> None:
    found = find_dates(articles(text))
    assert found["interval"].null_count() == 0
    first, last = found["start_day"].to_list()
    assert first < last


@pytest.mark.parametrize(
    ("text", "opened"),
    [
        ("It has been closed since 3 May 2014.", "after"),
        ("It has been closed since May.", "after"),
        ("It was open until 3 May 2014.", "before"),
        ("It has been open since at least 2014.", "after"),
        ("It was open until at least 2014.", "before"),
        ("Prices rose 0.1% from September.", None),
        ("It was unchanged from 3 May 2014.", None),
        ("It will be open from Monday.", "after"),
        ("It closed on 3 May 2014.", None),
    ],
)
def test_since_and_until_leave_an_end_open(text: str, opened: str | None) -> None:
    assert find_dates(articles(text))["open"].to_list() == [opened]


@pytest.mark.parametrize(
    ("text", "opened"),
    [
        ("It has been open since 2011/12.", ["after", "after"]),
        ("It has been open since the 2011-12 season.", ["after", "after"]),
        ("It has lost money since fiscal year 2011-12.", ["after", "after"]),
        ("It was open from 2011/12 to 2013/14.", [None] * 4),
        ("It was open in 2011-12.", [None, None]),
    ],
)
def test_since_a_season_is_open_with_both_its_years(text: str, opened: list[str | None]) -> None:
    assert find_dates(articles(text))["open"].to_list() == opened


@pytest.mark.parametrize(
    ("columns", "ending"),
    [
        ({"published_inferred": True}, ", whose year was inferred"),
        ({"published_inferred": True, "published_likelihood": 0.95}, ", whose year was inferred"),
        ({"published_inferred": True, "published_likelihood": 0.6}, ", whose year was inferred with doubt"),
        ({"published_inferred": False, "published_likelihood": 0.6}, None),
        # The reason is for eyes: no word of it decides.
        ({"published_basis": "dateline “November 18”, year 2015 inferred with doubt (60%)"}, None),
        ({}, None),
    ],
)
def test_what_is_counted_from_an_inferred_year_says_so(columns: dict[str, object], ending: str | None) -> None:
    piece = articles(
        "They came on 3 October. Three days later they left. He died in May 1990. Two years later he was found."
    )
    found = find_dates(piece.with_columns(**{name: pl.lit(value) for name, value in columns.items()}))
    if ending is None:
        assert not found["why"].str.contains("inferred").any()
    else:
        assert found["why"].str.ends_with(ending).to_list() == [True, True, False, False]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It fell on 3 May 2010. Two days later it rose.", ["2010-05-03", "2010-05-05"]),
        ("It fell on 3 May 2010. The following week it rose.", ["2010-05-03", "2010-W19"]),
        ("It fell on 3 May 2010. A month later it rose, and the next day it fell.", ["2010-05-03", "2010-06"]),
        ("It fell on 3 May 2010. Later that year it rose.", ["2010-05-03", "2010"]),
        ("It fell on 3 May 2010. The same day it rose.", ["2010-05-03", "2010-05-03"]),
        ("It fell in March 1998. That month it rose.", ["1998-03", "1998-03"]),
        ("It fell in 1998. The following year it rose.", ["1998", "1999"]),
        ("It fell in 1998. Three years later it rose.", ["1998", "2001"]),
        ("It fell on 3 May 2010, and a day earlier it stood.", ["2010-05-03", "2010-05-02"]),
        # Like is compared with like: a quarter with a quarter, nine months with those of the year before.
        (
            "Net rose in the third quarter from a year earlier. For the nine months it fell from a year earlier.",
            ["2015-Q3", "2014-Q3", "P9M", "2014"],
        ),
        # The news does not go on where a comparison looked back.
        ("Sales are lower than a year ago. Later in the year they may rise.", ["2014", "2015"]),
        (
            "In the town that fell in 1938, a year earlier nobody had fled; it was built in 1950 and grew by 1952.",
            ["1938", "1937", "1950", "1952"],
        ),
        # A day is not counted from a mention before the story moved on: it stays undated.
        (
            "It fell on 3 May 1710 and was built in 1702. In 1740 it burned, and two days later it stood again.",
            ["1710-05-03", "1702", "1740", "XXXX-XX-XX"],
        ),
        # What has lasted since a year does not take the story there.
        (
            "In 1750 the town, a port since 1712, was sold. The following year it burned; in 1760 it was a ruin.",
            ["1750", "1712", "1751", "1760"],
        ),
        # A weekday names a day near the article's own, whatever stands before it.
        ("The group bought shares from 14 September to Thursday.", ["2015-09-14", "2015-11-12"]),
        ("It fell on 2 November 2015. During the day Friday they sang.", ["2015-11-02", "2015-11-13"]),
    ],
)
def test_an_anchor_in_the_text_is_the_previous_mention(text: str, expected: list[str]) -> None:
    assert [value for _, value in dates_of(text)][: len(expected)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met on Friday.", "2015-11-13"),
        ("They will meet on Friday.", "2015-11-20"),
        ("A vote is scheduled for Friday.", "2015-11-20"),
        ("The strike was called off on Friday.", "2015-11-13"),
        ("The hearing is to be held on Monday.", "2015-11-23"),
        ("They met on 30 March.", "2015-03-30"),
        ("They will meet on 30 March.", "2016-03-30"),
        ("They plan to meet on 3 March.", "2016-03-03"),
        ("They opened it in August.", "2015-08"),
        ("They will open it in August.", "2016-08"),
        ("Crude for July delivery fell.", "2016-07"),
        ("Futures for July fell.", "2016-07"),
        ("The case will be heard in March.", "2016-03"),
        ("In a Friday statement the firm denied it.", "2015-11-13"),
        ("Unrest over the arrest during a Friday march through the suburb went on.", "2015-11-13"),
        ("A vote on the plan on Friday will decide.", "2015-11-20"),
        # No tense: the nearest.
        ("The ministers meet Thursday in Rome.", "2015-11-19"),
        ("The ministers meet Saturday in Rome.", "2015-11-21"),
        ("The ministers meet Monday in Rome.", "2015-11-16"),
        # A time limit that somebody sets lies ahead; one that has passed does not.
        ("The board extended its offer until Friday.", "2015-11-20"),
        ("The judge postponed the hearing until 9 a.m. Friday.", "2015-11-20T09:00"),
        ("It was not until Friday that they came.", "2015-11-13"),
        ("Until Friday nobody had heard of him.", "2015-11-13"),
        # What ends like a verb of the past is not always one.
        ("She will succeed Daniel Brown on 3 March.", "2016-03-03"),
        ("They will vote on the amended law on 3 March.", "2016-03-03"),
        ("It will open on a still undecided day in March.", "2016-03"),
    ],
)
def test_the_tense_beside_a_mention_chooses_its_direction(text: str, expected: str) -> None:
    assert [value for _, value in dates_of(text)] == [expected]


def test_days_stated_in_one_breath_lie_on_one_side() -> None:
    text = "The feast of the seven guilds would again be held in the old hall of the castle on 4, 5 and 6 June."
    assert [value for _, value in dates_of(text)] == ["2016-06-04", "2016-06-05", "2016-06-06"]


def test_a_history_is_anchored_to_the_last_full_date() -> None:
    text = (
        "The expedition left on 3 May 1845. On 12 July it reached the strait. By 4 August the ships were seen last.\n"
        "On 22 April 1848 the crews left the ships. On 25 April they wrote a note.\n"
        "A search began on 1 March 1849. It ended on 30 September."
    )
    assert [value for _, value in dates_of(text)] == [
        "1845-05-03", "1845-07-12", "1845-08-04", "1848-04-22", "1848-04-25", "1849-03-01", "1849-09-30",
    ]  # fmt: skip


MISSED_YEARS = {
    # The year missed on the way to May 1872 is made up for where the story opens a paragraph and would step back.
    "The line was surveyed on 4 March 1871. The first rails came in July.\nIn March it reached the river.\nA bridge was opened on"
    " 2 May 1872 and closed in 1874.": ["1871-03-04", "1871-07", "1872-03", "1872-05-02", "1874"],
    # Where no step is easier, the story goes on and the full date stands in the new year.
    "The mutiny broke out on 3 July 1832. On 9 July the fort fell, and on 15 July the rebels fled.\nThey came back on 1 August"
    " 1833, and again in 1836.": ["1832-07-03", "1832-07-09", "1832-07-15", "1833-08-01", "1836"],
    # A date of the year before moves the story back at the step that was longest.
    "The war of 1743 ended in February 1745. In July another army had set out, in August it had taken the town and in December"
    " it had gone home. It began with a raid in June 1744.": ["1743", "1745-02", "1744-07", "1744-08", "1744-12", "1744-06"],
    # The seasons of a list share their year; one that is only named in passing moves nobody.
    "The spring and summer of 1943 were quiet. In February 1944 the summer offensive was planned, in March it was put off. It began"
    " in 1945.": ["1943-SP", "1943-SU", "1944-02", "1944-SU", "1944-03", "1945"],
    # A winter without a year is named by its January.
    "They landed in November 1620. Over the winter half of them died. In March 1621 the rest built a second house, and in 1622 a"
    " church.": ["1620-11", "1621-WI", "1621-03", "1622"],
    # A history may come by the day of the year on which it is published.
    "The siege began on 3 October 1702. On 9 October the wall fell, on 1 November the gate, and on 18 November the town; by 1704 it"
    " was rebuilt, and in 1710 sold.": ["1702-10-03", "1702-10-09", "1702-11-01", "1702-11-18", "1704", "1710"],
    # What has a previous mention as its anchor is no sign of news.
    "She was born in May 1871. The following year they moved. In March 1889 she went to school. That autumn she left. On 4 June 1897"
    " she took over. By the next spring she was ill, and in July she died.": [
        "1871-05", "1872", "1889-03", "1889-FA", "1897-06-04", "1898-SP", "1898-07",
    ],
    # Years that are counted move the story as years that are named do.
    "She was born in 1871. In May 1880 he left. The following year they moved. In March she went to school; two years later, in"
    " September, she left. It was 1890 when he wrote.": ["1871", "1880-05", "1881", "1881-03", "1883", "1883-09", "1890"],
    # The far end of a range moves it too.
    "The war of 1743 went on. From October to March 1745 they marched. It was 1744 when they set out: from November to April they"
    " slept. In May they fought.": ["1743", "1744-10", "1745-03", "1744", "1744-11", "1745-04", "1745-05"],
    # What a speaker calls today is his own day, not that of the book.
    "It was built in 1801, 1802, 1805, 1809, 1812, 1816, 1820, 1826, 1831, 1840 and 1852. On 4 March 1881 the king said: “I open"
    " it today.” In 1885 a mayor asked: “Must we pay today?” It fell in 1902, 1905, 1907, 1911, 1915, 1922, 1931, 1944, 1950, 1952, 1956, 1961 and 1970.": [
        "1801", "1802", "1805", "1809", "1812", "1816", "1820", "1826", "1831", "1840", "1852", "1881-03-04", "1881-03-04", "1885",
        "XXXX-XX-XX", "1902", "1905", "1907", "1911", "1915", "1922", "1931", "1944", "1950",
        "1952", "1956", "1961", "1970",
    ],
    # An aside to another century moves nobody.
    "The king came on 2 May 1610. An inquiry of 1911 doubts it. On 14 May he was dead. His son ruled from 1 June 1610.": [
        "1610-05-02", "1911", "1610-05-14", "1610-06-01",
    ],
}  # fmt: skip


def test_a_history_says_where_the_year_of_a_date_comes_from() -> None:
    found = find_dates(
        articles("The fort, begun in 1701 and 1702, was stormed on 3 May 1710. On 9 June it was given back.")
    )
    assert found["why"].to_list()[-1] == "“9 June” says no year: it is that of the dates told around it"
    assert found["certainty"].to_list() == ["certain", "certain", "certain", "inferred"]


@pytest.mark.parametrize("text", MISSED_YEARS)
def test_a_history_makes_up_for_the_years_that_it_leaves_out(text: str) -> None:
    assert [value for _, value in dates_of(text)] == MISSED_YEARS[text]


@pytest.mark.parametrize(
    "text",
    [
        # The dateline tells the article's own day.
        "ROME, 18 November 2015: The bridge of 1902, rebuilt in 1950 and 1971, was closed on 9 November.",
        # So does a weekday at the top.
        "It was closed on Monday. Built in 1902, it was mended in 1950, 1962, 1971, 1974, 1980, 1983, 1987, 1991, 2003 and on 9 November.",
        # What is years ahead is no history.
        "The bonds fall due in 2019, 2024 and 2031. They were sold on 9 November.",
    ],
)
def test_news_with_years_is_no_history(text: str) -> None:
    assert dates_of(text)[-1] == ("9 November", "2015-11-09")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He died on Monday. On 6 June 1944 he had landed. In August he was wounded, and in December he went home.",
         ["2015-11-16", "1944-06-06", "1944-08", "1944-12"]),
        ("On Monday it fell. On 2 April 1982 it had risen; on 14 June it fell, and in February it rose.",
         ["2015-11-16", "1982-04-02", "1982-06-14", "1983-02"]),
        # Not what is still to come, not another paragraph, not what another clause tells.
        ("On Monday he spoke of 6 June 1944. On 3 December he will speak again.", ["2015-11-16", "1944-06-06", "2015-12-03"]),
        ("It fell on Monday. It was built on 6 June 1944.\n\nOn 3 March it was sold.", ["2015-11-16", "1944-06-06", "2015-03-03"]),
        ("On Monday they tried the men of the raid of 6 June 1944 whom the state gave up in April.",
         ["2015-11-16", "1944-06-06", "2015-04"]),
        ("On Monday it fell. It has been shut since 6 June 1944. In April it was sold.", ["2015-11-16", "1944-06-06", "2015-04"]),
    ],
)  # fmt: skip
def test_news_goes_on_from_a_date_of_an_earlier_year(text: str, expected: list[str]) -> None:
    assert [value for _, value in dates_of(text)] == expected


def test_histories_are_read_apart_from_each_other() -> None:
    texts = [
        "The king came on 2 May 1610. On 14 May he was dead, and in 1611 his son ruled.",
        "Built in 1911, the mill burned on 9 June 1915. On 12 May it stood again; in 1920 it closed.",
    ]
    both = find_dates(articles(*texts))["value"].to_list()
    assert both == [value for text in texts for _, value in dates_of(text)]


# Offsets.

ODD = [
    "🚢 The 👩‍👩‍👧 ship sailed on 3 May 2015 🎉, two days later 🏝.",
    "Cafe\u0301 closed on 3 May 2015; re\u0301opened yesterday.",
    "כתב: 3 May 2015, ואז yesterday.",
    "تقرير on Monday 3 May 2015 — نهاية",
    "nul\x00 on 3 May 2015\x00, then \x00yesterday\x00.",
    "\x02on 3 May 2015\x03, then \x02\x03yesterday\x02.",
    "3\x02May\x022015 and last\x03week",
    "line\r\nbreak on 3 May\r\n2015 and\tyesterday",
    "no-break 3\u00a0May\u00a02015 and last\u00a0week",
    "\ufeffOn 3 May 2015",
    "𝟛 May 2015, Ⅷ May 2015, ３ May 2015",
    "İstanbul on 3 May 2015, ﬀ yesterday, ß tomorrow",
    "\u202eon 3 May 2015\u202c yesterday",
]
pieces = st.one_of(
    st.sampled_from(
        ["3 May 2015", "yesterday", "two days later", "from 3 to 5 May", "since 1999", "9:30 a.m.", "Q3 2014", "'98", "3/4/2015",
         "Monday", "the 19th century", "490 BC", "last week", "every Friday", "🎉", "e\u0301", "שלום", "مرحبا", "\x00", "\x02", "\x03",
         "\n", " ", "\u00a0", "\u202e", "𝟛", "ß", "İ", ".", ",", " in ", " on ", "-"]
    ),
    st.text(max_size=5),
)  # fmt: skip
texts = st.lists(pieces, max_size=14).map("".join)


def check_offsets(text: str) -> pl.DataFrame:
    found = find_dates(articles(text))
    last = 0
    for start, end, words in found.select("start_char", "end_char", "text").iter_rows():
        assert text[start:end] == words
        assert last <= start < end <= len(text)
        last = end
    return found


@pytest.mark.parametrize("text", ODD)
def test_offsets_slice_to_the_mention_in_odd_text(text: str) -> None:
    check_offsets(text)


@pytest.mark.parametrize("text", ODD[:6])
def test_odd_text_around_a_date_does_not_hide_it(text: str) -> None:
    assert "2015-05-03" in check_offsets(text)["value"].to_list()


@pytest.mark.parametrize(
    ("unit", "value"),
    [
        ("3 May 2015, ", "2015-05-03"),
        ("May 3, 2015, ", "2015-05-03"),
        ("Monday ", "2015-11-16"),
        ("yesterday, ", "2015-11-17"),
        ("2015-05-03 ", "2015-05-03"),
    ],
)
def test_what_repeats_without_end_is_read_to_the_end(unit: str, value: str) -> None:
    text = "It says: " + 150 * unit
    found = check_offsets(text)
    assert found["value"].to_list() == 150 * [value]
    assert found["start_char"].to_list() == [9 + n * len(unit) for n in range(150)]


@settings(max_examples=25, derandomize=True)
@given(st.lists(texts, min_size=1, max_size=10))
def test_offsets_slice_to_the_mention_in_any_text(found: list[str]) -> None:
    rows = find_dates(articles(*found))
    last = ("", 0)
    for article, start, end, words in rows.select("article_id", "start_char", "end_char", "text").iter_rows():
        text = found[int(article[1:])]
        assert text[start:end] == words
        assert last <= (article, start)
        assert start < end <= len(text)
        last = (article, end)
    dated = rows.filter(pl.col("start_day").is_not_null())
    assert dated.filter(pl.col("start_day") >= pl.col("end_day")).is_empty()
    assert dated.filter(pl.col("start") >= pl.col("end")).is_empty()


@settings(max_examples=20, derandomize=True)
@given(st.lists(texts, min_size=2, max_size=5))
def test_articles_are_read_apart_from_each_other(found: list[str]) -> None:
    # Only the order of day and month in figures is learnt from the whole collection.
    found = [text.replace("/", " ") for text in found]
    together = find_dates(articles(*found))
    for number, text in enumerate(found):
        alone = find_dates(articles(text)).drop("article_id")
        assert together.filter(article_id=f"a{number}").drop("article_id").equals(alone, null_equal=True)


@settings(max_examples=10, derandomize=True)
@given(st.lists(texts, min_size=1, max_size=4))
def test_the_same_text_gives_the_same_rows(found: list[str]) -> None:
    assert find_dates(articles(*found)).equals(find_dates(articles(*found)), null_equal=True)


def test_a_doubled_identity_keeps_two_articles_apart() -> None:
    frame = articles("On 3 May 2010 it fell.", "Two days later it rose.").with_columns(article_id=pl.lit("same"))
    assert find_dates(frame)["value"].to_list() == ["2010-05-03", "2015-11-20"]


@pytest.mark.parametrize("weekday", ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"])
@pytest.mark.parametrize("on", [date(2015, 11, 14), date(2015, 11, 18)])
def test_a_weekday_without_a_tense_is_the_same_day_alone_and_in_a_text(weekday: str, on: date) -> None:
    articles = pl.DataFrame({"article_id": ["a"], "published": [on], "text": [f"A storm, {weekday}."]})
    found = find_dates(articles)
    alone = resolve_date(weekday, on=on)
    assert alone is not None
    assert (alone.value, alone.pick) == found.select("value", "pick").row(0)


def test_the_small_hours_end_at_six() -> None:
    alone = resolve_date("the small hours of 7 May 2014")
    assert alone is not None
    assert (str(alone.start), str(alone.end)) == ("2014-05-07 00:00:00", "2014-05-07 06:00:00")


@pytest.mark.parametrize(
    ("words", "edge"),
    [
        ("not before", "after"),
        ("no earlier than", "after"),
        ("on or after", "after"),
        ("no later than", "before"),
        ("up to and including", "before"),
        ("on or before", "before"),
    ],
)
def test_a_limit_is_open_on_one_side(words: str, edge: str) -> None:
    articles = pl.DataFrame({"article_id": ["a"], "text": [f"Bids are taken {words} 5 May 2016."]})
    assert find_dates(articles)["open"].to_list() == [edge]


SHORT_YEARS = [
    ("The Estates met in 1789. In January 1790 they voted. The men of '93 were gone by 1796.", "'93", "1793", "told around"),
    ("War came in 1861. The elections of '64 were held in November 1864. In 1865 it ended.", "'64", "1864", "told around"),
    ("The ship sank in 1912. In 1913 a court met. A film of '97 told the story.", "'97", "1997", "usual one"),
    ("The mill closed in May '89.", "May '89", "1989-05", "usual one"),
    ("The war ran from 1861 to 1865. In 1866 it was over. In the sixties trade fell.", "the sixties", "186", "told around"),
    ("Fashion changed in the '60s.", "the '60s", "196", "usual one"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "phrase", "value", "reason"), SHORT_YEARS)
def test_a_year_of_two_figures_says_whose_century_it_has(text: str, phrase: str, value: str, reason: str) -> None:
    found = find_dates(articles(text)).row(by_predicate=pl.col("text") == phrase, named=True)
    assert (found["value"], found["certainty"]) == (value, "inferred")
    assert reason in found["why"]


def test_the_tense_before_a_day_holds_for_the_next_one() -> None:
    assert dates_of("The council will meet on Monday in Paris and on Saturday in Rome.") == [
        ("Monday", "2015-11-23"),
        ("Saturday", "2015-11-21"),
    ]
    assert dates_of("The crew landed on Thursday in Oslo and on Friday in Bergen.") == [
        ("Thursday", "2015-11-12"),
        ("Friday", "2015-11-13"),
    ]


def test_a_day_counted_from_nobody_knows_when_stays_undated() -> None:
    found = find_dates(
        articles("The talks began on 3 May 2015. On the second day they failed; today is the third day of rain.")
    )
    assert found.select("text", "start_day").rows()[1:] == [
        ("the second day", None),
        ("today", 16757),
        ("the third day", 16757),
    ]
    assert found["why"][1] == "“the second day” is counted from a day that is not told"


@pytest.mark.parametrize("collects", [True, False])
def test_reading_leaves_the_collector_as_it_was(collects: bool) -> None:
    before = gc.isenabled()
    try:
        (gc.enable if collects else gc.disable)()
        readings(pl.Series(["3 May"]))
        assert gc.isenabled() is collects
        with pytest.raises(TypeError):
            readings(pl.Series([3]))
        assert gc.isenabled() is collects
    finally:
        (gc.enable if before else gc.disable)()


def test_the_end_of_a_list_lends_its_year_to_all_before_it() -> None:
    assert dates_of("It rained in April, May and June 2014.") == [
        ("April", "2014-04"),
        ("May", "2014-05"),
        ("June 2014", "2014-06"),
    ]
    assert [value for _, value in dates_of("In November, December and January 2014 it snowed.")] == [
        "2013-11",
        "2013-12",
        "2014-01",
    ]
    assert [value for _, value in dates_of("In May 2013, June and July 2014 it snowed.")] == [
        "2013-05",
        "2014-06",
        "2014-07",
    ]


COMING = [(group, word) for group, words in STILL_TO_COME.items() for word in words]


@pytest.mark.parametrize(("group", "word"), COMING)
def test_a_word_of_what_is_still_to_come_is_known_to_dates_and_to_publication(group: str, word: str) -> None:
    text = f"They {word}{' to vote on' if group == 'purpose' else ''} Monday."
    found = find_dates(pl.DataFrame({"text": [text], "published": [date(2015, 11, 18)], "language": ["en"]}))
    assert found["value"].to_list() == ["2015-11-23"]
    assert AHEAD_WORDS.search(text)
