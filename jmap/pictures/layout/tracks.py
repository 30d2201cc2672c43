"""Gives every stretch of an edge within a gutter a track of its own, ordered so that few edges
cross.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from heapq import heappush, heapreplace

_LARGEST = 100
_APART = 10.0
_NEAR = 4.0
_COVERED = 20


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch along a gutter from `begin` to `finish`, and the side each end comes from and goes
    to.

    A side is -1 towards lower coordinates across the gutter (left, up) and +1 towards higher ones.
    """

    edge: int
    leg: int
    begin: float
    finish: float
    before: int
    after: int

    @property
    def ends(self) -> tuple[tuple[float, int], tuple[float, int]]:
        """Where each end is and on which side it goes on."""
        return (self.begin, self.before), (self.finish, self.after)

    @property
    def low(self) -> float:
        """The lower end."""
        return min(self.begin, self.finish)

    @property
    def high(self) -> float:
        """The upper end."""
        return max(self.begin, self.finish)


def assign(stretches: Sequence[Stretch]) -> dict[tuple[int, int], int]:
    """A track from 0 for every (edge, leg): stretches that overlap never share one."""
    queue = sorted(stretches, key=lambda one: (one.low, one.high, one.edge, one.leg))
    if len(queue) > _LARGEST:
        return _packed(queue)
    tracks: dict[tuple[int, int], int] = {}
    placed: list[Stretch] = []
    for stretch in _ordered(queue):
        taken = [tracks[(other.edge, other.leg)] for other in placed if _overlap(stretch, other)]
        tracks[(stretch.edge, stretch.leg)] = max(taken, default=-1) + 1
        placed.append(stretch)
    return tracks


def _packed(queue: Sequence[Stretch]) -> dict[tuple[int, int], int]:
    """A very full gutter: the first track that is free, without a look at crossings."""
    tracks: dict[tuple[int, int], int] = {}
    busy: list[tuple[float, int]] = []
    for stretch in queue:
        free = bool(busy) and busy[0][0] + _APART < stretch.low
        track = busy[0][1] if free else len(busy)
        (heapreplace if free else heappush)(busy, (stretch.high, track))
        tracks[(stretch.edge, stretch.leg)] = track
    return tracks


def _ordered(queue: Sequence[Stretch]) -> list[Stretch]:
    """Insert one after the other where it adds the fewest crossings."""
    order: list[Stretch] = []
    for stretch in queue:
        order.insert(_best_place(stretch, order), stretch)
    return order


def _best_place(stretch: Stretch, order: Sequence[Stretch]) -> int:
    cost = sum(_crossings(stretch, other) for other in order)
    best, place = cost, 0
    for at, other in enumerate(order, start=1):
        cost += _crossings(other, stretch) - _crossings(stretch, other)
        if cost < best:
            best, place = cost, at
    return place


def _crossings(lower: Stretch, upper: Stretch) -> int:
    """How often the ends of two stretches cross the other one, `lower` having the lower track.

    Ends at one place that reach past each other would lie on each other: that counts far more.
    """
    up = [at for at, side in lower.ends if side > 0]
    down = [at for at, side in upper.ends if side < 0]
    crossed = sum(upper.low < at < upper.high for at in up)
    crossed += sum(lower.low < at < lower.high for at in down)
    return crossed + _COVERED * sum(abs(a - b) < _NEAR for a in up for b in down)


def _overlap(one: Stretch, other: Stretch) -> bool:
    return one.low <= other.high + _APART and other.low <= one.high + _APART
