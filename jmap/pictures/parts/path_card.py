"""A path as a card: its line, whose it is, what sets it off, and every step with what happens."""

from collections.abc import Iterator

from jmap.model.number_forms import digits
from jmap.paint.geometry import Point, Rect
from jmap.paint.markup import Markup, element, join
from jmap.paint.mirror import Mirror
from jmap.paint.path import polyline
from jmap.paint.piece import Piece, padded, panel, row, shape, stack, text_piece, widened
from jmap.paint.shapes import Pen, arrow_head, stroke
from jmap.paint.text import Type
from jmap.pictures.parts.routes import way_text
from jmap.pictures.style import BODY, FRAME, LABEL, SMALL, THEME, TITLE
from jmap.pictures.told import more, named, spelled, worded
from jmap.views.flow import Way
from jmap.views.grid import Map, Step

WIDTH = 300.0
_PAD = 14.0
_NUMBER = 20.0
_MOST = 12
_WARNING = Type(11, THEME.large.line, bold=True, leading=1.4)


def path_card(chart: Map, way: Way, pen: Pen) -> Piece:
    """The card of a path, measured."""
    route, room = way.route, WIDTH - 2 * _PAD
    assert route is not None
    texts = room - 34 - 10
    head = stack(
        [
            text_piece(route.title, texts, TITLE, 3),
            text_piece(route.persona, texts, SMALL, 2),
            text_piece(chart.label("negative-path") if route.negative else "", texts, _WARNING),
        ]
    )
    heading = row([padded(line_sample(pen), 0, 3, 0, 0), head], 10)
    facts = [f"{fact.label}: {worded(fact)}" for fact in route.facts]
    told = [text_piece(fact, room, SMALL, 4) for fact in facts]
    inside = stack([heading, *told, stack(_steps(chart, way, room), 4)], 9)
    size = Rect(_PAD, _PAD, WIDTH, inside.height + 2 * _PAD)
    outline = Pen(THEME.large.line) if way.negative else FRAME
    card = panel(inside, size, THEME.surface, outline=outline, radius=10)

    def draw(at: Point, mirror: Mirror) -> Markup:
        names = named(f"{spelled(chart, 'path')}: {route.title}", way_text(route))
        return element("g", join([*names, card.paint(at, mirror)]))

    return Piece(card.width, card.height, draw)


def line_sample(pen: Pen) -> Piece:
    """A short stretch of a path's line."""

    def draw(at: Rect, mirror: Mirror) -> Markup:
        ends = [Point(at.x, at.centre.y), Point(at.right, at.centre.y)]
        line = stroke(polyline(mirror.points(ends)), pen)
        return line + arrow_head(ends[1], ends[0], pen.colour, mirror=mirror)

    return shape(34, 12, draw)


def _steps(chart: Map, way: Way, room: float) -> Iterator[Piece]:
    for at, step in enumerate(way.steps[:_MOST], start=1):
        yield _step(digits(str(at), chart.language), step, room)
    yield text_piece(more(chart, len(way.steps) - _MOST), room, SMALL, 1)


def _step(number: str, step: Step, room: float) -> Piece:
    texts = room - _NUMBER
    told = stack([text_piece(step.title, texts, BODY, 2), text_piece(step.text, texts, SMALL, 4)])
    return row([widened(text_piece(number, _NUMBER, LABEL, 1), _NUMBER), told])
