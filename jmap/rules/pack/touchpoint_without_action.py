"""Touchpoints of which the map does not say what we do there."""

from collections.abc import Iterable

from jmap.model.journey import Journey
from jmap.model.touchpoint import Touchpoint
from jmap.rules.expected import Expected
from jmap.rules.finding import Finding
from jmap.rules.rule import CONTACT_CENTRE, GOVERNMENT, INFO, STRICT
from jmap.rules.scene import Scene


class TouchpointWithoutAction(Expected[Touchpoint]):
    """A touchpoint does not say what the organisation does there.

    A map that tells only what customers go through cannot be acted upon: the owner of a touchpoint
    reads what hurts and not which of our doings hurts. Owner, action, effect and gap are the four
    facts that a cell of a map should hold.

    It speaks once nearly all touchpoints state an action, and always in the strict profile. Retired
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
    }
    touchpoint shop on "Parcel shop" "Hands the parcel in" {
      action "Print a receipt"
    }
    touchpoint money on "Bank" "Gets the money" {
      action "Name the order in the transfer"
    }
    touchpoint form on "Website" "Fills in the form" {
      action "Confirm by email within a minute"
    }
  }
}
"""
    bad = """
journey refund "Getting a refund" {
  stage ask "Ask" {
    touchpoint call on "Phone" "Calls the service line" {
      action "Name the day the money arrives"
    }
    touchpoint shop on "Parcel shop" "Hands the parcel in" {
      action "Print a receipt"
    }
    touchpoint money on "Bank" "Gets the money" {
      action "Name the order in the transfer"
    }
    touchpoint form on "Website" "Fills in the form"
  }
}
"""

    def parts(self, journey: Journey, scene: Scene) -> Iterable[Touchpoint]:
        return (one for one in journey.touchpoints if one.status not in ("retired", "gap"))

    def states(self, part: Touchpoint, scene: Scene) -> bool:
        return bool(part.action)

    def missing(self, part: Touchpoint, scene: Scene) -> Finding:
        return Finding(
            f"nothing says what we do at `{part.id}`",
            'say what we do there: action "…"',
            item=part,
        )
