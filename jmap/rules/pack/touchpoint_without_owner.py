"""Touchpoints that nobody answers for."""

from collections.abc import Iterable

from jmap.model.journey import Journey
from jmap.model.touchpoint import Touchpoint
from jmap.rules.expected import ALWAYS, Expected
from jmap.rules.finding import Finding
from jmap.rules.knowledge.ours import is_answered_for, is_owned_by_stage
from jmap.rules.rule import DEFAULT
from jmap.rules.scene import Scene


class TouchpointWithoutOwner(Expected[Touchpoint]):
    """A touchpoint has no owner.

    What belongs to everybody is mended by nobody: a complaint about it is passed from desk to desk,
    and no figure there ever becomes somebody's task.

    Where nearly all touchpoints name their owner, the others are told, unless their stage has one
    that answers for all of it. Where most stages have, `stage-without-owner` tells of those that
    have none, and nothing is said here. It speaks of places where there is something to answer for:
    an action, a figure, or a declared channel of the house. Where customers are by themselves,
    looking down the road for the bin lorry, it is silent. The strict profile asks every touchpoint
    for its own. Retired touchpoints, and those that are marked as missing, need none.
    """

    tags = ("ownership",)
    profiles = (DEFAULT,)
    good = """
journey refund "Getting a refund" {
  stage ask "Ask" {
    touchpoint call on "Phone" "Calls the service line" { owner "Customer care" }
    touchpoint form on "Website" "Fills in the form" { owner "Web team" }
    touchpoint letter on "Post" "Sends the receipt" { owner "Mail room" }
    touchpoint account "Looks at the bank account every morning"
  }
}
"""
    bad = """
journey refund "Getting a refund" {
  stage ask "Ask" {
    touchpoint call on "Phone" "Calls the service line" { owner "Customer care" }
    touchpoint form on "Website" "Fills in the form" { owner "Web team" }
    touchpoint letter on "Post" "Sends the receipt" { owner "Mail room" }
    touchpoint refused on "Email" "Reads the refusal" { action "Give the reason" }
  }
}
"""

    def parts(self, journey: Journey, scene: Scene) -> Iterable[Touchpoint]:
        if self.demand != ALWAYS and is_owned_by_stage(journey):
            return
        for stage in journey.stages:
            covered = stage.owner is not None and self.demand != ALWAYS
            for one in stage.touchpoints:
                if one.status not in ("retired", "gap") and self._is_asked(
                    one, scene, covered=covered
                ):
                    yield one

    def states(self, part: Touchpoint, scene: Scene) -> bool:
        return part.owner is not None

    def missing(self, part: Touchpoint, scene: Scene) -> Finding:
        return Finding(
            f"nobody answers for the touchpoint `{part.id}`",
            "name a team: owner …",
            item=part,
        )

    def _is_asked(self, touchpoint: Touchpoint, scene: Scene, *, covered: bool) -> bool:
        if self.demand == ALWAYS or touchpoint.owner is not None:
            return True
        return not covered and is_answered_for(touchpoint, scene)
