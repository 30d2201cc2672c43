"""The kinds of findings as SARIF describes them: what stands beside every alert of a kind."""

from collections.abc import Sequence
from typing import Any

from jmap.diagnostics import Diagnostic, Severity
from jmap.locale import capital
from jmap.reports.run import Described, Run
from jmap.reports.visible import visible

LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_PROBLEMS = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.INFO: "recommendation",
}
"""GitHub's own words for the weight of a kind of alert."""
TAGS = 20
"""Most tags that GitHub takes of a kind."""
_ROOM = 1024
"""Most characters that GitHub takes of a description."""


def described(run: Run) -> tuple[Described, ...]:
    """All kinds that were looked for and all that were found, in order of their names."""
    found: dict[str, list[Diagnostic]] = {}
    for item in run.diagnostics:
        found.setdefault(item.name, []).append(item)
    own = {name: _of_language(name, items) for name, items in found.items()}
    kinds = {**own, **run.described}
    return tuple(kinds[name] for name in sorted(kinds))


def descriptor(kind: Described) -> dict[str, Any]:
    """One kind. It has no address on the web: its page is its own text."""
    text = kind.text or kind.summary
    return {
        "id": visible(kind.name),
        "shortDescription": {"text": _cut(kind.summary)},
        "fullDescription": {"text": _cut(_first_paragraph(text))},
        "help": {"text": _lines(text), "markdown": _lines(text)},
        "defaultConfiguration": {"level": LEVELS[kind.severity]},
        "properties": {
            "tags": list(dict.fromkeys(map(visible, kind.tags)))[:TAGS],
            "problem.severity": _PROBLEMS[kind.severity],
        },
    }


def _of_language(name: str, items: Sequence[Diagnostic]) -> Described:
    worst = min((item.severity for item in items), key=lambda each: each.rank)
    words = name.replace("-", " ")
    text = (
        f"What stands here is not as the journey language wants it: {words}. "
        "Each finding says what is wrong and what to type instead."
    )
    return Described(name, f"{capital(words)}.", text, worst, ("language",))


def _first_paragraph(text: str) -> str:
    paragraphs = (" ".join(part.split()) for part in text.split("\n\n"))
    return next((part for part in paragraphs if part and not part.startswith("#")), text)


def _lines(text: str) -> str:
    return "\n".join(visible(line) for line in text.split("\n"))


def _cut(text: str) -> str:
    text = visible(text)
    return text if len(text) <= _ROOM else text[: _ROOM - 1] + "…"
