"""The bands of a map as pieces: heads of stages, lanes, curve, rows; all keep the same columns."""

from collections.abc import Sequence

from jmap.gaps.level import GOOD_FROM
from jmap.paint.geometry import Point, Rect
from jmap.paint.markup import Markup
from jmap.paint.mirror import Mirror
from jmap.paint.piece import NOTHING, Piece, shape
from jmap.pictures.layout.model import Extent
from jmap.pictures.parts.curve_band import HEIGHT, curve_label, paint_curves
from jmap.pictures.parts.grid_band import GridDrawing, paint_grid
from jmap.pictures.parts.rows import RowDrawing, paint_row
from jmap.pictures.parts.sheet import Sheet
from jmap.pictures.parts.stage_head import draw_head, head_row


def has_curve(sheet: Sheet) -> bool:
    """Whether there is a curve to draw: a single mood stands on its card already."""
    moods = [mood for curve in sheet.chart.curves for mood in curve.moods]
    stages = {column.key for column in sheet.chart.columns}
    return len(moods) > 1 or any(mood.key in stages for mood in moods)


def heads(sheet: Sheet, columns: Sequence[Extent], width: float) -> Piece:
    """The heads of all stages, side by side."""
    lowest = _weakest(sheet)
    heads = [
        draw_head(sheet, column, extent.length, weakest=at == lowest)
        for at, (column, extent) in enumerate(zip(sheet.chart.columns, columns, strict=True))
    ]
    return head_row(sheet, heads, columns, width)


def _weakest(sheet: Sheet) -> int | None:
    """The stage with the lowest minimum, where stages differ and it is short of what is wanted."""
    known = {
        at: column.score.minimum
        for at, column in enumerate(sheet.chart.columns)
        if column.score.minimum is not None
    }
    lowest = min(known, key=lambda at: known[at], default=None)
    if lowest is None or len(set(known.values())) < 2 or known[lowest] >= GOOD_FROM:
        return None
    return lowest


def grid_piece(sheet: Sheet, grid: GridDrawing, width: float) -> Piece:
    """The lanes with everything in them."""
    return shape(width, grid.layout.height, lambda at, mirror: paint_grid(sheet, grid, at, mirror))


def curve_piece(sheet: Sheet, columns: Sequence[Extent], width: float) -> Piece:
    """The emotion curve with its name; nothing where there is none."""
    if not has_curve(sheet):
        return NOTHING
    label = curve_label(sheet)
    high = max(HEIGHT, label.height)

    def draw(at: Point, mirror: Mirror) -> Markup:
        name = label.paint(
            Point(at.x + 14, at.y + (HEIGHT - min(HEIGHT, label.height)) / 2), mirror
        )
        band = Rect(at.x, at.y, width, HEIGHT)
        moved = [Extent(at.x + one.start, one.length) for one in columns]
        return name + paint_curves(sheet, band, moved, mirror)

    return Piece(width, high, draw)


def row_piece(sheet: Sheet, drawing: RowDrawing, columns: Sequence[Extent], width: float) -> Piece:
    """A row with its name."""

    def draw(at: Rect, mirror: Mirror) -> Markup:
        moved = [Extent(at.x + one.start, one.length) for one in columns]
        return paint_row(sheet, drawing, at, moved, mirror)

    return shape(width, drawing.height, draw)
