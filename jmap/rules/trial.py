"""A rule tried on a text of its own, such as the examples of its page."""

from datetime import date

from jmap.config import Choice
from jmap.diagnostics import Diagnostic
from jmap.loading import load_text
from jmap.rules.catalogue import AnyRule, catalogue
from jmap.rules.examine import examine
from jmap.rules.plan import ALL, Plan

DAY = date(2026, 11, 22)
"""The day on which the examples of rules are judged."""


def trial(rule: AnyRule, text: str, path: str = "example.jmap") -> tuple[Diagnostic, ...]:
    """What a rule finds in a text. The others run too, so that it shows what allowances are of
    use.

    Raises ``ValueError`` for a text with errors.
    """
    return tuple(item for item in findings(text, path) if item.name == rule.name)


def findings(text: str, path: str = "example.jmap") -> tuple[Diagnostic, ...]:
    """What all rules together find in a text. Raises ``ValueError`` for a text with errors."""
    loaded = load_text(text.strip("\n") + "\n", path)
    if not loaded.ok:
        raise ValueError("; ".join(item.message for item in loaded.diagnostics))
    return examine(loaded, Plan(catalogue(), asked=Choice(select=(ALL,))), DAY)
