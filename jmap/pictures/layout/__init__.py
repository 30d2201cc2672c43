"""Positions of boxes and routes of edges, with Graphviz or without, always within bounds.

Graphviz decides how high boxes stand in their lane, so that edges run level where they can: its
network simplex is good at that. The grid and the routes are ours. Its own routes were tried and
left: pinned boxes with `splines=ortho`, `polyline` or `true` put lines on top of each other and
across boxes, and a free layout by `dot` does not keep the lanes.
"""

from collections.abc import Callable

from jmap.pictures.layout.dot_text import read, write
from jmap.pictures.layout.failure import EngineFailure
from jmap.pictures.layout.grid import lay_out_grid
from jmap.pictures.layout.model import Engine, Graph, Layout
from jmap.pictures.layout.stacks import centred, levelled, links

MOST_BOXES = 600
"""Above this many boxes no engine is called: its time grows with the square of their number."""

_Run = Callable[[str, float], str]


def lay_out(graph: Graph, engine: Engine = "embedded", seconds: float = 2.0) -> Layout:
    """Lay a graph out. The engine has `seconds` and bounded memory; the grid stands in for one that
    fails.

    The same graph gives the same layout on every machine; only `dot` may differ from version to
    version. The layout names the engine that made it, and warns if that is not the one asked for.
    Raises KeyError for an edge to a box that is not there, IndexError for a box outside the columns
    or lanes.
    """
    if engine == "grid":
        return lay_out_grid(graph, centred(graph), "grid")
    if len(graph.boxes) > MOST_BOXES:
        count = f"{len(graph.boxes)} boxes are more than the {MOST_BOXES}"
        return _fallback(graph, f"{count} a layout engine is asked for: laid out on a plain grid")
    try:
        return _with_engine(graph, engine, seconds)
    except EngineFailure as failure:
        name = "the embedded layout engine" if engine == "embedded" else "the layout engine `dot`"
        return _fallback(graph, f"{name} {failure}: laid out on a plain grid")


def _with_engine(graph: Graph, engine: Engine, seconds: float) -> Layout:
    joined = links(graph)
    if not joined:
        return lay_out_grid(graph, centred(graph), engine)
    run = runner(engine)
    middles = read(run(write(graph, joined), seconds), graph, joined)
    return lay_out_grid(graph, levelled(graph, middles, joined), engine)


def runner(engine: Engine) -> _Run:
    """The engine's own module, imported only when asked for: the embedded one takes 50 ms to
    import.
    """
    if engine == "dot":
        from jmap.pictures.layout import native

        return native.run
    try:
        from jmap.pictures.layout import embedded
    except (ImportError, OSError):
        raise EngineFailure("is not installed") from None
    return embedded.run


def _fallback(graph: Graph, warning: str) -> Layout:
    return lay_out_grid(graph, centred(graph), "grid", warning)
