"""The small drawn signs of a map: kinds of touchpoints, the star, who answers, better or worse."""

from collections.abc import Callable
from math import cos, pi, sin

from jmap.model.number_forms import digits
from jmap.paint.face import face
from jmap.paint.geometry import Point, Rect
from jmap.paint.markup import Markup, element, join
from jmap.paint.mirror import Mirror
from jmap.paint.path import polyline
from jmap.paint.piece import Piece, shape
from jmap.paint.shapes import Pen, box, stroke
from jmap.paint.text import Type, line
from jmap.pictures.style import THEME

_INK = THEME.muted


def kind_sign(kind: str, size: float = 11.0) -> Piece:
    """A diamond for an event, a circle for an interaction, a triangle for friction."""
    return shape(size, size, _KINDS[kind])


def star(size: float = 15.0) -> Piece:
    """The sign of a moment of truth."""
    return shape(size, size, _star)


def person(size: float = 12.0) -> Piece:
    """The sign of somebody who answers."""
    return shape(size, size, _person)


def mood_sign(mood: float, size: float = 18.0, ink: str = THEME.text) -> Piece:
    """A face."""
    return shape(
        size,
        size,
        lambda at, mirror: face(
            mood, at.centre, at.width, ink=ink, paper=THEME.surface, mirror=mirror
        ),
    )


def effect_sign(sign: str | None, size: float = 12.0) -> Piece:
    """Plus, minus or both in a circle; a dot where nothing is said."""
    tone = {"+": THEME.good, "-": THEME.large, "±": THEME.medium}.get(sign or "", THEME.unknown)

    def draw(at: Rect, _mirror: Mirror) -> Markup:
        middle = _mirror.rect(at).centre
        ring = element(
            "circle", cx=middle.x, cy=middle.y, r=size / 2 - 0.5, fill="none", stroke=tone.line
        )
        return join([ring, *_strokes(sign, middle, size * 0.23, tone.line)])

    return shape(size, size, draw)


def rank_sign(rank: int, language: str, size: float = 16.0) -> Piece:
    """The place of a gap among the largest, in a dark disc, in the digits of a language."""
    number = digits(str(rank), language)

    def draw(at: Rect, mirror: Mirror) -> Markup:
        kind = Type(11, THEME.accent.ink, bold=True)
        disc = box(at, THEME.text, radius=size / 2, mirror=mirror)
        spot = Point(at.centre.x, at.centre.y + 3.9)
        return disc + line(number, spot, kind, anchor="middle", mirror=mirror)

    return shape(size, size, draw)


def hatching(rect: Rect, pitch: float = 9.0) -> str:
    """Slanting lines that fill a rectangle, as path data; they never leave it."""
    lines = []
    count = int((rect.width + rect.height) // pitch)
    for at in range(1, count + 1):
        reach = at * pitch
        start = Point(rect.x + max(0.0, reach - rect.height), rect.y + min(reach, rect.height))
        end = Point(rect.x + min(reach, rect.width), rect.y + max(0.0, reach - rect.width))
        lines.append(polyline([start, end]))
    return "".join(lines)


def _strokes(sign: str | None, middle: Point, half: float, ink: str) -> list[Markup]:
    x, y = middle.x, middle.y
    pen = Pen(ink, 1.6)
    if sign is None:
        return [element("circle", cx=x, cy=y, r=1.5, fill=ink)]
    if sign == "±":
        lift = half * 0.45
        plus = [(x - half, y - lift, x + half, y - lift), (x, y - lift - half, x, y - lift + half)]
        lines = [*plus, (x - half, y + half * 1.1, x + half, y + half * 1.1)]
    else:
        lines = [(x - half, y, x + half, y), (x, y - half, x, y + half)][: 2 if sign == "+" else 1]
    return [stroke(polyline([Point(a, b), Point(c, d)]), pen) for a, b, c, d in lines]


def _star(at: Rect, mirror: Mirror) -> Markup:
    middle, radius = mirror.rect(at).centre, at.width / 2
    points = [
        Point(
            middle.x + sin(step * pi / 5) * radius * (0.42 if step % 2 else 1),
            middle.y - cos(step * pi / 5) * radius * (0.42 if step % 2 else 1),
        )
        for step in range(10)
    ]
    return element("path", d=polyline(points, closed=True), fill=THEME.star)


def _person(at: Rect, mirror: Mirror) -> Markup:
    size, middle = at.width, mirror.rect(at).centre
    head = element("circle", cx=middle.x, cy=at.y + size * 0.28, r=size * 0.24, fill=_INK)
    left, right = middle.x - size * 0.42, middle.x + size * 0.42
    shoulder = at.y + size * 0.62
    body = [
        Point(left, at.bottom),
        Point(left, shoulder),
        Point(right, shoulder),
        Point(right, at.bottom),
    ]
    return head + element("path", d=polyline(body, radius=size * 0.36, closed=True), fill=_INK)


def _diamond(at: Rect, mirror: Mirror) -> Markup:
    spot = mirror.rect(at)
    middle = spot.centre
    points = [
        Point(middle.x, spot.y),
        Point(spot.right, middle.y),
        Point(middle.x, spot.bottom),
        Point(spot.x, middle.y),
    ]
    return element("path", d=polyline(points, closed=True), fill=_INK)


def _circle(at: Rect, mirror: Mirror) -> Markup:
    middle = mirror.rect(at).centre
    return element(
        "circle",
        cx=middle.x,
        cy=middle.y,
        r=at.width / 2 - 1.5,
        fill="none",
        stroke=_INK,
        stroke_width=2,
    )


def _triangle(at: Rect, mirror: Mirror) -> Markup:
    spot = mirror.rect(at)
    points = [
        Point(spot.centre.x, spot.y),
        Point(spot.right + 0.5, spot.bottom),
        Point(spot.x - 0.5, spot.bottom),
    ]
    return element("path", d=polyline(points, closed=True), fill=THEME.large.line)


_KINDS: dict[str, Callable[[Rect, Mirror], Markup]] = {
    "event": _diamond,
    "interaction": _circle,
    "friction": _triangle,
}
