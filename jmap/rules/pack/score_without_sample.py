"""Survey figures that do not say how many answered."""

from collections.abc import Iterable

from jmap.model.measure import Measure
from jmap.model.metric import Metric
from jmap.model.quantity import Percent, Quantity, Score
from jmap.rules.finding import Finding
from jmap.rules.knowledge.figures import SURVEYS, is_retired, metric_of, name_of, shown
from jmap.rules.knowledge.serving import is_lived
from jmap.rules.rule import CONTACT_CENTRE, INFO, STRICT, Rule
from jmap.rules.scene import Scene


class ScoreWithoutSample(Rule[Measure]):
    """A survey figure does not say how many answered.

    86% of seven people and 86% of seven hundred are not the same news. Written as counts, a share
    or a net promoter score brings its interval with it, and every page can show how sure it is.

    Silent about averages, for which there are no counts to write, and about journeys as they
    should be.
    """

    tags = ("metrics", "evidence")
    severity = INFO
    profiles = (STRICT, CONTACT_CENTRE)
    good = """
metric csat "Satisfaction" {
  kind csat
  method top-2-box
  scale 1..5
}
journey repair "Getting it repaired" {
  measure csat { current 412/640 }
}
"""
    bad = """
metric csat "Satisfaction" {
  kind csat
  method top-2-box
  scale 1..5
}
journey repair "Getting it repaired" {
  measure csat { current 64% }
}
"""

    def check(self, item: Measure, scene: Scene) -> Iterable[Finding]:
        metric = metric_of(item, scene)
        if (
            metric is None
            or item.current is None
            or is_retired(scene)
            or not is_lived(scene.journey)
        ):
            return
        if not _hides_counts(item.current, metric):
            return
        counts = (
            "promoters, passives and detractors, such as 31/40/49"
            if metric.kind == "nps"
            else "how many of how many, such as 412/640"
        )
        yield Finding(
            f"`{name_of(item)}` is {shown(item.current)}, and nothing says of how many answers",
            f"write {counts}",
            field="current",
        )


def _hides_counts(current: Quantity, metric: Metric) -> bool:
    if isinstance(current, Percent):
        return metric.kind in SURVEYS
    return isinstance(current, Score) and metric.kind == "nps"
