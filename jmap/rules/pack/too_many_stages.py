"""Maps too long to be taken in."""

from collections.abc import Iterable

from jmap.model.journey import Journey
from jmap.rules.finding import Finding
from jmap.rules.rule import INFO, STRICT, Rule
from jmap.rules.scene import Scene
from jmap.rules.setting import Setting


class TooManyStages(Rule[Journey]):
    """A journey has more stages than readers take in at once.

    A map is there to be looked at together. Five to seven stages fit on a wall and in a
    conversation; what needs more is better told by a journey of its own that a stage opens.
    """

    tags = ("stages",)
    severity = INFO
    profiles = (STRICT,)
    stages = Setting(7, "The largest number of stages that still reads well.", low=1)
    good = """
journey permit "Renewing a permit" {
  stage learn "Learn what is needed"
  stage apply "Apply"
  stage wait "Wait"
  stage receive "Receive it"
}
"""
    bad = """
journey permit "Renewing a permit" {
  stage notice "Notice that it expires"
  stage search "Search for the form"
  stage form "Fill the form in"
  stage photo "Have a photo taken"
  stage queue "Queue"
  stage submit "Hand it in"
  stage wait "Wait"
  stage receive "Receive it"
}
"""

    def check(self, item: Journey, scene: Scene) -> Iterable[Finding]:
        if len(item.stages) > self.stages:
            yield Finding(
                f"this journey has {len(item.stages)} stages, and more than {self.stages} are hard "
                "to take in",
                "join stages in which the customer wants the same thing, or let one open a journey "
                "of its own: opens …",
            )
