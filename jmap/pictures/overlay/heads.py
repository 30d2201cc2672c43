"""The stages of an overlay: what became of each, and what changed in what is said of it."""

from collections.abc import Sequence
from dataclasses import replace

from jmap.paint.piece import Piece, flow, stack, text_piece
from jmap.paint.text import Type
from jmap.pictures.layout.model import Extent
from jmap.pictures.overlay.lines import told_lines
from jmap.pictures.overlay.marked import Overlay
from jmap.pictures.overlay.signs import marks
from jmap.pictures.overlay.tile import is_said
from jmap.pictures.parts.sheet import Sheet
from jmap.pictures.parts.stage_head import HeadDrawing, draw_head, head_row
from jmap.pictures.style import THEME
from jmap.views.grid import Column

_GONE = Type(14, THEME.muted, bold=True, leading=1.3)
_PAD = 18.0
_MOST = 4


def overlay_heads(overlay: Overlay, sheet: Sheet, columns: Sequence[Extent], width: float) -> Piece:
    """The heads of all stages, side by side."""
    heads = [
        _head(overlay, sheet, column, extent.length)
        for column, extent in zip(sheet.chart.columns, columns, strict=True)
    ]
    return head_row(sheet, heads, columns, width)


def _head(overlay: Overlay, sheet: Sheet, column: Column, width: float) -> HeadDrawing:
    head = draw_head(sheet, column, width, weakest=False)
    place = overlay.place(column.key)
    found = [one for one in place.told if one.effect != "neutral" or not is_said(one, place)]
    told = [
        flow(marks(sheet.chart, place), width, 8, 4),
        told_lines(sheet.chart, found, width, _MOST),
        head.told,
    ]
    title = text_piece(column.title, width - 2 * _PAD, _GONE, 4) if place.ghost else head.title
    return replace(head, title=title, told=stack(told, 7), ghost=place.ghost)
