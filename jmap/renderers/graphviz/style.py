"""How the picture is set: its colours, its kinds of text, its distances in px."""

from jmap.gaps import Level as GapLevel
from jmap.paint.level import level_mark
from jmap.paint.piece import Piece, shape
from jmap.paint.geometry import Point
from jmap.paint.shapes import Pen
from jmap.paint.text import Type
from jmap.paint.theme import LIGHT, Level

THEME = LIGHT

NAME = Type(26, THEME.text, bold=True, leading=1.3)
LEAD = Type(14, THEME.muted, leading=1.45)
HEADING = Type(14, THEME.text, bold=True, leading=1.35)
TITLE = Type(13, THEME.text, bold=True, leading=1.35)
BODY = Type(12, THEME.text, leading=1.4)
STRONG = Type(12, THEME.text, bold=True, leading=1.4)
SMALL = Type(11, THEME.muted, leading=1.4)
LABEL = Type(11, THEME.muted, bold=True, leading=1.4)
STAGE = Type(14, THEME.accent.ink, bold=True, leading=1.3)

EDGE = Pen(THEME.hairline)
FRAME = Pen("#c9cfda")
FADED = Pen(THEME.outline, 1, "4 3")

MARGIN = 32.0
LABELS = 136.0
"""The width of the column at the start that names lanes and rows."""


def tone_level(level: GapLevel) -> Level:
    """The level as the theme knows it."""
    return Level(level.value)


def mark(level: GapLevel, size: float = 13.0) -> Piece:
    """The mark of a level."""
    return shape(
        size,
        size,
        lambda at, mirror: level_mark(
            tone_level(level), Point(at.x, at.y), size, THEME, mirror=mirror
        ),
    )
