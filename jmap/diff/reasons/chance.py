"""Chance: whether two figures from samples differ by more than samples do anyway."""

from math import hypot

from jmap.gaps.intervals import Z95, nps_difference, wilson
from jmap.model.quantity import Quantity, Ratio, Triple


def is_chance(old: Quantity, new: Quantity) -> bool:
    """Whether two counted figures may be equal in truth, at 95%.

    Shares are compared by the interval of their difference (Newcombe 1998, method 10, from two
    Wilson intervals), net promoter scores as ``nps_difference`` does. Figures whose sample is
    unknown are taken at their word.
    """
    if isinstance(old, Ratio) and isinstance(new, Ratio):
        return _overlap(old, new)
    if isinstance(old, Triple) and isinstance(new, Triple):
        return bool(old.sample and new.sample) and abs(nps_difference(old, new)) < Z95
    return False


def _overlap(old: Ratio, new: Ratio) -> bool:
    if not (_is_sound(old) and _is_sound(new)):
        return False
    lower, upper = (old, new) if old.magnitude <= new.magnitude else (new, old)
    one, other = wilson(upper.part, upper.whole), wilson(lower.part, lower.whole)
    reach = hypot(upper.magnitude - one.low, other.high - lower.magnitude)
    return upper.magnitude - lower.magnitude <= reach


def _is_sound(ratio: Ratio) -> bool:
    return 0 <= ratio.part <= ratio.whole and ratio.whole > 0
