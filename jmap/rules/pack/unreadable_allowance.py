"""Comments that speak to jmap and are not understood."""

from collections.abc import Iterable

from jmap.rules.allowance import Allowance
from jmap.rules.finding import Finding
from jmap.rules.rule import DEFAULT, Rule
from jmap.rules.scene import Scene


class UnreadableAllowance(Rule[Allowance]):
    """A comment begins with "jmap:" and says nothing that can be understood.

    Its author believes that a finding is let stand, and it is not; or, worse, it names a rule that
    has never been, and nobody will notice when the real one is needed. Comments that do not begin
    with "jmap:" are never looked at.
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
      # jmap: allow owner-without-backup -- She has nobody to stand in until 2099-12-31
      owner lead
    }
  }
}
"""
    bad = """
journey quote "Asking for a quote" {
  # jmap: allow stage-without-an-owner -- The pilot has none
  stage ask "Ask"
  # jmap: ignore stage-without-owner
  stage wait "Wait"
}
"""

    def check(self, item: Allowance, scene: Scene) -> Iterable[Finding]:
        if not item.problem:
            return
        yield Finding(f"this comment to jmap {item.problem}", _HELP, span=item.span)


_HELP = (
    "write: # jmap: allow NAME-OF-A-RULE -- why it may stand until 2027-03-31; `jmap rules` lists "
    "the names"
)
