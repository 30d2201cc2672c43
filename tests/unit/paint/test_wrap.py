"""Wrapping loses nothing, is never too wide, never tears letters, and says when it cuts."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jmap.paint.characters import visible
from jmap.paint.graphemes import chunks, split
from jmap.paint.measure import measure
from jmap.paint.wrap import ELLIPSIS, Lines, wrap

ISOLATION = dict.fromkeys(range(0x2066, 0x206A))
PERSIAN = "مشتری سه تعرفه را مقایسه می\u200cکند و بهترین را برمی\u200cگزیند"
ENGLISH = "Compares three tariffs on the price-comparison/check site"
LETTERS = st.text(
    st.sampled_from(
        "abcWi .,-/0123 \n\u0627\u0628\u0644\u0645\u06cc\u0631\u062f\u200c\u064e語\u0301\U0001f600"
    )
    | st.characters(exclude_categories=["Cs"]),
    max_size=120,
)


def kept(text: str) -> str:
    """What can be drawn; isolation that lines tear apart goes."""
    return visible(text).translate(ISOLATION)


def ink(text: str) -> str:
    return "".join(c for c in text.translate(ISOLATION) if not c.isspace() and c != "\u200d")


@given(text=LETTERS, width=st.floats(8, 200), bold=st.booleans())
def test_nothing_is_lost_and_no_line_is_too_wide(text: str, width: float, *, bold: bool) -> None:
    lines = wrap(text, width, 12, bold=bold)
    assert ink("".join(lines.lines)) == ink(kept(text))
    assert not lines.cut
    for line in lines.lines:
        wide = measure(line, 12, bold=bold)
        assert wide <= width + 0.01 or len(split(line.strip("\u200d"))) == 1
        assert wide <= lines.width + 0.001


@given(LETTERS, st.floats(30, 120), st.integers(1, 3))
def test_a_cut_is_said_and_shown(text: str, width: float, most: int) -> None:
    whole = wrap(text, width, 12)
    lines = wrap(text, width, 12, max_lines=most)
    assert len(lines.lines) <= most
    assert lines.cut == (len(whole.lines) > most)
    if lines.cut:
        assert lines.lines[-1].endswith(ELLIPSIS)
        assert lines.lines[:-1] == whole.lines[: most - 1]
        assert measure(lines.lines[-1], 12) <= width + 0.01
    else:
        assert lines == whole


@given(LETTERS, st.floats(8, 60))
def test_no_line_begins_with_a_mark(text: str, width: float) -> None:
    starts = " " + text.replace("\n", " ")
    for line in wrap(text, width, 12).lines:
        if line and unicodedata.category(line[0]) in ("Mn", "Me", "Mc"):
            assert any(
                f"{space}{line[0]}" in starts for space in (c for c in starts if c.isspace())
            )


def test_words_stay_whole_where_they_fit() -> None:
    for text in (PERSIAN, ENGLISH.replace("-", " ").replace("/", " ")):
        assert " ".join(wrap(text, 110, 13).lines) == text


def test_hyphens_and_slashes_are_places_to_break() -> None:
    assert chunks("price-comparison/check") == ["price-", "comparison/", "check"]
    assert chunks("2026-11-21") == ["2026-11-21"]
    assert chunks("24/7") == ["24/7"]
    assert chunks("-2") == ["-2"]


def test_joined_letters_keep_their_shape_when_a_word_is_broken() -> None:
    lines = wrap("ببببببببببببببببب", 40, 13).lines
    assert len(lines) > 1
    assert all(line.endswith("\u200d") for line in lines[:-1])
    assert all(line.startswith("\u200d") for line in lines[1:])


@pytest.mark.parametrize("word", ["ببببببببببببببببب", "عععععععععععع", "ککککککککککک"])
def test_broken_joined_words_fit(word: str) -> None:
    for width in range(20, 60):
        assert all(measure(line, 13) <= width for line in wrap(word, width, 13).lines)


def test_a_long_word_breaks_where_letters_do_not_join() -> None:
    lines = wrap("دستورالعمل\u200cهای", 46, 13).lines
    assert len(lines) > 1
    assert "\u200d" not in "".join(lines)


@pytest.mark.parametrize("cluster", ["e\u0301", "👩\u200d👩\u200d👧", "🇮🇷", "👍🏽", "بَ"])
def test_clusters_are_not_torn(cluster: str) -> None:
    assert split(cluster * 3) == [cluster] * 3


def test_line_feeds_break_and_empty_lines_stay() -> None:
    assert wrap("a\n\nb", 100, 12).lines == ("a", "", "b")
    assert wrap("a\r\nb", 100, 12).lines == ("a", "b")
    assert wrap("", 100, 12) == Lines(("",), 0.0)


def test_a_very_long_word_takes_little_time() -> None:
    assert len(wrap("x" * 20_000, 100, 13).lines) > 1000
