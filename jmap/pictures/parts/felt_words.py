"""Words beside a point of a curve, where there is room for them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from jmap.paint.geometry import Point, Rect
from jmap.paint.markup import EMPTY, Markup
from jmap.paint.mirror import Mirror
from jmap.paint.piece import Piece, centred_text, fitted
from jmap.paint.shapes import box
from jmap.paint.text import Type
from jmap.pictures.parts.room import Room
from jmap.pictures.style import THEME

_LONGEST = 150.0
_BETWEEN = 6.0
_AWAY = 15.0


@dataclass(frozen=True, slots=True)
class Place:
    """A point that words stand beside: how large its sign is, and whether it is a good one."""

    spot: Point
    size: float
    level: int


def words_beside(
    place: Place, texts: Sequence[str], kind: Type, room: Room, mirror: Mirror
) -> Markup:
    """The first of some texts that there is room for, see `beside`."""
    pieces = (centred_words(text, kind) for text in dict.fromkeys(texts))
    return beside(place, pieces, room, mirror)


def centred_words(text: str, kind: Type) -> Piece:
    """A text of two lines at most, as wide as its widest."""
    return centred_text(text, fitted(text.strip(), _LONGEST, kind, 2).width + 0.1, kind, 2)


def beside(place: Place, pieces: Iterable[Piece], room: Room, mirror: Mirror) -> Markup:
    """The first of some pieces, the fullest first, that fits around the point, off the lines where
    it can; nothing where none does. What is set takes its place in the room.
    """
    for piece in pieces:
        rects = _around(place, piece.width, piece.height)
        ordered = sorted(rects, key=lambda rect: not room.is_clear(rect))
        drawn = _set(piece, ordered, room, mirror)
        if drawn is not None:
            return drawn
    return EMPTY


def beside_lines(place: Place, piece: Piece, room: Room, mirror: Mirror) -> Markup:
    """The piece around the point where no line runs; nothing where lines run everywhere."""
    rects = _around(place, piece.width, piece.height)
    clear = [rect for rect in rects if room.is_clear(rect)]
    return _set(piece, clear, room, mirror) or EMPTY


def _set(piece: Piece, rects: Iterable[Rect], room: Room, mirror: Mirror) -> Markup | None:
    """The piece in the first place that is free, on a ground of its own."""
    for rect in rects:
        if room.is_free(Rect(rect.x - _BETWEEN, rect.y, rect.width + 2 * _BETWEEN, rect.height)):
            room.take(rect)
            ground = box(rect.inset(-2), THEME.surface, radius=3, mirror=mirror)
            return ground + piece.paint(Point(rect.x, rect.y), mirror)
    return None


def _around(place: Place, width: float, height: float) -> Iterator[Rect]:
    """Above, below, both again shifted to either side, beside the point, and further away; a bad
    moment has its words below.
    """
    spot = place.spot
    tops = (spot.y - place.size / 2 - height - 2, spot.y + place.size / 2 + 2)
    if place.level < 0:
        tops = (tops[1], tops[0])
    for shift in (0.0, 0.35, -0.35):
        for top in tops:
            yield Rect(spot.x - width * (0.5 + shift), top, width, height)
    for left in (spot.x + place.size / 2 + 4, spot.x - place.size / 2 - 4 - width):
        yield Rect(left, spot.y - height / 2, width, height)
    for shift in (0.0, 0.35, -0.35):
        for top in tops:
            y = top + _AWAY if top > spot.y else top - _AWAY
            yield Rect(spot.x - width * (0.5 + shift), y, width, height)
