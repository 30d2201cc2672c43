"""Which channels serve customers where: by touchpoints that are there, on channels in use."""

from collections.abc import Iterator

from jmap.model.channel import Channel
from jmap.model.forms import AdHoc
from jmap.model.journey import Journey
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


def is_there(touchpoint: Touchpoint, journey: Journey) -> bool:
    """Whether a touchpoint serves anybody in its journey: what is planned does so in the future,
    what is missing or retired never.
    """
    if touchpoint.status == "planned":
        return journey.state == "future"
    return touchpoint.status in (None, "live")


def serving(stage: Stage, journey: Journey) -> Iterator[Touchpoint]:
    """The touchpoints of a stage that are there."""
    return (one for one in stage.touchpoints if is_there(one, journey))


def channel_key(reference: str | AdHoc) -> str:
    """What is equal for two references to one channel."""
    return fold(reference) if isinstance(reference, str) else f'"{fold(reference.name)}"'


def channel_name(reference: str | AdHoc) -> str:
    """A channel as the map names it."""
    return reference if isinstance(reference, str) else reference.name


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
