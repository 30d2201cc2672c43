"""Which declarations belong to a map: what its journeys name, and what that names in turn."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from jmap.model.declared import Declared
from jmap.model.forms import Form, RefForm
from jmap.model.index import Index, index
from jmap.model.journey import Journey
from jmap.model.statement import spec
from jmap.model.workspace import Workspace
from jmap.syntax.fold import fold


def declarations(workspace: Workspace, journeys: Sequence[Journey]) -> tuple[Declared, ...]:
    """What belongs on a page of these journeys: everything where all are shown, else what they use.

    Kind by kind as declared; journeys are left out.
    """
    return (*reached(workspace, journeys), *unreached(workspace, journeys))


def reached(workspace: Workspace, journeys: Iterable[Journey]) -> tuple[Declared, ...]:
    """The declarations that journeys reach, directly or through others, as they were declared."""
    known = index(workspace)
    found: dict[tuple[str, str], Declared] = {}
    waiting: list[Any] = list(journeys)
    while waiting:
        for item in _named(waiting.pop(), known):
            key = (item.keyword, fold(item.id))
            if key not in found:
                found[key] = item
                waiting.append(item)
    ordered = sorted(found, key=lambda key: known.places[key])
    return tuple(found[key] for key in ordered if key[0] != Journey.keyword)


def unreached(workspace: Workspace, journeys: Sequence[Journey]) -> tuple[Declared, ...]:
    """The declarations that no journey reaches, where all journeys of the workspace are at hand.

    With only some of them, what they leave out belongs to the others.
    """
    if {journey.id for journey in journeys} != {journey.id for journey in workspace.journeys}:
        return ()
    met = {id(item) for item in reached(workspace, journeys)}
    declared = index(workspace).declared.items()
    return tuple(
        item for key, item in declared if key[0] != Journey.keyword and id(item) not in met
    )


def _named(item: Any, known: Index) -> Iterator[Declared]:
    shape = spec(item.__class__)
    for head in shape.heads:
        yield from _meant(head.form, (getattr(item, head.name),), known)
    for field in shape.body.values():
        value = getattr(item, field.name)
        inner = value if field.many else (value,)
        if isinstance(field.item, Form):
            yield from _meant(field.item, inner, known)
            continue
        for one in inner:
            if one not in (None, False, True):
                yield from _named(one, known)


def _meant(form: Form | None, values: Iterable[Any], known: Index) -> Iterator[Declared]:
    if isinstance(form, RefForm):
        found = (known.find(form.to, value) for value in values)
        yield from (item for item in found if item is not None)
