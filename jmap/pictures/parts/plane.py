"""Where things are in the plot of an opportunity matrix."""

from dataclasses import dataclass

from jmap.gaps import Quadrant
from jmap.paint.geometry import Point, Rect
from jmap.pictures.parts.idea_sign import SIZE


@dataclass(frozen=True, slots=True)
class Plane:
    """The plot in its place: the whole of it, and within it the place of the scales."""

    whole: Rect
    inner: Rect
    middle: Point

    def quadrants(self) -> dict[Quadrant, Rect]:
        """The four parts."""
        one, spot = self.whole, self.middle
        left, right = spot.x - one.x, one.right - spot.x
        over, under = spot.y - one.y, one.bottom - spot.y
        return {
            Quadrant.QUICK_WIN: Rect(one.x, one.y, left, over),
            Quadrant.MAJOR_PROJECT: Rect(spot.x, one.y, right, over),
            Quadrant.FILL_IN: Rect(one.x, spot.y, left, under),
            Quadrant.AVOID: Rect(spot.x, spot.y, right, under),
        }

    def free(self, part: Rect) -> Rect:
        """What of a quadrant its name leaves free."""
        top = max(part.y + 5, self.inner.y - SIZE / 2)
        bottom = min(part.bottom - 5, self.inner.bottom + SIZE / 2)
        return Rect(part.x + 6, top, part.width - 12, bottom - top)
