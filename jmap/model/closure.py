"""What some journeys need beside them: the journeys that they extend or open."""

from collections.abc import Iterable

from jmap.model.journey import Journey
from jmap.model.workspace import Workspace
from jmap.syntax.fold import fold


def with_needed(workspace: Workspace, journeys: Iterable[Journey]) -> tuple[Journey, ...]:
    """The journeys and all they refer to, in the order of the workspace."""
    by_id = {fold(journey.id): journey for journey in workspace.journeys}
    wanted: dict[str, Journey] = {}
    waiting = list(journeys)
    while waiting:
        journey = waiting.pop()
        if fold(journey.id) in wanted:
            continue
        wanted[fold(journey.id)] = journey
        waiting += [by_id[name] for name in _needed(journey) if name in by_id]
    # A journey that is not the workspace's own, such as a changed copy, stands in its place.
    ordered = [wanted.pop(name) for name in by_id if name in wanted]
    return (*ordered, *wanted.values())


def _needed(journey: Journey) -> Iterable[str]:
    opened = [stage.opens for stage in journey.stages]
    opened += [touchpoint.opens for touchpoint in journey.touchpoints]
    return (fold(name) for name in (journey.extends, *opened) if name)
