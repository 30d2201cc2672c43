"""Findings for programs: one JSON document whose fields are only ever added to."""

import json
from collections.abc import Sequence
from typing import Any

from jmap.diagnostics import Diagnostic
from jmap.source import SourceFile, Span

VERSION = 1


def diagnostics_json(diagnostics: Sequence[Diagnostic]) -> str:
    """``{"version": 1, "diagnostics": […]}``; lines and columns (of code points) count from 1."""
    document = {"version": VERSION, "diagnostics": [_finding(item) for item in diagnostics]}
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _finding(item: Diagnostic) -> dict[str, Any]:
    return {
        "name": item.name,
        "severity": item.severity.value,
        "message": item.message,
        "help": item.help,
        **_place(item.source, item.span),
        "labels": [
            {"message": label.message, **_place(label.source, label.span)} for label in item.labels
        ],
    }


def _place(source: SourceFile, span: Span) -> dict[str, Any]:
    start, end = source.position(span.start), source.position(span.end)
    return {
        "path": source.path,
        "line": start.line,
        "column": start.column,
        "end_line": end.line,
        "end_column": end.column,
    }
