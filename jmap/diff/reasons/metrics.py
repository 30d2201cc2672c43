"""What is measured, and what is aimed at: a metric is read in all journeys."""

from jmap.diff.reason import Name, because
from jmap.diff.reasons.words import called, itself
from jmap.diff.weighers import Case, weighs
from jmap.diff.weight import Weight, better, neutral, worse
from jmap.gaps.place import Place
from jmap.gaps.yardstick import dimension, direction
from jmap.model.quantity import common_dimension
from jmap.syntax.fold import fold

_REDEFINED = ("kind", "method", "scale", "better", "of", "window", "source")


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
    said = because("target-is", them=itself(case.part), new=case.new, old=case.old)
    if toward is None:
        return neutral("target-changed", said)
    gain = toward * (case.new.magnitude - case.old.magnitude)
    if not gain:
        return None
    if gain < 0:
        return worse("target-loosened", "content-with-less", said=said)
    return better("target-tightened", "to-get-more", said=said)


@weighs("metric", field="target", kinds=("removed",))
def target_removed(case: Case) -> Weight:
    """Nothing is aimed at any more."""
    return worse("target-lost", "target-untold", it=itself(case.part), old=case.old)


@weighs("metric", field="target", kinds=("added",))
def target_added(case: Case) -> Weight:
    """Something is aimed at."""
    return better("target-set", "is-to-reach", it=itself(case.part), new=case.new)


@weighs("metric", field="tolerance")
def tolerance_changed(case: Case) -> Weight | None:
    """Figures may be less sure, or have to be surer."""
    old, new, metric = case.old, case.new, itself(case.part)
    if new is None:
        return neutral("tolerance-changed", "any-width-will-do", them=metric)
    if old is None:
        return neutral("tolerance-changed", "may-be-off", it=metric, new=new)
    if common_dimension([old, new]) is None or old.magnitude == new.magnitude:
        return None
    wider = new.magnitude > old.magnitude
    return neutral(
        "tolerance-widened" if wider else "tolerance-narrowed",
        because("may-be-off-instead", it=metric, new=new, old=old),
    )


def redefined(case: Case) -> Weight:
    """Figures from before and after are not of the same thing."""
    return neutral(
        "metric-redefined",
        "read-by-another",
        it=itself(case.part),
        field=because(f"field-{case.change.field}"),
    )


for _field in _REDEFINED:
    weighs("metric", field=_field)(redefined)


@weighs("source", field="title", kinds=("changed",))
def source_changed(case: Case) -> Weight | None:
    """What figures are taken from is called something else: it may be something else."""
    here, name = case.after, fold(case.part.id)
    read = tuple(
        called(one)
        for one in here.workspace.metrics
        if isinstance(one.source, str) and fold(one.source) == name
    )
    if not read or case.change.guess:
        return None
    names = {"new": Name(case.new), "old": Name(case.old)}
    return neutral("metric-redefined", "figures-come-from", metrics=read, **names)


@weighs("journey", field="scale")
def scale_changed(case: Case) -> Weight:
    """Plain scores mean something else."""
    return neutral("scale-changed", "other-scale")
