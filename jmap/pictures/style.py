"""How the picture is set: its colours, its kinds of text, its distances in px."""

from dataclasses import replace

from jmap.gaps import Level as GapLevel
from jmap.paint.geometry import Point
from jmap.paint.level import level_mark
from jmap.paint.piece import Piece, shape
from jmap.paint.shapes import Pen
from jmap.paint.text import Type
from jmap.paint.theme import ROLES, Level, Theme, Tone

THEME = ROLES

NAME = Type(32, THEME.text, bold=True, leading=1.3)
LEAD = Type(14, THEME.muted, leading=1.45)
HEADING = Type(14, THEME.text, bold=True, leading=1.35)
TITLE = Type(13, THEME.text, bold=True, leading=1.35)
BODY = Type(12, THEME.text, leading=1.4)
STRONG = Type(12, THEME.text, bold=True, leading=1.4)
SMALL = Type(11, THEME.muted, leading=1.4)
LABEL = Type(11, THEME.muted, bold=True, leading=1.4)
STAGE = Type(14, THEME.accent.ink, bold=True, leading=1.3)

EDGE = Pen(THEME.hairline)
FRAME = Pen(THEME.frame)
FADED = Pen(THEME.outline, 1, "4 3")

MARGIN = 32.0
LABELS = 136.0
"""The width of the column at the start that names lanes and rows."""


def _on_paper(tone: Tone) -> Tone:
    return replace(tone, line=tone.ink)


_ON_PAPER = replace(
    THEME,
    good=_on_paper(THEME.good),
    small=_on_paper(THEME.small),
    medium=_on_paper(THEME.medium),
    large=_on_paper(THEME.large),
)


def tone_level(level: GapLevel) -> Level:
    """The level as the theme knows it."""
    return Level(level.value)


def mark(level: GapLevel, size: float = 13.0) -> Piece:
    """The mark of a level, for a plain ground."""
    return _mark(level, size, THEME)


def mark_on_paper(level: GapLevel, size: float = 13.0) -> Piece:
    """The mark of a level, for a ground in the level's own colour."""
    return _mark(level, size, _ON_PAPER)


def _mark(level: GapLevel, size: float, theme: Theme) -> Piece:
    return shape(
        size,
        size,
        lambda at, mirror: level_mark(
            tone_level(level), Point(at.x, at.y), size, theme, mirror=mirror
        ),
    )
