"""Figures that do not come to a gap."""

from collections.abc import Iterable

from jmap.model.measure import Measure, Measured
from jmap.model.quantity import common_dimension
from jmap.rules.finding import Also, Finding
from jmap.rules.knowledge.figures import shown
from jmap.rules.knowledge.measured import gap_of, place_of
from jmap.rules.rule import DEFAULT, Rule
from jmap.rules.scene import Scene


class UncomputableGap(Rule[Measured]):
    """It is known what customers get and what they want, and yet the gap cannot be computed.

    Somebody took the trouble to find both figures out, and the place still falls out of every
    ranking. Of a count of things nobody can tell whether more or fewer are better; a measure in
    minutes does not compare with a target in percent.
    """

    tags = ("gaps", "metrics")
    profiles = (DEFAULT,)
    good = """
journey permit "Renewing a permit" {
  stage learn "Learn what is needed" {
    touchpoint checklist on "Website" "Checklist" {
      current 11 pages
      desired 1 page
      better lower
    }
  }
}
"""
    bad = """
journey permit "Renewing a permit" {
  stage learn "Learn what is needed" {
    touchpoint checklist on "Website" "Checklist" {
      current 11 pages
      desired 1 page
    }
  }
}
"""

    def check(self, item: Measured, scene: Scene) -> Iterable[Finding]:
        gap = None if item.current is None else gap_of(item, scene)
        if gap is None or gap.actual is None or gap.desired is None or gap.experience is not None:
            return
        alike = common_dimension([gap.actual, gap.desired]) is not None
        yield Finding(
            f"the gap at {place_of(item, scene)} cannot be computed: "
            + (
                f"nothing says whether {shown(gap.actual)} is better or worse than "
                f"{shown(gap.desired)}"
                if alike
                else f"{shown(gap.actual)} does not compare with {shown(gap.desired)}"
            ),
            "say which way is good: better lower, or better higher"
            if alike
            else f"give both as a {gap.desired.dimension}",
            field="current",
            also=_target(item, scene),
        )


def _target(item: Measured, scene: Scene) -> tuple[Also, ...]:
    metric = scene.metric(item.metric) if isinstance(item, Measure) else None
    if metric is None or item.desired is not None:
        return ()
    return (Also(metric, "the target is here", "target"),)
