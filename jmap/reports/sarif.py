"""Findings as SARIF 2.1.0, which GitHub's code scanning and many editors read."""

from collections.abc import Sequence
from itertools import count
from typing import Any

from jmap.diagnostics import Diagnostic, Fix
from jmap.reports.fingerprint import fingerprint
from jmap.reports.fixes import ordered
from jmap.reports.place import place
from jmap.reports.run import Run
from jmap.reports.sarif_log import RESULTS, artifact, location, log, message, region
from jmap.reports.sarif_rules import LEVELS, described, descriptor
from jmap.reports.style import Style
from jmap.reports.visible import visible
from jmap.source import SourceFile


def sarif(run: Run, _style: Style) -> str:
    """A log of one run. Where there are more results than GitHub takes, the heaviest are kept, and
    a notification tells how many are not.
    """
    rules = described(run)
    numbers = {kind.name: number for number, kind in enumerate(rules)}
    kept = _kept(run.diagnostics)
    results = [_result(item, numbers[item.name]) for item in kept]
    return log([descriptor(kind) for kind in rules], results, len(run.diagnostics) - len(kept))


def _kept(diagnostics: Sequence[Diagnostic]) -> Sequence[Diagnostic]:
    if len(diagnostics) <= RESULTS:
        return diagnostics
    return sorted(diagnostics, key=lambda item: item.severity.rank)[:RESULTS]


def _result(item: Diagnostic, rule: int) -> dict[str, Any]:
    result = {
        "ruleId": visible(item.name),
        "ruleIndex": rule,
        "level": LEVELS[item.severity],
        "message": message(item.message, item.help),
        "locations": [location(place(item.source, item.span), item.address)],
        "partialFingerprints": {"jmapNode/v1": fingerprint(item)},
    }
    if item.labels:
        result["relatedLocations"] = _related(item)
    if item.fix and item.fix.edits:
        result["fixes"] = [_fix(item.source, item.fix)]
    return result


def _related(item: Diagnostic) -> list[dict[str, Any]]:
    return [
        {
            "id": number,
            **location(place(label.source, label.span)),
            "message": message(label.message),
        }
        for number, label in zip(count(1), item.labels, strict=False)
    ]


def _fix(source: SourceFile, fix: Fix) -> dict[str, Any]:
    replacements = [
        {
            "deletedRegion": region(place(source, edit.span)),
            "insertedContent": {"text": edit.text},
        }
        for edit in ordered(fix)
    ]
    return {
        "description": message(fix.title),
        "artifactChanges": [
            {"artifactLocation": artifact(source.path), "replacements": replacements}
        ],
        "properties": {"safe": fix.safe},
    }
