"""Stages with nothing in them."""

from collections.abc import Iterable

from jmap.model.journey import Journey
from jmap.model.stage import Stage
from jmap.model.statement import spec
from jmap.rules.expected import Expected
from jmap.rules.finding import Finding
from jmap.rules.rule import DEFAULT
from jmap.rules.scene import Scene


class EmptyStage(Expected[Stage]):
    """A stage has a title and nothing else, while others of the journey are told.

    An empty column reads as if nothing happened there. Customers live through something in every
    stage: often it is the waiting that nobody in the house sees.

    Where nearly all stages of a journey are told, the others are asked about; a map of titles is
    left to the strict profile.
    """

    tags = ("stages",)
    profiles = (DEFAULT,)
    good = """
journey refund "Getting a refund" {
  stage ask "Ask for the money" { do "Calls the service line" }
  stage send "Send it back" { do "Queues at the parcel shop" }
  stage wait "Wait" { think "Did they forget me?" }
  stage paid "Get the money" { do "Looks at the account every morning" }
}
"""
    bad = """
journey refund "Getting a refund" {
  stage ask "Ask for the money" { do "Calls the service line" }
  stage send "Send it back" { do "Queues at the parcel shop" }
  stage wait "Wait"
  stage paid "Get the money" { do "Looks at the account every morning" }
}
"""

    def parts(self, journey: Journey, scene: Scene) -> Iterable[Stage]:
        return journey.stages

    def states(self, part: Stage, scene: Scene) -> bool:
        return has_content(part)

    def missing(self, part: Stage, scene: Scene) -> Finding:
        return Finding(
            f"there is nothing in the stage `{part.id}`",
            "say what the customer does or thinks there: do …, think …",
            item=part,
        )


def has_content(stage: Stage) -> bool:
    """Whether anything stands in the block of a stage."""
    lines = spec(Stage).body.values()
    return bool(stage.extras) or any(getattr(stage, line.name) for line in lines)
