"""The one place that turns a drawing round for languages written from right to left.

Pictures are thought of from left to right. Every primitive takes a `Mirror` and asks it for the x
it draws at.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from jmap.paint.geometry import Point, Rect

Anchor = Literal["start", "middle", "end"]
_TURNED: dict[Anchor, Anchor] = {"start": "end", "middle": "middle", "end": "start"}


@dataclass(frozen=True, slots=True)
class Mirror:
    """Turns the x of a drawing `width` px wide, if it is drawn from right to left (`rtl`)."""

    width: float = 0.0
    rtl: bool = False

    def x(self, x: float) -> float:
        """Where a point thought of at `x` is drawn."""
        return self.width - x if self.rtl else x

    def left(self, x: float, width: float) -> float:
        """The drawn left side of something that begins at `x` and is `width` wide."""
        return self.width - x - width if self.rtl else x

    def rect(self, rect: Rect) -> Rect:
        """The rectangle as drawn."""
        return Rect(self.left(rect.x, rect.width), rect.y, rect.width, rect.height)

    def points(self, points: Iterable[Point]) -> tuple[Point, ...]:
        """The points as drawn, in the same order."""
        return tuple(Point(self.x(point.x), point.y) for point in points)

    def anchor(self, anchor: Anchor) -> Anchor:
        """The SVG anchor: `start` is the side where reading begins, the right one if `rtl`."""
        return _TURNED[anchor] if self.rtl else anchor


STRAIGHT = Mirror()
