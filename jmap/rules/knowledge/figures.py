"""The figures of a workspace: each metric with the places where it is measured, and how figures
read in messages.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from jmap.model.forms import reference_name
from jmap.model.journey import Journey
from jmap.model.measure import Measure, Measured
from jmap.model.metric import Metric
from jmap.model.quantity import Quantity, Ratio, Triple
from jmap.model.stage import Stage
from jmap.model.touchpoint import Touchpoint
from jmap.rules.scene import Scene
from jmap.syntax.fold import fold
from jmap.views.numbers import quantity_text, signed

SURVEYS = frozenset({"csat", "ces", "nps", "score"})
"""The kinds of metrics that people are asked for."""


@dataclass(frozen=True, slots=True, eq=False)
class Reading:
    """A measure and where it stands."""

    measure: Measure
    journey: Journey
    stage: Stage | None = None
    touchpoint: Touchpoint | None = None


def readings(scene: Scene) -> Mapping[str, tuple[Reading, ...]]:
    """Where each metric of the workspace is measured, by its folded id; gathered once."""
    return scene.survey.once("readings by metric", lambda: _by_metric(scene))


def readings_of(metric: Metric, scene: Scene) -> tuple[Reading, ...]:
    """Where a metric is measured."""
    return readings(scene).get(fold(metric.id), ())


def readings_in(journey: Journey) -> Iterator[Reading]:
    """The measures of a journey: of the whole, then stage by stage."""
    yield from (Reading(measure, journey) for measure in journey.measures)
    for stage in journey.stages:
        yield from (Reading(measure, journey, stage) for measure in stage.measures)
        for touchpoint in stage.touchpoints:
            yield from (
                Reading(measure, journey, stage, touchpoint) for measure in touchpoint.measures
            )


def is_retired(scene: Scene) -> bool:
    """Whether what is looked at stands at a touchpoint that is no more."""
    return scene.touchpoint is not None and scene.touchpoint.status == "retired"


def metric_of(part: Measured, scene: Scene) -> Metric | None:
    """The declared metric of a measure; none for a touchpoint's own levels."""
    return scene.metric(part.metric) if isinstance(part, Measure) else None


def name_of(part: Measured) -> str:
    """What a message calls a measure, or a touchpoint with levels of its own."""
    if isinstance(part, Measure):
        return reference_name(part.metric)
    return part.id if isinstance(part, Touchpoint) else part.keyword


def sample_of(quantity: Quantity | None) -> int | None:
    """How many were counted, where that is known."""
    if isinstance(quantity, Triple):
        return quantity.sample
    return quantity.whole if isinstance(quantity, Ratio) else None


def shown(quantity: Quantity) -> str:
    """A figure as messages show it: ``78.3% (47/60)``, ``3 min``."""
    return quantity_text(quantity, "en")


def points(number: float, kind: str) -> str:
    """An end of an interval: a whole percentage, or a whole net promoter score with its sign."""
    return signed(number, "en", 0) if kind == "net promoter score" else f"{number:.0f}%"


def _by_metric(scene: Scene) -> dict[str, tuple[Reading, ...]]:
    found: dict[str, list[Reading]] = {}
    for journey in scene.workspace.journeys:
        for reading in readings_in(journey):
            if isinstance(reading.measure.metric, str):
                found.setdefault(fold(reading.measure.metric), []).append(reading)
    return {key: tuple(here) for key, here in found.items()}
