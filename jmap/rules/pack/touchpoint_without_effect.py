"""Touchpoints of which the map does not say what they do to customers."""

from collections.abc import Iterable

from jmap.model.journey import Journey
from jmap.model.touchpoint import Touchpoint
from jmap.rules.expected import Expected
from jmap.rules.finding import Finding
from jmap.rules.rule import CONTACT_CENTRE, GOVERNMENT, INFO, STRICT
from jmap.rules.scene import Scene


class TouchpointWithoutEffect(Expected[Touchpoint]):
    """A touchpoint does not say what our action does to the customer.

    Between what we do and how customers feel lies what it does to them: it spares them a call, or
    makes them start again. Without it a map lists procedures, and nobody can tell the helpful ones
    from those that hurt.

    It speaks once nearly all touchpoints state an effect, and always in the strict profile. Retired
    touchpoints, and those that are marked as missing, need none.
    """

    severity = INFO
    tags = ("experience",)
    profiles = (STRICT, CONTACT_CENTRE, GOVERNMENT)
    good = """
journey refund "Getting a refund" {
  stage ask "Ask" {
    touchpoint call on "Phone" "Calls the service line" {
      action "Name the day the money arrives"
      effect + "Can pay the rent in time"
    }
    touchpoint shop on "Parcel shop" "Hands the parcel in" {
      effect + "Has it off her mind"
    }
    touchpoint money on "Bank" "Gets the money" {
      effect ± "Has it back, less the postage"
    }
    touchpoint form on "Website" "Fills in the form" {
      action "Ask for the order number"
      effect - "Has to look for the parcel slip"
    }
  }
}
"""
    bad = """
journey refund "Getting a refund" {
  stage ask "Ask" {
    touchpoint call on "Phone" "Calls the service line" {
      action "Name the day the money arrives"
      effect + "Can pay the rent in time"
    }
    touchpoint shop on "Parcel shop" "Hands the parcel in" {
      effect + "Has it off her mind"
    }
    touchpoint money on "Bank" "Gets the money" {
      effect ± "Has it back, less the postage"
    }
    touchpoint form on "Website" "Fills in the form" {
      action "Ask for the order number"
    }
  }
}
"""

    def parts(self, journey: Journey, scene: Scene) -> Iterable[Touchpoint]:
        return (one for one in journey.touchpoints if one.status not in ("retired", "gap"))

    def states(self, part: Touchpoint, scene: Scene) -> bool:
        return bool(part.effect)

    def missing(self, part: Touchpoint, scene: Scene) -> Finding:
        return Finding(
            f"nothing says what `{part.id}` does to the customer",
            'say whether it helps or hurts, and how: effect + "…" or effect - "…"',
            item=part,
        )
