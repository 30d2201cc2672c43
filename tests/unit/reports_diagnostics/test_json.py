"""Findings as data: every part, places that can be used, and nothing that steers a terminal."""

import json

from jmap.diagnostics import Diagnostic
from jmap.reports.json import diagnostics_json, json_report
from jmap.reports.run import Run
from jmap.reports.style import Style
from jmap.source import SourceFile, Span
from tests.tools.found import ENGLISH, MOOD, OWNERLESS, RUN


def test_a_fix_can_be_applied() -> None:
    (found,) = json.loads(diagnostics_json([OWNERLESS]))["diagnostics"]
    text = ENGLISH.text
    for edit in reversed(found["fix"]["edits"]):
        start = ENGLISH.offset(edit["line"], edit["column"])
        end = ENGLISH.offset(edit["end_line"], edit["end_column"])
        assert edit["path"] == ENGLISH.path
        text = text[:start] + edit["text"] + text[end:]

    assert found["fix"]["title"] == "write `x` and one space"
    assert found["fix"]["safe"] is True
    assert found["address"] == "order.look.web"
    assert text == ENGLISH.text.replace("touchpoint  web", "touchpoint x")


def test_a_proposal_is_not_safe() -> None:
    (found,) = json.loads(diagnostics_json([MOOD]))["diagnostics"]

    assert found["fix"]["safe"] is False


def test_the_summary_counts() -> None:
    told = json.loads(json_report(RUN, Style()))

    assert told["version"] == 1
    assert told["summary"] == {
        "files": 4, "errors": 3, "warnings": 1, "infos": 1,
        "safe_fixes": 2, "unsafe_fixes": 1, "hidden": 2,
    }  # fmt: skip


def test_no_findings_are_an_empty_list() -> None:
    assert json.loads(json_report(Run(()), Style()))["diagnostics"] == []


def test_what_steers_is_escaped_and_kept() -> None:
    text = "a\u202eb\x9bc\ud800d\U000e0041e\x7f\n::error:: ##[debug]"
    item = Diagnostic("a-name", text, SourceFile(text, text), Span(0, 1))
    told = diagnostics_json([item])

    assert json.loads(told)["diagnostics"][0]["message"] == text
    assert json.loads(told)["diagnostics"][0]["path"] == text
    assert "\\udb40\\udc41" in told
    assert told.replace("\n", "").isprintable()
    assert "##[" not in told
