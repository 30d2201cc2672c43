"""The view `grid`: stages by channels, every touchpoint a full card, the paths between them."""

from collections.abc import Iterator

from jmap.model.journey import Journey
from jmap.paint.piece import NOTHING, Piece, stack
from jmap.pictures.drawing import Drawing, Request
from jmap.pictures.parts.bands import curve_piece, grid_piece, heads, row_piece
from jmap.pictures.parts.card import draw_card
from jmap.pictures.parts.grid_band import GridDrawing, Manner, columns_at, draw_grid
from jmap.pictures.parts.header import header
from jmap.pictures.parts.lanes import draw_lane, draw_skip
from jmap.pictures.parts.legend import legend
from jmap.pictures.parts.routes import trails
from jmap.pictures.parts.rows import draw_rows
from jmap.pictures.parts.sheet import Sheet, sheet_of
from jmap.pictures.parts.whole import whole
from jmap.pictures.style import LABELS
from jmap.pictures.told import story
from jmap.views.grid import journey_map

ALONE = 880.0
"""The width of the drawing of a journey without stages."""
APART = 26.0
_ROWS = ("pain", "opportunity", "risk", "note")
_FULL = Manner(draw_card, draw_lane, draw_skip)


def grid(request: Request) -> Iterator[Drawing]:
    """One drawing a journey."""
    for journey in request.journeys:
        yield _drawing(request, journey)


def _drawing(request: Request, journey: Journey) -> Drawing:
    sheet = sheet_of(journey_map(request.workspace, journey), request.names)
    chart, found = sheet.chart, trails(sheet.chart)
    drawn = draw_grid(sheet, found, _FULL, request.engine) if chart.columns else None
    width = drawn.layout.width + LABELS if drawn else ALONE
    body = _body(sheet, drawn, width) if drawn else NOTHING
    pieces = stack([header(sheet, width), body, legend(sheet, found, width)], APART)
    return Drawing(
        title=chart.title,
        story=story(chart),
        language=chart.written,
        direction=chart.direction,
        piece=whole(request.workspace, sheet, pieces, width),
        warning=drawn.layout.warning if drawn else None,
    )


def _body(sheet: Sheet, drawn: GridDrawing, width: float) -> Piece:
    columns = columns_at(drawn, LABELS)
    rows = [row_piece(sheet, one, columns, width) for one in draw_rows(sheet.chart, columns, _ROWS)]
    lanes = stack([heads(sheet, columns, width), grid_piece(sheet, drawn, width)], 2)
    return stack([lanes, stack([curve_piece(sheet, columns, width), *rows], 12)], 2)
