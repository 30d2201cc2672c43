"""Findings as people and programs read them: places, carets, and nothing that steers a terminal."""

import json
from typing import Any

import pytest

from jmap import limits
from jmap.diagnostics import Diagnostic, Label, Severity, has_errors, in_order
from jmap.reports.json import diagnostics_json
from jmap.reports.style import Style
from jmap.reports.text import diagnostics_text, summary
from jmap.reports.visible import visible, width
from jmap.source import SourceFile, Span
from tests.tools.runner import commands


def finding(text: str, start: int, end: int, **more: Any) -> Diagnostic:
    return Diagnostic(
        "a-name", "what is wrong", SourceFile("dir/a.jmap", text), Span(start, end), **more
    )


def lines(item: Diagnostic) -> list[str]:
    return diagnostics_text([item], Style()).split("\n")


def test_a_finding_has_its_place_line_caret_and_help() -> None:
    item = finding("one\n  two three\n", 6, 9, help="type this")

    assert lines(item) == [
        "dir/a.jmap:2:3: error[a-name] what is wrong",
        "   2 |   two three",
        "     |   ^^^",
        "     help: type this",
        "",
    ]


def test_a_second_place_is_named() -> None:
    other = SourceFile("b.jmap", "x\ny")
    item = finding("abc", 0, 1, labels=(Label(other, Span(2, 3), "the first one is here"),))

    assert "     (b.jmap:2:1 the first one is here)" in lines(item)


@pytest.mark.parametrize(
    ("text", "start", "end", "shown", "caret"),
    [
        ("\tab", 1, 3, " ab", " ^^"),
        ("漢字x", 2, 3, "漢字x", "    ^"),
        ("نیم‌فاصله x", 10, 11, "نیم‌فاصله x", "         ^"),
        ("e\u0301x", 2, 3, "e\u0301x", " ^"),
        ("a\x1bb", 2, 3, "a\\x1bb", "     ^"),
        ("a\u202eb", 1, 2, "a\\u202eb", " ^^^^^^"),
        ("ab", 2, 2, "ab", "  ^"),
        ("ab\ncd", 1, 5, "ab", " ^"),
    ],
)
def test_the_caret_stands_under_what_is_meant(
    text: str, start: int, end: int, shown: str, caret: str
) -> None:
    _, source, marks, *_ = lines(finding(text, start, end))

    assert source == f"   1 | {shown}"
    assert marks == f"     | {caret}"


def test_a_long_line_is_cut_around_the_place() -> None:
    text = "a" * 5000 + "X" + "b" * 5000
    _, source, marks, *_ = lines(finding(text, 5000, 5001))

    assert len(source) < 130
    assert source[marks.index("^")] == "X"


def test_many_findings_are_counted() -> None:
    found = [finding("abc", 0, 1)] * (limits.SHOWN + 7)

    assert diagnostics_text(found, Style()).endswith("… and 7 more\n")
    assert diagnostics_text([], Style()) == ""


@pytest.mark.parametrize(
    ("severities", "expected"),
    [
        ([], "2 files checked, nothing to say\n"),
        (["error"], "1 error in 2 files\n"),
        (
            ["error", "error", "warning", "info", "info"],
            "2 errors, 1 warning, 2 notes in 2 files\n",
        ),
    ],
)
def test_the_summary_counts(severities: list[str], expected: str) -> None:
    found = [finding("", 0, 0, severity=Severity(name)) for name in severities]

    assert summary(found, 2, Style()) == expected
    assert has_errors(found) == ("error" in severities)


def test_colour_marks_and_changes_nothing_else() -> None:
    item = finding(
        "one two", 4, 7, help="type this", labels=(Label(SourceFile("b", "x"), Span(0, 1), "here"),)
    )
    plain, coloured = (diagnostics_text([item], Style(colour)) for colour in (False, True))

    assert "\x1b[" in coloured
    bare = coloured
    for code in ("0", "1", "2", "32", "1;31"):
        bare = bare.replace(f"\x1b[{code}m", "")
    assert bare == plain


@pytest.mark.parametrize(
    "text",
    [
        "\x1b[31m",
        "\x07",
        "\x9b1m",
        "\n::error::",
        "\r",
        "\u202e",
        "\u2066",
        "\u2028",
        "\ufeff",
        "\ud800",
    ],
)
def test_nothing_steers_a_terminal(text: str) -> None:
    item = Diagnostic("a-name", text, SourceFile(text, text), Span(0, 1), help=text)

    assert text not in diagnostics_text([item], Style())
    assert visible(text).isprintable()


def test_nothing_is_a_command_to_what_reads_the_log() -> None:
    text = "::error::x ##[add-mask]y #\u200c#[debug]z"
    item = Diagnostic(
        "a-name", text, SourceFile(text, text), Span(0, 1), help=text,
        labels=(Label(SourceFile(text, "x"), Span(0, 1), text),),
    )  # fmt: skip

    assert commands(text)
    assert commands(diagnostics_text([item], Style())) == []
    assert diagnostics_text([item], Style()).startswith("./::error::x \\x23#[add-mask]y")


def test_widths() -> None:
    assert width("abc") == 3
    assert width("سلام") == 4
    assert width("漢字") == 4
    assert width("نیم‌فاصله") == 8
    assert width("e\u0301") == 1


def test_json_has_every_part() -> None:
    item = finding(
        "one\ntwo", 4, 7, help="h", labels=(Label(SourceFile("b", "x"), Span(0, 1), "m"),)
    )
    (found,) = json.loads(diagnostics_json([item]))["diagnostics"]

    assert found == {
        "name": "a-name", "severity": "error", "message": "what is wrong", "help": "h",
        "path": "dir/a.jmap", "line": 2, "column": 1, "end_line": 2, "end_column": 4,
        "labels": [
            {"message": "m", "path": "b", "line": 1, "column": 1, "end_line": 1, "end_column": 2}
        ],
        "address": "", "fix": None,
    }  # fmt: skip


def test_findings_stand_in_order_and_once() -> None:
    a, b = SourceFile("a", "xyz"), SourceFile("b", "xyz")
    late = Diagnostic("n", "m", b, Span(0, 1))
    second = Diagnostic("n", "m", a, Span(2, 3))
    first = Diagnostic("n", "m", a, Span(1, 2))

    assert in_order([late, second, first, second]) == (first, second, late)
