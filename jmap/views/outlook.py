"""The gaps there would be if customers got what we intend to give them."""

from collections.abc import Mapping
from typing import TypeVar

from jmap.gaps import Gap, gaps_of
from jmap.model.journey import Journey
from jmap.model.measure import Measured
from jmap.model.workspace import Workspace
from jmap.views.grid import Map

M = TypeVar("M", bound=Measured)


def outlook(workspace: Workspace, chart: Map) -> Mapping[int, Gap]:
    """Every gap of a map as it would be, by the identity of the gap as it is; those where nothing
    is intended stay as they are.
    """
    promised = intended_gaps(workspace, chart.journey)
    return {id(gap): other for gap, other in zip(chart.gaps, promised, strict=True)}


def intended_gaps(workspace: Workspace, journey: Journey) -> tuple[Gap, ...]:
    """The gaps of a journey, in the order of the map, if every intended level were reached."""
    return gaps_of(workspace, _kept(journey))


def _kept(journey: Journey) -> Journey:
    """The journey with every intended level reached."""
    stages = []
    for stage in journey.stages:
        touchpoints = tuple(
            _reached(one).model_copy(update={"measures": tuple(map(_reached, one.measures))})
            for one in stage.touchpoints
        )
        measures = tuple(map(_reached, stage.measures))
        stages.append(stage.model_copy(update={"touchpoints": touchpoints, "measures": measures}))
    measures = tuple(map(_reached, journey.measures))
    return journey.model_copy(update={"stages": tuple(stages), "measures": measures})


def _reached(item: M) -> M:
    if item.intended is None:
        return item
    return item.model_copy(update={"current": item.intended})
