"""One journey within a DOT graph."""

from itertools import pairwise

import graphviz

from jmap.gaps import Level
from jmap.model.workspace import Workspace
from jmap.paint.theme import LIGHT as THEME
from jmap.pictures.parts.routes import Trail, trails, way_text
from jmap.pictures.style import tone_level
from jmap.pictures.told import card_text, declared_text, facts_text, said
from jmap.renderers.dot.label import cut, in_label, in_tooltip, is_too_long, joined
from jmap.views.declared import reached
from jmap.views.facts import reader
from jmap.views.grid import Card, Column, Lane, Map
from jmap.views.numbers import difference_text


class DotChart:
    """Writes one map into a graph. All its ids are numbers after a prefix of its own."""

    def __init__(
        self, graph: graphviz.Digraph, workspace: Workspace, chart: Map, prefix: str
    ) -> None:
        self._graph = graph
        self._workspace = workspace
        self._chart = chart
        self._prefix = prefix
        self._nodes = {id(card): f"{prefix}n{at}" for at, card in enumerate(chart.cards)}
        self._cards: dict[int, list[Card]] = {}
        for card in chart.cards:
            self._cards.setdefault(card.column, []).append(card)

    def write(self) -> None:
        """Add clusters, nodes and edges."""
        chart = self._chart
        with self._graph.subgraph(name=f"cluster_{self._prefix}") as cluster:
            cluster.attr(style="rounded", color=THEME.outline)
            _describe(cluster, chart.title, self._told())
            for at, column in enumerate(chart.columns):
                self._stage(cluster, at, column)
            for one, other in pairwise(range(len(chart.columns))):
                cluster.edge(self._anchor(one), self._anchor(other), style="invis", weight="8")
            for number, trail in enumerate(trails(chart)):
                self._trail(cluster, trail, number)

    def _told(self) -> str:
        """What the journey says of itself, and everything it names."""
        chart = self._chart
        read = reader(self._workspace, chart.journey, chart.language)
        named = [declared_text(read, item) for item in reached(self._workspace, [chart.journey])]
        people = [one.title for one in chart.personas if one.persona is None]
        return "\n\n".join([facts_text(chart.facts), *people, *named])

    def _anchor(self, at: int) -> str:
        return f"{self._prefix}s{at}"

    def _stage(self, graph: graphviz.Digraph, at: int, column: Column) -> None:
        with graph.subgraph(name=f"cluster_{self._prefix}s{at}") as cluster:
            cluster.attr(style="rounded,filled", color=THEME.hairline, fillcolor=THEME.sunken)
            _describe(cluster, column.title, facts_text(column.facts))
            cluster.node(self._anchor(at), label="", shape="point", style="invis", width="0")
            for card in self._cards.get(at, ()):
                self._node(cluster, card)

    def _node(self, graph: graphviz.Digraph, card: Card) -> None:
        node, gap = self._nodes[id(card)], card.gap
        tone = THEME.tone(tone_level(gap.level))
        graph.node(
            node,
            label=in_label(cut(self._shown(card))),
            group=f"{self._prefix}l{card.lane}",
            color=tone.line,
            fillcolor=tone.paper,
            fontcolor=tone.ink,
            penwidth="1" if gap.level is Level.UNKNOWN else "2",
        )
        tooltip(graph, card_text(self._chart, card), node)

    def _shown(self, card: Card) -> str:
        """Title, channel, gap in number and words, owner."""
        chart, gap = self._chart, card.gap
        level = chart.label(f"level-{gap.level.value}")
        number = difference_text(gap, gap.experience, chart.language)
        size = level if gap.experience is None else f"{number} · {level}"
        lane: Lane = chart.lanes[card.lane]
        owner = said(card.owner) if card.owner else ""
        return "\n".join(text for text in (card.title, lane.title, size, owner) if text)

    def _trail(self, graph: graphviz.Digraph, trail: Trail, number: int) -> None:
        title = cut(trail.way.title) if trail.way else ""
        told = way_text(trail.way) if trail.way else ""
        for one, other in trail.hops:
            ends = self._nodes[id(one)], self._nodes[id(other)]
            ink = THEME.colour(trail.pen.colour)
            style = "dashed" if trail.pen.dash else "solid"
            graph.edge(
                *ends,
                label=in_label(title) if title else None,
                color=ink,
                fontcolor=ink,
                style=style,
                tooltip=in_tooltip(cut(told)) if told else None,
            )
        if trail.way is not None:
            self._key(graph, trail, told, number)

    def _key(self, graph: graphviz.Digraph, trail: Trail, told: str, number: int) -> None:
        """A node that names the path and holds everything it says."""
        node = f"{self._prefix}p{number}"
        graph.node(
            node,
            label=in_label(cut(trail.way.title if trail.way else "")),
            shape="plaintext",
            style="",
            fontcolor=THEME.colour(trail.pen.colour),
        )
        tooltip(graph, told, node)


def _describe(cluster: graphviz.Digraph, title: str, told: str) -> None:
    cluster.attr(label=in_label(cut(title)))
    tooltip(cluster, f"{title}\n{told}")


def tooltip(graph: graphviz.Digraph, told: str, node: str = "") -> None:
    """Give a node, or the graph itself, a tooltip of any length."""
    value = in_tooltip(told)
    if not is_too_long(value):
        graph.node(node, tooltip=value) if node else graph.attr(tooltip=value)
        return
    statement = f"tooltip={joined(told)}"
    graph.body.append(f"\t{node} [{statement}]\n" if node else f"\t{statement}\n")
