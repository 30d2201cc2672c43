"""Figures that are not of the kind that their metric measures."""

from collections.abc import Iterable, Iterator

from jmap.model.measure import Measure
from jmap.model.metric import Metric
from jmap.model.quantity import Count, Duration, Percent, Quantity, Ratio, Score, Triple
from jmap.rules.finding import Also, Finding
from jmap.rules.knowledge.figures import metric_of, shown
from jmap.rules.rule import DEFAULT, Rule
from jmap.rules.scene import Scene

_WRONG: dict[str, tuple[type[Quantity], ...]] = {
    "csat": (Duration, Count, Triple),
    "ces": (Duration, Count, Triple),
    "score": (Duration, Triple),
    "nps": (Duration, Count, Ratio),
    "rate": (Duration, Triple),
    "duration": (Score, Percent, Ratio, Count, Triple),
    "count": (Duration, Percent, Ratio, Triple),
}
_HELP = {
    "csat": "write a share such as 412/640, or an average such as 4.2",
    "ces": "write a share such as 412/640, or an average such as 5.1",
    "score": "write a plain number on the scale of the metric",
    "nps": "write promoters, passives and detractors, such as 31/40/49, or the score",
    "rate": "write a share such as 412/640 or 62%",
    "duration": "write a time with its unit, such as 96s or 4m",
    "count": "write how many, such as 4200 calls",
}


class ValueOfAnotherKind(Rule[Measure | Metric]):
    """A figure is not of the kind that its metric measures: a share where a time is meant.

    Either the metric is another one (how many are answered in time is a rate, how long it takes
    is a duration), or the unit was left out. No gap can be computed until it is known which.

    Silent where the metric has no `kind`.
    """

    tags = ("metrics", "contradictions")
    profiles = (DEFAULT,)
    good = """
metric wait "Waiting time" {
  kind duration
  target 20s
}
journey repair "Getting it repaired" {
  measure wait { current 96s }
}
"""
    bad = """
metric wait "Waiting time" {
  kind duration
  target 20s
}
journey repair "Getting it repaired" {
  measure wait { current 96 }
}
"""

    def check(self, item: Measure | Metric, scene: Scene) -> Iterable[Finding]:
        metric = item if isinstance(item, Metric) else metric_of(item, scene)
        if metric is None or metric.kind is None:
            return
        for field, value in _values(item):
            if isinstance(value, _WRONG[metric.kind]):
                also = () if item is metric else (Also(metric, "it is declared here", "kind"),)
                yield Finding(
                    f"`{metric.id}` is of the kind `{metric.kind}`, and {shown(value)} is "
                    f"{_is(value)}",
                    _HELP[metric.kind],
                    field=field,
                    also=also,
                )


def _values(item: Measure | Metric) -> Iterator[tuple[str, Quantity]]:
    if isinstance(item, Measure):
        yield from item.levels.items()
    elif item.target is not None:
        yield "target", item.target


def _is(value: Quantity) -> str:
    match value:
        case Score():
            return "a plain number"
        case Percent() | Ratio():
            return "a share"
        case Duration():
            return "a time"
        case Count():
            return "a number of things"
    return "a net promoter score"
