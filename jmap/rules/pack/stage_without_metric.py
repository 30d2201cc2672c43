"""Stages of which nothing is measured."""

from collections.abc import Iterable

from jmap.model.journey import Journey
from jmap.model.stage import Stage
from jmap.rules.expected import Expected
from jmap.rules.finding import Finding
from jmap.rules.knowledge.present import Place, within
from jmap.rules.knowledge.serving import is_lived
from jmap.rules.rule import STRICT
from jmap.rules.scene import Scene


class StageWithoutMetric(Expected[Stage]):
    """Nothing is measured in a stage of the journey.

    Where nothing is counted nothing is noticed: a stage can get worse for a year before complaints
    say so. One figure a stage is enough to begin with.

    A measure of the stage or of one of its touchpoints counts, and so do the current level of a
    touchpoint, the time that something `takes` and a count of customers who leave. Silent about
    journeys as they should be.
    """

    tags = ("metrics", "stages")
    profiles = (STRICT,)
    good = """
journey refund "Getting a refund" {
  stage ask "Ask" {
    measure "Solved at the first call" { current 412/640 }
  }
  stage send "Send it back" { churn 31/640 "Keep the coat after all" }
  stage check "Have it checked" { takes 4d }
  stage wait "Wait for the money" {
    touchpoint letter on "Post" "The letter" { current 9d }
  }
}
"""
    bad = """
journey refund "Getting a refund" {
  stage ask "Ask" {
    measure "Solved at the first call" { current 412/640 }
  }
  stage send "Send it back" { churn 31/640 "Keep the coat after all" }
  stage check "Have it checked" { takes 4d }
  stage wait "Wait for the money" {
    touchpoint letter on "Post" "The letter" { feel -1 }
  }
}
"""

    def parts(self, journey: Journey, scene: Scene) -> Iterable[Stage]:
        return journey.stages if is_lived(journey) else ()

    def states(self, part: Stage, scene: Scene) -> bool:
        return any(map(_is_measured, within(part)))

    def missing(self, part: Stage, scene: Scene) -> Finding:
        return Finding(
            f"nothing is measured in `{part.id}`",
            "one figure is enough to begin with: measure … { current … }",
            item=part,
        )


def _is_measured(place: Place) -> bool:
    if place.measures or place.takes or getattr(place, "current", None) is not None:
        return True
    return any(one.amount is not None for one in place.churn)
