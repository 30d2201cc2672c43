"""The signs of an overlay: what became of a place, and whether customers are better or worse off.

Each has a shape of its own, and stands beside its word: colour only helps.
"""

from collections.abc import Callable
from math import cos, pi, sin

from jmap.paint.geometry import Point, Rect
from jmap.paint.markup import Markup, element, join
from jmap.paint.mirror import Mirror
from jmap.paint.path import polyline
from jmap.paint.piece import NOTHING, Piece, row, shape, text_piece
from jmap.paint.shapes import Pen, arrow_head, box, stroke
from jmap.paint.text import Type
from jmap.pictures.overlay.marked import Effects, Place
from jmap.pictures.overlay.told import Mark
from jmap.pictures.style import SMALL, THEME
from jmap.views.grid import Map

INKS: dict[str, str] = {
    "added": THEME.accent.line,
    "removed": THEME.outline,
    "moved": THEME.paths[3],
    "renamed": THEME.paths[2],
    "changed": THEME.accent.line,
}
"""The colour of each mark: of its sign and its edge. Words are in the colour of text."""
TONES = {"worse": THEME.large, "paper": THEME.medium, "better": THEME.good}
"""What customers lose is the darkest thing on the map."""
_WORD = Type(11, THEME.text, bold=True, leading=1.3)
_SIZE = 11.0
_Draw = Callable[[Rect, Mirror], Markup]


def mark_sign(mark: Mark, size: float = 13.0) -> Piece:
    """The sign of what became of a place."""
    return shape(size, size, _SIGNS[mark])


def mark_word(chart: Map, mark: Mark, size: float = 13.0) -> Piece:
    """The sign, and its word."""
    word = text_piece(chart.label(f"overlay-{mark}"), 160, _WORD, 1)
    return row([mark_sign(mark, size), word], 5, align=0.5)


def effect_sign(effect: str, size: float = 11.0) -> Piece:
    """A triangle that points down where customers lose, up where they gain; hollow where it only
    looks so, nothing for neither.
    """
    if effect not in TONES:
        return NOTHING
    ink = TONES[effect].line
    return shape(size, size, lambda at, mirror: _triangle(effect, at, mirror, ink))


def effect_badge(chart: Map, effect: str) -> Piece:
    """The triangle and its word on a ground of their colour."""
    tone = TONES[effect]
    kind = Type(_SIZE, tone.ink, bold=True, leading=1.3)
    word = text_piece(chart.label(f"overlay-{effect}"), 160, kind, 1)
    sign = shape(9, 9, lambda at, mirror: _triangle(effect, at, mirror, tone.ink))
    inside = row([sign, word], 5, align=0.5)
    high = inside.height + 5

    def draw(at: Point, mirror: Mirror) -> Markup:
        ground = Rect(at.x, at.y, inside.width + 14, high)
        pill = box(ground, tone.paper, outline=Pen(tone.line), radius=high / 2, mirror=mirror)
        return pill + inside.paint(Point(at.x + 7, at.y + 2.5), mirror)

    return Piece(inside.width + 14, high, draw)


def effects_of(effect: Effects) -> tuple[str, ...]:
    """The one or two effects that a place has, the worse first."""
    return ("worse", "better") if effect == "both" else (effect,) if effect else ()


def marks(chart: Map, place: Place) -> list[Piece]:
    """The badges of a place's effects, then what became of it."""
    badges = [effect_badge(chart, effect) for effect in effects_of(place.effect)]
    if place.mark:
        badges.append(mark_word(chart, place.mark))
    if place.guess:
        badges.append(text_piece(place.guess, 160, SMALL, 1))
    return badges


def _triangle(effect: str, at: Rect, mirror: Mirror, ink: str) -> Markup:
    spot = mirror.rect(at)
    near, far = spot.y + spot.height * 0.1, spot.y + spot.height * 0.9
    base, tip = (near, far) if effect == "worse" else (far, near)
    points = [Point(spot.x, base), Point(spot.right, base), Point(spot.centre.x, tip)]
    outline = polyline(points, closed=True)
    if effect == "paper":
        return element("path", d=outline, fill="none", stroke=ink, stroke_width=1.5)
    return element("path", d=outline, fill=ink)


def _disc(at: Rect, mirror: Mirror, fill: str, pen: Pen) -> Markup:
    middle = mirror.rect(at).centre
    return element(
        "circle",
        cx=middle.x,
        cy=middle.y,
        r=at.width / 2 - 0.8,
        fill=fill,
        stroke=pen.colour,
        stroke_width=pen.width,
        stroke_dasharray=pen.dash,
    )


def _line(points: list[tuple[float, float]], at: Rect, mirror: Mirror, pen: Pen) -> Markup:
    """A line through points given from the middle, in halves of the size."""
    half = at.width / 2
    spots = [Point(at.centre.x + x * half, at.centre.y + y * half) for x, y in points]
    return stroke(polyline(mirror.points(spots)), pen)


def _added(at: Rect, mirror: Mirror) -> Markup:
    pen = Pen(THEME.accent.ink, 1.7)
    disc = _disc(at, mirror, THEME.accent.paper, Pen(THEME.accent.line, 1.4))
    across = _line([(-0.48, 0), (0.48, 0)], at, mirror, pen)
    return join([disc, across, _line([(0, -0.48), (0, 0.48)], at, mirror, pen)])


def _removed(at: Rect, mirror: Mirror) -> Markup:
    ink = INKS["removed"]
    cross = [
        _line([(-0.4, -0.4 * side), (0.4, 0.4 * side)], at, mirror, Pen(ink, 1.7))
        for side in (1, -1)
    ]
    return join([_disc(at, mirror, THEME.surface, Pen(ink, 1.4, "2 1.6")), *cross])


def _moved(at: Rect, mirror: Mirror) -> Markup:
    ink = INKS["moved"]
    tail = _line([(-0.55, 0), (0.4, 0)], at, mirror, Pen(ink, 1.6))
    tip = Point(at.right - 1.5, at.centre.y)
    head = arrow_head(tip, Point(at.x, at.centre.y), ink, size=6, mirror=mirror)
    return join([_disc(at, mirror, THEME.surface, Pen(ink, 1.4)), tail, head])


def _renamed(at: Rect, mirror: Mirror) -> Markup:
    """A label with its hole."""
    ink = INKS["renamed"]
    left, right, half = at.x + 0.6, at.right - 0.6, at.height * 0.34
    middle = at.centre.y
    points = [
        Point(left, middle),
        Point(left + half, middle - half),
        Point(right, middle - half),
        Point(right, middle + half),
        Point(left + half, middle + half),
    ]
    tag = element(
        "path",
        d=polyline(mirror.points(points), closed=True),
        fill=THEME.surface,
        stroke=ink,
        stroke_width=1.5,
    )
    return tag + element("circle", cx=mirror.x(left + half + 1), cy=middle, r=1.3, fill=ink)


def _changed(at: Rect, mirror: Mirror) -> Markup:
    """A disc of which one half is another."""
    ink = INKS["changed"]
    middle, radius = at.centre, at.width / 2 - 0.8
    steps = [pi * step / 10 - pi / 2 for step in range(11)]
    half = [Point(middle.x + radius * cos(a), middle.y + radius * sin(a)) for a in steps]
    filled = element("path", d=polyline(mirror.points(half), closed=True), fill=ink)
    return _disc(at, mirror, THEME.surface, Pen(ink, 1.4)) + filled


_SIGNS: dict[Mark, _Draw] = {
    "added": _added,
    "removed": _removed,
    "moved": _moved,
    "renamed": _renamed,
    "changed": _changed,
}
