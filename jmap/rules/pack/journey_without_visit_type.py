"""Journeys that treat newcomers and old customers alike."""

from collections.abc import Iterable

from jmap.model.journey import Journey
from jmap.rules.finding import Finding
from jmap.rules.rule import CONTACT_CENTRE, INFO, STRICT, Rule
from jmap.rules.scene import Scene


class JourneyWithoutVisitType(Rule[Journey]):
    """A journey does not say whether its customer comes for the first time or comes back.

    Newcomers want to be welcomed and shown the way; who comes back wants to be known, and not to
    tell everything again. One map cannot be right about both.
    """

    tags = ("framing",)
    severity = INFO
    profiles = (CONTACT_CENTRE, STRICT)
    good = """
journey fridge "My fridge has stopped cooling" {
  visit returning
}
"""
    bad = """
journey fridge "My fridge has stopped cooling" {
  level mid
}
"""

    def check(self, item: Journey, scene: Scene) -> Iterable[Finding]:
        if item.visit is None and item.status != "retired":
            yield Finding(
                "the journey does not say whether its customer is new or comes back",
                "say which: visit first, or visit returning",
            )
