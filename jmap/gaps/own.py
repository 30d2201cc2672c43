"""The gaps of several journeys, each told once: what a journey takes over unchanged from the one
that it extends is that one's.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from jmap.gaps.distances import gaps_of
from jmap.gaps.gap import Gap
from jmap.model.forms import AdHoc
from jmap.model.journey import Journey
from jmap.model.workspace import Workspace
from jmap.syntax.fold import fold


def gaps_of_each(workspace: Workspace, journeys: Sequence[Journey]) -> Iterator[Gap]:
    """The gaps of some journeys of a workspace, journey by journey in the order of their maps."""
    listed = {fold(journey.id): journey for journey in journeys}
    for journey in journeys:
        base = listed.get(fold(journey.extends)) if journey.extends else None
        known = set(map(_said, gaps_of(workspace, base))) if base else set()
        yield from (gap for gap in gaps_of(workspace, journey) if _said(gap) not in known)


def _said(gap: Gap) -> tuple[Any, ...]:
    """Where a gap is and what is said there, whichever journey says it."""
    places = (gap.stage, gap.touchpoint)
    metric = gap.measure.metric if gap.measure else ""
    name = metric.name if isinstance(metric, AdHoc) else fold(metric)
    # Another intention changes nothing that customers live through today.
    levels = (gap.actual, gap.desired, gap.importance)
    return (*(fold(place.id) if place else "" for place in places), name, *levels)
