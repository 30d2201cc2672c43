"""A meter of attainment: a bar filled to the mean, with a tick at the minimum."""

from jmap.gaps import level_of
from jmap.paint.geometry import Rect
from jmap.paint.markup import Markup, join
from jmap.paint.mirror import Mirror
from jmap.paint.piece import Piece, shape
from jmap.paint.shapes import box
from jmap.pictures.style import THEME, tone_level

_HIGH = 12.0
_BAR = 6.0
_TICK = 2.5


def meter(mean: float, minimum: float, width: float) -> Piece:
    """The meter of two shares of one, `width` px for the whole."""
    tone = THEME.tone(tone_level(level_of(mean, None)))

    def draw(at: Rect, mirror: Mirror) -> Markup:
        bar = Rect(at.x, at.y + (_HIGH - _BAR) / 2, at.width, _BAR)
        filled = Rect(bar.x, bar.y, bar.width * mean, bar.height)
        tick = Rect(at.x + min(at.width - _TICK, at.width * minimum), at.y, _TICK, _HIGH)
        pieces = [box(bar, THEME.hairline, radius=3, mirror=mirror)]
        if filled.width >= 1:
            pieces.append(box(filled, tone.line, radius=3, mirror=mirror))
        return join([*pieces, box(tick, THEME.text, radius=1, mirror=mirror)])

    return shape(width, _HIGH, draw)
