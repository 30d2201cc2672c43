"""Journeys as a picture and as a graph: laid out within bounds and painted, or exported as DOT."""

from jmap.renderers.graphviz.dot import Dot
from jmap.renderers.graphviz.svg import LayoutWarning, Picture, Svg

__all__ = ["Dot", "LayoutWarning", "Picture", "Svg"]
