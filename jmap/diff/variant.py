"""What a variant says itself, without what it takes over from the journey that it extends."""

from typing import Any, TypeVar

from jmap.diff.identity import keys_of
from jmap.diff.listed import by_key
from jmap.diff.shape import lists_parts
from jmap.model.index import index
from jmap.model.journey import Journey
from jmap.model.statement import BodyField, Statement, spec
from jmap.model.workspace import Workspace

S = TypeVar("S", bound=Statement)


def own(journey: Journey, workspace: Workspace) -> Journey:
    """A journey with nothing in it that the one it extends says as well."""
    base = index(workspace).find(("journey",), journey.extends)
    return _own(journey, base) if isinstance(base, Journey) else journey


def _own(part: S, base: S) -> S:
    updates: dict[str, Any] = {}
    for line in spec(type(part)).lines:
        said, known = getattr(part, line.name), getattr(base, line.name)
        if line.name == "extends" or line.required:
            continue
        if lists_parts(line):
            updates[line.name] = _own_parts(said, known)
        else:
            updates[line.name] = _own_value(line, said, known)
    return part.model_copy(update=updates)


def _own_value(line: BodyField, said: Any, known: Any) -> Any:
    if line.many:
        return tuple(value for value in said if value not in known)
    if said != known:
        return said
    return False if said is True else None


def _own_parts(said: tuple[Any, ...], known: tuple[Any, ...]) -> tuple[Any, ...]:
    inherited = by_key(known)
    return tuple(
        _own(part, inherited[key]) if key in inherited else part
        for key, part in zip(keys_of(said), said, strict=True)
        if inherited.get(key) != part
    )
