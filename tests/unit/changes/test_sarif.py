"""Changes as SARIF: valid by the schema and the standard's own judge, and true to the changes."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

from jmap.diff.allowed import Allowed
from jmap.model.text import quote_line
from jmap.reports.changes.compared import Compared
from jmap.reports.changes.sarif import sarif
from tests.tools.changes import compared
from tests.tools.sarif import judged, schema_faults
from tests.unit.changes.maps import refund, with_allowance

NO_HOST = "SARIF2005"
"""The project has no address on the web to give."""
TRICKY = "{0} [a](1) \\[b](http://x) ::error::%0A"


def tricky() -> Compared:
    text = f"journey j {quote_line(TRICKY)} {{\n stage s {{\n touchpoint t {quote_line(TRICKY)}"
    text += " {\n current 4\n desired 5\n }\n }\n}\n"
    return compared(text, text.replace("current 4", "current 2"), "a b/#?")


def told(part: Compared) -> Any:
    (run,) = json.loads(sarif([part]))["runs"]
    return run


def test_the_judges_have_no_complaint(tmp_path: Path) -> None:
    allowed = with_allowance(refund(), "gap-widened", Allowed("we [know](x)", "Sam\u202e"))
    noted = replace(refund(), notes=("the gate was changed",))
    logs = [
        sarif(parts)
        for parts in ([], [refund()], [allowed], [noted], [tricky()], [refund(), tricky()])
    ]
    remarks = judged(logs, tmp_path)

    assert [str(remark) for remark in remarks if remark.rule != NO_HOST] == []
    assert [schema_faults(log) for log in logs] == [[]] * len(logs)


def test_what_helps_or_harms_is_a_result() -> None:
    run = told(refund())

    assert [(one["ruleId"], one["level"]) for one in run["results"]] == [
        ("mood-fell", "error"),
        ("gap-widened", "error"),
        ("pain-dropped", "error"),
        ("aim-raised", "note"),
    ]
    rules = run["tool"]["driver"]["rules"]
    for one in run["results"]:
        assert rules[one["ruleIndex"]]["id"] == one["ruleId"]
    assert all("baselineState" not in one for one in run["results"])


def test_a_result_says_where_and_who() -> None:
    result = told(refund(prefix="HEAD:/"))["results"][1]
    (location,) = result["locations"]

    assert result["message"]["text"] == (
        "Calling us: customers wait 30 h instead of 26 h, where 4 h is wanted\nowner: Customer care"
    )
    assert location["physicalLocation"] == {
        "artifactLocation": {"uri": "maps/refund.jmap", "uriBaseId": "SRCROOT"},
        "region": {"startLine": 12, "startColumn": 7, "endLine": 12, "endColumn": 18},
    }
    assert location["logicalLocations"] == [{"fullyQualifiedName": "refund.ask.call"}]


def test_a_fingerprint_is_that_of_the_change() -> None:
    part = refund()
    fingerprints = [one.fingerprint for one in part.changes if one.weight.effect != "neutral"]

    assert [one["partialFingerprints"] for one in told(part)["results"]] == [
        {"jmapChange/v1": each} for each in fingerprints
    ]


def test_what_is_allowed_is_suppressed() -> None:
    run = told(with_allowance(refund(), "gap-widened", Allowed("until May", "Sam Reyes")))
    (result,) = [one for one in run["results"] if "suppressions" in one]

    assert result["ruleId"] == "gap-widened"
    assert result["level"] == "note"
    assert result["suppressions"] == [
        {"kind": "external", "justification": "allowed: until May (Sam Reyes)"}
    ]


def test_notes_on_the_comparison_are_notifications() -> None:
    (invocation,) = told(replace(refund(), notes=("the gate was changed",)))["invocations"]

    assert [one["message"]["text"] for one in invocation["toolExecutionNotifications"]] == [
        "the gate was changed"
    ]
