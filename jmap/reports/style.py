"""Colour for terminals that want it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

# Only types are needed of it: what is coloured is often printed without any finding.
if TYPE_CHECKING:
    from jmap.diagnostics import Severity


@dataclass(frozen=True, slots=True)
class Style:
    """Marks parts of a text; without colour every mark leaves its text as it is."""

    colour: bool = False

    def strong(self, text: str) -> str:
        """What the eye should find first."""
        return self._mark("1", text)

    def faint(self, text: str) -> str:
        """What frames the rest."""
        return self._mark("2", text)

    def good(self, text: str) -> str:
        """Good news, and help."""
        return self._mark("32", text)

    def bad(self, text: str) -> str:
        """Bad news."""
        return self._mark("31", text)

    def severity(self, severity: "Severity") -> Callable[[str], str]:
        """The mark of a severity."""
        code = {"error": "1;31", "warning": "1;33", "info": "1;36"}[severity.value]
        return lambda text: self._mark(code, text)

    def _mark(self, code: str, text: str) -> str:
        return f"\x1b[{code}m{text}\x1b[0m" if self.colour else text
