"""Touchpoints at which nobody has looked."""

from collections.abc import Iterable

from jmap.gaps.level import PRECISION
from jmap.model.touchpoint import Touchpoint
from jmap.rules.finding import Finding
from jmap.rules.knowledge.present import lived_today
from jmap.rules.rule import INFO, STRICT, Rule
from jmap.rules.scene import Scene


class UnexaminedTouchpoint(Rule[Touchpoint]):
    """A touchpoint has no pain, opportunity or risk, and is not said to be fine.

    Whether it works or nobody has looked cannot be told from the map. Saying `fine`, and why, is a
    finding too, and saves the next reader the question.

    A touchpoint that gives customers as much as they want, by its own figures or all of its
    measures, has been looked at. Silent about what is planned, missing or retired, and in journeys
    of `state future`.
    """

    tags = ("pains", "opportunities")
    severity = INFO
    profiles = (STRICT,)
    good = """
journey refund "Getting a refund" {
  stage ask "Ask for the money" {
    touchpoint call on "Phone" "Service line" { pain "Nobody can see the parcel" }
    touchpoint form on "Website" "Refund form" { fine "Nine in ten finish it in two minutes" }
  }
}
"""
    bad = """
journey refund "Getting a refund" {
  stage ask "Ask for the money" {
    touchpoint call on "Phone" "Service line" { pain "Nobody can see the parcel" }
    touchpoint form on "Website" "Refund form" { action "Ask for the order number" }
  }
}
"""

    def check(self, item: Touchpoint, scene: Scene) -> Iterable[Finding]:
        if item.pains or item.opportunities or item.risks or item.fine is not None:
            return
        if lived_today(item, scene) and not _is_enough(scene):
            yield Finding(
                f"`{item.id}` has no pain, opportunity or risk, and is not said to be fine",
                'look at it with a customer; if nothing needs to change, say why: fine "…"',
            )


def _is_enough(scene: Scene) -> bool:
    """Whether figures say that customers get what they want here, and none says otherwise."""
    known = [gap.experience for gap in scene.gaps().get(scene.address, ())]
    met = [gap for gap in known if gap is not None]
    return bool(met) and all(round(gap, PRECISION) >= 0 for gap in met)
