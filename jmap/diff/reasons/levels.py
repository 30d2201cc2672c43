"""What customers get, by the figures of touchpoints and measures."""

from dataclasses import replace

from jmap.diff.reason import Reason, Subject, because
from jmap.diff.reasons.chance import is_chance
from jmap.diff.reasons.crossing import crossing
from jmap.diff.reasons.reading import (
    Step,
    Wish,
    all_figures,
    figures_say,
    is_same,
    measure_name,
    other_unit,
    place_of,
    shortfall,
    step,
    wish_of,
)
from jmap.diff.reasons.samples import counted, is_redefined, thinner
from jmap.diff.weighers import Case, weighs
from jmap.diff.weight import Weight, better, neutral, worse
from jmap.gaps.place import Place
from jmap.gaps.yardstick import TIMES
from jmap.model.forms import reference_name
from jmap.model.measure import Measure
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
        return neutral("unclear-direction", "unclear-way", said=_instead(case, place, found))
    if not found.gain:
        return _counted(case)
    said = _instead(case, place, found)
    if is_redefined(case):
        counted = _only_fewer(case, said, found) or said
        return neutral("figure-redefined", "measured-otherwise", said=counted)
    if is_chance(case.old, case.new):
        figures = because("instead", new=case.new, old=case.old)
        return replace(neutral("within-chance", "may-be-chance", said=said), gist=figures)
    fewer = _only_fewer(case, said, found)
    if fewer:
        return neutral("better-on-paper", fewer)
    return crossing(case, place, _gap(case, place, said, found))


def _counted(case: Case) -> Weight | None:
    """The figure is as it was, and how many were asked is told now, or not any more."""
    old, new = (counted(side) for side in (case.old, case.new))
    if old is None and new is not None:
        return neutral("figure-counted", "counted-now", new=case.new)
    if old is not None and new is None:
        return neutral("figure-uncounted", "counted-no-more", old=case.old)
    return None


def _only_fewer(case: Case, said: Reason, found: Step) -> Reason | None:
    """That a figure is better for no other reason than whom it counts."""
    fewer = thinner(case) if found.gain > 0 and found.direction == 1 else None
    if fewer is None:
        return None
    return because("fewer-counted", said=said, new=fewer.new, old=fewer.old)


def _gap(case: Case, place: Place, said: Reason, found: Step) -> Weight:
    wish = wish_of(case, place)
    amount = wish.amount if wish is not None else None
    old, new = shortfall(place, case.old, amount), shortfall(place, case.new, amount)
    if old is None or new is None or wish is None:
        if found.gain < 0:
            return worse("experience-worsened", said)
        return better("experience-improved", said)
    desired = wish.said
    short = because("instead", new=case.new, old=case.old)
    gist = because(wish.phrase, said=short, desired=desired)
    if new > old:
        return replace(_wider(old, said, wish), gist=gist)
    if new < old and new:
        less = better("gap-narrowed", wish.phrase, said=said, desired=desired)
        return replace(less, gist=gist)
    if new < old:
        return better("gap-closed", "as-good-as-wanted", said=said, desired=desired)
    return neutral("wish-still-met", "still-as-good", said=said, desired=desired)


def _wider(old: float, said: Reason, wish: Wish) -> Weight:
    if old:
        return worse("gap-widened", wish.phrase, said=said, desired=wish.said)
    return worse("gap-opened", "no-longer-as-good", said=said, desired=wish.said)


@weighs("touchpoint", "measure", field="current", kinds=("removed",))
def current_removed(case: Case) -> Weight | None:
    """Nobody can tell any more what customers get."""
    if _is_told_elsewhere(case.old, case.after.place):
        return None
    if isinstance(case.part, Measure):
        return worse("figure-lost", "metric-untold", them=_metric_of(case), old=case.old)
    return worse("figure-lost", "figure-untold", old=case.old)


@weighs("touchpoint", "measure", field="current", kinds=("added",))
def current_added(case: Case) -> Weight | None:
    """It is told what customers get: it was so before."""
    if _is_told_elsewhere(case.new, case.before.place):
        return None
    if isinstance(case.part, Measure):
        return neutral("figure-told", "metric-told", them=_metric_of(case), new=case.new)
    return neutral("figure-told", "first-figure", new=case.new)


@weighs("measure", kinds=("removed",))
def measure_removed(case: Case) -> Weight | None:
    """A metric is read no more at this place."""
    current = case.part.current
    if current is None or _is_told_elsewhere(current, case.after.place):
        return None
    return worse("figure-lost", "metric-untold", them=_metric_of(case), old=current)


@weighs("measure", kinds=("added",))
def measure_added(case: Case) -> Weight | None:
    """A metric is read at this place from now on."""
    current = case.part.current
    if current is None or _is_told_elsewhere(current, case.before.place):
        return None
    return neutral("figure-told", "metric-told", them=_metric_of(case), new=current)


def _instead(case: Case, place: Place, found: Step) -> Reason:
    if place.measure is None:
        return because(figures_say(place, found), new=case.new, old=case.old)
    longer = found.dimension in TIMES and found.direction == -1
    phrase = "metric-takes" if longer else "metric-is"
    return because(phrase, it=measure_name(place), new=case.new, old=case.old)


def _is_told_elsewhere(figure: Quantity, place: object) -> bool:
    """Whether a figure only moved between a touchpoint and its measure."""
    return any(is_same(one, figure) for one in all_figures(place))


def _metric_of(case: Case) -> Subject:
    here = case.after if case.after.journey is not None else case.before
    if here.journey is None:
        return Subject(reference_name(case.part.metric))
    found = here.index.find(("metric",), case.part.metric)
    return measure_name(Place(here.journey, measure=case.part, metric=found))  # type: ignore[arg-type]
