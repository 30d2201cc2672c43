"""Surveys of one journey that ask on different scales."""

from collections.abc import Iterable, Iterator

from jmap.model.journey import Journey
from jmap.model.metric import Metric
from jmap.rules.finding import Also, Finding
from jmap.rules.knowledge.figures import Reading, readings_in
from jmap.rules.rule import DEFAULT, Rule
from jmap.rules.scene import Scene


class UnlikeScales(Rule[Journey]):
    """Satisfaction or effort is measured on different scales, or by different methods.

    An 80% on five points and an 80% on seven do not mean the same, and a reader of the map cannot
    help comparing the stages. The dip that everybody then discusses is one of the questionnaire.

    Two readings of one survey at the same place, such as an average beside a share, are no
    comparison and are left alone, and so are metrics that do not say their scale and method.
    """

    tags = ("metrics",)
    profiles = (DEFAULT,)
    good = """
metric csat-call "Satisfaction with the call" { kind csat; method top-2-box; scale 1..5 }
metric csat-visit "Satisfaction with the visit" { kind csat; method top-2-box; scale 1..5 }
journey repair "Getting it repaired" {
  stage ask "Ask" { measure csat-call { current 412/640 } }
  stage visit "The visit" { measure csat-visit { current 301/402 } }
}
"""
    bad = """
metric csat-call "Satisfaction with the call" { kind csat; method top-2-box; scale 1..5 }
metric csat-visit "Satisfaction with the visit" { kind csat; method top-2-box; scale 1..7 }
journey repair "Getting it repaired" {
  stage ask "Ask" { measure csat-call { current 412/640 } }
  stage visit "The visit" { measure csat-visit { current 301/402 } }
}
"""

    def check(self, item: Journey, scene: Scene) -> Iterable[Finding]:
        first: dict[str, tuple[Metric, Reading]] = {}
        said: set[str] = set()
        for metric, reading in _surveys(item, scene):
            kind = metric.kind or ""
            known, where = first.setdefault(kind, (metric, reading))
            difference = _difference(known, metric)
            if not difference or metric.id in said or _together(where, reading):
                continue
            said.add(metric.id)
            yield Finding(
                f"`{metric.id}` {difference}, so that the two do not compare",
                "ask the same question on the same scale throughout the journey",
                item=reading.measure,
                also=(Also(where.measure, f"`{known.id}` is measured here"),),
            )


def _surveys(journey: Journey, scene: Scene) -> Iterator[tuple[Metric, Reading]]:
    for reading in readings_in(journey):
        if reading.touchpoint is not None and reading.touchpoint.status == "retired":
            continue
        metric = scene.metric(reading.measure.metric)
        if metric is not None and metric.kind in ("csat", "ces"):
            yield metric, reading


def _together(one: Reading, other: Reading) -> bool:
    return one.stage is other.stage and one.touchpoint is other.touchpoint


def _difference(known: Metric, metric: Metric) -> str:
    if known.scale and metric.scale and known.scale != metric.scale:
        one, other = metric.scale, known.scale
        return (
            f"asks on a scale of {one.low} to {one.high}, "
            f"`{known.id}` on one of {other.low} to {other.high}"
        )
    if known.method and metric.method and known.method.casefold() != metric.method.casefold():
        return f"is taken by {metric.method}, `{known.id}` by {known.method}"
    return ""
