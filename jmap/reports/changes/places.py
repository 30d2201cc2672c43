"""Where a change shows in the source: in the new files, and only what they cannot show in the old
ones.
"""

from dataclasses import dataclass, replace
from typing import Any

from jmap.diff.around import part_at
from jmap.diff.change import Address, Change
from jmap.loading import Loaded
from jmap.reports.changes.compared import Compared, Shown
from jmap.reports.place import Place, place


@dataclass(frozen=True, slots=True)
class Found:
    """The place of a change, and on which side."""

    place: Place
    old: bool = False


class Places:
    """The places of the changes between two sides."""

    def __init__(self, compared: Compared) -> None:
        self._old = _Side(compared.old, compared.old_side)
        self._new = _Side(compared.new, compared.new_side)

    def of(self, change: Change) -> Found | None:
        """Where people look for a change: the line that says it now. For what is gone it is what
        held it, else where it stood; None for what was not read from files.
        """
        if change.field or change.kind != "removed":
            found = self._new.where(change.part, change)
            return Found(found) if found else None
        # The nearest part around it that is still there.
        for end in range(len(change.address) - 1, 0, -1):
            holder = self._new.at(change.address[:end])
            found = self._new.where(holder) if holder is not None else None
            if found:
                return Found(found)
        was = self._old.where(change.part, change)
        return Found(was, old=True) if was else None


@dataclass(slots=True)
class _Side:
    loaded: Loaded
    shown: Shown

    def where(self, part: Any, change: Change | None = None) -> Place | None:
        """Where a part stands, or the value of it that changed."""
        origins = self.loaded.origins
        if change is not None and origins.source(part) is None:
            # A part that was told without some of what is in it.
            part = self.at(change.address)
        line = _line(part, change) if change is not None else _Line()
        found = origins.where(part, line.field, line.at)
        if found is None:
            return None
        stands = place(found.source, found.span)
        return replace(stands, path=self.shown.in_repository(stands.path))

    def at(self, address: Address) -> Any:
        """The part that an address leads to; None where nothing is there."""
        return part_at(address, self.loaded.workspace)


@dataclass(frozen=True, slots=True)
class _Line:
    field: str = ""
    at: int = 0


def _line(part: Any, change: Change) -> _Line:
    """The field that changed and which of its lines; nothing where the part as a whole did, or
    where the line is gone.
    """
    value = change.after
    if not change.field or value in (None, False):
        return _Line()
    listed = getattr(part, change.field, None)
    if not isinstance(listed, tuple):
        return _Line(change.field)
    return _Line(change.field, listed.index(value)) if value in listed else _Line()
