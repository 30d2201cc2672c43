"""What the line of a persona is known by: its dash, the shape of its points, and the signs of the
moments that stand out.
"""

from collections.abc import Callable

from jmap.paint.face import face
from jmap.paint.geometry import Point, Rect
from jmap.paint.markup import Markup, element, join
from jmap.paint.mirror import STRAIGHT, Mirror
from jmap.paint.path import polyline
from jmap.paint.piece import Piece, shape
from jmap.paint.shapes import Pen, stroke
from jmap.pictures.parts.curve_band import curve_pen
from jmap.pictures.style import THEME
from jmap.views.moments import Standing

_FACE = 30.0
_POINT = 17.0


def point_size(people: int) -> float:
    """How large a point is: a face where one line is drawn, else a shape of its own for each."""
    return _FACE if people == 1 else _POINT


def point_sign(person: int, people: int, level: int, spot: Point) -> Markup:
    """The point of a persona's line, at a spot that is mirrored already."""
    pen = curve_pen(person)
    if people == 1:
        return face(level, spot, _FACE, ink=pen.colour, paper=THEME.surface, mirror=STRAIGHT)
    outline = _SHAPES[person % len(_SHAPES)](spot, _POINT / 2)
    filled = (person // len(_SHAPES)) % 2 == 0
    return element(
        "path",
        d=outline,
        fill=pen.colour if filled else THEME.surface,
        stroke=THEME.surface if filled else pen.colour,
        stroke_width=2,
    )


def line_sample(person: int, people: int) -> Piece:
    """A piece of a persona's line with a point on it, for a legend."""

    def draw(at: Rect, mirror: Mirror) -> Markup:
        spot = mirror.rect(at).centre
        ends = [Point(at.x, at.centre.y), Point(at.right, at.centre.y)]
        line = stroke(
            polyline(mirror.points(ends)), Pen(curve_pen(person).colour, 2.4, _dash(person))
        )
        return line if people == 1 else line + point_sign(person, people, 0, spot)

    return shape(46, 18, draw)


def moment_sign(standing: Standing, ink: str, size: float = 11.0) -> Piece:
    """A triangle upwards for the best moment, one downwards for the weakest, a flag for the end."""
    return shape(size, size, lambda at, mirror: _moment(standing, ink, mirror.rect(at), mirror))


def _dash(person: int) -> str | None:
    return curve_pen(person).dash


def _moment(standing: Standing, ink: str, at: Rect, mirror: Mirror) -> Markup:
    if standing == "end":
        return _flag(ink, at, mirror)
    base, tip = (at.bottom - 1, at.y + 1) if standing == "peak" else (at.y + 1, at.bottom - 1)
    corners = [Point(at.x, base), Point(at.right, base), Point(at.centre.x, tip)]
    return element("path", d=polyline(corners, closed=True), fill=ink)


def _flag(ink: str, at: Rect, mirror: Mirror) -> Markup:
    pole, tip = (at.right - 1.5, at.x) if mirror.rtl else (at.x + 1.5, at.right)
    cloth = [
        Point(pole, at.y),
        Point(tip, at.y + at.height * 0.3),
        Point(pole, at.y + at.height * 0.6),
    ]
    line = stroke(polyline([Point(pole, at.y), Point(pole, at.bottom)]), Pen(ink, 1.8))
    return join([line, element("path", d=polyline(cloth, closed=True), fill=ink)])


def _circle(spot: Point, half: float) -> str:
    left, right = spot.x - half, spot.x + half
    arc = f"{half:.1f} {half:.1f} 0 1 1"
    return f"M{left:.1f} {spot.y:.1f}A{arc} {right:.1f} {spot.y:.1f}A{arc} {left:.1f} {spot.y:.1f}Z"


def _square(spot: Point, half: float) -> str:
    side = half * 0.88
    corners = [(-side, -side), (side, -side), (side, side), (-side, side)]
    return polyline([Point(spot.x + x, spot.y + y) for x, y in corners], closed=True)


def _diamond(spot: Point, half: float) -> str:
    reach = half * 1.2
    corners = [(0.0, -reach), (reach, 0.0), (0.0, reach), (-reach, 0.0)]
    return polyline([Point(spot.x + x, spot.y + y) for x, y in corners], closed=True)


def _triangle(spot: Point, half: float) -> str:
    reach = half * 1.15
    corners = [(0.0, -reach), (reach, reach * 0.8), (-reach, reach * 0.8)]
    return polyline([Point(spot.x + x, spot.y + y) for x, y in corners], closed=True)


_SHAPES: tuple[Callable[[Point, float], str], ...] = (_circle, _square, _diamond, _triangle)
