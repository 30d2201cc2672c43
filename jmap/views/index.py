"""The index of a workspace: its journeys by health, the one that needs work most first."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from jmap.model.journey import Journey
from jmap.model.workspace import Workspace
from jmap.views.health import Health, LevelCount, health_of, worst_first
from jmap.views.language import Direction, direction_of


@dataclass(frozen=True, slots=True)
class JourneyIndex:
    """Journeys by health, worst first, and what they come to together."""

    entries: tuple[Health, ...]
    language: str
    """The language of labels and digits: that of most journeys, the first of equals."""
    written: str
    """The language of the whole, as a tag for ``lang``."""
    direction: Direction
    levels: tuple[LevelCount, ...]
    """How many gaps of each level there are in all journeys; none without journeys."""

    @property
    def stages(self) -> int:
        """How many stages all journeys have."""
        return sum(entry.stages for entry in self.entries)

    @property
    def touchpoints(self) -> int:
        """How many touchpoints all journeys have."""
        return sum(entry.touchpoints for entry in self.entries)


def journey_index(workspace: Workspace, journeys: Sequence[Journey]) -> JourneyIndex:
    """The index of some journeys of a workspace, or of all."""
    found = [health_of(workspace, journey) for journey in journeys]
    language = _most([entry.language for entry in found]) or "en"
    written = _most([entry.written for entry in found if entry.language == language]) or language
    return JourneyIndex(
        worst_first(found), language, written, direction_of(written), _together(found)
    )


def _most(names: Sequence[str]) -> str:
    return next((name for name, _ in Counter(names).most_common(1)), "")


def _together(found: Sequence[Health]) -> tuple[LevelCount, ...]:
    if not found:
        return ()
    columns = zip(*(entry.levels for entry in found), strict=True)
    return tuple(
        LevelCount(column[0].level, sum(one.count for one in column)) for column in columns
    )
