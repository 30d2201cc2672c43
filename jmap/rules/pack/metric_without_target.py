"""Metrics that nobody has said a good value of."""

from collections.abc import Iterable

from jmap.model.metric import Metric
from jmap.rules.finding import Finding
from jmap.rules.knowledge.figures import readings_of
from jmap.rules.rule import INFO, STRICT, Rule
from jmap.rules.scene import Scene


class MetricWithoutTarget(Rule[Metric]):
    """A metric is measured, and nothing says which value would be good.

    A figure on its own can only be looked at. Beside the value that customers want, or that we
    mean to reach, it becomes a gap: something to be ranked, planned against and closed.

    Silent where at least one measure of it says what is desired or intended, and about metrics
    that nothing measures.
    """

    tags = ("metrics",)
    severity = INFO
    profiles = (STRICT,)
    good = """
metric csat "Satisfaction" {
  kind csat
  target 90%
}
metric repeat "Repeat calls" { kind rate; better lower }
journey repair "Getting it repaired" {
  measure csat { current 412/640 }
  measure repeat { current 211/902; intended 10% }
}
"""
    bad = """
metric csat "Satisfaction" { kind csat }
journey repair "Getting it repaired" {
  measure csat { current 412/640 }
}
"""

    def check(self, item: Metric, scene: Scene) -> Iterable[Finding]:
        measures = [reading.measure for reading in readings_of(item, scene)]
        if item.target is not None or not measures:
            return
        if any(one.desired is not None or one.intended is not None for one in measures):
            return
        yield Finding(
            f"nothing says which value of `{item.id}` would be good",
            "write the value to reach: target …",
        )
