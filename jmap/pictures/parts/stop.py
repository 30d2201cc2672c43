"""A touchpoint where no lane tells its channel: the channel as a small chip, then the pill."""

from dataclasses import replace

from jmap.paint.geometry import Rect
from jmap.paint.piece import NOTHING, Piece, panel, stack, text_piece
from jmap.pictures.parts.pill import PillDrawing, draw_pill
from jmap.pictures.parts.sheet import Sheet
from jmap.pictures.style import SMALL, THEME
from jmap.views.grid import Card

_AROUND = 42.0


def draw_stop(sheet: Sheet, card: Card, width: float) -> PillDrawing:
    """Measure a touchpoint of a given width."""
    pill = draw_pill(sheet, card, width)
    return replace(pill, inside=stack([channel_chip(card, width - _AROUND), pill.inside], 5))


def channel_chip(card: Card, room: float) -> Piece:
    """The channel of a touchpoint; nothing where it names none."""
    if not card.channel:
        return NOTHING
    text = text_piece(card.channel, room, SMALL, 1)
    size = Rect(7, 1.5, text.width + 14, text.height + 3)
    return panel(text, size, THEME.sunken, radius=size.height / 2)
