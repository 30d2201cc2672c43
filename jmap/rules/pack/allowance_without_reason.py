"""Allowances that do not say why."""

from collections.abc import Iterable

from jmap.rules.allowance import Allowance
from jmap.rules.finding import Finding
from jmap.rules.rule import DEFAULT, Rule
from jmap.rules.scene import Scene


class AllowanceWithoutReason(Rule[Allowance]):
    """A comment allows a finding and does not say why.

    Whoever reads it a year later cannot tell whether it still holds, and leaves it: that is how a
    promise without anybody behind it comes to stand for good. A few words are enough.
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
team lead "Head of sales" { kind person }
channel mail "Email" {
  responds 90% within 24h
}
journey quote "Asking for a quote" {
  stage ask "Ask" {
    touchpoint inbox on mail "Email to sales" {
      # jmap: allow owner-without-backup
      owner lead
    }
  }
}
"""

    def check(self, item: Allowance, scene: Scene) -> Iterable[Finding]:
        if item.reason or item.problem:
            return
        yield Finding(
            f"nothing says why {item.rule} may stand here",
            f"write why: # jmap: allow {item.rule} -- …",
            span=item.span,
        )
