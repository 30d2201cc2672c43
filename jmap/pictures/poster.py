"""The view `map`: the poster that people call a journey map, the whole journey on one sheet."""

from collections.abc import Iterator, Sequence

from jmap.paint.piece import Piece, stack
from jmap.pictures.drawing import Drawing, Request
from jmap.pictures.layout.model import Extent
from jmap.pictures.parts.bands import curve_piece, grid_piece, heads, row_piece
from jmap.pictures.parts.chart import Setting, chart_drawing
from jmap.pictures.parts.grid_band import GridDrawing, Manner, columns_at
from jmap.pictures.parts.pill import draw_blank, draw_name, draw_pill
from jmap.pictures.parts.rows import draw_rows
from jmap.pictures.parts.sheet import Sheet
from jmap.pictures.style import LABELS

_BAND = 8.0
_BEFORE = ("do",)
_LIVED = ("think", "say")
_AFTER = ("need", "pain", "opportunity", "risk", "note")
_MOST = 3
_PILLS = Manner(draw_pill, draw_name, draw_blank, box_gap=8, lane_gap=8, padding=8, edge=8)


def _body(sheet: Sheet, drawn: GridDrawing, width: float) -> Piece:
    columns = columns_at(drawn, LABELS)
    lived = [curve_piece(sheet, columns, width), *_rows(sheet, columns, width, _LIVED)]
    return stack(
        [
            heads(sheet, columns, width),
            *_rows(sheet, columns, width, _BEFORE),
            grid_piece(sheet, drawn, width),
            *lived,
            *_rows(sheet, columns, width, _AFTER),
        ],
        _BAND,
    )


def _rows(
    sheet: Sheet, columns: Sequence[Extent], width: float, words: Sequence[str]
) -> list[Piece]:
    drawn = draw_rows(sheet.chart, columns, words, _MOST)
    return [row_piece(sheet, one, columns, width) for one in drawn]


_SHORT = Setting(_PILLS, _body, apart=24)


def poster(request: Request) -> Iterator[Drawing]:
    """One drawing a journey."""
    # Its lanes leave nothing to decide: no engine is started for the view that is asked for most.
    for journey in request.journeys:
        yield chart_drawing(request, journey, _SHORT, "grid")
