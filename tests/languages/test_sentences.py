"""Where sentences begin and end, in text as it is found."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.languages.en.sentences import LONGEST, split_sentences

CASES = [
    ["The talks failed.", "Nobody was surprised."],
    ["He arrived on Oct. 5 with Gen. Smith and Dr. J. F. Miller."],
    ["The U.S. envoy left.", "He said nothing."],
    ["They met in the U.S.", "The envoys left."],
    ["Prices rose 3.5 percent in No. 4 Dock St. on Friday."],
    ["“Why now?” he asked.", "Nobody knew."],
    ["Why now? - asked a reporter.", "Nobody knew."],
    ["“We shall see.” – said the minister.", "He left."],
    ["“We shall see.”", "The minister left."],
    ["“It is over. – repeated the envoy. – We go home.”"],
    ["What is next?!", "More talks."],
    ["The bank lent it to Smith & Sons Inc. for a year.", "It failed."],
    ["The meeting began at 9 a.m. on Monday.", "It ended at 5 p.m.", "The ministers flew home."],
    ["A vote (the third!) is due.", "The house waits..."],
    ["The law passed 12-3.", "In 2014, it failed."],
    ["Jan.-Feb. 2014: talks in Geneva."],
    ["Am 7. Oktober 2015 begann es.", "Danach kam Ruhe."],
    ["会议于周五结束。", "他们回家了。"],
]


@pytest.mark.parametrize("sentences", CASES, ids=lambda sentences: sentences[0][:30])
def test_sentences_of_a_line(sentences: list[str]) -> None:
    text = " ".join(sentences)
    if sentences[0].endswith("。"):
        text = "".join(sentences)
    assert [text[start:end] for start, end in split_sentences(text)] == sentences


def test_a_line_break_ends_a_sentence() -> None:
    text = "See also\nTalks of 3 May\n\n  The envoys left  \nhome."
    assert [text[start:end] for start, end in split_sentences(text)] == [
        "See also",
        "Talks of 3 May",
        "The envoys left",
        "home.",
    ]


def test_a_dateline_belongs_to_the_sentence_it_opens() -> None:
    text = "SOCHI, October 22. /AGENCY/. The envoy spoke. He left."
    assert [text[start:end] for start, end in split_sentences(text, dateline_end=29)] == [
        "SOCHI, October 22. /AGENCY/. The envoy spoke.",
        "He left.",
    ]


def test_endless_lines_are_cut_between_words() -> None:
    text = "word " * 10_000
    spans = split_sentences(text)
    assert all(end - start <= LONGEST for start, end in spans)
    assert all(text[start:end].rsplit(maxsplit=1)[-1] == "word" for start, end in spans)


@given(st.text(alphabet=st.sampled_from("aB .?!\n\t“”'\"-–/0。é\u00a0"), max_size=200))
def test_spans_cover_all_that_is_not_white_space(text: str) -> None:
    spans = split_sentences(text)
    covered = set()
    for start, end in spans:
        assert start < end
        assert text[start:end] == text[start:end].strip()
        assert covered.isdisjoint(range(start, end))
        covered |= set(range(start, end))
    assert all(character.isspace() for index, character in enumerate(text) if index not in covered)
