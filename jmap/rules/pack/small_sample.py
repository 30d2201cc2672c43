"""Survey figures that rest on too few answers."""

from collections.abc import Iterable

from jmap.gaps import Interval, nps_interval, wilson
from jmap.model.measure import Measured
from jmap.model.metric import Metric
from jmap.model.quantity import Quantity, Ratio, Triple
from jmap.rules.finding import Finding
from jmap.rules.knowledge.figures import (
    SURVEYS,
    is_retired,
    metric_of,
    name_of,
    points,
    sample_of,
    shown,
)
from jmap.rules.rule import DEFAULT, Rule
from jmap.rules.scene import Scene
from jmap.rules.setting import Setting

Counted = Ratio | Triple

_LARGEST_RATING = 10
_RATING = "; a rating is written as a plain number: current {}"


class SmallSample(Rule[Measured]):
    """A survey figure rests on so few answers that it may be anything.

    Seven of ten content customers can be four of ten or nine of ten next month, with nothing
    changed. A figure like that may be reported, and must not be compared, ranked by or celebrated.

    A metric says itself how wide its interval may be: `tolerance 8%` allows eight points to each
    side. The interval is Wilson's for shares and the adjusted Wald interval for net promoter
    scores, at 95%. Only counted answers to surveys are judged (metrics of the kind csat, ces, nps
    or score, and promoters, passives and detractors anywhere); a percentage without its counts is
    not.
    """

    tags = ("metrics", "evidence")
    profiles = (DEFAULT,)
    sample = Setting(30, "The fewest answers that a survey figure may rest on.", low=1)
    good = """
metric csat "Satisfaction" {
  kind csat
  method top-2-box
  scale 1..5
  tolerance 8%
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
  tolerance 8%
}
journey repair "Getting it repaired" {
  measure csat { current 47/60 }
  stage ask "Ask" {
    measure csat { current 7/10 }
  }
}
"""

    def check(self, item: Measured, scene: Scene) -> Iterable[Finding]:
        current = item.current
        metric = metric_of(item, scene)
        if not isinstance(current, Ratio | Triple) or is_retired(scene):
            return
        if not _is_survey(current, metric):
            return
        interval = _interval(current)
        if (sample_of(current) or 0) < self.sample:
            yield _few(item, current, interval)
        elif metric is not None and metric.tolerance is not None:
            yield from _wide(item, current, interval, metric.tolerance)


def _is_survey(current: Counted, metric: Metric | None) -> bool:
    kind = metric.kind if metric else None
    return kind in SURVEYS or (isinstance(current, Triple) and kind in (None, "nps"))


def _interval(current: Counted) -> Interval:
    if isinstance(current, Triple):
        return nps_interval(current.promoters, current.passives, current.detractors)
    return wilson(current.part, current.whole)


def _few(item: Measured, current: Counted, interval: Interval) -> Finding:
    low, high = (points(end, current.dimension) for end in (interval.low, interval.high))
    rating = (sample_of(current) or 0) <= _LARGEST_RATING
    return Finding(
        f"{sample_of(current)} answers are few for `{name_of(item)}`: {shown(current)} may be "
        f"anything from {low} to {high}",
        "ask more people or over a longer time, and draw no trend from it until then"
        + (_RATING.format(current.part) if isinstance(current, Ratio) and rating else ""),
        field="current",
    )


def _wide(
    item: Measured, current: Counted, interval: Interval, tolerance: Quantity
) -> Iterable[Finding]:
    if interval.half_width <= abs(tolerance.magnitude):
        return
    yield Finding(
        f"{sample_of(current)} answers tell `{name_of(item)}`, {shown(current)}, only to within "
        f"{interval.half_width:.1f} points; its tolerance is {shown(tolerance)}",
        "ask more people or over a longer time, or say what you can live with: tolerance …",
        field="current",
    )
