"""Journeys without a stage."""

from collections.abc import Iterable

from jmap.model.journey import Journey
from jmap.rules.finding import Finding
from jmap.rules.rule import DEFAULT, Rule
from jmap.rules.scene import Scene


class EmptyJourney(Rule[Journey]):
    """A journey has no stages.

    Without stages there is nothing to walk through: every picture of it is empty, and whoever opens
    it from another map finds nothing there. A journey that extends another has that one's stages.
    """

    tags = ("stages",)
    profiles = (DEFAULT,)
    good = """
journey refund "Getting a refund" {
  goal resolve "The money is back before the rent is due"
  stage ask "Ask for the money"
}
"""
    bad = """
journey refund "Getting a refund" {
  goal resolve "The money is back before the rent is due"
}
"""

    def check(self, item: Journey, scene: Scene) -> Iterable[Finding]:
        if not item.stages:
            yield Finding(
                "this journey has no stages",
                'write the first thing the customer goes through: stage ask "…"',
            )
