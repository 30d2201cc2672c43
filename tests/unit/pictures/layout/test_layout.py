"""Boxes stand apart and in line, edges run from box to box and round all others."""

from dataclasses import replace
from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jmap.paint.geometry import Point, Rect
from jmap.pictures.layout import lay_out
from jmap.pictures.layout.model import Box, Edge, Engine, Graph, Layout
from tests.unit.pictures.layout.sample import chain, sample

SIZES = [(5, 4, 14, 16), (9, 7, 40, 40), (3, 1, 5, 6), (1, 1, 6, 9), (6, 2, 60, 80)]
ENGINES: list[Engine] = ["grid", "embedded"]


def check(graph: Graph, layout: Layout) -> None:
    check_boxes(graph, layout)
    check_columns_and_lanes(graph, layout)
    assert [route.edge for route in layout.routes] == [edge.id for edge in graph.edges]
    for edge, route in zip(graph.edges, layout.routes, strict=True):
        check_ends(layout, edge, route.points)
        check_way(layout, edge, route.points)


def check_boxes(graph: Graph, layout: Layout) -> None:
    assert list(layout.boxes) == [box.id for box in graph.boxes]
    for one, other in combinations(layout.boxes.values(), 2):
        assert not one.overlaps(other)
    for box in graph.boxes:
        rect = layout.boxes[box.id]
        assert (rect.width, rect.height) == (box.width, box.height)


def check_columns_and_lanes(graph: Graph, layout: Layout) -> None:
    for extents, end in ((layout.columns, layout.width), (layout.lanes, layout.height)):
        assert all(a.end < b.start for a, b in pairwise(extents))
        assert extents[0].start > 0
        assert extents[-1].end < end
    for box in graph.boxes:
        rect, column, lane = (
            layout.boxes[box.id],
            layout.columns[box.column],
            layout.lanes[box.lane],
        )
        assert abs(rect.centre.x - column.middle) <= 0.1
        assert column.start - 0.1 <= rect.x
        assert rect.right <= column.end + 0.1
        assert lane.start + graph.lane_padding - 0.2 <= rect.y
        assert rect.bottom <= lane.end - graph.lane_padding + 0.2


def check_ends(layout: Layout, edge: Edge, points: tuple[Point, ...]) -> None:
    for point, box in ((points[0], edge.tail), (points[-1], edge.head)):
        rect = layout.boxes[box]
        on_side = min(abs(point.x - rect.x), abs(point.x - rect.right)) < 0.2
        on_end = min(abs(point.y - rect.y), abs(point.y - rect.bottom)) < 0.2
        assert on_side or on_end
        assert rect.x - 0.2 <= point.x <= rect.right + 0.2
        assert rect.y - 0.2 <= point.y <= rect.bottom + 0.2


def check_way(layout: Layout, edge: Edge, points: tuple[Point, ...]) -> None:
    assert len(points) >= 2
    for one, other in pairwise(points):
        assert abs(one.x - other.x) < 0.3 or abs(one.y - other.y) < 0.3
        assert 0 <= other.x <= layout.width
        assert 0 <= other.y <= layout.height
        way = Rect(
            min(one.x, other.x), min(one.y, other.y), abs(one.x - other.x), abs(one.y - other.y)
        )
        for id_, rect in layout.boxes.items():
            assert not way.overlaps(rect.inset(0.5)), (edge, id_)


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_samples(size: tuple[int, int, int, int], seed: int, engine: Engine) -> None:
    graph = sample(*size, seed=seed)
    layout = lay_out(graph, engine)
    assert (layout.engine, layout.warning) == (engine, None)
    check(graph, layout)


@st.composite
def graphs(draw: st.DrawFn) -> Graph:
    columns, lanes = draw(st.integers(1, 5)), draw(st.integers(1, 4))
    cell = st.tuples(st.integers(0, columns - 1), st.integers(0, lanes - 1), st.integers(30, 90))
    cells = draw(st.lists(cell, min_size=1, max_size=12))
    boxes = tuple(Box(f"b{n}", 100 + h, h, c, lane) for n, (c, lane, h) in enumerate(cells))
    end = st.integers(0, len(boxes) - 1)
    ends = draw(st.lists(st.tuples(end, end), max_size=20))
    edges = tuple(Edge(f"e{n}", f"b{a}", f"b{b}") for n, (a, b) in enumerate(ends))
    return Graph(boxes, edges, (0.0,) * columns, (0.0,) * lanes)


@given(graphs())
def test_any_graph_on_the_grid(graph: Graph) -> None:
    check(graph, lay_out(graph, "grid"))


@settings(max_examples=60)
@given(graphs())
def test_any_graph_with_the_engine(graph: Graph) -> None:
    layout = lay_out(graph)
    assert layout.warning is None
    check(graph, layout)


