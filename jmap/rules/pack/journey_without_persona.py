"""Journeys that are nobody's."""

from collections.abc import Iterable

from jmap.model.journey import Journey
from jmap.rules.finding import Finding
from jmap.rules.rule import STRICT, Rule
from jmap.rules.scene import Scene


class JourneyWithoutPersona(Rule[Journey]):
    """A journey does not say whose it is.

    A map for everybody describes an average that nobody lives through: the pensioner and the
    student meet other obstacles at the same counter. One persona a map is enough to start with.
    """

    tags = ("personas", "framing")
    profiles = (STRICT,)
    good = """
journey permit "Renewing a parking permit" {
  for "Ruth, who is 71 and uses a tablet slowly"
}
"""
    bad = """
journey permit "Renewing a parking permit" {
  scenario "The permit runs out in eight weeks"
}
"""

    def check(self, item: Journey, scene: Scene) -> Iterable[Finding]:
        if not item.personas and item.status != "retired":
            yield Finding(
                "the journey does not say whose it is",
                'name a persona: for some-id, or for "a name"',
            )
