"""Sets round signs apart that would stand on each other."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import cos, pi, sin

from jmap.paint.geometry import Point, Rect
from jmap.pictures.parts.room import Room

_RING = 7.0
_ALONG = 10.0


@dataclass(frozen=True, slots=True)
class Set:
    """Where a sign belongs, and where it stands: the same where there was room."""

    wanted: Point
    stands: Point

    @property
    def is_moved(self) -> bool:
        """Whether it had to give way."""
        return self.wanted != self.stands


def spread(points: Sequence[Point], size: float, room: Room) -> list[Set]:
    """A place for signs `size` across, each as near as can be to where it belongs, the first ones
    nearest. They are taken in the room, which must be large enough for all.
    """
    reached: dict[Point, int] = {}
    found = []
    for point in points:
        for ring in range(reached.get(point, 0), _rings(room.bounds)):
            spot = next((at for at in _ring(point, ring) if room.is_free(_square(at, size))), None)
            if spot is not None:
                break
        else:
            ring, spot = 0, point
        reached[point] = ring
        room.take(_square(spot, size))
        found.append(Set(point, spot))
    return found


def _square(middle: Point, size: float) -> Rect:
    return Rect(middle.x - size / 2, middle.y - size / 2, size, size)


def _rings(bounds: Rect) -> int:
    return int((bounds.width + bounds.height) / _RING)


def _ring(middle: Point, ring: int) -> Iterator[Point]:
    """Places around a middle, the first of them where reading goes on."""
    if ring == 0:
        yield middle
        return
    radius = ring * _RING
    count = max(6, int(2 * pi * radius / _ALONG))
    for at in range(count):
        angle = 2 * pi * at / count
        yield Point(middle.x + radius * cos(angle), middle.y + radius * sin(angle))