def shared(one: tuple[Point, Point], other: tuple[Point, Point]) -> float:
    """How long two upright or two level pieces lie closer than 2 px to each other."""
    if one[0].x == one[1].x and other[0].x == other[1].x:
        beside, spans = abs(one[0].x - other[0].x), [(a.y, b.y) for a, b in (one, other)]
    elif one[0].y == one[1].y and other[0].y == other[1].y:
        beside, spans = abs(one[0].y - other[0].y), [(a.x, b.x) for a, b in (one, other)]
    else:
        return 0.0
    length = min(max(span) for span in spans) - max(min(span) for span in spans)
    return length if beside < 2 else 0.0


def covered(layout: Layout) -> list[tuple[str, str]]:
    """The pairs of edges that lie on each other for 40 px and more."""
    pieces = [(route.edge, piece) for route in layout.routes for piece in pairwise(route.points)]
    return [
        (one, other)
        for (one, piece), (other, beside) in combinations(pieces, 2)
        if one != other and shared(piece, beside) >= 40
    ]


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("size", SIZES[:4])
@pytest.mark.parametrize("seed", range(6))
def test_edges_do_not_run_on_top_of_each_other(
    size: tuple[int, int, int, int], seed: int, engine: Engine
) -> None:
    assert covered(lay_out(sample(*size, seed=seed), engine)) == []


@pytest.mark.parametrize("seed", range(6))
def test_even_a_thicket_of_edges_hardly_covers_any(seed: int) -> None:
    assert len(covered(lay_out(sample(6, 2, 60, 80, seed=seed)))) <= 2


def test_the_engine_lines_boxes_up() -> None:
    rects = lay_out(chain()).boxes
    assert rects["a"].centre.y == rects["c"].centre.y == rects["d"].centre.y
    rects = lay_out(chain(), "grid").boxes
    assert rects["a"].centre.y != rects["c"].centre.y


def test_level_edges_are_straight() -> None:
    assert [len(route.points) for route in lay_out(chain()).routes] == [2, 2]


@pytest.mark.parametrize(
    "heights", [(63.5, 83.2, 63.5, 71.9), (40.3, 40.3, 41, 97), (63, 65, 67, 69)]
)
def test_boxes_of_any_height_come_level(heights: tuple[float, ...]) -> None:
    boxes = tuple(replace(box, height=heights[at]) for at, box in enumerate(chain().boxes))
    layout = lay_out(replace(chain(), boxes=boxes))
    assert [len(route.points) for route in layout.routes] == [2, 2]


def test_level_lines_of_different_boxes_do_not_meet() -> None:
    graph = Graph(
        (
            Box("a", 100, 40, 0, 0),
            Box("b", 100, 40, 3, 0),
            Box("p", 100, 40, 2, 1),
            Box("q", 100, 40, 0, 1),
        ),
        (Edge("e1", "a", "p"), Edge("e2", "q", "b")),
        (0.0,) * 4,
        (0.0,) * 2,
    )
    assert covered(lay_out(graph, "grid")) == []


def test_the_same_graph_gives_the_same_layout() -> None:
    assert lay_out(sample(9, 7, 40, 60)) == lay_out(sample(9, 7, 40, 60))


def test_coordinates_are_coarse() -> None:
    layout = lay_out(sample(9, 7, 40, 60))
    numbers = [n for route in layout.routes for point in route.points for n in (point.x, point.y)]
    numbers += [n for rect in layout.boxes.values() for n in (rect.x, rect.y)]
    assert all(round(number, 1) == number for number in numbers)


def test_edges_back_leave_on_the_other_side_or_below() -> None:
    graph = Graph(
        (Box("a", 100, 40, 0, 0), Box("b", 100, 40, 1, 1), Box("c", 100, 40, 2, 0)),
        (Edge("e1", "b", "a"), Edge("e2", "c", "a")),
        (0.0,) * 3,
        (0.0,) * 2,
    )
    layout = lay_out(graph, "grid")
    back, turn = layout.routes
    assert back.points[0].x == layout.boxes["b"].x
    assert back.points[-1].x == layout.boxes["a"].right
    assert turn.points[0].y == layout.boxes["c"].bottom
    assert turn.points[-1].y == layout.boxes["a"].bottom


def test_gutters_grow_with_what_runs_in_them() -> None:
    few, many = lay_out(sample(3, 4, 12, 2), "grid"), lay_out(sample(3, 4, 12, 80), "grid")
    assert many.width > few.width


def test_nothing_to_lay_out() -> None:
    layout = lay_out(Graph((), (), (100.0,), (50.0,)))
    assert (dict(layout.boxes), layout.routes) == ({}, ())
    assert layout.columns[0].length == 100
