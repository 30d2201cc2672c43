"""Negative paths of which nobody says what sets them off."""

from collections.abc import Iterable

from jmap.model.path import Path
from jmap.rules.finding import Finding
from jmap.rules.rule import INFO, STRICT, Rule
from jmap.rules.scene import Scene


class NegativePathWithoutTrigger(Rule[Path]):
    """A path shows what happens when things go wrong, and not what sets it off.

    What goes wrong has a cause, and the cause decides who can prevent it. Without it the path
    prepares for putting things right, and never for avoiding them.
    """

    tags = ("paths",)
    severity = INFO
    profiles = (STRICT,)
    good = """
journey refund "Getting a refund" {
  stage ask "Ask for the money" {
    touchpoint call on "Phone" "Service line"
  }
  path refused negative "The refund is refused" {
    trigger "The parcel cannot be found"
    step call
  }
}
"""
    bad = """
journey refund "Getting a refund" {
  stage ask "Ask for the money" {
    touchpoint call on "Phone" "Service line"
  }
  path refused negative "The refund is refused" {
    step call
  }
}
"""

    def check(self, item: Path, scene: Scene) -> Iterable[Finding]:
        if item.negative and item.trigger is None:
            yield Finding(
                f"the path `{item.id}` does not say what sets it off",
                'say what goes wrong first: trigger "…"',
            )
