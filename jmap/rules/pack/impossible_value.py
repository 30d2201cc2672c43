"""Figures that cannot be."""

from collections.abc import Iterable, Iterator

from jmap.gaps.yardstick import METHOD_SCALES, NPS_SCALE
from jmap.model.lines import Churn
from jmap.model.measure import Measure
from jmap.model.metric import Metric
from jmap.model.quantity import Bounds, Percent, Quantity, Score
from jmap.rules.finding import Finding
from jmap.rules.knowledge.figures import metric_of, shown
from jmap.rules.rule import DEFAULT, ERROR, Rule
from jmap.rules.scene import Scene

_SHARE = Bounds(0, 100)
_BALANCE = Bounds(-100, 100)


class ImpossibleValue(Rule[Measure | Metric | Churn]):
    """A figure lies where its metric has no values: off its scale, or a share beyond the whole.

    It is a slip of the pen or of the import, and every gap, rank and chart that rests on it is
    wrong as well.

    A net promoter score runs from -100 to +100, whatever the scale of its question; a satisfied
    share, what a `rate` is `of`, and the customers who leave from 0% to 100%; a plain score as its
    metric's `scale` says. A rate that says of nothing what it is a share may be a growth, and is
    left alone, as are the levels of touchpoints, which may go beyond a plan.
    """

    tags = ("metrics", "contradictions")
    severity = ERROR
    profiles = (DEFAULT,)
    good = """
metric csat "Satisfaction" {
  kind csat
  method mean
  scale 1..5
  target 4.5
}
metric nps "Would recommend" { kind nps }
journey repair "Getting it repaired" {
  measure csat { current 3.9 }
  measure nps { current -12 }
}
"""
    bad = """
metric csat "Satisfaction" {
  kind csat
  method mean
  scale 1..5
  target 4.5
}
metric nps "Would recommend" { kind nps }
journey repair "Getting it repaired" {
  measure csat { current 82 }
  measure nps { current -120 }
}
"""

    def check(self, item: Measure | Metric | Churn, scene: Scene) -> Iterable[Finding]:
        if isinstance(item, Churn):
            if isinstance(item.amount, Percent) and _off(item.amount, _SHARE):
                yield _finding("churn", "", item.amount, _SHARE)
            return
        metric = item if isinstance(item, Metric) else metric_of(item, scene)
        if metric is None:
            return
        for field, value in _values(item):
            bounds = _bounds(metric, value)
            if bounds is not None and _off(value, bounds):
                yield _finding(metric.id, field, value, bounds)


def _values(item: Measure | Metric) -> Iterator[tuple[str, Quantity]]:
    if isinstance(item, Measure):
        yield from item.levels.items()
    elif item.target is not None:
        yield "target", item.target


def _bounds(metric: Metric, value: Quantity) -> Bounds | None:
    if isinstance(value, Score):
        return NPS_SCALE if metric.kind == "nps" else _scale(metric)
    return _share_bounds(metric) if isinstance(value, Percent) else None


def _scale(metric: Metric) -> Bounds | None:
    if metric.scale is not None or metric.kind != "ces":
        return metric.scale
    return METHOD_SCALES.get((metric.method or "").casefold()[:4])


def _share_bounds(metric: Metric) -> Bounds | None:
    method = (metric.method or "").casefold()
    # The share of the content less that of the discontent may be below nothing.
    if metric.kind in ("nps", "ces") or "net" in method or "index" in method:
        return _BALANCE
    return _SHARE if metric.kind == "csat" or (metric.kind == "rate" and metric.of) else None


def _off(value: Quantity, bounds: Bounds) -> bool:
    return not bounds.low <= value.magnitude <= bounds.high


def _finding(name: str, field: str, value: Quantity, bounds: Bounds) -> Finding:
    unit = "%" if isinstance(value, Percent) else ""
    share = _SHARE.low <= value.magnitude <= _SHARE.high and not unit
    wanted = f"from {bounds.low}{unit} to {bounds.high}{unit}"
    return Finding(
        f"`{name}` cannot be {shown(value)}: it runs {wanted}",
        f"write a figure {wanted}"
        + (f", or {value.magnitude:g}% if it is a share" if share and bounds.high < 100 else ""),
        field=field,
    )
