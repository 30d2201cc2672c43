"""Where edges leave and enter boxes: which side, and how far along it, so that edges part instead
of overlapping.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from jmap.paint.geometry import Point, Rect

Side = Literal["left", "right", "top", "bottom"]
_SPACING = 12.0
_FREE = 8.0
_LEVEL = 0.5
_SHIFT = {
    "left": 3.0,
    "top": 3.0,
}  # facing ports never quite level: their lines would lie on each other


@dataclass(frozen=True, slots=True)
class Port:
    """One end of an edge at a box. `towards` is where the edge goes from here, along the side."""

    edge: int
    is_start: bool
    box: str
    side: Side
    towards: float


def offsets(ports: Sequence[Port], boxes: Mapping[str, Rect]) -> dict[Port, float]:
    """How far each port lies from the middle of its side."""
    sides: dict[tuple[str, Side], list[Port]] = {}
    for port in ports:
        sides.setdefault((port.box, port.side), []).append(port)
    result: dict[Port, float] = {}
    for (box, side), group in sides.items():
        result |= _spread(group, boxes[box], upright=side in ("left", "right"))
    return result


def place_port(port: Port, offset: float, box: Rect) -> Point:
    """The point on the outline of the box."""
    if port.side == "left":
        return Point(box.x, box.centre.y + offset)
    if port.side == "right":
        return Point(box.right, box.centre.y + offset)
    edge = box.y if port.side == "top" else box.bottom
    return Point(box.centre.x + offset, edge)


def _spread(group: list[Port], box: Rect, *, upright: bool) -> dict[Port, float]:
    """Equal distances round the middle; an edge that can run straight has the middle for itself."""
    middle = box.centre.y if upright else box.centre.x
    ordered = sorted(group, key=lambda port: (port.towards, port.edge, not port.is_start))
    room = (box.height if upright else box.width) / 2 - _FREE
    straight = [abs(port.towards - middle) < _LEVEL for port in ordered]
    origin = straight.index(True) if any(straight) else (len(ordered) - 1) / 2
    reach = max(origin, len(ordered) - 1 - origin)
    spacing = min(_SPACING, room / reach) if reach else 0.0
    return {
        port: round((at - origin) * spacing + (0 if level else _SHIFT.get(port.side, 0.0)), 1)
        for at, (port, level) in enumerate(zip(ordered, straight, strict=True))
    }
