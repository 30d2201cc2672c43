"""Facts that a finished map states of every part of a kind, such as an owner of each stage."""

from abc import abstractmethod
from collections.abc import Iterable
from typing import Generic, TypeVar

from jmap.model.journey import Journey
from jmap.rules.finding import Finding
from jmap.rules.rule import STRICT, Rule
from jmap.rules.scene import Scene
from jmap.rules.setting import Setting

P = TypeVar("P")

BEGUN, ALWAYS = "begun", "always"
FEW = 3
"""How many parts have to state a fact before the map has begun to."""


def has_begun(stated: int, parts: int, share: float) -> bool:
    """Whether so many of some parts are enough to expect the same of the others."""
    # A share of 0.6 of 5 parts is a hair above 3.
    return stated >= FEW and stated >= round(share * parts, 6)


class Expected(Rule[Journey], Generic[P]):
    """A fact that is missing from some parts of a journey.

    A map is held to what it has begun to say: one or two lines begin nothing, and a fact that
    stands here and there is a remark. Only where several parts state it, and nearly all do, have
    the others been forgotten. The strict profile asks for it always.
    """

    demand = Setting(
        BEGUN,
        f"When to speak: once {FEW} parts or more state it, and the share below of all, or always.",
        choices=(BEGUN, ALWAYS),
        profiles={STRICT: ALWAYS},
    )
    share = Setting(
        0.75,
        "What share of all parts has to state it before the others are asked.",
        low=0.0,
        high=1.0,
    )

    @abstractmethod
    def parts(self, journey: Journey, scene: Scene) -> Iterable[P]:
        """The parts of which the fact is expected."""

    @abstractmethod
    def states(self, part: P, scene: Scene) -> bool:
        """Whether a part states it."""

    @abstractmethod
    def missing(self, part: P, scene: Scene) -> Finding:
        """What to say of a part that does not; the runner looks its place up."""

    def check(self, item: Journey, scene: Scene) -> Iterable[Finding]:
        """A finding for each part without the fact, where it is to be expected."""
        parts = list(self.parts(item, scene))
        lacking = [part for part in parts if not self.states(part, scene)]
        if self.demand == BEGUN and not has_begun(
            len(parts) - len(lacking), len(parts), self.share
        ):
            return
        for part in lacking:
            yield self.missing(part, scene)
