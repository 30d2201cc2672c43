"""Formatting: what it refuses and what it proves. Layouts are golden files."""

from dataclasses import replace

import pytest

import jmap.format as formatting
from jmap.format import format_source, main_language
from jmap.format.layout import Layout
from jmap.format.reading import Reading, read
from jmap.source import SourceFile


def source(text: str) -> SourceFile:
    return SourceFile("t.jmap", text)


@pytest.mark.parametrize(
    "text", ["persona a {", "agee 3", 'persona a "x', "}", "persona a { age 300 }"]
)
def test_a_text_with_errors_is_left_as_it_is(text: str) -> None:
    result = format_source(source(text))

    assert not result.ok
    assert result.text == text
    assert not result.changed


def test_what_an_id_refers_to_does_not_matter() -> None:
    assert format_source(source("journey j { owner nobody }\n")).ok


def test_facts_that_contradict_each_other_can_be_laid_out() -> None:
    text = "journey j { stage s { touchpoint t { current 4m; desired 5% } } }"

    assert format_source(source(text)).ok


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("", "en"),
        ("persona a", "en"),
        ("پرسونا a", "fa"),
        ("پرسونا a\npersona b", "en"),
        ("پرسونا a { سن ۲ }\npersona b", "fa"),
    ],
)
def test_the_language_of_most_keywords_leads(text: str, language: str) -> None:
    assert main_language(read(source(text))) == language


@pytest.mark.parametrize(
    "text", ['persona a ""', 'journey j { stage s { touchpoint t { effect + "" } } }']
)
def test_empty_text_is_no_fault_of_the_formatter(text: str) -> None:
    assert "format-unproven" not in [item.name for item in format_source(source(text)).diagnostics]


def test_was_without_an_id_is_no_fault_of_the_formatter() -> None:
    text = 'journey j { stage s { pain "x" was old } }'

    assert "format-unproven" not in [item.name for item in format_source(source(text)).diagnostics]


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("29", "30", "would change what it says"),
        ("}", "", "would change what it says"),
        ("# c", "# d", "would lose or move a comment"),
        (" # c", "", "would lose or move a comment"),
    ],
)
def test_a_layout_that_cannot_be_proved_is_not_used(
    monkeypatch: pytest.MonkeyPatch, old: str, new: str, reason: str
) -> None:
    class Spoiled(Layout):
        def text(self) -> str:
            return super().text().replace(old, new)

    monkeypatch.setattr(formatting, "Layout", Spoiled)
    text = 'persona a {\n  age 29 # c\n  job "x"\n}\n'
    result = format_source(source(text))

    assert [item.name for item in result.diagnostics] == ["format-unproven"]
    assert result.text == text
    assert reason in result.diagnostics[0].message


def test_a_layout_that_would_change_again_is_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    class Growing(Layout):
        def text(self) -> str:
            return super().text() + "\n" * self._source.text.count("\n")

    monkeypatch.setattr(formatting, "Layout", Growing)
    result = format_source(source("persona a\npersona b\n"))

    assert "would be formatted differently the next time" in result.diagnostics[0].message


def test_readings_of_one_meaning_are_equal() -> None:
    one, two = read(source("persona a { age 29 }")), read(source("پرسونا a{\n\nسن ۲۹}"))

    assert isinstance(one, Reading)
    assert one.fields == two.fields
    assert replace(one, fields={}).fields != two.fields


@pytest.mark.parametrize(
    "text",
    [
        "",
        "# a\n",
        "persona a\n",
        "# a\n\n# b\npersona a # c\n",
        "journey j { # c\n}\n",
        "پرسونا آ { سن ۲۹ }\n",
    ],
)
def test_what_is_laid_out_stays(text: str) -> None:
    assert not format_source(source(text)).changed
