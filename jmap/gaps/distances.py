"""From a journey to its gaps: every distance at every place, as far as it can be known."""

from collections.abc import Iterator

from jmap.gaps.attainment import interval_attainment, ratio_attainment
from jmap.gaps.gap import Gap
from jmap.gaps.intervals import Interval, nps_interval, wilson
from jmap.gaps.place import Place, places
from jmap.gaps.promise import promise_gap
from jmap.gaps.yardstick import dimension, direction, is_interval, scale
from jmap.model.journey import Journey
from jmap.model.quantity import Quantity, Ratio, Triple
from jmap.model.workspace import Workspace


def gaps_of(workspace: Workspace, journey: Journey) -> tuple[Gap, ...]:
    """All gaps of a journey of a workspace, in the order of the map.

    For each stage its measures, then each touchpoint (perhaps an unknown gap) and its measures;
    last the measures of the whole journey. A touchpoint without levels of its own and with one
    measure has that measure's gap.
    """
    return tuple(_gap(place) for place in places(workspace, journey))


def _gap(place: Place) -> Gap:
    actual, desired, intended = place.actual, place.desired, place.intended
    experience = _distance(place, actual, desired)
    attainment = _attainment(place) if experience is not None else None
    return Gap(
        journey=place.journey,
        stage=place.stage,
        touchpoint=place.touchpoint,
        measure=place.measure,
        actual=actual,
        desired=desired,
        intended=intended,
        direction=direction(place, _leading_dimension(place)),
        experience=experience,
        delivery=_distance(place, actual, intended),
        design=_distance(place, intended, desired),
        promise=promise_gap(place),
        attainment=attainment,
        importance=place.importance,
        weighted=None if attainment is None else place.importance * (1 - attainment),
        interval=_interval(actual),
        why_unknown=_why_unknown(place) if experience is None else "",
        why_unweighed=_why_unweighed(place, attainment) if experience is not None else "",
    )


def _distance(place: Place, first: Quantity | None, second: Quantity | None) -> float | None:
    """How far the first lies on the good side of the second, if they are of one unit."""
    if first is None or second is None:
        return None
    shared = dimension(place, first, second)
    toward = direction(place, shared) if shared else None
    if toward is None:
        return None
    # Adding zero turns a negative zero, which would be printed with a minus, into zero.
    return toward * (first.magnitude - second.magnitude) + 0.0


def _attainment(place: Place) -> float | None:
    actual, desired = place.actual, place.desired
    if actual is None or desired is None:
        return None
    shared = dimension(place, actual, desired)
    toward = direction(place, shared)
    if shared is None or toward is None:
        return None
    if not is_interval(shared):
        return ratio_attainment(actual.magnitude, desired.magnitude, toward)
    bounds = scale(place, shared)
    if bounds is None:
        return None
    return interval_attainment(actual.magnitude, desired.magnitude, toward, bounds)


def _interval(actual: Quantity | None) -> Interval | None:
    if isinstance(actual, Ratio):
        return wilson(actual.part, actual.whole)
    if isinstance(actual, Triple):
        return nps_interval(actual.promoters, actual.passives, actual.detractors)
    return None


def _leading_dimension(place: Place) -> str | None:
    """The dimension in which actual and desired compare, else that of the first known level."""
    actual, desired = place.actual, place.desired
    shared = (
        dimension(place, actual, desired) if actual is not None and desired is not None else None
    )
    if shared is not None:
        return shared
    levels = (actual, desired, place.intended)
    first = next((level for level in levels if level is not None), None)
    return None if first is None else dimension(place, first, first)


def _why_unknown(place: Place) -> str:
    actual, desired = place.actual, place.desired
    if actual is None or desired is None:
        return " and ".join(f"no `{name}`" for name in _missing(place))
    if dimension(place, actual, desired) is None:
        return f"a {actual.dimension} does not compare with a {desired.dimension}"
    return "say `better higher` or `better lower`"


def _missing(place: Place) -> Iterator[str]:
    if place.actual is None:
        yield "current"
    if place.desired is None:
        yield "desired"


def _why_unweighed(place: Place, attainment: float | None) -> str:
    if attainment is not None:
        return ""
    shared = _leading_dimension(place)
    if shared is None or not is_interval(shared):
        return "no share can be taken of a negative amount"
    bounds = scale(place, shared)
    if bounds is None:
        return "a plain number needs the `scale` of its metric"
    return f"a number lies off the scale {bounds.low}..{bounds.high}"
