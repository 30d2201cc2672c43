"""What reviewdog reads: the documented shape, bytes for columns, and suggestions that fit."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from jmap.diagnostics import Diagnostic, Edit, Fix
from jmap.reports.rdjson import rdjson
from jmap.reports.run import Run
from jmap.reports.style import Style
from jmap.source import SourceFile, Span
from tests.tools import sarif
from tests.tools.found import ARABIC_LETTER, ENGLISH, MOOD, OWNERLESS, PERSIAN, PIPED, RUN

SCHEMA = json.loads((Path(sarif.__file__).parent / "schemas/rdjson.schema.json").read_text("utf-8"))


def told(run: Run) -> Any:
    found = json.loads(rdjson(run, Style()))
    Draft202012Validator(SCHEMA).validate(found)
    return found


def applied(source: SourceFile, suggestion: dict[str, Any]) -> str:
    """The text as reviewdog would change it: lines as in a file, columns in bytes."""
    content = source.text.encode()
    lines = content.split(b"\n")
    ends = []
    for end in ("start", "end"):
        place = suggestion["range"][end]
        before = sum(len(line) + 1 for line in lines[: place["line"] - 1])
        ends.append(before + place["column"] - 1)
    text: str = suggestion["text"]
    return (content[: ends[0]] + text.encode() + content[ends[1] :]).decode()


def test_the_result_names_its_source() -> None:
    found = told(RUN)

    assert found["source"] == {"name": "jmap"}
    assert found["severity"] == "ERROR"
    assert told(Run((ARABIC_LETTER, OWNERLESS)))["severity"] == "WARNING"
    assert told(Run(())) == {"source": {"name": "jmap"}, "diagnostics": []}


def test_a_diagnostic_has_every_part() -> None:
    (found,) = told(Run((OWNERLESS,)))["diagnostics"]

    assert found["message"].split("\n") == [
        "nobody owns the touchpoint `web` [see](1) {0}",
        "help: name a team: owner NAME",
        "(نقشه‌ها/خرید\\x0aتازه.jmap:2:9 as here)",
        "(maps/home, 100% sure/a b.jmap:1:1 in it)",
    ]
    assert found["location"]["path"] == ENGLISH.path
    assert found["severity"] == "WARNING"
    assert found["code"] == {"value": "touchpoint-without-owner"}


def test_columns_count_bytes() -> None:
    source = SourceFile("a", "a𐐀b\nیک x")
    found = told(
        Run(
            (
                Diagnostic("n", "m", source, Span(2, 3)),
                Diagnostic("n", "m", source, Span(7, 8)),
                Diagnostic("n", "m", source, Span(2, 7)),
                Diagnostic("n", "m", source, Span(99, 99)),
            )
        )
    )["diagnostics"]
    ranges = [each["location"]["range"] for each in found]

    assert ranges[0] == {"start": {"line": 1, "column": 6}, "end": {"line": 1, "column": 7}}
    assert ranges[1] == {"start": {"line": 2, "column": 6}, "end": {"line": 2, "column": 7}}
    assert ranges[2] == {"start": {"line": 1, "column": 6}, "end": {"line": 2, "column": 6}}
    assert ranges[3] == {"start": {"line": 2, "column": 7}, "end": {"line": 2, "column": 7}}


@pytest.mark.parametrize(
    ("item", "before", "after"),
    [
        (OWNERLESS, "touchpoint  web", "touchpoint x"),
        (ARABIC_LETTER, "خريد ", "خرید "),
        (MOOD, "احساس ۹", "احساس ۵"),
    ],
)
def test_a_suggestion_does_what_the_fix_does(item: Diagnostic, before: str, after: str) -> None:
    (found,) = told(Run((item,)))["diagnostics"]
    (suggestion,) = found["suggestions"]

    assert applied(item.source, suggestion) == item.source.text.replace(before, after)


@pytest.mark.parametrize(
    "edits", [(), (Edit(Span(0, 5), "x"), Edit(Span(3, 6), "y"))], ids=["none", "overlapping"]
)
def test_what_cannot_be_one_edit_is_no_suggestion(edits: tuple[Edit, ...]) -> None:
    (found,) = told(Run((replace(PIPED, fix=Fix("t", edits)),)))["diagnostics"]

    assert "suggestions" not in found


def test_paths() -> None:
    found = told(Run((MOOD, PIPED)))["diagnostics"]

    assert [each["location"]["path"] for each in found] == [PERSIAN.path, "stdin"]


def test_the_schema_sees_a_fault() -> None:
    found = told(Run((OWNERLESS,)))
    found["diagnostics"][0]["relatedLocations"] = []

    assert list(Draft202012Validator(SCHEMA).iter_errors(found))
