"""What the places of a workspace were called, by their addresses: where a moved part came from."""

from collections.abc import Iterator, Sequence
from typing import Any

from jmap.diff.change import Address, Step
from jmap.diff.identity import keys_of
from jmap.model.workspace import Workspace

_INSIDE = {"journeys": "stages", "stages": "touchpoints"}


def titles(workspace: Workspace) -> dict[Address, str]:
    """The titles of all journeys, stages and touchpoints."""
    return dict(_titles(workspace.journeys, "journeys", ()))


def _titles(parts: Sequence[Any], name: str, address: Address) -> Iterator[tuple[Address, str]]:
    for key, part in zip(keys_of(parts), parts, strict=True):
        there = (*address, Step(name, key))
        yield there, part.label
        inside = _INSIDE.get(name)
        if inside:
            yield from _titles(getattr(part, inside), inside, there)
