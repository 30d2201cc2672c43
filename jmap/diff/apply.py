"""Changes applied to a workspace: the proof that they say all that changed."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any, TypeVar

from jmap.diff.around import part_at
from jmap.diff.change import Address, Change, Step
from jmap.diff.identity import keys_of
from jmap.diff.shape import OWN, lists_parts
from jmap.model.statement import BodyField, Statement, spec
from jmap.model.workspace import Workspace

S = TypeVar("S", bound=Statement)


def apply(changes: Iterable[Change], before: Workspace) -> Workspace:
    """The workspace that changes lead to. The order of what has none is that of the workspace
    before, then of the changes.
    """
    return _Application(changes, before).part(before, (), ())


class _Application:
    def __init__(self, changes: Iterable[Change], before: Workspace) -> None:
        self.before = before
        self.values: dict[Address, list[Change]] = defaultdict(list)
        """Changes of values, by the part they are in."""
        self.parts: dict[Address, list[Change]] = defaultdict(list)
        """Changes of whole parts, by the part they stand in."""
        self.left: set[Address] = set()
        """Where parts stood that stand elsewhere now."""
        for change in changes:
            if change.field:
                self.values[change.address].append(change)
            else:
                self.parts[change.address[:-1]].append(change)
            if change.origin:
                self.left.add(change.origin)

    def part(self, part: S, address: Address, origin: Address) -> S:
        """A part, changed as is said of it at its address; it stood at its origin."""
        shape = spec(type(part))
        found = {change.field: change.after for change in self.values[address]}
        updates: dict[str, Any] = {}
        for name in [head.name for head in shape.heads if head.name not in OWN]:
            if name in found:
                updates[name] = found[name]
        for line in shape.lines:
            if lists_parts(line):
                updates[line.name] = self._parts(part, line, address, origin)
            elif line.many:
                own = [change for change in self.values[address] if change.field == line.name]
                updates[line.name] = _listed(getattr(part, line.name), own)
            elif line.name in found:
                updates[line.name] = found[line.name]
        return part.model_copy(update=updates)

    def _parts(
        self, part: Any, line: BodyField, address: Address, origin: Address
    ) -> tuple[Any, ...]:
        changes = [one for one in self.parts[address] if one.address[-1].field == line.name]
        staying = self._staying(part, line, address, origin)
        placed: dict[int, Any] = {}
        for one in changes:
            key = one.address[-1].key
            if one.kind == "added":
                made = self.part(one.after, one.address, ())
            elif one.kind == "moved":
                made = self._came(one) if one.origin else staying.pop(key)
            else:
                continue
            if one.at is None:
                staying[key] = made
            else:
                placed[one.at] = made
        return _ordered(list(staying.values()), placed)

    def _staying(
        self, part: Any, line: BodyField, address: Address, origin: Address
    ) -> dict[str, Any]:
        """What was there and still is, changed, by what it is known by now."""
        changes = [one for one in self.parts[address] if one.address[-1].field == line.name]
        gone = {one.address[-1].key for one in changes if one.kind == "removed"}
        renamed = {one.was: one.address for one in changes if one.kind == "renamed"}
        found: dict[str, Any] = {}
        old = getattr(part, line.name)
        for key, item in zip(keys_of(old), old, strict=True):
            step = Step(line.name, key)
            if key in gone or (*origin, step) in self.left:
                continue
            there = renamed.get(key, (*address, step))
            found[there[-1].key] = self._changed(item, there, (*origin, step))
        return found

    def _came(self, change: Change) -> Any:
        part = part_at(change.origin, self.before)
        return self._changed(part, change.address, change.origin)

    def _changed(self, part: Any, address: Address, origin: Address) -> Any:
        made = self.part(part, address, origin)
        for one in self.parts[address[:-1]]:
            if one.kind == "renamed" and one.address == address and one.after is not None:
                return made.model_copy(update={"id": one.after})
        return made


def _listed(old: Sequence[Any], changes: Sequence[Change]) -> tuple[Any, ...]:
    staying = list(old)
    placed: dict[int, Any] = {}
    for change in changes:
        if change.kind != "added":
            staying.remove(change.before)
    for change in changes:
        if change.kind == "removed":
            continue
        if change.at is None:
            staying.append(change.after)
        else:
            placed[change.at] = change.after
    return _ordered(staying, placed)


def _ordered(staying: list[Any], placed: dict[int, Any]) -> tuple[Any, ...]:
    """What has a place there, and all others in their order around it."""
    made: list[Any] = []
    for _ in range(len(staying) + len(placed)):
        made.append(placed[len(made)] if len(made) in placed else staying.pop(0))
    return tuple(made)
