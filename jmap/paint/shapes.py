"""The plain shapes of a picture: boxes, badges, strokes and arrow heads."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import atan2, cos, pi, sin

from jmap.paint.geometry import Point, Rect
from jmap.paint.markup import Markup, Value, element
from jmap.paint.mirror import STRAIGHT, Mirror
from jmap.paint.path import bezier, polyline
from jmap.paint.text import Type, line
from jmap.paint.theme import Tone
from jmap.paint.wrap import wrap

_SPREAD = pi / 7


@dataclass(frozen=True, slots=True)
class Pen:
    """How a line is drawn: colour, width in px, and `dash` as in SVG, such as `4 3`."""

    colour: str
    width: float = 1.0
    dash: str | None = None


def box(
    rect: Rect,
    fill: str,
    *,
    outline: Pen | None = None,
    radius: float = 0.0,
    mirror: Mirror = STRAIGHT,
) -> Markup:
    """A rectangle with round corners."""
    drawn = mirror.rect(rect)
    return element(
        "rect",
        x=drawn.x,
        y=drawn.y,
        width=drawn.width,
        height=drawn.height,
        rx=radius or None,
        fill=fill,
        **(_pen(outline) if outline else {}),
    )


def badge_width(text: str, size: float) -> float:
    """How wide a badge with this text is, in px."""
    return wrap(text, 1e6, size, bold=True).width + size * 1.3


def badge(text: str, left: Point, tone: Tone, size: float, *, mirror: Mirror = STRAIGHT) -> Markup:
    """A pill with a short text. `left` is its upper corner where reading begins; it is 1.7 `size`
    high.
    """
    rect = Rect(left.x, left.y, badge_width(text, size), size * 1.7)
    pill = box(rect, tone.paper, outline=Pen(tone.line), radius=rect.height / 2, mirror=mirror)
    baseline = Point(rect.centre.x, rect.centre.y + size * 0.355)
    kind = Type(size, tone.ink, bold=True)
    return pill + line(" ".join(text.split()), baseline, kind, anchor="middle", mirror=mirror)


def stroke(shape: str, pen: Pen, **marks: str | None) -> Markup:
    """A line along path data, mirrored before; `marks` are id, class or data attributes."""
    ends: dict[str, Value] = {"stroke_linecap": "round", "stroke_linejoin": "round"}
    return element("path", d=shape, fill="none", **_pen(pen), **ends, **marks)


def curve(points: Sequence[Point], mirror: Mirror = STRAIGHT) -> str:
    """Path data of cubic pieces, mirrored."""
    return bezier(mirror.points(points))


def arrow_head(
    tip: Point, origin: Point, colour: str, *, size: float = 8.0, mirror: Mirror = STRAIGHT
) -> Markup:
    """A filled arrow head whose tip stands at `tip`, pointing away from `origin`."""
    end, start = mirror.points((tip, origin))
    angle = atan2(end.y - start.y, end.x - start.x)
    wings = [
        Point(end.x - size * cos(angle + turn), end.y - size * sin(angle + turn))
        for turn in (_SPREAD, -_SPREAD)
    ]
    return element("path", d=polyline([end, *wings], closed=True), fill=colour)


def _pen(pen: Pen) -> dict[str, Value]:
    return {
        "stroke": pen.colour,
        "stroke_width": pen.width if pen.width != 1 else None,
        "stroke_dasharray": pen.dash,
    }
