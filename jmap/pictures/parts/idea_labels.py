"""The titles of ideas beside their discs, as far as there is room."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from jmap.gaps import Quadrant
from jmap.paint.geometry import Point, Rect
from jmap.paint.markup import EMPTY, Markup
from jmap.paint.mirror import Anchor, Mirror
from jmap.paint.piece import fitted
from jmap.paint.text import Type, block
from jmap.pictures.parts.idea_sign import SIZE
from jmap.pictures.parts.plane import Plane
from jmap.pictures.parts.room import Room
from jmap.pictures.parts.spread import Set
from jmap.pictures.style import THEME
from jmap.views.matrix import Idea

_LABEL = Type(12, THEME.text, leading=1.25)
_LONGEST = 150.0


@dataclass(frozen=True, slots=True)
class _Seat:
    """A place for a label, and on which side its lines are level."""

    rect: Rect
    anchor: Anchor


def idea_labels(
    ideas: Sequence[Idea], placed: Sequence[Set], plane: Plane, mirror: Mirror
) -> Iterator[Markup]:
    """The title beside each disc that has room for it in its quadrant, the first ones first; the
    others are read in the list.
    """
    taken = Room(plane.whole)
    for one in placed:
        taken.take(Rect(one.stands.x - SIZE / 2, one.stands.y - SIZE / 2, SIZE, SIZE).inset(-2))
        taken.cross(sorted([one.wanted, one.stands], key=lambda spot: spot.x))
    parts = plane.quadrants()
    for idea, one in zip(ideas, placed, strict=True):
        part = parts[idea.quadrant or Quadrant.QUICK_WIN]
        yield _label(idea, one, plane.free(part), taken, mirror)


def _label(idea: Idea, one: Set, part: Rect, taken: Room, mirror: Mirror) -> Markup:
    # What is cut short here is whole in the list: a title of a few words reads better than none.
    lines = fitted(" ".join(idea.title.split()), _LONGEST, _LABEL, 2)
    for seat in _beside(one.stands, lines.width, _LABEL.height(lines)):
        rect = seat.rect
        if _holds(part, rect) and taken.is_free(rect) and taken.is_clear(rect):
            taken.take(rect.inset(-3))
            x = {"start": rect.x, "middle": rect.centre.x, "end": rect.right}[seat.anchor]
            return block(lines, Point(x, rect.y), _LABEL, anchor=seat.anchor, mirror=mirror)
    return EMPTY


def _holds(part: Rect, rect: Rect) -> bool:
    across = part.x <= rect.x and rect.right <= part.right
    return across and part.y <= rect.y and rect.bottom <= part.bottom


def _beside(spot: Point, width: float, height: float) -> Iterator[_Seat]:
    """After the disc, before it, above, below."""
    reach = SIZE / 2 + 7
    level = spot.y - height / 2
    yield _Seat(Rect(spot.x + reach, level, width, height), "start")
    yield _Seat(Rect(spot.x - reach - width, level, width, height), "end")
    for top in (spot.y - reach - height + 3, spot.y + reach - 3):
        yield _Seat(Rect(spot.x - width / 2, top, width, height), "middle")
        yield _Seat(Rect(spot.x - SIZE / 2, top, width, height), "start")
        yield _Seat(Rect(spot.x + SIZE / 2 - width, top, width, height), "end")
        # A disc on a border has its title on the side where it counts.
        yield _Seat(Rect(spot.x - 8 - width, top, width, height), "end")
        yield _Seat(Rect(spot.x + 8, top, width, height), "start")
