"""Maps of how it is to be, beside the map of today that they extend: what comes, what goes, and
where more or less is aimed for; and what of that today's map has when the plan is gone.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from jmap.diff.reason import Name, Reason, because
from jmap.diff.reasons.reading import measure_name, step
from jmap.diff.reasons.words import called
from jmap.gaps.place import Place, places
from jmap.model.journey import Journey
from jmap.model.presence import is_there
from jmap.model.quantity import Quantity
from jmap.model.touchpoint import Touchpoint
from jmap.model.workspace import Workspace
from jmap.syntax.fold import fold

_SAID = 3
"""Of so many places at most a sentence gives the two figures."""


@dataclass(frozen=True, slots=True)
class Aim:
    """What a plan sets out to give where the map of today sets out to give something else."""

    where: Name
    key: tuple[str, ...]
    place: Place
    planned: Quantity
    today: Quantity
    """What is aimed for today; where nothing is, what customers get."""
    gain: float

    def said(self, phrase: str, said: Reason) -> Reason:
        """A sentence that also gives the two figures."""
        figures = {"new": self.planned, "old": self.today}
        return because(phrase, said=said, where=self.where, **figures)


@dataclass(frozen=True, slots=True)
class Plan:
    """How a map of what is to be differs from the one that it extends."""

    opens: tuple[Touchpoint, ...]
    ends: tuple[Touchpoint, ...]
    aims: tuple[Aim, ...]

    @property
    def lower(self) -> tuple[Aim, ...]:
        """Where less is aimed for than today."""
        return tuple(aim for aim in self.aims if aim.gain < 0)

    @property
    def higher(self) -> tuple[Aim, ...]:
        """Where more is."""
        return tuple(aim for aim in self.aims if aim.gain > 0)


def plan_of(journey: Journey, base: Journey, workspace: Workspace) -> Plan:
    """What a journey plans beside the one of the same workspace that it extends."""
    today = {fold(one.id): one for one in base.touchpoints}
    pairs = [(one, today.get(fold(one.id))) for one in journey.touchpoints]
    return Plan(
        tuple(one for one, was in pairs if was is None and is_there(one, journey)),
        tuple(one for one, was in pairs if was and _ends(one, was, journey, base)),
        tuple(_aims(journey, base, workspace)),
    )


def _ends(one: Touchpoint, was: Touchpoint, journey: Journey, base: Journey) -> bool:
    return is_there(was, base) and not is_there(one, journey)


def _aims(journey: Journey, base: Journey, workspace: Workspace) -> Iterator[Aim]:
    today = {_key(place): place for place in places(workspace, base)}
    for place in places(workspace, journey):
        was = today.get(_key(place))
        planned, now = place.intended, _aimed(was)
        found = step(place, now, planned) if now is not None and planned is not None else None
        if found is not None and found.gain and planned is not None and now is not None:
            yield Aim(_name(place), _key(place), place, planned, now, found.gain)


def _aimed(place: Place | None) -> Quantity | None:
    return (place.intended or place.actual) if place is not None else None


def missed(plan: Plan, now: Journey, workspace: Workspace) -> Iterator[Name | Aim]:
    """What of a plan is not on the map of today, after both changed."""
    there = {fold(one.id) for one in now.touchpoints if is_there(one, now)}
    yield from (called(one) for one in plan.opens if fold(one.id) not in there)
    yield from (called(one) for one in plan.ends if fold(one.id) in there)
    today = {_key(place): place for place in places(workspace, now)}
    for aim in plan.higher:
        place = today.get(aim.key)
        if place is None:
            yield aim.where
        elif not any(_reaches(aim, figure) for figure in (place.intended, place.actual)):
            yield aim


def _reaches(aim: Aim, figure: Quantity | None) -> bool:
    found = step(aim.place, aim.planned, figure) if figure is not None else None
    return found is not None and found.gain >= 0


def planned(plan: Plan, said: Reason) -> Reason:
    """A sentence that also tells what a plan brings."""
    lists = (
        ("and-plans-new", tuple(map(called, plan.opens))),
        ("and-plans-more", tuple(dict.fromkeys(aim.where for aim in plan.higher))),
        ("and-plans-without", tuple(map(called, plan.ends))),
    )
    for phrase, names in lists:
        if names:
            said = because(phrase, said=said, names=names)
    for aim in plan.lower[:_SAID]:
        said = aim.said("and-plans-less", said)
    others = tuple(dict.fromkeys(aim.where for aim in plan.lower[_SAID:]))
    return because("and-plans-less-at", said=said, names=others) if others else said


def left_out(found: list[Name | Aim], said: Reason) -> Reason:
    """A sentence that also tells what of a plan the map of today has not."""
    aims = [one for one in found if isinstance(one, Aim)]
    names = [one for one in found if isinstance(one, Name)]
    names += [aim.where for aim in aims[_SAID:]]
    if names:
        said = because("and-is-not-so", said=said, names=tuple(dict.fromkeys(names)))
    for aim in aims[:_SAID]:
        said = because("and-was-to-be", said=said, where=aim.where, planned=aim.planned)
    return said


def _key(place: Place) -> tuple[str, ...]:
    """What a place is known by; a touchpoint may stand in another stage."""
    touchpoint, measure = place.touchpoint, place.measure
    around = fold(touchpoint.id) if touchpoint else ""
    stage = fold(place.stage.id) if place.stage and not touchpoint else ""
    return (stage, around, fold(str(measure.metric)) if measure else "")


def _name(place: Place) -> Name:
    return called(place.touchpoint) if place.touchpoint else Name(measure_name(place).text)
