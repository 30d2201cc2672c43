"""Whatever a change says, and wherever: every report of it is valid and says it too."""

import json
from itertools import chain
from pathlib import Path
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from junitparser import JUnitXml
from xmlschema import XMLSchema

from jmap.reports.changes.github import notes
from jmap.reports.changes.json import changes_schema, written
from jmap.reports.changes.junit import cases
from jmap.reports.changes.reading import read
from jmap.reports.changes.sarif import results
from jmap.reports.changes.told import (
    EFFECTS,
    VERSION,
    Told,
    ToldAllowed,
    ToldChange,
    ToldCounts,
    ToldPlace,
    ToldStand,
    ToldStanding,
    fit,
)
from jmap.reports.visible import visible
from tests.property.test_finding_reports import anything, names, unlinked
from tests.tools import sarif
from tests.tools.runner import commands

JUNIT = XMLSchema(str(Path(sarif.__file__).parent / "schemas/junit.xsd"))
JSON = Draft202012Validator(changes_schema())

texts = anything.map(fit)
numbers = st.integers(1, 99)
lines = st.lists(texts, max_size=3).map(tuple)
moods = st.lists(st.none() | st.integers(-2, 2), max_size=4).map(tuple)
places = st.builds(
    ToldPlace,
    path=texts,
    line=numbers,
    column=numbers,
    end_line=numbers.map(lambda number: number + 100),
    end_column=numbers,
    old=st.booleans(),
)
stands = st.builds(ToldStand, large=numbers, medium=numbers, small=numbers, moods=moods)
standings = st.builds(ToldStanding, journey=texts, persona=texts, before=stands, after=stands)
changes = st.builds(
    ToldChange,
    fingerprint=st.from_regex(r"[0-9a-f]{12}", fullmatch=True),
    kind=st.sampled_from(["added", "removed", "moved", "renamed", "changed"]),
    statement=names,
    field=names,
    name=names,
    before=lines,
    after=lines,
    lines_left_out=numbers,
    place=st.none(),
    guess=st.booleans(),
    effect=st.sampled_from(EFFECTS),
    moment=st.booleans(),
    personas=lines,
    size=numbers,
    source=st.none() | places,
    allowed=st.none() | st.builds(ToldAllowed, reason=texts, by=texts),
    reason=texts.filter(str.strip),
    **dict.fromkeys(
        [
            *("workspace", "address", "title", "was", "origin", "said", "shared"),
            *("owner", "owner_before", "journey", "stage", "touchpoint"),
        ],
        texts,
    ),
)


@st.composite
def everything(draw: st.DrawFn) -> Told:
    found = tuple(draw(st.lists(changes, max_size=5)))
    effects = [one.effect for one in found]
    allowed = sum(one.effect == "worse" and one.allowed is not None for one in found)
    counts = {effect: effects.count(effect) for effect in EFFECTS}
    return Told(
        version=VERSION,
        before=draw(texts),
        after=draw(texts),
        notes=draw(lines),
        language=draw(st.sampled_from(["en", "fa"])),
        counts=ToldCounts(**counts, allowed=allowed),
        changes=found,
        standings=tuple(draw(st.lists(standings, max_size=2))),
    )


def fails(one: ToldChange) -> bool:
    return one.effect == "worse" and one.allowed is None


@given(everything())
def test_json_is_read_back_as_it_was(told: Told) -> None:
    document = written(told)

    assert read(document.encode()) == told
    assert JSON.is_valid(json.loads(document))


@given(everything())
def test_a_workflow_hears_our_commands_only(told: Told) -> None:
    found = commands(notes(told))
    errors = [one for one in told.changes if fails(one)]
    others = [one for one in told.changes if one.effect != "neutral" and not fails(one)]

    expected = ["error"] * len(errors) + ["notice"] * (len(others) + len(told.notes))
    last = ["notice"] if told.counts.neutral else []
    assert [command.name for command in found] == expected + last
    heard = " ".join(command.data for command in found[: len(errors)])
    for one in errors:
        assert squeezed(reason(one)) in squeezed(heard)


def reason(one: ToldChange) -> str:
    return visible(one.reason)


def squeezed(text: str) -> str:
    """A text without the blanks that keep its colons apart."""
    return text.replace(" ", "")


@given(everything())
def test_sarif_is_valid_and_says_it(told: Told) -> None:
    log = results(told)
    (run,) = json.loads(log)["runs"]
    found: list[Any] = run["results"]
    weighing = [one for one in told.changes if one.effect != "neutral"]

    assert sarif.schema_faults(log) == []
    for one, result in zip(weighing, found, strict=True):
        assert reason(one) in unlinked(result["message"]["text"])
        assert result["level"] == ("error" if fails(one) else "note")


@given(everything())
def test_junit_is_valid_and_says_it(told: Told) -> None:
    content = cases(told)
    read_back = [*chain.from_iterable(JUnitXml.fromstring(content.encode()))]
    failed = [case.result[0] for case in read_back if case.result and case.result[0].type]

    assert JUNIT.is_valid(content), list(JUNIT.iter_errors(content))
    assert len(read_back) == (len(told.changes) + len(told.notes) or 1)
    failing = [one for one in told.changes if fails(one)]
    assert len(failed) == len(failing)
    for one in failing:
        assert any((failure.message or "").startswith(reason(one)) for failure in failed)


@given(everything())
def test_no_other_report_is_heard_in_a_log(told: Told) -> None:
    for write in (written, results, cases):
        assert commands(write(told)) == [], write


@given(everything())
def test_every_report_can_be_printed(told: Told) -> None:
    for write in (notes, written, results, cases):
        content = write(told)
        content.encode("utf-8")
        for line in content.split("\n"):
            assert visible(line) == line
