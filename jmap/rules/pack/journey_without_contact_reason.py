"""Journeys that do not say why customers get in touch."""

from collections.abc import Iterable

from jmap.model.journey import Journey
from jmap.rules.finding import Finding
from jmap.rules.rule import CONTACT_CENTRE, INFO, Rule
from jmap.rules.scene import Scene


class JourneyWithoutContactReason(Rule[Journey]):
    """A journey does not say why customers get in touch.

    A contact centre plans by reasons for contact: they decide which skill is needed, which answer
    has to be ready, and which calls need never have come. A map that names its reason can be laid
    beside the figures of the call log.
    """

    tags = ("framing",)
    severity = INFO
    profiles = (CONTACT_CENTRE,)
    good = """
journey fridge "My fridge has stopped cooling" {
  reason "A fault after the end of the warranty"
}
"""
    bad = """
journey fridge "My fridge has stopped cooling" {
  goal resolve "A cold fridge by tomorrow"
}
"""

    def check(self, item: Journey, scene: Scene) -> Iterable[Finding]:
        if not item.reasons and item.status != "retired":
            yield Finding(
                "the journey does not say why customers get in touch",
                'name it as the call log does: reason "…"',
            )
