"""What customers live through today, apart from what is planned, missing or gone."""

from collections.abc import Iterator

from jmap.model.journey import Journey
from jmap.model.presence import is_there
from jmap.model.stage import Stage
from jmap.model.touchpoint import Touchpoint
from jmap.rules.knowledge.serving import is_lived
from jmap.rules.scene import Scene

Place = Stage | Touchpoint
"""Where customers live through something."""

FUTURE = "future"
RETIRED = "retired"


def lived_today(item: Place, scene: Scene) -> bool:
    """Whether customers meet a part of the map today: its journey is neither to come nor given up,
    and it is no touchpoint that is planned, missing or retired.
    """
    journey = scene.journey
    if journey is None or not is_lived(journey):
        return False
    return not isinstance(item, Touchpoint) or is_there(item, journey)


def standing(stage: Stage) -> tuple[Touchpoint, ...]:
    """The touchpoints of a stage that are there or will be: all but the retired ones."""
    return tuple(one for one in stage.touchpoints if one.status != RETIRED)


def within(stage: Stage) -> tuple[Place, ...]:
    """A stage and its touchpoints, all but the retired ones."""
    return (stage, *standing(stage))


def everywhere(journey: Journey) -> Iterator[Place]:
    """The stages of a journey, each before its touchpoints, the retired ones among them."""
    for stage in journey.stages:
        yield stage
        yield from stage.touchpoints
