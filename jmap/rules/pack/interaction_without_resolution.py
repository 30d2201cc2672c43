"""Conversations of which nobody says how they end well."""

from collections.abc import Iterable

from jmap.model.touchpoint import Touchpoint
from jmap.rules.finding import Finding
from jmap.rules.knowledge.present import RETIRED
from jmap.rules.rule import CONTACT_CENTRE, INFO, STRICT, Rule
from jmap.rules.scene import Scene


class InteractionWithoutResolution(Rule[Touchpoint]):
    """A touchpoint is an interaction, and does not say how it ends well.

    Whoever talks to customers has to know what they should leave with. Without it a contact counts
    as done when it is over, and customers come back with the same question.

    Looks only at touchpoints of `kind interaction`.
    """

    tags = ("experience",)
    severity = INFO
    profiles = (CONTACT_CENTRE, STRICT)
    good = """
journey refund "Getting a refund" {
  stage ask "Ask for the money" {
    touchpoint call on "Phone" "Calls the service line" {
      kind interaction
      resolution "She knows the day on which the money comes"
    }
  }
}
"""
    bad = """
journey refund "Getting a refund" {
  stage ask "Ask for the money" {
    touchpoint call on "Phone" "Calls the service line" {
      kind interaction
      action "Look the parcel up"
    }
  }
}
"""

    def check(self, item: Touchpoint, scene: Scene) -> Iterable[Finding]:
        if item.kind == "interaction" and item.resolution is None and item.status != RETIRED:
            yield Finding(
                f"`{item.id}` is an interaction, and does not say how it ends well",
                'say what the customer leaves with: resolution "…"',
            )
