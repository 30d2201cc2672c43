"""Journeys as a Graphviz graph, for people who want the graph itself.

The picture of a journey does not come from here.
"""

from collections.abc import Mapping, Sequence

from jmap.model.journey import Journey
from jmap.model.workspace import Workspace
from jmap.pictures.told import declared_text
from jmap.views.declared import unreached
from jmap.views.facts import reader
from jmap.views.grid import journey_map

_FONT = "Vazirmatn, sans-serif"


class Dot:
    """The graph in the DOT language: stages as clusters, touchpoints as nodes, paths as edges."""

    name = "dot"
    suffix = ".dot"
    omits: Mapping[str, str] = {}

    def render(self, workspace: Workspace, journeys: Sequence[Journey]) -> bytes:
        """The graph in UTF-8. Text of a map stands in `label` and `tooltip` only."""
        import graphviz

        from jmap.renderers.dot.chart import DotChart, tooltip

        charts = [journey_map(workspace, journey) for journey in journeys]
        rtl = bool(charts) and charts[0].direction == "rtl"
        graph = graphviz.Digraph("map")
        graph.attr("graph", rankdir="RL" if rtl else "LR", nodesep="0.3", ranksep="0.8")
        graph.attr("graph", fontname=_FONT, fontsize="14", bgcolor="white")
        graph.attr("node", fontname=_FONT, fontsize="12", shape="box", style="rounded,filled")
        graph.attr("edge", fontname=_FONT, fontsize="11", penwidth="1.5")
        for number, chart in enumerate(charts):
            DotChart(graph, workspace, chart, f"j{number}").write()
        rest = unreached(workspace, journeys) if journeys else ()
        if rest:
            read = reader(workspace, journeys[0], charts[0].language)
            tooltip(graph, "\n\n".join(declared_text(read, item) for item in rest))
        source: str = graph.source
        return source.encode("utf-8")
