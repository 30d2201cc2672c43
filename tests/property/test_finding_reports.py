"""Whatever a finding says, and wherever: every report of it is valid and says it too."""

import json
from pathlib import Path
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from junitparser import JUnitXml
from xmlschema import XMLSchema

from jmap.diagnostics import Diagnostic, Edit, Fix, Label, Severity
from jmap.reports import REPORTS, report
from jmap.reports.run import Described, Run
from jmap.reports.style import Style
from jmap.reports.visible import visible
from jmap.source import SourceFile, Span
from tests.tools import sarif
from tests.tools.runner import commands

SCHEMAS = Path(sarif.__file__).parent / "schemas"
TRICKS = (
    "\n::error::",
    "##[",
    "::",
    "\x1b[31m",
    "\u202e",
    "\ud800",
    "\ufffe",
    "]]>",
    "<&>",
    "](",
    "\\",
    "{0}",
    "%0A",
    "نیم‌فاصله",
    "𐐀",
    "\r",
    "\t",
    "\x00",
    " ",
)


def validator(name: str) -> Draft202012Validator:
    return Draft202012Validator(json.loads((SCHEMAS / name).read_text(encoding="utf-8")))


CODE_QUALITY = validator("code-quality.schema.json")
RDJSON = validator("rdjson.schema.json")
JUNIT = XMLSchema(str(SCHEMAS / "junit.xsd"))

anything = st.lists(
    st.one_of(st.sampled_from(TRICKS), st.text(st.characters(exclude_categories=()), max_size=6)),
    max_size=5,
).map("".join)
names = st.from_regex(r"[a-z]{1,5}(-[a-z]{1,4}){0,2}", fullmatch=True)
sources = st.builds(SourceFile, anything, anything)


@st.composite
def spans(draw: st.DrawFn, source: SourceFile) -> Span:
    ends = draw(st.tuples(*[st.integers(0, len(source.text) + 1)] * 2))
    return Span(min(ends), max(ends))


@st.composite
def fixes(draw: st.DrawFn, source: SourceFile) -> Fix:
    edits = draw(st.lists(st.builds(Edit, spans(source), anything), max_size=3))
    return Fix(draw(anything), tuple(edits), draw(st.booleans()))


@st.composite
def findings(draw: st.DrawFn) -> Diagnostic:
    source, other = draw(sources), draw(sources)
    return Diagnostic(
        draw(names),
        draw(anything.filter(bool)),
        source,
        draw(spans(source)),
        draw(st.sampled_from(Severity)),
        draw(anything),
        tuple(draw(st.lists(st.builds(Label, st.just(other), spans(other), anything), max_size=2))),
        draw(anything),
        draw(st.none() | fixes(source)),
    )


@st.composite
def runs(draw: st.DrawFn) -> Run:
    found = tuple(draw(st.lists(findings(), max_size=4)))
    known = st.builds(Described, names, anything, anything, st.sampled_from(Severity))
    described = {rule.name: rule for rule in draw(st.lists(known, max_size=2))}
    return Run(found, draw(st.integers(0, 9)), described, draw(st.integers(0, 2)))


def told(name: str, run: Run) -> str:
    return report(name, run, Style())


@given(runs())
def test_json_says_it_all(run: Run) -> None:
    found = json.loads(told("json", run))["diagnostics"]

    assert [each["message"] for each in found] == [item.message for item in run.diagnostics]
    assert [each["path"] for each in found] == [item.path for item in run.diagnostics]
    assert [each["address"] for each in found] == [item.address for item in run.diagnostics]


@given(runs())
def test_sarif_is_valid_and_says_it(run: Run) -> None:
    log = told("sarif", run)
    results: list[Any] = json.loads(log)["runs"][0]["results"]

    assert sarif.schema_faults(log) == []
    for item, result in zip(run.diagnostics, results, strict=True):
        said = result["message"]["text"].split("\n")[0]
        assert unlinked(said) == visible(item.message)


def unlinked(text: str) -> str:
    """The text without the escapes of what would have been a link."""
    parts = text.split("\\](")
    for at, part in enumerate(parts[:-1]):
        bare = part.rstrip("\\")
        parts[at] = bare + "\\" * ((len(part) - len(bare)) // 2)
    return "](".join(parts)


@given(runs())
def test_rdjson_is_valid_and_says_it(run: Run) -> None:
    found = json.loads(told("rdjson", run))

    RDJSON.validate(found)
    said = [each["message"].split("\n")[0] for each in found["diagnostics"]]
    assert said == [visible(item.message) for item in run.diagnostics]


@given(runs())
def test_junit_is_valid_and_says_it(run: Run) -> None:
    content = told("junit", run)
    cases = [case for suite in JUnitXml.fromstring(content.encode()) for case in suite]

    assert JUNIT.is_valid(content), list(JUNIT.iter_errors(content))
    if run.diagnostics:
        said = sorted(case.result[0].message or "" for case in cases)
        assert said == sorted(visible(item.message) for item in run.diagnostics)


@given(runs())
def test_code_quality_is_valid_and_no_two_are_taken_for_one(run: Run) -> None:
    found = json.loads(told("gitlab", run))

    CODE_QUALITY.validate(found)
    assert len({each["fingerprint"] for each in found}) == len(run.diagnostics)


@given(runs())
def test_a_workflow_hears_our_commands_only(run: Run) -> None:
    found = commands(told("github", run))

    expected = [
        {"error": "error", "warning": "warning", "info": "notice"}[item.severity.value]
        for item in sorted(run.diagnostics, key=lambda item: item.severity.rank)
    ]
    assert [command.name for command in found] == expected


@given(runs())
def test_no_other_report_is_heard_in_a_log(run: Run) -> None:
    for name in REPORTS:
        if name != "github":
            assert commands(told(name, run)) == [], name


@given(runs())
def test_every_report_can_be_printed(run: Run) -> None:
    for name in REPORTS:
        content = told(name, run)
        content.encode("utf-8")
        for line in content.split("\n"):
            assert visible(line) == line
