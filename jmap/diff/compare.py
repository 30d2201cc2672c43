"""Two workspaces as the changes between them, found from the statement classes alone: a field that
is added to one of them is compared without anybody writing code for it.

Layout, comments, the language of keywords and the order of what has none are no change.
"""

from collections.abc import Iterator
from typing import Any

from jmap.diff.change import Address, Change, Step
from jmap.diff.identity import keys_of
from jmap.diff.pairing import Pairing, paired_parts, paired_values
from jmap.diff.relocated import Relocated, Source, relocated
from jmap.diff.shape import OWN, lists_parts, part_lines
from jmap.model.statement import BodyField, spec
from jmap.model.workspace import Workspace


def compare(before: Workspace, after: Workspace) -> tuple[Change, ...]:
    """What is to be changed in one workspace so that it says what the other says.

    The changes of a part come before those of the parts within it, in the order of the statement
    classes. Parts are the same by id, by the id they had, else by likeness, which is said of the
    change.
    """
    if before is after or before == after:
        return ()
    comparison = _Comparison(relocated(before, after), _renamed_metrics(before, after))
    return tuple(comparison.part(Source((), before), after, ()))


class _Comparison:
    def __init__(self, moves: Relocated, metrics: dict[str, str]) -> None:
        self.moves = moves
        self.metrics = metrics

    def part(self, source: Source, after: Any, address: Address) -> Iterator[Change]:
        before = source.part
        if before is after or before == after:
            return
        kind: Any = type(after)
        shape = spec(kind)
        for name in [head.name for head in shape.heads if head.name not in OWN]:
            yield from _value(before, after, name, address)
        for line in shape.lines:
            if not line.many:
                yield from _value(before, after, line.name, address)
            elif not lists_parts(line):
                yield from _values(before, after, line, address)
        for line in part_lines(after):
            if getattr(before, line.name) != getattr(after, line.name):
                yield from self._parts(source, after, line, address)

    def _parts(
        self, source: Source, after: Any, line: BodyField, address: Address
    ) -> Iterator[Change]:
        old, new = getattr(source.part, line.name), getattr(after, line.name)
        origins = [(*source.address, Step(line.name, key)) for key in keys_of(old)]
        places = [(*address, Step(line.name, key)) for key in keys_of(new)]
        pairing = self._paired(old, new, origins, places)
        for at in pairing.gone:
            bare = self._bare(old[at], origins[at])
            yield Change("removed", (*address, origins[at][-1]), bare, before=bare)
        moved = set(pairing.moved) if line.ordered else set()
        for at, part in enumerate(new):
            there = places[at]
            place = at if line.ordered else None
            if at in pairing.came:
                yield from self._came(there, part, place)
            elif at not in pairing.pairs:
                yield from self._added(there, part, place)
            else:
                since = pairing.pairs[at]
                yield from _renamed(
                    old[since], part, origins[since], there, guess=at in pairing.guessed
                )
                if at in moved:
                    yield Change("moved", there, part, at=place)
                yield from self.part(Source(origins[since], old[since]), part, there)

    def _paired(self, old: Any, new: Any, origins: list[Address], places: list[Address]) -> Pairing:
        left = frozenset(at for at, one in enumerate(origins) if one in self.moves.left)
        came = frozenset(at for at, one in enumerate(places) if one in self.moves.came)
        return paired_parts(old, new, left, came, self.metrics)

    def _came(self, there: Address, part: Any, place: int | None) -> Iterator[Change]:
        source = self.moves.came[there]
        yield Change("moved", there, part, at=place, origin=source.address)
        yield from _renamed(source.part, part, source.address, there, guess=False)
        yield from self.part(source, part, there)

    def _added(self, there: Address, part: Any, place: int | None) -> Iterator[Change]:
        bare = self._bare(part, there)
        yield Change("added", there, bare, after=bare, at=place)
        yield from self.part(Source((), bare), part, there)

    def _bare(self, part: Any, address: Address) -> Any:
        """A part that came or went, without what only stands elsewhere."""
        moving = self.moves.left | self.moves.came.keys()
        if not any(one[: len(address)] == address for one in moving):
            return part
        return _without(part, address, moving)


def _renamed_metrics(before: Workspace, after: Workspace) -> dict[str, str]:
    """The ids of metrics that have another one now, by the former."""
    pairing = paired_parts(before.metrics, after.metrics)
    old, new = keys_of(before.metrics), keys_of(after.metrics)
    return {old[was]: new[at] for at, was in pairing.pairs.items() if old[was] != new[at]}


def _without(part: Any, address: Address, moving: frozenset[Address]) -> Any:
    updates = {}
    for line in part_lines(part):
        listed = getattr(part, line.name)
        there = [(*address, Step(line.name, key)) for key in keys_of(listed)]
        updates[line.name] = tuple(
            _without(one, place, moving)
            for one, place in zip(listed, there, strict=True)
            if place not in moving
        )
    return part.model_copy(update=updates)


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


def _renamed(
    before: Any, after: Any, origin: Address, there: Address, *, guess: bool
) -> Iterator[Change]:
    """That a part is known by something else now, if it is."""
    key = origin[-1].key
    if key != there[-1].key:
        old, new = getattr(before, "id", None), getattr(after, "id", None)
        yield Change("renamed", there, after, "", old, new, was=key, guess=guess)
