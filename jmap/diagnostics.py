"""What is said about a source text: a named finding at a place, with what to type instead."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from typing import Any

from jmap.source import Position, SourceFile, Span


class Severity(Enum):
    """How much a finding weighs. Only an error makes the meaning of a file uncertain."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """0 for an error, 1 for a warning, 2 for information."""
        return ("error", "warning", "info").index(self.value)


@dataclass(frozen=True, slots=True)
class Label:
    """A second place that explains a finding, such as the first of two equal ids."""

    source: SourceFile
    span: Span
    message: str


@dataclass(frozen=True, slots=True)
class Edit:
    """A stretch of a text and what to write in its place; an empty stretch is an insertion."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Fix:
    """What would mend a finding, as edits of the file that it is about.

    A safe fix changes nothing that the file says to a reader; any other is a proposal.
    """

    title: str
    """What it does, in the imperative: ``write the Persian letter``."""
    edits: tuple[Edit, ...]
    safe: bool = True


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding.

    ``name`` is kebab-case and reads after "allow"; ``message`` is a sentence of what is wrong;
    ``help`` says what to type instead. A finding about a whole file, such as one that cannot be
    read, stands at 1:1.
    """

    name: str
    message: str
    source: SourceFile
    span: Span = Span(0, 0)
    severity: Severity = Severity.ERROR
    help: str = ""
    labels: tuple[Label, ...] = ()
    address: str = ""
    """The ids from the journey down to what the finding is about, joined by dots, where known: it
    stays the same when lines move.
    """
    fix: Fix | None = None

    @property
    def path(self) -> str:
        """The path of the file that the finding is about."""
        return self.source.path

    @property
    def position(self) -> Position:
        """Where the finding starts."""
        return self.source.position(self.span.start)

    def sort_key(self) -> tuple[Any, ...]:
        """Files in order of path, findings in order of place."""
        return (self.path, self.span.start, self.severity.rank, self.name, self.message)


def has_errors(diagnostics: Iterable[Diagnostic]) -> bool:
    """Whether any finding is an error."""
    return any(item.severity is Severity.ERROR for item in diagnostics)


def in_order(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """The findings sorted by file and place, each said once."""
    seen: dict[tuple[Any, ...], Diagnostic] = {}
    for item in diagnostics:
        seen.setdefault(item.sort_key(), item)
    return tuple(seen[key] for key in sorted(seen))
