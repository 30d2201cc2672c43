"""Shapes of lines as SVG path data: through corners, round corners, along Bezier curves, along a
monotone curve.
"""

from collections.abc import Sequence
from itertools import pairwise
from math import hypot

from jmap.paint.geometry import Point
from jmap.paint.number import number


def polyline(points: Sequence[Point], *, radius: float = 0.0, closed: bool = False) -> str:
    """A line through all points. `radius` rounds every corner, less where its sides are short."""
    if not points:
        return ""
    corners = zip(points, points[1:], points[2:], strict=False)
    middle = [_corner(before, at, after, radius) for before, at, after in corners]
    steps = [f"M{_pair(points[0])}", *middle]
    if len(points) > 1:
        steps.append(f"L{_pair(points[-1])}")
    return "".join(steps) + ("Z" if closed else "")


def bezier(points: Sequence[Point]) -> str:
    """Cubic pieces: a start, then two control points and an end for each piece.

    Raises ValueError if the number of points is not 3 n + 1.
    """
    if len(points) % 3 != 1:
        raise ValueError(f"{len(points)} points do not make cubic curves")
    pieces = [points[at : at + 3] for at in range(1, len(points), 3)]
    return f"M{_pair(points[0])}" + "".join("C" + " ".join(map(_pair, piece)) for piece in pieces)


def monotone(points: Sequence[Point]) -> str:
    """A smooth curve through points of rising or falling x that never overshoots them.

    Tangents after Fritsch and Carlson, "Monotone piecewise cubic interpolation", SIAM J. Numer.
    Anal. 17 (1980). Between two points the curve stays between their heights, so no extreme is
    drawn that was not measured.
    """
    if len(points) < 3:
        return polyline(points)
    slopes = [(b.y - a.y) / (b.x - a.x) if b.x != a.x else 0.0 for a, b in pairwise(points)]
    tangents = _tangents(slopes)
    curve = [points[0]]
    for at, (a, b) in enumerate(pairwise(points)):
        third = (b.x - a.x) / 3
        first = Point(a.x + third, a.y + tangents[at] * third)
        curve += [first, Point(b.x - third, b.y - tangents[at + 1] * third), b]
    return bezier(curve)


def _tangents(slopes: Sequence[float]) -> list[float]:
    inner = [0.0 if a * b <= 0 else (a + b) / 2 for a, b in pairwise(slopes)]
    tangents = [slopes[0], *inner, slopes[-1]]
    for at, slope in enumerate(slopes):
        if slope == 0.0:
            tangents[at] = tangents[at + 1] = 0.0
            continue
        steepness = hypot(tangents[at] / slope, tangents[at + 1] / slope)
        if steepness > 3.0:
            tangents[at] *= 3.0 / steepness
            tangents[at + 1] *= 3.0 / steepness
    return tangents


def _corner(before: Point, corner: Point, after: Point, radius: float) -> str:
    if radius <= 0:
        return f"L{_pair(corner)}"
    room = min(_distance(before, corner), _distance(corner, after)) / 2
    begin = _towards(corner, before, min(radius, room))
    end = _towards(corner, after, min(radius, room))
    return f"L{_pair(begin)}Q{_pair(corner)} {_pair(end)}"


def _towards(start: Point, goal: Point, length: float) -> Point:
    whole = _distance(start, goal)
    if whole == 0:
        return start
    share = length / whole
    return Point(start.x + (goal.x - start.x) * share, start.y + (goal.y - start.y) * share)


def _distance(a: Point, b: Point) -> float:
    return hypot(b.x - a.x, b.y - a.y)


def _pair(point: Point) -> str:
    return f"{number(point.x)} {number(point.y)}"
