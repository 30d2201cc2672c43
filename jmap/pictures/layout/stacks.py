"""How high boxes stand within their lane: the boxes of a cell below each other, related cells level
with each other.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from jmap.pictures.layout.model import Box, Graph

_SNAP = 1.0


@dataclass(frozen=True, slots=True)
class Cell:
    """A place of the grid."""

    column: int
    lane: int


@dataclass(frozen=True, slots=True)
class Link:
    """Two boxes of one lane, left and right, that edges join with nothing in between; `edges`
    counts them.
    """

    left: str
    right: str
    columns: int
    edges: int


def cells(graph: Graph) -> dict[Cell, list[Box]]:
    """The boxes of every cell that has any, in the order given."""
    result: dict[Cell, list[Box]] = {}
    for box in graph.boxes:
        result.setdefault(Cell(box.column, box.lane), []).append(box)
    return result


def links(graph: Graph) -> tuple[Link, ...]:
    """The pairs of boxes that a level line could join: those an engine can line up."""
    boxes = {box.id: box for box in graph.boxes}
    filled = cells(graph)
    counts: dict[tuple[str, str], int] = {}
    for edge in graph.edges:
        left, right = sorted((boxes[edge.tail], boxes[edge.head]), key=lambda box: box.column)
        between = (Cell(column, left.lane) for column in range(left.column + 1, right.column))
        if left.lane != right.lane or left.column == right.column:
            continue
        if not any(cell in filled for cell in between):
            counts[left.id, right.id] = counts.get((left.id, right.id), 0) + 1
    return tuple(
        Link(left, right, boxes[right].column - boxes[left].column, count)
        for (left, right), count in counts.items()
    )


def centred(graph: Graph) -> dict[str, float]:
    """Every cell on its own: its stack in the middle of the lane."""
    middles: dict[str, float] = {}
    for stack in cells(graph).values():
        y = 0.0
        for box in stack:
            middles[box.id] = y + box.height / 2
            y += box.height + graph.box_gap
    return levelled(graph, middles, ())


def levelled(
    graph: Graph, middles: Mapping[str, float], joined: Sequence[Link]
) -> dict[str, float]:
    """Where each box begins below the top of its lane's content, from middles that count within
    joined cells.

    Joined cells move together, so that boxes made level stay level; each such group stands in the
    middle of its lane.
    """
    groups = _groups(graph, joined)
    tops: dict[str, float] = {}
    spans: list[float] = []
    for group in groups:
        raw = _separated(graph, group, _snapped(group, middles))
        top = min(raw.values())
        spans.append(max(raw[box.id] + box.height for stack in group for box in stack) - top)
        tops |= {box: y - top for box, y in raw.items()}
    highest = [0.0] * len(graph.lanes)
    for group, span in zip(groups, spans, strict=True):
        lane = group[0][0].lane
        highest[lane] = max(highest[lane], span)
    for group, span in zip(groups, spans, strict=True):
        shift = (highest[group[0][0].lane] - span) / 2
        for stack in group:
            tops |= {box.id: round(tops[box.id] + shift, 1) for box in stack}
    return tops


def _groups(graph: Graph, joined: Sequence[Link]) -> list[list[list[Box]]]:
    """Cells joined by links, directly or through others; each group a list of stacks."""
    boxes = {box.id: box for box in graph.boxes}
    filled = cells(graph)
    leader = {cell: cell for cell in filled}

    def find(cell: Cell) -> Cell:
        while leader[cell] != cell:
            leader[cell] = leader[leader[cell]]
            cell = leader[cell]
        return cell

    for link in joined:
        left, right = (boxes[link.left], boxes[link.right])
        leader[find(Cell(right.column, right.lane))] = find(Cell(left.column, left.lane))
    groups: dict[Cell, list[list[Box]]] = {}
    for cell, stack in filled.items():
        groups.setdefault(find(cell), []).append(stack)
    return list(groups.values())


def _snapped(group: Sequence[Sequence[Box]], middles: Mapping[str, float]) -> dict[str, float]:
    """The middles, those that differ by less than a px made equal."""
    ids = sorted((box.id for stack in group for box in stack), key=lambda id_: middles[id_])
    result: dict[str, float] = {}
    level = 0.0
    for at, id_ in enumerate(ids):
        if at == 0 or middles[id_] - level > _SNAP:
            level = middles[id_]
        result[id_] = level
    return result


def _separated(
    graph: Graph, group: Sequence[Sequence[Box]], middles: Mapping[str, float]
) -> dict[str, float]:
    """The tops of the boxes, each at least the gap below the one before it in its cell."""
    tops: dict[str, float] = {}
    for stack in group:
        lowest = float("-inf")
        for box in stack:
            tops[box.id] = max(middles[box.id] - box.height / 2, lowest)
            lowest = tops[box.id] + box.height + graph.box_gap
    return tops
