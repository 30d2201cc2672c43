"""The small signs of a service blueprint: who acts behind the scenes, where customers are met, what
fails and where they wait.
"""

from collections.abc import Callable
from math import pi, sin

from jmap.paint.geometry import Point, Rect
from jmap.paint.markup import Markup, element, join
from jmap.paint.mirror import Mirror
from jmap.paint.path import polyline
from jmap.paint.piece import Piece, shape
from jmap.paint.shapes import Pen, box, stroke
from jmap.paint.theme import Tone
from jmap.pictures.style import THEME
from jmap.pictures.symbols import person
from jmap.views.blueprint import ActorKind

_INK = THEME.muted
_PEN = Pen(_INK, 1.3)
_SIZE = 14.0


def actor_sign(kind: ActorKind, size: float = _SIZE) -> Piece:
    """A drum for a system, a band that points onwards for a process, a parcel for a product, people
    for teams and persons, two rings for a partner, a dot for a name that is not declared.
    """
    if kind == "person":
        return person(size)
    return shape(size, size, _ACTORS[kind])


def mode_sign(mode: str | None, size: float = _SIZE) -> Piece:
    """A screen for what is digital, a pin for what is physical, a ring where neither is said."""
    return shape(size, size, _MODES.get(mode or "", _ring))


def fail_sign(size: float = _SIZE) -> Piece:
    """Something fails here: a filled disc with an exclamation mark."""
    return shape(size, size, lambda at, mirror: _call(at, mirror, THEME.large, THEME.large.line))


def risk_sign(size: float = _SIZE) -> Piece:
    """Something may fail here: the same in outline."""
    tone = Tone(THEME.medium.line, THEME.surface, THEME.medium.line)
    return shape(size, size, lambda at, mirror: _call(at, mirror, tone, THEME.surface))


def wait_sign(size: float = _SIZE) -> Piece:
    """The customer waits: a clock."""
    return shape(size, size, _clock)


def _call(at: Rect, mirror: Mirror, tone: Tone, fill: str) -> Markup:
    spot = mirror.rect(at)
    middle, radius = spot.centre, at.width / 2 - 0.8
    disc = element(
        "circle", cx=middle.x, cy=middle.y, r=radius, fill=fill, stroke=tone.line, stroke_width=1.5
    )
    top = Point(middle.x, middle.y - radius * 0.52)
    line = stroke(polyline([top, Point(middle.x, middle.y + radius * 0.1)]), Pen(tone.ink, 1.7))
    dot = element("circle", cx=middle.x, cy=middle.y + radius * 0.52, r=1.05, fill=tone.ink)
    return join([disc, line, dot])


def _clock(at: Rect, mirror: Mirror) -> Markup:
    middle, radius = mirror.rect(at).centre, at.width / 2 - 1
    ring = _circle(middle, radius, Pen(THEME.medium.line, 1.5))
    hands = [
        Point(middle.x, middle.y - radius * 0.6),
        middle,
        Point(middle.x + radius * 0.5, middle.y + radius * 0.2),
    ]
    return ring + stroke(polyline(hands), Pen(THEME.medium.line, 1.4))


def _circle(middle: Point, radius: float, pen: Pen, fill: str = "none") -> Markup:
    return element(
        "circle",
        cx=middle.x,
        cy=middle.y,
        r=radius,
        fill=fill,
        stroke=pen.colour,
        stroke_width=pen.width,
    )


def _drum(at: Rect, mirror: Mirror) -> Markup:
    spot = mirror.rect(at).inset(1.2)
    high = spot.height * 0.16
    left, right, top = spot.x + 0.6, spot.right - 0.6, spot.y + high
    base = spot.bottom - high
    half = (right - left) / 2
    sides = (
        f"M{left:.1f} {top:.1f}V{base:.1f}A{half:.1f} {high:.1f} 0 0 0 {right:.1f} {base:.1f}"
        f"V{top:.1f}"
    )
    lid = element(
        "ellipse",
        cx=spot.centre.x,
        cy=top,
        rx=half,
        ry=high,
        fill="none",
        stroke=_INK,
        stroke_width=_PEN.width,
    )
    return stroke(sides, _PEN) + lid


