"""The mark of a level: three bars filled one by one, or a question in a dashed ring, readable
without any colour.
"""

from jmap.paint.geometry import Point, Rect
from jmap.paint.markup import Markup, element, join
from jmap.paint.mirror import STRAIGHT, Mirror
from jmap.paint.path import polyline
from jmap.paint.shapes import Pen, box, stroke
from jmap.paint.theme import Level, Theme, Tone

_FILLED = {Level.SMALL: 1, Level.MEDIUM: 2, Level.LARGE: 3}


def level_mark(
    level: Level, corner: Point, size: float, theme: Theme, *, mirror: Mirror = STRAIGHT
) -> Markup:
    """A square mark of `size` px at `corner`: a tick for good, one to three bars for a gap, a
    broken ring if unknown.
    """
    square = Rect(corner.x, corner.y, size, size)
    tone = theme.tone(level)
    if level is Level.GOOD:
        return _tick(mirror.rect(square), tone)
    if level is Level.UNKNOWN:
        return _ring(mirror.rect(square), tone)
    return _bars(square, tone, _FILLED[level], mirror)


def _tick(square: Rect, tone: Tone) -> Markup:
    size = square.width
    points = [
        Point(square.x + size * 0.16, square.y + size * 0.54),
        Point(square.x + size * 0.4, square.y + size * 0.78),
        Point(square.x + size * 0.86, square.y + size * 0.26),
    ]
    return stroke(polyline(points), Pen(tone.line, size / 6))


def _ring(square: Rect, tone: Tone) -> Markup:
    size = square.width
    return element(
        "circle",
        cx=square.centre.x,
        cy=square.centre.y,
        r=size * 0.38,
        fill="none",
        stroke=tone.line,
        stroke_width=size / 8,
        stroke_dasharray="2 2",
    )


def _bars(square: Rect, tone: Tone, filled: int, mirror: Mirror) -> Markup:
    size = square.width
    bars = []
    for at in range(3):
        height = size * (0.4 + 0.25 * at)
        bar = Rect(
            square.x + size * (0.06 + 0.33 * at),
            square.bottom - height - size * 0.05,
            size * 0.22,
            height,
        )
        fill = tone.line if at < filled else "none"
        bars.append(box(bar, fill, outline=Pen(tone.line), radius=size * 0.05, mirror=mirror))
    return join(bars)
