"""Touchpoints of which the map does not say where they happen."""

from collections.abc import Iterable

from jmap.model.journey import Journey
from jmap.model.touchpoint import Touchpoint
from jmap.rules.expected import ALWAYS, Expected
from jmap.rules.finding import Finding
from jmap.rules.knowledge.ours import is_served
from jmap.rules.rule import INFO, STRICT
from jmap.rules.scene import Scene


class TouchpointWithoutChannel(Expected[Touchpoint]):
    """A touchpoint does not say on which channel it happens.

    Nobody can tell then which desk to ask, nor which queue a customer stands in: a complaint about
    it lands with whoever picks up the phone. And nothing that a channel promises is held against
    what customers get there.

    Where nearly all touchpoints name their channel, the others are told, as far as somebody serves
    customers there: it has an action, something behind the scenes, an owner or a figure. What
    customers do on their own, such as trying a coat on at home, has no channel; only the strict
    profile asks about it. Retired touchpoints are left in peace.
    """

    severity = INFO
    tags = ("channels",)
    profiles = (STRICT,)
    good = """
journey refund "Getting a refund" {
  stage ask "Ask" {
    touchpoint call on "Phone" "Calls the service line"
    touchpoint form on "Website" "Fills in the form"
    touchpoint letter on "Post" "Sends the receipt"
    touchpoint desk on "Shop" "Hands the parcel in" { action "Weigh it and print a receipt" }
    touchpoint pack "Packs the parcel at the kitchen table"
  }
}
"""
    bad = """
journey refund "Getting a refund" {
  stage ask "Ask" {
    touchpoint call on "Phone" "Calls the service line"
    touchpoint form on "Website" "Fills in the form"
    touchpoint letter on "Post" "Sends the receipt"
    touchpoint desk "Hands the parcel in" { action "Weigh it and print a receipt" }
  }
}
"""

    def parts(self, journey: Journey, scene: Scene) -> Iterable[Touchpoint]:
        return (
            one
            for one in journey.touchpoints
            if one.status != "retired" and (self.demand == ALWAYS or _meets(one))
        )

    def states(self, part: Touchpoint, scene: Scene) -> bool:
        return part.channel is not None

    def missing(self, part: Touchpoint, scene: Scene) -> Finding:
        return Finding(
            f"nothing says on which channel `{part.id}` happens",
            f"name it behind the id: touchpoint {part.id} on …",
            item=part,
        )


def _meets(touchpoint: Touchpoint) -> bool:
    return touchpoint.channel is not None or is_served(touchpoint)
