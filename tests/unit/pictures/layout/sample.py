"""Graphs to lay out, the same ones each time."""

from random import Random

from jmap.pictures.layout.model import Box, Edge, Graph


def sample(columns: int, lanes: int, boxes: int, edges: int, seed: int = 1) -> Graph:
    """A graph with boxes of several heights, full and empty cells, edges in all directions."""
    random = Random(seed)
    made = tuple(
        Box(f"b{at}", 160, random.choice((64, 83)), at * columns // boxes, random.randrange(lanes))
        for at in range(boxes)
    )
    ends = [(random.randrange(boxes), random.randrange(boxes)) for _ in range(edges)]
    steps = tuple(Edge(f"e{at}", f"b{a}", f"b{b}") for at, (a, b) in enumerate(ends))
    return Graph(made, steps, (150.0,) * columns, (70.0,) * lanes)


def chain() -> Graph:
    """A stack of two beside single boxes: something for an engine to line up."""
    boxes = (
        Box("a", 100, 40, 0, 0),
        Box("b", 100, 60, 1, 0),
        Box("c", 100, 40, 1, 0),
        Box("d", 100, 40, 2, 0),
    )
    edges = (Edge("e1", "a", "c"), Edge("e2", "c", "d"))
    return Graph(boxes, edges, (0.0,) * 3, (0.0,))
