"""Lines and columns: a line ends at LF, CRLF and CR, and nowhere else."""

import pytest

from jmap.source import Position, SourceFile
from jmap.syntax.braces import missing_braces
from jmap.syntax.fold import fold, latin_digits


@pytest.mark.parametrize(
    ("text", "offset", "expected"),
    [
        ("", 0, (1, 1)),
        ("abc", 2, (1, 3)),
        ("a\nb", 2, (2, 1)),
        ("a\r\nb", 3, (2, 1)),
        ("a\rb", 2, (2, 1)),
        ("a\n\rb", 3, (3, 1)),
        ("a\u2028b\x85c\x0bd\x0ce", 8, (1, 9)),
        ("🙂b", 1, (1, 2)),
        ("a\n", 2, (2, 1)),
        ("a", 99, (1, 2)),
    ],
)
def test_positions(text: str, offset: int, expected: tuple[int, int]) -> None:
    assert SourceFile("t", text).position(offset) == Position(*expected)


def test_lines() -> None:
    source = SourceFile("t", "one\r\ntwo\u2028still\rthree\n")

    assert [source.line(number) for number in (1, 2, 3, 4)] == [
        "one",
        "two\u2028still",
        "three",
        "",
    ]


@pytest.mark.parametrize(
    ("typed", "folded"),
    [
        ("نقطه‌تماس", "نقطهتماس"),
        ("كيفي", "کیفی"),
        ("e\u0301", "é"),
        ("plain", "plain"),
        ("Plain", "Plain"),
        ("دربارهٔ", "دربارهٔ"),
    ],
)
def test_words_that_look_the_same_are_the_same(typed: str, folded: str) -> None:
    assert fold(typed) == fold(folded)
    assert fold(fold(typed)) == fold(typed)


def test_digits_of_all_scripts() -> None:
    assert latin_digits("−۱۲٬۳۴۵٫۶٪") == "-12345.6%"
    assert latin_digits("٠١٢٣٤٥٦٧٨٩") == "0123456789"


def test_a_missing_brace_is_found_by_indentation() -> None:
    text = "a {\n  b {\n    c\n  d\n}\n"
    (found,) = missing_braces(SourceFile("t", text))

    assert text[slice(*found.shown)] == "{"
    assert text.count("\n", 0, found.shown.start) == 1
    assert text[: found.at].endswith("c")


def test_a_missing_opening_brace_is_found_by_indentation() -> None:
    text = "a\n  b {\n    c\n  }\n  d\n}\n"
    (found,) = missing_braces(SourceFile("t", text))

    assert (found.brace, text[: found.at], text[slice(*found.shown)]) == ("{", "a", "a")


def test_no_brace_is_missing_where_they_balance() -> None:
    assert missing_braces(SourceFile("t", "a {\n  b\nc\n}\n")) == []
    assert missing_braces(SourceFile("t", 'a { # {\n "{"\n «{» }\n')) == []
