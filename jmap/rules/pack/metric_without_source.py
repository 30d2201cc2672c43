"""Metrics that do not say where their data comes from."""

from collections.abc import Iterable

from jmap.model.metric import Metric
from jmap.rules.finding import Finding
from jmap.rules.knowledge.figures import readings_of
from jmap.rules.rule import INFO, STRICT, Rule
from jmap.rules.scene import Scene


class MetricWithoutSource(Rule[Metric]):
    """A metric is measured, and nothing says where its data comes from.

    Who wants to take the figure again in half a year, or doubts it today, has to know which system
    or survey to ask. A map that is tied to the records it was drawn from can be kept true.

    Silent about metrics that nothing measures.
    """

    tags = ("metrics", "evidence")
    severity = INFO
    profiles = (STRICT,)
    good = """
source calls "Call log of the telephone system"
metric wait "Waiting time" {
  kind duration
  from calls
}
journey repair "Getting it repaired" {
  measure wait { current 96s }
}
"""
    bad = """
metric wait "Waiting time" { kind duration }
journey repair "Getting it repaired" {
  measure wait { current 96s }
}
"""

    def check(self, item: Metric, scene: Scene) -> Iterable[Finding]:
        if item.source is not None or not readings_of(item, scene):
            return
        yield Finding(
            f"nothing says where the data of `{item.id}` comes from",
            'declare it and name it here: source some-id "…", then from some-id',
        )
