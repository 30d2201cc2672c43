"""The free layout: boxes keep their columns and stay apart, edges end at their boxes whichever way
they lead, and no engine's failure loses a map.
"""

import re
import sys
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jmap.paint.geometry import Point, Rect
from jmap.pictures.layout import MOST_BOXES, embedded
from jmap.pictures.layout.failure import EngineFailure
from jmap.pictures.layout.free import lay_out_freely, read, turned_over, write
from jmap.pictures.layout.model import Box, Edge, Graph, Layout
from tests.unit.pictures.layout.sample import chain, sample

ALLOWED = re.compile(r'^[A-Za-z0-9_ {}\[\];=.,"\->\n]*$')
WORDS = {"digraph", "g", "graph", "rankdir", "LR", "nodesep", "ranksep", "splines", "true", "node"}
WORDS |= {"shape", "box", "fixedsize", "width", "height", "label", "edge", "arrowhead", "none"}
WORDS |= {"rank", "same", "style", "invis", "weight"}


def tangled(seed: int = 1) -> Graph:
    """Boxes of one lane with edges in all directions, over each other and to themselves."""
    graph = sample(5, 1, 14, 24, seed)
    columns = {box.id: box.column for box in graph.boxes}
    kept = [
        edge
        for edge in graph.edges
        if edge.tail == edge.head or columns[edge.tail] != columns[edge.head]
    ]
    return replace(graph, edges=tuple(kept), columns=(0.0,) * 5)


def ends_at(point: Point, rect: Rect) -> bool:
    """Whether a point stands on the outline of a box, to 1.5 px."""
    out, into = rect.inset(-1.5), rect.inset(1.5)
    within = out.x <= point.x <= out.right and out.y <= point.y <= out.bottom
    return within and not (into.x < point.x < into.right and into.y < point.y < into.bottom)


def check(graph: Graph, layout: Layout) -> None:
    boxes = list(layout.boxes.values())
    assert not any(a.overlaps(b) for at, a in enumerate(boxes) for b in boxes[at + 1 :])
    ends = {edge.id: edge for edge in graph.edges}
    assert [route.edge for route in layout.routes] == list(ends)
    for route in layout.routes:
        edge = ends[route.edge]
        assert ends_at(route.points[0], layout.boxes[edge.tail])
        assert ends_at(route.points[-1], layout.boxes[edge.head])
        assert all(0 <= point.x <= layout.width for point in route.points)
        assert all(0 <= point.y <= layout.height for point in route.points)
    places = {box.id: box.column for box in graph.boxes}
    for one in graph.boxes:
        for other in graph.boxes:
            if places[one.id] < places[other.id]:
                assert layout.boxes[one.id].right < layout.boxes[other.id].x


@pytest.mark.parametrize("seed", range(6))
def test_boxes_keep_their_columns_and_edges_their_ends(seed: int) -> None:
    graph = tangled(seed)
    layout = lay_out_freely(graph)
    assert (layout.engine, layout.warning) == ("embedded", None)
    check(graph, layout)
    check(graph, turned_over(layout))


def test_an_empty_column_is_kept_open() -> None:
    boxes = (Box("a", 90, 40, 0, 0), Box("b", 90, 40, 2, 0))
    near = Graph((boxes[0], replace(boxes[1], column=1)), (), (0.0,) * 2, (0.0,))
    far = Graph(boxes, (), (0.0,) * 3, (0.0,))
    apart = [lay_out_freely(graph).boxes["b"].x for graph in (near, far)]
    assert apart[1] > apart[0] + 40


@given(st.text(min_size=1, max_size=20), st.text(min_size=1, max_size=20))
def test_no_text_of_a_map_reaches_the_engine(one: str, other: str) -> None:
    if one == other:
        other += "x"
    boxes = (Box(one, 90, 40, 0, 0), Box(other, 90, 40, 1, 0))
    text = write(Graph(boxes, (Edge(one, other, one),), (0.0, 0.0), (0.0,)))
    assert ALLOWED.fullmatch(text)
    words = set(re.findall(r"[a-zA-Z]\w*", text)) - WORDS
    assert all(re.fullmatch(r"[an]\d+", word) for word in words)


def test_the_same_graph_is_the_same_layout() -> None:
    assert lay_out_freely(tangled()) == lay_out_freely(tangled())


@pytest.mark.parametrize(
    "answer",
    [
        "",
        "node n0 1 1 1 1",
        "node n0 1 nan 1 1",
        "edge n0 n2 x 1 1",
        "edge n0 n2 4 1 1",
        "edge n0 n2 0 1 1",
    ],
)
def test_a_bad_answer_is_refused(answer: str) -> None:
    with pytest.raises(EngineFailure):
        read(answer, chain())


def check_grid(layout: Layout, graph: Graph, reason: str) -> None:
    assert layout.engine == "grid"
    assert layout.warning is not None
    assert reason in layout.warning
    assert layout.boxes == lay_out_freely(graph, "grid").boxes
    assert {route.edge for route in layout.routes} == {edge.id for edge in graph.edges}


def test_a_failing_engine_gives_the_grid(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(embedded, "run", lambda _dot, _seconds: "no layout")
    check_grid(lay_out_freely(tangled()), tangled(), "leaves out boxes")


def test_an_engine_without_time_gives_the_grid() -> None:
    graph = tangled()
    lay_out_freely(graph)
    dense = replace(sample(20, 1, 120, 500), columns=(0.0,) * 20)
    check_grid(lay_out_freely(dense, seconds=0.02), dense, "took longer")


def test_a_missing_engine_gives_the_grid(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "wasmtime", None)
    monkeypatch.delitem(sys.modules, embedded.__name__)
    monkeypatch.delattr("jmap.pictures.layout.embedded")
    check_grid(lay_out_freely(chain()), chain(), "is not installed")


def test_very_many_boxes_are_laid_out_without_an_engine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(embedded, "run", lambda *_: pytest.fail("the engine was asked"))
    graph = replace(sample(60, 1, MOST_BOXES + 1, 80), columns=(0.0,) * 60)
    check_grid(lay_out_freely(graph), graph, "601 boxes")


def test_nothing_to_lay_out_is_laid_out() -> None:
    assert lay_out_freely(Graph((), (), (0.0,), (0.0,))).warning is None
