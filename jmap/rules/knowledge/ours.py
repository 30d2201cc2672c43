"""Where the house surely meets its customers, apart from what they do on their own: trying a coat
on at home, asking a neighbour, looking down the road.
"""

from jmap.model.journey import Journey
from jmap.model.touchpoint import Touchpoint
from jmap.rules.expected import has_begun
from jmap.rules.scene import Scene

OWNED_STAGES = 0.6
"""From what share of stages with an owner on a map is about who answers for its stages."""


def is_owned_by_stage(journey: Journey) -> bool:
    """Whether the owners of a map are those of its stages, which answer for all within."""
    owned = sum(stage.owner is not None for stage in journey.stages)
    return has_begun(owned, len(journey.stages), OWNED_STAGES)


def is_served(touchpoint: Touchpoint) -> bool:
    """Whether the map says that somebody does or measures something there for customers."""
    return bool(_is_worked_on(touchpoint) or touchpoint.backstage or touchpoint.owner)


def is_answered_for(touchpoint: Touchpoint, scene: Scene) -> bool:
    """Whether there is something for an owner to answer for: an action, a figure, or a channel of
    the house. What goes on behind the scenes may happen while the customer is alone.
    """
    channel = scene.channel(touchpoint.channel)
    is_house = channel is not None and channel.kind not in (None, "other")
    return is_house or _is_worked_on(touchpoint)


def _is_worked_on(touchpoint: Touchpoint) -> bool:
    measured = touchpoint.current is not None or bool(touchpoint.measures)
    return measured or bool(touchpoint.action)
