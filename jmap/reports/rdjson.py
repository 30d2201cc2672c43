"""Findings for reviewdog, which writes them into reviews of a change."""

from collections.abc import Iterator
from typing import Any

from jmap.diagnostics import Diagnostic, Severity
from jmap.reports.document import document
from jmap.reports.fixes import as_one
from jmap.reports.place import byte_place, file_name, place
from jmap.reports.run import Run
from jmap.reports.style import Style
from jmap.reports.visible import visible
from jmap.source import SourceFile, Span


def rdjson(run: Run, _style: Style) -> str:
    """One ``DiagnosticResult``. Columns count bytes of UTF-8, and the end of a range is exclusive.

    reviewdog refuses fields that it does not know, so second places are told in the message: it
    learned of them only in time.
    """
    content: dict[str, Any] = {"source": {"name": "jmap"}}
    if run.diagnostics:
        worst = min((item.severity for item in run.diagnostics), key=lambda each: each.rank)
        content["severity"] = _severity(worst)
    content["diagnostics"] = [_finding(item) for item in run.diagnostics]
    return document(content)


def _finding(item: Diagnostic) -> dict[str, Any]:
    finding: dict[str, Any] = {
        "message": "\n".join(_message(item)),
        "location": {"path": file_name(item.path), "range": _range(item.source, item.span)},
        "severity": _severity(item.severity),
        "code": {"value": item.name},
    }
    edit = as_one(item.source, item.fix) if item.fix else None
    if edit:
        # A suggestion is applied on its own, so all edits of a fix must be in one.
        finding["suggestions"] = [{"range": _range(item.source, edit.span), "text": edit.text}]
    return finding


def _message(item: Diagnostic) -> Iterator[str]:
    yield visible(item.message)
    if item.help:
        yield f"help: {visible(item.help)}"
    for label in item.labels:
        yield f"({visible(place(label.source, label.span).start)} {visible(label.message)})"


def _range(source: SourceFile, span: Span) -> dict[str, Any]:
    found = byte_place(source, span)
    return {
        "start": {"line": found.line, "column": found.column},
        "end": {"line": found.end_line, "column": found.end_column},
    }


def _severity(severity: Severity) -> str:
    return severity.value.upper()
