"""How large a gap is, in words: the thresholds stand here and nowhere else."""

from enum import Enum

GOOD_FROM = 0.95
"""The attainment from which a wish counts as met."""
SMALL_FROM = 0.75
"""The attainment from which a gap is small."""
MEDIUM_FROM = 0.5
"""The attainment from which a gap is medium; below it the gap is large."""

PRECISION = 9
"""Decimals that count in comparing attainments, so that 0.15 / 0.2 is 0.75 and not a hair less."""


class Level(Enum):
    """How large a gap is."""

    GOOD = "good"
    SMALL = "small"
    MEDIUM = "medium"
    LARGE = "large"
    UNKNOWN = "unknown"


def level_of(attainment: float | None, experience: float | None) -> Level:
    """The level of a gap, from its attainment (0 to 1) and its experience gap (negative: short).

    A wish that is met is good on any scale, even where no attainment can be computed.
    """
    if experience is not None and experience >= 0:
        return Level.GOOD
    if attainment is None:
        return Level.UNKNOWN
    reached = round(attainment, PRECISION)
    if reached >= GOOD_FROM:
        return Level.GOOD
    if reached >= SMALL_FROM:
        return Level.SMALL
    return Level.MEDIUM if reached >= MEDIUM_FROM else Level.LARGE
