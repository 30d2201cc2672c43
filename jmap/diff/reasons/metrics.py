"""What is measured, and what is aimed at: a metric is read in all journeys."""

from jmap.diff.reasons.words import called, figure
from jmap.diff.weighers import Case, weighs
from jmap.diff.weight import Weight, better, neutral, worse
from jmap.gaps.place import Place
from jmap.gaps.yardstick import dimension, direction
from jmap.model.quantity import common_dimension

_REDEFINED = ("kind", "method", "scale", "better", "of", "window")


@weighs("metric", field="target", kinds=("changed",))
def target_changed(case: Case) -> Weight | None:
    """More or less is aimed at, wherever the metric is read."""
    journeys = case.after.workspace.journeys
    if not journeys:
        return None
    # Which way is better for a metric does not depend on the journey.
    place = Place(journeys[0], metric=case.part)
    shared = dimension(place, case.old, case.new)
    toward = direction(place, shared) if shared else None
    said = f"the target of {called(case.part)} is {figure(case.new)} instead of {figure(case.old)}"
    if toward is None:
        return neutral("target-changed", said)
    gain = toward * (case.new.magnitude - case.old.magnitude)
    if not gain:
        return None
    if gain < 0:
        return worse("target-loosened", f"customers are to be content with less: {said}")
    return better("target-tightened", f"customers are to get more: {said}")


@weighs("metric", field="target", kinds=("removed",))
def target_removed(case: Case) -> Weight:
    """Nothing is aimed at any more."""
    return worse(
        "target-lost",
        f"nothing says any more what {called(case.part)} is to reach for "
        f"customers; it was {figure(case.old)}",
    )


@weighs("metric", field="target", kinds=("added",))
def target_added(case: Case) -> Weight:
    """Something is aimed at."""
    return better("target-set", f"{called(case.part)} is to reach {figure(case.new)}")


@weighs("metric", field="tolerance")
def tolerance_changed(case: Case) -> Weight | None:
    """Figures may be less sure, or have to be surer."""
    old, new, metric = case.old, case.new, called(case.part)
    if old is None or new is None:
        said = (
            f"any width of {metric} will do"
            if new is None
            else f"{metric} may be {figure(new)} off"
        )
        return neutral("tolerance-changed", said)
    if common_dimension([old, new]) is None or old.magnitude == new.magnitude:
        return None
    wider = new.magnitude > old.magnitude
    return neutral(
        "tolerance-widened" if wider else "tolerance-narrowed",
        f"{metric} may be {figure(new)} off to either side instead of {figure(old)}",
    )


def redefined(case: Case) -> Weight:
    """Figures from before and after are not of the same thing."""
    return neutral(
        "metric-redefined",
        f"{called(case.part)} is read by another "
        f"`{case.change.field}`: figures from before do not compare",
    )


for _field in _REDEFINED:
    weighs("metric", field=_field)(redefined)


@weighs("journey", field="scale")
def scale_changed(case: Case) -> Weight:
    """Plain scores mean something else."""
    return neutral(
        "scale-changed", "plain scores are read on another scale: those from before do not compare"
    )
