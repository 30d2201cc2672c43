"""The gap: how far what customers get lies from what they want and from what we meant."""

from dataclasses import dataclass

from jmap.gaps.intervals import Interval
from jmap.gaps.level import Level, level_of
from jmap.model.forms import reference_name
from jmap.model.journey import Journey
from jmap.model.lines import Owner
from jmap.model.measure import Measure
from jmap.model.quantity import Quantity
from jmap.model.stage import Stage
from jmap.model.touchpoint import Touchpoint


@dataclass(frozen=True, slots=True)
class Gap:
    """The customer's distances at one touchpoint, or by one measure there, of a stage or a journey.

    The distances are in seconds (working seconds for working time), percentage points, points of
    the scale, things, or NPS points. Negative is always short of the mark, whichever way is better.
    What cannot be known is None, never 0. The four distances follow the gaps of SERVQUAL
    (Parasuraman, Zeithaml and Berry).
    """

    journey: Journey
    stage: Stage | None
    touchpoint: Touchpoint | None
    measure: Measure | None
    actual: Quantity | None
    desired: Quantity | None
    intended: Quantity | None
    direction: int | None
    """+1 where higher is better, -1 where lower is, None where nothing tells."""
    experience: float | None
    """Actual against desired: SERVQUAL gap 5."""
    delivery: float | None
    """Actual against intended: SERVQUAL gap 3."""
    design: float | None
    """Intended against desired: SERVQUAL gaps 1 and 2."""
    promise: float | None
    """Actual against what the channel promises: SERVQUAL gap 4."""
    attainment: float | None
    """What part of the wish is fulfilled, 0 to 1."""
    importance: int
    """The customer's importance, 1 to 5; 3 where nothing is said. For ranking only."""
    weighted: float | None
    """Importance times the part of the wish that is not fulfilled, 0 to 5."""
    interval: Interval | None
    """Of the actual value at 95%, in percent or NPS points, where the sample is known."""
    why_unknown: str
    """Why there is no experience gap, in a few English words; empty where there is one."""
    why_unweighed: str = ""
    """Why there is an experience gap and yet no attainment, in a few English words."""

    @property
    def key(self) -> str:
        """The ids from the journey down to the touchpoint and the metric, joined by dots."""
        parts: list[str] = [self.journey.id]
        if self.stage is not None:
            parts.append(self.stage.id)
        if self.touchpoint is not None:
            parts.append(self.touchpoint.id)
        if self.measure is not None:
            metric = self.measure.metric
            parts.append(reference_name(metric))
        return ".".join(parts)

    @property
    def level(self) -> Level:
        """How large the gap is."""
        return level_of(self.attainment, self.experience)

    @property
    def owner(self) -> Owner | None:
        """Who answers for it: the touchpoint's owner, else the stage's, else the journey's."""
        for part in (self.touchpoint, self.stage, self.journey):
            if part is not None and part.owner is not None:
                return part.owner
        return None

    @property
    def moment_of_truth(self) -> bool:
        """Whether it is at a touchpoint where the customer decides what to think of us."""
        return self.touchpoint is not None and self.touchpoint.moment_of_truth
