"""Places boxes: every column as wide and every lane as high as its content."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from jmap.paint.geometry import Rect
from jmap.pictures.layout.model import Extent, Graph


@dataclass(frozen=True, slots=True)
class Placement:
    """Boxes, columns, lanes, and the gutters before, between and after them that edges run in."""

    boxes: dict[str, Rect]
    columns: tuple[Extent, ...]
    lanes: tuple[Extent, ...]
    column_gutters: tuple[Extent, ...]
    lane_gutters: tuple[Extent, ...]

    @property
    def width(self) -> float:
        """The width of the whole."""
        return self.column_gutters[-1].end

    @property
    def height(self) -> float:
        """The height of the whole."""
        return self.lane_gutters[-1].end


def place(
    graph: Graph, heights: Mapping[str, float], across: Sequence[float], down: Sequence[float]
) -> Placement:
    """Place the boxes between gutters of the given widths, from left to right and from top to
    bottom.

    `heights` says how far below the top of its lane's content each box begins.
    """
    widths, needed = list(graph.columns), [0.0] * len(graph.lanes)
    for box in graph.boxes:
        widths[box.column] = max(widths[box.column], box.width)
        needed[box.lane] = max(needed[box.lane], heights[box.id] + box.height)
    high = [
        max(least, by + 2 * graph.lane_padding)
        for least, by in zip(graph.lanes, needed, strict=True)
    ]
    column_gutters, columns = _interleave(across, widths)
    lane_gutters, lanes = _interleave(down, high)
    boxes = {}
    for box in graph.boxes:
        x = columns[box.column].middle - box.width / 2
        y = lanes[box.lane].middle - needed[box.lane] / 2 + heights[box.id]
        boxes[box.id] = Rect(_exact(x), _exact(y), box.width, box.height)
    return Placement(boxes, columns, lanes, column_gutters, lane_gutters)


def least_gutters(graph: Graph) -> tuple[list[float], list[float]]:
    """The gutters' least widths, across and down."""
    across = [graph.margin, *[graph.column_gap] * (len(graph.columns) - 1), graph.margin]
    down = [graph.margin, *[graph.lane_gap] * (len(graph.lanes) - 1), graph.margin]
    return across, down


def _interleave(
    gutters: Sequence[float], sizes: Sequence[float]
) -> tuple[tuple[Extent, ...], tuple[Extent, ...]]:
    lengths = [length for pair in zip(gutters, [*sizes, 0.0], strict=True) for length in pair]
    starts = [0.0, *accumulate(lengths)]
    extents = [Extent(_exact(at), _exact(by)) for at, by in zip(starts, lengths, strict=False)]
    return tuple(extents[0::2]), tuple(extents[1:-1:2])


def _exact(value: float) -> float:
    return round(value, 1)
