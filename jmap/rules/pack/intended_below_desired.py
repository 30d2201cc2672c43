"""Aims that fall short of what customers want."""

from collections.abc import Iterable

from jmap.gaps.level import PRECISION
from jmap.model.measure import Measure, Measured
from jmap.rules.finding import Also, Finding
from jmap.rules.knowledge.figures import shown
from jmap.rules.knowledge.measured import gap_of, place_of, typed
from jmap.rules.rule import DEFAULT, Rule
from jmap.rules.scene import Scene


class IntendedBelowDesired(Rule[Measured]):
    """What we aim to give is less than what customers want.

    Even if everything goes to plan, customers stay disappointed: the design itself leaves the gap
    open. That may be a decision, for reasons of cost or law. Then it should be one that somebody
    took, and not one that nobody noticed.

    Looks at touchpoints and measures. For a measure without a wish of its own, the target of its
    metric stands in.
    """

    tags = ("gaps", "promises")
    profiles = (DEFAULT,)
    good = """
journey refund "Getting a refund" {
  stage ask "Ask for the money" {
    touchpoint chat on "Chat" "Asks in chat" {
      current 7m
      desired 3m
      intended 3m
    }
  }
}
"""
    bad = """
journey refund "Getting a refund" {
  stage ask "Ask for the money" {
    touchpoint chat on "Chat" "Asks in chat" {
      current 7m
      desired 3m
      intended 5m
    }
  }
}
"""

    def check(self, item: Measured, scene: Scene) -> Iterable[Finding]:
        if item.intended is None:
            return
        gap = gap_of(item, scene)
        if gap is None or gap.desired is None or gap.design is None:
            return
        if round(gap.design, PRECISION) >= 0:
            return
        wanted = "customers want" if item.desired is not None else "its target is"
        yield Finding(
            f"{place_of(item, scene)} aims at {shown(item.intended)}; {wanted} "
            f"{shown(gap.desired)}",
            f"aim for it: intended {typed(gap.desired)}; if less has to do, allow it and say why",
            field="intended",
            also=_wish(item, scene),
        )


def _wish(item: Measured, scene: Scene) -> tuple[Also, ...]:
    if item.desired is not None:
        return (Also(item, "what customers want is here", "desired"),)
    metric = scene.metric(item.metric) if isinstance(item, Measure) else None
    return () if metric is None else (Also(metric, "the target is here", "target"),)
