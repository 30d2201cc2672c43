"""The personas of some journeys: who they are, which journeys are theirs, how those feel to
them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from jmap.model.forms import AdHoc, reference_name
from jmap.model.index import Index, index
from jmap.model.journey import Journey
from jmap.model.persona import Persona
from jmap.model.workspace import Workspace
from jmap.syntax.fold import fold
from jmap.views.curve import Curve, Mood, curves
from jmap.views.declared import reached
from jmap.views.facts import Fact, Reader, reader
from jmap.views.language import language_of, printed_language
from jmap.views.moments import best, weakest


@dataclass(frozen=True, slots=True)
class Lived:
    """A journey of a persona, and the moments in it that stand out for that persona."""

    key: str
    """The journey's id."""
    title: str
    best: Mood | None
    """None where nothing feels better than neutral and than the rest."""
    weakest: Mood | None
    steady: int | None = None
    """The level, -2 to +2, where it is the same throughout."""


@dataclass(frozen=True, slots=True)
class Person:
    """A persona in full."""

    key: str
    """``persona.id``, or the name of one that is declared nowhere."""
    title: str
    persona: Persona | None
    facts: tuple[Fact, ...]
    """Everything in the persona's block."""
    lived: tuple[Lived, ...]
    """The journeys that are drawn for this persona, as given."""


def personas(workspace: Workspace, journeys: Sequence[Journey]) -> tuple[Person, ...]:
    """The personas that journeys are drawn for, as they are met, then those they name elsewhere.

    Feelings that name nobody are those of each persona that the journey is drawn for and that has
    none under its own name.
    """
    known = index(workspace)
    met: dict[str, str | AdHoc] = {}
    for journey in journeys:
        for reference in journey.personas:
            met.setdefault(_key(reference), reference)
    for item in reached(workspace, journeys):
        if isinstance(item, Persona):
            met.setdefault(_key(item.id), item.id)
    return tuple(_person(workspace, journeys, known, reference) for reference in met.values())


def _key(reference: str | AdHoc) -> str:
    return f'"{reference.name}"' if isinstance(reference, AdHoc) else fold(reference)


def _person(
    workspace: Workspace, journeys: Sequence[Journey], known: Index, reference: str | AdHoc
) -> Person:
    lived = tuple(_lived(workspace, journeys, reference))
    found = None if isinstance(reference, AdHoc) else known.find(("persona",), reference)
    if not isinstance(found, Persona):
        name = reference_name(reference)
        return Person(f"persona.{name}", name, None, (), lived)
    facts = _reader(workspace, journeys[0]).facts(found)
    return Person(f"persona.{found.id}", found.label, found, facts, lived)


def _reader(workspace: Workspace, journey: Journey) -> Reader:
    return reader(workspace, journey, printed_language(language_of(journey)))


def _lived(
    workspace: Workspace, journeys: Sequence[Journey], reference: str | AdHoc
) -> Iterator[Lived]:
    wanted = _key(reference)
    for journey in journeys:
        read = _reader(workspace, journey)
        found = {curve.persona: curve for curve in curves(journey, read)}
        own = found.get(read.name(("persona",), reference))
        if any(_key(one) == wanted for one in journey.personas):
            own = own or found.get("")
        elif own is None:
            continue
        yield _one(journey, own)


def _one(journey: Journey, curve: Curve | None) -> Lived:
    if curve is None:
        return Lived(journey.id, journey.label, None, None)
    levels = {mood.level for mood in curve.moods}
    steady = levels.pop() if len(levels) == 1 else None
    return Lived(journey.id, journey.label, best(curve), weakest(curve), steady)
