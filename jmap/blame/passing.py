"""What of a state was there in the state before it, and where."""

from collections import defaultdict
from typing import Any

from jmap.blame.address import part_at
from jmap.blame.facts import lines_of, own_line
from jmap.blame.renames import Renames
from jmap.diff.change import Address, Change, Step
from jmap.diff.compare import compare
from jmap.diff.shape import OWN
from jmap.model.statement import spec
from jmap.model.workspace import Workspace


class Passing:
    """Two states, and what led from one to the other: asked for where a fact was before."""

    def __init__(self, before: Workspace, after: Workspace, renames: Renames) -> None:
        self._before = before
        self._after = after
        self._renames = renames
        self._added: set[Address] = set()
        self._origin: dict[Address, Address] = {}
        self._was: dict[Address, str] = {}
        self._changes: dict[tuple[Address, str], list[Change]] = defaultdict(list)
        for change in compare(before, after):
            self._enter(change)

    def _enter(self, change: Change) -> None:
        if change.field:
            self._changes[change.address, change.field].append(change)
        elif change.kind == "added":
            self._added.add(change.address)
        elif change.kind == "renamed":
            self._was[change.address] = change.was
        elif change.kind == "moved" and change.origin:
            self._origin[change.address] = change.origin

    def place(self, address: Address) -> Address | None:
        """Where a part was, in the words of before; none for one that is new."""
        if not address:
            return ()
        if address in self._origin:
            return self._origin[address]
        if address in self._added:
            return None
        above = self.place(address[:-1])
        if above is None:
            return None
        field, key = address[-1]
        return (*above, Step(field, self._was.get(address, key)))

    def change(self, address: Address, field: str, value: Any) -> Change | None:
        """The change that made a part say what it says; none where it said so before."""
        if not field:
            return self._change_of_line(address)
        found = self._changes.get((address, field), [])
        made = (one for one in found if one.kind in ("added", "changed") and one.after == value)
        change = next(made, None)
        return None if change is None or self._renamed(change) else change

    def former(self, address: Address, field: str, value: Any) -> Any:
        """What a value was that a part said before: another one only where ids are others now."""
        found = self._changes.get((address, field), []) if field else []
        change = next((one for one in found if one.kind != "moved" and one.after == value), None)
        renamed = self._renamed(change) if change else None
        return renamed.before if renamed else value

    def _renamed(self, change: Change) -> Change | None:
        """The change that took away what a value was called before, if that is all."""
        kind: Any = type(change.part)
        form = next((line.item for line in spec(kind).lines if line.name == change.field), None)
        gone = [change, *self._changes[change.address, change.field]]
        return next(
            (one for one in gone if self._renames.only(form, one.before, change.after)), None
        )

    def _change_of_line(self, address: Address) -> Change | None:
        part = part_at(self._after, address)
        kind: Any = type(part)
        for head in spec(kind).heads:
            changes = self._changes.get((address, head.name), []) if head.name not in OWN else []
            for one in changes:
                if not self._renames.only(head.form, one.before, one.after):
                    return one
        return None

    def replaced(self, address: Address, change: Change, language: str) -> tuple[str, ...]:
        """The lines that a change took the place of."""
        kind: Any = type(change.part)
        field = next((line for line in spec(kind).lines if line.name == change.field), None)
        if field is not None:
            return lines_of(field, change.before, language)
        place = self.place(address)
        part = part_at(self._before, place) if place else None
        return (own_line(part, language),) if part is not None else ()
