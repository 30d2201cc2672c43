"""The time line of a service blueprint: what touchpoints take customers, where they wait."""

from collections.abc import Iterator
from dataclasses import replace

from jmap.paint.geometry import Point
from jmap.paint.markup import Markup, element, join
from jmap.paint.mirror import Mirror
from jmap.paint.path import polyline
from jmap.paint.piece import Piece, padded, stack, text_piece
from jmap.paint.shapes import Pen, arrow_head, stroke
from jmap.pictures.layout.model import Extent
from jmap.pictures.parts.blueprint_cells import spell_pieces, time_piece
from jmap.pictures.parts.blueprint_row import INSIDE, BandDrawing, Cell, row_name
from jmap.pictures.parts.blueprint_sheet import BlueprintSheet, Slot
from jmap.pictures.style import EDGE, SMALL, THEME

_LINE = 16.0
"""The height above the times in which the line stands."""
_PEN = Pen(THEME.outline, 1.4)


def time_drawing(sheet: BlueprintSheet) -> BandDrawing | None:
    """Measure the row of times; none where nothing is known of them."""
    rows = tuple(tuple(found) for found in (_single(sheet), _wide(sheet)))
    rows = tuple(found for found in rows if found)
    if not rows:
        return None
    return BandDrawing("time", row_name(sheet, "time"), rows, above=_LINE)


def paint_time_line(sheet: BlueprintSheet, at: Point, mirror: Mirror) -> Markup:
    """The line from the first touchpoint to the last: a full dot where the time is known."""
    y = at.y + 20
    start, end = sheet.spans[0].extent.start, sheet.spans[-1].extent.end
    ends = [Point(at.x + start, y), Point(at.x + end, y)]
    line = stroke(polyline(mirror.points(ends)), _PEN)
    head = arrow_head(ends[1], ends[0], _PEN.colour, size=8, mirror=mirror)
    dots = [_dot(slot, Point(at.x + slot.middle, y), mirror) for slot in sheet.slots]
    return element("g", join([line, head, *dots]), class_="link")


def _dot(slot: Slot, at: Point, mirror: Mirror) -> Markup:
    moment = slot.moment
    known = moment is not None and bool(moment.spells or moment.waits)
    late = moment is not None and bool(moment.waits)
    colour = THEME.medium.line if late else THEME.accent.paper if known else THEME.outline
    return element(
        "circle",
        cx=mirror.x(at.x),
        cy=at.y,
        r=5.5 if known else 3.5,
        fill=colour if known else THEME.sunken,
        stroke=colour,
        stroke_width=1.4,
    )


def _wide(sheet: BlueprintSheet) -> Iterator[Cell]:
    """What is said of whole stages."""
    for span in sheet.spans:
        room = span.extent.length - 2 * INSIDE
        pieces = spell_pieces(sheet.blueprint.chart, span.phase.spells, room)
        if pieces:
            title = f"{span.phase.column.title}: {sheet.label('from-stage')}"
            note = text_piece(sheet.label("from-stage"), room, SMALL, 1)
            cell = _cell(sheet, span.extent, stack([note, *pieces], 2), title)
            yield replace(cell, outline=EDGE, fill=THEME.surface)


def _single(sheet: BlueprintSheet) -> Iterator[Cell]:
    for slot in sheet.slots:
        if slot.moment is None:
            continue
        inside = time_piece(sheet, slot.moment, slot.extent.length - 2 * INSIDE)
        if inside.height:
            yield _cell(sheet, slot.extent, inside, slot.moment.card.title)


def _cell(sheet: BlueprintSheet, extent: Extent, inside: Piece, title: str) -> Cell:
    """A time below its dot, on the ground of the row."""
    aside = (extent.length - inside.width) / 2 - INSIDE
    placed = padded(inside, max(0.0, aside), 0, 0, 0)
    name = f"{title}: {sheet.label('blueprint-time')}"
    return Cell(extent, placed, "", name, outline=None, fill=THEME.sunken)
