"""Where the resolver's findings go, each with the file it is about."""

from dataclasses import dataclass, field

from jmap.diagnostics import Diagnostic, Label, Severity
from jmap.source import SourceFile, Span


@dataclass(slots=True)
class Report:
    """The findings about one file so far."""

    source: SourceFile
    found: list[Diagnostic] = field(default_factory=list)

    def error(self, name: str, message: str, span: Span, hint: str = "", *labels: Label) -> None:
        """Something that makes the file's meaning uncertain."""
        self.found.append(Diagnostic(name, message, self.source, span, help=hint, labels=labels))

    def info(self, name: str, message: str, span: Span, hint: str = "") -> None:
        """Something worth knowing that is no fault."""
        self.found.append(Diagnostic(name, message, self.source, span, Severity.INFO, hint))
