"""A SARIF 2.1.0 log and the pieces that any result of one is made of.

Messages are plain text in which square brackets before a round one would be a link; there the
bracket is escaped as the standard says. Braces stand as they are, as nearly all tools write them:
the readers that matter substitute nothing where a message has no arguments.
"""

import re
from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

from jmap import __version__
from jmap.reports.document import document
from jmap.reports.place import Place, file_name
from jmap.reports.visible import visible

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
RESULTS = 25_000
"""Most results of a run that GitHub takes."""
_LINK = re.compile(r"(\\*)\](?=\()")
_DRIVE = re.compile(r"[A-Za-z]:/")


def log(
    rules: list[dict[str, Any]],
    results: list[dict[str, Any]],
    left: int,
    notes: Sequence[str] = (),
) -> str:
    """A log of one run; ``left`` is how many results it does not hold, and ``notes`` are what else
    is to be said of the run.
    """
    said = [_notification("note", note) for note in notes]
    if left:
        text = f"{left} more results are not in this log, which holds {len(results)}."
        said.append(_notification("warning", text))
    told: dict[str, Any] = {
        "tool": {"driver": _driver(rules)},
        "invocations": [_invocation(said)],
        "columnKind": "unicodeCodePoints",
        "results": results,
    }
    return document({"$schema": SCHEMA, "version": "2.1.0", "runs": [told]})


def message(*parts: str) -> dict[str, str]:
    """The parts on lines of their own."""
    return {"text": "\n".join(_LINK.sub(r"\1\1\\]", visible(part)) for part in parts if part)}


def location(where: Place, address: str = "") -> dict[str, Any]:
    """Where a result stands: in a file, and in the map."""
    found: dict[str, Any] = {
        "physicalLocation": {"artifactLocation": artifact(where.path), "region": region(where)}
    }
    if address:
        found |= logical(address)
    return found


def logical(address: str) -> dict[str, Any]:
    """Where a result stands in the map."""
    # Nobody but the reader takes an address apart, so it is made visible as messages are.
    return {"logicalLocations": [{"fullyQualifiedName": visible(address)}]}


def artifact(path: str) -> dict[str, str]:
    """A file, as SARIF refers to it."""
    reference = uri(path)
    if reference.startswith("file:"):
        return {"uri": reference}
    return {"uri": reference, "uriBaseId": "SRCROOT"}


def region(where: Place) -> dict[str, int]:
    """A stretch of a file, as SARIF counts."""
    return {
        "startLine": where.line,
        "startColumn": where.column,
        "endLine": where.end_line,
        "endColumn": where.end_column,
    }


def uri(path: str) -> str:
    """A path as SARIF refers to it: a percent-encoded reference, absolute for an absolute path."""
    path = file_name(path)
    if _DRIVE.match(path):
        return f"file:///{quote(path, safe='/:')}"
    if path.startswith("/"):
        return "file:///" + quote(path.lstrip("/"))
    return quote(path)


def _driver(rules: list[dict[str, Any]]) -> dict[str, Any]:
    return {
        "name": "jmap",
        "version": __version__,
        "semanticVersion": __version__,
        "rules": rules,
    }


def _invocation(said: list[dict[str, Any]]) -> dict[str, Any]:
    invocation: dict[str, Any] = {"executionSuccessful": True}
    if said:
        invocation["toolExecutionNotifications"] = said
    return invocation


def _notification(level: str, text: str) -> dict[str, Any]:
    return {"level": level, "message": message(text)}
