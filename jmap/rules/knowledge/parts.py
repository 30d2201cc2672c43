"""All parts of a workspace, and what they refer to, read from the classes of the model."""

from collections.abc import Iterator
from functools import cache
from typing import Any

from jmap.model.forms import RefForm
from jmap.model.index import Index
from jmap.model.statement import spec
from jmap.model.workspace import Workspace
from jmap.syntax.fold import fold


def parts(workspace: Workspace) -> Iterator[Any]:
    """Every statement and line, each once, from the outside in and in the order of the files."""
    met: set[int] = set()
    waiting: list[Any] = [workspace]
    while waiting:
        item = waiting.pop()
        if id(item) in met:
            continue
        met.add(id(item))
        yield item
        for name in _inside(item.__class__):
            value = getattr(item, name)
            if isinstance(value, tuple):
                waiting.extend(reversed(value))
            elif value is not None:
                waiting.append(value)


def mentioned(workspace: Workspace, known: Index) -> frozenset[tuple[str, str]]:
    """What any part refers to, by keyword and folded id."""
    found: set[tuple[str, str]] = set()
    for item in parts(workspace):
        for name, kinds in _references(item.__class__):
            value = getattr(item, name)
            for one in value if isinstance(value, tuple) else (value,):
                if isinstance(one, str):
                    found.update(_meant(one, kinds, known))
    return frozenset(found)


@cache
def mentionable() -> frozenset[str]:
    """The keywords of what can be referred to."""
    waiting: list[Any] = [Workspace]
    found: set[str] = set()
    met: set[Any] = set()
    while waiting:
        cls = waiting.pop()
        if cls in met:
            continue
        met.add(cls)
        found.update(kind for _, kinds in _references(cls) for kind in kinds)
        waiting += [line.item for line in spec(cls).body.values() if isinstance(line.item, type)]
    return frozenset(found)


def _meant(name: str, kinds: tuple[str, ...], known: Index) -> Iterator[tuple[str, str]]:
    """An id may be that of several kinds: the first that is declared is meant."""
    key = fold(name)
    for kind in kinds:
        if (kind, key) in known.declared:
            yield kind, key
            return


@cache
def _inside(cls: Any) -> tuple[str, ...]:
    """The fields that hold parts, the last first."""
    lines = spec(cls).body.values()
    return tuple(line.name for line in lines if isinstance(line.item, type))[::-1]


@cache
def _references(cls: Any) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The fields that refer to something, each with the keywords of what that may be."""
    shape = spec(cls)
    forms = [(head.name, head.form) for head in shape.heads]
    forms += [(line.name, line.item) for line in shape.body.values()]
    return tuple((name, form.to) for name, form in forms if isinstance(form, RefForm))
