"""What customers want and what we mean to give, and the gaps that follow."""

from dataclasses import dataclass

from jmap.diff.reasons.reading import Step, other_unit, place_of, shortfall, step, wanted
from jmap.diff.reasons.words import figure
from jmap.diff.weighers import Case, weighs
from jmap.diff.weight import Weight, better, neutral, worse
from jmap.gaps.place import Place
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
        return worse(
            "wish-lost", f"nothing says any more what customers want; it was {figure(case.old)}"
        )
    if old is None:
        return neutral("wish-told", f"it is told now what customers want: {figure(new)}")
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
    def said(self) -> str:
        """It in words."""
        return f"customers want {figure(self.new)} instead of {figure(self.old)}"


def _wish(case: Case, place: Place, move: Move) -> Weight:
    current = case.part.current
    old, new = shortfall(place, current, move.old), shortfall(place, current, move.new)
    if move.step.gain < 0:
        reason = f"{move.said}, so that less counts as a gap" if old else move.said
        return neutral("wish-lowered", reason)
    if old is None or new is None or new <= old:
        return neutral("wish-raised", move.said)
    return worse("wish-raised", f"{move.said}, and get {figure(current)}")


@weighs("touchpoint", "measure", field="intended")
def intended_changed(case: Case) -> Weight | None:
    """What we set out to give rose or fell."""
    place = place_of(case)
    if place is None:
        return None
    if case.new is None:
        return worse(
            "aim-lost", f"nothing says any more what we set out to give; it was {figure(case.old)}"
        )
    if case.old is None:
        return _new_aim(case, place)
    found = step(place, case.old, case.new)
    if found is None:
        return other_unit(case)
    if not found.gain:
        return None
    said = f"we set out to give {figure(case.new)} instead of {figure(case.old)}"
    desired = wanted(place, case.part)
    said += f", while customers want {figure(desired)}" if desired is not None else ""
    return worse("aim-lowered", said) if found.gain < 0 else better("aim-raised", said)


def _new_aim(case: Case, place: Place) -> Weight:
    said = f"we set out to give {figure(case.new)}"
    current = case.part.current
    found = step(place, current, case.new) if current is not None else None
    if found is not None and found.gain > 0:
        return better("aim-set", f"{said}, where customers get {figure(current)}")
    return neutral("aim-set", said)


@weighs("touchpoint", "measure", field="better")
def better_changed(case: Case) -> Weight | None:
    """The figures are read the other way round; nothing happened to customers."""
    if not case.part.levels:
        return None
    said = f"{case.new} is better now" if case.new else "nothing says any more which way is better"
    return neutral("read-otherwise", f"the figures are read in another way: {said}")


@weighs("touchpoint", field="fine", kinds=("added",))
def fine_added(case: Case) -> Weight | None:
    """Nothing is to change here; that is worth a look where customers want more."""
    place = place_of(case)
    if place is None or not shortfall(place, case.part.current, case.part.desired):
        return None
    return neutral(
        "gap-accepted",
        f"nothing is to change here, though customers get {figure(case.part.current)} and want "
        f"{figure(case.part.desired)}",
    )
