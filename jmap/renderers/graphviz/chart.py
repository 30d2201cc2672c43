"""The picture of one journey, from its head to its legend."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from jmap.gaps.level import GOOD_FROM
from jmap.model.workspace import Workspace
from jmap.paint.geometry import Point, Rect
from jmap.paint.markup import Markup, element, join
from jmap.paint.mirror import Mirror
from jmap.paint.piece import NOTHING, Piece, shape, stack
from jmap.renderers.graphviz.curve_band import HEIGHT, curve_label, paint_curves
from jmap.renderers.graphviz.grid_band import GridDrawing, columns_at, draw_grid, paint_grid
from jmap.renderers.graphviz.header import header
from jmap.renderers.graphviz.layout.model import Engine, Extent
from jmap.renderers.graphviz.legend import legend
from jmap.renderers.graphviz.routes import trails
from jmap.renderers.graphviz.rows import RowDrawing, draw_rows, paint_row
from jmap.renderers.graphviz.sheet import Sheet
from jmap.renderers.graphviz.stage_head import Arrow, common_heights, draw_head, paint_head
from jmap.renderers.graphviz.style import LABELS, MARGIN
from jmap.renderers.graphviz.told import declared_text, named
from jmap.views.declared import reached
from jmap.views.facts import reader

_ALONE = 880.0
_APART = 26.0


@dataclass(frozen=True, slots=True)
class ChartDrawing:
    """A measured picture of a journey, and what its layout warned of."""

    sheet: Sheet
    piece: Piece
    warning: str | None


def draw_chart(workspace: Workspace, sheet: Sheet, engine: Engine) -> ChartDrawing:
    """Measure and lay out everything; painting follows when the whole width is known."""
    found = trails(sheet.chart)
    grid = draw_grid(sheet, found, engine) if sheet.chart.columns else None
    width = grid.layout.width + LABELS if grid else _ALONE
    body = _body(sheet, grid, width) if grid else NOTHING
    whole = stack([header(sheet, width), body, legend(sheet, found, width)], _APART)
    return ChartDrawing(
        sheet, _whole(workspace, sheet, whole, width), grid.layout.warning if grid else None
    )


def _body(sheet: Sheet, grid: GridDrawing, width: float) -> Piece:
    columns = columns_at(grid, LABELS)
    rows = [_row(sheet, one, columns, width) for one in draw_rows(sheet.chart, columns)]
    curve = _curve(sheet, columns, width) if _curves(sheet) else NOTHING
    map_ = stack([_heads(sheet, columns, width), _grid(sheet, grid, width)], 2)
    return stack([map_, stack([curve, *rows], 12)], 2)


def _curves(sheet: Sheet) -> bool:
    """Whether there is a curve to draw: a single mood stands on its card already."""
    moods = [mood for curve in sheet.chart.curves for mood in curve.moods]
    stages = {column.key for column in sheet.chart.columns}
    return len(moods) > 1 or any(mood.key in stages for mood in moods)


def _heads(sheet: Sheet, columns: Sequence[Extent], width: float) -> Piece:
    lowest = _weakest(sheet)
    heads = [
        draw_head(sheet, column, extent.length, weakest=at == lowest)
        for at, (column, extent) in enumerate(zip(sheet.chart.columns, columns, strict=True))
    ]
    high = common_heights(heads)
    ends = [*(extent.start for extent in columns[1:]), columns[-1].end + 22]

    def draw(at: Point, mirror: Mirror) -> Markup:
        return join(
            paint_head(
                sheet,
                head,
                Rect(at.x + extent.start, at.y, extent.length, high.whole),
                Arrow(high.arrow, at.x + end, at.y + high.scores),
                mirror,
            )
            for head, extent, end in zip(heads, columns, ends, strict=True)
        )

    return Piece(width, high.whole, draw)


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


def _grid(sheet: Sheet, grid: GridDrawing, width: float) -> Piece:
    return shape(width, grid.layout.height, lambda at, mirror: paint_grid(sheet, grid, at, mirror))


def _curve(sheet: Sheet, columns: Sequence[Extent], width: float) -> Piece:
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


def _row(sheet: Sheet, drawing: RowDrawing, columns: Sequence[Extent], width: float) -> Piece:
    def draw(at: Rect, mirror: Mirror) -> Markup:
        moved = [Extent(at.x + one.start, one.length) for one in columns]
        return paint_row(sheet, drawing, at, moved, mirror)

    return shape(width, drawing.height, draw)


def _whole(workspace: Workspace, sheet: Sheet, piece: Piece, width: float) -> Piece:
    journey = sheet.chart.journey

    def draw(at: Point, mirror: Mirror) -> Markup:
        key = sheet.names.take(journey.id)
        inside = piece.paint(Point(at.x + MARGIN, at.y + MARGIN), mirror)
        told = join(_references(workspace, sheet))
        return element("g", join([*named(sheet.chart.title, ""), inside, told]), id=key)

    return Piece(max(width, piece.width) + 2 * MARGIN, piece.height + 2 * MARGIN, draw)


def _references(workspace: Workspace, sheet: Sheet) -> Iterator[Markup]:
    """What the journey names, in words only: teams, systems, metrics and the like."""
    chart = sheet.chart
    read = reader(workspace, chart.journey, chart.language)
    for item in reached(workspace, [chart.journey]):
        key = sheet.names.take(f"{chart.journey.id}.{item.keyword}.{item.id}")
        yield element("g", join(named(item.label, declared_text(read, item))), id=key)
