"""Judge an open page with axe-core: the rules of WCAG 2.2 A and AA, and the best practices."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

SOURCE = Path(__file__).parent / "node" / "node_modules" / "axe-core" / "axe.min.js"
TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice")
OPTIONS = {
    "runOnly": {"type": "tag", "values": list(TAGS)},
    # Off unless asked for by name.
    "rules": {"target-size": {"enabled": True}},
}


@dataclass(frozen=True, slots=True)
class Finding:
    """A rule that a page breaks, or that axe-core cannot decide, with the places."""

    rule: str
    help: str
    targets: tuple[str, ...]
    why: str

    def __str__(self) -> str:
        places = ", ".join(self.targets[:4])
        return f"{self.rule} ({self.help}) {len(self.targets)}x at {places}: {self.why}"


@dataclass(frozen=True, slots=True)
class Judgement:
    """What axe-core says of a page."""

    violations: tuple[Finding, ...]
    undecided: tuple[Finding, ...]
    rules: frozenset[str]
    """The rules that were tried."""


@cache
def _source() -> str:
    """The text of axe-core; a LookupError that says how to get it where it is not installed."""
    if not SOURCE.is_file():
        raise LookupError("axe-core is not installed: run tests/tools/install-pages")
    return SOURCE.read_text(encoding="utf-8")


def judged(page: Page) -> Judgement:
    """Run every rule over the page as it stands now, and over the frames in it."""
    for frame in page.frames:
        if not frame.evaluate("typeof axe === 'object'"):
            frame.evaluate(_source())
    found: dict[str, Any] = page.evaluate("options => axe.run(document, options)", OPTIONS)
    kinds = ("violations", "incomplete", "passes", "inapplicable")
    return Judgement(
        violations=_findings(found["violations"]),
        undecided=_findings(found["incomplete"]),
        rules=frozenset(rule["id"] for kind in kinds for rule in found[kind]),
    )


def _findings(found: list[dict[str, Any]]) -> tuple[Finding, ...]:
    return tuple(
        Finding(
            rule=rule["id"],
            help=rule["help"],
            targets=tuple(str(node["target"][-1]) for node in rule["nodes"]),
            why=" ".join(rule["nodes"][0].get("failureSummary", "").split()),
        )
        for rule in found
    )
