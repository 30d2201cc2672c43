"""Code Quality reports: the documented shape, and fingerprints that neither clash nor move."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from jmap.reports.gitlab import gitlab
from jmap.reports.run import Run
from jmap.reports.style import Style
from jmap.source import SourceFile, Span
from tests.tools import sarif
from tests.tools.found import ARABIC_LETTER, ENGLISH, FOUND, MOOD, OWNERLESS, PERSIAN, PIPED, RUN

SCHEMA = json.loads(
    (Path(sarif.__file__).parent / "schemas/code-quality.schema.json").read_text("utf-8")
)


def told(run: Run) -> Any:
    found = json.loads(gitlab(run, Style()))
    Draft202012Validator(SCHEMA).validate(found)
    return found


def test_a_finding_has_every_part() -> None:
    (found,) = told(Run((OWNERLESS,)))
    mark = found.pop("fingerprint")

    assert len(mark) == 64
    assert found == {
        "description": "nobody owns the touchpoint `web` [see](1) {0} — name a team: owner NAME",
        "check_name": "touchpoint-without-owner",
        "severity": "major",
        "location": {"path": ENGLISH.path, "lines": {"begin": 3, "end": 3}},
    }


def test_all_findings_are_there() -> None:
    found = told(RUN)

    assert [each["check_name"] for each in found] == [item.name for item in FOUND]
    assert [each["severity"] for each in found] == [
        "critical", "major", "info", "critical", "critical",
    ]  # fmt: skip
    assert found[2]["location"]["path"] == PERSIAN.path
    assert found[4]["location"]["path"] == "stdin"


@pytest.mark.parametrize("path", ["./a.jmap", ".//./a.jmap", "a.jmap"])
def test_a_path_has_no_dot_before_it(path: str) -> None:
    (found,) = told(Run((replace(PIPED, source=SourceFile(path, "x")),)))

    assert found["location"]["path"] == "a.jmap"


def test_fingerprints_do_not_clash() -> None:
    found = told(Run((*FOUND, *FOUND, replace(MOOD, address=""), replace(MOOD, message="other"))))
    marks = [each["fingerprint"] for each in found]

    assert len(set(marks)) == len(marks) == 12
    assert marks[:5] == [each["fingerprint"] for each in told(RUN)]


def test_a_fingerprint_holds_no_place() -> None:
    moved = replace(
        ARABIC_LETTER, source=SourceFile(PERSIAN.path, "\n" * 50 + PERSIAN.text), span=Span(56, 57)
    )

    assert told(Run((moved,)))[0]["location"]["lines"]["begin"] == 51
    assert told(Run((moved,)))[0]["fingerprint"] == told(Run((ARABIC_LETTER,)))[0]["fingerprint"]


def test_the_schema_sees_a_fault() -> None:
    (found,) = told(Run((OWNERLESS,)))

    for key in found:
        spoiled = {name: value for name, value in found.items() if name != key}
        assert list(Draft202012Validator(SCHEMA).iter_errors([spoiled]))
