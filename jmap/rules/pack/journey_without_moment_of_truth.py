"""Maps on which every moment weighs the same."""

from collections.abc import Iterable

from jmap.model.journey import Journey
from jmap.rules.finding import Finding
from jmap.rules.rule import INFO, STRICT, Rule
from jmap.rules.scene import Scene


class JourneyWithoutMomentOfTruth(Rule[Journey]):
    """A journey marks no touchpoint as a moment of truth.

    Customers do not weigh everything alike: at a few moments they make up their minds about the
    whole. Unless these are marked, effort is spread evenly, and what decides gets as little of it
    as what nobody notices.
    """

    tags = ("moments-of-truth",)
    severity = INFO
    profiles = (STRICT,)
    good = """
journey refund "Getting a refund" {
  stage ask "Ask for the money" {
    touchpoint form on "Website" "Refund form"
    touchpoint call on "Phone" "Service line" { moment-of-truth }
  }
}
"""
    bad = """
journey refund "Getting a refund" {
  stage ask "Ask for the money" {
    touchpoint form on "Website" "Refund form"
    touchpoint call on "Phone" "Service line"
  }
}
"""

    def check(self, item: Journey, scene: Scene) -> Iterable[Finding]:
        touchpoints = list(item.touchpoints)
        if touchpoints and not any(one.moment_of_truth for one in touchpoints):
            yield Finding(
                "no touchpoint is marked as a moment of truth",
                "mark the one or two at which customers make up their minds: moment-of-truth",
            )
