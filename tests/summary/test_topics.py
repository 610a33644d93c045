"""A topic keeps the rest of a pile out: which articles are about it, and which only mention it."""

from __future__ import annotations

import polars as pl
import pytest

from timeline.summary.topics import HEAD, about

FAR = "The harbour was quiet and nobody came. " * (HEAD // 30)  # so long that what follows is not among the first lines


def is_about(topic: str, text: str, title: str | None = None) -> bool:
    return (
        about(
            pl.DataFrame({"title": [title], "text": [text]}, schema={"title": pl.String, "text": pl.String}), topic
        ).height
        == 1
    )


@pytest.mark.parametrize(
    ("topic", "text"),
    [
        ("ceasefire", "The ceasefire held."),
        ("ceasefire", "Two ceasefires were broken."),
        ("ceasefires", "A ceasefire was broken."),
        ("ceasefire", "The ceasefire’s end came soon."),
        ("CEASEFIRE", "A ceasefire held."),
        ("russia", "Russian jets took off."),
        ("russian", "Russia sent its jets."),
        ("syria russia", "Russian jets were seen over Syria."),
        ('"supreme court"', "The Supreme Court ruled."),
        ("u.s. bridge", "The U.S. paid for the bridge."),
        ("c++ (draft", "The C++ committee met on the (draft text."),
        # Of three words or more two in three will do.
        ("syria russia vienna", "Russian jets were seen over Syria."),
        ("syria russia vienna geneva", "Russian jets were seen over Syria, it was said in Vienna."),
        # Far down, a word must be found twice.
        ("tunnel", f"{FAR} The tunnel was dug. The tunnel was closed."),
    ],
)
def test_an_article_about_a_topic_is_kept(topic: str, text: str) -> None:
    assert is_about(topic, text)


@pytest.mark.parametrize(
    ("topic", "text"),
    [
        ("fire", "The ceasefire held."),
        ("ceasefire", "They ceased to fire."),
        ("gas", "The gasworks were shut."),
        ("ira", "Iranian ships came."),
        ('"supreme court"', "The court met; the supreme leader spoke."),
        ("syria russia", "Russian jets took off. Russia paid for them."),
        ("syria russia vienna", "Russian jets took off. Russia paid for them."),
        ("syria russia vienna geneva", "Russian jets were seen over Syria."),
        ("tunnel", f"{FAR} The tunnel was dug."),
    ],
)
def test_an_article_that_is_not_about_it_is_left_out(topic: str, text: str) -> None:
    assert not is_about(topic, text)


def test_a_title_is_among_the_first_lines_and_may_be_missing() -> None:
    assert is_about("tunnel", FAR, title="A tunnel for the north")
    assert not is_about("tunnel", FAR, title="A bridge for the north")
    assert about(pl.DataFrame({"text": ["A tunnel was dug."]}), "tunnel").height == 1


@pytest.mark.parametrize("topic", ["", "  ", '""', "?", '"..."'])
def test_a_topic_needs_a_word(topic: str) -> None:
    with pytest.raises(ValueError, match="at least one word"):
        is_about(topic, "They met.")
