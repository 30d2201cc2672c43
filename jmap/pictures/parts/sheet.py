"""What every part of one journey's picture looks things up in."""

from dataclasses import dataclass, field

from jmap.gaps import Gap
from jmap.pictures.names import Names
from jmap.views.curve import Mood
from jmap.views.grid import Map

_RANKED = 3


@dataclass(frozen=True, slots=True)
class Felt:
    """A mood and who feels it; nobody's where the map has one curve."""

    mood: Mood
    persona: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """A map, the ids of the picture, and what is felt and ranked where."""

    chart: Map
    names: Names
    felt: dict[str, list[Felt]] = field(default_factory=dict)
    """What is felt at each touchpoint or stage, by its key."""
    largest: tuple[Gap, ...] = ()
    """The largest gaps of touchpoints, one each."""

    @property
    def ranks(self) -> bool:
        """Whether there is more than one gap, and so an order to show."""
        return len(self.largest) > 1

    def rank(self, key: str) -> int | None:
        """The place of a touchpoint among the largest gaps, from 1, where there is an order."""
        if not self.ranks:
            return None
        for at, gap in enumerate(self.largest, start=1):
            if touchpoint_key(gap) == key:
                return at
        return None


def sheet_of(chart: Map, names: Names) -> Sheet:
    """The sheet of a map."""
    felt: dict[str, list[Felt]] = {}
    several = len(chart.curves) > 1
    for curve in chart.curves:
        for mood in curve.moods:
            persona = curve.persona if several else ""
            felt.setdefault(mood.key, []).append(Felt(mood, persona))
    return Sheet(chart, names, felt, _largest(chart))


def touchpoint_key(gap: Gap) -> str:
    """The address of the touchpoint a gap is at; empty for one of a stage or journey."""
    if gap.stage is None or gap.touchpoint is None:
        return ""
    return f"{gap.journey.id}.{gap.stage.id}.{gap.touchpoint.id}"


def _largest(chart: Map) -> tuple[Gap, ...]:
    found: dict[str, Gap] = {}
    for gap in chart.ranked:
        if gap.touchpoint is None or not gap.weighted:
            continue
        found.setdefault(touchpoint_key(gap), gap)
        if len(found) == _RANKED:
            break
    return tuple(found.values())
