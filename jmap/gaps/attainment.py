"""Attainment: what part of a wish is fulfilled, from 0 to 1."""

from jmap.model.quantity import Bounds


def ratio_attainment(actual: float, desired: float, direction: int) -> float | None:
    """Attainment on a scale with a true zero: seconds, percent, things.

    ``direction`` is +1 where higher is better, giving ``min(1, actual / desired)``, and -1 where
    lower is better, giving ``min(1, desired / actual)``. Only zero attains a wish for zero of
    something bad. None for negative amounts, of which no share can be taken.
    """
    if actual < 0 or desired < 0:
        return None
    if direction * (actual - desired) >= 0:
        return 1.0
    return actual / desired if direction > 0 else desired / actual


def interval_attainment(
    actual: float, desired: float, direction: int, scale: Bounds
) -> float | None:
    """Attainment on a scale whose zero is a convention: marks from 1 to 5, net promoter scores.

    The way from the worst end of the scale to the wish is 1: ``(actual - low) / (desired - low)``
    where higher is better, the same from the top down where lower is better. None for numbers off
    the scale.
    """
    if not (scale.low <= actual <= scale.high and scale.low <= desired <= scale.high):
        return None
    if direction * (actual - desired) >= 0:
        return 1.0
    worst = scale.low if direction > 0 else scale.high
    return (actual - worst) / (desired - worst)
