"""What one check found, and what is told of each kind of finding beside its instances."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from jmap.diagnostics import Diagnostic, Severity


@dataclass(frozen=True, slots=True)
class Described:
    """What a report tells of a kind of finding beside its instances."""

    name: str
    summary: str
    """One sentence on what is found."""
    text: str
    """Markdown: why it matters, and what to do."""
    severity: Severity
    """Its usual weight."""
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Run:
    """What one check found. Reports keep the order of the findings unless they say otherwise."""

    diagnostics: tuple[Diagnostic, ...]
    files: int = 0
    """How many files were checked."""
    described: Mapping[str, Described] = field(default_factory=dict)
    """By name; a finding of the language itself may have none."""
    hidden: int = 0
    """How many findings a baseline holds back."""


@dataclass(frozen=True, slots=True)
class Counts:
    """How many findings there are of each severity, and how many have a fix."""

    errors: int
    warnings: int
    infos: int
    safe_fixes: int
    unsafe_fixes: int


def counts(diagnostics: Sequence[Diagnostic]) -> Counts:
    """The findings, counted."""
    weights = Counter(item.severity for item in diagnostics)
    fixes = Counter(item.fix.safe for item in diagnostics if item.fix)
    return Counts(
        errors=weights[Severity.ERROR],
        warnings=weights[Severity.WARNING],
        infos=weights[Severity.INFO],
        safe_fixes=fixes[True],
        unsafe_fixes=fixes[False],
    )
