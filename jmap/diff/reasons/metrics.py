"""What is measured, and what is aimed at: a metric is read in all journeys."""

from jmap.diff.reason import Name, Part, because
from jmap.diff.reasons.instructions import says_otherwise
from jmap.diff.reasons.words import called, itself, titled
from jmap.diff.references import meant
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


_SAID = ("of", "window", "method")
"""The fields of which it is told what they say: the others have no words of their own."""


def redefined(case: Case) -> Weight:
    """Figures from before and after are not of the same thing."""
    if case.change.field in _SAID and case.old is not None and case.new is not None:
        return _redefined_as(case)
    return neutral(
        "metric-redefined",
        "read-by-another",
        it=itself(case.part),
        field=because(f"field-{case.change.field}"),
    )


def _redefined_as(case: Case) -> Weight:
    old, new = (Name(one) if isinstance(one, str) else one for one in (case.old, case.new))
    field = because(f"field-{case.change.field}")
    said: dict[str, Part] = {"it": itself(case.part), "field": field, "new": new, "old": old}
    return neutral("metric-redefined", "read-by-instead", **said)


for _field in _REDEFINED:
    weighs("metric", field=_field)(redefined)


@weighs("source", field="title", kinds=("changed",))
def source_changed(case: Case) -> Weight | None:
    """What figures are taken from is called something else: it may be something else."""
    read = _read_from(case)
    if not read or case.change.guess:
        return None
    names = {"new": Name(case.new), "old": Name(case.old)}
    return neutral("metric-redefined", "figures-come-from", metrics=read, **names)


def _read_from(case: Case) -> tuple[Name, ...]:
    """The metrics that are read from a source."""
    name = fold(case.part.id)
    return tuple(
        called(one)
        for one in case.after.workspace.metrics
        if isinstance(one.source, str) and fold(one.source) == name
    )


@weighs("source", field="columns", kinds=("changed",))
def column_changed(case: Case) -> Weight | None:
    """What stands in a column that figures are read from means another thing."""
    old, new = case.old, case.new
    read = _read_from(case)
    if not read or not says_otherwise(case, old.text, new.text):
        return None
    texts = {"new": Name(new.text), "old": Name(old.text)}
    said = because("column-means", column=Name(old.name), **texts)
    return neutral("metric-redefined", "and-figures-with-it", said=said, metrics=read)


@weighs("scorecard", field="metrics", kinds=("removed",))
def card_cut(case: Case) -> Weight | None:
    """A metric is not read any more where it was read together with others."""
    after = case.after.workspace
    left = {meant("metric", one, after) for one in case.part.metrics}
    if meant("metric", case.old, after) in left:
        return None
    return neutral(
        "scorecard-cut", "not-on-card", old=titled("metric", case.old, case.before.index)
    )


@weighs("journey", field="scale")
def scale_changed(case: Case) -> Weight:
    """Plain scores mean something else."""
    return neutral("scale-changed", "other-scale")
