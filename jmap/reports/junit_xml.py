"""JUnit XML: suites of cases that pass, fail or are skipped. Nothing in a text is markup, and every
character is allowed in XML.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from jmap.reports.visible import visible

_ESCAPES = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\t": "&#9;", "\n": "&#10;"}
)


Outcome = Literal["passed", "failed", "skipped"]


@dataclass(frozen=True, slots=True)
class Case:
    """One case. What a failure says at length, or a case that passes, stands in ``lines``."""

    classname: str
    name: str
    outcome: Outcome = "passed"
    message: str = ""
    type: str = ""
    """What kind of failure it is."""
    lines: tuple[str, ...] = ()
    file: str = ""


@dataclass(frozen=True, slots=True)
class Suite:
    """Some cases under one name."""

    name: str
    cases: tuple[Case, ...]


def junit_xml(name: str, suites: Sequence[Suite]) -> str:
    """One document. Of cases that share both names all but the first are numbered."""
    every = [case for suite in suites for case in suite.cases]
    lines = ['<?xml version="1.0" encoding="UTF-8"?>']
    lines.append(f"<testsuites {_attributes({'name': name, **_counts(every)})}>")
    taken = Counter[tuple[str, str]]()
    for suite in suites:
        lines += _suite(suite, taken)
    lines.append("</testsuites>")
    return "\n".join(lines) + "\n"


def _counts(cases: Sequence[Case]) -> dict[str, str]:
    outcomes = Counter(case.outcome for case in cases)
    return {
        "tests": str(len(cases)),
        "failures": str(outcomes["failed"]),
        "errors": "0",
        "skipped": str(outcomes["skipped"]),
    }


def _suite(suite: Suite, taken: Counter[tuple[str, str]]) -> Iterator[str]:
    yield f"  <testsuite {_attributes({'name': suite.name, **_counts(suite.cases)})}>"
    for case in suite.cases:
        yield from _case(case, _name(case, taken))
    yield "  </testsuite>"


def _name(case: Case, taken: Counter[tuple[str, str]]) -> str:
    """A name that no case has; ``taken`` knows the last number of each."""
    # Of two cases with one name, GitLab would show one.
    name = case.name
    while taken[case.classname, name]:
        taken[case.classname, case.name] += 1
        name = f"{case.name} ({taken[case.classname, case.name]})"
    taken[case.classname, name] = 1
    return name


def _case(case: Case, name: str) -> Iterator[str]:
    known = {"classname": case.classname, "name": name, "file": case.file}
    attributes = _attributes({key: value for key, value in known.items() if value})
    inner = [*_outcome(case)]
    if not inner:
        yield f"    <testcase {attributes}/>"
        return
    yield f"    <testcase {attributes}>"
    yield from inner
    yield "    </testcase>"


def _outcome(case: Case) -> Iterator[str]:
    body = "\n".join(map(_escaped, case.lines))
    if case.outcome == "failed":
        attributes = _attributes({"message": case.message, "type": case.type})
        yield f"      <failure {attributes}>{body}</failure>"
        return
    if case.outcome == "skipped":
        yield f"      <skipped {_attributes({'message': case.message})}/>"
    if body:
        yield f"      <system-out>{body}</system-out>"


def _attributes(values: dict[str, str]) -> str:
    return " ".join(f'{name}="{_escaped(text)}"' for name, text in values.items())


def _escaped(text: str) -> str:
    return visible(text).translate(_ESCAPES)
