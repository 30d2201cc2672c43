"""What customers get, by the figures of touchpoints and measures."""

from jmap.diff.reasons.chance import is_chance
from jmap.diff.reasons.reading import (
    Step,
    all_figures,
    figures_say,
    measure_name,
    other_unit,
    place_of,
    shortfall,
    step,
    wanted,
)
from jmap.diff.reasons.words import figure
from jmap.diff.weighers import Case, weighs
from jmap.diff.weight import Weight, better, neutral, worse
from jmap.gaps.place import Place
from jmap.gaps.yardstick import TIMES
from jmap.model.quantity import Quantity


@weighs("touchpoint", "measure", field="current", kinds=("changed",))
def current_changed(case: Case) -> Weight | None:
    """What customers get became better or worse, and with it the gap."""
    place = place_of(case)
    if place is None:
        return None
    found = step(place, case.old, case.new)
    if found is None:
        return other_unit(case)
    if found.direction is None:
        return neutral(
            "unclear-direction",
            f"{_instead(case, place, found)}, and nothing tells whether that is better",
        )
    if not found.gain:
        return None
    if is_chance(case.old, case.new):
        return neutral(
            "within-chance",
            f"{_instead(case, place, found)}, which may be chance: too few were counted to tell",
        )
    return _gap(case, place, found)


def _gap(case: Case, place: Place, found: Step) -> Weight:
    said, desired = _instead(case, place, found), wanted(place, case.part)
    old, new = shortfall(place, case.old, desired), shortfall(place, case.new, desired)
    if old is None or new is None or desired is None:
        if found.gain < 0:
            return worse("experience-worsened", said)
        return better("experience-improved", said)
    they = "they" if "customers" in said else "customers"
    wish = f"{figure(desired)} {they} want"
    if new > old:
        short = f"{said}, while {they} want {figure(desired)}"
        return worse("gap-widened", short) if old else worse("gap-opened", _missed(said, wish))
    if new < old and new:
        return better("gap-narrowed", f"{said}, while {they} want {figure(desired)}")
    if new < old:
        return better("gap-closed", f"{said}, which is as good as the {wish}")
    return neutral("wish-still-met", f"{said}, still as good as the {wish}")


def _missed(said: str, wish: str) -> str:
    return f"{said}, no longer as good as the {wish}"


@weighs("touchpoint", "measure", field="current", kinds=("removed",))
def current_removed(case: Case) -> Weight | None:
    """Nobody can tell any more what customers get."""
    if _is_told_elsewhere(case.old, case.after.place):
        return None
    return worse(
        "figure-lost",
        f"nobody can tell any more what customers get; the last figure was {figure(case.old)}",
    )


@weighs("touchpoint", "measure", field="current", kinds=("added",))
def current_added(case: Case) -> Weight | None:
    """It is told what customers get: it was so before."""
    if _is_told_elsewhere(case.new, case.before.place):
        return None
    return neutral("figure-told", f"it is told now what customers get: {figure(case.new)}")


@weighs("measure", kinds=("removed",))
def measure_removed(case: Case) -> Weight | None:
    """A metric is read no more at this place."""
    current = case.part.current
    if current is None or _is_told_elsewhere(current, case.after.place):
        return None
    name = _metric_of(case)
    return worse(
        "figure-lost", f"nobody can tell any more how {name} is; it was last {figure(current)}"
    )


@weighs("measure", kinds=("added",))
def measure_added(case: Case) -> Weight | None:
    """A metric is read at this place from now on."""
    current = case.part.current
    if current is None or _is_told_elsewhere(current, case.before.place):
        return None
    return neutral("figure-told", f"it is told now how {_metric_of(case)} is: {figure(current)}")


def _instead(case: Case, place: Place, found: Step) -> str:
    verb = figures_say(place, found)
    if place.measure is not None and found.dimension in TIMES and found.direction == -1:
        verb = f"{measure_name(place)} takes"
    return f"{verb} {figure(case.new)} instead of {figure(case.old)}"


def _is_told_elsewhere(figure: Quantity, place: object) -> bool:
    """Whether a figure only moved between a touchpoint and its measure."""
    return any(
        (one.dimension, one.magnitude) == (figure.dimension, figure.magnitude)
        for one in all_figures(place)
    )


def _metric_of(case: Case) -> str:
    here = case.after if case.after.journey is not None else case.before
    if here.journey is None:
        return "it"
    found = here.index.find(("metric",), case.part.metric)
    return measure_name(Place(here.journey, measure=case.part, metric=found))  # type: ignore[arg-type]
