"""Measures without a figure, and without a place that it will come from."""

from collections.abc import Iterable

from jmap.model.measure import Measure
from jmap.rules.finding import Finding
from jmap.rules.knowledge.figures import metric_of, name_of
from jmap.rules.knowledge.serving import is_lived
from jmap.rules.rule import INFO, STRICT, Rule
from jmap.rules.scene import Scene


class UnmeasuredMeasure(Rule[Measure]):
    """A measure has no figure yet, and nothing says where one will come from.

    Naming what should be known is a good beginning. It becomes more than that once there is a
    figure, or at least a source that somebody answers for.

    Silent where the metric names its source (`from`), at touchpoints that are planned or no more,
    and about journeys as they should be: nothing can be measured there yet.
    """

    tags = ("metrics",)
    severity = INFO
    profiles = (STRICT,)
    good = """
source survey "Survey by text message"
metric csat "Satisfaction" {
  kind csat
  from survey
}
journey repair "Getting it repaired" {
  measure csat { desired 90% }
  measure "Repeat calls" { current 22% }
}
"""
    bad = """
metric csat "Satisfaction" { kind csat }
journey repair "Getting it repaired" {
  measure csat { desired 90% }
}
"""

    def check(self, item: Measure, scene: Scene) -> Iterable[Finding]:
        metric = metric_of(item, scene)
        if item.current is not None or (metric is not None and metric.source is not None):
            return
        status = scene.touchpoint.status if scene.touchpoint else None
        if not is_lived(scene.journey) or status in ("planned", "retired"):
            return
        yield Finding(
            f"`{name_of(item)}` is not measured here yet",
            "write what it is now (current …), or where the metric's data will come from (from …)",
        )
