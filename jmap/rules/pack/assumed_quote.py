"""Quotes that nobody said."""

from collections.abc import Iterable

from jmap.model.experience import Experience
from jmap.model.touchpoint import Touchpoint
from jmap.rules.finding import Finding
from jmap.rules.rule import DEFAULT, Rule
from jmap.rules.scene import Scene


class AssumedQuote(Rule[Experience]):
    """A sentence stands as said by customers, word for word, and is assumed.

    A quote is the strongest thing on a map: it is what people remember and repeat. One that was
    made up cannot be taken back. What the team supposes in a customer's head is a thought.

    What is planned, or drawn for the future, is not looked at: nobody can have said it yet.
    """

    tags = ("evidence", "contradictions")
    profiles = (DEFAULT,)
    good = """
journey fridge "My fridge has stopped cooling" {
  stage talk "Talk to an expert" {
    say observed "Just tell me on which day and at what time you will come."
    think assumed "How often do I have to explain this?"
  }
}
"""
    bad = """
journey fridge "My fridge has stopped cooling" {
  stage talk "Talk to an expert" {
    say assumed "Just tell me on which day and at what time you will come."
  }
}
"""

    def check(self, item: Experience, scene: Scene) -> Iterable[Finding]:
        if scene.journey is not None and scene.journey.state == "future":
            return
        if isinstance(item, Touchpoint) and item.status in ("planned", "gap", "retired"):
            return
        for line in item.say:
            if line.confidence == "assumed":
                yield Finding(
                    "this stands as said word for word, and is assumed",
                    "write it as a thought: think; or what somebody really said, and how sure that "
                    "is: observed",
                    item=line,
                )
