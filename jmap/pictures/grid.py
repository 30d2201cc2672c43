"""The view `grid`: stages by channels, every touchpoint a full card, the paths between them."""

from collections.abc import Iterator

from jmap.paint.piece import Piece, stack
from jmap.pictures.drawing import Drawing, Request
from jmap.pictures.parts.bands import curve_piece, grid_piece, heads, row_piece
from jmap.pictures.parts.card import draw_card
from jmap.pictures.parts.chart import Setting, chart_drawing
from jmap.pictures.parts.grid_band import GridDrawing, Manner, columns_at
from jmap.pictures.parts.lanes import draw_lane, draw_skip
from jmap.pictures.parts.rows import draw_rows
from jmap.pictures.parts.sheet import Sheet
from jmap.pictures.style import LABELS

_ROWS = ("pain", "opportunity", "risk", "note")


def _body(sheet: Sheet, drawn: GridDrawing, width: float) -> Piece:
    columns = columns_at(drawn, LABELS)
    rows = [row_piece(sheet, one, columns, width) for one in draw_rows(sheet.chart, columns, _ROWS)]
    lanes = stack([heads(sheet, columns, width), grid_piece(sheet, drawn, width)], 2)
    return stack([lanes, stack([curve_piece(sheet, columns, width), *rows], 12)], 2)


_FULL = Setting(Manner(draw_card, draw_lane, draw_skip), _body, apart=26)


def grid(request: Request) -> Iterator[Drawing]:
    """One drawing a journey."""
    for journey in request.journeys:
        yield chart_drawing(request, journey, _FULL, request.engine)
