"""How the figures of a part are read: where they stand, and which way is better."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from jmap.diff.reason import Part, Reason, Subject, because
from jmap.diff.reasons.words import itself
from jmap.diff.weighers import Case
from jmap.diff.weight import Weight, neutral
from jmap.gaps.level import PRECISION
from jmap.gaps.place import Declarations, Place
from jmap.gaps.yardstick import PERCENTAGE, TIMES, dimension, direction
from jmap.model.forms import reference_name
from jmap.model.measure import Measure
from jmap.model.quantity import Quantity

_PHRASES = {
    ("duration", -1): "waits",
    ("working time", -1): "waits",
    (PERCENTAGE, 1): "share-is",
    (PERCENTAGE, -1): "share-is",
    ("score", 1): "score-is",
    ("score", -1): "score-is",
    ("net promoter score", 1): "score-is",
    ("net promoter score", -1): "score-is",
}
"""The phrase for a touchpoint's own figure, by its dimension and whether higher is better."""


@dataclass(frozen=True, slots=True)
class Step:
    """Two figures that compare, and how far the second is better than the first."""

    dimension: str
    direction: int | None
    gain: float
    """In the unit of the gaps; positive where the second is better, 0 where nothing tells."""


def place_of(case: Case) -> Place | None:
    """Where a touchpoint or a measure stands after the change; none outside of journeys."""
    here = case.after
    if here.journey is None:
        return None
    known = Declarations(here.index)
    own = isinstance(case.part, Measure)
    return Place(
        here.journey,
        here.stage,
        here.touchpoint,
        case.part if own else None,
        known.metric(case.part) if own else None,
        known.channel(here.touchpoint) if here.touchpoint else None,
    )


def step(place: Place, old: Quantity, new: Quantity) -> Step | None:
    """From one figure to another; none where they are not of one unit."""
    shared = dimension(place, old, new)
    if shared is None:
        return None
    toward = direction(place, shared)
    gain = 0.0 if toward is None else toward * (new.magnitude - old.magnitude)
    return Step(shared, toward, round(gain, PRECISION))


def shortfall(place: Place, current: Quantity | None, desired: Quantity | None) -> float | None:
    """How far a figure is short of what is wanted; 0 where that is reached."""
    if current is None or desired is None:
        return None
    found = step(place, desired, current)
    return None if found is None or found.direction is None else max(0.0, -found.gain)


def wanted(place: Place, part: Any) -> Quantity | None:
    """What customers want by what a part says, or by the target of its metric."""
    if part.desired is not None or place.metric is None:
        return part.desired  # type: ignore[no-any-return]
    return place.metric.target


@dataclass(frozen=True, slots=True)
class Wish:
    """What a figure is held against: of two wishes the one that asks for more."""

    amount: Quantity
    said: Part
    """It in words, with what customers are said to want now where that is less."""
    phrase: str = "while-wanted"
    """The phrase for a figure that is not there yet."""


def wish_of(case: Case, place: Place) -> Wish | None:
    """What customers want here. A change that also lowers the wish is no better for that: it is
    held against what was wanted before.
    """
    now = wanted(place, case.part)
    was = wanted(place, case.former) if case.former is not None else None
    if now is None:
        return None
    lowered = step(place, was, now) if was is not None else None
    if was is None or lowered is None or lowered.gain >= 0:
        return Wish(now, now, _phrase(case.part))
    return Wish(was, because("wanted-before", new=now, old=was))


def _phrase(part: Any) -> str:
    """Of a target nobody knows whether it is what customers want."""
    return "while-wanted" if part.desired is not None else "while-targeted"


def figures_say(place: Place, step: Step) -> str:
    """The phrase for a touchpoint's own figure: ``waits`` for "customers wait …"."""
    general = "gets" if step.direction != -1 else "needs"
    if step.dimension in TIMES and step.direction == 1:
        return general
    return _PHRASES.get((step.dimension, step.direction or 1), general)


def measure_name(place: Place) -> Subject:
    """What people call the metric of a measure."""
    if place.metric is not None:
        return itself(place.metric)
    metric = place.measure.metric if place.measure is not None else ""
    return Subject(reference_name(metric))


def all_figures(part: Any) -> Iterator[Quantity]:
    """What customers get at a touchpoint or stage, by its own figure or by its measures."""
    own = getattr(part, "current", None)
    if own is not None:
        yield own
    for measure in getattr(part, "measures", ()):
        if measure.current is not None:
            yield measure.current


def is_same(one: Quantity, other: Quantity) -> bool:
    """Whether two figures say the same, in whichever unit."""
    return (one.dimension, one.magnitude) == (other.dimension, other.magnitude)


def though_short(case: Case, said: Reason) -> Reason:
    """A sentence that also tells what customers miss at the touchpoint, if anything."""
    place, current, desired = place_of(case), case.part.current, case.part.desired
    if place is None or not shortfall(place, current, desired):
        return said
    return because("though-short", said=said, current=current, desired=desired)


def other_unit(case: Case) -> Weight:
    """That two figures do not compare."""
    return neutral("unit-changed", "other-unit", new=case.new, old=case.old)
