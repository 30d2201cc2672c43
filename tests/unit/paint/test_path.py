"""Lines, round corners and the monotone curve."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jmap.paint.geometry import Point, Rect
from jmap.paint.path import bezier, monotone, polyline

HEIGHTS = st.lists(st.integers(-50, 50), min_size=3, max_size=12)


def test_a_polyline_goes_through_its_points() -> None:
    points = [Point(0, 0), Point(10, 0), Point(10, 10)]
    assert polyline(points) == "M0 0L10 0L10 10"
    assert polyline(points, closed=True).endswith("Z")
    assert polyline([]) == ""


def test_round_corners_never_reach_past_half_a_side() -> None:
    points = [Point(0, 0), Point(10, 0), Point(10, 100)]
    assert polyline(points, radius=50) == "M0 0L5 0Q10 0 10 5L10 100"


def test_a_curve_of_the_wrong_number_of_points_is_refused() -> None:
    with pytest.raises(ValueError, match="do not make cubic"):
        bezier([Point(0, 0)] * 3)


@given(HEIGHTS)
def test_the_curve_stays_between_neighbouring_points(heights: list[int]) -> None:
    points = [Point(10.0 * at, float(y)) for at, y in enumerate(heights)]
    numbers = [float(text) for text in re.findall(r"-?[\d.]+", monotone(points))]
    curve = [Point(x, y) for x, y in zip(numbers[::2], numbers[1::2], strict=True)]
    assert curve[0::3] == points
    for at in range(len(points) - 1):
        low, high = sorted((points[at].y, points[at + 1].y))
        piece = curve[3 * at : 3 * at + 4]
        assert all(low - 0.01 <= height(piece, step / 20) <= high + 0.01 for step in range(21))


def height(piece: list[Point], at: float) -> float:
    a, b, c, d = (point.y for point in piece)
    rest = 1 - at
    return a * rest**3 + 3 * b * rest**2 * at + 3 * c * rest * at**2 + d * at**3


def test_a_short_curve_is_a_line() -> None:
    assert monotone([Point(0, 0), Point(1, 1)]) == "M0 0L1 1"


def test_rectangles() -> None:
    rect = Rect(1, 2, 10, 20)
    assert (rect.right, rect.bottom, rect.centre) == (11, 22, Point(6, 12))
    assert rect.inset(1) == Rect(2, 3, 8, 18)
    assert rect.overlaps(Rect(10, 2, 5, 5))
    assert not rect.overlaps(Rect(11, 2, 5, 5))
