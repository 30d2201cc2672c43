"""Variants: a journey that ``extends`` another restates only what changes, and is made whole here.

What has an id (or, for a measure, a metric) is merged with the part of the base that has the same;
every other kind of line, once a variant states it at all, replaces the base's lines of that kind.
"""

from typing import Any, TypeVar

from jmap.model.forms import AdHoc
from jmap.model.statement import Statement
from jmap.resolve.origins import Origins
from jmap.syntax.fold import fold

S = TypeVar("S", bound=Statement)
_OWN = frozenset({"id", "was", "extends"})


def extended(variant: S, base: S, origins: Origins) -> S:
    """The variant with everything of its base that it does not restate."""
    changes: dict[str, Any] = {}
    for name in type(variant).model_fields:
        mine, theirs = getattr(variant, name), getattr(base, name)
        if name in _OWN or not theirs:
            continue
        if not mine:
            changes[name] = theirs
        elif isinstance(mine, tuple) and _keyed(mine) and _keyed(theirs):
            changes[name] = _merged(mine, theirs, origins)
    whole = variant.model_copy(update=changes)
    origins.inherit(whole, variant)
    return whole


def _merged(mine: tuple[Any, ...], theirs: tuple[Any, ...], origins: Origins) -> tuple[Any, ...]:
    base = {_key(item): item for item in theirs}
    whole = {}
    for item in mine:
        key = _key(item)
        old = base.get(key) or base.get(_was(item))
        whole[key] = (extended(item, old, origins), _key(old)) if old else (item, None)
    replaced = {old for _, old in whole.values() if old}
    if replaced == set(base):
        return tuple(item for item, _ in whole.values())
    return _woven(whole, theirs)


def _woven(whole: dict[Any, tuple[Any, Any]], theirs: tuple[Any, ...]) -> tuple[Any, ...]:
    """The base's order; something new follows the part that it follows in the variant."""
    order = [_key(item) for item in theirs]
    result: dict[Any, Any] = dict(zip(order, theirs, strict=True))
    before: Any = None
    for item, old in whole.values():
        if old is not None:
            result[old] = item
            before = old
            continue
        key = _key(item)
        result[key] = item
        order.insert(order.index(before) + 1 if before is not None else len(order), key)
        before = key
    return tuple(result[key] for key in order)


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
