"""A free layout: boxes keep their column, the engine finds their height and the way of each edge
round them.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from jmap.paint.geometry import Point, Rect
from jmap.pictures.layout import MOST_BOXES, runner
from jmap.pictures.layout.dot_text import INCH, inches, number
from jmap.pictures.layout.failure import EngineFailure
from jmap.pictures.layout.grid import lay_out_grid
from jmap.pictures.layout.model import Engine, Extent, Graph, Layout, Route
from jmap.pictures.layout.stacks import centred

_DOT = 0.01
"""The size in inches of what holds a column open; drawn by nobody."""


@dataclass(frozen=True, slots=True)
class Answer:
    """Where the engine puts boxes (their middles) and edges, y downwards, any origin."""

    middles: Mapping[str, Point]
    edges: Mapping[str, tuple[Point, ...]]


def lay_out_freely(graph: Graph, engine: Engine = "embedded", seconds: float = 2.0) -> Layout:
    """Lay out a graph of one lane. The engine has `seconds` and bounded memory; the grid stands in
    for one that fails, and the layout then says why.

    Edges run along curves from tail to head, also backwards. Raises KeyError for an edge to a box
    that is not there.
    """
    if engine == "grid" or not graph.boxes:
        return lay_out_grid(graph, centred(graph), "grid")
    if len(graph.boxes) > MOST_BOXES:
        count = f"{len(graph.boxes)} boxes are more than the {MOST_BOXES}"
        return _plain(graph, f"{count} a layout engine is asked for: laid out on a plain grid")
    try:
        answer = read(runner(engine)(write(graph), seconds), graph)
    except EngineFailure as failure:
        name = "the embedded layout engine" if engine == "embedded" else "the layout engine `dot`"
        return _plain(graph, f"{name} {failure}: laid out on a plain grid")
    return _placed(graph, answer, engine)


def _plain(graph: Graph, warning: str) -> Layout:
    return lay_out_grid(graph, centred(graph), "grid", warning)


def write(graph: Graph) -> str:
    """The DOT graph that is asked about: numbered boxes and their sizes, never a word of a map.

    Columns are ranks, held in their order by a chain of dots. Every edge is told from left to
    right, so that the engine has none to turn round.
    """
    numbers = {box.id: at for at, box in enumerate(graph.boxes)}
    lines = [
        "digraph g {",
        f"graph [rankdir=LR, nodesep={inches(graph.box_gap)}, ranksep={inches(graph.column_gap)}"
        ", splines=true];",
        'node [shape=box, fixedsize=true, label=""];',
        "edge [arrowhead=none];",
    ]
    for column in range(len(graph.columns)):
        sizes = [f"a{column} [width={_DOT}, height={_DOT}];"]
        sizes += [
            f"n{at} [width={inches(box.width)}, height={inches(box.height)}];"
            for at, box in enumerate(graph.boxes)
            if box.column == column
        ]
        lines.append(f"{{ rank=same; {' '.join(sizes)} }}")
    chain = pairwise(range(len(graph.columns)))
    lines += [f"a{one} -> a{other} [style=invis, weight=0];" for one, other in chain]
    for left, right in _ends(graph):
        lines.append(f"n{numbers[left]} -> n{numbers[right]} [weight=4];")
    return "\n".join([*lines, "}", ""])


def read(plain: str, graph: Graph) -> Answer:
    """What Graphviz' `plain` output says. Raises EngineFailure where something is missing or a
    number is none.
    """
    middles: dict[str, Point] = {}
    ways: dict[tuple[str, str], list[tuple[Point, ...]]] = {}
    for line in plain.replace("\\\n", "").split("\n"):
        words = line.split()
        if len(words) > 3 and words[0] == "node":
            middles[words[1]] = _point(words[2], words[3])
        elif len(words) > 3 and words[0] == "edge":
            ways.setdefault((words[1], words[2]), []).append(tuple(_points(words)))
    names = {box.id: f"n{at}" for at, box in enumerate(graph.boxes)}
    try:
        found = {id_: middles[name] for id_, name in names.items()}
        return Answer(found, dict(_told(graph, names, ways)))
    except LookupError:
        raise EngineFailure("its answer leaves out boxes") from None


def _told(
    graph: Graph, names: Mapping[str, str], ways: Mapping[tuple[str, str], list[tuple[Point, ...]]]
) -> Iterator[tuple[str, tuple[Point, ...]]]:
    """Every edge with its way, turned from tail to head; edges of one pair in the order given."""
    for edge, (left, right) in zip(graph.edges, _ends(graph), strict=True):
        way = ways[names[left], names[right]].pop(0)
        if len(way) % 3 != 1:
            raise EngineFailure("its answer is no layout")
        yield edge.id, way if edge.tail == left else way[::-1]


def _ends(graph: Graph) -> list[tuple[str, str]]:
    """The boxes of every edge, the left one first."""
    columns = {box.id: box.column for box in graph.boxes}
    return [
        (edge.head, edge.tail)
        if columns[edge.head] < columns[edge.tail]
        else (edge.tail, edge.head)
        for edge in graph.edges
    ]


def _placed(graph: Graph, answer: Answer, engine: Engine) -> Layout:
    boxes = {}
    for box in graph.boxes:
        middle = answer.middles[box.id]
        corner = Point(middle.x - box.width / 2, middle.y - box.height / 2)
        boxes[box.id] = Rect(corner.x, corner.y, box.width, box.height)
    spots = [point for way in answer.edges.values() for point in way]
    left = min([rect.x for rect in boxes.values()] + [spot.x for spot in spots])
    top = min([rect.y for rect in boxes.values()] + [spot.y for spot in spots])
    by = Point(graph.margin - left, graph.margin - top)
    moved = {id_: _moved(rect, by) for id_, rect in boxes.items()}
    routes = tuple(
        Route(id_, tuple(_shifted(point, by) for point in way), curved=True)
        for id_, way in answer.edges.items()
    )
    drawn = [point for route in routes for point in route.points]
    width = max([rect.right for rect in moved.values()] + [point.x for point in drawn])
    height = max([rect.bottom for rect in moved.values()] + [point.y for point in drawn])
    whole = Point(round(width + graph.margin, 1), round(height + graph.margin, 1))
    lane = Extent(0.0, whole.y)
    columns = tuple(_columns(graph, moved))
    return Layout(moved, columns, (lane,), routes, whole.x, whole.y, engine)


def turned_over(layout: Layout) -> Layout:
    """The layout with top and bottom changed."""

    def over(point: Point) -> Point:
        return Point(point.x, round(layout.height - point.y, 1))

    boxes = {
        id_: replace(rect, y=round(layout.height - rect.bottom, 1))
        for id_, rect in layout.boxes.items()
    }
    routes = tuple(replace(route, points=tuple(map(over, route.points))) for route in layout.routes)
    return replace(layout, boxes=boxes, routes=routes)


def _columns(graph: Graph, boxes: Mapping[str, Rect]) -> Iterator[Extent]:
    """From the first to the last px of the boxes of each column; no length where it has none."""
    end = graph.margin
    for column in range(len(graph.columns)):
        here = [boxes[box.id] for box in graph.boxes if box.column == column]
        start = min((rect.x for rect in here), default=end)
        end = max((rect.right for rect in here), default=start)
        yield Extent(start, round(end - start, 1))


def _moved(rect: Rect, by: Point) -> Rect:
    return Rect(round(rect.x + by.x, 1), round(rect.y + by.y, 1), rect.width, rect.height)


def _shifted(point: Point, by: Point) -> Point:
    return Point(round(point.x + by.x, 1), round(point.y + by.y, 1))


def _points(words: Sequence[str]) -> Iterator[Point]:
    count = int(number(words[3]))
    if count < 1 or len(words) < 4 + 2 * count:
        raise EngineFailure("its answer is no layout")
    for at in range(4, 4 + 2 * count, 2):
        yield _point(words[at], words[at + 1])


def _point(x: str, y: str) -> Point:
    return Point(number(x) * INCH, -number(y) * INCH)
