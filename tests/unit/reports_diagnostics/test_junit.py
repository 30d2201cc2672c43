"""JUnit XML: valid, read by a program that others use, and true to the findings."""

from dataclasses import replace
from pathlib import Path

import pytest
from junitparser import Error, Failure, JUnitXml, Skipped
from xmlschema import XMLSchema

from jmap.diagnostics import Diagnostic
from jmap.reports.junit import junit
from jmap.reports.run import Run
from jmap.reports.style import Style
from jmap.source import SourceFile, Span
from tests.tools import sarif
from tests.tools.found import ARABIC_LETTER, ENGLISH, MOOD, OWNERLESS, PIPED, RUN, UNCLOSED

SCHEMA = XMLSchema(str(Path(sarif.__file__).parent / "schemas/junit.xsd"))


def read(run: Run) -> JUnitXml:
    told = junit(run, Style())
    SCHEMA.validate(told)
    return JUnitXml.fromstring(told.encode())


def test_a_file_is_a_suite_and_a_finding_a_case() -> None:
    found = read(RUN)
    suites = list(found)

    assert (found.tests, found.failures, found.errors, found.skipped) == (5, 4, 0, 1)
    assert [suite.name for suite in suites] == [
        "maps/home, 100% sure/a b.jmap",
        "نقشه‌ها/خرید\\x0aتازه.jmap",
        "stdin",
    ]
    assert [(suite.tests, suite.failures, suite.skipped) for suite in suites] == [
        (2, 2, 0),
        (2, 1, 1),
        (1, 1, 0),
    ]
    cases = [case for suite in suites for case in suite]
    assert [case.name for case in cases] == [
        "unclosed-block at 1:23",
        "touchpoint-without-owner at 3:5",
        "arabic-letter at 1:7",
        "mood-out-of-range at 2:23",
        "missing-id at 1:1",
    ]
    assert cases[0].classname == ENGLISH.path


def test_a_failure_says_everything() -> None:
    ((case,),) = read(Run((OWNERLESS,)))
    (failure,) = case.result

    assert isinstance(failure, Failure)
    assert failure.message == OWNERLESS.message
    assert failure.type == "warning"
    assert failure.text.split("\n") == [
        "maps/home, 100% sure/a b.jmap:3:5: warning[touchpoint-without-owner] "
        "nobody owns the touchpoint `web` [see](1) {0}",
        "help: name a team: owner NAME",
        "(نقشه‌ها/خرید\\x0aتازه.jmap:2:9 as here)",
        "(maps/home, 100% sure/a b.jmap:1:1 in it)",
    ]


def test_information_fails_nothing() -> None:
    ((case,),) = read(Run((ARABIC_LETTER,)))
    (skipped,) = case.result

    assert isinstance(skipped, Skipped)
    assert not isinstance(skipped, Failure | Error)
    assert skipped.message == ARABIC_LETTER.message


def test_a_clean_run_passes() -> None:
    found = read(Run((), files=3))
    ((case,),) = found

    assert (found.tests, found.failures, found.errors, found.skipped) == (1, 0, 0, 0)
    assert case.is_passed


def test_no_two_cases_share_a_name() -> None:
    twins = [case.name for suite in read(Run((MOOD, MOOD, MOOD, UNCLOSED))) for case in suite]

    assert twins == [
        "mood-out-of-range at 2:23",
        "mood-out-of-range at 2:23 (2)",
        "mood-out-of-range at 2:23 (3)",
        "unclosed-block at 1:23",
    ]


def test_only_a_file_is_named_as_one() -> None:
    told = junit(Run((PIPED, UNCLOSED)), Style())

    assert told.count(" file=") == 1
    assert 'classname="stdin"' in told


@pytest.mark.parametrize(
    "text", ["<&>\"'", "]]>", "<![CDATA[x]]>", "\x00\x1b", "a\tb\nc\rd", "\ufffe\uffff", "\ud800"]
)
def test_any_text_is_safe(text: str) -> None:
    item = Diagnostic("a-name", text, SourceFile(text, "x"), Span(0, 1), help=text)
    ((case,),) = read(Run((item, replace(item, help=""))[:1]))

    assert case.result[0].message
    assert "help: " in case.result[0].text


def test_the_schema_sees_a_fault() -> None:
    told = junit(RUN, Style())

    assert not SCHEMA.is_valid(told.replace(' errors="0"', "", 1))
    assert not SCHEMA.is_valid(told.replace("mood-out-of-range at 2:23", "arabic-letter at 1:7", 1))
