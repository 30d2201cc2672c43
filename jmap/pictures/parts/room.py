"""The places that are taken in a band, so that what is set next keeps clear of them."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise

from jmap.paint.geometry import Point, Rect


@dataclass(slots=True)
class Room:
    """The places that are taken: faces and words keep clear of each other."""

    bounds: Rect
    taken: dict[int, list[Rect]] = field(default_factory=dict)
    crossed: dict[int, list[Rect]] = field(default_factory=dict)

    def take(self, rect: Rect) -> None:
        """Use a place."""
        for cell in self._cells(rect):
            self.taken.setdefault(cell, []).append(rect)

    def cross(self, spots: Iterable[Point]) -> None:
        """Note a curve through some points: words keep off it where they can."""
        for one, other in pairwise(spots):
            count = max(1, int(abs(other.x - one.x) / 6))
            for at in range(1, count):
                share = at / count
                bend = share * share * (3 - 2 * share)
                x = one.x + (other.x - one.x) * share
                spot = Rect(x - 3, one.y + (other.y - one.y) * bend - 3, 6, 6)
                self.crossed.setdefault(int(x // 64), []).append(spot)

    def is_clear(self, rect: Rect) -> bool:
        """Whether no curve runs through a place."""
        cells = self._cells(rect)
        return not any(rect.overlaps(spot) for cell in cells for spot in self.crossed.get(cell, ()))

    def is_free(self, rect: Rect) -> bool:
        """Whether a place is inside the band and nothing is in it."""
        inside = self.bounds.x <= rect.x and rect.right <= self.bounds.right
        if not inside or rect.y < self.bounds.y or rect.bottom > self.bounds.bottom:
            return False
        return not any(
            rect.overlaps(other) for cell in self._cells(rect) for other in self.taken.get(cell, ())
        )

    def _cells(self, rect: Rect) -> range:
        return range(int(rect.x // 64), int(rect.right // 64) + 1)
