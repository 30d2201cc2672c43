"""What an engine is told and what it answers: opaque ids and numbers, never a word of a map.

Boxes are numbered `n0`, `n1` … in the order given, so that not even an id reaches the engine.
"""

from collections.abc import Sequence
from itertools import pairwise

from jmap.pictures.layout.failure import EngineFailure
from jmap.pictures.layout.model import Graph
from jmap.pictures.layout.stacks import Link, cells

INCH = 72.0
_FURTHEST = 1e7
_SPARE = 3.0  # Graphviz rounds to whole points: with less room, level boxes would be pushed apart


def write(graph: Graph, joined: Sequence[Link]) -> str:
    """A DOT graph that asks: how high must the boxes stand for their edges to run as level as can
    be?

    Columns are ranks, each cell is a chain that keeps its order, edges pull with their number. Only
    the joined boxes are told: the rest has nothing to line up with.
    """
    numbers = {box.id: at for at, box in enumerate(graph.boxes)}
    asked = {id_ for link in joined for id_ in (link.left, link.right)}
    lines = [
        "digraph g {",
        f"graph [rankdir=LR, nodesep={inches(graph.box_gap + _SPARE)}, ranksep=1, splines=false];",
        'node [shape=box, fixedsize=true, width=0.5, label=""];',
        "edge [arrowhead=none];",
    ]
    for stack in cells(graph).values():
        if not any(box.id in asked for box in stack):
            continue
        names = [f"n{numbers[box.id]}" for box in stack]
        sizes = [
            f"{name} [height={inches(box.height)}];" for name, box in zip(names, stack, strict=True)
        ]
        chain = f"{' -> '.join(names)} [weight=1];" if len(names) > 1 else ""
        lines.append(f"{{ rank=same; {' '.join(sizes)} {chain} }}")
    for link in joined:
        ends = f"n{numbers[link.left]} -> n{numbers[link.right]}"
        lines.append(f"{ends} [weight={4 * min(link.edges, 8)}, minlen={link.columns}];")
    return "\n".join([*lines, "}", ""])


def read(plain: str, graph: Graph, joined: Sequence[Link]) -> dict[str, float]:
    """The middle of each box, downwards, from Graphviz' `plain` output; any origin.

    Raises EngineFailure where a box is missing or a number is none.
    """
    numbers = {f"n{at}": box.id for at, box in enumerate(graph.boxes)}
    middles: dict[str, float] = {}
    for line in plain.split("\n"):
        words = line.split()
        if len(words) > 4 and words[0] == "node" and words[1] in numbers:
            middles[numbers[words[1]]] = -number(words[3]) * INCH
    asked = {id_ for link in joined for id_ in (link.left, link.right)}
    complete = dict(middles)
    for stack in cells(graph).values():
        told = any(box.id in asked for box in stack)
        y = 0.0
        for box in stack:
            if told and box.id not in middles:
                raise EngineFailure("its answer leaves out boxes")
            complete.setdefault(box.id, y + box.height / 2)
            y += box.height + graph.box_gap
    return _upright(complete, graph)


def _upright(middles: dict[str, float], graph: Graph) -> dict[str, float]:
    """Boxes of a cell must come in their order; engines differ in which end of a rank is up."""
    steps = [
        middles[lower.id] - middles[upper.id]
        for stack in cells(graph).values()
        for upper, lower in pairwise(stack)
    ]
    if steps and all(step < 0 for step in steps):
        return {id_: -y for id_, y in middles.items()}
    if any(step <= 0 for step in steps):
        raise EngineFailure("its answer puts boxes in another order")
    return middles


def inches(length: float) -> str:
    """A length in px as the engine takes it."""
    return f"{length / INCH:.4f}"


def number(text: str) -> float:
    """A number of the engine's answer. Raises ``EngineFailure`` for anything else."""
    try:
        value = float(text)
    except ValueError:
        raise EngineFailure("its answer is no layout") from None
    if not abs(value) < _FURTHEST:
        raise EngineFailure("its answer is no layout")
    return value
