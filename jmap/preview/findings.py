"""What is wrong in the files, taken apart so that a page can show it in any writing direction."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from jmap.diagnostics import Diagnostic, Label, Severity
from jmap.reports.visible import visible, width
from jmap.source import SourceFile, Span

SHOWN = 20
"""Most findings in one page; the rest is counted. A reader mends a few and looks again."""
_ROOM = 100
"""Longest stretch of a source line, in characters."""
_BEFORE = 50
"""Most of it before the place that is meant."""


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A source line: what stands before the place that is meant, the place, and what follows."""

    number: int
    before: str
    marked: str
    after: str

    @property
    def mixed(self) -> bool:
        """Whether it holds right-to-left letters, so that columns say nothing about places."""
        text = self.before + self.marked + self.after
        return any(unicodedata.bidirectional(char) in ("R", "AL") for char in text)

    @property
    def indent(self) -> str:
        """What puts the carets below the place."""
        return " " * width(self.before)

    @property
    def carets(self) -> str:
        """One for each column of the place, and at least one."""
        return "^" * max(1, width(self.marked))


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding, ready to be shown: every text is visible, none can steer the page."""

    severity: str
    name: str
    place: str
    """``path:line:column``."""
    message: str
    excerpt: Excerpt | None
    notes: tuple[str, ...]
    help: str


def findings(diagnostics: Iterable[Diagnostic]) -> tuple[Finding, ...]:
    """The findings of some diagnostics, errors before warnings, otherwise in their order."""
    return tuple(map(_finding, sorted(diagnostics, key=lambda item: item.severity.rank)))


def count(diagnostics: Iterable[Diagnostic], severity: Severity) -> int:
    """How many findings have a severity."""
    return sum(item.severity is severity for item in diagnostics)


def _finding(item: Diagnostic) -> Finding:
    line, column = item.position
    return Finding(
        item.severity.value,
        item.name,
        f"{visible(item.path)}:{line}:{column}",
        visible(item.message),
        _excerpt(item.source, item.span),
        tuple(_note(label, item.source) for label in item.labels),
        visible(item.help),
    )


def _note(label: Label, source: SourceFile) -> str:
    line, column = label.source.position(label.span.start)
    path = "" if label.source is source else visible(label.source.path) + ":"
    return f"{path}{line}:{column} {visible(label.message)}"


def _excerpt(source: SourceFile, span: Span) -> Excerpt | None:
    if not source.text:
        return None
    line, column = source.position(span.start)
    text = source.line(line)
    start = column - 1
    first = max(0, start - _BEFORE) if len(text) > _ROOM else 0
    last = first + _ROOM
    end = min(start + max(span.end - span.start, 1), len(text), last)
    before, after = _shown(text[first:start]), _shown(text[end:last])
    if first:
        before = "…" + before
    if last < len(text):
        after += "…"
    return Excerpt(line, before, _shown(text[start:end]), after)


def _shown(text: str) -> str:
    return visible(text.replace("\t", " "))
