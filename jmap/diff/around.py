"""What is around a changed part in one of the two workspaces: its journey, stage and touchpoint."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from jmap.diff.change import Address, Change
from jmap.diff.identity import former_key
from jmap.diff.listed import by_key
from jmap.diff.parts import JourneyParts, parts_of
from jmap.model.index import Index, index
from jmap.model.journey import Journey
from jmap.model.stage import Stage
from jmap.model.touchpoint import Touchpoint
from jmap.model.workspace import Workspace
from jmap.syntax.fold import fold


@dataclass(frozen=True, slots=True, eq=False)
class Around:
    """What is around a changed part in one workspace; None where nothing of the kind is there.

    A part that is itself a journey, stage or touchpoint is around itself.
    """

    workspace: Workspace
    parts: JourneyParts | None = None
    """What the journey consists of."""
    stage: Stage | None = None
    touchpoint: Touchpoint | None = None

    @property
    def index(self) -> Index:
        """What the workspace declares."""
        return index(self.workspace)

    @property
    def journey(self) -> Journey | None:
        """The journey that the part stands in."""
        return self.parts.journey if self.parts else None

    @property
    def place(self) -> Touchpoint | Stage | Journey | None:
        """The nearest of the three."""
        return self.touchpoint or self.stage or self.journey


def around(change: Change, workspace: Workspace, later: Around | None = None) -> Around:
    """What is around a change in a workspace, the one before it or the one after.

    An address speaks of the workspace after; ``later``, what is around there, tells what the parts
    on the way were called before. A touchpoint is found in whichever stage it stands.
    """
    keys = {step.field: step.key for step in change.address[:3]}
    known = parts_of(workspace)
    parts = _first(known, _names(keys.get("journeys"), later and later.journey, change))
    if parts is None:
        return Around(workspace)
    stage = _first(parts.stages, _names(keys.get("stages"), later and later.stage, change))
    found = _first(
        parts.touchpoints, _names(keys.get("touchpoints"), later and later.touchpoint, change)
    )
    if found is None:
        return Around(workspace, parts, stage)
    return Around(workspace, parts, found.stage, found.touchpoint)


_PLACES = frozenset({"journeys", "stages", "touchpoints"})


def part_before(change: Change, before: Around) -> Any:
    """The part of a change as it was; None for one that is new, or cannot be told."""
    if change.kind == "added" and not change.field:
        return None
    if not change.address:
        return before.workspace
    if change.origin:
        return part_at(change.origin, before.workspace)
    step = change.address[-1]
    if step.field in _PLACES:
        return _at(step.field, before)
    holder = _at(change.address[-2].field, before) if change.address[1:] else before.workspace
    listed = by_key(getattr(holder, step.field, ()))
    return _first(listed, _names(step.key, change.part, change))


def part_at(address: Address, part: Any) -> Any:
    """What an address leads to from a workspace or from a part of one; None for nowhere."""
    for step in address:
        part = by_key(getattr(part, step.field, ())).get(step.key)
    return part


def _at(field: str, here: Around) -> Any:
    """The journey, stage or touchpoint around a part, by the field that it stands in."""
    return {"journeys": here.journey, "stages": here.stage, "touchpoints": here.touchpoint}.get(
        field
    )


def _names(key: str | None, later: Any, change: Change) -> Iterator[str]:
    """The keys by which a part may be known, the likeliest first."""
    if key is None:
        return
    former = former_key(later) if later is not None else None
    if former is not None:
        yield former
    if later is not None and later is change.part and change.was:
        yield change.was
    yield key
    yield fold(key)


def _first(known: Mapping[str, Any], names: Iterator[str]) -> Any:
    return next((known[name] for name in names if name in known), None)
