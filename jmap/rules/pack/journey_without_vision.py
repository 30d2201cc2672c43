"""Journeys that lead towards nothing."""

from collections.abc import Iterable

from jmap.model.journey import Journey
from jmap.rules.finding import Finding
from jmap.rules.rule import INFO, STRICT, Rule
from jmap.rules.scene import Scene


class JourneyWithoutVision(Rule[Journey]):
    """A journey does not say which experience it is working towards.

    Pains get mended one by one, and the mended parts do not add up: each team makes its own piece
    faster. A vision is the one sentence by which all of them decide, told from the customer's side.

    A journey that is retired is not asked for it.
    """

    tags = ("framing",)
    severity = INFO
    profiles = (STRICT,)
    good = """
journey fridge "My fridge has stopped cooling" {
  vision "No family is without a fridge for more than a day"
}
"""
    bad = """
journey fridge "My fridge has stopped cooling" {
  objective "Most faults are mended in one visit" serves "Repairs people can count on"
}
"""

    def check(self, item: Journey, scene: Scene) -> Iterable[Finding]:
        if item.vision is None and item.status != "retired":
            yield Finding(
                "the journey does not say which experience it is working towards",
                'say it in one sentence, from the customer\'s side: vision "…"',
            )
