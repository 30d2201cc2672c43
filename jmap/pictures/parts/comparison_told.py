"""In words only: what both journeys of a comparison say and no part of its picture holds."""

from collections.abc import Iterator

from jmap.paint.geometry import Point
from jmap.paint.markup import Markup, element, join
from jmap.paint.mirror import Mirror
from jmap.paint.piece import Piece
from jmap.pictures.names import Names
from jmap.pictures.parts.routes import way_text
from jmap.pictures.told import facts_text, named
from jmap.views.comparison import Comparison


def with_told(found: Comparison, names: Names, piece: Piece) -> Piece:
    """The piece, and after it the journey before with its stages, and the paths of both."""

    def draw(at: Point, mirror: Mirror) -> Markup:
        return join([piece.paint(at, mirror), *_told(found, names)])

    return Piece(piece.width, piece.height, draw)


def _told(found: Comparison, names: Names) -> Iterator[Markup]:
    before = found.before
    yield _group(names.take(before.journey.id), before.title, facts_text(before.facts))
    for column in before.columns:
        yield _group(names.take(column.key), column.title, facts_text(column.facts))
    for chart in (before, found.after):
        for route in chart.routes:
            yield _group(names.take(route.key), route.title, way_text(route))


def _group(key: str, title: str, text: str) -> Markup:
    return element("g", join(named(title, text)), id=key)
