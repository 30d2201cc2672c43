"""Allowances that let nothing stand."""

from collections.abc import Iterable

from jmap.diagnostics import Edit, Fix
from jmap.rules.allowance import Allowance
from jmap.rules.finding import Finding
from jmap.rules.rule import DEFAULT, Rule
from jmap.rules.scene import Scene
from jmap.source import Span


class UnusedAllowance(Rule[Allowance]):
    """A comment allows a finding that there is not.

    What it let stand was mended, or it stands in the wrong place. Left where it is, it would let
    the same mistake stand unseen the next time. Only rules that run are judged.
    """

    tags = ("allowances",)
    profiles = (DEFAULT,)
    good = """
team lead "Head of sales" { kind person }
channel mail "Email" {
  responds 90% within 24h
}
journey quote "Asking for a quote" {
  stage ask "Ask" {
    touchpoint inbox on mail "Email to sales" {
      # jmap: allow owner-without-backup -- Her deputy starts in spring
      owner lead
    }
  }
}
"""
    bad = """
journey refund "Getting a refund" {
  # jmap: allow owner-without-backup -- She never takes a day off
  stage ask "Ask"
}
"""

    def check(self, item: Allowance, scene: Scene) -> Iterable[Finding]:
        if item.used or not item.judged or item.problem:
            return
        yield Finding(
            f"there is no {item.rule} here to allow",
            "delete the comment",
            span=item.span,
            fix=Fix("delete the allowance", (Edit(_line(item), ""),)),
        )


def _line(item: Allowance) -> Span:
    """The comment with the blanks before it, and with its line where nothing else stands there."""
    text = item.source.text
    start = item.span.start
    while start and text[start - 1] in " \t":
        start -= 1
    if start and text[start - 1] not in "\r\n":
        return Span(start, item.span.end)
    end = item.span.end
    if text[end : end + 2] == "\r\n":
        return Span(start, end + 2)
    return Span(start, min(end + 1, len(text)))
