"""Touchpoints of which the map does not say what stands behind them."""

from collections.abc import Iterable

from jmap.model.journey import Journey
from jmap.model.touchpoint import Touchpoint
from jmap.rules.expected import Expected
from jmap.rules.finding import Finding
from jmap.rules.rule import INFO, STRICT
from jmap.rules.scene import Scene


class TouchpointWithoutBackstage(Expected[Touchpoint]):
    """Nothing is said of the systems, processes or people behind a touchpoint.

    What customers meet is made out of their sight. A pain at the front desk is as a rule mended in
    a system or a procedure that the front desk only shows; a map that stops at the line of
    visibility sends its owner to the wrong place.

    It speaks once nearly all touchpoints tell what stands behind them, and always in the strict
    profile. Retired touchpoints, and those that are marked as missing, need none.
    """

    severity = INFO
    tags = ("stages",)
    profiles = (STRICT,)
    good = """
journey refund "Getting a refund" {
  stage ask "Ask" {
    touchpoint call on "Phone" "Calls the service line" {
      backstage "Parcel tracking" "Shows where the coat is"
      support "Bank transfers" "Run once a night"
    }
  }
}
"""
    bad = """
journey refund "Getting a refund" {
  stage ask "Ask" {
    touchpoint call on "Phone" "Calls the service line" {
      backstage "Parcel tracking" "Shows where the coat is"
    }
    touchpoint shop on "Parcel shop" "Hands the parcel in" {
      backstage "Parcel service" "Collects once a day"
    }
    touchpoint money on "Bank" "Gets the money" {
      support "Bank transfers" "Run once a night"
    }
    touchpoint form on "Website" "Fills in the form" {
      action "Confirm by email within a minute"
    }
  }
}
"""

    def parts(self, journey: Journey, scene: Scene) -> Iterable[Touchpoint]:
        return (one for one in journey.touchpoints if one.status not in ("retired", "gap"))

    def states(self, part: Touchpoint, scene: Scene) -> bool:
        return bool(part.backstage or part.support)

    def missing(self, part: Touchpoint, scene: Scene) -> Finding:
        return Finding(
            f"nothing says what stands behind `{part.id}`",
            'name a system, a process or a team: backstage … "what it does"',
            item=part,
        )
