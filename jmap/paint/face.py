"""A face that shows a mood from -2 to +2: drawn lines, since a font may lack emoji and every system
draws them another way.
"""

from jmap.paint.geometry import Point
from jmap.paint.markup import Markup, element, join
from jmap.paint.mirror import STRAIGHT, Mirror
from jmap.paint.path import bezier

LOWEST, HIGHEST = -2.0, 2.0


def face(
    mood: float, middle: Point, size: float, *, ink: str, paper: str, mirror: Mirror = STRAIGHT
) -> Markup:
    """A face `size` px across. The mouth bends with the mood in steps as fine as the number is.

    From -1.5 down the brows lower, from +1.5 up the mouth opens: the ends of the scale differ in
    shape too. Moods beyond the scale are drawn as its ends.
    """
    centre = Point(mirror.x(middle.x), middle.y)
    bent = max(LOWEST, min(HIGHEST, mood))
    radius = size / 2
    weight = size / 14
    head = element(
        "circle",
        cx=centre.x,
        cy=centre.y,
        r=radius - weight / 2,
        fill=paper,
        stroke=ink,
        stroke_width=weight,
    )
    return join(
        [
            head,
            *_eyes(centre, radius, ink),
            _brows(bent, centre, radius, ink),
            _mouth(bent, centre, radius, ink),
        ]
    )


def _eyes(centre: Point, radius: float, ink: str) -> list[Markup]:
    return [
        element(
            "circle",
            cx=centre.x + side * radius * 0.36,
            cy=centre.y - radius * 0.1,
            r=radius * 0.11,
            fill=ink,
        )
        for side in (-1, 1)
    ]


def _brows(mood: float, centre: Point, radius: float, ink: str) -> Markup:
    if mood > -1.5:
        return join([])
    shapes = []
    for side in (-1, 1):
        outer = Point(centre.x + side * radius * 0.55, centre.y - radius * 0.54)
        inner = Point(centre.x + side * radius * 0.24, centre.y - radius * 0.38)
        shapes.append(_line([outer, outer, inner, inner], radius / 9, ink))
    return join(shapes)


def _mouth(mood: float, centre: Point, radius: float, ink: str) -> Markup:
    half = radius * 0.44
    bend = radius * 0.2 * mood
    level = centre.y + radius * 0.36 - bend * 0.38
    left, right = Point(centre.x - half, level), Point(centre.x + half, level)
    lower = [
        Point(centre.x - half * 0.55, level + bend),
        Point(centre.x + half * 0.55, level + bend),
    ]
    if mood < 1.5:
        return _line([left, *lower, right], radius / 7, ink)
    return element("path", d=bezier([left, *lower, right]) + "Z", fill=ink)


def _line(points: list[Point], weight: float, ink: str) -> Markup:
    return element(
        "path",
        d=bezier(points),
        fill="none",
        stroke=ink,
        stroke_width=weight,
        stroke_linecap="round",
    )
