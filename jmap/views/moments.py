"""The moments of an emotion curve that stand out: the best, the weakest and the last."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from jmap.views.curve import Curve, Mood

Standing = Literal["peak", "lowest", "end"]
"""How a moment stands out; each is also the key of the label that says so."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A mood that stands out."""

    place: int
    """Which of the curve's moods it is, from 0."""
    mood: Mood
    standings: tuple[Standing, ...]
    """Best or weakest first, then end."""


def moments(curve: Curve) -> tuple[Moment, ...]:
    """The moments of one curve that stand out, in its order; none of a curve without moods.

    Of equally good or bad moments the first counts: it is where the journey first got so far. A
    best moment is above neutral and a weakest one below, and a mood that never moves has neither;
    its end is told all the same.
    """
    found: dict[int, list[Standing]] = {}
    for standing, place in _standing(curve):
        found.setdefault(place, []).append(standing)
    return tuple(Moment(at, curve.moods[at], tuple(found[at])) for at in sorted(found))


def best(curve: Curve) -> Mood | None:
    """The best moment, where one is better than neutral and than another."""
    return _first(curve, "peak")


def weakest(curve: Curve) -> Mood | None:
    """The weakest moment, where one is worse than neutral and than another."""
    return _first(curve, "lowest")


def _first(curve: Curve, standing: Standing) -> Mood | None:
    found = (moment.mood for moment in moments(curve) if standing in moment.standings)
    return next(found, None)


def _standing(curve: Curve) -> Iterator[tuple[Standing, int]]:
    levels = [mood.level for mood in curve.moods]
    if not levels:
        return
    highest, lowest = max(levels), min(levels)
    if lowest < highest and highest > 0:
        yield "peak", levels.index(highest)
    if lowest < highest and lowest < 0:
        yield "lowest", levels.index(lowest)
    yield "end", len(levels) - 1
