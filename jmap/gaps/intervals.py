"""Confidence intervals: how far a figure from a sample may lie from the truth."""

from dataclasses import dataclass
from math import sqrt

from jmap.model.quantity import Triple

Z95 = 1.959964
"""The standard normal quantile of a two-sided 95% interval."""


@dataclass(frozen=True, slots=True)
class Interval:
    """The lowest and highest plausible value, in the unit of the figure it belongs to."""

    low: float
    high: float

    @property
    def half_width(self) -> float:
        """Half the distance between the ends, in the same unit."""
        return (self.high - self.low) / 2


def wilson(part: int, whole: int, z: float = Z95) -> Interval:
    """The Wilson score interval of a counted share, in percent, within 0 to 100.

    Unlike the textbook interval it keeps its width for 0 of 10 and for 10 of 10. Raises
    ``ValueError`` for an empty sample or a part outside it.
    """
    if whole <= 0 or not 0 <= part <= whole:
        raise ValueError(f"{part} is no part of {whole} answers")
    share, spread = part / whole, z * z / whole
    middle = share + spread / 2
    reach = z * sqrt(share * (1 - share) / whole + spread / (4 * whole))
    low = 0.0 if part == 0 else (middle - reach) / (1 + spread)
    high = 1.0 if part == whole else (middle + reach) / (1 + spread)
    return Interval(100 * max(0.0, low), 100 * min(1.0, high))


def nps_interval(promoters: float, passives: float, detractors: float, z: float = Z95) -> Interval:
    """The adjusted Wald interval of a net promoter score (Rocks 2016), in points within ±100.

    It adds three answers, three quarters of a promoter and of a detractor among them, so that
    unanimous answers do not look certain. Counts may be weighted. Raises ``ValueError`` for an
    empty sample.
    """
    adjusted = _adjusted(promoters, passives, detractors)
    reach = z * sqrt(adjusted.variance)
    return Interval(100 * max(-1.0, adjusted.net - reach), 100 * min(1.0, adjusted.net + reach))


def nps_difference(before: Triple, after: Triple) -> float:
    """The z value of the change between two waves of answers, positive where the score rose.

    Both waves are adjusted as for the interval (Rocks 2016). Within ±1.96 the change is noise at
    95%.
    """
    old = _adjusted(before.promoters, before.passives, before.detractors)
    new = _adjusted(after.promoters, after.passives, after.detractors)
    return (new.net - old.net) / sqrt(old.variance + new.variance)


def nps_sample(margin: float, variance: float = 1.0, z: float = Z95) -> int:
    """How many answers give an interval of ±``margin`` points, to the nearest answer, by adjusted
    Wald.

    ``variance`` is that of one answer, ``p + d - (p - d)²``; at worst 1, where half promote and
    half detract. Raises ``ValueError`` for a margin that is not positive.
    """
    if margin <= 0:
        raise ValueError("the margin must be positive")
    return max(0, round(z * z * variance / (margin / 100) ** 2 - 3))


@dataclass(frozen=True, slots=True)
class _Adjusted:
    """A net share from -1 to 1, and the variance of that figure."""

    net: float
    variance: float


def _adjusted(promoters: float, passives: float, detractors: float) -> _Adjusted:
    sample = promoters + passives + detractors
    if sample <= 0 or min(promoters, passives, detractors) < 0:
        raise ValueError("a net promoter score needs answers")
    size = sample + 3
    for_us, against = (promoters + 0.75) / size, (detractors + 0.75) / size
    net = for_us - against
    return _Adjusted(net, (for_us + against - net * net) / size)
