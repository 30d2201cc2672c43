"""How often each kind of finding is met: where to begin, and what to turn off for now."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Any

from jmap.diagnostics import Diagnostic, Severity
from jmap.reports.document import document
from jmap.reports.fixes import SAFE_MARK
from jmap.reports.json import VERSION
from jmap.reports.run import Run, counts
from jmap.reports.style import Style
from jmap.reports.visible import visible

_PLAIN = Style()


@dataclass(frozen=True, slots=True)
class Kind:
    """The findings of one name, counted."""

    name: str
    count: int
    severity: Severity
    """The heaviest of them."""
    safe_fixes: int
    """How many have a fix that changes nothing a file says."""
    unsafe_fixes: int
    """How many have another."""


def statistics(run: Run, style: Style = _PLAIN) -> str:
    """A line a kind: how many, how heavy, the name, and a mark where all of them have a safe fix,
    or how many have. The most frequent comes first; a check that found nothing has no line.
    """
    found = kinds(run)
    digits = max((len(str(kind.count)) for kind in found), default=0)
    letters = max((len(visible(kind.name)) for kind in found), default=0)
    lines = ("  ".join(_cells(kind, digits, letters, style)).rstrip() for kind in found)
    return "".join(line + "\n" for line in lines)


def statistics_json(run: Run) -> str:
    """The same as a document: ``{"version": 1, "files": …, "kinds": […], "hidden": …}``."""
    rows: list[dict[str, Any]] = [
        {**asdict(kind), "severity": kind.severity.value} for kind in kinds(run)
    ]
    return document({"version": VERSION, "files": run.files, "kinds": rows, "hidden": run.hidden})


def kinds(run: Run) -> tuple[Kind, ...]:
    """Each kind that was found, the most frequent first, then in order of their names."""
    found: dict[str, list[Diagnostic]] = {}
    for item in run.diagnostics:
        found.setdefault(item.name, []).append(item)
    counted = (_kind(name, items) for name, items in found.items())
    return tuple(sorted(counted, key=lambda kind: (-kind.count, kind.name)))


def _kind(name: str, items: list[Diagnostic]) -> Kind:
    heaviest = min((item.severity for item in items), key=lambda each: each.rank)
    found = counts(items)
    return Kind(name, len(items), heaviest, found.safe_fixes, found.unsafe_fixes)


def _cells(kind: Kind, digits: int, letters: int, style: Style) -> Iterator[str]:
    yield f"{kind.count:>{digits}}"
    # Padded outside of the mark: its own characters fill no column.
    word = kind.severity.value
    yield style.severity(kind.severity)(word) + " " * (len("warning") - len(word))
    yield visible(kind.name).ljust(letters)
    if kind.safe_fixes:
        all_of_them = kind.safe_fixes == kind.count
        yield style.good(SAFE_MARK if all_of_them else f"{SAFE_MARK} {kind.safe_fixes}")
