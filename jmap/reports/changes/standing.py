"""Where customers of a journey stand before and after: how many gaps there are, and how the journey
feels from touchpoint to touchpoint.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from jmap.gaps import gaps_of
from jmap.gaps.level import Level
from jmap.model.journey import Journey
from jmap.model.workspace import Workspace
from jmap.syntax.fold import fold

_BARS = {-2: "▁", -1: "▃", 0: "▄", 1: "▆", 2: "█"}
_NOTHING = "–"


@dataclass(frozen=True, slots=True)
class Standing:
    """One thing about a journey, before and after."""

    journey: str
    what: str
    before: str
    after: str


def standings(before: Workspace, after: Workspace) -> Iterator[Standing]:
    """The gaps and the moods of every journey that is on both sides."""
    old = {fold(journey.id): journey for journey in before.journeys}
    for journey in after.journeys:
        was = old.get(fold(journey.id)) or old.get(fold(journey.was or ""))
        if was is None:
            continue
        levels = (_levels(before, was), _levels(after, journey))
        for what, wanted in (("large gaps", Level.LARGE), ("medium gaps", Level.MEDIUM)):
            first, second = (str(found.get(wanted, 0)) for found in levels)
            yield Standing(journey.label, what, first, second)
        yield Standing(journey.label, "mood", _moods(was), _moods(journey))


def _levels(workspace: Workspace, journey: Journey) -> Mapping[Level, int]:
    found: dict[Level, int] = {}
    for gap in gaps_of(workspace, journey):
        found[gap.level] = found.get(gap.level, 0) + 1
    return found


def _moods(journey: Journey) -> str:
    """A bar for each touchpoint with a mood: the one that it leaves, of several the worst."""
    bars = ""
    for touchpoint in journey.touchpoints:
        last = {str(feeling.persona): feeling.level for feeling in touchpoint.feel}
        bars += _BARS[min(last.values())] if last else ""
    return bars or _NOTHING