def _band(at: Rect, mirror: Mirror) -> Markup:
    inner = at.inset(1.2)
    notch = inner.width * 0.26
    middle = inner.centre.y
    points = [
        Point(inner.x, inner.y + 1.2),
        Point(inner.right - notch, inner.y + 1.2),
        Point(inner.right, middle),
        Point(inner.right - notch, inner.bottom - 1.2),
        Point(inner.x, inner.bottom - 1.2),
        Point(inner.x + notch, middle),
    ]
    return element("path", d=polyline(mirror.points(points), closed=True), fill=_INK)


def _parcel(at: Rect, mirror: Mirror) -> Markup:
    inner = at.inset(1.8)
    lid = inner.y + inner.height * 0.34
    ends = mirror.points([Point(inner.x, lid), Point(inner.right, lid)])
    return box(inner, "none", outline=_PEN, radius=1.5, mirror=mirror) + stroke(
        polyline(ends), _PEN
    )


def _people(at: Rect, mirror: Mirror) -> Markup:
    small = at.width * 0.74
    behind = person(small).paint(Point(at.right - small, at.y), mirror)
    before = person(small).paint(Point(at.x, at.bottom - small), mirror)
    return element("g", behind, opacity=0.55) + before


def _rings(at: Rect, mirror: Mirror) -> Markup:
    spot = mirror.rect(at)
    radius = at.width * 0.3
    apart = radius * sin(pi / 4)
    return join(
        _circle(Point(spot.centre.x + side * apart, spot.centre.y), radius, _PEN)
        for side in (-1, 1)
    )


def _dot(at: Rect, mirror: Mirror) -> Markup:
    middle = mirror.rect(at).centre
    return element("circle", cx=middle.x, cy=middle.y, r=2.2, fill=_INK)


def _ring(at: Rect, mirror: Mirror) -> Markup:
    return _circle(mirror.rect(at).centre, at.width * 0.3, _PEN)


def _screen(at: Rect, mirror: Mirror) -> Markup:
    inner = at.inset(1)
    glass = Rect(inner.x, inner.y + 1, inner.width, inner.height * 0.66)
    middle, foot = at.centre.x, inner.bottom - 0.4
    stand = [Point(middle - 3, foot), Point(middle + 3, foot)]
    neck = [Point(middle, glass.bottom), Point(middle, foot)]
    lines = [stroke(polyline(mirror.points(ends)), _PEN) for ends in (stand, neck)]
    return join([box(glass, "none", outline=_PEN, radius=1.5, mirror=mirror), *lines])


def _pin(at: Rect, mirror: Mirror) -> Markup:
    spot = mirror.rect(at)
    middle, radius = spot.centre.x, at.width * 0.33
    y = spot.y + radius + 0.8
    drop = (
        f"M{middle - radius:.1f} {y:.1f}A{radius:.1f} {radius:.1f} 0 0 1 {middle + radius:.1f} "
        f"{y:.1f}Q{middle + radius:.1f} {y + radius:.1f} {middle:.1f} {spot.bottom - 0.6:.1f}"
        f"Q{middle - radius:.1f} {y + radius:.1f} {middle - radius:.1f} {y:.1f}Z"
    )
    return stroke(drop, _PEN) + element("circle", cx=middle, cy=y, r=1.4, fill=_INK)


_ACTORS: dict[str, Callable[[Rect, Mirror], Markup]] = {
    "system": _drum,
    "process": _band,
    "product": _parcel,
    "team": _people,
    "partner": _rings,
    "other": _dot,
}
_MODES: dict[str, Callable[[Rect, Mirror], Markup]] = {"digital": _screen, "physical": _pin}
