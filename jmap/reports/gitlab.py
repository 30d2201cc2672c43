"""Findings for GitLab's Code Quality: in a merge request, beside the lines that it changes."""

from typing import Any

from jmap.diagnostics import Diagnostic, Severity
from jmap.reports.document import document
from jmap.reports.fingerprint import unique_fingerprints
from jmap.reports.place import file_name, place
from jmap.reports.run import Run
from jmap.reports.style import Style
from jmap.reports.visible import visible

SEVERITIES = {Severity.ERROR: "critical", Severity.WARNING: "major", Severity.INFO: "info"}


def gitlab(run: Run, _style: Style) -> str:
    """A JSON array of findings; ``[]`` for none.

    GitLab shows one of several findings with the same fingerprint, and takes a finding whose
    fingerprint changes for a new one.
    """
    marks = unique_fingerprints(run.diagnostics)
    return document([_finding(*pair) for pair in zip(run.diagnostics, marks, strict=True)])


def _finding(item: Diagnostic, mark: str) -> dict[str, Any]:
    where = place(item.source, item.span)
    return {
        "description": " — ".join(visible(part) for part in (item.message, item.help) if part),
        "check_name": item.name,
        "fingerprint": mark,
        "severity": SEVERITIES[item.severity],
        "location": {
            "path": file_name(item.path),
            "lines": {"begin": where.line, "end": where.end_line},
        },
    }
