"""Moods: what a row of feelings from -2 to +2 comes to."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class MoodSummary:
    """What a customer keeps of a row of feelings from -2 (very bad) to +2 (very good)."""

    minimum: int
    """The worst moment."""
    last: int
    """The mood it ends in."""
    peak_end: float
    """The mean of the most extreme moment and the last: an indicator, not a measurement (peak-end
    rule, Kahneman). Of two equally extreme moments the bad one counts.
    """
    happiness: float
    """The share of moments with a positive feeling, 0 to 1, among those with a feeling."""


def mood_summary(levels: Sequence[int]) -> MoodSummary | None:
    """The summary of feelings in order, one for each moment that has one; none for none."""
    if not levels:
        return None
    peak = min(levels, key=lambda level: (-abs(level), level))
    positive = sum(level > 0 for level in levels)
    return MoodSummary(min(levels), levels[-1], (peak + levels[-1]) / 2, positive / len(levels))
