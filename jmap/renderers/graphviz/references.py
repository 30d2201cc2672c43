"""What a journey names besides itself: every declaration it reaches, directly or through others."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from jmap.model.declared import Declared
from jmap.model.forms import Form, RefForm
from jmap.model.journey import Journey
from jmap.model.statement import spec
from jmap.model.workspace import Workspace
from jmap.syntax.fold import fold


@dataclass(frozen=True, slots=True)
class Reference:
    """A name, and the kinds of things it may be the name of."""

    kinds: tuple[str, ...]
    name: str


def reached(workspace: Workspace, journey: Journey) -> tuple[Declared, ...]:
    """The declarations that a journey reaches, kind by kind as declared; journeys are left out."""
    return _reached(workspace, [journey])


def unreached(workspace: Workspace, journeys: Sequence[Journey]) -> tuple[Declared, ...]:
    """The declarations that no journey reaches, where all journeys of the workspace are at hand.

    With only some of them, what they leave out belongs to the others.
    """
    if {journey.id for journey in journeys} != {journey.id for journey in workspace.journeys}:
        return ()
    met = {id(item) for item in _reached(workspace, journeys)}
    return tuple(item for item in _declared(workspace) if id(item) not in met)


def _reached(workspace: Workspace, journeys: Iterable[Journey]) -> tuple[Declared, ...]:
    declared = {(item.keyword, fold(item.id)): item for item in _declared(workspace)}
    found: set[int] = set()
    waiting: list[Any] = list(journeys)
    while waiting:
        for reference in _references(waiting.pop()):
            item = _meant(reference, declared)
            if item is not None and id(item) not in found:
                found.add(id(item))
                waiting.append(item)
    return tuple(item for item in declared.values() if id(item) in found)


def _declared(workspace: Workspace) -> Iterator[Declared]:
    for field in spec(type(workspace)).body.values():
        if field.word != Journey.keyword:
            yield from getattr(workspace, field.name)


def _meant(reference: Reference, declared: dict[tuple[str, str], Declared]) -> Declared | None:
    keys = ((kind, fold(reference.name)) for kind in reference.kinds)
    return next((declared[key] for key in keys if key in declared), None)


def _references(item: Any) -> Iterator[Reference]:
    cls: Any = type(item)
    shape = spec(cls)
    for head in shape.heads:
        yield from _named(head.form, (getattr(item, head.name),))
    for field in shape.body.values():
        value = getattr(item, field.name)
        inner = value if field.many else (value,)
        if isinstance(field.item, Form):
            yield from _named(field.item, inner)
            continue
        for one in inner:
            if one not in (None, False, True):
                yield from _references(one)


def _named(form: Form | None, values: Iterable[Any]) -> Iterator[Reference]:
    if isinstance(form, RefForm):
        yield from (Reference(form.to, value) for value in values if isinstance(value, str))
