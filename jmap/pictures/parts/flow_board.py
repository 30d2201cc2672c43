"""The flow itself: touchpoints in the bands of their stages, and every path as a line between them
with what happens on the way.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import fmean

from jmap.paint.geometry import Point, Rect
from jmap.paint.markup import Markup, element, join
from jmap.paint.mirror import Mirror
from jmap.paint.path import bezier, polyline
from jmap.paint.piece import Piece, padded, panel, row, shape, stack, text_piece
from jmap.paint.shapes import Pen, arrow_head, box, stroke
from jmap.paint.text import Type
from jmap.pictures.layout.free import lay_out_freely, turned_over
from jmap.pictures.layout.model import Box, Edge, Engine, Extent, Graph, Layout, Route
from jmap.pictures.parts.flow_stage import StageDrawing, draw_stage, head_height, paint_stage
from jmap.pictures.parts.pill import PillDrawing
from jmap.pictures.parts.routes import way_text
from jmap.pictures.parts.sheet import Sheet
from jmap.pictures.parts.stop import draw_stop
from jmap.pictures.style import SMALL, STRONG, THEME
from jmap.pictures.told import named, worded
from jmap.views.flow import Flow, Hop, Way
from jmap.views.grid import Map

_STOP = 212.0
_LABEL = 146.0
_START = 150.0
_COLUMN_GAP = 26.0
_BOX_GAP = 26.0
_BAND = 14.0
_HALO = 4.5
_WARNING = Type(11, THEME.large.line, bold=True, leading=1.4)
_SAID = Type(11, THEME.text, leading=1.35)


@dataclass(frozen=True, slots=True)
class Tag:
    """A measured text of a path: where it starts, or what happens on one of its steps."""

    id: str
    way: int
    rank: int
    piece: Piece


@dataclass(frozen=True, slots=True)
class Board:
    """The flow, measured and laid out, its own upper corner at 0, 0."""

    flow: Flow
    pens: tuple[Pen, ...]
    stops: tuple[PillDrawing, ...]
    tags: tuple[Tag, ...]
    layout: Layout
    stages: tuple[StageDrawing, ...]

    @property
    def height(self) -> float:
        """Its height in px."""
        return head_height(self.stages) + self.layout.height


def draw_board(sheet: Sheet, found: Flow, pens: Sequence[Pen], engine: Engine) -> Board:
    """Measure a flow of one stop or more, and lay it out."""
    stops = tuple(draw_stop(sheet, stop.card, _STOP) for stop in found.stops)
    ranks = _ranks(found)
    tags = (*_starts(found, pens, ranks), *_said(found, pens, ranks))
    graph = _graph(found, stops, tags, ranks)
    layout = _upright(found, lay_out_freely(graph, engine))
    return Board(found, tuple(pens), stops, tags, layout, tuple(_stages(found, graph, layout)))


def board_piece(sheet: Sheet, board: Board) -> Piece:
    """The flow as a piece."""
    return shape(
        board.layout.width, board.height, lambda at, mirror: _paint(sheet, board, at, mirror)
    )


def _ranks(found: Flow) -> list[int]:
    """The column of every stop: one a depth of a stage, with one before each for what is said."""
    places = [(stop.card.column, stop.depth) for stop in found.stops]
    order = {place: 2 * at + 1 for at, place in enumerate(sorted(set(places)))}
    return [order[place] for place in places]


def _starts(found: Flow, pens: Sequence[Pen], ranks: Sequence[int]) -> Iterator[Tag]:
    firsts = _firsts(found)
    for at, way in enumerate(found.ways):
        if way.route is not None and at in firsts:
            piece = _start(found.chart, way, pens[at])
            yield Tag(_first_edge(at), at, ranks[firsts[at]] - 1, piece)


def _firsts(found: Flow) -> dict[int, int]:
    """The stop at which every way starts, as far as it has one."""
    places = {id(stop.card): at for at, stop in enumerate(found.stops)}
    return {at: places[id(way.steps[0].card)] for at, way in enumerate(found.ways) if way.steps}


def _start(chart: Map, way: Way, pen: Pen) -> Piece:
    """The flag at the start of a path: its name, what sets it off, what happens first."""
    assert way.route is not None
    room = _START - 30
    triggers = [worded(fact) for fact in way.route.facts if fact.word == "trigger"]
    lines = [
        text_piece(chart.label("negative-path") if way.negative else "", room, _WARNING, 2),
        text_piece(way.route.title, room, STRONG, 4),
        *(text_piece(text, room, SMALL, 4) for text in (*triggers, way.steps[0].text)),
    ]
    dot = shape(8, 8, lambda at, mirror: box(at, pen.colour, radius=4, mirror=mirror))
    inside = row([padded(dot, 0, 4.5, 0, 0), stack(lines, 1)], 7)
    size = Rect(8, 6, inside.width + 18, inside.height + 12)
    return panel(inside, size, THEME.surface, outline=Pen(pen.colour, 1.4), radius=12)


def _said(found: Flow, pens: Sequence[Pen], ranks: Sequence[int]) -> Iterator[Tag]:
    for hop in found.hops:
        if hop.text:
            rank = ranks[hop.head] + (1 if hop.back else -1)
            text = text_piece(hop.text, _LABEL - 16, _SAID, 5)
            size = Rect(8, 4, text.width + 16, text.height + 8)
            outline = Pen(pens[hop.way].colour)
            piece = panel(text, size, THEME.surface, outline=outline, radius=6)
            yield Tag(_edge(hop), hop.way, rank, piece)


def _edge(hop: Hop) -> str:
    return f"{hop.way}.{hop.number}"


def _first_edge(way: int) -> str:
    return f"{way}.1"


def _graph(
    found: Flow, stops: Sequence[PillDrawing], tags: Sequence[Tag], ranks: Sequence[int]
) -> Graph:
    least = min((*ranks, *(tag.rank for tag in tags)))
    boxes = [
        Box(f"s{at}", stop.width, round(stop.height, 1), ranks[at] - least, 0)
        for at, stop in enumerate(stops)
    ]
    boxes += [
        Box(tag.id, tag.piece.width, round(tag.piece.height, 1), tag.rank - least, 0)
        for tag in tags
    ]
    return Graph(
        boxes=tuple(boxes),
        edges=tuple(_edges(found, {tag.id for tag in tags})),
        columns=(0.0,) * (max(box.column for box in boxes) + 1),
        lanes=(0.0,),
        column_gap=_COLUMN_GAP,
        box_gap=_BOX_GAP,
        margin=_BAND + 6,
    )


def _edges(found: Flow, tags: set[str]) -> Iterator[Edge]:
    """Every step as one edge, or as two where something is said between them. What leads into a
    touchpoint is marked by the end of its id.
    """
    for way, first in _firsts(found).items():
        if _first_edge(way) in tags:
            yield Edge(f"{_first_edge(way)}>", _first_edge(way), f"s{first}")
    for hop in found.hops:
        name, tail, head = _edge(hop), f"s{hop.tail}", f"s{hop.head}"
        if name in tags:
            yield Edge(name, tail, name)
        yield Edge(f"{name}>", name if name in tags else tail, head)


def _upright(found: Flow, layout: Layout) -> Layout:
    """The first paths above the others, and those on which things go wrong below."""
    heights: dict[int, list[float]] = {}
    for route in layout.routes:
        middle = fmean(point.y for point in route.points)
        heights.setdefault(int(route.edge.split(".")[0]), []).append(middle)
    order = sorted(heights, key=lambda way: (found.ways[way].negative, way))
    means = [fmean(heights[way]) for way in order]
    middle = (len(means) - 1) / 2
    drift = sum((at - middle) * mean for at, mean in enumerate(means))
    return turned_over(layout) if drift < 0 else layout


def _stages(found: Flow, graph: Graph, layout: Layout) -> Iterator[StageDrawing]:
    taken: dict[int, list[Extent]] = {}
    for at, stop in enumerate(found.stops):
        extent = layout.columns[graph.boxes[at].column]
        taken.setdefault(stop.card.column, []).append(extent)
    for column, extents in taken.items():
        start = min(extent.start for extent in extents) - _BAND
        length = max(extent.end for extent in extents) + _BAND - start
        yield draw_stage(found.chart.columns[column], Extent(start, length))


def _paint(sheet: Sheet, board: Board, at: Rect, mirror: Mirror) -> Markup:
    high = head_height(board.stages)
    place = Point(at.x, at.y + high)
    parts = [paint_stage(stage, at, high, sheet.names, mirror) for stage in board.stages]
    for number, way in enumerate(board.flow.ways):
        parts.append(_line(sheet, board, number, way, place, mirror))
    for tag in board.tags:
        corner = board.layout.boxes[tag.id]
        parts.append(tag.piece.paint(Point(corner.x + place.x, corner.y + place.y), mirror))
    for number, stop in enumerate(board.stops):
        rect = board.layout.boxes[f"s{number}"]
        moved = Rect(rect.x + place.x, rect.y + place.y, rect.width, rect.height)
        parts.append(stop.paint(moved, mirror))
    return join(parts)


def _line(
    sheet: Sheet, board: Board, number: int, way: Way, place: Point, mirror: Mirror
) -> Markup:
    mine = [one for one in board.layout.routes if int(one.edge.split(".")[0]) == number]
    lines = [part for one in mine for part in _strokes(one, board.pens[number], place, mirror)]
    if way.route is None:
        return element("g", join(lines), class_="path") if lines else join([])
    names = named(way.route.title, way_text(way.route))
    key = sheet.names.take(way.route.key)
    return element("g", join([*names, *lines]), id=key, class_="path")


def _strokes(route: Route, pen: Pen, place: Point, mirror: Mirror) -> Iterator[Markup]:
    """A line with a pale edge that parts it from those it crosses, and its head."""
    points = [Point(point.x + place.x, point.y + place.y) for point in route.points]
    turned = mirror.points(points)
    drawn = bezier(turned) if route.curved else polyline(turned, radius=7)
    yield stroke(drawn, Pen(THEME.sunken, _HALO))
    yield stroke(drawn, pen)
    if route.edge.endswith(">"):
        yield arrow_head(points[-1], points[-2], pen.colour, mirror=mirror)
