"""One gap before and after: what became of it."""

from dataclasses import dataclass
from typing import Literal

from jmap.gaps import Gap
from jmap.gaps.level import PRECISION
from jmap.model.quantity import common_dimension

Outcome = Literal[
    "closed", "narrowed", "same", "widened", "opened", "met", "unknown", "new", "gone"
]
"""What became of a gap; ``met`` where customers had what they want and keep it, ``new`` and
``gone`` where one side has none.
"""


@dataclass(frozen=True, slots=True)
class Shift:
    """One gap before and after."""

    before: Gap | None
    after: Gap | None
    planned: bool = False
    """Whether the level after is what we intend to give: nobody has measured it yet."""

    @property
    def outcome(self) -> Outcome:
        """What became of the gap; unknown where one side is."""
        if self.before is None or self.after is None:
            return "gone" if self.after is None else "new"
        old, new = shortfall(self.before), shortfall(self.after)
        if old is None or new is None or not self.comparable:
            return "unknown"
        if round(new - old, PRECISION) == 0:
            return "same" if old else "met"
        if new > old:
            return "widened" if old else "opened"
        return "narrowed" if new else "closed"

    @property
    def comparable(self) -> bool:
        """Whether both sides are measured in one unit, and towards the same side."""
        if self.before is None or self.after is None:
            return False
        levels = [self.before.actual, self.after.actual]
        known = [level for level in levels if level is not None]
        return len(known) == 2 and common_dimension(known) is not None

    @property
    def closes(self) -> float | None:
        """How much smaller the gap becomes, in the unit of the gaps; negative where it grows."""
        old, new = shortfall(self.before), shortfall(self.after)
        if old is None or new is None or not self.comparable:
            return None
        return old - new

    @property
    def gains(self) -> float | None:
        """Attainment after less attainment before, from -1 to 1."""
        old = self.before.attainment if self.before else None
        new = self.after.attainment if self.after else None
        return None if old is None or new is None else new - old


@dataclass(frozen=True, slots=True)
class Attainment:
    """A mean attainment before and after, 0 to 1, and of how many gaps."""

    before: float
    after: float
    count: int


def shortfall(gap: Gap | None) -> float | None:
    """How far a gap is short of what is wanted, in its unit; 0 where that is reached, none where
    it is unknown.
    """
    if gap is None or gap.experience is None:
        return None
    return max(0.0, -gap.experience)
