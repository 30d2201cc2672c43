"""Whether a touchpoint is there for customers: not only told of, but open."""

from jmap.model.journey import Journey
from jmap.model.touchpoint import Touchpoint


def is_there(touchpoint: Touchpoint, journey: Journey) -> bool:
    """Whether a touchpoint serves anybody in its journey: what is planned does so in the future,
    what is missing or retired never.
    """
    if touchpoint.status == "planned":
        return journey.state == "future"
    return touchpoint.status in (None, "live")
