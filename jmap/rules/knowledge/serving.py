"""Which channels serve customers where: by touchpoints that are there, on channels in use."""

from collections.abc import Iterator

from jmap.model.channel import Channel
from jmap.model.journey import Journey
from jmap.model.presence import is_there
from jmap.model.stage import Stage
from jmap.model.touchpoint import Touchpoint
from jmap.model.workspace import Workspace
from jmap.rules.scene import Scene
from jmap.syntax.fold import fold

STAFFED = frozenset({"phone", "chat", "meeting", "email"})
"""The kinds of channel on which somebody answers."""


def is_lived(journey: Journey | None) -> bool:
    """Whether customers live through a journey today: it is neither to come nor given up."""
    return journey is not None and journey.state != "future" and journey.status != "retired"


def serving(stage: Stage, journey: Journey) -> Iterator[Touchpoint]:
    """The touchpoints of a stage that are there."""
    return (one for one in stage.touchpoints if is_there(one, journey))


def is_in_use(channel: Channel, scene: Scene) -> bool:
    """Whether a declared channel serves customers anywhere in the workspace."""
    used = scene.survey.once("channels in use", lambda: _used(scene.workspace))
    return fold(channel.id) in used


def is_staffed(touchpoint: Touchpoint, scene: Scene) -> bool:
    """Whether somebody answers at a touchpoint, as far as its channel says what it is."""
    channel = scene.channel(touchpoint.channel)
    return channel is not None and channel.kind in STAFFED


def _used(workspace: Workspace) -> frozenset[str]:
    return frozenset(
        fold(touchpoint.channel)
        for journey in workspace.journeys
        for touchpoint in journey.touchpoints
        if isinstance(touchpoint.channel, str) and is_there(touchpoint, journey)
    )
