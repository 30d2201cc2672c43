"""The whole of a journey's drawing: margins, address, and what it names in words."""

from collections.abc import Iterator

from jmap.model.workspace import Workspace
from jmap.paint.geometry import Point
from jmap.paint.markup import Markup, element, join
from jmap.paint.mirror import Mirror
from jmap.paint.piece import Piece
from jmap.pictures.parts.sheet import Sheet
from jmap.pictures.style import MARGIN
from jmap.pictures.told import declared_text, named
from jmap.views.declared import reached
from jmap.views.facts import reader


def whole(workspace: Workspace, sheet: Sheet, piece: Piece, width: float) -> Piece:
    """A drawing with its margins and the address of its journey, and in words all that the
    journey names.
    """
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
