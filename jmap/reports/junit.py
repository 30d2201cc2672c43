"""Findings as JUnit XML, which GitLab, Jenkins and others show as tests that fail.

A file is a suite and a finding a case of it. An error or a warning is a failure; information is a
skipped case, because it fails no check.
"""

from collections.abc import Iterator, Sequence

from jmap.diagnostics import Diagnostic, Severity
from jmap.reports.concise import headline
from jmap.reports.junit_xml import Case, Suite, junit_xml
from jmap.reports.place import file_name, is_file, place
from jmap.reports.run import Run
from jmap.reports.style import Style

_PLAIN = Style()
_PASSED = Suite("jmap check", (Case("jmap", "check"),))


def junit(run: Run, _style: Style) -> str:
    """One document. A check that found nothing is one case that passes."""
    suites = [
        Suite(file_name(path), tuple(map(_case, items)))
        for path, items in _by_file(run.diagnostics).items()
    ]
    return junit_xml("jmap check", suites or [_PASSED])


def _by_file(diagnostics: Sequence[Diagnostic]) -> dict[str, list[Diagnostic]]:
    files: dict[str, list[Diagnostic]] = {}
    for item in diagnostics:
        files.setdefault(item.path, []).append(item)
    return files


def _case(item: Diagnostic) -> Case:
    name, where = file_name(item.path), place(item.source, item.span)
    light = item.severity is Severity.INFO
    return Case(
        name,
        f"{item.name} at {where.line}:{where.column}",
        "skipped" if light else "failed",
        item.message,
        item.severity.value,
        () if light else tuple(_body(item)),
        name if is_file(item.path) else "",
    )


def _body(item: Diagnostic) -> Iterator[str]:
    yield headline(item, _PLAIN)
    if item.help:
        yield f"help: {item.help}"
    for label in item.labels:
        yield f"({place(label.source, label.span).start} {label.message})"
