"""Figures of which nobody asked what customers want."""

from collections.abc import Iterable

from jmap.model.journey import Journey
from jmap.model.touchpoint import Touchpoint
from jmap.rules.expected import Expected
from jmap.rules.finding import Finding
from jmap.rules.knowledge.figures import shown
from jmap.rules.knowledge.present import lived_today
from jmap.rules.rule import DEFAULT
from jmap.rules.scene import Scene


class CurrentWithoutDesired(Expected[Touchpoint]):
    """A touchpoint says what customers get now, and not what they want.

    A figure alone is neither good nor bad. Only beside the wish does it show a gap, and only gaps
    can be ranked: a place without a wish falls out of every list of what to do first.

    Where nearly all touchpoints with a figure have a wish beside it, the others are told; the
    strict profile asks always. Looks at what touchpoints state themselves, not at their measures,
    whose metric may have a target.
    """

    tags = ("gaps",)
    profiles = (DEFAULT,)
    good = """
journey refund "Getting a refund" {
  stage ask "Ask for the money" {
    touchpoint call on "Phone" "Service line" {
      current 26h
      desired 4h
    }
    touchpoint form on "Website" "Refund form" {
      current 61%
      desired 90%
    }
    touchpoint receipt on "Email" "Receipt" {
      current 2h
      desired 5m
    }
    touchpoint money on "Bank" "Money back" {
      current 9d
      desired 3d
    }
  }
}
"""
    bad = """
journey refund "Getting a refund" {
  stage ask "Ask for the money" {
    touchpoint call on "Phone" "Service line" {
      current 26h
      desired 4h
    }
    touchpoint receipt on "Email" "Receipt" {
      current 2h
      desired 5m
    }
    touchpoint money on "Bank" "Money back" {
      current 9d
      desired 3d
    }
    touchpoint form on "Website" "Refund form" {
      current 61%
      intended 80%
    }
  }
}
"""

    def parts(self, journey: Journey, scene: Scene) -> Iterable[Touchpoint]:
        return (
            one
            for one in journey.touchpoints
            if one.current is not None and lived_today(one, scene)
        )

    def states(self, part: Touchpoint, scene: Scene) -> bool:
        return part.desired is not None

    def missing(self, part: Touchpoint, scene: Scene) -> Finding:
        got = f" {shown(part.current)}" if part.current is not None else ""
        return Finding(
            f"`{part.id}` says that customers get{got}, and not what they want",
            "ask them, and write it down: desired …",
            item=part,
            field="current",
        )
