"""Journeys without a problem to solve."""

from collections.abc import Iterable

from jmap.model.journey import Journey
from jmap.rules.finding import Finding
from jmap.rules.rule import STRICT, Rule
from jmap.rules.scene import Scene


class JourneyWithoutScenario(Rule[Journey]):
    """A journey names neither the problem that its customer is solving nor a question of theirs.

    A persona alone does not set off on a journey. What happens on the way depends on what brought
    the customer here: the same person orders a line in one way when moving in three weeks and in
    another when the old one is too slow. Without the situation every reader pictures another one.
    """

    tags = ("framing",)
    profiles = (STRICT,)
    good = """
journey fridge "My fridge has stopped cooling" {
  for "Mina Rastegar"
  scenario "It is Thursday evening, and the warranty ended three months ago"
  question "What will it cost?"
}
"""
    bad = """
journey fridge "My fridge has stopped cooling" {
  for "Mina Rastegar"
}
"""

    def check(self, item: Journey, scene: Scene) -> Iterable[Finding]:
        if item.scenario or item.questions or item.status == "retired":
            return
        yield Finding(
            "the journey says neither which problem its customer is solving nor what they ask",
            'tell the situation: scenario "…"; and what they want to know: question "…"',
        )
