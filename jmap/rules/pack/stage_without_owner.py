"""Stages that nobody answers for."""

from collections.abc import Iterable

from jmap.model.journey import Journey
from jmap.model.stage import Stage
from jmap.rules.expected import Expected
from jmap.rules.finding import Finding
from jmap.rules.knowledge.ours import OWNED_STAGES
from jmap.rules.rule import DEFAULT
from jmap.rules.scene import Scene
from jmap.rules.setting import Setting


class StageWithoutOwner(Expected[Stage]):
    """A stage of the journey has no owner.

    Between two departments is where customers get lost: each stage needs one that answers for the
    whole of it, whatever happens at its touchpoints.

    A stage with an owner of every touchpoint is in good hands. Silent as long as fewer than three
    stages, or less than three fifths of them, have an owner: such a map is not about who answers
    for what. The strict profile asks always.
    """

    tags = ("ownership",)
    profiles = (DEFAULT,)
    share = Setting(
        OWNED_STAGES,
        "What share of all stages has to have an owner before the others are asked.",
        low=0.0,
        high=1.0,
    )
    good = """
journey refund "Getting a refund" {
  stage ask "Ask" { owner "Service desk" }
  stage send "Send it back" { owner "Logistics" }
  stage paid "Get the money" { owner "Accounting" }
}
"""
    bad = """
journey refund "Getting a refund" {
  stage ask "Ask" { owner "Service desk" }
  stage send "Send it back" { owner "Logistics" }
  stage wait "Wait for an answer"
  stage paid "Get the money" { owner "Accounting" }
}
"""

    def parts(self, journey: Journey, scene: Scene) -> Iterable[Stage]:
        return journey.stages

    def states(self, part: Stage, scene: Scene) -> bool:
        return part.owner is not None or _is_covered(part)

    def missing(self, part: Stage, scene: Scene) -> Finding:
        return Finding(
            f"nobody answers for the stage `{part.id}`",
            "name a team: owner …",
            item=part,
        )


def _is_covered(stage: Stage) -> bool:
    """Whether somebody answers for everything that happens in a stage."""
    return bool(stage.touchpoints) and all(one.owner for one in stage.touchpoints)
