"""Changes as JUnit XML: valid, read by a program that others use, and true to the changes."""

from dataclasses import replace
from pathlib import Path

import pytest
from junitparser import Failure, JUnitXml, Skipped
from xmlschema import XMLSchema

from jmap.diff.allowed import Allowed
from jmap.model.text import quote_line
from jmap.reports.changes.compared import Compared
from jmap.reports.changes.junit import junit
from jmap.reports.junit_xml import Case, Suite, junit_xml
from tests.tools import sarif
from tests.tools.changes import compared
from tests.unit.changes.maps import refund, with_allowance

SCHEMA = XMLSchema(str(Path(sarif.__file__).parent / "schemas/junit.xsd"))


def read(*parts: Compared) -> JUnitXml:
    told = junit(parts)
    SCHEMA.validate(told)
    return JUnitXml.fromstring(told.encode())


def test_a_journey_is_a_suite_and_a_change_a_case() -> None:
    found = read(refund())
    suites = {suite.name: suite for suite in found}

    assert (found.tests, found.failures, found.errors, found.skipped) == (6, 3, 0, 0)
    assert list(suites) == ["outside of journeys", "How to get a refund"]
    assert [case.name for case in suites["How to get a refund"]] == [
        "refund title: changed",
        "refund.ask.call feel: mood-fell",
        "refund.ask.call current: gap-widened",
        "refund.ask.call.repeat: pain-dropped",
        "refund.ask.mail intended: aim-raised",
    ]


def test_what_gets_worse_fails_and_says_everything() -> None:
    (case,) = [case for suite in read(refund()) for case in suite if "gap-widened" in case.name]
    (failure,) = case.result

    assert isinstance(failure, Failure)
    assert failure.message == "customers wait 30 h instead of 26 h, where 4 h is wanted"
    assert failure.type == "gap-widened"
    assert failure.text.split("\n") == [
        "worse: Calling us: customers wait 30 h instead of 26 h, where 4 h is wanted",
        "owner: Customer care",
        "- current 26h",
        "+ current 30h",
    ]
    assert case._elem.get("file") == "maps/refund.jmap"


def test_everything_else_passes_and_says_what_it_is() -> None:
    cases = [case for suite in read(refund()) for case in suite]
    passed = [case for case in cases if case.is_passed]

    assert [case.name.split(": ")[1] for case in passed] == ["changed", "changed", "aim-raised"]
    assert passed[-1].system_out.split("\n")[0] == (
        "better: Writing to us: we set out to give 1 day instead of 2 days, where 1 day is wanted"
    )


def test_what_is_allowed_is_skipped() -> None:
    found = read(with_allowance(refund(), "gap-widened", Allowed("until May", "Sam Reyes")))
    (case,) = [case for suite in found for case in suite if "gap-widened" in case.name]
    (skipped,) = case.result

    assert isinstance(skipped, Skipped)
    assert skipped.message == "allowed: until May (Sam Reyes)"
    assert (found.failures, found.skipped) == (2, 1)
    assert "current 30h" in case.system_out


def test_no_change_passes() -> None:
    ((case,),) = read(compared("journey j\n", "journey j\n"))

    assert case.is_passed


def test_notes_on_the_comparison_are_skipped_cases() -> None:
    found = read(replace(refund(), notes=("the gate was changed", "and so was the map")))
    said = [case.result[0].message for case in list(found)[-1]]

    assert said == ["the gate was changed", "and so was the map"]


def test_the_same_map_in_two_folders_is_two_suites() -> None:
    found = read(replace(refund(), name="north"), replace(refund(), name="south"))

    assert [suite.name for suite in found][1::2] == [
        "north: How to get a refund",
        "south: How to get a refund",
    ]


@pytest.mark.parametrize(
    "text", ["<&>\"'", "]]>", "<![CDATA[x]]>", "a\tb", "::error::", "ي\u200cک"]
)
def test_any_text_is_safe(text: str) -> None:
    said = f"journey j {quote_line(text)} {{\n stage s {{\n touchpoint t {quote_line(text)}"
    said += " {\n current %s\n desired 5\n }\n }\n}\n"
    (suite,) = read(compared(said % 4, said % 2))

    assert suite.name.replace(" ", "") == text.replace(" ", "")


def test_cases_that_share_a_name_are_numbered() -> None:
    names = ("a", "a", "a (2)", "a", "b", "a")
    told = junit_xml("x", [Suite("x", tuple(Case("c", name) for name in names))])
    (suite,) = JUnitXml.fromstring(told.encode())

    assert [case.name for case in suite] == ["a", "a (2)", "a (2) (2)", "a (3)", "b", "a (4)"]
