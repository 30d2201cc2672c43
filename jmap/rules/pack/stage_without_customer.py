"""Stages that tell of the organisation alone."""

from collections.abc import Iterable

from jmap.model.journey import Journey
from jmap.model.stage import Stage
from jmap.rules.expected import Expected
from jmap.rules.finding import Finding
from jmap.rules.knowledge.present import standing, within
from jmap.rules.rule import DEFAULT
from jmap.rules.scene import Scene

_LIVED = (
    *("do", "think", "say", "feel", "story", "needs", "pains"),
    *("trust", "effort", "commitment", "takes"),
)


class StageWithoutCustomer(Expected[Stage]):
    """A stage has touchpoints, and nothing in it tells what the customer does, thinks or feels.

    It lists what the organisation offers: a process chart, not a part of a journey. Where nobody
    knows what customers live through, that is the thing to find out first.

    Where nearly all stages tell something, the others are asked about; in the strict profile each.
    What the stage and its touchpoints tell together counts: something done, thought, said, felt or
    needed, a story, a pain. Stages without touchpoints are left to `empty-stage`.
    """

    tags = ("experience", "stages")
    profiles = (DEFAULT,)
    good = """
journey refund "Getting a refund" {
  stage ask "Ask for the money" {
    touchpoint call on "Phone" "Service line" { think "Third time I explain this" }
  }
  stage send "Send it back" {
    touchpoint shop on "Parcel shop" "Hand it in" { do "Queues in her lunch break" }
  }
  stage paid "Get the money" {
    touchpoint account on "Bank" "The money is there" { feel +1 "relieved" }
  }
  stage wait "Wait for it" {
    touchpoint letter on "Post" "Letter" { feel -1 "forgotten" }
  }
}
"""
    bad = """
journey refund "Getting a refund" {
  stage ask "Ask for the money" {
    touchpoint call on "Phone" "Service line" { think "Third time I explain this" }
  }
  stage send "Send it back" {
    touchpoint shop on "Parcel shop" "Hand it in" { do "Queues in her lunch break" }
  }
  stage paid "Get the money" {
    touchpoint account on "Bank" "The money is there" { feel +1 "relieved" }
  }
  stage wait "Wait for it" {
    touchpoint letter on "Post" "Letter" { action "Send a letter within ten days" }
  }
}
"""

    def parts(self, journey: Journey, scene: Scene) -> Iterable[Stage]:
        return (stage for stage in journey.stages if standing(stage))

    def states(self, part: Stage, scene: Scene) -> bool:
        places = within(part)
        return any(getattr(place, name) for place in places for name in _LIVED)

    def missing(self, part: Stage, scene: Scene) -> Finding:
        return Finding(
            f"`{part.id}` tells nothing of what the customer does, thinks or feels",
            "ask somebody who was there, and write it down: do …, think …, feel …",
            item=part,
        )
