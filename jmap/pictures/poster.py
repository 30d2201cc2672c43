"""The view `map`: the poster that people call a journey map, the whole journey on one sheet."""

from collections.abc import Iterator, Sequence

from jmap.model.journey import Journey
from jmap.paint.piece import NOTHING, Piece, stack
from jmap.pictures.drawing import Drawing, Request
from jmap.pictures.layout.model import Extent
from jmap.pictures.parts.bands import curve_piece, grid_piece, heads, row_piece
from jmap.pictures.parts.grid_band import GridDrawing, Manner, columns_at, draw_grid
from jmap.pictures.parts.header import header
from jmap.pictures.parts.legend import legend
from jmap.pictures.parts.pill import draw_blank, draw_name, draw_pill
from jmap.pictures.parts.routes import trails
from jmap.pictures.parts.rows import draw_rows
from jmap.pictures.parts.sheet import Sheet, sheet_of
from jmap.pictures.parts.whole import whole
from jmap.pictures.style import LABELS
from jmap.pictures.told import story
from jmap.views.grid import journey_map

_ALONE = 880.0
_APART = 24.0
_BAND = 8.0
_BEFORE = ("do",)
_LIVED = ("think", "say")
_AFTER = ("need", "pain", "opportunity", "risk", "note")
_MOST = 3
_SHORT = Manner(draw_pill, draw_name, draw_blank, box_gap=8, lane_gap=8, padding=8, edge=8)


def poster(request: Request) -> Iterator[Drawing]:
    """One drawing a journey."""
    for journey in request.journeys:
        yield _drawing(request, journey)


def _drawing(request: Request, journey: Journey) -> Drawing:
    sheet = sheet_of(journey_map(request.workspace, journey), request.names)
    chart, found = sheet.chart, trails(sheet.chart)
    # Its lanes leave nothing to decide: no engine is started for the view that is asked for most.
    drawn = draw_grid(sheet, found, _SHORT, "grid") if chart.columns else None
    width = drawn.layout.width + LABELS if drawn else _ALONE
    body = _body(sheet, drawn, width) if drawn else NOTHING
    pieces = stack([header(sheet, width), body, legend(sheet, found, width)], _APART)
    return Drawing(
        title=chart.title,
        story=story(chart),
        language=chart.written,
        direction=chart.direction,
        piece=whole(request.workspace, sheet, pieces, width),
    )


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
