"""The pains of a journey and the opportunities that answer them, each with where it stands."""

from dataclasses import dataclass, field
from typing import Generic, TypeVar

from jmap.model.item import Item
from jmap.model.journey import Journey
from jmap.model.opportunity import Opportunity
from jmap.model.pain import Pain
from jmap.model.stage import Stage
from jmap.model.touchpoint import Touchpoint
from jmap.rules.scene import Scene
from jmap.syntax.fold import fold
from jmap.views.sentences import quoted

S = TypeVar("S", bound=Item)


@dataclass(frozen=True, slots=True, eq=False)
class Placed(Generic[S]):
    """A pain or an opportunity, and the stage or touchpoint that it is said of."""

    item: S
    stage: Stage
    touchpoint: Touchpoint | None = None

    @property
    def owned_around(self) -> bool:
        """Whether somebody answers for the touchpoint or the stage."""
        around = (self.touchpoint, self.stage)
        return any(part is not None and part.owner is not None for part in around)


@dataclass(slots=True)
class Tally:
    """How many opportunities there are: those that may still come to something, or have, and those
    that were dropped.
    """

    kept: int = 0
    dropped: int = 0

    def count(self, opportunity: Opportunity) -> None:
        """Takes one more in."""
        if opportunity.status == "dropped":
            self.dropped += 1
        else:
            self.kept += 1

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(self.kept + other.kept, self.dropped + other.dropped)


@dataclass(slots=True, eq=False)
class Ideas:
    """What hurts in a journey and what is meant to help. Touchpoints that are no more are out."""

    pains: list[Placed[Pain]] = field(default_factory=list)
    opportunities: list[Placed[Opportunity]] = field(default_factory=list)
    """Those that are neither done nor dropped."""
    easing: dict[str, list[Opportunity]] = field(default_factory=dict)
    """All opportunities that name a pain, by its folded id."""
    _beside: dict[int, Tally] = field(default_factory=dict)
    """The opportunities that name no pain, by stage or touchpoint."""
    _below: dict[int, Tally] = field(default_factory=dict)
    """Those at the touchpoints of a stage."""

    def answers(self, part: Placed[Pain]) -> Tally:
        """The opportunities that ease a pain, and those that name none: any of its stage that may
        come to something, and of the dropped ones those beside it.
        """
        tally = Tally()
        for one in self.easing.get(fold(part.item.id), ()) if part.item.id else ():
            tally.count(one)
        tally += self._beside.get(id(part.stage), _NONE)
        below = self._below.get(id(part.stage), _NONE)
        if part.touchpoint is None:
            return tally + below
        return tally + Tally(below.kept, self._beside.get(id(part.touchpoint), _NONE).dropped)

    def gather(self, stage: Stage, touchpoint: Touchpoint | None = None) -> None:
        """Takes in what is said of a stage or of one of its touchpoints."""
        place = touchpoint or stage
        for opportunity in place.opportunities:
            for pain in map(fold, opportunity.eases):
                self.easing.setdefault(pain, []).append(opportunity)
        if touchpoint is not None and touchpoint.status == "retired":
            return
        self.pains += (Placed(pain, stage, touchpoint) for pain in place.pains)
        for opportunity in place.opportunities:
            if is_open(opportunity):
                self.opportunities.append(Placed(opportunity, stage, touchpoint))
            if not opportunity.eases:
                self._beside.setdefault(id(place), Tally()).count(opportunity)
                if touchpoint is not None:
                    self._below.setdefault(id(stage), Tally()).count(opportunity)


_NONE = Tally()


def ideas(journey: Journey, scene: Scene) -> Ideas:
    """The ideas of a journey, gathered once."""
    return scene.survey.once(("ideas", id(journey)), lambda: _ideas(journey))


def is_open(opportunity: Opportunity) -> bool:
    """Whether there is still something to do about an opportunity."""
    return opportunity.status not in ("done", "dropped")


def called(item: Item) -> str:
    """What a message calls a pain or an opportunity: its id in backticks, or its text in quotes
    where it has none.
    """
    if item.id:
        return f"`{item.id}`"
    return quoted(item.text)


def _ideas(journey: Journey) -> Ideas:
    found = Ideas()
    for stage in journey.stages:
        found.gather(stage)
        for touchpoint in stage.touchpoints:
            found.gather(stage, touchpoint)
    return found
