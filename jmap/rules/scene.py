"""What stands around the part of a model that a rule looks at, and what is known of the whole."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, TypeVar

from jmap.gaps import Gap, StageScore, gaps_of, stage_score
from jmap.model.channel import Channel
from jmap.model.index import Index, index
from jmap.model.journey import Journey
from jmap.model.metric import Metric
from jmap.model.persona import Persona
from jmap.model.stage import Stage
from jmap.model.team import Team
from jmap.model.touchpoint import Touchpoint
from jmap.model.workspace import Workspace
from jmap.resolve.origins import Origins
from jmap.syntax.fold import fold

V = TypeVar("V")
D = TypeVar("D")


@dataclass(slots=True)
class Survey:
    """One look at a workspace: what all rules share. What takes time is worked out once."""

    workspace: Workspace
    origins: Origins
    today: date
    """The day on which dates are judged."""
    index: Index = field(init=False)
    _known: dict[Any, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.index = index(self.workspace)

    def once(self, key: Any, compute: Callable[[], V]) -> V:
        """A value worked out the first time it is asked for. Name it by the rule and the ids of
        what it is about.
        """
        if key not in self._known:
            self._known[key] = compute()
        found: V = self._known[key]
        return found


@dataclass(frozen=True, slots=True)
class Scene:
    """Where a rule stands: the journey, stage and touchpoint around the item, where there are any.

    A touchpoint that is looked at is also the scene's own.
    """

    survey: Survey
    journey: Journey | None = None
    stage: Stage | None = None
    touchpoint: Touchpoint | None = None

    @property
    def workspace(self) -> Workspace:
        """Everything that was loaded."""
        return self.survey.workspace

    @property
    def today(self) -> date:
        """The day on which dates are judged: given by whoever runs the rules."""
        return self.survey.today

    @property
    def address(self) -> str:
        """The ids from the journey down to here, joined by dots."""
        parts = (self.journey, self.stage, self.touchpoint)
        return ".".join(part.id for part in parts if part is not None)

    def team(self, name: Any) -> Team | None:
        """The team of an id; none for a name in quotes or no name at all."""
        return self._declared(Team, name)

    def channel(self, name: Any) -> Channel | None:
        """The channel of an id; none for a name in quotes or no name at all."""
        return self._declared(Channel, name)

    def metric(self, name: Any) -> Metric | None:
        """The metric of an id; none for a name in quotes or no name at all."""
        return self._declared(Metric, name)

    def persona(self, name: Any) -> Persona | None:
        """The persona of an id; none for a name in quotes or no name at all."""
        return self._declared(Persona, name)

    def base(self, journey: Journey) -> Journey | None:
        """The journey that another one extends."""
        return self._declared(Journey, journey.extends)

    def gaps(self) -> Mapping[str, tuple[Gap, ...]]:
        """The gaps of the journey by the address of their touchpoint, stage or journey."""
        journey = self.journey
        if journey is None:
            return {}
        return self.survey.once(("gaps", id(journey)), lambda: _gaps(self.workspace, journey))

    def score(self) -> StageScore | None:
        """How well the stage serves customers, where anything is known of it."""
        if self.stage is None:
            return None
        gaps = self.gaps()
        here = [*gaps.get(self.address, ())]
        for touchpoint in self.stage.touchpoints:
            here += gaps.get(f"{self.address}.{touchpoint.id}", ())
        return stage_score(self.stage, here)

    def _declared(self, kind: type[D], name: Any) -> D | None:
        if not isinstance(name, str):
            return None
        found = self.survey.index.declared.get((_KEYWORDS[kind], fold(name)))
        return found if isinstance(found, kind) else None


_KEYWORDS: dict[type[Any], str] = {
    kind: kind.keyword for kind in (Team, Channel, Metric, Persona, Journey)
}


def _gaps(workspace: Workspace, journey: Journey) -> dict[str, tuple[Gap, ...]]:
    found: dict[str, tuple[Gap, ...]] = {}
    for gap in gaps_of(workspace, journey):
        parts = (gap.journey, gap.stage, gap.touchpoint)
        address = ".".join(part.id for part in parts if part is not None)
        found[address] = (*found.get(address, ()), gap)
    return found
