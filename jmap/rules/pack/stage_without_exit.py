"""Stages of which nobody says when they are over."""

from collections.abc import Iterable

from jmap.model.journey import Journey
from jmap.model.stage import Stage
from jmap.rules.expected import Expected
from jmap.rules.finding import Finding
from jmap.rules.rule import INFO, STRICT
from jmap.rules.scene import Scene


class StageWithoutExit(Expected[Stage]):
    """A stage does not say what is true when the customer moves on.

    A stage is over when the customer has what it was for, and not when the department has closed
    its ticket. Written down, that can be asked of customers and counted.

    The last stage may do without where the journey says what `ends` it.
    """

    tags = ("stages",)
    severity = INFO
    profiles = (STRICT,)
    good = """
journey refund "Getting a refund" {
  ends "The money is on her account"
  stage ask "Ask for the money" { exit "Somebody has promised a day" }
  stage send "Send it back" { exit "The parcel shop has it" }
  stage check "Have it checked" { exit "It is found as it was sent" }
  stage wait "Wait for it"
}
"""
    bad = """
journey refund "Getting a refund" {
  ends "The money is on her account"
  stage ask "Ask for the money" { exit "Somebody has promised a day" }
  stage send "Send it back" { exit "The parcel shop has it" }
  stage check "Have it checked" { exit "It is found as it was sent" }
  stage parcel "Look for the parcel"
  stage wait "Wait for it"
}
"""

    def parts(self, journey: Journey, scene: Scene) -> Iterable[Stage]:
        return journey.stages[:-1] if journey.ends else journey.stages

    def states(self, part: Stage, scene: Scene) -> bool:
        return part.exit is not None

    def missing(self, part: Stage, scene: Scene) -> Finding:
        return Finding(
            f"`{part.id}` does not say when the customer moves on",
            'say what is true then: exit "…"',
            item=part,
        )
