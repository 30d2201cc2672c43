"""The grid of a map: stages as columns, channels as bands, cards where they cross, paths
between.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Protocol

from jmap.paint.geometry import Point, Rect
from jmap.paint.markup import Markup, join
from jmap.paint.mirror import Mirror
from jmap.paint.piece import Piece
from jmap.pictures.layout import lay_out
from jmap.pictures.layout.model import Box, Engine, Extent, Graph, Layout, Route
from jmap.pictures.parts.lanes import LaneLabel, paint_lane, paint_skip
from jmap.pictures.parts.routes import Trail, box_id, edges, paint_trail
from jmap.pictures.parts.sheet import Sheet
from jmap.pictures.style import LABELS, MARGIN
from jmap.views.grid import Card, Lane

_WHOLE = {1: 1080.0, 2: 1080.0}
_ALONE = 760.0
_USUAL = 1280.0
_NARROWEST = 216.0
_WIDEST_CARD = 380.0
_COLUMN_GAP = 44.0
_EDGE = 22.0


class Tile(Protocol):
    """A measured touchpoint."""

    @property
    def card(self) -> Card:
        """The touchpoint."""

    @property
    def width(self) -> float:
        """Its width in px."""

    @property
    def height(self) -> float:
        """The least height in px."""

    def paint(self, rect: Rect, mirror: Mirror) -> Markup:
        """The touchpoint in its place, which may be higher."""


@dataclass(frozen=True, slots=True)
class Manner:
    """How much a grid says: how touchpoints, names of lanes and cells left out are drawn, and the
    distances between them, px.
    """

    tile: Callable[[Sheet, Card, float], Tile]
    lane: Callable[[Lane], LaneLabel]
    skip: Callable[[Sheet, str, float], Piece]
    box_gap: float = 18.0
    lane_gap: float = 18.0
    padding: float = 14.0
    edge: float = 22.0


@dataclass(frozen=True, slots=True)
class Skipped:
    """A cell that a channel leaves out, measured."""

    id: str
    lane: int
    column: int
    reason: str
    piece: Piece


@dataclass(frozen=True, slots=True)
class GridDrawing:
    """A laid out grid, its own upper corner at 0, 0."""

    cards: tuple[Tile, ...]
    lanes: tuple[LaneLabel, ...]
    skipped: tuple[Skipped, ...]
    trails: tuple[Trail, ...]
    layout: Layout


@dataclass(frozen=True, slots=True)
class Widths:
    """How wide columns are at least, and the cards in them."""

    column: float
    card: float


def widths(count: int, *, ranked: bool = True) -> Widths:
    """Columns fill a usual picture where there are few, and keep a readable width where many. A
    single one needs less where no ranking stands above it.
    """
    gaps = (count - 1) * _COLUMN_GAP + 2 * _EDGE
    whole = _ALONE if count == 1 and not ranked else _WHOLE.get(count, _USUAL)
    room = (whole - 2 * MARGIN - LABELS - gaps) / count
    column = max(_NARROWEST, round(room))
    return Widths(column, min(column, _WIDEST_CARD))


def draw_grid(
    sheet: Sheet, trails: tuple[Trail, ...], manner: Manner, engine: Engine
) -> GridDrawing:
    """Measure the cards and lay them out. The map must have a stage."""
    chart = sheet.chart
    wide = widths(len(chart.columns), ranked=sheet.ranks)
    cards = tuple(manner.tile(sheet, card, wide.card) for card in chart.cards)
    lanes = tuple(manner.lane(lane) for lane in chart.lanes)
    skipped = tuple(_skipped(sheet, wide.card, manner))
    graph = Graph(
        boxes=tuple(_boxes(cards, skipped, manner.box_gap)),
        edges=tuple(edges(trails, chart.cards)),
        columns=(wide.column,) * len(chart.columns),
        lanes=tuple(label.piece.height + 2 * manner.padding for label in lanes),
        column_gap=_COLUMN_GAP,
        lane_gap=manner.lane_gap,
        box_gap=manner.box_gap,
        lane_padding=manner.padding,
        margin=manner.edge,
    )
    return GridDrawing(cards, lanes, skipped, trails, lay_out(graph, engine))


def columns_at(drawing: GridDrawing, x: float) -> tuple[Extent, ...]:
    """The columns, the grid standing at `x`."""
    return tuple(Extent(one.start + x, one.length) for one in drawing.layout.columns)


def paint_grid(sheet: Sheet, drawing: GridDrawing, band: Rect, mirror: Mirror) -> Markup:
    """The grid in its band: `band` also holds the names of the lanes, at its start."""
    place = Point(band.x + LABELS, band.y)
    parts = [*_lanes(sheet, drawing, band, mirror), *_skips(drawing, place, mirror)]
    routes: dict[str, list[Route]] = {}
    for route in drawing.layout.routes:
        routes.setdefault(route.edge.split(".")[0], []).append(route)
    for at, trail in enumerate(drawing.trails):
        parts.append(paint_trail(sheet, trail, routes.get(str(at), ()), place, mirror))
    for at, card in enumerate(drawing.cards):
        rect = _moved(drawing.layout.boxes[box_id(at)], place)
        parts.append(card.paint(rect, mirror))
    return join(parts)


def _lanes(sheet: Sheet, drawing: GridDrawing, band: Rect, mirror: Mirror) -> Iterator[Markup]:
    for label, extent in zip(drawing.lanes, drawing.layout.lanes, strict=True):
        rect = Rect(band.x, band.y + extent.start, band.width, extent.length)
        yield paint_lane(sheet, label, rect, mirror)


def _skips(drawing: GridDrawing, place: Point, mirror: Mirror) -> Iterator[Markup]:
    layout = drawing.layout
    for skip in drawing.skipped:
        spot = _moved(layout.boxes[skip.id], place)
        high = skip.piece.height
        reason = Rect(spot.x, spot.centre.y - high / 2, spot.width, high)
        yield paint_skip(skip.reason, skip.piece, spot, reason, mirror)


def _boxes(cards: tuple[Tile, ...], skipped: tuple[Skipped, ...], box_gap: float) -> Iterator[Box]:
    """The boxes; those at the same place of their cells are equally high throughout a lane."""
    place: dict[tuple[int, int], int] = {}
    at: list[tuple[int, int]] = []
    for drawing in cards:
        cell = (drawing.card.lane, drawing.card.column)
        at.append((drawing.card.lane, place.get(cell, 0)))
        place[cell] = place.get(cell, 0) + 1
    high: dict[tuple[int, int], float] = {}
    for spot, drawing in zip(at, cards, strict=True):
        high[spot] = max(high.get(spot, 0.0), drawing.height)
    for number, (spot, drawing) in enumerate(zip(at, cards, strict=True)):
        card = drawing.card
        yield Box(box_id(number), drawing.width, round(high[spot], 1), card.column, card.lane)
    stacked = _stacked(high, box_gap)
    for skip in skipped:
        least = max(skip.piece.height, stacked.get(skip.lane, 0.0))
        wide = max(skip.piece.width, 0.0)
        yield Box(skip.id, wide, round(least, 1), skip.column, skip.lane)


def _stacked(high: dict[tuple[int, int], float], gap: float) -> dict[int, float]:
    """How high a full cell of each lane is."""
    total: dict[int, float] = {}
    for (lane, _), height in high.items():
        total[lane] = total.get(lane, -gap) + height + gap
    return total


def _skipped(sheet: Sheet, width: float, manner: Manner) -> Iterator[Skipped]:
    for lane, cells in enumerate(sheet.chart.cells):
        for column, cell in enumerate(cells):
            if cell.skip is not None:
                piece = manner.skip(sheet, cell.skip, width)
                yield Skipped(f"s{lane}.{column}", lane, column, cell.skip, piece)


def _moved(rect: Rect, by: Point) -> Rect:
    return Rect(rect.x + by.x, rect.y + by.y, rect.width, rect.height)
