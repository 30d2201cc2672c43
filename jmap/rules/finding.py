"""What a rule finds: a sentence about a part of the model; where that stands is looked up later."""

from dataclasses import dataclass
from typing import Any

from jmap.diagnostics import Fix, Severity
from jmap.source import Span


@dataclass(frozen=True, slots=True)
class Also:
    """A second part of the model that explains a finding."""

    item: Any
    message: str
    field: str = ""
    nth: int = 0


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that a rule found.

    It is about the item that was checked, or another ``item`` named here; about one ``field`` of it
    (by the name in the model), and the ``nth`` statement of a field that may be said often. Rules
    that read the text itself give a ``span`` in place of these.
    """

    message: str
    """A sentence of what is wrong, without a full stop."""
    help: str = ""
    """What to type instead."""
    item: Any = None
    field: str = ""
    nth: int = 0
    span: Span | None = None
    severity: Severity | None = None
    """Where this one weighs more or less than the rule usually does."""
    also: tuple[Also, ...] = ()
    fix: Fix | None = None
