"""A date that opens a line, or that dates a quotation, is what stands below it is counted from."""

from __future__ import annotations

from datetime import date

import polars as pl
import pytest

from timeline import find_dates

LISTS = [
    ("1887\n3 June - The mill opens.\n9 August - It burns.\n1888\n2 March - It is rebuilt.", "1887-06-03 1887-08-09 1888-03-02"),
    ("# 1887\n\n- 3 June: The mill opens.\n- 9 August: It burns.", "1887-06-03 1887-08-09"),
    ("6 October 2011: Writ.\n\n4 November: Reply.\n\n7 January: Hearing.\n\n8 May 2012: Ruling.", "2011-10-06 2011-11-04 2012-01-07 2012-05-08"),
    ("8 May 2012: Ruling.\n7 January: Hearing.\n4 November: Reply.\n6 October 2011: Writ.", "2012-05-08 2012-01-07 2011-11-04 2011-10-06"),
    ("8 May 2012: Ruling.\n6 May: Reply.", "2012-05-08 2012-05-06"),
    ("| 6 October 2011 | Writ |\n| 4 November | Reply |\n| 8 May 2012 | Ruling |", "2011-10-06 2011-11-04 2012-05-08"),
]  # fmt: skip
ANCHORED = [
    ("en", "Tuesday, 9 March 1886\nSnow.\n\nThu. 11 March\nYesterday the lake froze. We shall leave on Monday.", "1886-03-10 1886-03-15"),
    ("en", "[2019-05-03 18:01] ivo: Yesterday the van was sold\n[2019-05-07 09:12] ana: He fled yesterday", "2019-05-02 2019-05-06"),
    ("en", "3 May 2019: The mill shut the day before yesterday.\n9 May 2019: It opens tomorrow.\n\nThe owner wept yesterday.", "2019-05-01 2019-05-10 2020-01-31"),
    ("en", "On 4 June 2018 she wrote: “I shall pay tomorrow.” She paid yesterday.", "2018-06-05 2020-01-31"),
    ("en", "She wrote to them on 4 June 2018: 'Yesterday I paid.'", "2018-06-03"),
    ("en", "On 4 June 2018 the mill burned. “We saw smoke yesterday,” he said.", "2020-01-31"),
    ("de", "Am 4. Juni 2018 schrieb sie: „Ich zahle morgen.“", "2018-06-05"),
]  # fmt: skip


def days(text: str, language: str = "en") -> pl.DataFrame:
    given = pl.DataFrame({"text": [text], "published": [date(2020, 2, 1)], "language": [language]})
    return find_dates(given).filter(pl.col("grain") == "day")


@pytest.mark.parametrize(("text", "expected"), LISTS)
def test_a_line_takes_the_year_of_the_one_above(text: str, expected: str) -> None:
    found = days(text)
    assert " ".join(found["value"]) == expected
    lent = ~found["text"].str.contains("[0-9]{4}")
    assert set(found.filter(lent)["certainty"]) == {"inferred"}


@pytest.mark.parametrize(("language", "text", "expected"), ANCHORED)
def test_what_stands_below_a_date_is_counted_from_it(language: str, text: str, expected: str) -> None:
    found = days(text, language).filter(~pl.col("text").str.contains("[0-9]"))
    assert " ".join(found["value"]) == expected


PASSAGES = [
    ("en", 'The order read "Geschlossen seit dem 7. März 2018", and was signed on 9 March 2018.', "2018-03-07 2018-03-09"),
    ("en", "The paper wrote «7 марта 2018 года взорван мост» on 9 March 2018.", "2018-03-07 2018-03-09"),
    ("en", "The plate says so. Cerrado desde el 7 de marzo de 2018. It was cast on 9 March 2018.", "2018-03-07 2018-03-09"),
    ("de", "Am 3. Mai 2018 hing dort: “The lift was closed on March 7, 2018 by the owner.” Das war alles.", "2018-05-03 2018-03-07"),
    ("en", "On 9 March 2018 some 15 people 1999 miles away heard it.", "2018-03-09"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "expected"), PASSAGES)
def test_a_passage_is_read_in_its_own_language(language: str, text: str, expected: str) -> None:
    assert " ".join(days(text, language)["value"]) == expected
