"""Which declarations a page shows: all of them where it shows every journey, else those in use."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from jmap.model.declared import Declared
from jmap.model.forms import Form, RefForm
from jmap.model.journey import Journey
from jmap.model.statement import Statement, spec
from jmap.model.workspace import Workspace
from jmap.syntax.fold import fold


def declarations(workspace: Workspace, journeys: Sequence[Journey]) -> tuple[Declared, ...]:
    """The declarations that belong on a page of these journeys, kind by kind as declared."""
    declared = tuple(_declared(workspace))
    if {journey.id for journey in journeys} == {journey.id for journey in workspace.journeys}:
        return declared
    used = _Used(declared)
    used.follow(journeys)
    return tuple(item for item in declared if id(item) in used.found)


def _declared(workspace: Workspace) -> Iterator[Declared]:
    for entry in spec(type(workspace)).body.values():
        if entry.word != Journey.keyword:
            yield from getattr(workspace, entry.name)


class _Used:
    """The declarations that were reached so far, by identity."""

    def __init__(self, declared: Iterable[Declared]) -> None:
        self.found: set[int] = set()
        self._named = {(item.keyword, fold(item.id)): item for item in declared}

    def follow(self, statements: Iterable[Statement]) -> None:
        """Reach what the statements name, and what that names in turn."""
        waiting: list[Statement] = list(statements)
        while waiting:
            for reference in _references(waiting.pop()):
                item = self._meant(reference)
                if item is not None and id(item) not in self.found:
                    self.found.add(id(item))
                    waiting.append(item)

    def _meant(self, reference: "_Reference") -> Declared | None:
        keys = ((kind, fold(reference.name)) for kind in reference.kinds)
        return next((self._named[key] for key in keys if key in self._named), None)


@dataclass(frozen=True, slots=True)
class _Reference:
    kinds: tuple[str, ...]
    name: str = field(default="")


def _references(item: Any) -> Iterator[_Reference]:
    cls: Any = type(item)
    shape = spec(cls)
    for head in shape.heads:
        yield from _named(head.form, getattr(item, head.name))
    for entry in shape.body.values():
        value = getattr(item, entry.name)
        for inner in value if entry.many else (value,):
            if isinstance(entry.item, Form):
                yield from _named(entry.item, inner)
            elif inner not in (None, False, True):
                yield from _references(inner)


def _named(form: Form | None, value: Any) -> Iterator[_Reference]:
    if isinstance(form, RefForm) and isinstance(value, str):
        yield _Reference(form.to, value)
