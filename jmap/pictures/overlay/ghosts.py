"""A journey that holds what was there beside what is: parts that are gone stand where they stood,
bare but for their names.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from jmap.diff.references import meant
from jmap.model.forms import AdHoc
from jmap.model.index import index
from jmap.model.journey import Journey
from jmap.model.statement import spec
from jmap.model.touchpoint import Touchpoint
from jmap.model.workspace import Workspace
from jmap.pictures.overlay.twins import JourneyTwin, StageTwin, TouchpointTwin
from jmap.syntax.fold import fold

_GHOST = ":was"
"""Ends the id of what is gone: no id that is written has a colon."""
_KEPT = ("kind", "moment_of_truth")


@dataclass(frozen=True, slots=True, eq=False)
class Merged:
    """The journey with both sides, and which twin each of its parts is."""

    journey: Journey
    felt: Journey
    """The same journey as it was felt before."""
    stages: dict[int, StageTwin] = field(default_factory=dict)
    """By the identity of the stage in the journey."""
    touchpoints: dict[int, TouchpointTwin] = field(default_factory=dict)
    """By the identity of the touchpoint in the journey."""


def merged(twin: JourneyTwin, before: Workspace, after: Workspace) -> Merged:
    """Both sides of a journey in one."""
    journey = twin.journey
    made = Merged(journey, journey)
    stages, felt = [], []
    for one in twin.stages:
        found = list(_touchpoints(one, before, after, made))
        stage = one.after or _bare(one.before)
        # Where a channel is not meant to serve, nothing changes that a mark could stand on.
        update = {"touchpoints": tuple(item for item, _ in found), "skips": ()}
        stage = stage.model_copy(update=update)
        made.stages[id(stage)] = one
        stages.append(stage)
        feel = one.before.feel if one.before else ()
        feeling = tuple(item.model_copy(update={"feel": moods}) for item, moods in found)
        felt.append(stage.model_copy(update={"feel": feel, "touchpoints": feeling}))
    paths = journey.paths if twin.after else ()
    return Merged(
        journey.model_copy(update={"stages": tuple(stages), "paths": paths}),
        journey.model_copy(update={"stages": tuple(felt)}),
        made.stages,
        made.touchpoints,
    )


def _touchpoints(
    stage: StageTwin, before: Workspace, after: Workspace, made: Merged
) -> Iterator[tuple[Touchpoint, Any]]:
    """The touchpoints of a stage, each with what was felt there before."""
    for one in stage.touchpoints:
        item = one.after
        if item is None:
            assert one.before is not None
            channel = _channel(one.before, before, after)
            item = _bare(one.before).model_copy(update={"channel": channel})
        else:
            # One that two stages share would be one place.
            item = item.model_copy()
        made.touchpoints[id(item)] = one
        # What moved was felt where it stood.
        feel = one.before.feel if one.before and not one.origin else ()
        yield item, feel


def _bare(part: Any) -> Any:
    kind: Any = type(part)
    nothing = {
        line.name: () if line.many else None for line in spec(kind).lines if line.name not in _KEPT
    }
    return part.model_copy(update={**nothing, "id": part.id + _GHOST, "title": part.label})


def _channel(touchpoint: Touchpoint, before: Workspace, after: Workspace) -> str | AdHoc | None:
    """Where it was, as it is called now; by its title where it is not declared any more."""
    channel = touchpoint.channel
    if channel is None or isinstance(channel, AdHoc):
        return channel
    now = meant("channel", channel, after)
    if index(after).find(("channel",), now) is not None:
        return now
    return AdHoc(index(before).labels.get("channel", {}).get(fold(channel), channel))
