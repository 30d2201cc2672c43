"""Two workspaces as the changes between them, found from the statement classes alone: a field that
is added to one of them is compared without anybody writing code for it.

Layout, comments, the language of keywords and the order of what has none are no change.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from jmap.diff.change import Address, Change, Step
from jmap.diff.identity import keys_of
from jmap.diff.pairing import Pairing, paired_parts, paired_values
from jmap.model.statement import BodyField, Statement, spec
from jmap.model.workspace import Workspace

OWN = frozenset({"id", "was"})
"""What a part is known by, and was: no facts."""


def compare(before: Workspace, after: Workspace) -> tuple[Change, ...]:
    """What is to be changed in one workspace so that it says what the other says.

    The changes of a part come before those of the parts within it, in the order of the statement
    classes. Parts are the same by id, by the id they had, else by likeness, which is said of the
    change.
    """
    return tuple(_part(before, after, ()))


def lists_parts(line: BodyField) -> bool:
    """Whether a field holds statements with a block, rather than values."""
    return isinstance(line.item, type) and issubclass(line.item, Statement)


def _part(before: Any, after: Any, address: Address) -> Iterator[Change]:
    if before is after or before == after:
        return
    kind: Any = type(after)
    shape = spec(kind)
    lines = shape.lines
    for name in [head.name for head in shape.heads if head.name not in OWN]:
        yield from _value(before, after, name, address)
    for line in lines:
        if not line.many:
            yield from _value(before, after, line.name, address)
        elif not lists_parts(line):
            yield from _values(before, after, line, address)
    for line in lines:
        if line.many and lists_parts(line):
            yield from _parts(getattr(before, line.name), getattr(after, line.name), line, address)


def _value(before: Any, after: Any, name: str, address: Address) -> Iterator[Change]:
    old, new = getattr(before, name), getattr(after, name)
    if old != new:
        yield Change("changed", address, after, name, old, new)


def _values(before: Any, after: Any, line: BodyField, address: Address) -> Iterator[Change]:
    old, new = getattr(before, line.name), getattr(after, line.name)
    if old == new:
        return
    pairing = paired_values(old, new)
    moved = set(pairing.moved) if line.ordered else set()
    for at in pairing.gone:
        yield Change("removed", address, after, line.name, before=old[at])
    for at, value in enumerate(new):
        place = at if line.ordered else None
        if at not in pairing.pairs:
            yield Change("added", address, after, line.name, after=value, at=place)
            continue
        was, guess = old[pairing.pairs[at]], at in pairing.guessed
        if was != value:
            yield Change("changed", address, after, line.name, was, value, place, guess=guess)
        elif at in moved:
            yield Change("moved", address, after, line.name, was, value, place)


def _parts(
    old: Sequence[Any], new: Sequence[Any], line: BodyField, address: Address
) -> Iterator[Change]:
    if old == new:
        return
    pairing = paired_parts(old, new)
    before, after = keys_of(old), keys_of(new)
    for at in pairing.gone:
        there = (*address, Step(line.name, before[at]))
        yield Change("removed", there, old[at], before=old[at])
    moved = set(pairing.moved) if line.ordered else set()
    for at, part in enumerate(new):
        there = (*address, Step(line.name, after[at]))
        place = at if line.ordered else None
        if at not in pairing.pairs:
            yield Change("added", there, part, after=part, at=place)
            continue
        yield from _same(pairing, at, before[pairing.pairs[at]], there)
        if at in moved:
            yield Change("moved", there, part, at=place)
        yield from _part(old[pairing.pairs[at]], part, there)


def _same(pairing: Pairing, at: int, key: str, there: Address) -> Iterator[Change]:
    """That a part is known by something else now, if it is."""
    if key == there[-1].key:
        return
    was, part = pairing.before[pairing.pairs[at]], pairing.after[at]
    old, new = getattr(was, "id", None), getattr(part, "id", None)
    guess = at in pairing.guessed
    yield Change("renamed", there, part, "", old, new, was=key, guess=guess)
