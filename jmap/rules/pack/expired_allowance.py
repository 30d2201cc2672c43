"""Allowances whose day has passed."""

from collections.abc import Iterable

from jmap.rules.allowance import Allowance
from jmap.rules.finding import Finding
from jmap.rules.rule import DEFAULT, Rule
from jmap.rules.scene import Scene


class ExpiredAllowance(Rule[Allowance]):
    """A comment allowed a finding until a day that has passed.

    What was let stand for a while stands still, and the finding is shown again. Mend it, or agree
    on a new day. Where there is nothing left to allow, unused-allowance says so instead.
    """

    tags = ("allowances", "upkeep")
    profiles = (DEFAULT,)
    good = """
team lead "Head of sales" { kind person }
channel mail "Email" {
  responds 90% within 24h
}
journey quote "Asking for a quote" {
  stage ask "Ask" {
    touchpoint inbox on mail "Email to sales" {
      # jmap: allow owner-without-backup -- Her deputy starts then until 2099-03-31
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
      # jmap: allow owner-without-backup -- Her deputy starts then until 2026-03-31
      owner lead
    }
  }
}
"""

    def check(self, item: Allowance, scene: Scene) -> Iterable[Finding]:
        if item.problem or item.until is None or not item.expired(scene.today):
            return
        if item.judged and not item.used:
            return
        yield Finding(
            f"{item.rule} was allowed here until {item.until.isoformat()}, and that day has passed",
            "mend what it is about and delete the comment, or give a new day: until …",
            span=item.span,
        )
