"""What customers want and what we mean to give, and the gaps that follow."""

from dataclasses import dataclass

from jmap.diff.reason import Reason, because
from jmap.diff.reasons.reading import Step, other_unit, place_of, shortfall, step, wish_of
from jmap.diff.weighers import Case, weighs
from jmap.diff.weight import Weight, better, neutral, worse
from jmap.gaps.place import USUAL_IMPORTANCE, Place
from jmap.model.metric import Metric
from jmap.model.quantity import Quantity


@weighs("touchpoint", "measure", field="desired")
def desired_changed(case: Case) -> Weight | None:
    """Customers want more or less than was thought; a metric's target stands in for a wish."""
    place = place_of(case)
    if place is None:
        return None
    target = place.metric.target if place.metric else None
    old, new = case.old or target, case.new or target
    if new is None:
        return worse("wish-lost", "wish-untold", old=case.old)
    if old is None:
        return neutral("wish-told", "first-wish", new=new)
    found = step(place, old, new)
    if found is None:
        return other_unit(case)
    return _wish(case, place, Move(old, new, found)) if found.gain else None


@dataclass(frozen=True, slots=True)
class Move:
    """A wish that became another one."""

    old: Quantity
    new: Quantity
    step: Step

    @property
    def said(self) -> Reason:
        """It in words."""
        return because("wants-instead", new=self.new, old=self.old)


def _wish(case: Case, place: Place, move: Move) -> Weight:
    current = case.part.current
    old, new = shortfall(place, current, move.old), shortfall(place, current, move.new)
    if move.step.gain < 0:
        reason = because("less-is-a-gap", said=move.said) if old else move.said
        return neutral("wish-lowered", reason)
    if old is None or new is None or new <= old:
        return neutral("wish-raised", move.said)
    return worse("wish-raised", "and-get", said=move.said, current=current)


@weighs("touchpoint", field="importance")
def importance_changed(case: Case) -> Weight | None:
    """A gap counts for less where customers are said to mind it less."""
    place = place_of(case)
    if place is None or not shortfall(place, case.part.current, case.part.desired):
        return None
    old, new = (USUAL_IMPORTANCE if one is None else one.customer for one in (case.old, case.new))
    if new >= old:
        return None
    return neutral("importance-lowered", "minded-less", old=old, new=new)


@weighs("touchpoint", "measure", field="intended")
def intended_changed(case: Case) -> Weight | None:
    """What we set out to give rose or fell."""
    place = place_of(case)
    if place is None:
        return None
    if case.new is None:
        return worse("aim-lost", "aim-untold", old=case.old)
    if case.old is None:
        return _new_aim(case, place)
    found = step(place, case.old, case.new)
    if found is None:
        return other_unit(case)
    if not found.gain:
        return None
    said = because("aims-instead", new=case.new, old=case.old)
    wish = wish_of(case, place)
    if wish is not None:
        said = because(wish.phrase, said=said, desired=wish.said)
    if _is_target_too(case, place):
        said = because("and-the-target-too", said=said)
    return worse("aim-lowered", said) if found.gain < 0 else better("aim-raised", said)


def _is_target_too(case: Case, place: Place) -> bool:
    """Whether the target of the metric went from and to the same figures."""
    if place.metric is None or place.measure is None:
        return False
    was = case.before.index.find(("metric",), place.measure.metric)
    old = was.target if isinstance(was, Metric) else None
    return (old, place.metric.target) == (case.old, case.new)


def _new_aim(case: Case, place: Place) -> Weight:
    said = because("aims", new=case.new)
    current = case.part.current
    found = step(place, current, case.new) if current is not None else None
    if found is not None and found.gain > 0:
        return better("aim-set", "where-they-get", said=said, current=current)
    return neutral("aim-set", said)


@weighs("touchpoint", "measure", field="better")
def better_changed(case: Case) -> Weight | None:
    """The figures are read the other way round; nothing happened to customers."""
    if not case.part.levels:
        return None
    if not case.new:
        return neutral("read-otherwise", "way-untold")
    return neutral("read-otherwise", "read-other-way", way=because(f"way-{case.new}"))


@weighs("touchpoint", field="fine", kinds=("added",))
def fine_added(case: Case) -> Weight | None:
    """Nothing is to change here; that is worth a look where customers want more."""
    place = place_of(case)
    if place is None or not shortfall(place, case.part.current, case.part.desired):
        return None
    figures = {"current": case.part.current, "desired": case.part.desired}
    return neutral("gap-accepted", "gap-is-fine", **figures)
