"""The legend: what the lines, marks and signs of this map mean."""

from collections.abc import Iterator, Sequence

from jmap.gaps import Level
from jmap.paint.geometry import Point, Rect
from jmap.paint.markup import Markup, element, join
from jmap.paint.mirror import Mirror
from jmap.paint.path import polyline
from jmap.paint.piece import NOTHING, Piece, flow, row, shape, stack, text_piece
from jmap.paint.shapes import Pen, arrow_head, box, stroke
from jmap.pictures.parts.routes import Trail, way_text
from jmap.pictures.parts.sheet import Sheet
from jmap.pictures.style import BODY, LABEL, SMALL, THEME, mark
from jmap.pictures.symbols import hatching, kind_sign, star
from jmap.pictures.told import choice, named, spelled
from jmap.views.grid import Cell, Map

_LONGEST = 300.0


def legend(sheet: Sheet, found: Sequence[Trail], width: float) -> Piece:
    """The paths, then the levels, then the signs that occur, in rows `width` wide."""
    chart = sheet.chart
    paths = [_path(chart, trail) for trail in found if trail.way is not None]
    met = {gap.level for card in chart.cards for gap in (card.gap, *card.measures)}
    levels = [_level(chart, level) for level in Level if level in met]
    signs = list(_signs(chart))
    rows = [flow(group, width, 22, 8) for group in (paths, [*levels, *signs]) if group]
    return (
        stack([text_piece(chart.label("legend"), width, LABEL, 1), *rows], 10) if rows else NOTHING
    )


def _path(chart: Map, trail: Trail) -> Piece:
    way = trail.way
    assert way is not None
    notes = [way.persona, chart.label("negative-path") if way.negative else ""]
    aside = " · ".join(text for text in notes if text)
    texts = stack([text_piece(way.title, _LONGEST, BODY, 2), text_piece(aside, _LONGEST, SMALL, 2)])
    piece = row([_line(trail.pen), texts], 9, align=0.5)

    def draw(at: Point, mirror: Mirror) -> Markup:
        return element("g", join([*named(way.title, way_text(way)), piece.paint(at, mirror)]))

    return Piece(piece.width, piece.height, draw)


def _line(pen: Pen) -> Piece:
    def draw(at: Rect, mirror: Mirror) -> Markup:
        ends = [Point(at.x, at.centre.y), Point(at.right, at.centre.y)]
        line = stroke(polyline(mirror.points(ends)), pen)
        return line + arrow_head(ends[1], ends[0], pen.colour, mirror=mirror)

    return shape(34, 12, draw)


def _level(chart: Map, level: Level) -> Piece:
    return _sign(mark(level), chart.label(f"level-{level.value}"))


def _signs(chart: Map) -> Iterator[Piece]:
    if any(card.touchpoint.moment_of_truth for card in chart.cards):
        yield _sign(star(13), spelled(chart, "moment-of-truth"))
    for kind in ("event", "interaction", "friction"):
        if any(card.touchpoint.kind == kind for card in chart.cards):
            yield _sign(kind_sign(kind), choice(chart, kind))
    if any(_is_skipped(cell) for row_ in chart.cells for cell in row_):
        yield _sign(shape(22, 13, _hatched), chart.label("not-served"))


def _is_skipped(cell: Cell) -> bool:
    return cell.skip is not None


def _sign(sign: Piece, text: str) -> Piece:
    return row([sign, text_piece(text, _LONGEST, SMALL, 1)], 7, align=0.5)


def _hatched(at: Rect, mirror: Mirror) -> Markup:
    lines = stroke(hatching(mirror.rect(at), 5), Pen(THEME.outline, 1))
    return lines + box(at, "none", outline=Pen(THEME.outline), radius=2, mirror=mirror)
