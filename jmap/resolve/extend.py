"""Variants: a journey that ``extends`` another restates only what changes, and is made whole here.

What has an id (or, for a measure, a metric) is merged with the part of the base that has the same;
every other kind of line, once a variant states it at all, replaces the base's lines of that kind.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

from jmap.model.forms import AdHoc, RefForm
from jmap.model.journey import Journey
from jmap.model.statement import Statement, spec
from jmap.resolve.origins import Origins
from jmap.syntax.fold import fold

S = TypeVar("S", bound=Statement)
_OWN = frozenset({"id", "was", "extends"})
_INSIDE = ("stage", "touchpoint", "path", "question", "pain", "risk", "opportunity")


@dataclass(frozen=True, slots=True)
class Lost:
    """A reference of the base to something that the variant has replaced."""

    kind: str
    id: str


@dataclass(slots=True)
class Extension:
    """The making of one variant, and what came up on the way."""

    origins: Origins
    merged: list[Statement] = field(default_factory=list)
    """Every statement that holds facts of both sides."""
    lost: list[Lost] = field(default_factory=list)
    _renamed: dict[tuple[str, str], str] = field(default_factory=dict)
    _ids: set[tuple[str, str]] = field(default_factory=set)

    def whole(self, variant: Journey, base: Journey) -> Journey:
        """The variant with everything of its base that it does not restate."""
        journey = self._extended(variant, base)
        self._ids = set(_ids(journey))
        settled: Journey = self._settled(journey)
        return settled

    def _extended(self, variant: S, base: S) -> S:
        changes: dict[str, Any] = {}
        for name in type(variant).model_fields:
            mine, theirs = getattr(variant, name), getattr(base, name)
            if name in _OWN or _unstated(theirs):
                continue
            if _unstated(mine):
                changes[name] = theirs
            elif isinstance(mine, tuple) and _keyed(mine) and _keyed(theirs):
                changes[name] = self._merged(mine, theirs)
        made = variant.model_copy(update=changes)
        self.origins.inherit(made, variant)
        self.merged.append(made)
        return made

    def _merged(self, mine: tuple[Any, ...], theirs: tuple[Any, ...]) -> tuple[Any, ...]:
        base = {_key(item): item for item in theirs}
        stated = {_key(item) for item in mine}
        pairs: list[tuple[Any, Any]] = []
        taken: set[Any] = set()
        for item in mine:
            key = _key(item)
            old = key if key in base else _was(item)
            if old not in base or old in taken or (old != key and old in stated):
                pairs.append((item, None))
                continue
            taken.add(old)
            if old != key:
                self._renamed[item.keyword, old] = item.id
            pairs.append((self._extended(item, base[old]), old))
        if taken == set(base):
            return tuple(item for item, _ in pairs)
        return tuple(_woven(pairs, base))

    def _settled(self, item: Any) -> Any:
        """The statement with inherited references to renamed parts put right."""
        changes: dict[str, Any] = {}
        shape = spec(item.__class__)
        forms = [(head.name, head.form) for head in shape.heads]
        forms += [(line.name, line.item) for line in shape.body.values()]
        for name, form in forms:
            value = getattr(item, name)
            if isinstance(value, tuple):
                new: Any = tuple(self._settled_value(form, one) for one in value)
                same = all(one is other for one, other in zip(new, value, strict=True))
            else:
                new = self._settled_value(form, value)
                same = new is value
            if not same:
                changes[name] = new
        if not changes:
            return item
        made = _changed(item, changes)
        self.origins.inherit(made, item)
        return made

    def _settled_value(self, form: Any, value: Any) -> Any:
        if isinstance(form, type) and value is not None:
            return self._settled(value)
        if not isinstance(form, RefForm) or not isinstance(value, str):
            return value
        kind = form.to[0]
        if kind not in _INSIDE or (kind, fold(value)) in self._ids:
            return value
        renamed = self._renamed.get((kind, fold(value)))
        if renamed is None:
            self.lost.append(Lost(kind, value))
        return renamed or value


def _changed(item: Any, changes: dict[str, Any]) -> Any:
    if isinstance(item, Statement):
        return item.model_copy(update=changes)
    return replace(item, **changes)


def _unstated(value: Any) -> bool:
    # 0 is a fact; only nothing at all is not stated.
    return value is None or value is False or value == ()


def _woven(pairs: list[tuple[Any, Any]], base: dict[Any, Any]) -> Iterator[Any]:
    """The base's order. What is new follows the part that it follows in the variant."""
    replaced = {old: item for item, old in pairs if old is not None}
    after: dict[Any, list[Any]] = {}
    before: Any = None
    for item, old in pairs:
        if old is not None:
            before = old
        else:
            after.setdefault(before, []).append(item)
    leading = after.pop(None, [])
    first = next(iter(replaced), None)
    for key, item in base.items():
        if key == first:
            yield from leading
        yield replaced.get(key, item)
        yield from after.get(key, ())
    if first is None:
        yield from leading


def _ids(statement: Statement) -> Iterator[tuple[str, str]]:
    for line in spec(type(statement)).body.values():
        value = getattr(statement, line.name)
        for item in value if isinstance(value, tuple) else (value,):
            if not isinstance(item, Statement):
                continue
            name = getattr(item, "id", None)
            if name:
                yield item.keyword, fold(name)
            yield from _ids(item)


def _keyed(items: tuple[Any, ...]) -> bool:
    keys = [_key(item) for item in items]
    return all(keys) and len(set(keys)) == len(keys)


def _key(item: Any) -> Any:
    if not isinstance(item, Statement):
        return None
    name = getattr(item, "id", None) or getattr(item, "metric", None)
    if isinstance(name, AdHoc):
        return f'"{name.name}"'
    return fold(name) if name else None


def _was(item: Any) -> Any:
    old = getattr(item, "was", None)
    return fold(old) if old else None
