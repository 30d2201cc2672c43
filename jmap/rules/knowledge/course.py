"""Where paths lead: the touchpoints behind their steps."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from jmap.model.journey import Journey
from jmap.model.path import Path
from jmap.model.stage import Stage
from jmap.model.touchpoint import Touchpoint
from jmap.rules.scene import Scene
from jmap.syntax.fold import fold


@dataclass(frozen=True, slots=True)
class Visit:
    """A step of a path, and the touchpoint that it leads to."""

    step: int
    """Which of the path's steps, from 0."""
    stage: Stage
    touchpoint: Touchpoint


def course(path: Path, journey: Journey, scene: Scene) -> Iterator[Visit]:
    """The visits of a path of a journey, in order."""
    places = scene.survey.once(("places", id(journey)), lambda: _places(journey))
    for at, step in enumerate(path.steps):
        place = places.get(fold(step.touchpoint))
        if place is not None:
            yield Visit(at, place.stage, place.touchpoint)


def visited(journey: Journey, scene: Scene) -> frozenset[str]:
    """The folded ids of the touchpoints that some path of a journey leads over."""
    return scene.survey.once(
        ("visited", id(journey)),
        lambda: frozenset(fold(step.touchpoint) for path in journey.paths for step in path.steps),
    )


@dataclass(frozen=True, slots=True)
class _Place:
    stage: Stage
    touchpoint: Touchpoint


def _places(journey: Journey) -> Mapping[str, _Place]:
    return {
        fold(touchpoint.id): _Place(stage, touchpoint)
        for stage in journey.stages
        for touchpoint in stage.touchpoints
    }
