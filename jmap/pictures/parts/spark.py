"""A small emotion curve without words, for a line of a table."""

from collections.abc import Sequence

from jmap.paint.geometry import Point, Rect
from jmap.paint.markup import Markup, element, join
from jmap.paint.mirror import Mirror
from jmap.paint.path import monotone, polyline
from jmap.paint.piece import Piece, shape
from jmap.paint.shapes import Pen, box, stroke
from jmap.pictures.parts.curve_band import curve_pen
from jmap.pictures.style import THEME
from jmap.views.curve import Curve, Mood

_INSET = 6.0
_BOUND = 2.0
"""The highest mood, and less nothing the lowest."""


def spark(curves: Sequence[Curve], stages: int, size: Rect) -> Piece:
    """The curves of all personas in a box as wide and high as `size`: the middle line is neutral,
    the weakest moment of each has a dot.
    """

    def draw(at: Rect, mirror: Mirror) -> Markup:
        ground = box(at, THEME.sunken, radius=5, mirror=mirror)
        inner = at.inset(_INSET)
        ends = [Point(inner.x, inner.centre.y), Point(inner.right, inner.centre.y)]
        level = stroke(polyline(mirror.points(ends)), Pen(THEME.frame, 1, "2 3"))
        lines = [
            _line(curve, number, _spots(curve, stages, inner), mirror)
            for number, curve in enumerate(curves)
        ]
        return join([ground, level, *lines])

    return shape(size.width, size.height, draw)


def _spots(curve: Curve, stages: int, inner: Rect) -> list[Point]:
    return [_spot(mood, stages, inner) for mood in curve.moods]


def _spot(mood: Mood, stages: int, inner: Rect) -> Point:
    x = inner.x + inner.width * mood.position / max(1, stages)
    return Point(x, inner.centre.y - mood.level / _BOUND * inner.height / 2)


def _line(curve: Curve, number: int, spots: Sequence[Point], mirror: Mirror) -> Markup:
    drawn = mirror.points(spots)
    pen = curve_pen(number)
    thin = Pen(pen.colour, 1.6, pen.dash)
    parts = []
    if len(drawn) > 1:
        parts.append(stroke(monotone(drawn[::-1] if mirror.rtl else drawn), thin))
    lowest = drawn[curve.moods.index(curve.lowest)]
    dot = element("circle", cx=lowest.x, cy=lowest.y, r=3, fill=pen.colour)
    return join([*parts, dot])
