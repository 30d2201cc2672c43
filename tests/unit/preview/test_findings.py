"""Findings taken apart for a page."""

import pytest

from jmap.loading import load_text
from jmap.preview.findings import Excerpt, findings
from jmap.reports.style import Style
from jmap.reports.text import diagnostics_text


def test_a_finding_says_what_the_check_command_says() -> None:
    loaded = load_text('journey a "A" {\n  stagge b "B"\n}\n')
    (found,) = findings(loaded.diagnostics)
    told = diagnostics_text(loaded.diagnostics, Style())

    assert found.excerpt == Excerpt(2, "  ", "stagge", ' b "B"')
    head = f"{found.place}: {found.severity}[{found.name}] {found.message}\n"
    line = f'   2 |   stagge b "B"\n     | {found.excerpt.indent}{found.excerpt.carets}\n'
    assert told == f"{head}{line}     help: {found.help}\n"


def test_errors_come_first() -> None:
    loaded = load_text(
        'journey a "A" {\n  stage b "B" {\n    feel 9\n  }\n}\npersona p "\u202eP"\n'
    )
    ranks = [item.severity for item in findings(loaded.diagnostics)]

    assert ranks == sorted(ranks, key=["error", "warning", "info"].index)


@pytest.mark.parametrize("at", [0, 40, 300, 990])
def test_a_long_line_is_cut_around_the_place(at: int) -> None:
    text = " " * at + "stagge" + " #" + "x" * (1000 - at)
    (found, *_) = findings(load_text(f'journey a "A" {{\n{text}\n}}\n').diagnostics)

    assert found.excerpt is not None
    assert found.excerpt.marked == "stagge"
    assert len(found.excerpt.before + found.excerpt.marked + found.excerpt.after) <= 102
    assert found.excerpt.before.startswith("…") == (at > 50)


def test_signs_that_steer_a_line_are_written_out() -> None:
    (found, *_) = findings(load_text("\x1b[2J\u202estagge {\n").diagnostics)

    assert found.excerpt is not None
    shown = found.message + found.excerpt.before + found.excerpt.marked + found.excerpt.after
    assert not {"\x1b", "\u202e"} & set(shown)
    assert "\\u202e" in shown


def test_right_to_left_lines_are_known() -> None:
    assert Excerpt(1, "", "مرحلهه", " b").mixed
    assert not Excerpt(1, "", "stagge", " é 🙂").mixed
