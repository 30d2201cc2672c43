"""Channel parity: whether the channels of a stage serve customers equally well."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import fsum

from jmap.gaps.level import PRECISION

PARITY_LIMIT = 0.25
"""The largest spread of attainment that still counts as equal service."""


@dataclass(frozen=True, slots=True)
class ChannelAttainment:
    """How well one channel serves a stage."""

    channel: str
    """Its id, or the name in quotes."""
    attainment: float
    """The mean over its touchpoints, 0 to 1."""


@dataclass(frozen=True, slots=True)
class Parity:
    """How far apart the channels of a stage are.

    Attainments are compared, never raw times: a letter may take a day where a call may take
    seconds.
    """

    by_channel: tuple[ChannelAttainment, ...]
    """The channels whose attainment is known, at least two, in the order of the map."""

    @property
    def spread(self) -> float:
        """The best channel's attainment less the worst's, 0 to 1."""
        reached = [channel.attainment for channel in self.by_channel]
        return max(reached) - min(reached)

    @property
    def exceeds(self) -> bool:
        """Whether the spread is larger than ``PARITY_LIMIT``."""
        return round(self.spread, PRECISION) > PARITY_LIMIT


def parity(served: Iterable[ChannelAttainment]) -> Parity | None:
    """The parity of a stage from its touchpoints; none for fewer than two channels."""
    reached: dict[str, list[float]] = {}
    for touchpoint in served:
        reached.setdefault(touchpoint.channel, []).append(touchpoint.attainment)
    if len(reached) < 2:
        return None
    return Parity(
        tuple(
            ChannelAttainment(channel, fsum(values) / len(values))
            for channel, values in reached.items()
        )
    )
