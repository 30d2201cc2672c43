"""Changes applied to a workspace: the proof that they say all that changed."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any, TypeVar

from jmap.diff.change import Address, Change, Step
from jmap.diff.compare import OWN, lists_parts
from jmap.diff.identity import keys_of
from jmap.model.statement import BodyField, Statement, spec
from jmap.model.workspace import Workspace

S = TypeVar("S", bound=Statement)


def apply(changes: Iterable[Change], before: Workspace) -> Workspace:
    """The workspace that changes lead to. The order of what has none is that of the workspace
    before, then of the changes.
    """
    return _Application(changes).part(before, ())


class _Application:
    def __init__(self, changes: Iterable[Change]) -> None:
        self.values: dict[Address, list[Change]] = defaultdict(list)
        """Changes of values, by the part they are in."""
        self.parts: dict[Address, list[Change]] = defaultdict(list)
        """Changes of whole parts, by the part they stand in."""
        for change in changes:
            if change.field:
                self.values[change.address].append(change)
            else:
                self.parts[change.address[:-1]].append(change)

    def part(self, part: S, address: Address) -> S:
        shape = spec(type(part))
        found = {change.field: change.after for change in self.values[address]}
        updates: dict[str, Any] = {}
        for name in [head.name for head in shape.heads if head.name not in OWN]:
            if name in found:
                updates[name] = found[name]
        for line in shape.lines:
            if line.many and lists_parts(line):
                updates[line.name] = self._parts(part, line, address)
            elif line.many:
                own = [change for change in self.values[address] if change.field == line.name]
                updates[line.name] = _listed(getattr(part, line.name), own)
            elif line.name in found:
                updates[line.name] = found[line.name]
        return part.model_copy(update=updates)

    def _parts(self, part: Any, line: BodyField, address: Address) -> tuple[Any, ...]:
        old = getattr(part, line.name)
        changes = [one for one in self.parts[address] if one.address[-1].field == line.name]
        gone = {one.address[-1].key for one in changes if one.kind == "removed"}
        renamed = {one.was: one for one in changes if one.kind == "renamed"}
        staying: dict[str, Any] = {}
        for key, item in zip(keys_of(old), old, strict=True):
            if key in gone:
                continue
            rename = renamed.get(key)
            now = rename.address[-1].key if rename else key
            made = self.part(item, (*address, Step(line.name, now)))
            staying[now] = made.model_copy(update={"id": rename.after}) if rename else made
        placed: dict[int, Any] = {}
        for one in changes:
            key = one.address[-1].key
            if one.kind == "added" and one.at is None:
                staying[key] = one.after
            elif one.kind == "added":
                placed[one.at or 0] = one.after
            elif one.kind == "moved":
                placed[one.at or 0] = staying.pop(key)
        return _ordered(list(staying.values()), placed)


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
