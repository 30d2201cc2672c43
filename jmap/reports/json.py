"""Findings for programs: one JSON document whose fields are only ever added to."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from jmap.diagnostics import Diagnostic, Fix
from jmap.reports.document import document
from jmap.reports.fixes import ordered
from jmap.reports.place import fields, place
from jmap.reports.run import Run, counts
from jmap.reports.style import Style
from jmap.source import SourceFile, Span

VERSION = 1


def json_report(run: Run, _style: Style) -> str:
    """As `diagnostics_json`, with a summary: the number of files, of findings of each severity, of
    fixes, and of the findings that a baseline holds back.
    """
    numbers = {"files": run.files, **asdict(counts(run.diagnostics)), "hidden": run.hidden}
    return document({**_content(run.diagnostics), "summary": numbers})


def diagnostics_json(diagnostics: Sequence[Diagnostic]) -> str:
    """``{"version": 1, "diagnostics": […]}``; lines and columns (of code points) count from 1."""
    return document(_content(diagnostics))


def _content(diagnostics: Sequence[Diagnostic]) -> dict[str, Any]:
    return {"version": VERSION, "diagnostics": [_finding(item) for item in diagnostics]}


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
        "address": item.address,
        "fix": _fix(item.source, item.fix) if item.fix else None,
    }


def _fix(source: SourceFile, fix: Fix) -> dict[str, Any]:
    return {
        "title": fix.title,
        "safe": fix.safe,
        "edits": [{**_place(source, edit.span), "text": edit.text} for edit in ordered(fix)],
    }


def _place(source: SourceFile, span: Span) -> dict[str, Any]:
    return fields(place(source, span))
