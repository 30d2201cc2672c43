"""Findings as SARIF 2.1.0, which GitHub's code scanning and many editors read.

Messages are plain text in which square brackets before a round one would be a link; there the
bracket is escaped as the standard says. Braces stand as they are, as nearly all tools write them:
the readers that matter substitute nothing where a message has no arguments.
"""

import re
from collections.abc import Sequence
from itertools import count
from typing import Any
from urllib.parse import quote

from jmap import __version__
from jmap.diagnostics import Diagnostic, Fix
from jmap.reports.document import document
from jmap.reports.fingerprint import fingerprint
from jmap.reports.fixes import ordered
from jmap.reports.place import file_name, place
from jmap.reports.run import Run
from jmap.reports.sarif_rules import LEVELS, described, descriptor
from jmap.reports.style import Style
from jmap.reports.visible import visible
from jmap.source import SourceFile, Span

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
RESULTS = 25_000
"""Most results of a run that GitHub takes."""
_LINK = re.compile(r"(\\*)\](?=\()")
_DRIVE = re.compile(r"[A-Za-z]:/")


def sarif(run: Run, _style: Style) -> str:
    """A log of one run. Where there are more results than GitHub takes, the heaviest are kept, and
    a notification tells how many are not.
    """
    rules = described(run)
    numbers = {kind.name: number for number, kind in enumerate(rules)}
    kept = _kept(run.diagnostics)
    told: dict[str, Any] = {
        "tool": {"driver": _driver([descriptor(kind) for kind in rules])},
        "invocations": [_invocation(len(run.diagnostics) - len(kept))],
        "columnKind": "unicodeCodePoints",
        "results": [_result(item, numbers[item.name]) for item in kept],
    }
    return document({"$schema": SCHEMA, "version": "2.1.0", "runs": [told]})


def uri(path: str) -> str:
    """A path as SARIF refers to it: a percent-encoded reference, absolute for an absolute path."""
    path = file_name(path)
    if _DRIVE.match(path):
        return f"file:///{quote(path, safe='/:')}"
    if path.startswith("/"):
        return "file:///" + quote(path.lstrip("/"))
    return quote(path)


def _kept(diagnostics: Sequence[Diagnostic]) -> Sequence[Diagnostic]:
    if len(diagnostics) <= RESULTS:
        return diagnostics
    return sorted(diagnostics, key=lambda item: item.severity.rank)[:RESULTS]


def _driver(rules: list[dict[str, Any]]) -> dict[str, Any]:
    return {
        "name": "jmap",
        "version": __version__,
        "semanticVersion": __version__,
        "rules": rules,
    }


def _invocation(left: int) -> dict[str, Any]:
    invocation: dict[str, Any] = {"executionSuccessful": True}
    if left:
        message = f"{left} more results are not in this log, which holds {RESULTS}."
        invocation["toolExecutionNotifications"] = [
            {"level": "warning", "message": {"text": message}}
        ]
    return invocation


def _result(item: Diagnostic, rule: int) -> dict[str, Any]:
    location = _location(item.source, item.span)
    if item.address:
        # Nobody but the reader takes an address apart, so it is made visible as messages are.
        location["logicalLocations"] = [{"fullyQualifiedName": visible(item.address)}]
    result = {
        "ruleId": visible(item.name),
        "ruleIndex": rule,
        "level": LEVELS[item.severity],
        "message": _message(item.message, item.help),
        "locations": [location],
        "partialFingerprints": {"jmapNode/v1": fingerprint(item)},
    }
    if item.labels:
        result["relatedLocations"] = _related(item)
    if item.fix and item.fix.edits:
        result["fixes"] = [_fix(item.source, item.fix)]
    return result


def _related(item: Diagnostic) -> list[dict[str, Any]]:
    return [
        {"id": number, **_location(label.source, label.span), "message": _message(label.message)}
        for number, label in zip(count(1), item.labels, strict=False)
    ]


def _message(*parts: str) -> dict[str, str]:
    """The parts on lines of their own."""
    return {"text": "\n".join(_LINK.sub(r"\1\1\\]", visible(part)) for part in parts if part)}


def _location(source: SourceFile, span: Span) -> dict[str, Any]:
    physical = {"artifactLocation": _artifact(source), "region": _region(source, span)}
    return {"physicalLocation": physical}


def _artifact(source: SourceFile) -> dict[str, str]:
    reference = uri(source.path)
    if reference.startswith("file:"):
        return {"uri": reference}
    return {"uri": reference, "uriBaseId": "SRCROOT"}


def _region(source: SourceFile, span: Span) -> dict[str, int]:
    where = place(source, span)
    return {
        "startLine": where.line,
        "startColumn": where.column,
        "endLine": where.end_line,
        "endColumn": where.end_column,
    }


def _fix(source: SourceFile, fix: Fix) -> dict[str, Any]:
    replacements = [
        {"deletedRegion": _region(source, edit.span), "insertedContent": {"text": edit.text}}
        for edit in ordered(fix)
    ]
    return {
        "description": _message(fix.title),
        "artifactChanges": [{"artifactLocation": _artifact(source), "replacements": replacements}],
        "properties": {"safe": fix.safe},
    }
