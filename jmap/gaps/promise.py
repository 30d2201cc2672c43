"""The promise gap: what customers get against how fast their channel says it answers."""

from jmap.gaps.place import Place
from jmap.gaps.yardstick import PERCENTAGE, direction
from jmap.model.lines import Responds
from jmap.model.metric import Metric
from jmap.model.quantity import Quantity


def promise_gap(place: Place) -> float | None:
    """Seconds or percentage points by which ``responds`` is kept (positive) or broken.

    Only what is surely about answering is held against the promise. A touchpoint's duration is when
    the promised time is also what is desired or intended there. A measure is when its metric was
    declared for this very limit: a duration whose target or window is the promised time, or a rate
    whose window is the promised time. The handling time of a call is no waiting time, and stays
    out.
    """
    responds = place.channel.responds if place.channel else None
    if responds is None or place.actual is None:
        return None
    promised = _promised(place, place.actual, responds)
    if promised is None or promised.dimension != place.actual.dimension:
        return None
    # Less time or a larger share keeps a promise: who wants the reverse speaks of something else.
    toward = 1 if promised.dimension == PERCENTAGE else -1
    if direction(place, promised.dimension) != toward:
        return None
    return toward * (place.actual.magnitude - promised.magnitude) + 0.0


def _promised(place: Place, actual: Quantity, responds: Responds) -> Quantity | None:
    if place.measure is None:
        return responds.within if _speaks_of(place, responds) else None
    metric = place.metric
    if metric is None:
        return None
    if metric.kind == "duration" and _is_for(metric, responds):
        return responds.within
    if metric.kind == "rate" and _equal(metric.window, responds.within):
        return responds.share
    return None


def _speaks_of(place: Place, responds: Responds) -> bool:
    # A day until the technician comes is not a day until somebody answers.
    return _equal(place.desired, responds.within) or _equal(place.intended, responds.within)


def _is_for(metric: Metric, responds: Responds) -> bool:
    return _equal(metric.window, responds.within) or _equal(metric.target, responds.within)


def _equal(one: Quantity | None, other: Quantity) -> bool:
    if one is None or one.dimension != other.dimension:
        return False
    return one.magnitude == other.magnitude
