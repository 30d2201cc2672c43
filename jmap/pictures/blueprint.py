"""The view `blueprint`: the service blueprint, what happens before and behind the scenes of every
touchpoint.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from jmap.model.journey import Journey
from jmap.paint.geometry import Point, Rect
from jmap.paint.markup import Markup, element, join
from jmap.paint.mirror import Mirror
from jmap.paint.piece import Piece, shape, stack
from jmap.pictures.drawing import Drawing, Request
from jmap.pictures.parts.blueprint_bands import band_drawing
from jmap.pictures.parts.blueprint_head import blueprint_head, stage_heads
from jmap.pictures.parts.blueprint_legend import blueprint_legend
from jmap.pictures.parts.blueprint_lines import LINE_HIGH, paint_line, paint_link
from jmap.pictures.parts.blueprint_row import BandDrawing, paint_band, paint_ground, place
from jmap.pictures.parts.blueprint_sheet import LEAST, BlueprintSheet, blueprint_sheet
from jmap.pictures.parts.blueprint_story import blueprint_story
from jmap.pictures.parts.blueprint_time import paint_time_line, time_drawing
from jmap.pictures.parts.routes import way_text
from jmap.pictures.parts.sheet import sheet_of
from jmap.pictures.parts.whole import whole
from jmap.pictures.told import named
from jmap.views.blueprint import BANDS, LINES, Band, service_blueprint
from jmap.views.grid import journey_map

_APART = 26.0
_ROW_GAP = 10.0
_TIME = "time"
_LINKED: tuple[Band, ...] = ("customer", "frontstage", "backstage", "support")


@dataclass(frozen=True, slots=True)
class _Row:
    """A measured row, and how far below the first it stands."""

    drawing: BandDrawing
    top: float


def blueprint(request: Request) -> Iterator[Drawing]:
    """One drawing a journey; none for a journey without touchpoints and actions."""
    for journey in request.journeys:
        drawn = _drawing(request, journey)
        if drawn is not None:
            yield drawn


def _drawing(request: Request, journey: Journey) -> Drawing | None:
    found = service_blueprint(request.workspace, journey_map(request.workspace, journey))
    if found.is_empty:
        return None
    sheet = blueprint_sheet(found, sheet_of(found.chart, request.names))
    width = max(sheet.width, LEAST)
    body = stack([stage_heads(sheet), _body(sheet)], 12)
    pieces = stack([blueprint_head(sheet, width), body, blueprint_legend(sheet, width)], _APART)
    return Drawing(
        title=f"{found.chart.title} – {sheet.label('blueprint')}",
        story=blueprint_story(sheet),
        language=found.chart.written,
        direction=found.chart.direction,
        piece=whole(request.workspace, sheet.sheet, _with_paths(sheet, pieces), width),
    )


def _body(sheet: BlueprintSheet) -> Piece:
    rows = list(_rows(sheet))
    high = rows[-1].top + rows[-1].drawing.height

    def draw(at: Rect, mirror: Mirror) -> Markup:
        tops = [Point(at.x, at.y + row.top) for row in rows]
        parts = [
            paint_ground(row.drawing, top, at.width, mirror)
            for row, top in zip(rows, tops, strict=True)
        ]
        parts.append(_links(sheet, rows, at, mirror))
        for row, top in zip(rows, tops, strict=True):
            line = Point(at.x, top.y - LINE_HIGH)
            parts.append(paint_line(sheet, row.drawing.band, line, at.width, mirror))
            if row.drawing.band == _TIME:
                parts.append(paint_time_line(sheet, top, mirror))
            parts.append(paint_band(sheet, row.drawing, top, mirror))
        return join(parts)

    return shape(sheet.width, high, draw)


def _rows(sheet: BlueprintSheet) -> Iterator[_Row]:
    top = 0.0
    times = time_drawing(sheet)
    drawings = [band_drawing(sheet, band) for band in BANDS]
    for drawing in [*drawings, times] if times else drawings:
        if top:
            top += LINE_HIGH if drawing.band in LINES else _ROW_GAP
        yield _Row(drawing, top)
        top += drawing.height


def _links(sheet: BlueprintSheet, rows: Sequence[_Row], at: Rect, mirror: Mirror) -> Markup:
    """The lines between an action, its touchpoint and what backs it."""
    linked = [row for row in rows if row.drawing.band in _LINKED]
    found = []
    for slot in sheet.slots:
        if slot.moment is None:
            continue
        middle = at.x + slot.middle
        column = [(row, rect) for row in linked if (rect := _under(row, at, middle))]
        for (_, upper), (row, lower) in pairwise(column):
            found.append(paint_link(upper, lower, middle, row.drawing.band, mirror))
    return join(found)


def _under(row: _Row, at: Rect, middle: float) -> Rect | None:
    """The lowest cell of a row that stands at an x."""
    placed = place(row.drawing, Point(at.x, at.y + row.top))
    here = [one.rect for one in placed if one.rect.x < middle < one.rect.right]
    return here[-1] if here else None


def _with_paths(sheet: BlueprintSheet, piece: Piece) -> Piece:
    """The paths are told and not drawn: a blueprint follows the main one."""

    def draw(at: Point, mirror: Mirror) -> Markup:
        names = sheet.sheet.names
        told = [
            element("g", join(named(way.title, way_text(way))), id=names.take(way.key))
            for way in sheet.blueprint.chart.routes
        ]
        return join([piece.paint(at, mirror), *told])

    return Piece(piece.width, piece.height, draw)
