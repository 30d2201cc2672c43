"""The stages of a journey as a band of arrows, each with its title and nothing else."""

from collections.abc import Sequence

from jmap.paint.geometry import Point, Rect
from jmap.paint.markup import Markup, element, join
from jmap.paint.mirror import Mirror
from jmap.paint.path import polyline
from jmap.paint.piece import Piece, shape, text_piece
from jmap.pictures.layout.model import Extent
from jmap.pictures.parts.sheet import Sheet
from jmap.pictures.style import STAGE, THEME
from jmap.pictures.told import facts_text, named

LEAST = 128.0
"""The narrowest column that a stage's title stands in, px."""
_POINT = 14.0
_PAD = 18.0
_HIGH = 44.0


def stage_band(sheet: Sheet, columns: Sequence[Extent], width: float) -> Piece:
    """The band over the columns of a picture `width` wide."""
    chart = sheet.chart
    titles = [
        text_piece(column.title, extent.length - 2 * _PAD + 4, STAGE, 3)
        for column, extent in zip(chart.columns, columns, strict=True)
    ]
    high = max(_HIGH, max(title.height for title in titles) + 18)

    def draw(at: Rect, mirror: Mirror) -> Markup:
        return join(
            _stage(sheet, place, title, Rect(at.x + one.start, at.y, one.length, high), mirror)
            for place, (title, one) in enumerate(zip(titles, columns, strict=True))
        )

    return shape(width, high, draw)


def _stage(sheet: Sheet, place: int, title: Piece, rect: Rect, mirror: Mirror) -> Markup:
    column = sheet.chart.columns[place]
    arrow = polyline(mirror.points(arrow_corners(rect, _POINT)), closed=True)
    spot = Point(rect.x + _PAD, rect.centre.y - title.height / 2)
    parts = [
        *named(column.title, facts_text(column.facts)),
        element("path", d=arrow, fill=THEME.accent.paper),
        title.paint(spot, mirror),
    ]
    return element("g", join(parts), id=sheet.names.take(column.key), class_="stage")


def arrow_corners(rect: Rect, point: float) -> list[Point]:
    """A band whose end points onwards, `point` px beyond the rectangle less a gap, and whose start
    takes the point of the one before.
    """
    front = rect.right - 6
    return [
        Point(rect.x, rect.y),
        Point(front, rect.y),
        Point(front + point, rect.centre.y),
        Point(front, rect.bottom),
        Point(rect.x, rect.bottom),
        Point(rect.x + point, rect.centre.y),
    ]
