"""What a layout is asked for and what it answers: boxes in a grid of columns and lanes, and routes
between them.

All lengths are px. Drawings are thought of from left to right; who paints turns them round.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from jmap.paint.geometry import Point, Rect

Engine = Literal["embedded", "dot", "grid"]


@dataclass(frozen=True, slots=True)
class Box:
    """A box to place: its measured size, its column from the left and its lane from the top, both
    from 0.
    """

    id: str
    width: float
    height: float
    column: int
    lane: int


@dataclass(frozen=True, slots=True)
class Edge:
    """An arrow from one box to another, by their ids. Several edges may join the same boxes."""

    id: str
    tail: str
    head: str


@dataclass(frozen=True, slots=True)
class Graph:
    """Everything to lay out. `columns` and `lanes` give the least width and height of each, 0 for
    any.

    Boxes of one cell stand below each other in the order given. Gaps are the least distances:
    between columns and between lanes they grow where many edges run. `margin` is kept free all
    round.
    """

    boxes: tuple[Box, ...]
    edges: tuple[Edge, ...]
    columns: tuple[float, ...]
    lanes: tuple[float, ...]
    column_gap: float = 56.0
    lane_gap: float = 24.0
    box_gap: float = 20.0
    lane_padding: float = 16.0
    margin: float = 8.0


@dataclass(frozen=True, slots=True)
class Extent:
    """A stretch along one axis."""

    start: float
    length: float

    @property
    def end(self) -> float:
        """Where it ends."""
        return self.start + self.length

    @property
    def middle(self) -> float:
        """Its middle."""
        return self.start + self.length / 2


@dataclass(frozen=True, slots=True)
class Route:
    """The way of an edge from its tail to its head.

    `points` are corners of a line, or, if `curved`, a start and then three points for each cubic
    Bezier piece.
    """

    edge: str
    points: tuple[Point, ...]
    curved: bool = False


@dataclass(frozen=True, slots=True)
class Layout:
    """Where everything stands. `engine` is the one that made it, `warning` why it is not the one
    asked for.

    Columns and lanes do not touch: edges run in the gaps between them.
    """

    boxes: Mapping[str, Rect]
    columns: tuple[Extent, ...]
    lanes: tuple[Extent, ...]
    routes: tuple[Route, ...]
    width: float
    height: float
    engine: Engine
    warning: str | None = field(default=None)
