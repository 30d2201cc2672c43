"""A chip: a word or two in a pill, such as the state of a map."""

from jmap.paint.geometry import Point
from jmap.paint.piece import Piece, shape
from jmap.paint.shapes import badge, badge_width
from jmap.paint.theme import Tone
from jmap.pictures.style import THEME

STRONG_CHIP = THEME.accent
QUIET_CHIP = Tone(THEME.text, THEME.surface, THEME.outline)
_SIZE = 11.0


def chip(text: str, tone: Tone = QUIET_CHIP) -> Piece:
    """The chip, as wide as its text."""
    return shape(
        badge_width(text, _SIZE),
        _SIZE * 1.7,
        lambda at, mirror: badge(text, Point(at.x, at.y), tone, _SIZE, mirror=mirror),
    )
